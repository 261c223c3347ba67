// What every report sheet begins with: title, "as of" line, remarks on the data, and a block of switches. Charts share their quiet look here.
import type { Lang } from '../cell';
import { reportWords } from '../locale/report-words';
import { area, cell } from './cells';
import { quoted, stamped } from './formula';
import { palette } from './palette';
import type { ChartOptions, FormulaCell, RangeLook, Switch, ValueCell } from './spec';

export const FIRST_SWITCH_ROW = 5;
const REMARKS_ROW = 3;
/** Heights of two lines of text: the remarks, and a table header at this row. */
export function pageHeights(headerRow: number): Record<number, number> {
  return { [REMARKS_ROW]: 36, [headerRow]: 38 };
}
/** Switches stand in column B, merged over this many columns so that long names fit. */
export const SWITCH_COLUMNS = 3;

export interface PageHead {
  readonly values: readonly ValueCell[];
  readonly formulas: readonly FormulaCell[];
  readonly looks: readonly RangeLook[];
  readonly merges: readonly string[];
}

/** Rows 1–3 are title, as of, remarks; switches follow from row 5 with their names in column A. */
export function pageHead(title: string, switches: readonly Switch[], names: readonly string[], columns: number, lang: Lang): PageHead {
  const count = switches.length;
  return {
    values: [{ a1: 'A1', value: title }, ...names.map((name, index) => ({ a1: cell(FIRST_SWITCH_ROW + index, 1), value: name }))],
    formulas: [
      { a1: 'A2', formula: `=${stamped('B24_STATUS')}` },
      {
        a1: 'A3',
        formula: `=${quoted(reportWords.remarks[lang])}&${stamped('B24_STATUS', quoted(lang === 'ru' ? 'качество' : 'quality'))}`,
      },
    ],
    looks: [
      { a1: 'A1', fontSize: 16, bold: true, color: palette.ink },
      { a1: 'A2:A3', fontSize: 9, color: palette.muted },
      { a1: area(REMARKS_ROW, 1, 1, columns), wrap: true, verticalAlign: 'top' },
      { a1: area(REMARKS_ROW, 1, 1, columns), borderBottom: palette.line },
      { a1: area(FIRST_SWITCH_ROW, 1, count, 1), color: palette.muted, align: 'right', verticalAlign: 'middle' },
      {
        a1: area(FIRST_SWITCH_ROW, 2, count, SWITCH_COLUMNS),
        background: palette.choice,
        color: palette.ink,
        bold: true,
        align: 'left',
        verticalAlign: 'middle',
        borderBottom: palette.line,
      },
    ],
    merges: [area(REMARKS_ROW, 1, 1, columns), ...switches.map((_, index) => area(FIRST_SWITCH_ROW + index, 2, 1, SWITCH_COLUMNS))],
  };
}

/** Address of a switch by its place in the block, absolute. */
export function switchAddress(index: number): string {
  return `$B$${FIRST_SWITCH_ROW + index}`;
}

/** Title, fonts and grid of every chart. */
export function chartLook(title: string): ChartOptions {
  return {
    title,
    'titleTextStyle.color': palette.ink,
    'titleTextStyle.fontSize': 14,
    'titleTextStyle.bold': true,
    backgroundColor: palette.paper,
    'hAxis.textStyle.color': palette.muted,
    'vAxis.textStyle.color': palette.muted,
    'vAxis.gridlines.color': palette.line,
  };
}
