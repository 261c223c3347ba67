// Conformance of the execution context: apps-script reference 3.1, 3.3 and checklist items 1 and 3.
import { manualClock } from '../../../local/clock';
import { failure, script, start, thrown, value } from './script';

/** The right column of table 3.1, and Node's own names. */
const absent =
  `setTimeout setInterval clearTimeout clearInterval queueMicrotask structuredClone fetch Headers Request Response FormData Blob File URL URLSearchParams TextEncoder
  TextDecoder TextDecoderStream atob btoa crypto Crypto CryptoKey SubtleCrypto performance navigator window document process require module exports Event EventTarget
  AbortController AbortSignal DOMException ReadableStream WritableStream TransformStream CompressionStream Buffer global setImmediate __dirname`.split(
    /\s+/,
  );
/** The left column. */
const present =
  `console Logger Promise globalThis JSON Math Date Map Set WeakMap Symbol Proxy Reflect Uint8Array Int8Array Float64Array ArrayBuffer DataView RegExp eval Function
  WebAssembly BigInt Object Array String Number Error TypeError parseInt encodeURIComponent SpreadsheetApp UrlFetchApp PropertiesService CacheService LockService
  Utilities Session ScriptApp HtmlService MailApp Charts`.split(/\s+/);

describe('globals (3.1, checklist 1)', () => {
  it.each(absent)('%s is not defined [12.1 absent-globals]', (name) => {
    expect(thrown(name)).toBe(`ReferenceError: ${name} is not defined`);
    expect(value(`typeof ${name}`)).toBe('undefined');
  });

  it.each(present)('%s is there [12.1 present-globals]', (name) => {
    expect(value(`typeof ${name} !== 'undefined' && ${name} === globalThis[${JSON.stringify(name)}]`)).toBe(true);
  });

  it('the console has log, info, warn, error, time and timeEnd and nothing else [12.1 present-globals]', () => {
    expect(value('Object.getOwnPropertyNames(console)')).toEqual(['log', 'info', 'warn', 'error', 'time', 'timeEnd']);
    expect(thrown('console.table([])')).toBe('TypeError: console.table is not a function');
  });

  it('WebAssembly has no streaming [12.1 present-globals]', () => {
    expect(
      value(
        "['compile', 'instantiate', 'validate', 'Module', 'Instance', 'Memory', 'Table', 'Global', 'compileStreaming', 'instantiateStreaming'].map((name) => name in WebAssembly)",
      ),
    ).toEqual([...Array(8).fill(true), false, false]);
  });

  it('Intl is there by switch, formatting by locale always [3.1 intl]', () => {
    const date = "new Date(2026, 0, 5).toLocaleDateString('de-DE', { month: 'long', year: 'numeric' })";
    expect([thrown('Intl'), value(date)]).toEqual(['ReferenceError: Intl is not defined', 'Januar 2026']);
    const with_ = { switches: { hasIntl: true } };
    expect([value('typeof Intl', with_), value(date, with_)]).toEqual(['object', 'Januar 2026']);
  });

  it('methods after ES2019 are there by switch [3.2 newer-methods]', () => {
    const probe =
      "[''.replaceAll, ''.at, [].at, ''.matchAll, Object.groupBy || Object.hasOwn, Promise.allSettled, [].findLast, typeof WeakRef, new Uint8Array(1).at, [].flat, ''.padStart, ''.trimEnd, Object.fromEntries].map((it) => typeof it === 'string' ? it : typeof it)";
    expect(value(probe)).toEqual([...Array(9).fill('undefined'), ...Array(4).fill('function')]);
    expect(value(probe, { switches: { hasNewerMethods: true } })).toEqual(Array(13).fill('function'));
  });

  it('a BigInt goes neither to a service nor into JSON [3.1 bigint]', () => {
    expect(value('typeof BigInt(1)')).toBe('bigint');
    expect([thrown("CacheService.getScriptCache().put('a', BigInt(1))"), thrown('JSON.stringify(BigInt(1))')]).toEqual([
      'Exception: Cannot convert a BigInt value',
      'TypeError: Do not know how to serialize a BigInt',
    ]);
  });

  it('this and globalThis list services and functions of the script together [12.1 present-globals]', () => {
    expect(value("['UrlFetchApp', 'Logger', 'answer'].map((name) => Object.keys(globalThis).includes(name))")).toEqual([true, true, true]);
    expect(
      script('var own = this; function f() { return [own === globalThis, Object.keys(this).includes("UrlFetchApp")]; }').run('f'),
    ).toEqual([true, true]);
  });

  it('starts every execution with a fresh context [12.1 fresh-context]', () => {
    const runtime = script('var count = 0; function next() { count += 1; globalThis.kept = count; return count; }');
    expect([runtime.run('next'), runtime.run('next')]).toEqual([1, 1]);
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
  const code = `/** @customfunction */ function DECLARED() { return 1; }
    const arrow = () => 2;
    var expression = function () { return 3; };
    let generator = function* () { yield 4; };
    const menu = { item() { return this === menu; } };
    class Tools { static run() { return 'static'; } }
    globalThis.assigned = function () { return 5; };
    function hidden_() { return 6; }
    async function later() { await null; return 7; }`;
  const callers = {
    menu: (name: string, switches = {}) => failure(() => script(code, { switches }).run(name, [], { as: 'menu' })),
    trigger: (name: string, switches = {}) => {
      const clock = manualClock(start);
      const runtime = script(`${code}; function install(name) { ScriptApp.newTrigger(name).timeBased().after(1).create(); }`, {
        switches,
        clock,
      });
      runtime.run('install', [name]);
      clock.advance(1000);
      return runtime.fireDueTriggers()[0]?.error ?? 'no error';
    },
    page: (name: string, switches = {}) => failure(() => script(code, { switches }).run(name, [], { as: 'sidebar' })),
    cell: (name: string, switches = {}) => {
      const answer = script(code, { switches }).callFromCell(name, []);
      return 'error' in answer ? answer.error : 'no error';
    },
  };
  const missing = (name: string) => `Exception: Script function not found: ${name}`;

  it.each([
    ['DECLARED', 'yes', 'yes', 'yes', 'yes'],
    ['later', 'yes', 'yes', 'yes', 'no'],
    ['arrow', 'yes', 'yes', 'no', 'no'],
    ['expression', 'yes', 'yes', 'no', 'no'],
    ['generator', 'yes', 'yes', 'no', 'no'],
    ['menu.item', 'yes', 'yes', 'no', 'no'],
    ['Tools.run', 'yes', 'yes', 'no', 'no'],
    ['assigned', 'no', 'no', 'no', 'no'],
    ['hidden_', 'no', 'no', 'no', 'no'],
    ['menu.missing', 'no', 'no', 'no', 'no'],
    ['missing', 'no', 'no', 'no', 'no'],
    ['constructor', 'no', 'no', 'no', 'no'],
  ])('%s: menu %s, trigger %s, page %s, cell %s [12.3 callable] [2.2 unknown-function]', (name, menu, trigger, page, cell) => {
    const said = (found: string) => (found === 'yes' ? 'no error' : missing(name));
    expect([callers.menu(name), callers.trigger(name), callers.page(name)]).toEqual([said(menu), said(trigger), said(page)]);
    expect(callers.cell(name)).toBe(cell === 'yes' ? 'no error' : '#NAME?');
  });

  it('by switch menus and triggers reach what was put on globalThis, but no built-in [3.3 global-assignments]', () => {
    const on = { callsGlobalAssignments: true };
    expect([
      callers.menu('assigned', on),
      callers.trigger('assigned', on),
      callers.page('assigned', on),
      callers.menu('missing', on),
    ]).toEqual(['no error', 'no error', missing('assigned'), missing('missing')]);
  });

  it('by switch the page reaches variables [3.3 page-variables]', () => {
    const on = { sidebarCallsVariables: true };
    expect([callers.page('arrow', on), callers.page('menu.item', on)]).toEqual(['no error', missing('menu.item')]);
  });

  it('onOpen must be a declaration; a variable opens by switch only [3.3 simple-triggers]', () => {
    const opened = (text: string, switches = {}) => {
      const lines: string[] = [];
      script(text, { switches, log: (_, line) => lines.push(line) }).open();
      return lines;
    };
    const arrow = "var onOpen = () => console.log('opened');";
    expect([
      opened("function onOpen() { console.log('opened'); }"),
      opened(arrow),
      opened(arrow, { simpleTriggersInVariables: true }),
    ]).toEqual([['opened'], [], ['opened']]);
  });

  it('functions of the whole project exist before any top-level statement runs [3.3 hoisting]', () => {
    expect(script('var early = late(); function f() { return early; } function late() { return 1; }').run('f')).toBe(1);
  });

  it('a stub that the bundle overwrites on the global object is the real function from then on [3.3 stubs]', () => {
    const code = `function refresh() {} function twice(x) { return x; } var limit = 1;
      (function (root) { root.refresh = function () { return 'real ' + limit; }; root.twice = (x) => 2 * x; root.limit = 5; })(globalThis);
      function inside() { return [refresh(), twice(2), globalThis.twice === twice, this.limit]; }`;
    const runtime = script(code);
    expect([
      runtime.run('refresh'),
      runtime.run('refresh', [], { as: 'sidebar' }),
      runtime.callFromCell('twice', [3]),
      runtime.run('inside'),
    ]).toEqual(['real 5', 'real 5', { value: 6 }, ['real 5', 4, true, 5]]);
  });

  it('an error of the script reaches the caller with its name and message', () => {
    expect(failure(() => script("function f() { throw new RangeError('слишком много'); }").run('f'))).toBe('RangeError: слишком много');
  });
});

describe('async (3.3)', () => {
  it('an async entry answers what it resolves to, microtasks run to the end [3.3 async]', () => {
    expect(script('async function f() { const a = await 1; return a + (await Promise.resolve(2)); }').run('f')).toBe(3);
  });

  it('a rejected async entry ends without a word; by switch its run fails [3.3 silent-rejections]', () => {
    const code = "async function f() { await null; throw new Error('потом'); }";
    expect([script(code).run('f'), failure(() => script(code, { switches: { asyncEntriesFailSilently: false } }).run('f'))]).toEqual([
      null,
      'Error: потом',
    ]);
  });

  it('an unhandled rejection is silent and harms nobody [3.3 silent-rejections]', async () => {
    const code =
      "function f() { Promise.reject(new Error('никто')); (async () => { await null; throw new Error('тоже'); })(); return 'done'; }";
    expect(script(code).run('f')).toBe('done');
    // Node would end the process at the next turn of its loop.
    await new Promise((resolve) => setImmediate(resolve));
  });

  it('a cell takes a promise for an object; by switch it waits [3.3 async-cells]', () => {
    const code = '/** @customfunction */ async function LATER() { await null; return 7; }';
    expect([script(code).evaluate('=LATER()'), script(code, { switches: { awaitsCustomFunctions: true } }).evaluate('=LATER()')]).toEqual([
      { error: '#ERROR!', message: 'The function returned an object; a cell holds a number, text, date, true or false.' },
      { value: 7 },
    ]);
  });
});
