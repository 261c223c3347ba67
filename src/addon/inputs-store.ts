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
  return newestOf(slots())?.version ?? 0;
}

/**
 * The inputs of a version; null when nobody has typed anything (version 0). Two people may write at the same moment: then the version
 * asked for is gone, and the newer one, soon to be stamped, answers. KpiError('data', 'storeDamaged') for a damaged or missing sheet.
 */
export function storedInputs(version: number): PackedInputs | null {
  const known = slots();
  const slot = known.find((one) => one.version === version) ?? newestOf(known);
  if (slot) return { version: slot.version, packed: packedIn(slot) };
  if (version === 0) return null;
  throw new KpiError('data', 'storeDamaged', { what: INPUTS_SHEET });
}

/** Version and text of the newest inputs. The text is '' when there is none, or it cannot be read: it is written anew then. */
export function newestStored(): { readonly version: number; readonly text: string } {
  const slot = newestOf(slots());
  if (!slot) return { version: 0, text: '' };
  try {
    return { version: slot.version, text: unpackedText(packedIn(slot), INPUTS_SHEET) };
  } catch {
    return { version: slot.version, text: '' };
  }
}

/** Writes the inputs beside those of the stamped version; they hold once the stamp names theirs. KpiError('data', 'storeFull') when the row cannot take them. */
export function storeInputs(text: string, stamped: number, newest: number): void {
  const chunks = chunksOf(text);
  if (chunks.length > WIDTH) throw new KpiError('data', 'storeFull');
  const version = nextVersion(text, stamped, newest);
  const row = rowOf(version);
  const [cells = []] = chunks.length > 0 ? cellsAt(chunks, row) : [];
  const sheet = serviceSheet(INPUTS_SHEET, WIDTH + 1);
  sheet.getRange(row, 1, 1, WIDTH + 1).setValues([[`v${version} ${chunks.length}`, ...cells]]);
}

/** Caches and formulas know inputs by their version: two people who write different ones at the same moment must not give them the same. */
function nextVersion(text: string, stamped: number, newest: number): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) % 1000003;
  const version = Math.max(stamped, newest) + 1 + 2 * (sum % 500);
  return version % 2 === stamped % 2 ? version + 1 : version;
}

function rowOf(version: number): number {
  return (version % 2) + 1;
}

function newestOf(known: readonly Slot[]): Slot | undefined {
  return known.reduce<Slot | undefined>((newest, slot) => (newest && newest.version > slot.version ? newest : slot), undefined);
}

function packedIn({ version, cells: [head, ...cells] }: Slot): string {
  return packedInCells([cells], rowOf(version), Number(String(head).split(' ')[1]), INPUTS_SHEET);
}

/** The slots that hold something: not those never written, or spoilt by people. */
function slots(): Slot[] {
  const sheet = openFile().getSheetByName(INPUTS_SHEET);
  if (!sheet || sheet.getMaxRows() < 2) return [];
  const rows = sheet.getRange(1, 1, 2, Math.min(WIDTH + 1, sheet.getMaxColumns())).getValues();
  return rows.flatMap((cells, at) => {
    const version = Number(/^v(\d+) \d+$/.exec(String(cells[0]))?.[1] ?? 0);
    return version > 0 && rowOf(version) === at + 1 ? [{ version, cells }] : [];
  });
}
