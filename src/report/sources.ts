// The sheet «Источники»: what each channel brings and costs.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { choiceWords } from '../functions/arguments/choice';
import { metricName } from '../functions/metric-names';
import { sourceKeys } from '../functions/sources';
import { sourceSheetWords } from '../locale/report-who-words';
import { tableWords } from '../locale/table-words';
import { workWords } from '../locale/work-words';
import { metricNote } from './blocks';
import { usualChoices, wordChoice } from './choices';
import { countFormat, moneyFormat, shareFormat } from './formats';
import { filled, quoted, stamped } from './formula';
import { openPage } from './page';
import { palette } from './palette';
import type { ReportSheet } from './spec';

/** Channels, the line of the others and the total. */
const LINES = 102;
const CHART_LINES = 12;

export function sourcesSheet(labels: Labels, lang: Lang): ReportSheet {
  const text = sourceSheetWords;
  const money = moneyFormat(labels.baseCurrency);
  const page = openPage({
    id: 'sources',
    labels,
    lang,
    choices: [...usualChoices(lang), wordChoice('key', text.key[lang], choiceWords(sourceKeys, lang), text.keyHelp[lang])],
    widths: [210, 84, 90, 124, 90, 96, 110, 80, 110, 112, 112, 84],
  });
  const pictures = page.chartRow();
  const [period = '', who = '', pipeline = '', key = ''] = ['period', 'who', 'pipeline', 'key'].map(page.chosen);
  const table = page.table({
    id: 'channels',
    title: text.table[lang],
    hint: text.hint[lang],
    formula: stamped('B24_SOURCES', period, who, pipeline, key),
    columns: [
      { key: 'name' },
      { key: 'created', format: countFormat, note: metricNote('created', lang) },
      { key: 'won', format: countFormat, note: metricNote('wonCount', lang) },
      { key: 'sum', format: money, note: metricNote('wonSum', lang) },
      { key: 'lost', format: countFormat, note: metricNote('lostCount', lang) },
      { key: 'rate', format: shareFormat, note: metricNote('winRateCount', lang) },
      { key: 'cheque', format: money, note: metricNote('avgCheque', lang) },
      { key: 'leads', format: countFormat },
      { key: 'costs', format: money },
      { key: 'perDeal', format: money },
      { key: 'perSale', format: money },
      { key: 'romi', format: '0%' },
    ],
    lines: LINES,
    conditions: (ref) => [
      {
        ranges: [ref.lines('rate')],
        formula: `=SUM($${ref.letter('won')}${ref.first},$${ref.letter('lost')}${ref.first})<10`,
        color: palette.muted,
      },
      { ranges: [ref.body], formula: `=$${ref.letter('name')}${ref.first}=${quoted(workWords.notSet[lang])}`, color: palette.second },
      {
        ranges: [ref.lines('romi')],
        formula: `=AND($${ref.letter('romi')}${ref.first}<>"",$${ref.letter('romi')}${ref.first}<0)`,
        color: palette.bad,
      },
    ],
  });
  const [name, total] = [table.column('name'), tableWords.total[lang]];
  const bars = page.aside({
    id: 'bars',
    lines: LINES,
    columns: [
      { title: workWords.channel[lang], formula: filled(name, name, total) },
      { title: metricName('wonSum', lang), formula: filled(table.column('sum'), name, total), format: money },
      { title: text.costs[lang], formula: filled(table.column('costs'), name, total), format: money },
    ],
  });
  const rates = page.aside({
    id: 'rates',
    lines: LINES,
    columns: [
      { title: workWords.channel[lang], formula: filled(name, name, total) },
      { title: metricName('winRateCount', lang), formula: filled(table.column('rate'), name, total), format: shareFormat },
    ],
  });
  page.chart(pictures, {
    id: 'sum',
    kind: 'COLUMN',
    title: text.chart[lang],
    ranges: [bars.firstLines(CHART_LINES)],
    options: {
      'legend.position': 'top',
      'series.0.color': palette.accent,
      'series.1.color': palette.second,
      'vAxis.format': money,
      'vAxis.viewWindow.min': 0,
      'hAxis.slantedText': true,
    },
    column: 1,
    width: 690,
  });
  page.chart(pictures, {
    id: 'rate',
    kind: 'BAR',
    title: text.rateChart[lang],
    ranges: [rates.firstLines(CHART_LINES)],
    options: { 'legend.position': 'none', 'series.0.color': palette.accent, 'hAxis.format': '0%', 'hAxis.viewWindow.min': 0 },
    column: 8,
    width: 500,
  });
  return page.sheet();
}
