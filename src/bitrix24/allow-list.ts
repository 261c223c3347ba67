// The only REST methods that may ever be called (D9): reading, and one notification that people switch on.
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

/** Changes nothing in the CRM: tells the connected person that the refresh fails. Called only where «Настройки» says so, off until then. */
const NOTIFICATION = 'im.notify.system.add';

/** Throws KpiError('settings') for a method that is not on the list. */
export function requireAllowed(method: string): void {
  if (!READ_METHODS.has(method) && method !== NOTIFICATION) throw new KpiError('settings', 'methodNotAllowed', { method });
}
