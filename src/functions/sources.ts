// B24_SOURCES: what each channel or mark of advertising brought and what it cost.
import type { Cell } from '../cell';
import type { Facts, Labels } from '../facts/facts';
import { breakdownWords } from '../locale/breakdown-words';
import { tableWords } from '../locale/table-words';
import { type ChannelRow, channelTable, leadsByChannel, type UtmKey, utmTable } from '../metrics/channels';
import type { Slice } from '../metrics/slice';
import { added } from '../money';
import { ratio } from '../stats';
import { type Choice, chosen } from './arguments/choice';
import { sliceArguments } from './arguments/slice';
import { sourceName } from './client-names';
import { withinCapacity } from './deal-cells';
import type { FunctionDefinition } from './definition';
import { metricName } from './metric-names';
import { cellOf } from './output';
import type { Question } from './question';

type SourceKey = 'channel' | UtmKey;

export const sourceKeys: readonly Choice<SourceKey>[] = [
  {
    value: 'channel',
    ru: ['источник', 'источники', 'источникам', 'канал', 'каналы', 'каналам'],
    en: ['source', 'sources', 'channels'],
  },
  // An underscore is a blank to a choice.
  { value: 'utmSource', ru: ['utm_source', 'utm source'], en: ['utm_source', 'utm source'] },
  { value: 'utmMedium', ru: ['utm_medium', 'utm medium'], en: ['utm_medium', 'utm medium'] },
  { value: 'utmCampaign', ru: ['utm_campaign', 'utm campaign', 'кампания', 'кампании'], en: ['utm_campaign', 'utm campaign', 'campaign'] },
];

/** Channels a table shows one by one (D8). */
const CHANNEL_CAPACITY = 100;

/** What one channel, several of them or all have; null = not known of this slice. */
interface Line {
  readonly name: string;
  readonly created: number;
  readonly won: number;
  readonly sum: number;
  readonly lost: number;
  readonly leads: number | null;
  readonly cost: number | null;
}

export const sourcesFunction: FunctionDefinition = {
  name: 'B24_SOURCES',
  params: ['period', 'who', 'pipeline', 'by', 'data'],
  rules: ['M25', 'M10', 'R13'],
  answer: (args, question) => {
    const { labels } = question;
    const { lang } = labels;
    const slice = sliceArguments(args, labels);
    const by = chosen(args[3], 'by', sourceKeys, 'channel', labels);
    const lines = (by === 'channel' ? channelLines : utmLines(by))(slice, question);
    // The largest first, what has no name last; equals by name, so that the order does not hang on that of the records.
    const notSet = breakdownWords.notSet[lang];
    const sorted = [...lines].sort(
      (one, other) =>
        Number(one.name === notSet) - Number(other.name === notSet) ||
        other.sum - one.sum ||
        other.created - one.created ||
        (one.name < other.name ? -1 : 1),
    );
    const cells = by === 'channel' ? channelCells : dealCells;
    return [
      header(by, labels),
      ...withinCapacity(sorted, CHANNEL_CAPACITY, cells, (rest) => cells(together(rest, '')), labels),
      cells(together(sorted, tableWords.total[lang])),
    ];
  },
};

/**
 * Costs are typed for a whole channel and leads stand in no pipeline: of some people's or pipelines' deals they would say nothing true,
 * so there they are left empty.
 */
function channelLines(slice: Slice, question: Question): Line[] {
  const { labels } = question;
  const wholePipelines = slice.pipelines === null || slice.pipelines.size === labels.pipelines.length;
  const costs = wholePipelines && slice.managers === null ? question.inputs().inputs.costs : [];
  const facts = question.load(['deals', 'origins', 'leads', 'directories']);
  const leads = wholePipelines ? leadsByChannel(facts, slice) : null;
  const rows = new Map(channelTable(facts, slice, costs).map((row) => [row.key, row]));
  return [...new Set([...rows.keys(), ...(leads?.keys() ?? [])])].map((key) => ({
    ...lineOf(rows.get(key), sourceName(key, facts.directories, labels.lang)),
    leads: leads && (leads.get(key) ?? 0),
  }));
}

function utmLines(by: UtmKey): (slice: Slice, question: Question) => Line[] {
  return (slice, question) => {
    const facts: Facts<'deals' | 'utm'> = question.load(['deals', 'utm']);
    return utmTable(facts, slice, by).map((row) => lineOf(row, row.key || breakdownWords.notSet[question.labels.lang]));
  };
}

function lineOf(row: ChannelRow | undefined, name: string): Line {
  return {
    name,
    created: row?.created ?? 0,
    won: row?.wonCount ?? 0,
    sum: row?.wonSum ?? 0,
    lost: row?.lostCount ?? 0,
    leads: null,
    cost: row?.cost ?? null,
  };
}

/** Rates of a line of several channels come from its own counts and sums, as a reader would divide them. */
function together(lines: readonly Line[], name: string): Line {
  const sumOf = (key: 'created' | 'won' | 'lost') => lines.reduce((total, line) => total + line[key], 0);
  const known = (key: 'leads' | 'cost') => {
    const values = lines.flatMap((line) => line[key] ?? []);
    return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
  };
  return {
    name,
    created: sumOf('created'),
    won: sumOf('won'),
    sum: added(lines.map(({ sum }) => sum)),
    lost: sumOf('lost'),
    leads: known('leads'),
    cost: known('cost'),
  };
}

function header(by: SourceKey, { lang }: Labels): Cell[] {
  const first = by === 'channel' ? breakdownWords.channel[lang] : (sourceKeys.find(({ value }) => value === by)?.en[0] ?? by);
  const deals = (['created', 'wonCount', 'wonSum', 'lostCount', 'winRateCount', 'avgCheque'] as const).map((id) => metricName(id, lang));
  if (by !== 'channel') return [first, ...deals];
  const { cost, costPerDeal, costPerWon, romi } = breakdownWords;
  return [first, ...deals, metricName('leadsCreated', lang), cost[lang], costPerDeal[lang], costPerWon[lang], romi[lang]];
}

function dealCells({ name, created, won, sum, lost }: Line): Cell[] {
  return [name, created, won, sum, lost, cellOf(ratio(won, won + lost)), cellOf(ratio(sum, won))];
}

function channelCells(line: Line): Cell[] {
  const { cost, created, won, sum, leads } = line;
  const perCost = cost === null ? [null, null, null] : [ratio(cost, created), ratio(cost, won), ratio(sum - cost, cost)];
  return [...dealCells(line), ...[leads, cost, ...perCost].map(cellOf)];
}
