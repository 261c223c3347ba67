// The Russian production calendar that a new file begins with, and what rows of «Календарь» and «Курсы» become.
import { calendarOf, PLAIN_CALENDAR } from '../../src/inputs/calendar';
import { isProvisionalYear, RUSSIAN_CALENDAR_YEARS, russianCalendar } from '../../src/inputs/calendar-ru';
import { monthlyRates } from '../../src/inputs/rate';
import { isWorkingDay, workingDays } from '../../src/metrics/working-days';
import { monthRange, parseIsoDay, weekday, yearRange } from '../../src/period';

const day = (text: string) => parseIsoDay(text) ?? 0;

test.each([
  [2024, 248],
  [2025, 247],
  [2026, 247],
])('%s has the published number of working days, %s', (year, published) => {
  expect([workingDays(yearRange(year), calendarOf(russianCalendar(year))), isProvisionalYear(year)]).toEqual([published, false]);
});

test('days off are weekdays, worked days are Saturdays, and no date is written twice', () => {
  for (const year of RUSSIAN_CALENDAR_YEARS) {
    const rows = russianCalendar(year);
    expect(rows.filter(({ day: own, working }) => (weekday(own) === 6) !== working)).toEqual([]);
    expect(new Set(rows.map((row) => row.day)).size).toBe(rows.length);
    expect(rows.every((row) => row.day >= yearRange(year).start && row.day <= yearRange(year).end)).toBe(true);
  }
  expect([RUSSIAN_CALENDAR_YEARS, RUSSIAN_CALENDAR_YEARS.filter(isProvisionalYear), russianCalendar(2023)]).toEqual([
    [2024, 2025, 2026, 2027],
    [2027],
    [],
  ]);
});

test('May 2025 has 18 working days, with the Saturday of 1 November 2025 worked', () => {
  const calendar = calendarOf(russianCalendar(2025));
  expect([workingDays(monthRange('2025-05') ?? yearRange(2025), calendar), isWorkingDay(day('2025-11-01'), calendar)]).toEqual([18, true]);
  expect(workingDays(monthRange('2025-05') ?? yearRange(2025), PLAIN_CALENDAR)).toBe(22);
});

test('of two rows of one day the later one holds', () => {
  const row = (working: boolean) => ({ day: day('2025-05-05'), working, name: '' });
  expect(calendarOf([row(false), row(true)])).toEqual({ holidays: new Set(), extraWorkdays: new Set([day('2025-05-05')]) });
});

test('rates are found by month and currency; of two rows the later one holds', () => {
  expect(
    monthlyRates([
      { month: '2025-05', currency: 'USD', value: 79 },
      { month: '2025-05', currency: 'EUR', value: 90 },
      { month: '2025-05', currency: 'USD', value: 80 },
      { month: '2025-06', currency: 'USD', value: 81 },
    ]),
  ).toEqual({ '2025-05': { USD: 80, EUR: 90 }, '2025-06': { USD: 81 } });
});
