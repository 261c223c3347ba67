// The syntax gate: apps-script reference 2.2 (push texts), 3.2, checklist item 2.
import { defaultSwitches } from '../../../local/runtime/switches';
import { parseScript } from '../../../local/runtime/syntax';
import { failure, script } from './script';

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
    ['the d flag', 'var a = /x/d;', 'SyntaxError: Invalid regular expression flags line: 1'],
    ['for each', 'for each (var a in b) {}', 'SyntaxError: Unexpected token line: 1'],
    ['catch with a condition', 'try {} catch (e if e) {}', 'SyntaxError: Unexpected token line: 1'],
    ['an E4X literal', 'var a = <b/>;', 'SyntaxError: Unexpected token line: 1'],
    ['a private field', 'class A {\n  #x = 1;\n}', 'ParseError: Unexpected token # line: 2'],
    ['broken code', 'function f( {', 'SyntaxError: Unexpected token line: 1'],
  ])('%s [12.2 syntax] [2.2 syntax]', (_, code, text) => {
    expect(failure(() => parseScript(code))).toBe(`PushError: Syntax error: ${text} file: Code.gs`);
  });
});

it('a project that would not be pushed is not opened [2.2 syntax]', () => {
  expect(failure(() => script('class A { static x = 0; }'))).toBe(
    'PushError: Syntax error: ParseError: Unexpected token = line: 1 file: Code.gs',
  );
});

it.each<[name: 'acceptsNewerSyntax' | 'acceptsBigIntLiterals' | 'acceptsNewerRegex', code: string, id: string]>([
  ['acceptsNewerSyntax', 'var a; a ??= 1;', '3.2 newer-syntax'],
  ['acceptsNewerSyntax', 'var a; a ||= 1; a &&= 2;', '3.2 newer-syntax'],
  ['acceptsNewerSyntax', 'var a = 1_000;', '3.2 newer-syntax'],
  ['acceptsNewerSyntax', 'var a = /x/d;', '3.2 newer-syntax'],
  ['acceptsBigIntLiterals', 'var a = 1n;', '3.1 bigint-literal'],
  ['acceptsNewerRegex', 'var a = /(?<=x)y/;', '3.2 newer-regex'],
  ['acceptsNewerRegex', 'var a = /(?<!x)y/;', '3.2 newer-regex'],
  ['acceptsNewerRegex', 'var a = /(?<year>\\d+)/;', '3.2 newer-regex'],
  ['acceptsNewerRegex', 'var a = /./s;', '3.2 newer-regex'],
  ['acceptsNewerRegex', 'var a = /\\p{L}/u;', '3.2 newer-regex'],
])('%s decides over %s [%s]', (name, code) => {
  const parsed = (setting: boolean) => failure(() => parseScript(code, { ...defaultSwitches, [name]: setting }));
  expect([parsed(true), parsed(false).startsWith('PushError: Syntax error: ')]).toEqual(['no error', true]);
});

it('a script above 1 MB is refused by switch only, as no figure is published [1 advised-sizes]', () => {
  const code = `// ${'x'.repeat(1024 * 1024)}`;
  expect([failure(() => script(code)), failure(() => script(code, { switches: { advisedSizesHold: true } }))]).toEqual([
    'no error',
    'PushError: The script is larger than 1 MB.',
  ]);
});

it('accepts ES2019 with ?. and ?? [12.2 syntax]', () => {
  expect(
    parseScript(`'use strict';
      async function a({ b, ...c } = {}) { for await (const x of []) {} try { return b?.c ?? [...x]; } catch { return 2 ** 3; } }
      function* g() {} const f = () => 1, { h, i: [j] } = { h: 1, i: [2] }; let k; var m = function () {}; class N { get o() { return 1; } static p() {} }`)
      .topLevel,
  ).toEqual({ functions: ['a', 'g'], functionVariables: ['f', 'm'], others: ['h', 'j', 'k', 'N'], vars: ['m'], strict: true });
});
