// How a range looks: number formats, colours, fonts, alignment, borders, merges.
import { type EnumValue, signatureError } from '../../service';
import { type AttributeChange, type CellAttributes, hexColor } from '../../spreadsheet/attributes';
import { GENERAL, isGeneral } from '../../spreadsheet/number-format';
import { expectArguments } from './arguments';
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
  range.context.do(() => storeOf(range).format(range.zone, attributes));
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
  const store = storeOf(range);
  range.context.do(() => {
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
    expectArguments('SpreadsheetApp.Range.setNumberFormat', args, ['string']);
    return change(this, 'setNumberFormat', numberFormat(args[0]));
  }

  setNumberFormats(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setNumberFormats', args, ['rows']);
    const rows = args[0] as readonly (readonly unknown[])[];
    if (rows.some((row) => row.some((format) => typeof format !== 'string')))
      throw signatureError('SpreadsheetApp.Range.setNumberFormats', args);
    return changeEach(this, 'setNumberFormats', rows, numberFormat);
  }

  getBackground(): string {
    return one(this, 'getBackground', 'background');
  }

  getBackgrounds(): string[][] {
    return every(this, 'getBackgrounds', 'background', (color) => color);
  }

  setBackground(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setBackground', args, [['string']]);
    const attributes = colour('background')(args[0]);
    return attributes ? change(this, 'setBackground', attributes) : (this as unknown as Range);
  }

  setBackgroundRGB(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setBackgroundRGB', args, ['number', 'number', 'number']);
    return change(this, 'setBackgroundRGB', { background: hexColor(`rgb(${args.join(',')})`) });
  }

  setBackgrounds(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setBackgrounds', args, ['rows']);
    return changeEach(this, 'setBackgrounds', args[0] as unknown[][], colour('background'));
  }

  getFontColor(): string {
    return one(this, 'getFontColor', 'fontColor');
  }

  getFontColors(): string[][] {
    return every(this, 'getFontColors', 'fontColor', (color) => color);
  }

  setFontColor(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setFontColor', args, [['string']]);
    const attributes = colour('fontColor')(args[0]);
    return attributes ? change(this, 'setFontColor', attributes) : (this as unknown as Range);
  }

  setFontColors(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setFontColors', args, ['rows']);
    return changeEach(this, 'setFontColors', args[0] as unknown[][], colour('fontColor'));
  }

  getFontWeight(): string {
    return one(this, 'getFontWeight', 'bold') ? 'bold' : 'normal';
  }

  getFontWeights(): string[][] {
    return every(this, 'getFontWeights', 'bold', (bold) => (bold ? 'bold' : 'normal'));
  }

  setFontWeight(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setFontWeight', args, [['string']]);
    return change(this, 'setFontWeight', weight(args[0]));
  }

  setFontWeights(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setFontWeights', args, ['rows']);
    return changeEach(this, 'setFontWeights', args[0] as unknown[][], weight);
  }

  getFontStyle(): string {
    return one(this, 'getFontStyle', 'italic') ? 'italic' : 'normal';
  }

  setFontStyle(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setFontStyle', args, [['string']]);
    return change(this, 'setFontStyle', fontStyle(args[0]));
  }

  setFontStyles(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setFontStyles', args, ['rows']);
    return changeEach(this, 'setFontStyles', args[0] as unknown[][], fontStyle);
  }

  getFontLine(): string {
    if (one(this, 'getFontLine', 'underline')) return 'underline';
    return one(this, 'getFontLine', 'strikethrough') ? 'line-through' : 'none';
  }

  setFontLine(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setFontLine', args, [['string']]);
    return change(this, 'setFontLine', fontLine(args[0]));
  }

  getFontSize(): number {
    return one(this, 'getFontSize', 'fontSize');
  }

  getFontSizes(): number[][] {
    return every(this, 'getFontSizes', 'fontSize', (size) => size);
  }

  setFontSize(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setFontSize', args, ['number']);
    return change(this, 'setFontSize', { fontSize: Number(args[0]) });
  }

  setFontSizes(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setFontSizes', args, ['rows']);
    return changeEach(this, 'setFontSizes', args[0] as unknown[][], (size) => ({ fontSize: Number(size) }));
  }

  getFontFamily(): string {
    return one(this, 'getFontFamily', 'fontFamily');
  }

  setFontFamily(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setFontFamily', args, [['string']]);
    return change(this, 'setFontFamily', { fontFamily: args[0] ? String(args[0]) : undefined });
  }

  getHorizontalAlignment(): string {
    return one(this, 'getHorizontalAlignment', 'horizontalAlignment');
  }

  setHorizontalAlignment(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setHorizontalAlignment', args, [['string']]);
    const attributes = horizontal(args[0]);
    return attributes ? change(this, 'setHorizontalAlignment', attributes) : (this as unknown as Range);
  }

  setHorizontalAlignments(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setHorizontalAlignments', args, ['rows']);
    return changeEach(this, 'setHorizontalAlignments', args[0] as unknown[][], horizontal);
  }

  getVerticalAlignment(): string {
    return one(this, 'getVerticalAlignment', 'verticalAlignment');
  }

  setVerticalAlignment(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setVerticalAlignment', args, [['string']]);
    const attributes = vertical(args[0]);
    return attributes ? change(this, 'setVerticalAlignment', attributes) : (this as unknown as Range);
  }

  setVerticalAlignments(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setVerticalAlignments', args, ['rows']);
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
    expectArguments('SpreadsheetApp.Range.setWrap', args, ['boolean']);
    return change(this, 'setWrap', { wrap: args[0] ? 'WRAP' : 'OVERFLOW' });
  }

  setWrapStrategy(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setWrapStrategy', args, [enums.WrapStrategy]);
    return change(this, 'setWrapStrategy', { wrap: String(args[0]) as CellAttributes['wrap'] });
  }

  setTextRotation(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Range.setTextRotation', args, ['number']);
    return change(this, 'setTextRotation', { rotation: Number(args[0]) });
  }

  clearFormat(): Range {
    this.context.format('clearFormat');
    this.context.do(() => storeOf(this).clearFormats(this.zone));
    return this as unknown as Range;
  }

  /** `setBorder(top, left, bottom, right, vertical, horizontal, color, style)`: true draws, false removes, null leaves. */
  setBorder(...args: unknown[]): Range {
    const b = ['boolean'] as const;
    expectArguments('SpreadsheetApp.Range.setBorder', args, [b, b, b, b, b, b], [b, b, b, b, b, b, ['string'], [enums.BorderStyle]]);
    this.context.format('setBorder');
    const color = hexColor(String(args[6] ?? '#000000')) ?? '#000000';
    const style = engineBorder(args[7] === undefined || args[7] === null ? 'SOLID' : String(args[7]));
    const places = ['top', 'left', 'bottom', 'right', 'v', 'h'];
    this.context.do(() => {
      const { workbook } = this.context;
      workbook.promote(this.sheetId);
      const apply = (position: string, border: object) =>
        workbook.apply({ type: 'SET_ZONE_BORDERS', sheetId: this.sheetId, target: [this.zone], border: { position, ...border } });
      if (places.every((_, index) => args[index] === false)) apply('clear', {});
      else for (const position of places.filter((_, index) => args[index] === true)) apply(position, { color, style });
    });
    return this as unknown as Range;
  }

  merge(): Range {
    return merged(this, 'merge', [this.zone]);
  }

  mergeAcross(): Range {
    const rows = Array.from({ length: this.getNumRows() }, (_, index) => this.zone.top + index);
    return merged(
      this,
      'mergeAcross',
      rows.map((row) => ({ ...this.zone, top: row, bottom: row })),
    );
  }

  mergeVertically(): Range {
    const columns = Array.from({ length: this.getNumColumns() }, (_, index) => this.zone.left + index);
    return merged(
      this,
      'mergeVertically',
      columns.map((col) => ({ ...this.zone, left: col, right: col })),
    );
  }

  breakApart(): Range {
    this.context.format('breakApart');
    this.context.do(() => {
      if (this.context.workbook.isPlain(this.sheetId)) return;
      const target = this.context.getters
        .getMergesInZone(this.sheetId, this.zone)
        .map(({ top, left, bottom, right }) => ({ top, left, bottom, right }));
      if (target.length > 0) this.context.workbook.apply({ type: 'REMOVE_MERGE', sheetId: this.sheetId, target });
    });
    return this as unknown as Range;
  }

  isPartOfMerge(): boolean {
    return this.getMergedRanges().length > 0;
  }

  getMergedRanges(): Range[] {
    this.context.enter('SpreadsheetApp.Range.getMergedRanges');
    if (this.context.workbook.isPlain(this.sheetId)) return [];
    const merges = this.context.getters.getMergesInZone(this.sheetId, this.zone);
    return merges.map(({ top, left, bottom, right }) => this.context.make.range(this.sheetId, { top, left, bottom, right }));
  }
}

function merged(range: RangeFormats, call: string, target: readonly { top: number; left: number; bottom: number; right: number }[]): Range {
  range.context.format(call);
  range.context.do(() => {
    range.context.workbook.promote(range.sheetId);
    const real = target.filter((zone) => zone.top !== zone.bottom || zone.left !== zone.right);
    if (real.length > 0) range.context.workbook.apply({ type: 'ADD_MERGE', sheetId: range.sheetId, target: real, force: true });
  });
  return range as unknown as Range;
}

function engineBorder(style: string): string {
  if (style === 'SOLID_MEDIUM' || style === 'DOUBLE') return 'medium';
  if (style === 'SOLID_THICK') return 'thick';
  return style === 'SOLID' ? 'thin' : style.toLowerCase();
}
