// Who is paid by which scheme, for which deals, and by which KPI (M34, M35). Amounts follow the payee (R12), scores the present manager.
import { type DealFacts, type Facts, type FactTableName, type Labels, NO_DAY } from '../facts/facts';
import { CHANGE_KINDS } from '../facts/side-tables';
import type { BonusScheme } from '../inputs/bonus-scheme';
import type { Inputs } from '../inputs/inputs';
import type { KpiItem } from '../inputs/kpi-set';
import type { LedgerLine, Statement } from '../memory/ledger';
import { units } from '../money';
import { monthOf, monthRange } from '../period';
import { METRIC_IDS, type MetricId, metricOf, metricRows, tablesOf } from './catalogue';
import { evidenceOf } from './evidence';
import { type Grouping, type LoadedFacts, requireTables } from './grouping';
import { kpiScore, type Score } from './score';
import type { Slice } from './slice';

interface Owner {
  readonly scope: string;
  readonly id: number | null;
}

/** What is typed for a manager (index): an own entry goes before the nearest department's, that before the company's. */
function heldBy<T extends { readonly owner: Owner }>(
  entries: readonly T[],
  { managers, departments }: Labels,
  index: number,
): T | undefined {
  const owned = (scope: string, id: number | null) =>
    entries.find(({ owner }) => owner.scope === scope && (id === null || owner.id === id));
  const known = managers[index];
  if (known === undefined || index === 0) return undefined;
  let found = owned('manager', known.id);
  // A department can be its own ancestor in broken data.
  for (let at = known.department, steps = 0; found === undefined && at >= 0 && steps <= departments.length; steps++) {
    found = owned('department', departments[at]?.id ?? -1);
    at = departments[at]?.parent ?? -1;
  }
  return found ?? owned('company', null);
}

/** The scheme that pays a manager (index in the labels); null = none. "No manager" is never paid. */
export function schemeOf(
  { bonusSchemes, bonusAssignments }: Pick<Inputs, 'bonusSchemes' | 'bonusAssignments'>,
  labels: Labels,
  index: number,
): BonusScheme | null {
  const assigned = heldBy(bonusAssignments, labels, index)?.scheme;
  return bonusSchemes.find(({ name }) => name === assigned) ?? null;
}

/** The KPI set of a manager (index in the labels); empty = none. */
export function kpiItemsOf({ kpiSets }: Pick<Inputs, 'kpiSets'>, labels: Labels, index: number): readonly KpiItem[] {
  return heldBy(kpiSets, labels, index)?.items ?? [];
}

/** Metrics of KPI sets, each once; a name that no metric has is left out. */
function metricsOf(items: readonly KpiItem[]): MetricId[] {
  return METRIC_IDS.filter((id) => items.some(({ metric }) => metric === id));
}

/** Tables that scores by these items read besides `labels`. */
export function scoreTables(items: readonly KpiItem[]): FactTableName[] {
  return tablesOf(metricsOf(items));
}

/** M35 of each group of the slice, `itemsOf` saying by what a group is measured; one pass for all of them. */
export function scores(
  facts: LoadedFacts,
  slice: Slice,
  grouping: Grouping | null,
  itemsOf: (group: number) => readonly KpiItem[],
): Score[] {
  const groups = Array.from({ length: grouping?.count ?? 1 }, (_, group) => itemsOf(group));
  const ids = metricsOf(groups.flat());
  const at = new Map<string, number>(ids.map((id, index) => [id, index]));
  const values = metricRows(facts, slice, ids, grouping);
  return groups.map((items, group) => kpiScore(items, (metric) => values[group]?.[at.get(metric) ?? -1] ?? null));
}

/** The base of pay as a metric: a sum of deals by the day they were closed; null = rates cannot be paid of it. */
export function baseOf({ base }: Pick<BonusScheme, 'base'>): MetricId | null {
  const id = METRIC_IDS.find((known) => known === base);
  return id !== undefined && metricOf(id).additive && evidenceOf[id]?.of === 'deals' && evidenceOf[id]?.adds === 'amount' ? id : null;
}

/** A month with those paid in it, each by their scheme. */
export interface PaidMonth {
  /** 'YYYY-MM'. */
  readonly month: string;
  readonly statements: readonly Pick<Statement, 'managerId' | 'scheme'>[];
}

/** Tables that the lines of pay read besides `labels`. */
export function lineTables(months: readonly PaidMonth[]): FactTableName[] {
  return [...new Set<FactTableName>(['deals', 'payees', ...basesOf(months).flatMap((id) => evidenceOf[id]?.tables ?? [])])];
}

/** What stands behind pay. */
export interface PayLines {
  readonly lines: readonly LedgerLine[];
  /** Deals of a currency without a rate (R8): they would be paid for, but nobody knows how much; their amounts are 0. */
  readonly unpriced: readonly LedgerLine[];
}

/**
 * Lines of pay by payee over all pipelines: the deals behind the base of whoever has a statement in the month they belong to. Titles are left
 * blank; the order is that of the deals.
 */
export function payLines(facts: LoadedFacts, months: readonly PaidMonth[]): PayLines {
  const { deals, payees, labels } = requireTables(facts, 'deals', 'payees');
  const days = months.flatMap(({ month }) => monthRange(month) ?? []);
  const period = { start: Math.min(...days.map(({ start }) => start)), end: Math.max(...days.map(({ end }) => end)) };
  const paidBy = new Map(
    months.map(({ month, statements }) => [month, new Map(statements.map((one) => [one.managerId, baseOf(one.scheme)]))]),
  );
  const monthOfDay: (string | undefined)[] = [];
  const lines: LedgerLine[] = [];
  const unpriced: LedgerLine[] = [];
  for (const base of basesOf(months)) {
    for (const row of evidenceOf[base]?.rows(facts, { period, managers: null, pipelines: null }) ?? []) {
      const amount = deals.amount[row] ?? Number.NaN;
      const closeDay = deals.closeDay[row] ?? NO_DAY;
      const managerId = labels.managers[payees.payee[row] ?? 0]?.id ?? 0;
      const month = monthOfDay[closeDay - period.start] ?? monthOf(closeDay);
      monthOfDay[closeDay - period.start] = month;
      if (paidBy.get(month)?.get(managerId) !== base) continue;
      const line = { dealId: deals.id[row] ?? 0, title: '', managerId, closeDay, amount: 0, month };
      if (Number.isNaN(amount)) unpriced.push(line);
      else lines.push({ ...line, amount: units(amount) });
    }
  }
  return { lines, unpriced };
}

/**
 * Whether it is known what became of a deal that was paid for: it is loaded, or loads saw it disappear. A deal that merely is not there may be one
 * that another user's rights do not show (R4): nothing is taken back for it.
 */
export function isAccountedFor({ deals, changes }: Facts<'deals' | 'changes'>): (dealId: number) => boolean {
  const gone = new Set<number>();
  const kind = CHANGE_KINDS.indexOf('gone');
  for (let at = 0; at < changes.count; at++) {
    if (changes.kind[at] === kind && changes.row[at] === -1) gone.add(changes.deal[at] ?? 0);
  }
  return (dealId) => rowOfDeal(deals, dealId) >= 0 || gone.has(dealId);
}

/** Row of a deal; ids ascend. −1 = it is not loaded. */
export function rowOfDeal({ id: ids }: DealFacts, wanted: number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const id = ids[middle] ?? 0;
    if (id === wanted) return middle;
    if (id < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function basesOf(months: readonly PaidMonth[]): MetricId[] {
  return [...new Set(months.flatMap(({ statements }) => statements.flatMap(({ scheme }) => baseOf(scheme) ?? [])))];
}
