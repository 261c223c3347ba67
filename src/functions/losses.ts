// B24_LOSSES: why, where and at whom deals are lost.
import type { Cell } from '../cell';
import type { DealFacts, Labels } from '../facts/facts';
import type { NamedCode } from '../facts/side-tables';
import type { Sentence } from '../locale/sentence';
import { tableWords } from '../locale/table-words';
import { workWords } from '../locale/work-words';
import { type LossKey, type LossRow, lossesBy, lossTable, reasonKey } from '../metrics/losses';
import { minorSum } from '../metrics/populations';
import type { Slice } from '../metrics/slice';
import { units } from '../money';
import { ratio } from '../stats';
import { type Choice, chosen } from './arguments/choice';
import { sliceArguments } from './arguments/slice';
import { personName } from './arguments/who';
import { withinCapacity } from './deal-cells';
import type { FunctionDefinition } from './definition';
import { cellOf } from './output';
import type { Question } from './question';

type LossBy = LossKey | 'manager' | 'channel';

export const lossDimensions: readonly Choice<LossBy>[] = [
  { value: 'reason', ru: ['причина', 'причины', 'причинам', 'причина отказа'], en: ['reason', 'reasons', 'loss reason'] },
  { value: 'failStage', ru: ['стадия отказа', 'стадии отказа', 'куда', 'стадия'], en: ['failure stage', 'fail stage', 'lost to'] },
  { value: 'fromStage', ru: ['стадия ухода', 'стадии ухода', 'откуда', 'со стадии'], en: ['from stage', 'lost from', 'lost from stage'] },
  { value: 'manager', ru: ['менеджер', 'менеджеры', 'менеджерам', 'сотрудник', 'ответственный'], en: ['manager', 'managers', 'employee'] },
  {
    value: 'channel',
    ru: ['источник', 'источники', 'источникам', 'канал', 'каналы', 'каналам'],
    en: ['channel', 'channels', 'source', 'sources'],
  },
];

/** Lines of a table before they become one (D8). */
const CAPACITY: Readonly<Record<LossBy, number>> = { reason: 100, failStage: 100, fromStage: 100, manager: 60, channel: 100 };

const header: Readonly<Record<LossBy, Sentence>> = {
  reason: workWords.reason,
  failStage: workWords.failStage,
  fromStage: workWords.fromStage,
  manager: tableWords.manager,
  channel: workWords.channel,
};

export const lossesFunction: FunctionDefinition = {
  name: 'B24_LOSSES',
  params: ['period', 'who', 'pipeline', 'by', 'data'],
  rules: ['M18', 'M04'],
  answer: (args, question) => {
    const { labels } = question;
    const { lang } = labels;
    const slice = sliceArguments(args, labels);
    const by = chosen(args[3], 'by', lossDimensions, 'reason', labels);
    const { rows, nameOf, deals } = lossesOf(by, slice, question);
    const lost = rows.reduce((sum, { count }) => sum + count, 0);
    const cells = (name: string, own: readonly LossRow[]): Cell[] => {
      const behind = own.flatMap((row) => row.deals);
      return [name, behind.length, units(minorSum(deals, behind)), cellOf(ratio(behind.length, lost))];
    };
    return [
      [header[by], tableWords.lost, tableWords.sum, workWords.lostShare].map((word) => word[lang]),
      ...withinCapacity(
        rows,
        CAPACITY[by],
        (row) => cells(nameOf(row.key) || workWords.notSet[lang], [row]),
        (left) => cells('', left),
        labels,
      ),
      cells(tableWords.total[lang], rows),
    ];
  },
};

interface NamedLosses {
  readonly rows: readonly LossRow[];
  /** '' = nothing was set. */
  readonly nameOf: (key: string) => string;
  readonly deals: DealFacts;
}

function lossesOf(by: LossBy, slice: Slice, question: Question): NamedLosses {
  const { labels } = question;
  if (by === 'manager') {
    const facts = question.load(['deals']);
    const { deals } = facts;
    const rows = lossesBy(facts, slice, (deal) => String(deals.manager[deal] ?? 0));
    return { rows, nameOf: (key) => personName(labels, Number(key)), deals };
  }
  if (by === 'channel') {
    const facts = question.load(['deals', 'origins', 'directories']);
    const { deals, origins, directories } = facts;
    return { rows: lossesBy(facts, slice, (deal) => origins.channel[deal] ?? ''), nameOf: named(directories.sources), deals };
  }
  const facts = question.load(['deals', 'losses', 'directories']);
  const { deals, directories } = facts;
  const key = by === 'reason' ? reasonKey(directories) : by;
  const rows = lossTable(facts, slice, key);
  if (key === 'failStage') return { rows, nameOf: stageNames(directories.failStages, slice, labels), deals };
  const inProgress = labels.pipelines.flatMap(({ stages }) => stages);
  return { rows, nameOf: key === 'reason' ? (reason) => reason : stageNames(inProgress, slice, labels), deals };
}

/** Names by id; what is in no directory is called by its id. */
function named(known: readonly NamedCode[]): (id: string) => string {
  const names = new Map(known.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) || id;
}

/** The same of stages; pipelines like to call their stages alike: a name that several of those asked for have stands behind its pipeline. */
function stageNames(known: readonly NamedCode[], { pipelines: asked }: Slice, { pipelines }: Labels): (id: string) => string {
  const pipelineOf = (id: string) => pipelines.findIndex((one) => one.id === Number(/^C(\d+):/.exec(id)?.[1] ?? 0));
  const uses = new Map<string, number>();
  for (const { id, name } of known) {
    if (asked === null || asked.has(pipelineOf(id))) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  const nameOf = named(known);
  return (id) => {
    const name = nameOf(id);
    const pipeline = pipelines[pipelineOf(id)];
    return (uses.get(name) ?? 0) < 2 || pipeline === undefined ? name : `${pipeline.name}: ${name}`;
  };
}
