// Long texts in cells of 50,000 characters: compressed, cut into marked chunks, laid out in rows of fixed width. Every chunk says where
// it stands, so that rows that were sorted, moved or deleted by hand are noticed instead of read as something else.
import { KpiError } from '../errors';
import { compressed, decompressed } from './compress';

/** Columns of the sheets that hold chunks. */
export const WIDTH = 10;
/** Characters of a chunk: a cell holds 50,000. */
export const CHUNK = 49000;

/** The text compressed and cut. */
export function chunksOf(text: string): string[] {
  const packed = compressed(text);
  const chunks: string[] = [];
  for (let at = 0; at < packed.length; at += CHUNK) chunks.push(packed.slice(at, at + CHUNK));
  return chunks;
}

/** Rows that so many chunks take. */
export function rowsFor(chunks: number): number {
  return Math.ceil(chunks / WIDTH);
}

/** The chunks in rows of WIDTH cells that will stand from `row` (1-based) on. */
export function cellsAt(chunks: readonly string[], row: number): string[][] {
  const cells: string[][] = [];
  for (let at = 0; at < chunks.length; at += WIDTH) {
    const line = chunks.slice(at, at + WIDTH).map((chunk, column) => mark(row + at / WIDTH, column) + chunk);
    while (line.length < WIDTH) line.push('');
    cells.push(line);
  }
  return cells;
}

/** The compressed text in cells read from `row` on; KpiError('data', 'storeDamaged') when a chunk is missing or stands elsewhere. */
export function packedInCells(cells: readonly (readonly unknown[])[], row: number, chunks: number, what: string): string {
  let packed = '';
  for (let at = 0; at < chunks; at++) {
    const down = Math.floor(at / WIDTH);
    const cell = cells[down]?.[at % WIDTH];
    const expected = mark(row + down, at % WIDTH);
    if (typeof cell !== 'string' || !cell.startsWith(expected)) throw new KpiError('data', 'storeDamaged', { what });
    packed += cell.slice(expected.length);
  }
  return packed;
}

/** `decompressed` with a readable error. */
export function unpackedText(packed: string, what: string): string {
  try {
    return decompressed(packed);
  } catch {
    throw new KpiError('data', 'storeDamaged', { what });
  }
}

/** How many chunks the row holds from its first cell on. */
export function chunksInRow(row: readonly unknown[]): number {
  let count = 0;
  while (count < WIDTH && typeof row[count] === 'string' && row[count] !== '') count++;
  return count;
}

/** Begins with a letter: no chunk looks like a formula (`+…`) or a number. */
function mark(row: number, column: number): string {
  return `z${row}.${column}:`;
}
