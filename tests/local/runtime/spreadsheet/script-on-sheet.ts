// Statements of a script on an open file, as the conformance tests of the spreadsheet run them.
import type { Caller } from '../../../../local/runtime/contract';
import { type ScriptOptions, script } from '../script';

/** Runs statements with `ss` (the file) and `sheet` (its first sheet) and answers what they return. */
export function run(body: string, options: ScriptOptions = {}, how: { readonly as?: Caller } = {}): unknown {
  return script(statements(body), options).run('answer', [], how);
}

/** The text of what the statements throw, or what they return. */
export function refusal(body: string, options: ScriptOptions = {}, how: { readonly as?: Caller } = {}): unknown {
  return run(`try { ${body} } catch (e) { return e.name + ': ' + e.message; } return 'accepted';`, options, how);
}

/** A script whose function `answer` runs the statements. */
export function statements(body: string): string {
  return `function answer() { const ss = SpreadsheetApp.getActive(); const sheet = ss.getActiveSheet(); ${body} }`;
}
