// M18: where and why each lost deal was lost.
import type { Deal } from '../raw/records';
import type { CleanRow } from './clean-history';
import { LOST, OPEN } from './facts';
import type { LossFacts } from './side-tables';

export interface LossBuilder {
  /** Looks at every deal; keeps the lost ones. */
  readonly add: (row: number, state: number, deal: Deal, rows: readonly CleanRow[]) => void;
  readonly finish: () => LossFacts;
}

/** Collects the losses of all deals, given in the order of their rows. `reasonField` '' = no field of reasons is configured. */
export function lossBuilder(reasonField: string): LossBuilder {
  const deals: number[] = [];
  const failStage: string[] = [];
  const fromStage: string[] = [];
  const reason: string[] = [];
  return {
    add: (row, state, deal, rows) => {
      if (state !== LOST) return;
      deals.push(row);
      failStage.push(deal.stageId);
      fromStage.push(lastStageInProgress(rows));
      reason.push((deal.custom[reasonField] ?? '').trim());
    },
    finish: () => ({ count: deals.length, deal: Int32Array.from(deals), failStage, fromStage, reason }),
  };
}

/** All rows after the last one in progress are final, so it stands before the closing moment. */
function lastStageInProgress(rows: readonly CleanRow[]): string {
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at];
    if (row?.semantic === OPEN) return row.stage.id;
  }
  return '';
}
