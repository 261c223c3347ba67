// B24_KPI_TABLE: metrics by manager, department, pipeline or month. The last row is the total, computed from the union of the deals.
import type { Cell, Table } from '../cell';
import { type FactTableName, type Labels, NO_DAY } from '../facts/facts';
import { monthNames, tableWords } from '../locale/table-words';
import { type BreakdownRow, breakdown, type Dimension } from '../metrics/breakdown';
import { type MetricId, type MetricValue, metricRows, tablesOf } from '../metrics/catalogue';
import type { LoadedFacts } from '../metrics/grouping';
import type { Slice } from '../metrics/slice';
import { type Choice, chosen } from './arguments/choice';
import { sliceArguments } from './arguments/slice';
import { personName } from './arguments/who';
import type { FunctionDefinition } from './definition';
import { metricName, metricsArgument } from './metric-names';
import { namedPipelines } from './named-pipelines';
import { cellOf } from './output';
import type { Question } from './question';

/** Managers a table shows one by one; the rest are one line, so that a table never grows over what stands under it (D8). */
export const MANAGER_CAPACITY = 60;

export const tableDimensions: readonly Choice<Dimension>[] = [
  { value: 'manager', ru: ['менеджер', 'менеджеры', 'менеджерам', 'сотрудник', 'ответственный'], en: ['manager', 'managers', 'employee'] },
  { value: 'department', ru: ['отдел', 'отделы', 'отделам'], en: ['department', 'departments'] },
  { value: 'pipeline', ru: ['воронка', 'воронки', 'воронкам', 'направление'], en: ['pipeline', 'pipelines'] },
  { value: 'month', ru: ['месяц', 'месяцы', 'месяцам'], en: ['month', 'months'] },
];

const DEFAULT_METRICS: readonly MetricId[] = [
  'created',
  'inWorkDuring',
  'wonCount',
  'lostCount',
  'wonSum',
  'cohortConversion',
  'winRateCount',
  'avgCheque',
  'cycleMedianDays',
  'openCount',
  'openSum',
];

/** Months look back: what is open now is the same in every line. */
const DEFAULT_MONTH_METRICS: readonly MetricId[] = [
  'created',
  'wonCount',
  'lostCount',
  'wonSum',
  'cohortConversion',
  'winRateCount',
  'avgCheque',
  'cycleMedianDays',
];

/** Metrics that tell whether a person who left did anything; asked beside those wanted, won sum first for the order. */
const PRESENCE: readonly MetricId[] = ['wonSum', 'wonCount', 'created', 'lostCount', 'inWorkDuring', 'openCount', 'junkCount'];

export const kpiTableFunction: FunctionDefinition = {
  name: 'B24_KPI_TABLE',
  params: ['period', 'who', 'pipeline', 'by', 'metrics', 'data'],
  rules: ['M20', 'R12'],
  answer: (args, question) => {
    const { labels } = question;
    const slice = sliceArguments(args, labels);
    const by = chosen(args[3], 'by', tableDimensions, 'manager', labels);
    const ids = metricsArgument(args[4], 'metrics', by === 'month' ? DEFAULT_MONTH_METRICS : DEFAULT_METRICS, labels);
    namedPipelines(args[2], ids, labels);
    const header: Cell[] = [tableWords[by][labels.lang], ...ids.map((id) => metricName(id, labels.lang))];
    return [header, ...(by === 'manager' ? managerLines(slice, ids, question) : lines(slice, by, ids, question))];
  },
};

function lines(slice: Slice, by: Dimension, ids: readonly MetricId[], question: Question): Table {
  const { labels } = question;
  const tables = tablesOf(['created', ...ids]);
  const facts = question.load(tables);
  const { rows, total } = breakdown(facts, by === 'month' ? fromFirstRecord(facts, tables, slice) : slice, by, ids);
  return [...rows.map(({ key, values }) => [lineName(key, by, labels), ...values.map(cellOf)]), totalLine(total, labels)];
}

/** People by won sum: all who work here, those who left when they have anything to show (R12). Beyond the capacity one line stands for the rest. */
function managerLines(slice: Slice, ids: readonly MetricId[], question: Question): Table {
  const { labels } = question;
  const asked = [...ids, ...PRESENCE];
  const facts = question.load(tablesOf(asked));
  const { rows, total } = breakdown(facts, slice, 'manager', asked);
  const people = [...rows].sort((one, other) => wonSum(other, ids) - wonSum(one, ids));
  const shown = people.length > MANAGER_CAPACITY ? people.slice(0, MANAGER_CAPACITY - 1) : people;
  const rest = people.slice(shown.length);
  const table: Table = shown.map(({ key, values }) => [lineName(key, 'manager', labels), ...values.slice(0, ids.length).map(cellOf)]);
  if (rest.length > 0) {
    const managers = new Set(rest.map((row) => Number(row.key)));
    const values = metricRows(facts, { ...slice, managers }, ids)[0] ?? [];
    table.push([tableWords.more[labels.lang].replace('{count}', String(rest.length)), ...values.map(cellOf)]);
  }
  return [...table, totalLine(total.slice(0, ids.length), labels)];
}

function wonSum(row: BreakdownRow, ids: readonly MetricId[]): number {
  return row.values[ids.length] ?? 0;
}

function totalLine(values: readonly MetricValue[], labels: Labels): Cell[] {
  return [tableWords.total[labels.lang], ...values.map(cellOf)];
}

/** "All time" begins where the load began: its months start with the first record instead. No month lies after asOf. */
function fromFirstRecord(facts: LoadedFacts, tables: readonly FactTableName[], slice: Slice): Slice {
  const { labels } = facts;
  const first = slice.period.start <= labels.horizonDay ? firstRecordDay(facts, tables) : slice.period.start;
  const start = Math.min(Math.max(slice.period.start, first), slice.period.end);
  return { ...slice, period: { start, end: Math.max(start, Math.min(slice.period.end, labels.asOfDay)) } };
}

/** The first day on which anything of these tables happened; asOf's when nothing did before. */
export function firstRecordDay({ deals, journeys, leads, activities, labels }: LoadedFacts, tables: readonly FactTableName[]): number {
  const days: Partial<Record<FactTableName, readonly (Int32Array | undefined)[]>> = {
    deals: [deals?.createdDay, deals?.closeDay],
    journeys: [journeys?.entryDay],
    leads: [leads?.createdDay, leads?.closeDay],
    activities: [activities?.day],
  };
  let first = labels.asOfDay;
  for (const column of tables.flatMap((table) => days[table] ?? [])) {
    for (const day of column ?? []) if (day < first && day !== NO_DAY) first = day;
  }
  return first;
}

/** How a line is called: the name of the person, department or pipeline of an index, the month of a 'YYYY-MM'. */
export function lineName(key: number | string, by: Dimension, labels: Labels): string {
  if (typeof key === 'string') return `${monthNames[labels.lang][Number(key.slice(5)) - 1] ?? key} ${key.slice(0, 4)}`;
  if (by === 'manager') return personName(labels, key);
  if (by === 'pipeline') return labels.pipelines[key]?.name ?? '';
  return key < 0 ? tableWords.noDepartment[labels.lang] : (labels.departments[key]?.name ?? '');
}
