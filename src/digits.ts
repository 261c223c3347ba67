// Whole numbers as short ASCII text: 5 bits a character, low ones first, '0'…'O' end a number and 'P'…'o' continue it.
// '.' stands for the column's most frequent value, '~' for NaN. Knows nothing of columns and tables.

/** How one run of numbers is written; kept beside the text, needed to read it. */
export interface DigitsPlan {
  /** same: every value is `common`, no text. delta: differences to the previous number. offset: distances from `base`. */
  readonly how: 'same' | 'delta' | 'offset';
  readonly base: number;
  /** Value written as '.'; null = none. */
  readonly common: number | null;
}

export interface Digits extends DigitsPlan {
  readonly text: string;
}

/** Largest size of a number that differences keep exact. */
export const DIGITS_LIMIT = 2 ** 50;

const ZERO = 48;
const COMMON = 46;
const NAN = 126;

/** The shortest of the ways to write whole numbers (or NaN) not larger than `DIGITS_LIMIT`. */
export function writeDigits(values: ArrayLike<number>): Digits {
  const common = mostFrequent(values);
  let same = values.length > 0 && common !== null;
  let base = Number.POSITIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (value === common) continue;
    same = false;
    if (value < base) base = value;
  }
  if (same) return { how: 'same', base: 0, common, text: '' };
  if (base === Number.POSITIVE_INFINITY) base = 0;
  const delta = writeAll(values, 'delta', 0, common);
  const offset = writeAll(values, 'offset', base, common);
  return delta.length < offset.length ? { how: 'delta', base: 0, common, text: delta } : { how: 'offset', base, common, text: offset };
}

/** Reads `out.length` numbers from text[start…end); false when the text is not exactly that many numbers. */
export function readDigits(text: string, start: number, end: number, plan: DigitsPlan, out: Int32Array | Float64Array): boolean {
  const common = plan.common ?? 0;
  if (plan.how === 'same') {
    out.fill(common);
    return start === end;
  }
  const isDelta = plan.how === 'delta';
  const base = plan.base;
  let previous = 0;
  let at = start;
  for (let i = 0; i < out.length; i++) {
    if (at >= end) return false;
    let code = text.charCodeAt(at++);
    if (code === COMMON) {
      out[i] = common;
      continue;
    }
    if (code === NAN) {
      out[i] = Number.NaN;
      continue;
    }
    let digit = code - ZERO;
    let number = 0;
    let weight = 1;
    while (digit >= 32) {
      if (digit > 63 || at >= end) return false;
      number += (digit - 32) * weight;
      weight *= 32;
      code = text.charCodeAt(at++);
      digit = code - ZERO;
    }
    if (digit < 0) return false;
    number += digit * weight;
    if (isDelta) {
      previous += number % 2 === 0 ? number / 2 : -(number + 1) / 2;
      out[i] = previous;
    } else out[i] = base + number;
  }
  return at === end;
}

/** ASCII codes as text, in pieces that fit a call's arguments. */
export function asciiText(codes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += 8192) text += String.fromCharCode(...codes.subarray(at, at + 8192));
  return text;
}

function writeAll(values: ArrayLike<number>, how: 'delta' | 'offset', base: number, common: number | null): string {
  let codes = new Uint8Array(values.length * 3 + 16);
  let length = 0;
  let previous = 0;
  for (let i = 0; i < values.length; i++) {
    // A number takes at most 11 characters.
    if (length + 12 > codes.length) {
      const longer = new Uint8Array(codes.length * 2);
      longer.set(codes);
      codes = longer;
    }
    const value = values[i] ?? 0;
    if (value === common) codes[length++] = COMMON;
    else if (Number.isNaN(value)) codes[length++] = NAN;
    else {
      const step = value - previous;
      let number = how === 'offset' ? value - base : step < 0 ? -2 * step - 1 : 2 * step;
      previous = value;
      while (number >= 32) {
        codes[length++] = ZERO + 32 + (number % 32);
        number = Math.floor(number / 32);
      }
      codes[length++] = ZERO + number;
    }
  }
  return asciiText(codes.subarray(0, length));
}

function mostFrequent(values: ArrayLike<number>): number | null {
  const counts = new Map<number, number>();
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (!Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  let best: number | null = null;
  // A value seen once is worth the escape only when it is the whole column.
  let most = values.length === 1 ? 0 : 1;
  for (const [value, count] of counts) {
    if (count <= most) continue;
    best = value;
    most = count;
  }
  return best;
}
