// Portals with nothing in them but deals (or history), by the ids wanted.
import type { PortalFile } from '../../local/portal/portal';

const CREATED = '2026-01-01T10:00:00+03:00';

export function portalOfDeals(ids: readonly number[], stage: (id: number) => 'S' | 'P' = () => 'P'): PortalFile {
  return {
    ...directories,
    deals: ids.map((id) => ({
      id,
      title: `d${id}`,
      categoryId: 0,
      stageId: stage(id) === 'S' ? 'WON' : 'NEW',
      stageSemanticId: stage(id),
      opportunity: 1,
      currencyId: 'RUB',
      assignedById: 1,
      createdTime: CREATED,
      updatedTime: CREATED,
      movedTime: CREATED,
    })),
  };
}

/** History of deal 1, by the ids wanted. */
export function historyOf(ids: readonly number[]): NonNullable<PortalFile['stageHistory']> {
  return ids.map((id) => ({
    ID: id,
    TYPE_ID: 2,
    OWNER_ID: 1,
    CREATED_TIME: CREATED,
    CATEGORY_ID: 0,
    STAGE_ID: 'NEW',
    STAGE_SEMANTIC_ID: 'P',
  }));
}

export const directories: PortalFile = {
  categories: [{ id: 0, name: 'General', sort: 10 }],
  users: [{ ID: '1', ACTIVE: true, NAME: 'Ann', LAST_NAME: 'Lee', UF_DEPARTMENT: [1] }],
  departments: [{ ID: '1', NAME: 'Sales' }],
  currencies: [{ CURRENCY: 'RUB', AMOUNT: '1', AMOUNT_CNT: '1', BASE: 'Y' }],
};

/** 1 … count. */
export function dense(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}

/** One id of ten, spread unevenly. */
export function sparse(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at * 10 + 1 + ((at * 7919) % 10));
}

/** Crowds of 500 neighbours with gaps of 1 … 20,000 between them. */
export function clustered(count: number): number[] {
  const ids: number[] = [];
  let id = 1;
  for (let at = 0; at < count; at++) {
    ids.push(id);
    id += at % 500 === 499 ? 1 + ((at * 7919) % 20_000) : 1;
  }
  return ids;
}
