// What the pages say is there, is there: links with their anchors, pictures, files, commands.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { commands, inlineCode, page, pages, repositoryFiles } from './pages';

const project = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
  devDependencies: Record<string, string>;
};
const known = new Set(repositoryFiles.flatMap((file) => file.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))));

/** The anchors of a page, as GitHub makes them of its headings. */
function anchors(file: string): Set<string> {
  const seen = new Map<string, number>();
  const made = [...page(file).prose.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
    const anchor = words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
  return new Set(made);
}

const links = (file: string) =>
  [
    ...page(file)
      .prose.replace(/`[^`\n]*`/g, '')
      .matchAll(/\]\(([^)\s]+)\)|<(?:img|a)\s[^>]*(?:src|href)="([^"]+)"/g),
  ].map(([, a, b]) => a ?? b ?? '');

/** `src/{cell,zone}.ts` is two paths; what a list leaves out ("…") is none. */
function expanded(path: string): string[] {
  const [, before = '', list = '', after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(path) ?? [];
  if (list === '') return [path];
  return list
    .split(',')
    .filter((one) => one !== '…')
    .flatMap((one) => expanded(before + one + after));
}

/** What git does not know, because a command makes it. */
const MADE = /^(node_modules|build|coverage|reports)(\/|$)|^dist(\/(\*|Code\.js|(Demo|Help|Plans|Sidebar|\*)\.html|appsscript\.json))?$/;
const tops = new Set(repositoryFiles.flatMap((file) => (file.includes('/') ? [file.split('/')[0] ?? ''] : [])).concat('dist', 'build'));

function paths(file: string): string[] {
  return inlineCode(page(file).prose)
    .filter((code) => /^[\w.{},…*/-]+$/.test(code) && tops.has(code.split('/')[0] ?? '') && code.includes('/'))
    .flatMap(expanded)
    .map((path) => path.replace(/\/$/, ''));
}

function found(path: string): boolean {
  if (MADE.test(path) || known.has(path)) return true;
  if (!path.includes('*')) return false;
  const pattern = new RegExp(
    `^${path
      .replace(/[.+?^$()|[\]\\]/g, '\\$&')
      .replaceAll('**', '\0')
      .replaceAll('*', '[^/]*')
      .replaceAll('\0', '.*')}$`,
  );
  return [...known].some((one) => pattern.test(one));
}

test('there are pages, links, paths and commands to look at', () => {
  expect(pages).toEqual(
    expect.arrayContaining(['README.md', 'README.ru.md', 'CHANGELOG.md', 'docs/architecture.md', 'local/portal/COVERAGE.md']),
  );
  expect(pages.flatMap(links).length).toBeGreaterThan(15);
  expect(pages.flatMap(paths).length).toBeGreaterThan(40);
  expect(pages.flatMap((file) => commands(file).inProse).length).toBeGreaterThan(10);
});

test.each(pages)('%s: every link and picture leads to a file and a heading that are there', (file) => {
  const lost = links(file).filter((link) => {
    if (/^(https?|mailto):/.test(link)) return false;
    const [path = '', anchor] = decodeURIComponent(link).split('#');
    const target = path === '' ? file : normalize(join(dirname(file), path)).replace(/\/$/, '');
    if (!known.has(target)) return true;
    return anchor !== undefined && !anchors(target).has(anchor);
  });
  expect(lost).toEqual([]);
});

test.each(pages)('%s: every path of the project that it names is there', (file) => {
  expect(paths(file).filter((path) => !found(path))).toEqual([]);
});

test.each(pages)('%s: every command of npm that it names is a script, every one of npx a package that is pinned', (file) => {
  const { inBlocks, inProse } = commands(file);
  const wrong = [...inBlocks, ...inProse].filter((command) => {
    const words = command.split(/\s+/).filter((word) => !/^(-s|--silent|--no-install)$/.test(word));
    if (words[0] === 'npx') return !existsSync(`node_modules/.bin/${words[1]}`) || !pinned(words[1] ?? '');
    if (words[0] !== 'npm') return words[0] !== 'git' && words[0] !== 'cd';
    if (words[1] === 'run') return !(words[2] !== undefined && words[2] in project.scripts);
    return !['ci', 'install', 'test', 'version', 'view'].includes(words[1] ?? '');
  });
  expect(wrong).toEqual([]);
});

/** Whether one of our packages, by its exact version, brings the command. */
function pinned(command: string): boolean {
  return Object.entries(project.devDependencies).some(([name, version]) => {
    const { bin } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { bin?: string | Record<string, string> };
    const commandsOf = typeof bin === 'string' ? [name.split('/').pop()] : Object.keys(bin ?? {});
    return /^\d/.test(version) && commandsOf.includes(command);
  });
}

test('both READMEs tell to type the same', () => {
  const typed = (file: string) => commands(file).inBlocks.map((command) => command.replace(/"[^"]*"/g, '""'));
  expect(typed('README.ru.md')).toEqual(typed('README.md'));
});
