// B24_DEALS and B24_REVENUE: how many deals, and for how much they were won.
import type { MetricId } from '../metrics/catalogue';
import { type Choice, chosen } from './arguments/choice';
import { dataParam, type FunctionDefinition, periodParam, pipelineParam, whoParam } from './definition';
import { metricAnswer } from './metric-answer';

type DealState = 'created' | 'won' | 'lost' | 'work' | 'open';

/** The states that people choose from. */
export const dealStates: readonly Choice<DealState>[] = [
  { value: 'created', ru: ['создано', 'создана', 'созданные', 'новые'], en: ['created', 'new'] },
  { value: 'won', ru: ['выиграно', 'выиграна', 'выигранные', 'успех'], en: ['won', 'success'] },
  { value: 'lost', ru: ['проиграно', 'проиграна', 'проигранные', 'отказ'], en: ['lost', 'failed'] },
  { value: 'work', ru: ['в работе', 'работа'], en: ['in work', 'in progress'] },
  { value: 'open', ru: ['открыто', 'открыта', 'открытые'], en: ['open'] },
];

const metricOfState: Readonly<Record<DealState, MetricId>> = {
  created: 'created',
  won: 'wonCount',
  lost: 'lostCount',
  work: 'inWorkDuring',
  open: 'openCount',
};

export const dealsFunction: FunctionDefinition = {
  name: 'B24_DEALS',
  params: [
    periodParam,
    whoParam,
    pipelineParam,
    {
      name: 'state',
      text: {
        ru: 'Состояние: "создано" (по умолчанию), "выиграно", "проиграно", "в работе" (была открыта хотя бы часть периода), "открыто" (на момент данных, период не важен).',
        en: 'State: "created" (default), "won", "lost", "in work" (open during some part of the period), "open" (as of the data, whatever the period).',
      },
    },
    dataParam,
  ],
  text: {
    ru: 'Количество сделок: созданных, выигранных или проигранных за период, бывших в работе или открытых сейчас. Сделка относится к периоду по дню создания или по дню закрытия из истории стадий.',
    en: 'Number of deals: created, won or lost in the period, in work during it, or open now. A deal belongs to a period by its creation day, or by its closing day from the stage history.',
  },
  examples: [
    { ru: '=B24_DEALS("этот месяц";"Иванова";;"выиграно";B24_DATA)', en: '=B24_DEALS("this month","Smith",,"won",B24_DATA)' },
    { ru: '=B24_DEALS("2026-Q3";A2:A15;"Продажи";"создано";B24_DATA)', en: '=B24_DEALS("2026-Q3",A2:A15,"Sales","created",B24_DATA)' },
  ],
  rules: ['M01', 'M02', 'M03', 'M04'],
  answer: (args, question) => {
    const state = chosen(args[3], 'state', dealStates, 'created', question.labels.lang);
    return metricAnswer(metricOfState[state], args, question);
  },
};

export const revenueFunction: FunctionDefinition = {
  name: 'B24_REVENUE',
  params: [periodParam, whoParam, pipelineParam, dataParam],
  text: {
    ru: 'Сумма выигранных сделок за период в базовой валюте портала. Каждая сделка пересчитана по курсу CRM и округлена до копеек, поэтому разрезы сходятся с итогом.',
    en: 'Sum of the deals won in the period, in the base currency of the portal. Every deal is converted by the CRM rate and rounded to cents, so breakdowns add up to the total.',
  },
  examples: [
    { ru: '=B24_REVENUE("прошлый месяц";"Отдел продаж";;B24_DATA)', en: '=B24_REVENUE("last month","Sales department",,B24_DATA)' },
    { ru: '=B24_REVENUE("2026";A2:A15;"все";B24_DATA)', en: '=B24_REVENUE("2026",A2:A15,"all",B24_DATA)' },
  ],
  rules: ['M05', 'R6', 'R8'],
  answer: (args, question) => metricAnswer('wonSum', args, question),
};
