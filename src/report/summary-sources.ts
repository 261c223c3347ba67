// What «Сводка» asks for: few formulas of ours to the right of the page, from whose answers tiles, lists and charts pick.
import type { Lang } from '../cell';
import { DEAL_CAPACITY } from '../functions/deal-cells';
import { MANAGER_CAPACITY } from '../functions/kpi-table';
import { metricShortName } from '../functions/metric-names';
import { PLAN_COLUMNS } from '../functions/plan-fact-table';
import { tableWords } from '../locale/table-words';
import type { MetricId } from '../metrics/catalogue';
import { byWord, metricList, planByMetric } from './blocks';
import { moneyFormat } from './formats';
import { lastMonths, quoted, stamped } from './formula';
import type { AsideRef, Page } from './page-specs';
import { STUCK } from './stuck-columns';

const METRICS: readonly MetricId[] = [
  'created',
  'wonCount',
  'cohortConversion',
  'maturity',
  'winRateCount',
  'avgCheque',
  'avgChequeMedian',
  'cycleMedianDays',
  'openCount',
  'openSum',
];
/** Months of the chart of the year. */
export const MONTHS = 12;

export interface Sources {
  readonly plan: AsideRef;
  readonly metrics: AsideRef;
  readonly months: AsideRef;
  readonly managers: AsideRef;
  readonly stuck: AsideRef;
}

export function askedFor(page: Page): Sources {
  const { lang, labels } = page;
  const money = moneyFormat(labels.baseCurrency);
  const [period = '', who = '', pipeline = ''] = ['period', 'who', 'pipeline'].map(page.chosen);
  const planFormats = [undefined, ...PLAN_COLUMNS.map(() => undefined)];
  const wonSum = quoted(metricShortName('wonSum', lang));
  const plan = (when: string, by: string): string => stamped('B24_PLANFACT_TABLE', when, who, pipeline, wonSum, by);
  return {
    plan: page.aside({ id: 'plan', lines: 1, table: { formula: plan(period, planByMetric(lang)), formats: planFormats } }),
    metrics: page.aside({
      id: 'metrics',
      lines: labels.pipelines.length + 6,
      table: {
        formula: stamped('B24_KPI_TABLE', period, who, pipeline, byWord('pipeline', lang), metricList(METRICS, lang)),
        formats: [undefined, ...METRICS.map(() => undefined)],
      },
    }),
    months: page.aside({
      id: 'months',
      lines: MONTHS + 2,
      table: {
        formula: plan(lastMonths(12, page.labels, lang), byWord('month', lang)),
        formats: [undefined, money, money, ...planFormats.slice(3)],
      },
    }),
    managers: page.aside({
      id: 'managers',
      lines: MANAGER_CAPACITY + 2,
      table: { formula: plan(period, byWord('manager', lang)), formats: planFormats },
    }),
    stuck: page.aside({
      id: 'stuck',
      lines: DEAL_CAPACITY,
      table: { formula: stamped('B24_STUCK', who, pipeline), formats: Array.from({ length: STUCK.count }, () => undefined) },
    }),
  };
}

/** A cell of the plan's line. */
export const planOf = ({ plan }: Sources, key: (typeof PLAN_COLUMNS)[number]): string => plan.cell(1, PLAN_COLUMNS.indexOf(key) + 1);

/** A metric of the whole: the total line of the table. */
export function metricOf({ metrics }: Sources, id: MetricId, lang: Lang): string {
  return `IFERROR(INDEX(${metrics.column(METRICS.indexOf(id) + 1)},MATCH(${quoted(tableWords.total[lang])},${metrics.column(0)},0)),"")`;
}
