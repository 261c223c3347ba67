// The sheet «Причины отказа»: why deals are lost, from which stage, by whom, from which channel.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { lossDimensions } from '../functions/losses';
import { lossSheetWords } from '../locale/report-work-words';
import { tableWords } from '../locale/table-words';
import { workWords } from '../locale/work-words';
import { word } from './blocks';
import { usualChoices } from './choices';
import { countFormat, moneyFormat, shareFormat } from './formats';
import { filled, quoted, stamped } from './formula';
import { openPage } from './page';
import type { Page, TableRef } from './page-specs';
import { palette } from './palette';
import type { ReportSheet } from './spec';

/** Lines and the total. */
const LINES = 101;
const SIDE = 6;
const CHART_LINES = 12;

export function lossesSheet(labels: Labels, lang: Lang): ReportSheet {
  const page = openPage({
    id: 'losses',
    labels,
    lang,
    choices: usualChoices(lang),
    widths: [240, 90, 124, 90, 30, 240, 90, 124, 90],
  });
  const pictures = page.chartRow();
  const reasons = lossTable(page, 'reason', lossSheetWords.reasons[lang], 1);
  const stages = lossTable(page, 'fromStage', lossSheetWords.stages[lang], SIDE);
  lossTable(page, 'manager', lossSheetWords.managers[lang], 1);
  lossTable(page, 'channel', lossSheetWords.channels[lang], SIDE);
  const total = tableWords.total[lang];
  const [names, counts] = [reasons.column('name'), reasons.column('count')];
  const bars = page.aside({
    id: 'bars',
    lines: LINES,
    columns: [
      { title: workWords.reason[lang], formula: filled(names, names, total) },
      { title: tableWords.lost[lang], formula: filled(counts, names, total), format: countFormat },
    ],
  });
  const pareto = page.aside({
    id: 'pareto',
    lines: CHART_LINES,
    cells: [
      { title: workWords.reason[lang], formula: (line) => `IFERROR(INDEX(${bars.column(0)},${line + 1})&"","")` },
      {
        title: tableWords.lost[lang],
        formula: (line) => `IF(INDEX(${bars.column(0)},${line + 1})="","",INDEX(${bars.column(1)},${line + 1}))`,
        format: countFormat,
      },
      {
        title: lossSheetWords.cumulative[lang],
        formula: (line, row, column) =>
          `IF($${column(1)}$${row}="","",SUM($${column(1)}$${row - line}:$${column(1)}$${row})/SUM(${bars.column(1)}))`,
        format: shareFormat,
      },
    ],
  });
  const money = moneyFormat(labels.baseCurrency);
  const leaks = page.aside({
    id: 'leaks',
    lines: LINES,
    columns: [
      { title: tableWords.stage[lang], formula: filled(stages.column('name'), stages.column('name'), total) },
      { title: tableWords.sum[lang], formula: filled(stages.column('sum'), stages.column('name'), total), format: money },
    ],
  });
  page.chart(pictures, {
    id: 'pareto',
    kind: 'COMBO',
    title: lossSheetWords.pareto[lang],
    ranges: [pareto.range],
    options: {
      'legend.position': 'top',
      'series.0.type': 'bars',
      'series.0.color': palette.accent,
      'series.1.type': 'line',
      'series.1.color': palette.second,
      'series.1.targetAxisIndex': 1,
      'series.1.pointSize': 5,
      'vAxes.0.viewWindow.min': 0,
      'vAxes.1.format': '0%',
      'vAxes.1.viewWindow.min': 0,
      'vAxes.1.viewWindow.max': 1,
      'vAxes.1.gridlines.count': 0,
    },
    column: 1,
    width: 560,
  });
  page.chart(pictures, {
    id: 'stages',
    kind: 'BAR',
    title: lossSheetWords.stagesChart[lang],
    ranges: [leaks.firstLines(CHART_LINES)],
    options: { 'legend.position': 'none', 'series.0.color': palette.bad, 'hAxis.format': money, 'hAxis.viewWindow.min': 0 },
    column: SIDE,
    width: 540,
  });
  return page.sheet();
}

function lossTable(page: Page, by: (typeof lossDimensions)[number]['value'], title: string, left: number): TableRef {
  const { lang, labels } = page;
  const [period = '', who = '', pipeline = ''] = ['period', 'who', 'pipeline'].map(page.chosen);
  return page.table({
    id: by,
    title,
    ...(by === 'reason' ? { hint: lossSheetWords.hint[lang] } : {}),
    formula: stamped('B24_LOSSES', period, who, pipeline, word(lossDimensions, by, lang)),
    columns: [
      { key: 'name' },
      { key: 'count', format: countFormat },
      { key: 'sum', format: moneyFormat(labels.baseCurrency) },
      { key: 'share', format: shareFormat },
    ],
    lines: LINES,
    left,
    beside: left > 1,
    conditions: (ref) => [
      { ranges: [ref.body], formula: `=$${ref.letter('name')}${ref.first}=${quoted(workWords.notSet[lang])}`, color: palette.second },
    ],
  });
}
