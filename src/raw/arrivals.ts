// What the pages of a load bring for one entity, with what follows from them: history and product rows do not outlive their deals.
import type { RecordOf } from './entities';
import type { Arrived } from './merge';
import type { Deal, EntityId, Records } from './records';

/** Records of one entity as they came. */
export interface ArrivedPage {
  readonly entity: EntityId;
  readonly records: readonly unknown[];
  readonly owners: readonly number[];
  readonly deleted: readonly number[];
}

/** Null when nothing of the entity came and nothing of it goes. `whole`: entities of which nothing old stays. */
export function arrivedOf<E extends EntityId>(
  entity: E,
  pages: readonly ArrivedPage[],
  whole: ReadonlySet<EntityId>,
  stored: Records,
): Arrived<RecordOf<E>> | null {
  const own = pages.filter((page) => page.entity === entity);
  const records: RecordOf<E>[] = [];
  const owners = new Set<number>();
  const deleted: number[] = [];
  for (const page of own) {
    for (const record of page.records) records.push(record as RecordOf<E>);
    if (entity === 'productRows') for (const owner of page.owners) owners.add(owner);
    for (const id of page.deleted) deleted.push(id);
  }
  // The portal deletes both with the deal (bitrix24-rest 10); of a deal that was opened again no product rows are kept (M21).
  if (entity === 'productRows' && stored.productRows.length > 0) for (const id of dealsWithoutRows(pages)) owners.add(id);
  if (entity === 'stageHistory') deleted.push(...historyOf(goneDeals(pages), stored));
  if (own.length === 0 && owners.size === 0 && deleted.length === 0) return null;
  return { records, whole: whole.has(entity), owners: [...owners], deleted };
}

function goneDeals(pages: readonly ArrivedPage[]): ReadonlySet<number> {
  return new Set(pages.flatMap((page) => (page.entity === 'deals' ? page.deleted : [])));
}

function dealsWithoutRows(pages: readonly ArrivedPage[]): ReadonlySet<number> {
  const without = new Set(goneDeals(pages));
  for (const page of pages) {
    if (page.entity !== 'deals') continue;
    for (const { id, semantic } of page.records as readonly Deal[]) {
      if (semantic === 'S') without.delete(id);
      else without.add(id);
    }
  }
  return without;
}

function historyOf(deals: ReadonlySet<number>, { stageHistory }: Records): number[] {
  return deals.size === 0 ? [] : stageHistory.filter((change) => deals.has(change.ownerId)).map((change) => change.id);
}
