// Deals in the tables of functions: links, and lists that never grow over what stands under them.
import type { Cell, Table } from '../cell';
import type { Labels } from '../facts/facts';
import { tableWords } from '../locale/table-words';

/** Deals a table shows one by one (D8). */
export const DEAL_CAPACITY = 200;

/** Address of a deal in the portal; text, not a formula (D10). */
export function dealLink({ portal }: Pick<Labels, 'portal'>, id: number): string {
  return `https://${portal}/crm/deal/details/${id}/`;
}

/** Address of a lead in the portal. */
export function leadLink({ portal }: Pick<Labels, 'portal'>, id: number): string {
  return `https://${portal}/crm/lead/details/${id}/`;
}

/**
 * At most `capacity` lines: when there are more, the last one says how many more there are (first cell) and holds what `rest` makes of
 * them: their sum where there is one, '' elsewhere; as many cells as a line.
 */
export function withinCapacity<T>(
  items: readonly T[],
  capacity: number,
  line: (item: T, index: number) => Cell[],
  rest: (items: readonly T[]) => Cell[],
  labels: Labels,
): Table {
  if (items.length <= capacity) return items.map(line);
  const left = items.slice(capacity - 1);
  const more = tableWords.more[labels.lang].replace('{count}', String(left.length));
  return [...items.slice(0, capacity - 1).map(line), [more, ...rest(left).slice(1)]];
}
