// Connecting: a secret is tried against the portal, and only then kept (D9).
import { connectionRequest, readConnectionCheck } from '../bitrix24/connection';
import { readWebhook } from '../bitrix24/webhook';
import { type Connection, saveConnection } from './connection';
import { portalSend } from './portal';
import { keepRenaming } from './portal-names';
import { portalOf, type Secret } from './secret';
import { ensureStamp } from './stamp';

/** KpiError('settings') or KpiError('portal') when the webhook does not work; what was connected before stays then. */
export function checkConnection(pasted: unknown): Connection {
  // The panel sends text; anything else is no address.
  const pastedSecret: Secret = { kind: 'webhook', base: readWebhook(String(pasted ?? '')).base };
  const { secret, connection } = triedConnection(pastedSecret);
  saveConnection(secret, connection);
  if (connection.portal !== portalOf(pastedSecret)) keepRenaming(portalOf(pastedSecret), connection.portal);
  ensureStamp();
  return connection;
}

/** Asks the portal who the secret speaks for; of a renamed portal the answer is about its new address. Nothing is kept. */
export function triedConnection<S extends Secret>(given: S): { readonly secret: S; readonly connection: Connection } {
  let secret = given;
  const send = portalSend(given, {
    moved: (to) => {
      secret = to as S;
    },
  });
  const [response] = send([connectionRequest()]);
  const check = readConnectionCheck(response ?? { failure: 'network', detail: '' });
  const connection: Connection = {
    portal: portalOf(secret),
    userId: check.userId,
    userName: check.userName,
    missingScopes: check.missing.map((missing) => missing.scope),
  };
  return { secret, connection };
}
