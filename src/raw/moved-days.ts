// Records moved in time by whole days: invented ones up to today. Keys, texts and amounts stay.
import { isoDay, parseIsoDay } from '../period';
import { ENTITY_IDS, entitySpec } from './entities';
import type { Deal, Records } from './records';

const DAY_SECONDS = 86400;
/** Written days of a deal. */
const WRITTEN = ['begindate', 'closedate'] as const satisfies readonly (keyof Deal)[];

export function movedDays(records: Records, days: number): Records {
  const moved: Record<string, readonly unknown[]> = {};
  for (const entity of ENTITY_IDS) {
    const times = Object.entries(entitySpec(entity).columns).flatMap(([name, packing]) => (packing === 'time' ? name : []));
    moved[entity] = (records[entity] as readonly unknown[] as readonly Readonly<Record<string, unknown>>[]).map((record) => {
      const copy: Record<string, unknown> = { ...record };
      for (const name of times) if (copy[name] !== 0) copy[name] = Number(copy[name]) + days * DAY_SECONDS;
      if (entity === 'deals') for (const name of WRITTEN) copy[name] = movedDay(String(copy[name]), days);
      return copy;
    });
  }
  return moved as unknown as Records;
}

function movedDay(written: string, days: number): string {
  const day = parseIsoDay(written);
  return day === null ? written : isoDay(day + days);
}
