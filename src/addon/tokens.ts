// Renewing the access token of an application (bitrix24-rest 8). The refresh token is spent by it, so one run at a time of a person does it, and what
// is answered is kept before anything else happens. A run killed between the answer and the keeping loses the refresh token: nothing can bring it
// back, the next run is refused with `oauthAgain` and its person authorises the application anew.
import type { HttpFailure } from '../bitrix24/http';
import { readTokens, refreshRequest } from '../bitrix24/oauth';
import { KpiError } from '../errors';
import { holdingSecret, keepSecret, type OauthSecret, readSecret } from './secret';
import { sentForm } from './send';

/**
 * The secret with tokens other than the refused ones: those that another run has got meanwhile, else, if the portal said that they have `expired`,
 * renewed ones. The same secret when there is nothing to try; a failure is worth another try later; KpiError('settings') says what a person must do.
 */
export function renewedSecret(refused: OauthSecret, expired: boolean): OauthSecret | HttpFailure {
  return holdingSecret<OauthSecret | HttpFailure>(
    () => {
      const stored = readSecret();
      if (stored?.kind !== 'oauth' || stored.tokens.memberId !== refused.tokens.memberId) throw new KpiError('settings', 'webhookChanged');
      if (stored.tokens.access !== refused.tokens.access) return stored;
      return expired ? renewed(stored) : refused;
    },
    () => ({ failure: 'timeout', detail: 'oauth/token' }),
  );
}

function renewed(stored: OauthSecret): OauthSecret | HttpFailure {
  // A store that refuses to be written must do so before the refresh token is spent.
  keepSecret(stored);
  const request = refreshRequest(stored, stored.tokens);
  const tokens = readTokens(sentForm(request), request, Date.now() / 1000);
  if ('failure' in tokens) return tokens;
  if (tokens.memberId !== stored.tokens.memberId) throw new KpiError('settings', 'oauthAgain');
  // A new name of the portal is learnt from its own redirect alone (portal.ts).
  const next = { ...stored, tokens: { ...tokens, clientEndpoint: stored.tokens.clientEndpoint } };
  keepSecret(next);
  return next;
}
