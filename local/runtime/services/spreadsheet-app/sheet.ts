// The Sheet class: its place among the tabs, its grid, its ranges, charts, rules and marks.
import { type EnumValue, ServiceException, ServiceObject, signatureError } from '../../service';
import { hexColor } from '../../spreadsheet/attributes';
import type { CellValue } from '../../spreadsheet/contract';
import type { SheetStore } from '../../spreadsheet/sheet-store';
import type { SheetInfo } from '../../spreadsheet/tabs';
import type { Dimension } from '../../spreadsheet/zones';
import { expectArguments } from './arguments';
import { ConditionalFormatRule, conditionalFormats, setConditionalFormats } from './conditional-format-rule';
import type { SheetsContext } from './context';
import { addedMetadata, type DeveloperMetadata, DeveloperMetadataFinder, metadataOf } from './developer-metadata';
import { chartsOf, EmbeddedChart, placeChart, removeChart } from './embedded-chart';
import { EmbeddedChartBuilder, modifier, newChartRecord } from './embedded-chart-builder';
import * as enums from './enums';
import { type Filter, filterOf } from './filter';
import { NamedRange } from './named-range';
import { addedProtection, type Protection, protectionsOf } from './protection';
import type { Range } from './range';
import { checkedZone, RangeGeometry, rangeOfText } from './range-geometry';
import { RangeList } from './range-list';
import { cellInput } from './range-values';
import type { Spreadsheet } from './spreadsheet';

/** Google's numeric id of a tab; tabs added on the page have other ids, which get a number of their own. */
export function googleSheetId(id: string): number {
  if (/^\d+$/.test(id)) return Number(id);
  let hash = 7;
  for (const char of id) hash = (Math.imul(hash, 31) + (char.codePointAt(0) ?? 0)) | 0;
  return Math.abs(hash);
}

export class Sheet extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.Sheet';
  readonly context: SheetsContext;
  readonly id: string;

  constructor(context: SheetsContext, id: string) {
    super();
    this.context = context;
    this.id = id;
  }

  get #store(): SheetStore {
    return this.context.do(() => this.context.workbook.store(this.id));
  }

  get #info(): SheetInfo {
    const info = this.context.workbook.sheetById(this.id);
    if (info === undefined) throw new ServiceException(`Sheet ${this.id} not found`);
    return info;
  }

  #structure(call: string, change: () => void): this {
    this.context.structure(call);
    this.context.do(change);
    return this;
  }

  override toString(): string {
    return 'Sheet';
  }

  // --- the tab ---

  getSheetId(): number {
    return googleSheetId(this.id);
  }

  getName(): string {
    return this.#info.name;
  }

  getSheetName(): string {
    return this.#info.name;
  }

  getType(): EnumValue {
    return enums.SheetType.GRID;
  }

  getParent(): Spreadsheet {
    return this.context.make.spreadsheet();
  }

  /** One-based, unlike `insertSheet`'s index (apps-script 5.3). */
  getIndex(): number {
    return this.context.workbook.sheets().findIndex((sheet) => sheet.id === this.id) + 1;
  }

  setName(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.Sheet.setName', args, ['string']);
    return this.#structure('setName', () => this.context.workbook.renameSheet(this.id, String(args[0])));
  }

  activate(): this {
    this.context.workbook.select(this.id);
    return this;
  }

  hideSheet(): this {
    return this.#structure('hideSheet', () => this.context.workbook.hideSheet(this.id, true));
  }

  showSheet(): this {
    return this.#structure('showSheet', () => this.context.workbook.hideSheet(this.id, false));
  }

  isSheetHidden(): boolean {
    return this.#info.hidden;
  }

  getTabColor(): string | null {
    return this.#info.color ?? null;
  }

  setTabColor(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.Sheet.setTabColor', args, [['string']]);
    const color = args[0] ? hexColor(String(args[0])) : undefined;
    return this.#structure('setTabColor', () => this.context.workbook.colorSheet(this.id, color));
  }

  copyTo(...args: unknown[]): Sheet {
    expectArguments('SpreadsheetApp.Sheet.copyTo', args, [ServiceObject]);
    this.context.structure('copyTo');
    const { workbook } = this.context;
    const base = workbook.locale === 'ru_RU' ? `${this.getName()} (копия)` : `Copy of ${this.getName()}`;
    let name = base;
    for (let number = 2; workbook.sheetByName(name); number++) name = `${base} ${number}`;
    return this.context.make.sheet(this.context.do(() => workbook.duplicateSheet(this.id, name)));
  }

  hasHiddenGridlines(): boolean {
    return this.#store.hidesGridlines();
  }

  setHiddenGridlines(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.Sheet.setHiddenGridlines', args, ['boolean']);
    return this.#structure('setHiddenGridlines', () => this.#store.setHidesGridlines(args[0] === true));
  }

  // --- ranges ---

  getRange(...args: unknown[]): Range {
    const n = 'number' as const;
    expectArguments('SpreadsheetApp.Sheet.getRange', args, ['string'], [n, n], [n, n, n], [n, n, n, n]);
    this.context.enter('SpreadsheetApp.Sheet.getRange');
    if (typeof args[0] === 'string') return rangeOfText(this.context, args[0], this.id);
    const [row = 1, column = 1, rows = 1, columns = 1] = args as number[];
    return this.context.make.range(this.id, checkedZone(this.#store, row, column, rows, columns));
  }

  getRangeList(...args: unknown[]): RangeList {
    expectArguments('SpreadsheetApp.Sheet.getRangeList', args, ['list']);
    return new RangeList((args[0] as unknown[]).map((text) => rangeOfText(this.context, String(text), this.id)));
  }

  getDataRange(): Range {
    this.context.enter('SpreadsheetApp.Sheet.getDataRange');
    this.context.read(1);
    const { rows, cols } = this.context.do(() => this.#store.extent());
    return this.context.make.range(this.id, { top: 0, left: 0, bottom: Math.max(rows, 1) - 1, right: Math.max(cols, 1) - 1 });
  }

  getSheetValues(...args: unknown[]): CellValue[][] {
    const n = 'number' as const;
    expectArguments('SpreadsheetApp.Sheet.getSheetValues', args, [n, n, n, n]);
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
    expectArguments('SpreadsheetApp.Sheet.setActiveRange', args, [RangeGeometry]);
    return (args[0] as RangeGeometry).activate();
  }

  setActiveSelection(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Sheet.setActiveSelection', args, [RangeGeometry], ['string']);
    return typeof args[0] === 'string' ? this.getRange(args[0]).activate() : (args[0] as RangeGeometry).activate();
  }

  setCurrentCell(...args: unknown[]): Range {
    return this.setActiveRange(...args);
  }

  getLastRow(): number {
    this.context.enter('SpreadsheetApp.Sheet.getLastRow');
    this.context.read(1);
    return this.context.do(() => this.#store.extent()).rows;
  }

  getLastColumn(): number {
    this.context.enter('SpreadsheetApp.Sheet.getLastColumn');
    this.context.read(1);
    return this.context.do(() => this.#store.extent()).cols;
  }

  getMaxRows(): number {
    return this.#store.rows;
  }

  getMaxColumns(): number {
    return this.#store.cols;
  }

  /** Appends below the last row with content and makes the grid grow. */
  appendRow(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.Sheet.appendRow', args, ['list']);
    const values = args[0] as unknown[];
    this.context.write('appendRow', values.length);
    this.context.do(() => {
      const { workbook } = this.context;
      const row = this.#store.extent().rows;
      if (row >= this.#store.rows) workbook.insertLines(this.id, 'ROW', this.#store.rows, row + 1 - this.#store.rows);
      if (values.length > this.#store.cols) workbook.insertLines(this.id, 'COL', this.#store.cols, values.length - this.#store.cols);
      workbook.write(this.id, row, 0, [values.map(cellInput)]);
    });
    return this;
  }

  clear(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.Sheet.clear', args, [], ['object']);
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
    setConditionalFormats(this.context, this.id, []);
  }

  #all(): Range {
    return this.context.make.range(this.id, { top: 0, left: 0, bottom: this.#store.rows - 1, right: this.#store.cols - 1 });
  }

  sort(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.Sheet.sort', args, ['number'], ['number', 'boolean']);
    const frozen = this.#store.frozen('ROW');
    const { zone } = this.getDataRange();
    if (zone.bottom > frozen)
      this.context.make.range(this.id, { ...zone, top: frozen }).sort({ column: args[0], ascending: args[1] !== false });
    return this;
  }

  // --- lines ---

  #insert(call: string, dimension: Dimension, at: number, count: number, like: 'before' | 'after'): this {
    const size = dimension === 'ROW' ? this.#store.rows : this.#store.cols;
    if (!(at >= 0 && at <= size)) throw new ServiceException('Those rows are out of bounds.');
    if (count < 1) throw new ServiceException(`Invalid argument: ${count}`);
    return this.#structure(call, () => this.context.workbook.insertLines(this.id, dimension, at, count, like));
  }

  #remove(call: string, dimension: Dimension, args: readonly unknown[]): this {
    expectArguments(`SpreadsheetApp.Sheet.${call}`, args, ['number'], ['number', 'number']);
    const [position = 1, count = 1] = args as number[];
    const size = dimension === 'ROW' ? this.#store.rows : this.#store.cols;
    if (position < 1 || count < 1 || position + count - 1 > size) {
      throw new ServiceException(`Those ${dimension === 'ROW' ? 'rows' : 'columns'} are out of bounds.`);
    }
    return this.#structure(call, () => this.context.workbook.removeLines(this.id, dimension, position - 1, count));
  }

  #insertCall(call: string, dimension: Dimension, after: boolean, args: readonly unknown[]): this {
    expectArguments(`SpreadsheetApp.Sheet.${call}`, args, ['number'], ['number', 'number']);
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
    expectArguments(`SpreadsheetApp.Sheet.${call}`, args, ['number']);
    const count = Number(args[0]);
    const size = dimension === 'ROW' ? this.#store.rows : this.#store.cols;
    if (count < 0 || count >= size) {
      const lines = dimension === 'ROW' ? 'rows' : 'columns';
      throw new ServiceException(`You can't freeze all visible ${lines} on the sheet.`);
    }
    this.#structure(call, () => this.#store.freeze(dimension, count));
  }

  setFrozenRows(...args: unknown[]): void {
    this.#freeze('setFrozenRows', 'ROW', args);
  }

  setFrozenColumns(...args: unknown[]): void {
    this.#freeze('setFrozenColumns', 'COL', args);
  }

  getFrozenRows(): number {
    return this.#store.frozen('ROW');
  }

  getFrozenColumns(): number {
    return this.#store.frozen('COL');
  }

  #size(call: string, dimension: Dimension, position: unknown, count: number, pixels: unknown): this {
    const indexes = lines(Number(position) - 1, count);
    return this.#structure(call, () => this.#store.setSize(dimension, indexes, Number(pixels)));
  }

  setColumnWidth(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.Sheet.setColumnWidth', args, ['number', 'number']);
    return this.#size('setColumnWidth', 'COL', args[0], 1, args[1]);
  }

  setColumnWidths(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.Sheet.setColumnWidths', args, ['number', 'number', 'number']);
    return this.#size('setColumnWidths', 'COL', args[0], Number(args[1]), args[2]);
  }

  setRowHeight(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.Sheet.setRowHeight', args, ['number', 'number']);
    return this.#size('setRowHeight', 'ROW', args[0], 1, args[1]);
  }

  setRowHeights(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.Sheet.setRowHeights', args, ['number', 'number', 'number']);
    return this.#size('setRowHeights', 'ROW', args[0], Number(args[1]), args[2]);
  }

  setRowHeightsForced(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.Sheet.setRowHeightsForced', args, ['number', 'number', 'number']);
    return this.#size('setRowHeightsForced', 'ROW', args[0], Number(args[1]), args[2]);
  }

  getColumnWidth(...args: unknown[]): number {
    expectArguments('SpreadsheetApp.Sheet.getColumnWidth', args, ['number']);
    return this.#store.size('COL', Number(args[0]) - 1);
  }

  getRowHeight(...args: unknown[]): number {
    expectArguments('SpreadsheetApp.Sheet.getRowHeight', args, ['number']);
    return this.#store.size('ROW', Number(args[0]) - 1);
  }

  autoResizeColumn(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.Sheet.autoResizeColumn', args, ['number']);
    return this.#autoResize('autoResizeColumn', Number(args[0]), 1);
  }

  autoResizeColumns(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.Sheet.autoResizeColumns', args, ['number', 'number']);
    return this.#autoResize('autoResizeColumns', Number(args[0]), Number(args[1]));
  }

  /** Widths by the longest shown text of the first 200 rows, at Google's default font. */
  #autoResize(call: string, position: number, count: number): this {
    return this.#structure(call, () => {
      const store = this.#store;
      const bottom = Math.min(store.extent().rows, 200) - 1;
      for (const col of lines(position - 1, count)) {
        const texts = bottom < 0 ? [] : store.displayValues({ top: 0, bottom, left: col, right: col }).map((row) => row[0] ?? '');
        const longest = texts.reduce((most, text) => Math.max(most, text.length), 0);
        store.setSize('COL', [col], longest === 0 ? 21 : Math.min(400, 15 + longest * 7));
      }
    });
  }

  #hide(call: string, dimension: Dimension, hidden: boolean, args: readonly unknown[]): void {
    expectArguments(`SpreadsheetApp.Sheet.${call}`, args, ['number'], ['number', 'number'], [RangeGeometry]);
    const [first, count] = args;
    const zone = first instanceof RangeGeometry ? first.zone : undefined;
    const indexes = zone
      ? dimension === 'ROW'
        ? lines(zone.top, zone.bottom - zone.top + 1)
        : lines(zone.left, zone.right - zone.left + 1)
      : lines(Number(first) - 1, Number(count ?? 1));
    this.#structure(call, () => this.#store.setHidden(dimension, indexes, hidden));
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
    expectArguments('SpreadsheetApp.Sheet.isRowHiddenByUser', args, ['number']);
    return this.#store.isHidden('ROW', Number(args[0]) - 1);
  }

  isColumnHiddenByUser(...args: unknown[]): boolean {
    expectArguments('SpreadsheetApp.Sheet.isColumnHiddenByUser', args, ['number']);
    return this.#store.isHidden('COL', Number(args[0]) - 1);
  }

  // --- charts ---

  newChart(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.context, { record: newChartRecord(this.context, this.id) });
  }

  getCharts(): EmbeddedChart[] {
    this.context.enter('SpreadsheetApp.Sheet.getCharts');
    return chartsOf(this.context, this.id).map((record) => new EmbeddedChart(this.context, record, modifier));
  }

  insertChart(...args: unknown[]): void {
    expectArguments('SpreadsheetApp.Sheet.insertChart', args, [EmbeddedChart]);
    this.context.chart('insertChart');
    placeChart(this.context, this.id, (args[0] as EmbeddedChart).record);
  }

  updateChart(...args: unknown[]): void {
    expectArguments('SpreadsheetApp.Sheet.updateChart', args, [EmbeddedChart]);
    this.context.chart('updateChart');
    const { record } = args[0] as EmbeddedChart;
    if (!removeChart(this.context, record)) throw new ServiceException('The chart no longer exists.');
    placeChart(this.context, this.id, record);
  }

  removeChart(...args: unknown[]): void {
    expectArguments('SpreadsheetApp.Sheet.removeChart', args, [EmbeddedChart]);
    this.context.chart('removeChart');
    removeChart(this.context, (args[0] as EmbeddedChart).record);
  }

  // --- rules and marks ---

  getConditionalFormatRules(): ConditionalFormatRule[] {
    this.context.enter('SpreadsheetApp.Sheet.getConditionalFormatRules');
    return conditionalFormats(this.context, this.id);
  }

  setConditionalFormatRules(...args: unknown[]): void {
    const rules = args[0];
    if (
      args.length !== 1 ||
      !Array.isArray(rules) ||
      !rules.every((rule): rule is ConditionalFormatRule => rule instanceof ConditionalFormatRule)
    ) {
      throw signatureError('SpreadsheetApp.Sheet.setConditionalFormatRules', args);
    }
    this.context.format('setConditionalFormatRules');
    setConditionalFormats(this.context, this.id, rules);
  }

  getFilter(): Filter | null {
    return filterOf(this.context, this.id);
  }

  protect(): Protection {
    this.context.structure('protect');
    return addedProtection(this.context, this.id, undefined);
  }

  getProtections(...args: unknown[]): Protection[] {
    expectArguments('SpreadsheetApp.Sheet.getProtections', args, [enums.ProtectionType]);
    return protectionsOf(this.context, args[0] as EnumValue, this.id);
  }

  getNamedRanges(): NamedRange[] {
    const named = this.context.workbook.namedZones().filter((zone) => zone.sheetId === this.id);
    return named.map(({ name }) => new NamedRange(this.context, name));
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataOf(this.context, { sheetId: this.id });
  }

  addDeveloperMetadata(...args: unknown[]): this {
    addedMetadata(this.context, 'SpreadsheetApp.Sheet.addDeveloperMetadata', args, { sheetId: this.id });
    return this;
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.context, { sheetId: this.id });
  }
}

function lines(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
