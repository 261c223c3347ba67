// The morning digest: how the company, or one manager, stands at the end of yesterday, in a few lines and a short table. Facts and plans alone; no pay.
// Money in units of the base currency, days of the file's zone, the default pipelines. How it is written down and sent is elsewhere.
import type { Facts, Labels } from '../facts/facts';
import type { Calendar } from '../inputs/calendar';
import { type DigestWord, digestText } from '../locale/digest-words';
import { planStatusWords } from '../locale/plan-words';
import { type MetricId, metricOf, metricRows, tablesOf } from '../metrics/catalogue';
import { groupingByManager } from '../metrics/grouping';
import { type PlanProgress, planProgress } from '../metrics/plan-progress';
import { dealRows, minorSum } from '../metrics/populations';
import type { Slice } from '../metrics/slice';
import { stuckDeals } from '../metrics/stuck';
import { type DaysOfPeriod, daysOfPeriod, isWorkingDay } from '../metrics/working-days';
import { units } from '../money';
import { type DayRange, monthOf, monthRange } from '../period';
import { shownDay } from './arguments/given';
import { personName } from './arguments/who';
import { shortTitle, shownMoney, shownMonth, shownShare, unpricedCount } from './notice-values';
import { type PlanScope, planScope, targetOf } from './plan-scope';
import type { Question } from './question';
import { localTime } from './status';
import { byAmount, shownPipelines, shownRange, stageCell } from './table-cells';

/** Words of a digest, in the order people read them. */
export interface Digest {
  /** What it is of, in one line. */
  readonly subject: string;
  /** Whom it is about. */
  readonly title: string;
  readonly lines: readonly string[];
  /** Of the plan, 0…1; null = there is none. */
  readonly share: number | null;
  /** Header and rows; null in the digest of one manager. */
  readonly people: { readonly header: readonly string[]; readonly rows: readonly DigestRow[]; readonly more: string } | null;
  readonly stuck: { readonly line: string; readonly deals: readonly string[] };
  readonly asOf: string;
}

export interface DigestRow {
  readonly cells: readonly string[];
  /** Of the plan, 0…1; null = there is none. */
  readonly share: number | null;
}

const OF_DAYS = ['created', 'wonCount', 'wonSum', 'lostCount'] as const satisfies readonly MetricId[];
const OF_WORK = ['calls', 'meetings'] as const satisfies readonly MetricId[];
const MOST_PEOPLE = 12;
const MOST_DEALS = 5;
const DAYS_BACK = 31;

/** Whether the day of the data is one on which people work: a digest is due on such days alone. */
export function isDigestDay({ labels, inputs }: Question): boolean {
  return isWorkingDay(labels.asOfDay, inputs().inputs.calendar);
}

/** Indices of the people who may get one of their own: they work here and have deals. */
export function digestPeople({ managers }: Labels): number[] {
  return managers.flatMap(({ active, hasDeals }, index) => (index > 0 && active && hasDeals ? [index] : []));
}

/** For the head: `manager` null; else of that manager alone (an index of the labels). `checkedAt`: when the portal was last asked, unix seconds. */
export function digestOf(question: Question, manager: number | null, checkedAt = question.labels.asOf): Digest {
  const { labels } = question;
  const asking = askingOf(question, manager);
  const { text, progress } = asking;
  const { fact, attainment } = progress;
  const result =
    attainment === null
      ? text('resultFact', { fact: shownMoney(fact, labels) })
      : text('resultPlan', { attainment: shownShare(attainment, labels) });
  return {
    subject: text('subject', { today: shownDay(labels.asOfDay, labels.lang), result }),
    title: manager === null ? text('company') : personName(labels, manager),
    lines: [...planLines(asking), ...dayLines(asking)],
    share: attainment,
    people: manager === null ? peopleOf(asking) : null,
    stuck: stuckOf(asking, question),
    asOf: text('asOf', {
      day: shownDay(labels.asOfDay - 1, labels.lang),
      time: localTime({ ...labels, asOf: checkedAt }),
      pipelines: shownPipelines(asking.scope.slice, labels),
    }),
  };
}

interface Asking {
  readonly manager: number | null;
  /** Its slice is the month up to yesterday. */
  readonly scope: PlanScope;
  readonly facts: Facts<'deals'>;
  readonly month: DayRange;
  readonly days: DaysOfPeriod;
  readonly progress: PlanProgress;
  /** The last working day before today, and the days off after it. */
  readonly since: DayRange;
  readonly text: (key: DigestWord, params?: Readonly<Record<string, string | number>>) => string;
}

function askingOf(question: Question, manager: number | null): Asking {
  const { labels } = question;
  const { lang, asOfDay } = labels;
  const { inputs } = question.inputs();
  const yesterday = asOfDay - 1;
  const month = monthRange(monthOf(yesterday)) ?? { start: yesterday, end: yesterday };
  const whole = planScope([], 'wonSum', question);
  const managers = manager === null ? null : new Set([manager]);
  const scope = { ...whole, slice: { ...whole.slice, managers, period: { start: month.start, end: yesterday } } };
  const facts = question.load(tablesOf([...OF_DAYS, ...OF_WORK]));
  const [[fact = null] = []] = metricRows(facts, scope.slice, ['wonSum']);
  const owner = manager === null ? ({ scope: 'company', id: null } as const) : ownerOf(manager, labels);
  const days = daysOfPeriod(month, yesterday, inputs.calendar, true);
  const progress = planProgress(targetOf(scope, [owner], month), fact, metricOf('wonSum'), days, inputs.settings);
  const named = { month: shownMonth(yesterday, lang) };
  const text: Asking['text'] = (key, params) => digestText(key, lang, { ...named, ...params });
  return { manager, scope, facts, month, days, progress, since: { start: workdayBefore(asOfDay, inputs.calendar), end: yesterday }, text };
}

function ownerOf(manager: number, { managers }: Labels) {
  return { scope: 'manager', id: managers[manager]?.id ?? null } as const;
}

/** The day before where the calendar has no working day for a month. */
function workdayBefore(today: number, calendar: Calendar): number {
  for (let day = today - 1; day >= today - DAYS_BACK; day--) if (isWorkingDay(day, calendar)) return day;
  return today - 1;
}

function planLines({ scope, facts, days, progress, text }: Asking): string[] {
  const { labels } = scope;
  const { lang, asOfDay } = labels;
  const { target, fact, attainment, planToDate, attainmentToDate, gap, requiredPerDay, runRate, runRateAttainment } = progress;
  const unpriced = unpricedCount(facts, dealRows(facts, scope.slice, 'won'));
  const rest = unpriced > 0 ? [text('unpriced', { count: unpriced })] : [];
  if (target === null || attainment === null) return [text('noPlan', { fact: shownMoney(fact, labels) }), ...rest];
  const shown = { fact: shownMoney(fact, labels), target: shownMoney(target, labels), attainment: shownShare(attainment, labels) };
  const toDate = {
    day: shownDay(asOfDay - 1, lang),
    toDate: shownMoney(planToDate, labels),
    toDateShare: shownShare(attainmentToDate ?? 0, labels),
  };
  const left = { gap: shownMoney(gap, labels), perDay: shownMoney(requiredPerDay, labels), days: days.remaining };
  return [
    attainmentToDate === null ? text('planNotBegun', shown) : text('plan', { ...shown, ...toDate }),
    gap === 0 ? text('met') : text(days.remaining === 0 ? 'leftNoDays' : 'left', left),
    ...(runRate === null || days.remaining === 0 ? [] : [paceLine(runRate, runRateAttainment, labels, text)]),
    ...rest,
  ];
}

function paceLine(runRate: number, ofPlan: number | null, labels: Labels, text: Asking['text']): string {
  const shown = { runRate: shownMoney(runRate, labels) };
  return ofPlan === null ? text('runRate', shown) : text('runRateShare', { ...shown, share: shownShare(ofPlan, labels) });
}

/** What the last working day and the days off after it brought. Activities belong to people alone: they are not cut by pipelines. */
function dayLines({ scope, facts, since, text }: Asking): string[] {
  const { labels } = scope;
  const slice: Slice = { ...scope.slice, period: since };
  const [[created = 0, wonCount = 0, wonSum = null, lostCount = 0] = []] = metricRows(facts, slice, OF_DAYS);
  const [[calls = null, meetings = null] = []] = metricRows(facts, slice, OF_WORK);
  const counts = { range: shownRange(since, labels.lang), created, wonCount, lostCount, wonSum: shownMoney(wonSum, labels) };
  const whole = Object.fromEntries(Object.entries({ ...counts, calls, meetings }).map(([key, value]) => [key, value ?? '—']));
  return [text(calls === null && meetings === null ? 'daysWithoutWork' : 'days', whole)];
}

/** Whoever sells or has a plan or a fact of the month; furthest behind the plan to date first, without a plan last. */
function peopleOf({ scope, facts, month, days, text }: Asking): Digest['people'] {
  const { labels, inputs } = scope;
  const sellers = new Set(digestPeople(labels));
  const facted = metricRows(facts, scope.slice, ['wonSum'], groupingByManager(facts));
  const lines = labels.managers.flatMap((_, index) => {
    const fact = facted[index]?.[0] ?? null;
    const target = targetOf(scope, [ownerOf(index, labels)], month);
    if (!sellers.has(index) && target === null && !fact) return [];
    return [{ index, progress: planProgress(target, fact, metricOf('wonSum'), days, inputs.settings) }];
  });
  const behind = ({ progress }: (typeof lines)[number]) => progress.attainmentToDate ?? Number.MAX_VALUE;
  lines.sort((a, b) => behind(a) - behind(b) || (b.progress.fact ?? 0) - (a.progress.fact ?? 0) || a.index - b.index);
  const rest = lines.slice(MOST_PEOPLE);
  const restFact = rest.reduce((sum, { progress }) => sum + (progress.fact ?? 0), 0);
  return {
    header: (['manager', 'fact', 'target', 'attainment', 'status'] as const).map((key) => text(key)),
    rows: lines.slice(0, MOST_PEOPLE).map(({ index, progress }) => personRow(index, progress, labels)),
    more: rest.length > 0 ? text('more', { count: rest.length, fact: shownMoney(restFact, labels) }) : '',
  };
}

function personRow(index: number, { fact, target, attainment, attainmentToDate, status }: PlanProgress, labels: Labels): DigestRow {
  const word = planStatusWords[status === 'grey' && !target ? 'noPlan' : status][labels.lang];
  const toDate = attainmentToDate === null ? word : `${shownShare(attainmentToDate, labels)}, ${word}`;
  const cells = [
    personName(labels, index),
    shownMoney(fact, labels),
    shownMoney(target, labels),
    attainment === null ? '—' : shownShare(attainment, labels),
    toDate,
  ];
  return { cells, share: attainment };
}

/** As of the data: a stuck deal is one of now. */
function stuckOf({ manager, scope, text }: Asking, question: Question): Digest['stuck'] {
  const { labels } = scope;
  const facts = question.load(['deals', 'steps', 'paces', 'cards']);
  const { deals } = facts;
  const rows = stuckDeals(facts, scope.slice, scope.inputs.norms).map(({ deal }) => deal);
  if (rows.length === 0) return { line: text('noStuck'), deals: [] };
  const dearest = byAmount(deals, rows, (row) => row).slice(0, MOST_DEALS);
  const titles = question.titles(dearest);
  const told = dearest.map((row, at) =>
    text(manager === null ? 'stuckDealOf' : 'stuckDeal', {
      title: shortTitle(titles[at] ?? ''),
      manager: personName(labels, deals.manager[row] ?? 0),
      stage: stageCell(labels, deals.pipeline[row] ?? 0, deals.stage[row] ?? -1),
      sum: shownMoney(units(deals.amount[row] ?? Number.NaN), labels),
    }),
  );
  return { line: text('stuck', { count: rows.length, sum: shownMoney(units(minorSum(deals, rows)), labels) }), deals: told };
}
