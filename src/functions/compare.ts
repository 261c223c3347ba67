// B24_COMPARE: one metric against itself in another period, or of other people: the difference, and whether it means anything.
import type { Cell, Table } from '../cell';
import { isKpiError, KpiError } from '../errors';
import { sentence } from '../locale/describe';
import { comparisonWords, workWords } from '../locale/work-words';
import { metricOf } from '../metrics/catalogue';
import { type Grouping, groupingByManager } from '../metrics/grouping';
import type { MetricId } from '../metrics/metric-id';
import { proofOf } from '../metrics/proof';
import { type ShareCount, shareCounts } from '../metrics/share-counts';
import type { DayRange, Slice } from '../metrics/slice';
import { round } from '../money';
import { newcombe, ratio } from '../stats';
import { type Against, againstArgument } from './arguments/against';
import { cellValue, isBlock, shown } from './arguments/given';
import { periodArgument } from './arguments/period';
import { type Pipelines, pipelinesArgument } from './arguments/pipeline';
import { type People, peopleArgument } from './arguments/who';
import type { FunctionDefinition } from './definition';
import { metricArgument, metricName } from './metric-names';
import { cellOf } from './output';
import type { Question } from './question';
import { shownPeople, shownRange } from './table-cells';

/** A value, and what it divides when it is a share by count. */
interface Measure {
  readonly value: number | null;
  readonly counts: ShareCount | null;
}

const NOTHING: Measure = { value: null, counts: null };

export const compareFunction: FunctionDefinition = {
  name: 'B24_COMPARE',
  params: ['period', 'who', 'pipeline', 'metric', 'against', 'data'],
  rules: ['R16', 'R11'],
  answer: (args, question) => {
    const { labels } = question;
    const { lang } = labels;
    const period = periodArgument(args[0], labels);
    const who = isBlock(args[1]) ? null : peopleArgument(args[1], labels);
    const pipelines = pipelinesArgument(args[2], labels);
    const id = metricArgument(args[3], 'metric', 'wonSum', labels);
    const { calendar, settings, norms } = question.inputs().inputs;
    const against = againstArgument(args[4], period, labels, { calendar, countToday: settings.countToday });
    const measure = measuring(id, pipelines, question);
    const line = (name: string, people: People): Cell[] => {
      const own = measure(people, period);
      return [name, ...compared(own, otherOf(against, own, people, period, measure, id, question), norms.minCoaching, question)];
    };
    const lines = isBlock(args[1]) ? linesOf(args[1], line, question) : [line(shownPeople({ managers: who }, labels), who)];
    const { difference, relative, low, high, verdict } = workWords;
    return [
      [
        workWords.who[lang],
        metricName(id, lang),
        againstName(against, question),
        ...[difference, relative, low, high, verdict].map((word) => word[lang]),
      ],
      ...lines,
    ];
  },
};

/** One line per cell: a blank one for a blank cell, its sentence for an unknown name. */
function linesOf(block: readonly (readonly unknown[])[], line: (name: string, people: People) => Cell[], { labels }: Question): Table {
  const empty = (): Cell[] => ['', '', '', '', '', ''];
  return block
    .flatMap((row) => (Array.isArray(row) ? row : [row]))
    .map((cell): Cell[] => {
      const value = cellValue(cell);
      if (value === undefined) return ['', '', ...empty()];
      const name = shown(value, labels);
      try {
        return line(name, peopleArgument(value, labels));
      } catch (error) {
        if (isKpiError(error) && error.kind === 'argument') return [name, sentence(error.key, error.params, labels.lang), ...empty()];
        throw error;
      }
    });
}

type Measuring = (people: People, period: DayRange) => Measure;

/** Everybody and single people are answered by one pass over the facts per period each. */
function measuring(id: MetricId, pipelines: Pipelines, question: Question): Measuring {
  const metric = metricOf(id);
  const share = shareCounts[id];
  const measures = (slice: Slice, grouping: Grouping | null): Measure[] => {
    const facts = question.load(metric.tables);
    if (share) return share.of(facts, slice, grouping).map((counts) => ({ value: ratio(...counts), counts }));
    const values = grouping === null ? [metric.compute(facts, slice)] : metric.computeGroups(facts, slice, grouping);
    return values.map((value) => ({ value, counts: null }));
  };
  const known = new Map<string, readonly Measure[]>();
  return (people, period) => {
    const [only] = people ?? [];
    const single = people?.size === 1 && only !== undefined;
    if (people !== null && !single) return measures({ period, managers: people, pipelines }, null)[0] ?? NOTHING;
    const key = `${single} ${period.start} ${period.end}`;
    const found = known.get(key) ?? measures({ period, managers: null, pipelines }, single ? groupingByManager(question) : null);
    known.set(key, found);
    return found[single ? only : 0] ?? NOTHING;
  };
}

function otherOf(
  against: Against,
  own: Measure,
  people: People,
  period: DayRange,
  measure: Measuring,
  id: MetricId,
  { labels }: Question,
): Measure {
  if ('period' in against) return against.period === null ? NOTHING : measure(people, against.period);
  if ('people' in against) return measure(against.people, period);
  if (people === null) throw new KpiError('argument', 'argAgainstOthers', { found: against.name });
  const rest = without(measure(null, period), own, id);
  return rest ?? measure(new Set([...labels.managers.keys()].filter((index) => !people.has(index))), period);
}

/** What is left of the whole, where the records of people add up, so that a column of people needs no pass for each; null = they do not (a mean, a median). */
function without(whole: Measure, own: Measure, id: MetricId): Measure | null {
  if (whole.counts && own.counts) {
    const counts = [whole.counts[0] - own.counts[0], whole.counts[1] - own.counts[1]] as const;
    return { value: ratio(...counts), counts };
  }
  if (proofOf[id].how !== 'sum' || whole.value === null || own.value === null) return null;
  return { value: round(whole.value - own.value, 2), counts: null };
}

function againstName(against: Against, { labels }: Question): string {
  if (!('period' in against)) return against.name;
  return against.period === null ? '—' : shownRange(against.period, labels.lang);
}

/** Value, the other value, difference, difference in parts of the other, interval, verdict. */
function compared(own: Measure, other: Measure, minimum: number, { labels }: Question): Cell[] {
  const difference = own.value === null || other.value === null ? null : own.value - other.value;
  const interval = own.counts && other.counts ? newcombe(...own.counts, ...other.counts) : null;
  const few = (counts: ShareCount | null) => counts !== null && counts[1] < minimum;
  const verdict = (): keyof typeof comparisonWords => {
    if (difference === null || few(own.counts) || few(other.counts)) return 'insufficient';
    const [low, high] = interval === null ? [difference, difference] : [interval.low, interval.high];
    if (low > 0) return 'higher';
    return high < 0 ? 'lower' : 'same';
  };
  return [
    cellOf(own.value),
    cellOf(other.value),
    cellOf(difference),
    cellOf(difference === null || other.value === null ? null : ratio(difference, Math.abs(other.value))),
    cellOf(interval?.low),
    cellOf(interval?.high),
    comparisonWords[verdict()][labels.lang],
  ];
}
