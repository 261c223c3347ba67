// The google.script.run bridge: apps-script reference 7, checklist item 8.
import { frame } from '../workbench/frame';
import { failure, script } from './script';

const runtime = script(`function echo(x) { return x; } function kinds(a, b) { return [typeof a, a === null, Array.isArray(b), b.length]; }
  function give(what) { return { date: { at: new Date() }, holes: [1, undefined, , 4], nothing: undefined, fn: { f() {} }, map: new Map(), deep: { a: [{ b: null }] }, drop: { a: 1, b: undefined } }[what]; }
  function fail() { throw new Error('Нет доступа'); }`);
const call = (name: string, ...args: unknown[]) => runtime.run(name, args, { as: 'sidebar' });

it.each([[1], ['текст'], [true], [null], [[1, [2, { a: 'b' }]]], [{ a: { b: [] } }]])('%j passes both ways [12.8 copies]', (value) => {
  expect(call('echo', value)).toEqual(value);
});

it('arguments are copies [12.8 copies]', () => {
  const given = { a: [1] };
  expect(call('echo', given)).not.toBe(given);
});

it('undefined becomes null, in arrays too [12.8 copies]', () => {
  expect(call('kinds', undefined, [undefined])).toEqual(['object', true, true, 1]);
});

it.each([
  ['a Date', [new Date()], '0'],
  ['a Date inside', [{ when: new Date() }], 'when'],
  ['a function', [1, () => 1], '1'],
  ['a Map', [[new Map()]], '0'],
  ['a class instance', [{ x: new (class A {})() }], 'x'],
])('%s is illegal [12.8 illegal-values]', (_, args, name) => {
  expect(failure(() => call('echo', ...args))).toBe(`TypeError: Failed due to illegal value in property: ${name}`);
});

it('a circle is illegal [12.8 illegal-values]', () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  expect(failure(() => call('echo', circle))).toBe('TypeError: Failed due to circular reference.');
});

it.each([
  ['date', null],
  ['fn', null],
  ['map', null],
  ['nothing', null],
  ['holes', [1, null, null, 4]],
  ['deep', { a: [{ b: null }] }],
  ['drop', { a: 1 }],
])('an answer %s reaches the success handler as %j [12.8 date-result]', (what, expected) => {
  expect(call('give', what)).toEqual(expected);
});

it('an error reaches the failure handler with the server’s message [12.8 server-error]', () => {
  expect(failure(() => call('fail'))).toBe('Error: Нет доступа');
});

it('by switch an answer with a Date is a failed request [7 date-failure]', () => {
  const strict = script('function when() { return { at: new Date() }; }', { switches: { dateResult: 'failure' } });
  expect(failure(() => strict.run('when', [], { as: 'sidebar' }))).toBe('TypeError: Failed due to illegal value in property: at');
});

it('by switch payloads end at 5 MB: arguments are refused, answers become null [1 advised-sizes]', () => {
  const code = "function echo(x) { return x; } function big() { return 'x'.repeat(6 * 1024 * 1024); }";
  const runs = (advisedSizesHold: boolean) => {
    const one = script(code, { switches: { advisedSizesHold } });
    const sidebar = (name: string, ...args: unknown[]) => one.run(name, args, { as: 'sidebar' });
    return [failure(() => sidebar('echo', 'x'.repeat(6 * 1024 * 1024))), sidebar('big') === null];
  };
  expect([runs(false), runs(true)]).toEqual([
    ['no error', false],
    ['Error: The arguments are larger than 5 MB.', true],
  ]);
});

it('by switch a page above 500 KB is refused [1 advised-sizes]', () => {
  const page = (advisedSizesHold: boolean) =>
    failure(() =>
      script("function f() { HtmlService.createHtmlOutput('x'.repeat(500 * 1024 + 1)); }", { switches: { advisedSizesHold } }).run('f'),
    );
  expect([page(false), page(true)]).toEqual(['no error', 'Exception: The HTML page is larger than 500 KB.']);
});

describe('in the page', () => {
  it.each([
    ['new Date(0)', 'Failed due to illegal value in property: 0'],
    ['1, { when: new Date(0) }', 'Failed due to illegal value in property: when'],
    ['{ f: function () {} }', 'Failed due to illegal value in property: f'],
    ['[1, [new Map()]]', 'Failed due to illegal value in property: 0'],
    ['new (class A {})()', 'Failed due to illegal value in property: 0'],
    ['{}, new HTMLFormElement({})', 'Failed due to illegal value in property: 1'],
    ['(function () { var a = {}; a.a = a; return a; })()', 'Failed due to circular reference.'],
  ])('%s is a TypeError at once, nothing is sent [12.8 illegal-values]', (args, message) => {
    const { posted, run } = frame();
    expect(run(`try { google.script.run.f(${args}); } catch (e) { (e instanceof TypeError) + ' ' + e.message }`)).toBe(`true ${message}`);
    expect(posted).toEqual([]);
  });

  it('undefined in an array goes as null, a form as its fields [12.8 copies] [7 form]', () => {
    const { posted, run } = frame();
    run("google.script.run.f([1, undefined, 3]); google.script.run.f(new HTMLFormElement({ name: 'Анна', n: '1' }))");
    expect(posted.map(({ args }) => args)).toEqual([[[1, null, 3]], [{ name: 'Анна', n: '1' }]]);
  });

  it('ten calls are in flight, the eleventh waits for an answer [12.8 ten-slots]', () => {
    const { posted, run, answer } = frame();
    run('for (var i = 1; i <= 12; i++) google.script.run.work(i);');
    const sent = () => posted.map(({ args }) => (args as number[])[0]);
    expect(sent()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    answer({ id: 4, value: null });
    expect(sent().slice(10)).toEqual([11]);
    answer({ id: 4, value: null });
    answer({ id: 1, error: 'Нет' });
    expect(sent().slice(10)).toEqual([11, 12]);
  });

  it('each with… gives a new runner; calls answer nothing [7 runner]', () => {
    const { run, answer } = frame();
    run(`window.seen = [];
      var base = google.script.run.withSuccessHandler(function (value, user) { seen.push(['base', value, user]); });
      var other = base.withUserObject(7).withSuccessHandler(function (value, user) { seen.push(['other', value, user]); });
      seen.push([base === other, typeof base.f(), typeof other.f()]);`);
    answer({ id: 2, value: 'b' });
    answer({ id: 1, value: 'a' });
    expect(JSON.parse(String(run('JSON.stringify(seen)')))).toEqual([
      [false, 'undefined', 'undefined'],
      ['other', 'b', 7],
      ['base', 'a', null],
    ]);
  });

  it('the failure handler gets an Error of class ScriptError and the user object; without one the error is logged [12.8 server-error]', () => {
    const { run, answer, logged } = frame();
    run(
      'google.script.run.withUserObject(7).withFailureHandler(function (error, user) { window.got = [error instanceof Error, error.name, error.message, user]; }).f(); google.script.run.f();',
    );
    answer({ id: 1, error: 'Нет доступа' });
    answer({ id: 2, error: 'Никто не слушает' });
    expect([JSON.parse(String(run('JSON.stringify(got)'))), logged]).toEqual([
      [true, 'ScriptError', 'Нет доступа', 7],
      ['ScriptError: Никто не слушает'],
    ]);
  });

  it('google.script.host closes, sizes and gives the focus back [7 host]', () => {
    const { posted, run } = frame();
    run('google.script.host.close(); google.script.host.setWidth(300); google.script.host.setHeight(200);');
    expect([posted, run('typeof google.script.host.editor.focus'), run('google.script.host.origin')]).toEqual([
      [{ type: 'close' }, { type: 'size', width: 300 }, { type: 'size', height: 200 }],
      'function',
      'null',
    ]);
  });
});

it('callers beside the page keep dates', () => {
  expect(runtime.run('give', ['date'])).toEqual({ at: new Date(Date.UTC(2026, 0, 5, 7)) });
});
