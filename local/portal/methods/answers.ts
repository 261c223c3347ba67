// The two shapes of list answers: a named array with an optional total in controllers, a bare array with a total always in old methods (bitrix24-rest 1.3).
import type { Page } from '../list/page';
import type { Answer } from '../method';

/** A controller's list: no `total` and no `next` when the count was switched off. */
export function controllerList(name: string, records: readonly unknown[], page: Page): Answer {
  return { result: { [name]: records }, ...paging(page), rows: records.length, pages: 1, counted: page.counted };
}

/** An old method's list: `total: 0` when the count was switched off. */
export function oldList(records: readonly unknown[], page: Page): Answer {
  return { result: records, ...paging(page), total: page.total ?? 0, rows: records.length, pages: 1, counted: page.counted };
}

function paging({ total, next }: Page): Pick<Answer, 'total' | 'next'> {
  return { ...(total === undefined ? {} : { total }), ...(next === undefined ? {} : { next }) };
}

/** A PHP map: empty, it is a list to JSON. */
export const phpMap = (record: Readonly<Record<string, unknown>>): unknown => (Object.keys(record).length === 0 ? [] : record);
