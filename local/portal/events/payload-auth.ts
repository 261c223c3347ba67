// The `auth` part of an event's payload: the addresses, the application's token, and a user's tokens where the subscription names a user (bitrix24-rest 6, 8).
import { createHash } from 'node:crypto';
import type { TokenVault } from '../oauth/tokens';
import type { FrontSettings } from '../settings';
import type { Binding } from './desk';
import type { FormValue } from './payload';

/** Makes the part for a subscription. The application token is the same in all events of an application: by it a handler knows the portal. */
export function applicationAuth(settings: FrontSettings, tokens: TokenVault): (binding: Binding) => Readonly<Record<string, FormValue>> {
  return ({ clientId, userId }) => ({
    ...(userId === 0 ? {} : userTokens(settings, tokens, clientId, userId)),
    domain: settings.host,
    server_endpoint: `https://${settings.oauthHost}/rest/`,
    client_endpoint: `https://${settings.host}/rest/`,
    member_id: settings.memberId,
    application_token: createHash('md5').update(`${clientId}|${settings.memberId}`).digest('hex'),
  });
}

// Without a refresh token: that one is sent with events of installation only.
function userTokens(settings: FrontSettings, tokens: TokenVault, clientId: string, userId: number): Readonly<Record<string, FormValue>> {
  const scopes = settings.applicationScopes;
  const { access, expires } = tokens.issue({ clientId, userId, scopes });
  return {
    access_token: access,
    expires: Math.floor(expires / 1000),
    expires_in: 3600,
    scope: scopes.join(','),
    status: settings.application?.status ?? 'L',
    user_id: userId,
  };
}
