// A spreadsheet file of the local runtime: sheets of plain values in plain stores, everything that calculates or is looked at in the engine. It puts
// the parts together and says what a change of one means for the others. Knows no Apps Script classes.
import type { Model as EngineModel } from '@odoo/o-spreadsheet';
import { defaultSwitches, type Switches } from '../switches';
import { CellErrors } from './cell-errors';
import { readCell } from './cell-input';
import type { CellValue, Evaluation, PersonEdit, WorkbookLocale, WorkbookOptions, WorkbookState, Zone } from './contract';
import './engine/setup';
import { connectCustomFunctions, registerCustomFunction } from './engine/custom-functions';
import type { CellError } from './engine/errors';
import { connectClock } from './engine/google-functions';
import { connectIndirect } from './engine/indirect';
import { library } from './engine/library';
import { engineLocale } from './engine/locales';
import { modelData } from './engine/model-data';
import { type EngineCommand, watchCommands } from './engine/plugins';
import type { EngineGetters } from './engine-getters';
import type { EngineHost } from './engine-sheet';
import { Extras } from './extras';
import { hideArrows, showArrows } from './filter-arrows';
import { Formulas } from './formulas';
import { ModelSteps } from './model-steps';
import { NamedRanges, type NamedZone } from './named-ranges';
import { FormatBook } from './number-format';
import { PersonEdits } from './person-edits';
import { pastedByPerson, personEdit, typedByPerson } from './person-hand';
import type { SavedPlainSheet } from './plain-sheet';
import { promoted } from './promotion';
import { mayEdit, type Place, protectionsAt } from './protected-cells';
import type { SheetStore } from './sheet-store';
import { NEW_SHEET, type SheetInfo, Tabs } from './tabs';
import { Formatted, Formula, type TypedCell } from './typed';
import { dateFormat, type TypingRules, typedText } from './user-entered';
import { VolatileCells } from './volatile-cells';
import { WorkbookError } from './workbook-error';
import { dateToSerial } from './zone-time';
import type { Dimension } from './zones';

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
  readonly switches: Switches;
  /** Who may edit whatever is protected. */
  readonly owner: string;
  private localeName: WorkbookLocale;
  private zoneName: string;
  private readonly getters: EngineGetters;
  private readonly steps: ModelSteps;
  private readonly host: EngineHost;
  private readonly tabs: Tabs;
  private readonly names: NamedRanges;
  private readonly errors: CellErrors;
  private readonly formulas: Formulas;
  private readonly volatile: VolatileCells;
  private functionNames: Set<string>;

  constructor(private readonly options: WorkbookOptions) {
    const { state } = options;
    const saved = state?.engine as SavedEngineState | undefined;
    this.name = state?.name ?? options.name ?? (options.locale === 'ru_RU' ? 'Новая таблица' : 'Untitled spreadsheet');
    this.id = state?.id ?? fileId(`${this.name} ${options.timeZone}`);
    this.localeName = state?.locale ?? options.locale;
    this.zoneName = state?.timeZone ?? options.timeZone;
    this.owner = state?.owner ?? options.owner ?? '';
    this.switches = { ...defaultSwitches, ...options.switches };
    this.formats = new FormatBook(saved?.formats);
    this.extras = new Extras(state?.extras as ConstructorParameters<typeof Extras>[0]);
    this.functionNames = new Set(options.customFunctionNames.map((name) => name.toUpperCase()));
    for (const name of this.functionNames) registerCustomFunction(name);
    this.model = new library.Model((saved?.data ?? firstData(this.localeName)) as never, options.modelConfig as never);
    this.getters = this.model.getters as unknown as EngineGetters;
    this.steps = new ModelSteps(this.model, saved !== undefined, () => this.formulas.bringReached());
    this.host = this.engineHost();
    const plain = (state?.plain ?? []) as readonly SavedPlainSheet[];
    this.tabs = new Tabs({ host: this.host, plain: this.storeContext(), locale: () => this.localeName }, saved?.nextId ?? 1, plain);
    const promote = (sheetId: string) => this.promote(sheetId);
    this.names = new NamedRanges(this.host, this.tabs, promote, saved?.lostNames ?? []);
    this.errors = new CellErrors(this.getters, this.names);
    this.volatile = new VolatileCells(this.getters);
    const { host, tabs, names, errors, volatile } = this;
    this.formulas = new Formulas({ host, tabs, names, errors, volatile, locale: () => this.localeName, promote });
    if (saved === undefined) this.tabs.makePlain('0', NEW_SHEET.rows, NEW_SHEET.cols);
    this.active = { sheetId: this.getters.getSheetIds()[0] ?? '0', zone: { top: 0, left: 0, bottom: 0, right: 0 } };
    this.connect();
  }

  private engineHost(): EngineHost {
    return {
      getters: this.getters,
      formats: this.formats,
      timeZone: () => this.zoneName,
      defer: (command) => this.steps.defer(command),
      settle: () => this.steps.settle(),
      apply: (command) => this.steps.apply(command),
      adopt: (formula, syntax) => this.formulas.adopted(formula, syntax),
      shownFormula: (canonical) => this.formulas.shown(canonical),
      errorText: (position, cell) => this.errors.of(position, cell).text,
    };
  }

  private storeContext() {
    return { timeZone: () => this.zoneName, show: (value: string | number | boolean, format: string) => this.shown(value, format) };
  }

  /** Tells the engine who answers its formulas, and watches what people do on the page. */
  private connect(): void {
    connectClock(this.model.getters, { serialNow: () => dateToSerial(new Date(this.now()), this.zoneName) });
    connectIndirect(this.model.getters, (reference) => this.formulas.reach(reference));
    connectCustomFunctions(this.model.getters, {
      timeZone: () => this.zoneName,
      knows: (name) => this.functionNames.has(name),
      // Nothing may be applied while the engine evaluates: what a function reads was settled before.
      call: (name, args) => this.steps.guarded(() => this.options.callCustomFunction(name, args)),
      dateFormat: () => dateFormat(this.localeName),
      isVolatile: (position) => this.volatile.has(position),
      errorsAreAnswers: this.switches.errorArguments === 'notCalled',
    });
    this.formulas.mentionExisting();
    const edits = new PersonEdits(
      ({ sheetId, row, col }) => this.value(sheetId, row, col),
      ({ sheetId, zone, oldValue }) => this.personEdited(personEdit(this, sheetId, zone, oldValue)),
      (formula) => this.formulas.promoteMentioned(formula),
      () => this.steps.isWorking,
    );
    watchCommands(this.model.getters, {
      before: (command) => {
        this.volatile.forget();
        edits.before(command);
      },
      after: () => edits.after(),
    });
  }

  private now(): number {
    return (this.options.now ?? Date.now)();
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
    return this.tabs.all();
  }

  sheetByName(name: string): SheetInfo | undefined {
    return this.tabs.named(name);
  }

  sheetById(id: string): SheetInfo | undefined {
    return this.tabs.find(id);
  }

  /** The cells of a sheet. A sheet deleted meanwhile is refused. */
  store(sheetId: string): SheetStore {
    return this.tabs.store(sheetId);
  }

  isPlain(sheetId: string): boolean {
    return this.tabs.plain(sheetId) !== undefined;
  }

  /** Adds a tab at a zero-based place and returns its id. */
  insertSheet(name: string | undefined, position: number, grid: { rows: number; cols: number } = NEW_SHEET): string {
    return this.tabs.insert(name, position, grid);
  }

  /** A fresh id for metadata, charts and the like. */
  freshId(): number {
    return Number(this.tabs.newId());
  }

  deleteSheet(sheetId: string): void {
    const others = this.sheets().filter((sheet) => sheet.id !== sheetId && !sheet.hidden);
    if (others.length === 0) throw new WorkbookError("You can't remove all the sheets in a document.");
    this.names.lose(sheetId);
    this.tabs.delete(sheetId);
    this.extras.forgetSheet(sheetId);
    if (this.active.sheetId === sheetId) this.select(others[0]?.id ?? '');
  }

  renameSheet(sheetId: string, name: string): void {
    this.tabs.rename(sheetId, name);
  }

  /** Moves a tab to a zero-based place. */
  moveSheet(sheetId: string, position: number): void {
    this.tabs.move(sheetId, position);
  }

  hideSheet(sheetId: string, hidden: boolean): void {
    this.tabs.hide(sheetId, hidden);
  }

  colorSheet(sheetId: string, color: string | undefined): void {
    this.tabs.color(sheetId, color);
  }

  /** Copies a tab with its cells behind the last one and returns the copy's id; without a name it is `Copy of X`. */
  duplicateSheet(sheetId: string, name?: string): string {
    return this.tabs.duplicate(sheetId, name);
  }

  select(sheetId: string, zone: Zone = { top: 0, left: 0, bottom: 0, right: 0 }): void {
    this.active = { sheetId, zone };
  }

  /** Inserts empty lines before line `at`; they look like the line before them, or after them. */
  insertLines(sheetId: string, dimension: Dimension, at: number, count: number, like: 'before' | 'after' = 'before'): void {
    const store = this.store(sheetId);
    this.tabs.checkCells(count * (dimension === 'ROW' ? store.cols : store.rows));
    store.insert(dimension, at, count, like);
    this.extras.linesInserted(sheetId, dimension, at, count);
  }

  removeLines(sheetId: string, dimension: Dimension, at: number, count: number): void {
    const store = this.store(sheetId);
    const size = dimension === 'ROW' ? store.rows : store.cols;
    if (count >= size) throw new WorkbookError(`You can't delete all the ${dimension === 'ROW' ? 'rows' : 'columns'} on the sheet.`);
    this.names.lose(sheetId, { dimension, at, count });
    store.remove(dimension, at, count);
    this.extras.linesRemoved(sheetId, dimension, at, count);
  }

  /** Throws Google's refusal when a person may not change a place (apps-script 2.2). */
  checkEdit(place: Place, person: string): void {
    if (protectionsAt(this.extras.protections, place).every((protection) => mayEdit(protection, person, this.owner))) return;
    throw new WorkbookError(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    );
  }

  // --- cells ---

  /** Writes a block as `setValues` does: text is parsed as typed, null empties. Dates get the locale's date format where there is none. */
  write(sheetId: string, row: number, col: number, block: readonly (readonly unknown[])[]): void {
    this.put(sheetId, row, col, this.typed(sheetId, row, col, block));
  }

  private typed(sheetId: string, row: number, col: number, block: readonly (readonly unknown[])[]): TypedCell[][] {
    const store = this.store(sheetId);
    const rules = this.typingRules();
    const plain = { ...rules, plainText: true, formulaInPlainText: this.switches.formulaInTextCell === 'formula' };
    const input = { nonFiniteNumbers: this.switches.nonFiniteNumbers, locale: this.localeName, timeZone: this.zoneName };
    return block.map((line, down) =>
      line.map((value, across) => {
        if (typeof value === 'string') return typedText(value, store.plainText(row + down, col + across) ? plain : rules);
        const cell = readCell(value, input);
        if (cell === undefined || !store.plainText(row + down, col + across)) return cell;
        // A number, a date or a truth value in a cell of plain text is its text.
        return cell instanceof Formatted ? this.shown(cell.value ?? '', cell.format) : this.shown(cell, '');
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

  private value(sheetId: string, row: number, col: number): CellValue {
    return this.store(sheetId).values({ top: row, bottom: row, left: col, right: col })[0]?.[0] ?? '';
  }

  /** A value as the file shows it under one of Google's patterns. */
  shown(value: string | number | boolean, format: string): string {
    if (typeof value === 'string') return value;
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    const engine = this.formats.engine(format);
    return library.helpers.formatValue(value, { ...(engine === '' ? {} : { format: engine }), locale: this.getters.getLocale() as never });
  }

  /** Values of the used part of a sheet; `[]` when it is empty. */
  dump(sheetName: string): CellValue[][] {
    const info = this.sheetByName(sheetName);
    if (info === undefined) throw new WorkbookError(`There is no sheet named "${sheetName}".`);
    const store = this.store(info.id);
    const { rows, cols } = store.extent();
    return rows === 0 ? [] : store.values({ top: 0, left: 0, bottom: rows - 1, right: cols - 1 });
  }

  // --- formulas ---

  /** The error a cell shows and its note; undefined when the cell is no error. */
  errorAt(sheetId: string, row: number, col: number): CellError | undefined {
    if (this.isPlain(sheetId)) return undefined;
    this.flush();
    const position = { sheetId, row, col };
    const cell = this.getters.getEvaluatedCell(position);
    return cell.type === 'error' ? this.errors.of(position, cell) : undefined;
  }

  /** Whether what a cell holds breaks a validation that rejects (apps-script 5.3). */
  isRejected(sheetId: string, row: number, col: number): boolean {
    const position = { sheetId, row, col };
    if (this.isPlain(sheetId) || !this.getters.getValidationRuleForCell(position)?.isBlocking) return false;
    this.flush();
    return this.getters.isDataValidationInvalid(position);
  }

  /** A formula's value without leaving a trace; `=…` in the file's syntax. */
  evaluate(formula: string): Evaluation {
    return this.formulas.evaluate(formula);
  }

  /** The syntax in which scripts hand over formulas that are no typed text: `setFormula`, rules (apps-script 5.2). */
  get apiSyntax(): WorkbookLocale {
    return this.switches.formulaSyntax === 'english' ? 'en_US' : this.localeName;
  }

  /** A formula of the engine as the file shows it. */
  shownFormula(canonical: string): string {
    return this.formulas.shown(canonical);
  }

  /** A script's formula as the engine writes it; sheets it mentions are in the engine afterwards. */
  adopted(formula: string): string {
    return this.formulas.adopted(formula, this.apiSyntax);
  }

  // --- named ranges ---

  namedZones(): NamedZone[] {
    return this.names.all();
  }

  namedZone(name: string): NamedZone | undefined {
    return this.names.find(name);
  }

  setNamedZone(name: string, sheetId: string, zone: Zone): void {
    this.names.set(name, sheetId, zone);
  }

  /** Removes the name if it exists; says whether it did. */
  removeNamedZone(name: string): boolean {
    return this.names.remove(name);
  }

  // --- people ---

  /** Tells whoever listens of a person's edit. */
  personEdited(edit: PersonEdit): void {
    this.options.onPersonEdit?.(edit);
  }

  /** A person types a text into a cell (USER_ENTERED) and leaves it. */
  editAsPerson(sheetName: string, a1: string, text: string, person = this.owner): void {
    typedByPerson(this, person, sheetName, a1, text);
  }

  /** A person pastes rows of texts; the sheet is made when absent, its grid grows as a paste makes it grow. */
  pasteAsPerson(sheetName: string, a1: string, rows: readonly (readonly string[])[], person = this.owner): void {
    pastedByPerson(this, person, sheetName, a1, rows);
  }

  /** A paste at A1 (the command line's `--fill`). */
  fillAsPerson(sheetName: string, rows: readonly (readonly string[])[]): void {
    this.pasteAsPerson(sheetName, 'A1', rows);
  }

  // --- the engine ---

  /** Applies pending writes and recalculates. */
  flush(): void {
    this.steps.settle();
  }

  /** Applies one command of the engine, after pending writes; throws when the engine refuses it. */
  apply(command: EngineCommand): void {
    this.steps.apply(command);
  }

  /** Calculates every formula again; custom functions answer from the runtime's cache where arguments are the same. */
  recalculate(): void {
    this.steps.recalculate();
  }

  /** Moves a plain sheet into the engine: a formula wants to read it, or a page to show it. Nothing to do when it is there. */
  promote(sheetId: string): void {
    const plain = this.tabs.plain(sheetId);
    if (plain === undefined) return;
    promoted(plain, this.tabs.inEngine(sheetId), { host: this.host, define: (...named) => this.names.define(...named) });
    for (const filter of this.extras.filters) if (filter.sheetId === sheetId) showArrows(this.host, sheetId, filter.zone);
  }

  /** Shows a filter's arrows; a plain sheet shows them when it comes into the engine. */
  showFilter(sheetId: string, zone: Zone): void {
    if (!this.isPlain(sheetId)) showArrows(this.host, sheetId, zone);
  }

  hideFilter(sheetId: string, zone: Zone): void {
    if (!this.isPlain(sheetId)) hideArrows(this.host, sheetId, zone);
  }

  /** JSON-able; give it back as `options.state`. */
  save(): WorkbookState {
    this.flush();
    const engine: SavedEngineState = {
      data: modelData(this.model),
      formats: this.formats.save(),
      nextId: this.tabs.spread,
      lostNames: this.names.lostNames(),
    };
    return {
      version: 1,
      name: this.name,
      id: this.id,
      locale: this.localeName,
      timeZone: this.zoneName,
      owner: this.owner,
      engine,
      plain: this.tabs.plainSheets().map((sheet) => sheet.save()),
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

function fileId(seed: string): string {
  let hash = 0;
  for (const char of seed) hash = (Math.imul(hash, 31) + (char.codePointAt(0) ?? 0)) | 0;
  return `local-${Math.abs(hash).toString(36).padStart(8, '0')}`;
}
