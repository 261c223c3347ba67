// HTTP answers of the portal's front end: JSON, XML, and the pages of its web server. It knows no method.
import type { PortalResponse } from './contract';

// Any origin may call REST (published server code, rest_util.php sendHeaders).
const shared = {
  'cache-control': 'no-cache',
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'origin, content-type, accept',
  'x-content-type-options': 'nosniff',
};

/** Which form an answer takes: the suffix of the method decides (bitrix24-rest 1.1). */
export type Transport = 'json' | 'xml';

export const answer = (transport: Transport, status: number, body: string, delayMs: number): PortalResponse => ({
  status,
  headers: { 'content-type': transport === 'xml' ? 'text/xml; charset=utf-8' : 'application/json; charset=utf-8', ...shared },
  body,
  delayMs,
});

export const json = (status: number, body: string, delayMs: number): PortalResponse => answer('json', status, body, delayMs);

/** A page of the web server in front of the portal, as it comes with 502, 503, 504 (bitrix24-rest 1.4). */
export const html = (status: number, title: string, delayMs: number): PortalResponse => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: `<html>\r\n<head><title>${status} ${title}</title></head>\r\n<body>\r\n<center><h1>${status} ${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`,
  delayMs,
});

/** 302 to another address: the body of a POST is lost to whoever follows blindly (bitrix24-rest 1.1). */
export const redirect = (location: string, delayMs: number): PortalResponse => ({
  ...html(302, 'Found', delayMs),
  headers: { 'content-type': 'text/html', location },
});
