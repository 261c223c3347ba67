// B24_CYCLE and B24_STAGE_TIME: how many days a sale takes, and how many a stage takes.
import type { MetricId } from '../metrics/catalogue';
import type { Slice } from '../metrics/slice';
import { stayStats } from '../metrics/time-in-stage';
import { type Choice, chosen } from './arguments/choice';
import { periodArgument } from './arguments/period';
import { onlyPipeline, pipelinesArgument } from './arguments/pipeline';
import { stageGiven, stageIndex } from './arguments/stage';
import { answerForWho } from './arguments/who';
import { dataParam, type FunctionDefinition, type Param, periodParam, pipelineParam, whoParam } from './definition';
import { metricAnswer } from './metric-answer';
import { type DurationStat, durationCell } from './output';

export const durationStats: readonly Choice<DurationStat>[] = [
  { value: 'median', ru: ['медиана'], en: ['median'] },
  { value: 'mean', ru: ['среднее', 'средний', 'средняя'], en: ['mean', 'average'] },
  { value: 'p90', ru: ['p90', 'р90', '90 процентиль'], en: ['p90', '90th percentile'] },
];

const statParam: Param = {
  name: 'stat',
  text: {
    ru: 'Статистика: "медиана" (по умолчанию), "среднее" или "p90" (девять из десяти не дольше).',
    en: 'Statistic: "median" (default), "mean" or "p90" (nine of ten are not longer).',
  },
};

const cycleMetric: Readonly<Record<DurationStat, MetricId>> = { median: 'cycleMedianDays', mean: 'cycleMeanDays', p90: 'cycleP90Days' };

export const cycleFunction: FunctionDefinition = {
  name: 'B24_CYCLE',
  params: [periodParam, whoParam, pipelineParam, statParam, dataParam],
  text: {
    ru: 'Цикл сделки в днях: от первого контакта (лид, звонок, встреча, письмо или создание сделки) до выигрыша, по сделкам, выигранным за период. Сделки, внесённые задним числом, не входят.',
    en: 'Sales cycle in days: from the first contact (lead, call, meeting, e-mail or the creation of the deal) to the win, over the deals won in the period. Deals entered after the fact are not in it.',
  },
  examples: [
    { ru: '=B24_CYCLE("этот квартал";;;;B24_DATA)', en: '=B24_CYCLE("this quarter",,,,B24_DATA)' },
    { ru: '=B24_CYCLE("этот год";A2:A15;;"p90";B24_DATA)', en: '=B24_CYCLE("this year",A2:A15,,"p90",B24_DATA)' },
  ],
  rules: ['M08', 'R15', 'R10'],
  answer: (args, question) =>
    metricAnswer(cycleMetric[chosen(args[3], 'stat', durationStats, 'median', question.labels.lang)], args, question),
};

export const stageTimeFunction: FunctionDefinition = {
  name: 'B24_STAGE_TIME',
  params: [
    periodParam,
    whoParam,
    pipelineParam,
    {
      name: 'stage',
      text: {
        ru: 'Стадия: название или его часть, id, номер. Нужна одна воронка. Без стадии – по всем стадиям вместе: сколько дней сделка стоит на одной стадии.',
        en: 'Stage: a name or a part of it, an id, a number. Needs one pipeline. Without a stage: over all stages together, how many days a deal stays on one stage.',
      },
    },
    statParam,
    dataParam,
  ],
  text: {
    ru: 'Сколько дней сделки проводят на стадии: все заходы сделки вместе, по сделкам, ушедшим со стадии за период. Сделки, которые ещё стоят на ней, не входят.',
    en: 'How many days deals spend on a stage: all visits of a deal together, over the deals that left the stage in the period. Deals still standing there are not in it.',
  },
  examples: [
    {
      ru: '=B24_STAGE_TIME("этот квартал";;"Продажи";"Переговоры";;B24_DATA)',
      en: '=B24_STAGE_TIME("this quarter",,"Sales","Negotiation",,B24_DATA)',
    },
    {
      ru: '=B24_STAGE_TIME("этот год";A2:A15;"Продажи";2;"p90";B24_DATA)',
      en: '=B24_STAGE_TIME("this year",A2:A15,"Sales",2,"p90",B24_DATA)',
    },
  ],
  rules: ['M15', 'R10'],
  answer: (args, question) => {
    const { labels } = question;
    const slice: Slice = { period: periodArgument(args[0], labels), managers: null, pipelines: pipelinesArgument(args[2], labels) };
    const stage = stageGiven(args[3], labels);
    const stat = chosen(args[4], 'stat', durationStats, 'median', labels.lang);
    if (stage === undefined) {
      return answerForWho(args[1], labels, (managers) =>
        durationCell(stayStats(question.load(['deals', 'stays']), { ...slice, managers })[0], stat),
      );
    }
    const pipeline = onlyPipeline(slice.pipelines, labels);
    const index = stageIndex(stage, pipeline, labels);
    const pipelines = new Set([pipeline]);
    return answerForWho(args[1], labels, (managers) =>
      durationCell(stayStats(question.load(['deals', 'stays']), { ...slice, pipelines, managers }, index)[0], stat),
    );
  },
};
