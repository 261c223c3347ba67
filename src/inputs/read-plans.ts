// «Планы» and «Наборы KPI» as records: whose, which metric, how much.
import { plain } from '../matching';
import type { KpiItem, KpiSet } from './kpi-set';
import type { Plan, PlanOwner } from './plan';
import { filledRows, type InputRow, type Reading } from './rows';
import type { ColumnKey } from './sheets';
import { asPercent, idOf, missing, numberOf, planPeriodOf, type Seen, setBefore, shareOf, unknownName, wordIn } from './values';
import { wordOf } from './words';

/** A plan and the row of «Планы», from 1, in which it is typed. */
export interface PlacedPlan extends Plan {
  readonly row: number;
}

export function readPlans(reading: Reading): Plan[] {
  return placedPlans(reading).map(({ row: _row, ...plan }) => plan);
}

/** Of two rows of one owner, metric and period the first holds; a month inside a quarter is a plan of its own (M28). */
export function placedPlans(reading: Reading): PlacedPlan[] {
  const seen: Seen = new Map();
  return filledRows('plans', reading).flatMap((row): PlacedPlan[] => {
    const period = planPeriodOf(row, 'period');
    const owner = planOwner(row);
    const metric = idOf(row, 'metric', 'metric', row.directory.metric);
    const target = targetOf(row, 'target', metric, false);
    if (period === null || owner === null || metric === null || target === null) return [];
    const first = setBefore(seen, [owner.scope, owner.id, metric, period.start, period.end], row.number);
    if (first === null) return [{ ...owner, metric, period, target, row: row.number }];
    row.bad('period', 'inputPlanTwice', { first });
    return [];
  });
}

function planOwner(row: InputRow<ColumnKey<'plans'>>): PlanOwner | null {
  const scope = wordIn(row, 'scope', ['company', 'department', 'pipeline', 'manager']);
  if (scope === null) return null;
  if (scope === 'company') {
    const typed = row.shown('who');
    return typed === '' || wordOf(typed, ['everybody']) ? { scope, id: null } : row.bad('who', 'inputCompanyWho');
  }
  const id = idOf(row, 'who', scope, row.directory[scope]);
  return id === null ? null : { scope, id };
}

/** In the unit of the metric: shares are fractions; the kind of an unknown metric is not known, so any number will do. */
function targetOf<K extends string>(row: InputRow<K>, key: K, metric: string | null, positive: boolean): number | null {
  const bounds = positive ? { sign: 'positive' as const } : {};
  return metric !== null && row.directory.metricKind(metric)?.unit === 'share' ? shareOf(row, key, bounds) : numberOf(row, key, bounds);
}

/** Attainments are not typed above this: 1000 %. */
const MOST_ATTAINMENT = 10;
const USUAL_CAP = 1.5;
const MANY_KPI = 5;
const WEIGHT_NOISE = 1e-9;

interface OwnSet {
  readonly set: { readonly owner: KpiSet['owner']; readonly items: KpiItem[] };
  readonly rows: InputRow<ColumnKey<'kpiSets'>>[];
}

/** A set and the rows of «Наборы KPI», from 1, in which its metrics are typed. */
export interface PlacedKpiSet extends KpiSet {
  readonly rows: readonly number[];
}

export function readKpiSets(reading: Reading): KpiSet[] {
  return placedKpiSets(reading).map(({ owner, items }) => ({ owner, items }));
}

/** Sets in the order of their first rows. Weights that do not make 100 % and more than five metrics are hinted at (M35). */
export function placedKpiSets(reading: Reading): PlacedKpiSet[] {
  const seen: Seen = new Map();
  const sets = new Map<string, OwnSet>();
  for (const row of filledRows('kpiSets', reading)) {
    const owner = personOrDepartment(row, 'owner');
    const item = kpiItem(row);
    if (owner === null || item === null) continue;
    const first = setBefore(seen, [owner.scope, owner.id, item.metric], row.number);
    if (first !== null) {
      row.bad('metric', 'inputRowTwice', { first });
      continue;
    }
    const key = `${owner.scope} ${owner.id}`;
    const own = sets.get(key) ?? { set: { owner, items: [] }, rows: [] };
    own.set.items.push(item);
    own.rows.push(row);
    sets.set(key, own);
  }
  for (const own of sets.values()) hintAtSet(own);
  return [...sets.values()].map(({ set, rows }) => ({ ...set, rows: rows.map((row) => row.number) }));
}

function kpiItem(row: InputRow<ColumnKey<'kpiSets'>>): KpiItem | null {
  const metric = idOf(row, 'metric', 'metric', row.directory.metric);
  const weight = shareOf(row, 'weight', { sign: 'positive' });
  const target = targetOf(row, 'target', metric, true);
  const usual = metric !== null && row.directory.metricKind(metric)?.better === 'less' ? 'down' : 'up';
  const direction = wordIn(row, 'direction', ['up', 'down'], usual);
  const floor = shareOf(row, 'floor', { blank: 0, most: MOST_ATTAINMENT });
  const cap = shareOf(row, 'cap', { blank: USUAL_CAP, most: MOST_ATTAINMENT, sign: 'positive' });
  if (metric === null || weight === null || target === null || direction === null || floor === null || cap === null) return null;
  if (floor > cap) return row.bad('floor', 'inputFloorCap', { floor: asPercent(floor), cap: asPercent(cap) });
  return { metric, weight, target, direction, floor, cap };
}

function hintAtSet({ set: { items }, rows }: OwnSet): void {
  const [first] = rows;
  const owner = first?.shown('owner') ?? '';
  const sum = items.reduce((total, { weight }) => total + weight, 0);
  if (Math.abs(sum - 1) > WEIGHT_NOISE) first?.hint('weight', 'inputWeights', { owner, sum: asPercent(sum) });
  if (items.length > MANY_KPI) rows[MANY_KPI]?.hint('metric', 'inputManyKpi', { owner, count: items.length });
}

/** A manager by name, else a department. */
export function personOrDepartment<K extends string>(row: InputRow<K>, key: K): KpiSet['owner'] | null {
  const typed = String(row.cell(key));
  if (plain(typed) === '') return missing(row, key);
  const manager = row.directory.manager(typed);
  if ('id' in manager) return { scope: 'manager', id: manager.id };
  const department = row.directory.department(typed);
  if ('id' in department) return { scope: 'department', id: department.id };
  return unknownName(row, key, 'owner', [...manager.similar, ...department.similar]);
}
