// The dirt of a real portal, put onto honest deals on purpose. Each deal gets at most one kind, so that every kind can be checked apart.
import type { DealDraft, DealSetting } from './deals';
import { DELETED, type Pipeline, REPEAT, SALES, UNKNOWN_CURRENCY } from './directory';
import { closingTime, HONEST_GAP, type Move, SLIP_AT_MOST } from './journeys';
import { NO_UTM } from './leads';
import { DAY, dayOf, MINUTE } from './portal-time';
import { type Random, sample } from './random';

/** Deals that only the generator can name: nothing in their records tells them for sure. */
export interface Marks {
  readonly testDeals: DealDraft[];
  readonly formulaTitles: DealDraft[];
  readonly misclicks: DealDraft[];
  readonly historyGap: DealDraft[];
}

const lineOf = (move: Move): Pipeline => (move.stage.category === SALES.id ? SALES : REPEAT);
const lastMove = (deal: DealDraft): Move | undefined => deal.moves[deal.moves.length - 1];
const isWon = (deal: DealDraft): boolean => lastMove(deal)?.stage.semantic === 'S';
const isOpen = (deal: DealDraft): boolean => lastMove(deal)?.stage.semantic === 'P';

/** Dirties the deals in place, adds the templates and test deals, and returns all of them (unsorted) with the marks. `scale` 1 is about 300 dirty deals. */
export function withDirt(
  setting: DealSetting,
  honest: readonly DealDraft[],
  scale: number,
  random: Random,
): { deals: DealDraft[]; marks: Marks } {
  const { now, words, calendar } = setting;
  const taken = new Set<DealDraft>();
  const claim = (count: number, fits: (deal: DealDraft) => boolean): DealDraft[] => {
    const found = sample(
      random,
      honest.filter((deal) => !taken.has(deal) && fits(deal)),
      Math.max(1, Math.round(count * scale)),
    );
    for (const deal of found) taken.add(deal);
    return found;
  };
  const closedBetween = (deal: DealDraft, from: number, until: number): boolean => {
    const closed = closingTime(deal.moves);
    return closed !== undefined && closed >= from && closed < until;
  };
  const steady = (deal: DealDraft): boolean => deal.former === undefined && deal.activeUntil === now;

  for (const deal of claim(38, (deal) => steady(deal) && deal.moves.length > 2 && closedBetween(deal, setting.from, now - 45 * DAY)))
    reopen(deal, setting, random);
  const misclicks = claim(26, (deal) => slipPlace(deal, now) >= 0);
  for (const deal of misclicks) slip(deal, now, random);
  const early = setting.from + 250 * DAY;
  for (const deal of claim(42, (deal) => deal.created < early && deletedPlace(deal) >= 0)) passDeleted(deal, setting, random);
  for (const deal of claim(
    3,
    (deal) => deal.created < early && !isOpen(deal) && !isWon(deal) && deal.moves.length > 3 && deletedRest(deal),
  ))
    restOnDeleted(deal, setting, random);
  for (const deal of claim(
    22,
    (deal) => isWon(deal) && !deal.lead && !deal.former && deal.moves.length > 2 && closedBetween(deal, setting.from, now - 2 * DAY),
  ))
    enterClosed(deal, random);
  for (const deal of claim(25, (deal) => deal.created < setting.from + 100 * DAY && !deal.lead && endsOnce(deal) && oneCategory(deal)))
    deal.lost = 'all';
  const historyGap = claim(8, (deal) => deal.moves.length > 2 && oneCategory(deal) && endsOnce(deal));
  for (const deal of historyGap) deal.lost = 'last';
  for (const deal of claim(14, (deal) => closedBetween(deal, now - 70 * DAY, now - DAY))) deal.closeDay = dayOf(now) + 3 + random.int(40);
  for (const deal of claim(48, (deal) => closedBetween(deal, setting.from + 20 * DAY, now - 25 * DAY))) {
    deal.closeDay = dayOf(closingTime(deal.moves) ?? now) + (2 + random.int(14)) * (random.chance(0.7) ? -1 : 1);
  }
  for (const deal of claim(20, isWon)) priced(deal, 0);
  for (const deal of claim(2, isWon)) priced(deal, -Math.abs(Math.round(deal.amount / 1000) * 100) - 100_00);
  for (const deal of [...claim(3, isWon), ...claim(2, isOpen)]) {
    priced(deal, Math.max(100_00, deal.amount));
    deal.currency = UNKNOWN_CURRENCY;
  }
  const formulaTitles = claim(words.formulaTitles.length, () => true);
  formulaTitles.forEach((deal, at) => {
    deal.title = words.formulaTitles[at % words.formulaTitles.length] ?? deal.title;
  });

  const extra = (count: number, make: (time: number, at: number) => DealDraft): DealDraft[] =>
    setting.arrivals.moments(Math.max(1, Math.round(count * scale)), 'at work', 1).map(make);
  const templates = extra(6, (time, at) => ({
    ...blank(setting, time, words.templateTitles[at % words.templateTitles.length] ?? '', random),
    amount: 9_500_00,
    template: true as const,
    lost: 'all' as const,
  }));
  const testDeals = extra(15, (time, at) =>
    testDeal(
      blank(setting, time, words.testTitles[at % words.testTitles.length] ?? '', random),
      at,
      calendar.atWork(time + 6 * MINUTE, random),
      now,
    ),
  );
  return { deals: [...honest, ...templates, ...testDeals], marks: { testDeals, formulaTitles, misclicks, historyGap } };
}

function blank(setting: DealSetting, time: number, title: string, random: Random): DealDraft {
  return {
    id: 0,
    created: time,
    manager: setting.roster(time, random),
    activeUntil: time,
    client: undefined,
    lead: undefined,
    source: null,
    utm: NO_UTM,
    product: 0,
    title,
    currency: setting.words.currencies[0]?.code ?? '',
    amount: 100,
    manual: true,
    rows: [],
    moves: [{ time, stage: SALES.process[0] ?? SALES.won }],
  };
}

/** Somebody tried the pipeline: one in three was left open, one was won for one unit of money, one was thrown away. */
function testDeal(deal: DealDraft, at: number, closed: number, now: number): DealDraft {
  const stage = [undefined, SALES.lose, SALES.won][at % 3];
  if (stage && closed <= now) deal.moves.push({ time: closed, stage });
  return deal;
}

function priced(deal: DealDraft, amount: number): void {
  deal.amount = amount;
  deal.rows = [];
  deal.manual = true;
}

/** The move before the last is on a working stage: the last one alone is the end, if it is one. */
const endsOnce = (deal: DealDraft): boolean => deal.moves[deal.moves.length - 2]?.stage.semantic === 'P';
const oneCategory = (deal: DealDraft): boolean => deal.moves.every((move) => move.stage.category === deal.moves[0]?.stage.category);

/** Back to work after the end: won deals mostly win again, some are cancelled; lost ones come back and win. */
function reopen(deal: DealDraft, setting: DealSetting, random: Random): void {
  const end = lastMove(deal);
  if (!end) return;
  const line = lineOf(end);
  const before = [...deal.moves].reverse().find((move) => move.stage.semantic === 'P' && move.stage.category === line.id);
  const stage = before?.stage ?? line.process[0];
  if (!stage) return;
  const back = setting.calendar.atWork(end.time + random.between(2, 9) * DAY, random);
  const again = setting.calendar.atWork(back + random.between(2, 8) * DAY, random);
  if (again > setting.now) return;
  const outcome = end.stage.semantic === 'S' && random.chance(0.2) ? line.lose : line.won;
  deal.moves.push({ time: back, stage }, { time: again, stage: outcome });
}

/** The first stay long enough to hold a misclick, or -1. */
function slipPlace(deal: DealDraft, now: number): number {
  return deal.moves.findIndex((move, at) => {
    const next = deal.moves[at + 1]?.time ?? Math.min(now, deal.activeUntil);
    return at > 0 && move.stage.semantic === 'P' && next - move.time > 2 * DAY;
  });
}

/** "Won" by mistake, taken back within a minute. */
function slip(deal: DealDraft, now: number, random: Random): void {
  const at = slipPlace(deal, now);
  const stay = deal.moves[at];
  if (!stay) return;
  const time = stay.time + (15 + random.int(30)) * MINUTE;
  const back = time + 5_000 + random.int((SLIP_AT_MOST - 5_000) / 1000) * 1000;
  deal.moves.splice(at + 1, 0, { time, stage: lineOf(stay).won, slip: true }, { time: back, stage: stay.stage, slip: true });
}

/** A forward step of the sales pipeline that can hold a visit of the deleted stage, or -1. */
function deletedPlace(deal: DealDraft): number {
  return deal.moves.findIndex((move, at) => {
    const next = deal.moves[at + 1];
    return (
      next !== undefined &&
      move.stage.index >= 1 &&
      move.stage.category === SALES.id &&
      next.stage.index > move.stage.index &&
      next.stage.category === SALES.id &&
      next.time - move.time > 6 * DAY
    );
  });
}

function passDeleted(deal: DealDraft, setting: DealSetting, random: Random): void {
  const at = deletedPlace(deal);
  const [move, next] = [deal.moves[at], deal.moves[at + 1]];
  if (!move || !next) return;
  const time = setting.calendar.atWork(move.time + (next.time - move.time) * random.between(0.1, 0.3), random);
  // A long holiday can push the visit past the next move: then it starts a little after the stay began.
  const inside = time < next.time - HONEST_GAP ? time : move.time + HONEST_GAP;
  deal.moves.splice(at + 1, 0, { time: inside, stage: DELETED });
}

const deletedRest = (deal: DealDraft): boolean =>
  oneCategory(deal) && deal.moves[0]?.stage.category === SALES.id && lastMove(deal)?.stage.semantic === 'F';

/** Forgotten on the deleted stage: the loss never happened. */
function restOnDeleted(deal: DealDraft, setting: DealSetting, random: Random): void {
  while ((lastMove(deal)?.stage.semantic ?? 'P') !== 'P') deal.moves.pop();
  const last = lastMove(deal);
  if (!last) return;
  const time = Math.min(setting.now, setting.calendar.atWork(last.time + random.between(1, 3) * DAY, random));
  deal.moves.push({ time, stage: DELETED });
  deal.activeUntil = Math.min(setting.now, time + 4 * DAY);
}

/** Typed in after the fact, straight as won, with the real dates in the date fields. */
function enterClosed(deal: DealDraft, random: Random): void {
  const end = lastMove(deal);
  if (!end) return;
  deal.created = end.time;
  deal.moves = [{ time: end.time, stage: end.stage }];
  deal.closeDay = dayOf(end.time) - 4 - random.int(20);
  deal.beginDay = deal.closeDay - 3 - random.int(20);
}
