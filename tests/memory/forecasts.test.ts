// Which forecasts are kept, and for how long; they come back from text as they were.
import fc from 'fast-check';
import { forecastIsDue, type KeptForecast, packForecasts, unpackForecasts, withForecast } from '../../src/memory/forecasts';
import { parseIsoDay, weekday } from '../../src/period';
import { FUZZ } from '../fuzz';

const day = (text: string): number => parseIsoDay(text) ?? 0;
const kept = (on: number, portal = 'romashka.bitrix24.ru'): KeptForecast => {
  return { portal, day: on, month: '2026-10', currency: 'RUB', pipelines: null, pace: [7, 22], people: [], plans: [] };
};
const here = (portal: string): boolean => portal === 'romashka.bitrix24.ru';

test('a week takes one forecast, on its Monday or the first day after it on which something is loaded', () => {
  const log = [kept(day('2026-10-07'))];
  const due = ['2026-10-04', '2026-10-05', '2026-10-08', '2026-10-11', '2026-10-12', '2026-10-20'].map((text) =>
    forecastIsDue(log, here, day(text)),
  );
  expect(due).toEqual([false, false, false, false, true, true]);
  expect(forecastIsDue([], here, day('2026-10-07'))).toBe(true);
});

test('forecasts of another portal do not count', () => {
  expect(forecastIsDue([kept(day('2026-10-07'), 'other.bitrix24.ru')], here, day('2026-10-08'))).toBe(true);
});

test('three years of weeks are kept, the oldest go', () => {
  let log: KeptForecast[] = [];
  for (let on = day('2020-01-06'); on <= day('2026-10-05'); on += 7) log = withForecast(log, kept(on));
  expect(log).toHaveLength(157);
  expect(log[log.length - 1]?.day).toBe(day('2026-10-05'));
  expect(log.every((one) => weekday(one.day) === 1)).toBe(true);
});

const amount = fc.integer({ min: -1e9, max: 1e12 }).map((minor) => minor / 100);
const forecast: fc.Arbitrary<KeptForecast> = fc.record({
  portal: fc.string(),
  day: fc.integer({ min: 0, max: 40_000 }),
  month: fc.constantFrom('2026-10', '2026-11'),
  currency: fc.constantFrom('RUB', 'KZT'),
  pipelines: fc.option(fc.array(fc.nat())),
  pace: fc.option(fc.tuple(fc.nat(23), fc.nat(23))),
  people: fc.array(fc.record({ managerId: fc.nat(), won: amount, stages: amount, weighted: amount, overdue: amount })),
  plans: fc.array(fc.record({ scope: fc.constantFrom('company', 'department', 'manager'), id: fc.option(fc.nat()), target: amount })),
});

test('a log comes back from its text exactly', () => {
  fc.assert(
    fc.property(fc.array(forecast, { maxLength: 5 }), (log) => {
      expect(unpackForecasts(packForecasts(log))).toEqual(JSON.parse(JSON.stringify(log)));
    }),
    FUZZ,
  );
});

test.each(['', '[]', 'null', '{"format":"b24forecasts 2","kept":[]}', '{"format":"b24forecasts 1","kept":[{"people":1}]}'])(
  'a text that nobody packed is refused: %s',
  (text) => {
    expect(() => unpackForecasts(text)).toThrow('forecastsDamaged');
  },
);
