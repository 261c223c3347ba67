// Numbers on their way into cells.
import type { Cell } from '../cell';
import type { Durations } from '../metrics/time-in-stage';

/** Nothing to divide by is an empty cell (D6); nothing but finite numbers reaches a sheet. */
export function cellOf(value: number | null | undefined): Cell {
  return typeof value === 'number' && Number.isFinite(value) ? value : '';
}

/** Statistics of durations that people choose from. */
export type DurationStat = 'median' | 'mean' | 'p90';

export function durationCell(durations: Pick<Durations, DurationStat> | undefined, stat: DurationStat): Cell {
  return cellOf(durations?.[stat]);
}
