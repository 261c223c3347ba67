// B24_WHATIF: what a better stage would bring, for one stage or for each of them.
import type { Cell } from '../cell';
import { tableWords } from '../locale/table-words';
import { workWords } from '../locale/work-words';
import { averageCheque } from '../metrics/cheque';
import { cohortFunnel } from '../metrics/cohort-funnel';
import { dealTotals } from '../metrics/deals';
import type { Slice } from '../metrics/slice';
import { whatIf } from '../metrics/what-if';
import { periodArgument } from './arguments/period';
import { onlyPipeline, pipelinesArgument } from './arguments/pipeline';
import { pointsArgument } from './arguments/points';
import { processStageIndex, stageGiven } from './arguments/stage';
import { peopleArgument } from './arguments/who';
import type { FunctionDefinition } from './definition';
import { cellOf } from './output';
import { stageCell } from './table-cells';

const HEADERS = [
  tableWords.stage,
  workWords.rateNow,
  workWords.rateNew,
  workWords.baseWins,
  workWords.newWins,
  workWords.deltaWins,
  workWords.deltaRevenue,
] as const;

export const whatIfFunction: FunctionDefinition = {
  name: 'B24_WHATIF',
  params: ['period', 'who', 'pipeline', 'stage', 'points', 'data'],
  rules: ['M19', 'M11', 'M07'],
  answer: (args, question) => {
    const { labels } = question;
    const period = periodArgument(args[0], labels);
    const managers = peopleArgument(args[1], labels);
    const pipeline = onlyPipeline(pipelinesArgument(args[2], labels), labels);
    const given = stageGiven(args[3], labels);
    const only = given === undefined ? null : processStageIndex(given, pipeline, labels);
    const points = pointsArgument(args[4], labels);
    const slice: Slice = { period, managers, pipelines: new Set([pipeline]) };
    const facts = question.load(['deals', 'journeys']);
    const funnel = cohortFunnel(facts, slice, pipeline);
    const [totals] = dealTotals(facts, slice);
    const cheque = totals === undefined ? null : averageCheque(totals);
    return [
      HEADERS.map((word) => word[labels.lang]),
      ...funnel.rows
        .filter(({ stage }) => only === null || stage === only)
        .map(({ stage, passRate }): Cell[] => {
          const found = whatIf(funnel, stage, points, cheque);
          return [
            stageCell(labels, pipeline, stage),
            cellOf(passRate),
            cellOf(passRate === null ? null : Math.min(1, passRate + points)),
            cellOf(found?.baseWins),
            cellOf(found?.newWins),
            cellOf(found?.deltaWins),
            cellOf(found?.deltaRevenue),
          ];
        }),
    ];
  },
};
