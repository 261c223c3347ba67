// Several people in one file: apps-script reference 1, 4.2, 4.3, 6, 8: stores, locks, quotas and triggers belong to persons.
import { manualClock } from '../../../local/clock';
import { failure, script, start, thrown } from './script';

const owner = 'owner@example.com';
const editor = 'editor@example.com';
const file = { user: { email: owner } };
const by = (user: string) => ({ user });

it('the owner is at the keyboard unless a call names somebody else [8 person]', () => {
  const runtime = script('function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }', file);
  expect([runtime.run('who'), runtime.run('who', [], by(editor)), runtime.run('who')]).toEqual([
    [owner, owner],
    [editor, editor],
    [owner, owner],
  ]);
});

describe('stores', () => {
  const code = `function put(value) { PropertiesService.getUserProperties().setProperty('a', value); PropertiesService.getScriptProperties().setProperty('a', value); PropertiesService.getDocumentProperties().setProperty('a', value);
      CacheService.getUserCache().put('a', value); CacheService.getScriptCache().put('a', value); CacheService.getDocumentCache().put('a', value); }
    function get() { return [PropertiesService.getUserProperties(), PropertiesService.getScriptProperties(), PropertiesService.getDocumentProperties()].map((p) => p.getProperty('a'))
      .concat([CacheService.getUserCache(), CacheService.getScriptCache(), CacheService.getDocumentCache()].map((c) => c.get('a'))); }
    /** @customfunction */ function STORED() { return PropertiesService.getUserProperties().getProperty('a'); }
    /** @customfunction */ function CHANGED() { return PropertiesService.getUserProperties().setProperty('a', 'x') && 1; }
    /** @customfunction */ function MAILED() { return Session.getActiveUser().getEmail() || 'nobody'; }
    function onEdit() { PropertiesService.getDocumentProperties().setProperty('edited', PropertiesService.getUserProperties().getProperty('a') + ' ' + Session.getActiveUser().getEmail()); }
    function edited() { return PropertiesService.getDocumentProperties().getProperty('edited'); }`;

  it('user properties and the user cache are each person’s own, the others are shared [8 user-stores]', () => {
    const runtime = script(code, file);
    runtime.run('put', ['owner’s']);
    runtime.run('put', ['editor’s'], by(editor));
    expect(runtime.run('get')).toEqual(['owner’s', 'editor’s', 'editor’s', 'owner’s', 'editor’s', 'editor’s']);
    expect(runtime.run('get', [], by(editor))).toEqual(Array(6).fill('editor’s'));
  });

  it('they stay apart through a save', () => {
    const runtime = script(code, file);
    runtime.run('put', ['1'], by(editor));
    const again = script(code, { ...file, state: JSON.parse(JSON.stringify(runtime.save())) });
    expect([again.run('get')?.toString(), again.run('get', [], by(editor))?.toString()]).toEqual([',1,1,,1,1', '1,1,1,1,1,1']);
  });

  it('cells see the owner’s user properties, whoever types, may not set them, and know nobody [4.3 owner-store]', () => {
    const runtime = script(code, file);
    const sheet = runtime.spreadsheet.sheets()[0]?.name ?? '';
    runtime.run('put', ['owner’s']);
    runtime.run('put', ['editor’s'], by(editor));
    runtime.edit(sheet, 'A1', '=STORED()', by(editor));
    runtime.edit(sheet, 'A2', '=MAILED()', by(editor));
    expect([runtime.evaluate(`='${sheet}'!A1`), runtime.evaluate(`='${sheet}'!A2`)]).toEqual([{ value: 'owner’s' }, { value: 'nobody' }]);
    expect(runtime.evaluate('=CHANGED()')).toMatchObject({ error: '#ERROR!' });
  });

  it('the file stays its owner’s when somebody else opens it', () => {
    const runtime = script(code, file);
    runtime.run('put', ['owner’s']);
    const state = JSON.parse(JSON.stringify(runtime.save()));
    const opened = script(code, { user: { email: editor }, state: { ...state, functionResults: [] } });
    expect([opened.evaluate('=STORED()'), opened.run('get')]).toEqual([
      { value: 'owner’s' },
      [null, ...Array(2).fill('owner’s'), null, ...Array(2).fill('owner’s')],
    ]);
  });

  it('a simple trigger has the stores of the person who edits, though it is not told the name', () => {
    const runtime = script(code, file);
    runtime.run('put', ['editor’s'], by(editor));
    runtime.edit(runtime.spreadsheet.sheets()[0]?.name ?? '', 'A1', '1', by(editor));
    expect(runtime.run('edited')).toBe('editor’s ');
  });
});

describe('quotas', () => {
  const code =
    "function mail() { MailApp.sendEmail('a@b.test', 's', 't'); } function left() { return MailApp.getRemainingDailyQuota(); } /** @customfunction */ function LOADED() { return UrlFetchApp.fetch('http://host/').getContentText(); }";
  const hosts = { host: () => ({ status: 200, headers: {}, body: 'ok' }) };

  it('are each person’s own [1 quotas-per-person]', () => {
    const runtime = script(code, file);
    runtime.run('mail', [], by(editor));
    expect([runtime.run('left'), runtime.run('left', [], by(editor))]).toEqual([100, 99]);
  });

  it('a cell is paid by the person at the keyboard [4.2 cell-payer]', () => {
    const runtime = script(code, { ...file, hosts });
    runtime.edit(runtime.spreadsheet.sheets()[0]?.name ?? '', 'A1', '=LOADED()', by(editor));
    expect(runtime.evaluate('=A1')).toEqual({ value: 'ok' });
    const { quotas } = runtime.save();
    expect([quotas[owner]?.used['urlfetch'], quotas[editor]?.used['urlfetch']]).toEqual([undefined, 1]);
  });
});

describe('triggers', () => {
  const code = `function install() { return ScriptApp.newTrigger('tick').timeBased().everyHours(1).create().getUniqueId(); }
    function watch() { ScriptApp.newTrigger('tick').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }
    function tick() { const p = PropertiesService.getDocumentProperties(); p.setProperty('ran', (p.getProperty('ran') || '') + Session.getEffectiveUser().getEmail() + ' ' + PropertiesService.getUserProperties().getProperty('mine') + ';'); }
    function mine(value) { PropertiesService.getUserProperties().setProperty('mine', value); }
    function ran() { return PropertiesService.getDocumentProperties().getProperty('ran'); }
    function list() { return ScriptApp.getProjectTriggers().map((t) => t.getUniqueId()); }
    function clean() { ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)); }
    function many() { let n = 0; try { for (;;) { install(); n++; } } catch (e) { return n + ' ' + e.message; } }`;
  const full = 'This script has too many triggers. Triggers must be deleted from the script before more can be added.';

  it('each person sees and deletes only their own [8 own-triggers]', () => {
    const runtime = script(code, file);
    const [first, second] = [runtime.run('install'), runtime.run('install', [], by(editor))];
    expect([runtime.run('list'), runtime.run('list', [], by(editor))]).toEqual([[first], [second]]);
    runtime.run('clean');
    expect([runtime.run('list'), runtime.run('list', [], by(editor))]).toEqual([[], [second]]);
  });

  it('run as their creator, with the creator’s stores, whoever edits [8 trigger-creator]', () => {
    const clock = manualClock(start);
    const runtime = script(code, { ...file, clock });
    runtime.run('mine', ['a']);
    runtime.run('mine', ['b'], by(editor));
    runtime.run('install', [], by(editor));
    runtime.run('watch', [], by(editor));
    clock.advance(3_600_000);
    expect(runtime.fireDueTriggers().map(({ error }) => error)).toEqual([null]);
    runtime.edit(runtime.spreadsheet.sheets()[0]?.name ?? '', 'A1', '1');
    expect(runtime.run('ran')).toBe(`${editor} b;${editor} b;`);
  });

  it('20 a person and script, not a script [1 triggers-per-person]', () => {
    const runtime = script(code, file);
    expect([runtime.run('many'), runtime.run('many', [], by(editor))]).toEqual([`20 ${full}`, `20 ${full}`]);
  });

  it('a published add-on: one clock trigger a person and file [0 addon-triggers-per-person]', () => {
    const runtime = script(code, { ...file, home: 'addon' });
    const refused = '1 This add-on has created too many time-based triggers in this document for this Google user account.';
    expect([runtime.run('many'), runtime.run('many', [], by(editor))]).toEqual([refused, refused]);
  });

  it.each([
    ['consumer', 90],
    ['workspace', 360],
  ] as const)('the day’s trigger time is each creator’s own: %s, %s minutes [1 trigger-minutes]', (account, minutes) => {
    const clock = manualClock(start);
    const code = `function often() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(1).create(); }
      function seldom() { ScriptApp.newTrigger('tick').timeBased().everyHours(12).create(); }
      function tick() { Utilities.sleep(299000); }`;
    const runtime = script(code, { ...file, clock, account });
    runtime.run('often');
    runtime.run('seldom', [], by(editor));
    let runs = 0;
    for (; runtime.failures.length === 0; runs += 1) {
      clock.advance(60_000);
      runtime.fireDueTriggers();
    }
    // Seconds are counted when a run has ended, so the last one may go over.
    expect(runs - 1).toBe(Math.ceil((minutes * 60) / 299));
    expect(runtime.failures).toEqual([{ functionName: 'tick', error: 'Exception: Service using too much computer time for one day.' }]);
    clock.advance(12 * 3_600_000);
    expect(runtime.fireDueTriggers().map(({ error }) => error)).toContain(null);
  });
});

describe('a range that the owner has locked for everybody else', () => {
  const code = `function lock() { const p = SpreadsheetApp.getActiveSheet().getRange('A1').protect(); p.removeEditors(p.getEditors()); }
    function onEdit() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue('triggered'); }
    function write(text) { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(text); }
    function fail() { SpreadsheetApp.getActiveSheet().getRange('B1').setValue('before'); write('x'); throw new Error('mine'); }
    function cells() { return SpreadsheetApp.getActiveSheet().getRange('A1:B1').getValues()[0]; }`;
  const refused =
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
  const locked = (switches = {}) => {
    const runtime = script(code, { ...file, switches });
    runtime.run('lock');
    return { runtime, sheet: runtime.spreadsheet.sheets()[0]?.name ?? '' };
  };

  it('refuses who types there, by whoever is named [5.3 people-protected]', () => {
    const { runtime, sheet } = locked();
    expect(failure(() => runtime.edit(sheet, 'A1', 'x', by(editor)))).toContain(refused);
    expect(failure(() => runtime.paste(sheet, 'A1', [['x']], by(editor)))).toContain(refused);
    expect(runtime.run('cells')).toEqual(['', '']);
  });

  it('refuses the simple trigger of somebody else, whom Session hides, and takes the owner’s [5.3 others-fail]', () => {
    const { runtime, sheet } = locked();
    runtime.edit(sheet, 'B1', '1', by(editor));
    expect([runtime.run('cells'), runtime.failures]).toEqual([['', 1], [{ functionName: 'onEdit', error: `Exception: ${refused}` }]]);
    runtime.edit(sheet, 'B1', '2');
    expect(runtime.run('cells')).toEqual(['triggered', 2]);
  });

  it('a failed run tells its own error, not that its last write was refused; what was taken before stays [5.2 end-of-run]', () => {
    const { runtime } = locked({ refusesProtectedAtOnce: false });
    expect(failure(() => runtime.run('fail', [], by(editor)))).toBe('Error: mine');
    expect(runtime.run('cells')).toEqual(['', 'before']);
    expect(failure(() => runtime.run('write', ['x'], by(editor)))).toBe(`Exception: ${refused}`);
  });
});

describe('what nobody may do for another', () => {
  it('a menu of one person does not run in the name of the other after it', () => {
    const runtime = script('function f() { throw new Error(Session.getActiveUser().getEmail()); }', file);
    expect([failure(() => runtime.run('f', [], by(editor))), failure(() => runtime.run('f'))]).toEqual([
      `Error: ${editor}`,
      `Error: ${owner}`,
    ]);
    expect(thrown('Session.getActiveUser().getEmail()', file)).toBe(owner);
  });
});
