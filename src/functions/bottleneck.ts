// B24_BOTTLENECK: where one pipeline leaks deals, money and time, stage by stage.
import type { Cell } from '../cell';
import { tableWords } from '../locale/table-words';
import { passVerdictWords, timeVerdictWords, workWords } from '../locale/work-words';
import { bottleneck, passNorms, timeBottleneck } from '../metrics/bottleneck';
import type { Slice } from '../metrics/slice';
import { stageProbabilities } from '../metrics/stage-probabilities';
import { periodArgument } from './arguments/period';
import { onlyPipeline, pipelinesArgument } from './arguments/pipeline';
import { peopleArgument } from './arguments/who';
import type { FunctionDefinition } from './definition';
import { cellOf } from './output';
import { stageCell } from './table-cells';

const HEADERS = [
  tableWords.stage,
  tableWords.advanced,
  workWords.decided,
  tableWords.passRate,
  workWords.low,
  workWords.high,
  workWords.norm,
  workWords.verdict,
  workWords.lostDeals,
  workWords.lostMoney,
  tableWords.medianDays,
  workWords.normDays,
  workWords.timeVerdict,
  workWords.main,
] as const;

export const bottleneckFunction: FunctionDefinition = {
  name: 'B24_BOTTLENECK',
  params: ['period', 'who', 'pipeline', 'data'],
  rules: ['M16', 'M26', 'R11'],
  answer: (args, question) => {
    const { labels } = question;
    const { lang } = labels;
    const period = periodArgument(args[0], labels);
    const managers = peopleArgument(args[1], labels);
    const pipeline = onlyPipeline(pipelinesArgument(args[2], labels), labels);
    const pipelines = new Set([pipeline]);
    const slice: Slice = { period, managers, pipelines };
    const { norms } = question.inputs().inputs;
    const facts = question.load(['deals', 'cycles', 'journeys', 'stays'], { pipelines, stage: null });
    const passing = passNorms(facts, period, pipeline, norms.passShares);
    const { rows, main } = bottleneck(facts, slice, pipeline, stageProbabilities(facts, norms), passing, norms.minBottleneck);
    const times = timeBottleneck(facts, slice, pipeline, norms.minBottleneck);
    return [
      HEADERS.map((word) => word[lang]),
      ...rows.map((row): Cell[] => {
        const time = times.find(({ stage }) => stage === row.stage);
        return [
          stageCell(labels, pipeline, row.stage),
          row.k,
          row.n,
          cellOf(row.passRate),
          cellOf(row.passInterval?.low),
          cellOf(row.passInterval?.high),
          cellOf(row.norm),
          passVerdictWords[row.verdict][lang],
          row.lostDeals.length,
          cellOf(row.lostValue),
          cellOf(time?.median),
          cellOf(time?.norm),
          timeVerdictWords[time?.verdict ?? 'insufficient'][lang],
          row.stage === main ? workWords.mainMark[lang] : '',
        ];
      }),
    ];
  },
};
