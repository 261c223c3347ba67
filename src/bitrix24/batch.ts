// `batch`: up to 50 commands in one request (bitrix24-rest 3). It knows how commands are written and how the maps of an answer are read.
import { requireAllowed } from './allow-list';
import { type Timing, type Trouble, timingOf, troubleOf } from './answer';
import { callRequest, type Param, type Params } from './call';
import type { HttpRequest } from './http';

/** More commands are not run by the portal (ERROR_BATCH_LENGTH_EXCEEDED). */
export const MOST_COMMANDS = 50;

export interface Command {
  readonly name: string;
  readonly method: string;
  readonly params: Params;
}

/** KpiError('settings') for a method off the allow-list; a plain Error for more than 50 commands, which is our own mistake. */
export function batchRequest(commands: readonly Command[]): HttpRequest {
  if (commands.length > MOST_COMMANDS) throw new Error(`A batch takes ${MOST_COMMANDS} commands, got ${commands.length}.`);
  const cmd: Record<string, string> = {};
  for (const command of commands) {
    requireAllowed(command.method);
    cmd[command.name] = commandText(command.method, command.params);
  }
  return callRequest('batch', { halt: 0, cmd });
}

/** `method?query` in PHP's bracket notation; names and values encoded once, brackets of nesting left bare. */
export function commandText(method: string, params: Params): string {
  const pairs: string[] = [];
  for (const [key, value] of Object.entries(params)) addPairs(pairs, encodeURIComponent(key), value);
  return pairs.length === 0 ? method : `${method}?${pairs.join('&')}`;
}

function addPairs(pairs: string[], path: string, value: Param): void {
  if (typeof value === 'string' || typeof value === 'number') {
    pairs.push(`${path}=${encodeURIComponent(String(value))}`);
    return;
  }
  for (const [key, inner] of Object.entries(value)) addPairs(pairs, `${path}[${encodeURIComponent(key)}]`, inner as Param);
}

/** A value of an earlier command's answer: `$result[name][path]…`. A missing step leaves the value before it (bitrix24-rest 3). */
export function reference(name: string, ...path: readonly (string | number)[]): string {
  return `$result[${name}]${path.map((step) => `[${step}]`).join('')}`;
}

export interface CommandAnswer {
  /** The command's `result`; undefined when it failed or was not run. */
  readonly result: unknown;
  readonly error: CommandError | null;
  readonly timing: Timing | null;
  /** Records there are in all; NaN where the portal was not asked or did not say. */
  readonly total: number;
}

export interface CommandError {
  readonly trouble: Trouble;
  readonly code: string;
  readonly detail: string;
}

/** Reads the `result` of a batch; null when it is not one. Maps may be `[]`, arrays or objects. */
export function readBatch(result: unknown): ((name: string) => CommandAnswer) | null {
  if (!isMap(result)) return null;
  const results = result['result'];
  const errors = result['result_error'];
  const times = result['result_time'];
  const totals = result['result_total'];
  if (typeof results !== 'object' || results === null || typeof errors !== 'object' || errors === null) return null;
  return (name) => ({
    result: entry(results, name),
    error: commandError(entry(errors, name)),
    timing: timingOf(entry(times, name)),
    total: Number(entry(totals, name) ?? Number.NaN),
  });
}

function commandError(found: unknown): CommandError | null {
  if (found === undefined) return null;
  const code = isMap(found) ? String(found['error'] ?? '') : String(found);
  const detail = isMap(found) ? String(found['error_description'] ?? '') : '';
  return { trouble: troubleOf(code, detail, 200), code, detail };
}

function entry(map: unknown, name: string): unknown {
  return isMap(map) ? map[name] : undefined;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
