// Filters of list methods as conditions: prefixes, arrays, nested groups (bitrix24-rest 4.3). It knows field types, no records.
import { invalidArgument } from '../method';
import { PhpArray, type PhpScalar, type PhpValue, toText } from '../php/value';
import type { Field } from '../store/fields';

export type Operation = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'contains' | 'notContains' | 'like' | 'notLike' | 'between';

export interface Condition {
  readonly field: Field;
  readonly operation: Operation;
  /** Several values: one of them (`eq`), none of them (`ne`). */
  readonly values: readonly PhpScalar[];
  readonly isList: boolean;
  /** Whether a record without a value passes as well: SQL's negations differ in that. */
  readonly withNull?: boolean;
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
  ['!><', 'between'],
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
  const { prefix, name } = splitKey(key);
  const field = fields.find(name);
  // The portal prints the key as it was given, prefix included.
  const printed = `${prefix}${fields.print(name)}`;
  if (field === undefined) throw invalidArgument(`Invalid filter: field '${printed}' is not allowed in filter`);
  if (value instanceof PhpArray && !listPrefixes.includes(prefix))
    throw invalidArgument(`Invalid filter: field '${printed}' has invalid value`);
  return ormCondition(field, key, value);
}

/** A condition as the portal's ORM reads it; of the negations only `!=` on texts keeps records without a value (main/classes/general/sqlwhere.php). */
export function ormCondition(field: Field, key: string, value: PhpValue): Condition {
  const { prefix, operation } = splitKey(key);
  const isText = field.type === 'string' && prefix === '!=';
  const isMultiple = field.type === 'links' || field.type === 'any';
  const withNull = operation === 'ne' && (isText || isMultiple) && !isNothing(value);
  return { ...condition(field, operation, value, prefix.includes('@')), withNull };
}

/** What "nothing" is written as in a filter: null, false, an empty text, and 0. */
export const isNothing = (value: PhpValue): boolean => toText(value) === '' || toText(value) === '0';

/** One condition; an array gives a list, nested arrays in it are left out. */
export function condition(field: Field, operation: Operation, value: PhpValue, asList = false): Condition {
  return { field, operation, values: scalars(value), isList: asList || value instanceof PhpArray };
}

/** The scalars of a value: itself, or those in an array. */
export function scalars(value: PhpValue): PhpScalar[] {
  if (!(value instanceof PhpArray)) return [value];
  return value.values().filter((member): member is PhpScalar => !(member instanceof PhpArray));
}
