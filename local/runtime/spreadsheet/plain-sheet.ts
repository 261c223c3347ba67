// A sheet of plain values outside the engine: rows of typed cells and a short list of formatting layers. A million cells fit
// easily; there are no formulas here, a formula moves the sheet into the engine.
import { type AttributeChange, type CellAttributes, DEFAULT_ATTRIBUTES } from './attributes';
import type { CellValue, Zone } from './contract';
import { isDateFormat } from './number-format';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT, type SheetStore, type StoreContext } from './sheet-store';
import { Formatted, Formula, type StoredCell, type TypedCell } from './typed';
import { serialToDate } from './zone-time';
import { type Dimension, hasCell, zoneAfterInsert, zoneAfterRemove, zoneContains, zonesOverlap, zoneWithInherited } from './zones';

type AttributeName = keyof CellAttributes;

/** One attribute over a zone; later layers lie on top of earlier ones. */
export interface Layer {
  readonly zone: Zone;
  readonly name: AttributeName;
  readonly value: CellAttributes[AttributeName];
}

type SavedCell = string | number | boolean | null | { readonly v?: string | number | boolean; readonly f: string };

/** JSON-able. */
export interface SavedPlainSheet {
  readonly id: string;
  readonly rows: number;
  readonly cols: number;
  readonly cells: readonly (readonly SavedCell[] | null)[];
  readonly layers: readonly Layer[];
  readonly notes: readonly (readonly [string, string])[];
  readonly names: readonly (readonly [string, Zone])[];
  readonly sizes: readonly (readonly [string, number])[];
  readonly hidden: readonly string[];
  readonly frozen: { readonly ROW: number; readonly COL: number };
  readonly hidesGridlines: boolean;
}

export class PlainSheet implements SheetStore {
  readonly kind = 'plain';
  private cells: (StoredCell[] | undefined)[] = [];
  private layers: Layer[] = [];
  private notes = new Map<string, string>();
  /** Named ranges of this sheet; the engine takes them over with the sheet. */
  readonly names = new Map<string, Zone>();
  private sizes = new Map<string, number>();
  private hiddenLines = new Set<string>();
  private frozenLines = { ROW: 0, COL: 0 };
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
    const layered = this.layered('numberFormat', row, col);
    if (!(stored instanceof Formatted)) return { value: stored, format: layered ?? '' };
    return { value: stored.value, format: layered ?? stored.format };
  }

  private layered<K extends AttributeName>(name: K, row: number, col: number): CellAttributes[K] | undefined {
    for (let index = this.layers.length - 1; index >= 0; index--) {
      const layer = this.layers[index];
      if (layer?.name === name && hasCell(layer.zone, row, col)) return layer.value as CellAttributes[K];
    }
    return undefined;
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
    // Only layers that touch the zone matter: reading a whole raw sheet must not search all of them for every cell.
    const layers = this.layers.filter((layer) => layer.name === 'numberFormat' && zonesOverlap(layer.zone, zone)).reverse();
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
    for (const layer of this.layers) if (layer.name !== 'numberFormat' && hasCell(layer.zone, row, col)) found[layer.name] = layer.value;
    return found as unknown as CellAttributes;
  }

  plainText(row: number, col: number): boolean {
    return this.layers.length > 0 && this.layered('numberFormat', row, col) === '@';
  }

  format(zone: Zone, change: AttributeChange): void {
    for (const [key, value] of Object.entries(change)) {
      const name = key as AttributeName;
      // What a new layer covers completely can never be seen again.
      this.layers = this.layers.filter((layer) => layer.name !== name || !zoneContains(zone, layer.zone));
      const layer = { zone, name, value: value ?? DEFAULT_ATTRIBUTES[name] };
      const previous = this.layers[this.layers.length - 1];
      const joined = previous === undefined ? undefined : joinedLayer(previous, layer);
      if (joined) this.layers[this.layers.length - 1] = joined;
      else this.layers.push(layer);
    }
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
    this.layers = this.layers.filter((layer) => !zoneContains(zone, layer.zone));
    for (const name of new Set(this.layers.filter((layer) => zonesOverlap(layer.zone, zone)).map((layer) => layer.name))) {
      this.format(zone, { [name]: undefined });
    }
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
    const inherit = at === 0 ? 'after' : like;
    this.moveZones(
      (zone) => zoneAfterInsert(zone, dimension, at, count),
      (zone) =>
        zoneWithInherited(zoneAfterInsert(zone, dimension, at, count), dimension, inherit === 'before' ? at : at + count, count, inherit),
    );
    this.moveLines(dimension, (line) => (line >= at ? line + count : line));
    if (at < this.frozenLines[dimension]) this.frozenLines[dimension] += count;
  }

  remove(dimension: Dimension, at: number, count: number): void {
    if (dimension === 'ROW') {
      this.cells.splice(at, count);
      this.rows -= count;
    } else {
      for (const line of this.cells) line?.splice(at, count);
      this.cols -= count;
    }
    this.moveZones((zone) => zoneAfterRemove(zone, dimension, at, count));
    this.moveLines(dimension, (line) => (line < at ? line : line < at + count ? undefined : line - count));
    const frozen = this.frozenLines[dimension];
    if (at < frozen) this.frozenLines[dimension] = Math.max(at, frozen - count);
  }

  private moveZones(move: (zone: Zone) => Zone | undefined, moveLayer = move): void {
    this.layers = this.layers.flatMap((layer) => {
      const zone = moveLayer(layer.zone);
      return zone ? [{ ...layer, zone }] : [];
    });
    for (const [name, zone] of [...this.names]) {
      const moved = move(zone);
      if (moved) this.names.set(name, moved);
      else this.names.delete(name);
    }
  }

  private moveLines(dimension: Dimension, move: (line: number) => number | undefined): void {
    const notes = new Map<string, string>();
    for (const [key, text] of this.notes) {
      const [row = 0, col = 0] = key.split(',').map(Number);
      const line = move(dimension === 'ROW' ? row : col);
      if (line !== undefined) notes.set(dimension === 'ROW' ? `${line},${col}` : `${row},${line}`, text);
    }
    this.notes = notes;
    const moveKey = (key: string): string | undefined => {
      const [of, line] = key.split(' ');
      if (of !== dimension) return key;
      const moved = move(Number(line));
      return moved === undefined ? undefined : `${of} ${moved}`;
    };
    const sizes = new Map<string, number>();
    for (const [key, size] of this.sizes) {
      const moved = moveKey(key);
      if (moved !== undefined) sizes.set(moved, size);
    }
    this.sizes = sizes;
    this.hiddenLines = new Set([...this.hiddenLines].map(moveKey).filter((key) => key !== undefined));
  }

  note(row: number, col: number): string {
    return this.notes.get(`${row},${col}`) ?? '';
  }

  setNotes(notes: readonly { row: number; col: number; text: string }[]): void {
    for (const { row, col, text } of notes) {
      if (text === '') this.notes.delete(`${row},${col}`);
      else this.notes.set(`${row},${col}`, text);
    }
  }

  size(dimension: Dimension, index: number): number {
    return this.sizes.get(`${dimension} ${index}`) ?? (dimension === 'COL' ? DEFAULT_COLUMN_WIDTH : DEFAULT_ROW_HEIGHT);
  }

  setSize(dimension: Dimension, indexes: readonly number[], pixels: number): void {
    for (const index of indexes) this.sizes.set(`${dimension} ${index}`, pixels);
  }

  frozen(dimension: Dimension): number {
    return this.frozenLines[dimension];
  }

  freeze(dimension: Dimension, count: number): void {
    this.frozenLines[dimension] = count;
  }

  isHidden(dimension: Dimension, index: number): boolean {
    return this.hiddenLines.has(`${dimension} ${index}`);
  }

  setHidden(dimension: Dimension, indexes: readonly number[], hidden: boolean): void {
    for (const index of indexes) {
      if (hidden) this.hiddenLines.add(`${dimension} ${index}`);
      else this.hiddenLines.delete(`${dimension} ${index}`);
    }
  }

  hidesGridlines(): boolean {
    return this.gridlinesHidden;
  }

  setHidesGridlines(hidden: boolean): void {
    this.gridlinesHidden = hidden;
  }

  /** Everything the engine must be told when the sheet moves there. */
  contents(): {
    readonly cells: readonly (readonly StoredCell[] | undefined)[];
    readonly layers: readonly Layer[];
    readonly notes: readonly { row: number; col: number; text: string }[];
    readonly sizes: readonly { dimension: Dimension; index: number; pixels: number }[];
    readonly hidden: readonly { dimension: Dimension; index: number }[];
  } {
    const line = (key: string) => {
      const [dimension, index] = key.split(' ');
      return { dimension: dimension as Dimension, index: Number(index) };
    };
    return {
      cells: this.cells,
      layers: this.layers,
      notes: [...this.notes].map(([key, text]) => {
        const [row = 0, col = 0] = key.split(',').map(Number);
        return { row, col, text };
      }),
      sizes: [...this.sizes].map(([key, pixels]) => ({ ...line(key), pixels })),
      hidden: [...this.hiddenLines].map(line),
    };
  }

  save(): SavedPlainSheet {
    return {
      id: this.id,
      rows: this.rows,
      cols: this.cols,
      cells: Array.from(this.cells, (line) => (line === undefined ? null : Array.from(line, savedCell))),
      layers: this.layers,
      notes: [...this.notes],
      names: [...this.names],
      sizes: [...this.sizes],
      hidden: [...this.hiddenLines],
      frozen: { ...this.frozenLines },
      hidesGridlines: this.gridlinesHidden,
    };
  }

  static restore(saved: SavedPlainSheet, context: StoreContext): PlainSheet {
    const sheet = new PlainSheet(saved.id, saved.rows, saved.cols, context);
    sheet.cells = saved.cells.map((line) => (line === null ? undefined : line.map(restoredCell)));
    sheet.layers = [...saved.layers];
    sheet.notes = new Map(saved.notes);
    for (const [name, zone] of saved.names) sheet.names.set(name, zone);
    sheet.sizes = new Map(saved.sizes);
    sheet.hiddenLines = new Set(saved.hidden);
    sheet.frozenLines = { ...saved.frozen };
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

function joinedLayer(previous: Layer, next: Layer): Layer | undefined {
  if (previous.name !== next.name || previous.value !== next.value) return undefined;
  const [a, b] = [previous.zone, next.zone];
  if (a.left === b.left && a.right === b.right && b.top === a.bottom + 1) return { ...previous, zone: { ...a, bottom: b.bottom } };
  if (a.top === b.top && a.bottom === b.bottom && b.left === a.right + 1) return { ...previous, zone: { ...a, right: b.right } };
  return undefined;
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
