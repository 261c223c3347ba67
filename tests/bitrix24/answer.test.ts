// What an answer means: the error word before the status, and nothing unreadable taken for data.
import { readAnswer, troubleOf } from '../../src/bitrix24/answer';

const json = (status: number, body: object) => ({ status, body: JSON.stringify(body) });

describe('an answer', () => {
  it('with a result is a result, and its times are read whatever their types', () => {
    const time = {
      start: 100.5,
      finish: '101',
      duration: 0.5,
      date_start: '2026-10-15T12:00:00+03:00',
      operating: 3,
      operating_reset_at: '2026-10-15T12:10:00+03:00',
    };
    expect(readAnswer(json(200, { result: [], time }))).toEqual({
      kind: 'result',
      result: [],
      timing: {
        start: 100.5,
        startText: '2026-10-15T12:00:00+03:00',
        finish: 101,
        duration: 0.5,
        operating: 3,
        resetAt: Date.parse('2026-10-15T12:10:00+03:00') / 1000,
      },
    });
  });

  it.each([
    ['QUERY_LIMIT_EXCEEDED', 'Too many requests', 503, 'busy'],
    ['QUERY_LIMIT_EXCEEDED', '', 200, 'busy'],
    ['OPERATION_TIME_LIMIT', '', 429, 'operating'],
    ['OVERLOAD_LIMIT', '', 503, 'overload'],
    ['INTERNAL_SERVER_ERROR', '', 500, 'retry'],
    ['ERROR_CORE', 'SQL query error!', 500, 'retry'],
    ['SOMETHING_NEW', '', 502, 'retry'],
    ['expired_token', '', 401, 'token'],
    ['APPLICATION_NOT_FOUND', 'Application not found', 401, 'token'],
    ['INVALID_CREDENTIALS', '', 401, 'rejected'],
    ['NO_AUTH_FOUND', '', 401, 'rejected'],
    ['', '', 401, 'rejected'],
    ['authorization_error', '', 401, 'blocked'],
    ['insufficient_scope', '', 200, 'scope'],
    ['ACCESS_DENIED', 'REST is available only by subscription.', 401, 'plan'],
    ['ACCESS_DENIED', 'REST API is available only on commercial plans', 403, 'plan'],
    ['ACCESS_DENIED', 'Access denied!', 403, 'access'],
    ['', 'Access denied.', 400, 'access'],
    ['PORTAL_DELETED', '', 403, 'deleted'],
    ['INVALID_ARG_VALUE', 'Invalid filter', 400, 'refused'],
    ['100', 'Unknown field definition', 400, 'refused'],
  ])('%j (%j, HTTP %i) means %s', (code, description, status, trouble) => {
    expect(troubleOf(code, description, status)).toBe(trouble);
  });

  it('is an error even when the error word is empty', () => {
    expect(readAnswer(json(400, { error: '', error_description: 'Access denied.' }))).toMatchObject({
      kind: 'error',
      trouble: 'access',
      code: '',
    });
  });

  it.each([
    ['an HTML page', { status: 502, body: '<html><style>a{}</style><h1>502 Bad Gateway</h1></html>' }, 'HTTP 502: 502 Bad Gateway'],
    [
      'a body cut in the middle, whose records are not quoted',
      { status: 200, body: '{"result":{"items":[{"id":1' },
      'HTTP 200: unreadable answer',
    ],
    [
      'a warning of PHP before the answer',
      { status: 200, body: '<br /><b>Warning</b>: list.php {"result":[1]}' },
      'HTTP 200: Warning : list.php',
    ],
    ['no body', { status: 200, body: '' }, 'HTTP 200: unreadable answer'],
    ['JSON that is no envelope', { status: 200, body: '[1,2]' }, 'HTTP 200: [1,2]'],
    [
      'a page that repeats the address',
      { status: 404, body: 'Not found: https://a.bitrix24.ru/rest/1/s3cret/batch' },
      'HTTP 404: Not found: https://a.bitrix24.ru/rest/1/***/batch',
    ],
  ])('that is %s is worth a retry and quoted without secrets', (_title, response, detail) => {
    expect(readAnswer(response)).toEqual({ kind: 'error', trouble: 'retry', code: 'unreadable', detail, status: response.status });
  });

  it('that did not come is worth a retry', () => {
    expect(readAnswer({ failure: 'timeout', detail: 'https://a/rest/1/s3cret/batch' })).toEqual({
      kind: 'error',
      trouble: 'retry',
      code: 'timeout',
      detail: 'https://a/rest/1/***/batch',
      status: 0,
    });
  });

  it('that sends elsewhere names the new host', () => {
    const response = { status: 302, body: '', headers: { location: 'https://new.bitrix24.ru/rest/1/s3cret/batch' } };
    expect(readAnswer(response)).toEqual({ kind: 'error', trouble: 'moved', code: 'redirect', detail: 'new.bitrix24.ru', status: 302 });
  });

  it.each([{ location: '/auth/?backurl=%2F' }, {}])('that sends to a page of its own is no passing fault: %j', (headers) => {
    const response = { status: 301, body: '<html>moved</html>', headers };
    expect(readAnswer(response)).toEqual({ kind: 'error', trouble: 'moved', code: 'redirect', detail: '', status: 301 });
  });
});
