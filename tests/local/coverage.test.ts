// COVERAGE.md of the stand-ins, checked: every row has a test that carries its id or a reason, every id of a test has a row, and every error row of the references is
// there. Prints what is not covered.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const references = resolve(root, '../shared/reference');
const REASON = /^(not here|only Google|only Bitrix24): \S/;
const SWITCH = /^switch `[A-Za-z-]+`/;

interface Row {
  readonly id: string;
  readonly says: string;
  readonly here: string;
}

/** Cells of the table rows of a Markdown text whose first cell passes. */
const tableRows = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|\s*-{2,}/.test(line))
    .map((line) =>
      line
        .replace(/^\||\|\s*$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );

function coverage(standIn: string): Row[] {
  return tableRows(readFileSync(join(root, 'local', standIn, 'COVERAGE.md'), 'utf8')).flatMap(([id = '', says = '', here = '']) => {
    const name = /^`([^`]+)`$/.exec(id)?.[1];
    return name === undefined ? [] : [{ id: name, says, here }];
  });
}

/** Ids in titles of tests: `[2.2 lock-wait]`, several as `[2.2 a] [12.1 b]`; a row of a `test.each` names its id as the text `'2.2 lock-wait'`. */
function testedIds(standIn: string): Map<string, string> {
  const folder = join(root, 'tests/local', standIn);
  const found = new Map<string, string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.test.ts')) continue;
    for (const [, id = ''] of readFileSync(join(folder, file), 'utf8').matchAll(/[['](\d{1,2}(?:\.\d{1,2})? [a-z][a-z0-9-]{2,})[\]']/g))
      found.set(id, file);
  }
  return found;
}

/** A chapter of a reference, from its heading to the given line. */
function chapter(file: string, from: string, to: string): string {
  const text = readFileSync(join(references, file), 'utf8');
  const start = text.indexOf(`\n${from}`);
  return text.slice(start, text.indexOf(`\n${to}`, start));
}

describe.each(['portal', 'runtime'])('local/%s/COVERAGE.md', (standIn) => {
  const rows = coverage(standIn);
  const tested = testedIds(standIn);

  test('names each row once', () => {
    const ids = rows.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('every row has a test with its id, or a reason why not', () => {
    const uncovered = rows.filter(({ id, here }) => !tested.has(id) && !REASON.test(here));
    const explained = rows.filter(({ id }) => !tested.has(id)).length - uncovered.length;
    process.stderr.write(
      `local/${standIn}: ${rows.length} rows, ${rows.length - explained - uncovered.length} tested, ${explained} explained, uncovered: ${uncovered.map(({ id }) => id).join(', ') || 'none'}.\n`,
    );
    expect(uncovered.map(({ id }) => id)).toEqual([]);
  });

  test('the last column is empty, a switch or a reason', () => {
    expect(rows.filter(({ here }) => here !== '' && !REASON.test(here) && !SWITCH.test(here)).map(({ id }) => id)).toEqual([]);
  });

  test('a row that is missing or unprovable has no test', () => {
    expect(rows.filter(({ id, here }) => /^(not here|only )/.test(here) && tested.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('every id of a test has its row', () => {
    const known = new Set(rows.map(({ id }) => id));
    expect([...tested].filter(([id]) => !known.has(id))).toEqual([]);
  });
});

const present = existsSync(references);
if (!present)
  process.stderr.write('The references (../shared/reference) are not here; that COVERAGE.md names their error rows is not checked.\n');
const referenceTest = present ? test : test.skip;

referenceTest('every error row of the Apps Script reference (2.2) is named', () => {
  const said = new Set(coverage('runtime').map(({ says }) => says));
  const wanted = tableRows(chapter('apps-script.md', '### 2.2', 'In-cell errors')).map(([situation = '']) => situation);
  expect(wanted.length).toBeGreaterThan(50);
  expect(wanted.filter((situation) => situation !== 'Situation' && !said.has(situation))).toEqual([]);
});

referenceTest('every error row of the Bitrix24 reference (1.4) is named', () => {
  const said = coverage('portal').map(({ says }) => says);
  const wanted = tableRows(chapter('bitrix24-rest.md', '### 1.4', '- A rejected')).map(([, , code = '', text = '']) => `${code}: ${text}`);
  expect(wanted.length).toBeGreaterThan(30);
  expect(wanted.filter((row) => row !== '`error`: `error_description`' && !said.includes(row))).toEqual([]);
});
