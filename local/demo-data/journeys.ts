// How a deal walks through its pipeline: stays, passes, jumps, steps back, moves to another pipeline, the end. It knows no ids and no money.
import { type Pipeline, REPEAT, SALES, type Stage } from './directory';
import { DAY, HOUR, MINUTE, type WorkCalendar } from './portal-time';
import type { Random } from './random';

/** One step: the stage entered and when. `slip` marks a step taken by mistake and its undoing (R5 d). */
export interface Move {
  readonly time: number;
  readonly stage: Stage;
  readonly slip?: true;
}

export interface Walk {
  readonly start: number;
  readonly pipeline: Pipeline;
  readonly entry: number;
  /** Shift of the log-odds of passing a stage. */
  lift(pipeline: Pipeline, stage: number): number;
  readonly pace: number;
  /** Probability that a deal past its first stage goes over to the other pipeline. */
  readonly transfer: number;
}

const shifted = (probability: number, lift: number): number => 1 / (1 + ((1 - probability) / probability) * Math.exp(-lift));

/** The whole way of a deal, also the part that lies in the future: cut it at now. Times ascend strictly. */
export function journey(walk: Walk, calendar: WorkCalendar, random: Random): Move[] {
  let line = walk.pipeline;
  let at = Math.min(walk.entry, line.process.length - 1);
  let time = walk.start;
  let steps = 0;
  const moves: Move[] = [];
  const enter = (stage: Stage | undefined): void => {
    if (stage) moves.push({ time, stage });
  };
  enter(line.process[at]);
  for (;;) {
    const stuck = random.chance(0.045) ? random.between(3, 9) : 1;
    const days = random.logNormal(line.days[at] ?? 3, 0.75) * walk.pace * stuck;
    time = calendar.atWork(time + Math.max(days * DAY, 25 * MINUTE), random, 3);
    steps++;
    if (!random.chance(shifted(line.pass[at] ?? 0.9, walk.lift(line, at)))) {
      const analysed = random.chance(0.14);
      enter(analysed ? line.apology : line.lose);
      if (!analysed && random.chance(0.04)) {
        time = calendar.atWork(time + random.between(1, 9) * DAY, random, 3);
        enter(line.apology);
      }
      return moves;
    }
    const chance = random.next();
    if (chance < walk.transfer && steps < 4 && at > 0) {
      const target = line === SALES ? REPEAT : SALES;
      if (random.chance(0.05)) {
        enter(target.won);
        return moves;
      }
      line = target;
      at = Math.min(at, line.process.length - 1);
      enter(line.process[at]);
    } else if (chance > 0.965 && at > 0 && steps < 9) {
      at--;
      enter(line.process[at]);
    } else {
      at += chance > 0.88 && chance <= 0.965 && at + 2 < line.process.length ? 2 : 1;
      if (at >= line.process.length) {
        enter(line.won);
        return moves;
      }
      enter(line.process[at]);
    }
  }
}

/** The way so far: the moves up to a moment. */
export function movesUntil(moves: readonly Move[], until: number): Move[] {
  return moves.filter((move) => move.time <= until);
}

/** Bitrix24's history type of a move (bitrix24-rest 5.5): 1 created, 2 moved, 3 moved to a final stage or created there, 5 pipeline changed. */
export function moveType(before: Move | undefined, move: Move): 1 | 2 | 3 | 5 {
  if (before && before.stage.category !== move.stage.category) return 5;
  if (move.stage.semantic !== 'P') return 3;
  return before ? 2 : 1;
}

/** When a closed deal reached its outcome: the first of the last moves that share its semantic (R6), slips ignored. */
export function closingTime(moves: readonly Move[]): number | undefined {
  const clean = moves.filter((move) => !move.slip);
  const last = clean[clean.length - 1];
  if (!last || last.stage.semantic === 'P') return undefined;
  let time = last.time;
  for (let at = clean.length - 1; at >= 0; at--) {
    const move = clean[at];
    if (!move || move.stage.semantic !== last.stage.semantic) break;
    time = move.time;
  }
  return time;
}

/** How late a misclick may be undone, in milliseconds, and still count as one (R5 d): under a minute. */
export const SLIP_AT_MOST = 45_000;
/** Two honest moves are never closer than this. */
export const HONEST_GAP = HOUR / 4;
