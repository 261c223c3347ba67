// The worked example of the KPI definitions, and the account of its expected values: each is asserted by a formula in one of these files, or the
// account says why no formula can show it and which test asserts it on the metrics instead.
import { round } from '../../src/money';
import example from './kpi-example/kpi-example.json';

type Expected = typeof example.expected;

/** Which file asserts which part of `expected`. */
export const ASSERTED_IN = {
  company: 'kpi-example',
  dealIds: 'kpi-example',
  byManager: 'kpi-example',
  byPipeline: 'kpi-example',
  closedateMode: 'kpi-example',
  deals: 'kpi-example',
  cohortFunnel: 'kpi-example-funnel',
  flowFunnel: 'kpi-example-funnel',
  snapshotFunnel: 'kpi-example-funnel',
  timeInStage: 'kpi-example-funnel',
  stuck: 'kpi-example-funnel',
  bottleneck: 'kpi-example-funnel',
  coaching: 'kpi-example-funnel',
  whatIf: 'kpi-example-funnel',
  bitrixComparison: 'kpi-example-funnel',
  stageWinRates: 'kpi-example-plans',
  salesVelocity: 'kpi-example-plans',
  workdays: 'kpi-example-plans',
  workdaysQ2: 'kpi-example-plans',
  plans: 'kpi-example-plans',
  required: 'kpi-example-plans',
  forecast: 'kpi-example-plans',
  coverage: 'kpi-example-plans',
  goalSuggestion: 'kpi-example-plans',
  activities: 'kpi-example-breakdowns',
  products: 'kpi-example-breakdowns',
  clientsABC: 'kpi-example-breakdowns',
  repeat: 'kpi-example-breakdowns',
  rfm: 'kpi-example-breakdowns',
  channels: 'kpi-example-breakdowns',
  lossReasons: 'kpi-example-breakdowns',
  lossStages: 'kpi-example-breakdowns',
  failStages: 'kpi-example-breakdowns',
  leads: 'kpi-example-breakdowns',
  kpiScore: 'kpi-example-pay',
  bonus: 'kpi-example-pay',
  bonusVariants: 'kpi-example-pay',
} as const satisfies Record<keyof Expected, string>;

/** Values that no formula shows; tests/metrics/golden*.test.ts assert them on the metrics. */
const ON_METRICS: readonly RegExp[] = [
  // A goal stands on six whole months; the portal of the example has two.
  /^goalSuggestion\./,
  // The interval of a win rate is shown as that of a difference: B24_COMPARE is held to those of Anna and Boris.
  /^(company|byPipeline\.\d|byManager\.13)\.winRateCountWilson\./,
  // Which stays a time in stage stands on, and how many: B24_STAGE_TIME shows what comes of them.
  /^timeInStage\..*\.(completedDeals\.\d+|n)$/,
  // B24_COACH publishes the intervals of 99 %, the example has those of 95 %.
  /^coaching\.\d+\.\d+\.diff\.[12]$/,
  // No deal of Vera's was decided at the last stage: no line.
  /^coaching\.13\.2\./,
  // How many deals a probability stands on; and a stage where no deal is open has none to show.
  /^stageWinRates\..*\.(won|closed)$/,
  /^stageWinRates\.5\.C5:PREPARATION\.shrunk$/,
];

/** The parts of one file: `expected` as it is, and `unread`, the paths of the values that nothing has looked at. */
export function partsOf(file: (typeof ASSERTED_IN)[keyof Expected]): { readonly expected: Expected; readonly unread: () => string[] } {
  const read = new Set<string>();
  const own = Object.fromEntries(Object.entries(example.expected).filter(([key]) => ASSERTED_IN[key as keyof Expected] === file));
  return {
    expected: watched(own, '', read) as Expected,
    unread: () => leaves(own, '').filter((path) => !read.has(path) && !ON_METRICS.some((known) => known.test(path))),
  };
}

export const { inputs } = example;

/** A cell at the rounding of the example; an empty one is none. */
const rounded =
  (scale: number, digits: number) =>
  (cell: unknown): unknown =>
    typeof cell === 'number' ? round(cell * scale, digits) : (cell ?? '') === '' ? null : cell;
export const money = rounded(1, 2);
export const percent = rounded(100, 2);
export const days = rounded(1, 4);
export const ratio = rounded(1, 4);

/** The day of a date cell in the example's zone, which has no summer time. */
export const writtenDay = (cell: unknown): string => new Date(Number(cell) + 3 * 3600_000).toISOString().slice(0, 10);

/** Notes the paths of the values that are read. */
function watched(value: object, path: string, read: Set<string>): object {
  return new Proxy(value, {
    get: (target, key) => {
      const found: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol' || !Object.hasOwn(target, key)) return found;
      if (typeof found === 'object' && found !== null) return watched(found, `${path}${key}.`, read);
      read.add(path + key);
      return found;
    },
  });
}

function leaves(value: object, path: string): string[] {
  return Object.entries(value).flatMap(([key, own]) =>
    typeof own === 'object' && own !== null ? leaves(own, `${path}${key}.`) : [path + key],
  );
}
