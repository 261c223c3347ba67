// Rows and columns of a sheet: inserting, deleting, freezing, sizes, hiding.
import { ServiceException } from '../../service';
import type { Dimension } from '../../spreadsheet/zones';
import { signed } from '../arguments';
import { RangeGeometry } from './range-geometry';
import { SheetRanges } from './sheet-ranges';

export abstract class SheetLines extends SheetRanges {
  #insert(call: string, dimension: Dimension, at: number, count: number, like: 'before' | 'after'): this {
    const size = dimension === 'ROW' ? this._store.rows : this._store.cols;
    if (!(at >= 0 && at <= size)) throw new ServiceException('Those rows are out of bounds.');
    if (count < 1) throw new ServiceException(`Invalid argument: ${count}`);
    return this._structure(call, () => this.context.workbook.insertLines(this.id, dimension, at, count, like));
  }

  #remove(call: string, dimension: Dimension, args: readonly unknown[]): this {
    const [position = 1, count = 1] = args as number[];
    const size = dimension === 'ROW' ? this._store.rows : this._store.cols;
    if (position < 1 || count < 1 || position + count - 1 > size) {
      throw new ServiceException(`Those ${dimension === 'ROW' ? 'rows' : 'columns'} are out of bounds.`);
    }
    const zone =
      dimension === 'ROW'
        ? { top: position - 1, bottom: position + count - 2, left: 0, right: this._store.cols - 1 }
        : { left: position - 1, right: position + count - 2, top: 0, bottom: this._store.rows - 1 };
    return this._structure(call, () => this.context.workbook.removeLines(this.id, dimension, position - 1, count), zone);
  }

  #insertCall(call: string, dimension: Dimension, after: boolean, args: readonly unknown[]): this {
    const [position = 1, count = 1] = args as number[];
    return this.#insert(call, dimension, after ? position : position - 1, count, after ? 'before' : 'after');
  }

  insertRowAfter(...args: unknown[]): this {
    return this.#insertCall('insertRowAfter', 'ROW', true, args);
  }

  insertRowBefore(...args: unknown[]): this {
    return this.#insertCall('insertRowBefore', 'ROW', false, args);
  }

  insertRowsAfter(...args: unknown[]): this {
    return this.#insertCall('insertRowsAfter', 'ROW', true, args);
  }

  insertRowsBefore(...args: unknown[]): this {
    return this.#insertCall('insertRowsBefore', 'ROW', false, args);
  }

  insertRows(...args: unknown[]): void {
    this.#insertCall('insertRows', 'ROW', false, args);
  }

  insertColumnAfter(...args: unknown[]): this {
    return this.#insertCall('insertColumnAfter', 'COL', true, args);
  }

  insertColumnBefore(...args: unknown[]): this {
    return this.#insertCall('insertColumnBefore', 'COL', false, args);
  }

  insertColumnsAfter(...args: unknown[]): this {
    return this.#insertCall('insertColumnsAfter', 'COL', true, args);
  }

  insertColumnsBefore(...args: unknown[]): this {
    return this.#insertCall('insertColumnsBefore', 'COL', false, args);
  }

  insertColumns(...args: unknown[]): void {
    this.#insertCall('insertColumns', 'COL', false, args);
  }

  deleteRow(...args: unknown[]): this {
    return this.#remove('deleteRow', 'ROW', args);
  }

  deleteRows(...args: unknown[]): void {
    this.#remove('deleteRows', 'ROW', args);
  }

  deleteColumn(...args: unknown[]): this {
    return this.#remove('deleteColumn', 'COL', args);
  }

  deleteColumns(...args: unknown[]): void {
    this.#remove('deleteColumns', 'COL', args);
  }

  #freeze(call: string, dimension: Dimension, args: readonly unknown[]): void {
    const count = Number(args[0]);
    const size = dimension === 'ROW' ? this._store.rows : this._store.cols;
    if (count < 0 || count >= size) {
      const lines = dimension === 'ROW' ? 'rows' : 'columns';
      throw new ServiceException(`You can't freeze all visible ${lines} on the sheet.`);
    }
    this._structure(call, () => this._store.freeze(dimension, count));
  }

  setFrozenRows(...args: unknown[]): void {
    this.#freeze('setFrozenRows', 'ROW', args);
  }

  setFrozenColumns(...args: unknown[]): void {
    this.#freeze('setFrozenColumns', 'COL', args);
  }

  getFrozenRows(): number {
    return this._store.frozen('ROW');
  }

  getFrozenColumns(): number {
    return this._store.frozen('COL');
  }

  #size(call: string, dimension: Dimension, position: unknown, count: number, pixels: unknown): this {
    const indexes = lines(Number(position) - 1, count);
    return this._structure(call, () => this._store.setSize(dimension, indexes, Number(pixels)));
  }

  setColumnWidth(...args: unknown[]): this {
    return this.#size('setColumnWidth', 'COL', args[0], 1, args[1]);
  }

  setColumnWidths(...args: unknown[]): this {
    return this.#size('setColumnWidths', 'COL', args[0], Number(args[1]), args[2]);
  }

  setRowHeight(...args: unknown[]): this {
    return this.#size('setRowHeight', 'ROW', args[0], 1, args[1]);
  }

  setRowHeights(...args: unknown[]): this {
    return this.#size('setRowHeights', 'ROW', args[0], Number(args[1]), args[2]);
  }

  setRowHeightsForced(...args: unknown[]): this {
    return this.#size('setRowHeightsForced', 'ROW', args[0], Number(args[1]), args[2]);
  }

  getColumnWidth(...args: unknown[]): number {
    return this._store.size('COL', Number(args[0]) - 1);
  }

  getRowHeight(...args: unknown[]): number {
    return this._store.size('ROW', Number(args[0]) - 1);
  }

  autoResizeColumn(...args: unknown[]): this {
    return this.#autoResize('autoResizeColumn', Number(args[0]), 1);
  }

  autoResizeColumns(...args: unknown[]): this {
    return this.#autoResize('autoResizeColumns', Number(args[0]), Number(args[1]));
  }

  /** Widths by the longest shown text of the first 200 rows, at Google's default font. */
  #autoResize(call: string, position: number, count: number): this {
    return this._structure(call, () => {
      const store = this._store;
      const bottom = Math.min(store.extent().rows, 200) - 1;
      for (const col of lines(position - 1, count)) {
        const texts = bottom < 0 ? [] : store.displayValues({ top: 0, bottom, left: col, right: col }).map((row) => row[0] ?? '');
        const longest = texts.reduce((most, text) => Math.max(most, text.length), 0);
        store.setSize('COL', [col], longest === 0 ? 21 : Math.min(400, 15 + longest * 7));
      }
    });
  }

  #hide(call: string, dimension: Dimension, hidden: boolean, args: readonly unknown[]): void {
    const [first, count] = args;
    const zone = first instanceof RangeGeometry ? first.zone : undefined;
    const indexes = zone
      ? dimension === 'ROW'
        ? lines(zone.top, zone.bottom - zone.top + 1)
        : lines(zone.left, zone.right - zone.left + 1)
      : lines(Number(first) - 1, Number(count ?? 1));
    this._structure(call, () => this._store.setHidden(dimension, indexes, hidden));
  }

  hideRows(...args: unknown[]): void {
    this.#hide('hideRows', 'ROW', true, args);
  }

  hideRow(...args: unknown[]): void {
    this.#hide('hideRow', 'ROW', true, args);
  }

  hideColumns(...args: unknown[]): void {
    this.#hide('hideColumns', 'COL', true, args);
  }

  hideColumn(...args: unknown[]): void {
    this.#hide('hideColumn', 'COL', true, args);
  }

  showRows(...args: unknown[]): void {
    this.#hide('showRows', 'ROW', false, args);
  }

  unhideRow(...args: unknown[]): void {
    this.#hide('unhideRow', 'ROW', false, args);
  }

  showColumns(...args: unknown[]): void {
    this.#hide('showColumns', 'COL', false, args);
  }

  unhideColumn(...args: unknown[]): void {
    this.#hide('unhideColumn', 'COL', false, args);
  }

  isRowHiddenByUser(...args: unknown[]): boolean {
    return this._store.isHidden('ROW', Number(args[0]) - 1);
  }

  isColumnHiddenByUser(...args: unknown[]): boolean {
    return this._store.isHidden('COL', Number(args[0]) - 1);
  }
}

function lines(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}

signed(SheetLines, {
  insertRowAfter: [['number']],
  insertRowBefore: [['number']],
  insertColumnAfter: [['number']],
  insertColumnBefore: [['number']],
  deleteRow: [['number']],
  deleteColumn: [['number']],
  insertRowsAfter: [['number', 'number']],
  insertRowsBefore: [['number', 'number']],
  insertColumnsAfter: [['number', 'number']],
  insertColumnsBefore: [['number', 'number']],
  deleteRows: [['number', 'number']],
  deleteColumns: [['number', 'number']],
  insertRows: [['number'], ['number', 'number']],
  insertColumns: [['number'], ['number', 'number']],
  setFrozenRows: [['number']],
  setFrozenColumns: [['number']],
  hideRows: [['number'], ['number', 'number']],
  hideColumns: [['number'], ['number', 'number']],
  showRows: [['number'], ['number', 'number']],
  showColumns: [['number'], ['number', 'number']],
  hideRow: [[RangeGeometry]],
  hideColumn: [[RangeGeometry]],
  unhideRow: [[RangeGeometry]],
  unhideColumn: [[RangeGeometry]],
  setColumnWidth: [['number', 'number']],
  setColumnWidths: [['number', 'number', 'number']],
  setRowHeight: [['number', 'number']],
  setRowHeights: [['number', 'number', 'number']],
  setRowHeightsForced: [['number', 'number', 'number']],
  getColumnWidth: [['number']],
  getRowHeight: [['number']],
  autoResizeColumn: [['number']],
  autoResizeColumns: [['number', 'number']],
  isRowHiddenByUser: [['number']],
  isColumnHiddenByUser: [['number']],
});
