// Periods written as dates: years, halves, quarters, months, weeks, days, and two of them with a dash or dots between. Knows no "today".
import { civilDate, type DayRange, dayFrom, halfRange, isoDay, isoWeekRange, monthRange, quarterRange, yearRange } from '../../period';
import { monthNumber } from './period-stems';

/** Days of one written unit (text made `plain`); null when it is not one, or lies in no year that a person may mean. */
export function writtenUnit(text: string): DayRange | null {
  const range = unitOfText(text);
  return range && knownYear(civilDate(range.start).year) && knownYear(civilDate(range.end).year) ? range : null;
}

function unitOfText(text: string): DayRange | null {
  let match: Groups | null = /^(\d{4})(?: ?(?:год|г\.?))?$/.exec(text);
  if (match) return yearRange(Number(match[1]));
  match = /^(\d{4})[-/.](\d{1,2})$/.exec(text) ?? swapped(/^(\d{1,2})[./](\d{4})$/.exec(text));
  if (match) return monthRange(`${match[1]}-${String(match[2]).padStart(2, '0')}`);
  match = /^(\d{4})[- ]?(?:q|кв|к)\.? ?([1-4])$/.exec(text) ?? swapped(quarterFirst.exec(text));
  if (match) return quarterRange(Number(match[1]), Number(match[2]));
  // «н» is the Cyrillic twin of the H in "2026-H1", not a week: a week takes more letters.
  match = /^(\d{4})[- ]?(?:h|н|пг|п)\.? ?([12])$/.exec(text) ?? swapped(halfFirst.exec(text));
  if (match) return halfRange(Number(match[1]), Number(match[2]));
  match = /^(\d{4})[- ]?(?:w|нед)\.? ?(\d{1,2})$/.exec(text);
  if (match) return isoWeekRange(Number(match[1]), Number(match[2]));
  match = /^([a-zа-я]+)\.?,? (\d{4})(?: ?г(?:ода|\.)?)?$/.exec(text);
  if (match) return namedMonth(match[1] ?? '', Number(match[2]));
  const day = writtenDay(text);
  return day === null ? null : { start: day, end: day };
}

type Groups = readonly (string | undefined)[];

/** «3 квартал 2026», «Q3 2026»; «1 полугодие 2026», «H1 2026». */
const quarterFirst = /^(?=.*[qк])(?:q ?)?([1-4])(?:-?й|st|nd|rd|th)?(?: ?квартал| ?кв\.?| quarter)?[ -](\d{4})(?: ?г(?:ода|\.)?)?$/;
const halfFirst = /^(?=.*[hп])(?:h ?)?([12])(?:-?е|st|nd)?(?: полугодие| half)?[ -](\d{4})(?: ?г(?:ода|\.)?)?$/;

/** Two units with `..`, `…`, a dash between blanks or between whole dates, or «с … по …»: from the first day of one to the last of the other. */
export function writtenSpan(text: string): DayRange | null {
  const bare = text.replace(/^(?:с|from) /, '');
  const parts =
    /^(.+?) ?(?:\.\.\.?|…) ?(.+)$/.exec(bare) ??
    /^(.+?) (?:-|по|to|till|until) (.+)$/.exec(bare) ??
    /^(\d{1,2}\.\d{1,2}\.\d{2,4}) ?- ?(\d{1,2}\.\d{1,2}\.\d{2,4})$/.exec(bare) ??
    /^(\d{4}-\d{1,2}-\d{1,2})-(\d{4}-\d{1,2}-\d{1,2})$/.exec(bare);
  if (!parts) return null;
  const first = writtenUnit((parts[1] ?? '').trim());
  const last = writtenUnit((parts[2] ?? '').trim());
  return first && last ? { start: first.start, end: last.end } : null;
}

/** A calendar date, `2026-10-05`, `05.10.2026`, `5.10.26`, «5 октября 2026», `October 5, 2026`; null when there is no such date. */
function writtenDay(text: string): number | null {
  const match =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text) ??
    reversed(/^(\d{1,2})[.](\d{1,2})[.](\d{4}|\d{2})$/.exec(text)) ??
    named(/^(\d{1,2}) ([a-zа-я]+)\.?,? (\d{4})(?: ?г(?:ода|\.)?)?$/.exec(text)) ??
    american(/^([a-z]+)\.? (\d{1,2}),? (\d{4})$/.exec(text));
  if (!match) return null;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const fullYear = year < 100 ? 2000 + year : year;
  const day = dayFrom(fullYear, month, dayOfMonth);
  const written = [String(fullYear).padStart(4, '0'), String(month).padStart(2, '0'), String(dayOfMonth).padStart(2, '0')].join('-');
  return isoDay(day) === written ? day : null;
}

/** Years that a person may mean; other numbers are slips. */
export function knownYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1990 && year <= 2100;
}

/** «октябрь 2026», «october 2026», «окт 2026». */
function namedMonth(name: string, year: number): DayRange | null {
  const month = monthNumber(name);
  return month > 0 ? monthRange(`${year}-${String(month).padStart(2, '0')}`) : null;
}

function swapped(match: RegExpExecArray | null): Groups | null {
  return match && [match[0], match[2], match[1]];
}

function reversed(match: RegExpExecArray | null): Groups | null {
  return match && [match[0], match[3], match[2], match[1]];
}

/** Day, month name, year. */
function named(match: RegExpExecArray | null): Groups | null {
  return match && [match[0], match[3], String(monthNumber(match[2] ?? '')), match[1]];
}

/** Month name, day, year. */
function american(match: RegExpExecArray | null): Groups | null {
  return match && [match[0], match[3], String(monthNumber(match[1] ?? '')), match[2]];
}
