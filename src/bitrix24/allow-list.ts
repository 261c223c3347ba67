// The only REST methods that may ever be called (D9): reading, nothing else.
import { KpiError } from '../errors';

const READ_METHODS: ReadonlySet<string> = new Set([
  'batch',
  'crm.activity.list',
  'crm.category.list',
  'crm.currency.list',
  'crm.deal.userfield.list',
  'crm.item.list',
  'crm.item.productrow.list',
  'crm.stagehistory.list',
  'crm.status.list',
  'department.get',
  'profile',
  'scope',
  'server.time',
  'user.get',
]);

/** Throws KpiError('settings') for a method that is not on the list. */
export function requireAllowed(method: string): void {
  if (!READ_METHODS.has(method)) throw new KpiError('settings', 'methodNotAllowed', { method });
}
