// The only source of chance in the demo data: small seeded streams (mulberry32), so the same seed always gives the same company.

/** A stream of chance; every draw moves it forward. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, size). */
  int(size: number): number;
  /** A number in [low, high). */
  between(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One element of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** A log-normal number with this median; `sigma` is the spread of its logarithm. */
  logNormal(median: number, sigma: number): number;
}

/** A stream of its own for each name, so that one more draw in one place does not reshuffle the others. */
export function randomStream(seed: number, name: string): Random {
  let state = seed >>> 0;
  for (let at = 0; at < name.length; at++) state = Math.imul(state ^ name.charCodeAt(at), 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (size: number): number => Math.floor(next() * size);
  return {
    next,
    int,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    pick: (list) => {
      const found = list[int(list.length)];
      if (found === undefined) throw new Error('The demo data cannot pick from an empty list.');
      return found;
    },
    logNormal: (median, sigma) => median * Math.exp(sigma * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
  };
}

/** Running sums of weights, for `weightedIndex`. */
export function runningSums(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return sum;
  });
}

/** The index of a weight chosen in proportion; `sums` come from `runningSums`. */
export function weightedIndex(random: Random, sums: readonly number[]): number {
  const aim = random.next() * (sums[sums.length - 1] ?? 0);
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > aim) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Up to `count` different elements, in the order drawn. */
export function sample<T>(random: Random, list: readonly T[], count: number): T[] {
  const rest = [...list];
  const drawn: T[] = [];
  while (drawn.length < count && rest.length > 0) {
    const at = random.int(rest.length);
    const last = rest.pop();
    const found = at < rest.length ? rest[at] : last;
    if (found === undefined || last === undefined) break;
    if (at < rest.length) rest[at] = last;
    drawn.push(found);
  }
  return drawn;
}
