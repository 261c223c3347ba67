// The argument "points": by how much a share rises, in percentage points.
import { KpiError } from '../../errors';
import { plain } from '../../matching';
import { isDate, type Reader, shown, singleValue } from './given';

const DEFAULT_POINTS = 0.1;

/**
 * A fraction (0.1 = 10 points). A number below 1 is a fraction, as a cell of 10 % holds it; from 1 on it is points. KpiError('argument',
 * 'argPoints') for what is no number, not above 0, or above 100 points.
 */
export function pointsArgument(raw: unknown, reader: Reader): number {
  const value = singleValue(raw, 'points', reader.lang);
  if (value === undefined) return DEFAULT_POINTS;
  const points = isDate(value) || typeof value === 'boolean' ? null : typeof value === 'number' ? scaled(value) : written(value);
  if (points === null || !(points > 0 && points <= 1)) throw new KpiError('argument', 'argPoints', { found: shown(value, reader) });
  return points;
}

function scaled(value: number): number {
  return value < 1 ? value : value / 100;
}

/** «10», «0,1», «+10 %», «10 п.п.», `10 points`: with a unit it is points whatever its size. */
function written(text: string): number | null {
  const match = /^\+?(\d+(?:[.,]\d+)?) ?(%|п\. ?п\.?|пп|пунктов|пункта|пункт|pp|points?|percent)?$/.exec(plain(text));
  if (!match) return null;
  const value = Number((match[1] ?? '').replace(',', '.'));
  return match[2] === undefined ? scaled(value) : value / 100;
}
