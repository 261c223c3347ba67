// The argument "against": what a value is compared with – another period, other people, everybody else, or the days before an action.
import { isKpiError, KpiError } from '../../errors';
import type { Labels } from '../../facts/facts';
import type { Calendar } from '../../inputs/calendar';
import { listed } from '../../matching';
import { comparisonToDate, yearBefore } from '../../metrics/comparison';
import { type DayRange, previousRange } from '../../period';
import { type Choice, choiceWord, choiceWords, chosen } from './choice';
import { cellValue, isBlock, shown, shownDay } from './given';
import { periodArgument } from './period';
import { type People, peopleArgument } from './who';

type AgainstWord = 'previous' | 'toDate' | 'yearAgo' | 'others' | 'everybody' | 'action';

export const againstWords: readonly Choice<AgainstWord>[] = [
  { value: 'previous', ru: ['прошлый период', 'предыдущий период', 'прошлый'], en: ['previous period', 'previous', 'last period'] },
  {
    value: 'toDate',
    ru: ['прошлый период на дату', 'предыдущий период на дату', 'на дату'],
    en: ['previous period to date', 'last period to date', 'to date'],
  },
  { value: 'yearAgo', ru: ['год назад', 'тот же период прошлого года'], en: ['year ago', 'a year ago', 'same period last year'] },
  {
    value: 'others',
    ru: ['остальные', 'остальными', 'с остальными', 'другие', 'прочие'],
    en: ['others', 'the others', 'rest', 'the rest'],
  },
  // Beside people "all" is everybody, not all time.
  { value: 'everybody', ru: ['все', 'компания', 'всеми'], en: ['all', 'everybody', 'everyone', 'company'] },
  { value: 'action', ru: ['до меры', 'до мер', 'до обучения'], en: ['before action', 'before the action', 'before training'] },
];

/** Another period of the same people (null: none of its days has come yet), other people in the same period, everybody else, or before actions. */
export type Against =
  | { readonly period: DayRange | null }
  | { readonly people: People; readonly name: string }
  | { readonly others: true; readonly name: string }
  | BeforeAction;

/** As many days before an action as were looked at since: the actions are those of the period. */
export interface BeforeAction {
  readonly action: true;
  readonly name: string;
}

export interface Workdays {
  readonly calendar: Calendar;
  readonly countToday: boolean;
}

/** The previous period when omitted (R16). KpiError('argument'): not understood, or before the loaded horizon. */
export function againstArgument(raw: unknown, period: DayRange, labels: Labels, { calendar, countToday }: Workdays): Against {
  const word = isBlock(raw) ? null : wordOf(raw, labels);
  if (word === 'others') return { others: true, name: choiceWord(againstWords, word, labels.lang) };
  if (word === 'everybody') return { people: null, name: choiceWord(againstWords, word, labels.lang) };
  if (word === 'action') return { action: true, name: choiceWord(againstWords, word, labels.lang) };
  if (word === null) return periodOf(raw, labels) ?? peopleOf(raw, labels);
  const ranges = {
    previous: () => previousRange(period),
    toDate: () => comparisonToDate(period, labels.asOfDay, calendar, countToday),
    yearAgo: () => yearBefore(period),
  };
  const range = ranges[word]();
  const { lang, horizonDay } = labels;
  if (range === null || horizonDay === 0 || range.start >= horizonDay) return { period: range };
  const params = { start: shownDay(range.start, lang), horizon: shownDay(horizonDay, lang) };
  throw new KpiError('argument', 'argAgainstHorizon', { found: choiceWord(againstWords, word, lang), ...params });
}

function wordOf(raw: unknown, labels: Labels): AgainstWord | null {
  try {
    return chosen(raw, 'against', againstWords, 'previous', labels);
  } catch (error) {
    if (isKpiError(error) && error.key === 'argChoice') return null;
    throw error;
  }
}

/** null = not a period. */
function periodOf(raw: unknown, labels: Labels): Against | null {
  try {
    return { period: periodArgument(raw, labels) };
  } catch (error) {
    if (!isKpiError(error)) throw error;
    if (error.key === 'argPeriodHorizon') throw new KpiError('argument', 'argAgainstHorizon', error.params);
    if (error.key === 'argPeriod' || error.key === 'argRange') return null;
    throw error;
  }
}

function peopleOf(raw: unknown, labels: Labels): Against {
  try {
    return { people: peopleArgument(raw, labels), name: found(raw, labels) };
  } catch (error) {
    if (!isKpiError(error) || error.key === 'argWhoSeveral') throw error;
    const allowed = listed(choiceWords(againstWords, labels.lang));
    throw new KpiError('argument', 'argAgainst', { found: found(raw, labels), allowed });
  }
}

/** A block is called by its cells. */
function found(raw: unknown, labels: Labels): string {
  const cells = isBlock(raw) ? raw.flatMap((row) => (Array.isArray(row) ? row : [row])) : [raw];
  const shownCells = cells.map(cellValue).flatMap((value) => (value === undefined ? [] : [shown(value, labels)]));
  return shownCells.slice(0, 3).join(', ') + (shownCells.length > 3 ? '…' : '');
}
