// The Spreadsheet class: the open file, its sheets, names, settings and marks.
import { type EnumValue, ServiceException, ServiceObject, signatureError } from '../../service';
import type { WorkbookLocale } from '../../spreadsheet/contract';
import { isZone } from '../../zone';
import { expectArguments } from './arguments';
import type { SheetsContext } from './context';
import { addedMetadata, type DeveloperMetadata, DeveloperMetadataFinder, metadataOf } from './developer-metadata';
import * as enums from './enums';
import { NamedRange } from './named-range';
import { type Protection, protectionsOf } from './protection';
import type { Range } from './range';
import { RangeGeometry, rangeOfText } from './range-geometry';
import { googleSheetId, Sheet } from './sheet';

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
    expectArguments('SpreadsheetApp.Spreadsheet.rename', args, ['string']);
    this.context.structure('rename');
    this.context.workbook.name = String(args[0]);
  }

  getSpreadsheetLocale(): string {
    return this.context.workbook.locale;
  }

  setSpreadsheetLocale(...args: unknown[]): void {
    expectArguments('SpreadsheetApp.Spreadsheet.setSpreadsheetLocale', args, ['string']);
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
    expectArguments('SpreadsheetApp.Spreadsheet.setSpreadsheetTimeZone', args, ['string']);
    this.context.structure('setSpreadsheetTimeZone');
    if (!isZone(String(args[0]))) throw new ServiceException(`Invalid argument: ${String(args[0])}`);
    this.context.workbook.timeZone = String(args[0]);
  }

  toast(...args: unknown[]): void {
    expectArguments('SpreadsheetApp.Spreadsheet.toast', args, ['string'], ['string', ['string']], ['string', ['string'], ['number']]);
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
    expectArguments('SpreadsheetApp.Spreadsheet.getSheetByName', args, [['string']]);
    this.context.enter('SpreadsheetApp.Spreadsheet.getSheetByName');
    const info = args[0] ? this.context.workbook.sheetByName(String(args[0])) : undefined;
    return info === undefined ? null : this.context.make.sheet(info.id);
  }

  getSheetById(...args: unknown[]): Sheet | null {
    expectArguments('SpreadsheetApp.Spreadsheet.getSheetById', args, ['number']);
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
    expectArguments('SpreadsheetApp.Spreadsheet.setActiveSheet', args, [Sheet], [Sheet, 'boolean']);
    return (args[0] as Sheet).activate();
  }

  /** `insertSheet([name][, index][, {template}])`; the index is zero-based, without one the sheet stands behind the active one. */
  insertSheet(...args: unknown[]): Sheet {
    const o = 'object' as const;
    expectArguments(
      'SpreadsheetApp.Spreadsheet.insertSheet',
      args,
      [],
      ['string'],
      ['number'],
      [o],
      ['string', 'number'],
      ['string', o],
      ['number', o],
      ['string', 'number', o],
    );
    this.context.structure('insertSheet');
    const name = args.find((value) => typeof value === 'string');
    const index = args.find((value) => typeof value === 'number');
    const options = args.find((value) => typeof value === 'object') as { template?: Sheet } | undefined;
    const { workbook } = this.context;
    const id = this.context.do(() => {
      const sheets = workbook.sheets();
      const place = typeof index === 'number' ? index : sheets.findIndex((sheet) => sheet.id === workbook.active.sheetId) + 1;
      if (options?.template instanceof Sheet) {
        const copied = workbook.duplicateSheet(
          options.template.id,
          name === undefined ? `Copy of ${options.template.getName()}` : String(name),
        );
        workbook.moveSheet(copied, Math.min(place, sheets.length));
        return copied;
      }
      return workbook.insertSheet(name === undefined ? undefined : String(name), place);
    });
    workbook.select(id);
    return this.context.make.sheet(id);
  }

  deleteSheet(...args: unknown[]): void {
    expectArguments('SpreadsheetApp.Spreadsheet.deleteSheet', args, [Sheet]);
    this.context.structure('deleteSheet');
    this.context.do(() => this.context.workbook.deleteSheet((args[0] as Sheet).id));
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
    expectArguments('SpreadsheetApp.Spreadsheet.moveActiveSheet', args, ['number']);
    this.context.structure('moveActiveSheet');
    const place = Number(args[0]);
    if (place < 1 || place > this.context.workbook.sheets().length) throw new ServiceException(`Invalid argument: ${place}`);
    this.context.do(() => this.context.workbook.moveSheet(this.context.workbook.active.sheetId, place - 1));
  }

  // --- ranges ---

  getRange(...args: unknown[]): Range {
    expectArguments('SpreadsheetApp.Spreadsheet.getRange', args, ['string']);
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
    expectArguments('SpreadsheetApp.Spreadsheet.getRangeByName', args, ['string']);
    this.context.enter('SpreadsheetApp.Spreadsheet.getRangeByName');
    const named = this.context.workbook.namedZone(String(args[0]));
    return named === undefined ? null : this.context.make.range(named.sheetId, named.zone);
  }

  getNamedRanges(): NamedRange[] {
    this.context.enter('SpreadsheetApp.Spreadsheet.getNamedRanges');
    return this.context.workbook.namedZones().map(({ name }) => new NamedRange(this.context, name));
  }

  setNamedRange(...args: unknown[]): void {
    expectArguments('SpreadsheetApp.Spreadsheet.setNamedRange', args, ['string', RangeGeometry]);
    this.context.structure('setNamedRange');
    const { sheetId, zone } = args[1] as RangeGeometry;
    this.context.do(() => this.context.workbook.setNamedZone(String(args[0]), sheetId, zone));
  }

  removeNamedRange(...args: unknown[]): void {
    expectArguments('SpreadsheetApp.Spreadsheet.removeNamedRange', args, ['string']);
    this.context.structure('removeNamedRange');
    const known = this.context.do(() => this.context.workbook.removeNamedZone(String(args[0])));
    if (!known) throw new ServiceException(`The named range "${String(args[0])}" does not exist.`);
  }

  // --- marks ---

  getProtections(...args: unknown[]): Protection[] {
    if (!enums.isOf(enums.ProtectionType, args[0])) throw signatureError('SpreadsheetApp.Spreadsheet.getProtections', args);
    return protectionsOf(this.context, args[0] as EnumValue);
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataOf(this.context, {});
  }

  addDeveloperMetadata(...args: unknown[]): this {
    addedMetadata(this.context, 'SpreadsheetApp.Spreadsheet.addDeveloperMetadata', args, {});
    return this;
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.context, {});
  }

  getRecalculationInterval(): EnumValue {
    return enums.RecalculationInterval.ON_CHANGE;
  }

  setRecalculationInterval(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.Spreadsheet.setRecalculationInterval', args, [enums.RecalculationInterval]);
    return this;
  }
}
