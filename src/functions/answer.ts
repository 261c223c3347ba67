// The entry of the edge: the answer of a custom function to raw arguments from Sheets. It reads labels first, tables when the arguments stand.
import type { Cell, Table } from '../cell';
import { KpiError } from '../errors';
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
  return functionDefinition(known).answer(rawArgs, { load: (tables, part) => context.load(tables, part), labels });
}
