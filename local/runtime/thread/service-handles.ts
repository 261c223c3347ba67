// The numbers under which another thread knows the service objects of this one, and their shapes as it is told them.

import type { ServiceObject } from '../service';
import type { ServiceHolder } from '../service-holder';
import { type Packed, type PackedShape, packed, type Reference, unpacked } from './packed-values';

export class ServiceHandles {
  readonly #services: ServiceHolder;
  readonly #objects: ServiceObject[] = [];
  readonly #ids = new Map<ServiceObject, number>();
  readonly #kinds = new Map<object, number>();

  constructor(services: ServiceHolder) {
    this.#services = services;
  }

  packed(value: unknown): Packed {
    return packed(value, (service) => this.#reference(service));
  }

  unpacked(value: Packed): unknown {
    return unpacked(value, ({ id }) => {
      const service = this.#objects[id];
      if (service === undefined) throw new Error(`No service object has the number ${id}.`);
      return service;
    });
  }

  #reference(service: ServiceObject): Reference {
    const known = this.#ids.get(service);
    if (known !== undefined) return { id: known, shape: null };
    const id = this.#objects.push(service) - 1;
    this.#ids.set(service, id);
    return { id, shape: this.#shape(service) };
  }

  #shape(service: ServiceObject): PackedShape {
    const shape = this.#services.shape(service);
    if (shape.kind === null) return { ...shape, kind: null };
    const kind = this.#kinds.get(shape.kind) ?? this.#kinds.size;
    this.#kinds.set(shape.kind, kind);
    return { ...shape, kind };
  }
}
