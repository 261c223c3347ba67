// UrlFetchApp: what is sent, and what is refused before it is; apps-script reference 1, 2.2, 8, checklist item 10.
import type { HostRequest } from '../../../local/runtime/transport';
import { asked, options } from './fetched-host';
import { thrown, value } from './script';

beforeEach(() => {
  asked.length = 0;
});

describe('requests', () => {
  const sent = (call: string): HostRequest | undefined => {
    value(call, options);
    return asked[0];
  };

  it('an object payload is a form, posted [12.10 options]', () => {
    expect(sent("UrlFetchApp.fetch('https://crm.example/a', { payload: { name: 'Иванов & Ко', n: 1 } }).getResponseCode()")).toMatchObject({
      method: 'POST',
      path: '/a',
      body: 'name=%D0%98%D0%B2%D0%B0%D0%BD%D0%BE%D0%B2+%26+%D0%9A%D0%BE&n=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  });

  it('a text payload keeps its content type and headers [12.10 options]', () => {
    expect(
      sent(
        "UrlFetchApp.fetch('https://crm.example/a', { method: 'put', contentType: 'application/json', payload: JSON.stringify({ a: 'я' }), headers: { 'X-One': 1 } }).getResponseCode()",
      ),
    ).toMatchObject({ method: 'PUT', body: '{"a":"я"}', headers: { 'content-type': 'application/json', 'x-one': '1' } });
  });

  it('a blob in the payload makes it multipart [12.10 options]', () => {
    expect(
      sent(
        "UrlFetchApp.fetch('https://crm.example/a', { method: 'post', payload: { f: Utilities.newBlob('x', 'text/csv', 'a.csv') } }).getResponseCode()",
      )?.body,
    ).toContain('Content-Disposition: form-data; name="f"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\nx\r\n');
  });

  it('bytes and a blob are sent as they are [12.10 options]', () => {
    expect(sent("UrlFetchApp.fetch('https://crm.example/a', { method: 'post', payload: [104, 105] }).getResponseCode()")).toMatchObject({
      body: 'hi',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    asked.length = 0;
    expect(
      sent("UrlFetchApp.fetch('https://crm.example/a', { method: 'post', payload: Utilities.newBlob('x', 'text/csv') }).getResponseCode()"),
    ).toMatchObject({ body: 'x', headers: { 'content-type': 'text/csv' } });
  });

  it('a text payload without a content type is a form too [12.10 options]', () => {
    expect(sent("UrlFetchApp.fetch('https://crm.example/a', { method: 'post', payload: '{}' }).getResponseCode()")?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
    });
  });

  it('a payload without a method is posted; by switch it is not sent at all [8 payload-method]', () => {
    const call = "UrlFetchApp.fetch('https://crm.example/a', { payload: 'x' }).getContentText()";
    expect([value(call, options), value(call, { ...options, switches: { payloadImpliesPost: false } })]).toEqual(['POST /a', 'GET /a']);
  });

  it.each(['get', 'delete', 'patch', 'post', 'put', 'PUT'])('the method %s is sent [12.10 options]', (method) => {
    expect(sent(`UrlFetchApp.fetch('https://crm.example/a', { method: '${method}' }).getResponseCode()`)?.method).toBe(
      method.toUpperCase(),
    );
  });

  it('names itself, unless a header names another [8 user-agent]', () => {
    expect(sent("UrlFetchApp.fetch('https://crm.example/a').getResponseCode()")?.headers['user-agent']).toContain('Google-Apps-Script');
    asked.length = 0;
    expect(
      sent("UrlFetchApp.fetch('https://crm.example/a', { headers: { 'User-Agent': 'KPI' } }).getResponseCode()")?.headers['user-agent'],
    ).toBe('KPI');
  });

  it('reserved characters of the URL are escaped unless escaping is false, then they are refused [12.10 options] [2.2 bad-url]', () => {
    expect(sent("UrlFetchApp.fetch('https://crm.example/a b?q=я').getResponseCode()")?.path).toBe('/a%20b?q=%D1%8F');
    expect(thrown("UrlFetchApp.fetch('https://crm.example/a b', { escaping: false })", options)).toBe(
      'Exception: Invalid argument: https://crm.example/a b',
    );
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
    ['a bad URL', "UrlFetchApp.fetch('https://')", 'Invalid argument: https://', '2.2 bad-url'],
    ['a scheme that is not HTTP', "UrlFetchApp.fetch('ftp://a.b/')", 'Invalid argument: ftp://a.b/', '2.2 bad-url'],
    ['an empty URL', "UrlFetchApp.fetch('')", 'Invalid argument: ', '2.2 bad-url'],
    [
      'a URL that is no text',
      'UrlFetchApp.fetch(5)',
      "The parameters (number) don't match the method signature for UrlFetchApp.fetch.",
      '12.10 options',
    ],
    [
      'a list that is none',
      "UrlFetchApp.fetchAll('https://crm.example/')",
      "The parameters (String) don't match the method signature for UrlFetchApp.fetchAll.",
      '12.10 options',
    ],
    [
      'a request of a list without a URL',
      "UrlFetchApp.fetchAll([{ method: 'get' }])",
      "The parameters (object[]) don't match the method signature for UrlFetchApp.fetchAll.",
      '12.10 options',
    ],
    [
      'a header with a line break',
      "UrlFetchApp.fetch('https://crm.example/', { headers: { A: 'b\\r\\nc: d' } })",
      'Attribute provided with invalid value: Header:A',
      '12.10 headers',
    ],
    [
      'headers above 8 KB',
      "UrlFetchApp.fetch('https://crm.example/', { headers: { A: 'x'.repeat(8192) } })",
      'Limit Exceeded: URLFetch Header Size.',
      '12.10 headers',
    ],
    [
      'OPTIONS',
      "UrlFetchApp.fetch('https://crm.example/', { method: 'options' })",
      'Attribute provided with invalid value: method',
      '12.10 options',
    ],
    [
      'one bad request of a wave: nothing is sent',
      "UrlFetchApp.fetchAll(['https://crm.example/', { url: 'https://crm.example/', headers: { Host: 'a' } }])",
      'Attribute provided with invalid value: Header:Host',
      '12.10 fetch-all',
    ],
    [
      'the Host header',
      "UrlFetchApp.fetch('https://crm.example/', { headers: { Host: 'a' } })",
      'Attribute provided with invalid value: Header:Host',
      '2.2 header',
    ],
    [
      'the Content-Length header',
      "UrlFetchApp.fetch('https://crm.example/', { headers: { 'Content-Length': 1 } })",
      'Attribute provided with invalid value: Header:Content-Length',
      '12.10 headers',
    ],
    [
      'a null header',
      "UrlFetchApp.fetch('https://crm.example/', { headers: { A: null } })",
      'Attribute provided with invalid value: Header:null',
      '12.10 headers',
    ],
    [
      'an undefined header',
      "UrlFetchApp.fetch('https://crm.example/', { headers: { A: undefined } })",
      'Attribute provided with invalid value: Header:null',
      '12.10 headers',
    ],
    [
      'HEAD',
      "UrlFetchApp.fetch('https://crm.example/', { method: 'head' })",
      'Attribute provided with invalid value: method',
      '12.10 options',
    ],
    [
      '101 headers',
      "UrlFetchApp.fetch('https://crm.example/', { headers: Object.fromEntries(Array.from({ length: 101 }, (_, i) => ['h' + i, 'x'])) })",
      'Limit Exceeded: URLFetch Headers.',
      '12.10 headers',
    ],
  ])('%s', (_, call, text) => {
    expect(thrown(call, options)).toBe(`Exception: ${text}`);
    expect(asked).toEqual([]);
  });

  it('a misspelt option is refused, by switch ignored [8 unknown-option]', () => {
    const call = "UrlFetchApp.fetch('https://crm.example/status/404', { muteHttpException: true })";
    expect([
      thrown(call, options),
      String(thrown(call, { ...options, switches: { refusesUnknownFetchOptions: false } })).slice(0, 26),
    ]).toEqual(['Exception: Attribute provided with invalid value: muteHttpException', 'Exception: Request failed ']);
  });

  it('a URL longer than 2,082 characters, by switch 2,048 [12.10 url-length] [2.2 other-limit]', () => {
    const long = (length: number, switches = {}) =>
      thrown(`UrlFetchApp.fetch('https://crm.example/' + 'a'.repeat(${length - 20})).getResponseCode()`, { ...options, switches });
    const text = 'Exception: Limit Exceeded: URLFetch URL Length.';
    expect([long(2082), long(2083), long(2048, { longestUrl: 2048 }), long(2049, { longestUrl: 2048 })]).toEqual([200, text, 200, text]);
  });

  it('a body above 50 MB [2.2 other-limit]', () => {
    expect(
      thrown("UrlFetchApp.fetch('https://crm.example/', { method: 'post', payload: 'a'.repeat(50 * 1024 * 1024 + 1) })", options),
    ).toBe('Exception: Limit Exceeded: URLFetch POST Size.');
  });

  it.each([
    ['https://crm.example/rest/', 'https://crm.example/rest/a', true],
    ['https://crm.example/rest/', 'https://crm.example/Rest/a', false],
    ['https://crm.example/rest/', 'http://crm.example/rest/a', false],
    ['https://crm.example/rest/', 'https://other.example/rest/a', false],
    ['https://*.example/', 'https://crm.example/a', true],
    ['https://*.example/', 'https://example/a', false],
    ['https://crm.*/', 'https://crm.example/a', false],
    ['https://crm.example', 'https://crm.example/a', false],
    ['http://crm.example/', 'http://crm.example/a', false],
  ])('with %s in the manifest, %s is fetched: %s [2.2 whitelist] [6 whitelist]', (prefix, url, fetched) => {
    const said = thrown(`UrlFetchApp.fetch('${url}').getResponseCode()`, { ...options, manifest: { urlFetchWhitelist: [prefix] } });
    expect(said).toBe(fetched ? 200 : `Exception: UrlFetch calls to ${url} are not permitted by your admin`);
  });

  it('every address of a wave must be listed; the wording of the refusal is a switch [2.2 whitelist]', () => {
    const listed = { ...options, manifest: { urlFetchWhitelist: ['https://crm.example/'] }, switches: { textsAsAssumed: false } };
    expect(thrown("UrlFetchApp.fetchAll(['https://crm.example/a', 'https://other.example/b'])", listed)).toBe(
      'Exception: The URL https://other.example/b is not in the list of the manifest.',
    );
    expect(asked).toEqual([]);
  });

  it('a host that the administrator did not allow [2.2 admin-allowlist]', () => {
    const said = (url: string) =>
      thrown(`UrlFetchApp.fetch('${url}').getResponseCode()`, { ...options, adminAllowlist: ['crm.example', '*.bitrix24.ru'] });
    expect([said('https://crm.example/a?k=1'), said('https://other.example/a?k=1'), said('https://a.bitrix24.ru/')]).toEqual([
      200,
      'Exception: UrlFetch calls to https://other.example/a?k=1 are not permitted by your admin',
      'Exception: DNS error: https://a.bitrix24.ru/',
    ]);
  });
});
