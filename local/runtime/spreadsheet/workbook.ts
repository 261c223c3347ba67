// A spreadsheet file of the local runtime: sheets of plain values in plain stores, everything that calculates or is looked at in the
// engine. All tabs exist in the engine; a plain one is an empty stub there until `promote`. Knows no Apps Script classes.
import type { Model as EngineModel } from '@odoo/o-spreadsheet';
import { parseA1, zoneToA1 } from './a1';
import { readCell } from './cell-input';
import type {
  CellInput,
  CellValue,
  CustomFunctionResult,
  Evaluation,
  PersonEdit,
  WorkbookLocale,
  WorkbookOptions,
  WorkbookState,
  Zone,
} from './contract';
import type { EngineGetters, EvaluatedCell } from './engine-getters';
import './engine/setup';
import { connectCustomFunctions, registerCustomFunction } from './engine/custom-functions';
import { type CellError, googleError, gridTooSmall } from './engine/errors';
import { connectClock } from './engine/google-functions';
import { type Dispatch, type EngineValue, library, type Position } from './engine/library';
import { engineLocale } from './engine/locales';
import { type EngineCommand, watchCommands } from './engine/plugins';
import { type EngineHost, EngineSheet } from './engine-sheet';
import { Extras } from './extras';
import { fromCanonical, mentions, toCanonical } from './formula';
import { FormatBook, isDateFormat } from './number-format';
import { PersonEdits } from './person-edits';
import { followLines } from './person-structure';
import { PlainSheet, type SavedPlainSheet } from './plain-sheet';
import { loadCommands } from './promotion';
import type { SheetStore } from './sheet-store';
import { Formula, type TypedCell } from './typed';
import { dateFormat, type TypingRules, typedText } from './user-entered';
import { dateToSerial, serialToDate } from './zone-time';
import type { Dimension } from './zones';

/** A tab, as lists of sheets show it. */
export interface SheetInfo {
  /** The engine's sheet id. */
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  /** `#rrggbb`, or undefined without a colour. */
  readonly color: string | undefined;
}

export interface NamedZone {
  readonly name: string;
  readonly sheetId: string;
  readonly zone: Zone;
}

/** Cells of a new sheet (apps-script 5.1). */
export const NEW_SHEET = { rows: 1000, cols: 26 };
/** Cells a file may hold, empty ones included. */
export const FILE_CELLS = 10_000_000;

/** A refusal of the workbook, in Google's words (apps-script 2.2). */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';
}

interface SavedEngineState {
  readonly data: unknown;
  readonly formats: readonly (readonly [string, string])[];
  readonly nextId: number;
  readonly lostNames: readonly string[];
}

export class Workbook {
  readonly model: EngineModel;
  readonly id: string;
  name: string;
  /** What the engine does not hold: metadata, protections, charts as Google describes them. */
  readonly extras: Extras;
  /** The sheet and zone a person has selected. */
  active: { sheetId: string; zone: Zone };
  readonly formats: FormatBook;
  private localeName: WorkbookLocale;
  private zoneName: string;
  private readonly getters: EngineGetters;
  private readonly stores = new Map<string, SheetStore>();
  private readonly host: EngineHost;
  private readonly edits: PersonEdits;
  private pending: EngineCommand[] = [];
  private working = 0;
  /** A restored model was calculated before it knew who answers its custom functions. */
  private stale: boolean;
  private nextId: number;
  private functionNames: Set<string>;
  private readonly mentionedNames = new Set<string>();
  private readonly lostNames: Set<string>;

  constructor(private readonly options: WorkbookOptions) {
    const { state } = options;
    const saved = state?.engine as SavedEngineState | undefined;
    this.name = state?.name ?? options.name ?? (options.locale === 'ru_RU' ? 'Новая таблица' : 'Untitled spreadsheet');
    this.id =
      state?.id ??
      `local-${Math.abs(hash(`${this.name} ${options.timeZone}`))
        .toString(36)
        .padStart(8, '0')}`;
    this.localeName = state?.locale ?? options.locale;
    this.zoneName = state?.timeZone ?? options.timeZone;
    this.formats = new FormatBook(saved?.formats);
    this.nextId = saved?.nextId ?? 1;
    this.lostNames = new Set(saved?.lostNames);
    this.stale = saved !== undefined;
    this.extras = new Extras(state?.extras as ConstructorParameters<typeof Extras>[0]);
    this.functionNames = new Set(options.customFunctionNames.map((name) => name.toUpperCase()));
    for (const name of this.functionNames) registerCustomFunction(name);
    this.model = this.openModel(saved?.data ?? firstData(this.localeName));
    this.getters = this.model.getters as unknown as EngineGetters;
    this.host = this.engineHost();
    for (const plain of (state?.plain ?? []) as readonly SavedPlainSheet[]) {
      this.stores.set(plain.id, PlainSheet.restore(plain, this.storeContext()));
    }
    if (saved === undefined) this.stores.set('0', this.newPlain('0', NEW_SHEET.rows, NEW_SHEET.cols));
    this.active = { sheetId: this.getters.getSheetIds()[0] ?? '0', zone: { top: 0, left: 0, bottom: 0, right: 0 } };
    this.edits = new PersonEdits(
      (position) => this.value(position),
      (edit) => this.personEdited(edit.sheetId, edit.zone, edit.oldValue, edit.newValue),
      (formula) => this.promoteMentioned(formula),
      () => this.working > 0,
    );
    watchCommands(this.model.getters, {
      before: (command) => {
        this.edits.before(command);
        if (this.working === 0) this.followPerson(command);
      },
      after: () => this.edits.after(),
    });
    this.model.on('update', this.edits, () => this.edits.complete());
    this.connect();
  }

  /** What the engine does not hold goes along with what a person does to sheets and lines. */
  private followPerson(command: EngineCommand): void {
    followLines(command, this.extras);
    if (command.type === 'DELETE_SHEET') this.forgetSheet(String(command['sheetId']));
  }

  private openModel(data: unknown): EngineModel {
    return new library.Model(data as never, this.options.modelConfig as never);
  }

  private connect(): void {
    connectClock(this.model.getters, { serialNow: () => dateToSerial(new Date(this.now()), this.zoneName) });
    connectCustomFunctions(this.model.getters, {
      timeZone: () => this.zoneName,
      knows: (name) => this.functionNames.has(name),
      call: (name, args) => this.called(name, args),
      dateFormat: () => dateFormat(this.localeName),
    });
    for (const sheetId of this.getters.getSheetIds()) {
      for (const { id } of Object.values(this.getters.getCells(sheetId))) {
        const cell = this.getters.getCell(this.getters.getCellPosition(id));
        if (cell?.isFormula)
          for (const name of mentions(cell.compiledFormula?.toFormulaString(this.getters) ?? '').names) this.mentionedNames.add(name);
      }
    }
  }

  private called(name: string, args: readonly unknown[]): CustomFunctionResult {
    // Nothing may be applied while the engine evaluates: what a function reads was settled before.
    this.working++;
    try {
      return this.options.callCustomFunction(name, args);
    } finally {
      this.working--;
    }
  }

  private now(): number {
    return (this.options.now ?? Date.now)();
  }

  /** The engine calculates: nothing may be changed from outside now. */
  get isCalculating(): boolean {
    return this.working > 0;
  }

  // --- settings ---

  get locale(): WorkbookLocale {
    return this.localeName;
  }

  set locale(locale: WorkbookLocale) {
    this.localeName = locale;
    this.apply({ type: 'UPDATE_LOCALE', locale: engineLocale(locale) });
  }

  get timeZone(): string {
    return this.zoneName;
  }

  set timeZone(timeZone: string) {
    this.zoneName = timeZone;
  }

  /** Replaces the names a cell may call, after another bundle was loaded. */
  setCustomFunctionNames(names: readonly string[]): void {
    this.functionNames = new Set(names.map((name) => name.toUpperCase()));
    for (const name of this.functionNames) registerCustomFunction(name);
    this.recalculate();
  }

  // --- sheets ---

  sheets(): SheetInfo[] {
    this.settle();
    return this.getters.getSheetIds().map((id) => ({
      id,
      name: this.getters.getSheetName(id),
      hidden: !this.getters.isSheetVisible(id),
      color: this.getters.tryGetSheet(id)?.color?.toLowerCase(),
    }));
  }

  sheetByName(name: string): SheetInfo | undefined {
    return this.sheets().find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  sheetById(id: string): SheetInfo | undefined {
    return this.sheets().find((sheet) => sheet.id === id);
  }

  /** The cells of a sheet. A sheet deleted meanwhile is refused. */
  store(sheetId: string): SheetStore {
    if (this.getters.tryGetSheet(sheetId) === undefined) {
      this.stores.delete(sheetId);
      throw new WorkbookError('Sheet not found. It may have been deleted.');
    }
    let store = this.stores.get(sheetId);
    if (store === undefined) {
      // Tabs that a person added on the page are the engine's from the start.
      store = new EngineSheet(sheetId, this.host);
      this.stores.set(sheetId, store);
    }
    return store;
  }

  isPlain(sheetId: string): boolean {
    return this.stores.get(sheetId)?.kind === 'plain';
  }

  /** Adds a tab at a zero-based place and returns its id. */
  insertSheet(name: string | undefined, position: number, grid: { rows: number; cols: number } = NEW_SHEET): string {
    const title = name ?? this.freeName();
    if (this.sheetByName(title)) throw new WorkbookError(`A sheet with the name "${title}" already exists. Please enter another name.`);
    this.checkCells(grid.rows * grid.cols);
    const id = this.newId();
    const place = Math.max(0, Math.min(position, this.sheets().length));
    this.apply({ type: 'CREATE_SHEET', sheetId: id, name: title, position: place, rows: 1, cols: 1 });
    this.stores.set(id, this.newPlain(id, grid.rows, grid.cols));
    return id;
  }

  private freeName(): string {
    const word = this.localeName === 'ru_RU' ? 'Лист' : 'Sheet';
    for (let number = 1; ; number++) if (!this.sheetByName(`${word}${number}`)) return `${word}${number}`;
  }

  private newId(): string {
    // Google's ids look random; these are spread but repeatable.
    const id = String(((this.nextId * 2_654_435_761) % 2_000_000_011) + 1);
    this.nextId++;
    return id;
  }

  /** A fresh id for metadata, charts and the like. */
  freshId(): number {
    return Number(this.newId());
  }

  deleteSheet(sheetId: string): void {
    const others = this.sheets().filter((sheet) => sheet.id !== sheetId && !sheet.hidden);
    if (others.length === 0) throw new WorkbookError("You can't remove all the sheets in a document.");
    const { name } = this.info(sheetId);
    this.forgetSheet(sheetId);
    this.apply({ type: 'DELETE_SHEET', sheetId, sheetName: name });
  }

  /** Lets go of what belongs to a sheet that is about to be deleted, by a script or by a person. */
  private forgetSheet(sheetId: string): void {
    for (const named of this.namedZones()) if (named.sheetId === sheetId) this.lostNames.add(named.name.toUpperCase());
    this.stores.delete(sheetId);
    this.extras.forgetSheet(sheetId);
    const other = this.sheets().find((sheet) => sheet.id !== sheetId && !sheet.hidden);
    if (this.active.sheetId === sheetId) this.select(other?.id ?? '');
  }

  private info(sheetId: string): SheetInfo {
    const info = this.sheetById(sheetId);
    if (info === undefined) throw new WorkbookError('Sheet not found. It may have been deleted.');
    return info;
  }

  renameSheet(sheetId: string, name: string): void {
    const taken = this.sheetByName(name);
    if (taken && taken.id !== sheetId)
      throw new WorkbookError(`A sheet with the name "${name}" already exists. Please enter another name.`);
    const { name: oldName } = this.info(sheetId);
    if (name !== oldName) this.apply({ type: 'RENAME_SHEET', sheetId, newName: name, oldName });
  }

  /** Moves a tab to a zero-based place. */
  moveSheet(sheetId: string, position: number): void {
    const ids = this.sheets().map((sheet) => sheet.id);
    const delta = position - ids.indexOf(sheetId);
    if (delta !== 0) this.apply({ type: 'MOVE_SHEET', sheetId, delta });
  }

  hideSheet(sheetId: string, hidden: boolean): void {
    if (this.info(sheetId).hidden === hidden) return;
    const visible = this.sheets().filter((sheet) => !sheet.hidden && sheet.id !== sheetId);
    if (hidden && visible.length === 0) throw new WorkbookError("You can't hide all the sheets in a document.");
    this.apply({ type: hidden ? 'HIDE_SHEET' : 'SHOW_SHEET', sheetId });
  }

  colorSheet(sheetId: string, color: string | undefined): void {
    this.apply({ type: 'COLOR_SHEET', sheetId, color });
  }

  /** Copies a tab with its cells behind the last one and returns the copy's id. */
  duplicateSheet(sheetId: string, name: string): string {
    if (this.sheetByName(name)) throw new WorkbookError(`A sheet with the name "${name}" already exists. Please enter another name.`);
    const source = this.store(sheetId);
    this.checkCells(source.rows * source.cols);
    if (source instanceof PlainSheet) {
      const id = this.insertSheet(name, this.sheets().length, { rows: 1, cols: 1 });
      this.stores.set(id, source.copy(id));
      return id;
    }
    const id = this.newId();
    this.apply({ type: 'DUPLICATE_SHEET', sheetId, sheetIdTo: id, sheetNameTo: name });
    this.moveSheet(id, this.sheets().length - 1);
    return id;
  }

  select(sheetId: string, zone: Zone = { top: 0, left: 0, bottom: 0, right: 0 }): void {
    this.active = { sheetId, zone };
  }

  private newPlain(id: string, rows: number, cols: number): PlainSheet {
    return new PlainSheet(id, rows, cols, this.storeContext());
  }

  private storeContext() {
    return { timeZone: () => this.zoneName, show: (value: string | number | boolean, format: string) => this.shown(value, format) };
  }

  /** A value as the file shows it under one of Google's patterns. */
  shown(value: string | number | boolean, format: string): string {
    if (typeof value === 'string') return value;
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    const engine = this.formats.engine(format);
    return library.helpers.formatValue(value, { ...(engine === '' ? {} : { format: engine }), locale: this.getters.getLocale() as never });
  }

  // --- the grid ---

  private checkCells(added: number): void {
    let cells = added;
    for (const { id } of this.sheets()) {
      const store = this.store(id);
      cells += store.rows * store.cols;
    }
    if (cells > FILE_CELLS) {
      throw new WorkbookError(`This action would increase the number of cells in the workbook above the limit of ${FILE_CELLS} cells.`);
    }
  }

  /** Inserts empty lines before line `at`; they look like the line before them, or after them. */
  insertLines(sheetId: string, dimension: Dimension, at: number, count: number, like: 'before' | 'after' = 'before'): void {
    const store = this.store(sheetId);
    this.checkCells(count * (dimension === 'ROW' ? store.cols : store.rows));
    store.insert(dimension, at, count, like);
    this.extras.linesInserted(sheetId, dimension, at, count);
  }

  removeLines(sheetId: string, dimension: Dimension, at: number, count: number): void {
    const store = this.store(sheetId);
    const size = dimension === 'ROW' ? store.rows : store.cols;
    if (count >= size) throw new WorkbookError(`You can't delete all the ${dimension === 'ROW' ? 'rows' : 'columns'} on the sheet.`);
    for (const named of this.namedZones()) {
      const [start, end] = dimension === 'ROW' ? [named.zone.top, named.zone.bottom] : [named.zone.left, named.zone.right];
      if (named.sheetId === sheetId && start >= at && end < at + count) this.lostNames.add(named.name.toUpperCase());
    }
    store.remove(dimension, at, count);
    this.extras.linesRemoved(sheetId, dimension, at, count);
  }

  // --- cells ---

  /** Writes a block as `setValues` does: text is parsed as typed, null empties. Dates get the locale's date format where there is none. */
  write(sheetId: string, row: number, col: number, block: readonly (readonly CellInput[])[]): void {
    const typed = this.typed(sheetId, row, col, block);
    this.put(sheetId, row, col, typed);
  }

  private typed(sheetId: string, row: number, col: number, block: readonly (readonly CellInput[])[]): TypedCell[][] {
    const store = this.store(sheetId);
    const rules = this.typingRules();
    const plain = { ...rules, plainText: true };
    return block.map((line, down) =>
      line.map((input, across) => {
        if (typeof input === 'string') return typedText(input, store.plainText(row + down, col + across) ? plain : rules);
        // A number in a cell of plain text is its text.
        if (typeof input === 'number' && store.plainText(row + down, col + across)) return this.shown(input, '');
        return readCell(input, this.localeName, this.zoneName);
      }),
    );
  }

  private typingRules(): TypingRules {
    const year = new Date(Math.round((dateToSerial(new Date(this.now()), this.zoneName) - 25569) * 86_400_000)).getUTCFullYear();
    return { locale: this.localeName, currentYear: year, plainText: false };
  }

  /** Writes understood cells; formulas move a plain sheet into the engine first. */
  put(sheetId: string, row: number, col: number, cells: readonly (readonly TypedCell[])[]): void {
    if (this.isPlain(sheetId) && cells.some((line) => line.some((cell) => cell instanceof Formula))) this.promote(sheetId);
    this.store(sheetId).put(row, col, cells);
  }

  private value(position: Position): CellValue {
    const zone = { top: position.row, bottom: position.row, left: position.col, right: position.col };
    return this.store(position.sheetId).values(zone)[0]?.[0] ?? '';
  }

  /** The error a cell shows and its note; undefined when the cell is no error. */
  errorAt(sheetId: string, row: number, col: number): CellError | undefined {
    if (this.isPlain(sheetId)) return undefined;
    this.settle();
    const position = { sheetId, row, col };
    const cell = this.getters.getEvaluatedCell(position);
    return cell.type === 'error' ? this.cellError(position, cell) : undefined;
  }

  private cellError(position: Position, cell: EvaluatedCell): CellError {
    const value = String(cell.value);
    const error = googleError(value, cell.message, cell.errorOriginPosition) ?? { text: value, message: cell.message ?? '' };
    if (value !== '#BAD_EXPR' && value !== '#SPILL!') return error;
    const formula = this.getters.getCell(position)?.compiledFormula?.toFormulaString(this.getters);
    if (formula === undefined) return error;
    if (value === '#BAD_EXPR') return this.nameError(formula, cell.message ?? '') ?? error;
    return /overwrite|Merged/.test(cell.message ?? '') ? error : { text: '#REF!', message: this.missingGrid(position, formula) };
  }

  /** A formula that parses but names something unknown: a name of a deleted sheet is `#REF!`, any other `#NAME?`. */
  private nameError(formula: string, message: string): CellError | undefined {
    const { functionRegistry } = library.registries;
    const unknownFunction = mentions(formula).functions.find((name) => !functionRegistry.contains(name));
    if (unknownFunction !== undefined) return { text: '#NAME?', message: `Unknown function: '${unknownFunction}'.` };
    if (!/Invalid formula/.test(message)) return undefined;
    const known = new Set(this.getters.getNamedRanges().map((named) => named.name.toUpperCase()));
    const unknown = mentions(formula).names.find((name) => !known.has(name) && !/^(?:\$?[A-Z]{1,3})?\$?\d*$|^TRUE$|^FALSE$/.test(name));
    if (unknown === undefined) return undefined;
    if (this.lostNames.has(unknown)) return { text: '#REF!', message: 'Reference does not exist.' };
    return { text: '#NAME?', message: `Unknown range name: '${unknown}'.` };
  }

  private missingGrid(position: Position, formula: string): string {
    const result = this.getters.evaluateFormulaResult(position.sheetId, formula);
    const matrix = Array.isArray(result) ? (result as readonly (readonly EngineValue[])[]) : [[]];
    const store = this.store(position.sheetId);
    return gridTooSmall({
      rows: position.row + (matrix[0]?.length ?? 0) - store.rows,
      cols: position.col + matrix.length - store.cols,
    });
  }

  // --- formulas ---

  /** A formula's value without leaving a trace; `=…` in the file's syntax. */
  evaluate(formula: string): Evaluation {
    const sheetId = this.getters.getSheetIds()[0] ?? '';
    const canonical = this.adopt(formula.startsWith('=') ? formula : `=${formula}`);
    // References without a sheet mean the first one here, which may still be plain.
    if (this.isPlain(sheetId) && mentions(canonical).names.some((name) => /^\$?[A-Z]{1,3}(\$?\d+)?$/.test(name))) this.promote(sheetId);
    this.settle();
    const result = this.getters.evaluateFormulaResult(sheetId, canonical);
    if (!Array.isArray(result)) return this.evaluation(result as EngineValue, canonical);
    const columns = result as readonly (readonly EngineValue[])[];
    const rows = (columns[0] ?? []).map((_, row) => columns.map((column) => column[row]));
    if (rows.length === 1 && rows[0]?.length === 1) return this.evaluation(rows[0][0] ?? {}, canonical);
    return { value: rows.map((row) => row.map((cell) => this.plainValue(cell ?? {}))) };
  }

  private evaluation(cell: EngineValue, formula: string): Evaluation {
    const error = this.valueError(cell);
    if (error === undefined) return { value: this.plainValue(cell) };
    const named = cell.value === '#BAD_EXPR' ? this.nameError(formula, cell.message ?? '') : undefined;
    return { error: (named ?? error).text, message: (named ?? error).message };
  }

  private valueError(cell: EngineValue): CellError | undefined {
    return typeof cell.value === 'string' && cell.value.startsWith('#') ? googleError(cell.value, cell.message) : undefined;
  }

  private plainValue(cell: EngineValue): CellValue {
    if (cell.value === undefined || cell.value === null) return '';
    if (typeof cell.value === 'number' && cell.format !== undefined && isDateFormat(cell.format))
      return serialToDate(cell.value, this.zoneName);
    return this.valueError(cell)?.text ?? cell.value;
  }

  /** A formula of the engine as the file shows it. */
  shownFormula(canonical: string): string {
    return fromCanonical(canonical, this.localeName);
  }

  /** A formula of the file as the engine writes it; sheets it mentions are in the engine afterwards. */
  adopted(formula: string): string {
    return this.adopt(formula);
  }

  private adopt(formula: string): string {
    const canonical = toCanonical(formula, this.localeName);
    this.promoteMentioned(canonical);
    return canonical;
  }

  /** Brings into the engine every plain sheet the formula can read. */
  private promoteMentioned(canonical: string): void {
    const found = mentions(canonical);
    const names = new Set(found.names);
    for (const name of names) this.mentionedNames.add(name);
    const sheetNames = new Set(found.sheets.map((name) => name.toLowerCase()));
    for (const { id, name } of this.sheets()) {
      const store = this.stores.get(id);
      if (!(store instanceof PlainSheet)) continue;
      const mentioned = sheetNames.has(name.toLowerCase()) || [...store.names.keys()].some((named) => names.has(named.toUpperCase()));
      // INDIRECT reaches a sheet through a text.
      if (mentioned || found.texts.some((text) => text.includes('!') && text.toLowerCase().includes(name.toLowerCase()))) this.promote(id);
    }
  }

  // --- named ranges ---

  namedZones(): NamedZone[] {
    this.settle();
    const found: NamedZone[] = this.getters.getNamedRanges().map(({ name, range }) => ({ name, sheetId: range.sheetId, zone: range.zone }));
    for (const [sheetId, store] of this.stores) {
      if (store instanceof PlainSheet) for (const [name, zone] of store.names) found.push({ name, sheetId, zone });
    }
    return found;
  }

  namedZone(name: string): NamedZone | undefined {
    return this.namedZones().find((named) => named.name.toUpperCase() === name.toUpperCase());
  }

  setNamedZone(name: string, sheetId: string, zone: Zone): void {
    if (!/^[\p{L}_][\p{L}\p{N}_]{0,249}$/u.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name)) {
      throw new WorkbookError(`The name "${name}" is not a valid name for a range.`);
    }
    this.removeNamedZone(name);
    this.lostNames.delete(name.toUpperCase());
    if (this.mentionedNames.has(name.toUpperCase())) this.promote(sheetId);
    const store = this.store(sheetId);
    if (store instanceof PlainSheet) store.names.set(name, zone);
    else this.createNamedRange(name, sheetId, zone);
  }

  private createNamedRange(name: string, sheetId: string, zone: Zone): void {
    const range = this.getters.getRangeDataFromZone(sheetId, zone);
    this.apply({ type: 'CREATE_NAMED_RANGE', name, range, ranges: [range] });
  }

  /** Removes the name if it exists; says whether it did. */
  removeNamedZone(name: string): boolean {
    const known = this.namedZone(name);
    if (known === undefined) return false;
    const store = this.store(known.sheetId);
    if (store instanceof PlainSheet) store.names.delete(known.name);
    else this.apply({ type: 'DELETE_NAMED_RANGE', name: known.name });
    return true;
  }

  // --- people ---

  /** A person types a text into a cell (USER_ENTERED) and leaves it. */
  editAsPerson(sheetName: string, a1: string, text: string): void {
    const { id, store } = this.named(sheetName);
    const zone = parseA1(a1, store);
    if (zone === undefined) throw new WorkbookError(`"${a1}" is not a cell of the sheet "${sheetName}".`);
    const oldValue = this.value({ sheetId: id, row: zone.top, col: zone.left });
    this.write(id, zone.top, zone.left, [[text]]);
    this.flush();
    this.personEdited(id, { ...zone, bottom: zone.top, right: zone.left }, oldValue);
  }

  /** A person pastes rows of texts; the sheet is made when absent, its grid grows as a paste makes it grow. */
  pasteAsPerson(sheetName: string, a1: string, rows: readonly (readonly string[])[]): void {
    if (!this.sheetByName(sheetName)) this.insertSheet(sheetName, this.sheets().length);
    const { id, store } = this.named(sheetName);
    const corner = parseA1(a1, store);
    if (corner === undefined) throw new WorkbookError(`"${a1}" is not a cell of the sheet "${sheetName}".`);
    const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
    if (rows.length === 0 || width === 0) return;
    const zone = { top: corner.top, left: corner.left, bottom: corner.top + rows.length - 1, right: corner.left + width - 1 };
    if (zone.bottom >= store.rows) this.insertLines(id, 'ROW', store.rows, zone.bottom + 1 - store.rows);
    if (zone.right >= store.cols) this.insertLines(id, 'COL', store.cols, zone.right + 1 - store.cols);
    const padded = rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''));
    this.write(id, zone.top, zone.left, padded);
    this.flush();
    this.personEdited(id, zone, undefined);
  }

  /** A paste at A1 (the command line's `--fill`). */
  fillAsPerson(sheetName: string, rows: readonly (readonly string[])[]): void {
    this.pasteAsPerson(sheetName, 'A1', rows);
  }

  private named(sheetName: string): { id: string; store: SheetStore } {
    const info = this.sheetByName(sheetName);
    if (info === undefined) throw new WorkbookError(`There is no sheet named "${sheetName}".`);
    return { id: info.id, store: this.store(info.id) };
  }

  private personEdited(
    sheetId: string,
    zone: Zone,
    oldValue: CellValue | undefined,
    newValue = this.value({ sheetId, row: zone.top, col: zone.left }),
  ): void {
    // A script that ran meanwhile may have deleted the sheet.
    if (this.sheetById(sheetId) === undefined) return;
    const single = zone.top === zone.bottom && zone.left === zone.right;
    const edit: PersonEdit = {
      sheetName: this.info(sheetId).name,
      a1: zoneToA1(zone),
      oldValue: single && oldValue !== '' ? oldValue : undefined,
      newValue: single ? blankToUndefined(newValue) : undefined,
    };
    this.options.onPersonEdit?.(edit);
  }

  /** Values of the used part of a sheet; `[]` when it is empty. */
  dump(sheetName: string): CellValue[][] {
    const { store } = this.named(sheetName);
    const { rows, cols } = store.extent();
    return rows === 0 ? [] : store.values({ top: 0, left: 0, bottom: rows - 1, right: cols - 1 });
  }

  // --- the engine ---

  private engineHost(): EngineHost {
    return {
      getters: this.getters,
      formats: this.formats,
      timeZone: () => this.zoneName,
      defer: (command) => this.pending.push(command),
      settle: () => this.settle(),
      apply: (command) => this.apply(command),
      adopt: (formula) => this.adopt(formula),
      shownFormula: (canonical) => this.shownFormula(canonical),
      errorText: (position, cell) => this.cellError(position, cell).text,
    };
  }

  /** Applies pending writes and recalculates. */
  flush(): void {
    this.settle();
  }

  private settle(): void {
    // While the engine evaluates, a custom function may read: it sees what was settled before.
    if (this.working > 0) return;
    if (this.stale) {
      this.stale = false;
      this.step({ type: 'EVALUATE_CELLS' });
    }
    if (this.pending.length === 0) return;
    const commands = this.pending;
    this.pending = [];
    this.step({ type: 'BULK', commands });
  }

  /** Applies one command of the engine, after pending writes; throws when the engine refuses it. */
  apply(command: EngineCommand): void {
    this.settle();
    const reasons = this.step(command);
    if (reasons.length > 0 && !reasons.includes('NoChanges') && !reasons.includes('ValuesNotChanged')) {
      throw new WorkbookError(refusal(command, reasons));
    }
  }

  private step(command: EngineCommand): readonly string[] {
    const { type, ...payload } = command;
    this.working++;
    try {
      return (this.model.dispatch as unknown as Dispatch)(type, payload).reasons;
    } finally {
      this.working--;
    }
  }

  /** Calculates every formula again; custom functions answer from the runtime's cache where arguments are the same. */
  recalculate(): void {
    this.settle();
    this.step({ type: 'EVALUATE_CELLS' });
  }

  /** Moves a plain sheet into the engine: a formula wants to read it, or a page to show it. Nothing to do when it is there. */
  promote(sheetId: string): void {
    const plain = this.stores.get(sheetId);
    if (!(plain instanceof PlainSheet)) return;
    const store = new EngineSheet(sheetId, this.host);
    this.stores.set(sheetId, store);
    const sheetName = this.getters.getSheetName(sheetId);
    const grow = (dimension: Dimension, quantity: number): EngineCommand[] =>
      quantity > 0 ? [{ type: 'ADD_COLUMNS_ROWS', sheetId, sheetName, dimension, base: 0, position: 'after', quantity }] : [];
    for (const command of [...grow('ROW', plain.rows - 1), ...grow('COL', plain.cols - 1)]) this.apply(command);
    const { cells, layers, notes, sizes, hidden } = plain.contents();
    for (const { zone, name, value } of layers) if (name === 'fontFamily') store.format(zone, { fontFamily: String(value) });
    for (const dimension of ['ROW', 'COL'] as const) if (plain.frozen(dimension) > 0) store.freeze(dimension, plain.frozen(dimension));
    for (const { dimension, index, pixels } of sizes) store.setSize(dimension, [index], pixels);
    const engineFormat = (pattern: string): string => (pattern === '' ? '' : this.formats.engine(pattern));
    for (const command of loadCommands({ sheetId, cols: plain.cols, cells, layers, engineFormat })) this.apply(command);
    if (notes.length > 0) store.setNotes(notes);
    for (const { dimension, index } of hidden) store.setHidden(dimension, [index], true);
    if (plain.hidesGridlines()) store.setHidesGridlines(true);
    for (const [name, zone] of plain.names) {
      // Ranges are made when the sheet has its size: the engine cuts a range at the grid.
      this.settle();
      this.createNamedRange(name, sheetId, zone);
    }
    this.settle();
    for (const filter of this.extras.filters) if (filter.sheetId === sheetId) this.showFilter(sheetId, filter.zone);
  }

  /** Shows a filter's arrows; a plain sheet shows them when it comes into the engine. */
  showFilter(sheetId: string, zone: Zone): void {
    if (this.isPlain(sheetId)) return;
    const config = {
      hasFilters: true,
      totalRow: false,
      firstColumn: false,
      lastColumn: false,
      numberOfHeaders: 1,
      bandedRows: false,
      bandedColumns: false,
      styleId: 'None',
    };
    this.apply({ type: 'CREATE_TABLE', sheetId, ranges: [this.getters.getRangeDataFromZone(sheetId, zone)], tableType: 'static', config });
  }

  hideFilter(sheetId: string, zone: Zone): void {
    if (!this.isPlain(sheetId)) this.apply({ type: 'REMOVE_TABLE', sheetId, target: [zone] });
  }

  /** JSON-able; give it back as `options.state`. */
  save(): WorkbookState {
    this.settle();
    const plain = [...this.stores.values()].filter((store): store is PlainSheet => store instanceof PlainSheet);
    const engine: SavedEngineState = {
      data: this.model.exportData(),
      formats: this.formats.save(),
      nextId: this.nextId,
      lostNames: [...this.lostNames],
    };
    return {
      version: 1,
      name: this.name,
      id: this.id,
      locale: this.localeName,
      timeZone: this.zoneName,
      engine,
      plain: plain.filter((sheet) => this.getters.tryGetSheet(sheet.id) !== undefined).map((sheet) => sheet.save()),
      extras: this.extras.save(),
    };
  }
}

function firstData(locale: WorkbookLocale): unknown {
  return {
    sheets: [{ id: '0', name: locale === 'ru_RU' ? 'Лист1' : 'Sheet1', colNumber: 1, rowNumber: 1 }],
    settings: { locale: engineLocale(locale) },
  };
}

function refusal(command: EngineCommand, reasons: readonly string[]): string {
  if (reasons.includes('ForbiddenCharactersInSheetName')) return 'The name of a sheet may not contain the characters * ? / \\ [ ] here.';
  return `The spreadsheet engine refused ${command.type}: ${reasons.join(', ')}.`;
}

function blankToUndefined(value: CellValue): CellValue | undefined {
  return value === '' ? undefined : value;
}

function hash(text: string): number {
  let result = 0;
  for (const char of text) result = (Math.imul(result, 31) + (char.codePointAt(0) ?? 0)) | 0;
  return result;
}
