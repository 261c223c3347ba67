// Host values as they cross between threads: plain data as it is, service objects as references to the thread that holds them.
import { isDate, isMap } from 'node:util/types';
import { ServiceObject } from '../service';
import type { Shape } from '../service-holder';

/** A value that may be posted. In it a Map is a service object or a function: no value of a script or a service arrives as a Map. */
export type Packed = unknown;

/** The shape of a service object, told when it is first seen; `kind` numbers the prototypes that objects share. */
export interface PackedShape extends Omit<Shape, 'kind'> {
  readonly kind: number | null;
}

/** A reference to a service object. */
export interface Reference {
  readonly id: number;
  readonly shape: PackedShape | null;
}

/** The value with every service object replaced by its reference. */
export function packed(value: unknown, reference: (service: ServiceObject) => Reference): Packed {
  if (typeof value === 'function') return new Map([['function', true]]);
  if (isPlain(value)) return value;
  if (value instanceof ServiceObject) return new Map([['service', reference(value)]]);
  return mapped(value, (item) => packed(item, reference));
}

/** The value, made of this thread's own objects, with every reference replaced by its service object; a function has become an empty one. */
export function unpacked(value: Packed, service: (reference: Reference) => ServiceObject): unknown {
  if (isDate(value)) return new Date(value.getTime());
  if (isPlain(value)) return value;
  if (isMap(value)) return value.has('function') ? () => undefined : service(value.get('service') as Reference);
  return mapped(value, (item) => unpacked(item, service));
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null || isDate(value) || ArrayBuffer.isView(value);

function mapped(value: unknown, item: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, item);
  return Object.fromEntries(Object.entries(value as object).map(([name, one]) => [name, item(one)]));
}
