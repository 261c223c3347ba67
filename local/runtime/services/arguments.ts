// Checks of arguments: what matches no signature is refused in Google's words (apps-script 2.1).
import { EnumValue, ServiceObject, signatureError } from '../service';

/** A kind of argument. `value` is anything a cell takes; `rows` is an array of arrays; `any` is whatever a chart option may be. */
type Kind =
  | 'number'
  | 'string'
  | 'boolean'
  | 'date'
  | 'value'
  | 'rows'
  | 'list'
  | 'object'
  | 'any'
  | ListOf
  | ServiceObject
  | NewableFunction;
type Parameter = Kind | readonly [Kind];
/** The parameters of one way to call a method. A kind in brackets also takes null. */
export type Signature = readonly Parameter[];

class ListOf {
  constructor(readonly kind: Parameter) {}
}

/** An array whose every element is of a kind. */
export function listOf(kind: Parameter): Kind {
  return new ListOf(kind);
}

/** Throws unless the arguments match one of the signatures. */
function expectArguments(call: string, args: readonly unknown[], signatures: readonly Signature[]): void {
  const given = args.length;
  const fits = signatures.some((signature) => signature.length === given && signature.every((kind, index) => matches(kind, args[index])));
  if (!fits) throw signatureError(call, args);
}

/**
 * Makes the methods of a class refuse arguments that match none of their signatures, as Google refuses them for every method (apps-script 2.1); a method
 * that is not in the table takes none. Inherited methods are the matter of their own class.
 */
export function signed<T extends ServiceObject>(
  service: { readonly prototype: T },
  signatures: { readonly [Name in Exclude<keyof T & string, 'toString'>]?: readonly Signature[] } = {},
): void {
  for (const [name, { value: method }] of Object.entries(Object.getOwnPropertyDescriptors(service.prototype))) {
    if (typeof method !== 'function' || name === 'constructor' || name === 'toString' || name.startsWith('_')) continue;
    signMethod(service, name, (signatures as Readonly<Record<string, readonly Signature[] | undefined>>)[name] ?? [[]], method as Method);
  }
}

type Method = (...args: never[]) => unknown;

/** Gives a class a method with signatures. */
export function signMethod(
  service: { readonly prototype: ServiceObject },
  name: string,
  signatures: readonly Signature[],
  method: Method,
): void {
  const checked = function (this: ServiceObject, ...args: unknown[]): unknown {
    expectArguments(`${this.serviceName}.${name}`, args, signatures);
    return Reflect.apply(method, this, args);
  };
  Object.defineProperty(service.prototype, name, { value: checked, writable: true, configurable: true });
}

/** Throws when a method is called in a form that Google has and the runtime lacks. */
export function only(args: readonly unknown[], most: number, call: string): void {
  if (args.length > most) throw new TypeError(`${call} with ${args.length} arguments is not implemented in the local runtime`);
}

function matches(kind: Parameter, value: unknown): boolean {
  if (isNullable(kind)) return value === null || value === undefined || matches(kind[0], value);
  if (typeof kind === 'function') return value instanceof kind;
  if (kind instanceof ListOf) return Array.isArray(value) && value.every((item) => matches(kind.kind, item));
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
    case 'any':
      return true;
  }
}

function isNullable(kind: Parameter): kind is readonly [Kind] {
  return Array.isArray(kind);
}
