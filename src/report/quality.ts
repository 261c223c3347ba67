// The sheet «Качество данных»: what is odd about the data behind the numbers, deal by deal, and what people typed wrongly.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { choiceWord, choiceWords } from '../functions/arguments/choice';
import { DEAL_CAPACITY } from '../functions/deal-cells';
import { qualityParts } from '../functions/quality';
import { qualitySheetWords } from '../locale/report-work-words';
import { tableWords } from '../locale/table-words';
import { workWords } from '../locale/work-words';
import { countsBy, word } from './blocks';
import { periodChoice, pipelineChoice, THIS_YEAR, whoChoice, wordChoice } from './choices';
import { countFormat, moneyFormat, shareFormat } from './formats';
import { filled, stamped } from './formula';
import { openPage } from './page';
import { palette } from './palette';
import type { ReportSheet } from './spec';

/** Every check, and two lines that may stand below them: as many as there are words for the part to show. */
const CHECK_LINES = qualityParts.length;
const INPUT_LINES = 200;
const INPUT_LEFT = 6;
const CHART_MANAGERS = 15;

export function qualitySheet(labels: Labels, lang: Lang): ReportSheet {
  const text = qualitySheetWords;
  const money = moneyFormat(labels.baseCurrency);
  const usual = choiceWord(qualityParts, 'NO_SOURCE', lang);
  // Behind the first two words, which are no single checks.
  const checks = [...choiceWords(qualityParts, lang).slice(2)].sort((a, b) => Number(b === usual) - Number(a === usual));
  const page = openPage({
    id: 'quality',
    labels,
    lang,
    choices: [
      periodChoice(lang, THIS_YEAR),
      pipelineChoice(lang),
      whoChoice(lang),
      wordChoice('check', text.check[lang], checks, text.checkHelp[lang]),
    ],
    widths: [290, 110, 150, 110, 20, 110, 56, 120, 140, 230],
  });
  const pictures = page.chartRow(360);
  const [period = '', who = '', pipeline = '', check = ''] = ['period', 'who', 'pipeline', 'check'].map(page.chosen);
  const table = page.table({
    id: 'checks',
    title: text.checks[lang],
    hint: text.checksHint[lang],
    formula: stamped('B24_QUALITY', period, who, pipeline),
    columns: [
      { key: 'check' },
      { key: 'count', format: countFormat },
      { key: 'sum', format: money },
      { key: 'share', format: shareFormat, note: text.shareNote[lang] },
    ],
    lines: CHECK_LINES,
    total: workWords.clean[lang],
  });
  const deals = page.table({
    id: 'deals',
    title: text.deals[lang],
    hint: text.dealsHint[lang],
    formula: stamped('B24_QUALITY', period, who, pipeline, check),
    columns: [{ key: 'deal' }, { key: 'link' }, { key: 'manager' }, { key: 'sum', format: money }],
    lines: DEAL_CAPACITY + 1,
  });
  page.table({
    id: 'input',
    title: text.input[lang],
    hint: text.inputHint[lang],
    formula: stamped('B24_QUALITY', period, who, pipeline, word(qualityParts, 'input', lang)),
    columns: [
      { key: 'sheet' },
      { key: 'row', align: 'left' },
      { key: 'column', wrap: true },
      { key: 'found', wrap: true },
      { key: 'expected', wrap: true },
    ],
    lines: INPUT_LINES,
    left: INPUT_LEFT,
    beside: true,
  });
  const bars = page.aside({
    id: 'bars',
    lines: CHECK_LINES,
    columns: [
      { title: workWords.check[lang], formula: filled(table.column('check'), table.column('count')) },
      { title: text.count[lang], formula: filled(table.column('count'), table.column('count')), format: countFormat },
    ],
  });
  const managers = countsBy(page, {
    id: 'managers',
    table: deals,
    by: 'manager',
    title: tableWords.manager[lang],
    countTitle: text.count[lang],
    lines: 60,
  });
  const look = { 'legend.position': 'none', 'hAxis.viewWindow.min': 0 } as const;
  page.chart(pictures, {
    id: 'checks',
    kind: 'BAR',
    title: text.checksChart[lang],
    ranges: [bars.range],
    options: { ...look, 'series.0.color': palette.second },
    column: 1,
    width: 650,
  });
  page.chart(pictures, {
    id: 'managers',
    kind: 'BAR',
    title: text.managersChart[lang],
    ranges: [managers.firstLines(CHART_MANAGERS)],
    options: { ...look, 'series.0.color': palette.accent },
    column: 5,
    width: 640,
  });
  return page.sheet();
}
