// B24_CYCLE and B24_STAGE_TIME: how many days a sale takes, and how many a stage takes.
import type { MetricId } from '../metrics/catalogue';
import type { Slice } from '../metrics/slice';
import { stayStats } from '../metrics/time-in-stage';
import { type Choice, chosen } from './arguments/choice';
import { periodArgument } from './arguments/period';
import { onlyPipeline, pipelinesArgument } from './arguments/pipeline';
import { stageGiven, stageIndex } from './arguments/stage';
import { answerForWho } from './arguments/who';
import type { FunctionDefinition } from './definition';
import { metricAnswer } from './metric-answer';
import { type DurationStat, durationCell } from './output';

export const durationStats: readonly Choice<DurationStat>[] = [
  { value: 'median', ru: ['медиана'], en: ['median'] },
  { value: 'mean', ru: ['среднее', 'средний', 'средняя'], en: ['mean', 'average'] },
  { value: 'p90', ru: ['p90', 'р90', '90 процентиль'], en: ['p90', '90th percentile'] },
];

const cycleMetric: Readonly<Record<DurationStat, MetricId>> = { median: 'cycleMedianDays', mean: 'cycleMeanDays', p90: 'cycleP90Days' };

export const cycleFunction: FunctionDefinition = {
  name: 'B24_CYCLE',
  params: ['period', 'who', 'pipeline', 'stat', 'data'],
  rules: ['M08', 'R15', 'R10'],
  answer: (args, question) => metricAnswer(cycleMetric[chosen(args[3], 'stat', durationStats, 'median', question.labels)], args, question),
};

export const stageTimeFunction: FunctionDefinition = {
  name: 'B24_STAGE_TIME',
  params: ['period', 'who', 'pipeline', 'stage', 'stat', 'data'],
  rules: ['M15', 'R10'],
  answer: (args, question) => {
    const { labels } = question;
    const slice: Slice = { period: periodArgument(args[0], labels), managers: null, pipelines: pipelinesArgument(args[2], labels) };
    const stage = stageGiven(args[3], labels);
    const stat = chosen(args[4], 'stat', durationStats, 'median', labels);
    if (stage === undefined) {
      return answerForWho(args[1], labels, (managers) =>
        durationCell(
          stayStats(question.load(['deals', 'stays'], { pipelines: slice.pipelines, stage: null }), { ...slice, managers })[0],
          stat,
        ),
      );
    }
    const pipeline = onlyPipeline(slice.pipelines, labels);
    const index = stageIndex(stage, pipeline, labels);
    const pipelines = new Set([pipeline]);
    return answerForWho(args[1], labels, (managers) =>
      durationCell(
        stayStats(question.load(['deals', 'stays'], { pipelines, stage: index }), { ...slice, pipelines, managers }, index)[0],
        stat,
      ),
    );
  },
};
