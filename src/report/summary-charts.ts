// The pictures of «Сводка»: the year against its plan, and the funnel.
import { FUNNEL_COLUMNS } from '../functions/funnel';
import { PLAN_COLUMNS } from '../functions/plan-fact-table';
import { personWords } from '../locale/person-words';
import { summaryWords } from '../locale/report-summary-words';
import { tableWords } from '../locale/table-words';
import { firstPipeline } from './choices';
import { moneyFormat } from './formats';
import { quoted, stamped } from './formula';
import { funnelCapacity } from './funnel';
import { drawFunnelBars } from './funnel-bars';
import type { ChartRow, Page } from './page-specs';
import { palette } from './palette';
import { MONTHS, type Sources } from './summary-sources';

export function drawYear(page: Page, { months }: Sources, row: ChartRow): void {
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
export function drawFunnel(page: Page, row: ChartRow): void {
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
  drawFunnelBars(page, row, { stages, entered, lines, title: summaryWords.funnel[lang], column: 7, width: 480 });
}
