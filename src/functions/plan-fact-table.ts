// B24_PLANFACT_TABLE: plan and fact by manager, department, pipeline, month or metric; the last rows are the whole.
import type { Cell, Table } from '../cell';
import type { PlanOwner } from '../inputs/plan';
import { argumentWords } from '../locale/argument-words';
import { planWords } from '../locale/plan-words';
import { tableWords } from '../locale/table-words';
import { managersOfDepartment } from '../metrics/breakdown';
import { METRIC_IDS, type MetricValue, metricOf, metricRows, metricRowsOf, tablesOf } from '../metrics/catalogue';
import { groupingByManager, groupingByPipeline, type LoadedFacts } from '../metrics/grouping';
import { managersTarget } from '../metrics/plan-target';
import type { DayRange } from '../metrics/slice';
import { round } from '../money';
import { intersection, monthRange, monthsOf } from '../period';
import { type Choice, choiceWord, chosen } from './arguments/choice';
import { type Asked, askedPeople } from './arguments/who';
import { withinCapacity } from './deal-cells';
import type { FunctionDefinition } from './definition';
import { firstRecordDay, lineName, MANAGER_CAPACITY, tableDimensions } from './kpi-table';
import { metricArgument, metricName, metricsArgument } from './metric-names';
import { namedPipelines } from './named-pipelines';
import { type ProgressItem, planFactItems, progressCell } from './plan-fact';
import { type PlanScope, planScope, progressOf, targetOf } from './plan-scope';
import type { Question } from './question';

type PlanDimension = 'manager' | 'department' | 'pipeline' | 'month' | 'metric';

export const planDimensions: readonly Choice<PlanDimension>[] = [
  ...tableDimensions,
  { value: 'metric', ru: ['показатель', 'показатели', 'показателям', 'kpi'], en: ['metric', 'metrics', 'kpi'] },
];

/** Columns after the first one, by their words in B24_PLANFACT. */
export const PLAN_COLUMNS: readonly ProgressItem[] = [
  'target',
  'fact',
  'attainment',
  'planToDate',
  'deviation',
  'attainmentToDate',
  'status',
  'runRate',
  'gap',
  'requiredPerDay',
];

interface Line {
  readonly name: string;
  readonly target: number | null;
  readonly fact: MetricValue;
  /** A part of the table's period. */
  readonly period?: DayRange;
}

/** The arguments with the facts they need. */
interface Asking {
  readonly scope: PlanScope;
  readonly asked: Asked;
  readonly facts: LoadedFacts;
}

export const planFactTableFunction: FunctionDefinition = {
  name: 'B24_PLANFACT_TABLE',
  params: ['period', 'who', 'pipeline', 'metric', 'by', 'data'],
  rules: ['M28', 'M29', 'M30', 'M31', 'M20', 'R12'],
  answer: (args, question) => {
    const { lang } = question.labels;
    const asked = askedPeople(args[1], question.labels);
    const by = chosen(args[4], 'by', planDimensions, 'manager', question.labels);
    const header: Cell[] = [
      capital(by === 'metric' ? argumentWords.metric[lang] : tableWords[by][lang]),
      ...PLAN_COLUMNS.map((item) => capital(choiceWord(planFactItems, item, lang))),
    ];
    if (by === 'metric') return [header, ...metricLines(args, asked, question)];
    const id = metricArgument(args[3], 'metric', 'wonSum', question.labels);
    const all = planScope(args, id, question);
    const scope = { ...all, slice: { ...all.slice, managers: asked.people } };
    const asking: Asking = { scope, asked, facts: question.load(tablesOf(['created', id])) };
    const lines = { manager: managerLines, department: departmentLines, pipeline: pipelineLines, month: monthLines }[by](asking);
    return [header, ...lines, ...totalLines(asking, by).map((line) => cells(line, scope))];
  },
};

/** People with a plan or a fact, those who left too (R12), and whoever was asked for by name; the largest fact first. */
function managerLines({ scope, asked, facts }: Asking): Table {
  const { labels, metric, slice } = scope;
  const ofManager = (index: number): PlanOwner => ({ scope: 'manager', id: labels.managers[index]?.id ?? null });
  const named = new Set(asked.owners.flatMap((owner) => (owner.scope === 'manager' ? [owner.id] : [])));
  const people = metricRows(facts, slice, [metric.id], groupingByManager(facts)).flatMap(([fact = null], index) => {
    if (asked.people !== null && !asked.people.has(index)) return [];
    const owner = ofManager(index);
    const line = { index, name: lineName(index, 'manager', labels), target: targetOf(scope, [owner]), fact };
    return isShown(line) || named.has(owner.id) ? [line] : [];
  });
  people.sort((one, other) => (other.fact ?? Number.NEGATIVE_INFINITY) - (one.fact ?? Number.NEGATIVE_INFINITY) || one.index - other.index);
  const rest = (left: readonly { readonly index: number }[]): Cell[] => {
    const managers = new Set(left.map(({ index }) => index));
    const [fact = null] = metricRows(facts, { ...slice, managers }, [metric.id])[0] ?? [];
    return cells({ name: '', target: targetOf(scope, [...managers].map(ofManager)), fact }, scope);
  };
  return withinCapacity(people, MANAGER_CAPACITY, (line) => cells(line, scope), rest, labels);
}

/** Departments with a plan or a fact, those within a larger one too: lines of a parent and its child overlap. */
function departmentLines({ scope, asked, facts }: Asking): Table {
  const { labels, metric, slice } = scope;
  const own = new Set(labels.managers.map(({ department }) => department));
  return [...labels.departments.keys(), -1].flatMap((key) => {
    const members = [...managersOfDepartment(facts, key)];
    const managers = new Set(members.filter((index) => asked.people === null || asked.people.has(index)));
    // The plan of a department is that of all its people.
    const isWhole = key >= 0 && managers.size === members.length;
    const target = isWhole ? targetOf(scope, [{ scope: 'department', id: labels.departments[key]?.id ?? null }]) : null;
    if (target === null && !own.has(key)) return [];
    const [fact = null] = metricRows(facts, { ...slice, managers }, [metric.id])[0] ?? [];
    const line = { name: lineName(key, 'department', labels), target, fact };
    return isShown(line) ? [cells(line, scope)] : [];
  });
}

function pipelineLines({ scope, asked, facts }: Asking): Table {
  const { labels, metric, slice } = scope;
  return metricRows(facts, slice, [metric.id], groupingByPipeline(facts)).flatMap(([fact = null], index) => {
    if (slice.pipelines !== null && !slice.pipelines.has(index)) return [];
    const target = metric.byPipeline ? targetOf({ ...scope, named: new Set([index]) }, asked.owners) : null;
    const line = { name: lineName(index, 'pipeline', labels), target, fact };
    return isShown(line) ? [cells(line, scope)] : [];
  });
}

/** Every month between the first and the last one with a plan or a record. */
function monthLines(asking: Asking): Table {
  const { scope, asked } = asking;
  const { labels, metric, slice, inputs } = scope;
  const start = Math.min(firstRecordDay(asking.facts, tablesOf(['created', metric.id])), ...inputs.plans.map(({ period }) => period.start));
  const end = Math.max(labels.asOfDay, ...inputs.plans.map(({ period }) => period.end));
  const known = intersection(slice.period, { start, end });
  const months = (known === null ? [] : monthsOf(known)).map((month) => {
    return { month, period: intersection(slice.period, monthRange(month) ?? slice.period) ?? slice.period };
  });
  const facts = metricRowsOf(
    asking.facts,
    slice,
    months.map(({ period }) => period),
    [metric.id],
  );
  return months.map(({ month, period }, at) => {
    const target = targetOf(scope, asked.owners, period);
    return cells({ name: lineName(month, 'month', labels), target, fact: facts[at]?.[0]?.[0] ?? null, period }, scope);
  });
}

/** The whole, and a second line when the plans of its people add up to something else than its own (M28). */
function totalLines({ scope, asked, facts }: Asking, by: PlanDimension): Line[] {
  const { labels, metric, slice, inputs } = scope;
  const [fact = null] = metricRows(facts, slice, [metric.id])[0] ?? [];
  const target = targetOf(scope, asked.owners);
  const total: Line = { name: tableWords.total[labels.lang], target, fact };
  const [owner, another] = asked.owners;
  if (owner === undefined || another !== undefined || scope.named !== null || by === 'pipeline') return [total];
  const question = { owner, metric: metric.id, additive: metric.additive, period: slice.period };
  const sum = owner.scope === 'manager' ? null : managersTarget(inputs.plans, question, labels, inputs.calendar);
  if (sum === null || target === null || round(sum, 2) === round(target, 2)) return [total];
  return [total, { name: planWords.managersSum[labels.lang], target: sum, fact }];
}

/** One line per metric: those named, else those that have a plan. They do not add up to anything. */
function metricLines(args: readonly unknown[], asked: Asked, question: Question): Table {
  const { labels } = question;
  const given = metricsArgument(args[3], 'metric', [], labels);
  namedPipelines(args[2], given, labels);
  const all = planScope(args, 'wonSum', question);
  const scopes = (given.length > 0 ? given : METRIC_IDS.filter((id) => all.named === null || metricOf(id).byPipeline)).map((id) => {
    return { ...all, metric: metricOf(id) };
  });
  const planned = scopes.flatMap((scope) => {
    const target = targetOf(scope, asked.owners);
    return given.length > 0 || target !== null ? [{ scope, target }] : [];
  });
  const ids = planned.map(({ scope }) => scope.metric.id);
  const facts = metricRows(question.load(tablesOf(ids)), { ...all.slice, managers: asked.people }, ids)[0] ?? [];
  return planned.map(({ scope, target }, at) => {
    return cells({ name: metricName(scope.metric.id, labels.lang), target, fact: facts[at] ?? null }, scope);
  });
}

function cells({ name, target, fact, period }: Line, scope: PlanScope): Cell[] {
  const progress = progressOf(scope, target, fact, period);
  return [name, ...PLAN_COLUMNS.map((item) => progressCell(progress, item, scope.labels.lang))];
}

function isShown({ target, fact }: Line): boolean {
  return target !== null || (fact !== null && fact !== 0);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
