// How methods take their parameters: controllers by exact camelCase name and type, old methods in several spellings (bitrix24-rest 1.2).
import { scalars } from '../list/filter';
import { type OrderKey, pageSize } from '../list/page';
import { type Call, oldError, RestError } from '../method';
import { isNumeric, PhpArray, type PhpValue, toInt, toText } from '../php/value';

/** A required integer of a controller. */
export function controllerInt(call: Call, name: string): number {
  const value = call.params.get(name);
  if (value === undefined || value === null) throw new RestError(100, `Could not find value for parameter {${name}}`, 400);
  if (!isNumeric(value))
    throw new RestError(100, `Invalid value {${toText(value)}} to match with parameter {${name}}. Should be value of type int.`, 400);
  return toInt(value);
}

/** An optional array of a controller; null when absent. */
export function controllerArray(call: Call, name: string): PhpArray | null {
  const value = call.params.get(name);
  if (value === undefined || value === null) return null;
  if (!(value instanceof PhpArray))
    throw new RestError(100, `Invalid value {${toText(value)}} to match with parameter {${name}}. Should be value of type array.`, 400);
  return value;
}

/** Where a controller's page begins: only multiples of 50 are pages; negative stays negative. */
export const controllerStart = (start: number): number => (start < 0 ? -1 : Math.floor(start / pageSize) * pageSize);

/** A parameter of an old CRM method as it looks for it: `filter`, `FILTER`, `Filter`, `arFilter`; null counts as absent (restservice.php, resolveArrayParam). */
export function oldParameter(call: Call, name: string): PhpValue | undefined {
  const capitalized = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;
  for (const spelling of [name, name.toUpperCase(), capitalized, `ar${capitalized}`]) {
    const value = call.params.get(spelling);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** An optional array of an old CRM method; what is not an array is refused in the old way. */
export function oldArray(call: Call, name: string): PhpArray {
  const value = oldParameter(call, name) ?? PhpArray.of();
  if (!(value instanceof PhpArray)) throw oldError(`Parameter '${name}' must be array.`);
  return value;
}

/** The `select` of an old CRM method, which may also be a single name. */
export function oldSelect(call: Call): string[] {
  const value = oldParameter(call, 'select');
  return value === undefined ? [] : scalars(value).map(toText);
}

/** The id of an old CRM method: `ID` or `id`, as a number. */
export const oldId = (call: Call): number => toInt(call.params.get('ID') ?? call.params.get('id'));

/** The order of items that a call does not order: nothing is promised. */
export const implicitOrder = (call: Call): OrderKey[] =>
  call.store.file?.unordered === 'reversed' ? [{ field: { name: 'id', type: 'integer' }, descending: true }] : [];

/** Texts of a list parameter. */
export const texts = (value: PhpArray | null): string[] | null => (value === null ? null : value.values().map(toText));
