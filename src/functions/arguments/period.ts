// The argument "period" (D5): a written period, words, a date cell, a year as a number, or two cells with the first and last day.
import { KpiError } from '../../errors';
import type { Labels } from '../../facts/facts';
import { plain } from '../../matching';
import { civilDate, type DayRange, dayOf, monthOf, monthRange, yearRange } from '../../period';
import { filledCells, type Given, isBlock, isDate, shown, shownDay, singleValue } from './given';
import { knownYear, writtenSpan, writtenUnit } from './period-dates';
import { periodWords, spokenPeriod } from './period-words';

/**
 * Days of the period; the month of asOf when omitted. KpiError('argument'): not understood, ends before it begins, or begins before
 * the loaded horizon (D6: never a silently partial number).
 */
export function periodArgument(raw: unknown, labels: Labels): DayRange {
  const two = isBlock(raw) ? filledCells(raw) : [];
  if (two.length === 2 && two[0] !== undefined && two[1] !== undefined) {
    const range = { start: edgeOf(two[0], labels).start, end: edgeOf(two[1], labels).end };
    return checked(range, `${shown(two[0], labels)}..${shown(two[1], labels)}`, labels);
  }
  const value = singleValue(raw, 'period', labels.lang);
  if (value === undefined) return checked(monthAround(labels.asOfDay), monthOf(labels.asOfDay), labels);
  const range = isDate(value) ? monthAround(localDay(value, labels)) : readPeriod(value, labels);
  return checked(range, isDate(value) ? monthOf(range.start) : shown(value, labels), labels);
}

function readPeriod(value: Given, labels: Labels): DayRange {
  if (typeof value === 'number' && knownYear(value)) return yearRange(value);
  if (typeof value === 'string') {
    const text = plain(value)
      .replace(/_/g, ' ')
      .replace(/^(?:за|for) /, '');
    const range = writtenUnit(text) ?? writtenSpan(text) ?? spokenPeriod(text, labels.asOfDay, labels.horizonDay);
    if (range) return range;
  }
  throw new KpiError('argument', 'argPeriod', { found: shown(value, labels), words: periodWords[labels.lang].join(', ') });
}

/** A cell of a pair: a date is that very day, anything else a period. */
function edgeOf(value: Given, labels: Labels): DayRange {
  if (!isDate(value)) return readPeriod(value, labels);
  const day = localDay(value, labels);
  return { start: day, end: day };
}

/** A date cell is local midnight of the spreadsheet's zone, which the labels hold. */
function localDay(date: Date, labels: Labels): number {
  const seconds = Math.floor(date.getTime() / 1000);
  const day = Number.isFinite(seconds) ? dayOf(seconds, labels.zone) : 0;
  // A time of day without a date is a day of 1899 to Sheets.
  if (Number.isFinite(seconds) && knownYear(civilDate(day).year)) return day;
  throw new KpiError('argument', 'argPeriod', { found: shown(date, labels), words: periodWords[labels.lang].join(', ') });
}

function monthAround(day: number): DayRange {
  return monthRange(monthOf(day)) ?? { start: day, end: day };
}

function checked(range: DayRange, found: string, labels: Labels): DayRange {
  if (range.end < range.start) throw new KpiError('argument', 'argPeriodOrder', { found });
  if (labels.horizonDay > 0 && range.start < labels.horizonDay) {
    const params = { found, start: shownDay(range.start, labels.lang), horizon: shownDay(labels.horizonDay, labels.lang) };
    throw new KpiError('argument', 'argPeriodHorizon', params);
  }
  return range;
}
