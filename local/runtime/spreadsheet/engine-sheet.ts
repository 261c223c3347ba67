// A sheet whose cells live in the engine: formulas calculate, a page can show it. Writes are collected and applied in one step
// before the next read, so a script that fills cells one by one recalculates once.
import { type AttributeChange, type CellAttributes, DEFAULT_ATTRIBUTES, engineStyle, googleAttributes } from './attributes';
import type { CellValue, WorkbookLocale, Zone } from './contract';
import type { Position } from './engine/library';
import type { EngineCommand } from './engine/plugins';
import type { EngineCell, EngineGetters, EvaluatedCell } from './engine-getters';
import { type FormatBook, isDateFormat, isGeneral, MARKED_TEXT } from './number-format';
import { DEFAULT_ROW_HEIGHT, type SheetStore } from './sheet-store';
import { Formatted, Formula, type TypedCell } from './typed';
import { serialToDate } from './zone-time';
import { type Dimension, hasCell } from './zones';

/** What an engine sheet needs of its workbook. */
export interface EngineHost {
  readonly getters: EngineGetters;
  readonly formats: FormatBook;
  readonly timeZone: () => string;
  /** Collects a command for the next step. */
  defer(command: EngineCommand): void;
  /** Applies what was collected. */
  settle(): void;
  /** Applies one command at once, after what was collected; throws when the engine refuses it. */
  apply(command: EngineCommand): void;
  /** The formula in the engine's syntax; sheets it mentions are in the engine afterwards. */
  adopt(formula: string, syntax?: WorkbookLocale): string;
  /** The formula as the file shows it. */
  shownFormula(canonical: string): string;
  /** The error text of a cell. */
  errorText(position: Position, cell: EvaluatedCell): string;
}

/** Columns a sheet may have (apps-script 1). */
const MOST_COLUMNS = 18_278;

export class EngineSheet implements SheetStore {
  readonly kind = 'engine';
  private pendingFormats: { zone: Zone; format: string }[] = [];
  /** Formats that came with values, by cell: a block of dates has as many as cells. They are later than the zones above. */
  private pendingCellFormats = new Map<number, string>();
  /** The engine has one font only; names written by scripts are kept to be read back. */
  private fonts: { zone: Zone; family: string }[] = [];

  constructor(
    readonly id: string,
    private readonly host: EngineHost,
  ) {}

  get rows(): number {
    return this.host.getters.getNumberRows(this.id);
  }

  get cols(): number {
    return this.host.getters.getNumberCols(this.id);
  }

  put(row: number, col: number, cells: readonly (readonly TypedCell[])[]): void {
    cells.forEach((line, down) => {
      line.forEach((cell, across) => {
        this.putCell(row + down, col + across, cell);
      });
    });
  }

  private putCell(row: number, col: number, cell: TypedCell): void {
    const at = { sheetId: this.id, row, col };
    if (cell instanceof Formula) {
      this.host.defer({ type: 'UPDATE_CELL', ...at, content: this.host.adopt(cell.text, cell.syntax) });
      return;
    }
    const value = cell instanceof Formatted ? cell.value : cell;
    const automatic = cell instanceof Formatted && isGeneral(this.formatOf(row, col));
    const plainText = this.plainText(row, col);
    const format = automatic ? this.host.formats.engine(cell.format) : plainText ? textFormat(value) : undefined;
    const content = engineContent(value, plainText);
    this.host.defer({ type: 'UPDATE_CELL', ...at, content, ...(format === undefined ? {} : { format }) });
    if (automatic) this.pendingCellFormats.set(row * MOST_COLUMNS + col, cell.format);
  }

  private formatWaits(zone: Zone, format: string): void {
    this.pendingFormats.push({ zone, format });
    for (const key of this.pendingCellFormats.keys())
      if (hasCell(zone, Math.floor(key / MOST_COLUMNS), key % MOST_COLUMNS)) this.pendingCellFormats.delete(key);
  }

  /** Google's pattern of the cell, pending changes included. */
  private formatOf(row: number, col: number): string {
    const own = this.pendingCellFormats.get(row * MOST_COLUMNS + col);
    if (own !== undefined) return own;
    for (let index = this.pendingFormats.length - 1; index >= 0; index--) {
      const pending = this.pendingFormats[index];
      if (pending && hasCell(pending.zone, row, col)) return pending.format;
    }
    return this.host.formats.google(this.host.getters.getCell({ sheetId: this.id, row, col })?.format);
  }

  private read<T>(zone: Zone, result: (position: Position) => T): T[][] {
    this.settle();
    const rows: T[][] = [];
    for (let row = zone.top; row <= zone.bottom; row++) {
      const line: T[] = [];
      for (let col = zone.left; col <= zone.right; col++) line.push(result({ sheetId: this.id, row, col }));
      rows.push(line);
    }
    return rows;
  }

  private settle(): void {
    this.host.settle();
    this.pendingFormats = [];
    this.pendingCellFormats.clear();
  }

  values(zone: Zone): CellValue[][] {
    const { getters } = this.host;
    const timeZone = this.host.timeZone();
    return this.read(zone, (position) => {
      // A constant is read as written, not as evaluated: a custom function may ask while the engine is still evaluating. A cell that has only a format may
      // hold what a formula spills there.
      const cell = getters.getCell(position);
      const evaluated = cell && !cell.isFormula && cell.content !== '' ? undefined : getters.getEvaluatedCell(position);
      if (evaluated?.type === 'error') return this.host.errorText(position, evaluated);
      const value = evaluated ? evaluated.value : cell?.format === '@' ? markedText(cell) : cell?.parsedValue;
      const format = evaluated ? evaluated.format : cell?.format;
      if (value === undefined || value === null) return '';
      return typeof value === 'number' && format !== undefined && isDateFormat(format) ? serialToDate(value, timeZone) : value;
    });
  }

  displayValues(zone: Zone): string[][] {
    return this.read(zone, (position) => {
      const cell = this.host.getters.getEvaluatedCell(position);
      if (cell.type === 'error') return this.host.errorText(position, cell);
      const literal = cell.format === '@' ? this.host.getters.getCell(position) : undefined;
      return literal && !literal.isFormula ? markedText(literal) : cell.formattedValue;
    });
  }

  formulas(zone: Zone): string[][] {
    return this.read(zone, (position) => {
      const cell = this.host.getters.getCell(position);
      return cell?.isFormula ? this.host.shownFormula(cell.compiledFormula?.toFormulaString(this.host.getters) ?? '') : '';
    });
  }

  attributes(row: number, col: number): CellAttributes {
    this.settle();
    const position = { sheetId: this.id, row, col };
    const format = this.host.getters.getCell(position)?.format ?? this.host.getters.getEvaluatedCell(position).format;
    const font = this.fonts.findLast((entry) => hasCell(entry.zone, row, col))?.family ?? DEFAULT_ATTRIBUTES.fontFamily;
    return googleAttributes(this.host.getters.getCellStyle(position), format === undefined ? '' : this.host.formats.google(format), font);
  }

  plainText(row: number, col: number): boolean {
    return this.formatOf(row, col) === '@';
  }

  format(zone: Zone, change: AttributeChange): void {
    const style = engineStyle(change);
    const styled = Object.keys(style).length > 0;
    const format = 'numberFormat' in change ? this.host.formats.engine(change.numberFormat ?? '') : undefined;
    if (format !== undefined) this.formatWaits(zone, change.numberFormat ?? '');
    if ('fontFamily' in change) this.fonts.push({ zone, family: change.fontFamily ?? DEFAULT_ATTRIBUTES.fontFamily });
    if (!styled && format === undefined) return;
    this.host.defer({
      type: 'SET_FORMATTING',
      sheetId: this.id,
      target: [zone],
      ...(styled ? { style } : {}),
      ...(format === undefined ? {} : { format }),
    });
  }

  clearContents(zone: Zone): void {
    this.host.defer({ type: 'DELETE_CONTENT', sheetId: this.id, target: [this.used(zone)] });
  }

  clearFormats(zone: Zone): void {
    this.host.defer({ type: 'CLEAR_FORMATTING', sheetId: this.id, target: [zone] });
    this.formatWaits(zone, '');
  }

  /** The zone cut at the last cell that exists: the engine visits every position of what it is told to clear. */
  private used(zone: Zone): Zone {
    this.settle();
    let bottom = zone.top;
    for (const cell of Object.values(this.host.getters.getCells(this.id)))
      bottom = Math.max(bottom, this.host.getters.getCellPosition(cell.id).row);
    return { ...zone, bottom: Math.min(zone.bottom, bottom) };
  }

  extent(): { rows: number; cols: number } {
    this.settle();
    const { getters } = this.host;
    const extent = { rows: 0, cols: 0 };
    const reach = (position: Position) => {
      extent.rows = Math.max(extent.rows, position.row + 1);
      extent.cols = Math.max(extent.cols, position.col + 1);
    };
    for (const { id } of Object.values(getters.getCells(this.id))) {
      const position = getters.getCellPosition(id);
      const cell = getters.getCell(position);
      if (cell && (cell.isFormula || (cell.content !== undefined && cell.content !== ''))) reach(position);
    }
    for (const position of getters.getEvaluatedCellsPositions(this.id)) {
      if (getters.getEvaluatedCell(position).type !== 'empty') reach(position);
    }
    return extent;
  }

  insert(dimension: Dimension, at: number, count: number, like: 'before' | 'after'): void {
    const name = this.host.getters.getSheetName(this.id);
    const size = dimension === 'ROW' ? this.rows : this.cols;
    const previous = at === size || (at > 0 && like === 'before');
    const place = previous ? { base: at - 1, position: 'after' } : { base: at, position: 'before' };
    this.host.apply({ type: 'ADD_COLUMNS_ROWS', sheetId: this.id, sheetName: name, dimension, quantity: count, ...place });
  }

  remove(dimension: Dimension, at: number, count: number): void {
    const name = this.host.getters.getSheetName(this.id);
    const elements = Array.from({ length: count }, (_, index) => at + index);
    this.host.apply({ type: 'REMOVE_COLUMNS_ROWS', sheetId: this.id, sheetName: name, dimension, elements });
  }

  note(row: number, col: number): string {
    this.settle();
    return this.host.getters.getCellNote({ sheetId: this.id, row, col });
  }

  setNotes(notes: readonly { row: number; col: number; text: string }[]): void {
    this.host.defer({ type: 'SET_NOTES', sheetId: this.id, notes });
  }

  size(dimension: Dimension, index: number): number {
    this.settle();
    const { getters } = this.host;
    return dimension === 'COL' ? getters.getColSize(this.id, index) : (getters.getUserRowSize(this.id, index) ?? DEFAULT_ROW_HEIGHT);
  }

  setSize(dimension: Dimension, indexes: readonly number[], pixels: number): void {
    this.host.defer({ type: 'RESIZE_COLUMNS_ROWS', sheetId: this.id, dimension, elements: indexes, size: pixels });
  }

  frozen(dimension: Dimension): number {
    this.settle();
    const panes = this.host.getters.getPaneDivisions(this.id);
    return dimension === 'ROW' ? panes.ySplit : panes.xSplit;
  }

  freeze(dimension: Dimension, count: number): void {
    const lines = dimension === 'ROW' ? 'ROWS' : 'COLUMNS';
    this.host.defer(
      count === 0 ? { type: `UNFREEZE_${lines}`, sheetId: this.id } : { type: `FREEZE_${lines}`, sheetId: this.id, quantity: count },
    );
  }

  isHidden(dimension: Dimension, index: number): boolean {
    this.settle();
    const { getters } = this.host;
    return dimension === 'ROW' ? getters.isRowHiddenByUser(this.id, index) : getters.isColHiddenByUser(this.id, index);
  }

  setHidden(dimension: Dimension, indexes: readonly number[], hidden: boolean): void {
    const type = hidden ? 'HIDE_COLUMNS_ROWS' : 'UNHIDE_COLUMNS_ROWS';
    this.host.defer({ type, sheetId: this.id, dimension, elements: indexes });
  }

  hidesGridlines(): boolean {
    this.settle();
    return !this.host.getters.getGridLinesVisibility(this.id);
  }

  setHidesGridlines(hidden: boolean): void {
    this.host.defer({ type: 'SET_GRID_LINES_VISIBILITY', sheetId: this.id, areGridLinesVisible: !hidden });
  }
}

/** The engine's format of a value under `@`. */
export function textFormat(value: string | number | boolean | undefined): string {
  return typeof value === 'string' && /^[=']/.test(value) ? MARKED_TEXT : '@';
}

/** The text the engine stores for a value: whatever it could take for something else is marked as text by an apostrophe. */
export function engineContent(value: string | number | boolean | undefined, plainText: boolean): string {
  if (value === undefined || value === '') return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (plainText && !/^[=']/.test(value)) return value;
  return /^[\p{L}_]/u.test(value) && !/^(?:true|false)$/i.test(value.trim()) ? value : `'${value}`;
}

/** The text of a literal under `@`: the engine reads and shows it with the apostrophe that only marks a text. */
function markedText(cell: EngineCell): string {
  const content = cell.content ?? '';
  return content.startsWith("'") ? content.slice(1) : content;
}
