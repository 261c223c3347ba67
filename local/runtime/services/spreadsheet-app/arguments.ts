// Checks of arguments: what matches no signature is refused in Google's words (apps-script 2.1).
import { EnumValue, ServiceObject, signatureError } from '../../service';

/** A kind of argument. `value?` is anything a cell takes; `rows` is an array of arrays. */
export type Kind = 'number' | 'string' | 'boolean' | 'date' | 'value' | 'rows' | 'list' | 'object' | ServiceObject | NewableFunction;

/** Throws unless the arguments match one of the signatures. A kind in brackets also takes null. */
export function expectArguments(
  call: string,
  args: readonly unknown[],
  ...signatures: readonly (readonly (Kind | readonly [Kind])[])[]
): void {
  const given = args.length;
  const fits = signatures.some((signature) => signature.length === given && signature.every((kind, index) => matches(kind, args[index])));
  if (!fits) throw signatureError(call, args);
}

function matches(kind: Kind | readonly [Kind], value: unknown): boolean {
  if (isNullable(kind)) return value === null || value === undefined || matches(kind[0], value);
  if (typeof kind === 'function') return value instanceof kind;
  if (typeof kind === 'object') return value instanceof EnumValue && value.serviceName === kind.serviceName;
  switch (kind) {
    case 'number':
      return typeof value === 'number';
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return value instanceof Date;
    case 'value':
      return value === null || value === undefined || ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date;
    case 'rows':
      return Array.isArray(value) && value.every((row) => Array.isArray(row));
    case 'list':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ServiceObject);
  }
}

function isNullable(kind: Kind | readonly [Kind]): kind is readonly [Kind] {
  return Array.isArray(kind);
}
