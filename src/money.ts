// Money and decimal rounding: half away from zero on the decimal value people see, not on its binary neighbour (R8, R9).

/** Binary error of a decimal after one or two operations, relative; far below any real third decimal. */
const TOLERANCE = 1e-15;

/** Rounded to `digits` decimals, half away from zero: 1.005 → 1.01, −1.005 → −1.01 (R9). Never −0. */
export function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return roundWhole(value * scale) / scale;
}

/** Minor units (kopecks) of an amount in units, rounded half away from zero (R8). */
export function minorUnits(amount: number): number {
  return roundWhole(amount * 100);
}

/** Units of an amount in minor units. */
export function units(minor: number): number {
  return minor / 100;
}

/** Σ of amounts in units, added as whole minor units: nothing is lost to binary fractions, so lines add up to their total (R8). */
export function added(amounts: readonly number[]): number {
  return units(amounts.reduce((total, amount) => total + minorUnits(amount), 0));
}

/** Amount of a deal in minor units of the base currency: opportunity × value of one unit, rounded once per deal (R8). */
export function convertedMinor(amount: number, rate: number): number {
  return roundWhole(amount * rate * 100);
}

function roundWhole(value: number): number {
  const size = Math.abs(value);
  const whole = Math.floor(size + 0.5 + size * TOLERANCE);
  return value < 0 && whole !== 0 ? -whole : whole;
}
