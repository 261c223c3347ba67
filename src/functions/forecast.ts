// B24_FORECAST: what the period will bring, by the stages of open deals or by the pace so far, and the range of both.
import { metricOf, metricRows } from '../metrics/catalogue';
import { type ForecastTotals, forecastRange, forecastTotals } from '../metrics/forecast';
import { runRate } from '../metrics/plan-progress';
import { type PipelineProbabilities, stageProbabilities } from '../metrics/stage-probabilities';
import { type Choice, chosen } from './arguments/choice';
import { answerForWho } from './arguments/who';
import type { FunctionDefinition } from './definition';
import { forEachAsked } from './metric-answer';
import { cellOf } from './output';
import { daysOf, planScope } from './plan-scope';
import type { Question } from './question';

type ForecastMethod = 'stages' | 'pace' | 'low' | 'high' | 'won' | 'weighted' | 'overdue';

export const forecastMethods: readonly Choice<ForecastMethod>[] = [
  { value: 'stages', ru: ['стадии', 'по стадиям', 'стадиям', 'по воронке'], en: ['stages', 'by stages', 'pipeline'] },
  { value: 'pace', ru: ['темп', 'по темпу', 'темпу'], en: ['pace', 'run-rate', 'run rate'] },
  { value: 'low', ru: ['нижний', 'нижняя', 'минимум'], en: ['low', 'lower', 'minimum'] },
  { value: 'high', ru: ['верхний', 'верхняя', 'максимум'], en: ['high', 'upper', 'maximum'] },
  { value: 'won', ru: ['выиграно', 'факт'], en: ['won', 'fact'] },
  { value: 'weighted', ru: ['взвешенная', 'взвешенная воронка', 'взвешенно'], en: ['weighted', 'weighted pipeline'] },
  { value: 'overdue', ru: ['просрочено', 'просроченные', 'просроченная'], en: ['overdue'] },
];

export const forecastFunction: FunctionDefinition = {
  name: 'B24_FORECAST',
  params: ['period', 'who', 'pipeline', 'method', 'data'],
  rules: ['M26', 'M27', 'M30'],
  answer: (args, question) => {
    const { labels } = question;
    const scope = planScope(args, 'wonSum', question);
    const { slice, inputs } = scope;
    const method = chosen(args[3], 'method', forecastMethods, 'stages', labels);
    const days = daysOf(slice.period, scope);
    const paced = (won: number | null) => runRate(won, metricOf('wonSum'), days, inputs.settings.minElapsedDays);
    // Neither needs a probability, and what that is computed from is large.
    if (method === 'won' || method === 'pace') {
      const values = forEachAsked(args[1], labels, slice, (part, grouping) =>
        metricRows(question.load(['deals']), part, ['wonSum'], grouping),
      );
      return answerForWho(args[1], labels, (people) => {
        const won = values(people)?.[0] ?? null;
        return cellOf(method === 'won' ? won : paced(won));
      });
    }
    const given = onceProbabilities(question);
    const totals = forEachAsked(args[1], labels, slice, (part, grouping) =>
      forecastTotals(question.load(['deals', 'cards']), part, given(), grouping),
    );
    return answerForWho(args[1], labels, (people) => {
      const found = totals(people);
      return found === undefined ? '' : cellOf(forecastValue(method, found, paced(found.won)));
    });
  },
};

function forecastValue(method: Exclude<ForecastMethod, 'won' | 'pace'>, totals: ForecastTotals, pace: number | null): number {
  if (method === 'low' || method === 'high') return forecastRange(pace, totals.total)[method];
  return method === 'stages' ? totals.total : totals[method];
}

/** Probabilities of the stages (M26), from everybody's deals: computed when first asked for. */
function onceProbabilities(question: Question): () => readonly PipelineProbabilities[] {
  let found: readonly PipelineProbabilities[] | null = null;
  return () => {
    found = found ?? stageProbabilities(question.load(['deals', 'cycles', 'journeys']), question.inputs().inputs.norms);
    return found;
  };
}
