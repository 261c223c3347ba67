// B24_ACTIVITY: calls, meetings, letters, tasks and to-dos done by people: in all, a day, a deal, or against the norm.
import type { Cell } from '../cell';
import { KpiError } from '../errors';
import type { Labels } from '../facts/facts';
import { ACTIVITY_KINDS, type ActivityKind } from '../facts/side-tables';
import { type ActivityTotals, activityCount, activityTotals, normShare, togetherTotals } from '../metrics/activities';
import { type DealTotals, dealTotals } from '../metrics/deals';
import { groupingByManager } from '../metrics/grouping';
import type { Slice } from '../metrics/slice';
import { daysOfPeriod } from '../metrics/working-days';
import { ratio } from '../stats';
import { type Choice, chosen } from './arguments/choice';
import { cellValue, filledCells, isBlock, shown } from './arguments/given';
import { periodArgument } from './arguments/period';
import { pipelinesArgument } from './arguments/pipeline';
import { answerForWho, type People } from './arguments/who';
import type { FunctionDefinition } from './definition';
import { cellOf } from './output';
import type { Question } from './question';

export const activityKinds: readonly Choice<ActivityKind | 'all'>[] = [
  { value: 'all', ru: ['все', 'всё', 'всего', 'любые', 'активности'], en: ['all', 'any', 'activities'] },
  { value: 'calls', ru: ['звонки', 'звонок', 'звонков', 'звонкам'], en: ['calls', 'call', 'phone calls'] },
  { value: 'meetings', ru: ['встречи', 'встреча', 'встреч', 'встречам'], en: ['meetings', 'meeting'] },
  {
    value: 'emails',
    ru: ['письма', 'письмо', 'писем', 'письмам', 'почта'],
    en: ['e-mails', 'e-mail', 'emails', 'email', 'letters', 'mail'],
  },
  { value: 'tasks', ru: ['задачи', 'задача', 'задач', 'задачам'], en: ['tasks', 'task'] },
  { value: 'todos', ru: ['дела', 'дело', 'дел', 'делам'], en: ['to-dos', 'to-do', 'todos', 'todo'] },
];

type ActivityMeasure = 'total' | 'day' | 'deal' | 'norm';

export const activityMeasures: readonly Choice<ActivityMeasure>[] = [
  { value: 'total', ru: ['всего', 'период', 'за период', 'итого'], en: ['total', 'period', 'in all'] },
  { value: 'day', ru: ['день', 'в день', 'рабочий день', 'за день', 'дни'], en: ['day', 'per day', 'working day', 'a day'] },
  { value: 'deal', ru: ['сделку', 'сделка', 'на сделку', 'сделки', 'на одну сделку'], en: ['deal', 'per deal', 'a deal'] },
  {
    value: 'norm',
    ru: ['норма', 'норму', 'норме', 'к норме', 'доля нормы', 'выполнение нормы'],
    en: ['norm', 'share of norm', 'against norm'],
  },
];

export const activityFunction: FunctionDefinition = {
  name: 'B24_ACTIVITY',
  params: ['period', 'who', 'pipeline', 'kind', 'per', 'data'],
  rules: ['M37', 'M02', 'R14'],
  answer: (args, question) => {
    const { labels } = question;
    const period = periodArgument(args[0], labels);
    refusePipelines(args[2], labels);
    const kind = chosen(args[3], 'kind', activityKinds, 'all', labels);
    const per = chosen(args[4], 'per', activityMeasures, 'total', labels);
    const kinds = kind === 'all' ? ACTIVITY_KINDS : [kind];
    const everybody: Slice = { period, managers: null, pipelines: null };
    let byManager: ((people: People) => Cell) | null = null;
    return answerForWho(args[1], labels, (people) => {
      byManager = byManager ?? measures[per](everybody, kinds, question);
      return byManager(people);
    });
  },
};

/** Activities belong to people: a pipeline named in the formula would be a promise not kept. "All" promises nothing. */
function refusePipelines(raw: unknown, labels: Labels): void {
  const given = isBlock(raw) ? filledCells(raw)[0] : cellValue(raw);
  if (given === undefined || pipelinesArgument(raw, labels) === null) return;
  throw new KpiError('argument', 'argPipelinePeople', { found: shown(given, labels) });
}

/** Each reads the tables once and then answers for anybody. */
type Measure = (slice: Slice, kinds: readonly ActivityKind[], question: Question) => (people: People) => Cell;

const measures: Readonly<Record<ActivityMeasure, Measure>> = {
  total: (slice, kinds, question) => {
    const totals = totalsByManager(slice, question);
    return (people) => activityCount(togetherTotals(ofPeople(totals, people)), kinds);
  },
  day: (slice, kinds, question) => {
    const totals = totalsByManager(slice, question);
    const days = elapsedDays(slice, question);
    return (people) => cellOf(ratio(activityCount(togetherTotals(ofPeople(totals, people)), kinds), days));
  },
  deal: (slice, kinds, question) => {
    const totals = totalsByManager(slice, question);
    const facts = question.load(['deals']);
    const deals = dealTotals(facts, slice, groupingByManager(facts));
    return (people) => {
      const inWork = ofPeople(deals, people).reduce((sum, own: DealTotals) => sum + own.inWorkDuring, 0);
      return cellOf(ratio(activityCount(togetherTotals(ofPeople(totals, people)), kinds), inWork));
    };
  },
  norm: (slice, kinds, question) => {
    const totals = totalsByManager(slice, question);
    const days = elapsedDays(slice, question);
    const norms = question.inputs().inputs.norms.activities;
    const present = totals.map((own, index) => isPresent(own, index, question.labels));
    return (people) => {
      // A person asked for by name owes the norm even without a trace of work.
      const heads = people?.size === 1 && !people.has(0) ? 1 : ofPeople(present, people).filter((is) => is).length;
      return cellOf(normShare(togetherTotals(ofPeople(totals, people)), kinds, norms, days, heads));
    };
  },
};

function totalsByManager(slice: Slice, question: Question): ActivityTotals[] {
  const facts = question.load(['activities']);
  return activityTotals(facts, slice, groupingByManager(facts));
}

function elapsedDays({ period }: Slice, { labels, inputs }: Question): number {
  const { calendar, settings } = inputs().inputs;
  return daysOfPeriod(period, labels.asOfDay, calendar, settings.countToday).elapsed;
}

/** Who owes a norm in a department: whoever works here and has deals, and whoever did anything in the period. */
function isPresent(totals: ActivityTotals, index: number, { managers }: Labels): boolean {
  const manager = managers[index];
  if (index === 0 || manager === undefined) return false;
  return (manager.active && manager.hasDeals) || activityCount(totals, ACTIVITY_KINDS) > 0;
}

function ofPeople<T>(byManager: readonly T[], people: People): T[] {
  return people === null ? [...byManager] : [...people].flatMap((index) => byManager[index] ?? []);
}
