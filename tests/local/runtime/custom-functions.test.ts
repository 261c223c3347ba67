// Custom functions: apps-script reference 4, 2.2, checklist item 7; workbench reference 9.
import { script } from './script';

const sheetOf = (runtime: ReturnType<typeof script>): string => runtime.spreadsheet.sheets()[0]?.name ?? '';

describe('arguments and results (4.2)', () => {
  const runtime = script(`/** @customfunction */
    function SEEN(...args) { return JSON.stringify(args.map((a) => a instanceof Date ? 'Date ' + a.getFullYear() : a === undefined ? 'omitted' : a)); }
    /** @customfunction */
    function GIVE(what) { return { date: new Date(2026, 0, 5), nothing: undefined, null: null, bool: true, rows: [[1, 'a'], [2, 'b']], ragged: [[1], [2, 3]], column: [1, 2], text: '=1+1' }[what]; }`);
  const sheet = sheetOf(runtime);
  runtime.edit(sheet, 'A1', '12,5');
  runtime.edit(sheet, 'B1', 'текст');
  runtime.edit(sheet, 'A2', '05.01.2026');
  runtime.edit(sheet, 'C2', 'TRUE');

  it('a cell arrives as its value, a blank cell as an empty text', () => {
    expect(runtime.evaluate('=SEEN(A1;B1;D9;A2)')).toEqual({ value: '[12.5,"текст","","Date 2026"]' });
  });

  it('a range arrives as rows', () => {
    expect(runtime.evaluate('=SEEN(A1:B1)')).toEqual({ value: '[[[12.5,"текст"]]]' });
  });

  it('an omitted argument is undefined', () => {
    expect(runtime.evaluate('=SEEN(1;;3)')).toEqual({ value: '[1,"omitted",3]' });
  });

  it.each([
    ['date', new Date(Date.UTC(2026, 0, 4, 21))],
    ['nothing', ''],
    ['null', ''],
    ['bool', true],
    ['text', '=1+1'],
    [
      'rows',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'ragged',
      [
        [1, ''],
        [2, 3],
      ],
    ],
    ['column', [[1], [2]]],
  ])('a result %s is shown as cells', (what, expected) => {
    expect(runtime.evaluate(`=GIVE("${what}")`)).toEqual({ value: expected });
  });

  it('names are case-insensitive, private names are unknown', () => {
    expect(runtime.evaluate('=give("bool")')).toEqual({ value: true });
    expect(script('function HIDDEN_() { return 1; }').evaluate('=HIDDEN_()')).toMatchObject({ error: '#NAME?' });
  });
});

describe('errors', () => {
  const runtime = script(`function BAD() { throw new Error('Период "13" не понят.'); }
    function BUG() { return null.x; }
    function SLOW() { Utilities.sleep(31000); return 1; }
    function OBJECT() { return {}; }`);

  it.each([
    ['BAD', 'Период "13" не понят.'],
    ['BUG', "TypeError: Cannot read properties of null (reading 'x') (line 2)."],
    ['SLOW', 'Exceeded maximum execution time (line 0).'],
    ['OBJECT', 'The function returned an object; a cell holds a number, text, date, true or false.'],
  ])('%s shows #ERROR! with its note', (name, message) => {
    expect(runtime.evaluate(`=${name}()`)).toEqual({ error: '#ERROR!', message });
  });
});

describe('services (4.3)', () => {
  it('reads work; setters, dialogs, mail and triggers do not', () => {
    const runtime = script(`function TRY(n) { const calls = [
        () => CacheService.getDocumentCache().get('a'), () => PropertiesService.getUserProperties().getProperty('who'), () => PropertiesService.getUserProperties().setProperty('a', 'b'),
        () => SpreadsheetApp.getUi(), () => MailApp.getRemainingDailyQuota(), () => ScriptApp.getProjectTriggers(), () => Session.getActiveUser().getEmail(), () => Session.getActiveUserLocale()];
        try { return String(calls[n]()); } catch (e) { return e.message; } }
      function save() { PropertiesService.getUserProperties().setProperty('who', 'owner'); }`);
    runtime.run('save');
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((n) => (runtime.evaluate(`=TRY(${n})`) as { value: unknown }).value)).toEqual([
      'null',
      'owner',
      'You do not have permission to call PropertiesService.Properties.setProperty',
      'Cannot call SpreadsheetApp.getUi() from this context.',
      'You do not have permission to call MailApp.getRemainingDailyQuota. Required permissions: https://www.googleapis.com/auth/script.send_mail',
      'You do not have permission to call ScriptApp.getProjectTriggers. Required permissions: https://www.googleapis.com/auth/script.scriptapp',
      '',
      'ru',
    ]);
  });

  it('fetches, and its time is its own', () => {
    const runtime = script("function GET() { return UrlFetchApp.fetch('http://host/a').getContentText(); }", {
      hosts: { host: () => ({ status: 200, headers: {}, body: 'ok' }) },
    });
    expect(runtime.evaluate('=GET()')).toEqual({ value: 'ok' });
  });
});

describe('the result cache (4.4)', () => {
  const code = 'function COUNTED(x) { console.log(JSON.stringify(x)); return x; }';

  it('runs once per value of the arguments, whatever is edited elsewhere', () => {
    const calls: string[] = [];
    const runtime = script(code, { log: (_, line) => calls.push(line) });
    const sheet = sheetOf(runtime);
    runtime.edit(sheet, 'A1', '1');
    runtime.edit(sheet, 'B1', '=COUNTED(A1)');
    runtime.edit(sheet, 'C1', '5');
    runtime.edit(sheet, 'B2', '=COUNTED(A1)');
    runtime.edit(sheet, 'A1', '1');
    expect(calls).toEqual(['1']);
    runtime.edit(sheet, 'A1', '2');
    runtime.edit(sheet, 'A1', '1');
    expect(calls).toEqual(['1', '2']);
    expect(runtime.stats.customFunctionCalls).toBe(2);
  });

  it('keeps dates, texts and numbers of one look apart', () => {
    const calls: string[] = [];
    const runtime = script(code, { log: (_, line) => calls.push(line) });
    for (const argument of ['46027', '"46027"', 'DATE(2026;1;5)', '']) runtime.evaluate(`=COUNTED(${argument})`);
    expect(calls).toHaveLength(4);
  });

  it('is kept with the workbook and forgotten with another build', () => {
    const calls: string[] = [];
    const log = (_: string, line: string) => calls.push(line);
    const first = script(code, { log });
    first.evaluate('=COUNTED(DATE(2026;1;5))');
    const state = JSON.parse(JSON.stringify(first.save()));
    const second = script(code, { log, state });
    expect(second.evaluate('=COUNTED(DATE(2026;1;5))')).toEqual({ value: new Date(Date.UTC(2026, 0, 4, 21)) });
    expect(calls).toHaveLength(1);
    script(`${code} // changed`, { log, state }).evaluate('=COUNTED(DATE(2026;1;5))');
    expect(calls).toHaveLength(2);
  });

  it('does not keep errors', () => {
    const runtime = script(
      "function FLAKY() { const p = PropertiesService.getScriptProperties(); if (p.getProperty('ok')) return 'fine'; throw new Error('not yet'); } function fix() { PropertiesService.getScriptProperties().setProperty('ok', '1'); }",
    );
    expect(runtime.evaluate('=FLAKY()')).toEqual({ error: '#ERROR!', message: 'not yet' });
    runtime.run('fix');
    expect(runtime.evaluate('=FLAKY()')).toEqual({ value: 'fine' });
  });

  it('a volatile argument is refused (2.2)', () => {
    const runtime = script(code);
    const sheet = sheetOf(runtime);
    runtime.edit(sheet, 'A1', '=NOW()');
    expect(runtime.evaluate('=COUNTED(A1)')).toMatchObject({
      error: '#ERROR!',
      message: 'This function is not allowed to reference a cell with NOW(), RAND(), RANDARRAY(), or RANDBETWEEN()',
    });
  });
});

it('only tagged functions are offered to cells when there are tagged ones, so that no built-in is replaced', () => {
  const runtime = script('/** @customfunction */ function MINE() { return 1; }\nfunction sum() { return 42; }');
  expect(runtime.functionNames).toEqual(['MINE']);
  expect(runtime.evaluate('=SUM(1;2)')).toEqual({ value: 3 });
});
