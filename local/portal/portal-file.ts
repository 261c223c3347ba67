// The portal file: a whole Bitrix24 portal as one JSON object in Bitrix24's own REST shapes (design 4). Every key is optional, unknown keys are ignored.

/** A record as REST would print it; which keys it has is the business of the store. */
export type PortalRecord = Readonly<Record<string, unknown>>;

/** An application that people of the portal have installed (bitrix24-rest 8). */
export interface PortalApplication {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Number and code under which app.info names it (default 1, and the client id). */
  readonly id?: number;
  readonly code?: string;
  /** Handler of the local application: where a person returns to with a code. */
  readonly redirectUri?: string;
  /** Scopes on the application's card; absent: all that the portal has. */
  readonly scopes?: readonly string[];
  /** F free, D demo, T trial, P paid, L local (default). */
  readonly status?: 'F' | 'D' | 'T' | 'P' | 'L';
  /** False: uninstalled or switched off. */
  readonly active?: boolean;
  /** False: its trial or paid period is over. */
  readonly paid?: boolean;
  /** Blocked by the vendor for overload. */
  readonly held?: boolean;
  /** Users who withdrew their permission: their refresh tokens are dead. */
  readonly revoked?: readonly number[];
  /** Users who may use it besides administrators; absent: everybody. */
  readonly users?: readonly number[];
}

/** What a portal is beside its records. */
export interface PortalSettings {
  readonly name?: string;
  /** Its present address. A change of it renames the portal: every other address answers 302 from then on (bitrix24-rest 1.1). */
  readonly host?: string;
  /** Host of the authorization server (default oauth.bitrix.info). */
  readonly oauthHost?: string;
  /** Stable identity of the portal, whatever its host. */
  readonly memberId?: string;
  /** IANA name; all times are printed with its offset (default Europe/Moscow). */
  readonly timeZone?: string;
  readonly plan?: string;
  /** Features of the plan that feature.get answers Y for. */
  readonly features?: readonly string[];
  /** False: the plan has no REST (bitrix24-rest 1.1). */
  readonly subscription?: boolean;
  /** The portal was deleted or is closed. */
  readonly closed?: boolean;
  /** Scopes of the webhook; absent: all that the portal has. */
  readonly scopes?: readonly string[];
  /** `expires`: ISO time after which the webhook is dead; `held`: blocked by the vendor for overload. */
  readonly webhook?: { readonly userId?: number; readonly code?: string; readonly expires?: string; readonly held?: boolean };
  readonly app?: PortalApplication;
  /** What the webhook's user may read: everything (default), only what they are responsible for, or nothing of CRM. */
  readonly rights?: 'all' | 'own' | 'none';
  /** Funnels of deals that the webhook's user may read; absent: all. */
  readonly funnels?: readonly number[];
  /** `total` where `start=-1` switched counting off: by default absent in controllers, 0 in old methods (bitrix24-rest 4.2, unconfirmed). */
  readonly uncountedTotal?: 'zero' | 'absent';
  /** Order of items that a call does not order: by id (default), or the other way round, since Bitrix24 promises none (bitrix24-rest 4.2). */
  readonly unordered?: 'by-id' | 'reversed';
  /** The portal has the extranet module: user.get leaves out people without a department (bitrix24-rest 5.6). */
  readonly extranet?: boolean;
  /** Counts of crm.item.list stand for 5 s per filter, as newer versions keep them (bitrix24-rest 4.2). */
  readonly countCache?: boolean;
  /** app.info of a webhook: scopes and plan as the server code answers (default), or a refusal as the documentation says (bitrix24-rest 5.11). */
  readonly appInfo?: 'scopes' | 'refused';
  /** Older builds list the history of a deal's present funnel only (bitrix24-rest 5.5, unconfirmed). */
  readonly historyOf?: 'deal' | 'present-funnel';
  /** Times with an offset inside nested filter groups: honoured (default), or unreadable as one user reports (bitrix24-rest 7, unconfirmed). */
  readonly nestedOffsets?: 'honoured' | 'unreadable';
  /** Parameters that crm.item.productrow.list does not know: ignored (default), or refused as one user reports (bitrix24-rest 5.7). */
  readonly extraParameters?: 'ignored' | 'refused';
  /** Chats that take messages of the webhook's user; absent: every chat does. */
  readonly chats?: readonly string[];
  /** A change also writes what Bitrix24 itself would: stage history, close date, repeat-customer flags. By default records stand as given. */
  readonly automation?: boolean;
}

export interface PortalFile {
  readonly portal?: PortalSettings;
  readonly categories?: readonly PortalRecord[];
  readonly statuses?: readonly PortalRecord[];
  readonly currencies?: readonly PortalRecord[];
  readonly users?: readonly PortalRecord[];
  readonly departments?: readonly PortalRecord[];
  readonly deals?: readonly PortalRecord[];
  readonly leads?: readonly PortalRecord[];
  readonly contacts?: readonly PortalRecord[];
  readonly companies?: readonly PortalRecord[];
  readonly stageHistory?: readonly PortalRecord[];
  readonly activities?: readonly PortalRecord[];
  readonly productRows?: readonly PortalRecord[];
  readonly userFields?: readonly PortalRecord[];
}

/** The lists of a portal file, by name. */
export type PortalTable = Exclude<keyof PortalFile, 'portal'>;

/** A partial portal file that upserts its records; `portal` replaces settings it names (all but the time zone); `delete` names ids by list, `now` (ISO) sets the clock first. */
export interface PortalChange extends PortalFile {
  readonly delete?: Partial<Record<PortalTable, readonly (number | string)[]>>;
  readonly now?: string;
}

export const portalTables = [
  'categories',
  'statuses',
  'currencies',
  'users',
  'departments',
  'deals',
  'leads',
  'contacts',
  'companies',
  'stageHistory',
  'activities',
  'productRows',
  'userFields',
] as const satisfies readonly PortalTable[];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Narrows parsed JSON to a portal file. A golden case (`{"inputs": {…}}`) is accepted as one. Throws a sentence that names the key when a list is not a list of
 * objects; unknown keys are dropped.
 */
export function readPortalFile(json: unknown): PortalFile {
  if (!isObject(json)) throw new Error('The portal file must be one JSON object.');
  const source = isObject(json['inputs']) ? json['inputs'] : json;
  const file: Record<string, unknown> = { portal: readPortal(source) };
  for (const table of portalTables) {
    const list = source[table];
    if (list === undefined || list === null) continue;
    if (!Array.isArray(list)) throw new Error(`The portal file's "${table}" must be a list of records.`);
    const bad = list.findIndex((record) => !isObject(record));
    if (bad >= 0) throw new Error(`The portal file's "${table}" must be a list of records: entry ${bad + 1} is not an object.`);
    file[table] = list;
  }
  return file;
}

/** Reads a change: a partial portal file with `delete` and `now`. Throws a sentence when one of them has the wrong form. */
export function readPortalChange(json: unknown): PortalChange {
  const { portal, ...file } = readPortalFile(json);
  if (!isObject(json)) return file;
  const change: Record<string, unknown> = { ...file, ...(isObject(json['portal']) ? { portal } : {}) };
  const deletions = json['delete'];
  if (deletions !== undefined) {
    if (!isObject(deletions)) throw new Error('"delete" must be an object: list name → ids.');
    for (const [table, ids] of Object.entries(deletions)) {
      if (!(portalTables as readonly string[]).includes(table))
        throw new Error(`"delete" names "${table}", which is not a list of a portal file.`);
      if (!Array.isArray(ids)) throw new Error(`"delete.${table}" must be a list of ids.`);
    }
    change['delete'] = deletions;
  }
  const now = json['now'];
  if (now !== undefined) {
    if (typeof now !== 'string' || !/^\d{4}-/.test(now) || Number.isNaN(Date.parse(now)))
      throw new Error('"now" must be an ISO time such as "2026-10-01T09:00:00+03:00".');
    change['now'] = now;
  }
  return change;
}

// A golden case has no `portal`; its zone stands in its settings.
function readPortal(source: Record<string, unknown>): Record<string, unknown> {
  const settings = source['settings'];
  const zone = isObject(settings) && typeof settings['timeZone'] === 'string' ? { timeZone: settings['timeZone'] } : {};
  const portal = isObject(source['portal']) ? source['portal'] : {};
  const app = portal['app'];
  if (app !== undefined && !(isObject(app) && typeof app['clientId'] === 'string' && typeof app['clientSecret'] === 'string'))
    throw new Error('The portal file\'s "portal.app" must be an object with the texts "clientId" and "clientSecret".');
  return { ...zone, ...portal };
}
