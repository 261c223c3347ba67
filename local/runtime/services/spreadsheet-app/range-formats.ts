// How a range looks: number formats, colours, fonts, alignment.
import type { EnumValue } from '../../service';
import { type AttributeChange, type CellAttributes, hexColor } from '../../spreadsheet/attributes';
import { GENERAL, isGeneral } from '../../spreadsheet/number-format';
import { listOf, signed } from '../arguments';
import * as enums from './enums';
import type { Range } from './range';
import { cellCount, storeOf } from './range-geometry';
import { checkShape, filled, RangeValues } from './range-values';

type Name = keyof CellAttributes;

/** Reads one attribute of the upper left cell. */
function one<K extends Name>(range: RangeValues, call: string, name: K): CellAttributes[K] {
  range.context.enter(`SpreadsheetApp.Range.${call}`);
  range.context.read(1);
  return range.context.do(() => storeOf(range).attributes(range.zone.top, range.zone.left))[name];
}

/** Reads one attribute of every cell. */
function every<K extends Name, T>(range: RangeValues, call: string, name: K, shown: (value: CellAttributes[K]) => T): T[][] {
  range.context.enter(`SpreadsheetApp.Range.${call}`);
  range.context.read(cellCount(range.zone));
  const store = storeOf(range);
  return range.context.do(() =>
    filled(range, 0).map((row, down) =>
      row.map((_, across) => shown(store.attributes(range.zone.top + down, range.zone.left + across)[name])),
    ),
  );
}

function change(range: RangeValues, call: string, attributes: AttributeChange): Range {
  range.context.format(call);
  range.context.later(range, () => storeOf(range).format(range.zone, attributes));
  return range as unknown as Range;
}

/** Sets one attribute cell by cell; equal neighbours are written together. */
function changeEach(
  range: RangeValues,
  call: string,
  rows: readonly (readonly unknown[])[],
  attribute: (value: unknown) => AttributeChange | undefined,
): Range {
  checkShape(range, rows);
  range.context.format(call);
  range.context.later(range, () => {
    const store = storeOf(range);
    rows.forEach((row, down) => {
      for (let start = 0; start < row.length; ) {
        let end = start;
        while (end + 1 < row.length && row[end + 1] === row[start]) end++;
        const attributes = attribute(row[start]);
        const line = range.zone.top + down;
        if (attributes) store.format({ top: line, bottom: line, left: range.zone.left + start, right: range.zone.left + end }, attributes);
        start = end + 1;
      }
    });
  });
  return range as unknown as Range;
}

const colour =
  (name: 'background' | 'fontColor') =>
  (value: unknown): AttributeChange | undefined => {
    if (value === null || value === undefined || value === '') return { [name]: undefined };
    const hex = hexColor(String(value));
    // An unknown colour is ignored silently (apps-script 2.1).
    return hex === undefined ? undefined : { [name]: hex };
  };
const weight = (value: unknown): AttributeChange => ({ bold: value === 'bold' });
const fontStyle = (value: unknown): AttributeChange => ({ italic: value === 'italic' });
const fontLine = (value: unknown): AttributeChange => ({ underline: value === 'underline', strikethrough: value === 'line-through' });
const numberFormat = (value: unknown): AttributeChange => ({ numberFormat: isGeneral(String(value)) ? undefined : String(value) });
const horizontal = (value: unknown): AttributeChange | undefined => {
  if (value === null || value === undefined || value === 'normal') return { horizontalAlignment: undefined };
  return ['left', 'center', 'right'].includes(String(value)) ? { horizontalAlignment: String(value) } : undefined;
};
const vertical = (value: unknown): AttributeChange | undefined => {
  if (value === null || value === undefined) return { verticalAlignment: undefined };
  return ['top', 'middle', 'bottom'].includes(String(value)) ? { verticalAlignment: String(value) } : undefined;
};

export abstract class RangeFormats extends RangeValues {
  getNumberFormat(): string {
    return one(this, 'getNumberFormat', 'numberFormat') || GENERAL;
  }

  getNumberFormats(): string[][] {
    return every(this, 'getNumberFormats', 'numberFormat', (format) => format || GENERAL);
  }

  /** `general` resets; null is refused (apps-script 5.1). */
  setNumberFormat(...args: unknown[]): Range {
    return change(this, 'setNumberFormat', numberFormat(args[0]));
  }

  setNumberFormats(...args: unknown[]): Range {
    const rows = args[0] as readonly (readonly unknown[])[];
    return changeEach(this, 'setNumberFormats', rows, numberFormat);
  }

  getBackground(): string {
    return one(this, 'getBackground', 'background');
  }

  getBackgrounds(): string[][] {
    return every(this, 'getBackgrounds', 'background', (color) => color);
  }

  setBackground(...args: unknown[]): Range {
    const attributes = colour('background')(args[0]);
    return attributes ? change(this, 'setBackground', attributes) : (this as unknown as Range);
  }

  setBackgroundRGB(...args: unknown[]): Range {
    return change(this, 'setBackgroundRGB', { background: hexColor(`rgb(${args.join(',')})`) });
  }

  setBackgrounds(...args: unknown[]): Range {
    return changeEach(this, 'setBackgrounds', args[0] as unknown[][], colour('background'));
  }

  getFontColor(): string {
    return one(this, 'getFontColor', 'fontColor');
  }

  getFontColors(): string[][] {
    return every(this, 'getFontColors', 'fontColor', (color) => color);
  }

  setFontColor(...args: unknown[]): Range {
    const attributes = colour('fontColor')(args[0]);
    return attributes ? change(this, 'setFontColor', attributes) : (this as unknown as Range);
  }

  setFontColors(...args: unknown[]): Range {
    return changeEach(this, 'setFontColors', args[0] as unknown[][], colour('fontColor'));
  }

  getFontWeight(): string {
    return one(this, 'getFontWeight', 'bold') ? 'bold' : 'normal';
  }

  getFontWeights(): string[][] {
    return every(this, 'getFontWeights', 'bold', (bold) => (bold ? 'bold' : 'normal'));
  }

  setFontWeight(...args: unknown[]): Range {
    return change(this, 'setFontWeight', weight(args[0]));
  }

  setFontWeights(...args: unknown[]): Range {
    return changeEach(this, 'setFontWeights', args[0] as unknown[][], weight);
  }

  getFontStyle(): string {
    return one(this, 'getFontStyle', 'italic') ? 'italic' : 'normal';
  }

  setFontStyle(...args: unknown[]): Range {
    return change(this, 'setFontStyle', fontStyle(args[0]));
  }

  setFontStyles(...args: unknown[]): Range {
    return changeEach(this, 'setFontStyles', args[0] as unknown[][], fontStyle);
  }

  getFontLine(): string {
    if (one(this, 'getFontLine', 'underline')) return 'underline';
    return one(this, 'getFontLine', 'strikethrough') ? 'line-through' : 'none';
  }

  setFontLine(...args: unknown[]): Range {
    return change(this, 'setFontLine', fontLine(args[0]));
  }

  getFontSize(): number {
    return one(this, 'getFontSize', 'fontSize');
  }

  getFontSizes(): number[][] {
    return every(this, 'getFontSizes', 'fontSize', (size) => size);
  }

  setFontSize(...args: unknown[]): Range {
    return change(this, 'setFontSize', { fontSize: Number(args[0]) });
  }

  setFontSizes(...args: unknown[]): Range {
    return changeEach(this, 'setFontSizes', args[0] as unknown[][], (size) => ({ fontSize: Number(size) }));
  }

  getFontFamily(): string {
    return one(this, 'getFontFamily', 'fontFamily');
  }

  setFontFamily(...args: unknown[]): Range {
    return change(this, 'setFontFamily', { fontFamily: args[0] ? String(args[0]) : undefined });
  }

  getHorizontalAlignment(): string {
    return one(this, 'getHorizontalAlignment', 'horizontalAlignment');
  }

  setHorizontalAlignment(...args: unknown[]): Range {
    const attributes = horizontal(args[0]);
    return attributes ? change(this, 'setHorizontalAlignment', attributes) : (this as unknown as Range);
  }

  setHorizontalAlignments(...args: unknown[]): Range {
    return changeEach(this, 'setHorizontalAlignments', args[0] as unknown[][], horizontal);
  }

  getVerticalAlignment(): string {
    return one(this, 'getVerticalAlignment', 'verticalAlignment');
  }

  setVerticalAlignment(...args: unknown[]): Range {
    const attributes = vertical(args[0]);
    return attributes ? change(this, 'setVerticalAlignment', attributes) : (this as unknown as Range);
  }

  setVerticalAlignments(...args: unknown[]): Range {
    return changeEach(this, 'setVerticalAlignments', args[0] as unknown[][], vertical);
  }

  /** True at first though the strategy is OVERFLOW, as in Google (apps-script 5.1). */
  getWrap(): boolean {
    return one(this, 'getWrap', 'wrap') !== 'CLIP';
  }

  getWrapStrategy(): EnumValue {
    return enums.WrapStrategy[one(this, 'getWrapStrategy', 'wrap')];
  }

  setWrap(...args: unknown[]): Range {
    return change(this, 'setWrap', { wrap: args[0] ? 'WRAP' : 'OVERFLOW' });
  }

  setWrapStrategy(...args: unknown[]): Range {
    return change(this, 'setWrapStrategy', { wrap: String(args[0]) as CellAttributes['wrap'] });
  }

  setTextRotation(...args: unknown[]): Range {
    return change(this, 'setTextRotation', { rotation: Number(args[0]) });
  }

  clearFormat(): Range {
    this.context.format('clearFormat');
    this.context.later(this, () => storeOf(this).clearFormats(this.zone));
    return this as unknown as Range;
  }
}

signed(RangeFormats, {
  setNumberFormat: [['string']],
  setNumberFormats: [[listOf(listOf('string'))]],
  setBackground: [[['string']]],
  setBackgroundRGB: [['number', 'number', 'number']],
  setBackgrounds: [['rows']],
  setFontColor: [[['string']]],
  setFontColors: [['rows']],
  setFontWeight: [[['string']]],
  setFontWeights: [['rows']],
  setFontStyle: [[['string']]],
  setFontStyles: [['rows']],
  setFontLine: [[['string']]],
  setFontSize: [['number']],
  setFontSizes: [['rows']],
  setFontFamily: [[['string']]],
  setHorizontalAlignment: [[['string']]],
  setHorizontalAlignments: [['rows']],
  setVerticalAlignment: [[['string']]],
  setVerticalAlignments: [['rows']],
  setWrap: [['boolean']],
  setWrapStrategy: [[enums.WrapStrategy]],
  setTextRotation: [['number']],
});
