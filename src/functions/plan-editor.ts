// The plans of a year as one table for the editor in the panel: owners down, months across, what was reached before, what is realistic (M28, M33).
// JSON only: it travels to the browser.
import type { Labels } from '../facts/facts';
import type { Inputs } from '../inputs/inputs';
import type { PlanOwner, PlanScope } from '../inputs/plan';
import type { PlacedPlan } from '../inputs/read-plans';
import { monthNames } from '../locale/table-words';
import { METRIC_IDS, type MetricId, type MetricUnit, metricOf, metricRowsOf, tablesOf } from '../metrics/catalogue';
import { goalSuggestion, monthResults } from '../metrics/goal';
import { type Grouping, groupingByDepartment, groupingByManager, groupingByPipeline, type LoadedFacts } from '../metrics/grouping';
import { workingDays } from '../metrics/working-days';
import { addMonths, isoDay, monthOf, monthRange } from '../period';
import { personName } from './arguments/who';
import { metricName } from './metric-names';
import type { Question } from './question';

/** Which plans are edited: of one year, one metric, one kind of owner. */
export interface PlanQuestion {
  readonly year: number;
  readonly metric: string;
  readonly scope: PlanScope;
}

export interface PlanMonth {
  /** 'YYYY-MM'. */
  readonly month: string;
  readonly name: string;
  readonly workdays: number;
  /** Typed weight of the season; null = none was typed. */
  readonly season: number | null;
}

export interface PlanLine {
  /** Bitrix24's id; null = the company. */
  readonly id: number | null;
  readonly name: string;
  /** Department of a manager; '' = none, or not a manager. */
  readonly group: string;
  /** Twelve months each, in the unit of the metric; null = nothing. Facts of complete months only. */
  readonly targets: readonly (number | null)[];
  readonly lastYear: readonly (number | null)[];
  readonly facts: readonly (number | null)[];
  /** Realistic goals of months that are not over: cautious, base, bold; null where too little is known (M33). */
  readonly goals: readonly ([number, number, number] | null)[];
}

/** A plan typed for a quarter, a half-year or a year: it stands beside the months and is changed in the sheet. */
export interface LongPlan {
  readonly name: string;
  readonly period: string;
  readonly target: number;
}

export interface PlanTable extends PlanQuestion {
  readonly lang: 'ru' | 'en';
  readonly unit: MetricUnit;
  /** Whether months add up to the year. */
  readonly additive: boolean;
  readonly currency: string;
  readonly metrics: readonly { readonly id: string; readonly name: string }[];
  readonly months: readonly PlanMonth[];
  readonly lines: readonly PlanLine[];
  /** The plan of the company by months, to compare sums with; of itself it is in `lines`. */
  readonly company: readonly (number | null)[];
  /** Plans of departments by months, by name. */
  readonly departments: readonly { readonly name: string; readonly targets: readonly (number | null)[] }[];
  readonly longPlans: readonly LongPlan[];
  /** Month of the data: 'YYYY-MM'. */
  readonly now: string;
}

const MONTHS_BACK = 60;
const FIRST_METRIC: MetricId = 'wonSum';

/** The metric of a question, the won sum in place of one that is unknown. */
export function plannedMetric(id: string): MetricId {
  return METRIC_IDS.find((one) => one === id) ?? FIRST_METRIC;
}

/** `placed`: the plans as they are typed now. */
export function planTable(asked: PlanQuestion, placed: readonly PlacedPlan[], inputs: Inputs, question: Question): PlanTable {
  const { labels } = question;
  const metric = plannedMetric(asked.metric);
  const { unit, additive } = metricOf(metric);
  const year =
    Number.isInteger(asked.year) && asked.year > 1999 && asked.year < 2200 ? asked.year : Number(monthOf(labels.asOfDay).slice(0, 4));
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
  const own = placed.filter((plan) => plan.metric === metric);
  const targets = (owner: PlanOwner) => months.map((month) => targetIn(own, owner, month));
  return {
    scope: asked.scope,
    year,
    metric,
    unit,
    additive,
    lang: labels.lang,
    currency: labels.baseCurrency,
    metrics: METRIC_IDS.map((id) => ({ id, name: metricName(id, labels.lang) })),
    months: months.map((month) => ({
      month,
      name: monthNames[labels.lang][Number(month.slice(5)) - 1] ?? month,
      workdays: workingDays(monthRange(month) ?? { start: 0, end: -1 }, inputs.calendar),
      season: inputs.seasonality[Number(month.slice(5))] ?? null,
    })),
    lines: linesOf(asked.scope, metric, months, targets, inputs, question),
    company: targets({ scope: 'company', id: null }),
    departments: labels.departments.map(({ id, name }) => ({ name, targets: targets({ scope: 'department', id }) })),
    longPlans: longPlans(own, asked.scope, year, labels),
    now: monthOf(labels.asOfDay),
  };
}

function targetIn(plans: readonly PlacedPlan[], { scope, id }: PlanOwner, month: string): number | null {
  const range = monthRange(month);
  const plan = plans.find(
    (one) => one.scope === scope && one.id === id && one.period.start === range?.start && one.period.end === range.end,
  );
  return plan?.target ?? null;
}

interface Owner extends PlanOwner {
  readonly name: string;
  readonly group: string;
  /** Group of the grouping. */
  readonly at: number;
  /** Shown without a plan or a fact too. */
  readonly always: boolean;
}

function ownersOf(scope: PlanScope, labels: Labels): { readonly owners: readonly Owner[]; readonly grouping: Grouping | null } {
  const { managers, departments, pipelines } = labels;
  const facts: LoadedFacts = { labels };
  if (scope === 'manager') {
    // Of the whole staff only those who sell, and whoever is new beside them.
    const selling = new Set(managers.flatMap(({ hasDeals, department }) => (hasDeals ? department : [])));
    const owners = managers.map(({ id, active, hasDeals, department }, at) => ({
      scope,
      id,
      name: personName(labels, at),
      group: departments[department]?.name ?? '',
      at,
      always: active && (hasDeals || (department >= 0 && selling.has(department))),
    }));
    return { owners: owners.filter(({ id }) => id > 0), grouping: groupingByManager(facts) };
  }
  if (scope === 'department') {
    const owners = departments.map(({ id, name }, at) => ({ scope, id, name, group: '', at: at + 1, always: true }));
    return { owners, grouping: groupingByDepartment(facts) };
  }
  if (scope === 'pipeline') {
    const owners = pipelines.map(({ id, name }, at) => ({ scope, id, name, group: '', at, always: true }));
    return { owners, grouping: groupingByPipeline(facts) };
  }
  return { owners: [{ scope: 'company', id: null, name: '', group: '', at: 0, always: true }], grouping: null };
}

function linesOf(
  scope: PlanScope,
  metric: MetricId,
  months: readonly string[],
  targets: (owner: PlanOwner) => readonly (number | null)[],
  inputs: Inputs,
  question: Question,
): PlanLine[] {
  const { labels } = question;
  const { owners, grouping } = ownersOf(scope, labels);
  const now = monthOf(labels.asOfDay);
  const facts = question.load(tablesOf(['inWorkDuring', metric]));
  const slice = { period: { start: labels.asOfDay, end: labels.asOfDay }, managers: null, pipelines: null };
  const results = monthResults(facts, slice, metric, MONTHS_BACK, inputs.calendar, grouping);
  const known = factsOf(facts, metric, [...months.map((month) => addMonths(month, -12)), ...months], grouping, now);
  const workdays = months.map((month) => workingDays(monthRange(month) ?? { start: 0, end: -1 }, inputs.calendar));
  const lines = owners.map(({ at, always, ...owner }) => {
    const past = results[at] ?? [];
    const line: PlanLine = {
      id: owner.id,
      name: owner.name,
      group: owner.group,
      targets: targets(owner),
      lastYear: known.slice(0, 12).map((groups) => groups[at] ?? null),
      facts: known.slice(12).map((groups) => groups[at] ?? null),
      goals: months.map((month, index) => goalOf(past, month, workdays[index] ?? 0, now, inputs)),
    };
    return { line, shown: always || [...line.targets, ...line.facts, ...line.lastYear].some((value) => value !== null && value !== 0) };
  });
  return lines.filter(({ shown }) => shown).map(({ line }) => line);
}

/** Values of complete months within the loaded horizon by month and group. */
function factsOf(
  facts: LoadedFacts,
  metric: MetricId,
  months: readonly string[],
  grouping: Grouping | null,
  now: string,
): (number | null)[][] {
  const slice = { period: { start: 0, end: 0 }, managers: null, pipelines: null };
  const complete = months.map((month) => {
    const range = monthRange(month);
    return month < now && range && range.start >= facts.labels.horizonDay ? range : null;
  });
  const rows = metricRowsOf(
    facts,
    slice,
    complete.flatMap((range) => range ?? []),
    [metric],
    grouping,
  );
  let at = 0;
  return complete.map((range) => (range ? (rows[at++] ?? []).map(([value]) => value ?? null) : []));
}

function goalOf(
  past: Parameters<typeof goalSuggestion>[0],
  month: string,
  workdays: number,
  now: string,
  inputs: Inputs,
): [number, number, number] | null {
  const goal = month < now ? null : goalSuggestion(past, month, workdays, now, inputs.seasonality);
  return goal && [goal.conservative, goal.base, goal.ambitious];
}

function longPlans(plans: readonly PlacedPlan[], scope: PlanScope, year: number, labels: Labels): LongPlan[] {
  const ofYear = plans.filter((plan) => plan.scope === scope && isoDay(plan.period.start).startsWith(String(year)));
  return ofYear.flatMap(({ id, period, target }) => {
    const month = monthOf(period.start);
    if (monthRange(month)?.end === period.end) return [];
    return [{ name: ownerName(scope, id, labels), period: `${month}…${monthOf(period.end)}`, target }];
  });
}

/** A name that «Планы» understands as this owner and no other. */
export function ownerName(scope: PlanScope, id: number | null, labels: Labels): string {
  if (scope === 'company') return '';
  if (scope === 'manager')
    return personName(
      labels,
      Math.max(
        0,
        labels.managers.findIndex((one) => one.id === id),
      ),
    );
  const known: readonly { readonly id: number; readonly name: string }[] = scope === 'department' ? labels.departments : labels.pipelines;
  const own = known.find((one) => one.id === id);
  return own && known.filter(({ name }) => name === own.name).length === 1 ? own.name : String(id);
}
