// M21: product rows of the won deals in minor units of the base currency, and whether they make up the deal.
import type { Deal, ProductRow } from '../raw/records';
import type { Amounts } from './amounts';
import { type DealFacts, FLAG, NO_DAY, WON } from './facts';
import type { LineFacts } from './side-tables';

/** Lines of the won deals, ascending by deal, rows of one deal by id; `rowOf` gives a deal's place by its id. Every row is rounded for itself. */
export function lineFacts(
  productRows: readonly ProductRow[],
  deals: readonly Deal[],
  rowOf: ReadonlyMap<number, number>,
  table: DealFacts,
  money: Amounts,
): LineFacts {
  const own = productRows
    .map((line) => ({ line, row: rowOf.get(line.ownerId) ?? -1 }))
    .filter(({ row }) => row >= 0 && table.state[row] === WON)
    .sort((a, b) => a.row - b.row || a.line.id - b.line.id);
  const minorOf = ({ line, row }: { line: ProductRow; row: number }) =>
    money.amountOf({ opportunity: line.price * line.quantity, currencyId: deals[row]?.currencyId ?? '' }, table.closeDay[row] ?? NO_DAY);
  return {
    count: own.length,
    deal: Int32Array.from(own, ({ row }) => row),
    product: Float64Array.from(own, ({ line }) => line.productId),
    name: own.map(({ line }) => line.productName.trim()),
    quantity: Float64Array.from(own, ({ line }) => line.quantity),
    value: Float64Array.from(own, minorOf),
  };
}

/** Raises PRODUCT_MISMATCH on the deals whose rows do not add up to their amount (R17). */
export function flagMismatches(flags: Int32Array, amounts: Float64Array, lines: LineFacts): void {
  const sums = new Map<number, number>();
  for (let at = 0; at < lines.count; at++) {
    const row = lines.deal[at] ?? 0;
    sums.set(row, (sums.get(row) ?? 0) + (lines.value[at] ?? 0));
  }
  for (const [row, sum] of sums) {
    const amount = amounts[row] ?? Number.NaN;
    if (!Number.isNaN(amount) && amount !== sum) flags[row] = (flags[row] ?? 0) | FLAG.PRODUCT_MISMATCH;
  }
}
