// B24_BONUS: what a person is paid, or a table of everybody with a scheme.
import type { Cell, Table } from '../cell';
import type { Labels } from '../facts/facts';
import { payWords } from '../locale/pay-words';
import { tableWords } from '../locale/table-words';
import { toNextTier } from '../metrics/bonus';
import { added } from '../money';
import { monthOf } from '../period';
import { ratio } from '../stats';
import { type Choice, choiceWord, chosen } from './arguments/choice';
import { isBlock } from './arguments/given';
import { type Asked, answerForWho, askedPeople, type People, personName } from './arguments/who';
import { withinCapacity } from './deal-cells';
import type { FunctionDefinition } from './definition';
import { MANAGER_CAPACITY } from './kpi-table';
import { cellOf } from './output';
import { isShownPay, type PersonPay, payHidden, payMonths, payOf, payStatus, refusePipelines } from './pay';

type PayPart = 'total' | 'fixed' | 'variable' | 'multiplier' | 'attainment' | 'base' | 'plan' | 'status' | 'next' | 'nextDeals';

export const payParts: readonly Choice<PayPart>[] = [
  { value: 'total', ru: ['итог', 'итого', 'всего', 'к выплате', 'премия'], en: ['total', 'pay', 'bonus'] },
  { value: 'fixed', ru: ['оклад', 'постоянная', 'постоянная часть'], en: ['fixed', 'salary', 'fixed part'] },
  { value: 'variable', ru: ['переменная', 'переменная часть', 'процент'], en: ['variable', 'variable part', 'commission'] },
  { value: 'multiplier', ru: ['множитель', 'коэффициент'], en: ['multiplier', 'coefficient'] },
  { value: 'attainment', ru: ['выполнение', 'выполнение плана', '%'], en: ['attainment', 'completion', '%'] },
  { value: 'base', ru: ['база', 'факт', 'база начисления'], en: ['base', 'fact'] },
  { value: 'plan', ru: ['план', 'цель'], en: ['plan', 'target'] },
  { value: 'status', ru: ['статус', 'состояние'], en: ['status', 'state'] },
  { value: 'next', ru: ['до ступени', 'до следующей ступени', 'осталось до ступени'], en: ['to next tier', 'next tier'] },
  { value: 'nextDeals', ru: ['сделок до ступени', 'сделок до следующей ступени'], en: ['deals to next tier'] },
];

/** Columns of the table, in the order they are computed: base against plan, what it pays, what more of it lacks. */
const COLUMNS: readonly PayPart[] = [
  'base',
  'plan',
  'attainment',
  'variable',
  'multiplier',
  'fixed',
  'total',
  'next',
  'nextDeals',
  'status',
];
const SUMMED: readonly PayPart[] = ['base', 'variable', 'fixed', 'total'];

interface Person {
  readonly id: number;
  readonly name: string;
  readonly pays: readonly PersonPay[];
}

export const bonusFunction: FunctionDefinition = {
  name: 'B24_BONUS',
  params: ['period', 'who', 'pipeline', 'part', 'data'],
  rules: ['M34', 'R1', 'R12'],
  answer: (args, question) => {
    const { labels } = question;
    const months = payMonths(args[0], labels);
    refusePipelines(args[2], labels);
    const asked = isBlock(args[1]) ? null : askedPeople(args[1], labels);
    const named = chosen<PayPart | ''>(args[3], 'part', payParts, '', labels);
    const hidden = payHidden(question);
    if (hidden !== null) return hidden;
    let found: readonly PersonPay[] | null = null;
    const pays = () => {
      found = found ?? payOf(months, question);
      return found;
    };
    const single = asked?.owners.length === 1 && asked.owners[0]?.scope === 'manager';
    if (asked !== null && !single) return table(pays(), asked, named === '' ? COLUMNS : [named], labels);
    return answerForWho(args[1], labels, (people) => partOf(paysOf(pays(), people, labels), named === '' ? 'total' : named, labels));
  },
};

/** Of one person all there is, named as they are; of several what a table of them would show. */
function paysOf(pays: readonly PersonPay[], people: People, labels: Labels): PersonPay[] {
  const ids = people === null ? null : new Set([...people].map((index) => labels.managers[index]?.id));
  const within = pays.filter(({ statement }) => ids === null || ids.has(statement.managerId));
  return ids?.size === 1 ? within : within.filter((pay) => isShownPay(pay, labels));
}

/** A part of the pay of one month of one person, or of several together: sums add up, a multiplier has no meaning then. */
function partOf(pays: readonly PersonPay[], part: PayPart, labels: Labels): Cell {
  const [first] = pays;
  if (first === undefined) return '';
  const only = pays.length === 1 ? first : null;
  switch (part) {
    case 'total':
      return added(pays.map(({ bonus }) => bonus.total));
    case 'fixed':
      return pays.reduce((sum, { bonus }) => sum + bonus.fixed, 0);
    case 'variable':
      return pays.reduce((sum, { bonus }) => sum + bonus.variable, 0);
    case 'multiplier':
      return only === null ? '' : only.bonus.multiplier;
    case 'attainment':
      return cellOf(only === null ? ratio(baseOf(pays), planOf(pays) ?? 0) : only.bonus.attainment);
    case 'base':
      return baseOf(pays);
    case 'plan':
      return cellOf(planOf(pays));
    case 'status':
      return payStatus(pays, labels.lang);
    case 'next':
      return cellOf(only && missing(only, labels));
    case 'nextDeals':
      return cellOf(only && missingDeals(only, labels));
  }
}

/** Money to the next tier of a person and a month that can still reach it. */
function missing({ month, approved, statement, fact, bonus }: PersonPay, { asOfDay }: Labels): number | null {
  return approved || !statement.active || month < monthOf(asOfDay)
    ? null
    : toNextTier(statement.scheme, { fact, plan: statement.plan }, bonus);
}

/** The same in deals as large as those of the month; null = there are none to tell how large. */
function missingDeals(pay: PersonPay, labels: Labels): number | null {
  const [left, deals] = [missing(pay, labels), pay.lines.filter(({ month }) => month === pay.month).length];
  return left === null || deals === 0 || pay.fact <= 0 ? null : Math.ceil((left * deals) / pay.fact);
}

function baseOf(pays: readonly PersonPay[]): number {
  return added(pays.map(({ fact }) => fact));
}

/** null as soon as one of them has no plan: a part of a plan is none. */
function planOf(pays: readonly PersonPay[]): number | null {
  return pays.reduce<number | null>((sum, { statement: { plan } }) => (sum === null || plan === null ? null : sum + plan), 0);
}

/** The best paid first; the last line adds up what can be added. */
function table(pays: readonly PersonPay[], asked: Asked, columns: readonly PayPart[], labels: Labels): Table {
  const { lang } = labels;
  const header: Cell[] = [tableWords.manager[lang], ...columns.map((part) => capital(choiceWord(payParts, part, lang)))];
  const people = peopleOf(paysOf(pays, asked.people, labels), labels);
  if (people.length === 0) return [header, [payWords.nobodyPaid[lang], ...columns.map(() => '')]];
  const sums = (several: readonly Person[]): Cell[] =>
    columns.map((part) =>
      SUMMED.includes(part)
        ? partOf(
            several.flatMap((person) => person.pays),
            part,
            labels,
          )
        : '',
    );
  return [
    header,
    ...withinCapacity(
      people,
      MANAGER_CAPACITY,
      (person): Cell[] => [person.name, ...columns.map((part) => partOf(person.pays, part, labels))],
      (left) => ['', ...sums(left)],
      labels,
    ),
    [tableWords.total[lang], ...sums(people)],
  ];
}

/** By person, the best paid first; the name as the file shows it, of people the portal has lost as it was frozen. */
function peopleOf(pays: readonly PersonPay[], labels: Labels): Person[] {
  const indices = new Map(labels.managers.map(({ id }, index) => [id, index]));
  const people = new Map<number, Person & { readonly pays: PersonPay[] }>();
  for (const pay of pays) {
    const { managerId: id, name } = pay.statement;
    const index = indices.get(id);
    const person = people.get(id) ?? { id, name: index === undefined ? name : personName(labels, index), pays: [] };
    person.pays.push(pay);
    people.set(id, person);
  }
  return [...people.values()].sort((a, b) => totalOf(b) - totalOf(a) || (indices.get(a.id) ?? 0) - (indices.get(b.id) ?? 0));
}

function totalOf({ pays }: Person): number {
  return added(pays.map(({ bonus }) => bonus.total));
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
