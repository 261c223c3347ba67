// M20 and its kin: a set of metrics for every manager, department, pipeline or month of a slice, and for the whole.
// The whole is computed from its own deals, never as a mean of the lines.
import { monthOf, monthRange, monthsOf } from '../period';
import { type MetricId, type MetricValue, metricRows } from './catalogue';
import { groupingByManager, groupingByPipeline, type LoadedFacts } from './grouping';
import type { Slice } from './slice';

export type Dimension = 'manager' | 'department' | 'pipeline' | 'month';

export interface BreakdownRow {
  /** Index in the labels of the dimension (department −1 = managers without one), or 'YYYY-MM'. */
  readonly key: number | string;
  readonly values: readonly MetricValue[];
}

export interface Breakdown {
  readonly rows: readonly BreakdownRow[];
  readonly total: readonly MetricValue[];
}

/**
 * Lines in the order of the labels. Managers: everybody of the slice who is active and ever had a deal (or was asked for), and the fired and
 * "No manager" when any value stands (R12).
 * Departments: those whose own people ever had a deal or have any value, children included, so lines of a parent and its child overlap. Months: clipped to the period.
 */
export function breakdown(facts: LoadedFacts, slice: Slice, by: Dimension, ids: readonly MetricId[]): Breakdown {
  return { rows: breakdownRows(facts, slice, by, ids), total: metricRows(facts, slice, ids)[0] ?? [] };
}

/** Managers (indices) of a department and of all departments below it; −1 = managers without a department. */
export function managersOfDepartment(facts: LoadedFacts, department: number): Set<number> {
  const { departments, managers } = facts.labels;
  const within = (own: number): boolean => {
    // A department can be its own ancestor in broken data; no real chain is longer than the list.
    for (let at = own, steps = 0; at >= 0 && steps <= departments.length; at = departments[at]?.parent ?? -1, steps++) {
      if (at === department) return true;
    }
    return false;
  };
  const found = new Set<number>();
  managers.forEach((manager, index) => {
    if (department < 0 ? manager.department < 0 : within(manager.department)) found.add(index);
  });
  return found;
}

function breakdownRows(facts: LoadedFacts, slice: Slice, by: Dimension, ids: readonly MetricId[]): BreakdownRow[] {
  switch (by) {
    case 'manager':
      return metricRows(facts, slice, ids, groupingByManager(facts))
        .map((values, key) => ({ key, values }))
        .filter(({ key, values }) => wanted(slice.managers, key) && (isExpected(facts, slice, key) || values.some(stands)));
    case 'pipeline':
      return metricRows(facts, slice, ids, groupingByPipeline(facts))
        .map((values, key) => ({ key, values }))
        .filter(({ key }) => wanted(slice.pipelines, key));
    case 'department':
      return departmentRows(facts, slice, ids);
    case 'month':
      return monthsOf(slice.period).map((month) => ({ key: month, values: metricRows(facts, monthSlice(slice, month), ids)[0] ?? [] }));
  }
}

function departmentRows(facts: LoadedFacts, slice: Slice, ids: readonly MetricId[]): BreakdownRow[] {
  const { departments, managers } = facts.labels;
  const own = new Set<number>();
  metricRows(facts, slice, ids, groupingByManager(facts)).forEach((values, index) => {
    const manager = managers[index];
    if (manager && wanted(slice.managers, index) && (manager.hasDeals || values.some(stands))) own.add(manager.department);
  });
  return [...departments.keys(), -1]
    .filter((key) => own.has(key))
    .map((key) => {
      const members = [...managersOfDepartment(facts, key)].filter((index) => wanted(slice.managers, index));
      return { key, values: metricRows(facts, { ...slice, managers: new Set(members) }, ids)[0] ?? [] };
    })
    .filter(({ key, values }) => key >= 0 || values.some(stands));
}

function monthSlice(slice: Slice, month: string): Slice {
  const days = monthRange(month) ?? slice.period;
  const start = month === monthOf(slice.period.start) ? slice.period.start : days.start;
  const end = month === monthOf(slice.period.end) ? slice.period.end : days.end;
  return { ...slice, period: { start, end } };
}

function wanted(indices: ReadonlySet<number> | null, index: number): boolean {
  return indices === null || indices.has(index);
}

/** Somebody whose line is shown even when nothing stands in it. */
function isExpected(facts: LoadedFacts, slice: Slice, index: number): boolean {
  const manager = facts.labels.managers[index];
  return index > 0 && manager?.active === true && (manager.hasDeals || slice.managers !== null);
}

function stands(value: MetricValue): boolean {
  return value !== null && value !== 0;
}
