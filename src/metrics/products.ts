// M21: what was sold in the period, product by product; the lines add up to the won sum exactly.
import type { Facts } from '../facts/facts';
import { units } from '../money';
import { ratio } from '../stats';
import { dealRows, minorSum } from './populations';
import type { Slice } from './slice';

export interface ProductRow {
  /** unallocated: what the rows of the deals differ from their amounts by, either sign. noRows: deals without product rows. */
  readonly kind: 'product' | 'unallocated' | 'noRows';
  /** Product id, or `name:` and the name for free text; '' for the two special lines. */
  readonly key: string;
  /** As the newest row writes it. */
  readonly name: string;
  /** Units of the base currency. */
  readonly sum: number;
  /** Not to be added up over products: their units differ. */
  readonly quantity: number;
  /** Of the won sum. */
  readonly share: number | null;
  /** Rows of `DealFacts`, each once. */
  readonly deals: readonly number[];
}

interface Group {
  name: string;
  minor: number;
  quantity: number;
  /** Lines ascend by deal, so each deal stands once when it is not added twice in a row. */
  readonly deals: number[];
}

/** Products by sum descending, then by key; the special lines last, when any deal stands behind them. Unknown currencies add no sum (R8). */
export function productTable(facts: Facts<'deals' | 'lines'>, slice: Slice): ProductRow[] {
  const { deals, lines } = facts;
  const won = dealRows(facts, slice, 'won');
  const total = minorSum(deals, won);
  const isWon = new Uint8Array(deals.count);
  const withRows = new Uint8Array(deals.count);
  // What is left of each deal's amount when its rows are taken off.
  const left = deals.amount.slice();
  for (const row of won) isWon[row] = 1;
  const products = new Map<string, Group>();
  for (let at = 0; at < lines.count; at++) {
    const deal = lines.deal[at] ?? 0;
    if (isWon[deal] !== 1) continue;
    const id = lines.product[at] ?? 0;
    const name = lines.name[at] ?? '';
    const key = id > 0 ? String(id) : `name:${name}`;
    const group = products.get(key) ?? { name, minor: 0, quantity: 0, deals: [] };
    const value = lines.value[at] ?? Number.NaN;
    products.set(key, group);
    group.name = name;
    group.quantity += lines.quantity[at] ?? 0;
    group.minor += Number.isNaN(value) ? 0 : value;
    if (group.deals[group.deals.length - 1] !== deal) group.deals.push(deal);
    withRows[deal] = 1;
    left[deal] = (left[deal] ?? Number.NaN) - value;
  }
  const line = (kind: ProductRow['kind'], key: string, { name, minor, quantity, deals: rows }: Group): ProductRow => {
    return { kind, key, name, sum: units(minor), quantity, share: ratio(minor, total), deals: rows };
  };
  const special = (kind: 'unallocated' | 'noRows', rows: number[]): ProductRow[] => {
    const minor = rows.reduce((sum, row) => sum + (left[row] || 0), 0);
    return rows.length === 0 ? [] : [line(kind, '', { name: '', minor, quantity: 0, deals: rows })];
  };
  return [
    ...[...products].map(([key, group]) => line('product', key, group)).sort((a, b) => b.sum - a.sum || (a.key < b.key ? -1 : 1)),
    ...special(
      'unallocated',
      won.filter((row) => withRows[row] === 1 && (left[row] || 0) !== 0),
    ),
    ...special(
      'noRows',
      won.filter((row) => withRows[row] !== 1),
    ),
  ];
}
