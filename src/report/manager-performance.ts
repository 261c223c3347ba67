// The sheet «Эффективность менеджеров»: one table by manager, a mark against the total, and charts over it.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { MANAGER_CAPACITY } from '../functions/kpi-table';
import { metricName } from '../functions/metric-names';
import { reportWords } from '../locale/report-words';
import { tableWords } from '../locale/table-words';
import { type MetricId, metricOf } from '../metrics/catalogue';
import { bitrixTable, byWord, metricColumn, metricList } from './blocks';
import { usualChoices } from './choices';
import { unitFormat } from './formats';
import { filled, lastMonths, quoted, stamped } from './formula';
import { openPage } from './page';
import type { TableRef } from './page-specs';
import { palette } from './palette';
import type { ChartOptions, Condition, FormulaCell, ReportSheet } from './spec';

const METRICS: readonly MetricId[] = [
  'created',
  'inWorkDuring',
  'wonCount',
  'lostCount',
  'wonSum',
  'cohortConversion',
  'maturity',
  'winRateCount',
  'winRateValue',
  'avgCheque',
  'avgChequeMedian',
  'cycleMedianDays',
  'salesVelocity',
];

const MONTHS = 12;
/** Managers in the chart: more bars cannot be read. */
const CHART_MANAGERS = 15;
/** Managers and the total. */
const LINES = MANAGER_CAPACITY + 1;
/** Shares of fewer decided deals are no judgement (R11). */
const FEW = 10;

/** The sheet for the pipelines and people of the labels, in the language of the file. */
export function managerPerformance(labels: Labels, lang: Lang): ReportSheet {
  const page = openPage({ id: 'managers', labels, lang, choices: usualChoices(lang), widths: widths() });
  const [period, pipeline, who] = ['period', 'pipeline', 'who'].map(page.chosen);
  const charts = page.chartRow();
  const scatters = page.chartRow();
  const table = page.table({
    id: 'managers',
    title: reportWords.managersTitle[lang],
    hint: reportWords.managersHint[lang],
    formula: stamped('B24_KPI_TABLE', period ?? '', who ?? '', pipeline ?? '', byWord('manager', lang), metricList(METRICS, lang)),
    columns: [{ key: 'name' }, ...METRICS.map((id) => metricColumn(id, labels, lang))],
    extraColumns: [{ key: 'mark', note: reportWords.markNote[lang] }],
    lines: LINES,
    conditions: (ref) => conditions(ref, lang),
    more: (ref) => ({
      values: [{ a1: `${ref.letter('mark')}${ref.header}`, value: reportWords.mark[lang] }],
      formulas: marks(ref, lang),
      looks: [{ a1: ref.lines('mark'), color: palette.muted, align: 'left' }],
    }),
  });
  bitrixTable(page);
  const money = unitFormat('money', labels.baseCurrency);
  const total = tableWords.total[lang];
  const bars = page.aside({
    id: 'bars',
    lines: LINES,
    columns: [
      { title: tableWords.manager[lang], formula: filled(table.column('name'), table.column('name'), total) },
      { title: metricName('wonSum', lang), formula: filled(table.column('wonSum'), table.column('name'), total), format: money },
      {
        title: metricName('cohortConversion', lang),
        formula: filled(table.column('cohortConversion'), table.column('name'), total),
        format: unitFormat('share', ''),
      },
    ],
  });
  const months = page.aside({
    id: 'months',
    lines: MONTHS + 1,
    table: {
      formula: stamped(
        'B24_KPI_TABLE',
        lastMonths(12, labels, lang),
        who ?? '',
        pipeline ?? '',
        byWord('month', lang),
        metricList(['wonSum', 'winRateCount'], lang),
      ),
      formats: [undefined, money, unitFormat('share', '')],
    },
  });
  const dots = page.aside({
    id: 'dots',
    lines: LINES,
    columns: [
      { title: metricName('winRateCount', lang), formula: judged(table, 'winRateCount', lang), format: unitFormat('share', '') },
      { title: metricName('avgCheque', lang), formula: judged(table, 'avgCheque', lang), format: money },
    ],
  });
  const combo = comboOptions(money);
  page.chart(charts, {
    id: 'managers',
    kind: 'COMBO',
    title: reportWords.managersChart[lang],
    ranges: [bars.firstLines(CHART_MANAGERS)],
    options: { ...combo, 'hAxis.slantedText': true },
    column: 1,
    width: 690,
  });
  page.chart(charts, {
    id: 'months',
    kind: 'COMBO',
    title: reportWords.monthsChart[lang],
    ranges: [months.firstLines(MONTHS)],
    options: { ...combo, 'hAxis.slantedText': true },
    column: 8,
    width: 690,
  });
  page.chart(scatters, {
    id: 'scatter',
    kind: 'SCATTER',
    title: reportWords.scatterChart[lang],
    ranges: [dots.range],
    options: {
      'legend.position': 'none',
      'series.0.color': palette.accent,
      'series.0.pointSize': 9,
      'hAxis.title': metricName('winRateCount', lang),
      'hAxis.format': '0%',
      'hAxis.viewWindow.min': 0,
      'vAxis.title': metricName('avgCheque', lang),
      'vAxis.format': money,
      'vAxis.viewWindow.min': 0,
    },
    column: 1,
    width: 690,
  });
  return page.sheet();
}

/** The win rate of each line against the total: a sign and a word, never colour alone; too few deals are said to be too few. */
function marks(table: TableRef, lang: Lang): FormulaCell[] {
  const total = quoted(tableWords.total[lang]);
  const rate = table.letter('winRateCount');
  const totalRate = `SUM(INDEX(${table.column('winRateCount')},MATCH(${total},${table.column('name')},0)))`;
  return Array.from({ length: LINES }, (_, line) => {
    const row = table.first + line;
    const who = `$${table.letter('name')}${row}`;
    const points = `(SUM($${rate}${row})-${totalRate})*100`;
    const marked = `IF(${points}>=5,${quoted(reportWords.above[lang])},IF(${points}<=-5,${quoted(reportWords.below[lang])},${quoted(reportWords.same[lang])}))`;
    const known = `IF(${decided(table, row)}<${FEW},${quoted(reportWords.few[lang])},${marked})`;
    return { a1: `${table.letter('mark')}${row}`, formula: `=IF(OR(${who}="",${who}=${total}),"",IFERROR(${known},""))` };
  });
}

function decided(table: TableRef, row: number): string {
  return `SUM($${table.letter('wonCount')}${row},$${table.letter('lostCount')}${row})`;
}

/** Values of managers of whom enough is known. */
function judged(table: TableRef, key: MetricId, lang: Lang): string {
  const total = quoted(tableWords.total[lang]);
  const name = table.column('name');
  return `IFERROR(FILTER(${table.column(key)},${name}<>"",${name}<>${total},${table.column('wonCount')}>0),"")`;
}

function comboOptions(money: string): ChartOptions {
  return {
    'legend.position': 'top',
    'series.0.type': 'bars',
    'series.0.color': palette.accent,
    'series.0.targetAxisIndex': 0,
    'series.1.type': 'line',
    'series.1.color': palette.second,
    'series.1.targetAxisIndex': 1,
    'series.1.pointSize': 6,
    'vAxes.0.format': money,
    'vAxes.0.viewWindow.min': 0,
    'vAxes.1.format': '0%',
    'vAxes.1.viewWindow.min': 0,
    'vAxes.1.gridlines.count': 0,
  };
}

/** Shares of few deals are grey (R11); marks are coloured beside their sign; a heat map of what is sold. */
function conditions(table: TableRef, lang: Lang): Condition[] {
  const mark = `$${table.letter('mark')}${table.first}`;
  return [
    {
      ranges: [table.lines('winRateCount'), table.lines('winRateValue')],
      formula: `=${decided(table, table.first)}<${FEW}`,
      color: palette.muted,
    },
    { ranges: [table.lines('mark')], formula: `=${mark}=${quoted(reportWords.above[lang])}`, color: palette.good },
    { ranges: [table.lines('mark')], formula: `=${mark}=${quoted(reportWords.below[lang])}`, color: palette.bad },
  ];
}

function widths(): number[] {
  const width: Readonly<Record<string, number>> = { money: 112, share: 88, count: 82, days: 74 };
  return [200, ...METRICS.map((id) => width[metricOf(id).unit] ?? 90), 104];
}
