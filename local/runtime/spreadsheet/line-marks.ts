// What hangs on the rows and columns of a plain sheet: notes, sizes, hidden lines, the frozen part. All of it moves with inserted and deleted lines.
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT } from './sheet-store';
import type { Dimension } from './zones';

/** JSON-able. */
export interface SavedLineMarks {
  readonly notes: readonly (readonly [string, string])[];
  readonly sizes: readonly (readonly [string, number])[];
  readonly hidden: readonly string[];
  readonly frozen: { readonly ROW: number; readonly COL: number };
}

type MovedLine = (line: number) => number | undefined;

export class LineMarks {
  /** By `row,col`. */
  private noteTexts: Map<string, string>;
  /** By `ROW 3` or `COL 3`, as hidden lines are. */
  private pixels: Map<string, number>;
  private hiddenLines: Set<string>;
  private frozenLines: { ROW: number; COL: number };

  constructor(saved?: SavedLineMarks) {
    this.noteTexts = new Map(saved?.notes);
    this.pixels = new Map(saved?.sizes);
    this.hiddenLines = new Set(saved?.hidden);
    this.frozenLines = { ROW: 0, COL: 0, ...saved?.frozen };
  }

  insert(dimension: Dimension, at: number, count: number): void {
    this.move(dimension, (line) => (line >= at ? line + count : line));
    if (at < this.frozenLines[dimension]) this.frozenLines[dimension] += count;
  }

  remove(dimension: Dimension, at: number, count: number): void {
    this.move(dimension, (line) => (line < at ? line : line < at + count ? undefined : line - count));
    const frozen = this.frozenLines[dimension];
    if (at < frozen) this.frozenLines[dimension] = Math.max(at, frozen - count);
  }

  private move(dimension: Dimension, moved: MovedLine): void {
    const notes = new Map<string, string>();
    for (const [key, text] of this.noteTexts) {
      const [row = 0, col = 0] = key.split(',').map(Number);
      const line = moved(dimension === 'ROW' ? row : col);
      if (line !== undefined) notes.set(dimension === 'ROW' ? `${line},${col}` : `${row},${line}`, text);
    }
    this.noteTexts = notes;
    const movedKey = (key: string): string | undefined => {
      const [of, line] = key.split(' ');
      if (of !== dimension) return key;
      const place = moved(Number(line));
      return place === undefined ? undefined : `${of} ${place}`;
    };
    const sizes = new Map<string, number>();
    for (const [key, size] of this.pixels) {
      const place = movedKey(key);
      if (place !== undefined) sizes.set(place, size);
    }
    this.pixels = sizes;
    this.hiddenLines = new Set([...this.hiddenLines].map(movedKey).filter((key) => key !== undefined));
  }

  note(row: number, col: number): string {
    return this.noteTexts.get(`${row},${col}`) ?? '';
  }

  /** An empty text removes a note. */
  setNotes(notes: readonly { row: number; col: number; text: string }[]): void {
    for (const { row, col, text } of notes) {
      if (text === '') this.noteTexts.delete(`${row},${col}`);
      else this.noteTexts.set(`${row},${col}`, text);
    }
  }

  size(dimension: Dimension, index: number): number {
    return this.pixels.get(`${dimension} ${index}`) ?? (dimension === 'COL' ? DEFAULT_COLUMN_WIDTH : DEFAULT_ROW_HEIGHT);
  }

  setSize(dimension: Dimension, indexes: readonly number[], pixels: number): void {
    for (const index of indexes) this.pixels.set(`${dimension} ${index}`, pixels);
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

  notes(): { row: number; col: number; text: string }[] {
    return [...this.noteTexts].map(([key, text]) => {
      const [row = 0, col = 0] = key.split(',').map(Number);
      return { row, col, text };
    });
  }

  sizes(): { dimension: Dimension; index: number; pixels: number }[] {
    return [...this.pixels].map(([key, pixels]) => ({ ...lineOf(key), pixels }));
  }

  hidden(): { dimension: Dimension; index: number }[] {
    return [...this.hiddenLines].map(lineOf);
  }

  save(): SavedLineMarks {
    return { notes: [...this.noteTexts], sizes: [...this.pixels], hidden: [...this.hiddenLines], frozen: { ...this.frozenLines } };
  }
}

function lineOf(key: string): { dimension: Dimension; index: number } {
  const [dimension, index] = key.split(' ');
  return { dimension: dimension as Dimension, index: Number(index) };
}
