// Statistics of small samples: quantiles as Sheets computes them, means, and honest intervals of shares. Empty input gives null, never 0 (R9).

/** z of a 95 % interval (R11). */
export const Z95 = 1.959964;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Quantile q (0…1) of ascending values, interpolated at (n−1)·q: PERCENTILE.INC (R10). */
export function quantileSorted(sorted: ArrayLike<number>, q: number): number | null {
  if (sorted.length === 0) return null;
  const position = (sorted.length - 1) * q;
  const below = Math.floor(position);
  const low = sorted[below] ?? 0;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (position - below);
}

/** Quantile of values in any order; the input is left as it is. */
export function quantile(values: ArrayLike<number>, q: number): number | null {
  return quantileSorted(ascending(values), q);
}

export function median(values: ArrayLike<number>): number | null {
  return quantile(values, 0.5);
}

export function mean(values: ArrayLike<number>): number | null {
  if (values.length === 0) return null;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum / values.length;
}

/** A sorted copy. */
export function ascending(values: ArrayLike<number>): Float64Array {
  return new Float64Array(values).sort();
}

/** part / whole; null when there is nothing to divide by. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Wilson interval of k of n as fractions (R11). */
export function wilson(k: number, n: number, z: number = Z95): Interval | null {
  if (n === 0) return null;
  const p = k / n;
  const spread = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / spread;
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / spread;
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

export interface Difference extends Interval {
  /** k1/n1 − k2/n2. */
  readonly value: number;
}

/** Difference of two shares with Newcombe's interval (R11). */
export function newcombe(k1: number, n1: number, k2: number, n2: number, z: number = Z95): Difference | null {
  const first = wilson(k1, n1, z);
  const second = wilson(k2, n2, z);
  if (first === null || second === null) return null;
  const p1 = k1 / n1;
  const p2 = k2 / n2;
  const value = p1 - p2;
  return {
    value,
    low: value - Math.sqrt((p1 - first.low) ** 2 + (second.high - p2) ** 2),
    high: value + Math.sqrt((first.high - p1) ** 2 + (p2 - second.low) ** 2),
  };
}
