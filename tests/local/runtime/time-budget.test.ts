// Virtual time: apps-script reference 1, 2.2, checklist item 5.
import { manualClock } from '../../../local/clock';
import { costs } from '../../../local/runtime/costs';
import { failure, script, start } from './script';

const text = 'Exception: Exceeded maximum execution time';

it('a run longer than 6 minutes fails [2.2 six-minutes]', () => {
  const runtime = script('function f() { for (let i = 0; i < 7; i++) Utilities.sleep(60000); }');
  expect(failure(() => runtime.run('f'))).toBe(text);
});

it('a run within 6 minutes does not', () => {
  expect(script('function f() { for (let i = 0; i < 5; i++) Utilities.sleep(60000); return Date.now(); }').run('f')).toBe(start + 300_000);
});

describe.each(['menu', 'sidebar', 'trigger', 'editor'] as const)('%s', (as) => {
  it('has 6 minutes [12.5 six-minutes]', () => {
    const code = 'function f(last) { for (let i = 0; i < 5; i++) Utilities.sleep(60000); Utilities.sleep(last); return 1; }';
    expect(script(code).run('f', [60_000], { as })).toBe(1);
    expect(failure(() => script(code).run('f', [60_001], { as }))).toBe(text);
  });

  it('is ended by the watchdog in an endless loop that calls nothing', () => {
    const loops = ['for (;;) {}', 'try { for (;;) {} } finally { for (;;) {} }'];
    for (const loop of loops) expect(failure(() => script(`function f() { ${loop} }`, { watchdogMs: 50 }).run('f', [], { as }))).toBe(text);
  });

  it('is ended by the watchdog in code that runs when its answer or its error is read', () => {
    const ends = ['return { get a() { for (;;) {} } }', 'throw { get message() { for (;;) {} } }'];
    for (const end of ends) expect(failure(() => script(`function f() { ${end} }`, { watchdogMs: 50 }).run('f', [], { as }))).toBe(text);
  });
});

describe('30 seconds [12.5 thirty-seconds]', () => {
  it.each([
    ['onOpen', 30_000, []],
    ['onOpen', 30_001, [{ functionName: 'onOpen', error: text }]],
    ['onEdit', 30_000, []],
    ['onEdit', 30_001, [{ functionName: 'onEdit', error: text }]],
  ])('%s that takes %s ms', (name, ms, failures) => {
    const runtime = script(`function ${name}() { Utilities.sleep(${ms}); }`);
    if (name === 'onOpen') runtime.open();
    else runtime.edit(runtime.spreadsheet.sheets()[0]?.name ?? '', 'A1', '1');
    expect(runtime.failures).toEqual(failures);
  });

  it('a cell, with its own text [2.2 thirty-seconds]', () => {
    const runtime = script('/** @customfunction */ function NAP(ms) { Utilities.sleep(ms); return ms; }');
    expect([runtime.evaluate('=NAP(30000)'), runtime.evaluate('=NAP(30001)')]).toEqual([
      { value: 30_000 },
      { error: '#ERROR!', message: 'Exceeded maximum execution time (line 0).' },
    ]);
  });

  it('onOpen, onEdit and cells end by the watchdog too', () => {
    const runtime = script(
      'function onOpen() { for (;;) {} } function onEdit() { for (;;) {} } /** @customfunction */ function LOOP() { for (;;) {} }',
      {
        watchdogMs: 50,
      },
    );
    runtime.open();
    runtime.edit(runtime.spreadsheet.sheets()[0]?.name ?? '', 'A1', '1');
    expect(runtime.failures.map(({ functionName }) => functionName)).toEqual(['onOpen', 'onEdit']);
    expect(runtime.evaluate('=LOOP()')).toMatchObject({ error: '#ERROR!' });
  });
});

describe('whether a script can catch the end of its time', () => {
  const code = `const store = () => PropertiesService.getScriptProperties();
    function f() { try { for (;;) Utilities.sleep(300000); } catch (e) { console.log(e.name + ': ' + e.message); } finally { console.log('finally'); }
      try { store().setProperty('after', '1'); } catch (e) { console.log('again'); }
      return 'survived'; }
    function read() { return store().getProperty('after'); }`;
  it.each([
    [false, []],
    [true, [text, 'finally', 'again']],
  ])('catchable %s: it has failed, and no service works any more [2.2 uncatchable]', (catchableTimeout, lines) => {
    const printed: string[] = [];
    const runtime = script(code, { switches: { catchableTimeout }, log: (_, line) => printed.push(line) });
    expect(failure(() => runtime.run('f'))).toBe(text);
    expect(printed).toEqual(lines);
    expect(runtime.run('read')).toBe(null);
  });
});

it('service calls let the shared clock pass by their cost', () => {
  const clock = manualClock(start);
  const runtime = script(
    "function f() { const c = CacheService.getScriptCache(); c.put('a', 'b'); c.get('a'); PropertiesService.getScriptProperties().setProperty('a', 'b'); }",
    { clock },
  );
  runtime.run('f');
  expect(clock.now() - start).toBe(costs['cache.put'] + costs['cache.get'] + costs['properties.set']);
  expect(runtime.stats.charged).toEqual({ 'cache.put': 57, 'cache.get': 22, 'properties.set': 63 });
});

it('in real time a run ends by the time that passes, as its Date shows it: prices neither move the clock nor end the run', () => {
  const clock = manualClock(start);
  const code = `function puts() { const c = CacheService.getScriptCache(); for (let i = 0; i < 7000; i++) c.put('a', 'b'); return Date.now(); }
    function fetches(n) { for (let i = 0; i < n; i++) UrlFetchApp.fetch('http://host/'); return Date.now(); }`;
  const host = () => ({ status: 200, headers: {}, body: '', delayMs: 50_000 });
  const runtime = script(code, { clock, time: 'real', hosts: { host } });
  expect([runtime.run('puts'), clock.now()]).toEqual([start, start]);
  expect(runtime.run('fetches', [7])).toBe(start + 350_000);
  expect(failure(() => runtime.run('fetches', [8]))).toBe(text);
});

it('a sleep is at most 300,000 ms', () => {
  expect(failure(() => script('function f() { Utilities.sleep(300001); }').run('f'))).toBe('Exception: Invalid argument: 300001');
});

it('the day’s quota of URL fetches ends with its text, and comes back after 24 hours [12.5 quotas]', () => {
  const clock = manualClock(start);
  const code = "function f(n) { UrlFetchApp.fetchAll(Array(n).fill('http://host/')); return n; }";
  const runtime = script(code, { clock, hosts: { host: () => ({ status: 200, headers: {}, body: '' }) } });
  expect(runtime.run('f', [20_000])).toBe(20_000);
  expect(failure(() => runtime.run('f', [1]))).toBe('Exception: Service invoked too many times for one day: urlfetch.');
  clock.advance(86_400_000);
  expect(runtime.run('f', [1])).toBe(1);
});

it('trigger run time of the day is limited to 90 minutes [2.2 trigger-time]', () => {
  const clock = manualClock(start);
  const runtime = script(
    "function install() { ScriptApp.newTrigger('work').timeBased().everyMinutes(10).create(); } function work() { Utilities.sleep(300000); Utilities.sleep(50000); }",
    { clock },
  );
  runtime.run('install');
  const errors = new Set<string | null>();
  for (let run = 0; run < 17; run += 1) {
    clock.advance(600_000);
    for (const { error } of runtime.fireDueTriggers()) errors.add(error);
  }
  expect([...errors]).toEqual([null, 'Exception: Service using too much computer time for one day.']);
});
