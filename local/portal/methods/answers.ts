// The two shapes of list answers: a named array with an optional total in controllers, a bare array with a total always in old methods (bitrix24-rest 1.3).
import type { Page } from '../list/page';
import type { Answer, Call } from '../method';

/** A controller's list: no `total` and no `next` when the count was switched off. */
export function controllerList(call: Call, name: string, records: readonly unknown[], page: Page): Answer {
  return { result: { [name]: records }, ...paging(page, call, 'absent'), rows: records.length, pages: 1, counted: page.counted };
}

/** An old method's list: `total: 0` when the count was switched off. */
export function oldList(call: Call, records: readonly unknown[], page: Page): Answer {
  return { result: records, ...paging(page, call, 'zero'), rows: records.length, pages: 1, counted: page.counted };
}

// Sources differ on what stands where nothing was counted (bitrix24-rest 4.2); the portal file may say it for both families.
function paging({ total, next }: Page, call: Call, uncounted: 'zero' | 'absent'): Pick<Answer, 'total' | 'next'> {
  const shown = total ?? ((call.store.file?.uncountedTotal ?? uncounted) === 'zero' ? 0 : undefined);
  return { ...(shown === undefined ? {} : { total: shown }), ...(next === undefined ? {} : { next }) };
}

/** A PHP map: empty, it is a list to JSON. */
export const phpMap = (record: Readonly<Record<string, unknown>>): unknown => (Object.keys(record).length === 0 ? [] : record);
