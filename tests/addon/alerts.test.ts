// Word by the rules of «Настройки» after a refresh: once per incident, by the ways that are on, and never at the cost of the refresh. On the built bundle.
import golden from '../golden/kpi-example/kpi-example.json';
import { project } from './loaded-desk';
import { at, companyPlan, typePlan } from './plans-desk';
import { day, hour, journal, type RunDesk, reopened, results, revoked, runDesk, schedule, second, wait, without } from './run-desk';

const titles = (desk: RunDesk): string[] => desk.runtime.outbox.map(({ subject }) => subject.replace(/ – .*/, '').replace(/\u00a0/g, ' '));
const told = (desk: RunDesk): string => String(JSON.parse(desk.runtime.save().properties.document['b24.alerts'] ?? '{}')['pace'] ?? '');

let made: RunDesk | null = null;

/** A loaded file with its input sheets that refreshes every hour. */
function hourly(options: Parameters<typeof runDesk>[0] = {}): RunDesk {
  const desk = runDesk(options);
  desk.refresh();
  desk.call('createInputSheets');
  schedule(desk, { kind: 'hourly' });
  return desk;
}

/** The same with rules. */
function ruled(rules: Readonly<Record<string, unknown>>, own?: RunDesk): RunDesk {
  made = made ?? hourly();
  const desk = own ?? reopened(made);
  desk.call('saveSettings', rules);
  return desk;
}
const planned = (desk: RunDesk, period: string, target: string, row = 3): void => typePlan(desk, row, companyPlan(period, target));

/** A person types another target. */
const retarget = (desk: RunDesk, target: string, row = 3): void => desk.runtime.edit('Планы', `${at('План')}${row}`, target);

test('behind the plan is told once to the keeper of the schedule, and again after it was over', () => {
  const desk = ruled({ alertPace: 0.1 });
  planned(desk, '2025-05', '2000000');
  wait(desk, hour, 3);
  expect(titles(desk)).toEqual(['Битрикс24 KPI: план отстаёт на 45,1 %']);
  const [mail] = desk.runtime.outbox;
  expect([mail?.to, mail?.body.replace(/\u00a0/g, ' ')]).toEqual([
    'user@example.com',
    expect.stringMatching(/выиграно на 610 000 RUB.*нужно по 173 750 RUB.*\n\nФайл: .*\nhttps:\/\/docs\.google\.com\/[\s\S]*«Настройки»/),
  ]);
  retarget(desk, '1000');
  wait(desk, hour);
  expect(told(desk)).toBe('');
  retarget(desk, '2000000');
  wait(desk, hour, 2);
  expect([titles(desk).length, desk.runtime.failures]).toEqual([2, []]);
});

test('of another month it is told again', () => {
  const desk = ruled({ alertPace: 0.1 });
  planned(desk, '2025-05', '2000000');
  planned(desk, '2025-06', '2000000', 4);
  wait(desk, hour);
  expect(told(desk)).toBe('2025-05');
  wait(desk, 14 * day);
  expect([told(desk), desk.runtime.outbox.length]).toEqual(['', 1]);
  wait(desk, 7 * day, 2);
  expect([told(desk), desk.runtime.outbox.length]).toEqual(['2025-06', 2]);
});

test('stuck deals are told with the dearest, in English too', () => {
  const desk = ruled({ alertStuck: 400000 }, hourly({ lang: 'en' }));
  wait(desk, hour, 2);
  expect(titles(desk)).toEqual(['Bitrix24 KPI: stuck deals of 445,000 RUB']);
  expect(desk.runtime.outbox[0]?.body.replace(/\u00a0/g, ' ')).toMatch(
    /Stuck deals: 4, worth 445,000 RUB.*"Deal 108", Анна А\., 180,000 RUB.*\n\nFile: /,
  );
});

test('a refresh by hand tells the keeper too; without a schedule whoever refreshes', () => {
  const desk = ruled({ alertStuck: 400000 });
  desk.runtime.run('connect', [desk.webhook], { as: 'sidebar', user: second });
  desk.runtime.run('refresh', [], { as: 'sidebar', user: second });
  desk.call('saveSettings', { alertStuck: null });
  desk.refresh();
  schedule(desk, { kind: 'off' });
  desk.call('saveSettings', { alertStuck: 400000 });
  desk.runtime.run('refresh', [], { as: 'sidebar', user: second });
  expect(desk.runtime.outbox.map(({ to }) => to)).toEqual(['user@example.com', second]);
});

test('in Bitrix24 each rule is a notification of its own, with the brackets of titles made harmless', () => {
  const deals = golden.inputs.deals.map((deal) =>
    deal.id === 108 ? { ...deal, title: '[URL=http://evil]Дом[/URL]\nвторая строка' } : deal,
  );
  const desk = ruled(
    { alertPace: 0.1, alertStuck: 400000, mailNotices: false, chatNotices: true },
    hourly({ data: { ...golden.inputs, deals } }),
  );
  planned(desk, '2025-05', '2000000');
  wait(desk, hour, 2);
  const messages = desk.portal.notifications.map(({ tag, message }) => `${tag} ${message}`);
  expect([messages.length, desk.runtime.outbox.length]).toEqual([2, 0]);
  expect(messages).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^b24kpi\.\S+\.pace Битрикс24 KPI, файл «.*План компании на май 2025 отстаёт/),
      expect.stringMatching(/^b24kpi\.\S+\.stuck .*«\(URL=http:\/\/evil\)Дом\(\/URL\) вторая строка», Анна А\./),
    ]),
  );
});

test('while no way is on nobody is told; whoever switches one on learns of what holds', () => {
  const desk = ruled({ alertStuck: 400000, mailNotices: false });
  wait(desk, hour);
  desk.call('saveSettings', { mailNotices: true });
  wait(desk, hour, 2);
  expect(titles(desk)).toEqual(['Битрикс24 KPI: застряли сделки на 445 000 RUB']);
});

test('what cannot be sent is told by the journal, tried again, and the refresh stands', () => {
  const desk = ruled({ alertStuck: 400000 });
  const mute = reopened(desk, { runtime: without('script.send_mail') });
  wait(mute, hour);
  expect([results(mute)[0], journal(mute)[0]?.['Пояснение']]).toEqual([
    expect.stringMatching(/готово|без изменений/),
    expect.stringContaining('О правилах из настроек сообщить не удалось'),
  ]);
  const mended = reopened(mute);
  wait(mended, hour);
  expect(titles(mended).length).toBe(1);
  expect(journal(mended)[0]?.['Пояснение']).toBe('');
});

test('what cannot be computed is told by the journal, and the refresh stands', () => {
  const desk = ruled({ alertStuck: 400000 });
  const { code, ...rest } = project();
  const broken = reopened(desk, {
    runtime: { project: { ...rest, code: `${code}\nfunction ruleStates_() { throw new Error('Service error'); }` } },
  });
  wait(broken, hour);
  expect([results(broken)[0], journal(broken)[0]?.['Пояснение']]).toEqual([
    expect.stringMatching(/готово|без изменений/),
    expect.stringMatching(/О правилах из настроек сообщить не удалось/),
  ]);
  expect(broken.runtime.outbox).toEqual([]);
});

test('a refresh that fails tells no rule', () => {
  const desk = ruled({ alertStuck: 400000 });
  desk.at.answer = revoked;
  wait(desk, hour);
  expect(titles(desk)).toEqual(['Битрикс24 KPI: обновление не работает']);
});

test('a rule that is switched off forgets what it told', () => {
  const desk = ruled({ alertStuck: 400000 });
  wait(desk, hour);
  desk.call('saveSettings', { alertStuck: null });
  wait(desk, hour);
  desk.call('saveSettings', { alertStuck: 400000 });
  wait(desk, hour);
  expect(titles(desk).length).toBe(2);
});
