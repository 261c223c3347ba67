// Approving a month of pay (R1): what it is paid for is frozen; whatever changes afterwards comes as corrections in the next month.
import type { Lang } from '../cell';
import { KpiError } from '../errors';
import type { Labels } from '../facts/facts';
import { shownDay } from '../functions/arguments/given';
import { periodArgument } from '../functions/arguments/period';
import { lineName } from '../functions/kpi-table';
import { isShownPay, payOf, titled } from '../functions/pay';
import type { Question } from '../functions/question';
import type { InputSheetId } from '../inputs/sheet';
import { inputSheetWords } from '../locale/input-words';
import { notice } from '../locale/notice-words';
import { listed } from '../matching';
import { correctedMonth } from '../memory/corrections';
import type { ApprovedMonth } from '../memory/ledger';
import { added } from '../money';
import { addMonths, dayOf, monthOf, monthRange } from '../period';
import { alone } from './alone';
import { factsSource } from './facts-source';
import { keepApproved } from './ledger-store';
import { raiseInputs, settleInputs } from './typed-inputs';

/** Sheets whose rows pay is counted by: one that cannot be read would be frozen as a mistake. */
const PAID_BY: readonly InputSheetId[] = ['bonusSchemes', 'plans', 'kpiSets'];

/** The month that a person would approve next, 'YYYY-MM': the one after the last approved, else the one before that of the data. */
export function monthToApprove(): string {
  return nextMonth(question());
}

/**
 * Freezes a month, written as in a formula ('' = `monthToApprove`); answers one sentence. KpiError('settings') says why it cannot be: pay is switched
 * off, the month is not over, is not in the data whole, is approved already, is not the next one, or has deals of a currency without a rate.
 */
export function approvePay(typed: string, lang: Lang): string {
  return alone(() => {
    settleInputs();
    const asked = question();
    if (!asked.inputs().inputs.settings.payVisible) throw refusal('approveHidden');
    const month = typed.trim() === '' ? nextMonth(asked) : writtenMonth(typed, asked);
    const shown = (one: string) => lineName(one, 'month', { ...asked.labels, lang });
    refuseUnready(month, asked, shown, lang);
    const counted = payOf([month], asked);
    const unpriced = counted.flatMap((pay) => pay.unpriced);
    if (unpriced.length > 0) throw refusal('approveUnpriced', { deals: listed(unpriced.map(({ dealId }) => String(dealId))) });
    // Corrections that nobody is paid by stay due: frozen, they would be settled without a rouble.
    const pays = counted.filter(({ flags }) => !flags.includes('NO_SCHEME'));
    if (pays.length === 0) throw refusal('approveNobody', { month: shown(month) });
    const approved: ApprovedMonth = {
      month,
      approvedAt: Math.floor(Date.now() / 1000),
      approvedBy: email(),
      lines: titled(
        pays.flatMap(({ lines }) => lines),
        asked,
      ),
      statements: pays.map(({ statement }) => statement),
    };
    keepApproved({ portal: asked.labels.portal, approved });
    raiseInputs();
    const shownPays = pays.filter((pay) => isShownPay(pay, asked.labels));
    const total = added(shownPays.map(({ bonus }) => bonus.total));
    return notice('monthApproved', lang, {
      month: shown(month),
      people: shownPays.length,
      deals: approved.lines.length,
      total,
      next: shown(addMonths(month, 1)),
    });
  });
}

function question(): Question {
  const source = factsSource();
  return { ...source, labels: source.load([]).labels };
}

function nextMonth({ approved, labels }: Question): string {
  return correctedMonth(approved()) ?? addMonths(monthOf(labels.asOfDay), -1);
}

function writtenMonth(typed: string, asked: Question): string {
  const { labels } = asked;
  const { start, end } = periodArgument(typed, labels);
  const month = monthOf(start);
  const days = monthRange(month);
  if (days?.start === start && days.end === end) return month;
  throw refusal('approveMonth', { start: shownDay(start, labels.lang), end: shownDay(end, labels.lang), month: nextMonth(asked) });
}

function refuseUnready(month: string, asked: Question, shown: (month: string) => string, lang: Lang): void {
  const { labels } = asked;
  const next = correctedMonth(asked.approved());
  if (asked.approved().some((known) => known.month === month)) {
    // A run that was killed right after it had approved the month did not tell the formulas.
    raiseInputs();
    throw refusal('approveTwice', { month: shown(month), next: shown(next ?? month) });
  }
  if (next !== null && month !== next) throw refusal('approveOrder', { month: shown(month), next: shown(next) });
  const end = monthRange(month)?.end ?? 0;
  if (today(labels) <= end) throw refusal('approveNotOver', { month: shown(month), day: shownDay(end + 1, lang) });
  if (labels.asOfDay <= end) throw refusal('approveOldData', { month: shown(month) });
  const unread = asked.inputs().complaints.find(({ sheet, level }) => level === 'error' && PAID_BY.includes(sheet));
  if (unread) throw refusal('approveUnread', { sheet: inputSheetWords[unread.sheet].name[labels.lang] });
}

function today({ zone }: Labels): number {
  return dayOf(Math.floor(Date.now() / 1000), zone);
}

function refusal(key: KpiError['key'], params: KpiError['params'] = {}): KpiError {
  return new KpiError('settings', key, params);
}

/** Who approves, as far as Google tells. */
function email(): string {
  try {
    return Session.getActiveUser().getEmail();
  } catch {
    return '';
  }
}
