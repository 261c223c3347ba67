// Moves back: a deal returned to an earlier stage, or a closed one was opened again.
import { dayOf } from '../period';
import type { Zone } from '../zone';
import type { CleanRow } from './clean-history';
import { OPEN } from './facts';
import type { BackFacts } from './side-tables';

export interface BackBuilder {
  /** Adds the moves back of a deal; `rows` is its clean history (R5), so misclicks are none. */
  readonly add: (deal: number, rows: readonly CleanRow[]) => void;
  readonly finish: () => BackFacts;
}

/** Collects the moves back of all deals, given in the order of their rows. */
export function backBuilder(zone: Zone): BackBuilder {
  const deals: number[] = [];
  const days: number[] = [];
  const pipelines: number[] = [];
  const froms: number[] = [];
  const tos: number[] = [];
  return {
    add: (deal, rows) => {
      for (let at = 1; at < rows.length; at++) {
        const [from, to] = [rows[at - 1], rows[at]];
        if (from === undefined || to === undefined || !isBack(from, to)) continue;
        deals.push(deal);
        days.push(dayOf(to.time, zone));
        pipelines.push(to.stage.pipeline);
        froms.push(from.semantic === OPEN ? from.stage.index : -1);
        tos.push(to.stage.index);
      }
    },
    finish: () => ({
      count: deals.length,
      deal: Int32Array.from(deals),
      day: Int32Array.from(days),
      pipeline: Int32Array.from(pipelines),
      from: Int32Array.from(froms),
      to: Int32Array.from(tos),
    }),
  };
}

/** Reopening counts in any pipeline (R6); between process stages only the order of one pipeline tells back from forward, and a deleted stage has no place in it. */
function isBack(from: CleanRow, to: CleanRow): boolean {
  if (to.semantic !== OPEN) return false;
  if (from.semantic !== OPEN) return true;
  return from.stage.pipeline === to.stage.pipeline && to.stage.index >= 0 && to.stage.index < from.stage.index;
}
