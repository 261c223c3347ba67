// R7: one journey per deal and pipeline it went through; how far it came, when, and how it ended.
import { dayOf } from '../period';
import type { Zone } from '../zone';
import type { CleanRow } from './clean-history';
import { type JourneyFacts, OPEN, type PipelineLabel, TRANSFERRED, WON } from './facts';
import type { Outcome } from './outcome';

export interface JourneyBuilder {
  /** Adds the journeys of a deal; created-closed deals are not to be given (R6). */
  readonly add: (deal: number, pipeline: number, rows: readonly CleanRow[], outcome: Outcome) => void;
  readonly finish: () => JourneyFacts;
}

/** Collects the journeys of all deals, given in the order of their rows. */
export function journeyBuilder(pipelines: readonly PipelineLabel[], zone: Zone): JourneyBuilder {
  const deals: number[] = [];
  const pipelineOf: number[] = [];
  const entryDay: number[] = [];
  const outcomes: number[] = [];
  const maxIdx: number[] = [];
  const reachStart: number[] = [0];
  const reachDay: number[] = [];

  function addJourney(deal: number, pipeline: number, rows: readonly CleanRow[], first: number, ending: number, closeTime: number): void {
    const stages = pipelines[pipeline]?.stages.length ?? 0;
    const entry = dayOf(rows[first]?.time ?? 0, zone);
    let furthest = 1;
    if (stages > 0) reachDay.push(entry);
    for (let at = first; at < rows.length; at++) {
      const row = rows[at];
      if (row?.stage.pipeline !== pipeline || row.semantic !== OPEN || row.stage.index < furthest) continue;
      // A jump over stages has reached each of them.
      const day = dayOf(row.time, zone);
      for (; furthest <= row.stage.index; furthest++) reachDay.push(day);
    }
    if (ending === WON) {
      const day = dayOf(closeTime, zone);
      for (; furthest < stages; furthest++) reachDay.push(day);
      furthest = stages + 1;
    }
    deals.push(deal);
    pipelineOf.push(pipeline);
    entryDay.push(entry);
    outcomes.push(ending);
    maxIdx.push(furthest);
    reachStart.push(reachDay.length);
  }

  return {
    add: (deal, current, rows, { state, closeTime }) => {
      for (let first = 0; first < rows.length; first++) {
        const pipeline = rows[first]?.stage.pipeline ?? current;
        // Two stays in one pipeline are one journey.
        if (rows.findIndex((row) => row.stage.pipeline === pipeline) !== first) continue;
        addJourney(deal, pipeline, rows, first, pipeline === current ? state : TRANSFERRED, closeTime);
      }
    },
    finish: () => ({
      count: deals.length,
      deal: Int32Array.from(deals),
      pipeline: Int32Array.from(pipelineOf),
      entryDay: Int32Array.from(entryDay),
      outcome: Int32Array.from(outcomes),
      maxIdx: Int32Array.from(maxIdx),
      reachStart: Int32Array.from(reachStart),
      reachDay: Int32Array.from(reachDay),
    }),
  };
}
