// The sheet «Клиенты»: the best clients of the period, and who is about to leave (RFM over a year).
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { metricName } from '../functions/metric-names';
import { topDimensions } from '../functions/top';
import { segmentWords } from '../locale/breakdown-words';
import { clientSheetWords } from '../locale/report-who-words';
import { tableWords } from '../locale/table-words';
import { byWord, metricList, sumsBy, topTotal, word } from './blocks';
import { area, cell, columnName } from './cells';
import { usualChoices } from './choices';
import { countFormat, moneyFormat, shareFormat } from './formats';
import { filled, lastMonths, quoted, stamped } from './formula';
import { openPage } from './page';
import { emptyBlock } from './page-blocks';
import type { TableRef } from './page-specs';
import { palette } from './palette';
import type { Block, FormulaCell, ReportSheet } from './spec';

const SHOWN = 20;
const BESIDE = 5;
const RFM_LINES = 200;
const SCORES = 5;
const MONTHS = 12;

export function clientsSheet(labels: Labels, lang: Lang): ReportSheet {
  const text = clientSheetWords;
  const money = moneyFormat(labels.baseCurrency);
  const page = openPage({ id: 'clients', labels, lang, choices: usualChoices(lang), widths: [230, 230, 110, 110, 110, 80, 80, 130] });
  const pictures = page.chartRow();
  const [period = '', who = '', pipeline = ''] = ['period', 'who', 'pipeline'].map(page.chosen);
  page.table({
    id: 'top',
    title: text.top[lang],
    hint: text.topHint[lang],
    formula: stamped('B24_TOP', period, who, pipeline, word(topDimensions, 'client', lang), String(SHOWN)),
    columns: [
      { key: 'rank', align: 'left' },
      { key: 'name' },
      { key: 'sum', format: money },
      { key: 'deals', format: countFormat },
      { key: 'cumulative', format: shareFormat },
      { key: 'abc' },
    ],
    lines: SHOWN + BESIDE,
    conditions: (ref) => [topTotal(ref, 'name', lang)],
  });
  let rfm: TableRef | null = null;
  page.block(SCORES + 3, (row) => (rfm ? matrix(row, rfm, lang) : emptyBlock('matrix', area(row, 1, 1, 1))));
  const table = page.table({
    id: 'rfm',
    title: text.rfm[lang],
    hint: text.rfmHint[lang],
    formula: stamped('B24_RFM', who, pipeline),
    columns: [
      { key: 'client' },
      { key: 'days', format: countFormat },
      { key: 'purchases', format: countFormat },
      { key: 'sum', format: money },
      { key: 'R', format: '0', align: 'center' },
      { key: 'F', format: '0', align: 'center' },
      { key: 'M', format: '0', align: 'center' },
      { key: 'segment' },
    ],
    lines: RFM_LINES,
    conditions: (ref) => [
      {
        ranges: [ref.lines('segment')],
        formula: `=$${ref.letter('segment')}${ref.first}=${quoted(segmentWords.leaving[lang])}`,
        color: palette.bad,
        bold: true,
      },
      {
        ranges: [ref.lines('segment')],
        formula: `=$${ref.letter('segment')}${ref.first}=${quoted(segmentWords.best[lang])}`,
        color: palette.good,
      },
    ],
  });
  rfm = table;
  const segments = sumsBy(page, {
    id: 'segments',
    table,
    by: 'segment',
    sum: 'sum',
    title: text.rfm[lang],
    sumTitle: text.sum[lang],
    lines: 8,
  });
  const months = page.aside({
    id: 'months',
    lines: MONTHS + 1,
    table: {
      formula: stamped(
        'B24_KPI_TABLE',
        lastMonths(12, labels, lang),
        who,
        pipeline,
        byWord('month', lang),
        metricList(['repeatShareSum', 'repeatShareCount'], lang),
      ),
      formats: [undefined, shareFormat, shareFormat],
    },
  });
  const names = months.column(0);
  const repeat = page.aside({
    id: 'repeat',
    lines: MONTHS + 1,
    columns: [
      { title: tableWords.month[lang], formula: filled(names, names, tableWords.total[lang]) },
      { title: metricName('repeatShareSum', lang), formula: filled(months.column(1), names, tableWords.total[lang]), format: shareFormat },
    ],
  });
  page.chart(pictures, {
    id: 'segments',
    kind: 'BAR',
    title: text.segmentsChart[lang],
    ranges: [segments.range],
    options: { 'legend.position': 'none', 'series.0.color': palette.accent, 'hAxis.format': money, 'hAxis.viewWindow.min': 0 },
    column: 1,
    width: 540,
  });
  page.chart(pictures, {
    id: 'repeat',
    kind: 'LINE',
    title: text.repeatChart[lang],
    ranges: [repeat.firstLines(MONTHS)],
    options: {
      'legend.position': 'none',
      'series.0.color': palette.second,
      pointSize: 5,
      'vAxis.format': '0%',
      'vAxis.viewWindow.min': 0,
      'hAxis.slantedText': true,
    },
    column: 4,
    width: 520,
  });
  return page.sheet();
}

/** Clients by recency (down, the latest first) and frequency (across). */
function matrix(row: number, rfm: TableRef, lang: Lang): Block {
  const header = row + 2;
  const body = area(header + 1, 2, SCORES, SCORES);
  const formulas: FormulaCell[] = [];
  for (let down = 0; down < SCORES; down++)
    for (let across = 0; across < SCORES; across++)
      formulas.push({
        a1: cell(header + 1 + down, 2 + across),
        formula: `=COUNTIFS(${rfm.column('R')},$A${header + 1 + down},${rfm.column('F')},${columnName(2 + across)}$${header})`,
      });
  return {
    ...emptyBlock('matrix', area(row, 1, SCORES + 3, SCORES + 1)),
    values: [
      { a1: cell(row, 1), value: clientSheetWords.matrix[lang] },
      { a1: cell(row + 1, 1), value: clientSheetWords.matrixHint[lang] },
      { a1: cell(header, 1), value: clientSheetWords.recency[lang] },
      ...Array.from({ length: SCORES }, (_, at) => ({ a1: cell(header, 2 + at), value: at + 1 })),
      ...Array.from({ length: SCORES }, (_, at) => ({ a1: cell(header + 1 + at, 1), value: SCORES - at })),
    ],
    formulas,
    looks: [
      { a1: cell(row, 1), bold: true, fontSize: 12, color: palette.ink },
      { a1: cell(row + 1, 1), color: palette.muted, fontSize: 9 },
      {
        a1: area(header, 1, 1, SCORES + 1),
        background: palette.header,
        color: palette.ink,
        bold: true,
        align: 'center',
        borderBottom: palette.line,
      },
      { a1: area(header + 1, 1, SCORES, 1), color: palette.ink, bold: true, align: 'center' },
      { a1: body, color: palette.ink, align: 'center', numberFormat: countFormat },
    ],
    conditions: [{ ranges: [body], gradient: { min: palette.paper, max: palette.heatHigh } }],
  };
}
