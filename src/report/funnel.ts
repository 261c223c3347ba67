// The sheet «Воронка»: the funnel of one pipeline as a centred picture and a table, the pass rate of each stage, and where it leaks.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { choiceWords } from '../functions/arguments/choice';
import { FUNNEL_COLUMNS, funnelModes } from '../functions/funnel';
import { funnelNotes, reportWords } from '../locale/report-words';
import { tableWords } from '../locale/table-words';
import { workWords } from '../locale/work-words';
import { bitrixTable } from './blocks';
import { LAST_90_DAYS, periodChoice, pipelineChoice, whoChoice, wordChoice } from './choices';
import { countFormat, daysFormat, moneyFormat, shareFormat } from './formats';
import { filled, quoted, stamped } from './formula';
import { drawFunnelBars } from './funnel-bars';
import { openPage } from './page';
import type { Page, TableRef } from './page-specs';
import { palette } from './palette';
import type { Condition, ReportSheet } from './spec';

type FunnelColumn = (typeof FUNNEL_COLUMNS)[number];

/** Lines that the table may take: the stages of the longest pipeline, with room for new ones, deleted stages and "won". */
export function funnelCapacity(labels: Labels): number {
  const longest = Math.max(0, ...labels.pipelines.map((pipeline) => pipeline.stages.length));
  return Math.max(12, longest + 5);
}

/** The sheet for the pipelines and people of the labels, in the language of the file. */
export function funnelSheet(labels: Labels, lang: Lang): ReportSheet {
  const modes = wordChoice('mode', reportWords.mode[lang], choiceWords(funnelModes, lang), reportWords.modeHelp[lang]);
  const page = openPage({
    id: 'funnel',
    labels,
    lang,
    choices: [periodChoice(lang, LAST_90_DAYS), pipelineChoice(lang, true), whoChoice(lang), modes],
    widths: [200, 90, 120, 90, 90, 90, 90, 96, 96, 110, 90, 96, 110, 96],
  });
  const pictures = page.chartRow(380);
  const lines = funnelCapacity(labels);
  const table = stagesTable(page, lines);
  bottleneckTable(page, lines);
  bitrixTable(page);
  drawFunnel(page, table, lines, pictures);
  return page.sheet();
}

function stagesTable(page: Page, lines: number): TableRef {
  const { lang, labels } = page;
  const formats: Readonly<Partial<Record<FunnelColumn, string>>> = {
    entered: countFormat,
    sum: moneyFormat(labels.baseCurrency),
    advanced: countFormat,
    lost: countFormat,
    open: countFormat,
    transferred: countFormat,
    passRate: shareFormat,
    step: shareFormat,
    cumulative: shareFormat,
    lossShare: shareFormat,
    medianDays: daysFormat,
  };
  const [period = '', who = '', pipeline = '', mode = ''] = ['period', 'who', 'pipeline', 'mode'].map(page.chosen);
  return page.table({
    id: 'stages',
    title: reportWords.funnelTitle[lang],
    hint: reportWords.funnelHint[lang],
    formula: stamped('B24_FUNNEL', period, who, pipeline, mode),
    columns: FUNNEL_COLUMNS.map((key) => {
      const format = formats[key];
      return { key, note: funnelNotes[key][lang], ...(format ? { format } : {}) };
    }),
    lines,
    conditions,
  });
}

function bottleneckTable(page: Page, lines: number): TableRef {
  const { lang, labels } = page;
  const [period = '', who = '', pipeline = ''] = ['period', 'who', 'pipeline'].map(page.chosen);
  return page.table({
    id: 'bottleneck',
    title: reportWords.bottleneckTitle[lang],
    hint: reportWords.bottleneckHint[lang],
    formula: stamped('B24_BOTTLENECK', period, who, pipeline),
    columns: [
      { key: 'stage' },
      { key: 'advanced', format: countFormat },
      { key: 'decided', format: countFormat },
      { key: 'passRate', format: shareFormat },
      { key: 'low', format: shareFormat },
      { key: 'high', format: shareFormat },
      { key: 'norm', format: shareFormat },
      { key: 'verdict' },
      { key: 'lostDeals', format: countFormat },
      { key: 'lostMoney', format: moneyFormat(labels.baseCurrency) },
      { key: 'days', format: daysFormat },
      { key: 'normDays', format: daysFormat },
      { key: 'timeVerdict' },
      { key: 'main' },
    ],
    lines,
    conditions: (ref) => [
      {
        ranges: [ref.body],
        formula: `=$${ref.letter('main')}${ref.first}=${quoted(workWords.mainMark[lang])}`,
        bold: true,
        color: palette.bad,
      },
    ],
  });
}

function drawFunnel(page: Page, table: TableRef, lines: number, pictures: ReturnType<Page['chartRow']>): void {
  const { lang } = page;
  const [stages, entered, passRate] = [table.column('stage'), table.column('entered'), table.column('passRate')];
  drawFunnelBars(page, pictures, { stages, entered, lines, title: reportWords.funnelChart[lang], column: 1, width: 660 });
  // "Won" has no pass rate, and no bar.
  const passing = page.aside({
    id: 'passing',
    lines,
    columns: [
      { title: tableWords.stage[lang], formula: filled(stages, passRate) },
      { title: tableWords.passRate[lang], formula: filled(passRate, passRate), format: shareFormat },
    ],
  });
  page.chart(pictures, {
    id: 'pass-rate',
    kind: 'COLUMN',
    title: reportWords.passChart[lang],
    ranges: [passing.range],
    options: {
      'legend.position': 'none',
      'series.0.color': palette.second,
      'series.0.dataLabel': 'value',
      'vAxis.format': '0%',
      'vAxis.viewWindow.min': 0,
      'vAxis.viewWindow.max': 1,
    },
    column: 8,
    width: 560,
  });
}

/** The last line is "won"; pass rates of fewer than 10 decided deals are grey (R11). */
function conditions(table: TableRef): Condition[] {
  const decided = `SUM($${table.letter('advanced')}${table.first},$${table.letter('lost')}${table.first})`;
  const name = `$${table.letter('stage')}`;
  return [
    {
      ranges: [table.body],
      formula: `=AND(${name}${table.first}<>"",${name}${table.first + 1}="")`,
      background: palette.total,
      bold: true,
    },
    { ranges: [table.lines('passRate')], formula: `=${decided}<10`, color: palette.muted },
  ];
}
