// What people typed, read once and packed into a hidden sheet (D4): custom functions never read the input sheets themselves. Two rows, one for the
// stamped version and one for the next, taken by the parity of the version: a run killed anywhere leaves the stamped one whole.
import { KpiError } from '../errors';
import { cellsAt, chunksOf, packedInCells, unpackedText, WIDTH } from './chunked-cells';
import { openFile, serviceSheet } from './file';

const INPUTS_SHEET = '_b24_inputs';

interface Slot {
  readonly version: number;
  readonly cells: readonly unknown[];
}

/** Compressed inputs with the version they are. */
export interface PackedInputs {
  readonly version: number;
  readonly packed: string;
}

/** The greatest version ever written and not lost; 0 = none. */
export function newestInputs(): number {
  return Math.max(0, ...slots().map(({ version }) => version));
}

/**
 * The inputs of a version; null when nobody has typed anything (version 0). Two people may write at the same moment: then the version
 * asked for is gone, and the newer one, soon to be stamped, answers. KpiError('data', 'storeDamaged') for a damaged or missing sheet.
 */
export function storedInputs(version: number): PackedInputs | null {
  const known = slots();
  const slot = known.find((one) => one.version === version) ?? known.sort((a, b) => b.version - a.version)[0];
  if (!slot || slot.version === 0) {
    if (version === 0) return null;
    throw new KpiError('data', 'storeDamaged', { what: INPUTS_SHEET });
  }
  const [head, ...cells] = slot.cells;
  const packed = packedInCells([cells], rowOf(slot.version), Number(String(head).split(' ')[1]), INPUTS_SHEET);
  return { version: slot.version, packed };
}

/** The text of the newest inputs; '' when there is none, or it cannot be read: it is written anew then. */
export function newestText(): string {
  try {
    const found = storedInputs(newestInputs());
    return found ? unpackedText(found.packed, INPUTS_SHEET) : '';
  } catch {
    return '';
  }
}

/** Writes the inputs beside those of the stamped version; they hold once the stamp names theirs. KpiError('data', 'storeFull') when the row cannot take them. */
export function storeInputs(text: string, stamped: number): void {
  const chunks = chunksOf(text);
  if (chunks.length > WIDTH) throw new KpiError('data', 'storeFull');
  const version = nextVersion(text, stamped);
  const row = rowOf(version);
  const [cells = []] = chunks.length > 0 ? cellsAt(chunks, row) : [];
  const sheet = serviceSheet(INPUTS_SHEET, WIDTH + 1);
  sheet.getRange(row, 1, 1, WIDTH + 1).setValues([[`v${version} ${chunks.length}`, ...cells]]);
}

/** Caches and formulas know inputs by their version: two people who write different ones at the same moment must not give them the same. */
function nextVersion(text: string, stamped: number): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) % 1000003;
  const version = Math.max(stamped, newestInputs()) + 1 + 2 * (sum % 500);
  return version % 2 === stamped % 2 ? version + 1 : version;
}

function rowOf(version: number): number {
  return (version % 2) + 1;
}

/** Both slots; one that was never written, or that people spoilt, has version 0. */
function slots(): Slot[] {
  const sheet = openFile().getSheetByName(INPUTS_SHEET);
  if (!sheet || sheet.getMaxRows() < 2) return [];
  const rows = sheet.getRange(1, 1, 2, Math.min(WIDTH + 1, sheet.getMaxColumns())).getValues();
  return rows.map((cells, at) => {
    const version = Number(/^v(\d+) \d+$/.exec(String(cells[0]))?.[1] ?? 0);
    return { version: rowOf(version) === at + 1 ? version : 0, cells };
  });
}
