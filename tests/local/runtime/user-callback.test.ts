// Coming back from an authorization server: apps-script reference 11.
import { manualClock } from '../../../local/clock';
import { script, start, thrown } from './script';

const code = `
  function begin(method, seconds) {
    const builder = ScriptApp.newStateToken().withArgument('file', 'f 1');
    if (method) builder.withMethod(method);
    if (seconds) builder.withTimeout(seconds);
    return builder.createToken();
  }
  function came(e) { return HtmlService.createHtmlOutput('<p>').appendUntrusted(JSON.stringify([e.parameter.code, e.parameter.file, e.parameters.scope, Session.getEffectiveUser().getEmail()])); }
  function callback() { return HtmlService.createHtmlOutput('by default'); }
  function silent() {}
  function text() { return 'text'; }
  function failing() { throw new Error('<b>no</b>'); }
  function hidden_() { return HtmlService.createHtmlOutput('hidden'); }
  function knows() { return HtmlService.createHtmlOutput(JSON.stringify([SpreadsheetApp.getActiveSpreadsheet() !== null, SpreadsheetApp.getActive() !== null, SpreadsheetApp.getActiveSheet() !== null, PropertiesService.getDocumentProperties() !== null, LockService.getDocumentLock() !== null, CacheService.getDocumentCache() !== null])); }`;
const query = (state: unknown, rest = ''): string => `state=${encodeURIComponent(String(state))}${rest}`;
const plain = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, char: string) => String.fromCharCode(Number(char)));

describe('a state token [11 state-token]', () => {
  const stale = 'Google Apps ScriptThe state token is invalid or has expired. Please try again.';

  test('works until its end, also twice, and not a moment longer', () => {
    const clock = manualClock(start);
    const runtime = script(code, { clock });
    const token = runtime.run('begin', ['came', 3600]);
    const made = clock.now();
    clock.advance(start + 3_599_000 - made);
    const before = [1, 2].map(() => plain(runtime.userCallback(query(token))).startsWith('['));
    clock.advance(60_000);
    expect([before, plain(runtime.userCallback(query(token)))]).toEqual([[true, true], stale]);
  });

  test('is of a minute and of the function `callback` unless it says otherwise', () => {
    const clock = manualClock(start);
    const runtime = script(code, { clock });
    const token = runtime.run('begin');
    const first = plain(runtime.userCallback(query(token)));
    clock.advance(60_000);
    expect([first, plain(runtime.userCallback(query(token)))]).toEqual(['by default', stale]);
  });

  test.each([
    ['of somebody else', (token: string) => query(token), 'other@example.com'],
    ['that was changed', (token: string) => query(`x${token}`), undefined],
    ['that is missing', () => 'code=1', undefined],
  ])('%s is refused by Google', (_, asked, user) => {
    const runtime = script(code);
    const token = String(runtime.run('begin', ['came']));
    expect(plain(runtime.userCallback(asked(token), user === undefined ? {} : { user }))).toBe(stale);
  });

  test.each(['withTimeout(3601)', 'withTimeout(0)', 'withMethod(1)', "withArgument('a', 1)"])('%s is refused', (call) => {
    expect(thrown(`ScriptApp.newStateToken().${call}`)).toMatch(/^Exception: /);
  });
});

describe('the way back [11 user-callback]', () => {
  test('runs the function of the token as the person who comes back, with what stood in the address and the token’s arguments', () => {
    const runtime = script(code);
    const user = 'second@example.com';
    const token = runtime.run('begin', ['came', 60], { user });
    expect(plain(runtime.userCallback(query(token, '&code=a%20b&scope=crm&scope=user'), { user }))).toBe(
      JSON.stringify(['a b', 'f 1', ['crm', 'user'], user]),
    );
  });

  test('untrusted text stays text', () => {
    const runtime = script(code);
    expect(runtime.userCallback(query(runtime.run('begin', ['came']), '&code=<script>'))).not.toContain('<script>');
  });

  test.each([
    ['silent', 'The script completed but did not return anything.'],
    ['text', 'The script completed but the returned value is not a supported return type.'],
    ['failing', 'Error: <b>no</b>'],
    ['absent', 'Exception: Script function not found: absent'],
    ['hidden_', 'Exception: Script function not found: hidden_'],
  ])('of the function %s Google says: %s', (method, words) => {
    const runtime = script(code);
    expect(plain(runtime.userCallback(query(runtime.run('begin', [method]))))).toBe(`Google Apps Script${words}`);
  });

  test.each([true, false])('with fileInCallback %p the run knows the open file: %p [11 callback-file]', (fileInCallback) => {
    const runtime = script(code, { switches: { fileInCallback } });
    expect(plain(runtime.userCallback(query(runtime.run('begin', ['knows']))))).toBe(JSON.stringify(Array(6).fill(fileInCallback)));
  });
});
