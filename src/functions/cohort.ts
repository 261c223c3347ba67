// B24_COHORT: month of entry × age in months. A cell whose month is not over yet is empty: nobody knows it.
import type { Cell, Table } from '../cell';
import type { Labels } from '../facts/facts';
import { breakdownWords } from '../locale/breakdown-words';
import { monthNames, tableWords } from '../locale/table-words';
import { type AgedCohort, cohortAges, firstEntry, pooledWinShareAt, winShareAt } from '../metrics/cohort-ages';
import { units } from '../money';
import { addMonths, type DayRange, monthOf, monthRange } from '../period';
import { type Choice, chosen } from './arguments/choice';
import { cellValue, filledCells, isBlock } from './arguments/given';
import { periodArgument } from './arguments/period';
import { pipelinesArgument } from './arguments/pipeline';
import { peopleArgument } from './arguments/who';
import type { FunctionDefinition } from './definition';
import { cellOf } from './output';

type CohortMetric = 'share' | 'wins' | 'sum';

export const cohortMetrics: readonly Choice<CohortMetric>[] = [
  { value: 'share', ru: ['доля', 'доля побед', 'конверсия', 'доля выигранных'], en: ['share', 'win rate', 'conversion', 'share won'] },
  { value: 'wins', ru: ['выиграно', 'продажи', 'количество', 'победы', 'wonCount'], en: ['won', 'wins', 'count', 'sales'] },
  { value: 'sum', ru: ['сумма', 'сумма продаж', 'выручка', 'wonSum'], en: ['sum', 'won sum', 'revenue', 'amount'] },
];

/** Months a table shows one by one, the latest (D8). */
const MONTH_CAPACITY = 36;
const DEFAULT_MONTHS = 12;

export const cohortFunction: FunctionDefinition = {
  name: 'B24_COHORT',
  params: ['period', 'who', 'pipeline', 'metric', 'data'],
  rules: ['M11', 'R7'],
  answer: (args, question) => {
    const { labels } = question;
    const period = cohortPeriod(args[0], labels);
    const managers = peopleArgument(args[1], labels);
    const pipelines = pipelinesArgument(args[2], labels);
    const metric = chosen(args[3], 'metric', cohortMetrics, 'share', labels);
    const facts = question.load(['deals', 'journeys']);
    const slice = { period, managers, pipelines };
    // "All time" begins long before the first deal, and no month lies after asOf.
    const start = Math.max(period.start, firstEntry(facts, slice) ?? period.end + 1);
    const cohorts = cohortAges(facts, { ...slice, period: { start, end: Math.min(period.end, labels.asOfDay) } });
    return triangle(cohorts, metric, labels);
  },
};

/** The months around today show nothing of a triangle: the last twelve are the default, whole ones of the loaded horizon. */
function cohortPeriod(raw: unknown, labels: Labels): DayRange {
  const given = isBlock(raw) ? filledCells(raw)[0] : cellValue(raw);
  const current = monthOf(labels.asOfDay);
  const end = monthRange(current)?.end ?? labels.asOfDay;
  for (let back = DEFAULT_MONTHS - 1; given === undefined && back >= 0; back--) {
    const start = monthRange(addMonths(current, -back))?.start ?? labels.asOfDay;
    if (start >= labels.horizonDay) return { start, end };
  }
  return periodArgument(raw, labels);
}

function triangle(cohorts: readonly AgedCohort[], metric: CohortMetric, labels: Labels): Table {
  const { lang } = labels;
  const over = cohorts.length - MONTH_CAPACITY;
  // One line is kept for the months before.
  const shown = over > 0 ? cohorts.slice(over + 1) : cohorts;
  const before = cohorts.slice(0, cohorts.length - shown.length);
  const ages = Array.from({ length: shown[0]?.wins.length ?? 0 }, (_, age) => age);
  const line = (name: string, some: readonly AgedCohort[], cell: (age: number) => number | null): Cell[] => [
    name,
    some.reduce((sum, { entered }) => sum + entered, 0),
    some.reduce((sum, { transferred }) => sum + transferred, 0),
    ...ages.map((age) => cellOf(cell(age))),
  ];
  const { month, entered, transferred, more, total } = tableWords;
  const pooled = (some: readonly AgedCohort[]) => (age: number) => (metric === 'share' ? pooledWinShareAt(some, age) : null);
  return [
    [month[lang], entered[lang], transferred[lang], ...ages.map((age) => breakdownWords.age[lang].replace('{count}', String(age)))],
    ...shown.map((cohort) => line(monthName(cohort.month, labels), [cohort], (age) => valueAt(cohort, age, metric))),
    ...(before.length > 0 ? [line(more[lang].replace('{count}', String(before.length)), before, pooled(before))] : []),
    line(total[lang], cohorts, pooled(cohorts)),
  ];
}

/** Up to the end of the age, since the entry; null while the age is not over. */
function valueAt(cohort: AgedCohort, age: number, metric: CohortMetric): number | null {
  if (metric === 'share') return winShareAt(cohort, age);
  if (metric === 'wins') return cohort.wins[age] ?? null;
  const minor = cohort.sums[age];
  return minor === undefined ? null : units(minor);
}

function monthName(month: string, { lang }: Labels): string {
  return `${monthNames[lang][Number(month.slice(5)) - 1] ?? month} ${month.slice(0, 4)}`;
}
