// What a rebuild does when people moved cells, when a newer layout has its blocks elsewhere, when the dashboard is gone, when a build is killed. On the built bundle.

import { emptyBlock } from '../../src/report/page-blocks';
import type { ReportSheet } from '../../src/report/spec';
import { act, type Desk, fresh, loadedDesk } from './loaded-desk';
import { type Person, personAt, seen } from './report-hands';

const funnel = { ids: ['funnel'], restore: false };
let loaded: Desk;
beforeAll(() => {
  loaded = loadedDesk();
  loaded.call('buildReports', funnel);
});

const opened = (): { desk: Desk; person: Person } => {
  const desk = fresh(loaded);
  return { desk, person: personAt(desk) };
};

describe('a sheet whose cells people moved is left exactly as it is', () => {
  test.each([
    ['a row was inserted above', 'sheet.insertRowBefore(1);'],
    ['a row was inserted inside a table', 'sheet.insertRowAfter(35);'],
    ['a row was inserted under the pictures', 'sheet.insertRowAfter(15);'],
    ['rows were deleted', 'sheet.deleteRows(15, 3);'],
    ['a column was inserted', 'sheet.insertColumnBefore(2);'],
    ['a table was cut and pasted', "sheet.getRange('A29:L44').moveTo(sheet.getRange('A120'));"],
    [
      'a row was inserted and our protections were taken off',
      'sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).forEach((one) => one.remove()); sheet.insertRowBefore(25);',
    ],
  ])('%s', (_title, body) => {
    const { person } = opened();
    person.does('Воронка', `if (sheet.getMaxRows() < 140) sheet.insertRowsAfter(sheet.getMaxRows(), 140); ${body}`);
    const before = seen(person, 'Воронка');
    expect(person.build(funnel)).toMatch(/^Оставлены как есть, потому что в них вставлены или передвинуты строки либо столбцы: Воронка\./);
    expect(person.build({ ...funnel, restore: true })).toMatch(/^Оставлены как есть/);
    expect(seen(person, 'Воронка')).toEqual(before);
  });

  test('an own table of the same function beside a block that was removed is no moved block', () => {
    const { person } = opened();
    person.does(
      'Воронка',
      `const rows = sheet.getDataRange().getFormulas(); const at = rows.findIndex((row) => row[0].indexOf('=B24_BOTTLENECK(') === 0) + 1; sheet.getRange(at, 1).clearContent(); sheet.getRange(at + 2, 1).setFormula('=B24_BOTTLENECK("2025";;"Продажи";B24_DATA)');`,
    );
    expect(person.build(funnel)).toBe('Отчёты построены: Воронка.');
    const formulas = Object.values(seen(person, 'Воронка').formulas).filter((formula) => formula.startsWith('=B24_BOTTLENECK('));
    expect(formulas).toEqual(['=B24_BOTTLENECK("2025";;"Продажи";B24_DATA)']);
  });

  test('what people put where a removed block stood is not overwritten when it is to come back', () => {
    const { person } = opened();
    const a1 = person.does(
      'Воронка',
      `const rows = sheet.getDataRange().getFormulas(); const at = rows.findIndex((row) => row[0].indexOf('=B24_BOTTLENECK(') === 0) + 1; sheet.getRange(at, 1).clearContent(); sheet.getRange(at + 3, 2).setValue('моя заметка'); return sheet.getRange(at + 3, 2).getA1Notation();`,
    );
    expect(person.build({ ...funnel, restore: true })).toBe(
      `Оставлены как есть, потому что место таблиц занято вашими ячейками: Воронка (${String(a1)}). Перенесите эти ячейки правее или ниже отчёта и постройте отчёты ещё раз.`,
    );
    person.does('Воронка', `sheet.getRange('${String(a1)}').clearContent();`);
    expect(person.build({ ...funnel, restore: true })).toBe('Отчёты построены: Воронка.');
  });
});

/** A small layout: a table that starts at `top`, and cells to type in below it. */
function layout(top: number, { typedAt = top + 12, extra = false } = {}): ReportSheet {
  const table = (id: string, row: number, rule: string) => ({
    ...emptyBlock(id, `A${row}:D${row + 6}`),
    anchor: `A${row + 1}`,
    values: [{ a1: `A${row}`, value: `Таблица ${id}` }],
    formulas: [{ a1: `A${row + 1}`, formula: '=B24_TOP("2025","","","менеджер",3,"",B24_DATA)' }],
    looks: [{ a1: `A${row}:D${row}`, background: '#e8eef4' }],
    conditions: [{ ranges: [`A${row + 1}:D${row + 6}`], formula: rule, bold: true }],
    notes: [{ a1: `A${row}`, text: 'что это' }],
    merges: [`C${row}:D${row}`],
    spills: [{ anchor: `A${row + 1}`, area: `A${row + 1}:D${row + 6}` }],
  });
  return {
    id: 'funnel',
    name: 'Малый',
    tabColor: '#2f6db5',
    rows: 60,
    columns: 8,
    columnWidths: [100, 100, 100, 100, 100, 100, 100, 100],
    rowHeights: { 1: 30 },
    frozenRows: 1,
    frozenColumns: 0,
    hideGridlines: true,
    switches: [{ a1: extra ? 'B2' : 'B1', id: 'period', values: ['этот год', '2025'], initial: 'этот год', help: 'Период', strict: false }],
    names: [],
    blocks: [
      table('best', top, `=$A${top + 1}="Итого"`),
      {
        ...emptyBlock('typed', `A${typedAt}:B${typedAt + 3}`),
        values: [{ a1: `A${typedAt}`, value: 'Впишите' }],
        typed: [`A${typedAt + 1}:B${typedAt + 3}`],
      },
      ...(extra ? [table('more', 40, '=$A41="x"')] : []),
    ],
    charts: [
      {
        id: 'picture',
        kind: 'COLUMN',
        ranges: [`A${top + 1}:B${top + 6}`],
        headers: 1,
        options: { title: 'картинка' },
        position: { row: top, column: 6, width: 200, height: 200 },
      },
    ],
  };
}

function draws(desk: Desk, sheet: ReportSheet): { names: string[]; moved: string[]; blocked: string[] } {
  return JSON.parse(String(act(desk, `return JSON.stringify(drawReports_(file, [${JSON.stringify(sheet)}], false));`)));
}

describe('a newer layout', () => {
  const drawn = () => {
    const desk = loadedDesk();
    draws(desk, layout(4));
    const person = personAt(desk);
    person.does(
      'Малый',
      "sheet.getRange('A18').setValue('обещал звонить'); sheet.getRange('H3').setValue('моё'); sheet.getRange('B1').setValue('2025');",
    );
    return { desk, person };
  };

  test('takes what people typed along and leaves nothing of the old place behind', () => {
    const { desk, person } = drawn();
    expect(draws(desk, layout(7, { extra: true }))).toEqual({ names: ['Малый'], moved: [], blocked: [] });
    const once = seen(person, 'Малый');
    expect(once).toMatchObject({
      charts: ['картинка A8:B13'],
      protections: ['B24 KPI: best A7:D13 true', 'B24 KPI: more A40:D46 true'],
      rules: ['A41:D46 =$A41="x"', 'A8:D13 =$A8="Итого"'],
    });
    expect([once.texts['A19'], once.texts['A20'], once.texts['A21'], once.texts['H3'], once.texts['B2']]).toEqual([
      'Впишите',
      undefined,
      'обещал звонить',
      'моё',
      '2025',
    ]);
    expect(Object.keys(once.formulas)).toEqual(['A8', 'A41']);
    expect([once.texts['A4'], once.texts['A16'], once.texts['A18']]).toEqual([undefined, undefined, undefined]);
    expect(
      person.does(
        'Малый',
        "return [sheet.getRange('A4').getBackground(), sheet.getRange('A4').getNote(), sheet.getRange('C4').isPartOfMerge(), sheet.getRange('F7').getRow()].join();",
      ),
    ).toBe('#ffffff,,false,7');
    draws(desk, layout(7, { extra: true }));
    expect(seen(person, 'Малый')).toEqual(once);
  });

  test('stops before cells of people that are in its way, and says which', () => {
    const { desk, person } = drawn();
    person.does('Малый', "sheet.getRange('B42').setValue('моё');");
    const before = seen(person, 'Малый');
    expect(draws(desk, layout(7, { extra: true }))).toEqual({ names: [], moved: [], blocked: ['Малый (B42)'] });
    expect(seen(person, 'Малый')).toEqual(before);
  });

  test.each(['kept', 'lost'] as const)('ends well wherever it is killed, with unflushed writes %s', (unflushed) => {
    const whole = drawn();
    draws(whole.desk, layout(7, { extra: true }));
    const expected = seen(whole.person, 'Малый');
    const body = `return JSON.stringify(drawReports_(file, [${JSON.stringify(layout(7, { extra: true }))}], false));`;
    const { desk: start } = drawn();
    for (let nth = 3; nth < 260; nth += process.env['SOAK'] ? 3 : 23) {
      const desk = fresh(start);
      try {
        desk.runtime.run('actInTest', [body], { as: 'menu', kill: { at: 'call', nth, unflushed } });
      } catch {}
      draws(desk, layout(7, { extra: true }));
      expect(seen(personAt(desk), 'Малый')).toEqual(expected);
    }
  });
});

test('a first build killed anywhere ends as an undisturbed one, without a second sheet, chart or protection', () => {
  const start = loadedDesk();
  const whole = fresh(start);
  personAt(whole).build(funnel);
  const expected = seen(personAt(whole), 'Воронка');
  const tabs = whole.runtime.spreadsheet.sheets().map(({ name }) => name);
  for (let nth = 5; nth < 500; nth += process.env['SOAK'] ? 7 : 61) {
    const desk = fresh(start);
    const person = personAt(desk);
    person.build(funnel, { at: 'call', nth, unflushed: nth % 2 ? 'kept' : 'lost' });
    expect(person.build(funnel)).toBe('Отчёты построены: Воронка.');
    expect(seen(person, 'Воронка')).toEqual(expected);
    expect(desk.runtime.spreadsheet.sheets().map(({ name }) => name)).toEqual(tabs);
  }
});

test('without the dashboard the sheets show their defaults, and follow it again once it is back', () => {
  const desk = fresh(loaded);
  const person = personAt(desk);
  const follows = () => String(desk.value("='План-факт'!E5"));
  person.build({ ids: ['summary', 'planFact'], restore: false });
  desk.runtime.edit('Сводка', 'B5', 'прошлый месяц');
  expect(follows()).toBe('прошлый месяц');
  person.does('Сводка', 'file.deleteSheet(sheet);');
  expect(follows()).toBe('этот месяц');
  expect(person.build({ ids: ['planFact'], restore: false })).toBe('Отчёты построены: План-факт.');
  expect([follows(), desk.value('=B24_PERIOD'), desk.value('=B24_WHO'), desk.value('=B24_PIPELINE')]).toEqual([
    'этот месяц',
    'этот месяц',
    'Все',
    'Все',
  ]);
  expect(Object.values(seen(person, 'План-факт').texts).filter((text) => /^#/.test(text))).toEqual([]);
  person.build({ ids: ['summary', 'planFact'], restore: false });
  desk.runtime.edit('Сводка', 'B5', '2025-04');
  expect([follows(), desk.value('=B24_PERIOD')]).toEqual(['2025-04', '2025-04']);
});
