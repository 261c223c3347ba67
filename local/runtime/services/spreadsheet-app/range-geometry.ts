// Where a range is: position, size, neighbours. Base of the Range class.
import { ServiceException, ServiceObject } from '../../service';
import { parseA1, quoteSheetName, splitReference, zoneToA1 } from '../../spreadsheet/a1';
import type { Zone } from '../../spreadsheet/contract';
import type { SheetStore } from '../../spreadsheet/sheet-store';
import { only, signed } from '../arguments';
import type { SheetsContext } from './context';
import * as enums from './enums';
import type { Range } from './range';
import type { Sheet } from './sheet';

export const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';

/** Throws unless the zone lies in the grid of its sheet; zero rows or columns have texts of their own (apps-script 2.2). */
export function checkedZone(store: SheetStore, row: number, column: number, rows: number, columns: number): Zone {
  const [height, width] = [javaInt(rows), javaInt(columns)];
  if (height < 1) throw new ServiceException('The number of rows in the range must be at least 1.');
  if (width < 1) throw new ServiceException('The number of columns in the range must be at least 1.');
  const [top, left] = [javaInt(row) - 1, javaInt(column) - 1];
  const zone = { top, left, bottom: top + height - 1, right: left + width - 1 };
  if (top < 0 || left < 0 || zone.bottom >= store.rows || zone.right >= store.cols) throw new ServiceException(OUTSIDE);
  return zone;
}

/** A number as an `int` of Java: cut off, and 0 where there is none. */
const javaInt = (value: number): number => Math.trunc(value) || 0;

/** The range of `A1`, `'Sheet'!A1` or a named range; without a sheet name it is of `sheetId`. */
export function rangeOfText(context: SheetsContext, text: string, sheetId: string): Range {
  const { sheet, a1 } = splitReference(text);
  const target = sheet === undefined ? sheetId : context.workbook.sheetByName(sheet)?.id;
  if (target === undefined) throw new ServiceException('Range not found');
  const store = context.do(() => context.workbook.store(target));
  const zone = parseA1(a1, store);
  if (zone !== undefined) {
    if (zone.bottom >= store.rows || zone.right >= store.cols || zone.top < 0) throw new ServiceException(OUTSIDE);
    return context.make.range(target, zone);
  }
  const named = context.workbook.namedZone(a1);
  if (named === undefined) throw new ServiceException('Range not found');
  return context.make.range(named.sheetId, named.zone);
}

export abstract class RangeGeometry extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.Range';
  readonly context: SheetsContext;
  readonly sheetId: string;
  readonly zone: Zone;

  constructor(context: SheetsContext, sheetId: string, zone: Zone) {
    super();
    this.context = context;
    this.sheetId = sheetId;
    this.zone = zone;
  }

  override toString(): string {
    return 'Range';
  }

  getSheet(): Sheet {
    return this.context.make.sheet(this.sheetId);
  }

  getGridId(): number {
    return this.getSheet().getSheetId();
  }

  getRow(): number {
    return this.zone.top + 1;
  }

  getRowIndex(): number {
    return this.zone.top + 1;
  }

  getColumn(): number {
    return this.zone.left + 1;
  }

  getLastRow(): number {
    return this.zone.bottom + 1;
  }

  getLastColumn(): number {
    return this.zone.right + 1;
  }

  getNumRows(): number {
    return this.zone.bottom - this.zone.top + 1;
  }

  getNumColumns(): number {
    return this.zone.right - this.zone.left + 1;
  }

  getHeight(): number {
    return this.getNumRows();
  }

  getWidth(): number {
    return this.getNumColumns();
  }

  getA1Notation(): string {
    const store = storeOf(this);
    const { top, bottom, left, right } = this.zone;
    const whole = zoneToA1(this.zone);
    // A range over all rows is written by its columns only.
    if (top === 0 && bottom === store.rows - 1 && store.rows > 1) return whole.replace(/\d+/g, '').replace(/^([A-Z]+)$/, '$1:$1');
    if (left === 0 && right === store.cols - 1 && store.cols > 1) return `${top + 1}:${bottom + 1}`;
    return whole;
  }

  getCell(row: number, column: number): Range {
    if (row < 1 || column < 1 || row > this.getNumRows() || column > this.getNumColumns())
      throw new ServiceException('Cell reference out of range');
    const [top, left] = [this.zone.top + row - 1, this.zone.left + column - 1];
    return this.context.make.range(this.sheetId, { top, left, bottom: top, right: left });
  }

  offset(row: number, column: number, ...size: number[]): Range {
    const rows = size[0] ?? this.getNumRows();
    const columns = size[1] ?? this.getNumColumns();
    return this.context.make.range(this.sheetId, checkedZone(storeOf(this), this.getRow() + row, this.getColumn() + column, rows, columns));
  }

  isStartRowBounded(): boolean {
    return true;
  }

  isStartColumnBounded(): boolean {
    return true;
  }

  isEndRowBounded(): boolean {
    return true;
  }

  isEndColumnBounded(): boolean {
    return true;
  }

  /** The block around the range that is closed by empty rows and columns. */
  getDataRegion(...args: unknown[]): Range {
    only(args, 0, 'SpreadsheetApp.Range.getDataRegion');
    this.context.enter('SpreadsheetApp.Range.getDataRegion');
    this.context.read(1);
    const store = storeOf(this);
    let { top, left, bottom, right } = this.zone;
    const filled = (zone: Zone) => store.displayValues(zone).some((row) => row.some((text) => text !== ''));
    for (let grown = true; grown; ) {
      grown = false;
      if (top > 0 && filled({ top: top - 1, bottom: top - 1, left, right })) {
        top--;
        grown = true;
      }
      if (bottom < store.rows - 1 && filled({ top: bottom + 1, bottom: bottom + 1, left, right })) {
        bottom++;
        grown = true;
      }
      if (left > 0 && filled({ top, bottom, left: left - 1, right: left - 1 })) {
        left--;
        grown = true;
      }
      if (right < store.cols - 1 && filled({ top, bottom, left: right + 1, right: right + 1 })) {
        right++;
        grown = true;
      }
    }
    return this.context.make.range(this.sheetId, { top, left, bottom, right });
  }

  /** The last cell with data in a direction, as Ctrl and an arrow find it. */
  getNextDataCell(direction: ServiceObject): Range {
    this.context.read(1);
    const store = storeOf(this);
    const name = String(direction);
    const [down, across] = name === 'UP' ? [-1, 0] : name === 'DOWN' ? [1, 0] : name === 'PREVIOUS' ? [0, -1] : [0, 1];
    const inside = (row: number, col: number) => row >= 0 && col >= 0 && row < store.rows && col < store.cols;
    const filled = (row: number, col: number) =>
      inside(row, col) && store.displayValues({ top: row, bottom: row, left: col, right: col })[0]?.[0] !== '';
    let { top: row, left: col } = this.zone;
    const running = filled(row, col) && filled(row + down, col + across);
    do {
      if (!inside(row + down, col + across)) break;
      row += down;
      col += across;
    } while (running ? filled(row + down, col + across) : !filled(row, col));
    return this.context.make.range(this.sheetId, { top: row, bottom: row, left: col, right: col });
  }

  activate(): Range {
    this.context.select(this.sheetId, this.zone);
    return this as unknown as Range;
  }

  activateAsCurrentCell(): Range {
    return this.activate();
  }
}

/** The cells behind a range; a deleted sheet is refused. */
export function storeOf(range: RangeGeometry): SheetStore {
  return range.context.do(() => range.context.workbook.store(range.sheetId));
}

/** `'Sheet'!A1:B2`, as formulas of the engine write it. */
export function engineReference(range: RangeGeometry): string {
  return `${quoteSheetName(range.getSheet().getName())}!${zoneToA1(range.zone)}`;
}

/** How many cells a zone has. */
export function cellCount(zone: Zone): number {
  return (zone.bottom - zone.top + 1) * (zone.right - zone.left + 1);
}

signed(RangeGeometry, {
  getDataRegion: [[], [enums.Dimension]],
  getCell: [['number', 'number']],
  offset: [
    ['number', 'number'],
    ['number', 'number', 'number'],
    ['number', 'number', 'number', 'number'],
  ],
  getNextDataCell: [[enums.Direction]],
});
