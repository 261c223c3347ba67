// The drop-downs that report sheets share: periods, pipelines, people. Lists come from the labels of the loaded data.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { periodWords } from '../functions/arguments/period-words';
import { personName } from '../functions/arguments/who';
import { personWords } from '../locale/person-words';
import { reportWords } from '../locale/report-words';
import { addMonths, monthOf } from '../period';
import type { Switch } from './spec';

/** Sheets refuses lists of more than 500 entries. */
const LONGEST_LIST = 400;

/** A month and longer, up to now: what comes before in the list of words is too short for a cohort, what comes after needs an explanation. */
function offeredPeriods(lang: Lang): readonly string[] {
  return periodWords[lang].slice(4, 14);
}

/** Offered first, by its position in the list of words: long enough for a cohort to be mostly decided. */
export const LAST_90_DAYS = 8;

/** Words, then the last twelve months; any other period may be typed. */
export function periodSwitch(a1: string, labels: Labels, lang: Lang, initial: number): Switch {
  const month = monthOf(labels.asOfDay);
  const months = Array.from({ length: 12 }, (_, back) => addMonths(month, -back));
  const values = [...offeredPeriods(lang), ...months];
  return { a1, id: 'period', values, initial: values[initial] ?? '', help: reportWords.periodHelp[lang], strict: false };
}

/** Every pipeline, with "All" where the report can answer for several. */
export function pipelineSwitch(a1: string, labels: Labels, lang: Lang, withAll: boolean): Switch {
  const names = labels.pipelines.map((pipeline) => pipeline.name);
  const values = withAll ? [personWords.all[lang], ...names] : names;
  const first = names[labels.defaultPipelines[0] ?? 0] ?? '';
  const initial = withAll && labels.defaultPipelines.length !== 1 ? personWords.all[lang] : first;
  return { a1, id: 'pipeline', values, initial, help: reportWords.pipelineHelp[lang], strict: true };
}

/** "All", departments, people who work here, then those who left. */
export function whoSwitch(a1: string, labels: Labels, lang: Lang): Switch {
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
