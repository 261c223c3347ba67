// Forecasts of earlier weeks: one a week is kept before the stamp flips, whatever kills a run, and B24_FORECAST_LOG sets it against the fact. On the built bundle.
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { type KeptForecast, unpackForecasts } from '../../src/memory/forecasts';
import { isoDay } from '../../src/period';
import { FUZZ } from '../fuzz';
import golden from '../golden/kpi-example/kpi-example.json';
import { act, connected, type Desk, fresh, loadedDesk, rounded, sentence, sheetNames } from './loaded-desk';
import { journal } from './run-desk';

const FORECASTS = '_b24_forecasts';
type Line = unknown[];
const log = (desk: Desk, args = '"2025";'): Line[] | string => desk.value(`=B24_FORECAST_LOG(${args};B24_DATA)`) as Line[] | string;

/** What the newer row of the hidden sheet holds. */
function kept(desk: Desk): KeptForecast[] {
  const rows = act(
    desk,
    `const s = file.getSheetByName('${FORECASTS}'); return s ? s.getRange(1, 1, 2, 11).getValues() : []`,
  ) as string[][];
  const version = (row: string[]): number => Number(/^v(\d+) /.exec(row[0] ?? '')?.[1] ?? 0);
  const [newest = []] = [...rows].sort((a, b) => version(b) - version(a));
  const packed = newest.slice(1).map((chunk) => chunk.slice(chunk.indexOf(':') + 1));
  return packed.join('') === '' ? [] : unpackForecasts(gunzipSync(Buffer.from(packed.join(''), 'base64')).toString('utf8'));
}
const days = (desk: Desk): string[] => kept(desk).map(({ day }) => isoDay(day));

function refreshAt(desk: Desk, iso: string): void {
  desk.clock.advance(Date.parse(`${iso}+03:00`) - desk.clock.now());
  desk.refresh();
}

test('the first load keeps one, in a hidden sheet; it is what B24_FORECAST answers', () => {
  const desk = loadedDesk();
  expect(days(desk)).toEqual(['2025-05-20']);
  expect(desk.runtime.spreadsheet.sheets().find(({ name }) => name === FORECASTS)?.hidden).toBe(true);
  const [, [, , , won, stages, pace] = []] = log(desk) as Line[];
  const asked = (method: string) => desk.value(`=B24_FORECAST("2025-05";;;"${method}";B24_DATA)`);
  expect(rounded([won, stages, pace])).toEqual(rounded([asked('выиграно'), asked('стадии'), asked('темп')]));
});

test('one a week: on Monday, or on the first day after it on which something is loaded', () => {
  const desk = loadedDesk();
  for (const at of ['21T10', '24T10', '25T23', '26T00', '26T12', '27T10']) refreshAt(desk, `2025-05-${at}:30:00`);
  // Nothing ran from 28 May to 3 June, a Tuesday.
  for (const at of ['04T10', '08T10', '09T07']) refreshAt(desk, `2025-06-${at}:30:00`);
  expect(days(desk)).toEqual(['2025-05-20', '2025-05-26', '2025-06-04', '2025-06-09']);
  expect(kept(desk).map(({ month }) => month)).toEqual(['2025-05', '2025-05', '2025-06', '2025-06']);
});

test('formulas with the stamp have the new forecast as soon as it flips, and the deviation when the month is over', () => {
  const desk = loadedDesk();
  act(desk, "file.insertSheet('Мой').getRange('A1').setFormula('=B24_FORECAST_LOG(\"2025-05\";;B24_DATA)')");
  const shown = (): Line[] => desk.value("='Мой'!A1:N4") as Line[];
  expect(shown().filter(([month]) => month === 'май 2025')).toHaveLength(1);
  refreshAt(desk, '2025-05-26T10:00:00');
  const running = shown().filter(([month]) => month === 'май 2025');
  expect(running.map((line) => line.slice(11))).toEqual([
    ['сейчас', '', ''],
    ['сейчас', '', ''],
  ]);
  desk.portal.mutate({
    deals: [{ id: 107, opportunity: 40_000, updatedTime: '2025-05-30T10:00:00+03:00' }],
    now: '2025-05-30T10:00:00+03:00',
  });
  refreshAt(desk, '2025-06-02T10:00:00');
  const over = shown().filter(([month]) => month === 'май 2025');
  expect(over.map((line) => [line[10], line[11]])).toEqual([
    [610000, 'конец месяца'],
    [610000, 'конец месяца'],
  ]);
  // The first one said 748 229.17 by stages and 1 098 000 by pace.
  expect(Number(over[0]?.[12])).toBeCloseTo(748229.17 / 610000 - 1, 6);
  expect(Number(over[0]?.[13])).toBeCloseTo(1098000 / 610000 - 1, 6);
});

test('a file of before, whose week has none, says so until the next commit', () => {
  const desk = loadedDesk();
  act(desk, `file.deleteSheet(file.getSheetByName('${FORECASTS}'))`);
  expect(log(fresh(desk))).toContain('Прогнозов прошлых недель ещё нет');
  refreshAt(desk, '2025-05-21T10:00:00');
  expect(days(desk)).toEqual(['2025-05-21']);
  expect(log(fresh(desk), '"2025-04";')).toContain('самый ранний – от 21.05.2025');
});

test('forecasts of another portal are neither shown nor taken for this one’s, and stay', () => {
  const names = ['one.bitrix24.ru', 'two.bitrix24.ru'];
  const desk = connected({ names, data: { ...golden.inputs, portal: { host: names[0] } } });
  const load = (name: string | undefined): void => {
    desk.call('connect', `https://${name}${desk.portal.webhookPath}`);
    while (!(desk.call('refresh', true) as { done: boolean }).done);
  };
  for (const name of [...names, names[0]]) load(name);
  expect(kept(desk).map(({ portal }) => portal)).toEqual(names);
  expect((log(desk) as Line[]).length).toBe(2);
});

test('a spoilt sheet never stops a refresh: the other row answers; with both spoilt the journal and the formula say it', () => {
  const desk = loadedDesk();
  refreshAt(desk, '2025-05-26T10:00:00');
  const spoil = (row: number) => act(desk, `file.getSheetByName('${FORECASTS}').getRange(${row}, 2).setValue('x')`);
  spoil(1);
  expect((log(fresh(desk)) as Line[]).length).toBe(2);
  spoil(2);
  expect(log(fresh(desk))).toContain('_b24_forecasts');
  refreshAt(desk, '2025-06-02T10:00:00');
  expect(journal(desk)[0]).toMatchObject({
    Итог: 'готово',
    Пояснение: expect.stringContaining('Прогноз недели не сохранён. Служебный лист'),
  });
  act(desk, `file.deleteSheet(file.getSheetByName('${FORECASTS}'))`);
  refreshAt(desk, '2025-06-03T10:00:00');
  expect(days(desk)).toEqual(['2025-06-03']);
});

test('a forecast that Google does not take costs nothing else: the journal says so, and the next commit keeps it', () => {
  // Calls 1 and 2 are the journal's; without won deals a first load has one commit.
  const deals = golden.inputs.deals.filter(({ stageSemanticId }) => stageSemanticId !== 'S');
  const faults = [{ call: 'SpreadsheetApp.Range.setValues', nth: 3, error: 'service-failed' }] as const;
  const desk = connected({ data: { ...golden.inputs, deals }, runtime: { faults } });
  expect(desk.refresh().done).toBe(true);
  expect(desk.value('=B24_DEALS("2025-05";;;"проиграно";B24_DATA)')).toBe(4);
  expect(journal(desk)[0]).toMatchObject({
    Итог: 'готово',
    Пояснение: expect.stringContaining('Прогноз недели не сохранён. Google Таблицы'),
  });
  refreshAt(desk, '2025-05-21T10:00:00');
  expect([days(desk), journal(desk)[0]?.['Пояснение']]).toEqual([['2025-05-21'], '']);
  // With won deals the product rows have a commit of their own, which tries again.
  const twice = connected({ runtime: { faults } });
  twice.refresh();
  expect([days(twice), journal(twice)[0]?.['Пояснение']]).toEqual([['2025-05-20'], '']);
});

describe('a run that Google kills', () => {
  const counts = (call: string): boolean => !call.startsWith('Utilities.');
  const monday = (): Desk => {
    const desk = fresh(start);
    desk.clock.advance(Date.parse('2025-05-26T07:00:00+03:00') - desk.clock.now());
    return desk;
  };
  const start = loadedDesk();
  const whole = monday();
  let [calls, begun] = [0, 0];
  whole.runtime.run('refresh', [], {
    as: 'sidebar',
    kill: {
      at: 'call',
      nth: 1,
      unflushed: 'kept',
      counts: (call) => {
        if (counts(call)) calls++;
        if (call === 'UrlFetchApp.fetchAll') begun = calls;
        return false;
      },
    },
  });
  const undisturbed = kept(whole).map((one) => ({ ...one, people: rounded(one.people.map(Object.values)) }));

  test('anywhere: the earlier weeks are there, this one is there once, and the sheet is no second one', () => {
    expect(days(whole)).toEqual(['2025-05-20', '2025-05-26']);
    const kill = fc.record({
      nth: fc.oneof(fc.integer({ min: 1, max: calls }), fc.integer({ min: begun, max: Math.min(calls, begun + 100) })),
      unflushed: fc.constantFrom('kept' as const, 'lost' as const),
    });
    fc.assert(
      fc.property(fc.array(kill, { minLength: 1, maxLength: 2 }), (deaths) => {
        const desk = monday();
        for (const death of deaths) {
          sentence(() => desk.runtime.run('refresh', [], { as: 'sidebar', kill: { at: 'call', counts, ...death } }));
          expect(days(desk)[0]).toBe('2025-05-20');
        }
        desk.refresh();
        expect(kept(desk).map((one) => ({ ...one, people: rounded(one.people.map(Object.values)) }))).toEqual(undisturbed);
        expect(sheetNames(desk).filter((name) => name.startsWith(FORECASTS))).toEqual([FORECASTS]);
        expect((log(fresh(desk)) as Line[]).length).toBe(3);
      }),
      { ...FUZZ, numRuns: process.env['SOAK'] ? 300 : 12 },
    );
  });
});
