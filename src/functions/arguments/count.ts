// Arguments that are a whole number of lines.
import { KpiError } from '../../errors';
import { type ArgumentName, argumentWords } from '../../locale/argument-words';
import { isDate, type Reader, shown, singleValue } from './given';

/** A whole number from 1 to `max`, `initial` when omitted; a number written as text is one. KpiError('argument', 'argCount') for anything else. */
export function countArgument(raw: unknown, argument: ArgumentName, initial: number, max: number, reader: Reader): number {
  const value = singleValue(raw, argument, reader.lang);
  if (value === undefined) return initial;
  const count = typeof value === 'boolean' || isDate(value) ? Number.NaN : Number(value);
  if (Number.isInteger(count) && count >= 1 && count <= max) return count;
  throw new KpiError('argument', 'argCount', { argument: argumentWords[argument][reader.lang], found: shown(value, reader), max });
}
