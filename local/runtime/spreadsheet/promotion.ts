// How a plain sheet comes into the engine: its cells, styles and formats as a few commands that load a block of rows each.
// A page that follows the workbook draws the first block while the later ones are still on their way.
import { columnLetters } from './a1';
import { type CellAttributes, DEFAULT_ATTRIBUTES, engineStyle } from './attributes';
import type { Zone } from './contract';
import { LOAD_CELLS, type LoadedCells } from './engine/loaded-cells';
import type { EngineCommand } from './engine/plugins';
import { type EngineHost, type EngineSheet, engineContent, textFormat } from './engine-sheet';
import type { Layer } from './format-layers';
import type { PlainSheet } from './plain-sheet';
import { Formatted, type StoredCell } from './typed';
import type { Dimension } from './zones';

/** Rows of the first block: what fits a screen and a little more; the later ones are cheaper when they are bigger. */
const FIRST_ROWS = 200;
const MORE_ROWS = 800;

interface PlainContents {
  readonly sheetId: string;
  readonly cols: number;
  readonly cells: readonly (readonly StoredCell[] | undefined)[];
  readonly layers: readonly Layer[];
  /** The engine's pattern for one of Google's. */
  readonly engineFormat: (pattern: string) => string;
}

/** Commands that load everything but notes, sizes and the like, top to bottom. */
export function loadCommands(contents: PlainContents): EngineCommand[] {
  const layers = contents.layers.filter((layer) => layer.name !== 'fontFamily');
  const bottom = layers.reduce((lowest, { zone }) => Math.max(lowest, zone.bottom), contents.cells.length - 1);
  const commands: EngineCommand[] = [];
  for (let top = 0; top <= bottom; ) {
    const last = Math.min(bottom, top + (top === 0 ? FIRST_ROWS : MORE_ROWS) - 1);
    commands.push({ type: LOAD_CELLS, data: block(contents, layers, top, last) });
    top = last + 1;
  }
  return commands;
}

function block(contents: PlainContents, layers: readonly Layer[], top: number, bottom: number): LoadedCells {
  const styles = new Numbered();
  const formats = new Numbered();
  const cells: Record<string, string> = {};
  const styleZones: Record<string, number> = {};
  const formatZones: Record<string, number> = {};
  for (let col = 0; col < contents.cols; col++) {
    const letters = columnLetters(col);
    const mine = layers.filter(({ zone }) => zone.left <= col && col <= zone.right && zone.top <= bottom && zone.bottom >= top);
    const styleRuns = new Runs(letters, styleZones);
    const formatRuns = new Runs(letters, formatZones);
    for (let row = top; row <= bottom; row++) {
      const stored = contents.cells[row]?.[col];
      const value = stored instanceof Formatted ? stored.value : stored;
      const { style, pattern } = look(mine, row);
      styleRuns.add(row, style === '' ? 0 : styles.number(style));
      const format = contents.engineFormat(pattern ?? (stored instanceof Formatted ? stored.format : ''));
      const content = engineContent(value, format === '@');
      if (content !== '') cells[`${letters}${row + 1}`] = content;
      formatRuns.add(row, format === '' ? 0 : formats.number(format === '@' ? textFormat(value) : format));
    }
    styleRuns.end();
    formatRuns.end();
  }
  return {
    sheets: [{ id: contents.sheetId, cells, styles: styleZones, formats: formatZones }],
    styles: styles.table((text) => JSON.parse(text) as object),
    formats: formats.table((text) => text),
  };
}

/** What the layers make of a row's cell: later ones lie on top. */
function look(layers: readonly Layer[], row: number): { style: string; pattern: string | undefined } {
  let pattern: string | undefined;
  let change: Partial<Record<keyof CellAttributes, unknown>> | undefined;
  for (const { zone, name, value } of layers) {
    if (row < zone.top || row > zone.bottom) continue;
    if (name === 'numberFormat') pattern = value as string;
    else change = { ...change, [name]: value };
  }
  if (change === undefined) return { style: '', pattern };
  for (const [name, value] of Object.entries(change))
    if (value === DEFAULT_ATTRIBUTES[name as keyof CellAttributes]) delete change[name as keyof CellAttributes];
  const style = JSON.stringify(engineStyle(change as Partial<CellAttributes>));
  return { style: style === '{}' ? '' : style, pattern };
}

/** Texts numbered from 1 in the order they come. */
class Numbered {
  private readonly numbers = new Map<string, number>();

  number(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size + 1);
    return this.numbers.size;
  }

  table<T>(read: (text: string) => T): Record<number, T> {
    return Object.fromEntries([...this.numbers].map(([text, number]) => [number, read(text)]));
  }
}

/** Equal neighbours of a column as zones. */
class Runs {
  private from = 0;
  private to = -1;
  private number = 0;

  constructor(
    private readonly letters: string,
    private readonly zones: Record<string, number>,
  ) {}

  add(row: number, number: number): void {
    if (number !== this.number) {
      this.end();
      this.from = row;
      this.number = number;
    }
    this.to = row;
  }

  end(): void {
    if (this.number === 0 || this.to < this.from) return;
    const first = `${this.letters}${this.from + 1}`;
    this.zones[this.from === this.to ? first : `${first}:${this.letters}${this.to + 1}`] = this.number;
  }
}

/** Moves a plain sheet into the engine: a formula wants to read it, or a page to show it. */
export function promoted(plain: PlainSheet, store: EngineSheet, parts: { readonly host: EngineHost; readonly define: Define }): void {
  const { host, define } = parts;
  const sheetId = plain.id;
  const sheetName = host.getters.getSheetName(sheetId);
  const grow = (dimension: Dimension, quantity: number): EngineCommand[] =>
    quantity > 0 ? [{ type: 'ADD_COLUMNS_ROWS', sheetId, sheetName, dimension, base: 0, position: 'after', quantity }] : [];
  // In one step: whenever a grid grows, the engine calculates the whole file again.
  for (const command of [...grow('ROW', plain.rows - 1), ...grow('COL', plain.cols - 1)]) host.defer(command);
  host.settle();
  const { cells, layers, notes, sizes, hidden } = plain.contents();
  for (const { zone, name, value } of layers) if (name === 'fontFamily') store.format(zone, { fontFamily: String(value) });
  for (const dimension of ['ROW', 'COL'] as const) if (plain.frozen(dimension) > 0) store.freeze(dimension, plain.frozen(dimension));
  // Columns nobody sized too: the engine's own width is another than Google's.
  const widths = Array.from({ length: plain.cols }, (_, index) => ({ dimension: 'COL' as const, index, pixels: plain.size('COL', index) }));
  const heights = sizes.filter(({ dimension }) => dimension === 'ROW');
  for (const [pixels, lines] of grouped(widths, ({ pixels }) => pixels)) store.setSize('COL', indexes(lines), pixels);
  for (const [pixels, lines] of grouped(heights, ({ pixels }) => pixels)) store.setSize('ROW', indexes(lines), pixels);
  const engineFormat = (pattern: string): string => (pattern === '' ? '' : host.formats.engine(pattern));
  for (const command of loadCommands({ sheetId, cols: plain.cols, cells, layers, engineFormat })) host.apply(command);
  if (notes.length > 0) store.setNotes(notes);
  for (const [dimension, lines] of grouped(hidden, (line) => line.dimension)) store.setHidden(dimension, indexes(lines), true);
  if (plain.hidesGridlines()) store.setHidesGridlines(true);
  // Ranges are made when the sheet has its size: the engine cuts a range at the grid.
  host.settle();
  for (const [name, zone] of plain.names) define(name, sheetId, zone);
  host.settle();
}

const indexes = (lines: readonly { readonly index: number }[]): number[] => lines.map(({ index }) => index);

/** Lines that need the same command go into one: a sheet may hide tens of thousands. */
function grouped<T, Key>(lines: readonly T[], keyOf: (line: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return groups;
}

/** Defines a named range in the engine. */
type Define = (name: string, sheetId: string, zone: Zone) => void;
