// Several executions of one file at a time: apps-script reference 1, 2.2, 5.2, 8 (locks that contend, no atomic update, pending writes).
// One file, because its cases share their ways of taking turns.
import fc from 'fast-check';
import { manualClock } from '../../../local/clock';
import type { InterleavedRun } from '../../../local/runtime/contract';
import { costs } from '../../../local/runtime/costs';
import { FUZZ } from '../../fuzz';
import { builtWorker } from '../built-worker';
import { failure, type ScriptOptions, script, start } from './script';

const realmWorker = builtWorker('local/runtime/thread/realm-worker');
const owner = 'owner@example.com';
const editor = 'editor@example.com';
const file: ScriptOptions = { realmWorker, user: { email: owner } };
const lockText = 'Lock timeout: another process was holding the lock for too long.';

const run = (functionName: string, ...args: unknown[]): InterleavedRun => ({ functionName, args });
const asEditor = (functionName: string, ...args: unknown[]): InterleavedRun => ({ functionName, args, user: editor });

/** A read-modify-write of four calls, with and without a lock around it. */
const counting = `
  function add() { const p = PropertiesService.getScriptProperties(); const n = Number(p.getProperty('n') || 0); p.setProperty('n', String(n + 1)); return n + 1; }
  function addLocked() { const lock = LockService.getScriptLock(); lock.waitLock(30000); const n = add(); lock.releaseLock(); return n; }
  function sum() { return Number(PropertiesService.getScriptProperties().getProperty('n')); }`;

describe('the schedule', () => {
  it('names who makes the next service call; the end is a turn of its own [8 interleaving]', () => {
    const lines: string[] = [];
    const code = 'function f(name) { for (let i = 1; i <= 3; i++) { Utilities.getUuid(); console.log(name + i); } return name; }';
    const runtime = script(code, { ...file, log: (_, line) => lines.push(line) });
    const outcomes = runtime.interleave([run('f', 'a'), asEditor('f', 'b')], [0, 1, 1, 0, 1, 1, 0, 0]);
    expect(outcomes).toEqual([{ value: 'a' }, { value: 'b' }]);
    expect(lines).toEqual(['a1', 'b1', 'b2', 'a2', 'b3', 'a3']);
  });

  it('behind its end the first that can goes on; names of those that cannot are passed over', () => {
    const lines: string[] = [];
    const code = 'function f(name) { for (let i = 1; i <= 2; i++) { Utilities.getUuid(); console.log(name + i); } }';
    const runtime = script(code, { ...file, log: (_, line) => lines.push(line) });
    runtime.interleave([run('f', 'a'), run('f', 'b')], [1, 1, 1, 1, 1, 7]);
    runtime.interleave([run('f', 'c'), run('f', 'd')], []);
    expect(lines).toEqual(['b1', 'b2', 'a1', 'a2', 'c1', 'c2', 'd1', 'd2']);
  });

  it('may choose among those that can go on, and nobody else', () => {
    const offered: number[][] = [];
    const runtime = script('function f() { Utilities.getUuid(); }', file);
    runtime.interleave([run('f'), run('f')], (ready) => {
      offered.push([...ready]);
      return ready.at(-1) ?? -1;
    });
    expect(offered).toEqual([[0, 1], [0, 1], [0], [0]]);
    expect(failure(() => runtime.interleave([run('f')], () => 5))).toMatch(/chose 5, which cannot go on: 0 can/);
  });

  it('when it fails, the executions that had begun die and give back their locks and places', () => {
    const runtime = script(counting, { ...file, limits: { parallelPerUser: 1 } });
    let turns = 0;
    const schedule = () => {
      turns += 1;
      return turns < 4 ? 0 : 7;
    };
    expect(failure(() => runtime.interleave([run('addLocked'), asEditor('addLocked')], schedule))).toContain('The schedule chose 7');
    expect(runtime.run('addLocked')).toBe(1);
  });

  it('the same schedule gives the same run, call for call', () => {
    const once = (schedule: number[]): unknown[] => {
      const lines: string[] = [];
      const clock = manualClock(start);
      const code = `${counting} function f(name) { for (let i = 0; i < 3; i++) console.log(name + ' ' + add() + ' ' + Date.now()); }`;
      const runtime = script(code, { ...file, clock, log: (_, line) => lines.push(line) });
      return [runtime.interleave([run('f', 'a'), asEditor('f', 'b')], schedule), lines, clock.now(), runtime.run('sum')];
    };
    fc.assert(
      fc.property(fc.array(fc.nat(1), { maxLength: 30 }), (schedule) => expect(once(schedule)).toEqual(once(schedule))),
      { ...FUZZ, numRuns: 5 },
    );
  });
});

describe('realms in threads', () => {
  it('are as bare, and hold the realm’s own objects', () => {
    const code = `function f(given) { return [typeof process, typeof require, typeof setTimeout, given instanceof Array, Utilities.parseCsv('a,b') instanceof Array,
      ScriptApp.WeekDay.MONDAY === ScriptApp.WeekDay.MONDAY, String(ScriptApp.WeekDay.FRIDAY), new Date(2026, 0, 5).toISOString(), Object.keys(given[0])]; }`;
    expect(script(code, file).interleave([run('f', [{ a: 1 }])], [])).toEqual([
      { value: ['undefined', 'undefined', 'undefined', true, true, true, 'FRIDAY', '2026-01-04T21:00:00.000Z', ['a']] },
    ]);
  });

  it('dates go to services and back as dates', () => {
    const code = `function f() { const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0]; const cell = sheet.getRange('A1'); cell.setValue(new Date(Date.UTC(2026, 0, 5)));
      const back = cell.getValue(); return [back instanceof Date, back.toISOString(), Utilities.formatDate(back, 'UTC', 'yyyy-MM-dd')]; }`;
    expect(script(code, file).interleave([run('f')], [])).toEqual([{ value: [true, '2026-01-05T00:00:00.000Z', '2026-01-05'] }]);
  });

  it('templates are evaluated in the realm of their run', () => {
    const code = `function f(name) { const t = HtmlService.createTemplate('<?= name ?>: <?!= Session.getActiveUser().getEmail() ?>'); t.name = name; return t.evaluate().getContent(); }
      function bad() { return HtmlService.createTemplate('<? nothing.there ?>').evaluate().getContent(); }`;
    expect(script(code, file).interleave([run('f', '<a>'), asEditor('f', 'b'), run('bad')], [0, 1, 2, 0, 1, 2])).toEqual([
      { value: `&#60;a&#62;: ${owner}` },
      { value: `b: ${editor}` },
      { error: 'ReferenceError: nothing is not defined' },
    ]);
  });

  it('errors of services and of the script reach their own caller', () => {
    const code =
      "function f() { try { Utilities.sleep(-1); } catch (e) { return [e.name, e.message, e instanceof Error]; } } function g() { throw new RangeError('far'); }";
    expect(script(code, file).interleave([run('f'), run('g'), run('missing')], [])).toEqual([
      { value: ['Exception', 'Invalid argument: -1', true] },
      { error: 'RangeError: far' },
      { error: 'Exception: Script function not found: missing' },
    ]);
  });

  it('an endless loop is ended by the watchdog while the others go on', () => {
    const runtime = script('function f() { for (;;) {} } function g() { return 1; }', { ...file, watchdogMs: 300 });
    expect(runtime.interleave([run('f'), run('g')], [0, 1])).toEqual([
      { error: 'Exception: Exceeded maximum execution time' },
      { value: 1 },
    ]);
  });

  it('need a virtual clock and their built thread', () => {
    const code = 'function f() {}';
    expect(failure(() => script(code, { ...file, time: 'real' }).interleave([run('f')], []))).toMatch(/virtual clock only/);
    expect(failure(() => script(code).interleave([run('f')], []))).toMatch(/need the option realmWorker/);
    expect(script(code, { realmWorker: '/nowhere.cjs' }).interleave([run('f')], [])).toEqual([
      { error: 'Error: There is no built realm-worker at /nowhere.cjs.' },
    ]);
  });
});

describe('stores without a lock', () => {
  it('two updates at once lose one [8 lost-update]', () => {
    const runtime = script(counting, file);
    expect(runtime.interleave([run('add'), asEditor('add')], [0, 0, 1, 1, 0, 1])).toEqual([{ value: 1 }, { value: 1 }]);
    expect(runtime.run('sum')).toBe(1);
  });

  it('under a lock none is lost, whatever the schedule', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2), { maxLength: 40 }), (schedule) => {
        const runtime = script(counting, file);
        runtime.interleave([run('addLocked'), asEditor('addLocked'), run('addLocked')], schedule);
        expect(runtime.run('sum')).toBe(3);
      }),
      { ...FUZZ, numRuns: process.env['SOAK'] ? 200 : 10 },
    );
  });
});

describe('pending writes', () => {
  const code = `const cell = () => SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange('A1');
    function write(flushes) { cell().setValue('new'); if (flushes) SpreadsheetApp.flush(); Utilities.sleep(1000); }
    function read() { return cell().getValue(); }
    function locked(flushes) { const lock = LockService.getDocumentLock(); lock.waitLock(10000); const range = cell(); range.setValue(Number(range.getValue()) + 1); if (flushes) SpreadsheetApp.flush(); lock.releaseLock(); }`;
  /** Reader and writer: the reader's every turn but the last comes while the writer sleeps. */
  const meanwhile = (runtime: ReturnType<typeof script>, flushes: boolean) =>
    runtime.interleave([run('write', flushes), asEditor('read')], [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1])[1];

  it('are invisible to another run until they are flushed [5.2 unflushed-invisible]', () => {
    expect([meanwhile(script(code, file), false), meanwhile(script(code, file), true)]).toEqual([{ value: '' }, { value: 'new' }]);
  });

  it('a script that forgets to flush before it releases its lock shows the next one the old state [8 flush-before-release]', () => {
    // The first makes all its calls, the release being its last; the second comes before the first has ended.
    const added = (flushes: boolean, calls: number): unknown => {
      const runtime = script(code, file);
      runtime.interleave([run('locked', flushes), asEditor('locked', flushes)], [...Array(calls).fill(0), ...Array(20).fill(1)]);
      return runtime.run('read');
    };
    expect([added(true, 9), added(false, 8)]).toEqual([2, 1]);
  });
});

describe('locks that contend [12.11 locks]', () => {
  const code = `const locks = { document: () => LockService.getDocumentLock(), script: () => LockService.getScriptLock(), user: () => LockService.getUserLock() };
    function hold(name, ms) { const lock = locks[name](); lock.waitLock(1000); console.log('held'); Utilities.sleep(ms); lock.releaseLock(); console.log('released'); Utilities.sleep(1); }
    function want(name, ms) { const begun = Date.now(); const got = locks[name]().tryLock(ms); console.log('wanted ' + got); return [got, Date.now() - begun]; }
    function insist(name, ms) { locks[name]().waitLock(ms); return 'got it'; }`;
  const opened = (lines: string[] = []) => script(code, { ...file, log: (_, line) => lines.push(line) });

  it('one waits while the other goes on, and has the lock when it is released', () => {
    const lines: string[] = [];
    const [, waited] = opened(lines).interleave([run('hold', 'document', 2000), asEditor('want', 'document', 10_000)], [0, 0, 1, 1]);
    expect(lines).toEqual(['held', 'released', 'wanted true']);
    const held = 2000 + 2 * costs['lock.call'];
    expect(waited).toEqual({ value: [true, held] });
  });

  it('waits no longer than it said; waitLock throws, tryLock answers false [2.2 lock-wait]', () => {
    const runs = [run('hold', 'document', 9000), asEditor('want', 'document', 3000), asEditor('insist', 'document', 4000)];
    expect(opened().interleave(runs, [0, 0, 1, 1, 2, 2])).toEqual([
      { value: null },
      { value: [false, 3000 + costs['lock.call']] },
      { error: `Exception: ${lockText}` },
    ]);
  });

  it('a wait of 0 ms answers at once', () => {
    expect(opened().interleave([run('hold', 'document', 100), asEditor('want', 'document', 0)], [0, 0, 1, 1, 1])[1]).toEqual({
      value: [false, costs['lock.call']],
    });
  });

  it.each([
    ['document', editor, '8 document-lock', false],
    ['script', editor, '8 script-lock', false],
    ['user', editor, '8 user-lock', true],
    ['user', owner, '8 user-lock', false],
  ] as const)('the %s lock against %s: free %s', (name, user, _id, free) => {
    const [, wanted] = opened().interleave([run('hold', name, 9000), { functionName: 'want', args: [name, 10], user }], [0, 0, 1, 1, 1]);
    expect(wanted).toMatchObject({ value: [free, expect.any(Number)] });
  });

  it('the end of a run frees what it held, and so does its death [8 lock-end]', () => {
    const code =
      'function keep() { LockService.getDocumentLock().waitLock(10); Utilities.sleep(5000); } function insist() { LockService.getDocumentLock().waitLock(20000); return Date.now(); }';
    for (const kill of [undefined, { at: 'call', nth: 4, unflushed: 'lost' }] as const) {
      const runtime = script(`${code} function more() { keep(); Utilities.sleep(5000); }`, file);
      const first: InterleavedRun = { functionName: kill ? 'more' : 'keep', ...(kill ? { kill } : {}) };
      expect(runtime.interleave([first, asEditor('insist')], [0, 0, 1, 1])[1]).toEqual({ value: start + 5000 + 2 * costs['lock.call'] });
    }
  });

  it('two that hold what the other wants wait out their time, and no longer', () => {
    const code = `function cross(first, second) { const a = LockService['get' + first + 'Lock'](), b = LockService['get' + second + 'Lock'](); a.waitLock(10); return b.tryLock(5000); }`;
    expect(
      script(code, file).interleave([run('cross', 'Document', 'Script'), asEditor('cross', 'Script', 'Document')], [0, 1, 0, 1, 0, 1]),
    ).toEqual([{ value: false }, { value: true }]);
  });

  it('whoever sleeps lets the others go on', () => {
    const lines: string[] = [];
    const code = "function nap(name, ms) { Utilities.sleep(ms); console.log(name + ' ' + Date.now()); }";
    const runtime = script(code, { ...file, log: (_, line) => lines.push(line) });
    runtime.interleave([run('nap', 'long', 9000), asEditor('nap', 'short', 3000)], []);
    expect(lines).toEqual([`short ${start + 3000}`, `long ${start + 9000}`]);
  });

  it('a run whose time is used up while it waits dies there', () => {
    const code = `function hold() { LockService.getDocumentLock().waitLock(10); Utilities.sleep(300000); Utilities.sleep(50000); return 'held'; }
      function late() { UrlFetchApp.fetch('http://slow/'); Utilities.sleep(250000); LockService.getDocumentLock().waitLock(300000); return 'got it'; }`;
    const runtime = script(code, { ...file, hosts: { slow: () => ({ status: 200, headers: {}, body: '', delayMs: 50_000 }) } });
    expect(runtime.interleave([run('hold'), asEditor('late')], [1])).toEqual([
      { value: 'held' },
      { error: 'Exception: Exceeded maximum execution time' },
    ]);
  });
});

describe('parallel executions', () => {
  it('the 31st of one person is refused, another person’s runs [2.2 parallel-user] [12.5 parallel]', () => {
    // Each waits for its own answer, in the middle of which the next begins.
    const seen: string[] = [];
    const nested = (user: string, depth: number) => {
      const runtime = script("function f(left) { if (left > 0) UrlFetchApp.fetch('http://next/' + left); return 'ran'; }", {
        ...file,
        hosts: {
          next: ({ path }) => {
            const left = Number(path.slice(1)) - 1;
            seen.push(failure(() => runtime.run('f', [left], { user: left === 0 ? user : owner })));
            return { status: 200, headers: {}, body: '' };
          },
        },
      });
      return runtime.run('f', [depth]);
    };
    nested(owner, 30);
    expect(seen.filter((text) => text !== 'no error')).toEqual([
      'Exception: There are too many scripts running simultaneously for this Google user account.',
    ]);
    seen.length = 0;
    nested(editor, 30);
    expect(seen.filter((text) => text !== 'no error')).toEqual([]);
  });

  it('so are interleaved ones, and what has ended counts no longer', () => {
    const runtime = script('function f() { Utilities.getUuid(); return 1; }', { ...file, limits: { parallelPerUser: 2 } });
    const refused = { error: 'Exception: There are too many scripts running simultaneously for this Google user account.' };
    expect(runtime.interleave([run('f'), run('f'), run('f'), asEditor('f')], [0, 1, 2, 3])).toEqual([
      { value: 1 },
      { value: 1 },
      refused,
      { value: 1 },
    ]);
    expect(runtime.interleave([run('f'), run('f'), run('f')], [0, 0, 1, 1, 2, 2])).toEqual([{ value: 1 }, { value: 1 }, { value: 1 }]);
  });

  it('the project’s limit counts everybody [2.2 parallel-project]', () => {
    const runtime = script('function f() { Utilities.getUuid(); return 1; }', { ...file, limits: { parallelPerProject: 1 } });
    expect(runtime.interleave([run('f'), asEditor('f')], [0, 1])).toEqual([
      { value: 1 },
      { error: 'Exception: There are too many executions running simultaneously for this Apps Script project at this time.' },
    ]);
  });

  it('starts of one person within a second, where a limit is set [2.2 starts-per-second]', () => {
    const clock = manualClock(start);
    const runtime = script('function f() { return 1; }', { ...file, clock, limits: { startsPerSecond: 3 } });
    const text = 'Exception: Script invoked too many times per second for this Google user account.';
    const starts = () => [1, 2, 3, 4].map(() => failure(() => runtime.run('f')));
    expect(starts()).toEqual(['no error', 'no error', 'no error', text]);
    expect(failure(() => runtime.run('f', [], { user: editor }))).toBe('no error');
    clock.advance(1000);
    expect(starts()).toEqual(['no error', 'no error', 'no error', text]);
  });
});
