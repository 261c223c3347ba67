// A release: what has to be so before it, and the commands that make it. Knows no process: commands are run, files read and sentences said by what it is given.

const PLACEHOLDER = 'PUT_YOUR_SCRIPT_ID_HERE';

const LOG_IN =
  'clasp is not logged in to Google. Switch the Apps Script API on in your settings at script.google.com, then run: npx --no-install clasp login';

/**
 * Answers the exit code. `run(command, args, { quiet })` answers `{ status, output }`; quiet commands only ask.
 * With `dryRun` nothing but questions is run, and the commands that would follow are said.
 */
export async function release({ run, read, say, dryRun = false }) {
  const version = JSON.parse(read('package.json')).version;
  const tag = `v${version}`;
  const ask = (command, ...args) => run(command, args, { quiet: true });

  const complaints = [
    ...changed((await ask('git', 'status', '--porcelain')).output),
    ...unlike(version, JSON.parse(read('package-lock.json')).version),
    ...untold(version, read('CHANGELOG.md')),
    ...elsewhere(tag, await ask('git', 'rev-parse', '--verify', '--quiet', `${tag}^{commit}`), await ask('git', 'rev-parse', 'HEAD')),
    ...nowhere(read('.clasp.json')),
    ...loggedOut((await ask('npx', '--no-install', 'clasp', 'show-authorized-user')).output),
  ];
  for (const complaint of complaints) say(complaint);

  const tagged = (await ask('git', 'tag', '--list', tag)).output.trim() === tag;
  const commands = [
    ['npm', 'test'],
    ['npm', 'run', 'build'],
    ...(tagged ? [] : [['git', 'tag', '--annotate', tag, '--message', version]]),
    ['npx', '--no-install', 'clasp', 'push'],
  ];
  if (dryRun) {
    say(complaints.length > 0 ? 'Once that is mended, these would be run:' : 'These would be run:');
    for (const command of commands) say(`  ${command.join(' ')}`);
  }
  if (complaints.length > 0) return 1;
  if (dryRun) return 0;

  for (const [command, ...args] of commands) {
    const { status, output } = await run(command, args, { quiet: false });
    if (status === 0) continue;
    for (const advice of loggedOut(output)) say(advice);
    say(
      `"${[command, ...args].join(' ')}" failed: ${tag} is not released. Mend it and run npm run release again; what is done already is not done twice.`,
    );
    return 1;
  }
  say(`${tag} is pushed to Google. Reload the spreadsheet to get it, and publish the tag: git push origin ${tag}`);
  return 0;
}

/** Who releases keeps the id of their script in .clasp.json and does not commit it: that file may differ. */
function changed(status) {
  const files = status.split('\n').filter((line) => line !== '' && line.slice(3) !== '.clasp.json');
  return files.length === 0 ? [] : [`The work tree is not clean; commit or stash first:\n${files.join('\n')}`];
}

function unlike(version, locked) {
  return version === locked ? [] : [`package.json says ${version}, package-lock.json ${locked}: run npm install.`];
}

function untold(version, changelog) {
  const sections = new Map(changelog.split(/^## /m).map((section) => [section.split(/[\s(]/, 1)[0], section.replace(/.*/, '').trim()]));
  const complaints = [];
  if (!sections.get(version)) complaints.push(`CHANGELOG.md says nothing under "## ${version}".`);
  if (sections.get('Unreleased')) complaints.push(`CHANGELOG.md still has entries under "## Unreleased": move them under "## ${version}".`);
  return complaints;
}

function elsewhere(tag, tagged, head) {
  if (tagged.status !== 0 || tagged.output.trim() === head.output.trim()) return [];
  return [`${tag} is the tag of another commit: raise the version in package.json (npm version --no-git-tag-version).`];
}

function nowhere(config) {
  if (JSON.parse(config).scriptId !== PLACEHOLDER) return [];
  return [
    '.clasp.json still holds the placeholder: put the id of your script there (Extensions → Apps Script → Project settings → Script ID). Do not commit it.',
  ];
}

function loggedOut(output) {
  return /Not logged in|No credentials found/.test(output) ? [LOG_IN] : [];
}
