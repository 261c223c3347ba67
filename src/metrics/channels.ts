// M25: what each channel brought in the period and what it cost. No attribution lag: costs and wins are of the same period.
import type { Facts } from '../facts/facts';
import type { Cost } from '../inputs/cost';
import { units } from '../money';
import { intersection, lengthOf } from '../period';
import { ratio } from '../stats';
import { dealGroups, type Grouping } from './grouping';
import { leadRows } from './leads';
import { CREATED, IN_WORK, LOST_IN, membership, minorSum, WON_IN } from './populations';
import type { DayRange, Slice } from './slice';

export interface ChannelRow {
  /** Source id or mark; '' = "Not set". */
  readonly key: string;
  readonly created: number;
  readonly wonCount: number;
  /** Units of the base currency. */
  readonly wonSum: number;
  readonly lostCount: number;
  readonly winRateCount: number | null;
  /** null = no row of costs touches the period. */
  readonly cost: number | null;
  readonly costPerDeal: number | null;
  readonly costPerWon: number | null;
  /** (wonSum − cost) / cost, a fraction. */
  readonly romi: number | null;
  /** Rows of `DealFacts`. */
  readonly createdDeals: readonly number[];
  readonly wonDeals: readonly number[];
  readonly lostDeals: readonly number[];
}

/** Channels of the deals that lived in the period, and those that cost something, by key. */
export function channelTable(facts: Facts<'deals' | 'origins'>, slice: Slice, costs: readonly Cost[]): ChannelRow[] {
  const spent = costsOf(costs, slice.period);
  return tableBy(facts, slice, facts.origins.channel, spent);
}

/** Channels of all deals as groups, with their keys; '' = "Not set". */
export function groupingByChannel({ origins }: Facts<'origins'>): { readonly grouping: Grouping; readonly keys: readonly string[] } {
  const { keys, of } = indexed(origins.channel);
  return { grouping: { by: 'deal', of, count: keys.length }, keys };
}

/** Leads of the people of the slice created in the period, by channel (M10). Pipelines do not cut them. */
export function leadsByChannel(facts: Facts<'leads'>, slice: Slice): Map<string, number> {
  const { channel } = facts.leads;
  const found = new Map<string, number>();
  for (const row of leadRows(facts, slice, 'created')) found.set(channel[row] ?? '', (found.get(channel[row] ?? '') ?? 0) + 1);
  return found;
}

/** Different texts in the order of their first rows, and the place of each row's text among them. */
function indexed(texts: readonly string[]): { readonly keys: string[]; readonly of: Int32Array } {
  const places = new Map<string, number>();
  const of = Int32Array.from(texts, (text) => {
    const place = places.get(text) ?? places.size;
    if (place === places.size) places.set(text, place);
    return place;
  });
  return { keys: [...places.keys()], of };
}

export type UtmKey = 'utmSource' | 'utmMedium' | 'utmCampaign';

/** The same by a mark of advertising; costs are typed by channel, so there are none. */
export function utmTable(facts: Facts<'deals' | 'utm'>, slice: Slice, by: UtmKey): ChannelRow[] {
  return tableBy(facts, slice, facts.utm[by], new Map());
}

interface Group {
  readonly created: number[];
  readonly won: number[];
  readonly lost: number[];
}

function tableBy(facts: Facts<'deals'>, slice: Slice, keys: readonly string[], costs: ReadonlyMap<string, number>): ChannelRow[] {
  const { deals } = facts;
  const groups = dealGroups(facts, slice);
  const found = new Map<string, Group>([...costs.keys()].map((key) => [key, { created: [], won: [], lost: [] }]));
  for (let row = 0; row < deals.count; row++) {
    const bits = groups[row] === 0 ? membership(deals, row, slice.period) : 0;
    if ((bits & (CREATED | IN_WORK | WON_IN | LOST_IN)) === 0) continue;
    const key = keys[row] ?? '';
    const group = found.get(key) ?? { created: [], won: [], lost: [] };
    found.set(key, group);
    if ((bits & CREATED) !== 0) group.created.push(row);
    if ((bits & WON_IN) !== 0) group.won.push(row);
    if ((bits & LOST_IN) !== 0) group.lost.push(row);
  }
  return [...found]
    .map(([key, { created, won, lost }]): ChannelRow => {
      const wonSum = units(minorSum(deals, won));
      const cost = costs.get(key) ?? null;
      return {
        key,
        created: created.length,
        wonCount: won.length,
        wonSum,
        lostCount: lost.length,
        winRateCount: ratio(won.length, won.length + lost.length),
        cost,
        costPerDeal: cost === null ? null : ratio(cost, created.length),
        costPerWon: cost === null ? null : ratio(cost, won.length),
        romi: cost === null ? null : ratio(wonSum - cost, cost),
        createdDeals: created,
        wonDeals: won,
        lostDeals: lost,
      };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Costs of the period by channel; a row of costs that is only partly in the period gives its share of calendar days. */
function costsOf(costs: readonly Cost[], period: DayRange): Map<string, number> {
  const spent = new Map<string, number>();
  for (const { channel, period: own, amount } of costs) {
    const shared = intersection(own, period);
    if (shared === null) continue;
    spent.set(channel, (spent.get(channel) ?? 0) + (amount * lengthOf(shared)) / lengthOf(own));
  }
  return spent;
}
