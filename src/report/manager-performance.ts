// The sheet «Эффективность менеджеров»: one table by manager, a mark against the total, and two charts over it.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { MANAGER_CAPACITY } from '../functions/kpi-table';
import { metricMeaning, metricName, metricShortName } from '../functions/metric-names';
import { reportWords } from '../locale/report-words';
import { tableWords } from '../locale/table-words';
import { sheetWords } from '../locale/words';
import { type MetricId, metricOf } from '../metrics/catalogue';
import { area, cell, columnName } from './cells';
import { LAST_90_DAYS, periodSwitch, pipelineSwitch, whoSwitch } from './choices';
import { shareFormat, unitFormat } from './formats';
import { quoted, stamped } from './formula';
import { chartLook, FIRST_SWITCH_ROW, pageHead, pageHeights, switchAddress } from './page';
import { palette } from './palette';
import type { ChartSpec, Condition, FormulaCell, RangeLook, ReportSheet } from './spec';

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
/** Switches, a blank row, the charts, a blank row. */
const HEADER_ROW = FIRST_SWITCH_ROW + 21;
const FIRST_ROW = HEADER_ROW + 1;
/** Managers and the total. */
const LINES = MANAGER_CAPACITY + 1;
const LAST_ROW = HEADER_ROW + LINES;
const TABLE_COLUMNS = METRICS.length + 1;
const MARK_COLUMN = TABLE_COLUMNS + 1;
/** Chart data stand to the right, outside the printed page, after one empty column. */
const CHART_COLUMN = MARK_COLUMN + 2;
const MONTH_COLUMN = CHART_COLUMN + 4;
const COLUMNS = MONTH_COLUMN + 2;
const HINT_ROW = HEADER_ROW - 1;

/** The sheet for the pipelines and people of the labels, in the language of the file. */
export function managerPerformance(labels: Labels, lang: Lang): ReportSheet {
  const switches = [
    periodSwitch(cell(FIRST_SWITCH_ROW, 2), labels, lang, LAST_90_DAYS),
    pipelineSwitch(cell(FIRST_SWITCH_ROW + 1, 2), labels, lang, true),
    whoSwitch(cell(FIRST_SWITCH_ROW + 2, 2), labels, lang),
  ];
  const names = [reportWords.period[lang], reportWords.pipeline[lang], reportWords.who[lang]];
  const head = pageHead(sheetWords.managers[lang], switches, names, MARK_COLUMN, lang);
  return {
    id: 'managers',
    name: sheetWords.managers[lang],
    tabColor: palette.accent,
    rows: LAST_ROW + 1,
    columns: COLUMNS,
    columnWidths: columnWidths(),
    rowHeights: pageHeights(HEADER_ROW),
    frozenRows: FIRST_SWITCH_ROW + switches.length - 1,
    frozenColumns: 0,
    hideGridlines: true,
    values: [
      ...head.values,
      { a1: cell(HINT_ROW, 1), value: reportWords.managersHint[lang] },
      { a1: cell(HEADER_ROW, MARK_COLUMN), value: reportWords.mark[lang] },
      { a1: cell(HINT_ROW, CHART_COLUMN), value: reportWords.chartData[lang] },
      { a1: cell(HEADER_ROW, CHART_COLUMN), value: tableWords.manager[lang] },
      { a1: cell(HEADER_ROW, CHART_COLUMN + 1), value: metricName('wonSum', lang) },
      { a1: cell(HEADER_ROW, CHART_COLUMN + 2), value: metricName('cohortConversion', lang) },
    ],
    formulas: [...head.formulas, ...tableFormulas(lang), ...markFormulas(lang), ...chartFormulas(lang)],
    switches,
    looks: [...head.looks, ...looks(labels)],
    conditions: conditions(lang),
    notes: notes(lang),
    merges: head.merges,
    spills: [
      { anchor: cell(HEADER_ROW, 1), area: area(HEADER_ROW, 1, LINES + 1, TABLE_COLUMNS) },
      { anchor: cell(FIRST_ROW, CHART_COLUMN), area: area(FIRST_ROW, CHART_COLUMN, LINES, 1) },
      { anchor: cell(FIRST_ROW, CHART_COLUMN + 1), area: area(FIRST_ROW, CHART_COLUMN + 1, LINES, 1) },
      { anchor: cell(FIRST_ROW, CHART_COLUMN + 2), area: area(FIRST_ROW, CHART_COLUMN + 2, LINES, 1) },
      { anchor: cell(HEADER_ROW, MONTH_COLUMN), area: area(HEADER_ROW, MONTH_COLUMN, MONTHS + 2, 3) },
    ],
    charts: charts(labels, lang),
  };
}

function tableFormulas(lang: Lang): FormulaCell[] {
  const [period, pipeline, who] = [0, 1, 2].map(switchAddress);
  const by = (dimension: 'manager' | 'month') =>
    quoted({ manager: { ru: 'менеджер', en: 'manager' }, month: { ru: 'месяц', en: 'month' } }[dimension][lang]);
  const list = (ids: readonly MetricId[]) => quoted(ids.map((id) => metricShortName(id, lang)).join(', '));
  const lastYear = quoted(lang === 'ru' ? 'последние 12 месяцев' : 'last 12 months');
  return [
    {
      a1: cell(HEADER_ROW, 1),
      formula: `=${stamped('B24_KPI_TABLE', period ?? '', who ?? '', pipeline ?? '', by('manager'), list(METRICS))}`,
    },
    {
      a1: cell(HEADER_ROW, MONTH_COLUMN),
      formula: `=${stamped('B24_KPI_TABLE', lastYear, who ?? '', pipeline ?? '', by('month'), list(['wonSum', 'winRateCount']))}`,
    },
  ];
}

/** The win rate of each line against the total: a sign and a word, never colour alone; too few deals are said to be too few. */
function markFormulas(lang: Lang): FormulaCell[] {
  const name = column(0);
  const total = quoted(tableWords.total[lang]);
  const rate = column('winRateCount');
  const totalRate = `SUM(INDEX($${rate}$${FIRST_ROW}:$${rate}$${LAST_ROW},MATCH(${total},$${name}$${FIRST_ROW}:$${name}$${LAST_ROW},0)))`;
  return Array.from({ length: LINES }, (_, line) => {
    const row = FIRST_ROW + line;
    const who = `$${name}${row}`;
    const decided = `SUM($${column('wonCount')}${row},$${column('lostCount')}${row})`;
    const points = `(SUM($${rate}${row})-${totalRate})*100`;
    const marked = `IF(${points}>=5,${quoted(reportWords.above[lang])},IF(${points}<=-5,${quoted(reportWords.below[lang])},${quoted(reportWords.same[lang])}))`;
    const judged = `IF(${decided}<10,${quoted(reportWords.few[lang])},${marked})`;
    return { a1: cell(row, MARK_COLUMN), formula: `=IF(OR(${who}="",${who}=${total}),"",IFERROR(${judged},""))` };
  });
}

/** The lines without the total, for the chart: what lies beyond them is truly empty. */
function chartFormulas(lang: Lang): FormulaCell[] {
  const names = columnRange(column(0));
  const total = quoted(tableWords.total[lang]);
  return [column(0), column('wonSum'), column('cohortConversion')].map((source, index) => ({
    a1: cell(FIRST_ROW, CHART_COLUMN + index),
    formula: `=IFERROR(FILTER(${columnRange(source)},${names}<>"",${names}<>${total}),"")`,
  }));
}

function charts(labels: Labels, lang: Lang): ChartSpec[] {
  const money = unitFormat('money', labels.baseCurrency);
  const combo = {
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
  const top = FIRST_SWITCH_ROW + 4;
  return [
    {
      id: 'managers',
      kind: 'COMBO',
      ranges: [area(HEADER_ROW, CHART_COLUMN, CHART_MANAGERS + 1, 3)],
      headers: 1,
      options: { ...chartLook(reportWords.managersChart[lang]), ...combo, 'hAxis.slantedText': true },
      position: { row: top, column: 1, width: 690, height: 320 },
    },
    {
      id: 'months',
      kind: 'COMBO',
      ranges: [area(HEADER_ROW, MONTH_COLUMN, MONTHS + 1, 3)],
      headers: 1,
      options: { ...chartLook(reportWords.monthsChart[lang]), ...combo, 'hAxis.slantedText': true },
      position: { row: top, column: 8, width: 690, height: 320 },
    },
  ];
}

function looks(labels: Labels): RangeLook[] {
  const muted = { color: palette.muted, fontSize: 9 } as const;
  return [
    { a1: cell(HINT_ROW, 1), ...muted },
    {
      a1: area(HEADER_ROW, 1, 1, MARK_COLUMN),
      background: palette.header,
      color: palette.ink,
      bold: true,
      wrap: true,
      align: 'center',
      verticalAlign: 'middle',
      borderBottom: palette.line,
    },
    ...METRICS.map((id, index) => ({
      a1: area(FIRST_ROW, index + 2, LINES, 1),
      numberFormat: unitFormat(metricOf(id).unit, labels.baseCurrency),
      align: 'right' as const,
      color: palette.ink,
    })),
    { a1: area(FIRST_ROW, 1, LINES, 1), color: palette.ink },
    { a1: area(FIRST_ROW, MARK_COLUMN, LINES, 1), color: palette.muted, align: 'left' },
    { a1: area(HINT_ROW, CHART_COLUMN, LINES + 2, COLUMNS - CHART_COLUMN + 1), ...muted },
    { a1: area(FIRST_ROW, CHART_COLUMN + 1, LINES, 1), numberFormat: unitFormat('money', labels.baseCurrency) },
    { a1: area(FIRST_ROW, CHART_COLUMN + 2, LINES, 1), numberFormat: shareFormat },
    { a1: area(FIRST_ROW, MONTH_COLUMN + 1, MONTHS + 1, 1), numberFormat: unitFormat('money', labels.baseCurrency) },
    { a1: area(FIRST_ROW, MONTH_COLUMN + 2, MONTHS + 1, 1), numberFormat: shareFormat },
  ];
}

/** The total stands out; shares of few deals are grey (R11); marks are coloured beside their sign. */
function conditions(lang: Lang): Condition[] {
  const table = area(FIRST_ROW, 1, LINES, MARK_COLUMN);
  const marks = area(FIRST_ROW, MARK_COLUMN, LINES, 1);
  const rates = ['winRateCount', 'winRateValue'].map((id) => columnRange(column(id as MetricId)).replace(/\$/g, ''));
  const mark = `$${columnName(MARK_COLUMN)}${FIRST_ROW}`;
  const decided = `SUM($${column('wonCount')}${FIRST_ROW},$${column('lostCount')}${FIRST_ROW})`;
  return [
    { ranges: [table], formula: `=$A${FIRST_ROW}=${quoted(tableWords.total[lang])}`, background: palette.total, bold: true },
    { ranges: rates, formula: `=${decided}<10`, color: palette.muted },
    { ranges: [marks], formula: `=${mark}=${quoted(reportWords.above[lang])}`, color: palette.good },
    { ranges: [marks], formula: `=${mark}=${quoted(reportWords.below[lang])}`, color: palette.bad },
  ];
}

/** Each header tells its definition and rule. */
function notes(lang: Lang): { a1: string; text: string }[] {
  return [
    ...METRICS.map((id, index) => ({ a1: cell(HEADER_ROW, index + 2), text: `${metricMeaning(id, lang)} (${metricOf(id).rule})` })),
    { a1: cell(HEADER_ROW, MARK_COLUMN), text: reportWords.markNote[lang] },
  ];
}

function columnWidths(): number[] {
  const width: Readonly<Record<string, number>> = { money: 112, share: 88, count: 82, days: 74 };
  return [
    200,
    ...METRICS.map((id) => width[metricOf(id).unit] ?? 90),
    104,
    ...Array.from({ length: COLUMNS - MARK_COLUMN }, (_, index) => [40, 150, 110, 80, 40, 110, 110, 80][index] ?? 90),
  ];
}

/** Column letter of a metric; 0 is the name. */
function column(metric: MetricId | 0): string {
  return columnName(metric === 0 ? 1 : METRICS.indexOf(metric) + 2);
}

function columnRange(letter: string): string {
  return `$${letter}$${FIRST_ROW}:$${letter}$${LAST_ROW}`;
}
