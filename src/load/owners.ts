// Product rows belong to deals: which deals one command asks for. The portal checks a list of deals as if it were deal 1 (bitrix24-rest 5.7), so a
// list is used only after it gave the same rows as its deals asked for one by one.
import type { ProductRow } from '../raw/records';
import { firstAfter, idsIn } from './ids';
import { type Lane, type LoadCursor, PAGE_ROWS } from './load';

/** Rows that a command is meant to bring: a page has room for more, so few groups overflow. */
const WANTED_ROWS = 30;
const MOST_IN_GROUP = 100;
/** Deals in a list when nothing is known of their rows. */
const FIRST_GROUP = 10;
/** Deals of a proof, and how often it is tried when too few of them have rows. */
const PROOF_DEALS = 24;
const MOST_TRIES = 3;
/** With fewer deals to ask for, a proof costs more than it saves. */
const WORTH_A_PROOF = 100;

/** Deals that one command asks for, by the rows they had up to now. */
export function groupSize({ owners, work, marks }: LoadCursor): number {
  if (owners.arrays !== true) return 1;
  const perDeal = owners.done > 0 ? Math.max(1, work.productRows?.rows ?? 0) / owners.done : marks.productRows?.rowsPerDeal;
  if (perDeal === undefined) return FIRST_GROUP;
  return Math.max(1, Math.min(MOST_IN_GROUP, Math.floor(WANTED_ROWS / perDeal)));
}

/** How many commands the deals of a lane need. */
export function groupCount(lane: Lane, owners: readonly number[], size: number): number {
  const count = firstAfter(owners, lane[1]) - firstAfter(owners, lane[0]);
  return lane[2] > 0 ? Math.min(1, count) : Math.ceil(count / size);
}

/** The first groups of a lane, `most` of them. A lane with a row to go on from is one group. */
export function groupsOf(lane: Lane, owners: readonly number[], size: number, most: number): number[][] {
  const mine = idsIn(owners, lane[0], lane[1]);
  if (lane[2] > 0) return mine.length > 0 ? [[...mine]] : [];
  const groups: number[][] = [];
  for (let at = 0; at < mine.length && groups.length < most; at += size) groups.push(mine.slice(at, at + size));
  return groups;
}

/** Deals to be asked for both ways in the next request; none when the answer is known or not worth it. */
export function proofDeals({ owners, work }: LoadCursor, ids: readonly number[]): readonly number[] {
  const [lane, ...others] = work.productRows?.lanes ?? [];
  if (!lane || others.length > 0 || lane[2] > 0 || owners.arrays !== null || owners.tries >= MOST_TRIES) return [];
  const mine = idsIn(ids, lane[0], lane[1]);
  return mine.length >= WORTH_A_PROOF ? mine.slice(0, PROOF_DEALS) : [];
}

/** Whether a list gives what its deals gave one by one; null when too few of them have rows to tell. */
export function listProves(single: readonly ProductRow[], list: readonly ProductRow[]): boolean | null {
  const expected = [...single].sort((a, b) => a.id - b.id).slice(0, PAGE_ROWS);
  if (list.length !== expected.length || !list.every((row, at) => sameRow(row, expected[at]))) return false;
  return new Set(single.map((row) => row.ownerId)).size > 2 ? true : null;
}

function sameRow(a: ProductRow, b: ProductRow | undefined): boolean {
  return b !== undefined && a.id === b.id && a.ownerId === b.ownerId && a.price === b.price && a.quantity === b.quantity;
}
