// Connecting by OAuth 2.0 and living by its tokens: consent in another tab, renewal in the middle of a load, rotation, refusals, secrets. On the built bundle.
import golden from '../golden/kpi-example/kpi-example.json';
import { loadedDesk, numbers, sentence, won107 } from './loaded-desk';
import {
  application,
  card,
  connectedByOauth,
  consent,
  host,
  letIn,
  loadedByOauth,
  oauthDesk,
  readable,
  server,
  textOf,
  tokenRequests,
} from './oauth-desk';

const whole = numbers(loadedDesk());
const portalOf = (desk: ReturnType<typeof oauthDesk>): unknown => (desk.call('sidebarState') as { portal: unknown }).portal;
const hour = 3_600_000;
/** Plays the portal's refusal of a token at these requests of REST. */
const expiring = (isAt: (nth: number) => boolean) => {
  let rest = 0;
  return (_body: string, _nth: number, request: { path: string }) => {
    if (!request.path.startsWith('/rest/')) return null;
    rest++;
    return isAt(rest)
      ? { status: 401, headers: {}, body: '{"error":"expired_token","error_description":"The access token provided has expired."}' }
      : null;
  };
};

describe('connecting', () => {
  test('the person lets the application in, comes back to one sentence, and the panel shows the portal', () => {
    const desk = oauthDesk();
    const page = letIn(desk);
    expect(page).toMatch(/^Портал acme\.bitrix24\.ru подключён\./);
    expect(desk.call('sidebarState')).toMatchObject({ portal: host, own: true, missingScopes: [], redirect: application.redirectUri });
    expect(desk.refresh().done).toBe(true);
    expect(numbers(desk)).toEqual(whole);
  });

  test('the address to open names portal, application and state, and neither the key nor the way back', () => {
    const desk = oauthDesk();
    const address = new URL(desk.call('beginOauth', card) as string);
    expect([address.origin, address.pathname, [...address.searchParams.keys()]]).toEqual([
      `https://${host}`,
      '/oauth/authorize/',
      ['client_id', 'state'],
    ]);
    expect(Buffer.from(address.searchParams.get('state') ?? '', 'base64url').toString()).not.toContain(application.clientSecret);
  });

  test.each([true, false])('it works whether the run of the way back knows the open file or not: %p', (fileInCallback) => {
    const desk = connectedByOauth({ runtime: { switches: { fileInCallback } } });
    desk.refresh();
    expect([portalOf(desk), numbers(desk)]).toEqual([host, whole]);
  });

  test('a refresh tells the file of the connection when the panel was not opened again', () => {
    const desk = oauthDesk();
    letIn(desk);
    desk.refresh();
    expect(numbers(desk)).toEqual(whole);
  });

  test.each([
    ['no portal', { ...card, portal: 'портал' }, 'не адрес портала'],
    ['a portal over http', { ...card, portal: 'http://acme.bitrix24.ru' }, 'https://'],
    ['no key', { ...card, clientSecret: ' ' }, 'client_secret'],
    ['nothing', undefined, 'не адрес портала'],
  ])('%s in the form is refused with one sentence', (_, form, words) => {
    const desk = oauthDesk();
    expect(sentence(() => desk.call('beginOauth', form))).toContain(words);
  });

  test('a wrong key is told without repeating it, and nothing is connected', () => {
    const desk = oauthDesk();
    const page = letIn(desk, { ...card, clientSecret: 'wrong0wrong0key' });
    expect(page).toContain('не узнал приложение');
    expect(page).not.toContain('wrong0wrong0key');
    expect(portalOf(desk)).toBeNull();
  });

  test('an application without a required permission names it, and what was connected before stays', () => {
    const desk = oauthDesk({ settings: { app: { ...application, scopes: ['user_brief'] } } });
    desk.connect();
    expect(letIn(desk)).toContain('«crm»');
    expect(portalOf(desk)).toBe('127.0.0.1:8080');
  });

  test('only the way that was begun last counts, and once', () => {
    const desk = oauthDesk();
    const first = consent(desk, desk.call('beginOauth', card) as string);
    const second = consent(desk, desk.call('beginOauth', card) as string);
    const pages = [first, second, second].map((query) => textOf(desk.runtime.userCallback(query)));
    expect(pages).toEqual([
      expect.stringContaining('начато заново'),
      expect.stringContaining('подключён'),
      expect.stringContaining('уже завершено'),
    ]);
  });

  test('after an hour Google itself refuses the way back; a code is too old after half a minute', () => {
    const desk = oauthDesk();
    const query = consent(desk, desk.call('beginOauth', card) as string);
    desk.clock.advance(40_000);
    expect(textOf(desk.runtime.userCallback(query))).toContain('больше не принимает');
    desk.clock.advance(hour);
    expect(textOf(desk.runtime.userCallback(query))).toContain('The state token is invalid or has expired');
  });

  test('somebody who was not let in is told what to do', () => {
    const desk = oauthDesk();
    const state = new URL(desk.call('beginOauth', card) as string).searchParams.get('state') ?? '';
    expect(textOf(desk.runtime.userCallback(`state=${state}&error=access_denied`))).toContain('не дал приложению доступ');
    expect(portalOf(desk)).toBeNull();
  });

  test.each(['evil.example', 'oauth.bitrix.info.evil.example', '127.0.0.1:9', 'oauth.bitrix.info@evil.example', ''])(
    'the key is never sent to an authorization server by the name of %j',
    (named) => {
      const desk = oauthDesk();
      const query = new URLSearchParams(consent(desk, desk.call('beginOauth', card) as string));
      query.set('server_domain', named);
      const page = textOf(desk.runtime.userCallback(String(query)));
      expect(page).toContain('подключён');
      expect(desk.asked[0]).toBe(`${server}/oauth/token/`);
    },
  );

  test('a person who changes from a webhook to OAuth goes on with the same data', () => {
    const desk = oauthDesk({ settings: { host: '127.0.0.1:8080' } });
    desk.connect();
    const { generation } = desk.refresh();
    letIn(desk, { ...card, portal: 'http://127.0.0.1:8080' });
    desk.portal.mutate(won107);
    expect([portalOf(desk), desk.refresh().generation]).toEqual(['127.0.0.1:8080', generation + 1]);
  });

  test('disconnecting forgets every secret', () => {
    const desk = loadedByOauth();
    desk.call('beginOauth', card);
    desk.call('disconnect');
    const { user } = desk.runtime.save().properties as { user: unknown };
    for (const secret of desk.secrets) expect(JSON.stringify(user)).not.toContain(secret);
    expect(sentence(() => desk.refresh())).toContain('Портал не подключён');
  });
});

describe('tokens', () => {
  test('are not renewed while the portal takes them: one request for tokens in a day of short refreshes within the hour', () => {
    const desk = loadedByOauth();
    for (let minutes = 0; minutes < 50; minutes += 10) {
      desk.clock.advance(600_000);
      desk.refresh();
    }
    expect(tokenRequests(desk)).toBe(1);
  });

  test('that expired are renewed once, by the newest refresh token, hour after hour', () => {
    const desk = loadedByOauth();
    for (let hours = 1; hours <= 3; hours++) {
      desk.clock.advance(hour);
      expect(desk.refresh().text).toContain('Новых данных нет');
      expect(tokenRequests(desk)).toBe(1 + hours);
    }
    expect(numbers(desk)).toEqual(whole);
  });

  /** Requests of an undisturbed load after connecting. */
  const load = ((): number => {
    const desk = connectedByOauth();
    const before = desk.asked.length;
    desk.refresh();
    return desk.asked.length - before;
  })();

  test('that expire at any request of a load cost one renewal and that request once more, and no row', () => {
    expect(load).toBeGreaterThan(2);
    for (let at = 1; at <= load; at++) {
      const desk = connectedByOauth({ intercept: expiring((nth) => nth === at + 1) });
      const before = desk.asked.length;
      desk.refresh();
      expect([at, tokenRequests(desk), desk.asked.length - before]).toEqual([at, 2, load + 2]);
      expect(numbers(desk)).toEqual(whole);
    }
  });

  test('that expire at every kth request of a load are renewed each time, and no row is lost', () => {
    for (let every = 2; every <= load; every++) {
      const desk = connectedByOauth({ intercept: expiring((nth) => nth > 1 && nth % every === 0) });
      desk.refresh();
      expect(tokenRequests(desk)).toBeGreaterThan(1);
      expect(numbers(desk)).toEqual(whole);
    }
  });

  test('an access token that is refused right after its renewal ends the load with a sentence', () => {
    const desk = connectedByOauth({ intercept: expiring((nth) => nth > 1) });
    expect(sentence(() => desk.refresh())).toContain('больше не принимает разрешение');
    expect(tokenRequests(desk)).toBe(2);
  });

  test('an unknown access token is no reason to renew it', () => {
    const desk = loadedByOauth({ portal: { faults: [{ match: { method: 'batch', after: 9 }, fault: 'invalid-token' }] } });
    const said = [1, 2, 3, 4].map(() => sentence(() => desk.refresh())).find((text) => text !== 'no error');
    expect(said).toContain('больше не принимает разрешение');
    expect(tokenRequests(desk)).toBe(1);
    expect(numbers(desk)).toEqual(whole);
  });

  test.each([200, 400, 401, 402])(
    'a permission that was withdrawn is told in one sentence, by status %i too; letting in again mends it',
    (oauthStatus) => {
      const desk = loadedByOauth({ portal: { oauthStatus } });
      const all = { revoked: golden.inputs.users.map(({ ID }) => Number(ID)) };
      desk.portal.mutate({ ...won107, portal: { app: { ...application, ...all } } });
      desk.clock.advance(hour);
      expect(sentence(() => desk.refresh())).toContain('больше не принимает разрешение');
      expect(numbers(desk)).toEqual(whole);
      desk.portal.mutate({ portal: { app: { ...application, revoked: [] } } });
      expect(letIn(desk)).toContain('подключён');
      expect(desk.refresh().done).toBe(true);
      expect(numbers(desk)).not.toEqual(whole);
    },
  );

  test.each([
    ['an application whose paid period is over', { paid: false }, 'период приложения'],
    ['an application that was removed', { active: false }, 'больше не принимает разрешение'],
    ['a key that was changed', { clientSecret: 'another0key' }, 'не узнал приложение'],
  ])('%s is told in one sentence, old numbers stay', (_, change, words) => {
    const desk = loadedByOauth();
    desk.portal.mutate({ ...won107, portal: { app: { ...application, ...change } } });
    desk.clock.advance(hour);
    expect(sentence(() => desk.refresh())).toContain(words);
    expect(numbers(desk)).toEqual(whole);
  });

  test.each(['html-502', 'timeout'] as const)('an authorization server that answers %s once is asked again by the load', (fault) => {
    const desk = loadedByOauth({ portal: { faults: [{ match: { method: 'oauth/token', nth: 2 }, fault }] } });
    desk.portal.mutate(won107);
    desk.clock.advance(hour);
    expect(desk.refresh().done).toBe(true);
    expect(numbers(desk)).not.toEqual(whole);
    expect(tokenRequests(desk)).toBe(3);
  });

  test('an authorization server that stays away ends the load with a sentence, and the tokens stay good', () => {
    const desk = loadedByOauth({ portal: { faults: [{ match: { method: 'oauth/token', after: 1 }, fault: 'html-502', times: 12 }] } });
    desk.clock.advance(hour);
    expect(sentence(() => desk.refresh())).toMatch(/^Портал не отвечает \(oauth\/token/);
    expect(numbers(desk)).toEqual(whole);
    for (let tries = 0; tries < 3; tries++) sentence(() => desk.refresh());
    expect(desk.refresh().done).toBe(true);
  });
});

test('secrets lie in the person’s own properties only, whatever happens: nothing else that is kept, shown, logged or sent in an address holds one', () => {
  const lines: string[] = [];
  const pages: string[] = [];
  const shown = (desk: ReturnType<typeof oauthDesk>): string => [readable(desk), ...lines, ...pages, ...desk.asked].join('\n');
  const desk = oauthDesk({ runtime: { log: (level, line) => lines.push(`${level} ${line}`) } });
  pages.push(JSON.stringify(desk.call('sidebarState')), letIn(desk), JSON.stringify(desk.call('sidebarState')));
  desk.refresh();
  desk.clock.advance(hour);
  desk.portal.mutate(won107);
  desk.refresh();
  desk.runtime.run('menuRefresh');
  desk.portal.mutate({ portal: { app: { ...application, active: false } } });
  pages.push(
    sentence(() => desk.refresh()),
    letIn(desk),
    sentence(() => desk.call('beginOauth', { ...card, portal: '' })),
  );
  desk.runtime.run('menuRefresh');
  expect(desk.secrets.length).toBeGreaterThan(5);
  for (const secret of desk.secrets) expect(shown(desk)).not.toContain(secret);
});
