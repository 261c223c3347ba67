// B24_COMPARE with "before action": one line for each action of «Обучение и меры» taken in the period, measured by those it was for.
import type { Cell } from '../cell';
import { type ActionSpans, actionSpans } from '../metrics/before-action';
import type { DayRange } from '../metrics/slice';
import { shownDay } from './arguments/given';
import { type People, personName } from './arguments/who';
import type { Question } from './question';

/** More actions than anybody takes in a year: the latest are shown. */
const MOST_ACTIONS = 50;

export interface ActionLine extends Pick<ActionSpans, 'since' | 'before'> {
  /** Day, measure, and whose it was when several are asked for. */
  readonly name: Cell;
  readonly people: People;
}

/** Actions that concern the people, the latest first. One for everybody is measured by all that are asked for, one for a manager by that manager. */
export function actionsOf(people: People, period: DayRange, { labels, inputs }: Question): ActionLine[] {
  const indices = new Map(labels.managers.map(({ id }, index) => [id, index]));
  return actionSpans(inputs().inputs.actions, period, labels.asOfDay)
    .flatMap(({ action: { day, managerId, measure }, since, before }): ActionLine[] => {
      const what = `${shownDay(day, labels.lang)} ${measure}`;
      if (managerId === null) return [{ name: what, people, since, before }];
      const index = indices.get(managerId);
      if (index === undefined || people?.has(index) === false) return [];
      const name = people?.size === 1 ? what : `${what} (${personName(labels, index)})`;
      return [{ name, people: new Set([index]), since, before }];
    })
    .slice(0, MOST_ACTIONS);
}
