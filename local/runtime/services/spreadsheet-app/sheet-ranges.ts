// What a sheet holds: its ranges, data range and active cells; appending, clearing and sorting rows.
import type { CellValue } from '../../spreadsheet/contract';
import { listOf, signed } from '../arguments';
import { setConditionalFormats } from './conditional-formats';
import type { Range } from './range';
import { checkedZone, RangeGeometry, rangeOfText } from './range-geometry';
import { RangeList } from './range-list';
import { SheetTab } from './sheet-tab';

export abstract class SheetRanges extends SheetTab {
  getRange(...args: unknown[]): Range {
    this.context.enter('SpreadsheetApp.Sheet.getRange');
    if (typeof args[0] === 'string') return rangeOfText(this.context, args[0], this.id);
    const [row = 1, column = 1, rows = 1, columns = 1] = args as number[];
    return this.context.make.range(this.id, checkedZone(this._store, row, column, rows, columns));
  }

  getRangeList(...args: unknown[]): RangeList {
    return new RangeList((args[0] as unknown[]).map((text) => rangeOfText(this.context, String(text), this.id)));
  }

  getDataRange(): Range {
    this.context.enter('SpreadsheetApp.Sheet.getDataRange');
    this.context.read(1);
    const { rows, cols } = this.context.do(() => this._store.extent());
    return this.context.make.range(this.id, { top: 0, left: 0, bottom: Math.max(rows, 1) - 1, right: Math.max(cols, 1) - 1 });
  }

  getSheetValues(...args: unknown[]): CellValue[][] {
    return this.getRange(...args).getValues();
  }

  getActiveRange(): Range {
    const { active } = this.context.workbook;
    const zone = active.sheetId === this.id ? active.zone : { top: 0, left: 0, bottom: 0, right: 0 };
    return this.context.make.range(this.id, zone);
  }

  getActiveCell(): Range {
    return this.getActiveRange().getCell(1, 1);
  }

  getCurrentCell(): Range {
    return this.getActiveCell();
  }

  setActiveRange(...args: unknown[]): Range {
    return (args[0] as RangeGeometry).activate();
  }

  setActiveSelection(...args: unknown[]): Range {
    return typeof args[0] === 'string' ? this.getRange(args[0]).activate() : (args[0] as RangeGeometry).activate();
  }

  setCurrentCell(...args: unknown[]): Range {
    return this.setActiveRange(...args);
  }

  getLastRow(): number {
    this.context.enter('SpreadsheetApp.Sheet.getLastRow');
    this.context.read(1);
    return this.context.do(() => this._store.extent()).rows;
  }

  getLastColumn(): number {
    this.context.enter('SpreadsheetApp.Sheet.getLastColumn');
    this.context.read(1);
    return this.context.do(() => this._store.extent()).cols;
  }

  getMaxRows(): number {
    return this._store.rows;
  }

  getMaxColumns(): number {
    return this._store.cols;
  }

  /** Appends below the last row with content and makes the grid grow. */
  appendRow(...args: unknown[]): this {
    const values = args[0] as unknown[];
    const { workbook } = this.context;
    for (const value of values) this.context.checkInput('SpreadsheetApp.Sheet.appendRow', args, value);
    this.context.write('appendRow', values.length);
    // It must know the last row, so what waits comes first.
    this.context.settle();
    this.context.do(() => {
      const row = this._store.extent().rows;
      this.context.checkEdit({ sheetId: this.id, zone: { top: row, bottom: row, left: 0, right: Math.max(values.length, 1) - 1 } });
      if (row >= this._store.rows) workbook.insertLines(this.id, 'ROW', this._store.rows, row + 1 - this._store.rows);
      if (values.length > this._store.cols) workbook.insertLines(this.id, 'COL', this._store.cols, values.length - this._store.cols);
      workbook.write(this.id, row, 0, [values]);
    });
    return this;
  }

  clear(...args: unknown[]): this {
    this.#all().clear(...args);
    return this;
  }

  clearContents(): this {
    this.#all().clearContent();
    return this;
  }

  clearFormats(): this {
    this.#all().clearFormat();
    return this;
  }

  clearNotes(): this {
    this.#all().clearNote();
    return this;
  }

  clearConditionalFormatRules(): void {
    this.context.format('clearConditionalFormatRules');
    this.context.later({ sheetId: this.id }, () => setConditionalFormats(this.context, this.id, []));
  }

  #all(): Range {
    return this.context.make.range(this.id, { top: 0, left: 0, bottom: this._store.rows - 1, right: this._store.cols - 1 });
  }

  sort(...args: unknown[]): this {
    const frozen = this._store.frozen('ROW');
    const { zone } = this.getDataRange();
    if (zone.bottom > frozen)
      this.context.make.range(this.id, { ...zone, top: frozen }).sort({ column: args[0], ascending: args[1] !== false });
    return this;
  }
}

signed(SheetRanges, {
  getRange: [['string'], ['number', 'number'], ['number', 'number', 'number'], ['number', 'number', 'number', 'number']],
  getRangeList: [[listOf('string')]],
  getSheetValues: [['number', 'number', 'number', 'number']],
  setActiveRange: [[RangeGeometry]],
  setCurrentCell: [[RangeGeometry]],
  setActiveSelection: [[RangeGeometry], ['string']],
  appendRow: [['list']],
  clear: [[], ['object']],
  sort: [['number'], ['number', 'boolean']],
});
