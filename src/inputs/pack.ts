// What was typed as one text and back, so that formulas read no input sheet.
import { KpiError } from '../errors';
import type { TypedInputs } from './sheet';

/** Raised when records change shape: texts of another shape are unreadable, not misread. */
const MAGIC = 'b24inputs 1 ';

export function packInputs({ inputs, complaints }: TypedInputs): string {
  const { holidays, extraWorkdays } = inputs.calendar;
  const calendar = { holidays: [...holidays], extraWorkdays: [...extraWorkdays] };
  return MAGIC + JSON.stringify({ inputs: { ...inputs, calendar }, complaints });
}

/** KpiError('data', 'inputsUnreadable') for any text that `packInputs` did not write. */
export function unpackInputs(text: string): TypedInputs {
  if (text.startsWith(MAGIC)) {
    try {
      const { inputs, complaints } = JSON.parse(text.slice(MAGIC.length));
      const { holidays, extraWorkdays } = inputs.calendar;
      return { inputs: { ...inputs, calendar: { holidays: new Set(holidays), extraWorkdays: new Set(extraWorkdays) } }, complaints };
    } catch {
      // Cut or overwritten: told below.
    }
  }
  throw new KpiError('data', 'inputsUnreadable');
}
