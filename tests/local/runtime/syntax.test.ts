// The syntax gate: apps-script reference 2.2 (push texts), 3.2, checklist item 2.
import { parseScript } from '../../../local/runtime/syntax';
import { failure } from './script';

describe('refused at push', () => {
  it.each([
    ['a static field', 'class A {\n  static x = 0;\n}', 'ParseError: Unexpected token = line: 2'],
    ['an instance field', 'class A {\n  x = 0;\n}', 'ParseError: Unexpected token = line: 2'],
    ['a private method', 'class A {\n  #x() {}\n}', 'ParseError: Unexpected token # line: 2'],
    ['a static block', 'class A {\n  static {}\n}', "SyntaxError: Unexpected token '{' line: 2"],
    ['import', "import a from 'a';", 'SyntaxError: Cannot use import statement outside a module line: 1'],
    ['export', 'var a;\nexport const b = 1;', "SyntaxError: Unexpected token 'export' line: 2"],
    ['dynamic import', "function f() { return import('a'); }", 'SyntaxError: Cannot use import statement outside a module line: 1'],
    [
      'top-level await',
      'var a = 1;\nawait a;',
      'SyntaxError: await is only valid in async functions and the top-level bodies of modules line: 2',
    ],
    ['a BigInt literal', 'var a = 1n;', 'ParseError: Unexpected token ILLEGAL line: 1'],
    ['a numeric separator', 'var a = 1_000;', 'ParseError: Unexpected token ILLEGAL line: 1'],
    ['logical assignment', 'var a; a ??= 1;', 'ParseError: Unexpected token = line: 1'],
    ['the v flag', 'var a = /x/v;', 'SyntaxError: Invalid regular expression flags line: 1'],
    ['broken code', 'function f( {', 'SyntaxError: Unexpected token line: 1'],
  ])('%s', (_, code, text) => {
    expect(failure(() => parseScript(code))).toBe(`PushError: Syntax error: ${text} file: Code.gs`);
  });
});

it('accepts ES2019 with ?. and ??', () => {
  expect(
    parseScript(`'use strict';
      async function a({ b, ...c } = {}) { for await (const x of []) {} try { return b?.c ?? [...x]; } catch { return 2 ** 3; } }
      function* g() {} const f = () => 1, { h, i: [j] } = { h: 1, i: [2] }; let k; var m = function () {}; class N { get o() { return 1; } static p() {} }`)
      .topLevel,
  ).toEqual({ functions: ['a', 'g'], functionVariables: ['f', 'm'], others: ['h', 'j', 'k', 'N'], vars: ['m'], strict: true });
});
