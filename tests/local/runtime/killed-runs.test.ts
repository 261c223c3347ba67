// The kill switch: apps-script reference 2.2 ("Exceeded maximum execution time: kills the run, cannot be caught"), 5.2, 8.
import { manualClock } from '../../../local/clock';
import { RunningExecution } from '../../../local/runtime/execution';
import type { Kill } from '../../../local/runtime/kill';
import type { Host } from '../../../local/runtime/transport';
import { failure, type Runtime, type ScriptOptions, script, start } from './script';

const died = 'Exception: Exceeded maximum execution time';
const at = (nth: number, more: Partial<Kill> = {}): Kill => ({ at: 'call', nth, unflushed: 'lost', ...more });

/** Steps are counted in a property, so that what a dead run did can be read. */
const steps = `
  function steps(count) { for (let i = 0; i < count; i++) step(); return 'alive'; }
  function step() { const p = PropertiesService.getScriptProperties(); p.setProperty('done', String(Number(p.getProperty('done') || 0) + 1)); }
  function done() { return Number(PropertiesService.getScriptProperties().getProperty('done') || 0); }`;
/** getScriptProperties, getProperty, setProperty. */
const callsOfStep = 3;

describe('a run killed at a service call', () => {
  it.each([1, 2, 3, 4, 9, 10])('has done what came before it and nothing of it [2.2 kill-call] (%s)', (nth) => {
    const runtime = script(steps);
    expect(failure(() => runtime.run('steps', [5], { kill: at(nth) }))).toBe(died);
    expect(runtime.run('done')).toBe(Math.floor((nth - 1) / callsOfStep));
  });

  it('ends as usual when it makes fewer calls', () => {
    expect(script(steps).run('steps', [5], { kill: at(5 * callsOfStep + 1) })).toBe('alive');
  });

  it('may count only some calls', () => {
    const runtime = script(steps);
    const kill = at(2, { counts: (call) => call === 'PropertiesService.Properties.setProperty' });
    expect(failure(() => runtime.run('steps', [5], { kill }))).toBe(died);
    expect(runtime.run('done')).toBe(1);
  });

  it('has a first call at least', () => {
    expect(failure(() => script(steps).run('steps', [1], { kill: at(0) }))).toMatch(/first call or later/);
  });
});

describe('whoever started it', () => {
  it.each(['menu', 'sidebar', 'editor', 'trigger'] as const)('%s: the caller gets Google’s text [2.2 kill-callers]', (as) => {
    const runtime = script(steps);
    expect(failure(() => runtime.run('steps', [5], { as, kill: at(5) }))).toBe(died);
    expect(runtime.run('done')).toBe(1);
  });

  it('a clock trigger reports it as its failure, and others still run', () => {
    const clock = manualClock(start);
    const code = `${steps} function install() { ScriptApp.newTrigger('step').timeBased().everyHours(1).create(); ScriptApp.newTrigger('step').timeBased().everyHours(1).create(); }`;
    const runtime = script(code, { clock });
    runtime.run('install');
    clock.advance(3_600_000);
    runtime.killNextRun(at(2));
    expect(runtime.fireDueTriggers().map(({ error }) => error)).toEqual([died, null]);
    expect(runtime.failures).toEqual([{ functionName: 'step', error: died }]);
    expect(runtime.run('done')).toBe(1);
  });

  it('onOpen and onEdit report it too', () => {
    const runtime = script(`${steps} function onOpen() { step(); } function onEdit() { step(); }`);
    runtime.killNextRun(at(3));
    runtime.open();
    runtime.killNextRun(at(3));
    runtime.edit(runtime.spreadsheet.sheets()[0]?.name ?? '', 'A1', '1');
    expect(runtime.failures).toEqual(['onOpen', 'onEdit'].map((functionName) => ({ functionName, error: died })));
    expect(runtime.run('done')).toBe(0);
  });

  it('a cell shows it and is calculated anew the next time', () => {
    const runtime = script(`${steps} /** @customfunction */ function COUNT_UP() { step(); return done(); }`);
    runtime.killNextRun(at(1), 'COUNT_UP');
    expect(runtime.evaluate('=COUNT_UP()')).toEqual({ error: '#ERROR!', message: 'Exceeded maximum execution time (line 0).' });
    expect(runtime.evaluate('=COUNT_UP()')).toEqual({ value: 1 });
  });

  it('an armed kill waits for the function it names and is used up by it', () => {
    const runtime = script(steps);
    runtime.killNextRun(at(1), 'step');
    expect(runtime.run('steps', [1])).toBe('alive');
    expect(failure(() => runtime.run('step'))).toBe(died);
    expect(runtime.run('step')).toBe(null);
  });
});

describe('nothing of the script runs after it [2.2 kill-uncatchable]', () => {
  const lines: string[] = [];
  const dead = (body: string, more: ScriptOptions = {}): string[] => {
    lines.length = 0;
    const runtime = script(`function f() { ${body} } const call = () => Session.getScriptTimeZone();`, {
      ...more,
      log: (_, line) => lines.push(line),
    });
    expect(failure(() => runtime.run('f', [], { kill: at(2) }))).toBe(died);
    return [...lines];
  };

  it.each([
    ['catch', 'call(); try { call(); } catch (e) { console.log(e.message); call(); }'],
    ['catch without a name', 'call(); try { call(); } catch { console.log("caught"); }'],
    ['finally', 'call(); try { call(); } finally { console.log("finally"); call(); }'],
    ['finally that answers', 'call(); try { call(); } finally { return 1; }'],
    [
      'nested',
      'try { try { call(); call(); } finally { console.log("in"); } } catch (e) { console.log("out"); } finally { console.log("end"); }',
    ],
    [
      'callbacks',
      '[1, 2, 3].forEach(() => { try { call(); } catch (e) { console.log("again"); } });'.replace(
        'try { call(); }',
        'try { call(); call(); }',
      ),
    ],
    ['generators', 'function* g() { try { call(); yield 1; } finally { console.log("closed"); } } for (const x of g()) call();'],
  ])('%s', (_, body) => {
    expect(dead(body)).toEqual([]);
  });

  it.each([
    ['a rejection handler', 'return Promise.resolve().then(() => { call(); call(); }).catch((e) => console.log("caught"));'],
    ['a reaction that was due', 'Promise.resolve().then(() => { console.log("late"); call(); }); call(); call();'],
    [
      'an async function behind its await',
      'const a = async () => { call(); await null; try { call(); } catch (e) { console.log("caught"); } finally { console.log("finally"); } }; return a();',
    ],
  ])('%s', (_, body) => {
    expect(dead(body)).toEqual([]);
  });

  it('a script that tries again for ever ends', () => {
    expect(dead('for (;;) { try { call(); } catch (e) { console.log("again"); } finally { console.log("and again"); } }')).toEqual([
      'and again',
    ]);
  });

  it('the time of the dead does not pass', () => {
    const clock = manualClock(start);
    const runtime = script('function f() { try { Utilities.sleep(1000); Utilities.sleep(1000); } catch (e) { Utilities.sleep(1000); } }', {
      clock,
    });
    failure(() => runtime.run('f', [], { kill: at(2) }));
    expect(clock.now() - start).toBe(1000);
  });
});

describe('what stays', () => {
  it.each(['Script', 'User', 'Document'])('the %s lock is free again [2.2 kill-locks]', (name) => {
    const runtime = script(
      `function hold() { LockService.get${name}Lock().waitLock(1000); Utilities.sleep(1); } function take() { return LockService.get${name}Lock().tryLock(0); }`,
    );
    failure(() => runtime.run('hold', [], { kill: at(3) }));
    expect(runtime.run('take')).toBe(true);
  });

  it('properties and cache are as they were at that call [2.2 kill-stores]', () => {
    const runtime = script(`
      function put() { for (const store of [PropertiesService.getUserProperties(), PropertiesService.getDocumentProperties()]) store.setProperty('a', '1');
        CacheService.getDocumentCache().put('a', '1'); CacheService.getDocumentCache().put('b', '1'); }
      function get() { return [PropertiesService.getUserProperties().getProperty('a'), PropertiesService.getDocumentProperties().getProperty('a'), CacheService.getDocumentCache().getAll(['a', 'b'])]; }`);
    failure(() => runtime.run('put', [], { kill: at(8) }));
    expect(runtime.run('get')).toEqual(['1', '1', { a: '1' }]);
  });

  it('used quotas stay used, sent mails sent [2.2 kill-quotas]', () => {
    const runtime = script(
      "function f() { MailApp.sendEmail('a@b.test', 's', 't'); MailApp.sendEmail('a@b.test', 's', 't'); } function left() { return MailApp.getRemainingDailyQuota(); }",
    );
    failure(() => runtime.run('f', [], { kill: at(2) }));
    expect([runtime.run('left'), runtime.outbox.length]).toEqual([99, 1]);
  });

  const sheetCode = `const cells = () => SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange('A1:A4');
    function write(end) { const range = cells(); range.getCell(1, 1).setValue('flushed'); SpreadsheetApp.flush();
      range.getCell(2, 1).setValue('a'); range.getCell(3, 1).setNumberFormat('0.00').setValue(1); range.getCell(4, 1).setNote('note');
      if (end === 'read') range.getValues(); if (end === 'throw') throw new Error('x'); if (end === 'sleep') for (;;) Utilities.sleep(300000); Utilities.getUuid(); }
    function read() { return [cells().getDisplayValues().join(), cells().getNotes().join()]; }`;
  const whole = ['flushed,a,1.00,', ',,,note'];
  const flushed = ['flushed,,,', ',,,'];
  const en = { locale: 'en_US' } as const;
  const dying = { at: 'call', nth: 1, counts: (call: string) => call === 'Utilities.getUuid' } as const;

  it.each([
    ['kept', whole],
    ['lost', flushed],
  ] as const)('unflushed writes are all %s; what was flushed stays [5.2 kill-unflushed]', (unflushed, expected) => {
    const runtime = script(sheetCode, en);
    expect(failure(() => runtime.run('write', [], { kill: { ...dying, unflushed } }))).toBe(died);
    expect(runtime.run('read')).toEqual(expected);
  });

  it('a read has flushed, too', () => {
    const runtime = script(sheetCode, en);
    failure(() => runtime.run('write', ['read'], { kill: { ...dying, unflushed: 'lost' } }));
    expect(runtime.run('read')).toEqual(whole);
  });

  it('the end of a run, well or with an error, hands its writes over [5.2 end-of-run]', () => {
    for (const end of ['', 'throw']) {
      const runtime = script(sheetCode, en);
      failure(() => runtime.run('write', [end]));
      expect(runtime.run('read')).toEqual(whole);
    }
  });

  it.each([
    ['lost', flushed],
    ['kept', whole],
  ] as const)('unflushed writes of a run whose time is used up are %s [5.2 timeout-writes]', (unflushedAtTimeout, expected) => {
    for (const catchableTimeout of [false, true]) {
      const runtime = script(sheetCode, { ...en, switches: { unflushedAtTimeout, catchableTimeout } });
      expect(failure(() => runtime.run('write', ['sleep']))).toBe(died);
      expect(runtime.run('read')).toEqual(expected);
    }
  });

  it('a write that the end of the run cannot hand over is the run’s error', () => {
    const execution = new RunningExecution({
      authMode: 'FULL',
      hasUi: false,
      clock: manualClock(start),
      timeZone: 'Europe/Moscow',
      userEmail: '',
      budgetMs: 1000,
      scopes: null,
      movesClock: true,
    });
    execution.writes.defer(() => {
      throw new Error('refused');
    });
    expect(failure(() => execution.settleWrites())).toBe('Error: refused');
  });
});

describe('a run killed at an HTTP request', () => {
  function portal(): { readonly seen: string[]; readonly runtime: Runtime } {
    const seen: string[] = [];
    const host: Host = ({ path }) => {
      seen.push(path);
      return { status: 200, headers: {}, body: 'ok' };
    };
    const code = `function one(count) { for (let i = 1; i <= count; i++) { UrlFetchApp.fetch('http://host/' + i); PropertiesService.getScriptProperties().setProperty('answered', String(i)); } }
      function wave(count) { UrlFetchApp.fetchAll(Array.from({ length: count }, (_, i) => 'http://host/' + (i + 1))); UrlFetchApp.fetch('http://host/after'); }
      function answered() { return PropertiesService.getScriptProperties().getProperty('answered'); }`;
    return { seen, runtime: script(code, { hosts: { host } }) };
  }
  const request = (nth: number, sent?: boolean): Kill => ({ at: 'fetch', nth, unflushed: 'lost', ...(sent === undefined ? {} : { sent }) });

  it('between sending and receiving: the server saw the request, the script never the answer [2.2 kill-sent]', () => {
    const { seen, runtime } = portal();
    expect(failure(() => runtime.run('one', [5], { kill: request(3) }))).toBe(died);
    expect([seen, runtime.run('answered')]).toEqual([['/1', '/2', '/3'], '2']);
  });

  it('before sending: the server saw nothing of it [2.2 kill-fetch]', () => {
    const { seen, runtime } = portal();
    expect(failure(() => runtime.run('one', [5], { kill: request(3, false) }))).toBe(died);
    expect([seen, runtime.run('answered')]).toEqual([['/1', '/2'], '2']);
  });

  it.each([
    [2, true, ['/1', '/2']],
    [2, false, ['/1']],
    [1, false, []],
    [3, true, ['/1', '/2', '/3']],
    [4, true, ['/1', '/2', '/3', '/after']],
    [4, false, ['/1', '/2', '/3']],
  ])('in a wave each request counts: at %s, sent %s [2.2 kill-wave]', (nth, sent, expected) => {
    const { seen, runtime } = portal();
    expect(failure(() => runtime.run('wave', [3], { kill: request(nth, sent) }))).toBe(died);
    expect(seen).toEqual(expected);
  });

  it('the quota of the whole wave is used', () => {
    const { runtime } = portal();
    failure(() => runtime.run('wave', [3], { kill: request(1, false) }));
    expect(runtime.save().quotas['user@example.com']?.used).toMatchObject({ urlfetch: 3 });
  });
});
