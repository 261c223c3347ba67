// Conformance of the execution context: apps-script reference 3.1, 3.3 and checklist items 1 and 3.
import { failure, script, thrown, value } from './script';

describe('globals (3.1, checklist 1)', () => {
  it.each([
    'setTimeout',
    'setInterval',
    'queueMicrotask',
    'structuredClone',
    'fetch',
    'URL',
    'URLSearchParams',
    'TextEncoder',
    'atob',
    'btoa',
    'crypto',
    'performance',
    'window',
    'document',
    'process',
    'require',
    'module',
    'Buffer',
    'AbortController',
    'Blob',
  ])('%s is not defined', (name) => {
    expect(thrown(name)).toBe(`ReferenceError: ${name} is not defined`);
  });

  it('offers the language and the documented console only', () => {
    expect(
      value(
        '[typeof Promise, typeof Map, typeof Proxy, typeof Uint8Array, typeof WebAssembly, typeof eval, typeof console.log, typeof console.table, typeof globalThis]',
      ),
    ).toEqual(['function', 'function', 'function', 'function', 'object', 'function', 'function', 'undefined', 'object']);
  });

  it('lists services and functions of the script on the global object', () => {
    expect(value("['UrlFetchApp', 'answer'].map((name) => Object.keys(globalThis).includes(name))")).toEqual([true, true]);
  });

  it('starts every execution with a fresh context', () => {
    const runtime = script('var count = 0; function next() { count += 1; globalThis.kept = count; return count; }');
    expect([runtime.run('next'), runtime.run('next')]).toEqual([1, 1]);
  });

  it('keeps the host out of reach through constructors', () => {
    const probe = "constructor('return typeof process')()";
    expect(
      value(`[UrlFetchApp.fetch.${probe}, UrlFetchApp.constructor.${probe}, globalThis.constructor.constructor.${probe}, console.log.${probe},
        Utilities.base64Decode('AA==').constructor.${probe}, PropertiesService.getScriptProperties().getProperties().constructor.${probe}, Date.now.${probe}]`),
    ).toEqual(Array(7).fill('undefined'));
    expect(
      value("(() => { try { Utilities.sleep(-1) } catch (e) { return e.constructor.constructor('return typeof process')() } })()"),
    ).toBe('undefined');
  });
});

describe('values across the border', () => {
  it('arrays, objects and dates from services are the realm’s own', () => {
    expect(
      value(
        "[Utilities.parseCsv('a,b') instanceof Array, PropertiesService.getScriptProperties().getProperties() instanceof Object, Utilities.parseCsv('a')[0] instanceof Array]",
      ),
    ).toEqual([true, true, true]);
  });

  it('the same service object is the same script object', () => {
    expect(value('[ScriptApp.WeekDay.MONDAY === ScriptApp.WeekDay.MONDAY, ScriptApp.WeekDay === ScriptApp.WeekDay]')).toEqual([true, true]);
  });

  it('an enum value prints as its name (3.1)', () => {
    expect(
      value('[String(ScriptApp.WeekDay.FRIDAY), JSON.stringify({day: ScriptApp.WeekDay.FRIDAY}), ScriptApp.WeekDay.FRIDAY.ordinal()]'),
    ).toEqual(['FRIDAY', '{"day":"FRIDAY"}', 4]);
  });

  it('a name that a service does not offer throws by name', () => {
    expect(thrown('Utilities.zip([])')).toBe('TypeError: Utilities.zip is not implemented in the local runtime');
    expect(thrown('CacheService.getScriptCache().increment')).toBe(
      'TypeError: CacheService.Cache.increment is not implemented in the local runtime',
    );
    expect(thrown('ScriptApp.WeekDay.SOMEDAY')).toBe('TypeError: ScriptApp.WeekDay.SOMEDAY is not implemented in the local runtime');
  });

  it('symbols, toJSON, then and toString of a service do not throw', () => {
    expect(
      value(
        '[String(UrlFetchApp), JSON.stringify(UrlFetchApp), UrlFetchApp.then, UrlFetchApp[Symbol.iterator], "" + PropertiesService.getScriptProperties()]',
      ),
    ).toEqual(['UrlFetchApp', '{}', null, null, 'Properties']);
  });

  it('service errors are Errors named Exception, without the prefix in the message (2.1)', () => {
    expect(
      value(
        "(() => { try { CacheService.getScriptCache().get('') } catch (e) { return [e.name, e.message, String(e), e instanceof Error] } })()",
      ),
    ).toEqual(['Exception', 'Invalid argument: key', 'Exception: Invalid argument: key', true]);
  });

  it('a wrong argument type is a signature error (checklist 12)', () => {
    expect(thrown('UrlFetchApp.fetch(5)')).toBe(
      "Exception: The parameters (number) don't match the method signature for UrlFetchApp.fetch.",
    );
  });
});

describe('Date', () => {
  it('follows the clock of the runtime and the script’s time zone', () => {
    expect(
      value('[Date.now(), new Date().toISOString(), new Date().getHours(), new Date().getTimezoneOffset(), String(new Date())]'),
    ).toEqual([Date.UTC(2026, 0, 5, 7), '2026-01-05T07:00:00.000Z', 10, -180, 'Mon Jan 05 2026 10:00:00 GMT+0300 (Moscow Standard Time)']);
  });

  it('reads and builds local times in the script’s zone', () => {
    expect(
      value(`[new Date(2026, 6, 1), new Date('2026-01-05T10:00:00'), new Date('2026-01-05'), new Date('Jan 5 2026 10:00'), new Date('2026-01-05T10:00:00+05:00'),
        new Date(new Date(2026, 0, 31).setMonth(1)), new Date(Date.UTC(2026, 0, 1))].map((d) => d.toISOString())`),
    ).toEqual([
      '2026-06-30T21:00:00.000Z',
      '2026-01-05T07:00:00.000Z',
      '2026-01-05T00:00:00.000Z',
      '2026-01-05T07:00:00.000Z',
      '2026-01-05T05:00:00.000Z',
      '2026-03-02T21:00:00.000Z',
      '2026-01-01T00:00:00.000Z',
    ]);
  });

  it('knows daylight saving: the skipped hour is read with the offset before', () => {
    const berlin = { manifest: { timeZone: 'Europe/Berlin' } };
    expect(
      value(
        '[new Date(2026, 2, 29, 2, 30), new Date(2026, 2, 29, 3, 0), new Date(2026, 9, 25, 2, 30)].map((d) => d.toISOString())',
        berlin,
      ),
    ).toEqual(['2026-03-29T01:30:00.000Z', '2026-03-29T01:00:00.000Z', '2026-10-25T00:30:00.000Z']);
  });

  it('stays a Date', () => {
    expect(
      value(
        '[new Date() instanceof Date, Object.prototype.toString.call(new Date()), Date.length, Date.name, String(new Date(NaN)), typeof Date(), new Date(5).constructor === Date]',
      ),
    ).toEqual([true, '[object Date]', 7, 'Date', 'Invalid Date', 'string', true]);
  });
});

describe('callable names (3.3, checklist 3)', () => {
  const code = `function declared() { return 1; }
    const arrow = () => 2;
    var expression = function () { return 3; };
    const menu = { item() { return this === menu; } };
    globalThis.assigned = function () { return 5; };
    function private_() { return 6; }
    async function later() { await null; return 7; }`;

  it('menus and triggers reach declarations, variables and members', () => {
    const runtime = script(code);
    expect(['declared', 'arrow', 'expression', 'menu.item', 'later'].map((name) => runtime.run(name))).toEqual([1, 2, 3, true, 7]);
  });

  it('the page reaches declarations only', () => {
    const runtime = script(code);
    expect(runtime.run('declared', [], { as: 'sidebar' })).toBe(1);
    expect(failure(() => runtime.run('arrow', [], { as: 'sidebar' }))).toBe('Exception: Script function not found: arrow');
    expect(failure(() => runtime.run('menu.item', [], { as: 'sidebar' }))).toBe('Exception: Script function not found: menu.item');
  });

  it.each(['private_', 'assigned', 'missing', 'constructor'])('%s is not found', (name) => {
    expect(failure(() => script(code).run(name))).toBe(`Exception: Script function not found: ${name}`);
  });

  it('an error of the script reaches the caller with its name and message', () => {
    expect(failure(() => script("function f() { throw new RangeError('слишком много'); }").run('f'))).toBe('RangeError: слишком много');
  });

  it('a rejected async entry fails', () => {
    expect(failure(() => script("async function f() { await null; throw new Error('потом'); }").run('f'))).toBe('Error: потом');
  });
});
