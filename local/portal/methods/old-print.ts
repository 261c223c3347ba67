// How the old methods print a record: everything a text, an empty date an empty text, multi-fields by kind (bitrix24-rest 5).
import type { Field, Row } from '../store/fields';
import { isParentLink, upperName } from '../store/item-fields';
import { multiFields } from '../store/old-fields';

/** A system value: money with two decimals, ids as texts. */
export function oldValue(type: Field['type'], value: unknown): unknown {
  if (type === 'date' || type === 'datetime') return value ?? '';
  if (value === null || value === undefined) return null;
  if (type === 'double') return Number(value).toFixed(2);
  return type === 'integer' ? String(value) : value;
}

/** A custom value: numbers as texts, booleans 1 and 0, an empty multiple field `false`. */
export function oldCustomValue(type: Field['type'], value: unknown): unknown {
  if (type === 'date' || type === 'datetime') return value ?? '';
  if (value === null || value === undefined) return null;
  if (type === 'flag') return value === 'Y' ? '1' : '0';
  if (Array.isArray(value)) return value.length === 0 ? false : value.map((member) => oldCustomValue('any', member));
  return typeof value === 'number' ? String(value) : value;
}

/** Phones, addresses and the like of a record by kind; kinds without a value are absent. */
export function oldMultiFields(row: Row, kinds: readonly string[] = multiFields): Record<string, unknown> {
  const all = Array.isArray(row['fm']) ? (row['fm'] as readonly Row[]) : [];
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const own = all.filter((entry) => entry['typeId'] === kind);
      return own.length === 0 ? [] : [[kind, own.map(oldMultiField)]];
    }),
  );
}

function oldMultiField({ id, valueType, value, typeId }: Row): Row {
  return { ID: String(id), VALUE_TYPE: valueType, VALUE: value, TYPE_ID: typeId };
}

/** Links to smart processes that a record has. */
export function oldParentLinks(row: Row): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(row)
      .filter(isParentLink)
      .map((name) => [upperName(name), oldValue('integer', row[name])]),
  );
}
