// The way from the deals open before a period to those open at its end. The lines from `start` to `aside` add up to `end`, in deals and in money.

/**
 * start: open before the period. new, won, lost, junk: created and closed in it (M01, M03, M04). grew, shrank: net changes of amount while
 * open. gone: deleted while open. corrected: changes of closed amounts after the closing, in the sums of won and lost already. aside: deals that
 * were never open in the eyes of the calendar (entered after the fact, closed by a future date), and those created and deleted since.
 * end: open at the end of the period. goneClosed: deleted after closing, beside the balance.
 */
export const BALANCE_LINES = [
  'start',
  'new',
  'grew',
  'shrank',
  'won',
  'lost',
  'junk',
  'gone',
  'corrected',
  'aside',
  'end',
  'goneClosed',
] as const;
export type BalanceLine = (typeof BALANCE_LINES)[number];

export interface BalanceAmount {
  /** Deals; what leaves counts as it is, not as a negative number. */
  count: number;
  /** Minor units of the base currency, with the sign of what it does to the open deals; unknown currencies add nothing (R8). */
  sum: number;
}
export type Balance = Readonly<Record<BalanceLine, BalanceAmount>>;

/** Adds deals to lines. */
export function balanceBuilder() {
  const lines = Object.fromEntries(BALANCE_LINES.map((line) => [line, { count: 0, sum: 0 }])) as Record<BalanceLine, BalanceAmount>;
  return {
    add: (line: BalanceLine, minor: number, deals = 1): void => {
      lines[line].count += deals;
      if (!Number.isNaN(minor)) lines[line].sum += minor;
    },
    finish: (): Balance => lines,
  };
}
