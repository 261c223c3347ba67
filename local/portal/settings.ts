// What the front end of a portal knows about it, and how a change replaces parts of that: names, webhook, application, plan. It knows no record.
import { createHash } from 'node:crypto';
import type { PortalApplication, PortalSettings } from './portal-file';

/** The webhook as it stands: whose it is and whether it still lives. */
export interface Webhook {
  readonly userId: number;
  readonly code: string;
  /** ISO time after which it is dead. */
  readonly expires?: string;
  readonly held: boolean;
}

export class FrontSettings {
  private renamed = false;
  /** What no renaming touches. */
  private readonly bornAs: string;

  constructor(
    private settings: PortalSettings,
    private readonly allScopes: readonly string[],
    private readonly firstUserId: () => number,
  ) {
    this.bornAs = this.host;
  }

  /** Replaces the settings a change names; a new host renames the portal. */
  change(settings: PortalSettings): void {
    if (settings.host !== undefined && settings.host !== this.settings.host) this.renamed = true;
    const webhook = { ...this.settings.webhook, ...settings.webhook };
    const app = settings.app === undefined ? this.settings.app : { ...this.settings.app, ...settings.app };
    this.settings = { ...this.settings, ...settings, webhook, ...(app === undefined ? {} : { app }) };
  }

  get host(): string {
    return this.settings.host ?? 'portal.bitrix24.com';
  }

  get oauthHost(): string {
    return this.settings.oauthHost ?? 'oauth.bitrix.info';
  }

  get memberId(): string {
    return this.settings.memberId ?? createHash('md5').update(this.bornAs).digest('hex');
  }

  /** The present name, when a request came to another one after the portal was renamed; null where it is to be served. */
  movedTo(host: string | undefined): string | null {
    return this.renamed && host !== undefined && host.toLowerCase() !== this.host ? this.host : null;
  }

  /** Enterprise plans have the wider bucket (bitrix24-rest 2.1); their licence codes begin with `ent`. */
  get isEnterprise(): boolean {
    return /^(?:[a-z]{2}_)?ent/i.test(this.settings.plan ?? '');
  }

  get isClosed(): boolean {
    return this.settings.closed === true;
  }

  get hasRest(): boolean {
    return this.settings.subscription !== false;
  }

  /** Whether the plan has a feature; without a list it has none. */
  hasFeature(code: string): boolean {
    return this.settings.features?.includes(code) === true;
  }

  get webhook(): Webhook {
    const { userId, code, expires, held } = this.settings.webhook ?? {};
    return {
      userId: userId ?? this.firstUserId(),
      code: code ?? 'demo0secret0code',
      ...(expires === undefined ? {} : { expires }),
      held: held === true,
    };
  }

  get webhookScopes(): readonly string[] {
    return this.settings.scopes ?? this.allScopes;
  }

  get application(): PortalApplication | undefined {
    return this.settings.app;
  }

  get applicationScopes(): readonly string[] {
    return this.settings.app?.scopes ?? this.allScopes;
  }
}

/** Where a portal and its authorization server are reached. */
export interface Endpoints {
  /** With the scheme, without a slash at the end. */
  readonly client: string;
  readonly server: string;
}

/** A request to an address that is neither the portal's nor the authorization server's (loopback) is answered with that address, so that a client stays on it. */
export function endpoints(settings: FrontSettings, host: string | undefined, secure: boolean | undefined): Endpoints {
  if (host === undefined || host === settings.host || host === settings.oauthHost)
    return { client: `https://${settings.host}`, server: `https://${settings.oauthHost}` };
  const own = `${secure === false ? 'http' : 'https'}://${host}`;
  return { client: own, server: own };
}
