// Virtual time: apps-script reference 1, 2.2, checklist item 5.
import { manualClock } from '../../../local/clock';
import { costs } from '../../../local/runtime/costs';
import { failure, script, start } from './script';

const text = 'Exception: Exceeded maximum execution time';

it('a run longer than 6 minutes fails', () => {
  const runtime = script('function f() { for (let i = 0; i < 7; i++) Utilities.sleep(60000); }');
  expect(failure(() => runtime.run('f'))).toBe(text);
});

it('a run within 6 minutes does not', () => {
  expect(script('function f() { for (let i = 0; i < 5; i++) Utilities.sleep(60000); return Date.now(); }').run('f')).toBe(start + 300_000);
});

it('a script cannot catch it: later service calls throw again and the run has failed', () => {
  const code = `function f() {
    try { for (;;) Utilities.sleep(300000); } catch (e) {}
    try { PropertiesService.getScriptProperties().setProperty('after', '1'); } catch (e) {}
    return 'survived'; }
    function read() { return PropertiesService.getScriptProperties().getProperty('after'); }`;
  const runtime = script(code);
  expect(failure(() => runtime.run('f'))).toBe(text);
  expect(runtime.run('read')).toBe(null);
});

it('an endless loop without services is ended by the watchdog', () => {
  expect(failure(() => script('function f() { for (;;) {} }', { watchdogMs: 50 }).run('f'))).toBe(text);
  expect(failure(() => script('function f() { try { for (;;) {} } finally { for (;;) {} } }', { watchdogMs: 50 }).run('f'))).toBe(text);
});

it('onOpen and onEdit have 30 seconds', () => {
  const runtime = script('function onOpen() { Utilities.sleep(31000); } function onEdit() { Utilities.sleep(29000); }');
  runtime.open();
  runtime.edit(runtime.spreadsheet.sheets()[0]?.name ?? '', 'A1', '1');
  expect(runtime.failures).toEqual([{ functionName: 'onOpen', error: text }]);
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

it('in real time costs count against the budget but leave the clock alone', () => {
  const clock = manualClock(start);
  const runtime = script("function f() { const c = CacheService.getScriptCache(); for (let i = 0; i < 7000; i++) c.put('a', 'b'); }", {
    clock,
    time: 'real',
  });
  expect(failure(() => runtime.run('f'))).toBe(text);
  expect(clock.now()).toBe(start);
});

it('a sleep is at most 300,000 ms', () => {
  expect(failure(() => script('function f() { Utilities.sleep(300001); }').run('f'))).toBe('Exception: Invalid argument: 300001');
});

it('the day’s quota of URL fetches ends with its text, and comes back after 24 hours', () => {
  const clock = manualClock(start);
  const code = "function f(n) { UrlFetchApp.fetchAll(Array(n).fill('http://host/')); return n; }";
  const runtime = script(code, { clock, hosts: { host: () => ({ status: 200, headers: {}, body: '' }) } });
  expect(runtime.run('f', [20_000])).toBe(20_000);
  expect(failure(() => runtime.run('f', [1]))).toBe('Exception: Service invoked too many times for one day: urlfetch.');
  clock.advance(86_400_000);
  expect(runtime.run('f', [1])).toBe(1);
});

it('trigger run time of the day is limited to 90 minutes', () => {
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
