// What people typed, read once and packed into a hidden sheet (D4): custom functions never read the input sheets themselves. Two rows, one for the
// stamped version and one for the next: a run killed anywhere leaves the stamped one whole.
import { KpiError } from '../errors';
import { unpackedText } from './chunked-cells';
import { packedIn, slotsOf, writeSlot } from './two-slots';

const INPUTS_SHEET = '_b24_inputs';

/** Compressed inputs with the version they are. */
export interface PackedInputs {
  readonly version: number;
  readonly packed: string;
}

/** The greatest version ever written and not lost; 0 = none. */
export function newestInputs(): number {
  return slotsOf(INPUTS_SHEET)[0]?.version ?? 0;
}

/**
 * The inputs of a version; null when nobody has typed anything (version 0). Two people may write at the same moment: then the version
 * asked for is gone, and the newer one, soon to be stamped, answers. KpiError('data', 'storeDamaged') for a damaged or missing sheet.
 */
export function storedInputs(version: number): PackedInputs | null {
  const known = slotsOf(INPUTS_SHEET);
  const slot = known.find((one) => one.version === version) ?? known[0];
  if (slot) return { version: slot.version, packed: packedIn(slot, INPUTS_SHEET) };
  if (version === 0) return null;
  throw new KpiError('data', 'storeDamaged', { what: INPUTS_SHEET });
}

/** Version and text of the newest inputs. The text is '' when there is none, or it cannot be read: it is written anew then. */
export function newestStored(): { readonly version: number; readonly text: string } {
  const [slot] = slotsOf(INPUTS_SHEET);
  if (!slot) return { version: 0, text: '' };
  try {
    return { version: slot.version, text: unpackedText(packedIn(slot, INPUTS_SHEET), INPUTS_SHEET) };
  } catch {
    return { version: slot.version, text: '' };
  }
}

/** Writes the inputs beside those of the stamped version; they hold once the stamp names theirs. KpiError('data', 'storeFull') when the row cannot take them. */
export function storeInputs(text: string, stamped: number, newest: number): void {
  writeSlot(INPUTS_SHEET, nextVersion(text, stamped, newest), text);
}

/** Caches and formulas know inputs by their version: two people who write different ones at the same moment must not give them the same. */
function nextVersion(text: string, stamped: number, newest: number): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) % 1000003;
  const version = Math.max(stamped, newest) + 1 + 2 * (sum % 500);
  return version % 2 === stamped % 2 ? version + 1 : version;
}
