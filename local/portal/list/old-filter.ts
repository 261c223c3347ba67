// Filters of the old list methods with the habits of their SQL (bitrix24-rest 4.3; main/classes/general/sql_util.php): unknown keys are dropped without a word, and so
// is an empty list, LIKE cannot be negated, a date that cannot be read means "no date".
import { type PhpArray, type PhpScalar, type PhpValue, toInt, toText } from '../php/value';
import type { Clockwork, Field } from '../store/fields';
import { readTime } from '../zone';
import { type Condition, condition, type Filter, isNothing, type Operation, ormCondition, scalars } from './filter';

/** A field as the old filters know it. */
export interface OldFilterField {
  readonly field: Field;
  /** Whole numbers under a comparison are cast: a list of them becomes 1. */
  readonly isInteger?: boolean;
  /** Statuses, companies and contacts: LIKE becomes an exact match. */
  readonly isDirectory?: boolean;
  /** Custom fields are filtered by the ORM, not by the old SQL. */
  readonly isCustom?: boolean;
}

// In the order in which the portal looks for them, after `!`.
const prefixes: readonly (readonly [prefix: string, operation: Operation])[] = [
  ['>=', 'ge'],
  ['>', 'gt'],
  ['<=', 'le'],
  ['<', 'lt'],
  ['@', 'eq'],
  ['=%', 'like'],
  ['%=', 'like'],
  ['%', 'contains'],
  ['?', 'contains'],
  ['=', 'eq'],
];
const inverse: Partial<Record<Operation, Operation>> = { eq: 'ne', gt: 'le', ge: 'lt', lt: 'ge', le: 'gt' };

interface OldKey {
  readonly negated: boolean;
  readonly prefix: string;
  readonly operation: Operation;
  readonly name: string;
}

/** Reads `!>=DATE_CREATE`; `><` is no prefix here, so its field is an unknown one. */
export function splitOldKey(key: string): OldKey {
  const negated = key.startsWith('!');
  const rest = negated ? key.slice(1) : key;
  const [prefix, operation] = prefixes.find(([start]) => rest.startsWith(start)) ?? (['', 'eq'] as const);
  return { negated, prefix, operation, name: rest.slice(prefix.length) };
}

/** The filter of an old list. */
export function oldFilter(filter: PhpArray, find: (name: string) => OldFilterField | undefined, clockwork: Clockwork): Filter {
  const conditions: Condition[] = [];
  const groups: Filter[] = [];
  for (const [key, value] of filter.entries()) {
    const parts = splitOldKey(key);
    const known = find(parts.name);
    if (known === undefined) continue;
    if (known.isCustom === true) {
      conditions.push(ormCondition(known.field, key, value));
      continue;
    }
    const found = oldConditions(parts, known, value, clockwork);
    if (found.length === 1) conditions.push(...found);
    else if (found.length > 1) groups.push({ any: !parts.negated, conditions: found, groups: [] });
  }
  return { any: false, conditions, groups };
}

// One condition for each value: any of them must hold, of negated ones all.
function oldConditions({ negated, prefix, operation }: OldKey, known: OldFilterField, value: PhpValue, clockwork: Clockwork): Condition[] {
  const { field } = known;
  const isDate = field.type === 'date' || field.type === 'datetime';
  const meant = meantOperation(operation, negated, known);
  const values = known.isInteger === true && 'gt ge lt le'.includes(meant) ? [toInt(value)] : scalars(value);
  if (isDate) return values.map((member) => dateCondition(field, meant, negated, member, clockwork));
  if (meant !== 'eq' || values.length < 2) return values.map((member) => scalarCondition(field, meant, negated, member, prefix === '@'));
  // A negated list under `@` is SQL's NOT IN, which no record without a value passes; under a plain key it is "none of them or no value".
  return [{ field, operation: negated ? 'ne' : 'eq', values, isList: true, withNull: negated && prefix !== '@' }];
}

function meantOperation(operation: Operation, negated: boolean, { field, isDirectory }: OldFilterField): Operation {
  const isLike = operation === 'like' || operation === 'contains';
  if (!isLike) return operation;
  const isNumber = field.type === 'integer' || field.type === 'double';
  const isDate = field.type === 'date' || field.type === 'datetime';
  return (isDirectory === true && !negated) || isNumber || isDate ? 'eq' : operation;
}

function scalarCondition(field: Field, operation: Operation, negated: boolean, value: PhpScalar, isIn: boolean): Condition {
  const inverted = negated ? inverse[operation] : undefined;
  // LIKE has no inverse: `!%` finds what `%` finds.
  if (inverted === undefined) return condition(field, operation, value, isIn);
  return { ...condition(field, inverted, value, isIn), withNull: !isIn && !isNothing(value) };
}

function dateCondition(field: Field, operation: Operation, negated: boolean, value: PhpScalar, { zone, now }: Clockwork): Condition {
  if (readTime(toText(value), zone, now) === null) return condition(field, negated ? 'ne' : 'eq', '');
  const inverted = negated ? inverse[operation] : undefined;
  return { ...condition(field, inverted ?? operation, value), withNull: negated };
}
