// event.bind, event.unbind, event.get, events and event.offline.* (bitrix24-rest 6): only for applications, the offline ones only with an administrator's token.
import { frontError } from '../errors';
import { type Answer, type Call, type Method, RestError } from '../method';
import { isAdmin } from '../methods/rights';
import { PhpArray, toInt, toText } from '../php/value';
import type { PortalApplication } from '../portal-file';
import { crmEvents } from './changes';
import type { QueuedEvent } from './desk';
import { offlineFilter, offlineOrder } from './offline-query';

/** Events of applications themselves; none of them happens here. */
const applicationEvents = [
  'ONAPPUNINSTALL',
  'ONAPPINSTALL',
  'ONAPPUPDATE',
  'ONAPPPAYMENT',
  'ONAPPTEST',
  'ONAPPMETHODCONFIRM',
  'ONOFFLINEEVENT',
];

const pageSize = 50;

type Query = ReturnType<PhpArray['upperKeys']>;
type EventMethod = (call: Call, query: Query, application: PortalApplication) => unknown;

/** A method that a webhook may not call, whose parameters take any case. */
const method = (name: string, run: EventMethod): Method => ({
  name,
  scopes: [],
  style: 'old',
  run: (call): Answer => {
    const application = call.caller.application;
    if (application === undefined) throw frontError('wrong-auth-type');
    return { result: run(call, call.params.upperKeys(), application) };
  },
});

const offlineMethod = (name: string, run: EventMethod): Method =>
  method(name, (call, query, application) => {
    if (!isAdmin(call)) throw denied();
    return run(call, query, application);
  });

export const eventMethods: readonly Method[] = [
  method('events', (call) => known(call)),
  method('event.bind', bind),
  method('event.unbind', unbind),
  method('event.get', subscriptions),
  offlineMethod('event.offline.get', offlineEvents),
  offlineMethod('event.offline.clear', clearOffline),
  offlineMethod('event.offline.error', markError),
];

const known = (call: Call): readonly string[] => [...applicationEvents, ...(call.scopes.includes('crm') ? crmEvents : [])];

const denied = (detail = ''): RestError => new RestError('ACCESS_DENIED', `Access denied!${detail === '' ? '' : ` ${detail}`}`, 403);
const argument = (text: string, name: string): RestError => new RestError('ERROR_ARGUMENT', text, 400, { argument: name });
const missing = (name: string): RestError => argument(`Argument '${name}' is null or empty`, name);

interface Target {
  readonly event: string;
  readonly offline: boolean;
  /** '' for offline events. */
  readonly handler: string;
}

function target(call: Call, query: Query, verb: string): Target {
  const event = toText(query.get('EVENT')).toUpperCase();
  if (event === '') throw missing('EVENT');
  const type = toText(query.get('EVENT_TYPE')).toLowerCase();
  if (type !== '' && type !== 'online' && type !== 'offline') throw argument('Value must be one of {online|offline}', 'EVENT_TYPE');
  if (type === 'offline') {
    if (!isAdmin(call)) throw denied(`Offline events ${verb} requires administrator access rights`);
    return { event, offline: true, handler: '' };
  }
  const handler = toText(query.get('HANDLER'));
  if (handler === '') throw missing('HANDLER');
  return { event, offline: false, handler };
}

function bind(call: Call, query: Query, { clientId }: PortalApplication): boolean {
  const user = toInt(query.get('AUTH_TYPE'));
  if (user > 0 && user !== call.userId && !isAdmin(call)) throw denied('Event binding with AUTH_TYPE requires administrator access rights');
  const { event, offline, handler } = target(call, query, 'binding');
  if (!offline) checkHandler(handler);
  if (!known(call).includes(event)) throw new RestError('ERROR_EVENT_NOT_FOUND', 'Event not found', 400);
  if (offline && event === 'ONOFFLINEEVENT')
    throw new RestError('ERROR_ARGUMENT', 'Offline event cannot be registered for this event.', 400);
  const userId = offline ? 0 : user > 0 || isAdmin(call) ? user : call.userId;
  const isNew = call.events.bind({ clientId, event, handler, userId, connector: call.caller.connector });
  if (!isNew) throw new RestError('ERROR_CORE', 'Unable to set event handler: Handler already binded', 400);
  return true;
}

// A handler's host needs a dot: `localhost` is refused, an address of numbers is not (published server code, handlerhelper.php).
function checkHandler(handler: string): void {
  const parsed = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(handler);
  if (!(parsed?.[2] ?? '').slice(1).includes('.')) throw new RestError('ERROR_WRONG_HANDLER_URL', 'Wrong handler URL', 400);
  if (!/^https?$/.test(parsed?.[1] ?? '')) throw new RestError('ERROR_UNSUPPORTED_PROTOCOL', 'Unsupported handler protocol', 400);
}

function unbind(call: Call, query: Query, { clientId }: PortalApplication): { count: number } {
  const { event, offline, handler } = target(call, query, 'unbinding');
  const user = query.get('AUTH_TYPE') === undefined ? (isAdmin(call) ? null : call.userId) : toInt(query.get('AUTH_TYPE'));
  const count = call.events.unbind(
    (binding) =>
      binding.clientId === clientId &&
      binding.event === event &&
      binding.handler === handler &&
      (offline ? binding.connector === call.caller.connector : user === null || binding.userId === user),
  );
  return { count };
}

function subscriptions(call: Call, _: Query, { clientId }: PortalApplication): unknown {
  return call.events
    .bound(clientId)
    .filter((binding) => isAdmin(call) || binding.userId === call.userId)
    .map(({ event, handler, userId, connector }) =>
      handler === '' ? { event, connector_id: connector, offline: 1 } : { event, handler, auth_type: String(userId), offline: 0 },
    );
}

/** Hands out the first entries of the queue: at once removed (`clear` 1), or reserved under a process id until event.offline.clear confirms them. */
function offlineEvents(call: Call, query: Query, { clientId }: PortalApplication): unknown {
  const clear = query.get('CLEAR') === undefined || toInt(query.get('CLEAR')) !== 0;
  if (!clear && call.store.file?.features?.includes('rest_offline_extended') !== true) throw frontError('wrong-license');
  const limit = query.get('LIMIT') === undefined ? pageSize : toInt(query.get('LIMIT'));
  if (limit <= 0) throw argument('Value must be positive integer', 'LIMIT');
  const given = query.get('PROCESS_ID');
  const wanted = given === undefined || given === null ? null : toText(given).trim();
  const fits = offlineFilter(query.get('FILTER'), call.store.zone, call.now);
  const order = offlineOrder(query.get('ORDER'));
  const found = call.events
    .queued(clientId, call.caller.connector)
    .filter((entry) => entry.error === (toInt(query.get('ERROR')) === 1) && entry.processId === (wanted ?? '') && fits(entry))
    .sort(order)
    .slice(0, limit);
  const processId = wanted ?? call.events.reserve(found);
  const events = found.map((entry) => printed(entry, call));
  if (clear) call.events.remove(found);
  return { process_id: wanted === null && clear ? null : processId, events };
}

const printed = (entry: QueuedEvent, call: Call): unknown => ({
  ID: String(entry.id),
  TIMESTAMP_X: call.store.zone.iso(entry.at),
  EVENT_NAME: entry.event,
  EVENT_DATA: { FIELDS: { ID: entry.objectId } },
  EVENT_ADDITIONAL: { user_id: 0 },
  MESSAGE_ID: entry.messageId,
});

function reserved(call: Call, query: Query, { clientId }: PortalApplication): QueuedEvent[] {
  const processId = query.get('PROCESS_ID');
  if (processId === undefined || processId === null) throw missing('PROCESS_ID');
  return call.events.queued(clientId, call.caller.connector).filter((entry) => entry.processId === toText(processId).trim());
}

/** Confirms a reserved batch, or the entries of it that `message_id` or `id` name. */
function clearOffline(call: Call, query: Query, application: PortalApplication): boolean {
  const batch = reserved(call, query, application);
  const messages = query.get('MESSAGE_ID');
  const ids = query.get('ID');
  if (messages !== undefined && messages !== null) {
    if (!(messages instanceof PhpArray)) throw argument('Value must be array of MESSAGE_ID values', 'message_id');
    const wanted = messages.values().map((id) => toText(id).trim());
    if (wanted.some((id) => id.length !== 32)) throw argument('Value must be array of MESSAGE_ID values', 'messsage_id');
    call.events.remove(batch.filter((entry) => wanted.includes(entry.messageId)));
  } else if (ids !== undefined && ids !== null) {
    const wanted = ids instanceof PhpArray ? ids.values().map(toInt) : [0];
    if (wanted.some((id) => id <= 0)) throw argument('Value must be array of integers', 'id');
    call.events.remove(batch.filter((entry) => wanted.includes(entry.id)));
  } else call.events.remove(batch);
  return true;
}

/** Sets entries of a reserved batch apart: event.offline.get answers them with `error` 1 only. */
function markError(call: Call, query: Query, application: PortalApplication): boolean {
  const batch = reserved(call, query, application);
  const messages = query.get('MESSAGE_ID');
  if (!(messages instanceof PhpArray)) throw argument('Value must be array of MESSAGE_ID values', 'message_id');
  const wanted = messages.values().map(toText);
  for (const entry of batch.filter(({ messageId }) => wanted.includes(messageId))) {
    entry.error = true;
    entry.processId = '';
  }
  return true;
}
