// What all classes of SpreadsheetApp share: the workbook, the execution with its costs and permissions, and the makers of the
// objects scripts hold. Knows no single class.

import { type Execution, type PermissionRule, ServiceException, type ServiceObject, signatureError } from '../../service';
import { checkLength, isObject } from '../../spreadsheet/cell-input';
import type { Zone } from '../../spreadsheet/contract';
import type { EngineGetters } from '../../spreadsheet/engine-getters';
import type { Place } from '../../spreadsheet/protected-cells';
import { CELL_LIMIT } from '../../spreadsheet/user-entered';
import type { Workbook } from '../../spreadsheet/workbook';
import { WorkbookError } from '../../spreadsheet/workbook-error';
import type { ChartDraft } from './embedded-chart-builder';
import type { Range } from './range';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';
import type { TypedChartBuilders } from './typed-chart-builders';

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
  typedChartBuilder<Type extends keyof TypedChartBuilders>(type: Type, state: ChartDraft): TypedChartBuilders[Type];
}

export class SheetsContext {
  private unflushed = false;

  constructor(
    readonly workbook: Workbook,
    readonly execution: Execution,
    readonly ui: SpreadsheetUi | undefined,
    readonly make: Makers,
  ) {}

  /** What the engine holds, after everything that waits for its next step. */
  get getters(): EngineGetters {
    this.workbook.flush();
    return this.workbook.model.getters as unknown as EngineGetters;
  }

  /** Entry to the file itself: the auth mode and the scopes decide. */
  enter(call: string): void {
    this.execution.permit(call, READING);
  }

  /** Reads so many cells; writes that wait are flushed first, as Google does, and paid (apps-script 5.2). */
  read(cells: number): void {
    if (this.unflushed || !this.execution.writes.isEmpty) this.flush();
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

  /** Changes sheets, rows, columns, names, metadata: at once, after the writes that wait. */
  structure(call: string, place?: Place): void {
    this.execution.permit(call, WRITING);
    this.execution.charge('sheet.structure', 1);
    this.settle();
    if (place !== undefined) this.checkEdit(place);
  }

  /** Changes charts: at once, after the writes that wait. */
  chart(call: string, place: Place): void {
    this.execution.permit(call, WRITING);
    this.execution.charge('sheet.chart', 1);
    this.settle();
    this.checkEdit(place);
  }

  /** Selects for the person, which costs nothing; custom functions select nothing (apps-script 4.3). */
  select(sheetId: string, zone?: Zone): void {
    this.execution.permit('activate', WRITING);
    this.workbook.select(sheetId, zone);
  }

  /** `SpreadsheetApp.flush()`: what waits is applied and calculated. */
  flush(): void {
    this.unflushed = false;
    this.execution.charge('sheet.flush', 1);
    this.settle();
    this.do(() => this.workbook.flush());
  }

  /** Keeps a write of cells for the next flush, read or structural change, or for the end of the run (apps-script 5.2). */
  later(place: Place, step: () => void): void {
    const atOnce = this.workbook.switches.refusesProtectedAtOnce;
    if (atOnce) this.checkEdit(place);
    this.execution.writes.defer(() => {
      if (!atOnce) this.checkEdit(place);
      this.do(step);
    });
  }

  /** Throws when no cell takes the value: a text that is too long (apps-script 2.2), or an object by one reading of Google (5.1). */
  checkInput(call: string, args: readonly unknown[], value: unknown): void {
    if (typeof value === 'string') {
      if (value.length > CELL_LIMIT) this.do(() => checkLength(value));
    } else if (this.workbook.switches.objectsInCells === 'refused' && isObject(value)) throw signatureError(call, args);
  }

  /** Throws Google's refusal when the person of this run may not change the place (apps-script 2.2). */
  checkEdit(place: Place): void {
    this.do(() => this.workbook.checkEdit(place, this.execution.person));
  }

  /** Applies what waits, unpaid: for calls that only look at rules and places. */
  settle(): void {
    this.execution.writes.apply();
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
