// B24_COVERAGE: whether the open deals are enough for what the plan still lacks.
import type { Cell } from '../cell';
import { planWords } from '../locale/plan-words';
import { metricRows } from '../metrics/catalogue';
import { forecastTotals } from '../metrics/forecast';
import { coverage, coverageNeeded } from '../metrics/plan-progress';
import { type Choice, chosen } from './arguments/choice';
import { answerForWho } from './arguments/who';
import type { FunctionDefinition } from './definition';
import { forEachAsked } from './metric-answer';
import { cellOf } from './output';
import { planScope, progressOf, targetOf } from './plan-scope';

type CoverageItem = 'all' | 'inPeriod' | 'needed';

export const coverageItems: readonly Choice<CoverageItem>[] = [
  { value: 'all', ru: ['покрытие', 'все открытые'], en: ['coverage', 'all'] },
  { value: 'inPeriod', ru: ['в периоде', 'за период', 'в этом периоде'], en: ['in period', 'in the period'] },
  { value: 'needed', ru: ['нужно', 'нужное', 'норма'], en: ['needed', 'required'] },
];

export const coverageFunction: FunctionDefinition = {
  name: 'B24_COVERAGE',
  params: ['period', 'who', 'pipeline', 'what', 'data'],
  rules: ['M32', 'M27', 'M28', 'M06'],
  answer: (args, question) => {
    const { labels } = question;
    const scope = planScope(args, 'wonSum', question);
    const what = chosen(args[3], 'what', coverageItems, 'all', labels);
    const values = forEachAsked(args[1], labels, scope.slice, (slice, grouping) => {
      const rows = metricRows(question.load(['deals']), slice, ['wonSum', 'openSum', 'winRateValue'], grouping);
      // Amounts due need no probabilities.
      const due = what === 'inPeriod' ? forecastTotals(question.load(['deals', 'cards']), slice, [], grouping) : [];
      return rows.map(([won = null, open = null, rate = null], group) => ({ won, open: due[group]?.dueSum ?? open, rate }));
    });
    return answerForWho(args[1], labels, (people, owners): Cell => {
      const found = values(people);
      if (found === undefined) return '';
      if (what === 'needed') return cellOf(coverageNeeded(found.rate));
      const covered = coverage(found.open ?? 0, progressOf(scope, targetOf(scope, owners), found.won).gap);
      return covered === 'plan_met' ? planWords.planMet[labels.lang] : cellOf(covered);
    });
  },
};
