// Short hashes that tell whether what a row shows has changed. 30 bits: of a billion changes one goes unnoticed, until its row changes again.
import type { RawCell } from './sheet';

/** 30 bits of a text (FNV-1a). */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}

/** 30 bits of a row: equal cells in the same order give the same; a number and its digits differ. */
export function rowHash(cells: readonly RawCell[]): number {
  let text = '';
  for (const cell of cells)
    text += `${typeof cell === 'object' ? JSON.stringify(cell) : typeof cell === 'string' ? cell : `#${cell}`}\u0001`;
  return textHash(text);
}
