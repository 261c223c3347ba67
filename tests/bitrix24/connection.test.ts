// The check on connecting, against the emulated portal and against strangers.

import type { PortalFile } from '../../local/portal/portal';
import { connectionRequest, readConnectionCheck } from '../../src/bitrix24/connection';
import { describe as sentence } from '../../src/locale/describe';
import { redacted } from '../../src/redact';
import { desk, NOW } from '../load/drive';
import { portalOfDeals } from '../load/many-deals';

function check(portal: PortalFile['portal'] = {}) {
  const [response] = desk({ ...portalOfDeals([1]), portal }).send([connectionRequest()]);
  return readConnectionCheck(response ?? { failure: 'network', detail: '' });
}

describe('connecting', () => {
  it('tells who the webhook speaks for, what it may read and what time it is there', () => {
    const { scopes, ...rest } = check();
    expect(scopes).toContain('crm');
    expect(rest).toEqual({
      userId: 1,
      userName: 'Ann Lee',
      admin: expect.any(Boolean),
      missing: [],
      timeZoneOffset: 10_800,
      serverTime: Math.floor(NOW / 1000),
    });
  });

  it('names the optional scopes that are missing and goes on', () => {
    expect(check({ scopes: ['crm', 'user_basic'] }).missing).toEqual([
      { scope: 'department', required: false, what: 'departments' },
      { scope: 'im', required: false, what: 'notices' },
    ]);
  });

  it.each([
    [
      ['user_brief'],
      { scope: 'crm', what: 'deals' },
      'У вебхука или приложения нет права «crm»: без него не загрузить: сделки. Отметьте это право в Битрикс24 в его настройках и подключите портал снова.',
    ],
    [
      ['crm'],
      { scope: 'user_brief', what: 'users' },
      'У вебхука или приложения нет права «user_brief»: без него не загрузить: сотрудники. Отметьте это право в Битрикс24 в его настройках и подключите портал снова.',
    ],
  ])('with %j only refuses and names what is missing', (scopes, params, text) => {
    let thrown: unknown;
    try {
      check({ scopes });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ kind: 'settings', key: 'missingScope', params });
    expect(sentence(thrown, 'ru')).toBe(text);
  });

  it.each([
    ['a page of somebody else', { status: 200, body: '<html>Welcome</html>' }, 'notBitrix24'],
    ['a revoked webhook', { status: 401, body: '{"error":"INVALID_CREDENTIALS","error_description":"x"}' }, 'webhookRejected'],
    [
      'a portal without REST',
      { status: 403, body: '{"error":"ACCESS_DENIED","error_description":"REST is available only by subscription."}' },
      'planWithoutRest',
    ],
    ['a gateway that fails', { status: 502, body: '<html>Bad gateway</html>' }, 'portalUnavailable'],
    ['no answer', { failure: 'network' as const, detail: 'DNS error' }, 'portalUnreachable'],
    ['an answer that is no batch', { status: 200, body: '{"result":true}' }, 'notBitrix24'],
    [
      'a dismissed owner',
      {
        status: 200,
        body: JSON.stringify({
          result: { result: { time: '2026-10-15T12:00:00+03:00', profile: [], scope: ['crm', 'user'] }, result_error: [] },
        }),
      },
      'webhookOwnerBlocked',
    ],
  ])('meets %s with a sentence', (_title, response, key) => {
    expect(() => readConnectionCheck(response)).toThrow(expect.objectContaining({ key }));
  });
});

it('no webhook code and no token survives redaction', () => {
  const text = 'https://a.bitrix24.ru/rest/1/s3cretcode/batch?auth=t0ken&x=1 {"access_token":"t0ken"} s3cretcode';
  expect(redacted(text, ['s3cretcode'])).not.toMatch(/s3cretcode|t0ken/);
});
