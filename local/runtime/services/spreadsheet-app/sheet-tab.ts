// A sheet as a tab: its id, name, place, visibility and colour. Base of the Sheet class.
import { type EnumValue, ServiceException, ServiceObject } from '../../service';
import { hexColor } from '../../spreadsheet/attributes';
import type { Zone } from '../../spreadsheet/contract';
import type { SheetStore } from '../../spreadsheet/sheet-store';
import type { SheetInfo } from '../../spreadsheet/tabs';
import { signed } from '../arguments';
import type { SheetsContext } from './context';
import * as enums from './enums';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';

/** Google's numeric id of a tab; tabs added on the page have other ids, which get a number of their own. */
export function googleSheetId(id: string): number {
  if (/^\d+$/.test(id)) return Number(id);
  let hash = 7;
  for (const char of id) hash = (Math.imul(hash, 31) + (char.codePointAt(0) ?? 0)) | 0;
  return Math.abs(hash);
}

export abstract class SheetTab extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.Sheet';
  readonly context: SheetsContext;
  readonly id: string;

  constructor(context: SheetsContext, id: string) {
    super();
    this.context = context;
    this.id = id;
  }

  protected get _store(): SheetStore {
    return this.context.do(() => this.context.workbook.store(this.id));
  }

  protected get _info(): SheetInfo {
    const info = this.context.workbook.sheetById(this.id);
    if (info === undefined) throw new ServiceException(`Sheet ${this.id} not found`);
    return info;
  }

  /** Changes the sheet itself, or lines of it. */
  protected _structure(call: string, change: () => void, zone?: Zone): this {
    this.context.structure(call, zone === undefined ? { sheetId: this.id } : { sheetId: this.id, zone });
    this.context.do(change);
    return this;
  }

  override toString(): string {
    return 'Sheet';
  }

  getSheetId(): number {
    return googleSheetId(this.id);
  }

  getName(): string {
    return this._info.name;
  }

  getSheetName(): string {
    return this._info.name;
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
    return this._structure('setName', () => this.context.workbook.renameSheet(this.id, String(args[0])));
  }

  activate(): this {
    this.context.select(this.id);
    return this;
  }

  hideSheet(): this {
    return this._structure('hideSheet', () => this.context.workbook.hideSheet(this.id, true));
  }

  showSheet(): this {
    return this._structure('showSheet', () => this.context.workbook.hideSheet(this.id, false));
  }

  isSheetHidden(): boolean {
    return this._info.hidden;
  }

  getTabColor(): string | null {
    return this._info.color ?? null;
  }

  setTabColor(...args: unknown[]): this {
    const color = args[0] ? hexColor(String(args[0])) : undefined;
    return this._structure('setTabColor', () => this.context.workbook.colorSheet(this.id, color));
  }

  copyTo(..._spreadsheet: unknown[]): Sheet {
    this.context.structure('copyTo');
    return this.context.make.sheet(this.context.do(() => this.context.workbook.duplicateSheet(this.id)));
  }

  hasHiddenGridlines(): boolean {
    return this._store.hidesGridlines();
  }

  setHiddenGridlines(...args: unknown[]): this {
    return this._structure('setHiddenGridlines', () => this._store.setHidesGridlines(args[0] === true));
  }
}

signed(SheetTab, {
  setName: [['string']],
  setTabColor: [[['string']]],
  copyTo: [[ServiceObject]],
  setHiddenGridlines: [['boolean']],
});
