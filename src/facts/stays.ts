// The ground of M15 and M17: how long each deal stood on each process stage, all visits added up.
import { dayOf } from '../period';
import type { Zone } from '../zone';
import type { CleanHistory, CleanRow } from './clean-history';
import { FLAG, NO_DAY, OPEN, type StayFacts } from './facts';

export interface StayBuilder {
  /** Adds the stays of a deal; created-closed deals are not to be given. Deals without history give only the age of an open one. */
  readonly add: (deal: number, state: number, history: CleanHistory) => void;
  readonly finish: () => StayFacts;
}

/** Collects the stays of all deals, given in the order of their rows. */
export function stayBuilder(zone: Zone, asOf: number): StayBuilder {
  const deals: number[] = [];
  const pipelines: number[] = [];
  const stages: number[] = [];
  const seconds: number[] = [];
  const exitDay: number[] = [];
  const openSince: number[] = [];

  /** Row of the stage among those added since `start`, made when missing; all deleted stages of a pipeline share one. */
  function stayRow(start: number, deal: number, { stage }: CleanRow): number {
    for (let at = start; at < deals.length; at++) if (stages[at] === stage.index && pipelines[at] === stage.pipeline) return at;
    deals.push(deal);
    pipelines.push(stage.pipeline);
    stages.push(stage.index);
    seconds.push(0);
    exitDay.push(NO_DAY);
    openSince.push(Number.NaN);
    return deals.length - 1;
  }

  return {
    add: (deal, state, { rows, flags }) => {
      const start = deals.length;
      const last = rows.length - 1;
      const hasHistory = (flags & FLAG.NO_HISTORY) === 0;
      for (let at = 0; at <= last; at++) {
        const row = rows[at];
        if (row === undefined || row.semantic !== OPEN) continue;
        const isCurrent = at === last && state === OPEN;
        if (!hasHistory && !isCurrent) continue;
        const end = isCurrent ? asOf : (rows[at + 1]?.time ?? row.time);
        const stay = stayRow(start, deal, row);
        seconds[stay] = (seconds[stay] ?? 0) + end - row.time;
        exitDay[stay] = isCurrent ? NO_DAY : dayOf(end, zone);
        if (isCurrent) openSince[stay] = row.time;
      }
    },
    finish: () => ({
      count: deals.length,
      deal: Int32Array.from(deals),
      pipeline: Int32Array.from(pipelines),
      stage: Int32Array.from(stages),
      seconds: Float64Array.from(seconds),
      exitDay: Int32Array.from(exitDay),
      openSince: Float64Array.from(openSince),
    }),
  };
}
