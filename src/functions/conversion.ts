// B24_CONVERSION and B24_WINRATE: shares of deals that go on, are won, or are decided.
import type { Cell, Table } from '../cell';
import { KpiError } from '../errors';
import type { MetricId } from '../metrics/catalogue';
import { cohortFunnel, cohortTotals, maturity } from '../metrics/cohort-funnel';
import type { Slice } from '../metrics/slice';
import { ratio } from '../stats';
import { type Choice, choiceWord, chosen } from './arguments/choice';
import { periodArgument } from './arguments/period';
import { onlyPipeline, type Pipelines, pipelinesArgument } from './arguments/pipeline';
import { stageGiven, stageIndex } from './arguments/stage';
import { answerForWho } from './arguments/who';
import type { FunctionDefinition } from './definition';
import { metricAnswer } from './metric-answer';
import { cellOf } from './output';
import type { Question } from './question';

type ConversionMode = 'pass' | 'step' | 'cumulative' | 'win' | 'maturity';

export const conversionModes: readonly Choice<ConversionMode>[] = [
  { value: 'pass', ru: ['этап', 'этапа', 'когорта'], en: ['pass', 'stage', 'cohort'] },
  { value: 'step', ru: ['шаг', 'шаговая'], en: ['step'] },
  { value: 'cumulative', ru: ['сквозная', 'сквозной'], en: ['cumulative', 'overall'] },
  { value: 'win', ru: ['успех', 'в успех'], en: ['win', 'success'] },
  { value: 'maturity', ru: ['зрелость'], en: ['maturity'] },
];

export const conversionFunction: FunctionDefinition = {
  name: 'B24_CONVERSION',
  params: ['period', 'who', 'pipeline', 'stage', 'mode', 'data'],
  rules: ['M11', 'M12', 'R7'],
  answer: (args, question) => {
    const { labels } = question;
    const period = periodArgument(args[0], labels);
    const pipelines = pipelinesArgument(args[2], labels);
    const stage = stageGiven(args[3], labels);
    const mode = chosen(args[4], 'mode', conversionModes, 'pass', labels);
    const slice: Slice = { period, managers: null, pipelines };
    if (stage === undefined || mode === 'maturity') return wholeCohort(mode, slice, args, question);
    const pipeline = onlyPipeline(pipelines, labels);
    const index = stageIndex(stage, pipeline, labels);
    const share = ({ managers }: Slice): number | null => {
      const funnel = cohortFunnel(question.load(['deals', 'journeys']), { ...slice, managers }, pipeline);
      // The stage after the last one is "won": it has a cumulative share and nothing else.
      if (index >= funnel.rows.length) return mode === 'cumulative' ? funnel.wonRow.cumulative : null;
      const row = funnel.rows[index];
      if (!row) return null;
      return { pass: row.passRate, step: row.stepConversion, cumulative: row.cumulative, win: row.winFromStage }[mode];
    };
    return answerForWho(args[1], labels, (managers) => cellOf(share({ ...slice, managers })));
  },
};

/** Without a stage the cohorts of several pipelines are one union. */
function wholeCohort(mode: ConversionMode, slice: Slice, args: readonly unknown[], question: Question): Cell | Table {
  const { labels } = question;
  if (mode === 'step') throw stageNeeded(mode, slice.pipelines, question);
  if (mode === 'pass' || mode === 'win') return metricAnswer('cohortConversion', args, question);
  return answerForWho(args[1], labels, (managers) => {
    const totals = cohortTotals(question.load(['deals', 'journeys']), { ...slice, managers })[0];
    if (!totals) return '';
    return cellOf(mode === 'maturity' ? maturity(totals) : ratio(totals.won, totals.entered));
  });
}

function stageNeeded(mode: ConversionMode, pipelines: Pipelines, { labels }: Question): KpiError {
  const [first] = pipelines ?? [0];
  const pipeline = labels.pipelines[first ?? 0];
  return new KpiError('argument', 'argStageNeeded', {
    mode: choiceWord(conversionModes, mode, labels.lang),
    pipeline: pipeline?.name ?? '',
    stage: pipeline?.stages[0]?.name ?? '',
  });
}

export type WinRateBasis = 'count' | 'sum';

export const winRateBases: readonly Choice<WinRateBasis>[] = [
  { value: 'count', ru: ['количество', 'по количеству', 'штуки', 'шт'], en: ['count', 'by count', 'number'] },
  { value: 'sum', ru: ['сумма', 'по сумме', 'деньги'], en: ['sum', 'by sum', 'amount', 'value'] },
];

const winRateMetric: Readonly<Record<WinRateBasis, MetricId>> = { count: 'winRateCount', sum: 'winRateValue' };

export const winRateFunction: FunctionDefinition = {
  name: 'B24_WINRATE',
  params: ['period', 'who', 'pipeline', 'by', 'data'],
  rules: ['M06'],
  answer: (args, question) => metricAnswer(winRateMetric[chosen(args[3], 'by', winRateBases, 'count', question.labels)], args, question),
};
