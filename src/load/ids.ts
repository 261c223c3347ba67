// Ascending ids, looked into without walking through them: a portal has hundreds of thousands.

/** The ids with lo < id <= hi. */
export function idsIn(ids: readonly number[], lo: number, hi: number): readonly number[] {
  return ids.slice(firstAfter(ids, lo), firstAfter(ids, hi));
}

/** Where the ids greater than one begin. */
export function firstAfter(ids: readonly number[], id: number): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? 0) > id) high = middle;
    else low = middle + 1;
  }
  return low;
}
