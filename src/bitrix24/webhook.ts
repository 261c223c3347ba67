// The webhook address a person pastes: read, forgiven what can be forgiven, refused with the sentence that mends it.
import { KpiError } from '../errors';
import { isSafeScheme } from './hosts';

export interface Webhook {
  /** Host (with a port when one is written): shown to people, part of the identity of a generation. */
  readonly portal: string;
  readonly userId: number;
  /** The secret address that REST methods are appended to; ends with a slash. Never show it. */
  readonly base: string;
}

/**
 * Reads a pasted webhook: spaces, quotes, a missing last slash and a method name after the code (`…/profile.json`) are forgiven.
 * KpiError('settings') when it is no URL, not https (http is for loopback only), an OAuth address, or lacks user or code.
 */
export function readWebhook(pasted: string): Webhook {
  const text = pasted
    .trim()
    .replace(/^["'«<]+|["'»>]+$/g, '')
    .trim();
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\s]+)([^?#\s]*)/i.exec(text);
  if (!parts || /\s/.test(text)) throw new KpiError('settings', 'webhookNotUrl');
  const scheme = (parts[1] ?? '').toLowerCase();
  const host = (parts[2] ?? '').toLowerCase();
  const path = parts[3] ?? '';
  if (host.includes('@')) throw new KpiError('settings', 'webhookNotUrl');
  if (!isSafeScheme(scheme, host)) throw new KpiError('settings', 'webhookNotHttps');
  if (/\/oauth\//i.test(path)) throw new KpiError('settings', 'webhookOauth');
  if (/\/rest\/api\//i.test(path)) throw new KpiError('settings', 'webhookPath');
  const rest = /^\/+rest(?:\/+(.*))?$/i.exec(path);
  if (!rest) throw new KpiError('settings', 'webhookPath');
  const [user = '', code = ''] = (rest[1] ?? '').split(/\/+/);
  if (!/^\d+$/.test(user) || Number(user) === 0)
    throw new KpiError('settings', user.includes('.') || user === '' ? 'webhookOauth' : 'webhookUser');
  if (!/^[A-Za-z0-9_-]{4,}$/.test(code)) throw new KpiError('settings', 'webhookCode');
  return { portal: host, userId: Number(user), base: `${scheme}://${host}/rest/${user}/${code}/` };
}
