// The working calendar as typed in «Календарь» (R14): which days differ from Monday–Friday. What is counted with it stands in metrics.

/** One row of the sheet. */
export interface CalendarDay {
  /** Day number (src/period.ts). */
  readonly day: number;
  readonly working: boolean;
  readonly name: string;
}

/** Days that differ from Monday–Friday, by day number. */
export interface Calendar {
  readonly holidays: ReadonlySet<number>;
  /** Official transferred days. */
  readonly extraWorkdays: ReadonlySet<number>;
}

/** Monday to Friday, every week. */
export const PLAIN_CALENDAR: Calendar = { holidays: new Set(), extraWorkdays: new Set() };

/** The calendar of rows; of two rows of one day the later one holds. */
export function calendarOf(rows: readonly CalendarDay[]): Calendar {
  const working = new Map(rows.map((row) => [row.day, row.working]));
  const days = (kind: boolean) => new Set([...working].flatMap(([day, own]) => (own === kind ? [day] : [])));
  return { holidays: days(false), extraWorkdays: days(true) };
}
