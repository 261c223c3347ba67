// Protected ranges and sheets as scripts hold them. Who may edit what is the matter of the workbook (protected-cells.ts).
import { type EnumValue, ServiceException, ServiceObject } from '../../service';
import type { Zone } from '../../spreadsheet/contract';
import type { ProtectionRecord } from '../../spreadsheet/extras';
import { mayEdit } from '../../spreadsheet/protected-cells';
import { listOf, signed } from '../arguments';
import { User, user } from '../session';
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
    restricted: false,
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

  /** Who may not edit what is protected may not change its protection either. */
  #change(call: string): ProtectionRecord {
    const record = this.#record();
    this.#context.structure(call, record.zone === undefined ? { sheetId: record.sheetId } : { sheetId: record.sheetId, zone: record.zone });
    return record;
  }

  /** From the first change of its editors on a protection has a list of its own, which begins with who changes it (apps-script 5.3). */
  #changeEditors(call: string, change: (editors: readonly string[]) => string[]): Protection {
    const record = this.#change(call);
    const { workbook, execution } = this.#context;
    const own = record.restricted || execution.person === workbook.owner ? [] : [execution.person];
    record.editors = change([...new Set([...own, ...record.editors])]);
    record.restricted = true;
    return this;
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
    const changed = this.#changeEditors('setDomainEdit', (editors) => [...editors]);
    this.#record().domainEdit = args[0] === true;
    return changed;
  }

  canEdit(): boolean {
    const { workbook, execution } = this.#context;
    return mayEdit(this.#record(), execution.person, workbook.owner);
  }

  /** The owner may always edit and is not listed (apps-script 5.3). */
  getEditors(): ServiceObject[] {
    return this.#record().editors.map(user);
  }

  addEditor(...args: unknown[]): Protection {
    return this.#changeEditors('addEditor', (editors) => [...new Set([...editors, String(args[0])])]);
  }

  addEditors(...args: unknown[]): Protection {
    return this.#changeEditors('addEditors', (editors) => [...new Set([...editors, ...(args[0] as string[])])]);
  }

  removeEditor(...args: unknown[]): Protection {
    return this.#changeEditors('removeEditor', (editors) => editors.filter((editor) => editor !== String(args[0])));
  }

  removeEditors(...args: unknown[]): Protection {
    const gone = (args[0] as unknown[]).map(String);
    return this.#changeEditors('removeEditors', (editors) => editors.filter((editor) => !gone.includes(editor)));
  }

  getUnprotectedRanges(): Range[] {
    const { sheetId, unprotected } = this.#record();
    return unprotected.map((zone) => this.#context.make.range(sheetId, zone));
  }

  setUnprotectedRanges(...args: unknown[]): Protection {
    this.#change('setUnprotectedRanges').unprotected = (args[0] as RangeGeometry[]).map((range) => range.zone);
    return this;
  }

  remove(): void {
    this.#change('remove');
    const { extras } = this.#context.workbook;
    extras.protections = extras.protections.filter((record) => record.id !== this.#id);
  }
}

signed(Protection, {
  setDescription: [['string']],
  setWarningOnly: [['boolean']],
  setDomainEdit: [['boolean']],
  addEditor: [['string'], [User]],
  addEditors: [[listOf('string')]],
  removeEditor: [['string'], [User]],
  removeEditors: [[listOf('string')], [listOf(User)]],
  setUnprotectedRanges: [[listOf(RangeGeometry)]],
});
