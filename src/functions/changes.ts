// B24_CHANGES: what happened to deals over a period, deal by deal or as the balance of the open deals.
import type { Cell, Table } from '../cell';
import { type Facts, type Labels, OPEN, WON } from '../facts/facts';
import { changeWords } from '../locale/change-words';
import { tableWords } from '../locale/table-words';
import { BALANCE_LINES, type BalanceAmount, type BalanceLine } from '../metrics/balance';
import { type ChangeEvent, type EventKind, type PeriodChanges, periodChanges } from '../metrics/changes';
import { units } from '../money';
import { type Choice, choiceWord, chosen } from './arguments/choice';
import { sliceArguments } from './arguments/slice';
import { personName } from './arguments/who';
import { DEAL_CAPACITY, dealLink, withinCapacity } from './deal-cells';
import type { FunctionDefinition } from './definition';
import { cellOf } from './output';
import type { Question } from './question';
import { dayCell, stageCell } from './table-cells';

type Shown = EventKind | 'all' | 'summary';

/** The first word of a kind is the one its lines carry. */
export const changeKinds: readonly Choice<Shown>[] = [
  { value: 'all', ru: ['все', 'всё', 'все изменения'], en: ['all', 'everything'] },
  { value: 'summary', ru: ['сводка', 'итог', 'итоги', 'баланс'], en: ['summary', 'balance', 'totals'] },
  { value: 'new', ru: ['новая', 'новые', 'создано', 'созданные'], en: ['new', 'created'] },
  { value: 'won', ru: ['выиграна', 'выиграны', 'выиграно', 'выигранные', 'успех'], en: ['won', 'success'] },
  { value: 'lost', ru: ['проиграна', 'проиграны', 'проиграно', 'проигранные', 'отказ'], en: ['lost', 'failed'] },
  { value: 'junk', ru: ['некачественная', 'некачественные', 'мусор', 'брак'], en: ['junk', 'spam'] },
  { value: 'grew', ru: ['выросла', 'выросли', 'рост'], en: ['grew', 'growth'] },
  { value: 'shrank', ru: ['уменьшилась', 'уменьшились', 'снизилась', 'снижение'], en: ['shrank', 'decrease'] },
  {
    value: 'corrected',
    ru: ['исправлена после закрытия', 'исправлена', 'исправлены', 'исправления'],
    en: ['corrected after closing', 'corrected', 'corrections'],
  },
  { value: 'back', ru: ['вернулась назад', 'вернулись назад', 'назад', 'возврат', 'возвраты'], en: ['moved back', 'back', 'returned'] },
  { value: 'idle', ru: ['без движения', 'простой', 'стоит', 'стоят'], en: ['idle', 'no activity'] },
  {
    value: 'owner',
    ru: ['сменила ответственного', 'сменили ответственного', 'смена ответственного', 'ответственный', 'передана', 'переданы'],
    en: ['owner changed', 'owner', 'reassigned'],
  },
  { value: 'gone', ru: ['удалена', 'удалены', 'удалённые', 'пропала', 'исчезла'], en: ['gone', 'deleted'] },
];

export const changesFunction: FunctionDefinition = {
  name: 'B24_CHANGES',
  params: ['period', 'who', 'pipeline', 'kind', 'data'],
  rules: ['R1', 'R12', 'M01', 'M03', 'M04', 'M05'],
  answer: (args, question) => {
    const { labels } = question;
    const slice = sliceArguments(args, labels);
    const kind = chosen(args[3], 'kind', changeKinds, 'all', labels);
    const facts = question.load(['deals', 'changes', 'backs', 'steps']);
    const found = periodChanges(facts, slice);
    if (kind === 'summary') return summary(found, labels);
    return list(kind === 'all' ? found.events : found.events.filter((event) => event.kind === kind), facts, question);
  },
};

/** Lines from the start to the end add up; what is no matter of the balance stands below. */
function summary({ balance, events }: PeriodChanges, { lang }: Labels): Table {
  const line = (word: BalanceLine, { count, sum }: BalanceAmount): Cell[] => [
    changeWords[word === 'lost' ? 'lostDeals' : word][lang],
    count,
    units(sum),
  ];
  const beside = (kind: 'back' | 'idle' | 'owner'): Cell[] => {
    const own = events.filter((event) => event.kind === kind);
    const sum = own.reduce((total, { is }) => total + (is || 0), 0);
    return [changeWords[kind][lang], new Set(own.map(({ id }) => id)).size, kind === 'idle' ? units(sum) : ''];
  };
  return [
    [changeWords.kind[lang], changeWords.deals[lang], tableWords.sum[lang]],
    ...BALANCE_LINES.map((word) => line(word, balance[word])),
    beside('back'),
    beside('idle'),
    beside('owner'),
  ];
}

/** Largest difference first; what is no matter of money comes last, by amount, the latest first. */
function list(events: readonly ChangeEvent[], facts: Facts<'deals'>, question: Question): Table {
  const { labels } = question;
  const sorted = [...events].sort(
    (a, b) =>
      Math.abs(b.difference || 0) - Math.abs(a.difference || 0) ||
      (amountOf(b, facts) || 0) - (amountOf(a, facts) || 0) ||
      b.day - a.day ||
      a.id - b.id,
  );
  const rows = sorted.slice(0, DEAL_CAPACITY).flatMap(({ row }) => (row < 0 ? [] : [row]));
  const titles = new Map(question.titles(rows).map((title, at) => [rows[at], title]));
  const { kind, deal, link, was, is, difference, day } = changeWords;
  return [
    [kind, deal, link, tableWords.manager, tableWords.stage, was, is, difference, day].map((word) => word[labels.lang]),
    ...withinCapacity(
      sorted,
      DEAL_CAPACITY,
      (event) => [
        choiceWord(changeKinds, event.kind, labels.lang),
        event.row < 0 ? event.title : (titles.get(event.row) ?? ''),
        event.row < 0 ? '' : dealLink(labels, event.id),
        personName(labels, event.manager),
        stageNow(event, facts),
        ...sides(event, labels),
        event.difference === null ? '' : moneyCell(event.difference),
        dayCell(event.day, labels),
      ],
      (left) => ['', '', '', '', '', '', '', units(left.reduce((sum, event) => sum + (event.difference || 0), 0)), ''],
      labels,
    ),
  ];
}

function amountOf({ row, was }: ChangeEvent, { deals }: Facts<'deals'>): number | null {
  return row < 0 ? was : (deals.amount[row] ?? null);
}

/** Where the deal stands now; nowhere when it is gone. */
function stageNow({ row, pipeline }: ChangeEvent, { deals, labels }: Facts<'deals'>): string {
  if (row < 0) return '';
  const state = deals.state[row] ?? OPEN;
  if (state === OPEN) return stageCell(labels, pipeline, deals.stage[row] ?? -1);
  return state === WON ? (labels.pipelines[pipeline]?.wonName ?? '') : changeWords.lost[labels.lang];
}

/** Before and after: people, stages, or amounts. */
function sides({ kind, moved, was, is }: ChangeEvent, labels: Labels): [Cell, Cell] {
  if (moved === undefined) return [moneyCell(was), moneyCell(is)];
  if (kind === 'owner') return [personName(labels, moved.from), personName(labels, moved.to)];
  const from = moved.from < 0 ? changeWords.closed[labels.lang] : stageCell(labels, moved.pipeline, moved.from);
  return [from, stageCell(labels, moved.pipeline, moved.to)];
}

function moneyCell(minor: number | null): Cell {
  return cellOf(minor === null ? null : units(minor));
}
