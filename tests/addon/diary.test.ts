// «Дневник»: one row a day and manager, written once by the first completed refresh after midnight, whatever people do to the sheet and wherever Google
// kills a run. On the built bundle.
// One file, because all of it starts from one loaded file with a diary, which is made once.
import fc from 'fast-check';
import { FUZZ } from '../fuzz';
import golden from '../golden/kpi-example/kpi-example.json';
import { act, type Desk, fresh, loadedDesk, now, sentence, sheetNames } from './loaded-desk';
import { typePlan } from './plans-desk';
import { day, hour, journal, reopened, results } from './run-desk';

const HEADER = [
  'Дата',
  'Менеджер',
  'Отдел',
  'Создано',
  'Выиграно',
  'Проиграно',
  'Сумма продаж',
  'Открыто на конец дня',
  'Сумма открытых',
  'Звонки',
  'Встречи',
  'План месяца',
  'Факт с начала месяца',
  'Выполнение на дату',
];
const sheet = "file.getSheetByName('Дневник')";
const switchOn = (desk: Desk): unknown => act(desk, 'ensureDiary_(file)');
const rows = (desk: Desk, name = 'Дневник'): string[][] =>
  act(desk, `return file.getSheetByName('${name}').getDataRange().getDisplayValues()`) as string[][];
/** Which days stand there, from the top. */
const days = (desk: Desk, name = 'Дневник'): string[] => [
  ...new Set(
    rows(desk, name)
      .slice(1)
      .map(([date = '']) => date),
  ),
];
const marks = (desk: Desk): unknown =>
  act(desk, "return file.createDeveloperMetadataFinder().withKey('b24.diary').find().map((one) => one.getValue())");

/** The file on 20 May 2025, 18:00, loaded, with a diary that has no row yet; made once. */
let made: Desk | null = null;
function diaryDesk(): Desk {
  if (!made) {
    made = loadedDesk();
    switchOn(made);
  }
  return fresh(made);
}

/** Lets time pass to an hour of Moscow, and refreshes. */
function refreshAt(desk: Desk, iso: string): void {
  desk.clock.advance(Date.parse(`${iso}+03:00`) - desk.clock.now());
  desk.refresh();
}

test('nothing is written while there is no such sheet; made, it has a header and waits', () => {
  const desk = loadedDesk();
  desk.clock.advance(day);
  desk.refresh();
  expect(sheetNames(desk)).not.toContain('Дневник');
  switchOn(desk);
  switchOn(desk);
  expect(rows(desk)).toEqual([HEADER]);
  expect(sheetNames(desk).filter((name) => name.startsWith('Дневник'))).toEqual(['Дневник']);
});

test('the first completed refresh after midnight writes the day before, later ones leave it alone', () => {
  const desk = diaryDesk();
  refreshAt(desk, '2025-05-20T23:50:00');
  expect(days(desk)).toEqual(['19.05.2025']);
  refreshAt(desk, '2025-05-21T00:30:00');
  const written = rows(desk);
  expect(written.map((row) => row.slice(0, 2))).toEqual([
    ['Дата', 'Менеджер'],
    ['20.05.2025', 'Анна А.'],
    ['20.05.2025', 'Борис Б.'],
    ['20.05.2025', 'Вера В. (уволен)'],
    ['19.05.2025', 'Анна А.'],
    ['19.05.2025', 'Борис Б.'],
    ['19.05.2025', 'Вера В. (уволен)'],
  ]);
  // A win of the 20th that is entered on the 21st changes what formulas say of that day, not the diary.
  desk.portal.mutate({ deals: [{ id: 106, opportunity: 5000, updatedTime: '2025-05-21T08:00:00+03:00' }] });
  for (const at of ['2025-05-21T09:00:00', '2025-05-21T15:00:00', '2025-05-21T23:30:00']) refreshAt(desk, at);
  expect(rows(desk)).toEqual(written);
});

test('the row holds the numbers that the formulas have of that day', () => {
  const desk = diaryDesk();
  desk.refresh();
  const [, , boris = []] = rows(desk);
  const of = (formula: string): string => String(desk.value(formula));
  expect([boris[1], boris[4], boris[7]]).toEqual([
    'Борис Б.',
    of('=B24_DEALS("2025-05-19..2025-05-19";"Борис";;"выиграно";B24_DATA)'),
    '2',
  ]);
  const numbers = act(desk, `return ${sheet}.getRange(3, 4, 1, 11).getValues()[0]`);
  expect(numbers).toEqual([0, 1, 0, 120000, 2, 195000, 1, 0, '', 350000, '']);
});

test('plans of the month and how far they are, as typed on the morning after', () => {
  const desk = diaryDesk();
  desk.call('createInputSheets');
  typePlan(desk, 2, { Период: '2025-05', Область: 'Менеджер', Кто: 'Борис Б.', Показатель: 'Сумма продаж', План: '700000' });
  desk.refresh();
  const [target, fact, done] = act(desk, `return ${sheet}.getRange(3, 12, 1, 3).getValues()[0]`) as number[];
  expect([target, fact]).toEqual([700000, 350000]);
  expect(done).toBeGreaterThan(0.5);
  typePlan(desk, 2, { План: '1' });
  desk.clock.advance(hour);
  desk.refresh();
  expect(act(desk, `return ${sheet}.getRange(3, 12).getValue()`)).toBe(700000);
});

test('days without a refresh on the morrow have no rows: nobody knows what they looked like', () => {
  const desk = diaryDesk();
  refreshAt(desk, '2025-05-21T10:00:00');
  refreshAt(desk, '2025-05-25T10:00:00');
  refreshAt(desk, '2025-05-26T10:00:00');
  expect(days(desk)).toEqual(['25.05.2025', '24.05.2025', '20.05.2025']);
});

test('midnight is that of the file', () => {
  const zone = { runtime: { timeZone: 'Asia/Vladivostok' } };
  const desk = loadedDesk(zone);
  switchOn(desk);
  desk.refresh();
  // 18:00 in Moscow is 01:00 of the 21st in Vladivostok.
  expect(days(desk)).toEqual(['20.05.2025']);
});

test('dates and numbers are values, names are text and never a formula', () => {
  const users = golden.inputs.users.map((user) => ({ ...user, NAME: '=1+1', LAST_NAME: '' }));
  const desk = loadedDesk({ data: { ...golden.inputs, users } });
  switchOn(desk);
  desk.refresh();
  expect(
    act(
      desk,
      `const r = ${sheet}.getRange(2, 1, 1, 14); return [r.getFormulas()[0].join(''), r.getNumberFormats()[0].slice(0, 3), typeof r.getValues()[0][0], r.getDisplayValues()[0][1].slice(0, 4)]`,
    ),
  ).toEqual(['', ['dd.MM.yyyy', '@', '@'], 'object', '=1+1']);
});

describe('people', () => {
  test('sort, filter, move and rename the sheet, and add columns: their cells stay beside the rows', () => {
    const desk = diaryDesk();
    desk.refresh();
    act(
      desk,
      `const s = ${sheet}; s.setName('Дни'); file.setActiveSheet(s); file.moveActiveSheet(1);
       s.getRange(1, 15, 4, 1).setValues([['Заметка'], ['a'], ['b'], ['c']]);
       s.getRange(2, 1, 3, 15).sort({ column: 2, ascending: false })`,
    );
    refreshAt(desk, '2025-05-21T10:00:00');
    expect(rows(desk, 'Дни').map((row) => [row[0], row[1], row[14]])).toEqual([
      ['Дата', 'Менеджер', 'Заметка'],
      ['20.05.2025', 'Анна А.', ''],
      ['20.05.2025', 'Борис Б.', ''],
      ['20.05.2025', 'Вера В. (уволен)', ''],
      ['19.05.2025', 'Вера В. (уволен)', 'c'],
      ['19.05.2025', 'Борис Б.', 'b'],
      ['19.05.2025', 'Анна А.', 'a'],
    ]);
  });

  test('move our columns and put their own between: each number goes under its title', () => {
    const desk = diaryDesk();
    desk.refresh();
    const before = act(desk, `return ${sheet}.getRange(2, 1, 3, 14).getValues().map((row) => row.join())`);
    act(desk, `const s = ${sheet}; s.insertColumnsBefore(3, 1); s.getRange(1, 3).setValue('Моё'); s.getRange(2, 3).setValue('x')`);
    refreshAt(desk, '2025-05-21T10:00:00');
    const [head = [], first = [], , , old = []] = rows(desk);
    expect([head[2], first[2], old[2], first[0], old[0], first[3]]).toEqual(['Моё', '', 'x', '20.05.2025', '19.05.2025', 'Отдел продаж 1']);
    expect(
      act(desk, `const s = ${sheet}; s.deleteColumns(3, 1); return s.getRange(5, 1, 3, 14).getValues().map((row) => row.join())`),
    ).toEqual(before);
  });

  test('delete rows: they do not come back', () => {
    const desk = diaryDesk();
    desk.refresh();
    act(desk, `${sheet}.deleteRows(2, 2)`);
    desk.clock.advance(hour);
    desk.refresh();
    expect(rows(desk)).toHaveLength(2);
    act(desk, `const s = ${sheet}; s.getRange(2, 1, 1, 14).clearContent()`);
    desk.clock.advance(hour);
    desk.refresh();
    expect(rows(desk)).toEqual([HEADER]);
    refreshAt(desk, '2025-05-21T10:00:00');
    expect(days(desk)).toEqual(['20.05.2025']);
  });

  test('delete the sheet: nothing is written, until it is switched on again', () => {
    const desk = diaryDesk();
    desk.refresh();
    act(desk, `file.deleteSheet(${sheet})`);
    refreshAt(desk, '2025-05-21T10:00:00');
    expect(sheetNames(desk)).not.toContain('Дневник');
    switchOn(desk);
    desk.clock.advance(hour);
    desk.refresh();
    expect(days(desk)).toEqual(['20.05.2025']);
  });

  test('duplicate the tab: the copy is theirs', () => {
    const desk = diaryDesk();
    desk.refresh();
    act(desk, `${sheet}.copyTo(file).setName('Копия')`);
    refreshAt(desk, '2025-05-21T10:00:00');
    expect([days(desk), days(desk, 'Копия')]).toEqual([['20.05.2025', '19.05.2025'], ['19.05.2025']]);
  });

  test('rename a title: the refresh is completed, the journal says what is missing, and the day is written once it is back', () => {
    const desk = diaryDesk();
    act(desk, `${sheet}.getRange(1, 7).setValue('Выручка')`);
    expect(desk.refresh().done).toBe(true);
    expect([results(desk)[0], journal(desk)[0]?.['Пояснение']]).toEqual([
      'без изменений',
      'Дневник не дополнен. На листе «Дневник» нет столбца «Сумма продаж». Верните его заголовок в первую строку: следующее обновление допишет день.',
    ]);
    act(desk, `${sheet}.getRange(1, 7).setValue('Сумма продаж')`);
    desk.clock.advance(hour);
    desk.refresh();
    expect([days(desk), journal(desk)[0]?.['Пояснение']]).toEqual([['19.05.2025'], '']);
  });

  test.each([true, false])(
    'protect the sheet: the refresh is completed, the journal says so, half a day never stands there (refused at once: %s)',
    (refusesProtectedAtOnce) => {
      const owner = loadedDesk();
      switchOn(owner);
      owner.runtime.run('connect', [owner.webhook], { as: 'sidebar', user: 'second@example.com' });
      act(owner, `const lock = ${sheet}.protect(); lock.removeEditors(lock.getEditors())`);
      const desk = reopened(owner, { runtime: { switches: { refusesProtectedAtOnce } } });
      expect(desk.runtime.run('refresh', [], { as: 'sidebar', user: 'second@example.com' })).toMatchObject({ done: true });
      expect(journal(desk)[0]?.['Пояснение']).toContain('Дневник не дополнен. Лист или диапазон защищён');
      expect(rows(desk)).toEqual([HEADER]);
      desk.refresh();
      expect(days(desk)).toEqual(['19.05.2025']);
    },
  );
});

test('days of another portal are not mixed in: the journal says what to do', () => {
  const desk = diaryDesk();
  desk.refresh();
  act(desk, "file.createDeveloperMetadataFinder().withKey('b24.diary').find()[0].setValue('2025-05-18 other.bitrix24.ru')");
  refreshAt(desk, '2025-05-21T10:00:00');
  expect(days(desk)).toEqual(['19.05.2025']);
  expect(journal(desk)[0]?.['Пояснение']).toContain('дни портала other.bitrix24.ru');
});

describe('a run that Google kills', () => {
  /** Calls that leave the script's own computing. */
  const counts = (call: string): boolean => !call.startsWith('Utilities.');
  const whole = diaryDesk();
  whole.refresh();
  refreshAt(whole, '2025-05-21T00:30:00');
  const [undisturbed, mark] = [rows(whole), marks(whole)];

  /** The night of the 21st: how many calls a refresh makes, and before which it begins the diary. */
  const night = (): Desk => {
    const desk = diaryDesk();
    desk.refresh();
    desk.clock.advance(Date.parse('2025-05-21T00:30:00+03:00') - desk.clock.now());
    return desk;
  };
  const counted = night();
  let [calls, begun] = [0, 0];
  counted.runtime.run('refresh', [], {
    as: 'sidebar',
    kill: {
      at: 'call',
      nth: 1,
      unflushed: 'kept',
      counts: (call) => {
        if (counts(call)) calls++;
        if (call === 'SpreadsheetApp.Sheet.getDeveloperMetadata') begun = calls;
        return false;
      },
    },
  });

  test('anywhere leaves the old days whole, and the next refresh writes the day once and whole', () => {
    expect(rows(counted)).toEqual(undisturbed);
    const kill = fc.record({
      nth: fc.oneof(fc.integer({ min: 1, max: calls }), fc.integer({ min: begun - 5, max: Math.min(calls, begun + 60) })),
      unflushed: fc.constantFrom('kept' as const, 'lost' as const),
    });
    fc.assert(
      fc.property(fc.array(kill, { minLength: 1, maxLength: 3 }), (deaths) => {
        const desk = night();
        for (const death of deaths) {
          sentence(() => desk.runtime.run('refresh', [], { as: 'sidebar', kill: { at: 'call', counts, ...death } }));
          const seen = rows(desk).filter(([date]) => date !== '');
          expect([undisturbed, [HEADER, ...undisturbed.slice(4)]]).toContainEqual(seen);
        }
        desk.refresh();
        expect([rows(desk), marks(desk)]).toEqual([undisturbed, mark]);
      }),
      { ...FUZZ, numRuns: process.env['SOAK'] ? 300 : 12 },
    );
  });

  test('while the sheet is made: it is there whole or is finished the next time, never twice', () => {
    const start = loadedDesk();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.constantFrom('kept' as const, 'lost' as const), (nth, unflushed) => {
        const desk = fresh(start);
        sentence(() => desk.runtime.run('actInTest', ['ensureDiary_(file)'], { as: 'menu', kill: { at: 'call', nth, unflushed, counts } }));
        desk.refresh();
        switchOn(desk);
        desk.refresh();
        expect(sheetNames(desk).filter((name) => name.startsWith('Дневник'))).toEqual(['Дневник']);
        expect([rows(desk)[0], days(desk)]).toEqual([HEADER, ['19.05.2025']]);
      }),
      { ...FUZZ, numRuns: process.env['SOAK'] ? 60 : 8 },
    );
  });
});

test('in English', () => {
  const desk = loadedDesk({ lang: 'en', now });
  switchOn(desk);
  desk.refresh();
  expect(rows(desk, 'Diary').map((row) => row.slice(0, 3))).toEqual([
    ['Date', 'Manager', 'Department'],
    ['2025-05-19', 'Анна А.', 'Отдел продаж 1'],
    ['2025-05-19', 'Борис Б.', 'Отдел продаж 1'],
    ['2025-05-19', 'Вера В. (left)', 'Отдел продаж 2'],
  ]);
});
