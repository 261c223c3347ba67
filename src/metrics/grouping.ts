// How facts are cut for a table: one pass over the rows serves every manager or pipeline at once. Knows no metric.
import type { Facts, FactTableName, FactTables } from '../facts/facts';
import type { Slice } from './slice';

/** Group 0…count−1 of each manager, pipeline or deal row by its index; −1 = in no group. */
export interface Grouping {
  readonly by: 'manager' | 'pipeline' | 'deal';
  readonly of: Int32Array;
  readonly count: number;
}

/** Tables a caller happens to have unpacked; `labels` is always there. */
export type LoadedFacts = Facts<never> & Partial<FactTables>;

/** One group per manager label; group number = manager index. */
export function groupingByManager(facts: LoadedFacts): Grouping {
  return identity('manager', facts.labels.managers.length);
}

/** One group per pipeline label. Funnel metrics (M11–M15) group by the pipeline of the journey, the others by the deal's current one (R4). */
export function groupingByPipeline(facts: LoadedFacts): Grouping {
  return identity('pipeline', facts.labels.pipelines.length);
}

/** One group per department label, of the people written into it itself, so that the groups add up; the first group is people without a department. */
export function groupingByDepartment({ labels }: LoadedFacts): Grouping {
  return { by: 'manager', of: Int32Array.from(labels.managers, ({ department }) => department + 1), count: labels.departments.length + 1 };
}

/** The union of some groups as one group. */
export function unionOfGroups({ by, of }: Grouping, wanted: ReadonlySet<number>): Grouping {
  return { by, of: of.map((group) => (wanted.has(group) ? 0 : -1)), count: 1 };
}

/** Checks that the tables are unpacked; a missing one is a mistake of the caller's declaration. */
export function requireTables<T extends FactTableName>(facts: LoadedFacts, ...tables: readonly T[]): Facts<T> {
  for (const table of tables) if (facts[table] === undefined) throw new Error(`Facts table "${table}" was not loaded`);
  return facts as Facts<T>;
}

/** Group of each deal row, −1 = outside the slice; the pipeline is the deal's current one. Without a grouping everything is group 0. */
export function dealGroups(facts: Facts<'deals'>, slice: Slice, grouping: Grouping | null = null): Int32Array {
  return rowGroups(facts, slice, grouping, null, facts.deals.pipeline);
}

/** The same for journeys: managers by their deal, pipelines by the journey's own (R7). */
export function journeyGroups(facts: Facts<'deals' | 'journeys'>, slice: Slice, grouping: Grouping | null = null): Int32Array {
  return rowGroups(facts, slice, grouping, facts.journeys.deal, facts.journeys.pipeline);
}

/** The same for stays (M15). */
export function stayGroups(facts: Facts<'deals' | 'stays'>, slice: Slice, grouping: Grouping | null = null): Int32Array {
  return rowGroups(facts, slice, grouping, facts.stays.deal, facts.stays.pipeline);
}

/** The same for rows that belong to a person and to no pipeline (leads, activities): the slice's pipelines do not cut them. The grouping is one of managers. */
export function personGroups(facts: Facts<never>, managerOf: Int32Array, slice: Slice, grouping: Grouping | null): Int32Array {
  const groupOf = groupPart(facts.labels.managers.length, slice.managers, grouping?.of ?? null);
  return managerOf.map((manager) => Math.max(-1, groupOf[manager] ?? -1));
}

/** More than any sum of groups, so that one excluded part makes the whole negative. */
const OUTSIDE = -(2 ** 29);

function rowGroups(
  facts: Facts<'deals'>,
  slice: Slice,
  grouping: Grouping | null,
  dealOf: Int32Array | null,
  pipelineOf: Int32Array,
): Int32Array {
  const managerPart = groupPart(facts.labels.managers.length, slice.managers, grouping?.by === 'manager' ? grouping.of : null);
  const pipelinePart = groupPart(facts.labels.pipelines.length, slice.pipelines, grouping?.by === 'pipeline' ? grouping.of : null);
  const dealPart = grouping?.by === 'deal' ? grouping.of : null;
  const managerOf = facts.deals.manager;
  const groups = new Int32Array(pipelineOf.length);
  for (let row = 0; row < groups.length; row++) {
    const deal = dealOf === null ? row : (dealOf[row] ?? 0);
    let group = (managerPart[managerOf[deal] ?? 0] ?? OUTSIDE) + (pipelinePart[pipelineOf[row] ?? 0] ?? OUTSIDE);
    if (dealPart !== null) {
      const own = dealPart[deal] ?? -1;
      group += own < 0 ? OUTSIDE : own;
    }
    groups[row] = group < 0 ? -1 : group;
  }
  return groups;
}

function groupPart(size: number, wanted: ReadonlySet<number> | null, groupOf: Int32Array | null): Int32Array {
  const parts = new Int32Array(size);
  for (let index = 0; index < size; index++) {
    const group = groupOf === null ? 0 : (groupOf[index] ?? -1);
    parts[index] = group < 0 || (wanted !== null && !wanted.has(index)) ? OUTSIDE : group;
  }
  return parts;
}

function identity(by: 'manager' | 'pipeline', count: number): Grouping {
  return { by, of: Int32Array.from({ length: count }, (_, index) => index), count };
}
