// «Календарь», «Расходы», «Курсы», «Сезонность», «Обучение и меры» as records.
import { monthNames } from '../locale/table-words';
import { listed, plain } from '../matching';
import { civilDate } from '../period';
import type { Action } from './action';
import { type Calendar, type CalendarDay, calendarOf } from './calendar';
import { RUSSIAN_CALENDAR_YEARS, russianCalendar } from './calendar-ru';
import { typedNumber } from './cells';
import type { Cost } from './cost';
import type { Rate } from './rate';
import { filledRows, type InputRow, type Reading } from './rows';
import type { Seasonality } from './seasonality';
import type { ColumnKey } from './sheets';
import { dayIn, idOf, monthIn, numberOf, periodOf, type Seen, setBefore, textOf, wordIn } from './values';
import { wordOf } from './words';

/**
 * Days typed in the sheet; a year without one falls back to the default: the Russian production calendar in Russian, Monday to Friday
 * in English (R14).
 */
export function readCalendar(reading: Reading): Calendar {
  const seen: Seen = new Map();
  const typed = filledRows('calendar', reading).flatMap((row): CalendarDay[] => {
    const day = dayIn(row, 'date');
    const kind = wordIn(row, 'kind', ['dayOff', 'working']);
    if (day === null || kind === null) return [];
    const first = setBefore(seen, [day], row.number);
    if (first === null) return [{ day, working: kind === 'working', name: row.shown('title') }];
    row.bad('date', 'inputDayTwice', { first });
    return [];
  });
  const years = new Set(typed.map(({ day }) => civilDate(day).year));
  const left = reading.directory.lang === 'ru' ? RUSSIAN_CALENDAR_YEARS.filter((year) => !years.has(year)) : [];
  return calendarOf([...left.flatMap(russianCalendar), ...typed]);
}

/** Rows of one channel and period add up: they may be two bills. */
export function readCosts(reading: Reading): Cost[] {
  return filledRows('costs', reading).flatMap((row): Cost[] => {
    const period = periodOf(row, 'period');
    const channel = idOf(row, 'channel', 'channel', row.directory.channel);
    const amount = numberOf(row, 'amount');
    return period === null || channel === null || amount === null ? [] : [{ channel, period, amount }];
  });
}

/** Of two rows of one month and currency the first holds. */
export function readRates(reading: Reading): Rate[] {
  const seen: Seen = new Map();
  return filledRows('rates', reading).flatMap((row): Rate[] => {
    const month = monthIn(row, 'month');
    const currency = currencyOf(row);
    const value = numberOf(row, 'value', { sign: 'positive' });
    if (month === null || currency === null || value === null) return [];
    const first = setBefore(seen, [month, currency], row.number);
    if (first === null) return [{ month, currency, value }];
    row.bad('month', 'inputRowTwice', { first });
    return [];
  });
}

function currencyOf(row: InputRow<ColumnKey<'rates'>>): string | null {
  const typed = textOf(row, 'currency');
  if (typed === null) return null;
  const { currencies } = row.directory;
  const code = currencies.find((known) => plain(known) === plain(typed));
  return code ?? row.bad('currency', 'inputCurrency', { allowed: listed(currencies) });
}

/** A month without a weight is not filled in yet; a year with gaps is hinted at, for the mean is over what is typed. */
export function readSeasonality(reading: Reading): Seasonality {
  const seen: Seen = new Map();
  const weights: Partial<Record<number, number>> = {};
  const rows = filledRows('seasonality', reading);
  for (const row of rows) {
    if (row.cell('weight') === '') continue;
    const month = monthNumberOf(row);
    const weight = numberOf(row, 'weight');
    if (month === null || weight === null) continue;
    const first = setBefore(seen, [month], row.number);
    if (first === null) weights[month] = weight;
    else row.bad('month', 'inputRowTwice', { first });
  }
  const names = monthNames[reading.directory.lang];
  const left = names.filter((_, index) => weights[index + 1] === undefined);
  if (left.length > 0 && left.length < names.length)
    rows.find(({ cell }) => cell('weight') !== '')?.hint('weight', 'inputSeasonPart', { months: left.join(', ') });
  return weights;
}

/** 1…12 of a number or a name; of a date or a month of some year, its month. */
function monthNumberOf(row: InputRow<ColumnKey<'seasonality'>>): number | null {
  const typed = row.cell('month');
  const text = textOf(row, 'month');
  if (text === null) return null;
  const number = typedNumber(typed, row.directory.lang);
  if (number !== null) {
    const { value, percent } = number;
    return Number.isInteger(value) && value >= 1 && value <= 12 && !percent ? value : row.bad('month', 'inputMonthNumber');
  }
  // A name is a month of any year.
  const range = row.directory.period(typeof typed === 'string' ? `${typed} 2026` : typed) ?? row.directory.period(typed);
  return range === null ? row.bad('month', 'inputMonthNumber') : civilDate(range.start).month;
}

/** «Кто» blank or «все» = everybody; the stage may be blank. */
export function readActions(reading: Reading): Action[] {
  return filledRows('actions', reading).flatMap((row): Action[] => {
    const { directory } = row;
    const day = dayIn(row, 'date');
    const who = row.shown('who');
    const everybody = who === '' || wordOf(who, ['everybody']) !== undefined;
    const managerId = everybody ? null : idOf(row, 'who', 'manager', directory.manager);
    const stageId = row.cell('stage') === '' ? '' : idOf(row, 'stage', 'stage', directory.stage);
    const measure = textOf(row, 'measure');
    if (day === null || (managerId === null && !everybody) || stageId === null || measure === null) return [];
    return [{ day, managerId, stageId, measure: String(row.cell('measure')), responsible: row.shown('responsible') }];
  });
}
