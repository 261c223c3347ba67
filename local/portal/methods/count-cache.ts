// Newer versions keep the count of crm.item.list for 5 s per user and filter, so that `total` lags behind the rows (bitrix24-rest 4.2).
import { type Page, pageSize } from '../list/page';
import type { Call } from '../method';
import { PhpArray, type PhpValue, toText } from '../php/value';
import type { Store } from '../store/store';

const keptMs = 5000;
const kept = new WeakMap<Store, Map<string, { readonly total: number; readonly until: number }>>();

/** A page with the count that the portal remembers for this key, when the portal file says that it does. */
export function cachedCount(call: Call, key: string, page: Page): Page {
  if (call.store.file?.countCache !== true || page.total === undefined) return page;
  const counts = kept.get(call.store) ?? new Map();
  kept.set(call.store, counts);
  const known = counts.get(key);
  if (known === undefined || known.until <= call.now) {
    counts.set(key, { total: page.total, until: call.now + keptMs });
    return page;
  }
  const after = Math.max(0, call.start) + pageSize;
  return { rows: page.rows, counted: false, total: known.total, ...(known.total > after ? { next: after } : {}) };
}

/** A filter as a text: equal filters give equal texts. */
export const filterKey = (value: PhpValue): string =>
  value instanceof PhpArray ? `{${[...value.entries()].map(([key, member]) => `${key}=${filterKey(member)}`).join('|')}}` : toText(value);
