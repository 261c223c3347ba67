// What an aim of the load is as a line: what was found, the bound, whether it holds. Rows that are not all there never hold.
import type { LoadOptions } from '../../src/load/load';
import { type Desk, type DriveOptions, type Loaded, load } from '../../tests/load/drive';
import { idsIn, isWhole } from './side-by-side';

export interface Target {
  readonly name: string;
  readonly measured: string | number;
  readonly bound: string;
  readonly holds: boolean;
}

export const atMost = (name: string, measured: number, most: number, unit: string, isRight: boolean): Target => ({
  name: isRight ? name : `${name}: ROWS ARE LOST`,
  measured: `${Math.round(measured * 100) / 100} ${unit}`,
  bound: `≤ ${Math.round(most * 100) / 100} ${unit}`,
  holds: isRight && measured <= most,
});

export const none = (name: string, measured: number): Target => ({ name, measured, bound: '0', holds: measured === 0 });

/** Deals alone; with the directories it is as many requests, and the one COUNT of the departments. */
export const FULL: LoadOptions = { mode: 'full', entities: ['deals'] };
export const fullLoad = (at: Desk, onWave?: DriveOptions['onWave']): Loaded =>
  load(at, FULL, { direct: true, ...(onWave ? { onWave } : {}) });
export const hasAll = (loaded: Loaded, ids: readonly number[]): boolean => isWhole(idsIn(loaded.records.deals), ids);
