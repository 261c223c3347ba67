// B24_GOAL: a realistic goal for a month, by what the last complete months brought.
import { KpiError } from '../errors';
import type { Labels } from '../facts/facts';
import { tablesOf } from '../metrics/catalogue';
import { type Goal, goalSuggestion, monthResults } from '../metrics/goal';
import { workingDays } from '../metrics/working-days';
import { addMonths, monthOf, monthRange } from '../period';
import { type Choice, chosen } from './arguments/choice';
import { cellValue, isBlock, shownDay } from './arguments/given';
import { periodArgument } from './arguments/period';
import { answerForWho } from './arguments/who';
import type { FunctionDefinition } from './definition';
import { forEachAsked } from './metric-answer';
import { metricArgument } from './metric-names';
import { cellOf } from './output';
import { planScope } from './plan-scope';

type GoalLevel = 'conservative' | 'base' | 'ambitious';

export const goalLevels: readonly Choice<GoalLevel>[] = [
  { value: 'conservative', ru: ['осторожная', 'осторожный', 'осторожно', 'минимум'], en: ['conservative', 'cautious', 'minimum'] },
  { value: 'base', ru: ['базовая', 'базовый', 'реалистичная'], en: ['base', 'realistic'] },
  { value: 'ambitious', ru: ['смелая', 'смелый', 'амбициозная'], en: ['ambitious', 'bold'] },
];

/** Months looked back at: six for the pace, five years for the season. */
const MONTHS_BACK = 60;

export const goalFunction: FunctionDefinition = {
  name: 'B24_GOAL',
  params: ['period', 'who', 'pipeline', 'level', 'metric', 'data'],
  rules: ['M33', 'R14'],
  answer: (args, question) => {
    const { labels } = question;
    const target = targetMonth(args[0], labels);
    const level = chosen(args[3], 'level', goalLevels, 'base', labels);
    const id = metricArgument(args[4], 'metric', 'wonSum', labels);
    const { slice, inputs } = planScope(['', ...args.slice(1)], id, question);
    const { calendar, seasonality } = inputs;
    const months = forEachAsked(args[1], labels, slice, (part, grouping) =>
      monthResults(question.load(tablesOf(['inWorkDuring', id])), part, id, MONTHS_BACK, calendar, grouping),
    );
    const workdays = workingDays(monthRange(target) ?? { start: 0, end: -1 }, calendar);
    return answerForWho(args[1], labels, (people) => {
      const goal: Goal | null = goalSuggestion(months(people) ?? [], target, workdays, monthOf(labels.asOfDay), seasonality);
      return cellOf(goal?.[level]);
    });
  },
};

/** 'YYYY-MM'; the month after asOf's when omitted. KpiError('argument', 'argPeriodMonth') for anything but one month. */
function targetMonth(raw: unknown, labels: Labels): string {
  const next = addMonths(monthOf(labels.asOfDay), 1);
  if (!isBlock(raw) && cellValue(raw) === undefined) return next;
  const { start, end } = periodArgument(raw, labels);
  const month = monthRange(monthOf(start));
  if (month?.start === start && month.end === end) return monthOf(start);
  const found = `${shownDay(start, labels.lang)}..${shownDay(end, labels.lang)}`;
  throw new KpiError('argument', 'argPeriodMonth', { found, month: next });
}
