// B24_SCORE: the KPI score of one person, or a table of people with the parts of their scores.
import type { Cell, Table } from '../cell';
import { KpiError } from '../errors';
import type { Labels } from '../facts/facts';
import type { KpiItem } from '../inputs/kpi-set';
import { payWords } from '../locale/pay-words';
import { tableWords } from '../locale/table-words';
import { groupingByManager } from '../metrics/grouping';
import { kpiItemsOf, scores, scoreTables } from '../metrics/pay';
import type { Score, ScoreRow } from '../metrics/score';
import type { Slice } from '../metrics/slice';
import { isBlock } from './arguments/given';
import { periodArgument } from './arguments/period';
import { pipelinesArgument } from './arguments/pipeline';
import { type Asked, answerForWho, askedPeople, type People, personName } from './arguments/who';
import type { FunctionDefinition } from './definition';
import { MANAGER_CAPACITY } from './kpi-table';
import { metricName, metricNamed } from './metric-names';
import { cellOf } from './output';
import type { Question } from './question';
import { shownPeople } from './table-cells';

interface Person {
  readonly index: number;
  readonly score: Score;
}

export const scoreFunction: FunctionDefinition = {
  name: 'B24_SCORE',
  params: ['period', 'who', 'pipeline', 'data'],
  rules: ['M35'],
  answer: (args, question) => {
    const { labels } = question;
    const base: Slice = { period: periodArgument(args[0], labels), managers: null, pipelines: pipelinesArgument(args[2], labels) };
    if (isBlock(args[1])) {
      let all: ReadonlyMap<number, Score> | null = null;
      return answerForWho(args[1], labels, (people) => {
        const index = onePerson(people, labels);
        all = all ?? scoresOf(base, null, question);
        return cellOf(all.get(index)?.score);
      });
    }
    const asked = askedPeople(args[1], labels);
    const [only, another] = asked.owners;
    const found = scoresOf(base, asked.people, question);
    if (only?.scope === 'manager' && another === undefined) return cellOf(found.get(onePerson(asked.people, labels))?.score);
    return table(found, asked, question);
  },
};

/** Scores of whoever has a KPI set, by index. */
function scoresOf(base: Slice, people: People, question: Question): Map<number, Score> {
  const { labels } = question;
  const { inputs } = question.inputs();
  const items = new Map<number, readonly KpiItem[]>();
  labels.managers.forEach((_, index) => {
    const own = people === null || people.has(index) ? kpiItemsOf(inputs, labels, index) : [];
    if (own.length > 0) items.set(index, own);
  });
  if (items.size === 0) return new Map();
  const facts = question.load(scoreTables([...items.values()].flat()));
  const found = scores(facts, { ...base, managers: new Set(items.keys()) }, groupingByManager(facts), (index) => items.get(index) ?? []);
  return new Map([...items.keys()].flatMap((index) => (found[index] ? [[index, found[index]] as const] : [])));
}

/** A set is of one person: many have no score together (M35). */
function onePerson(people: People, labels: Labels): number {
  const [only] = people ?? [];
  if (people?.size === 1 && only !== undefined) return only;
  const count = people?.size ?? labels.managers.length - 1;
  throw new KpiError('argument', 'argScorePerson', { found: shownPeople({ managers: people }, labels), count });
}

/** One line per KPI, the best score first; the score stands in the first line of its person, so that a column of scores adds nobody twice. */
function table(found: ReadonlyMap<number, Score>, asked: Asked, question: Question): Table {
  const { labels } = question;
  const { lang } = labels;
  const { score, item, weight, target, fact, attainment, counted, nobodyScored } = payWords;
  const header = [tableWords.manager, score, item, weight, target, fact, attainment, counted].map((word): Cell => word[lang]);
  const blank = header.map((): Cell => '');
  const people = [...found]
    .map(([index, own]): Person => ({ index, score: own }))
    .filter((person) => isShown(person, asked, question))
    .sort((a, b) => (b.score.score ?? Number.NEGATIVE_INFINITY) - (a.score.score ?? Number.NEGATIVE_INFINITY) || a.index - b.index);
  if (people.length === 0) return [header, [nobodyScored[lang], ...blank.slice(1)]];
  const shown = people.length > MANAGER_CAPACITY ? people.slice(0, MANAGER_CAPACITY - 1) : people;
  const lines = shown.flatMap((person) => person.score.rows.map((row, at) => line(person, row, at === 0, labels)));
  const more = people.length - shown.length;
  return [header, ...lines, ...(more > 0 ? [[tableWords.more[lang].replace('{count}', String(more)), ...blank.slice(1)]] : [])];
}

function line({ index, score }: Person, { item, fact, raw, counted }: ScoreRow, first: boolean, labels: Labels): Cell[] {
  const metric = metricNamed(item.metric, labels.lang);
  const name = 'id' in metric ? metricName(metric.id, labels.lang) : item.metric;
  const total = first ? cellOf(score.score) : '';
  return [personName(labels, index), total, name, item.weight, item.target, cellOf(fact), cellOf(raw), cellOf(counted)];
}

/** People at work, whoever was named, and those who left when they have anything to show (R12). */
function isShown({ index, score }: Person, { owners }: Asked, { labels, inputs }: Question): boolean {
  const known = labels.managers[index];
  if (known === undefined) return false;
  const isOwn = ({ scope, id }: { readonly scope: string; readonly id: number | null }) => scope === 'manager' && id === known.id;
  if (owners.some(isOwn) || score.rows.some(({ fact }) => fact !== null && fact !== 0)) return true;
  return known.active && (known.hasDeals || inputs().inputs.kpiSets.some(({ owner }) => isOwn(owner)));
}
