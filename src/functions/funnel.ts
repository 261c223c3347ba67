// B24_FUNNEL: the funnel of one pipeline as a table; stages in the order of the pipeline, the last row is "won".
import type { Cell } from '../cell';
import type { Labels } from '../facts/facts';
import { tableWords } from '../locale/table-words';
import { cohortFunnel } from '../metrics/cohort-funnel';
import { flowFunnel } from '../metrics/flow-funnel';
import type { Slice } from '../metrics/slice';
import { snapshotFunnel } from '../metrics/snapshot-funnel';
import { type StageTime, timeInStage } from '../metrics/time-in-stage';
import { type Choice, chosen } from './arguments/choice';
import { periodArgument } from './arguments/period';
import { onlyPipeline, pipelinesArgument } from './arguments/pipeline';
import { peopleArgument } from './arguments/who';
import type { FunctionDefinition } from './definition';
import { cellOf } from './output';
import type { Question } from './question';

type FunnelMode = 'cohort' | 'flow' | 'snapshot';

export const funnelModes: readonly Choice<FunnelMode>[] = [
  { value: 'cohort', ru: ['когорта', 'когортная'], en: ['cohort'] },
  { value: 'flow', ru: ['поток', 'потоковая'], en: ['flow'] },
  { value: 'snapshot', ru: ['снимок', 'сейчас'], en: ['snapshot', 'now'] },
];

/** Columns of the table, by their words. */
export const FUNNEL_COLUMNS = [
  'stage',
  'entered',
  'sum',
  'advanced',
  'lost',
  'open',
  'transferred',
  'passRate',
  'step',
  'cumulative',
  'lossShare',
  'medianDays',
] as const;

type FunnelColumn = (typeof FUNNEL_COLUMNS)[number];
type FunnelLine = Readonly<Partial<Record<FunnelColumn, number | null>>>;

export const funnelFunction: FunctionDefinition = {
  name: 'B24_FUNNEL',
  params: ['period', 'who', 'pipeline', 'mode', 'data'],
  rules: ['M11', 'M12', 'M13', 'M14', 'M15', 'R7'],
  answer: (args, question) => {
    const { labels } = question;
    const period = periodArgument(args[0], labels);
    const managers = peopleArgument(args[1], labels);
    const pipeline = onlyPipeline(pipelinesArgument(args[2], labels), labels);
    const mode = chosen(args[3], 'mode', funnelModes, 'cohort', labels);
    const slice: Slice = { period, managers, pipelines: new Set([pipeline]) };
    const lines = { cohort: cohortLines, flow: flowLines, snapshot: snapshotLines }[mode](slice, pipeline, question);
    return [FUNNEL_COLUMNS.map((column) => tableWords[column][labels.lang]), ...lines.map((line) => row(line, pipeline, labels))];
  },
};

function cohortLines(slice: Slice, pipeline: number, question: Question): FunnelLine[] {
  const facts = question.load(['deals', 'journeys', 'stays'], { pipelines: slice.pipelines, stage: null });
  const { rows, wonRow } = cohortFunnel(facts, slice, pipeline);
  const times = timeInStage(facts, slice, pipeline);
  return [
    ...rows.map((line) => ({
      stage: line.stage,
      entered: line.reached,
      sum: line.sum,
      advanced: line.advanced,
      lost: line.lost,
      open: line.open,
      transferred: line.transferred,
      passRate: line.passRate,
      step: line.stepConversion,
      cumulative: line.cumulative,
      lossShare: line.lossShare,
      medianDays: medianAt(times, line.stage),
    })),
    { entered: wonRow.reached, sum: wonRow.sum, cumulative: wonRow.cumulative },
  ];
}

function flowLines(slice: Slice, pipeline: number, question: Question): FunnelLine[] {
  const facts = question.load(['deals', 'journeys', 'stays'], { pipelines: slice.pipelines, stage: null });
  const { reached, won } = flowFunnel(facts, slice, pipeline);
  const times = timeInStage(facts, slice, pipeline);
  return [...reached.map((entered, stage) => ({ stage, entered, medianDays: medianAt(times, stage) })), { entered: won }];
}

/** Open deals only: the last row is there for the shape, and empty. */
function snapshotLines(slice: Slice, pipeline: number, question: Question): FunnelLine[] {
  const rows = snapshotFunnel(question.load(['deals', 'stays'], { pipelines: slice.pipelines, stage: null }), slice, pipeline);
  return [...rows.map(({ stage, count, sum, medianAge }) => ({ stage, entered: count, sum, open: count, medianDays: medianAge })), {}];
}

function medianAt(times: readonly StageTime[], stage: number): number | null {
  return times.find((time) => time.stage === stage)?.median ?? null;
}

function row(line: FunnelLine, pipeline: number, labels: Labels): Cell[] {
  return FUNNEL_COLUMNS.map((column) => (column === 'stage' ? stageName(line.stage, pipeline, labels) : cellOf(line[column])));
}

/** Without an index the line is "won"; −1 gathers the deleted stages. */
function stageName(stage: number | null | undefined, pipeline: number, labels: Labels): string {
  const known = labels.pipelines[pipeline];
  if (typeof stage !== 'number') return known?.wonName ?? '';
  return stage < 0 ? tableWords.deletedStages[labels.lang] : (known?.stages[stage]?.name ?? '');
}
