// im.notify.system.add, im.notify.personal.add, im.message.add: what reaches people of the portal (bitrix24-rest 5.12; im/classes/general/im_rest.php).
import { type Answer, type Call, type Method, RestError } from '../method';
import { decodeJson } from '../php/json';
import { isTruthy, PhpArray, type PhpValue, toInt, toText } from '../php/value';

export const notificationMethods: readonly Method[] = [
  { name: 'im.notify.system.add', scopes: ['im'], style: 'old', run: (call) => notify(call, 0) },
  { name: 'im.notify.personal.add', scopes: ['im'], style: 'old', run: (call) => notify(call, call.userId) },
  { name: 'im.message.add', scopes: ['im'], style: 'old', run: sendMessage },
];

const refused = (code: string, description: string, status = 400): RestError => new RestError(code, description, status);

// The portal forgets TAG and SUB_TAG of a caller without a client id, without a word: nothing is ever replaced then. A person who does not exist gets nothing: false.
function notify(call: Call, from: number): Answer {
  const params = call.params.upperKeys();
  const userId = toInt(params.get('TO') ?? params.get('USER_ID'));
  if (userId <= 0) throw refused('USER_ID_EMPTY', "User ID can't be empty");
  const message = trimmed(params.get('MESSAGE'));
  if (message === '') throw refused('MESSAGE_EMPTY', "Message can't be empty");
  checkAttachment(params.get('ATTACH'));
  if (!exists(call, userId)) return { result: false };
  const isTagged = isTruthy(params.get('CLIENT_ID'));
  const tag = (name: string): string | null => (isTagged && isTruthy(params.get(name)) ? toText(params.get(name)) : null);
  const id = call.store.outbox.add({
    method: call.method,
    to: String(userId),
    from,
    message,
    messageOut: trimmed(params.get('MESSAGE_OUT')),
    tag: tag('TAG'),
    subTag: tag('SUB_TAG'),
    sentAt: call.store.zone.iso(call.now),
  });
  return { result: id };
}

function sendMessage(call: Call): Answer {
  const params = call.params.upperKeys();
  const message = trimmed(params.get('MESSAGE'));
  if (message === '' && !isTruthy(params.get('ATTACH'))) throw refused('MESSAGE_EMPTY', "Message can't be empty");
  const to = recipient(call, params.get('DIALOG_ID'));
  checkAttachment(params.get('ATTACH'));
  const sentAt = call.store.zone.iso(call.now);
  return {
    result: call.store.outbox.add({ method: call.method, to, from: call.userId, message, messageOut: '', tag: null, subTag: null, sentAt }),
  };
}

// `chat2941` and `sg7` are chats; anything else is a person's id.
function recipient(call: Call, dialog: PhpValue | undefined): string {
  if (dialog === undefined || dialog === null) throw refused('PARAMS_ERROR', 'Incorrect params');
  const text = toText(dialog);
  if (/^(chat|sg)\d+$/.test(text)) {
    if (call.store.file?.chats?.includes(text) === false) throw refused('ACCESS_ERROR', 'Action unavailable', 403);
    return text;
  }
  const userId = toInt(dialog);
  if (userId <= 0) throw refused('USER_ID_EMPTY', "User ID can't be empty");
  if (!exists(call, userId)) throw refused('USER_NOT_FOUND', 'User not found');
  return String(userId);
}

const trimmed = (value: PhpValue | undefined): string => (typeof value === 'string' ? value.trim() : '');
const exists = (call: Call, userId: number): boolean => userId === call.userId || call.store.users.get(userId) !== undefined;

const largestAttachment = 60_000;

/** An attachment is an array, or JSON of one, of at most 60,000 characters. */
function checkAttachment(attach: PhpValue | undefined): void {
  if (!isTruthy(attach)) return;
  if (typeof attach === 'string' && attach.length > largestAttachment)
    throw refused('ATTACH_OVERSIZE', 'You have exceeded the maximum allowable size of attach');
  if (!(parsed(attach) instanceof PhpArray)) throw refused('ATTACH_ERROR', 'Incorrect attach params');
}

function parsed(attach: PhpValue | undefined): PhpValue | undefined {
  if (typeof attach !== 'string') return attach;
  try {
    return decodeJson(attach);
  } catch {
    return undefined;
  }
}
