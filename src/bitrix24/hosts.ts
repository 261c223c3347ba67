// Which hosts a secret may be sent to (D9): the portal a person named, its authorization server, and the portal's new name.

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
const CLOUD =
  /^[a-z0-9-]+\.bitrix24\.(com|ru|eu|de|fr|es|it|pl|by|kz|ua|uz|in|cn|co|mx|id|vn|uk|jp|com\.br|com\.tr|com\.mx|com\.co|net\.br)$/i;
/** The international server and the one of Russia and its neighbours (bitrix24-rest 8). */
const SERVERS = ['oauth.bitrix.info', 'oauth.bitrix24.tech'];

/** A machine's own address, with or without a port: where emulators listen. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/** https, or http on loopback: anything else would carry a secret in the open. */
export function isSafeScheme(scheme: string, host: string): boolean {
  return scheme === 'https' || (scheme === 'http' && isLoopback(host));
}

/** Host and port of an address; '' for none, and for one with a person's name in it. */
export function hostOf(address: string): string {
  return (/^https?:\/\/([^/?#@\s]+)(?:[/?#]|$)/i.exec(address)?.[1] ?? '').toLowerCase();
}

/**
 * Where tokens are asked for: the server that was named when it is a known one of Bitrix24 (or on loopback, for a portal on loopback), else
 * the portal's region decides. The client secret goes there, so nobody else is believed.
 */
export function tokenAddress(named: string, portalBase: string): string {
  const host = named.trim().toLowerCase();
  if (isLoopback(host) && isLoopback(hostOf(portalBase))) return `${portalBase.replace(/\/\/.*/, '//')}${host}/oauth/token/`;
  const region = /\.bitrix24\.(ru|by|kz|uz)$/.test(hostOf(portalBase)) ? 'oauth.bitrix24.tech' : 'oauth.bitrix.info';
  return `https://${SERVERS.includes(host) ? host : region}/oauth/token/`;
}

/** Whether a portal may have got this name: one of Bitrix24's cloud; for an emulated one (loopback, `.test`) another emulated one. */
export function mayBeRenamed(from: string, to: string): boolean {
  return CLOUD.test(to) || (isEmulated(from) && isEmulated(to));
}

function isEmulated(host: string): boolean {
  return isLoopback(host) || /\.test$/i.test(host);
}
