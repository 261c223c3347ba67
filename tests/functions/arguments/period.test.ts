// The argument "period": every written form and every word, against Thursday 15 October 2026.
import { periodArgument } from '../../../src/functions/arguments/period';
import { periodWords } from '../../../src/functions/arguments/period-words';
import { isoDay, parseIsoDay } from '../../../src/period';
import { labels } from '../small-company';

const span = (raw: unknown, asOf = '2026-10-15', changes = {}): string => {
  const range = periodArgument(raw, { ...labels, asOfDay: parseIsoDay(asOf) ?? 0, ...changes });
  return `${isoDay(range.start)}..${isoDay(range.end)}`;
};
const keyOf = (act: () => unknown): string => {
  try {
    act();
    return 'no error';
  } catch (error) {
    return (error as { key: string }).key;
  }
};

test.each([
  [undefined, '2026-10-01..2026-10-31'],
  ['', '2026-10-01..2026-10-31'],
  ['b24:2026-10-15T15:00:00Z#7.2', '2026-10-01..2026-10-31'],
  [[['2026-09']], '2026-09-01..2026-09-30'],
  ['2026-10', '2026-10-01..2026-10-31'],
  ['2026-2', '2026-02-01..2026-02-28'],
  ['10.2026', '2026-10-01..2026-10-31'],
  ['Октябрь 2026', '2026-10-01..2026-10-31'],
  ['за октябрь 2026 года', '2026-10-01..2026-10-31'],
  ['may 2026', '2026-05-01..2026-05-31'],
  ['2026-Q3', '2026-07-01..2026-09-30'],
  ['2026 к3', '2026-07-01..2026-09-30'],
  ['3 квартал 2026', '2026-07-01..2026-09-30'],
  ['Q3 2026', '2026-07-01..2026-09-30'],
  ['2026-H1', '2026-01-01..2026-06-30'],
  ['2 полугодие 2026', '2026-07-01..2026-12-31'],
  ['2026', '2026-01-01..2026-12-31'],
  [2026, '2026-01-01..2026-12-31'],
  ['2026-W41', '2026-10-05..2026-10-11'],
  ['2026-W01', '2025-12-29..2026-01-04'],
  ['2026-W53', '2026-12-28..2027-01-03'],
  ['2026-10-05', '2026-10-05..2026-10-05'],
  ['05.10.2026', '2026-10-05..2026-10-05'],
  ['2026-10-01..2026-10-15', '2026-10-01..2026-10-15'],
  ['01.10.2026-15.10.2026', '2026-10-01..2026-10-15'],
  ['1.10.2026 – 15.10.2026', '2026-10-01..2026-10-15'],
  ['с 01.10.2026 по 15.10.2026', '2026-10-01..2026-10-15'],
  ['2026-01..2026-03', '2026-01-01..2026-03-31'],
  ['2026-Н1', '2026-01-01..2026-06-30'],
  ['10/2026', '2026-10-01..2026-10-31'],
  ['2026/10/05', '2026-10-05..2026-10-05'],
  ['5.10.26', '2026-10-05..2026-10-05'],
  ['5 октября 2026', '2026-10-05..2026-10-05'],
  ['5 окт. 2026 г.', '2026-10-05..2026-10-05'],
  ['October 5, 2026', '2026-10-05..2026-10-05'],
  ['с 1 октября 2026 по 15 октября 2026', '2026-10-01..2026-10-15'],
  ['01.10.26-15.10.26', '2026-10-01..2026-10-15'],
  ['2026-10-01—2026-10-15', '2026-10-01..2026-10-15'],
  ['3rd quarter 2026', '2026-07-01..2026-09-30'],
  ['этoт мecяц', '2026-10-01..2026-10-31'],
  ['позавчера', '2026-10-13..2026-10-13'],
])('%p means %s', (raw, days) => {
  expect(span(raw)).toBe(days);
});

test.each([
  ['сегодня', 'today', '2026-10-15..2026-10-15'],
  ['вчера', 'yesterday', '2026-10-14..2026-10-14'],
  ['эта неделя', 'this week', '2026-10-12..2026-10-18'],
  ['прошлая неделя', 'last week', '2026-10-05..2026-10-11'],
  ['этот месяц', 'this month', '2026-10-01..2026-10-31'],
  ['прошлый месяц', 'previous month', '2026-09-01..2026-09-30'],
  ['следующий месяц', 'next month', '2026-11-01..2026-11-30'],
  ['этот квартал', 'this_quarter', '2026-10-01..2026-12-31'],
  ['прошлый квартал', 'last quarter', '2026-07-01..2026-09-30'],
  ['это полугодие', 'this half', '2026-07-01..2026-12-31'],
  ['прошлое полугодие', 'last half', '2026-01-01..2026-06-30'],
  ['год', 'year', '2026-01-01..2026-12-31'],
  ['прошлый год', 'last year', '2025-01-01..2025-12-31'],
  ['с начала недели', 'week to date', '2026-10-12..2026-10-15'],
  ['с начала месяца', 'MTD', '2026-10-01..2026-10-15'],
  ['с начала квартала', 'quarter to date', '2026-10-01..2026-10-15'],
  ['с начала года', 'ytd', '2026-01-01..2026-10-15'],
  ['последние 30 дней', 'last 30 days', '2026-09-16..2026-10-15'],
  ['последняя 1 неделя', 'past 1 week', '2026-10-12..2026-10-18'],
  ['последние 3 месяца', 'last 3 months', '2026-08-01..2026-10-31'],
  ['последние 12 месяцев', 'last 12 months', '2025-11-01..2026-10-31'],
  ['последние 2 года', 'last 2 years', '2025-01-01..2026-12-31'],
  ['тот же месяц прошлого года', 'same month last year', '2025-10-01..2025-10-31'],
  ['тот же квартал прошлого года', 'same quarter last year', '2025-10-01..2025-12-31'],
  ['всё время', 'all time', '1970-01-01..2026-10-15'],
])('«%s» and "%s" mean %s', (ru, en, days) => {
  expect([span(ru), span(en), span(`  ${ru.toUpperCase().replace(' ', '\u00a0 ')} `)]).toEqual([days, days, days]);
});

test('comparisons to date end after the same number of working days (R16)', () => {
  // 15 October 2026 is the 11th working day of its month.
  expect(span('прошлый период на дату')).toBe('2026-09-01..2026-09-15');
  expect(span('прошлый месяц на дату')).toBe('2026-09-01..2026-09-15');
  expect(span('last quarter to date')).toBe('2026-07-01..2026-07-15');
  expect(span('тот же период прошлого года')).toBe('2025-10-01..2025-10-15');
  expect(span('same period last year')).toBe('2025-10-01..2025-10-15');
  // Sunday 18 October has 12 working days behind it: the past range takes the days off that follow its 12th.
  expect(span('прошлый период на дату', '2026-10-18')).toBe('2026-09-01..2026-09-16');
  // August 2026 begins with a weekend: no working day has passed, one day is the least.
  expect(span('прошлый месяц на дату', '2026-08-01')).toBe('2026-07-01..2026-07-01');
});

test('weeks and quarters are right at their edges', () => {
  expect(span('эта неделя', '2026-10-12')).toBe('2026-10-12..2026-10-18');
  expect(span('эта неделя', '2026-10-18')).toBe('2026-10-12..2026-10-18');
  expect(span('прошлая неделя', '2027-01-04')).toBe('2026-12-28..2027-01-03');
  expect(span('прошлый квартал', '2026-01-01')).toBe('2025-10-01..2025-12-31');
  expect(span('этот квартал', '2026-12-31')).toBe('2026-10-01..2026-12-31');
  expect(span('прошлый месяц', '2026-03-31')).toBe('2026-02-01..2026-02-28');
  expect(span('тот же месяц прошлого года', '2024-02-29')).toBe('2023-02-01..2023-02-28');
});

test('a date cell is midnight of the zone of the file and means its month', () => {
  expect(span(new Date(Date.UTC(2026, 8, 30, 21)))).toBe('2026-10-01..2026-10-31');
});

test('a time of day, and a date of a year nobody means, are slips', () => {
  for (const year of [1899, 2500]) expect(keyOf(() => span(new Date(Date.UTC(year, 11, 30))))).toBe('argPeriod');
});

test('two cells are the first and the last day', () => {
  const [first, last] = [new Date(Date.UTC(2026, 8, 30, 21)), new Date(Date.UTC(2026, 9, 9, 21))];
  expect(span([[first, last]])).toBe('2026-10-01..2026-10-10');
  expect(span([['2026-07'], ['2026-09']])).toBe('2026-07-01..2026-09-30');
});

test('every word offered in help is understood', () => {
  for (const lang of ['ru', 'en'] as const)
    for (const word of periodWords[lang]) expect([word, keyOf(() => span(word))]).toEqual([word, 'no error']);
});

test.each([
  '2026-13',
  '2026-02-30',
  '32.01.2026',
  '2026-Q5',
  '2026-W54',
  'позавчера утром',
  '20261',
  2026.5,
  46296,
  true,
  '1 2026',
  '32026',
])('%p is not a period', (raw) => expect(keyOf(() => span(raw))).toBe('argPeriod'));

test('a period that ends before it begins, and one before the horizon, are refused', () => {
  expect(keyOf(() => span('2026-10-15..2026-10-01'))).toBe('argPeriodOrder');
  const horizonDay = parseIsoDay('2026-01-01');
  expect(keyOf(() => span('2025', '2026-10-15', { horizonDay }))).toBe('argPeriodHorizon');
  expect(span('2026', '2026-10-15', { horizonDay })).toBe('2026-01-01..2026-12-31');
  expect(span('всё время', '2026-10-15', { horizonDay })).toBe('2026-01-01..2026-10-15');
});

test('a range of three cells is no period', () => {
  expect(keyOf(() => span([['2026-01'], ['2026-02'], ['2026-03']]))).toBe('argRange');
});

test.each([
  'маршрут 2026',
  'майонез 2026',
  '31.02.2026',
  '31 февраля 2026',
  '2026-13',
  '2025-W53',
  '2026-Н20',
  '0001-01',
  '9999-12',
  '2026-01-01..9999-12-31',
  'последние 9999 лет',
  '2026-10-01..',
  '5.26',
])('%p is a slip, not a period', (raw) => {
  expect(keyOf(() => span(raw))).toBe('argPeriod');
});

test('a date cell that is refused is named by its own day', () => {
  const pair = [[new Date('2026-04-30T21:00:00Z')], [new Date('2026-03-31T21:00:00Z')]];
  const found = (lang: 'ru' | 'en') => {
    try {
      return span(pair, '2026-10-15', { lang });
    } catch (error) {
      return (error as { params: object }).params;
    }
  };
  expect(found('ru')).toEqual({ found: '01.05.2026..01.04.2026' });
  expect(found('en')).toEqual({ found: '2026-05-01..2026-04-01' });
});
