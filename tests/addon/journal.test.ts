// «Журнал»: a row for every refresh, true and harmless, whatever people do to the sheet. On the built bundle.
import fc from 'fast-check';
import { FUZZ } from '../fuzz';
import golden from '../golden/kpi-example/kpi-example.json';
import { act, fresh, loadedDesk, numbers, sentence, won107 } from './loaded-desk';
import { journal, reopened, results, revoked, runDesk, unreachable, without } from './run-desk';

const headers = {
  ru: ['Начало', 'Конец', 'Что', 'Кто', 'Итог', 'Добавлено', 'Изменено', 'Удалено', 'Что изменилось', 'Запросов', 'Повторов', 'Пояснение'],
  en: ['Start', 'End', 'What', 'Who', 'Result', 'Added', 'Changed', 'Deleted', 'What changed', 'Requests', 'Retries', 'In words'],
};
const sheet = "file.getSheetByName('Журнал')";

test.each(['ru', 'en'] as const)('the newest refresh stands on top, with times, numbers and words (%s)', (lang) => {
  const desk = runDesk({ lang });
  const first = desk.refresh();
  desk.clock.advance(60_000);
  desk.refresh();
  const [last = {}, earlier = {}] = journal(desk, lang === 'ru' ? 'Журнал' : 'Journal');
  const [start = '', , what = '', , result = '', , , , , requests = ''] = headers[lang];
  expect(Object.keys(last)).toEqual(headers[lang]);
  expect(lang === 'ru' ? earlier[start] : last[start]).toMatch(lang === 'ru' ? /^20\.05\.2025 18:00:/ : /^2025-05-20 18:01:/);
  expect([earlier[what], earlier[result], last[what], last[result]]).toEqual(
    lang === 'ru' ? ['полная загрузка', 'готово', 'обновление', 'без изменений'] : ['full load', 'done', 'refresh', 'no changes'],
  );
  expect(earlier[requests]).toBe(String(first.requests));
});

test('times are numbers of the file’s own zone, counts are numbers, and nothing that people are called becomes a formula', () => {
  const users = golden.inputs.users.map((user) => ({ ...user, NAME: '=1+1', LAST_NAME: '' }));
  const desk = runDesk({ data: { ...golden.inputs, users }, runtime: { timeZone: 'Asia/Yekaterinburg', ...without('userinfo.email') } });
  desk.refresh();
  const row = `${sheet}.getRange(2, 1, 1, 12)`;
  expect(act(desk, `return ${row}.getDisplayValues()[0]`)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^20\.05\.2025 20:00/), '=1+1']),
  );
  expect(act(desk, `return [${row}.getFormulas()[0].join(''), typeof ${row}.getValues()[0][9]]`)).toEqual(['', 'number']);
});

test('a refresh that fails says why in the language of the file, without the secret', () => {
  const desk = runDesk({ lang: 'en' });
  for (const answer of [revoked, unreachable]) {
    desk.at.answer = answer;
    sentence(() => desk.refresh());
  }
  const rows = journal(desk, 'Journal');
  expect(rows.map((row) => [row['Result'], row['Requests'], row['In words']])).toEqual([
    ['failed', '', expect.stringContaining('cannot be reached')],
    ['failed', '', expect.stringContaining('did not accept the webhook')],
  ]);
  const { properties, spreadsheet } = desk.runtime.save();
  expect(JSON.stringify([properties.document, spreadsheet])).not.toContain(desk.webhook.split('/').at(-2));
});

test('requests that had to be sent again are counted', () => {
  const desk = runDesk();
  desk.at.answer = { status: 503, headers: {}, body: '{"error":"QUERY_LIMIT_EXCEEDED"}' };
  desk.at.next = () => {
    desk.at.next = () => {
      desk.at.answer = null;
    };
  };
  const { requests } = desk.refresh();
  expect(journal(desk)[0]).toMatchObject({ Итог: 'готово', Повторов: '1', Запросов: String(requests) });
});

test('who has not connected gets no journal', () => {
  const desk = loadedDesk();
  const rows = journal(desk);
  expect(sentence(() => desk.runtime.run('refresh', [], { as: 'sidebar', user: 'second@example.com' }))).toContain('другой сотрудник');
  expect(journal(desk)).toEqual(rows);
});

const calls = (call: string): boolean => !call.startsWith('Utilities.');

test('a refresh that Google kills is marked by the next one, when its row was begun; the others stay true', () => {
  const quiet = loadedDesk();
  quiet.portal.mutate(won107);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 350 }), fc.constantFrom('kept' as const, 'lost' as const), (nth, unflushed) => {
      const desk = fresh(quiet);
      const kill = { at: 'call', nth, unflushed, counts: calls } as const;
      const killed = sentence(() => desk.runtime.run('refresh', [], { as: 'sidebar', kill })).includes('Exceeded');
      const begun = results(desk);
      desk.refresh();
      const ended = results(desk);
      expect(ended.slice(1)).toEqual(begun.map((result) => (result === 'идёт' ? 'прервано' : result)));
      expect(begun.filter((result) => result === 'идёт').length).toBeLessThanOrEqual(killed ? 1 : 0);
      expect(ended).not.toContain('идёт');
    }),
    { ...FUZZ, numRuns: process.env['SOAK'] ? 200 : 15 },
  );
});

test('people move, rename, sort the sheet and add columns to the right: their cells stay beside the runs', () => {
  const desk = loadedDesk();
  desk.refresh();
  act(
    desk,
    `const s = ${sheet}; s.setName('Запуски'); file.setActiveSheet(s); file.moveActiveSheet(1);
     s.getRange(1, 13, 3, 1).setValues([['Заметка'], ['вторая'], ['первая']]); s.getRange(2, 1, 2, 13).sort(1)`,
  );
  desk.refresh();
  const rows = journal(desk, 'Запуски');
  expect(rows.map((row) => [row['Что'], row['Заметка']])).toEqual([
    ['обновление', ''],
    ['полная загрузка', 'первая'],
    ['обновление', 'вторая'],
  ]);
  act(desk, "file.deleteSheet(file.getSheetByName('Запуски'))");
  desk.refresh();
  expect(results(desk)).toEqual(['без изменений']);
});

test('a row that somebody deletes while its run is under way is written again', () => {
  const desk = runDesk();
  desk.at.next = () => act(desk, `${sheet}.getRange(2, 1, 1, 12).setValue('')`);
  desk.refresh();
  expect(results(desk)[0]).toBe('готово');
});

test('at most 1000 rows: the oldest go, wherever they are sorted to', () => {
  const desk = loadedDesk();
  act(
    desk,
    `const s = ${sheet}; const rows = []; for (let at = 0; at < 999; at++) rows.push([40000 + at]);
     s.insertRowsAfter(2, 999); s.getRange(3, 1, 999, 1).setValues(rows)`,
  );
  desk.refresh();
  const rows = act(desk, `return ${sheet}.getRange(2, 1, ${sheet}.getLastRow() - 1, 1).getValues().map(([start]) => +start)`) as number[];
  expect(rows.length).toBe(951);
  expect(results(desk).slice(0, 2)).toEqual(['без изменений', 'готово']);
  expect(rows.filter((start) => start === 40000)).toEqual([]);
  expect(new Set(rows).size).toBe(951);
});

test.each([true, false])('a sheet that Google refuses to write never breaks a refresh (at once: %s)', (refusesProtectedAtOnce) => {
  const desk = loadedDesk();
  desk.runtime.run('connect', [desk.webhook], { as: 'sidebar', user: 'second@example.com' });
  act(desk, `const lock = ${sheet}.protect(); lock.removeEditors(lock.getEditors())`);
  const guarded = reopened(desk, { runtime: { switches: { refusesProtectedAtOnce } } });
  guarded.portal.mutate(won107);
  const before = results(guarded);
  expect(guarded.runtime.run('refresh', [], { as: 'sidebar', user: 'second@example.com' })).toMatchObject({ done: true, generation: 3 });
  expect(results(guarded)).toEqual(before);
  desk.portal.mutate(won107);
  desk.refresh();
  expect(numbers(guarded)).toEqual(numbers(desk));
});

test('costs a refresh a few calls of its own', () => {
  const desk = loadedDesk();
  desk.refresh();
  const own = new Map<string, number>();
  const counts = (call: string): boolean => {
    if (/insertRow|setNumberFormats|deleteRow/.test(call)) own.set(call, (own.get(call) ?? 0) + 1);
    return false;
  };
  desk.runtime.run('refresh', [], { as: 'sidebar', kill: { at: 'call', nth: 1, unflushed: 'kept', counts } });
  expect(Object.fromEntries(own)).toEqual({ 'SpreadsheetApp.Sheet.insertRowsBefore': 1, 'SpreadsheetApp.Range.setNumberFormats': 2 });
});
