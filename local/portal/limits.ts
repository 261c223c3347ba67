// The portal's two limits: requests by a leaky bucket per address, and method time in ten minutes per method (bitrix24-rest 2). It knows no HTTP.

/** Counts requests: each adds 1, `rate` drain away a second; one that would lift the counter over `burst` is refused. One portal has one counter per address. */
export class LeakyBucket {
  private readonly levels = new Map<string, { level: number; at: number }>();

  constructor(
    private readonly rate: number,
    private readonly burst: number,
    /** Whether a refused request adds to the counter too (bitrix24-rest 2.1: unconfirmed). */
    private readonly countsRefused = false,
  ) {}

  /** Whether a request at `now` (ms) from this address passes. */
  admit(address: string, now: number): boolean {
    const known = this.levels.get(address);
    const drained = known === undefined ? 0 : Math.max(0, known.level - Math.max(0, (now - known.at) / 1000) * this.rate);
    const admitted = drained + 1 <= this.burst;
    this.levels.set(address, { level: admitted || this.countsRefused ? drained + 1 : drained, at: now });
    return admitted;
  }
}

const minute = 60_000;
const baskets = 10;
// Shorter calls are not recorded (seconds, per method within one HTTP request).
const shortest = 0.1;
const banMs = 300_000;

interface Basket {
  /** When the first call of this minute began, ms. */
  readonly first: number;
  seconds: number;
}

/** What one HTTP request adds to the method times; `finish` records it. */
export interface OperatingRequest {
  isBlocked(method: string, now: number): boolean;
  add(method: string, seconds: number, now: number): void;
  /** The `operating` keys of the time block; empty when the limiter is off. */
  keys(method: string, now: number): { operating_reset_at?: number; operating?: number };
  finish(): void;
}

/**
 * Seconds of each method of each caller in ten one-minute baskets (bitrix24-rest 2.2). A call is refused when the sum stands above the limit before it; the call that
 * crosses it still succeeds. The newer limiter bans the method for 300 s instead, forgets its baskets, and charges a batch at half its time.
 */
export class OperatingMeter {
  private readonly times = new Map<string, Map<number, Basket>>();
  private readonly bans = new Map<string, number>();

  /** `limit` in seconds; 0 switches the limiter off. */
  constructor(
    private readonly limit: number,
    private readonly newer = false,
  ) {}

  /** What a second of a batch costs the method `batch`. */
  get batchWeight(): number {
    return this.newer ? 0.5 : 0;
  }

  /** The part of one HTTP request that began at `startedAt`; `caller` is the webhook or the application. */
  request(caller: string, startedAt: number): OperatingRequest {
    const number = Math.floor(startedAt / minute);
    const pending = new Map<string, { first: number; seconds: number; counted: number }>();
    const keyOf = (method: string): string => `${caller}|${method}`;
    return {
      isBlocked: (method, now) => {
        if (this.limit <= 0) return false;
        const key = keyOf(method);
        if (this.bannedUntil(key, now) !== undefined) return true;
        const isOver = this.stored(key, number, now).seconds + (pending.get(method)?.counted ?? 0) > this.limit;
        if (isOver && this.newer) {
          this.bans.set(key, now + banMs);
          this.times.delete(key);
        }
        return isOver;
      },
      add: (method, seconds, now) => {
        const known = pending.get(method) ?? { first: now, seconds: 0, counted: 0 };
        known.seconds += seconds;
        // Inside its own request a call shows only when it alone is long enough.
        if (seconds > shortest) known.counted += seconds;
        pending.set(method, known);
      },
      keys: (method, now) => {
        if (this.limit <= 0) return {};
        const own = pending.get(method);
        const { seconds, first } = this.stored(keyOf(method), number, now);
        const since = first ?? (own !== undefined && own.counted > 0 ? own.first : undefined);
        const reset = this.bannedUntil(keyOf(method), now) ?? (since === undefined ? undefined : since + baskets * minute);
        return {
          ...(reset === undefined ? {} : { operating_reset_at: Math.floor(reset / 1000) }),
          operating: seconds + (own?.counted ?? 0),
        };
      },
      finish: () => {
        for (const [method, { first, seconds }] of pending) if (seconds > shortest) this.record(keyOf(method), number, seconds, first);
      },
    };
  }

  private bannedUntil(key: string, now: number): number | undefined {
    const until = this.bans.get(key);
    return until !== undefined && now < until ? until : undefined;
  }

  private record(key: string, number: number, seconds: number, first: number): void {
    const times = this.times.get(key) ?? new Map<number, Basket>();
    this.times.set(key, times);
    const basket = times.get(number);
    if (basket === undefined) times.set(number, { first, seconds });
    else basket.seconds += seconds;
  }

  // A basket counts through the ten minutes that begin with its own, and not beyond 600 s after its first call.
  private stored(key: string, number: number, now: number): { seconds: number; first?: number } {
    let seconds = 0;
    let first: number | undefined;
    for (const [own, basket] of this.times.get(key) ?? []) {
      if (number - own >= baskets || now - basket.first >= baskets * minute) {
        this.times.get(key)?.delete(own);
        continue;
      }
      seconds += basket.seconds;
      if (first === undefined || basket.first < first) first = basket.first;
    }
    return first === undefined ? { seconds } : { seconds, first };
  }
}
