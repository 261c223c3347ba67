// Pay month by month (M34, R1): an approved month is what its ledger froze; any other is counted from the present facts, and the first one after
// the approved takes the corrections of all of them.
import type { Cell, Lang } from '../cell';
import { KpiError } from '../errors';
import type { Labels } from '../facts/facts';
import type { KpiItem } from '../inputs/kpi-set';
import { payWords } from '../locale/pay-words';
import { listed } from '../matching';
import { correctedMonth, corrections } from '../memory/corrections';
import type { ApprovedMonth, LedgerLine, Statement } from '../memory/ledger';
import { type Bonus, bonusOf } from '../metrics/bonus';
import { metricOf } from '../metrics/catalogue';
import { groupingByManager } from '../metrics/grouping';
import {
  baseOf,
  isAccountedFor,
  kpiItemsOf,
  lineTables,
  type PaidMonth,
  type PayLines,
  payLines,
  rowOfDeal,
  schemeOf,
  scores,
  scoreTables,
} from '../metrics/pay';
import { planTarget } from '../metrics/plan-target';
import type { DayRange } from '../metrics/slice';
import { added } from '../money';
import { monthOf, monthRange, monthsOf } from '../period';
import { shownDay } from './arguments/given';
import { periodArgument } from './arguments/period';
import { pipelinesArgument } from './arguments/pipeline';
import type { Question } from './question';

/**
 * NO_PLAN, NO_SCORE, FIRED: as in M34. UNREAD: rows of the scheme sheet were left out, so the scheme may lack a part. UNPRICED: deals of a currency
 * without a rate are not in the base. NO_SCHEME: only corrections of approved months; they stay due until a scheme pays again.
 */
export type PayFlag = Bonus['flags'][number] | 'UNREAD' | 'UNPRICED' | 'NO_SCHEME';

/** What one person is paid for one month. */
export interface PersonPay {
  readonly month: string;
  readonly approved: boolean;
  readonly statement: Statement;
  /** Deals by closing day, then corrections: those of another month than `month`. Titles are blank unless frozen. */
  readonly lines: readonly LedgerLine[];
  /** Deals that would be paid for if their currency had a rate, of this month and of approved ones. */
  readonly unpriced: readonly LedgerLine[];
  /** Σ lines, units of the base currency. */
  readonly fact: number;
  readonly bonus: Bonus;
  /** What a person has to look at; nothing once approved. */
  readonly flags: readonly PayFlag[];
}

/** Months of a table of pay: more of them are no answer of one cell. */
const MOST_MONTHS = 12;

/** Calendar months, ascending, those that have not begun left out. KpiError('argument', 'argPayPeriod') for any other period. */
export function payMonths(raw: unknown, labels: Labels): string[] {
  const { start, end } = periodArgument(raw, labels);
  const months = end - start < MOST_MONTHS * 31 ? monthsOf({ start, end }) : [];
  const [first = '', last = first] = [months[0], months[months.length - 1]];
  if (monthRange(first)?.start !== start || monthRange(last)?.end !== end || months.length > MOST_MONTHS) {
    throw new KpiError('argument', 'argPayPeriod', {
      start: shownDay(start, labels.lang),
      end: shownDay(end, labels.lang),
      month: monthOf(labels.asOfDay),
    });
  }
  return months.filter((month) => daysOf(month).start <= labels.asOfDay);
}

/** Pay is by person over all pipelines, whatever the settings choose: naming some is KpiError('argument', 'argPayPipeline'). */
export function refusePipelines(raw: unknown, labels: Labels): void {
  const named = pipelinesArgument(raw, { ...labels, defaultPipelines: [] });
  if (named === null || named.size === labels.pipelines.length) return;
  throw new KpiError('argument', 'argPayPipeline', { found: listed([...named].map((index) => labels.pipelines[index]?.name ?? '')) });
}

/** The sentence instead of an answer while pay is switched off in this file; null = it is shown. */
export function payHidden(question: Question): Cell | null {
  return question.inputs().inputs.settings.payVisible ? null : payWords.hidden[question.labels.lang];
}

/** Pay of everybody with a scheme, by month, then in the order of the labels; approved months as they were frozen. */
export function payOf(months: readonly string[], question: Question): PersonPay[] {
  const approved = question.approved();
  const known = new Map(approved.map((one) => [one.month, one]));
  const open = months.filter((month) => !known.has(month));
  const counted = openPay(open, approved, question);
  return months.flatMap((month) => {
    const frozen = known.get(month);
    return frozen ? frozenPay(frozen) : counted.filter((pay) => pay.month === month);
  });
}

function frozenPay({ month, lines, statements }: ApprovedMonth): PersonPay[] {
  const byPerson = grouped(lines);
  return statements.map((statement) => paid(month, true, statement, { lines: byPerson.get(statement.managerId) ?? [], unpriced: [] }));
}

function openPay(months: readonly string[], approved: readonly ApprovedMonth[], question: Question): PersonPay[] {
  if (months.length === 0) return [];
  const { labels } = question;
  const { complaints } = question.inputs();
  const unread = complaints.some(({ sheet, level }) => sheet === 'bonusSchemes' && level === 'error');
  const paidMonths = months.map((month) => ({ month, statements: statementsOf(month) }));
  const present = linesOf(paidMonths, question);
  const lines = [...present.lines].sort((a, b) => a.closeDay - b.closeDay || a.dealId - b.dealId);
  const corrected = correctedMonth(approved);
  const due = corrected !== null && months.includes(corrected) ? correctionsOf(approved, question) : NO_LINES;
  return paidMonths.flatMap(({ month, statements }) => {
    const late = month === corrected ? due : NO_LINES;
    const own = grouped([...lines.filter((line) => line.month === month), ...late.lines]);
    const unpriced = grouped([...present.unpriced.filter((line) => line.month === month), ...late.unpriced]);
    const of = (managerId: number): PayLines => ({ lines: own.get(managerId) ?? [], unpriced: unpriced.get(managerId) ?? [] });
    const known = new Set(statements.map(({ managerId }) => managerId));
    const leftOut = unschemed(approved).filter(({ managerId }) => !known.has(managerId) && (own.has(managerId) || unpriced.has(managerId)));
    return [
      ...statements.map((statement) => paid(month, false, statement, of(statement.managerId), unread ? ['UNREAD'] : [])),
      ...leftOut.map((statement) => paid(month, false, statement, of(statement.managerId), ['NO_SCHEME'])),
    ];
  });

  function statementsOf(month: string): Statement[] {
    const typed = question.inputs().inputs;
    const people = labels.managers.flatMap(({ id, name, active }, index) => {
      const scheme = schemeOf(typed, labels, index);
      return scheme === null ? [] : [{ index, managerId: id, name, active, scheme }];
    });
    const days = daysOf(month);
    const items = new Map(
      people.flatMap(({ index, scheme }) => (scheme.kpiMultiplier ? [[index, kpiItemsOf(typed, labels, index)] as const] : [])),
    );
    const scored = scoresOf(items, days, question);
    return people.map(({ index, managerId, name, active, scheme }): Statement => {
      const base = baseOf(scheme);
      const owner = { scope: 'manager', id: managerId } as const;
      const plan =
        base === null
          ? null
          : planTarget(typed.plans, { owner, metric: base, additive: metricOf(base).additive, period: days }, labels, typed.calendar);
      return { managerId, name, scheme, plan, score: scored.get(index) ?? null, active };
    });
  }
}

const NO_LINES: PayLines = { lines: [], unpriced: [] };

/** Whoever an approved month paid, with a scheme that pays nothing: corrections must not vanish because nobody is paid by them now. */
function unschemed(approved: readonly ApprovedMonth[]): Statement[] {
  const latest = new Map(approved.flatMap(({ statements }) => statements).map((statement) => [statement.managerId, statement]));
  return [...latest.values()].map((statement) => ({
    ...statement,
    scheme: { ...statement.scheme, name: '', fixed: 0, tiers: [], threshold: 0, capTotal: null, kpiMultiplier: false },
    plan: null,
    score: null,
  }));
}

/** Scores (M35) of people by index over all pipelines: a scheme multiplies by them. */
function scoresOf(items: ReadonlyMap<number, readonly KpiItem[]>, period: DayRange, question: Question): Map<number, number | null> {
  const all = [...items.values()].flat();
  if (all.length === 0) return new Map();
  const facts = question.load(scoreTables(all));
  const found = scores(
    facts,
    { period, managers: new Set(items.keys()), pipelines: null },
    groupingByManager(facts),
    (index) => items.get(index) ?? [],
  );
  return new Map([...items.keys()].map((index) => [index, found[index]?.score ?? null]));
}

function linesOf(months: readonly PaidMonth[], question: Question): PayLines {
  return months.some(({ statements }) => statements.length > 0) ? payLines(question.load(lineTables(months)), months) : NO_LINES;
}

/**
 * What approved months lack by the present facts. What the present facts cannot tell stays as it was paid: months that the load does not reach any
 * more, deals that are out of sight, deals whose currency has lost its rate.
 */
function correctionsOf(approved: readonly ApprovedMonth[], question: Question): PayLines {
  const reached = approved.filter(({ month }) => daysOf(month).start >= question.labels.horizonDay);
  const months = new Set(reached.map(({ month }) => month));
  const { lines, unpriced } = linesOf(reached, question);
  const accounted = isAccountedFor(question.load(['deals', 'changes']));
  const withoutRate = new Set(unpriced.map(({ dealId }) => dealId));
  const comparable = ({ month, dealId }: LedgerLine) => months.has(month) && accounted(dealId) && !withoutRate.has(dealId);
  const paidFor = approved.map((one) => ({ ...one, lines: one.lines.filter(comparable) }));
  return { lines: corrections(paidFor, lines), unpriced };
}

function paid(
  month: string,
  approved: boolean,
  statement: Statement,
  { lines, unpriced }: PayLines,
  more: readonly PayFlag[] = [],
): PersonPay {
  const fact = added(lines.map(({ amount }) => amount));
  const bonus = bonusOf(statement.scheme, { ...statement, fact });
  const flags: readonly PayFlag[] = [...bonus.flags, ...more, ...(unpriced.length > 0 ? (['UNPRICED'] as const) : [])];
  return { month, approved, statement, lines, unpriced, fact, bonus, flags: approved ? [] : flags };
}

/** Whether a table shows it unasked: people at work, and whoever has a plan or a deal of that month (R12). */
export function isShownPay({ statement, lines, unpriced }: PersonPay, { managers }: Labels): boolean {
  if (lines.length > 0 || unpriced.length > 0 || statement.plan !== null) return true;
  return managers.some(({ id, active, hasDeals }) => id === statement.managerId && active && hasDeals);
}

/** Titles of lines that have none yet. */
export function titled(lines: readonly LedgerLine[], question: Question): LedgerLine[] {
  const blank = lines.filter(({ title }) => title === '');
  if (blank.length === 0) return [...lines];
  const { deals } = question.load(['deals']);
  const rows = blank.map(({ dealId }) => rowOfDeal(deals, dealId));
  const titles = question.titles(rows.filter((row) => row >= 0));
  let at = 0;
  const found = new Map(blank.map(({ dealId }, index) => [dealId, (rows[index] ?? -1) < 0 ? '' : (titles[at++] ?? '')]));
  return lines.map((line) => (line.title === '' ? { ...line, title: found.get(line.dealId) ?? '' } : line));
}

function grouped(lines: readonly LedgerLine[]): Map<number, LedgerLine[]> {
  const groups = new Map<number, LedgerLine[]>();
  for (const line of lines) {
    const group = groups.get(line.managerId);
    if (group) group.push(line);
    else groups.set(line.managerId, [line]);
  }
  return groups;
}

function daysOf(month: string): DayRange {
  return monthRange(month) ?? { start: 0, end: -1 };
}

/** Status of pay in a word, with what is to be checked. */
export function payStatus(pays: readonly Pick<PersonPay, 'approved' | 'flags'>[], lang: Lang): string {
  const flags = [...new Set(pays.flatMap((pay) => pay.flags))];
  if (flags.length > 0) return `${payWords.check[lang]}: ${flags.map((flag) => payWords[flag][lang]).join(', ')}`;
  return payWords[pays.every(({ approved }) => approved) ? 'approved' : 'accrued'][lang];
}
