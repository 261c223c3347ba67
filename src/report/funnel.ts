// The sheet «Воронка»: the funnel of one pipeline as a table, a centred picture of it, and the pass rate of each stage.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { choiceWords } from '../functions/arguments/choice';
import { FUNNEL_COLUMNS, funnelModes } from '../functions/funnel';
import { funnelNotes, reportWords } from '../locale/report-words';
import { tableWords } from '../locale/table-words';
import { sheetWords } from '../locale/words';
import { area, cell, columnName } from './cells';
import { LAST_90_DAYS, periodSwitch, pipelineSwitch, whoSwitch } from './choices';
import { countFormat, daysFormat, moneyFormat, shareFormat } from './formats';
import { stamped } from './formula';
import { chartLook, FIRST_SWITCH_ROW, pageHead, pageHeights, switchAddress } from './page';
import { palette } from './palette';
import type { ChartSpec, Condition, FormulaCell, RangeLook, ReportSheet, Switch } from './spec';

const SWITCHES = 4;
const HINT_ROW = FIRST_SWITCH_ROW + SWITCHES + 1;
const HEADER_ROW = HINT_ROW + 1;
const FIRST_ROW = HEADER_ROW + 1;
const TABLE_COLUMNS = FUNNEL_COLUMNS.length;
/** Chart data stand to the right, outside the printed page, after one empty column: bar, spacer, entered; stage, pass rate; names of bars. */
const CHART_COLUMN = TABLE_COLUMNS + 2;
const PASS_COLUMN = CHART_COLUMN + 3;
const LABEL_COLUMN = CHART_COLUMN + 5;
const COLUMNS = LABEL_COLUMN;

type FunnelColumn = (typeof FUNNEL_COLUMNS)[number];

/** Lines that the table may take: the stages of the longest pipeline, with room for new ones, deleted stages and "won". */
export function funnelCapacity(labels: Labels): number {
  const longest = Math.max(0, ...labels.pipelines.map((pipeline) => pipeline.stages.length));
  return Math.max(12, longest + 5);
}

/** The sheet for the pipelines and people of the labels, in the language of the file. */
export function funnelSheet(labels: Labels, lang: Lang): ReportSheet {
  const lines = funnelCapacity(labels);
  const switches = [
    periodSwitch(cell(FIRST_SWITCH_ROW, 2), labels, lang, LAST_90_DAYS),
    pipelineSwitch(cell(FIRST_SWITCH_ROW + 1, 2), labels, lang, false),
    whoSwitch(cell(FIRST_SWITCH_ROW + 2, 2), labels, lang),
    modeSwitch(cell(FIRST_SWITCH_ROW + 3, 2), lang),
  ];
  const names = [reportWords.period[lang], reportWords.pipeline[lang], reportWords.who[lang], reportWords.mode[lang]];
  const head = pageHead(sheetWords.funnel[lang], switches, names, TABLE_COLUMNS, lang);
  return {
    id: 'funnel',
    name: sheetWords.funnel[lang],
    tabColor: palette.accent,
    rows: FIRST_ROW + lines + 21,
    columns: COLUMNS,
    columnWidths: [200, 90, 120, 90, 90, 80, 90, 96, 90, 90, 90, 96, 40, 150, 80, 80, 150, 96, 150],
    rowHeights: pageHeights(HEADER_ROW),
    frozenRows: FIRST_SWITCH_ROW + SWITCHES - 1,
    frozenColumns: 0,
    hideGridlines: true,
    values: [
      ...head.values,
      { a1: cell(HINT_ROW, 1), value: reportWords.funnelHint[lang] },
      { a1: cell(HINT_ROW, CHART_COLUMN), value: reportWords.chartData[lang] },
      { a1: cell(HEADER_ROW, CHART_COLUMN), value: tableWords.stage[lang] },
      { a1: cell(HEADER_ROW, CHART_COLUMN + 1), value: reportWords.spacer[lang] },
      { a1: cell(HEADER_ROW, CHART_COLUMN + 2), value: tableWords.entered[lang] },
      { a1: cell(HEADER_ROW, PASS_COLUMN), value: tableWords.stage[lang] },
      { a1: cell(HEADER_ROW, PASS_COLUMN + 1), value: tableWords.passRate[lang] },
    ],
    formulas: [...head.formulas, tableFormula(), ...chartFormulas(lines)],
    switches,
    looks: [...head.looks, ...looks(labels, lines)],
    conditions: conditions(lines),
    notes: FUNNEL_COLUMNS.map((column, index) => ({ a1: cell(HEADER_ROW, index + 1), text: funnelNotes[column][lang] })),
    merges: head.merges,
    spills: [
      { anchor: cell(HEADER_ROW, 1), area: area(HEADER_ROW, 1, lines + 1, TABLE_COLUMNS) },
      ...[0, 1, 2, 3, 4].map((at) => ({ anchor: cell(FIRST_ROW, CHART_COLUMN + at), area: area(FIRST_ROW, CHART_COLUMN + at, lines, 1) })),
    ],
    charts: charts(lines, lang),
  };
}

function modeSwitch(a1: string, lang: Lang): Switch {
  const values = choiceWords(funnelModes, lang);
  return { a1, id: 'mode', values, initial: values[0] ?? '', help: reportWords.modeHelp[lang], strict: true };
}

function tableFormula(): FormulaCell {
  const [period = '', pipeline = '', who = '', mode = ''] = [0, 1, 2, 3].map(switchAddress);
  return { a1: cell(HEADER_ROW, 1), formula: `=${stamped('B24_FUNNEL', period, who, pipeline, mode)}` };
}

/** Bars are centred by an invisible one before them: half of what they lack to the longest. The number stands in the name of the bar. */
function chartFormulas(lines: number): FormulaCell[] {
  const stages = columnRange('stage', lines);
  const entered = columnRange('entered', lines);
  const names = absolute(columnName(LABEL_COLUMN), lines);
  const passRate = columnRange('passRate', lines);
  const spacer = `(MAX(${entered})-${entered})/2`;
  return [
    ...[names, spacer, entered].map((values, index) => ({
      a1: cell(FIRST_ROW, CHART_COLUMN + index),
      formula: `=IFERROR(FILTER(${values},${stages}<>""),"")`,
    })),
    // "Won" has no pass rate, and no bar.
    ...[stages, passRate].map((values, index) => ({
      a1: cell(FIRST_ROW, PASS_COLUMN + index),
      formula: `=IFERROR(FILTER(${values},${passRate}<>""),"")`,
    })),
    // Row by row: joining whole columns is not the same in both engines.
    ...Array.from({ length: lines }, (_, line) => {
      const row = FIRST_ROW + line;
      const [stage, count] = [`$${letter('stage')}${row}`, `$${letter('entered')}${row}`];
      return { a1: cell(row, LABEL_COLUMN), formula: `=IF(${stage}="","",${count}&" · "&${stage})` };
    }),
  ];
}

function charts(lines: number, lang: Lang): ChartSpec[] {
  const top = FIRST_ROW + lines + 1;
  return [
    {
      id: 'funnel',
      kind: 'BAR',
      ranges: [area(HEADER_ROW, CHART_COLUMN, lines + 1, 3)],
      headers: 1,
      options: {
        ...chartLook(reportWords.funnelChart[lang]),
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
      position: { row: top, column: 1, width: 660, height: 380 },
    },
    {
      id: 'pass-rate',
      kind: 'COLUMN',
      ranges: [area(HEADER_ROW, PASS_COLUMN, lines + 1, 2)],
      headers: 1,
      options: {
        ...chartLook(reportWords.passChart[lang]),
        'legend.position': 'none',
        'series.0.color': palette.second,
        'series.0.dataLabel': 'value',
        'vAxis.format': '0%',
        'vAxis.viewWindow.min': 0,
        'vAxis.viewWindow.max': 1,
      },
      position: { row: top, column: 8, width: 560, height: 380 },
    },
  ];
}

function looks(labels: Labels, lines: number): RangeLook[] {
  const formats: Readonly<Record<Exclude<FunnelColumn, 'stage'>, string>> = {
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
  const muted = { color: palette.muted, fontSize: 9 } as const;
  return [
    { a1: cell(HINT_ROW, 1), ...muted },
    {
      a1: area(HEADER_ROW, 1, 1, TABLE_COLUMNS),
      background: palette.header,
      color: palette.ink,
      bold: true,
      wrap: true,
      align: 'center',
      verticalAlign: 'middle',
      borderBottom: palette.line,
    },
    ...FUNNEL_COLUMNS.map((column, index) => ({
      a1: area(FIRST_ROW, index + 1, lines, 1),
      color: palette.ink,
      ...(column === 'stage' ? { align: 'left' as const } : { align: 'right' as const, numberFormat: formats[column] }),
    })),
    { a1: area(HINT_ROW, CHART_COLUMN, lines + 2, COLUMNS - CHART_COLUMN + 1), ...muted },
    { a1: area(FIRST_ROW, CHART_COLUMN + 1, lines, 2), numberFormat: countFormat },
    { a1: area(FIRST_ROW, PASS_COLUMN + 1, lines, 1), numberFormat: shareFormat },
  ];
}

/** The last line is "won"; pass rates of fewer than 10 decided deals are grey (R11). */
function conditions(lines: number): Condition[] {
  const decided = `SUM($${letter('advanced')}${FIRST_ROW},$${letter('lost')}${FIRST_ROW})`;
  return [
    {
      ranges: [area(FIRST_ROW, 1, lines, TABLE_COLUMNS)],
      formula: `=AND($A${FIRST_ROW}<>"",$A${FIRST_ROW + 1}="")`,
      background: palette.total,
      bold: true,
    },
    { ranges: [area(FIRST_ROW, FUNNEL_COLUMNS.indexOf('passRate') + 1, lines, 1)], formula: `=${decided}<10`, color: palette.muted },
  ];
}

function letter(column: FunnelColumn): string {
  return columnName(FUNNEL_COLUMNS.indexOf(column) + 1);
}

function columnRange(column: FunnelColumn, lines: number): string {
  return absolute(letter(column), lines);
}

function absolute(name: string, lines: number): string {
  return `$${name}$${FIRST_ROW}:$${name}$${FIRST_ROW + lines - 1}`;
}
