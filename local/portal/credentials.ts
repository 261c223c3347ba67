// Who is asking, by the address of a webhook or by the token of an application, and whether they are let in (bitrix24-rest 1.1, 1.4, 8). It knows no method.
import type { PortalRequest } from './contract';
import { frontError } from './errors';
import { RestError } from './method';
import type { TokenVault } from './oauth/tokens';
import { PhpArray, toText } from './php/value';
import type { PortalApplication } from './portal-file';
import type { RestPath } from './request';
import type { FrontSettings } from './settings';
import type { Row } from './store/fields';

/** The one whose rights and budgets a request uses. */
export interface Caller {
  readonly type: 'webhook' | 'application';
  /** Key of the operating budget: one webhook or application (bitrix24-rest 2.2). */
  readonly key: string;
  readonly userId: number;
  readonly scopes: readonly string[];
  /** The application of a token. */
  readonly application?: PortalApplication;
  /** `auth_connector`: which queue of offline events the application means. */
  readonly connector: string;
}

/** What the check looks at. */
export interface Doorkeeper {
  readonly settings: FrontSettings;
  readonly tokens: TokenVault;
  readonly users: { get(id: number): Row | undefined };
  readonly requireHttps: boolean;
  readonly now: number;
}

/** Finds the caller and takes their credentials out of the parameters. Throws RestError, in the order in which a portal checks. */
export function admit(door: Doorkeeper, path: RestPath, request: PortalRequest, params: PhpArray): Caller {
  if (path.webhook !== null) return webhookCaller(door, path.webhook, request);
  const token = tokenOf(request, params);
  if (token === null) throw frontError('no-auth');
  for (const key of ['auth', 'access_token']) params.delete(key);
  return applicationCaller(door, token, params);
}

function webhookCaller(
  { settings, users, requireHttps, now }: Doorkeeper,
  given: { userId: string; code: string },
  request: PortalRequest,
): Caller {
  if (requireHttps && request.secure === false) throw frontError('https-required');
  const { userId, code, expires, held } = settings.webhook;
  const isDead = expires !== undefined && now >= Date.parse(expires);
  if (given.userId !== String(userId) || given.code !== code || isDead) throw frontError('auth');
  if (held) throw frontError('overload');
  if (!settings.hasRest) throw frontError('access-denied-plan');
  if (isDismissed(users.get(userId))) throw frontError('authorization-error');
  return { type: 'webhook', key: `webhook|${code}`, userId, scopes: settings.webhookScopes, connector: '' };
}

function applicationCaller({ settings, tokens, users, now }: Doorkeeper, token: string, params: PhpArray): Caller {
  const access = tokens.access(token);
  if (access === undefined) throw frontError('invalid-token');
  const application = settings.application;
  if (application?.held === true) throw frontError('overload');
  if (!settings.hasRest) throw frontError('access-denied-app-plan');
  if (application === undefined || application.active === false || application.clientId !== access.clientId)
    throw frontError('application-not-found');
  if (access.expires <= now) throw frontError('expired-token');
  const user = users.get(access.userId);
  if (isDismissed(user)) throw frontError('authorization-error');
  if (!mayUse(application, access.userId, user)) throw frontError('user-access');
  const connector = toText(params.get('auth_connector'));
  params.delete('auth_connector');
  if (connector !== '' && !settings.hasFeature('rest_auth_connector'))
    throw new RestError('WRONG_LICENSE', 'This feature is not enabled for the current license: auth_connector', 403);
  return {
    type: 'application',
    key: `application|${application.clientId}`,
    userId: access.userId,
    scopes: access.scopes,
    application,
    connector,
  };
}

// A Bearer header comes before the parameters; a token that is an array is none (published server code, oauth/auth.php).
function tokenOf({ headers }: PortalRequest, params: PhpArray): string | null {
  const bearer = /^Bearer\s+(.*)$/i.exec(headers['authorization'] ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  for (const key of ['auth', 'access_token']) {
    const value = params.get(key);
    if (value !== undefined && !(value instanceof PhpArray)) return toText(value);
  }
  return null;
}

const isDismissed = (user: Row | undefined): boolean => user?.['ACTIVE'] === false;

const isPlainUser = (user: Row | undefined): boolean => user?.['ADMIN'] === false || user?.['IS_ADMIN'] === 'N';

const mayUse = (application: PortalApplication, userId: number, user: Row | undefined): boolean =>
  application.users === undefined || application.users.includes(userId) || !isPlainUser(user);
