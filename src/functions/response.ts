// B24_RESPONSE: how soon new leads and deals get their first contact.
import type { Cell } from '../cell';
import { groupingByManager } from '../metrics/grouping';
import { type ResponseSlice, type ResponseStats, responseStats } from '../metrics/response';
import { type Choice, chosen } from './arguments/choice';
import { cellValue, filledCells, isBlock } from './arguments/given';
import { periodArgument } from './arguments/period';
import { pipelinesArgument } from './arguments/pipeline';
import { answerForWho } from './arguments/who';
import type { FunctionDefinition } from './definition';
import { cellOf } from './output';

export const responseMeasures: readonly Choice<keyof ResponseStats>[] = [
  { value: 'median', ru: ['медиана'], en: ['median'] },
  { value: 'mean', ru: ['среднее', 'средний', 'средняя'], en: ['mean', 'average'] },
  { value: 'p90', ru: ['p90', 'р90', '90 процентиль'], en: ['p90', '90th percentile'] },
  {
    value: 'withinNorm',
    ru: ['доля в норме', 'в норме', 'норма', 'доля'],
    en: ['within norm', 'share within norm', 'norm', 'share'],
  },
  { value: 'count', ru: ['количество', 'обращения', 'обращений', 'всего'], en: ['count', 'requests', 'number', 'total'] },
  { value: 'unanswered', ru: ['без ответа', 'без контакта', 'неотвеченные'], en: ['unanswered', 'no answer', 'without contact'] },
];

export const responseFunction: FunctionDefinition = {
  name: 'B24_RESPONSE',
  params: ['period', 'who', 'pipeline', 'stat', 'data'],
  rules: ['R15', 'R10', 'R12'],
  answer: (args, question) => {
    const { labels } = question;
    const period = periodArgument(args[0], labels);
    const pipelines = pipelinesArgument(args[2], labels);
    const named = (isBlock(args[2]) ? filledCells(args[2])[0] : cellValue(args[2])) !== undefined;
    // A pipeline named in the formula asks for its deals; the pipelines chosen once in the settings do not drop the leads.
    const base: ResponseSlice = { period, managers: null, pipelines, leads: pipelines === null || !named };
    const stat = chosen(args[3], 'stat', responseMeasures, 'median', labels);
    const asked = Array.isArray(args[1]);
    let byManager: ResponseStats[] | null = null;
    return answerForWho(args[1], labels, (people): Cell => {
      const facts = question.load(['responses']);
      const { responseHours } = question.inputs().inputs.norms;
      const [only] = people ?? [];
      // A column of names is answered by one pass over the facts.
      if (asked && people?.size === 1 && only !== undefined) {
        byManager = byManager ?? responseStats(facts, base, responseHours, groupingByManager(facts));
        return cellOf(byManager[only]?.[stat]);
      }
      return cellOf(responseStats(facts, { ...base, managers: people }, responseHours)[0]?.[stat]);
    });
  },
};
