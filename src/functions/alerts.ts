// The rules of «Настройки» that are worth word to a person: the company is behind its plan of the month (M29), too much money stands still (M17).
// Which of them hold as of the data, and what to say; who is told and how often is elsewhere.
import type { Lang } from '../cell';
import type { Facts } from '../facts/facts';
import type { Settings } from '../inputs/settings';
import { alertText } from '../locale/alert-words';
import { metricRows } from '../metrics/catalogue';
import { dealRows, minorSum } from '../metrics/populations';
import { stuckDeals } from '../metrics/stuck';
import { units } from '../money';
import { monthOf } from '../period';
import { shownDay } from './arguments/given';
import { pipelinesArgument } from './arguments/pipeline';
import { personName } from './arguments/who';
import { shortTitle, shownMoney, shownMonth, shownShare, unpricedCount } from './notice-values';
import { daysOf, type PlanScope, planScope, progressOf, targetOf } from './plan-scope';
import type { Question } from './question';
import { byAmount } from './table-cells';

export type AlertRule = 'pace' | 'stuck';

/** A rule that is switched on, as of the data. */
export interface RuleState {
  readonly rule: AlertRule;
  readonly holds: boolean;
  /** What it holds of: the month of the plan; '' = of now. Of something else it may be told again. */
  readonly of: string;
  /** Sentences with their numbers where it holds; where it does not, what the answer leaves out, '' = nothing. */
  readonly text: string;
  /** What the subject of a mail tells of it. */
  readonly params: Readonly<Record<string, string>>;
}

const DEAREST = 3;

/** Every rule that is switched on. Tables are read for these alone. */
export function ruleStates(question: Question): RuleState[] {
  const { alertPace, alertStuck }: Pick<Settings, 'alertPace' | 'alertStuck'> = question.inputs().inputs.settings;
  return [
    ...(alertPace === null ? [] : [paceState(question, alertPace)]),
    ...(alertStuck === null ? [] : [stuckState(question, alertStuck)]),
  ];
}

/**
 * Behind the plan to date by more than the fraction `most`. Nothing is said without a plan, nor before the working days from which a pace tells
 * something (M30): on the first morning of a month everybody is behind by 100 %.
 */
function paceState(question: Question, most: number): RuleState {
  const { labels } = question;
  const { lang } = labels;
  const scope = planScope([], 'wonSum', question);
  const of = monthOf(labels.asOfDay);
  const target = targetOf(scope, [{ scope: 'company', id: null }]);
  const quiet: RuleState = { rule: 'pace', holds: false, of, text: '', params: {} };
  if (target === null) return quiet;
  const facts = question.load(['deals']);
  const [[fact = null] = []] = metricRows(facts, scope.slice, ['wonSum']);
  const { attainmentToDate, planToDate, runRate, gap, requiredPerDay } = progressOf(scope, target, fact);
  if (attainmentToDate === null || runRate === null || !(attainmentToDate < 1 - most)) return quiet;
  const behind = shownShare(1 - attainmentToDate, labels);
  const left = { target: shownMoney(target, labels), gap: shownMoney(gap, labels), perDay: shownMoney(requiredPerDay, labels) };
  const text = [
    alertText('pace', lang, {
      month: shownMonth(labels.asOfDay, lang),
      behind,
      fact: shownMoney(fact, labels),
      day: shownDay(labels.asOfDay, lang),
      toDate: shownMoney(planToDate, labels),
      attainment: shownShare(attainmentToDate, labels),
    }),
    alertText(requiredPerDay === null ? 'paceNoDays' : 'paceLeft', lang, { ...left, days: daysLeft(scope) }),
    ...unpriced('unpricedWon', facts, dealRows(facts, scope.slice, 'won'), lang),
  ];
  return { ...quiet, holds: true, text: text.join(' '), params: { behind } };
}

/** The open deals of the default pipelines that stand still are worth more than `most`, units of the base currency. */
function stuckState(question: Question, most: number): RuleState {
  const { labels } = question;
  const { lang } = labels;
  const pipelines = pipelinesArgument(undefined, labels);
  const slice = { period: { start: labels.asOfDay, end: labels.asOfDay }, managers: null, pipelines };
  const facts = question.load(['deals', 'steps', 'paces', 'cards']);
  const { deals } = facts;
  const stuck = stuckDeals(facts, slice, question.inputs().inputs.norms).map(({ deal }) => deal);
  const total = units(minorSum(deals, stuck));
  const without = unpriced('unpricedStuck', facts, stuck, lang);
  const quiet: RuleState = { rule: 'stuck', holds: false, of: '', text: '', params: {} };
  if (total <= most) return { ...quiet, text: without.length > 0 ? alertText('doubt', lang, { detail: without.join(' ') }) : '' };
  const dearest = byAmount(deals, stuck, (row) => row).slice(0, DEAREST);
  const titles = question.titles(dearest);
  const told = dearest.map((row, at) =>
    alertText('stuckDeal', lang, {
      title: shortTitle(titles[at] ?? ''),
      manager: personName(labels, deals.manager[row] ?? 0),
      sum: shownMoney(units(deals.amount[row] ?? Number.NaN), labels),
    }),
  );
  const sum = shownMoney(total, labels);
  const text = [
    alertText('stuck', lang, { count: stuck.length, sum, limit: shownMoney(most, labels) }),
    alertText('stuckDearest', lang, { deals: told.join('; ') }),
    ...without,
  ];
  return { ...quiet, holds: true, text: text.join(' '), params: { sum } };
}

/** A sentence about deals that have no amount in base currency; nothing when all have one. */
function unpriced(key: 'unpricedWon' | 'unpricedStuck', facts: Facts<'deals'>, rows: readonly number[], lang: Lang): string[] {
  const count = unpricedCount(facts, rows);
  return count > 0 ? [alertText(key, lang, { count })] : [];
}

function daysLeft(scope: PlanScope): number {
  return daysOf(scope.slice.period, scope).remaining;
}
