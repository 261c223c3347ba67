// Long texts in cells of 50,000 characters: compressed, cut into marked chunks, laid out in rows of fixed width.
import { KpiError } from '../errors';
import { compressed, decompressed } from './compress';

/** Columns of the sheets that hold chunks. */
export const WIDTH = 10;
const CHUNK = 49000;
/** Each chunk begins with a letter, so that none looks like a formula (`+…`) or a number. */
const MARK = 'z';

export interface ChunkedText {
  /** Rows of WIDTH cells. */
  readonly cells: string[][];
  readonly chunks: number;
}

export function chunkedText(text: string): ChunkedText {
  const packed = compressed(text);
  const chunks: string[] = [];
  for (let at = 0; at < packed.length; at += CHUNK) chunks.push(MARK + packed.slice(at, at + CHUNK));
  const cells: string[][] = [];
  for (let at = 0; at < chunks.length; at += WIDTH) {
    const row = chunks.slice(at, at + WIDTH);
    while (row.length < WIDTH) row.push('');
    cells.push(row);
  }
  return { cells, chunks: chunks.length };
}

/** The compressed text in rows of cells; KpiError('data', 'storeDamaged') when a chunk is missing. */
export function packedInCells(cells: readonly (readonly unknown[])[], chunks: number, what: string): string {
  let packed = '';
  let left = chunks;
  for (const row of cells) {
    for (let at = 0; at < WIDTH && left > 0; at++, left--) {
      const cell = row[at];
      if (typeof cell !== 'string' || cell.charAt(0) !== MARK) throw new KpiError('data', 'storeDamaged', { what });
      packed += cell.slice(1);
    }
  }
  if (left > 0) throw new KpiError('data', 'storeDamaged', { what });
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
