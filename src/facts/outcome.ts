// R6: the state of a deal, when it was closed, and what is odd about that.
import { dayOf, parseIsoDay } from '../period';
import type { Deal } from '../raw/records';
import type { Zone } from '../zone';
import { type CleanHistory, stateOf } from './clean-history';
import { type FactSettings, FLAG, LOST, NO_DAY, OPEN } from './facts';

export interface Outcome {
  /** OPEN, WON or LOST. */
  readonly state: number;
  /** Unix seconds; NaN while open. */
  readonly closeTime: number;
  /** NO_DAY while open, or when the closing date is still to come. */
  readonly closeDay: number;
  /** CREATED_CLOSED, FUTURE_CLOSE, CLOSE_DATE_EDITED, REOPENED, JUNK. */
  readonly flags: number;
}

export interface ClosingRules {
  readonly settings: Pick<FactSettings, 'closeDateSource' | 'junkStages'>;
  readonly zone: Zone;
  readonly asOfDay: number;
}

export function outcomeOf(deal: Deal, history: CleanHistory, rules: ClosingRules): Outcome {
  const state = stateOf(deal.semantic);
  const reopened = wasReopened(history) ? FLAG.REOPENED : 0;
  if (state === OPEN) return { state, closeTime: Number.NaN, closeDay: NO_DAY, flags: reopened };
  const closeTime = closingMoment(history, state);
  const createdClosed = (history.flags & FLAG.NO_HISTORY) === 0 && history.rows.every((row) => row.semantic !== OPEN);
  const closedate = parseIsoDay(deal.closedate);
  const movedDay = dayOf(closeTime, rules.zone);
  const historyDay = createdClosed && closedate !== null ? Math.min(movedDay, closedate) : movedDay;
  const { closeDay, flag } = chosenDay(historyDay, closedate, rules);
  const junk = state === LOST && rules.settings.junkStages.includes(deal.stageId) ? FLAG.JUNK : 0;
  return { state, closeTime, closeDay, flags: reopened | flag | junk | (createdClosed ? FLAG.CREATED_CLOSED : 0) };
}

/** Time of the first row of the longest tail with the state's semantic, so that a second loss or win stage does not move the closing. */
function closingMoment({ rows }: CleanHistory, state: number): number {
  let at = rows.length - 1;
  while (at > 0 && rows[at]?.semantic === state && rows[at - 1]?.semantic === state) at--;
  return rows[at]?.time ?? Number.NaN;
}

/** The day that the setting takes, and the flag that it raises. */
function chosenDay(historyDay: number, closedate: number | null, rules: ClosingRules): { closeDay: number; flag: number } {
  if (rules.settings.closeDateSource === 'history') {
    return { closeDay: historyDay, flag: closedate !== null && closedate !== historyDay ? FLAG.CLOSE_DATE_EDITED : 0 };
  }
  const closeDay = closedate ?? historyDay;
  return closeDay > rules.asOfDay ? { closeDay: NO_DAY, flag: FLAG.FUTURE_CLOSE } : { closeDay, flag: 0 };
}

/** Whether a row in progress stands directly after a final one, transfers included. */
function wasReopened({ rows }: CleanHistory): boolean {
  return rows.some((row, at) => at > 0 && row.semantic === OPEN && rows[at - 1]?.semantic !== OPEN);
}
