// The script's own names on its global object: whoever can look finds them there, and what is put in their place is what is called (apps-script reference, 3.3).
import { parseScript } from '../../../local/runtime/syntax';
import { script, value } from './script';

const looks = (code: string): boolean => parseScript(code).looksAtGlobal;

test.each([
  'globalThis.f = 1; function f() {}',
  'var all = globalThis; function f() {}',
  'function f() { return globalThis["f"]; }',
  'function f() { return this; }',
  'var own = this;',
  'var own = () => this;',
  'var o = { f() { return this; } };',
  '"use strict"; var own = this;',
  'function f() { return eval("f"); }',
])('code that may look at its global object: %s', (code) => {
  expect(looks(code)).toBe(true);
});

test.each([
  'function f() { return globalThis.Intl; }',
  'class C { constructor() { this.one = 1; } get() { return [1].map(function () { return this; }); } }',
  'var C = class { get() { return () => this.one; } };',
  '"use strict"; function f() { return this; }',
  'function f() { return new Function("return f"); }',
])('code that cannot: %s', (code) => {
  expect(looks(code)).toBe(false);
});

describe('code made of text finds the names of the script', () => {
  const declared = 'function one() { return 1; } var two = 2;';
  test.each([
    ['Function', 'Function("return one() + two")()'],
    ['new Function', 'new Function("return one() + two")()'],
    ['the constructor of a function', '(() => 0).constructor("return one() + two")()'],
    ['a class that extends Function', 'new (class extends Function {})("return one() + two")()'],
    ['the constructor of generators', 'Object.getPrototypeOf(function* () {}).constructor("yield one() + two")().next().value'],
    ['a check of all names', 'Function("return this")().two + Function("return Object.keys(this).indexOf(\\"one\\") < 0 ? 0 : 1")()'],
  ])('by %s', (_name, code) => {
    expect(script(`${declared} function answer() { return ${code}; }`).run('answer')).toBe(3);
  });

  it('and puts others in their place, which are called', () => {
    const code = `${declared} function f() { Function("one = () => 10; this.two = 20")(); return one() + two; }`;
    expect(script(code).run('f')).toBe(30);
  });

  it('also while the script is still being evaluated', () => {
    expect(script('var early = Function("return typeof later")(); function later() {} function f() { return early; }').run('f')).toBe(
      'function',
    );
  });
});

test('Function is what it always was', () => {
  expect(
    value(
      '[Function.name, Function.length, (() => 0) instanceof Function, (() => 0).constructor === Function, Function.prototype.constructor === Function]',
    ),
  ).toEqual(['Function', 1, true, true, true]);
  expect(
    value(
      '[Object.getPrototypeOf(async () => 0).constructor.name, Object.getPrototypeOf(Object.getPrototypeOf(async () => 0).constructor) === Function]',
    ),
  ).toEqual(['AsyncFunction', true]);
});
