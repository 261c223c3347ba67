// The entry of the edge: the answer of a custom function to raw arguments from Sheets. It reads labels first, tables when the arguments stand.
import type { Cell, Table } from '../cell';
import { KpiError } from '../errors';
import type { Labels } from '../facts/facts';
import { type ArgumentName, argumentWords } from '../locale/argument-words';
import { cellValue, isBlock, shown } from './arguments/given';
import { functionDefinition } from './catalogue';
import { FUNCTION_NAMES, type FunctionName } from './names';
import type { AnswerContext } from './question';

export type { AnswerContext } from './question';

/**
 * Raw arguments in the order of the formula: scalars, `''` for a blank cell, undefined for an omitted one, Date for a date cell, rows
 * for a range. Throws KpiError('argument') for what it cannot use, and whatever `load` throws.
 */
export function answer(name: string, rawArgs: readonly unknown[], context: AnswerContext): Cell | Table {
  const known = FUNCTION_NAMES.find((one): one is FunctionName => one === name);
  if (!known) throw new KpiError('argument', 'noFunction', { name, allowed: FUNCTION_NAMES.join(', ') });
  const { labels } = context.load([]);
  const definition = functionDefinition(known);
  checkLast(rawArgs[definition.params.length - 1], definition.params, labels);
  return definition.answer(rawArgs, { ...context, labels });
}

/**
 * The last argument is for the stamp. A word there was meant for another argument – B24_REVENUE has no state – and a number that
 * ignores it would be wrong without a sign. Dates, numbers and broken references, which only make a formula recalculate, are let through.
 */
function checkLast(raw: unknown, params: readonly ArgumentName[], labels: Labels): void {
  const value = isBlock(raw) ? undefined : cellValue(raw);
  if (typeof value !== 'string' || value.startsWith('#')) return;
  const allowed = params.slice(0, -1).map((param) => argumentWords[param][labels.lang]);
  throw new KpiError('argument', 'argData', { found: shown(value, labels), allowed: allowed.join(', ') });
}
