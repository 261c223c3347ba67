// The sheet «Сводка»: the essentials of the chosen period on one screen. Its switches are what the other sheets follow. Few formulas of ours stand to the
// right; tiles and lists pick from their answers.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { DEAL_CAPACITY } from '../functions/deal-cells';
import { FUNNEL_COLUMNS } from '../functions/funnel';
import { MANAGER_CAPACITY } from '../functions/kpi-table';
import { metricShortName } from '../functions/metric-names';
import { PLAN_COLUMNS } from '../functions/plan-fact-table';
import { personWords } from '../locale/person-words';
import { planStatusWords, planWords } from '../locale/plan-words';
import { summaryWords } from '../locale/report-summary-words';
import { reportWords } from '../locale/report-words';
import { tableWords } from '../locale/table-words';
import type { MetricId } from '../metrics/catalogue';
import { byWord, metricList, metricNote, planByMetric } from './blocks';
import { area, cell } from './cells';
import { firstPipeline, usualChoices } from './choices';
import { countFormat, daysFormat, moneyFormat, shareFormat } from './formats';
import { filled, quoted, stamped } from './formula';
import { funnelCapacity } from './funnel';
import { openPage } from './page';
import { emptyBlock } from './page-blocks';
import type { AsideRef, Page, TileSpec } from './page-specs';
import { palette } from './palette';
import type { Block, Condition, FormulaCell, ReportSheet } from './spec';

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
const MONTHS = 12;
/** Lines of the two lists. */
const TOP = 5;
const SPANS = [
  [1, 1],
  [2, 3],
  [4, 5],
  [6, 7],
  [8, 9],
  [10, 11],
] as const;
/** Columns of B24_STUCK. */
const STUCK = { deal: 0, manager: 2, stage: 3, days: 4, sum: 7, reasons: 11, count: 12 };

interface Sources {
  readonly plan: AsideRef;
  readonly metrics: AsideRef;
  readonly months: AsideRef;
  readonly managers: AsideRef;
  readonly stuck: AsideRef;
}

export function summarySheet(labels: Labels, lang: Lang): ReportSheet {
  const page = openPage({
    id: 'summary',
    labels,
    lang,
    choices: usualChoices(lang),
    widths: [200, 96, 96, 96, 96, 96, 96, 96, 96, 96, 96],
    shares: true,
  });
  const sources = askedFor(page);
  page.tiles('tiles', tiles(page, sources), SPANS);
  const pictures = page.chartRow(300);
  page.block(TOP + 2, (row) => bestSellers(page, sources, row));
  page.block(TOP + 2, (row) => dearestStuck(page, sources, row));
  drawYear(page, sources, pictures);
  drawFunnel(page, pictures);
  return page.sheet();
}

function askedFor(page: Page): Sources {
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
        formula: plan(quoted(reportWords.last12[lang]), byWord('month', lang)),
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
const planOf = ({ plan }: Sources, key: (typeof PLAN_COLUMNS)[number]): string => plan.cell(1, PLAN_COLUMNS.indexOf(key) + 1);

/** A metric of the whole: the total line of the table. */
function metricOf({ metrics }: Sources, id: MetricId, lang: Lang): string {
  return `IFERROR(INDEX(${metrics.column(METRICS.indexOf(id) + 1)},MATCH(${quoted(tableWords.total[lang])},${metrics.column(0)},0)),"")`;
}

function tiles(page: Page, sources: Sources): TileSpec[] {
  const { lang, labels } = page;
  const text = summaryWords;
  const money = moneyFormat(labels.baseCurrency);
  const [period = '', who = '', pipeline = ''] = ['period', 'who', 'pipeline'].map(page.chosen);
  const [target, runRate] = [planOf(sources, 'target'), planOf(sources, 'runRate')];
  const planned = (caption: string): string => `IF(${target}="",${quoted(text.noPlan[lang])},${caption})`;
  const metric = (id: MetricId): string => metricOf(sources, id, lang);
  const stuckSum = `SUM(${sources.stuck.column(STUCK.sum)})`;
  // Words stand in the format of the number: joined to it, it would lose its separators.
  const worded = (word: string, format = countFormat): string => `${quoted(word)}${format}`;
  return [
    {
      label: text.fact[lang],
      formula: planOf(sources, 'fact'),
      format: money,
      caption: metric('wonCount'),
      captionFormat: worded(text.won[lang]),
      note: metricNote('wonSum', lang),
    },
    {
      label: text.plan[lang],
      formula: target,
      format: money,
      caption: planned(planOf(sources, 'planToDate')),
      captionFormat: worded(text.toDate[lang]),
    },
    {
      label: text.attainment[lang],
      formula: planOf(sources, 'attainment'),
      format: shareFormat,
      caption: planned(statusCaption(planOf(sources, 'status'), lang)),
    },
    {
      label: text.pace[lang],
      formula: runRate,
      format: money,
      caption: `IF(OR(${target}="",${runRate}=""),"",${runRate}/${target})`,
      captionFormat: `0%${quoted(text.ofPlan[lang])}`,
    },
    {
      label: text.forecast[lang],
      formula: stamped('B24_FORECAST', period, who, pipeline),
      format: money,
      caption: metric('openSum'),
      captionFormat: worded(text.open[lang]),
    },
    {
      label: text.perDay[lang],
      formula: planOf(sources, 'requiredPerDay'),
      format: money,
      caption: planned(planOf(sources, 'gap')),
      captionFormat: worded(text.left[lang]),
    },
    {
      label: text.conversion[lang],
      formula: metric('cohortConversion'),
      format: shareFormat,
      caption: metric('maturity'),
      captionFormat: worded(text.ripe[lang], '0%'),
      note: metricNote('cohortConversion', lang),
    },
    {
      label: text.winRate[lang],
      formula: metric('winRateCount'),
      format: shareFormat,
      caption: metric('created'),
      captionFormat: worded(text.created[lang]),
      note: metricNote('winRateCount', lang),
    },
    {
      label: text.cheque[lang],
      formula: metric('avgCheque'),
      format: money,
      caption: metric('avgChequeMedian'),
      captionFormat: worded(text.median[lang]),
      note: metricNote('avgCheque', lang),
    },
    {
      label: text.cycle[lang],
      formula: metric('cycleMedianDays'),
      format: daysFormat,
      caption: quoted(text.firstContact[lang]),
      note: metricNote('cycleMedianDays', lang),
    },
    {
      label: text.coverage[lang],
      formula: stamped('B24_COVERAGE', period, who, pipeline),
      format: '0.0"×"',
      caption: quoted(text.needed[lang]),
    },
    {
      label: text.stuck[lang],
      formula: stuckSum,
      format: money,
      caption: `IFERROR(${stuckSum}/${metric('openSum')},"")`,
      captionFormat: `0%${quoted(text.stuckShare[lang])}`,
    },
  ];
}

/** The word of the status with a sign. */
function statusCaption(status: string, lang: Lang): string {
  const { green, yellow, red } = planStatusWords;
  return `IF(${status}=${quoted(green[lang])},"▲ ",IF(${status}=${quoted(yellow[lang])},"● ",IF(${status}=${quoted(red[lang])},"▼ ","")))&${status}`;
}

/** A header over lines that pick from an answer to the right. */
function listBlock(id: string, row: number, title: string, columns: readonly ListColumn[], width: number): Block {
  const header = row + 1;
  const formulas = columns.flatMap(({ from, pick }): FormulaCell[] =>
    Array.from({ length: TOP }, (_, line) => ({ a1: cell(header + 1 + line, from), formula: `=${pick(line + 1)}` })),
  );
  return {
    ...emptyBlock(id, area(row, 1, TOP + 2, width)),
    values: [{ a1: cell(row, 1), value: title }, ...columns.map(({ from, name }) => ({ a1: cell(header, from), value: name }))],
    formulas,
    looks: [
      { a1: cell(row, 1), bold: true, fontSize: 12, color: palette.ink },
      { a1: area(header, 1, 1, width), background: palette.header, color: palette.ink, bold: true, borderBottom: palette.line },
      { a1: area(header + 1, 1, TOP, width), color: palette.ink },
      ...columns.flatMap(({ from, format }) =>
        format
          ? [
              { a1: area(header, from, TOP + 1, 1), align: 'right' as const },
              { a1: area(header + 1, from, TOP, 1), numberFormat: format },
            ]
          : [],
      ),
    ],
  };
}

interface ListColumn {
  readonly name: string;
  readonly from: number;
  readonly format?: string;
  readonly pick: (line: number) => string;
}

function bestSellers(page: Page, { managers }: Sources, row: number): Block {
  const { lang, labels } = page;
  const money = moneyFormat(labels.baseCurrency);
  const [total, sum] = [tableWords.total, planWords.managersSum].map((word) => quoted(word[lang]));
  const name = (line: number): string => managers.cell(line, 0);
  const pick =
    (key: (typeof PLAN_COLUMNS)[number]) =>
    (line: number): string =>
      `IF(OR(${name(line)}="",${name(line)}=${total},${name(line)}=${sum}),"",${managers.cell(line, PLAN_COLUMNS.indexOf(key) + 1)})`;
  const block = listBlock(
    'best',
    row,
    summaryWords.best[lang],
    [
      {
        name: summaryWords.seller[lang],
        from: 1,
        pick: (line) => `IF(OR(${name(line)}=${total},${name(line)}=${sum}),"",${name(line)}&"")`,
      },
      { name: summaryWords.fact[lang], from: 2, format: money, pick: pick('fact') },
      { name: summaryWords.plan[lang], from: 4, format: money, pick: pick('target') },
      { name: summaryWords.attainment[lang], from: 6, format: shareFormat, pick: pick('attainment') },
      { name: summaryWords.pace[lang], from: 8, format: money, pick: pick('runRate') },
      { name: reportWords.status[lang], from: 10, pick: pick('status') },
    ],
    11,
  );
  return { ...block, ...widened(block, row, [2, 4, 6, 8, 10]), conditions: statusOf(cell(row + 2, 10), area(row + 2, 10, TOP, 2), lang) };
}

function statusOf(first: string, range: string, lang: Lang): Condition[] {
  return (['green', 'yellow', 'red'] as const).map((name) => ({
    ranges: [range],
    formula: `=$${first}=${quoted(planStatusWords[name][lang])}`,
    color: { green: palette.good, yellow: palette.second, red: palette.bad }[name],
  }));
}

/** Two columns become one, so that numbers have room. */
function widened(block: Block, row: number, columns: readonly number[]): Pick<Block, 'merges'> {
  return {
    merges: [
      ...block.merges,
      ...columns.flatMap((column) => Array.from({ length: TOP + 1 }, (_, line) => area(row + 1 + line, column, 1, 2))),
    ],
  };
}

function dearestStuck(page: Page, { stuck }: Sources, row: number): Block {
  const { lang, labels } = page;
  const pick =
    (column: number) =>
    (line: number): string =>
      `IF(${stuck.cell(line, STUCK.manager)}="","",${stuck.cell(line, column)})`;
  const block = listBlock(
    'dearest',
    row,
    summaryWords.dearest[lang],
    [
      { name: planWords.deal[lang], from: 1, pick: pick(STUCK.deal) },
      { name: tableWords.stage[lang], from: 4, pick: pick(STUCK.stage) },
      { name: tableWords.manager[lang], from: 6, pick: pick(STUCK.manager) },
      { name: tableWords.sum[lang], from: 8, format: moneyFormat(labels.baseCurrency), pick: pick(STUCK.sum) },
      { name: summaryWords.why[lang], from: 9, pick: pick(STUCK.reasons) },
    ],
    11,
  );
  const spans = [
    [1, 3],
    [4, 2],
    [6, 2],
    [9, 3],
  ] as const;
  return {
    ...block,
    merges: spans.flatMap(([from, width]) => Array.from({ length: TOP + 1 }, (_, line) => area(row + 1 + line, from, 1, width))),
  };
}

function drawYear(page: Page, { months }: Sources, row: ReturnType<Page['chartRow']>): void {
  const { lang, labels } = page;
  const money = moneyFormat(labels.baseCurrency);
  const at = (column: number, line: number): string => `INDEX(${months.column(column)},${line + 1})`;
  const column = (key: (typeof PLAN_COLUMNS)[number]): number => PLAN_COLUMNS.indexOf(key) + 1;
  const year = page.aside({
    id: 'year',
    lines: MONTHS,
    cells: [
      { title: tableWords.month[lang], formula: (line) => at(0, line) },
      { title: summaryWords.fact[lang], formula: (line) => at(column('fact'), line), format: money },
      { title: summaryWords.plan[lang], formula: (line) => at(column('target'), line), format: money },
      // The forecast of a month that is over is its fact.
      {
        title: summaryWords.pace[lang],
        formula: (line) => (line < MONTHS - 1 ? '""' : at(column('runRate'), line)),
        format: money,
      },
    ],
  });
  page.chart(row, {
    id: 'year',
    kind: 'COMBO',
    title: summaryWords.year[lang],
    ranges: [year.range],
    options: {
      'legend.position': 'top',
      'series.0.type': 'bars',
      'series.0.color': palette.accent,
      'series.1.type': 'line',
      'series.1.color': palette.second,
      'series.1.pointSize': 5,
      'series.2.type': 'line',
      'series.2.color': palette.muted,
      'series.2.lineWidth': 0,
      'series.2.pointSize': 7,
      'vAxes.0.format': money,
      'vAxes.0.viewWindow.min': 0,
      'hAxis.slantedText': true,
    },
    column: 1,
    width: 660,
  });
}

/** Of one pipeline: the first one while all are chosen. */
function drawFunnel(page: Page, row: ReturnType<Page['chartRow']>): void {
  const { lang, labels } = page;
  const lines = funnelCapacity(labels);
  const [period = '', who = '', pipeline = ''] = ['period', 'who', 'pipeline'].map(page.chosen);
  const one = `IF(OR(${pipeline}=${quoted(personWords.all[lang])},${pipeline}=""),${quoted(firstPipeline(labels))},${pipeline})`;
  const funnel = page.aside({
    id: 'funnel',
    lines,
    table: { formula: stamped('B24_FUNNEL', period, who, one), formats: FUNNEL_COLUMNS.map(() => undefined) },
  });
  const [stages, entered] = [funnel.column(0), funnel.column(FUNNEL_COLUMNS.indexOf('entered'))];
  const names = page.aside({
    id: 'funnel-names',
    lines,
    cells: [
      {
        title: tableWords.stage[lang],
        formula: (line) => `IF(INDEX(${stages},${line + 1})="","",INDEX(${entered},${line + 1})&" · "&INDEX(${stages},${line + 1}))`,
      },
    ],
  });
  const bars = page.aside({
    id: 'funnel-bars',
    lines,
    columns: [
      { title: tableWords.stage[lang], formula: filled(names.column(0), stages) },
      { title: reportWords.spacer[lang], formula: filled(`(MAX(${entered})-${entered})/2`, stages), format: countFormat },
      { title: tableWords.entered[lang], formula: filled(entered, stages), format: countFormat },
    ],
  });
  page.chart(row, {
    id: 'funnel',
    kind: 'BAR',
    title: summaryWords.funnel[lang],
    ranges: [bars.range],
    options: {
      isStacked: true,
      'legend.position': 'none',
      'series.0.color': 'transparent',
      'series.0.visibleInLegend': false,
      'series.0.enableInteractivity': false,
      'series.1.color': palette.accent,
      'bar.groupWidth': '85%',
      'hAxis.textPosition': 'none',
      'hAxis.gridlines.count': 0,
      'hAxis.viewWindow.min': 0,
    },
    column: 7,
    width: 480,
  });
}
