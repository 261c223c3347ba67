// Incoming leads: where they come from, how fast they are answered, and whether they become deals. It knows no clients yet.
import type { Arrivals } from './arrivals';
import { LEAD_CALL_BACK, LEAD_CONVERTED, LEAD_DUPLICATE, LEAD_IN_PROCESS, LEAD_JUNK, LEAD_NEW, LEAD_PROCESSED } from './directory';
import { type Move, movesUntil } from './journeys';
import type { Manager, Team } from './people';
import { DAY, MINUTE, type WorkCalendar } from './portal-time';
import { type Random, runningSums, weightedIndex } from './random';

/** Advertising tags of a lead or deal. */
export interface Utm {
  readonly source: string | null;
  readonly medium: string | null;
  readonly campaign: string | null;
}
export const NO_UTM: Utm = { source: null, medium: null, campaign: null };

export interface LeadDraft {
  readonly id: number;
  readonly created: number;
  readonly manager: Manager;
  /** Who did the work until he left, when that is not the manager of today. */
  readonly former?: Manager;
  readonly source: string | null;
  readonly utm: Utm;
  readonly product: number;
  readonly moves: readonly Move[];
  /** The moment a deal was made of it. */
  readonly converted?: number;
  company: number;
  contact: number;
}

const SOURCES = [
  { code: 'WEB', weight: 30, quality: 0.42 },
  { code: 'CALL', weight: 20, quality: 0.5 },
  { code: 'ADVERTISING', weight: 17, quality: 0.3 },
  { code: 'WEBFORM', weight: 10, quality: 0.38 },
  { code: 'EMAIL', weight: 8, quality: 0.4 },
  { code: 'RECOMMENDATION', weight: 6, quality: 0.66 },
  { code: 'TRADE_SHOW', weight: 4, quality: 0.34 },
  { code: 'OTHER', weight: 2, quality: 0.25 },
];
const SOURCE_SUMS = runningSums(SOURCES.map((source) => source.weight));
const NO_SOURCE = 0.035;

/** UTM tags for sources that come from the web; the rest has none. */
export function utmOf(source: string | null, engines: readonly string[], campaigns: readonly string[], random: Random): Utm {
  if (source !== 'ADVERTISING' && source !== 'WEB' && source !== 'WEBFORM') return NO_UTM;
  if (source !== 'ADVERTISING' && random.chance(0.45)) return NO_UTM;
  const engine = random.pick(engines);
  return {
    source: engine,
    medium: source === 'ADVERTISING' ? 'cpc' : random.pick(['organic', 'cpc', 'social', 'email']),
    campaign: random.chance(0.8) ? random.pick(campaigns) : null,
  };
}

/** Everything leads need to be drawn. */
export interface LeadSetting {
  readonly arrivals: Arrivals;
  readonly team: Team;
  readonly roster: (time: number, random: Random) => Manager;
  readonly calendar: WorkCalendar;
  readonly now: number;
  readonly engines: readonly string[];
  readonly campaigns: readonly string[];
  /** Draws a product index. */
  readonly product: (random: Random) => number;
}

/** `count` leads in order of creation, each with its history up to now. */
export function leadDrafts(setting: LeadSetting, count: number, random: Random): LeadDraft[] {
  const { calendar, now, team } = setting;
  return setting.arrivals.moments(count, 'anytime', 0.9).map((created, at) => {
    const origin = SOURCES[weightedIndex(random, SOURCE_SUMS)];
    const source = random.chance(NO_SOURCE) ? null : (origin?.code ?? null);
    const first = setting.roster(created, random);
    const way = leadMoves(created, origin?.quality ?? 0.4, first, calendar, random);
    // What the fired manager had not finished went to colleagues.
    const last = way[way.length - 1];
    const handedOver = first === team.fired && last !== undefined && (last.time > team.fired.until || last.stage.semantic === 'P');
    const manager = handedOver ? setting.roster(Math.max(created, team.fired.until), random) : first;
    const moves = movesUntil(way, now);
    const current = moves[moves.length - 1];
    return {
      id: at + 1,
      created,
      manager,
      ...(handedOver ? { former: first } : {}),
      source,
      utm: utmOf(source, setting.engines, setting.campaigns, random),
      product: setting.product(random),
      moves,
      ...(current?.stage === LEAD_CONVERTED ? { converted: current.time } : {}),
      company: 0,
      contact: 0,
    };
  });
}

function leadMoves(created: number, quality: number, manager: Manager, calendar: WorkCalendar, random: Random): Move[] {
  const moves: Move[] = [{ time: created, stage: LEAD_NEW }];
  // A few are never touched.
  if (random.chance(0.012)) return moves;
  let time = created;
  const step = (days: number, stage: Move['stage']): void => {
    time = calendar.atWork(time + Math.max(days * DAY, 4 * MINUTE), random, moves.length > 1 ? 3 : 0);
    moves.push({ time, stage });
  };
  step(random.logNormal(0.035 * manager.pace, 1.1), LEAD_IN_PROCESS);
  if (random.chance(0.07)) {
    step(random.logNormal(0.1, 0.8), random.chance(0.35) ? LEAD_DUPLICATE : LEAD_JUNK);
    return moves;
  }
  if (random.chance(0.3)) step(random.logNormal(0.8, 0.7), LEAD_CALL_BACK);
  if (random.chance(0.45)) step(random.logNormal(1.2, 0.7), LEAD_PROCESSED);
  if (random.chance(0.015)) return moves;
  const converts = random.chance(Math.min(0.95, quality * 1.08 * (1 + manager.skill * 0.2)));
  step(random.logNormal(1.1, 0.8), converts ? LEAD_CONVERTED : LEAD_JUNK);
  return moves;
}
