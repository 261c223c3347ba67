// B24_BONUS_DEALS: the statement of one person for one month: deal by deal, then step by step what they pay, so that it can be added up by hand.
import type { Cell, Table } from '../cell';
import { KpiError } from '../errors';
import type { Labels } from '../facts/facts';
import { payWords } from '../locale/pay-words';
import { tableWords } from '../locale/table-words';
import type { LedgerLine } from '../memory/ledger';
import { added } from '../money';
import { monthOf } from '../period';
import { shownDay } from './arguments/given';
import { periodArgument } from './arguments/period';
import { askedPeople } from './arguments/who';
import { DEAL_CAPACITY, dealLink, withinCapacity } from './deal-cells';
import type { FunctionDefinition } from './definition';
import { lineName } from './kpi-table';
import { cellOf } from './output';
import { type PersonPay, payHidden, payMonths, payOf, payStatus, refusePipelines, titled } from './pay';
import type { Question } from './question';
import { dayCell, shownValue } from './table-cells';

export const bonusDealsFunction: FunctionDefinition = {
  name: 'B24_BONUS_DEALS',
  params: ['period', 'who', 'pipeline', 'data'],
  rules: ['M34', 'R1', 'R12'],
  answer: (args, question) => {
    const { labels } = question;
    const months = oneMonth(args[0], labels);
    refusePipelines(args[2], labels);
    const { owners } = askedPeople(args[1], labels);
    const [owner, another] = owners;
    if (owner?.scope !== 'manager' || another !== undefined) throw new KpiError('argument', 'argPayPerson');
    const hidden = payHidden(question);
    if (hidden !== null) return hidden;
    const pay = payOf(months, question).find(({ statement }) => statement.managerId === owner.id);
    const { id, deal, link, closed, mark, amount, rate, paid, nobodyPaid } = payWords;
    const header = [id, deal, link, closed, tableWords.month, mark, amount, rate, paid].map((word): Cell => word[labels.lang]);
    return [
      header,
      ...(pay === undefined ? [result(nobodyPaid[labels.lang], {})] : [...dealLines(pay, question), ...payLines(pay, labels)]),
    ];
  },
};

function oneMonth(raw: unknown, labels: Labels): string[] {
  const months = payMonths(raw, labels);
  const { start, end } = periodArgument(raw, labels);
  if (monthOf(start) === monthOf(end)) return months;
  const days = { start: shownDay(start, labels.lang), end: shownDay(end, labels.lang) };
  throw new KpiError('argument', 'argPayMonth', { ...days, month: monthOf(labels.asOfDay) });
}

/** First deals that no rate is known for, which a person has to mend; then deals by closing day, then corrections of months approved earlier. */
function dealLines({ month, lines, unpriced }: PersonPay, question: Question): Table {
  const { labels } = question;
  const all = [...unpriced, ...lines];
  const shown = [...titled(all.slice(0, DEAL_CAPACITY), question), ...all.slice(DEAL_CAPACITY)];
  const markOf = (one: LedgerLine, at: number): Cell[] => {
    if (at < unpriced.length) return [payWords.unpriced[labels.lang], ''];
    return [one.month === month ? '' : payWords.correction[labels.lang], one.amount];
  };
  const line = (one: LedgerLine, at: number): Cell[] => [
    one.dealId,
    one.title,
    dealLink(labels, one.dealId),
    dayCell(one.closeDay, labels),
    lineName(one.month, 'month', labels),
    ...markOf(one, at),
    '',
    '',
  ];
  const rest = (left: readonly LedgerLine[]): Cell[] => result('', { amount: added(left.map(({ amount }) => amount)) });
  return withinCapacity(shown, DEAL_CAPACITY, line, rest, labels);
}

interface Result {
  readonly mark?: string;
  readonly amount?: Cell;
  readonly rate?: Cell;
  readonly paid?: Cell;
}

function result(name: string, { mark = '', amount = '', rate = '', paid = '' }: Result): Cell[] {
  return [name, '', '', '', '', mark, amount, rate, paid];
}

/** From the base to the pay. The column «Начислено» holds money that is paid, unrounded until the total (M34). */
function payLines(pay: PersonPay, labels: Labels): Table {
  const { lang } = labels;
  const { statement, bonus, fact } = pay;
  const { scheme, plan, score } = statement;
  const word = (key: keyof typeof payWords) => payWords[key][lang];
  const isBelow = bonus.attainment !== null && bonus.attainment < scheme.threshold;
  return [
    result(word('base'), { amount: fact }),
    result(word('plan'), { amount: cellOf(plan) }),
    result(word('attainment'), { rate: cellOf(bonus.attainment) }),
    ...(scheme.threshold > 0 ? [result(word('threshold'), { rate: scheme.threshold, mark: isBelow ? word('notReached') : '' })] : []),
    ...tierLines(pay, labels),
    result(word('variable'), { paid: bonus.variable }),
    ...(scheme.kpiMultiplier
      ? [
          result(word('score'), { rate: cellOf(score) }),
          result(word('multiplier'), { rate: bonus.multiplier, mark: `≤ ${shownValue(scheme.kpiMultiplierMax, 'count', labels)}` }),
        ]
      : []),
    result(word('fixed'), { paid: bonus.fixed }),
    ...(scheme.capTotal === null ? [] : [result(word('cap'), { paid: scheme.capTotal })]),
    result(word('total'), { paid: bonus.total }),
    result(word('scheme'), { mark: scheme.name }),
    result(word('status'), { mark: payStatus([pay], lang) }),
  ];
}

/** Part of the base × rate = paid. What lies beyond the last tier is shown too: it pays nothing, and the parts add up to the base. */
function tierLines({ bonus, fact, statement }: PersonPay, labels: Labels): Table {
  const { lang } = labels;
  const lines = bonus.parts.map(({ tier, base, paid }) => {
    const name =
      tier.upTo === null ? payWords.tierLast[lang] : payWords.tierTo[lang].replace('{to}', shownValue(tier.upTo, 'share', labels));
    return result(name, { amount: base, rate: tier.rate, paid });
  });
  const left = added([fact, ...bonus.parts.map(({ base }) => -base)]);
  const isBeyond = statement.scheme.mode === 'marginal' && lines.length > 0 && left > 0;
  return isBeyond ? [...lines, result(payWords.noRate[lang], { amount: left, rate: 0, paid: 0 })] : lines;
}
