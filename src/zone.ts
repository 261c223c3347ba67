// A time zone as data: the moments when its offset from UTC changes. Pure code needs no Intl; the edge probes the platform once.

/** `from[i]` (unix seconds, ascending, from[0] = -Infinity as Number.MIN_SAFE_INTEGER) is where `offset[i]` (seconds east of UTC) begins. */
export interface Zone {
  readonly name: string;
  readonly from: readonly number[];
  readonly offset: readonly number[];
}

/** Seconds east of UTC at an instant (unix seconds). */
export function offsetAt(zone: Zone, instant: number): number {
  let low = 0;
  let high = zone.from.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((zone.from[middle] ?? 0) <= instant) low = middle;
    else high = middle - 1;
  }
  return zone.offset[low] ?? 0;
}

/** The zone found by probing: `probe` answers the offset (seconds) at an instant; changes between `start` and `end` are bisected to the second. */
export function probedZone(name: string, start: number, end: number, probe: (instant: number) => number): Zone {
  const step = 7 * 86400;
  const from = [Number.MIN_SAFE_INTEGER];
  const offset = [probe(start)];
  for (let at = start; at < end; at += step) {
    const next = Math.min(at + step, end);
    const after = probe(next);
    if (after === offset[offset.length - 1]) continue;
    let low = at;
    let high = next;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (probe(middle) === after) high = middle;
      else low = middle;
    }
    from.push(high);
    offset.push(after);
  }
  return { name, from, offset };
}
