// B24_PLANFACT: everything that follows from it and its fact.
import type { Cell, Lang } from '../cell';
import { planStatusWords } from '../locale/plan-words';
import { metricRows, tablesOf } from '../metrics/catalogue';
import { dealsNeeded, type PlanProgress } from '../metrics/plan-progress';
import { type Choice, chosen } from './arguments/choice';
import { answerForWho } from './arguments/who';
import type { FunctionDefinition } from './definition';
import { forEachAsked } from './metric-answer';
import { metricArgument } from './metric-names';
import { cellOf } from './output';
import { type PlanScope, planScope, progressOf, targetOf } from './plan-scope';

/** What a plan and its fact tell by themselves. */
export type ProgressItem = keyof PlanProgress;
type PlanFactItem = ProgressItem | 'deals' | 'newDeals';

export const planFactItems: readonly Choice<PlanFactItem>[] = [
  { value: 'attainment', ru: ['выполнение', 'выполнение плана', '% выполнения', '%'], en: ['attainment', 'completion', '%'] },
  { value: 'target', ru: ['план', 'цель'], en: ['plan', 'target'] },
  { value: 'fact', ru: ['факт'], en: ['fact', 'actual'] },
  { value: 'deviation', ru: ['отклонение', 'отклонение от плана'], en: ['deviation', 'variance'] },
  { value: 'planToDate', ru: ['план на дату', 'план на сегодня', 'план к дате'], en: ['plan to date'] },
  {
    value: 'planToDateCalendar',
    ru: ['план на дату по календарю', 'план на дату календарный'],
    en: ['plan to date by calendar', 'calendar plan to date'],
  },
  { value: 'attainmentToDate', ru: ['выполнение на дату', 'выполнение к дате', '% на дату'], en: ['attainment to date', '% to date'] },
  { value: 'status', ru: ['статус', 'светофор'], en: ['status'] },
  { value: 'runRate', ru: ['прогноз', 'прогноз по темпу', 'темп'], en: ['forecast', 'run-rate', 'run rate'] },
  { value: 'runRateAttainment', ru: ['прогноз %', 'прогноз выполнения', '% прогноза'], en: ['forecast %', 'forecast attainment'] },
  { value: 'gap', ru: ['осталось', 'остаток', 'не хватает'], en: ['left', 'gap', 'remaining'] },
  { value: 'requiredPerDay', ru: ['нужно в день', 'в день'], en: ['needed per day', 'per day', 'required per day'] },
  { value: 'deals', ru: ['нужно сделок', 'сделок'], en: ['deals needed', 'deals'] },
  { value: 'newDeals', ru: ['нужно новых сделок', 'новых сделок'], en: ['new deals needed', 'new deals'] },
];

export const planFactFunction: FunctionDefinition = {
  name: 'B24_PLANFACT',
  params: ['period', 'who', 'pipeline', 'metric', 'what', 'data'],
  rules: ['M28', 'M29', 'M30', 'M31', 'R14'],
  answer: (args, question) => {
    const { labels } = question;
    const id = metricArgument(args[3], 'metric', 'wonSum', labels);
    const scope = planScope(args, id, question);
    const what = chosen(args[4], 'what', planFactItems, 'attainment', labels);
    const ids = what === 'deals' || what === 'newDeals' ? ([id, 'wonCount', 'lostCount'] as const) : [id];
    const values = forEachAsked(args[1], labels, scope.slice, (slice, grouping) =>
      metricRows(question.load(tablesOf(ids)), slice, ids, grouping),
    );
    return answerForWho(args[1], labels, (people, owners) => {
      const target = targetOf(scope, owners);
      if (what === 'target') return cellOf(target);
      const [fact, won, lost] = values(people) ?? [];
      const progress = progressOf(scope, target, fact ?? null);
      if (what !== 'deals' && what !== 'newDeals') return progressCell(progress, what, labels.lang);
      return dealsCell(scope, progress, won ?? 0, lost ?? 0, what);
    });
  },
};

/** One thing of a plan as a cell; a status is a word, so that it does not stand on colour alone. */
export function progressCell(progress: PlanProgress, item: ProgressItem, lang: Lang): Cell {
  if (item !== 'status') return cellOf(progress[item]);
  return planStatusWords[progress.status === 'grey' && !progress.target ? 'noPlan' : progress.status][lang];
}

/** M31: how many deals close the gap of a sum or of a number of wins; no other metric is made of wins. */
function dealsCell({ metric }: PlanScope, { gap, fact }: PlanProgress, won: number, lost: number, what: 'deals' | 'newDeals'): Cell {
  if (metric.id !== 'wonSum' && metric.id !== 'wonCount') return '';
  return cellOf(dealsNeeded(gap, fact ?? 0, won, lost)?.[what]);
}
