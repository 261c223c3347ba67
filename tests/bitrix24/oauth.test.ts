// OAuth 2.0 of a local application: what is asked for, and what the answers of the authorization server mean.
import type { HttpResponse } from '../../src/bitrix24/http';
import {
  authorizeAddress,
  exchangeRequest,
  readApplication,
  readPortalAddress,
  readTokens,
  refreshRequest,
  type Tokens,
} from '../../src/bitrix24/oauth';

const url = 'https://oauth.bitrix.info/oauth/token/';
const card = { clientId: 'local.1', clientSecret: 'key' };
const request = exchangeRequest(url, card, 'c0de');
const answered = {
  access_token: 'access1',
  refresh_token: 'refresh1',
  expires_in: 3600,
  client_endpoint: 'https://acme.bitrix24.ru/rest/',
  server_endpoint: 'https://oauth.bitrix.info/rest/',
  domain: 'oauth.bitrix.info',
  member_id: 'm1',
  scope: 'crm,user_brief',
  status: 'L',
};
const tokens: Tokens = {
  access: 'access1',
  refresh: 'refresh1',
  expiresAt: 4600,
  clientEndpoint: 'https://acme.bitrix24.ru/rest/',
  tokenEndpoint: url,
  memberId: 'm1',
  userId: null,
  scope: ['crm', 'user_brief'],
};
const response = (body: unknown, status = 200): HttpResponse => ({ status, body: typeof body === 'string' ? body : JSON.stringify(body) });
const read = (body: unknown, status?: number): unknown => {
  try {
    return readTokens(response(body, status), request, 1000.9);
  } catch (error) {
    return (error as { key: string }).key;
  }
};

describe('the address of a portal', () => {
  it.each([
    ['acme.bitrix24.ru', 'https://acme.bitrix24.ru'],
    [' https://ACME.bitrix24.ru/crm/deal/?a=1 ', 'https://acme.bitrix24.ru'],
    ['crm.acme.example:8443/', 'https://crm.acme.example:8443'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['https://localhost/', 'https://localhost'],
    ['http://[::1]:80', 'http://[::1]:80'],
  ])('is read from %j', (pasted, base) => {
    expect(readPortalAddress(pasted)).toBe(base);
  });

  it.each([
    ['', 'oauthPortal'],
    ['acme', 'oauthPortal'],
    ['acme bitrix24.ru', 'oauthPortal'],
    ['https://user:pass@acme.bitrix24.ru', 'oauthPortal'],
    ['javascript:alert(1)', 'oauthPortal'],
    ['http://acme.bitrix24.ru', 'oauthPortalNotHttps'],
    ['ftp://acme.bitrix24.ru', 'oauthPortalNotHttps'],
  ])('%j is refused as %s', (pasted, key) => {
    expect(() => readPortalAddress(pasted)).toThrow(expect.objectContaining({ kind: 'settings', key, params: {} }));
  });
});

it('the card is read without the spaces around; a part that is missing or two words is refused', () => {
  expect(readApplication(' local.1 ', '\tkey\n')).toEqual(card);
  for (const [id, key] of [
    ['', 'key'],
    ['local.1', ' '],
    ['local 1', 'key'],
    ['local.1', 'ke y'],
  ] as const)
    expect(() => readApplication(id, key)).toThrow(expect.objectContaining({ key: 'oauthCard', params: {} }));
});

it('the address to open names application and state, and no way back', () => {
  expect(authorizeAddress('https://acme.bitrix24.ru', 'local.1', 'a+b/c=')).toBe(
    'https://acme.bitrix24.ru/oauth/authorize/?client_id=local.1&state=a%2Bb%2Fc%3D',
  );
});

it('tokens are asked for by a form', () => {
  expect(request).toEqual({ url, fields: { grant_type: 'authorization_code', client_id: 'local.1', client_secret: 'key', code: 'c0de' } });
  expect(refreshRequest(card, tokens)).toEqual({
    url,
    fields: { grant_type: 'refresh_token', client_id: 'local.1', client_secret: 'key', refresh_token: 'refresh1' },
  });
});

describe('an answer', () => {
  it('holds tokens, their end, the portal’s identity and where it is asked', () => {
    expect(read(answered)).toEqual(tokens);
    expect(read({ ...answered, user_id: '7', expires: 1, expires_in: '60' })).toEqual({ ...tokens, userId: 7, expiresAt: 1060 });
    expect(read({ ...answered, scope: undefined, expires_in: undefined })).toEqual({ ...tokens, scope: [], expiresAt: 4600 });
  });

  it.each([
    ['access_token', { access_token: '' }],
    ['refresh_token', { refresh_token: undefined }],
    ['member_id', { member_id: 5 }],
    ['client_endpoint', { client_endpoint: undefined }],
    ['client_endpoint over http', { client_endpoint: 'http://acme.bitrix24.ru/rest/' }],
    ['client_endpoint with a person', { client_endpoint: 'https://x@acme.bitrix24.ru/rest/' }],
    ['client_endpoint with another path', { client_endpoint: 'https://acme.bitrix24.ru/rest/1/x/' }],
    ['client_endpoint on loopback from a real server', { client_endpoint: 'http://127.0.0.1/rest/' }],
  ])('without a good %s is no answer', (_, change) => {
    expect(read({ ...answered, ...change })).toEqual({ failure: 'network', detail: 'oauth/token: HTTP 200' });
  });

  const again = 'oauthAgain';
  const refusals: readonly (readonly [string, string])[] = [
    ['invalid_grant', again],
    ['bad_verification_code', again],
    ['expired_token', again],
    ['invalid_client', 'oauthClient'],
    ['wrong_client', 'oauthClient'],
    ['PAYMENT_REQUIRED', 'oauthPayment'],
    ['invalid_scope', 'oauthScope'],
    ['insufficient_scope', 'oauthScope'],
    ['invalid_request', 'methodRefused'],
  ];
  it.each(refusals)('with the error %s is told by %s, whatever its status', (error, key) => {
    expect([200, 400, 401, 402].map((status) => read({ error, error_description: 'x' }, status))).toEqual([key, key, key, key]);
  });

  it.each([
    ['an unknown error', { error: 'SOMETHING' }, 400, 'oauth/token: something'],
    ['an error of the server', { error: 'invalid_request' }, 500, 'oauth/token: invalid_request'],
    ['HTML', '<html>', 502, 'oauth/token: HTTP 502'],
    ['a list', [], 200, 'oauth/token: HTTP 200'],
    ['nothing', '', 200, 'oauth/token: HTTP 200'],
  ])('that is %s is worth another try, and names no secret', (_, body, status, detail) => {
    expect(read(body, status)).toEqual({ failure: 'network', detail });
  });

  it('that did not come is told as it is', () => {
    const failure = { failure: 'timeout', detail: 'slow' } as const;
    expect(readTokens(failure, request, 0)).toBe(failure);
  });
});
