// Who may call what: apps-script reference 2.2, 4.3, 6, checklist items 4 and 7.
// One file, because it is one table of calls, and what is refused beside it.
import type { ScriptOptions } from './script';
import { allScopes, failure, script, thrown, value } from './script';

const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;
const forbidden = (call: string, ...scopes: string[]) =>
  `You do not have permission to call ${call}${scopes.length === 0 ? '' : `. Required permissions: ${scopes.length === 1 ? scope(scopes[0] ?? '') : `(${scopes.map(scope).join(' || ')})`}`}`;

/** What each call answers or throws, in each auth mode. */
function inEveryMode(calls: readonly string[], options: ScriptOptions = {}) {
  const probe = `function probe() { return [${calls.map((call) => `() => ${call}`)}].map((call) => { try { return 'works'.slice(0, String(call()).length + 5); } catch (e) { return e.message; } }); }`;
  const code = `${probe}
    function onOpen(e) { console.log(JSON.stringify([String(e.authMode), probe()])); }
    /** @customfunction */ function PROBE() { return JSON.stringify(probe()); }`;
  const opened = (home: 'bound' | 'addon'): unknown => {
    const lines: string[] = [];
    script(code, { ...options, home, log: (_, line) => lines.push(line) }).open();
    return JSON.parse(lines.at(-1) ?? 'null');
  };
  const cell = script(code, options).evaluate('=PROBE()');
  return {
    NONE: opened('addon'),
    LIMITED: opened('bound'),
    CUSTOM_FUNCTION: ['CUSTOM_FUNCTION', JSON.parse(String('value' in cell ? cell.value : 'null')) as unknown],
    FULL: ['FULL', script(code, options).run('probe')],
  };
}

const ok = 'works';
const ui = 'Cannot call SpreadsheetApp.getUi() from this context.';
const sheets = ['spreadsheets.currentonly', 'spreadsheets'];
const file = 'SpreadsheetApp.getActiveSpreadsheet()';
/** Rows of the table of auth modes: call, then NONE, LIMITED, CUSTOM_FUNCTION, FULL. */
const table: readonly (readonly [call: string, none: string, limited: string, cell: string, full: string])[] = [
  // User data: the locale only.
  ['Session.getActiveUserLocale()', ok, ok, ok, ok],
  ['Session.getActiveUser()', forbidden('Session.getActiveUser', 'userinfo.email'), ok, ok, ok],
  // Spreadsheet: no, yes, read-only, yes.
  [`${file}.getName()`, forbidden('SpreadsheetApp.getActiveSpreadsheet', ...sheets), ok, ok, ok],
  [
    `${file}.getSheets()[0].getRange(1, 1).setValue(1)`,
    forbidden('SpreadsheetApp.getActiveSpreadsheet', ...sheets),
    ok,
    forbidden('setValue'),
    ok,
  ],
  // Ui: menu items only, menu items only, no, yes.
  ["SpreadsheetApp.getUi().createAddonMenu().addItem('a', 'b').addToUi()", ok, ok, ui, ok],
  ["SpreadsheetApp.getUi().createMenu('m').addItem('a', 'b').addToUi()", ok, ok, ui, ok],
  ["SpreadsheetApp.getUi().alert('a')", forbidden('Ui.alert', 'script.container.ui'), forbidden('Ui.alert', 'script.container.ui'), ui, ok],
  [
    "SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('a'))",
    forbidden('Ui.showSidebar', 'script.container.ui'),
    forbidden('Ui.showSidebar', 'script.container.ui'),
    ui,
    ok,
  ],
  // Properties: no, yes, yes, yes; the person's own store is not written in cells (4.3).
  ["PropertiesService.getDocumentProperties().setProperty('a', 'b')", forbidden('PropertiesService.getDocumentProperties'), ok, ok, ok],
  ["PropertiesService.getUserProperties().getProperty('a')", forbidden('PropertiesService.getUserProperties'), ok, ok, ok],
  [
    "PropertiesService.getUserProperties().setProperty('a', 'b')",
    forbidden('PropertiesService.getUserProperties'),
    ok,
    forbidden('PropertiesService.Properties.setProperty'),
    ok,
  ],
  // UrlFetch: no, no, yes, yes.
  [
    "UrlFetchApp.fetch('https://host/')",
    forbidden('UrlFetchApp.fetch', 'script.external_request'),
    forbidden('UrlFetchApp.fetch', 'script.external_request'),
    ok,
    ok,
  ],
  // Others: Logger and Utilities; services without user data; the same; all.
  ["Logger.log('a')", ok, ok, ok, ok],
  ["Utilities.base64Encode('a')", ok, ok, ok, ok],
  ["CacheService.getDocumentCache().get('a')", forbidden('CacheService.getDocumentCache'), ok, ok, ok],
  ['LockService.getDocumentLock().tryLock(1)', forbidden('LockService.getDocumentLock'), ok, ok, ok],
  ["HtmlService.createHtmlOutputFromFile('page')", forbidden('HtmlService.createHtmlOutputFromFile'), ok, ok, ok],
  [
    "MailApp.sendEmail('a@b.test', 's', 't')",
    forbidden('MailApp.sendEmail', 'script.send_mail'),
    forbidden('MailApp.sendEmail', 'script.send_mail'),
    forbidden('MailApp.sendEmail', 'script.send_mail'),
    ok,
  ],
  [
    'ScriptApp.getProjectTriggers()',
    forbidden('ScriptApp.getProjectTriggers', 'script.scriptapp'),
    forbidden('ScriptApp.getProjectTriggers', 'script.scriptapp'),
    forbidden('ScriptApp.getProjectTriggers', 'script.scriptapp'),
    ok,
  ],
  [
    "ScriptApp.newTrigger('f')",
    forbidden('ScriptApp.newTrigger', 'script.scriptapp'),
    forbidden('ScriptApp.newTrigger', 'script.scriptapp'),
    forbidden('ScriptApp.newTrigger', 'script.scriptapp'),
    ok,
  ],
];

describe('auth modes', () => {
  const options: ScriptOptions = { html: { page: '' }, hosts: { host: () => ({ status: 200, headers: {}, body: '' }) } };

  it('every service follows the table [12.4 auth-modes] [2.2 forbidden-service] [2.2 get-ui]', () => {
    const column = (mode: string, index: 1 | 2 | 3 | 4) => [mode, table.map((row) => row[index])];
    expect(
      inEveryMode(
        table.map(([call]) => call),
        options,
      ),
    ).toEqual({
      NONE: column('NONE', 1),
      LIMITED: column('LIMITED', 2),
      CUSTOM_FUNCTION: column('CUSTOM_FUNCTION', 3),
      FULL: column('FULL', 4),
    });
  });

  it('a cell opens no other file, writes nothing, mails nobody [12.7 denied]', () => {
    const calls = [
      `SpreadsheetApp.openById('x')`,
      `SpreadsheetApp.openByUrl('x')`,
      `${file}.getSheets()[0].getRange('A1').setValues([[1]])`,
      `${file}.insertSheet()`,
      'MailApp.getRemainingDailyQuota()',
      "ScriptApp.newTrigger('f')",
      'SpreadsheetApp.getUi()',
    ];
    expect(inEveryMode(calls).CUSTOM_FUNCTION[1]).toEqual([
      forbidden('SpreadsheetApp.openById', 'spreadsheets'),
      forbidden('SpreadsheetApp.openByUrl', 'spreadsheets'),
      forbidden('setValues'),
      forbidden('insertSheet'),
      forbidden('MailApp.getRemainingDailyQuota', 'script.send_mail'),
      forbidden('ScriptApp.newTrigger', 'script.scriptapp'),
      ui,
    ]);
  });

  it('by switch a cell writes user properties [4.3 user-properties]', () => {
    const call = ["PropertiesService.getUserProperties().setProperty('a', 'b')"];
    expect(inEveryMode(call, { switches: { customFunctionWritesProperties: true } }).CUSTOM_FUNCTION[1]).toEqual([ok]);
  });

  it('a cell reads the user properties of the file’s owner [4.3 user-properties]', () => {
    const code = `/** @customfunction */ function WHO() { return PropertiesService.getUserProperties().getProperty('who'); }
      function save() { PropertiesService.getUserProperties().setProperty('who', 'owner'); }`;
    const runtime = script(code);
    runtime.run('save');
    expect(runtime.evaluate('=WHO()')).toEqual({ value: 'owner' });
  });

  it.each([
    ['NONE', 'addon', 'PropertiesService.getScriptProperties()', forbidden('PropertiesService.getScriptProperties')],
    ['LIMITED', 'bound', "UrlFetchApp.fetch('https://host/')", forbidden('UrlFetchApp.fetch', 'script.external_request')],
  ] as const)('a forbidden call at top level kills onOpen in %s and leaves no menu (0.4) [12.4 auth-modes]', (_, home, call, text) => {
    const code = `${call}; function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('a', 'b').addToUi(); }`;
    const runtime = script(code, { home });
    runtime.open();
    expect([runtime.menus(), runtime.failures]).toEqual([[], [{ functionName: 'onOpen', error: `Exception: ${text}` }]]);
  });

  it('a forbidden call at top level kills a cell too [12.4 auth-modes]', () => {
    const runtime = script('MailApp.getRemainingDailyQuota(); /** @customfunction */ function ONE() { return 1; }');
    expect(runtime.evaluate('=ONE()')).toEqual({
      error: '#ERROR!',
      message: `Exception: ${forbidden('MailApp.getRemainingDailyQuota', 'script.send_mail')} (line 1).`,
    });
  });

  it('once used in the file, by a menu or a cell, the add-on opens in LIMITED [6 enabled]', () => {
    const code =
      'function go() {} /** @customfunction */ function ONE() { return 1; } function onOpen(e) { console.log(String(e.authMode)); }';
    const modes = (use: (runtime: ReturnType<typeof script>) => void) => {
      const lines: string[] = [];
      const runtime = script(code, { home: 'addon', log: (_, line) => lines.push(line) });
      runtime.open();
      use(runtime);
      runtime.open();
      return lines;
    };
    expect([modes((runtime) => runtime.run('go')), modes((runtime) => runtime.evaluate('=ONE()')), modes(() => undefined)]).toEqual([
      ['NONE', 'LIMITED'],
      ['NONE', 'LIMITED'],
      ['NONE', 'NONE'],
    ]);
  });

  it('onInstall runs in FULL, with a person before the file [6 on-install]', () => {
    const lines: string[] = [];
    const code =
      "function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('a', 'b').addToUi(); } function onInstall(e) { onOpen(e); console.log(String(e.authMode) + ' ' + Session.getActiveUser().getEmail()); }";
    const runtime = script(code, { home: 'addon', user: { email: 'a@b.test' }, log: (_, line) => lines.push(line) });
    runtime.install();
    expect([lines, runtime.menus().length, runtime.failures]).toEqual([['FULL a@b.test'], 1, []]);
  });

  it('getUi works for a person only [2.2 get-ui]', () => {
    const runtime = script('function f() { SpreadsheetApp.getUi(); return 1; }');
    expect([runtime.run('f', [], { as: 'menu' }), runtime.run('f', [], { as: 'sidebar' })]).toEqual([1, 1]);
    expect([failure(() => runtime.run('f', [], { as: 'trigger' })), failure(() => runtime.run('f', [], { as: 'editor' }))]).toEqual(
      Array(2).fill(`Exception: ${ui}`),
    );
  });
});

describe('scopes', () => {
  const calls: readonly (readonly [scope: string, call: string, name: string])[] = [
    ['script.scriptapp', 'ScriptApp.getProjectTriggers()', 'ScriptApp.getProjectTriggers'],
    ['script.scriptapp', "ScriptApp.newTrigger('f')", 'ScriptApp.newTrigger'],
    ['script.external_request', "UrlFetchApp.fetch('https://a.b/')", 'UrlFetchApp.fetch'],
    ['script.external_request', "UrlFetchApp.fetchAll(['https://a.b/'])", 'UrlFetchApp.fetchAll'],
    ['script.send_mail', "MailApp.sendEmail('a@b.c', 's', 't')", 'MailApp.sendEmail'],
    ['userinfo.email', 'Session.getActiveUser()', 'Session.getActiveUser'],
    ['userinfo.email', 'Session.getEffectiveUser()', 'Session.getEffectiveUser'],
    ['script.container.ui', "SpreadsheetApp.getUi().alert('x')", 'Ui.alert'],
    ['script.container.ui', "SpreadsheetApp.getUi().prompt('x')", 'Ui.prompt'],
    ['script.container.ui', "SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'))", 'Ui.showSidebar'],
    ['script.container.ui', "SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('x'), 'y')", 'Ui.showModalDialog'],
  ];
  const text = (name: string, needed: string) =>
    `Exception: Specified permissions are not sufficient to call ${name}. Required permissions: ${needed}`;
  const without = (name: string) => allScopes.filter((one) => !one.endsWith(name));

  it.each(calls)('without %s in the manifest, %s is refused [12.4 scopes] [2.2 missing-scope]', (name, call, method) => {
    expect(thrown(call, { manifest: { oauthScopes: without(name) } })).toBe(text(method, scope(name)));
  });

  it.each(calls)('a person who did not tick %s is refused %s [6 granular-consent]', (name, call, method) => {
    expect(thrown(call, { granted: without(name) })).toBe(text(method, scope(name)));
  });

  it('the open file needs currentonly or the full scope; other files the full one [12.4 scopes]', () => {
    const sheetsScopes = `(${sheets.map(scope).join(' || ')})`;
    expect([
      thrown(file, { manifest: { oauthScopes: without('currentonly') } }),
      thrown(`${file}.getName().length > 0`, { manifest: { oauthScopes: [scope('spreadsheets')] } }),
      thrown("SpreadsheetApp.openById('x')"),
    ]).toEqual([text('SpreadsheetApp.getActiveSpreadsheet', sheetsScopes), true, text('SpreadsheetApp.openById', scope('spreadsheets'))]);
  });

  it('menus, properties, caches, locks, Utilities and the locale need none [12.4 scopes]', () => {
    const none = { manifest: { oauthScopes: [] } };
    expect(
      value(
        "[SpreadsheetApp.getUi().createMenu('a').addToUi(), PropertiesService.getUserProperties().getKeys().length, CacheService.getScriptCache().get('a'), LockService.getScriptLock().tryLock(1), Utilities.base64Encode('a'), Session.getActiveUserLocale()]",
        none,
      ),
    ).toEqual([null, 0, null, true, 'YQ==', 'ru']);
  });

  it('by switch the locale needs a scope of its own [6 locale-scope]', () => {
    const switches = { localeNeedsScope: true };
    expect([
      thrown('Session.getActiveUserLocale()', { switches }),
      thrown('Session.getActiveUserLocale()', { switches, manifest: { oauthScopes: [scope('script.locale')] } }),
    ]).toEqual([text('Session.getActiveUserLocale', scope('script.locale')), 'ru']);
  });

  it('a manifest without a list grants everything', () => {
    const runtime = script('function f() { return ScriptApp.getProjectTriggers().length; }', {
      manifest: { oauthScopes: undefined } as never,
    });
    expect(runtime.run('f')).toBe(0);
  });

  const info = (scopes: string) =>
    `(() => { const i = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL${scopes}); return [String(i.getAuthorizationStatus()), i.getAuthorizationUrl() === null]; })()`;

  it('getAuthorizationInfo tells whether the person granted what the manifest, or the call, asks for [6 granular-consent]', () => {
    const granted = without('script.scriptapp');
    const triggers = `, ['${scope('script.scriptapp')}']`;
    const mail = `, ['${scope('script.send_mail')}']`;
    expect([
      value(info('')),
      value(info(triggers)),
      value(info(''), { granted }),
      value(info(triggers), { granted }),
      value(info(mail), { granted }),
    ]).toEqual([
      ['NOT_REQUIRED', true],
      ['NOT_REQUIRED', true],
      ['REQUIRED', false],
      ['REQUIRED', false],
      ['NOT_REQUIRED', true],
    ]);
  });

  it('requireScopes ends the run where one is not granted [6 granular-consent]', () => {
    const granted = without('script.scriptapp');
    const required = 'Exception: Authorization is required to perform that action.';
    expect([
      thrown(`ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${scope('script.scriptapp')}'])`, { granted }),
      thrown(`ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${scope('script.send_mail')}'])`, { granted }),
      thrown('ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL)', { granted }),
      thrown('ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL)'),
    ]).toEqual([required, null, required, null]);
  });
});

describe('an authorisation that is gone', () => {
  const code = `function onOpen() { SpreadsheetApp.getUi().createMenu('KPI').addItem('a', 'go').addToUi(); }
    function go() { console.log('began'); return SpreadsheetApp.getActive().getName(); }
    function install() { ScriptApp.newTrigger('go').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }
    /** @customfunction */ function NAME_OF_FILE() { return SpreadsheetApp.getActive().getName(); }`;
  const text = 'Exception: Authorization is required to perform that action.';

  it('refuses menus and the page before any code runs, leaves cells and simple triggers [2.2 no-authorisation]', () => {
    const lines: string[] = [];
    const runtime = script(code, { authorisation: 'expired', log: (_, line) => lines.push(line) });
    runtime.open();
    expect([
      failure(() => runtime.run('go')),
      failure(() => runtime.run('go', [], { as: 'sidebar' })),
      runtime.menus().length,
      lines,
    ]).toEqual([text, text, 1, []]);
    expect('value' in runtime.evaluate('=NAME_OF_FILE()')).toBe(true);
  });

  it('lets a trigger run until it meets a service that needs it [2.2 no-authorisation] [6 trigger-authorisation]', () => {
    const before = script(code);
    before.run('install');
    const lines: string[] = [];
    const runtime = script(code, { state: before.save(), authorisation: 'expired', log: (level, line) => lines.push(`${level}: ${line}`) });
    runtime.edit(runtime.spreadsheet.sheets()[0]?.name ?? '', 'A1', '1');
    expect([lines, runtime.failures]).toEqual([['log: began', `error: ${text}`], [{ functionName: 'go', error: text }]]);
  });

  it('a trigger asks getAuthorizationInfo and stops by itself [6 trigger-authorisation]', () => {
    const asking = `function go() { return String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus()); }`;
    expect(script(asking, { authorisation: 'expired' }).run('go', [], { as: 'trigger' })).toBe('REQUIRED');
  });
});

describe('the person', () => {
  const code = `function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }
    function onOpen(e) { console.log(JSON.stringify(who())); }
    function tick() { console.log(JSON.stringify(who())); }
    function install() { ScriptApp.newTrigger('tick').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }
    /** @customfunction */ function WHO() { return who().join('|'); }`;
  const seen = (switches = {}) => {
    const lines: string[] = [];
    const runtime = script(code, { user: { email: 'rop@example.com' }, switches, log: (_, line) => lines.push(line) });
    runtime.open();
    runtime.run('install');
    runtime.edit(runtime.spreadsheet.sheets()[0]?.name ?? '', 'A1', '1');
    return [runtime.run('who'), ...lines, runtime.evaluate('=WHO()')];
  };
  const both = ['rop@example.com', 'rop@example.com'];

  it('is known in a menu; the active user is hidden in triggers and cells, the effective one in cells and simple triggers [8 session]', () => {
    expect(seen()).toEqual([both, '["",""]', '["","rop@example.com"]', { value: '|' }]);
  });

  it('by switch triggers know the active user [8 session]', () => {
    expect(seen({ hidesUserInTriggers: false })).toEqual([both, JSON.stringify(both), JSON.stringify(both), { value: '|' }]);
  });

  it('by switch a hidden user is a refusal [2.2 identity]', () => {
    const text = "Exception: The script does not have permission to get the active user's identity.";
    expect(seen({ hiddenUser: 'refused' })).toEqual([both, text, text, { error: '#ERROR!', message: `${text} (line 1).` }]);
  });
});
