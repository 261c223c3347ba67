// Deals before they are records: who, for whom, when, which way through the pipeline, for what money. Dirt and ids come later.
import type { Arrivals } from './arrivals';
import type { Client, ClientBook } from './clients';
import { type Pipeline, REPEAT, SALES, WEAK_STAGE } from './directory';
import { closingTime, journey, type Move, movesUntil } from './journeys';
import { type LeadDraft, NO_UTM, type Utm, utmOf } from './leads';
import type { Manager, Team } from './people';
import { DAY, type WorkCalendar } from './portal-time';
import { type BasketRow, basket, basketSum, chosenProduct } from './products';
import type { Random } from './random';
import type { Words } from './words';

export interface DealDraft {
  /** Given when all deals are sorted by creation. */
  id: number;
  created: number;
  manager: Manager;
  /** Who worked on it until he was fired, when that is not the manager of today. */
  former?: Manager;
  /** No activity and no move after this moment. */
  activeUntil: number;
  client: Client | undefined;
  lead: LeadDraft | undefined;
  source: string | null;
  utm: Utm;
  product: number;
  title: string;
  currency: string;
  /** Minor units of the currency. */
  amount: number;
  manual: boolean;
  rows: BasketRow[];
  moves: Move[];
  /** Expected or actual closing day chosen by hand, when it is not the automatic one. */
  closeDay?: number;
  beginDay?: number;
  template?: true;
  /** History rows that Bitrix24 does not return: all of them, or the last one. */
  lost?: 'all' | 'last';
}

export interface DealSetting {
  readonly words: Words;
  readonly team: Team;
  readonly roster: (time: number, random: Random) => Manager;
  readonly calendar: WorkCalendar;
  readonly arrivals: Arrivals;
  readonly book: ClientBook;
  readonly from: number;
  readonly now: number;
}

interface Seed {
  readonly time: number;
  readonly kind: 'lead' | 'direct' | 'repeat';
  readonly lead?: LeadDraft;
}

const WEAKNESS = 1.55;
const SECOND_CURRENCY = 0.06;
const DIRECT_SOURCES = ['CALL', 'CALL', 'RECOMMENDATION', 'PARTNER', 'PARTNER', 'EMAIL', 'TRADE_SHOW', 'WEB'];

/** All honest deals: from converted leads, straight ones and repeat ones, in order of creation. */
export function dealDrafts(
  setting: DealSetting,
  leads: readonly LeadDraft[],
  counts: { direct: number; repeat: number; newCompanyShare: number },
  random: Random,
): DealDraft[] {
  const seeds: Seed[] = [];
  for (const lead of leads) if (lead.converted !== undefined) seeds.push({ time: lead.converted, kind: 'lead', lead });
  for (const time of setting.arrivals.moments(counts.direct, 'at work', 0.95)) seeds.push({ time, kind: 'direct' });
  for (const time of setting.arrivals.moments(counts.repeat, 'at work', 0.35)) seeds.push({ time, kind: 'repeat' });
  seeds.sort((a, b) => a.time - b.time);
  return seeds.map((seed) => draft(setting, seed, counts.newCompanyShare, random));
}

function draft(setting: DealSetting, seed: Seed, newCompanyShare: number, random: Random): DealDraft {
  const { words, book } = setting;
  // A deal belongs to the manager of its lead when he still works at that moment.
  const leadOwner = seed.lead ? (seed.lead.former && seed.time < seed.lead.former.until ? seed.lead.former : seed.lead.manager) : undefined;
  const owner = leadOwner && seed.time < leadOwner.until ? leadOwner : setting.roster(seed.time, random);
  const source = seed.lead
    ? random.chance(0.03)
      ? null
      : seed.lead.source
    : seed.kind === 'repeat'
      ? 'REPEAT_SALE'
      : random.chance(0.08)
        ? null
        : random.pick(DIRECT_SOURCES);
  const client = clientOf(setting, seed, owner, source, newCompanyShare, random);
  if (seed.lead && client) {
    seed.lead.company = client.company;
    seed.lead.contact = client.contact;
  }
  const line = seed.kind === 'repeat' ? REPEAT : SALES;
  const keep = keeper(setting, owner, random);
  const way = journey(
    {
      start: seed.time,
      pipeline: line,
      entry: random.chance(0.06) ? 1 : 0,
      lift: (pipeline, stage) => lift(setting.team, owner, pipeline, stage, source),
      pace: owner.pace,
      transfer: seed.kind === 'repeat' ? 0.012 : 0.018,
    },
    setting.calendar,
    random,
  );
  const { manager, activeUntil } = keep(way);
  const moves = movesUntil(way, activeUntil);
  const product = seed.lead ? seed.lead.product : chosenProduct(random);
  const closed = closingTime(moves);
  if (closed !== undefined && client && moves[moves.length - 1]?.stage.semantic === 'S') book.buys(client, closed);
  const topic = words.products[product]?.topic ?? '';
  const deal: DealDraft = {
    id: 0,
    created: seed.time,
    manager,
    activeUntil,
    client,
    lead: seed.lead,
    source,
    utm: seed.lead ? seed.lead.utm : seed.kind === 'direct' ? utmOf(source, words.searchEngines, words.campaigns, random) : NO_UTM,
    product,
    title: random
      .pick(seed.kind === 'repeat' ? words.repeatTitles : words.dealTitles)
      .replace('{topic}', topic)
      .replace('{client}', () => client?.label ?? words.privateClient),
    ...money(words, product, seed.kind === 'repeat', moves, random),
    moves,
  };
  if (manager !== owner) deal.former = owner;
  return deal;
}

function lift(team: Team, owner: Manager, pipeline: Pipeline, stage: number, source: string | null): number {
  const weak = owner === team.weak && pipeline === SALES && stage === WEAK_STAGE ? -WEAKNESS : 0;
  const warmth = source === 'RECOMMENDATION' || source === 'PARTNER' ? 0.35 : source === 'ADVERTISING' ? -0.25 : 0;
  return owner.skill * 0.6 + warmth + weak;
}

/** Decides what becomes of a fired manager's deal: most open ones are handed over, the rest stays with him and stops. */
function keeper(setting: DealSetting, owner: Manager, random: Random): (way: readonly Move[]) => { manager: Manager; activeUntil: number } {
  return (way) => {
    const until = owner.until;
    const unfinished = owner === setting.team.fired && closingTime(movesUntil(way, until)) === undefined;
    if (!unfinished) return { manager: owner, activeUntil: setting.now };
    if (random.chance(0.62)) return { manager: owner, activeUntil: until };
    return { manager: setting.roster(until, random), activeUntil: setting.now };
  };
}

function clientOf(
  setting: DealSetting,
  seed: Seed,
  owner: Manager,
  source: string | null,
  newCompanyShare: number,
  random: Random,
): Client | undefined {
  const { book } = setting;
  const meeting = { time: seed.time, manager: owner.id, lead: seed.lead?.id ?? null, source };
  if (seed.kind === 'repeat') return book.returning(seed.time) ?? book.newCompany(meeting);
  const chance = random.next();
  if (chance < newCompanyShare) return book.newCompany(meeting);
  if (chance < newCompanyShare + 0.33) return book.knownCompany() ?? book.newCompany(meeting);
  if (chance < 0.94) return book.newPerson(meeting);
  if (chance < 0.985) return book.knownPerson() ?? book.newPerson(meeting);
  return undefined;
}

/** Money of a deal: a basket once it has come far enough, a guess by hand before that. */
function money(
  words: Words,
  product: number,
  repeat: boolean,
  moves: readonly Move[],
  random: Random,
): Pick<DealDraft, 'currency' | 'amount' | 'manual' | 'rows'> {
  const second = words.currencies[1];
  const foreign = second !== undefined && random.chance(SECOND_CURRENCY);
  const currency = foreign ? second.code : (words.currencies[0]?.code ?? '');
  const rows = basket(words, product, foreign ? Number(second.rate) : 1, repeat, random);
  const sum = basketSum(rows);
  const furthest = moves.reduce((most, move) => Math.max(most, move.stage.semantic === 'S' ? 9 : move.stage.index), 0);
  const counted = furthest >= 9 ? random.chance(0.97) : furthest >= 2 ? random.chance(0.8) : random.chance(0.15);
  const step = foreign ? 5000 : words.roundTo * 100;
  const guess = Math.max(step, Math.round(sum / step) * step);
  if (!counted) return { currency, rows: [], manual: true, amount: furthest < 2 && random.chance(0.2) ? 0 : guess };
  if (random.chance(0.03)) {
    const typed = Math.max(step, Math.round((sum * random.between(0.88, 1.06)) / step) * step);
    return { currency, rows, manual: true, amount: typed };
  }
  return { currency, rows, manual: false, amount: sum };
}

/** Clients who bought before the data begins: they stand in the portal from the first day. */
export function oldClients(setting: DealSetting, count: number, random: Random): void {
  const times = Array.from({ length: count }, () => setting.calendar.atWork(setting.from - random.between(20, 300) * DAY, random)).sort(
    (a, b) => a - b,
  );
  for (const time of times) setting.book.newCompany({ time, manager: setting.roster(time, random).id, lead: null, source: null }, true);
}
