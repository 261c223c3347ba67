// Word to whoever keeps the schedule: one mail about an incident, one when it is over, a notification where it is switched on. On the built bundle.
import { act } from './loaded-desk';
import { hour, journal, type RunDesk, reopened, results, revoked, runDesk, schedule, second, unreachable, wait, without } from './run-desk';

const subjects = (desk: RunDesk): string[] => desk.runtime.outbox.map(({ subject }) => subject.replace(/ – .*/, ''));
const broken = 'Битрикс24 KPI: обновление не работает';
const works = 'Битрикс24 KPI: обновление снова работает';
const busy = { status: 503, headers: {}, body: '{"error":"QUERY_LIMIT_EXCEEDED"}' };

/** A loaded file that refreshes every hour. */
function hourly(options: Parameters<typeof runDesk>[0] = {}): RunDesk {
  const desk = runDesk(options);
  desk.refresh();
  schedule(desk, { kind: 'hourly' });
  return desk;
}

/** Types a setting as a person does. */
function set(desk: RunDesk, name: string, value: string): void {
  if (!desk.runtime.spreadsheet.sheets().some((sheet) => sheet.name === 'Настройки')) desk.call('createInputSheets');
  const rows = act(desk, "return file.getSheetByName('Настройки').getDataRange().getValues().map(([first]) => first)") as unknown[];
  desk.runtime.edit('Настройки', `B${rows.indexOf(name) + 1}`, value);
}

test.each(['bound', 'addon'] as const)('a revoked webhook is told at once and once, and so is its end (%s)', (home) => {
  const desk = hourly({ runtime: { home } });
  desk.at.answer = revoked;
  wait(desk, hour, 3);
  const [mail] = desk.runtime.outbox;
  expect([subjects(desk), mail?.to]).toEqual([[broken], 'user@example.com']);
  expect(mail?.body).toContain('Битрикс24 не принял вебхук');
  expect(mail?.body).toContain('https://docs.google.com/');
  desk.at.answer = null;
  wait(desk, hour, 2);
  expect(subjects(desk)).toEqual([broken, works]);
  expect(desk.runtime.outbox[1]?.body).toContain('сбой с 20.05.2025 19:0');
  desk.at.answer = revoked;
  wait(desk, hour, 2);
  expect(subjects(desk)).toEqual([broken, works, broken]);
  expect(desk.runtime.failures).toEqual([]);
});

test('in English', () => {
  const desk = hourly({ lang: 'en' });
  desk.at.answer = revoked;
  wait(desk, hour);
  desk.at.answer = null;
  wait(desk, hour);
  expect(subjects(desk)).toEqual(['Bitrix24 KPI: the refresh does not work', 'Bitrix24 KPI: the refresh works again']);
});

test.each([
  ['does not answer', unreachable],
  ['is busy', busy],
])('a portal that %s is told only when it has not recovered by the next hour', (_name, answer) => {
  const desk = hourly();
  desk.at.answer = answer;
  wait(desk, hour);
  desk.at.answer = null;
  wait(desk, hour);
  expect([subjects(desk), results(desk)[1]]).toEqual([[], 'ошибка']);
  desk.at.answer = answer;
  wait(desk, hour, 3);
  expect(subjects(desk)).toEqual([broken]);
});

test('another identity is told at once', () => {
  const desk = hourly();
  act(
    desk,
    "const p = PropertiesService.getDocumentProperties(); p.setProperty('b24.connection', p.getProperty('b24.connection').replace('127.0.0.1', 'other.bitrix24.ru'))",
  );
  wait(desk, hour);
  expect(subjects(desk)).toEqual([broken]);
});

test('what fails under the hands of a person is shown to them, not mailed; their success ends the incident', () => {
  const desk = hourly();
  desk.at.answer = revoked;
  expect(() => desk.refresh()).toThrow('вебхук');
  expect(subjects(desk)).toEqual([]);
  wait(desk, hour);
  desk.at.answer = null;
  desk.refresh();
  wait(desk, hour);
  expect(subjects(desk)).toEqual([broken]);
  desk.at.answer = revoked;
  wait(desk, hour);
  expect(subjects(desk)).toEqual([broken, broken]);
});

test('somebody else’s success ends what was the portal’s fault, with word to the keeper, not what is wrong with the keeper’s own connection', () => {
  const desk = hourly();
  desk.runtime.run('connect', [desk.webhook], { as: 'sidebar', user: second });
  const helped = (): void => {
    desk.at.answer = null;
    desk.runtime.run('refresh', [], { as: 'sidebar', user: second });
  };
  desk.at.answer = revoked;
  wait(desk, hour);
  helped();
  desk.at.answer = revoked;
  wait(desk, hour);
  expect(subjects(desk)).toEqual([broken]);
  desk.at.answer = null;
  wait(desk, hour);
  desk.at.answer = unreachable;
  wait(desk, hour, 2);
  helped();
  expect(subjects(desk)).toEqual([broken, works, broken, works]);
  expect(desk.runtime.outbox.map(({ to }) => to)).toEqual(Array(4).fill('user@example.com'));
});

test('a mail that «Настройки» switches off is not sent', () => {
  const desk = hourly();
  set(desk, 'Уведомлять письмом', 'нет');
  desk.at.answer = revoked;
  wait(desk, hour, 2);
  desk.at.answer = null;
  wait(desk, hour);
  expect([subjects(desk), desk.portal.notifications, results(desk)[1]]).toEqual([[], [], 'ошибка']);
});

test('a notification in Bitrix24 is sent where it is switched on, one a file, without codes of markup', () => {
  const desk = hourly();
  act(desk, "file.rename('[URL=http://evil]План[/URL]')");
  set(desk, 'Уведомлять в Битрикс24', 'да');
  desk.at.answer = busy;
  wait(desk, hour, 3);
  const [note] = desk.portal.notifications;
  expect(note).toMatchObject({ method: 'im.notify.system.add', tag: expect.stringMatching(/^b24kpi\../) });
  expect(note?.message).toMatch(/^Битрикс24 KPI, файл «\(URL=http:\/\/evil\)План.*слишком много запросов/);
  expect(note?.message).not.toContain('[');
  desk.at.answer = null;
  wait(desk, hour);
  expect([desk.portal.notifications.length, desk.portal.notifications[0]?.message]).toEqual([1, expect.stringContaining('снова работает')]);
  expect(subjects(desk)).toEqual([broken, works]);
});

test.each([
  ['the permission is missing', { status: 401, headers: {}, body: '{"error":"insufficient_scope"}' }, 'insufficient_scope'],
  ['nobody gets it', { status: 200, headers: {}, body: '{"result":false}' }, 'im.notify.system.add'],
  ['the portal is silent', unreachable, 'Сообщить об этом не удалось'],
])('a notification that fails because %s is told by the journal alone, and tried again', (_name, answer, words) => {
  const desk = hourly();
  set(desk, 'Уведомлять письмом', 'нет');
  set(desk, 'Уведомлять в Битрикс24', 'да');
  desk.at.answer = busy;
  desk.at.chatAnswer = answer as never;
  wait(desk, hour, 2);
  expect(journal(desk)[0]?.['Пояснение']).toMatch(/слишком много запросов.*Сообщить об этом не удалось/);
  expect(journal(desk)[0]?.['Пояснение']).toContain(words);
  desk.at.chatAnswer = null;
  wait(desk, hour, 2);
  expect([desk.portal.notifications.length, desk.runtime.failures]).toEqual([1, []]);
});

test('without mails left only the journal tells, until there are mails again', () => {
  const desk = hourly();
  act(desk, "for (let at = 0; at < 100; at++) MailApp.sendEmail('somebody@example.com', 'x', 'y')");
  desk.at.answer = revoked;
  wait(desk, hour);
  expect(desk.runtime.outbox.length).toBe(100);
  expect(journal(desk)[0]?.['Пояснение']).toMatch(/не принял вебхук.*Сообщить об этом не удалось: Исчерпан лимит Google/);
  wait(desk, hour, 24);
  expect(subjects(desk).slice(100)).toEqual([broken]);
});

test('permissions of Google that are missing are asked for by mail with the address, once', () => {
  const poor = reopened(hourly(), { runtime: without('script.external_request') });
  wait(poor, hour, 30);
  expect(poor.runtime.outbox.map(({ body }) => /https:\/\/script\.google\.com\/\S+ и подтвердите/.test(body))).toEqual([true]);
  expect(journal(poor)[0]?.['Пояснение']).toContain('Разрешение Google для дополнения истекло');
  const mended = reopened(poor);
  wait(mended, hour);
  expect(subjects(mended)).toEqual([works]);
});

test('an authorisation that is gone, and mail that is not permitted, break nothing', () => {
  const gone = reopened(hourly(), { runtime: { authorisation: 'expired' } });
  wait(gone, hour, 2);
  expect(gone.runtime.outbox).toEqual([]);
  const mute = reopened(hourly(), { runtime: without('script.send_mail') });
  mute.at.answer = revoked;
  wait(mute, hour);
  expect(journal(mute)[0]?.['Пояснение']).toMatch(/не принял вебхук.*Сообщить об этом не удалось/);
  mute.at.answer = null;
  wait(mute, hour);
  expect(results(mute)[0]).toBe('без изменений');
});

test('a schedule whose runs Google kills one after another is told', () => {
  const desk = hourly();
  for (let time = 0; time < 3; time++) {
    desk.runtime.killNextRun({ at: 'fetch', nth: 1, unflushed: 'lost' }, 'scheduledRefresh');
    wait(desk, hour);
  }
  expect(desk.runtime.outbox.map(({ body }) => body.split('\n')[0])).toEqual([expect.stringContaining('Google прервал обновление')]);
  wait(desk, hour);
  expect([subjects(desk), results(desk)[0]]).toEqual([[broken, works], 'без изменений']);
});

test('neither mails nor properties nor the journal hold the webhook, whatever fails', () => {
  const desk = hourly();
  set(desk, 'Уведомлять в Битрикс24', 'да');
  for (const answer of [revoked, unreachable, busy]) {
    desk.at.answer = answer;
    wait(desk, hour, 2);
  }
  const { properties, spreadsheet } = desk.runtime.save();
  expect(desk.runtime.outbox.length).toBeGreaterThan(0);
  const seen = JSON.stringify([desk.runtime.outbox, desk.portal.notifications, properties.document, spreadsheet, desk.runtime.failures]);
  expect(seen).not.toContain(desk.webhook.split('/').at(-2));
});
