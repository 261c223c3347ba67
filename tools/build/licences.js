// Licences of what is delivered: which packages a bundler put into a file (from its own list of modules), the comment that names them at the top of that file,
// and the page NOTICE. A package that is not freely given away, the LGPL engine of the local workbook above all, ends the build.
import { readdirSync, readFileSync } from 'node:fs';

/** Licences that ask for nothing but their text. */
const FREE = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause'];

const own = JSON.parse(readFileSync('package.json', 'utf8'));
const copyright = /^Copyright.*$/m.exec(readFileSync('LICENSE', 'utf8'))?.[0];

/** The packages that modules belong to, by their paths; files of ours belong to none. */
export function packagesOf(paths) {
  const names = paths.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path.replaceAll('\\', '/'))?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** Name, version, licence, and the licence's text. */
export function licenceOf(name) {
  const folder = `node_modules/${name}`;
  const { version, license, homepage } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  return { name, version, licence: license, homepage, text: file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : '' };
}

/** The comment that a delivered file begins with: our licence, and those of the packages in it with their texts. */
export function licenceComment(packages) {
  const texts = packages.map((name) => {
    const { version, licence, text } = licenceOf(name);
    if (!FREE.includes(licence)) throw new Error(`${name} is ${licence}: it may not become part of what is delivered.`);
    if (!/copyright/i.test(text)) throw new Error(`${name} has no licence text with a copyright line.`);
    if (text.includes('*/') || text.includes('<')) throw new Error(`The licence of ${name} cannot stand in a comment of a page.`);
    return `\n\nContains ${name} ${version}.\n${text}`;
  });
  return `/*! Bitrix24 KPI for Google Sheets ${own.version}. ${own.license} License. ${copyright}${texts.join('')} */\n`;
}

/** The packages that the comment of a delivered file names. */
export function namedPackages(text) {
  const comment = /\/\*! Bitrix24 KPI[\s\S]*?\*\//.exec(text)?.[0] ?? '';
  return [...comment.matchAll(/^Contains (\S+) \S+\.$/gm)].map(([, name]) => name);
}

/** Rollup plugin: the comment at the top of the script. */
export function licences() {
  return {
    name: 'licences',
    renderChunk: (code, chunk) => ({ code: licenceComment(packagesOf(Object.keys(chunk.modules))) + code, map: null }),
  };
}

/** Packages that the programs of local/ import, told by their sources. */
function packagesOfLocalPrograms() {
  const sources = readdirSync('local', { recursive: true }).filter((file) => /\.tsx?$/.test(file));
  const imported = sources.flatMap((file) =>
    [...readFileSync(`local/${file}`, 'utf8').matchAll(/(?:from|import) '((?:@[^/']+\/)?[^./'][^/']*)[^']*'/g)].map(([, name]) => name),
  );
  // What an imported package leaves to its user to install (chartjs-adapter-luxon: luxon) runs with it.
  const wanted = imported.flatMap((name) =>
    name.startsWith('node:')
      ? []
      : [name, ...Object.keys(JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).peerDependencies ?? {})],
  );
  return [...new Set(wanted)].filter((name) => name in own.devDependencies).sort();
}

/** The text of NOTICE. `delivered`: the text of each file of dist/ by its name. */
export function noticePage(delivered) {
  const files = Object.entries(delivered).map(([file, text]) => ({ file, packages: namedPackages(text) }));
  const bundled = [...new Set(files.flatMap(({ packages }) => packages))].sort().map(licenceOf);
  const local = packagesOfLocalPrograms().map(licenceOf);
  const rule = '-'.repeat(80);
  return `Bitrix24 KPI for Google Sheets
${copyright}
${own.license} License, see LICENSE.

Written by \`npm run docs\` from what the bundlers put into the files; tests compare.

${rule}
1. Code of others in what is delivered (dist/)
${rule}

${files.map(({ file, packages }) => `${file}: ${packages.length ? packages.join(', ') : 'none'}`).join('\n')}

${bundled.map(({ name, version, licence, homepage, text }) => `${name} ${version}, ${licence}${homepage ? `, ${homepage}` : ''}\n\n${text}`).join('\n\n')}

${rule}
2. Packages that the local programs run with, installed from npm, unmodified,
   and no part of dist/
${rule}

${local.map(({ name, version, licence }) => `${name} ${version}, ${licence}`).join('\n')}

They come with packages of their own; each has its licence in its folder of
node_modules/. @odoo/o-spreadsheet and @odoo/owl are under the GNU Lesser
General Public License: they calculate and show the workbook on the local page
only, and the build refuses to put them into what is delivered.

All other packages of package.json build and test the project; nothing of them
is delivered.
`;
}
