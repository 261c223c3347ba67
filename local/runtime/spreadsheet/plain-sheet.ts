// A sheet of plain values outside the engine: rows of typed cells, looks as layers, marks of lines. A million cells fit easily; there are no formulas
// here, a formula moves the sheet into the engine.
import { type AttributeChange, type CellAttributes, DEFAULT_ATTRIBUTES } from './attributes';
import type { CellValue, Zone } from './contract';
import { FormatLayers, type Layer } from './format-layers';
import { LineMarks, type SavedLineMarks } from './line-marks';
import { isDateFormat } from './number-format';
import type { SheetStore, StoreContext } from './sheet-store';
import { Formatted, Formula, type StoredCell, type TypedCell } from './typed';
import { serialToDate } from './zone-time';
import { type Dimension, hasCell, zoneAfterInsert, zoneAfterRemove } from './zones';

type SavedCell = string | number | boolean | null | { readonly v?: string | number | boolean; readonly f: string };

/** JSON-able. */
export interface SavedPlainSheet extends SavedLineMarks {
  readonly id: string;
  readonly rows: number;
  readonly cols: number;
  readonly cells: readonly (readonly SavedCell[] | null)[];
  readonly layers: readonly Layer[];
  readonly names: readonly (readonly [string, Zone])[];
  readonly hidesGridlines: boolean;
}

export class PlainSheet implements SheetStore {
  readonly kind = 'plain';
  /** Named ranges of this sheet; the engine takes them over with the sheet. */
  readonly names = new Map<string, Zone>();
  private cells: (StoredCell[] | undefined)[] = [];
  private layers = new FormatLayers();
  private marks = new LineMarks();
  private gridlinesHidden = false;

  constructor(
    readonly id: string,
    public rows: number,
    public cols: number,
    private readonly context: StoreContext,
  ) {}

  put(row: number, col: number, cells: readonly (readonly TypedCell[])[]): void {
    cells.forEach((line, offset) => {
      const target = this.line(row + offset);
      line.forEach((cell, index) => {
        if (cell instanceof Formula) throw new Error('A plain sheet holds no formulas: promote it first.');
        const at = col + index;
        // The format that an earlier date brought stays with the cell, as it does in Google Sheets.
        const old = target[at];
        while (target.length < at) target.push(undefined);
        target[at] = old instanceof Formatted && !(cell instanceof Formatted) ? new Formatted(cell, old.format) : cell;
      });
    });
  }

  private line(row: number): StoredCell[] {
    const known = this.cells[row];
    if (known) return known;
    while (this.cells.length < row) this.cells.push(undefined);
    const made: StoredCell[] = [];
    this.cells[row] = made;
    return made;
  }

  /** The stored cell, with the number format it shows. */
  cell(row: number, col: number): { value: string | number | boolean | undefined; format: string } {
    const stored = this.cells[row]?.[col];
    const layered = this.layers.at('numberFormat', row, col);
    if (!(stored instanceof Formatted)) return { value: stored, format: layered ?? '' };
    return { value: stored.value, format: layered ?? stored.format };
  }

  values(zone: Zone): CellValue[][] {
    const timeZone = this.context.timeZone();
    return this.map(zone, (value, format) => {
      if (value === undefined) return '';
      return typeof value === 'number' && format() !== '' && isDateFormat(format()) ? serialToDate(value, timeZone) : value;
    });
  }

  displayValues(zone: Zone): string[][] {
    return this.map(zone, (value, format) => (value === undefined ? '' : this.context.show(value, format())));
  }

  formulas(zone: Zone): string[][] {
    return Array.from({ length: zone.bottom - zone.top + 1 }, () => new Array<string>(zone.right - zone.left + 1).fill(''));
  }

  private map<T>(zone: Zone, result: (value: string | number | boolean | undefined, format: () => string) => T): T[][] {
    const layers = this.layers.touching('numberFormat', zone);
    const rows: T[][] = [];
    for (let row = zone.top; row <= zone.bottom; row++) {
      const line = this.cells[row];
      const values: T[] = [];
      for (let col = zone.left; col <= zone.right; col++) {
        const stored = line?.[col];
        const own = stored instanceof Formatted ? stored.format : '';
        const format = () => (layers.find((layer) => hasCell(layer.zone, row, col))?.value as string | undefined) ?? own;
        values.push(result(stored instanceof Formatted ? stored.value : stored, format));
      }
      rows.push(values);
    }
    return rows;
  }

  attributes(row: number, col: number): CellAttributes {
    const found: Record<string, unknown> = { ...DEFAULT_ATTRIBUTES, numberFormat: this.cell(row, col).format };
    for (const layer of this.layers.all())
      if (layer.name !== 'numberFormat' && hasCell(layer.zone, row, col)) found[layer.name] = layer.value;
    return found as unknown as CellAttributes;
  }

  plainText(row: number, col: number): boolean {
    return this.layers.at('numberFormat', row, col) === '@';
  }

  format(zone: Zone, change: AttributeChange): void {
    this.layers.add(zone, change);
  }

  clearContents(zone: Zone): void {
    for (let row = zone.top; row <= Math.min(zone.bottom, this.cells.length - 1); row++) {
      const line = this.cells[row];
      if (line === undefined) continue;
      const right = Math.min(zone.right, line.length - 1);
      for (let col = zone.left; col <= right; col++) {
        const old = line[col];
        line[col] = old instanceof Formatted ? new Formatted(undefined, old.format) : undefined;
      }
      while (line.length > 0 && line[line.length - 1] === undefined) line.pop();
      if (line.length === 0) this.cells[row] = undefined;
    }
  }

  clearFormats(zone: Zone): void {
    this.layers.clear(zone);
    for (let row = zone.top; row <= Math.min(zone.bottom, this.cells.length - 1); row++) {
      this.cells[row]?.forEach((cell, col) => {
        const line = this.cells[row];
        if (line && cell instanceof Formatted && col >= zone.left && col <= zone.right) line[col] = cell.value;
      });
    }
  }

  extent(): { rows: number; cols: number } {
    let rows = 0;
    let cols = 0;
    this.cells.forEach((line, row) => {
      if (line === undefined) return;
      for (let col = line.length - 1; col >= 0; col--) {
        const cell = line[col];
        if (cell === undefined || (cell instanceof Formatted && cell.value === undefined)) continue;
        rows = row + 1;
        cols = Math.max(cols, col + 1);
        break;
      }
    });
    return { rows, cols };
  }

  insert(dimension: Dimension, at: number, count: number, like: 'before' | 'after' = 'before'): void {
    if (dimension === 'ROW') {
      if (at < this.cells.length) {
        const tail = this.cells.splice(at);
        for (let index = 0; index < count; index++) this.cells.push(undefined);
        for (const line of tail) this.cells.push(line);
      }
      this.rows += count;
    } else {
      for (const line of this.cells) if (line && at < line.length) line.splice(at, 0, ...new Array<StoredCell>(count).fill(undefined));
      this.cols += count;
    }
    this.layers.insert(dimension, at, count, like);
    this.marks.insert(dimension, at, count);
    this.moveNames((zone) => zoneAfterInsert(zone, dimension, at, count));
  }

  remove(dimension: Dimension, at: number, count: number): void {
    if (dimension === 'ROW') {
      this.cells.splice(at, count);
      this.rows -= count;
    } else {
      for (const line of this.cells) line?.splice(at, count);
      this.cols -= count;
    }
    this.layers.remove(dimension, at, count);
    this.marks.remove(dimension, at, count);
    this.moveNames((zone) => zoneAfterRemove(zone, dimension, at, count));
  }

  private moveNames(move: (zone: Zone) => Zone | undefined): void {
    for (const [name, zone] of [...this.names]) {
      const moved = move(zone);
      if (moved) this.names.set(name, moved);
      else this.names.delete(name);
    }
  }

  note(row: number, col: number): string {
    return this.marks.note(row, col);
  }

  setNotes(notes: readonly { row: number; col: number; text: string }[]): void {
    this.marks.setNotes(notes);
  }

  size(dimension: Dimension, index: number): number {
    return this.marks.size(dimension, index);
  }

  setSize(dimension: Dimension, indexes: readonly number[], pixels: number): void {
    this.marks.setSize(dimension, indexes, pixels);
  }

  frozen(dimension: Dimension): number {
    return this.marks.frozen(dimension);
  }

  freeze(dimension: Dimension, count: number): void {
    this.marks.freeze(dimension, count);
  }

  isHidden(dimension: Dimension, index: number): boolean {
    return this.marks.isHidden(dimension, index);
  }

  setHidden(dimension: Dimension, indexes: readonly number[], hidden: boolean): void {
    this.marks.setHidden(dimension, indexes, hidden);
  }

  hidesGridlines(): boolean {
    return this.gridlinesHidden;
  }

  setHidesGridlines(hidden: boolean): void {
    this.gridlinesHidden = hidden;
  }

  /** Everything the engine must be told when the sheet moves there. */
  contents() {
    const { cells, layers, marks } = this;
    return {
      cells: cells as readonly (readonly StoredCell[] | undefined)[],
      layers: layers.all(),
      notes: marks.notes(),
      sizes: marks.sizes(),
      hidden: marks.hidden(),
    };
  }

  save(): SavedPlainSheet {
    return {
      id: this.id,
      rows: this.rows,
      cols: this.cols,
      cells: Array.from(this.cells, (line) => (line === undefined ? null : Array.from(line, savedCell))),
      layers: this.layers.all(),
      names: [...this.names],
      hidesGridlines: this.gridlinesHidden,
      ...this.marks.save(),
    };
  }

  static restore(saved: SavedPlainSheet, context: StoreContext): PlainSheet {
    const sheet = new PlainSheet(saved.id, saved.rows, saved.cols, context);
    sheet.cells = saved.cells.map((line) => (line === null ? undefined : line.map(restoredCell)));
    sheet.layers = new FormatLayers(saved.layers);
    for (const [name, zone] of saved.names) sheet.names.set(name, zone);
    sheet.marks = new LineMarks(saved);
    sheet.gridlinesHidden = saved.hidesGridlines;
    return sheet;
  }

  /** A copy under another id, without named ranges (a duplicated tab has none). */
  copy(id: string): PlainSheet {
    const copy = PlainSheet.restore({ ...this.save(), id }, this.context);
    copy.names.clear();
    return copy;
  }
}

function savedCell(cell: StoredCell): SavedCell {
  if (cell === undefined) return null;
  if (!(cell instanceof Formatted)) return cell;
  return cell.value === undefined ? { f: cell.format } : { v: cell.value, f: cell.format };
}

function restoredCell(cell: SavedCell): StoredCell {
  if (cell === null) return undefined;
  return typeof cell === 'object' ? new Formatted(cell.v, cell.f) : cell;
}
