// Tops of managers, departments and channels: whatever metric can be cut so.
import { KpiError } from '../errors';
import type { FactTableName, Labels } from '../facts/facts';
import { breakdownWords } from '../locale/breakdown-words';
import { tableWords } from '../locale/table-words';
import { type MetricId, type MetricValue, metricOf, metricRows, tablesOf } from '../metrics/catalogue';
import { groupingByChannel } from '../metrics/channels';
import {
  type Grouping,
  groupingByDepartment,
  groupingByManager,
  type LoadedFacts,
  requireTables,
  unionOfGroups,
} from '../metrics/grouping';
import type { Slice } from '../metrics/slice';
import { ratio } from '../stats';
import { personName } from './arguments/who';
import { sourceName } from './client-names';
import { metricName } from './metric-names';
import { cellOf } from './output';
import type { Question } from './question';
import type { Top } from './top-lines';

export type GroupDimension = 'manager' | 'department' | 'channel';

/** How a dimension cuts the facts. */
interface Cut {
  readonly grouping: Grouping;
  readonly nameOf: (group: number) => string;
  /** The group without a name of its own; −1 = there is none. */
  readonly nameless: number;
  /** Shown even when nothing stands in it. */
  readonly isExpected: (group: number) => boolean;
}

/** Groups by the metric, the largest first – of durations the shortest; those without a value are left out. */
export function topOfGroups(by: GroupDimension, id: MetricId, slice: Slice, question: Question): Top {
  const { labels } = question;
  const { lang } = labels;
  const metric = metricOf(id);
  if (by === 'channel' && !metric.byPipeline)
    throw new KpiError('argument', 'argMetricCut', { found: metricName(id, lang), by: breakdownWords.channel[lang].toLowerCase() });
  const facts: LoadedFacts = question.load([...new Set([...tablesOf([id]), ...ownTables[by]])]);
  const cut = cuts[by](facts, slice);
  const total = metric.compute(facts, slice);
  const adds = metric.additive || SNAPSHOTS.includes(id);
  const cells = (value: MetricValue) => [cellOf(value), ...(adds ? [cellOf(ratio(value ?? 0, total ?? 0))] : [])];
  const found = metricRows(facts, slice, [id], cut.grouping)
    .map(([value = null], group) => ({ group, value }))
    .filter(({ group, value }) => value !== null && (value !== 0 || !adds || cut.isExpected(group)));
  const direction = metric.unit === 'days' ? 1 : -1;
  const ranked = found
    .filter(({ group }) => group !== cut.nameless)
    .sort((one, other) => direction * ((one.value ?? 0) - (other.value ?? 0)) || one.group - other.group);
  const line = ({ group, value }: (typeof found)[number]) => ({ name: cut.nameOf(group), cells: cells(value) });
  const head = by === 'channel' ? breakdownWords.channel : tableWords[by];
  return {
    header: [head[lang], metricName(id, lang), ...(adds ? [breakdownWords.share[lang]] : [])],
    ranked: ranked.map(line),
    unranked: found.filter(({ group }) => group === cut.nameless).map(line),
    rest: (from) => {
      const groups = new Set(ranked.slice(from).map(({ group }) => group));
      return cells(metricRows(facts, slice, [id], unionOfGroups(cut.grouping, groups))[0]?.[0] ?? null);
    },
    total: cells(total),
  };
}

/** Not additive over time, yet over people and channels: each deal stands once. */
const SNAPSHOTS: readonly MetricId[] = ['openCount', 'openSum', 'inWorkDuring'];

const ownTables: Readonly<Record<GroupDimension, readonly FactTableName[]>> = {
  manager: [],
  department: [],
  channel: ['origins', 'directories'],
};

const cuts: Readonly<Record<GroupDimension, (facts: LoadedFacts, slice: Slice) => Cut>> = {
  manager: (facts, { managers }) => ({
    grouping: groupingByManager(facts),
    nameOf: (group) => personName(facts.labels, group),
    nameless: 0,
    isExpected: (group) => group > 0 && isExpected(facts.labels, managers, group),
  }),
  department: (facts, { managers }) => ({
    grouping: groupingByDepartment(facts),
    nameOf: (group) => facts.labels.departments[group - 1]?.name ?? tableWords.noDepartment[facts.labels.lang],
    nameless: 0,
    isExpected: (group) =>
      group > 0 &&
      facts.labels.managers.some(({ department }, index) => department === group - 1 && isExpected(facts.labels, managers, index)),
  }),
  channel: (facts) => {
    const { directories, labels, ...loaded } = requireTables(facts, 'origins', 'directories');
    const { grouping, keys } = groupingByChannel({ ...loaded, labels });
    return {
      grouping,
      nameOf: (group) => sourceName(keys[group] ?? '', directories, labels.lang),
      nameless: keys.indexOf(''),
      isExpected: () => false,
    };
  },
};

/** Somebody who works here and has deals, or was asked for. */
function isExpected({ managers }: Labels, asked: Slice['managers'], index: number): boolean {
  const manager = managers[index];
  if (manager?.active !== true || (asked !== null && !asked.has(index))) return false;
  return manager.hasDeals || asked !== null;
}
