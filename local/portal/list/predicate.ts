// Conditions as tests of a record's position in its table, by the kind of the field, with MySQL's habits: texts ignore case, null is never greater or smaller.
import { isNumeric, type PhpScalar, toFloat, toText } from '../php/value';
import type { Clockwork, FieldType } from '../store/fields';
import { yesNo } from '../store/fields';
import type { Table } from '../store/table';
import { dateOf, readTime } from '../zone';
import type { Condition, Filter, Operation } from './filter';
import { likeTest } from './like';

export type Test = (position: number) => boolean;

/** The test of a whole filter; null when everything passes. */
export function filterTest(filter: Filter, table: Table, clockwork: Clockwork): Test | null {
  const tests = filter.conditions.map((condition) => conditionTest(condition, table, clockwork));
  for (const group of filter.groups) tests.push(filterTest(group, table, clockwork) ?? (() => true));
  if (tests.length === 0) return null;
  const [first] = tests;
  if (tests.length === 1 && first !== undefined) return first;
  return filter.any ? (position) => tests.some((test) => test(position)) : (position) => tests.every((test) => test(position));
}

function conditionTest(condition: Condition, table: Table, clockwork: Clockwork): Test {
  const { field, values, isList } = condition;
  const operation = condition.operation === 'between' ? 'eq' : condition.operation;
  if (field.type === 'datetime' || field.type === 'date') return timeTest(condition, operation, table, clockwork);
  const found = isList ? listTest(field.type, operation, values) : valueTest(field.type, operation, values[0] ?? null);
  const test: ValueTest = condition.withNull === true ? (value) => isNull(value) || found(value) : found;
  const name = field.name;
  if (field.type === 'links' || field.type === 'any') return (position) => memberTest(table.row(position)[name], operation, test);
  return (position) => test(table.row(position)[name]);
}

type ValueTest = (value: unknown) => boolean;

// A multiple field fits when one member does, and fails a negation when one member is what is excluded.
function memberTest(value: unknown, operation: Operation, test: ValueTest): boolean {
  if (!Array.isArray(value)) return test(value);
  if (value.length === 0) return test(null);
  const negated = operation === 'ne' || operation === 'notContains' || operation === 'notLike';
  return negated ? value.every(test) : value.some(test);
}

function listTest(type: FieldType, operation: Operation, values: readonly PhpScalar[]): ValueTest {
  // Only a single value is translated to Y or N; members of a list are compared as they stand.
  const tests = values.map((value) => valueTest(type === 'boolean' ? 'string' : type, 'eq', value));
  return operation === 'ne'
    ? (value) => !isNull(value) && !tests.some((test) => test(value))
    : (value) => tests.some((test) => test(value));
}

const isNull = (value: unknown): boolean => value === null || value === undefined;
const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '' || value === false;

function valueTest(type: FieldType, operation: Operation, wanted: PhpScalar): ValueTest {
  if (operation === 'contains' || operation === 'like') return textMatch(operation, wanted);
  if (operation === 'notContains' || operation === 'notLike') {
    const match = textMatch(operation === 'notContains' ? 'contains' : 'like', wanted);
    return (value) => !isNull(value) && !match(value);
  }
  const numeric = type === 'integer' || type === 'double' || type === 'flag' || type === 'links' || (type === 'any' && isNumeric(wanted));
  if (type === 'boolean' && wanted !== null && wanted !== '')
    return compare(operation, letterOf(wanted), (value) => yesNo(value).toLowerCase());
  if (isEmpty(wanted) && (operation === 'eq' || operation === 'ne')) {
    const blank: ValueTest = numeric ? (value) => isEmpty(value) || Number(value) === 0 : isEmpty;
    return operation === 'eq' ? blank : (value) => !blank(value);
  }
  if (numeric) return compare(operation, toFloat(wanted), numberOf);
  return compare(operation, toText(wanted).toLowerCase(), textOf);
}

// true, 1 and their texts stand for Y, their opposites for N; anything else is compared as it stands and is neither (the ORM's BooleanField).
function letterOf(wanted: PhpScalar): string {
  const text = String(wanted);
  if (text === 'true' || text === '1') return 'y';
  return text === 'false' || text === '0' ? 'n' : text.toLowerCase();
}

// A custom boolean is kept as Y or N and is a number to the database.
const numberOf = (value: unknown): number | null => (isEmpty(value) ? null : value === 'Y' ? 1 : toFloat(value as PhpScalar));
const textOf = (value: unknown): string | null => (isNull(value) ? null : String(value).toLowerCase());

function compare<T extends number | string>(operation: Operation, wanted: T, key: (value: unknown) => T | null): ValueTest {
  if (operation === 'ne') return (value) => holds(key(value), (found) => found !== wanted);
  if (operation === 'gt') return (value) => holds(key(value), (found) => found > wanted);
  if (operation === 'ge') return (value) => holds(key(value), (found) => found >= wanted);
  if (operation === 'lt') return (value) => holds(key(value), (found) => found < wanted);
  if (operation === 'le') return (value) => holds(key(value), (found) => found <= wanted);
  // A link that is not there is 0 to a filter.
  if (wanted === 0) return (value) => isEmpty(value) || key(value) === wanted;
  return (value) => key(value) === wanted;
}

const holds = <T>(value: T | null, test: (value: T) => boolean): boolean => value !== null && test(value);

function textMatch(operation: 'contains' | 'like', wanted: PhpScalar): ValueTest {
  const text = toText(wanted).toLowerCase();
  if (operation === 'contains') return (value) => textOf(value)?.includes(text) ?? false;
  const fits = likeTest(text);
  return (value) => !isEmpty(value) && fits(textOf(value) ?? '');
}

// Members of a list of dates are not converted by the portal and match nothing; a date it cannot read compares as the beginning of time.
function timeTest({ field, values, isList, withNull = false }: Condition, operation: Operation, table: Table, clockwork: Clockwork): Test {
  const instants = table.instants(field.name);
  const at = (position: number): number => instants[position] ?? Number.NaN;
  const wanted = values[0] ?? null;
  if (isList) return (position) => operation === 'ne' && (withNull || !Number.isNaN(at(position)));
  if (isEmpty(wanted))
    return operation === 'ne'
      ? (position) => !Number.isNaN(at(position))
      : operation === 'eq'
        ? (position) => Number.isNaN(at(position))
        : () => false;
  const limit = timeLimit(field.type, wanted, clockwork);
  if (withNull) return (position) => Number.isNaN(at(position)) || timeComparison(operation, at(position), limit);
  if (isComparison(operation)) return (position) => timeComparison(operation, at(position), limit);
  const match = textMatch(operation === 'contains' || operation === 'notContains' ? 'contains' : 'like', wanted);
  const negated = operation === 'notContains' || operation === 'notLike';
  return (position) => match(table.row(position)[field.name]) !== negated;
}

const isComparison = (operation: Operation): boolean => ['gt', 'ge', 'lt', 'le', 'eq', 'ne'].includes(operation);

// NaN, which stands for no date, is never before, after, or at a limit; it is not "unequal" either.
function timeComparison(operation: Operation, instant: number, limit: number): boolean {
  if (operation === 'gt') return instant > limit;
  if (operation === 'ge') return instant >= limit;
  if (operation === 'lt') return instant < limit;
  if (operation === 'le') return instant <= limit;
  if (operation === 'eq') return instant === limit;
  return !Number.isNaN(instant) && instant !== limit;
}

/** The instant a date condition compares with: for a date-only field UTC midnight of the meant day, as the field is kept. */
export function timeLimit(type: FieldType, wanted: PhpScalar, { zone, now }: Clockwork): number {
  const instant = readTime(toText(wanted), zone, now);
  if (instant === null) return Number.NEGATIVE_INFINITY;
  return type === 'date' ? dateOf(instant, zone) : instant;
}
