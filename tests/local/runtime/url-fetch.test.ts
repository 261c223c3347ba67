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
  if (request.path.startsWith('/redirect/'))
    return { status: Number(request.path.slice(10, 13)), headers: { Location: '/target' }, body: 'moved' };
  if (request.path === '/loop') return { status: 302, headers: { Location: '/loop' }, body: '' };
  if (request.path === '/away') return { status: 302, headers: { Location: 'https://other.example/target' }, body: '' };
  if (request.path === '/many') return { status: 200, headers: { 'Set-Cookie': ['a=1', 'b=2'], 'x-Lower': 'v' }, body: '' };
  if (request.path === '/1251')
    return { status: 200, headers: { 'Content-Type': 'text/plain; charset=windows-1251' }, body: new Uint8Array([0xcf, 0xf0, 0xe8]) };
  if (request.path === '/slow') return { status: 200, headers: {}, body: '', delayMs: 61_000 };
  return {
    status: 200,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-Answer': 'да' },
    body: `${request.method} ${request.path}`,
    delayMs: 300,
  };
};
const options = { hosts: { 'crm.example': host, 'other.example': host } };
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

describe('failures', () => {
  it('an unmuted HTTP error names scheme and host only and quotes the start of the body, how much is a switch [2.2 http-error]', () => {
    expect(
      String(thrown("UrlFetchApp.fetch('https://crm.example/status/503')", { ...options, switches: { truncatedBodyLength: 20 } })),
    ).toContain(`Truncated server response: {"error":"${'x'.repeat(10)} (use`);
    expect(thrown("UrlFetchApp.fetch('https://crm.example/status/503?secret=1')", options)).toBe(
      `Exception: Request failed for https://crm.example returned code 503. Truncated server response: {"error":"${'x'.repeat(190)} (use muteHttpExceptions option to examine full response)`,
    );
  });

  it('400 and above fail, 399 and below do not [2.2 http-error]', () => {
    const failing = [200, 204, 299, 304, 399, 400, 401, 429, 500, 599].filter(
      (status) => typeof thrown(`UrlFetchApp.fetch('https://crm.example/status/${status}').getResponseCode()`, options) === 'string',
    );
    expect(failing).toEqual([400, 401, 429, 500, 599]);
  });

  it('a muted one is an answer [12.10 mute]', () => {
    expect(value("UrlFetchApp.fetch('https://crm.example/status/404', { muteHttpExceptions: true }).getResponseCode()", options)).toBe(404);
  });

  it.each([
    ['an unreachable address', 'https://crm.example/gone?key=1', 'Address unavailable', '2.2 address-unavailable'],
    ['no answer within 60 seconds', 'https://crm.example/slow', 'Address unavailable', '12.10 faults'],
    ['an unknown host', 'https://nowhere.example/', 'DNS error', '2.2 dns'],
  ])('%s throws with the whole URL even when muted [12.10 mute]', (_, url, text) => {
    expect(thrown(`UrlFetchApp.fetch('${url}', { muteHttpExceptions: true })`, options)).toBe(`Exception: ${text}: ${url}`);
  });

  it('the time-out is 60 seconds or the option’s, by switch 360 [1 fetch-timeout]', () => {
    const asked = (params: string, switches = {}) => {
      const clock = manualClock(start);
      const said = String(
        thrown(`UrlFetchApp.fetch('https://crm.example/slow'${params}).getResponseCode()`, { ...options, clock, switches }),
      );
      return [said, Math.floor((clock.now() - start) / 1000)];
    };
    const gone = 'Exception: Address unavailable: https://crm.example/slow';
    expect([
      asked(''),
      asked(', { timeoutSeconds: 5 }'),
      asked(', { timeoutSeconds: 300 }'),
      asked('', { fetchTimeoutMs: 360_000 }),
    ]).toEqual([
      [gone, 60],
      [gone, 5],
      [gone, 60],
      ['200', 61],
    ]);
  });

  it('an answer above 50 MB [12.10 options]', () => {
    const big = { hosts: { big: () => ({ status: 200, headers: {}, body: new Uint8Array(50 * 1024 * 1024 + 1) }) } };
    expect(thrown("UrlFetchApp.fetch('http://big/')", big)).toBe('Exception: Limit Exceeded: URLFetch Response Size.');
  });

  it('one unmuted failure loses all answers of fetchAll, a network failure even when all are muted [12.10 fetch-all]', () => {
    expect(
      thrown(
        "UrlFetchApp.fetchAll(['https://crm.example/a', 'https://crm.example/gone'].map((url) => ({ url, muteHttpExceptions: true })))",
        options,
      ),
    ).toBe('Exception: Address unavailable: https://crm.example/gone');
    expect(thrown("UrlFetchApp.fetchAll(['https://crm.example/a', 'https://crm.example/status/500'])", options)).toMatch(
      /^Exception: Request failed for https:\/\/crm\.example returned code 500\./,
    );
  });
});

describe('answers', () => {
  it('come in the order of the requests, and the wave takes as long as its slowest [12.10 fetch-all]', () => {
    const clock = manualClock(start);
    const runtime = script(
      "function f() { return UrlFetchApp.fetchAll(['https://crm.example/1', { url: 'https://crm.example/2', method: 'delete' }]).map((r) => r.getContentText()); }",
      { ...options, clock },
    );
    expect(runtime.run('f')).toEqual(['GET /1', 'DELETE /2']);
    expect(clock.now() - start).toBe(305);
    expect(runtime.stats.urlFetchCalls).toBe(2);
  });

  it('repeated headers: the last one by getHeaders, a list by getAllHeaders, in the server’s spelling [8 response-headers]', () => {
    expect(
      value(
        "(() => { const r = UrlFetchApp.fetch('https://crm.example/many'); return [r.getHeaders()['Set-Cookie'], r.getAllHeaders()['Set-Cookie'], r.getHeaders()['x-Lower'], r.getHeaders()['X-Lower']]; })()",
        options,
      ),
    ).toEqual(['b=2', ['a=1', 'b=2'], 'v', null]);
  });

  it('text is read in the charset of the header, else in UTF-8, unless one is asked for [8 response-charset]', () => {
    expect(
      value(
        "(() => { const r = UrlFetchApp.fetch('https://crm.example/1251'); return [r.getContentText(), r.getContentText('windows-1251'), r.getContentText('UTF-8') === 'При']; })()",
        options,
      ),
    ).toEqual(['При', 'При', false]);
  });

  it('offer code, text, signed bytes, blob and headers in the server’s spelling [8 response-headers]', () => {
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

describe('redirects', () => {
  const post = (path: string, more = '') =>
    value(
      `(() => { const r = UrlFetchApp.fetch('https://crm.example${path}', { method: 'post', payload: 'secret', contentType: 'text/plain', headers: { Authorization: 'me', Cookie: 'a=1' }${more} }); return [r.getResponseCode(), r.getContentText()]; })()`,
      options,
    );

  it.each([301, 302, 303])('%i turns a POST into a GET without its body [12.10 redirects]', (status) => {
    expect(post(`/redirect/${status}`)).toEqual([200, 'GET /target']);
    expect(asked[1]).toMatchObject({ method: 'GET', body: '' });
    expect(asked[1]?.headers).not.toHaveProperty('content-type');
  });

  it.each([307, 308])('%i repeats the POST [12.10 redirects]', (status) => {
    expect(post(`/redirect/${status}`)).toEqual([200, 'POST /target']);
    expect(asked[1]).toMatchObject({ method: 'POST', body: 'secret' });
  });

  it('followRedirects: false answers the redirect itself, unmuted too [12.10 redirects]', () => {
    expect(post('/redirect/302', ', followRedirects: false')).toEqual([302, 'moved']);
    expect(asked).toHaveLength(1);
  });

  it('another origin gets no credentials [12.10 redirects]', () => {
    post('/away');
    expect([Object.keys(asked[1]?.headers ?? {}), asked[0]?.headers['authorization']]).toEqual([['user-agent'], 'me']);
  });

  it('a loop ends with the redirect as the answer [12.10 redirects]', () => {
    expect(value("UrlFetchApp.fetch('https://crm.example/loop').getResponseCode()", options)).toBe(302);
    expect(asked).toHaveLength(11);
  });
});

describe('the day’s quota', () => {
  const runtime = (account: 'consumer' | 'workspace') =>
    script("function f(n) { UrlFetchApp.fetchAll(Array(n).fill('http://host/')); return 'ok'; }", {
      account,
      hosts: { host: () => ({ status: 200, headers: {}, body: '' }) },
    });
  const text = 'Exception: Service invoked too many times for one day: urlfetch.';

  it('counts every element of a wave: 20,000 a day, 100,000 in Workspace [2.2 daily-quota]', () => {
    const consumer = runtime('consumer');
    expect([consumer.run('f', [20_000]), failure(() => consumer.run('f', [1]))]).toEqual(['ok', text]);
    expect(runtime('workspace').run('f', [20_001])).toBe('ok');
  });

  it('a wave above what is left sends nothing [2.2 daily-quota]', () => {
    const consumer = runtime('consumer');
    consumer.run('f', [19_999]);
    expect([failure(() => consumer.run('f', [2])), consumer.stats.urlFetchCalls, consumer.run('f', [1])]).toEqual([text, 19_999, 'ok']);
  });
});

it('needs the person’s authorisation: not in simple triggers [2.2 forbidden-service]', () => {
  const runtime = script("function onOpen() { UrlFetchApp.fetch('https://crm.example/'); }", options);
  runtime.open();
  expect(runtime.failures[0]?.error).toMatch(/^Exception: You do not have permission to call UrlFetchApp\.fetch/);
  expect(failure(() => runtime.run('onOpen'))).toBe('no error');
});
