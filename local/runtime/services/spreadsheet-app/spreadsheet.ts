// The Spreadsheet class: the open file, its sheets, names, settings and marks.
import { type EnumValue, ServiceException, ServiceObject } from '../../service';
import type { WorkbookLocale } from '../../spreadsheet/contract';
import { isZone } from '../../zone';
import { signed } from '../arguments';
import type { SheetsContext } from './context';
import { addedMetadata, type DeveloperMetadata, DeveloperMetadataFinder, metadataOf, metadataSignatures } from './developer-metadata';
import * as enums from './enums';
import { NamedRange } from './named-range';
import { type Protection, protectionsOf } from './protection';
import type { Range } from './range';
import { RangeGeometry, rangeOfText } from './range-geometry';
import { Sheet } from './sheet';
import { googleSheetId } from './sheet-tab';

export class Spreadsheet extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.Spreadsheet';
  readonly context: SheetsContext;

  constructor(context: SheetsContext) {
    super();
    this.context = context;
  }

  override toString(): string {
    return 'Spreadsheet';
  }

  getId(): string {
    return this.context.workbook.id;
  }

  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.context.workbook.id}/edit`;
  }

  getName(): string {
    return this.context.workbook.name;
  }

  rename(...args: unknown[]): void {
    this.context.structure('rename');
    this.context.workbook.name = String(args[0]);
  }

  getSpreadsheetLocale(): string {
    return this.context.workbook.locale;
  }

  setSpreadsheetLocale(...args: unknown[]): void {
    this.context.structure('setSpreadsheetLocale');
    const locale = String(args[0]).replace('-', '_');
    const known: Readonly<Record<string, WorkbookLocale>> = { ru: 'ru_RU', ru_RU: 'ru_RU', en: 'en_US', en_US: 'en_US' };
    const chosen = known[locale];
    if (chosen === undefined) throw new ServiceException(`Invalid argument: ${String(args[0])}`);
    this.context.do(() => {
      this.context.workbook.locale = chosen;
    });
  }

  getSpreadsheetTimeZone(): string {
    return this.context.workbook.timeZone;
  }

  setSpreadsheetTimeZone(...args: unknown[]): void {
    this.context.structure('setSpreadsheetTimeZone');
    if (!isZone(String(args[0]))) throw new ServiceException(`Invalid argument: ${String(args[0])}`);
    this.context.workbook.timeZone = String(args[0]);
  }

  toast(...args: unknown[]): void {
    this.context.execution.permit('toast', { modes: ['LIMITED', 'FULL'], scopes: [] });
    this.context.ui?.toast(String(args[0]), args[1] ? String(args[1]) : '', typeof args[2] === 'number' ? args[2] : 5);
  }

  // --- sheets ---

  getSheets(): Sheet[] {
    this.context.enter('SpreadsheetApp.Spreadsheet.getSheets');
    return this.context.workbook.sheets().map(({ id }) => this.context.make.sheet(id));
  }

  getNumSheets(): number {
    return this.getSheets().length;
  }

  getSheetByName(...args: unknown[]): Sheet | null {
    this.context.enter('SpreadsheetApp.Spreadsheet.getSheetByName');
    const info = args[0] ? this.context.workbook.sheetByName(String(args[0])) : undefined;
    return info === undefined ? null : this.context.make.sheet(info.id);
  }

  getSheetById(...args: unknown[]): Sheet | null {
    this.context.enter('SpreadsheetApp.Spreadsheet.getSheetById');
    const info = this.context.workbook.sheets().find((sheet) => googleSheetId(sheet.id) === args[0]);
    return info === undefined ? null : this.context.make.sheet(info.id);
  }

  getActiveSheet(): Sheet {
    this.context.enter('SpreadsheetApp.Spreadsheet.getActiveSheet');
    return this.context.make.sheet(this.context.workbook.active.sheetId);
  }

  getSheetName(): string {
    return this.getActiveSheet().getName();
  }

  getSheetId(): number {
    return this.getActiveSheet().getSheetId();
  }

  setActiveSheet(...args: unknown[]): Sheet {
    return (args[0] as Sheet).activate();
  }

  /** `insertSheet([name][, index][, {template}])`; the index is zero-based, without one the sheet stands behind the active one. */
  insertSheet(...args: unknown[]): Sheet {
    this.context.structure('insertSheet');
    const name = args.find((value) => typeof value === 'string');
    const index = args.find((value) => typeof value === 'number');
    const options = args.find((value) => typeof value === 'object') as { template?: Sheet } | undefined;
    const { workbook } = this.context;
    const id = this.context.do(() => {
      const sheets = workbook.sheets();
      const place = typeof index === 'number' ? index : sheets.findIndex((sheet) => sheet.id === workbook.active.sheetId) + 1;
      if (options?.template instanceof Sheet) {
        const copied = workbook.duplicateSheet(options.template.id, name === undefined ? undefined : String(name));
        workbook.moveSheet(copied, Math.min(place, sheets.length));
        return copied;
      }
      return workbook.insertSheet(name === undefined ? undefined : String(name), place);
    });
    workbook.select(id);
    return this.context.make.sheet(id);
  }

  deleteSheet(...args: unknown[]): void {
    const { id } = args[0] as Sheet;
    this.context.structure('deleteSheet', { sheetId: id });
    this.context.do(() => this.context.workbook.deleteSheet(id));
  }

  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.getActiveSheet());
    return this.getActiveSheet();
  }

  duplicateActiveSheet(): Sheet {
    const copy = this.getActiveSheet().copyTo(this);
    return copy.activate();
  }

  renameActiveSheet(...args: unknown[]): void {
    this.getActiveSheet().setName(...args);
  }

  /** One-based. */
  moveActiveSheet(...args: unknown[]): void {
    this.context.structure('moveActiveSheet');
    const place = Number(args[0]);
    if (place < 1 || place > this.context.workbook.sheets().length) throw new ServiceException(`Invalid argument: ${place}`);
    this.context.do(() => this.context.workbook.moveSheet(this.context.workbook.active.sheetId, place - 1));
  }

  // --- ranges ---

  getRange(...args: unknown[]): Range {
    this.context.enter('SpreadsheetApp.Spreadsheet.getRange');
    return rangeOfText(this.context, String(args[0]), this.context.workbook.active.sheetId);
  }

  getDataRange(): Range {
    return this.getActiveSheet().getDataRange();
  }

  getActiveRange(): Range {
    return this.getActiveSheet().getActiveRange();
  }

  getActiveCell(): Range {
    return this.getActiveSheet().getActiveCell();
  }

  getCurrentCell(): Range {
    return this.getActiveCell();
  }

  setActiveRange(...args: unknown[]): Range {
    return this.getActiveSheet().setActiveRange(...args);
  }

  setCurrentCell(...args: unknown[]): Range {
    return this.getActiveSheet().setActiveRange(...args);
  }

  setActiveSelection(...args: unknown[]): Range {
    return this.getActiveSheet().setActiveSelection(...args);
  }

  getLastRow(): number {
    return this.getActiveSheet().getLastRow();
  }

  getLastColumn(): number {
    return this.getActiveSheet().getLastColumn();
  }

  appendRow(...args: unknown[]): Sheet {
    return this.getActiveSheet().appendRow(...args);
  }

  // --- named ranges ---

  getRangeByName(...args: unknown[]): Range | null {
    this.context.enter('SpreadsheetApp.Spreadsheet.getRangeByName');
    const named = this.context.workbook.namedZone(String(args[0]));
    return named === undefined ? null : this.context.make.range(named.sheetId, named.zone);
  }

  getNamedRanges(): NamedRange[] {
    this.context.enter('SpreadsheetApp.Spreadsheet.getNamedRanges');
    return this.context.workbook.namedZones().map(({ name }) => new NamedRange(this.context, name));
  }

  setNamedRange(...args: unknown[]): void {
    this.context.structure('setNamedRange');
    const { sheetId, zone } = args[1] as RangeGeometry;
    this.context.do(() => this.context.workbook.setNamedZone(String(args[0]), sheetId, zone));
  }

  removeNamedRange(...args: unknown[]): void {
    this.context.structure('removeNamedRange');
    const known = this.context.do(() => this.context.workbook.removeNamedZone(String(args[0])));
    if (!known) throw new ServiceException(`The named range "${String(args[0])}" does not exist.`);
  }

  // --- marks ---

  getProtections(...args: unknown[]): Protection[] {
    return protectionsOf(this.context, args[0] as EnumValue);
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataOf(this.context, {});
  }

  addDeveloperMetadata(...args: unknown[]): this {
    addedMetadata(this.context, args, {});
    return this;
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.context, {});
  }

  getRecalculationInterval(): EnumValue {
    return enums.RecalculationInterval.ON_CHANGE;
  }

  setRecalculationInterval(..._interval: unknown[]): this {
    this.context.structure('setRecalculationInterval');
    return this;
  }
}

signed(Spreadsheet, {
  renameActiveSheet: [['string']],
  setActiveRange: [[RangeGeometry]],
  setCurrentCell: [[RangeGeometry]],
  setActiveSelection: [[RangeGeometry], ['string']],
  appendRow: [['list']],
  getProtections: [[enums.ProtectionType]],
  addDeveloperMetadata: metadataSignatures,
  rename: [['string']],
  setSpreadsheetLocale: [['string']],
  setSpreadsheetTimeZone: [['string']],
  toast: [['string'], ['string', ['string']], ['string', ['string'], ['number']]],
  getSheetByName: [[['string']]],
  getSheetById: [['number']],
  setActiveSheet: [[Sheet], [Sheet, 'boolean']],
  insertSheet: [
    [],
    ['string'],
    ['number'],
    ['object'],
    ['string', 'number'],
    ['string', 'object'],
    ['number', 'object'],
    ['string', 'number', 'object'],
  ],
  deleteSheet: [[Sheet]],
  moveActiveSheet: [['number']],
  getRange: [['string']],
  getRangeByName: [['string']],
  setNamedRange: [['string', RangeGeometry]],
  removeNamedRange: [['string']],
  setRecalculationInterval: [[enums.RecalculationInterval]],
});
