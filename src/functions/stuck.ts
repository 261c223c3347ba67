// B24_STUCK: open deals that stand still, or all open ones, the dearest first, each with its reasons and its next step.
import type { Cell } from '../cell';
import { tableWords } from '../locale/table-words';
import { stuckWords, workWords } from '../locale/work-words';
import type { Slice } from '../metrics/slice';
import { openDeals, type StuckDeal, type StuckReason, stuckDeals } from '../metrics/stuck';
import { type Choice, chosen } from './arguments/choice';
import { pipelinesArgument } from './arguments/pipeline';
import { peopleArgument, personName } from './arguments/who';
import { DEAL_CAPACITY, dealLink, withinCapacity } from './deal-cells';
import type { FunctionDefinition } from './definition';
import { cellOf } from './output';
import { byAmount, dayCell, stageCell, sumCell } from './table-cells';

type StuckRule = 'all' | StuckReason | 'open';

export const stuckRules: readonly Choice<StuckRule>[] = [
  { value: 'all', ru: ['все', 'любое', 'всё'], en: ['all', 'any'] },
  {
    value: 'stuckInStage',
    ru: ['долго на стадии', 'норма', 'на стадии', 'стадия', 'дольше нормы'],
    en: ['too long on stage', 'stage', 'norm', 'on stage'],
  },
  {
    value: 'idle',
    ru: ['нет движения', 'простой', 'без движения', 'простаивает', 'без активности'],
    en: ['idle', 'no activity', 'inactive'],
  },
  {
    value: 'noNextStep',
    ru: ['нет дела', 'без дела', 'без дел', 'нет дел', 'без задачи', 'нет следующего шага'],
    en: ['no next step', 'without a next step', 'nothing planned'],
  },
  {
    value: 'overdueClose',
    ru: ['дата прошла', 'просрочена', 'просрочено', 'просроченные', 'просрочка'],
    en: ['overdue', 'past due', 'late'],
  },
  { value: 'open', ru: ['открытые', 'все открытые', 'открыто'], en: ['open', 'all open'] },
];

const HEADERS = [
  workWords.deal,
  workWords.link,
  tableWords.manager,
  tableWords.stage,
  workWords.stageDays,
  workWords.norm,
  workWords.idleDays,
  tableWords.sum,
  workWords.expectedDate,
  workWords.nextStep,
  workWords.nextDate,
  workWords.reasons,
] as const;

export const stuckFunction: FunctionDefinition = {
  name: 'B24_STUCK',
  params: ['who', 'pipeline', 'rule', 'data'],
  rules: ['M17'],
  answer: (args, question) => {
    const { labels } = question;
    const { lang } = labels;
    const managers = peopleArgument(args[0], labels);
    const pipelines = pipelinesArgument(args[1], labels);
    const rule = chosen(args[2], 'rule', stuckRules, 'all', labels);
    const slice: Slice = { period: { start: labels.asOfDay, end: labels.asOfDay }, managers, pipelines };
    const facts = question.load(['deals', 'steps', 'paces', 'cards']);
    const { deals } = facts;
    const all = (rule === 'open' ? openDeals : stuckDeals)(facts, slice, question.inputs().inputs.norms);
    const rowOf = ({ deal }: StuckDeal) => deal;
    const stuck = byAmount(deals, rule === 'all' || rule === 'open' ? all : all.filter(({ reasons }) => reasons.includes(rule)), rowOf);
    const titles = question.titles(stuck.slice(0, DEAL_CAPACITY).map(rowOf));
    const ofMany = labels.pipelines.length > 1 && pipelines?.size !== 1;
    const line = (one: StuckDeal, at: number): Cell[] => [
      titles[at] ?? '',
      dealLink(labels, deals.id[one.deal] ?? 0),
      personName(labels, deals.manager[one.deal] ?? 0),
      stageCell(labels, deals.pipeline[one.deal] ?? 0, deals.stage[one.deal] ?? -1, ofMany),
      cellOf(one.stageAge),
      cellOf(one.norm),
      cellOf(one.idleDays),
      sumCell(deals, [one.deal]),
      dayCell(one.closedate, labels),
      one.subject,
      one.nextStep === null ? '' : new Date(one.nextStep * 1000),
      one.reasons.map((reason) => stuckWords[reason][lang]).join(', '),
    ];
    const rest = (left: readonly StuckDeal[]): Cell[] =>
      HEADERS.map((word) => (word === tableWords.sum ? sumCell(deals, left.map(rowOf)) : ''));
    return [HEADERS.map((word) => word[lang]), ...withinCapacity(stuck, DEAL_CAPACITY, line, rest, labels)];
  },
};
