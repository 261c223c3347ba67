// A portal of another time zone whose people did everything at the same readings of the clock on their wall.
import type { Records } from '../src/raw/records';
import { offsetAt, type Zone } from '../src/zone';
import { MOSCOW } from './made-records';

/** The instant at which a clock in `zone` shows what a clock in Moscow shows at `moment`; in the hour that summer time skips, its end. */
export function inZone(moment: number, zone: Zone): number {
  if (moment === 0) return 0;
  const wall = moment + offsetAt(MOSCOW, moment);
  const guess = wall - offsetAt(zone, wall - offsetAt(zone, moment));
  if (guess + offsetAt(zone, guess) === wall) return guess;
  return zone.from.find((change) => change > guess - 7200) ?? guess;
}

export function sameClock(records: Records, zone: Zone): Records {
  const move = (moment: number) => inZone(moment, zone);
  return {
    ...records,
    deals: records.deals.map((deal) => ({
      ...deal,
      createdTime: move(deal.createdTime),
      updatedTime: move(deal.updatedTime),
      movedTime: move(deal.movedTime),
      lastActivityTime: move(deal.lastActivityTime),
    })),
    stageHistory: records.stageHistory.map((row) => ({ ...row, time: move(row.time) })),
    leads: records.leads.map((lead) => ({
      ...lead,
      createdTime: move(lead.createdTime),
      updatedTime: move(lead.updatedTime),
      movedTime: move(lead.movedTime),
    })),
    activities: records.activities.map((one) => ({
      ...one,
      createdTime: move(one.createdTime),
      updatedTime: move(one.updatedTime),
      startTime: move(one.startTime),
      deadline: move(one.deadline),
    })),
  };
}
