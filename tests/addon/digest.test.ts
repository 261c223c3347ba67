// The morning digest: once a working day after a refresh by schedule, to whom «Настройки» says, and never at the cost of the refresh. On the built bundle.
import golden from '../golden/kpi-example/kpi-example.json';
import { act } from './loaded-desk';
import { companyPlan, typePlan } from './plans-desk';
import { day, hour, journal, type RunDesk, reopened, results, runDesk, schedule, second, wait, without } from './run-desk';

const mails: Readonly<Record<string, string>> = { 11: 'anna@example.com', 12: 'boris@example.com', 13: 'vera@example.com' };
const users = golden.inputs.users.map((user) => ({ ...user, EMAIL: mails[user.ID] ?? '' }));
const hostile = '<img src=x onerror=alert(1)> & "Дом" [URL=http://evil]';
const deals = golden.inputs.deals.map((deal) => (deal.id === 108 ? { ...deal, title: hostile } : deal));
const data = { ...golden.inputs, users, deals };

let made: RunDesk | null = null;

/** A loaded file with plans; Tuesday, 20 May 2025, six in the evening; a schedule every hour. */
function digested(settings: Readonly<Record<string, unknown>> = {}): RunDesk {
  if (!made) {
    made = runDesk({ data });
    made.refresh();
    made.call('createInputSheets');
    typePlan(made, 3, companyPlan('2025-05', '1000000'));
    typePlan(made, 4, { ...companyPlan('2025-05', '400000'), Область: 'Менеджер', Кто: 'Анна А.' });
    schedule(made, { kind: 'hourly' });
  }
  const desk = reopened(made, { data });
  desk.call('saveSettings', { digestHour: 8, ...settings });
  return desk;
}
const to = (desk: RunDesk): string[] => desk.runtime.outbox.map((mail) => mail.to);
const spaced = (text = ''): string => text.replace(/\u00a0/g, ' ');
const subjects = (desk: RunDesk): string[] => desk.runtime.outbox.map(({ subject }) => spaced(subject));
const note = (desk: RunDesk): string => spaced(journal(desk)[0]?.['Пояснение']);

test('it comes with the first refresh of a working day from its hour on, once a day, on no day off', () => {
  const desk = digested();
  wait(desk, hour, 4);
  expect(subjects(desk)).toEqual([expect.stringMatching(/^Сводка на 20\.05\.2025: план на май 2025 выполнен на .* – /)]);
  wait(desk, hour, 9);
  expect(to(desk).length).toBe(1);
  wait(desk, hour);
  expect(subjects(desk)[1]).toMatch(/^Сводка на 21\.05\.2025/);
  wait(desk, 12 * hour, 11);
  const days = subjects(desk).map((subject) => subject.slice(10, 20));
  expect(days).toEqual(['20.05.2025', '21.05.2025', '22.05.2025', '23.05.2025', '26.05.2025']);
  expect(desk.runtime.outbox[4]?.body).toContain('За 23.05.2025–25.05.2025');
});

test('its numbers are those of the formulas up to yesterday', () => {
  const desk = digested();
  wait(desk, hour);
  const body = spaced(desk.runtime.outbox[0]?.body);
  const money = (value: unknown): string => spaced(Math.round(Number(value)).toLocaleString('ru-RU')).replace(/[\u202f ]/g, ' ');
  const upTo = '"01.05.2025-19.05.2025"';
  const revenue = desk.value(`=B24_REVENUE(${upTo})`);
  const anna = desk.value(`=B24_REVENUE(${upTo};"Анна А.")`);
  expect(Number(revenue)).toBeGreaterThan(Number(anna));
  expect(body).toContain(`План на май 2025: выиграно ${money(revenue)} RUB из 1 000 000 RUB`);
  expect(body).toMatch(new RegExp(`[▓░]{20} Анна А\\.: ${money(anna)} RUB · 400 000 RUB · `));
  expect(body).toMatch(/Числа на конец 19\.05\.2025, данные на 20\.05\.2025 19:0\d\. Воронки: все\./);
  expect(body).toContain(`Застряло сделок: ${Number(desk.value('=ROWS(B24_STUCK())')) - 1} на `);
  expect(body).toContain(`За 19.05.2025: создано сделок ${desk.value('=B24_DEALS("19.05.2025";;;"создано")')}, `);
});

test('a refresh once a day brings it whatever the hour; one by hand brings none; switched off none comes', () => {
  const daily = digested({ digestHour: 20 });
  schedule(daily, { kind: 'daily', hour: 6 });
  daily.refresh();
  expect(to(daily)).toEqual([]);
  wait(daily, day);
  expect(to(daily).length).toBe(1);
  const late = digested({ digestHour: 22 });
  wait(late, hour, 3);
  expect(to(late)).toEqual([]);
  wait(late, hour);
  expect(to(late).length).toBe(1);
  const off = digested({ digestHour: null });
  wait(off, hour, 24);
  expect(to(off)).toEqual([]);
});

test('it goes to the addresses typed, else to the keeper of the schedule; "нет" means nobody', () => {
  const typed = digested({ digestTo: ['head@example.com', 'owner@example.com'] });
  const kept = digested();
  const nobody = digested({ digestTo: null });
  for (const desk of [typed, kept, nobody]) wait(desk, hour);
  expect([typed, kept, nobody].map(to)).toEqual([['head@example.com,owner@example.com'], ['user@example.com'], []]);
});

test('managers who work here get their own numbers alone, but for those who are left out', () => {
  const desk = digested({ digestPersonal: true, digestTo: null });
  wait(desk, hour);
  expect(to(desk)).toEqual(['anna@example.com', 'boris@example.com']);
  const [anna, boris] = desk.runtime.outbox;
  expect(spaced(anna?.body)).toMatch(/^Анна А\.\n[▓░]{20}\nПлан на май 2025: выиграно .* из 400 000 RUB/);
  expect([anna?.body, anna?.htmlBody].join()).not.toMatch(/Борис|Вера|1 000 000/);
  expect(spaced(boris?.body)).toContain('Плана нет.');
  expect(boris?.htmlBody).toContain('<a href="mailto:user@example.com?subject=');
  expect(boris?.replyTo).toBe('user@example.com');
  const fewer = digested({ digestPersonal: true, digestTo: null, digestWithout: ['Анна А.'] });
  wait(fewer, hour);
  expect(to(fewer)).toEqual(['boris@example.com']);
});

test('texts of the CRM reach HTML as text and Bitrix24 without its markup', () => {
  const desk = digested({ chatNotices: true, digestPersonal: true });
  wait(desk, hour);
  const html = desk.runtime.outbox[0]?.htmlBody ?? '';
  expect(html).toContain('«&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Дом&quot; [URL=http://evil]»');
  expect(html.match(/<img/)).toBeNull();
  const messages = desk.portal.notifications;
  expect(messages.map(({ to: person }) => person)).toEqual(['11', '11', '12']);
  expect(messages[0]?.message).toContain('(URL=http://evil)');
  expect(messages.map(({ tag }) => String(tag).replace(/.*\./, ''))).toEqual(['digest', 'ownDigest', 'ownDigest']);
  expect(messages.every(({ message }) => !/[[\]]/.test(message))).toBe(true);
});

test('what could not be sent is told by the journal and tried again, and nobody gets it twice', () => {
  const mute = reopened(digested({ digestPersonal: true }), { data, runtime: without('script.send_mail') });
  wait(mute, hour);
  expect([results(mute)[0], note(mute)]).toEqual([
    expect.stringMatching(/готово|без изменений/),
    expect.stringMatching(/Сводку отправить не удалось: .* Личная сводка не ушла \(Анна А\., Борис Б\.\)/),
  ]);
  const mended = reopened(mute, { data });
  wait(mended, hour, 2);
  expect([to(mended), note(mended)]).toEqual([['user@example.com', 'anna@example.com', 'boris@example.com'], '']);
});

test('managers without an address are told of, once a day; a message in Bitrix24 is enough', () => {
  const blank = { ...data, users: golden.inputs.users };
  const desk = reopened(digested({ digestPersonal: true, digestTo: null }), { data: blank });
  wait(desk, hour);
  expect(note(desk)).toContain('Личная сводка не ушла (Анна А., Борис Б.): в Битрикс24 нет почты этих людей');
  wait(desk, hour);
  expect(note(desk)).toBe('');
  wait(desk, day);
  expect(note(desk)).toContain('нет почты этих людей');
  const chat = reopened(digested({ digestPersonal: true, digestTo: null, chatNotices: true }), { data: blank });
  wait(chat, hour, 2);
  expect([note(chat), chat.portal.notifications.map(({ to: person }) => person)]).toEqual(['', ['11', '12']]);
});

test("Google's limit of mails is not run into: the head goes first, the rest is told of", () => {
  const desk = digested({ digestPersonal: true });
  act(desk, "for (let n = 0; n < 98; n++) MailApp.sendEmail('x@example.com', 'x', 'x')");
  wait(desk, hour);
  expect(to(desk).slice(98)).toEqual(['user@example.com', 'anna@example.com']);
  expect(note(desk)).toBe(
    'Личная сводка не ушла (Борис Б.): лимит Google на письма: сегодня можно отправить ещё 1, остальным сводка не ушла',
  );
});

test('while no way is on the journal says so', () => {
  const desk = digested({ mailNotices: false });
  wait(desk, hour);
  expect([to(desk), note(desk)]).toEqual([[], expect.stringContaining('Сводка включена, а письма и уведомления в Битрикс24 выключены')]);
});

test('whoever wants none leaves by the menu', () => {
  const desk = digested({ digestTo: ['user@example.com', second], digestPersonal: true });
  const leave = (user: string): string => {
    desk.runtime.run('menuStopDigest', [], { as: 'menu', user });
    return JSON.stringify(desk.runtime.uiEvents.slice(-1));
  };
  expect(leave(second)).toContain('Адрес second@example.com убран');
  expect(leave('anna@example.com')).toContain('Личная сводка больше не придёт: Анна А.');
  expect(leave('stranger@example.com')).toContain('Сводка на stranger@example.com не приходит');
  wait(desk, hour);
  expect(to(desk)).toEqual(['user@example.com', 'boris@example.com']);
  expect(leave('user@example.com')).toContain('Адрес user@example.com убран');
  wait(desk, day);
  expect(to(desk).slice(2)).toEqual(['boris@example.com']);
});

test('the keeper of the schedule leaves too', () => {
  const desk = digested();
  desk.runtime.run('menuStopDigest', [], { as: 'menu' });
  wait(desk, hour);
  expect(to(desk)).toEqual([]);
});

test('a person may have a look at it at once', () => {
  const desk = digested({ digestHour: null });
  expect(desk.call('testDigest')).toBe('Сводка отправлена на user@example.com.');
  expect(to(desk)).toEqual(['user@example.com']);
  expect(desk.runtime.outbox[0]?.htmlBody).toContain('width:');
});

test('a wrong address is told beside its row; a wrong name leaves the other names out all the same', () => {
  const desk = digested({ digestPersonal: true, digestTo: null, digestWithout: ['Анна А.', 'Никто Никтоев'] });
  wait(desk, hour);
  expect(to(desk)).toEqual(['boris@example.com']);
  desk.call('saveSettings', { digestTo: ['head@example'] });
  const checks = act(desk, "return JSON.stringify(file.getSheetByName('Настройки').getDataRange().getDisplayValues())");
  expect(checks).toContain('«head@example» – не адрес почты');
  expect(checks).toContain('Нет сотрудника «Никто Никтоев»');
});
