// The sheet «Товары»: what sells, and how much of the revenue the first ones bring.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { choiceWords } from '../functions/arguments/choice';
import { topDimensions } from '../functions/top';
import { productMetrics } from '../functions/top-sold';
import { productSheetWords } from '../locale/report-who-words';
import { tableWords } from '../locale/table-words';
import { topTotal, word } from './blocks';
import { usualChoices, wordChoice } from './choices';
import { countFormat, moneyFormat, shareFormat } from './formats';
import { stamped } from './formula';
import { openPage } from './page';
import { PARETO_OPTIONS } from './pareto';
import type { ReportSheet } from './spec';

const SHOWN = 30;
/** Lines of what has no product, of the others, of the total. */
const BESIDE = 6;
const CHART_LINES = 15;

export function productsSheet(labels: Labels, lang: Lang): ReportSheet {
  const text = productSheetWords;
  const money = moneyFormat(labels.baseCurrency);
  const page = openPage({
    id: 'products',
    labels,
    lang,
    choices: [...usualChoices(lang), wordChoice('metric', text.metric[lang], choiceWords(productMetrics, lang), text.metricHelp[lang])],
    widths: [160, 320, 130, 110, 90, 90, 110],
  });
  const picture = page.chartRow(340);
  const [period = '', who = '', pipeline = '', metric = ''] = ['period', 'who', 'pipeline', 'metric'].map(page.chosen);
  const table = page.table({
    id: 'products',
    title: text.table[lang],
    hint: text.hint[lang],
    formula: stamped('B24_TOP', period, who, pipeline, word(topDimensions, 'product', lang), String(SHOWN), metric),
    columns: [
      { key: 'rank', align: 'left' },
      { key: 'name' },
      { key: 'sum', format: money },
      { key: 'quantity', format: '#,##0' },
      { key: 'deals', format: countFormat },
      { key: 'share', format: shareFormat },
    ],
    lines: SHOWN + BESIDE,
    conditions: (ref) => [topTotal(ref, 'name', lang)],
  });
  const pareto = page.aside({
    id: 'pareto',
    lines: CHART_LINES,
    cells: [
      // Lines without a number are no products.
      {
        title: text.table[lang],
        formula: (line) => `IFERROR(IF(INDEX(${table.column('rank')},${line + 1})="","",INDEX(${table.column('name')},${line + 1})),"")`,
      },
      {
        title: tableWords.sum[lang],
        formula: (line, row, column) => `IF($${column(0)}$${row}="","",INDEX(${table.column('sum')},${line + 1}))`,
        format: money,
      },
      {
        title: text.cumulative[lang],
        formula: (line, row, column) =>
          `IF($${column(0)}$${row}="","",SUM(${table.letter('share')}$${table.first}:${table.letter('share')}$${table.first + line}))`,
        format: shareFormat,
      },
    ],
  });
  page.chart(picture, {
    id: 'pareto',
    kind: 'COMBO',
    title: text.pareto[lang],
    ranges: [pareto.range],
    options: { ...PARETO_OPTIONS, 'vAxes.0.format': money, 'hAxis.slantedText': true },
    column: 1,
    width: 1000,
  });
  return page.sheet();
}
