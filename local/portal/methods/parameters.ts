// How methods take their parameters: controllers by exact camelCase name and type, old methods by any case (bitrix24-rest 1.2).

import { pageSize } from '../list/page';
import { type Call, oldError, RestError } from '../method';
import { isNumeric, PhpArray, toInt, toText } from '../php/value';

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

/** An optional array of an old method, by lower-case name. */
export function oldArray(call: Call, name: string): PhpArray | null {
  const value = call.params.upperKeys().get(name.toUpperCase());
  if (value === undefined || value === null || value === '') return null;
  if (!(value instanceof PhpArray)) throw oldError(`Parameter '${name}' must be array.`);
  return value;
}

/** Texts of a list parameter. */
export const texts = (value: PhpArray | null): string[] | null => (value === null ? null : value.values().map(toText));
