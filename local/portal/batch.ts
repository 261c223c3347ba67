// batch: commands one after another in the order given, with references to earlier answers (bitrix24-rest 3).
import { runMethod, type Session, type TimeBlock } from './core';
import { frontError } from './errors';
import { isCommandError, isListFault } from './faults';
import { RestError } from './method';
import { spoiltList } from './misfortune';
import { parseQuery } from './php/query-string';
import { isNumeric, isTruthy, PhpArray, type PhpValue, toPhp, toText } from './php/value';

const longest = 50;
const forbidden = ['batch', 'download', 'upload'];

/** Answers so far, by command; `$result[…]`, `$next[…]`, `$total[…]`, `$time[…]`, `$error[…]` look here. */
interface Maps {
  readonly result: Map<string, unknown>;
  readonly error: Map<string, unknown>;
  readonly total: Map<string, number>;
  readonly next: Map<string, number>;
  readonly time: Map<string, TimeBlock>;
}

/**
 * Runs a batch and answers its result; a failing command is an entry of `result_error`. Where the documentation's statuses are asked for, a batch that is too long or
 * names a forbidden method is refused whole, before any command runs: the documentation gives these errors statuses of their own.
 */
export function runBatch(session: Session, params: PhpArray): Map<string, unknown> {
  const query = params.upperKeys();
  const commands = query.get('CMD');
  const halts = isTruthy(query.get('HALT'));
  const maps: Maps = { result: new Map(), error: new Map(), total: new Map(), next: new Map(), time: new Map() };
  const given = commands instanceof PhpArray ? [...commands.entries()] : [];
  if (session.statuses === 'docs') refuseWhole(given.map(([, command]) => command));
  let count = 0;
  for (const [name, command] of given) {
    count += 1;
    if (typeof command !== 'string' && count <= longest) continue;
    try {
      if (count > longest) throw frontError('batch-length');
      runCommand(session, name, toText(command), maps);
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      // Inside a batch a missing scope comes without its description.
      const description = error.code === 'insufficient_scope' ? '' : error.description;
      maps.error.set(name, { error: error.code, error_description: description, ...error.additional });
      if (halts) break;
    }
  }
  return new Map<string, unknown>([
    ['result', maps.result],
    ['result_error', maps.error],
    ['result_total', maps.total],
    ['result_next', maps.next],
    ['result_time', maps.time],
  ]);
}

function refuseWhole(commands: readonly PhpValue[]): void {
  if (commands.length > longest) throw frontError('batch-length');
  if (commands.some((command) => typeof command === 'string' && isForbidden(parts(command).method))) throw frontError('batch-method');
}

// `parse_url`: the path up to the question mark, the query up to a hash.
function parts(command: string): { method: string; query: string } {
  const [, method = '', query = ''] = /^([^?#]*)(?:\?([^#]*))?/.exec(command) ?? [];
  return { method, query };
}

// In any case of letters, which is stricter than the published server code: there `BATCH` slips through.
const isForbidden = (method: string): boolean => forbidden.includes(method.toLowerCase());

function runCommand(session: Session, name: string, command: string, maps: Maps): void {
  const { method, query } = parts(command);
  const params = resolveArray(parseQuery(query), maps);
  params.delete('auth');
  if (isForbidden(method)) throw frontError('batch-method');
  const struck = session.faults.command(method.toLowerCase());
  if (struck !== null && isCommandError(struck.fault)) throw frontError(struck.fault);
  const { answer: right, time } = runMethod(session, method, params);
  const answer = isListFault(struck) ? spoiltList(struck, right) : right;
  maps.result.set(name, answer.result);
  if (answer.total !== undefined) maps.total.set(name, answer.total);
  if (answer.next !== undefined) maps.next.set(name, answer.next);
  maps.time.set(name, time);
}

function resolveArray(values: PhpArray, maps: Maps): PhpArray {
  return PhpArray.of(
    [...values.entries()].map(
      ([key, value]) => [key, value instanceof PhpArray ? resolveArray(value, maps) : resolve(value, maps)] as const,
    ),
  );
}

const reference = /\$(result|next|total|time|error)(\S*)/gi;

// A value that is nothing but a reference takes the answer's type, arrays included; inside other text only numbers and texts are put in. A path that leads nowhere
// stops at its last existing level, and that value is used.
function resolve(value: Exclude<PhpValue, PhpArray>, maps: Maps): PhpValue {
  if (typeof value !== 'string' || !value.includes('$')) return value;
  let text: string = value;
  for (const [whole, root = '', path = ''] of value.matchAll(reference)) {
    const keys = [...path.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1] ?? '');
    if (keys.length === 0) continue;
    const found = walk(maps[root as keyof Maps], keys);
    if (whole === text) return toPhp(found);
    const scalar = typeof found === 'number' || (typeof found === 'string' && isNumeric(found)) ? String(found) : found;
    if (typeof scalar === 'string') text = text.replaceAll(whole, () => scalar);
  }
  return text;
}

function walk(root: unknown, keys: readonly string[]): unknown {
  let at = root ?? null;
  for (const key of keys) {
    const next = member(at, key);
    if (next === undefined || next === null) return at;
    at = next;
  }
  return at;
}

function member(value: unknown, key: string): unknown {
  if (value instanceof Map) return value.get(key);
  if (typeof value === 'string') return /^\d+$/.test(key) ? value[Number(key)] : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  // A list has its members and no length.
  if (Array.isArray(value) && !/^\d+$/.test(key)) return undefined;
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
