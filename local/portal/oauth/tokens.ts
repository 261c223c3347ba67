// Codes and tokens of an application, as the authorization server keeps them (bitrix24-rest 8). Times are the portal's; it knows no HTTP.
import { createHash } from 'node:crypto';
import type { Clock } from '../../clock';

const codeMs = 30_000;
const accessMs = 3_600_000;
const refreshMs = 180 * 86_400_000;

/** Whom a token stands for. */
export interface Grant {
  readonly clientId: string;
  readonly userId: number;
  readonly scopes: readonly string[];
}

/** A grant with its end, ms. */
export interface Access extends Grant {
  readonly expires: number;
}

export interface TokenPair {
  readonly access: string;
  readonly refresh: string;
  /** End of the access token, ms. */
  readonly expires: number;
}

/** Life times: a code 30 s and one use, an access token 1 h, a refresh token 180 days and replaced by each refresh. */
export class TokenVault {
  private readonly codes = new Map<string, Access>();
  private readonly accesses = new Map<string, Access>();
  private readonly refreshes = new Map<string, Access>();
  private serial = 0;

  constructor(
    private readonly clock: Clock,
    /** Whether a refresh token that was used before works again. */
    private readonly refreshTwice: boolean,
  ) {}

  /** A code for the redirect back to the application. */
  code(grant: Grant): string {
    return this.put(this.codes, grant, codeMs);
  }

  /** What a code stands for; null when it is unknown, used or older than 30 s. */
  redeem(code: string): Grant | null {
    return this.take(this.codes, code, true);
  }

  /** What a refresh token stands for; null when it is unknown, replaced or too old. */
  renew(refresh: string): Grant | null {
    return this.take(this.refreshes, refresh, !this.refreshTwice);
  }

  issue(grant: Grant): TokenPair {
    return {
      access: this.put(this.accesses, grant, accessMs),
      refresh: this.put(this.refreshes, grant, refreshMs),
      expires: this.clock.now() + accessMs,
    };
  }

  /** What an access token stands for, expired ones included: the portal tells them from unknown ones. */
  access(token: string): Access | undefined {
    return this.accesses.get(token);
  }

  private put(tokens: Map<string, Access>, grant: Grant, life: number): string {
    this.serial += 1;
    const token = createHash('md5').update(`${grant.clientId}|${grant.userId}|${this.serial}`).digest('hex');
    tokens.set(token, { ...grant, expires: this.clock.now() + life });
    return token;
  }

  private take(tokens: Map<string, Access>, token: string, once: boolean): Grant | null {
    const found = tokens.get(token);
    if (once) tokens.delete(token);
    return found === undefined || found.expires <= this.clock.now() ? null : found;
  }
}
