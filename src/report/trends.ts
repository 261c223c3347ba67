// The sheet «Динамика»: two years by month, with the change to the month and to the year before.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { metricName } from '../functions/metric-names';
import { trendSheetWords } from '../locale/report-plan-words';
import { tableWords } from '../locale/table-words';
import { type MetricId, metricOf } from '../metrics/catalogue';
import { byWord, metricColumn, metricList } from './blocks';
import { pipelineChoice, whoChoice } from './choices';
import { changeFormat, unitFormat } from './formats';
import { filled, lastMonths, stamped } from './formula';
import { openPage } from './page';
import type { AsideRef, ChartPlan, Page, TableRef } from './page-specs';
import { palette } from './palette';
import type { ChartOptions, FormulaCell, ReportSheet } from './spec';

const METRICS: readonly MetricId[] = [
  'created',
  'wonCount',
  'lostCount',
  'wonSum',
  'avgCheque',
  'winRateCount',
  'cohortConversion',
  'maturity',
  'cycleMedianDays',
];
const MONTHS = 24;
const YEAR = 12;

export function trendsSheet(labels: Labels, lang: Lang): ReportSheet {
  const page = openPage({
    id: 'trends',
    labels,
    lang,
    choices: [pipelineChoice(lang), whoChoice(lang)],
    widths: [150, 84, 84, 90, 124, 112, 96, 96, 90, 84, 110, 110],
  });
  const [upper, lower] = [page.chartRow(300), page.chartRow(300)];
  const table = page.table({
    id: 'months',
    title: trendSheetWords.months[lang],
    hint: trendSheetWords.monthsHint[lang],
    formula: stamped(
      'B24_KPI_TABLE',
      lastMonths(MONTHS, labels, lang),
      page.chosen('who'),
      page.chosen('pipeline'),
      byWord('month', lang),
      metricList(METRICS, lang),
    ),
    columns: [{ key: 'month' }, ...METRICS.map((id) => metricColumn(id, labels, lang))],
    extraColumns: [
      { key: 'toMonth', format: changeFormat, note: trendSheetWords.changeNote[lang] },
      { key: 'toYear', format: changeFormat, note: trendSheetWords.changeNote[lang] },
    ],
    lines: MONTHS + 1,
    more: (ref) => ({
      values: (['toMonth', 'toYear'] as const).map((key) => ({ a1: `${ref.letter(key)}${ref.header}`, value: trendSheetWords[key][lang] })),
      formulas: [...changes(ref, 'toMonth', 1), ...changes(ref, 'toYear', YEAR)],
    }),
    conditions: (ref) => [
      ...(['toMonth', 'toYear'] as const).flatMap((key) => [
        {
          ranges: [ref.lines(key)],
          formula: `=AND($${ref.letter(key)}${ref.first}<>"",$${ref.letter(key)}${ref.first}<0)`,
          color: palette.bad,
        },
        {
          ranges: [ref.lines(key)],
          formula: `=AND($${ref.letter(key)}${ref.first}<>"",$${ref.letter(key)}${ref.first}>0)`,
          color: palette.good,
        },
      ]),
    ],
  });
  const [sum, won] = [unitFormat('money', labels.baseCurrency), '#,##0'];
  const series = (id: string, keys: readonly MetricId[]): AsideRef => monthSeries(page, table, id, keys);
  const combo = (first: string, second: string): ChartOptions => ({
    ...twoAxes,
    'vAxes.0.format': first,
    'vAxes.1.format': second,
  });
  const draw = (row: typeof upper, column: number, plan: Pick<ChartPlan, 'id' | 'title' | 'ranges' | 'options'>): void => {
    page.chart(row, { kind: 'COMBO', column, width: column === 1 ? 620 : 600, ...plan });
  };
  draw(upper, 1, {
    id: 'sum',
    title: trendSheetWords.sumChart[lang],
    ranges: [series('sum', ['wonSum', 'winRateCount']).firstLines(MONTHS)],
    options: combo(sum, '0%'),
  });
  draw(upper, 7, {
    id: 'years',
    title: trendSheetWords.yearsChart[lang],
    ranges: [twoYears(page, table).range],
    options: { ...lines, 'vAxes.0.format': sum },
  });
  draw(lower, 1, {
    id: 'count',
    title: trendSheetWords.countChart[lang],
    ranges: [series('count', ['created', 'wonCount']).firstLines(MONTHS)],
    options: { ...lines, 'series.0.type': 'bars', 'series.0.color': palette.line, 'series.1.color': palette.accent, 'vAxes.0.format': won },
  });
  draw(lower, 7, {
    id: 'cheque',
    title: trendSheetWords.chequeChart[lang],
    ranges: [series('cheque', ['avgCheque', 'cycleMedianDays']).firstLines(MONTHS)],
    options: combo(sum, '0'),
  });
  return page.sheet();
}

const twoAxes: ChartOptions = {
  'legend.position': 'top',
  'series.0.type': 'bars',
  'series.0.color': palette.accent,
  'series.0.targetAxisIndex': 0,
  'series.1.type': 'line',
  'series.1.color': palette.second,
  'series.1.targetAxisIndex': 1,
  'series.1.pointSize': 5,
  'vAxes.0.viewWindow.min': 0,
  'vAxes.1.viewWindow.min': 0,
  'vAxes.1.gridlines.count': 0,
  'hAxis.slantedText': true,
};

const lines: ChartOptions = {
  'legend.position': 'top',
  'series.0.type': 'line',
  'series.0.color': palette.accent,
  'series.0.pointSize': 5,
  'series.1.type': 'line',
  'series.1.color': palette.second,
  'series.1.pointSize': 5,
  'vAxes.0.viewWindow.min': 0,
  'hAxis.slantedText': true,
};

/** Change of the won sum to the line so many months above; blank without one, and for the total. */
function changes(table: TableRef, key: string, back: number): FormulaCell[] {
  const sum = `$${table.letter('wonSum')}`;
  return Array.from({ length: MONTHS - back }, (_, at) => {
    const row = table.first + back + at;
    const before = `${sum}${row - back}`;
    return { a1: `${table.letter(key)}${row}`, formula: `=IF(OR(${sum}${row}="",${before}="",${before}=0),"",${sum}${row}/${before}-1)` };
  });
}

function monthSeries(page: Page, table: TableRef, id: string, keys: readonly MetricId[]): AsideRef {
  const { lang, labels } = page;
  const names = table.column('month');
  const total = tableWords.total[lang];
  return page.aside({
    id: `series-${id}`,
    lines: MONTHS + 1,
    columns: [
      { title: tableWords.month[lang], formula: filled(names, names, total) },
      ...keys.map((key) => ({
        title: metricName(key, lang),
        formula: filled(table.column(key), names, total),
        format: unitFormat(metricOf(key).unit, labels.baseCurrency),
      })),
    ],
  });
}

/** The last twelve months beside the twelve before them. */
function twoYears(page: Page, table: TableRef): AsideRef {
  const { lang, labels } = page;
  const money = unitFormat('money', labels.baseCurrency);
  const at = (key: string, line: number): string => `INDEX(${table.column(key)},${line})`;
  return page.aside({
    id: 'years',
    lines: YEAR,
    cells: [
      { title: tableWords.month[lang], formula: (line) => at('month', YEAR + line + 1) },
      { title: trendSheetWords.thisYear[lang], formula: (line) => at('wonSum', YEAR + line + 1), format: money },
      // Before the first deal there was no month to compare with.
      {
        title: trendSheetWords.lastYear[lang],
        formula: (line) =>
          `IF(SUM($${table.letter('created')}$${table.first}:$${table.letter('created')}$${table.first + line})=0,"",${at('wonSum', line + 1)})`,
        format: money,
      },
    ],
  });
}
