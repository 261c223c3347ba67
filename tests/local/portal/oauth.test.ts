// OAuth 2.0 (8): the way of a person and of an application to tokens, what tokens open, and every refusal of the token endpoint.
// One file, because it follows one section of the reference from its beginning to its end.
import type { PortalOptions } from '../../../local/portal/portal';
import { agreed, application, asked, people, tokensOf } from './application';
import { noon, portalOf, reply, type TestPortal } from './harness';

const member = 'a223c6b3710f85df22e9377d6c4f7553';
const settings = { host: 'acme.bitrix24.test', memberId: member, app: { ...application, scopes: ['crm', 'user_brief'] } };
const portal = (more: object = {}, options: Partial<PortalOptions> = {}): TestPortal =>
  portalOf({ portal: { ...settings, ...more }, users: people }, options);
const renew = (at: TestPortal, refresh: string): Record<string, unknown> =>
  asked(at, { grant_type: 'refresh_token', refresh_token: refresh });
const call = (at: TestPortal, token: string, method = 'profile'): unknown[] => {
  const { status, error, result } = reply(at.send({ path: `/rest/${method}?auth=${token}` }));
  return [status, error[0] ?? result];
};

describe('a person lets an application in [8 oauth-authorize]', () => {
  test('and comes back to its handler with a code, its state and where the portal is', () => {
    const { status, headers } = portal().send({ path: '/oauth/authorize/?client_id=local.kpi&state=s%201' });
    const { searchParams, origin, pathname } = new URL(headers['location'] ?? '');
    expect([status, origin + pathname, Object.fromEntries(searchParams)]).toEqual([
      302,
      'https://app.test/back',
      {
        from: 'portal',
        code: expect.stringMatching(/^[0-9a-f]{32}$/),
        state: 's 1',
        domain: 'acme.bitrix24.test',
        member_id: member,
        scope: 'crm,user_brief',
        server_domain: 'oauth.bitrix.info',
      },
    ]);
  });

  test.each([
    ['of another client', '/oauth/authorize/?client_id=local.other', {}],
    ['without a client', '/oauth/authorize/', {}],
    ['of an application that is switched off', '/oauth/authorize/?client_id=local.kpi', { app: { ...application, active: false } }],
    ['of a portal without applications', '/oauth/authorize/?client_id=local.kpi', { app: undefined }],
    // The redirect is a matter of the application's card.
    ['with a redirect of its own', '/oauth/authorize/?client_id=x&redirect_uri=https://app.test/', {}],
  ])('a request %s ends on a page of the portal', (_, path, more) => {
    const { headers } = portal(more).send({ path });
    expect([headers['content-type'], headers['location']]).toEqual(['text/html', undefined]);
  });
});

describe('a person who is asked first [8 oauth-consent]', () => {
  const path = '/oauth/authorize/?client_id=local.kpi&state=s%201';
  const asking = (): TestPortal =>
    portalOf(
      { portal: settings, users: [...people, { ID: '9', NAME: '<Eva>', ACTIVE: true }, { ID: '10', ACTIVE: false }] },
      { asksPerson: true },
    );

  test('sees the application and the people of the portal, and goes on by a click', () => {
    const at = asking();
    const { status, body, headers } = at.send({ path });
    expect([status, headers['location'], body]).toEqual([200, undefined, expect.stringContaining('local.kpi')]);
    const links = [...body.matchAll(/id="user-(\w+)" href="([^"]+)">([^<]+)</g)].map(([, user, href = '', label]) => ({
      user,
      label,
      href: href.replace(/&#38;/g, '&'),
    }));
    expect(links.map(({ user, label }) => [user, label?.split(': ')[1]])).toEqual([
      ['1', '#1'],
      ['8', '#8'],
      ['9', '&#60;Eva&#62;'],
      ['none', undefined],
    ]);
    const back = new URL(at.send({ path: links[1]?.href ?? '' }).headers['location'] ?? 'none:').searchParams;
    const { access_token } = asked(at, { grant_type: 'authorization_code', code: back.get('code') ?? '' });
    expect([back.get('state'), call(at, String(access_token))[1]]).toEqual(['s 1', expect.objectContaining({ ID: '8' })]);
  });

  test.each(['none', '10', '77'])('stays on a page of the portal as user %s', (user) => {
    const { headers, body } = asking().send({ path: `${path}&user=${user}` });
    expect([headers['location'], body]).toEqual([undefined, expect.stringContaining('Access denied')]);
  });

  test('who is known to the browser is not asked', () => {
    expect(asking().send({ path, headers: { cookie: 'user=8' } }).status).toBe(302);
  });

  test('on loopback the authorization server is the portal’s own address', () => {
    const { headers } = portal().portal.handle({ method: 'GET', path, headers: { host: '127.0.0.1:81' }, body: '', secure: false });
    const back = new URL(headers['location'] ?? 'none:').searchParams;
    expect([back.get('domain'), back.get('server_domain')]).toEqual(['127.0.0.1:81', '127.0.0.1:81']);
  });
});

describe('tokens [8 oauth-tokens]', () => {
  test('come for a code, with the addresses to use them at', () => {
    const at = portal();
    expect(asked(at, { grant_type: 'authorization_code', code: agreed(at) })).toEqual({
      access_token: expect.stringMatching(/^[0-9a-f]{32}$/),
      client_endpoint: 'https://acme.bitrix24.test/rest/',
      domain: 'oauth.bitrix.info',
      expires_in: 3600,
      member_id: member,
      refresh_token: expect.stringMatching(/^[0-9a-f]{32}$/),
      scope: 'crm,user_brief',
      server_endpoint: 'https://oauth.bitrix.info/rest/',
      status: 'L',
    });
  });

  test('a client on loopback is told to stay there', () => {
    const at = portal();
    const request = (host: string, secure: boolean): unknown => {
      const query = `grant_type=authorization_code&client_id=local.kpi&client_secret=app+secret&code=${agreed(at)}`;
      const answer = at.portal.handle({ method: 'GET', path: `/oauth/token/?${query}`, headers: { host }, body: '', secure });
      const { client_endpoint, server_endpoint } = JSON.parse(answer.body) as Record<string, unknown>;
      return [client_endpoint, server_endpoint];
    };
    expect([request('127.0.0.1:81', false), request('127.0.0.1:81', true), request('oauth.bitrix.info', true)]).toEqual([
      ['http://127.0.0.1:81/rest/', 'http://127.0.0.1:81/rest/'],
      ['https://127.0.0.1:81/rest/', 'https://127.0.0.1:81/rest/'],
      ['https://acme.bitrix24.test/rest/', 'https://oauth.bitrix.info/rest/'],
    ]);
  });

  test('a code lives 30 s and works once', () => {
    const at = portal();
    const exchange = (code: string): unknown => asked(at, { grant_type: 'authorization_code', code })['error'];
    const [first, late] = [agreed(at), agreed(at)];
    at.clock.advance(29_999);
    const once = [exchange(first), exchange(first)];
    at.clock.advance(1);
    expect([once, exchange(late), exchange('never')]).toEqual([[undefined, 'invalid_grant'], 'invalid_grant', 'invalid_grant']);
  });

  test('an access token lives an hour; a refresh brings a new pair, with its end and whose it is', () => {
    const at = portal();
    const first = tokensOf(at, 8);
    at.clock.advance(3_599_999);
    const before = call(at, first.access_token)[0];
    at.clock.advance(1);
    const after = call(at, first.access_token);
    const second = renew(at, first.refresh_token);
    expect([before, after, call(at, String(second['access_token']))[0], second]).toEqual([
      200,
      [401, 'expired_token'],
      200,
      {
        access_token: expect.any(String),
        client_endpoint: 'https://acme.bitrix24.test/rest/',
        domain: 'oauth.bitrix.info',
        expires: Date.parse(noon) / 1000 + 7200,
        expires_in: 3600,
        member_id: member,
        refresh_token: expect.any(String),
        scope: 'crm,user_brief',
        server_endpoint: 'https://oauth.bitrix.info/rest/',
        status: 'L',
        user_id: 8,
      },
    ]);
    expect([second['access_token'], second['refresh_token']]).not.toEqual([first.access_token, first.refresh_token]);
  });

  test.each([
    [false, 'invalid_grant'],
    [true, undefined],
  ])('with refreshTwice %p a refresh token that was used answers %p', (refreshTwice, error) => {
    const at = portal({}, { refreshTwice });
    const { refresh_token } = tokensOf(at);
    expect([renew(at, refresh_token)['error'], renew(at, refresh_token)['error']]).toEqual([undefined, error]);
  });

  test('a refresh token lives 180 days', () => {
    const at = portal();
    const [young, old] = [tokensOf(at), tokensOf(at)];
    at.clock.advance(180 * 86_400_000 - 1);
    const before = renew(at, young.refresh_token)['error'];
    at.clock.advance(1);
    expect([before, renew(at, old.refresh_token)['error']]).toEqual([undefined, 'invalid_grant']);
  });

  test('a person who withdrew their permission gets no new ones; the access token lives on to its end', () => {
    const at = portal();
    const [mine, others] = [tokensOf(at, 8), tokensOf(at, 1)];
    at.portal.mutate({ portal: { app: { ...application, revoked: [8] } } });
    expect([renew(at, mine.refresh_token)['error'], renew(at, others.refresh_token)['error'], call(at, mine.access_token)[0]]).toEqual([
      'invalid_grant',
      undefined,
      200,
    ]);
  });

  test('may be asked for by GET and by a form', () => {
    const at = portal();
    const body = new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: application.clientId,
      client_secret: application.clientSecret,
      refresh_token: tokensOf(at).refresh_token,
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(at.send({ method: 'POST', path: '/oauth/token/', headers, body: String(body) }).status).toBe(200);
  });
});

describe('the token endpoint refuses', () => {
  const code = { grant_type: 'authorization_code', code: 'x' };
  const paid = { app: { ...application, status: 'P' as const, paid: false } };
  const refusals: readonly [row: string, error: string, values: Record<string, string>, more: object][] = [
    ['1.4 oauth-errors', 'invalid_request', {}, {}],
    ['1.4 oauth-errors', 'invalid_request', { grant_type: 'password', username: 'a' }, {}],
    ['1.4 oauth-errors', 'invalid_request', { grant_type: 'authorization_code' }, {}],
    ['1.4 oauth-errors', 'invalid_request', { ...code, client_id: '' }, {}],
    ['1.4 oauth-errors', 'invalid_client', { ...code, client_id: 'local.other' }, {}],
    ['1.4 oauth-errors', 'invalid_client', { ...code, client_secret: 'wrong' }, {}],
    ['1.4 oauth-errors', 'invalid_client', code, { app: { ...application, active: false } }],
    ['1.4 oauth-errors', 'invalid_client', code, { app: undefined }],
    ['1.4 oauth-errors', 'invalid_scope', { ...code, scope: 'crm,tasks' }, {}],
    ['1.4 oauth-errors', 'invalid_grant', { ...code, scope: 'crm' }, {}],
    ['1.4 oauth-errors', 'invalid_grant', { grant_type: 'refresh_token', refresh_token: 'x' }, {}],
    ['1.4 oauth-errors', 'PAYMENT_REQUIRED', code, paid],
    ['1.4 oauth-errors', 'PAYMENT_REQUIRED', { grant_type: 'refresh_token', refresh_token: 'x' }, paid],
  ];

  test.each(refusals)('[%s] %s: %j', (_, error, values, more) => {
    const answer = asked(portal(more), values);
    expect(answer).toEqual({ error, error_description: expect.stringMatching(/\S/) });
  });

  test.each([
    [undefined, 400],
    [200, 200],
    [401, 401],
    [402, 402],
  ])('with oauthStatus %p by status %d', (oauthStatus, status) => {
    const at = portal({}, oauthStatus === undefined ? {} : { oauthStatus });
    expect(at.send({ path: '/oauth/token/' }).status).toBe(status);
  });

  test('by planned faults: the paid period over, pages instead of JSON', () => {
    const faults = (['payment-required', 'html-503', 'timeout'] as const).map((fault, index) => ({
      match: { method: 'oauth/token', nth: index + 1 },
      fault,
    }));
    const at = portal({}, { faults });
    const answers = [1, 2, 3, 4].map(() => at.send({ path: '/oauth/token/' }));
    expect(answers.map(({ status, delayMs }) => [status, delayMs])).toEqual([
      [400, 0],
      [503, 0],
      [504, 120_000],
      [400, 0],
    ]);
    expect(JSON.parse(answers[0]?.body ?? '')).toEqual({ error: 'PAYMENT_REQUIRED', error_description: 'Payment required' });
  });
});

describe('calls by a token [8 oauth-calls]', () => {
  test.each([
    ['auth in the query', (token: string) => ({ path: `/rest/profile?auth=${token}` })],
    ['access_token in the query', (token: string) => ({ path: `/rest/profile.json?access_token=${token}` })],
    ['auth in a form', (token: string) => ({ method: 'POST', path: '/rest/profile', body: `auth=${token}` })],
    [
      'auth in JSON',
      (token: string) => ({
        method: 'POST',
        path: '/rest/profile/',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ auth: token }),
      }),
    ],
    ['a Bearer header', (token: string) => ({ path: '/rest/profile', headers: { authorization: `Bearer ${token}` } })],
    [
      'a bearer header before a wrong parameter',
      (token: string) => ({ path: '/rest/profile?auth=x', headers: { authorization: `bearer  ${token}` } }),
    ],
    [
      'a parameter beside another kind of header',
      (token: string) => ({ path: `/rest/profile?auth=${token}`, headers: { authorization: 'Basic eA==' } }),
    ],
    ['the member id along with it', (token: string) => ({ path: `/rest/profile?auth=${token}&member_id=${member}` })],
    ['two slashes in a row, as the SDK of the vendor writes', (token: string) => ({ path: `/rest//profile?auth=${token}` })],
  ])('%s', (_, request) => {
    const at = portal();
    expect(reply(at.send(request(tokensOf(at, 8).access_token))).result).toMatchObject({ ID: '8', ADMIN: false });
  });

  test('a header of another kind and a token that is a list are no credentials', () => {
    const at = portal();
    const errors = [
      at.send({ path: '/rest/profile', headers: { authorization: 'Basic eA==' } }),
      at.send({ path: '/rest/profile?auth[]=x' }),
    ].map((answer) => reply(answer).error[0]);
    expect(errors).toEqual(['NO_AUTH_FOUND', 'NO_AUTH_FOUND']);
  });

  test('the token is no parameter of the method, and opens every command of a batch', () => {
    const at = portal();
    const { access_token } = tokensOf(at);
    const { result } = reply(at.send({ path: `/rest/batch?auth=${access_token}&cmd[u]=user.get&cmd[p]=profile` }));
    expect(result).toMatchObject({ result: { u: [{ ID: '1' }, { ID: '8' }], p: { ID: '1' } }, result_error: [] });
  });

  test('scope tells the scopes of the application, not those of the webhook', () => {
    const at = portal({ scopes: ['im'] });
    expect([call(at, tokensOf(at).access_token, 'scope'), at.ask('scope').result]).toEqual([[200, ['crm', 'user_brief']], ['im']]);
  });

  test('administrators may use an application that is closed to them', () => {
    const at = portal({ app: { ...application, users: [5] } });
    expect([call(at, tokensOf(at, 1).access_token)[0], call(at, tokensOf(at, 8).access_token)[1]]).toEqual([200, 'user_access_error']);
  });

  test('tokens work on when the portal is renamed; the member id stays', () => {
    const at = portal();
    const { access_token, refresh_token } = tokensOf(at);
    at.portal.mutate({ portal: { host: 'renamed.bitrix24.test' } });
    const renewed = renew(at, refresh_token);
    expect([call(at, access_token)[0], renewed['member_id'], renewed['client_endpoint']]).toEqual([
      200,
      member,
      'https://renamed.bitrix24.test/rest/',
    ]);
  });
});
