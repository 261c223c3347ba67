// The sheet «Причины отказа»: why deals are lost, from which stage, and by whom or from which channel.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { choiceWord } from '../functions/arguments/choice';
import { lossDimensions } from '../functions/losses';
import { lossSheetWords } from '../locale/report-work-words';
import { tableWords } from '../locale/table-words';
import { workWords } from '../locale/work-words';
import { word } from './blocks';
import { usualChoices, wordChoice } from './choices';
import { countFormat, moneyFormat, shareFormat } from './formats';
import { filled, quoted, stamped } from './formula';
import { openPage } from './page';
import { tileBlock } from './page-blocks';
import type { ChartRow, Page, TableRef, TileSpec } from './page-specs';
import { palette } from './palette';
import { PARETO_OPTIONS } from './pareto';
import type { ReportSheet } from './spec';

/** Lines and the total. */
const LINES = 101;
/** First columns of the three tables, with a narrow one before each. */
const REASONS = 1;
const STAGES = 6;
const CUT = 11;
const CHART_LINES = 12;
/** Of the pictures, as wide as the table below each. */
const CHART_WIDTH = { [REASONS]: 480, [STAGES]: 436, [CUT]: 400 } as const;
const CUTS = ['manager', 'channel', 'failStage'] as const;
const TILES = [
  [1, 1],
  [2, 4],
  [6, 6],
] as const;

export function lossesSheet(labels: Labels, lang: Lang): ReportSheet {
  const text = lossSheetWords;
  const cuts = CUTS.map((cut) => choiceWord(lossDimensions, cut, lang));
  const page = openPage({
    id: 'losses',
    labels,
    lang,
    choices: [...usualChoices(lang), wordChoice('by', text.by[lang], cuts, text.byHelp[lang])],
    widths: [246, 70, 104, 62, 10, 200, 70, 104, 62, 10, 164, 70, 104, 62],
  });
  // Tiles and pictures stand over the tables they are made from.
  page.block(3, (row) => tileBlock('tiles', tiles(page, reasons), TILES, row), 1);
  const pictures = page.chartRow(360);
  const reasons = lossTable(page, 'reasons', word(lossDimensions, 'reason', lang), REASONS);
  const stages = lossTable(page, 'stages', word(lossDimensions, 'fromStage', lang), STAGES);
  const cut = lossTable(page, 'cut', page.chosen('by'), CUT);
  drawPareto(page, reasons, pictures);
  drawSums(page, stages, 'stagesChart', pictures, STAGES);
  drawSums(page, cut, 'cutChart', pictures, CUT);
  return page.sheet();
}

function lossTable(page: Page, id: 'reasons' | 'stages' | 'cut', by: string, left: number): TableRef {
  const { lang, labels } = page;
  const [period = '', who = '', pipeline = ''] = ['period', 'who', 'pipeline'].map(page.chosen);
  return page.table({
    id,
    title: lossSheetWords[id][lang],
    ...(id === 'reasons' ? { hint: lossSheetWords.hint[lang] } : {}),
    formula: stamped('B24_LOSSES', period, who, pipeline, by),
    columns: [
      { key: 'name' },
      { key: 'count', format: countFormat },
      { key: 'sum', format: moneyFormat(labels.baseCurrency) },
      { key: 'share', format: shareFormat, note: lossSheetWords.shareNote[lang] },
    ],
    lines: LINES,
    left,
    beside: left > REASONS,
    conditions: (ref) => [
      { ranges: [ref.body], formula: `=$${ref.letter('name')}${ref.first}=${quoted(workWords.notSet[lang])}`, color: palette.second },
    ],
  });
}

/** What is lost, and how much of it nobody gave a reason for. */
function tiles({ lang, labels }: Page, reasons: TableRef): TileSpec[] {
  const text = lossSheetWords;
  const money = moneyFormat(labels.baseCurrency);
  const of = (name: string, key: string): string =>
    `IFERROR(INDEX(${reasons.column(key)},MATCH(${quoted(name)},${reasons.column('name')},0)),0)`;
  const [total, notSet] = [tableWords.total[lang], workWords.notSet[lang]];
  return [
    { label: text.lost[lang], formula: of(total, 'count'), format: countFormat, note: text.lostNote[lang] },
    { label: text.lostSum[lang], formula: of(total, 'sum'), format: money },
    {
      label: text.notSet[lang],
      formula: of(notSet, 'count'),
      format: countFormat,
      caption: of(notSet, 'share'),
      captionFormat: text.ofLosses[lang],
      note: text.notSetNote[lang],
    },
  ];
}

/** The known reasons only: a bar of deals without a reason would hide what to work on. */
function drawPareto(page: Page, reasons: TableRef, row: ChartRow): void {
  const { lang } = page;
  const without = [tableWords.total[lang], workWords.notSet[lang]];
  const [names, counts] = [reasons.column('name'), reasons.column('count')];
  const known = page.aside({
    id: 'known',
    lines: LINES,
    columns: [
      { title: workWords.reason[lang], formula: filled(names, names, ...without) },
      { title: tableWords.lost[lang], formula: filled(counts, names, ...without), format: countFormat },
    ],
  });
  const pareto = page.aside({
    id: 'pareto',
    lines: CHART_LINES,
    cells: [
      { title: workWords.reason[lang], formula: (line) => `IFERROR(INDEX(${known.column(0)},${line + 1})&"","")` },
      {
        title: tableWords.lost[lang],
        formula: (line) => `IF(INDEX(${known.column(0)},${line + 1})="","",INDEX(${known.column(1)},${line + 1}))`,
        format: countFormat,
      },
      {
        title: lossSheetWords.cumulative[lang],
        formula: (line, at, column) =>
          `IF($${column(1)}$${at}="","",SUM($${column(1)}$${at - line}:$${column(1)}$${at})/SUM(${known.column(1)}))`,
        format: shareFormat,
      },
    ],
  });
  page.chart(row, {
    id: 'pareto',
    kind: 'COMBO',
    title: lossSheetWords.pareto[lang],
    ranges: [pareto.range],
    options: PARETO_OPTIONS,
    column: REASONS,
    width: CHART_WIDTH[REASONS],
  });
}

/** The lost money of a table as bars, the most first. */
function drawSums(page: Page, table: TableRef, id: 'stagesChart' | 'cutChart', row: ChartRow, column: typeof STAGES | typeof CUT): void {
  const { lang, labels } = page;
  const money = moneyFormat(labels.baseCurrency);
  const [names, sums] = [table.column('name'), table.column('sum')];
  const [group, sum] = [lossSheetWords.group[lang], tableWords.sum[lang]];
  const lines = page.aside({
    id: `${id}-lines`,
    lines: LINES,
    columns: [
      { title: group, formula: filled(names, names, tableWords.total[lang]) },
      { title: sum, formula: filled(sums, names, tableWords.total[lang]), format: money },
    ],
  });
  const bars = page.aside({
    id,
    lines: LINES,
    sorted: {
      titles: [group, sum],
      formats: [undefined, money],
      // Both columns from the first line to the last.
      formula: `IFERROR(SORT(FILTER(${lines.column(0).split(':')[0]}:${lines.column(1).split(':')[1]},${lines.column(0)}<>""),2,0),"")`,
    },
  });
  page.chart(row, {
    id,
    kind: 'BAR',
    title: lossSheetWords[id][lang],
    ranges: [bars.firstLines(CHART_LINES)],
    options: { 'legend.position': 'none', 'series.0.color': palette.bad, 'hAxis.format': money, 'hAxis.viewWindow.min': 0 },
    column,
    width: CHART_WIDTH[column],
  });
}
