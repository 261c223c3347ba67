// The google.script.run bridge: apps-script reference 7, checklist item 8.
import { failure, script } from './script';

const runtime = script(`function echo(x) { return x; } function kinds(a, b) { return [typeof a, a === null, Array.isArray(b), b.length]; }
  function give(what) { return { date: { at: new Date() }, holes: [1, undefined, , 4], nothing: undefined, fn: { f() {} }, map: new Map(), deep: { a: [{ b: null }] }, drop: { a: 1, b: undefined } }[what]; }
  function fail() { throw new Error('Нет доступа'); }`);
const call = (name: string, ...args: unknown[]) => runtime.run(name, args, { as: 'sidebar' });

it.each([[1], ['текст'], [true], [null], [[1, [2, { a: 'b' }]]], [{ a: { b: [] } }]])('%j passes both ways', (value) => {
  expect(call('echo', value)).toEqual(value);
});

it('arguments are copies', () => {
  const given = { a: [1] };
  expect(call('echo', given)).not.toBe(given);
});

it('undefined becomes null', () => {
  expect(call('kinds', undefined, [undefined])).toEqual(['object', true, true, 1]);
});

it.each([
  ['a Date', [new Date()], '0'],
  ['a Date inside', [{ when: new Date() }], 'when'],
  ['a function', [1, () => 1], '1'],
  ['a Map', [[new Map()]], '0'],
  ['a class instance', [{ x: new (class A {})() }], 'x'],
])('%s is illegal', (_, args, name) => {
  expect(failure(() => call('echo', ...args))).toBe(`TypeError: Failed due to illegal value in property: ${name}`);
});

it('a circle is illegal', () => {
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
])('an answer %s reaches the success handler as %j', (what, expected) => {
  expect(call('give', what)).toEqual(expected);
});

it('an error reaches the failure handler with the server’s message', () => {
  expect(failure(() => call('fail'))).toBe('Error: Нет доступа');
});

it('callers beside the page keep dates', () => {
  expect(runtime.run('give', ['date'])).toEqual({ at: new Date(Date.UTC(2026, 0, 5, 7)) });
});
