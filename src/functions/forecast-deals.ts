// B24_FORECAST_DEALS: the open deals behind the forecast of a period, and what it is made of.
import type { Cell, Table } from '../cell';
import type { Labels } from '../facts/facts';
import { planWords } from '../locale/plan-words';
import { tableWords } from '../locale/table-words';
import { forecast, type WeightedDeal } from '../metrics/forecast';
import { stageProbabilities } from '../metrics/stage-probabilities';
import { dayStart } from '../period';
import { sliceArguments } from './arguments/slice';
import { personName } from './arguments/who';
import { DEAL_CAPACITY, dealLink, withinCapacity } from './deal-cells';
import type { FunctionDefinition } from './definition';
import { cellOf } from './output';

/** Lines that overdue deals may take of the capacity when there are many of both. */
const OVERDUE_SHARE = 50;

export const forecastDealsFunction: FunctionDefinition = {
  name: 'B24_FORECAST_DEALS',
  params: ['period', 'who', 'pipeline', 'data'],
  rules: ['M26', 'M27'],
  answer: (args, question) => {
    const { labels } = question;
    const { lang } = labels;
    const slice = sliceArguments(args, labels);
    const facts = question.load(['deals', 'cards', 'cycles', 'journeys']);
    const found = forecast(facts, slice, stageProbabilities(facts, question.inputs().inputs.norms));
    const due = largestFirst(found.deals, 'due');
    const overdue = largestFirst(found.deals, 'overdue');
    const dueCapacity = DEAL_CAPACITY - Math.min(overdue.length, Math.max(OVERDUE_SHARE, DEAL_CAPACITY - due.length));
    const listed = [...due.slice(0, dueCapacity), ...overdue.slice(0, DEAL_CAPACITY - dueCapacity)].map(({ deal }) => deal);
    const titles = new Map(question.titles(listed).map((title, at) => [listed[at], title]));
    const line = (item: WeightedDeal): Cell[] => [
      titles.get(item.deal) ?? '',
      dealLink(labels, facts.deals.id[item.deal] ?? 0),
      personName(labels, facts.deals.manager[item.deal] ?? 0),
      stageName(labels, facts.deals.pipeline[item.deal] ?? 0, facts.deals.stage[item.deal] ?? -1),
      cellOf(item.amount),
      cellOf(item.probability),
      cellOf(item.weighted),
      new Date(dayStart(item.closedate, labels.zone) * 1000),
      planWords[item.when === 'due' ? 'due' : 'overdue'][lang],
    ];
    const rest = (items: readonly WeightedDeal[]): Cell[] => {
      const sum = (of: (item: WeightedDeal) => number | null) => items.reduce((total, item) => total + (of(item) ?? 0), 0);
      const when = planWords[items[0]?.when === 'due' ? 'due' : 'overdue'][lang];
      return ['', '', '', '', sum(({ amount }) => amount), '', sum(({ weighted }) => weighted), '', when];
    };
    const totals: Table = (
      [
        ['won', found.won],
        ['dueTotal', found.due],
        ['forecast', found.total],
        ['overdueTotal', found.overdue],
      ] as const
    ).map(([word, value]) => [planWords[word][lang], '', '', '', '', '', value, '', '']);
    return [
      header(labels),
      ...withinCapacity(due, dueCapacity, line, rest, labels),
      ...withinCapacity(overdue, DEAL_CAPACITY - dueCapacity, line, rest, labels),
      ...totals,
    ];
  },
};

function header({ lang }: Labels): Cell[] {
  const { manager, stage, sum } = tableWords;
  const { deal, link, probability, weighted, expected, when } = planWords;
  return [deal, link, manager, stage, sum, probability, weighted, expected, when].map((word) => word[lang]);
}

/** By weight; deals that none is known for come last. */
function largestFirst(deals: readonly WeightedDeal[], when: WeightedDeal['when']): WeightedDeal[] {
  const weight = ({ weighted }: WeightedDeal) => weighted ?? Number.MIN_SAFE_INTEGER;
  return deals.filter((deal) => deal.when === when).sort((one, other) => weight(other) - weight(one) || one.deal - other.deal);
}

function stageName({ pipelines, lang }: Labels, pipeline: number, stage: number): string {
  return pipelines[pipeline]?.stages[stage]?.name ?? planWords.deletedStage[lang];
}
