// Whom a secret may be sent to: the authorization server, and the portal under a new name.
import { hostOf, mayBeRenamed, tokenAddress } from '../../src/bitrix24/hosts';
import { renamedBase } from '../../src/bitrix24/renamed';

describe('the authorization server', () => {
  it.each([
    ['oauth.bitrix.info', 'https://acme.bitrix24.ru', 'https://oauth.bitrix.info/oauth/token/'],
    ['OAUTH.bitrix24.tech', 'https://acme.bitrix24.com', 'https://oauth.bitrix24.tech/oauth/token/'],
    ['', 'https://acme.bitrix24.ru', 'https://oauth.bitrix24.tech/oauth/token/'],
    ['', 'https://acme.bitrix24.by', 'https://oauth.bitrix24.tech/oauth/token/'],
    ['', 'https://acme.bitrix24.de', 'https://oauth.bitrix.info/oauth/token/'],
    ['', 'https://crm.acme.example', 'https://oauth.bitrix.info/oauth/token/'],
    ['evil.example', 'https://acme.bitrix24.de', 'https://oauth.bitrix.info/oauth/token/'],
    ['oauth.bitrix.info.evil.example', 'https://acme.bitrix24.de', 'https://oauth.bitrix.info/oauth/token/'],
    ['oauth.bitrix.info/@evil.example', 'https://acme.bitrix24.de', 'https://oauth.bitrix.info/oauth/token/'],
    ['127.0.0.1:80', 'https://acme.bitrix24.de', 'https://oauth.bitrix.info/oauth/token/'],
    ['127.0.0.1:80', 'http://127.0.0.1:81', 'http://127.0.0.1:80/oauth/token/'],
    ['localhost:80', 'https://[::1]:81', 'https://localhost:80/oauth/token/'],
  ])('named %j by a way back to %s is %s', (named, portal, address) => {
    expect(tokenAddress(named, portal)).toBe(address);
  });
});

describe('a name that a portal may have got', () => {
  it.each([
    ['acme.bitrix24.ru', 'new.bitrix24.com', true],
    ['acme.bitrix24.ru', 'new.bitrix24.com.br', true],
    ['crm.acme.example', 'acme.bitrix24.eu', true],
    ['acme.bitrix24.ru', 'acme.example', false],
    ['acme.bitrix24.ru', 'bitrix24.ru', false],
    ['acme.bitrix24.ru', 'a.b.bitrix24.ru', false],
    ['acme.bitrix24.ru', 'new.bitrix24.ru:8443', false],
    ['acme.bitrix24.ru', 'new.bitrix24.site', false],
    ['acme.bitrix24.ru', 'newbitrix24.ru', false],
    ['acme.bitrix24.ru', 'new.bitrix24.ru.evil.example', false],
    ['acme.bitrix24.ru', '127.0.0.1:80', false],
    ['acme.bitrix24.ru', 'new.bitrix24.test', false],
    ['127.0.0.1:80', 'renamed.bitrix24.test', true],
    ['old.bitrix24.test', 'localhost:80', true],
    ['127.0.0.1:80', 'new.bitrix24.ru', true],
  ])('%s → %s: %p', (from, to, may) => {
    expect(mayBeRenamed(from, to)).toBe(may);
  });
});

describe('a redirect', () => {
  const base = 'https://acme.bitrix24.ru/rest/1/code0code/';
  const to = (location: string | null, status = 302) =>
    renamedBase(base, 'batch', { status, body: '', ...(location === null ? {} : { headers: { lOcAtIoN: location } }) });

  it.each([301, 302, 307, 308])('%i to the same path under a new name gives the new address', (status) => {
    expect(to('https://New.bitrix24.ru/rest/1/code0code/batch', status)).toBe('https://new.bitrix24.ru/rest/1/code0code/');
  });

  it.each([
    'http://new.bitrix24.ru/rest/1/code0code/batch',
    'https://new.bitrix24.ru/rest/1/code0code/batch?x=1',
    'https://new.bitrix24.ru/rest/1/code0code/',
    'https://new.bitrix24.ru/rest/1/another0/batch',
    'https://acme.bitrix24.ru/rest/1/code0code/batch',
    'https://user@new.bitrix24.ru/rest/1/code0code/batch',
    'https://acme.example/rest/1/code0code/batch',
    '//new.bitrix24.ru/rest/1/code0code/batch',
    '/auth/',
    '',
    null,
  ])('to %j gives none', (location) => {
    expect(to(location)).toBeNull();
  });

  it('is no other answer, whatever its headers say', () => {
    const headers = { Location: 'https://new.bitrix24.ru/rest/1/code0code/batch' };
    expect([200, 401, 503].map((status) => renamedBase(base, 'batch', { status, body: '{}', headers }))).toEqual([null, null, null]);
    expect(renamedBase(base, 'batch', { failure: 'network', detail: '' })).toBeNull();
  });

  it('on loopback may stay plain http, and keeps the port', () => {
    const local = 'http://127.0.0.1:81/rest/';
    const answer = { status: 302, body: '', headers: { location: 'http://localhost:82/rest/batch' } };
    expect(renamedBase(local, 'batch', answer)).toBe('http://localhost:82/rest/');
  });
});

it.each([
  ['https://acme.bitrix24.ru/rest/', 'acme.bitrix24.ru'],
  ['http://LOCALHOST:80', 'localhost:80'],
  ['https://user@evil.example/', ''],
  ['/auth/', ''],
  ['ftp://acme', ''],
])('the host of %j is %j', (address, host) => {
  expect(hostOf(address)).toBe(host);
});
