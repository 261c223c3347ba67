// A small script project in a fresh runtime on a clock that stands still: what the conformance tests of the runtime share.
import { type Clock, manualClock } from '../../../local/clock';
import type { Runtime, RuntimeOptions } from '../../../local/runtime/contract';
import type { Manifest } from '../../../local/runtime/project';
import { createRuntime } from '../../../local/runtime/runtime';
import { type Host, inProcessTransport } from '../../../local/runtime/transport';

/** 5 January 2026, Monday, 10:00 in Moscow. */
export const start = Date.UTC(2026, 0, 5, 7);

export const allScopes = [
  'spreadsheets.currentonly',
  'script.external_request',
  'script.container.ui',
  'script.scriptapp',
  'script.send_mail',
  'userinfo.email',
].map((name) => `https://www.googleapis.com/auth/${name}`);

export interface ScriptOptions extends Partial<Omit<RuntimeOptions, 'project' | 'transport'>> {
  readonly manifest?: Partial<Manifest>;
  readonly html?: Readonly<Record<string, string>>;
  readonly hosts?: Readonly<Record<string, Host>>;
}

/** A runtime whose project is the code given. */
export function script(
  code: string,
  { manifest, html = {}, hosts = {}, clock = manualClock(start), ...options }: ScriptOptions = {},
): Runtime {
  return createRuntime({
    project: { code, html, manifest: { timeZone: 'Europe/Moscow', oauthScopes: allScopes, ...manifest } },
    clock,
    transport: inProcessTransport(hosts, clock),
    ...options,
  });
}

/** The value of an expression in a script of its own, asked from a menu. */
export function value(expression: string, options: ScriptOptions = {}): unknown {
  return script(`function answer() { return ${expression}; }`, options).run('answer');
}

/** `name: message` of what the expression throws inside the script, or its value. */
export function thrown(expression: string, options: ScriptOptions = {}): unknown {
  return value(`(function () { try { return ${expression}; } catch (e) { return e.name + ': ' + e.message; } })()`, options);
}

/** The text of the error a call ends with. */
export function failure(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  return 'no error';
}

export type { Clock, Runtime };
