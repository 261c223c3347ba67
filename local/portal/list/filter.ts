// Filters of list methods as conditions: prefixes, arrays, nested groups (bitrix24-rest 4.3). It knows field types, no records.
import { invalidArgument } from '../method';
import { PhpArray, type PhpScalar, type PhpValue } from '../php/value';
import type { Field } from '../store/fields';

export type Operation = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'contains' | 'notContains' | 'like' | 'notLike' | 'between';

export interface Condition {
  readonly field: Field;
  readonly operation: Operation;
  /** Several values: one of them (`eq`), none of them (`ne`). */
  readonly values: readonly PhpScalar[];
  readonly isList: boolean;
}

export interface Filter {
  readonly any: boolean;
  readonly conditions: readonly Condition[];
  readonly groups: readonly Filter[];
}

export const emptyFilter: Filter = { any: false, conditions: [], groups: [] };

const prefixes: readonly (readonly [prefix: string, operation: Operation])[] = [
  ['!=%', 'notLike'],
  ['!%=', 'notLike'],
  ['>=', 'ge'],
  ['<=', 'le'],
  ['><', 'between'],
  ['!=', 'ne'],
  ['!@', 'ne'],
  ['=%', 'like'],
  ['%=', 'like'],
  ['!%', 'notContains'],
  ['>', 'gt'],
  ['<', 'lt'],
  ['=', 'eq'],
  ['@', 'eq'],
  ['!', 'ne'],
  ['%', 'contains'],
];

/** Splits `>=createdTime` into its prefix, the operation, and the field's name. */
export function splitKey(key: string): { prefix: string; operation: Operation; name: string } {
  const found = prefixes.find(([prefix]) => key.startsWith(prefix));
  if (found === undefined) return { prefix: '', operation: 'eq', name: key };
  return { prefix: found[0], operation: found[1], name: key.slice(found[0].length) };
}

const listPrefixes = ['', '=', '!=', '@', '!@'];

/** How a controller reads its filter. */
export interface ControllerFields {
  /** The field of that exact name; undefined refuses the filter. */
  readonly find: (name: string) => Field | undefined;
  /** The name as the error text prints it. */
  readonly print: (name: string) => string;
}

/** A controller's filter: an unknown field or a misplaced array refuses the call with INVALID_ARG_VALUE. */
export function controllerFilter(filter: PhpArray, fields: ControllerFields): Filter {
  const conditions: Condition[] = [];
  const groups: Filter[] = [];
  let any = false;
  for (const [key, value] of filter.entries()) {
    if (key.toUpperCase() === 'LOGIC') any = String(value).toUpperCase() === 'OR';
    else if (/^\d+$/.test(key)) {
      if (value instanceof PhpArray) groups.push(controllerFilter(value, fields));
    } else conditions.push(controllerCondition(key, value, fields));
  }
  return { any, conditions, groups };
}

function controllerCondition(key: string, value: PhpValue, fields: ControllerFields): Condition {
  const { prefix, operation, name } = splitKey(key);
  const field = fields.find(name);
  if (field === undefined) throw invalidArgument(`Invalid filter: field '${fields.print(name)}' is not allowed in filter`);
  if (value instanceof PhpArray && !listPrefixes.includes(prefix))
    throw invalidArgument(`Invalid filter: field '${fields.print(name)}' has invalid value`);
  return condition(field, operation, value, prefix.includes('@'));
}

/** An old method's filter: unknown keys are dropped without a word, an array under a comparison counts as 1 (bitrix24-rest 3, keyset chain). */
export function oldFilter(filter: PhpArray, find: (name: string) => Field | undefined): Filter {
  const conditions: Condition[] = [];
  for (const [key, value] of filter.entries()) {
    const { prefix, operation, name } = splitKey(key);
    const field = find(name);
    if (field === undefined) continue;
    const usable = value instanceof PhpArray && !listPrefixes.includes(prefix) && prefix !== '!' ? Number(value.size > 0) : value;
    conditions.push(condition(field, operation, usable, prefix.includes('@')));
  }
  return { any: false, conditions, groups: [] };
}

/** One condition; an array gives a list, nested arrays in it are left out. */
export function condition(field: Field, operation: Operation, value: PhpValue, asList = false): Condition {
  const values = value instanceof PhpArray ? value.values().filter((member) => !(member instanceof PhpArray)) : [value];
  return { field, operation, values: values as PhpScalar[], isList: asList || value instanceof PhpArray };
}
