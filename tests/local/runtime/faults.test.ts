// Google's own trouble, planted into service calls: apps-script reference 2.2, checklist item 10.
import { type Fault, type FaultName, faultNames } from '../../../local/runtime/faults';
import { failure, script, thrown } from './script';

const cell = "SpreadsheetApp.getActive().getSheets()[0].getRange('A1')";
const url = 'https://crm.example/rest/1/secret/deal.list?key=1';
const hosts = { 'crm.example': () => ({ status: 200, headers: {}, body: 'ok' }) };
const planted = (expression: string, ...faults: Fault[]) => thrown(expression, { faults, hosts });

it.each<[error: FaultName, expression: string, call: string, text: string | RegExp, id: string]>([
  [
    'timed-out',
    `${cell}.setValue(1)`,
    'SpreadsheetApp.Range.setValue',
    /^Service Spreadsheets timed out while accessing document with id local-\w+\.$/,
    '2.2 service-slow',
  ],
  [
    'service-failed',
    `${cell}.getValue()`,
    'SpreadsheetApp.Range.getValue',
    /^Service Spreadsheets failed while accessing document with id local-\w+\.$/,
    '2.2 service-slow',
  ],
  [
    'short-term-rate',
    `UrlFetchApp.fetch('${url}')`,
    'UrlFetchApp.fetch',
    'Service invoked too many times in a short time: urlfetch. Try Utilities.sleep(1000) between calls.',
    '2.2 short-term-rate',
  ],
  [
    'short-term-rate',
    'LockService.getDocumentLock().tryLock(1)',
    'LockService.Lock.tryLock',
    'Service invoked too many times in a short time: lockBean rateMax. Try Utilities.sleep(1000) between calls.',
    '2.2 short-term-rate',
  ],
  [
    'daily-quota',
    `UrlFetchApp.fetchAll(['${url}'])`,
    'UrlFetchApp.fetchAll',
    'Service invoked too many times for one day: urlfetch.',
    '2.2 daily-quota',
  ],
  [
    'bandwidth',
    `UrlFetchApp.fetchAll([{ url: '${url}' }])`,
    'UrlFetchApp.fetchAll',
    `Bandwidth quota exceeded: ${url}. Try reducing the rate of data transfer.`,
    '2.2 traffic-rate',
  ],
  ['address-unavailable', `UrlFetchApp.fetch('${url}')`, 'UrlFetchApp.fetch', `Address unavailable: ${url}`, '12.10 faults'],
  ['dns', `UrlFetchApp.fetch('${url}')`, 'UrlFetchApp.fetch', `DNS error: ${url}`, '12.10 faults'],
  [
    'admin-allowlist',
    `UrlFetchApp.fetch('${url}')`,
    'UrlFetchApp.fetch',
    `UrlFetch calls to ${url} are not permitted by your admin`,
    '2.2 admin-allowlist',
  ],
  [
    'server-unavailable',
    "CacheService.getDocumentCache().get('a')",
    'CacheService.Cache.get',
    'Server not available.',
    '2.2 server-trouble',
  ],
  [
    'server-error',
    'PropertiesService.getUserProperties().getKeys()',
    'PropertiesService.Properties.getKeys',
    'Server error occurred, please try again.',
    '2.2 server-trouble',
  ],
  [
    'server-sorry',
    'ScriptApp.getProjectTriggers()',
    'ScriptApp.getProjectTriggers',
    "We're sorry, a server error occurred. Please wait a bit and try again.",
    '2.2 server-trouble',
  ],
  [
    'hiccup',
    `${cell}.getNote()`,
    'SpreadsheetApp.Range.getNote',
    'Unexpected error while getting the method or property getNote on object SpreadsheetApp.Range.',
    '2.2 hiccup',
  ],
  [
    'identity',
    'Session.getActiveUser()',
    'Session.getActiveUser',
    "The script does not have permission to get the active user's identity.",
    '2.2 identity',
  ],
  ['permission-denied', `${cell}.getValue()`, 'SpreadsheetApp.Range.getValue', 'PERMISSION_DENIED', '2.2 wrong-account'],
  [
    'property-quota',
    "PropertiesService.getUserProperties().setProperty('a', 'b')",
    'PropertiesService.Properties.setProperty',
    'You have exceeded the property storage quota. Please remove some properties and try again.',
    '2.2 properties',
  ],
])('%s: %s', (error, expression, call, text) => {
  const said = String(planted(expression, { call, error }));
  expect(said.startsWith('Exception: ')).toBe(true);
  const message = said.slice('Exception: '.length);
  if (typeof text === 'string') expect(message).toBe(text);
  else expect(message).toMatch(text);
});

describe('a run that is refused before any code', () => {
  it.each<[error: FaultName, text: string, id: string]>([
    ['wrong-account', 'You do not have permission to access the requested document.', '2.2 wrong-account'],
    ['no-authorisation', 'Authorization is required to perform that action.', '2.2 no-authorisation'],
    ['identity', "The script does not have permission to get the active user's identity.", '2.2 identity'],
    [
      'too-many-executions',
      'There are too many executions running simultaneously for this Apps Script project at this time.',
      '2.2 parallel-project',
    ],
    ['too-many-scripts', 'There are too many scripts running simultaneously for this Google user account.', '2.2 parallel-user'],
    ['too-many-starts', 'Script invoked too many times per second for this Google user account.', '2.2 starts-per-second'],
  ])('%s', (error, text) => {
    const lines: string[] = [];
    const runtime = script("function f() { console.log('ran'); return 1; }", {
      faults: [{ call: 'start', nth: 2, error }],
      log: (_, line) => lines.push(line),
    });
    expect([runtime.run('f'), failure(() => runtime.run('f')), runtime.run('f'), lines]).toEqual([
      1,
      `Exception: ${text}`,
      1,
      ['ran', 'ran'],
    ]);
  });
});

describe('which calls fail', () => {
  const cached = (...faults: Fault[]) =>
    planted(
      "[1, 2, 3, 4].map((n) => { try { CacheService.getScriptCache().put('k' + n, 'v'); return n; } catch (e) { return 'x'; } }).join('')",
      ...faults,
    );
  const call = 'CacheService.Cache.put';

  it.each<[string, Partial<Fault>, string]>([
    ['the first one when nothing is said', {}, 'x234'],
    ['the nth', { nth: 3 }, '12x4'],
    ['the nth and as many as said', { nth: 2, times: 2 }, '1xx4'],
    ['all from the nth on', { nth: 2, times: Number.POSITIVE_INFINITY }, '1xxx'],
    ['every call of a service, entry included', { call: 'CacheService.*', nth: 4, times: 2 }, '1xx4'],
    ['none of another name', { call: 'CacheService.Cache.get' }, '1234'],
  ])('%s', (_, fault, expected) => {
    expect(cached({ call, error: 'server-error', ...fault })).toBe(expected);
  });

  it('are counted over the life of the runtime', () => {
    const runtime = script("function f() { CacheService.getScriptCache().put('a', 'b'); return 1; }", {
      faults: [{ call, nth: 2, error: { message: 'своё' } }],
    });
    expect([runtime.run('f'), failure(() => runtime.run('f')), runtime.run('f')]).toEqual([1, 'Exception: своё', 1]);
  });

  it('a fault after the call loses only the answer', () => {
    const put = (when: 'before' | 'after') =>
      planted(
        "(() => { const c = CacheService.getScriptCache(); try { c.put('a', 'b'); } catch (e) { return e.message + ' ' + c.get('a'); } })()",
        { call, error: 'server-error', when },
      );
    expect([put('before'), put('after')]).toEqual([
      'Server error occurred, please try again. null',
      'Server error occurred, please try again. b',
    ]);
  });

  it('a fault of a fetch sends nothing and counts as no call', () => {
    let asked = 0;
    const runtime = script(`function f() { UrlFetchApp.fetch('${url}'); }`, {
      faults: [{ call: 'UrlFetchApp.fetch', error: 'address-unavailable' }],
      hosts: {
        'crm.example': () => {
          asked += 1;
          return { status: 200, headers: {}, body: '' };
        },
      },
    });
    expect([failure(() => runtime.run('f')), failure(() => runtime.run('f')), asked]).toEqual([
      `Exception: Address unavailable: ${url}`,
      'no error',
      1,
    ]);
  });
});

it('texts whose wording is unconfirmed read otherwise by switch, the confirmed ones never [2.2 unconfirmed-texts]', () => {
  const said = (error: FaultName, textsAsAssumed: boolean) =>
    thrown(`UrlFetchApp.fetch('${url}')`, { switches: { textsAsAssumed }, faults: [{ call: 'UrlFetchApp.fetch', error }] })
      ?.toString()
      .replace(/local-\w+/, 'ID');
  expect(faultNames.filter((name) => said(name, true) !== said(name, false))).toEqual(['service-failed', 'bandwidth', 'server-sorry']);
  expect([said('bandwidth', false), said('service-failed', false)]).toEqual([
    `Exception: Bandwidth quota exceeded: ${url}.`,
    'Exception: Service Spreadsheets failed while accessing document.',
  ]);
});
