// Notifications: who gets them, and what a repeated tag replaces (bitrix24-rest, 5.12).
import { noon, portalOf } from './harness';

const users = [{ ID: '1' }, { ID: '5' }, { ID: '6' }];

describe('im.notify.system.add and im.notify.personal.add', () => {
  test('answer the id of what they sent; one comes from the system, the other from the caller [5.12 notifications]', () => {
    const { ask, portal } = portalOf({ users });
    expect([
      ask('im.notify.system.add', { USER_ID: 5, MESSAGE: ' Hello ', MESSAGE_OUT: 'mail' }).body,
      ask('im.notify.personal.add', { user_id: '6', message: 'Hi' }).result,
    ]).toEqual([{ result: 1, time: expect.anything() }, 2]);
    const sent = { tag: null, subTag: null, sentAt: noon };
    expect(portal.notifications).toEqual([
      { ...sent, id: 1, method: 'im.notify.system.add', to: '5', from: 0, message: 'Hello', messageOut: 'mail' },
      { ...sent, id: 2, method: 'im.notify.personal.add', to: '6', from: 1, message: 'Hi', messageOut: '' },
    ]);
  });

  test('a repeated TAG replaces what the same person got, when the caller names its CLIENT_ID [5.12 tag-client-id]', () => {
    const { ask, portal } = portalOf({ users });
    const tagged = { MESSAGE: 'x', TAG: 'PLAN', SUB_TAG: 'day', CLIENT_ID: 'kpi' };
    for (const USER_ID of [5, 6, 5]) ask('im.notify.system.add', { ...tagged, USER_ID });
    expect(portal.notifications.map(({ id, to, tag, subTag }) => [id, to, tag, subTag])).toEqual([
      [2, '6', 'PLAN', 'day'],
      [3, '5', 'PLAN', 'day'],
    ]);
  });

  test('without CLIENT_ID the portal forgets the tag of a webhook, and notifications pile up [5.12 tag-client-id]', () => {
    const { ask, portal } = portalOf({ users });
    for (const MESSAGE of ['a', 'b']) ask('im.notify.system.add', { USER_ID: 5, MESSAGE, TAG: 'PLAN' });
    expect(portal.notifications.map(({ message, tag }) => [message, tag])).toEqual([
      ['a', null],
      ['b', null],
    ]);
  });

  test('somebody who does not exist gets nothing: false [5.12 notifications]', () => {
    const { ask, portal } = portalOf({ users });
    expect([ask('im.notify.system.add', { USER_ID: 77, MESSAGE: 'x' }).result, portal.notifications]).toEqual([false, []]);
  });
});

describe('im.message.add', () => {
  test('goes to a person, a chat or a group [5.12 notifications]', () => {
    const { ask, portal } = portalOf({ users });
    for (const DIALOG_ID of [5, 'chat2941', 'sg7']) ask('im.message.add', { DIALOG_ID, MESSAGE: 'x' });
    expect(portal.notifications.map(({ to, from, method }) => [to, from, method])).toEqual([
      ['5', 1, 'im.message.add'],
      ['chat2941', 1, 'im.message.add'],
      ['sg7', 1, 'im.message.add'],
    ]);
  });
});

test.each<[string, Record<string, unknown>, number, string, string]>([
  ['im.notify.system.add', { MESSAGE: 'x' }, 400, 'USER_ID_EMPTY', "User ID can't be empty"],
  ['im.notify.personal.add', { USER_ID: 'Ann', MESSAGE: 'x' }, 400, 'USER_ID_EMPTY', "User ID can't be empty"],
  ['im.notify.system.add', { USER_ID: 5, MESSAGE: '  ' }, 400, 'MESSAGE_EMPTY', "Message can't be empty"],
  ['im.notify.system.add', { USER_ID: 5, MESSAGE: 'x', ATTACH: 'no json' }, 400, 'ATTACH_ERROR', 'Incorrect attach params'],
  [
    'im.notify.system.add',
    { USER_ID: 5, MESSAGE: 'x', ATTACH: ' '.repeat(60_001) },
    400,
    'ATTACH_OVERSIZE',
    'You have exceeded the maximum allowable size of attach',
  ],
  ['im.message.add', { DIALOG_ID: 5 }, 400, 'MESSAGE_EMPTY', "Message can't be empty"],
  ['im.message.add', { DIALOG_ID: 0, MESSAGE: 'x' }, 400, 'USER_ID_EMPTY', "User ID can't be empty"],
  ['im.message.add', { DIALOG_ID: 77, MESSAGE: 'x' }, 400, 'USER_NOT_FOUND', 'User not found'],
  ['im.message.add', { MESSAGE: 'x' }, 400, 'PARAMS_ERROR', 'Incorrect params'],
  ['im.message.add', { DIALOG_ID: 'chat9', MESSAGE: 'x' }, 403, 'ACCESS_ERROR', 'Action unavailable'],
])('%s %j is refused: %p %s [5.12 notification-errors]', (method, params, status, code, description) => {
  const { ask, portal } = portalOf({ portal: { chats: ['chat1'] }, users });
  expect([ask(method, params).status, ask(method, params).error, portal.notifications]).toEqual([status, [code, description], []]);
});

test('notifications need the scope im [5.12 notifications]', () => {
  const { ask } = portalOf({ portal: { scopes: ['crm'] }, users });
  expect(ask('im.notify.system.add', { USER_ID: 5, MESSAGE: 'x' }).error[0]).toBe('insufficient_scope');
});
