// Who may call what: apps-script reference 2.2, 4.3, 6, checklist item 4.
import { allScopes, failure, script, thrown } from './script';

describe('scopes of the manifest', () => {
  const without = (name: string) => ({ manifest: { oauthScopes: allScopes.filter((scope) => !scope.endsWith(name)) } });

  it.each([
    ['script.scriptapp', 'ScriptApp.getProjectTriggers()', 'ScriptApp.getProjectTriggers'],
    ['script.external_request', "UrlFetchApp.fetch('https://a.b/')", 'UrlFetchApp.fetch'],
    ['script.send_mail', "MailApp.sendEmail('a@b.c', 's', 't')", 'MailApp.sendEmail'],
    ['userinfo.email', 'Session.getActiveUser()', 'Session.getActiveUser'],
    ['script.container.ui', "SpreadsheetApp.getUi().alert('x')", 'Ui.alert'],
  ])('a call without %s names it', (scope, call, name) => {
    expect(thrown(call, without(scope))).toBe(
      `Exception: Specified permissions are not sufficient to call ${name}. Required permissions: https://www.googleapis.com/auth/${scope}`,
    );
  });

  it('a manifest without a list grants everything', () => {
    const runtime = script('function f() { return ScriptApp.getProjectTriggers().length; }', {
      manifest: { oauthScopes: undefined } as never,
    });
    expect(runtime.run('f')).toBe(0);
  });
});

describe('auth modes', () => {
  const probe = (calls: string) =>
    `function onOpen(e) { const found = []; for (const call of [${calls}]) try { found.push(String(call())); } catch (x) { found.push(x.message); } console.log(JSON.stringify([String(e.authMode), ...found])); }`;

  function opened(calls: string, home: 'bound' | 'addon') {
    const lines: string[] = [];
    const runtime = script(probe(calls), { home, log: (_, line) => lines.push(line) });
    runtime.open();
    return { runtime, seen: JSON.parse(lines[0] ?? 'null') as string[], lines };
  }

  it('an add-on not yet used in the file opens in NONE: menus and locale only', () => {
    const { seen } = opened(
      "() => Session.getActiveUserLocale(), () => SpreadsheetApp.getUi().createAddonMenu().addItem('a', 'b').addToUi(), () => PropertiesService.getDocumentProperties(), () => CacheService.getUserCache(), () => Utilities.base64Encode('a'), () => UrlFetchApp.fetch('https://a.b/'), () => SpreadsheetApp.getUi().alert('x')",
      'addon',
    );
    expect(seen).toEqual([
      'NONE',
      'ru',
      'undefined',
      'You do not have permission to call PropertiesService.getDocumentProperties',
      'You do not have permission to call CacheService.getUserCache',
      'YQ==',
      'You do not have permission to call UrlFetchApp.fetch. Required permissions: https://www.googleapis.com/auth/script.external_request',
      'You do not have permission to call Ui.alert. Required permissions: https://www.googleapis.com/auth/script.container.ui',
    ]);
  });

  it('a bound script opens in LIMITED: properties, no network, no dialogs', () => {
    const { seen } = opened(
      "() => PropertiesService.getDocumentProperties().getProperty('a'), () => UrlFetchApp.fetch('https://a.b/'), () => SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')), () => Session.getActiveUser().getEmail()",
      'bound',
    );
    expect(seen).toEqual([
      'LIMITED',
      'null',
      'You do not have permission to call UrlFetchApp.fetch. Required permissions: https://www.googleapis.com/auth/script.external_request',
      'You do not have permission to call Ui.showSidebar. Required permissions: https://www.googleapis.com/auth/script.container.ui',
      '',
    ]);
  });

  it('once used in the file the add-on opens in LIMITED', () => {
    const lines: string[] = [];
    const runtime = script('function go() {} function onOpen(e) { console.log(String(e.authMode)); }', {
      home: 'addon',
      log: (_, line) => lines.push(line),
    });
    runtime.open();
    runtime.run('go');
    runtime.open();
    expect(lines).toEqual(['NONE', 'LIMITED']);
  });

  it('a forbidden call at top level kills onOpen in NONE and leaves no menu (0.4)', () => {
    const code =
      "PropertiesService.getScriptProperties(); function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('a', 'b').addToUi(); }";
    const runtime = script(code, { home: 'addon' });
    runtime.open();
    expect([runtime.menus(), runtime.failures]).toEqual([
      [],
      [{ functionName: 'onOpen', error: 'Exception: You do not have permission to call PropertiesService.getScriptProperties' }],
    ]);
  });

  it('getUi works for a person only', () => {
    const runtime = script('function f() { SpreadsheetApp.getUi(); return 1; }');
    const text = 'Exception: Cannot call SpreadsheetApp.getUi() from this context.';
    expect([runtime.run('f', [], { as: 'menu' }), runtime.run('f', [], { as: 'sidebar' })]).toEqual([1, 1]);
    expect([failure(() => runtime.run('f', [], { as: 'trigger' })), failure(() => runtime.run('f', [], { as: 'editor' }))]).toEqual([
      text,
      text,
    ]);
  });
});
