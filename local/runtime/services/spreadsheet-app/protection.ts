// Protected ranges and sheets. The person at the keyboard owns the file and may edit everything, so a protection only describes itself here.
import { type EnumValue, ServiceException, ServiceObject } from '../../service';
import type { Zone } from '../../spreadsheet/contract';
import type { ProtectionRecord } from '../../spreadsheet/extras';
import { signed } from './arguments';
import type { SheetsContext } from './context';
import * as enums from './enums';
import type { Range } from './range';
import { RangeGeometry } from './range-geometry';

/** Adds a protection of a sheet or a zone; repeated calls add overlapping ones, as in Google (apps-script 5.3). */
export function addedProtection(context: SheetsContext, sheetId: string, zone: Zone | undefined): Protection {
  const record: ProtectionRecord = {
    id: context.workbook.freshId(),
    sheetId,
    zone,
    description: '',
    warningOnly: false,
    domainEdit: false,
    editors: [],
    unprotected: [],
  };
  context.workbook.extras.protections.push(record);
  return new Protection(context, record);
}

/** Protections of one type on a sheet, or in the whole file. */
export function protectionsOf(context: SheetsContext, type: EnumValue, sheetId?: string): Protection[] {
  return context.workbook.extras.protections
    .filter((record) => (sheetId === undefined || record.sheetId === sheetId) && (record.zone === undefined) === (String(type) === 'SHEET'))
    .map((record) => new Protection(context, record));
}

export class Protection extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.Protection';
  readonly #context: SheetsContext;
  readonly #id: number;

  constructor(context: SheetsContext, record: ProtectionRecord) {
    super();
    this.#context = context;
    this.#id = record.id;
  }

  #record(): ProtectionRecord {
    const record = this.#context.workbook.extras.protections.find((entry) => entry.id === this.#id);
    if (record === undefined) throw new ServiceException('The protection no longer exists.');
    return record;
  }

  #change(call: string): ProtectionRecord {
    this.#context.structure(call);
    return this.#record();
  }

  getProtectionType(): EnumValue {
    return enums.ProtectionType[this.#record().zone === undefined ? 'SHEET' : 'RANGE'];
  }

  getRange(): Range {
    const { sheetId, zone } = this.#record();
    const store = this.#context.workbook.store(sheetId);
    return this.#context.make.range(sheetId, zone ?? { top: 0, left: 0, bottom: store.rows - 1, right: store.cols - 1 });
  }

  getDescription(): string {
    return this.#record().description;
  }

  setDescription(...args: unknown[]): Protection {
    this.#change('setDescription').description = String(args[0]);
    return this;
  }

  isWarningOnly(): boolean {
    return this.#record().warningOnly;
  }

  setWarningOnly(...args: unknown[]): Protection {
    this.#change('setWarningOnly').warningOnly = args[0] === true;
    return this;
  }

  canDomainEdit(): boolean {
    return this.#record().domainEdit;
  }

  setDomainEdit(...args: unknown[]): Protection {
    this.#change('setDomainEdit').domainEdit = args[0] === true;
    return this;
  }

  canEdit(): boolean {
    return true;
  }

  /** The owner may always edit and is not listed (apps-script 5.3). */
  getEditors(): ServiceObject[] {
    return [];
  }

  addEditor(...args: unknown[]): Protection {
    this.#change('addEditor').editors.push(String(args[0]));
    return this;
  }

  addEditors(...args: unknown[]): Protection {
    this.#change('addEditors').editors.push(...(args[0] as unknown[]).map(String));
    return this;
  }

  removeEditor(...args: unknown[]): Protection {
    const record = this.#change('removeEditor');
    record.editors = record.editors.filter((editor) => editor !== String(args[0]));
    return this;
  }

  removeEditors(...args: unknown[]): Protection {
    const gone = (args[0] as unknown[]).map(String);
    const record = this.#change('removeEditors');
    record.editors = record.editors.filter((editor) => !gone.includes(editor));
    return this;
  }

  getUnprotectedRanges(): Range[] {
    const { sheetId, unprotected } = this.#record();
    return unprotected.map((zone) => this.#context.make.range(sheetId, zone));
  }

  setUnprotectedRanges(...args: unknown[]): Protection {
    this.#change('setUnprotectedRanges').unprotected = (args[0] as unknown[])
      .filter((range): range is RangeGeometry => range instanceof RangeGeometry)
      .map((range) => range.zone);
    return this;
  }

  remove(): void {
    this.#context.structure('remove');
    const { extras } = this.#context.workbook;
    extras.protections = extras.protections.filter((record) => record.id !== this.#id);
  }
}

signed(Protection, {
  setDescription: [['string']],
  setWarningOnly: [['boolean']],
  setDomainEdit: [['boolean']],
  addEditor: [['string'], [ServiceObject]],
  addEditors: [['list']],
  removeEditor: [['string'], [ServiceObject]],
  removeEditors: [['list']],
  setUnprotectedRanges: [['list']],
});
