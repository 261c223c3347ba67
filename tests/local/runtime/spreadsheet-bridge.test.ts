// SpreadsheetApp through the realm: who may read and write, what a cell's script sees (apps-script reference 2.2, 4.3, 4.4, 6, checklist 4, 6, 7, 12).
import { failure, script, thrown, value } from './script';

const sheet = 'SpreadsheetApp.getActive().getSheets()[0]';

it('values cross as the realm’s own: dates are Dates, blanks are empty texts', () => {
  expect(
    value(
      `(() => { const r = ${sheet}.getRange('A1:C1'); r.setValues([[new Date(2026, 0, 5), undefined, 'текст']]); const [[date, blank, text]] = r.getValues(); return [date instanceof Date, date.getTime(), blank, text]; })()`,
    ),
  ).toEqual([true, Date.UTC(2026, 0, 4, 21), '', 'текст']);
});

it('a cell’s script reads the file but writes nothing (4.3)', () => {
  const runtime = script(`function READ() { return ${sheet}.getRange('A1').getValue(); }
    function WRITE(n) { const r = ${sheet}.getRange('A1'); [() => r.setValue(1), () => r.setValues([[1]]), () => SpreadsheetApp.getActive().insertSheet('x'), () => r.setNote('x')][n](); return 'written'; }
    function fill() { ${sheet}.getRange('A1').setValue('данные'); }`);
  runtime.run('fill');
  expect(runtime.evaluate('=READ()')).toEqual({ value: 'данные' });
  for (const n of [0, 1, 2, 3]) {
    expect(runtime.evaluate(`=WRITE(${n})`)).toMatchObject({
      error: '#ERROR!',
      message: expect.stringMatching(/^Exception: You do not have permission to call \S+ \(line 2\)\.$/),
    });
  }
});

it('in AuthMode.NONE the file is closed to the script', () => {
  const runtime = script('function onOpen() { SpreadsheetApp.getActiveSpreadsheet().getName(); }', { home: 'addon' });
  runtime.open();
  expect(runtime.failures[0]?.error).toMatch(/^Exception: You do not have permission to call SpreadsheetApp\.getActive/);
});

it('a manifest without a spreadsheet scope closes it too', () => {
  expect(thrown('SpreadsheetApp.getActive().getName()', { manifest: { oauthScopes: [] } })).toMatch(
    /^Exception: Specified permissions are not sufficient to call SpreadsheetApp\.getActive/,
  );
});

it('a function’s result does not depend on cells it reads beside its arguments (4.4)', () => {
  const runtime =
    script(`function READ(stamp) { return ${sheet}.getRange('A1').getValue(); } function fill(v) { ${sheet}.getRange('A1').setValue(v); }
    function stamp(v) { ${sheet}.getRange('C1').setValue(v); } function show() { return ${sheet}.getRange('B1').getValue(); }`);
  const name = runtime.spreadsheet.sheets()[0]?.name ?? '';
  runtime.run('fill', ['старое']);
  runtime.run('stamp', ['b24:1']);
  runtime.edit(name, 'B1', '=READ(C1)');
  runtime.run('fill', ['новое']);
  expect(runtime.run('show')).toBe('старое');
  runtime.run('stamp', ['b24:2']);
  expect(runtime.run('show')).toBe('новое');
});

it('what a failed run wrote stays', () => {
  const runtime = script(
    `function f() { ${sheet}.getRange('A1').setValue('записано'); throw new Error('потом упало'); } function read() { return ${sheet}.getRange('A1').getValue(); }`,
  );
  expect(failure(() => runtime.run('f'))).toBe('Error: потом упало');
  expect(runtime.run('read')).toBe('записано');
});

it('cells, names and results survive a save', () => {
  const code = `function DOUBLE(x) { return x * 2; } function read() { return ${sheet}.getRange('A1:B1').getValues()[0]; }`;
  const first = script(code);
  const name = first.spreadsheet.sheets()[0]?.name ?? '';
  first.edit(name, 'A1', '21');
  first.edit(name, 'B1', '=DOUBLE(A1)');
  const second = script(code, { state: JSON.parse(JSON.stringify(first.save())) });
  expect(second.run('read')).toEqual([21, 42]);
  expect([second.stats.customFunctionCalls, second.spreadsheet.id === first.spreadsheet.id]).toEqual([0, true]);
});

it('toasts reach the screen', () => {
  const runtime = script("function f() { SpreadsheetApp.getActive().toast('Готово', 'KPI', 5); }");
  runtime.run('f');
  expect(runtime.uiEvents).toEqual([{ kind: 'toast', message: 'Готово', title: 'KPI', seconds: 5 }]);
});
