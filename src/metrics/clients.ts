// M22 and M23: who bought in the period, classed by ABC, and how recent, frequent and valuable clients are (RFM).
import type { Facts } from '../facts/facts';
import { units } from '../money';
import { ratio } from '../stats';
import { dealRows, minorSum } from './populations';
import type { Slice } from './slice';

export interface ClientRow {
  /** Company id, minus a contact's id, 0 = "No client". */
  readonly client: number;
  readonly key: string;
  readonly wonCount: number;
  /** Units of the base currency. */
  readonly wonSum: number;
  /** Share of the classed total up to and with this client; null for "No client". */
  readonly cumShare: number | null;
  readonly abc: 'A' | 'B' | 'C' | null;
  /** Rows of `DealFacts`. */
  readonly deals: readonly number[];
}

/** Key of a client, the order among equals: COMPANY_501, CONTACT_601; '' = "No client". */
export function clientKey(client: number): string {
  if (client === 0) return '';
  return client > 0 ? `COMPANY_${client}` : `CONTACT_${-client}`;
}

/** Clients by won sum descending, then by key; "No client" last and not classed. A class goes by the share before the client. */
export function clientTable(facts: Facts<'deals' | 'origins'>, slice: Slice, [a, b]: readonly [number, number]): ClientRow[] {
  const { deals } = facts;
  const groups = winsByClient(facts, dealRows(facts, slice, 'won'));
  const rows = [...groups].map(([client, wins]) => ({ client, key: clientKey(client), minor: minorSum(deals, wins), wins }));
  const classed = rows.filter(({ client }) => client !== 0).sort((x, y) => y.minor - x.minor || (x.key < y.key ? -1 : 1));
  const total = classed.reduce((sum, { minor }) => sum + minor, 0);
  const abcOf = (before: number, minor: number) => {
    if (minor <= 0 || total <= 0) return 'C';
    const share = before / total;
    if (share < a) return 'A';
    return share < b ? 'B' : 'C';
  };
  let before = 0;
  return [...classed, ...rows.filter(({ client }) => client === 0)].map(({ client, key, minor, wins }) => {
    const row = { client, key, wonCount: wins.length, wonSum: units(minor), deals: wins };
    if (client === 0) return { ...row, cumShare: null, abc: null };
    const abc = abcOf(before, minor);
    before += minor;
    return { ...row, cumShare: ratio(before, total), abc };
  });
}

export interface RfmRow {
  readonly client: number;
  readonly key: string;
  /** Whole days from the last closing day to asOf's date. */
  readonly recencyDays: number;
  readonly frequency: number;
  /** Units of the base currency. */
  readonly monetary: number;
  /** 1 (worst) … 5. */
  readonly R: number;
  readonly F: number;
  readonly M: number;
  readonly deals: readonly number[];
}

const WINDOW_DAYS = 365;

/** Clients with wins in the 365 days up to asOf's date, by key; "No client" is not scored. The slice gives people and pipelines. */
export function rfmTable(facts: Facts<'deals' | 'origins'>, slice: Slice): RfmRow[] {
  const { deals, labels } = facts;
  const period = { start: labels.asOfDay - WINDOW_DAYS + 1, end: labels.asOfDay };
  const groups = winsByClient(facts, dealRows(facts, { ...slice, period }, 'won'));
  const clients = [...groups]
    .filter(([client]) => client !== 0)
    .map(([client, wins]) => ({
      client,
      key: clientKey(client),
      recencyDays: labels.asOfDay - wins.reduce((last, row) => Math.max(last, deals.closeDay[row] ?? 0), 0),
      frequency: wins.length,
      monetary: units(minorSum(deals, wins)),
      deals: wins,
    }));
  const recency = scoring(clients.map(({ recencyDays }) => -recencyDays));
  const frequencies = scoring(clients.map(({ frequency }) => frequency));
  const sums = scoring(clients.map(({ monetary }) => monetary));
  return clients
    .map((row) => ({ ...row, R: recency(-row.recencyDays), F: frequencies(row.frequency), M: sums(row.monetary) }))
    .sort((x, y) => (x.key < y.key ? -1 : 1));
}

/** 1 + floor(5 × (clients strictly worse) / n); equal values score equally. */
function scoring(values: readonly number[]): (value: number) => number {
  const sorted = Float64Array.from(values).sort();
  const worse = new Map<number, number>();
  sorted.forEach((value, index) => {
    if (!worse.has(value)) worse.set(value, index);
  });
  return (value) => 1 + Math.floor((5 * (worse.get(value) ?? 0)) / sorted.length);
}

function winsByClient({ origins }: Facts<'origins'>, won: readonly number[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const row of won) {
    const client = origins.client[row] ?? 0;
    const own = groups.get(client);
    if (own === undefined) groups.set(client, [row]);
    else own.push(row);
  }
  return groups;
}
