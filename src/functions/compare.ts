// B24_COMPARE: one metric against itself in another period, before an action, or of other people: the difference, and whether it means anything.
import type { Cell, Table } from '../cell';
import { isKpiError, KpiError } from '../errors';
import { sentence } from '../locale/describe';
import { comparisonWords, workWords } from '../locale/work-words';
import type { MetricId } from '../metrics/metric-id';
import type { ShareCount } from '../metrics/share-counts';
import type { DayRange } from '../metrics/slice';
import { newcombe, ratio } from '../stats';
import { type Against, againstArgument, type BeforeAction } from './arguments/against';
import { cellValue, isBlock, shown } from './arguments/given';
import { periodArgument } from './arguments/period';
import { pipelinesArgument } from './arguments/pipeline';
import { type People, peopleArgument } from './arguments/who';
import { type ActionLine, actionsOf } from './compare-actions';
import type { FunctionDefinition } from './definition';
import { type Measure, type Measures, measuresOf, NOTHING } from './measures';
import { metricArgument, metricName } from './metric-names';
import { cellOf } from './output';
import type { Question } from './question';
import { shownPeople, shownRange } from './table-cells';

/** As of now whatever the period: they have no value of another one. */
const SNAPSHOTS: readonly MetricId[] = ['openCount', 'openSum', 'salesVelocity'];

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
    const measures = measuresOf(id, pipelines, question);
    const cells = (own: Measure, other: Measure): Cell[] => compared(own, other, norms.minCoaching, question);
    const timeless = SNAPSHOTS.includes(id);
    const actionLine = (name: Cell, { people, since, before }: ActionLine): Cell[] => {
      const isLoaded = labels.horizonDay === 0 || before.start >= labels.horizonDay;
      return [name, ...cells(measures.of(people, since), isLoaded && !timeless ? measures.of(people, before) : NOTHING)];
    };
    const line = (name: string, people: People): Cell[] => {
      if ('action' in against) {
        const [latest] = actionsOf(people, period, question);
        return latest === undefined ? [name, ...cells(NOTHING, NOTHING)] : actionLine(name, latest);
      }
      const other = timeless && 'period' in against ? NOTHING : otherOf(against, people, period, measures);
      return [name, ...cells(measures.of(people, period), other)];
    };
    const single = (people: People): Table => {
      if (!('action' in against)) return [line(shownPeople({ managers: people }, labels), people)];
      const actions = actionsOf(people, period, question);
      return actions.length === 0
        ? [[noActions[lang], ...Array.from({ length: 7 }, () => '')]]
        : actions.map((one) => actionLine(one.name, one));
    };
    const { who: whoWord, action, noActions, difference, relative, low, high, verdict } = workWords;
    const lines = isBlock(args[1]) ? linesOf(args[1], line, question) : single(who);
    return [
      [
        ('action' in against && !isBlock(args[1]) ? action : whoWord)[lang],
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

function otherOf(against: Exclude<Against, BeforeAction>, people: People, period: DayRange, measures: Measures): Measure {
  if ('period' in against) return against.period === null ? NOTHING : measures.of(people, against.period);
  if ('people' in against) return measures.of(against.people, period);
  if (people === null) throw new KpiError('argument', 'argAgainstOthers', { found: against.name });
  return measures.others(people, period);
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
