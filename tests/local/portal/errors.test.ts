// The errors of the front end, the credentials and the core, one row per line of the reference's table (1.4): by its real cause where there is one here, else by a
// planned fault. Each with its text, and with its status by the documentation, by the published server code, and by default.
import type { FaultRule, PortalFile, PortalOptions } from '../../../local/portal/portal';
import { application, people, tokensOf } from './application';
import { portalOf, type Reply, reply, type TestPortal } from './harness';

type Cause = (options: Partial<PortalOptions>) => Reply;

/** A call by the webhook. */
const webhook =
  (data: PortalFile, method = 'profile', own: Partial<PortalOptions> = {}): Cause =>
  (options) =>
    portalOf(data, { ...options, ...own }).ask(method);

/** A call with a fresh token of a person, after something happened. */
const token =
  (happens: (portal: TestPortal) => void, settings: PortalFile['portal'] = {}, person = 1, call = 'profile?'): Cause =>
  (options) => {
    const portal = portalOf({ portal: { app: application, ...settings }, users: people }, options);
    const { access_token } = tokensOf(portal, person);
    happens(portal);
    return reply(portal.send({ path: `/rest/${call}&auth=${access_token}` }));
  };

const address =
  (path: string, own: Partial<PortalOptions> = {}, secure = true): Cause =>
  (options) => {
    const { portal } = portalOf({}, { ...options, ...own });
    return reply(portal.handle({ method: 'GET', path, headers: {}, body: '', secure }));
  };

const fault = (kind: FaultRule['fault']): Cause => webhook({}, 'profile', { faults: [{ fault: kind }] });

const app =
  (change: object) =>
  ({ portal }: TestPortal): void =>
    portal.mutate({ portal: { app: { ...application, ...change } } });

const nothing = (): void => undefined;

const overTime: Cause = (options) => {
  const { ask } = portalOf({ deals: [{ id: 1 }] }, { ...options, pageMs: 2000, operatingLimit: 1 });
  ask('crm.item.list', { entityTypeId: 2 });
  return ask('crm.item.list', { entityTypeId: 2 });
};

const longBatch: Cause = (options) => portalOf({}, options).ask('batch', { cmd: Array.from({ length: 51 }, () => 'profile') });
const nestedBatch: Cause = (options) => portalOf({}, options).ask('batch', { cmd: ['profile', 'batch?cmd[]=profile'] });

const overload = ['OVERLOAD_LIMIT', 'REST API is blocked due to overload.'] as const;
const credentials = ['INVALID_CREDENTIALS', 'Invalid request credentials'] as const;
const unauthorized = ['authorization_error', 'Unable to authorize user'] as const;
const scope = 'The request requires higher privileges than provided by the';
const license = 'This feature is not enabled for the current license:';
const dismissed = { ID: '8', ACTIVE: false };

type Statuses = readonly [docs: number, server: number, byDefault: number];
const same = (status: number): Statuses => [status, status, status];

const lines: readonly [row: string, cause: Cause, error: readonly [code: string, text: string], statuses: Statuses][] = [
  ['1.4 query-limit-exceeded', webhook({}, 'profile', { burst: 0 }), ['QUERY_LIMIT_EXCEEDED', 'Too many requests'], same(503)],
  ['1.4 operation-time-limit', overTime, ['OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit.'], same(429)],
  ['1.4 overload-limit', webhook({ portal: { webhook: { held: true } } }), overload, [503, 401, 503]],
  ['1.4 overload-limit', token(app({ held: true })), overload, [503, 401, 503]],
  ['1.4 internal-server-error', fault('server-error'), ['INTERNAL_SERVER_ERROR', 'Internal server error'], same(500)],
  [
    '1.4 error-unexpected-answer',
    fault('unexpected-answer'),
    ['ERROR_UNEXPECTED_ANSWER', 'Server returned an unexpected response'],
    same(500),
  ],
  ['1.4 error-core', fault('sql-error'), ['ERROR_CORE', 'SQL query error!'], same(500)],
  ['1.4 no-auth-found', address('/rest/profile'), ['NO_AUTH_FOUND', 'Wrong authorization data'], same(401)],
  ['1.4 invalid-credentials', address('/rest/1/wrong/profile'), credentials, [403, 401, 401]],
  ['1.4 invalid-credentials', address('/rest/2/demo0secret0code/profile'), credentials, [403, 401, 401]],
  ['1.4 invalid-credentials', fault('auth'), credentials, [403, 401, 401]],
  [
    '1.4 expired-token',
    token(({ clock }) => clock.advance(3_600_000)),
    ['expired_token', 'The access token provided has expired'],
    same(401),
  ],
  ['1.4 invalid-token', address('/rest/profile?auth=nobody'), ['invalid_token', 'Unable to get application by token'], same(401)],
  [
    '1.4 insufficient-scope',
    webhook({ portal: { scopes: ['crm'] } }, 'user.get'),
    ['insufficient_scope', `${scope} webhook token`],
    [403, 401, 403],
  ],
  [
    '1.4 insufficient-scope',
    token(nothing, { app: { ...application, scopes: ['crm'] } }, 1, 'user.get?'),
    ['insufficient_scope', `${scope} access token`],
    [403, 401, 403],
  ],
  [
    '1.4 access-denied-plan',
    webhook({ portal: { subscription: false } }),
    ['ACCESS_DENIED', 'REST is available only by subscription.'],
    [403, 401, 403],
  ],
  [
    '1.4 access-denied-plan',
    token(nothing, { subscription: false }),
    ['ACCESS_DENIED', 'REST is available only on commercial plans.'],
    [403, 401, 403],
  ],
  [
    '1.4 access-denied-plan',
    fault('access-denied-cloud-plan'),
    ['ACCESS_DENIED', 'REST API is available only on commercial plans'],
    [403, 401, 403],
  ],
  [
    '1.4 user-access-error',
    token(nothing, { app: { ...application, users: [5] } }, 8),
    ['user_access_error', 'The user does not have access to the application.'],
    [403, 401, 403],
  ],
  ['1.4 authorization-error', webhook({ portal: { webhook: { userId: 8 } }, users: [dismissed] }), unauthorized, same(401)],
  ['1.4 authorization-error', token(({ portal }) => portal.mutate({ users: [dismissed] }), {}, 8), unauthorized, same(401)],
  ['1.4 application-not-found', token(app({ active: false })), ['APPLICATION_NOT_FOUND', 'Application not found'], same(401)],
  ['1.4 connection-error', fault('connection-error'), ['CONNECTION_ERROR', 'Error connecting to authorization server'], same(401)],
  [
    '1.4 wrong-auth-type',
    webhook({}, 'event.offline.get'),
    ['WRONG_AUTH_TYPE', 'Current authorization type is denied for this method'],
    same(403),
  ],
  ['1.4 method-confirm', fault('confirm-waiting'), ['METHOD_CONFIRM_WAITING', 'Waiting for confirmation'], same(401)],
  ['1.4 method-confirm', fault('confirm-denied'), ['METHOD_CONFIRM_DENIED', 'Method call denied'], same(403)],
  [
    '1.4 wrong-license',
    token(nothing, {}, 1, 'event.offline.get?clear=0'),
    ['WRONG_LICENSE', `${license} extended offline events handling`],
    same(403),
  ],
  ['1.4 wrong-license', token(nothing, {}, 1, 'event.get?auth_connector=x'), ['WRONG_LICENSE', `${license} auth_connector`], same(403)],
  ['1.4 error-method-not-found', webhook({}, 'crm.nosuch.list'), ['ERROR_METHOD_NOT_FOUND', 'Method not found!'], same(404)],
  ['1.4 error-manifest-is-not-available', fault('manifest'), ['ERROR_MANIFEST_IS_NOT_AVAILABLE', 'Manifest is not available'], same(404)],
  [
    '1.4 invalid-request',
    address('/rest/1/demo0secret0code/profile', { requireHttps: true }, false),
    ['INVALID_REQUEST', 'Https required.'],
    [400, 401, 400],
  ],
  ['1.4 portal-deleted', webhook({ portal: { closed: true } }), ['PORTAL_DELETED', 'Portal was deleted'], [500, 403, 403]],
  [
    '1.4 wrong-encoding',
    webhook({ users: [{ ID: '1', NAME: 'half a pair: \ud83d' }] }),
    ['WRONG_ENCODING', 'Wrong request encoding'],
    same(200),
  ],
];

test.each(lines)('[%s] is answered with its code, its text and its statuses', (_, cause, [code, text], [docs, server, byDefault]) => {
  const replies = [cause({ statuses: 'docs' }), cause({ statuses: 'server' }), cause({})];
  expect(replies.map(({ status, body }) => [status, body])).toEqual(
    [docs, server, byDefault].map((status) => [status, { error: code, error_description: text }]),
  );
});

// Inside a batch the two sources differ more: the documentation gives these errors a status, the server code an entry of the answer.
test.each([
  [
    '1.4 error-batch-length-exceeded',
    longBatch,
    400,
    { 50: { error: 'ERROR_BATCH_LENGTH_EXCEEDED', error_description: 'Max batch length exceeded' } },
  ],
  [
    '1.4 error-batch-method-not-allowed',
    nestedBatch,
    405,
    { 1: { error: 'ERROR_BATCH_METHOD_NOT_ALLOWED', error_description: 'Method is not allowed for batch usage' } },
  ],
] as const)('[%s] is an entry of the answer by default, the answer itself by the documentation', (_, cause, status, errors) => {
  const refused = cause({ statuses: 'docs' });
  expect([refused.status, refused.body]).toEqual([status, Object.values(errors)[0]]);
  for (const options of [{}, { statuses: 'server' as const }]) {
    const { status: ok, result } = cause(options);
    expect([ok, (result as Record<string, unknown>)['result_error']]).toEqual([200, errors]);
  }
});

test('every error can be planned as a fault, alone and as one command of a batch', () => {
  const faults: FaultRule[] = [
    { fault: 'sql-error', match: { method: 'server.time' } },
    { fault: 'overload', match: { method: 'server.time' } },
  ];
  const { ask } = portalOf({}, { faults });
  expect(ask('server.time')).toMatchObject({ status: 500, error: ['ERROR_CORE', 'SQL query error!'] });
  const { result, result_error } = ask('batch', { cmd: { a: 'server.time', b: 'scope' } }).result as Record<
    string,
    Record<string, unknown>
  >;
  expect([Object.keys(result ?? {}), result_error]).toEqual([['b'], { a: { error: 'ERROR_CORE', error_description: 'SQL query error!' } }]);
});

test('a text with a backslash before u is no broken pair', () => {
  const { ask } = portalOf({ users: [{ ID: '1', NAME: 'C:\\ud83d\\users', LAST_NAME: '😀' }] });
  expect(ask('profile').result).toMatchObject({ NAME: 'C:\\ud83d\\users', LAST_NAME: '😀' });
});

test('a refused request is counted once', () => {
  const { ask, portal } = portalOf(
    {},
    {
      faults: [
        { fault: 'auth', match: { nth: 1 } },
        { fault: 'html-502', match: { nth: 2 } },
      ],
    },
  );
  ask('profile');
  portal.handle({ method: 'GET', path: `${portal.webhookPath}profile`, headers: {}, body: '' });
  expect(portal.stats()).toMatchObject({ requests: 2, rejected: 2 });
});
