// UrlFetchApp: failures, answers, redirects, the quota of the day; apps-script reference 1, 2.2, 8, checklist item 10.
import { manualClock } from '../../../local/clock';
import { asked, options } from './fetched-host';
import { failure, script, start, thrown, value } from './script';

beforeEach(() => {
  asked.length = 0;
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
