// R16 for what was done about a weakness: the days since an action of a period beside as many days before it.
import type { Action } from '../inputs/action';
import type { DayRange } from './slice';

export interface ActionSpans {
  readonly action: Action;
  /** From the day of the action to the end of the period, or to today while it lasts. */
  readonly since: DayRange;
  readonly before: DayRange;
}

/** The actions taken in the period, the latest first; those that are yet to come have no days to look at. */
export function actionSpans(actions: readonly Action[], period: DayRange, asOfDay: number): ActionSpans[] {
  const end = Math.min(period.end, asOfDay);
  return actions
    .filter(({ day }) => day >= period.start && day <= end)
    .sort((one, other) => other.day - one.day)
    .map((action) => ({
      action,
      since: { start: action.day, end },
      before: { start: 2 * action.day - end - 1, end: action.day - 1 },
    }));
}
