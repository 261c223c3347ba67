// How boldly to ask (loading 2, 3.5): few lanes of short chains at first, more while the portal keeps up, half after trouble, and never
// more requests than its leaky bucket holds.
import type { Pace } from './load';

const FIRST_LANES = 3;
const FIRST_COMMANDS = 10;
const MOST_LANES = 10;
const MOST_COMMANDS = 50;
/** The leaky bucket of an ordinary plan, with two requests kept for others (bitrix24-rest 2.1). */
const BUCKET = 48;
const DRAIN_PER_SECOND = 2;
/** One request is cut at 60 s; half of it is asked for, because a measured page is not the next page. */
const REQUEST_MS = 25_000;
/** A page whose time is unknown. */
const UNMEASURED_PAGE_MS = 400;
/** Waves in a row without one usable answer before a person is told: about two minutes of patience once a load is under way. */
const MOST_FAILURES = 8;
/** The same before the first answer ever came: somebody waits, and nothing would be lost. */
const MOST_FIRST_FAILURES = 4;

export function isGivenUp(failures: number, answered: boolean, refused: boolean): boolean {
  return failures >= (answered || refused ? MOST_FAILURES : MOST_FIRST_FAILURES);
}

export function firstPace(): Pace {
  return { lanes: FIRST_LANES, commands: FIRST_COMMANDS, careful: false, until: 0, failures: 0, bucket: 0, at: 0 };
}

/** Commands of one entity that fit one request by time; at least 1. */
export function commandsInTime(pageMs: number): number {
  return Math.max(1, Math.floor(REQUEST_MS / pageTime(pageMs)));
}

/** Whether commands that take this long together fit one request. */
export function fitsInTime(ms: number): boolean {
  return ms <= REQUEST_MS;
}

export function pageTime(pageMs: number): number {
  return pageMs > 0 ? Math.max(pageMs, 1) : UNMEASURED_PAGE_MS;
}

/** Milliseconds to wait before anything may be sent; 0 = now. */
export function waitBefore(pace: Pace, nowMs: number): number {
  const back = pace.until - nowMs;
  const drop = ((drained(pace, nowMs) - BUCKET + 1) / DRAIN_PER_SECOND) * 1000;
  return Math.max(0, Math.ceil(back), Math.ceil(drop));
}

/** Requests that may go out now. */
export function requestsNow(pace: Pace, nowMs: number): number {
  return Math.max(1, Math.min(pace.lanes, Math.floor(BUCKET - drained(pace, nowMs))));
}

function drained(pace: Pace, nowMs: number): number {
  return Math.max(0, pace.bucket - (Math.max(0, nowMs - pace.at) / 1000) * DRAIN_PER_SECOND);
}

/** What became of a wave: requests sent, refused by the bucket (503), failed otherwise, and whether anything usable came. */
export interface WaveOutcome {
  readonly sent: number;
  readonly refused: number;
  readonly failed: number;
  /** A method ran out of operating time. */
  readonly parked: boolean;
  readonly usable: boolean;
  /** Most commands that one request of the wave had. */
  readonly commands: number;
}

export function paceAfter(pace: Pace, wave: WaveOutcome, nowMs: number): Pace {
  const failures = wave.usable ? 0 : pace.failures + (wave.refused + wave.failed > 0 || wave.parked ? 1 : 0);
  // A refusal tells that the bucket is full, whoever filled it.
  const bucket = wave.refused > 0 ? BUCKET + 2 : drained(pace, nowMs) + wave.sent;
  const next = { ...pace, failures, bucket, at: nowMs };
  if (wave.refused + wave.failed === 0) return wave.parked ? { ...next, lanes: half(pace.lanes), careful: true } : grown(next);
  return {
    ...next,
    careful: true,
    lanes: half(pace.lanes),
    commands: wave.failed > 0 ? half(Math.min(pace.commands, wave.commands)) : pace.commands,
    until: nowMs + backOff(failures, wave.refused, nowMs),
  };
}

// Page times already bound a request; after trouble the portal has shown that they do not tell all.
function grown(pace: Pace): Pace {
  const lanes = pace.careful ? pace.lanes + 1 : pace.lanes * 2;
  const commands = pace.careful ? pace.commands + 5 : MOST_COMMANDS;
  return { ...pace, lanes: Math.min(MOST_LANES, lanes), commands: Math.min(MOST_COMMANDS, commands) };
}

function half(value: number): number {
  return Math.max(1, Math.floor(value / 2));
}

/** 1, 2, 4 … 30 s by failures in a row, and half a second per refused request, with up to a half more so that several clients part. */
function backOff(failures: number, refused: number, nowMs: number): number {
  const base = Math.min(30_000, 1000 * 2 ** Math.max(0, failures - 1)) + refused * 500;
  return Math.round(base * (1 + noise(nowMs) / 2));
}

/** 0…1 from the clock: chance enough to part clients, and the same for the same call. */
function noise(nowMs: number): number {
  const mixed = Math.imul((nowMs & 0x7fffffff) ^ 0x5bd1e995, 0x2c1b3c6d) >>> 0;
  return mixed / 0x100000000;
}
