// A text that is replaced as a whole, in a hidden sheet of two rows that take turns by the parity of its version: a run killed anywhere leaves
// the earlier one whole.
import { KpiError } from '../errors';
import { cellsAt, chunksOf, packedInCells, WIDTH } from './chunked-cells';
import { openFile, serviceSheet } from './file';

export interface Slot {
  readonly version: number;
  readonly cells: readonly unknown[];
}

/** The slots that hold something, the newest first: not those never written, or spoilt by people. */
export function slotsOf(name: string): Slot[] {
  const sheet = openFile().getSheetByName(name);
  if (!sheet || sheet.getMaxRows() < 2) return [];
  const rows = sheet.getRange(1, 1, 2, Math.min(WIDTH + 1, sheet.getMaxColumns())).getValues();
  const slots = rows.flatMap((cells, at) => {
    const version = Number(/^v(\d+) \d+$/.exec(String(cells[0]))?.[1] ?? 0);
    return version > 0 && rowOf(version) === at + 1 ? [{ version, cells }] : [];
  });
  return slots.sort((a, b) => b.version - a.version);
}

/** The compressed text of a slot; KpiError('data', 'storeDamaged') when it is spoilt. */
export function packedIn({ version, cells: [head, ...cells] }: Slot, name: string): string {
  return packedInCells([cells], rowOf(version), Number(String(head).split(' ')[1]), name);
}

/** Writes the text in one call; not flushed. KpiError('data', 'storeFull') when the row cannot take it: nothing is written then. */
export function writeSlot(name: string, version: number, text: string): void {
  const chunks = chunksOf(text);
  if (chunks.length > WIDTH) throw new KpiError('data', 'storeFull');
  const row = rowOf(version);
  const [cells = []] = chunks.length > 0 ? cellsAt(chunks, row) : [];
  serviceSheet(name, WIDTH + 1)
    .getRange(row, 1, 1, WIDTH + 1)
    .setValues([[`v${version} ${chunks.length}`, ...cells]]);
}

function rowOf(version: number): number {
  return (version % 2) + 1;
}
