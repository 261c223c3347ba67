// The `order` parameter of list methods: strict in controllers, forgiving in old methods (bitrix24-rest 4).
import { invalidArgument } from '../method';
import { type PhpArray, toText } from '../php/value';
import type { Field } from '../store/fields';
import type { ControllerFields } from './filter';
import type { OrderKey } from './page';

/** An unknown field or direction refuses the call. */
export function controllerOrder(order: PhpArray, fields: ControllerFields): OrderKey[] {
  return [...order.entries()].map(([name, value]) => {
    const field = fields.find(name);
    if (field === undefined) throw invalidArgument(`Invalid order: field '${fields.print(name)}' is not allowed in order`);
    const direction = toText(value).toUpperCase();
    if (direction !== 'ASC' && direction !== 'DESC') {
      throw invalidArgument(
        `Invalid order: allowed sort directions are ASC, DESC. But got '${direction}' for field '${fields.print(name)}'`,
      );
    }
    return { field, descending: direction === 'DESC' };
  });
}

/** Unknown fields are left out, whatever is not DESC is ascending. */
export function lenientOrder(order: PhpArray, find: (name: string) => Field | undefined): OrderKey[] {
  const keys: OrderKey[] = [];
  for (const [name, value] of order.entries()) {
    const field = find(name);
    if (field !== undefined) keys.push({ field, descending: /^desc/i.test(toText(value)) });
  }
  return keys;
}

/** The old SQL: names in any case, unknown ones left out, whatever is not ASC is descending (main/classes/general/sql_util.php). */
export function oldOrder(order: PhpArray, find: (name: string) => Field | undefined): OrderKey[] {
  const keys: OrderKey[] = [];
  for (const [name, value] of order.entries()) {
    const field = find(name.toUpperCase());
    if (field !== undefined) keys.push({ field, descending: toText(value).toUpperCase() !== 'ASC' });
  }
  return keys;
}
