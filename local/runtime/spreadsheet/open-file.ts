// An open spreadsheet file: how its parts are put together, its settings, and what moves between plain stores and the engine. Knows no Apps Script classes.
import type { Model as EngineModel } from '@odoo/o-spreadsheet';
import { defaultSwitches, type Switches } from '../switches';
import { CellErrors } from './cell-errors';
import type { WorkbookLocale, WorkbookOptions, WorkbookState, Zone } from './contract';
import './engine/headless';
import './engine/setup';
import { connectCustomFunctions, registerCustomFunction } from './engine/custom-functions';
import { connectClock } from './engine/google-functions';
import { connectIndirect } from './engine/indirect';
import { library } from './engine/library';
import { engineLocale } from './engine/locales';
import { modelData } from './engine/model-data';
import { type EngineCommand, watchCommands } from './engine/plugins';
import { sendWholeCommands } from './engine/whole-commands';
import type { EngineGetters } from './engine-getters';
import type { EngineHost } from './engine-sheet';
import { Extras } from './extras';
import { showArrows } from './filter-arrows';
import { Formulas } from './formulas';
import { ModelSteps } from './model-steps';
import { NamedRanges } from './named-ranges';
import { FormatBook } from './number-format';
import { type GatheredEdit, PersonEdits } from './person-edits';
import { followLines } from './person-structure';
import type { SavedPlainSheet } from './plain-sheet';
import { promoted } from './promotion';
import { NEW_SHEET, Tabs } from './tabs';
import { dateFormat } from './user-entered';
import { VolatileCells } from './volatile-cells';
import { dateToSerial } from './zone-time';

interface SavedEngineState {
  readonly data: unknown;
  readonly formats: readonly (readonly [string, string])[];
  readonly nextId: number;
  readonly lostNames: readonly string[];
}

/** The parts of an open file and its settings; what is done with them is in workbook.ts. */
export abstract class OpenFile {
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
  protected localeName: WorkbookLocale;
  protected zoneName: string;
  protected readonly getters: EngineGetters;
  protected readonly steps: ModelSteps;
  protected readonly host: EngineHost;
  protected readonly tabs: Tabs;
  protected readonly names: NamedRanges;
  protected readonly errors: CellErrors;
  protected readonly formulas: Formulas;
  private readonly volatile: VolatileCells;
  private functionNames: Set<string>;

  constructor(protected readonly options: WorkbookOptions) {
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
    sendWholeCommands(this.model);
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
      ({ sheetId, row, col }) => this.tabs.store(sheetId).values({ top: row, bottom: row, left: col, right: col })[0]?.[0] ?? '',
      (edit) => this.personWrote(edit),
      (formula) => this.formulas.promoteMentioned(formula),
      () => this.steps.isWorking,
    );
    watchCommands(this.model.getters, {
      before: (command) => {
        this.volatile.forget();
        edits.before(command);
        if (!this.steps.isWorking) this.followPerson(command);
      },
      after: () => edits.after(),
    });
    this.model.on('update', edits, () => edits.complete());
  }

  /** What the engine does not hold goes along with what a person does to sheets and lines. */
  private followPerson(command: EngineCommand): void {
    followLines(command, this.extras);
    if (command.type === 'DELETE_SHEET') this.forgetSheet(String(command['sheetId']));
  }

  /** A person has changed cells on a page. */
  protected abstract personWrote(edit: GatheredEdit): void;

  /** Lets go of what belongs to a sheet that is about to be deleted, by a script or by a person. */
  protected abstract forgetSheet(sheetId: string): void;

  /** The engine calculates: nothing may be changed from outside now. */
  get isCalculating(): boolean {
    return this.steps.isWorking;
  }

  protected now(): number {
    return (this.options.now ?? Date.now)();
  }

  /** A value as the file shows it under one of Google's patterns. */
  shown(value: string | number | boolean, format: string): string {
    if (typeof value === 'string') return value;
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    const engine = this.formats.engine(format);
    return library.helpers.formatValue(value, { ...(engine === '' ? {} : { format: engine }), locale: this.getters.getLocale() as never });
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

  // --- the engine ---

  /** Applies pending writes and recalculates. */
  flush(): void {
    this.steps.settle();
  }

  /** Keeps a command that the engine cannot refuse for the next step, with whatever waits. */
  defer(command: EngineCommand): void {
    this.steps.defer(command);
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
