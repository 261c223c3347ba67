// M09: sales velocity.

import { averageCheque } from './cheque';
import type { CycleStats } from './cycle';
import type { DealTotals } from './deals';
import { winRateByCount } from './rates';

/** Open deals × win rate by count × average cheque / mean cycle: money per day; null if any factor is missing or the cycle is not positive. */
export function salesVelocity(totals: DealTotals, cycle: CycleStats): number | null {
  const rate = winRateByCount(totals);
  const cheque = averageCheque(totals);
  if (rate === null || cheque === null || cycle.mean === null || cycle.mean <= 0) return null;
  return (totals.openCount * rate * cheque) / cycle.mean;
}
