// The drop-downs that report sheets share: periods, pipelines, people. Lists come from the labels of the loaded data.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { periodArgument } from '../functions/arguments/period';
import { periodWords } from '../functions/arguments/period-words';
import { personName } from '../functions/arguments/who';
import { personWords } from '../locale/person-words';
import { reportWords } from '../locale/report-words';
import { addMonths, monthOf } from '../period';
import type { Switch } from './spec';

/** Sheets refuses lists of more than 500 entries. */
const LONGEST_LIST = 400;

/** Up to now; what comes after in the list of words needs an explanation. Days and weeks, which come first, are too short for a cohort. */
function offeredPeriods(lang: Lang, weeks = false): readonly string[] {
  return periodWords[lang].slice(weeks ? 0 : 4, 14);
}

/** By their places in the list of offered periods. The last is long enough for a cohort to be mostly decided. */
export const THIS_MONTH = 0;
export const THIS_YEAR = 4;
export const LAST_90_DAYS = 8;
/** The same where days and weeks are offered. */
const THIS_WEEK = 2;

/** What people choose on a report sheet. */
export interface Choice {
  /** `period`, `pipeline` and `who` have lists of their own; any other one brings its list. */
  readonly id: string;
  /** Stands before the cell. */
  readonly name: string;
  /** Exactly one pipeline: "All" is not offered. */
  readonly one?: boolean;
  /** The sheet has a period of its own, by its place in the list, instead of following the dashboard. */
  readonly own?: number;
  /** Days and weeks are offered too. */
  readonly weeks?: boolean;
  /** The list of any other choice. */
  readonly list?: Pick<Switch, 'values' | 'initial' | 'help' | 'strict'>;
}

/** The three that most sheets share, in their order. */
export function usualChoices(lang: Lang): Choice[] {
  return [periodChoice(lang), pipelineChoice(lang), whoChoice(lang)];
}

export function periodChoice(lang: Lang, own?: number): Choice {
  return { id: 'period', name: reportWords.period[lang], ...(own === undefined ? {} : { own }) };
}

/** A period of a sheet's own beside the shared one, by its place in the list. */
export function ownPeriodChoice(id: string, name: string, help: string, labels: Labels, lang: Lang, initial: number): Choice {
  const values = periodValues(labels, lang);
  return { id, name, list: { values, initial: loadedPeriod(values[initial] ?? '', labels, lang), help, strict: false } };
}

/** The period, or all that is loaded where it begins before that. */
export function loadedPeriod(period: string, labels: Labels, lang: Lang): string {
  try {
    periodArgument(period, labels);
    return period;
  } catch {
    return lang === 'ru' ? 'всё время' : 'all time';
  }
}

/** For sheets read every week: the period begins as this week. */
export function weekChoice(lang: Lang): Choice {
  return { ...periodChoice(lang, THIS_WEEK), weeks: true };
}

export function pipelineChoice(lang: Lang, one = false): Choice {
  return { id: 'pipeline', name: reportWords.pipeline[lang], one };
}

export function whoChoice(lang: Lang): Choice {
  return { id: 'who', name: reportWords.who[lang] };
}

/** One person: those who work here and sell, then those who left. */
export function personChoice(name: string, help: string, labels: Labels): Choice {
  const people = labels.managers
    .map(({ active, hasDeals }, index) => ({ active, hasDeals, name: personName(labels, index) }))
    .filter((person, index) => index > 0 && person.hasDeals);
  const names = [...people.filter((one) => one.active), ...people.filter((one) => !one.active)].map((one) => one.name);
  const values = names.filter((value, at) => value !== '' && names.indexOf(value) === at).slice(0, LONGEST_LIST);
  return { id: 'person', name, list: { values, initial: values[0] ?? '', help, strict: false } };
}

/** One month: this, the last, or one of the last twelve. */
export function monthChoice(name: string, help: string, labels: Labels, lang: Lang): Choice {
  const values = [...offeredPeriods(lang).slice(0, 2), ...lastMonths(labels)];
  return { id: 'month', name, list: { values, initial: values[0] ?? '', help, strict: false } };
}

/** A choice from the words of an argument; the first one is the default of its function. */
export function wordChoice(id: string, name: string, words: readonly string[], help: string): Choice {
  return { id, name, list: { values: words, initial: words[0] ?? '', help, strict: true } };
}

/** The drop-down of a choice. */
export function choiceSwitch({ id, one, own, weeks, list }: Choice, a1: string, labels: Labels, lang: Lang): Switch {
  if (list) return { a1, id, ...list };
  if (id === 'period') return periodSwitch(a1, labels, lang, own ?? THIS_MONTH, weeks);
  return id === 'pipeline' ? pipelineSwitch(a1, labels, lang, !one) : whoSwitch(a1, labels, lang);
}

/** The pipeline of a sheet about one of them. */
export function firstPipeline(labels: Labels): string {
  return labels.pipelines[labels.defaultPipelines[0] ?? 0]?.name ?? '';
}

function periodSwitch(a1: string, labels: Labels, lang: Lang, initial: number, weeks?: boolean): Switch {
  const values = periodValues(labels, lang, weeks);
  return {
    a1,
    id: 'period',
    values,
    initial: loadedPeriod(values[initial] ?? '', labels, lang),
    help: reportWords.periodHelp[lang],
    strict: false,
  };
}

/** Words, then the last twelve months; any other period may be typed. */
function periodValues(labels: Labels, lang: Lang, weeks?: boolean): string[] {
  return [...offeredPeriods(lang, weeks), ...lastMonths(labels)];
}

function lastMonths({ asOfDay }: Labels): string[] {
  return Array.from({ length: 12 }, (_, back) => addMonths(monthOf(asOfDay), -back));
}

/** Every pipeline, with "All" where the report can answer for several. */
function pipelineSwitch(a1: string, labels: Labels, lang: Lang, withAll: boolean): Switch {
  const names = labels.pipelines.map((pipeline) => pipeline.name);
  const values = withAll ? [personWords.all[lang], ...names] : names;
  const initial = withAll && labels.defaultPipelines.length !== 1 ? personWords.all[lang] : firstPipeline(labels);
  return { a1, id: 'pipeline', values, initial, help: reportWords.pipelineHelp[lang], strict: true };
}

/** "All", departments, people who work here, then those who left. */
function whoSwitch(a1: string, labels: Labels, lang: Lang): Switch {
  const people = labels.managers
    .map(({ active, hasDeals }, index) => ({ active, hasDeals, name: personName(labels, index) }))
    .filter((person, index) => index > 0 && person.hasDeals);
  const values = [
    personWords.all[lang],
    ...labels.departments.map((department) => department.name),
    ...people.filter((person) => person.active).map((person) => person.name),
    ...people.filter((person) => !person.active).map((person) => person.name),
  ];
  const unique = values.filter((value, index) => value !== '' && values.indexOf(value) === index);
  return {
    a1,
    id: 'who',
    values: unique.slice(0, LONGEST_LIST),
    initial: personWords.all[lang],
    help: reportWords.whoHelp[lang],
    strict: false,
  };
}
