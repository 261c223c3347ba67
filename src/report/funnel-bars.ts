// A funnel as a picture: bars of the stages, the number in the name of each, centred by an invisible bar before them.
import { reportWords } from '../locale/report-words';
import { tableWords } from '../locale/table-words';
import { countFormat } from './formats';
import { filled } from './formula';
import type { ChartRow, Page } from './page-specs';
import { palette } from './palette';

interface FunnelBars {
  /** Columns of a funnel's answer: names of the stages, and how many deals entered. */
  readonly stages: string;
  readonly entered: string;
  readonly lines: number;
  readonly title: string;
  readonly column: number;
  readonly width: number;
}

export function drawFunnelBars(page: Page, row: ChartRow, { stages, entered, lines, title, column, width }: FunnelBars): void {
  const { lang } = page;
  const names = page.aside({
    id: 'funnel-names',
    lines,
    // Row by row: joining whole columns is not the same in both engines.
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
      // Half of what a bar lacks to the longest.
      { title: reportWords.spacer[lang], formula: filled(`(MAX(${entered})-${entered})/2`, stages), format: countFormat },
      { title: tableWords.entered[lang], formula: filled(entered, stages), format: countFormat },
    ],
  });
  page.chart(row, {
    id: 'funnel',
    kind: 'BAR',
    title,
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
    column,
    width,
  });
}
