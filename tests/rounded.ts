// Values at the rounding of the worked example (R9); none stays none.
import { round } from '../src/money';

const rounded = (scale: number, digits: number) => (value: number | null) => (value === null ? null : round(value * scale, digits));

export const money = rounded(1, 2);
/** Of a fraction. */
export const percent = rounded(100, 2);
export const days = rounded(1, 4);
export const ratio4 = rounded(1, 4);
