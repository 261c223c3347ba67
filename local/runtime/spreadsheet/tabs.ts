// The sheets of a file: their order, names, visibility, and the store that holds the cells of each. All tabs exist in the engine; a plain one is an
// empty stub there. It knows no formulas and no named ranges.
import type { WorkbookLocale } from './contract';
import { type EngineHost, EngineSheet } from './engine-sheet';
import { PlainSheet, type SavedPlainSheet } from './plain-sheet';
import type { SheetStore, StoreContext } from './sheet-store';
import { WorkbookError } from './workbook-error';

/** A tab, as lists of sheets show it. */
export interface SheetInfo {
  /** The engine's sheet id. */
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  /** `#rrggbb`, or undefined without a colour. */
  readonly color: string | undefined;
}

/** Rows and columns of a new sheet (apps-script 5.1). */
export const NEW_SHEET = { rows: 1000, cols: 26 };
/** Cells a file may hold, empty ones included (apps-script 1). */
const FILE_CELLS = 10_000_000;

/** What tabs are made with: the engine, what a plain store asks, and the language of names. */
interface TabsParts {
  readonly host: EngineHost;
  readonly plain: StoreContext;
  readonly locale: () => WorkbookLocale;
}

export class Tabs {
  private readonly stores = new Map<string, SheetStore>();

  constructor(
    private readonly parts: TabsParts,
    /** Where the spread of ids goes on. */
    private nextId: number,
    saved: readonly SavedPlainSheet[],
  ) {
    for (const plain of saved) this.stores.set(plain.id, PlainSheet.restore(plain, parts.plain));
  }

  /** All tabs from left to right. Nothing that waits for the next step changes a tab. */
  all(): SheetInfo[] {
    const { getters } = this.parts.host;
    return getters.getSheetIds().map((id) => ({
      id,
      name: getters.getSheetName(id),
      hidden: !getters.isSheetVisible(id),
      color: getters.tryGetSheet(id)?.color?.toLowerCase(),
    }));
  }

  /** Names of sheets are found whatever their case. */
  named(name: string): SheetInfo | undefined {
    return this.all().find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  find(id: string): SheetInfo | undefined {
    return this.all().find((sheet) => sheet.id === id);
  }

  info(sheetId: string): SheetInfo {
    const info = this.find(sheetId);
    if (info === undefined) throw new WorkbookError('Sheet not found. It may have been deleted.');
    return info;
  }

  /** The cells of a sheet. A sheet deleted meanwhile is refused. */
  store(sheetId: string): SheetStore {
    if (this.parts.host.getters.tryGetSheet(sheetId) === undefined) {
      this.stores.delete(sheetId);
      throw new WorkbookError('Sheet not found. It may have been deleted.');
    }
    // Tabs that a person added on the page are the engine's from the start.
    return this.stores.get(sheetId) ?? this.inEngine(sheetId);
  }

  /** The sheet's plain store; undefined when the engine holds it. */
  plain(sheetId: string): PlainSheet | undefined {
    const store = this.stores.get(sheetId);
    return store instanceof PlainSheet ? store : undefined;
  }

  /** Plain stores of tabs that still exist. */
  plainSheets(): PlainSheet[] {
    const { getters } = this.parts.host;
    return [...this.stores.values()].filter(
      (store): store is PlainSheet => store instanceof PlainSheet && getters.tryGetSheet(store.id) !== undefined,
    );
  }

  /** Makes the tab's cells the engine's; what was in a plain store is the caller's to bring. */
  inEngine(sheetId: string): EngineSheet {
    const store = new EngineSheet(sheetId, this.parts.host);
    this.stores.set(sheetId, store);
    return store;
  }

  /** Gives a tab an empty plain store. */
  makePlain(id: string, rows: number, cols: number): void {
    this.stores.set(id, new PlainSheet(id, rows, cols, this.parts.plain));
  }

  /** Adds a tab at a zero-based place and returns its id. */
  insert(name: string | undefined, position: number, grid: { rows: number; cols: number }): string {
    const title = name ?? this.freeName();
    this.checkName(title);
    this.checkCells(grid.rows * grid.cols);
    const id = this.newId();
    const place = Math.max(0, Math.min(position, this.all().length));
    this.parts.host.apply({ type: 'CREATE_SHEET', sheetId: id, name: title, position: place, rows: 1, cols: 1 });
    this.makePlain(id, grid.rows, grid.cols);
    return id;
  }

  private freeName(): string {
    const word = this.parts.locale() === 'ru_RU' ? 'Лист' : 'Sheet';
    for (let number = 1; ; number++) if (!this.named(`${word}${number}`)) return `${word}${number}`;
  }

  /** `Copy of X`, «X (копия)», numbered when taken (apps-script 5.3). */
  private copyName(name: string): string {
    const copy = this.parts.locale() === 'ru_RU' ? `${name} (копия)` : `Copy of ${name}`;
    for (let number = 1; ; number++) {
      const free = number === 1 ? copy : `${copy} ${number}`;
      if (!this.named(free)) return free;
    }
  }

  private checkName(name: string, own?: string): void {
    const taken = this.named(name);
    if (taken && taken.id !== own) throw new WorkbookError(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }

  /** Google's ids look random; these are spread but repeatable. */
  newId(): string {
    const id = String(((this.nextId * 2_654_435_761) % 2_000_000_011) + 1);
    this.nextId++;
    return id;
  }

  /** What the next file state must go on with. */
  get spread(): number {
    return this.nextId;
  }

  delete(sheetId: string): void {
    const { name } = this.info(sheetId);
    this.parts.host.apply({ type: 'DELETE_SHEET', sheetId, sheetName: name });
  }

  /** Lets go of the cells of a tab that is about to be deleted. */
  forget(sheetId: string): void {
    this.stores.delete(sheetId);
  }

  rename(sheetId: string, name: string): void {
    this.checkName(name, sheetId);
    const { name: oldName } = this.info(sheetId);
    if (name !== oldName) this.parts.host.apply({ type: 'RENAME_SHEET', sheetId, newName: name, oldName });
  }

  /** Moves a tab to a zero-based place. */
  move(sheetId: string, position: number): void {
    const all = this.all();
    const from = all.findIndex((sheet) => sheet.id === sheetId);
    const delta = position - from;
    if (delta === 0) return;
    // The engine counts visible tabs only: those it must pass are shown for the step.
    const passed = delta > 0 ? all.slice(from + 1, position + 1) : all.slice(position, from);
    const hidden = passed.filter((sheet) => sheet.hidden);
    const move = { type: 'MOVE_SHEET', sheetId, delta };
    if (hidden.length === 0) this.parts.host.apply(move);
    else {
      const each = (type: string) => hidden.map(({ id }) => ({ type, sheetId: id }));
      this.parts.host.apply({ type: 'BULK', commands: [...each('SHOW_SHEET'), move, ...each('HIDE_SHEET')] });
    }
  }

  hide(sheetId: string, hidden: boolean): void {
    if (this.info(sheetId).hidden === hidden) return;
    const visible = this.all().filter((sheet) => !sheet.hidden && sheet.id !== sheetId);
    if (hidden && visible.length === 0) throw new WorkbookError("You can't hide all the sheets in a document.");
    this.parts.host.apply({ type: hidden ? 'HIDE_SHEET' : 'SHOW_SHEET', sheetId });
  }

  color(sheetId: string, color: string | undefined): void {
    this.parts.host.apply({ type: 'COLOR_SHEET', sheetId, color });
  }

  /** Copies a tab with its cells behind the last one and returns the copy's id. */
  duplicate(sheetId: string, given: string | undefined): string {
    const name = given ?? this.copyName(this.info(sheetId).name);
    this.checkName(name);
    const source = this.store(sheetId);
    this.checkCells(source.rows * source.cols);
    if (source instanceof PlainSheet) {
      const id = this.insert(name, this.all().length, { rows: 1, cols: 1 });
      this.stores.set(id, source.copy(id));
      return id;
    }
    const id = this.newId();
    this.parts.host.apply({ type: 'DUPLICATE_SHEET', sheetId, sheetIdTo: id, sheetNameTo: name });
    this.move(id, this.all().length - 1);
    return id;
  }

  /** Throws when the file would hold too many cells (apps-script 2.2). */
  checkCells(added: number): void {
    let cells = added;
    for (const id of this.parts.host.getters.getSheetIds()) {
      const store = this.store(id);
      cells += store.rows * store.cols;
    }
    if (cells > FILE_CELLS) {
      throw new WorkbookError(`This action would increase the number of cells in the workbook above the limit of ${FILE_CELLS} cells.`);
    }
  }
}
