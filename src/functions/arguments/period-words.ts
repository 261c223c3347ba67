// Periods said in words, resolved against the day the data stands for (asOf). Both languages; forms vary by case ending.
import type { Lang } from '../../cell';
import {
  addMonths,
  addMonthsToDay,
  civilDate,
  type DayRange,
  halfRange,
  monthOf,
  monthRange,
  quarterRange,
  weekday,
  weekOf,
  yearRange,
} from '../../period';
import { type Unit, unitOf } from './period-stems';

/** Words offered in help, sentences and drop-downs. */
export const periodWords: Readonly<Record<Lang, readonly string[]>> = {
  ru: [
    'сегодня',
    'вчера',
    'эта неделя',
    'прошлая неделя',
    'этот месяц',
    'прошлый месяц',
    'этот квартал',
    'прошлый квартал',
    'этот год',
    'прошлый год',
    'с начала года',
    'последние 30 дней',
    'последние 90 дней',
    'последние 12 месяцев',
    'тот же период прошлого года',
    'прошлый период на дату',
    'всё время',
  ],
  en: [
    'today',
    'yesterday',
    'this week',
    'last week',
    'this month',
    'last month',
    'this quarter',
    'last quarter',
    'this year',
    'last year',
    'year to date',
    'last 30 days',
    'last 90 days',
    'last 12 months',
    'same period last year',
    'previous period to date',
    'all time',
  ],
};

/** Days of a period said in words (text made `plain`); null when it is not understood. `horizonDay` begins "all time". */
export function spokenPeriod(text: string, asOfDay: number, horizonDay: number): DayRange | null {
  if (/^(?:сегодня|today)$/.test(text)) return { start: asOfDay, end: asOfDay };
  if (/^(?:вчера|yesterday)$/.test(text)) return { start: asOfDay - 1, end: asOfDay - 1 };
  if (/^(?:позавчера|(?:the )?day before yesterday)$/.test(text)) return { start: asOfDay - 2, end: asOfDay - 2 };
  if (/^все(?: время)?$|^all(?: time)?$/.test(text)) return { start: horizonDay, end: Math.max(asOfDay, horizonDay) };
  return lastMany(text, asOfDay) ?? sinceStart(text, asOfDay) ?? compared(text, asOfDay) ?? oneUnit(text, asOfDay);
}

/** More than this is a slip of the finger, not a period. */
const LONGEST_MONTHS = 360;
const monthsIn: Readonly<Record<Unit, number>> = { day: 1 / 31, week: 7 / 31, month: 1, quarter: 3, half: 6, year: 12 };

/** «последние 30 дней», `last 12 months`: N units, the current one included. */
function lastMany(text: string, asOfDay: number): DayRange | null {
  const match = /^(?:последн\S+|the last|last|past) (\d{1,4}) (\S+)$/.exec(text);
  const unit = unitOf(match?.[2] ?? '');
  const count = Number(match?.[1]);
  if (!match || !unit || count < 1 || count * monthsIn[unit] > LONGEST_MONTHS) return null;
  return { start: unitAt(unit, asOfDay, 1 - count).start, end: unitAt(unit, asOfDay, 0).end };
}

/** «с начала года», `year to date`, `ytd`: from the first day of the unit to asOf. */
function sinceStart(text: string, asOfDay: number): DayRange | null {
  const short: Readonly<Record<string, Unit>> = { wtd: 'week', mtd: 'month', qtd: 'quarter', ytd: 'year' };
  const match = /^с начала (\S+)$/.exec(text) ?? /^(\S+) to date$/.exec(text) ?? /^since the (?:start|beginning) of the (\S+)$/.exec(text);
  const unit = short[text] ?? unitOf(match?.[1] ?? '');
  return unit ? { start: unitAt(unit, asOfDay, 0).start, end: asOfDay } : null;
}

/** Comparisons (R16): the previous unit, or the same one a year ago, up to the same number of elapsed working days; or the whole unit a year ago. */
function compared(text: string, asOfDay: number): DayRange | null {
  const before = /^(?:прошл|предыдущ)\S+ (\S+) на (?:эту )?дату$/.exec(text) ?? /^(?:last|previous) (\S+) to date$/.exec(text);
  if (before) {
    const unit = comparedUnit(before[1]);
    return unit && toSameWorkday(unitAt(unit, asOfDay, 0).start, unitAt(unit, asOfDay, -1), asOfDay);
  }
  const yearAgo = /^т(?:от|а|о) же (\S+) прошлого года$/.exec(text) ?? /^(?:the )?same (\S+) (?:of )?last year$/.exec(text);
  if (!yearAgo) return null;
  const word = yearAgo[1] ?? '';
  const unit = comparedUnit(word);
  if (!unit || unit === 'year') return null;
  const current = unitAt(unit, asOfDay, 0);
  const past = unit === 'week' ? shifted(current, -364) : unitAt(unit, addMonthsToDay(current.start, -12), 0);
  return isPeriodWord(word) ? toSameWorkday(current.start, past, asOfDay) : past;
}

/** «этот месяц», «прошлая неделя», «следующий квартал», a bare «месяц». */
function oneUnit(text: string, asOfDay: number): DayRange | null {
  const match = /^(?:(\S+) )?(\S+)$/.exec(text);
  const unit = unitOf(match?.[2] ?? '');
  if (!match || !unit || unit === 'day') return null;
  const which = match[1] ?? 'this';
  if (/^(?:эт\S+|текущ\S+|this|current)$/.test(which)) return unitAt(unit, asOfDay, 0);
  if (/^(?:прошл\S+|предыдущ\S+|last|previous)$/.test(which)) return unitAt(unit, asOfDay, -1);
  if (/^(?:следующ\S+|next)$/.test(which)) return unitAt(unit, asOfDay, 1);
  return null;
}

/** The unit around a day, moved by whole units. */
function unitAt(unit: Unit, day: number, move: number): DayRange {
  if (unit === 'day') return { start: day + move, end: day + move };
  if (unit === 'week') return weekOf(day + 7 * move);
  const { year, month } = civilDate((monthRange(addMonths(monthOf(day), monthsIn[unit] * move)) ?? { start: day }).start);
  if (unit === 'quarter') return quarterRange(year, Math.ceil(month / 3));
  if (unit === 'half') return halfRange(year, month <= 6 ? 1 : 2);
  if (unit === 'year') return yearRange(year);
  return monthRange(`${year}-${String(month).padStart(2, '0')}`) ?? { start: day, end: day };
}

/** «период» means the month: the default period of every function. */
function comparedUnit(word: string | undefined): Unit | null {
  return isPeriodWord(word) ? 'month' : unitOf(word ?? '');
}

function isPeriodWord(word: string | undefined): boolean {
  return /^(?:период|period)$/.test(word ?? '');
}

function shifted(range: DayRange, days: number): DayRange {
  return { start: range.start + days, end: range.end + days };
}

/**
 * The past unit up to the day by which as many working days had passed as from `start` to asOf (R16). Monday to Friday count;
 * a weekend asOf takes the weekend that follows along. At least the first day, at most the whole unit.
 */
function toSameWorkday(start: number, past: DayRange, asOfDay: number): DayRange {
  let left = 0;
  for (let day = start; day <= asOfDay; day++) if (isWorkday(day)) left++;
  let end = past.start - 1;
  while (end < past.end && (left > 0 || (!isWorkday(asOfDay) && !isWorkday(end + 1)))) {
    end++;
    if (isWorkday(end)) left--;
  }
  return { start: past.start, end: Math.max(end, past.start) };
}

function isWorkday(day: number): boolean {
  return weekday(day) <= 5;
}
