// Daily quotas per user (apps-script reference, 1): counters that start again 24 hours after the first use.
import type { Clock } from '../clock';
import { ServiceException } from './service';
import type { SavedQuota } from './state';

export type Account = 'consumer' | 'workspace';
export type QuotaName = 'urlfetch' | 'properties' | 'email' | 'triggerMs';

const day = 86_400_000;

/** Allowed per day, by account. */
export const dailyLimits: Readonly<Record<QuotaName, Readonly<Record<Account, number>>>> = {
  urlfetch: { consumer: 20_000, workspace: 100_000 },
  properties: { consumer: 50_000, workspace: 500_000 },
  email: { consumer: 100, workspace: 1_500 },
  triggerMs: { consumer: 90 * 60_000, workspace: 6 * 3_600_000 },
};

export class Quotas {
  readonly #clock: Clock;
  readonly #account: Account;
  readonly #users = new Map<string, { since: number; used: Map<string, number> }>();

  constructor(clock: Clock, account: Account, saved: Readonly<Record<string, SavedQuota>> = {}) {
    this.#clock = clock;
    this.#account = account;
    for (const [user, { since, used }] of Object.entries(saved)) this.#users.set(user, { since, used: new Map(Object.entries(used)) });
  }

  /** What is left today. */
  remaining(user: string, name: QuotaName): number {
    return Math.max(0, dailyLimits[name][this.#account] - (this.#today(user).used.get(name) ?? 0));
  }

  /** Uses some of the quota; throws Google's text (2.2) when it is not enough, and then uses nothing. */
  use(user: string, name: QuotaName, amount = 1): void {
    if (this.remaining(user, name) < amount) {
      if (name === 'triggerMs') throw new ServiceException('Service using too much computer time for one day.');
      throw new ServiceException(`Service invoked too many times for one day: ${name}.`);
    }
    this.count(user, name, amount);
  }

  /** Counts without refusing (run time is known only afterwards). */
  count(user: string, name: QuotaName, amount: number): void {
    const { used } = this.#today(user);
    used.set(name, (used.get(name) ?? 0) + amount);
  }

  save(): Record<string, SavedQuota> {
    return Object.fromEntries([...this.#users].map(([user, { since, used }]) => [user, { since, used: Object.fromEntries(used) }]));
  }

  #today(user: string): { since: number; used: Map<string, number> } {
    const now = this.#clock.now();
    const known = this.#users.get(user);
    if (known !== undefined && now - known.since < day) return known;
    const fresh = { since: now, used: new Map<string, number>() };
    this.#users.set(user, fresh);
    return fresh;
  }
}
