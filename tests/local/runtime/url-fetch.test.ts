// UrlFetchApp: apps-script reference 1, 2.2, 8, checklist item 10.
import { manualClock } from '../../../local/clock';
import type { Host, HostRequest } from '../../../local/runtime/transport';
import { failure, script, start, thrown, value } from './script';

const asked: HostRequest[] = [];
const host: Host = (request) => {
  asked.push(request);
  if (request.path.startsWith('/status/'))
    return { status: Number(request.path.slice(8, 11)), headers: {}, body: `{"error":"${'x'.repeat(300)}"}` };
  if (request.path.startsWith('/gone')) return { fault: 'address' };
  if (request.path === '/slow') return { status: 200, headers: {}, body: '', delayMs: 61_000 };
  return {
    status: 200,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-Answer': 'да' },
    body: `${request.method} ${request.path}`,
    delayMs: 300,
  };
};
const options = { hosts: { 'crm.example': host } };
beforeEach(() => {
  asked.length = 0;
});

describe('requests', () => {
  const sent = (call: string): HostRequest | undefined => {
    value(call, options);
    return asked[0];
  };

  it('an object payload is a form, posted', () => {
    expect(sent("UrlFetchApp.fetch('https://crm.example/a', { payload: { name: 'Иванов & Ко', n: 1 } }).getResponseCode()")).toMatchObject({
      method: 'POST',
      path: '/a',
      body: 'name=%D0%98%D0%B2%D0%B0%D0%BD%D0%BE%D0%B2+%26+%D0%9A%D0%BE&n=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  });

  it('a text payload keeps its content type and headers', () => {
    expect(
      sent(
        "UrlFetchApp.fetch('https://crm.example/a', { method: 'put', contentType: 'application/json', payload: JSON.stringify({ a: 'я' }), headers: { 'X-One': 1 } }).getResponseCode()",
      ),
    ).toMatchObject({ method: 'PUT', body: '{"a":"я"}', headers: { 'content-type': 'application/json', 'x-one': '1' } });
  });

  it('a blob in the payload makes it multipart', () => {
    expect(
      sent(
        "UrlFetchApp.fetch('https://crm.example/a', { method: 'post', payload: { f: Utilities.newBlob('x', 'text/csv', 'a.csv') } }).getResponseCode()",
      )?.body,
    ).toContain('Content-Disposition: form-data; name="f"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\nx\r\n');
  });

  it('getRequest sends nothing', () => {
    expect(value("UrlFetchApp.getRequest('https://crm.example/a', { method: 'post', payload: 'b' })", options)).toMatchObject({
      url: 'https://crm.example/a',
      method: 'post',
      payload: 'b',
      contentType: 'application/x-www-form-urlencoded',
    });
    expect(asked).toEqual([]);
  });
});

describe('refused', () => {
  it.each([
    [
      'a URL above 2,082 characters',
      "UrlFetchApp.fetch('https://crm.example/' + 'a'.repeat(2063))",
      'Limit Exceeded: URLFetch URL Length.',
    ],
    ['a bad URL', "UrlFetchApp.fetch('https://')", 'Invalid argument: https://'],
    ['a scheme that is not HTTP', "UrlFetchApp.fetch('ftp://a.b/')", 'Invalid argument: ftp://a.b/'],
    [
      'the Host header',
      "UrlFetchApp.fetch('https://crm.example/', { headers: { Host: 'a' } })",
      'Attribute provided with invalid value: Header:Host',
    ],
    [
      'the Content-Length header',
      "UrlFetchApp.fetch('https://crm.example/', { headers: { 'Content-Length': 1 } })",
      'Attribute provided with invalid value: Header:Content-Length',
    ],
    [
      'a null header',
      "UrlFetchApp.fetch('https://crm.example/', { headers: { A: null } })",
      'Attribute provided with invalid value: Header:null',
    ],
    [
      'an undefined header',
      "UrlFetchApp.fetch('https://crm.example/', { headers: { A: undefined } })",
      'Attribute provided with invalid value: Header:null',
    ],
    ['HEAD', "UrlFetchApp.fetch('https://crm.example/', { method: 'head' })", 'Attribute provided with invalid value: method'],
    [
      '101 headers',
      "UrlFetchApp.fetch('https://crm.example/', { headers: Object.fromEntries(Array.from({ length: 101 }, (_, i) => ['h' + i, 'x'])) })",
      'Limit Exceeded: URLFetch Headers.',
    ],
    [
      'a misspelt option',
      "UrlFetchApp.fetch('https://crm.example/', { muteHttpException: true })",
      'Attribute provided with invalid value: muteHttpException',
    ],
  ])('%s', (_, call, text) => {
    expect(thrown(call, options)).toBe(`Exception: ${text}`);
    expect(asked).toEqual([]);
  });

  it('a body above 50 MB', () => {
    expect(
      thrown("UrlFetchApp.fetch('https://crm.example/', { method: 'post', payload: 'a'.repeat(50 * 1024 * 1024 + 1) })", options),
    ).toBe('Exception: Limit Exceeded: URLFetch POST Size.');
  });

  it('a URL outside the manifest’s list', () => {
    const listed = { ...options, manifest: { urlFetchWhitelist: ['https://*.bitrix24.ru/rest/'] } };
    expect(thrown("UrlFetchApp.fetch('https://crm.example/rest/')", listed)).toBe(
      'Exception: UrlFetch calls to https://crm.example/rest/ are not permitted by your admin',
    );
    expect(thrown("UrlFetchApp.fetch('https://a.bitrix24.ru/rest/1')", listed)).toBe('Exception: DNS error: https://a.bitrix24.ru/rest/1');
  });
});

describe('failures', () => {
  it('an unmuted HTTP error names scheme and host only and quotes the start of the body', () => {
    expect(thrown("UrlFetchApp.fetch('https://crm.example/status/503?secret=1')", options)).toBe(
      `Exception: Request failed for https://crm.example returned code 503. Truncated server response: {"error":"${'x'.repeat(190)} (use muteHttpExceptions option to examine full response)`,
    );
  });

  it('a muted one is an answer', () => {
    expect(value("UrlFetchApp.fetch('https://crm.example/status/404', { muteHttpExceptions: true }).getResponseCode()", options)).toBe(404);
  });

  it.each([
    ['an unreachable address', 'https://crm.example/gone?key=1', 'Address unavailable'],
    ['no answer within 60 seconds', 'https://crm.example/slow', 'Address unavailable'],
    ['an unknown host', 'https://nowhere.example/', 'DNS error'],
  ])('%s throws with the whole URL even when muted', (_, url, text) => {
    expect(thrown(`UrlFetchApp.fetch('${url}', { muteHttpExceptions: true })`, options)).toBe(`Exception: ${text}: ${url}`);
  });

  it('one unmuted failure loses all answers of fetchAll', () => {
    expect(thrown("UrlFetchApp.fetchAll(['https://crm.example/a', 'https://crm.example/status/500'])", options)).toMatch(
      /^Exception: Request failed for https:\/\/crm\.example returned code 500\./,
    );
  });
});

describe('answers', () => {
  it('come in the order of the requests, and the wave takes as long as its slowest', () => {
    const clock = manualClock(start);
    const runtime = script(
      "function f() { return UrlFetchApp.fetchAll(['https://crm.example/1', { url: 'https://crm.example/2', method: 'delete' }]).map((r) => r.getContentText()); }",
      { ...options, clock },
    );
    expect(runtime.run('f')).toEqual(['GET /1', 'DELETE /2']);
    expect(clock.now() - start).toBe(305);
    expect(runtime.stats.urlFetchCalls).toBe(2);
  });

  it('offer code, text, signed bytes, blob and headers in the server’s spelling', () => {
    expect(
      value(
        "(() => { const r = UrlFetchApp.fetch('https://crm.example/'); return [r.getResponseCode(), r.getContent().slice(0, 3), r.getBlob().getContentType(), r.getHeaders()['X-Answer'], r.getAllHeaders()['x-answer']]; })()",
        options,
      ),
    ).toEqual([200, [71, 69, 84], 'text/plain', 'да', null]);
  });

  it('bytes above 127 are negative', () => {
    expect(value("UrlFetchApp.fetch('http://b/').getContent()", { hosts: { b: () => ({ status: 200, headers: {}, body: 'я' }) } })).toEqual(
      [-47, -113],
    );
  });
});

it('needs the person’s authorisation: not in simple triggers', () => {
  const runtime = script("function onOpen() { UrlFetchApp.fetch('https://crm.example/'); }", options);
  runtime.open();
  expect(runtime.failures[0]?.error).toMatch(/^Exception: You do not have permission to call UrlFetchApp\.fetch/);
  expect(failure(() => runtime.run('onOpen'))).toBe('no error');
});
