// The recipes of CONTRIBUTING.md stay true: their files are there, their commands find tests, and the compiler, asked for one more field, metric and sheet, names
// files of the recipe only.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { reportSheetWords } from '../../src/locale/report-sheet-words';
import { repositoryFiles } from './pages';

const text = readFileSync('CONTRIBUTING.md', 'utf8');

/** The files that a recipe names, by the beginning of its title. */
function filesOf(title: string): string[] {
  const [, recipe = ''] = text.split(`\n### ${title}\n`);
  const [, list = ''] = /```text\n([\s\S]*?)```/.exec(recipe) ?? [];
  return list
    .split('\n')
    .flatMap((line) => line.split(' ', 1))
    .filter((file) => file !== '');
}

const recipes = ['A field of an entity', 'A metric', 'A report sheet'] as const;

test.each(recipes)('%s: its files are there, NAME being that of a sheet there is', (title) => {
  const files = filesOf(title);
  expect(files.length).toBeGreaterThan(4);
  expect(files.filter((file) => !repositoryFiles.includes(file.replace('NAME', 'cohorts')))).toEqual([]);
});

test('the tests that recipes tell to run are there', () => {
  const named = [...text.matchAll(/jest ((?:tests\/\S+ ?)+)/g)].flatMap(([, paths = '']) => paths.trim().split(' '));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !repositoryFiles.some((file) => file.startsWith(path) && /\.test\.ts$/.test(file)))).toEqual([]);
});

test('every page that npm run docs writes is among the files of a metric', () => {
  const written = [...readFileSync('tools/docs.js', 'utf8').matchAll(/'(docs\/[\w.-]+\.md)'/g)].map(([, file = '']) => file);
  expect(filesOf('A metric')).toEqual(expect.arrayContaining(written));
});

test('every script of package.json is in the table of scripts', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  expect(Object.keys(scripts).filter((name) => !text.includes(name === 'test' ? '`npm test`' : `\`npm run ${name}\``))).toEqual([]);
});

test('every report sheet has its row in docs/reports.md', () => {
  const page = readFileSync('docs/reports.md', 'utf8');
  expect(Object.values(reportSheetWords).filter(({ name }) => !page.includes(`${name.ru} / ${name.en} |`))).toEqual([]);
});

/** The first step of each recipe, as if somebody had typed it. */
const begun: Readonly<Record<(typeof recipes)[number], readonly [string, RegExp, string]>> = {
  'A field of an entity': ['src/raw/records.ts', /export interface Deal \{\n/, '$&  readonly anotherField: string;\n'],
  'A metric': ['src/metrics/metric-id.ts', /export const METRIC_IDS = \[\n/, "$&  'anotherMetric',\n"],
  'A report sheet': [
    'src/locale/report-sheet-words.ts',
    /export const reportSheetWords = \{\n/,
    "$&  anotherSheet: { name: { ru: 'Другой', en: 'Another' }, about: { ru: 'Другой', en: 'Another' } },\n",
  ],
};

/** What the compiler says about the project with all first steps taken at once: file and message. */
function complaints(): { file: string; message: string }[] {
  const read = ts.readConfigFile('tests/tsconfig.json', ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(read.config, ts.sys, 'tests');
  // Tests of the built bundle and of the local programs know no record and no catalogue of ours, and take most of the time.
  const pure = fileNames.filter((file) => !/\/tests\/(local|browser|addon|build|golden|docs|sidebar)\//.test(file));
  const changed = new Map(
    Object.values(begun).map(([file, before, after]) => [resolve(file), readFileSync(file, 'utf8').replace(before, after)]),
  );
  const host = ts.createCompilerHost(options);
  const readOriginal = host.readFile;
  host.readFile = (file) => changed.get(resolve(file)) ?? readOriginal(file);
  const program = ts.createProgram(pure, options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => ({
    file: file === undefined ? '' : resolve(file.fileName).slice(process.cwd().length + 1),
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }));
}

describe('the compiler', () => {
  const said = complaints();
  const names = { 'A field of an entity': 'anotherField', 'A metric': 'anotherMetric', 'A report sheet': 'anotherSheet' };

  test.each(recipes)('leads from the first step of «%s» to its other files, and to no file that it does not name', (title) => {
    const led = new Set(said.filter(({ message }) => message.includes(names[title])).map(({ file }) => file));
    // The words of metrics are looked at where they are used.
    if (led.delete('src/functions/metric-names.ts')) led.add('src/locale/metric-words.ts');
    expect(led.size).toBeGreaterThan(0);
    expect(filesOf(title)).toEqual(expect.arrayContaining([...led]));
    process.stderr.write(`${title}: ${[...led].join(', ')}\n`);
  });

  test('says nothing else', () => {
    expect(said.filter(({ message }) => !Object.values(names).some((name) => message.includes(name)))).toEqual([]);
  });
});
