// The portal's two limits: requests by a leaky bucket per address, and method time in ten minutes per method (bitrix24-rest 2). It knows no HTTP.

/** Counts requests: each adds 1, `rate` drain away a second; one that would lift the counter over `burst` is refused and not counted. */
export class LeakyBucket {
  private readonly levels = new Map<string, { level: number; at: number }>();

  constructor(
    private readonly rate: number,
    private readonly burst: number,
  ) {}

  /** Whether a request at `now` (ms) from this address passes. */
  admit(address: string, now: number): boolean {
    const known = this.levels.get(address);
    const drained = known === undefined ? 0 : Math.max(0, known.level - Math.max(0, (now - known.at) / 1000) * this.rate);
    const admitted = drained + 1 <= this.burst;
    this.levels.set(address, { level: admitted ? drained + 1 : drained, at: now });
    return admitted;
  }
}

const minute = 60_000;
const window = 10 * minute;
// Shorter calls are not recorded (seconds, per method within one HTTP request).
const shortest = 0.1;

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

/** Seconds of each method in ten one-minute baskets. A call is refused when the sum stands above the limit before it; the call that crosses it still succeeds. */
export class OperatingMeter {
  private readonly baskets = new Map<string, Map<number, Basket>>();

  /** `limit` in seconds; 0 switches the limiter off. */
  constructor(private readonly limit: number) {}

  request(): OperatingRequest {
    const pending = new Map<string, { seconds: number; first: number }>();
    const sum = (method: string, now: number): number => this.stored(method, now).seconds + (pending.get(method)?.seconds ?? 0);
    return {
      isBlocked: (method, now) => this.limit > 0 && sum(method, now) > this.limit,
      add: (method, seconds, now) => {
        const known = pending.get(method);
        pending.set(method, { seconds: (known?.seconds ?? 0) + seconds, first: known?.first ?? now });
      },
      keys: (method, now) => {
        if (this.limit <= 0) return {};
        const own = pending.get(method);
        const counted = own !== undefined && own.seconds >= shortest ? own : undefined;
        const { seconds, first } = this.stored(method, now);
        const operating = seconds + (counted?.seconds ?? 0);
        const since = first ?? counted?.first;
        return { ...(since === undefined ? {} : { operating_reset_at: Math.floor((since + window) / 1000) }), operating };
      },
      finish: () => {
        for (const [method, { seconds, first }] of pending) if (seconds >= shortest) this.record(method, seconds, first);
      },
    };
  }

  private record(method: string, seconds: number, first: number): void {
    const baskets = this.baskets.get(method) ?? new Map<number, Basket>();
    this.baskets.set(method, baskets);
    const number = Math.floor(first / minute);
    const basket = baskets.get(number);
    if (basket === undefined) baskets.set(number, { first, seconds });
    else basket.seconds += seconds;
  }

  private stored(method: string, now: number): { seconds: number; first?: number } {
    const baskets = this.baskets.get(method);
    if (baskets === undefined) return { seconds: 0 };
    let seconds = 0;
    let first: number | undefined;
    for (const [number, basket] of baskets) {
      if (now - basket.first >= window) {
        baskets.delete(number);
        continue;
      }
      seconds += basket.seconds;
      if (first === undefined || basket.first < first) first = basket.first;
    }
    return first === undefined ? { seconds } : { seconds, first };
  }
}
