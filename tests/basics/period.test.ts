// Periods and local days: what people type, and what days they mean.
import fc from 'fast-check';
import {
  addMonths,
  addMonthsToDay,
  civilDate,
  type DayRange,
  dateOnly,
  dayFrom,
  dayOf,
  dayStart,
  halfRange,
  intersection,
  isoDay,
  isoWeekOf,
  isoWeekRange,
  lengthOf,
  monthOf,
  monthRange,
  monthsOf,
  parseIsoDay,
  previousRange,
  quarterRange,
  weekday,
  yearRange,
} from '../../src/period';
import { FUZZ } from '../fuzz';
import { golden, zoneOf } from '../golden-kpi';

const day = (text: string): number => parseIsoDay(text) ?? Number.NaN;
const written = (range: DayRange | null) => range && `${isoDay(range.start)}..${isoDay(range.end)}`;
const instant = (text: string): number => Date.parse(text) / 1000;

describe('days', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11016],
    ['2025-05-20', 20228],
  ])('%s is day %i', (text, number) => {
    expect([parseIsoDay(text), isoDay(number)]).toEqual([number, text]);
  });

  test.each(['2025-02-29', '2025-13-01', '2025-00-10', '20.05.2025', '2025-5-1', ''])('"%s" is not a date', (text) => {
    expect(parseIsoDay(text)).toBeNull();
  });

  test('day numbers agree with the platform calendar, years 1900 to 2200', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25567, max: 84006 }), (number) => {
        const date = new Date(number * 86400000);
        const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(civilDate(number)).toEqual(civil);
        expect(dayFrom(civil.year, civil.month, civil.day)).toBe(number);
        expect(weekday(number)).toBe(date.getUTCDay() || 7);
      }),
      FUZZ,
    );
  });

  test('a date carries over: 31 February is 3 March, month 13 is January', () => {
    expect([isoDay(dayFrom(2025, 2, 31)), isoDay(dayFrom(2025, 13, 1)), isoDay(dayFrom(2025, 0, 1))]).toEqual([
      '2025-03-03',
      '2026-01-01',
      '2024-12-01',
    ]);
  });
});

describe('local days of instants', () => {
  const berlin = zoneOf('Europe/Berlin');

  test.each([
    ['2025-03-29T23:30:00Z', '2025-03-30'],
    ['2025-03-30T21:59:59Z', '2025-03-30'],
    ['2025-03-30T22:00:00Z', '2025-03-31'],
    ['2025-10-25T21:59:59Z', '2025-10-25'],
    ['2025-10-25T22:00:00Z', '2025-10-26'],
    ['2025-10-26T22:59:59Z', '2025-10-26'],
    ['2025-10-26T23:00:00Z', '2025-10-27'],
  ])('%s is %s in Berlin, summer time or not', (text, local) => {
    expect(isoDay(dayOf(instant(text), berlin))).toBe(local);
  });

  test.each([
    ['2025-03-30', 23],
    ['2025-10-26', 25],
    ['2025-05-05', 24],
  ])('%s has %i hours in Berlin', (text, hours) => {
    expect((dayStart(day(text) + 1, berlin) - dayStart(day(text), berlin)) / 3600).toBe(hours);
  });

  test('where summer time skips midnight, the day begins at one o’clock', () => {
    const beirut = zoneOf('Asia/Beirut');
    expect(new Date(dayStart(day('2025-03-30'), beirut) * 1000).toISOString()).toBe('2025-03-29T22:00:00.000Z');
  });

  test.each(['Europe/Berlin', 'Europe/Moscow', 'America/New_York', 'Asia/Beirut', 'Pacific/Apia', 'America/Sao_Paulo'])(
    'in %s a day begins at its first instant',
    (name) => {
      const zone = zoneOf(name);
      fc.assert(
        fc.property(fc.integer({ min: day('2016-01-01'), max: day('2033-12-31') }), (number) => {
          const start = dayStart(number, zone);
          expect([dayOf(start, zone), dayOf(start - 1, zone)]).toEqual([number, number - 1]);
        }),
        FUZZ,
      );
    },
  );
});

describe('date-only fields', () => {
  test.each(golden.unitCases.dateOnly)('$value is written $date', ({ value, date }) => {
    expect(dateOnly(value)).toBe(date);
  });

  test.each(['', 'tomorrow', '2025-02-30T00:00:00+03:00'])('"%s" has no date', (text) => {
    expect(dateOnly(text)).toBe('');
  });

  test('an evening hour at the end of a month is the first of the next', () => {
    expect(dateOnly('2025-12-31T13:00:00-11:00')).toBe('2026-01-01');
  });
});

describe('ranges', () => {
  test.each([
    ['month', monthRange('2024-02'), '2024-02-01..2024-02-29'],
    ['no month 13', monthRange('2024-13'), null],
    ['quarter', quarterRange(2025, 2), '2025-04-01..2025-06-30'],
    ['half', halfRange(2025, 2), '2025-07-01..2025-12-31'],
    ['year', yearRange(2025), '2025-01-01..2025-12-31'],
    ['first week may begin in the old year', isoWeekRange(2026, 1), '2025-12-29..2026-01-04'],
    ['week 53 of a long year', isoWeekRange(2026, 53), '2026-12-28..2027-01-03'],
    ['no week 53 of a short year', isoWeekRange(2025, 53), null],
    ['no week 0', isoWeekRange(2025, 0), null],
  ])('%s', (_, range, text) => expect(written(range)).toBe(text));

  test('ISO weeks at the turn of a year', () => {
    expect([isoWeekOf(day('2024-12-30')), isoWeekOf(day('2027-01-03')), isoWeekOf(day('2025-05-20'))]).toEqual([
      { year: 2025, week: 1 },
      { year: 2026, week: 53 },
      { year: 2025, week: 21 },
    ]);
  });

  test('months move over years and end on existing days', () => {
    expect([addMonths('2025-01', -1), addMonths('2025-11', 14), monthOf(day('2025-05-20'))]).toEqual(['2024-12', '2027-01', '2025-05']);
    expect([isoDay(addMonthsToDay(day('2025-01-31'), 1)), isoDay(addMonthsToDay(day('2025-03-15'), -1))]).toEqual([
      '2025-02-28',
      '2025-02-15',
    ]);
  });

  test('months that a range touches', () => {
    expect(monthsOf({ start: day('2024-12-31'), end: day('2025-02-01') })).toEqual(['2024-12', '2025-01', '2025-02']);
    expect(monthsOf({ start: day('2025-05-25'), end: day('2025-05-20') })).toEqual([]);
  });

  test.each([
    ['2025-05-01..2025-05-31', '2025-04-01..2025-04-30'],
    ['2025-01-01..2025-03-31', '2024-10-01..2024-12-31'],
    ['2025-01-01..2025-06-30', '2024-07-01..2024-12-31'],
    ['2025-01-01..2025-12-31', '2024-01-01..2024-12-31'],
    ['2025-02-01..2025-04-30', '2024-11-04..2025-01-31'],
    ['2025-05-12..2025-05-18', '2025-05-05..2025-05-11'],
    ['2025-05-10..2025-05-12', '2025-05-07..2025-05-09'],
  ])('%s is compared with %s', (range, previous) => {
    const [start = '', end = ''] = range.split('..');
    expect(written(previousRange({ start: day(start), end: day(end) }))).toBe(previous);
  });

  test('shared days', () => {
    expect(written(intersection(yearRange(2025), { start: day('2024-12-01'), end: day('2025-01-10') }))).toBe('2025-01-01..2025-01-10');
    expect(intersection(yearRange(2025), yearRange(2026))).toBeNull();
    expect(lengthOf(yearRange(2024))).toBe(366);
  });
});
