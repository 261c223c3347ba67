// Facts as tests of the rules read them: by names and dates in place of numbers.
import { type FactTables, FLAG, type FlagName, LOST, NO_DAY, OPEN, TRANSFERRED, WON } from '../../src/facts/facts';
import { isoDay } from '../../src/period';

const STATES = { [OPEN]: 'open', [WON]: 'won', [LOST]: 'lost', [TRANSFERRED]: 'transferred' } as Record<number, string>;
export const date = (day: number | undefined) => (day === undefined || day === NO_DAY ? null : isoDay(day));
export const flagsOf = (facts: FactTables, row = 0) =>
  (Object.keys(FLAG) as FlagName[]).filter((name) => ((facts.deals.flags[row] ?? 0) & FLAG[name]) !== 0);

export function dealOf(facts: FactTables, row = 0) {
  return { state: STATES[facts.deals.state[row] ?? -1], closed: date(facts.deals.closeDay[row]), flags: flagsOf(facts, row) };
}

export function journeysOf({ journeys, labels }: FactTables) {
  return Array.from(journeys.deal, (deal, row) => ({
    deal,
    pipeline: labels.pipelines[journeys.pipeline[row] ?? -1]?.id,
    entry: date(journeys.entryDay[row]),
    outcome: STATES[journeys.outcome[row] ?? -1],
    maxIdx: journeys.maxIdx[row],
    reached: Array.from(journeys.reachDay.slice(journeys.reachStart[row], journeys.reachStart[row + 1]), date),
  }));
}

export function staysOf({ stays, labels }: FactTables) {
  return Array.from(stays.deal, (_, row) => ({
    stage: labels.pipelines[stays.pipeline[row] ?? -1]?.stages[stays.stage[row] ?? -1]?.id ?? 'deleted',
    hours: (stays.seconds[row] ?? 0) / 3600,
    exit: date(stays.exitDay[row]),
    since: Number.isNaN(stays.openSince[row]) ? null : stays.openSince[row],
  }));
}
