// What all classes of SpreadsheetApp share: the workbook, the execution with its costs and permissions, and the makers of the
// objects scripts hold. Knows no single class.

import { type Execution, type PermissionRule, ServiceException, type ServiceObject } from '../../service';
import type { Zone } from '../../spreadsheet/contract';
import type { EngineGetters } from '../../spreadsheet/engine-getters';
import type { Workbook } from '../../spreadsheet/workbook';
import { WorkbookError } from '../../spreadsheet/workbook-error';
import type { Range } from './range';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';

/** What SpreadsheetApp needs of the Ui service: toasts, and the Ui object itself where a person is present. */
export interface SpreadsheetUi {
  readonly ui: () => ServiceObject;
  readonly toast: (message: string, title: string, seconds: number) => void;
}

const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;
const SCOPES = [scope('spreadsheets.currentonly'), scope('spreadsheets')];
/** Reading the open file: everywhere but in AuthMode.NONE (apps-script 6). */
const READING: PermissionRule = { modes: ['LIMITED', 'CUSTOM_FUNCTION', 'FULL'], scopes: SCOPES };
/** Cells are read-only in custom functions (apps-script 4.3); the text then names no scopes. */
const WRITING: PermissionRule = { modes: ['LIMITED', 'FULL'], scopes: [] };

export interface Makers {
  range(sheetId: string, zone: Zone): Range;
  sheet(sheetId: string): Sheet;
  spreadsheet(): Spreadsheet;
}

export class SheetsContext {
  private unflushed = false;

  constructor(
    readonly workbook: Workbook,
    readonly execution: Execution,
    readonly ui: SpreadsheetUi | undefined,
    readonly make: Makers,
  ) {}

  get getters(): EngineGetters {
    return this.workbook.model.getters as unknown as EngineGetters;
  }

  /** Entry to the file itself: the auth mode and the scopes decide. */
  enter(call: string): void {
    this.execution.permit(call, READING);
  }

  /** Reads so many cells; pending writes are flushed first, as Google does, and paid. */
  read(cells: number): void {
    if (this.unflushed) this.flush();
    this.execution.charge('sheet.read', 1);
    this.execution.charge('sheet.readCell', cells);
  }

  /** Writes so many cells. The call is named as in `You do not have permission to call setValues`. */
  write(call: string, cells: number): void {
    this.execution.permit(call, WRITING);
    this.execution.charge('sheet.write', 1);
    this.execution.charge('sheet.writeCell', cells);
    this.unflushed = true;
  }

  /** Changes formats, notes, validation: costs one write whatever the size. */
  format(call: string): void {
    this.execution.permit(call, WRITING);
    this.execution.charge('sheet.format', 1);
    this.unflushed = true;
  }

  /** Changes sheets, rows, columns, names, metadata. */
  structure(call: string): void {
    this.execution.permit(call, WRITING);
    this.execution.charge('sheet.structure', 1);
  }

  chart(call: string): void {
    this.execution.permit(call, WRITING);
    this.execution.charge('sheet.chart', 1);
  }

  flush(): void {
    this.unflushed = false;
    this.execution.charge('sheet.flush', 1);
    this.do(() => this.workbook.flush());
  }

  /** The Ui, where a person is present; elsewhere Google's refusal (apps-script 2.2). */
  userInterface(): ServiceObject {
    if (this.ui === undefined) throw new ServiceException('Cannot call SpreadsheetApp.getUi() from this context.');
    return this.ui.ui();
  }

  /** There is only the one open file. */
  unknownFile(): ServiceException {
    return new ServiceException('You do not have permission to access the requested document.');
  }

  /** Runs a step of the workbook; its refusals become Google's exceptions. */
  do<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      if (error instanceof WorkbookError) throw new ServiceException(error.message);
      throw error;
    }
  }
}
