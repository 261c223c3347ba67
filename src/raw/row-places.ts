// Which row of a raw sheet shows which record: records keep the rows where people sorted them to, new ones follow, rows of records that are
// gone go. Rows are counted from 0 below the header, records by their place in the list to show.

/** The row of a record that is not shown any more. */
const GONE = -1;
/** Nobody knows whose row it is: the id was overwritten or repeated, or people wrote below the records. */
const STRAY = -2;
/** The same where nothing tells what was shown: a number nobody knows may have been a record. */
const UNKNOWN = -3;
/** In `RowPlan.order`: a row of people beside which no record stands. */
export const NOBODY = -1;

/** What a row that belongs to nobody holds. */
export interface StrayRow {
  /** `likeness` of our columns. */
  readonly likeness: string;
  readonly oursEmpty: boolean;
  /** For each column of people, whether its cell is empty. */
  readonly empty: readonly boolean[];
}

export interface RowPlan {
  /** Rows to delete, as they are counted now, ascending. */
  readonly removed: readonly number[];
  /** What each row shows when everything is done, from the top. */
  readonly order: readonly number[];
  /** Rows of `order` that are there once `removed` are deleted; the others follow below. */
  readonly have: number;
  /** Rows from here on take records anew: those that had none, and those that follow. */
  readonly base: number;
  /** Rows of `order` that got their record back by likeness. */
  readonly restored: readonly number[];
  /** Rows of `order` whose cells of ours are to be emptied: they show no record. */
  readonly cleared: readonly number[];
  /** What people have in rows from `base` on, by row of `order`. */
  readonly taken: ReadonlyMap<number, StrayRow>;
}

/** The record of each row, or why it has none. `known` = ids that were written; null = nothing tells. */
export function ownersOf(
  ids: readonly unknown[],
  records: ReadonlyMap<number, number>,
  known: { readonly has: (id: number) => boolean } | null,
): number[] {
  const found = new Set<number>();
  return ids.map((cell) => {
    const id = typeof cell === 'number' ? cell : /^\d+$/.test(String(cell)) ? Number(cell) : Number.NaN;
    const record = records.get(id);
    if (record !== undefined && !found.has(record)) {
      found.add(record);
      return record;
    }
    if (Number.isNaN(id) || record !== undefined) return STRAY;
    if (known === null) return UNKNOWN;
    return known.has(id) ? GONE : STRAY;
  });
}

/** Rows whose content decides what becomes of them. */
export function strayRows(owners: readonly number[]): number[] {
  return owners.flatMap((owner, row) => (owner === STRAY || owner === UNKNOWN ? [row] : []));
}

/** Records that stand in no row, ascending. */
export function missingRecords(owners: readonly number[], count: number): number[] {
  const found = new Set(owners);
  return Array.from({ length: count }, (_, record) => record).filter((record) => !found.has(record));
}

/**
 * `strays` holds every row of `strayRows`. A row that looks like a missing record is that record's; rows below the last record take new records, so
 * that formulas people filled down in advance meet them; of the rest, what people wrote to the right stays and everything else goes.
 */
export function rowPlan(
  owners: readonly number[],
  strays: ReadonlyMap<number, StrayRow>,
  missing: readonly number[],
  likenessOf: (record: number) => string,
): RowPlan {
  const back = recognised(strays, missing, likenessOf);
  const found = new Set(back.values());
  const waiting = missing.filter((record) => !found.has(record));
  const removed: number[] = [];
  const rows: { readonly row: number; readonly record: number }[] = [];
  owners.forEach((owner, row) => {
    const record = owner >= 0 ? owner : (back.get(row) ?? NOBODY);
    if (record === NOBODY && (owner === GONE || owner === UNKNOWN)) removed.push(row);
    else rows.push({ row, record });
  });
  let base = rows.length;
  while (base > 0 && rows[base - 1]?.record === NOBODY) base--;
  const order: number[] = [];
  const [restored, cleared]: [number[], number[]] = [[], []];
  const taken = new Map<number, StrayRow>();
  let firstNew = 0;
  rows.forEach(({ row, record }, at) => {
    if (at === base) firstNew = order.length;
    const stray = strays.get(row);
    const shown = at >= base ? (waiting[at - base] ?? NOBODY) : record;
    if (stray && shown === NOBODY && stray.empty.every(Boolean)) {
      removed.push(row);
      return;
    }
    if (stray && shown === NOBODY && !stray.oursEmpty) cleared.push(order.length);
    if (stray && shown !== NOBODY && at < base) restored.push(order.length);
    if (stray && shown !== NOBODY && at >= base) taken.set(order.length, stray);
    order.push(shown);
  });
  const have = order.length;
  if (base === rows.length) firstNew = have;
  for (const record of waiting.slice(rows.length - base)) order.push(record);
  return { removed: removed.sort((a, b) => a - b), order, have, base: firstNew, restored, cleared, taken };
}

/** Rows of strays by the record they look like; of two that look the same the upper one is the first record's. */
function recognised(
  strays: ReadonlyMap<number, StrayRow>,
  missing: readonly number[],
  likenessOf: (record: number) => string,
): Map<number, number> {
  const back = new Map<number, number>();
  if (strays.size === 0 || missing.length === 0) return back;
  const rows = new Map<string, number[]>();
  for (const [row, { likeness }] of strays) {
    const alike = rows.get(likeness);
    if (alike) alike.push(row);
    else if (likeness !== '') rows.set(likeness, [row]);
  }
  for (const record of missing) {
    const row = rows.get(likenessOf(record))?.shift();
    if (row !== undefined) back.set(row, record);
  }
  return back;
}
