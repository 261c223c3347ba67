// B24_EXPLAIN: the rule of a number in a sentence, and the records it is made of, added up.
import type { Cell } from '../cell';
import type { FactTableName, Labels } from '../facts/facts';
import { tableWords } from '../locale/table-words';
import { workWords } from '../locale/work-words';
import { type MetricId, metricOf, metricRows } from '../metrics/catalogue';
import type { LoadedFacts } from '../metrics/grouping';
import { type Proof, type ProofHow, proofOf } from '../metrics/proof';
import type { Slice } from '../metrics/slice';
import { units } from '../money';
import { sliceArguments } from './arguments/slice';
import { personName } from './arguments/who';
import { DEAL_CAPACITY, dealLink, leadLink, withinCapacity } from './deal-cells';
import type { FunctionDefinition } from './definition';
import { metricArgument, metricMeaning, metricName } from './metric-names';
import { cellOf } from './output';
import type { Question } from './question';
import { dayCell, shownPeople, shownPipelines, shownRange, shownValue, sumCell } from './table-cells';

const hows = {
  sum: workWords.howSum,
  ratio: workWords.howRatio,
  median: workWords.howMedian,
  p90: workWords.howP90,
  velocity: workWords.howVelocity,
} as const satisfies Record<ProofHow, unknown>;

const days = { created: workWords.createdOn, closed: workWords.closedOn, entered: workWords.enteredOn, done: workWords.doneOn } as const;

/** Factors of the velocity besides the open deals. */
const FACTORS = ['winRateCount', 'avgCheque', 'cycleMeanDays'] as const;

export const explainFunction: FunctionDefinition = {
  name: 'B24_EXPLAIN',
  params: ['period', 'who', 'pipeline', 'metric', 'data'],
  rules: ['R1', 'R4', 'R12'],
  answer: (args, question) => {
    const { labels } = question;
    const { lang } = labels;
    const slice = sliceArguments(args, labels);
    const id = metricArgument(args[3], 'metric', 'wonSum', labels);
    const proof = proofOf[id];
    const facts = question.load<FactTableName>([...new Set([...metricOf(id).tables, ...proof.tables])]);
    const value = metricOf(id).compute(facts, slice);
    const rows = latestFirst(proof, facts, slice);
    const { id: idWord, record, link, counted, outOf } = workWords;
    return [
      [sentenceOf(id, value, slice, facts), '', '', '', '', '', cellOf(value), ''],
      [idWord, record, link, tableWords.manager, days[proof.dayOf], tableWords.sum, counted, outOf].map((word) => word[lang]),
      ...withinCapacity(rows, DEAL_CAPACITY, recordLine(id, rows, facts, question), (left) => sums('', left, proof, facts), labels),
      totalLine(sums(tableWords.total[lang], rows, proof, facts), value, proof.how),
    ];
  },
};

/** What the number is, what it was asked for, and how the columns make it. */
function sentenceOf(id: MetricId, value: number | null, slice: Slice, facts: LoadedFacts): string {
  const { labels } = facts;
  const { unit, byPipeline } = metricOf(id);
  const { how } = proofOf[id];
  const params: Record<string, string> = {
    metric: metricName(id, labels.lang),
    number: shownValue(value, unit, labels),
    meaning: metricMeaning(id, labels.lang),
    period: shownRange(slice.period, labels.lang),
    who: shownPeople(slice, labels),
    pipeline: shownPipelines(byPipeline ? slice : { pipelines: null }, labels),
  };
  if (how === 'velocity') {
    const [rate = null, cheque = null, cycle = null] = metricRows(facts, slice, FACTORS)[0] ?? [];
    params['rate'] = shownValue(rate, 'share', labels);
    params['cheque'] = shownValue(cheque, 'money', labels);
    params['cycle'] = shownValue(cycle, 'days', labels);
  }
  const text = `${workWords.explained[labels.lang]} ${hows[how][labels.lang]}`;
  // A name that itself ends with a dot («Анна А.») ends the sentence with it.
  return text.replace(/\{(\w+)\}(\.?)/g, (_, name: string, dot: string) => ended(params[name] ?? '', dot));
}

function ended(text: string, dot: string): string {
  return text.endsWith('.') ? text : text + dot;
}

/** The records by the day that put them into the number, the latest first. */
function latestFirst(proof: Proof, facts: LoadedFacts, slice: Slice): number[] {
  const rows = proof.rows(facts, slice);
  const day = Int32Array.from(rows, (row) => proof.day(facts, row));
  const order = [...rows.keys()].sort((a, b) => (day[b] ?? 0) - (day[a] ?? 0) || a - b);
  return order.map((at) => rows[at] ?? 0);
}

function recordLine(id: MetricId, rows: readonly number[], facts: LoadedFacts, question: Question): (row: number, at: number) => Cell[] {
  const { labels } = question;
  const proof = proofOf[id];
  const shown = rows.slice(0, DEAL_CAPACITY);
  const titles = proof.of === 'deals' || proof.of === 'journeys' ? question.titles(shown.map((row) => dealOf(proof, facts, row))) : [];
  return (row, at) => [
    ...subject(id, row, titles[at] ?? '', facts, labels),
    dayCell(proof.day(facts, row), labels),
    amountCell(proof, facts, [row]),
    measured(proof.part(facts, row), proof.unit),
    proof.whole === null ? '' : measured(proof.whole(facts, row), proof.wholeUnit),
  ];
}

/** Id, name, link, whose: what a line is about. */
function subject(id: MetricId, row: number, title: string, facts: LoadedFacts, labels: Labels): Cell[] {
  const proof = proofOf[id];
  const { deals, leads, activities } = facts;
  if (proof.of === 'leads') {
    const lead = leads?.id[row] ?? 0;
    return [lead, `${workWords.lead[labels.lang]} ${lead}`, leadLink(labels, lead), personName(labels, leads?.manager[row] ?? 0)];
  }
  if (proof.of === 'activities') return ['', metricName(id, labels.lang), '', personName(labels, activities?.manager[row] ?? 0)];
  const deal = dealOf(proof, facts, row);
  const dealId = deals?.id[deal] ?? 0;
  return [dealId, title, dealLink(labels, dealId), personName(labels, deals?.manager[deal] ?? 0)];
}

/** Totals of lines: of everything behind the number, shown or not. */
function sums(name: string, rows: readonly number[], proof: Proof, facts: LoadedFacts): Cell[] {
  let parts = 0;
  let wholes = 0;
  for (const row of rows) {
    parts += proof.part(facts, row);
    wholes += proof.whole?.(facts, row) ?? 0;
  }
  const whole = proof.whole === null ? '' : measured(wholes, proof.wholeUnit);
  return [
    name,
    '',
    '',
    '',
    '',
    amountCell(proof, facts, rows),
    proof.how === 'median' || proof.how === 'p90' ? '' : measured(parts, proof.unit),
    whole,
  ];
}

/** A median is no total: the number itself stands in its place. */
function totalLine(line: Cell[], value: number | null, how: ProofHow): Cell[] {
  return how === 'median' || how === 'p90' ? [...line.slice(0, 6), cellOf(value), ''] : line;
}

function dealOf(proof: Proof, { journeys }: LoadedFacts, row: number): number {
  return proof.of === 'journeys' ? (journeys?.deal[row] ?? 0) : row;
}

function amountCell(proof: Proof, facts: LoadedFacts, rows: readonly number[]): Cell {
  if (proof.of === 'leads' || proof.of === 'activities' || facts.deals === undefined) return '';
  return sumCell(facts.deals, proof.of === 'deals' ? rows : rows.map((row) => dealOf(proof, facts, row)));
}

/** Money in units, durations in days. */
function measured(value: number, unit: Proof['unit']): Cell {
  if (unit === 'minor') return units(value);
  return unit === 'seconds' ? value / 86400 : value;
}
