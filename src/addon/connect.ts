// Connecting: the pasted webhook is read, tried against the portal, and only then kept (D9).
import { connectionRequest, readConnectionCheck } from '../bitrix24/connection';
import { readWebhook } from '../bitrix24/webhook';
import { type Connection, saveConnection } from './connection';
import { portalSend } from './send';
import { ensureStamp } from './stamp';

/** KpiError('settings') or KpiError('portal') when the webhook does not work; what was connected before stays then. */
export function checkConnection(pasted: unknown): Connection {
  // The panel sends text; anything else is no address.
  const webhook = readWebhook(String(pasted ?? ''));
  const [response] = portalSend(webhook)([connectionRequest()]);
  const check = readConnectionCheck(response ?? { failure: 'network', detail: '' });
  const connection: Connection = {
    portal: webhook.portal,
    userId: check.userId,
    userName: check.userName,
    missingScopes: check.missing.map((missing) => missing.scope),
  };
  saveConnection(webhook.base, connection);
  ensureStamp();
  return connection;
}
