// Who refreshes, what goes on by itself, and schedules: set, shown, taken over, removed, in a bound script and in a published add-on. On the built bundle.
// One file, because each case is another turn of the one schedule of a file.
import { act, sentence } from './loaded-desk';
import {
  day,
  handlers,
  hour,
  journal,
  type RunDesk,
  reopened,
  results,
  runDesk,
  runOut,
  schedule,
  second,
  shown,
  toasts,
  wait,
  without,
} from './run-desk';

const homes = ['bound', 'addon'] as const;
const menuRefresh = (desk: RunDesk): unknown => desk.runtime.run('menuRefresh', [], { as: 'menu' });
const bySecond = (desk: RunDesk, name: string, ...args: unknown[]): unknown =>
  desk.runtime.run(name, args, { as: 'sidebar', user: second });
const take = (count: number): string =>
  `for (let at = 0; at < ${count}; at++) ScriptApp.newTrigger('onOpen').timeBased().everyHours(1).create();`;

describe('who is refreshing', () => {
  /** What work says that is done while the first person refreshes. */
  function meanwhile(desk: RunDesk, work: () => unknown): string {
    let said = '';
    desk.at.next = () => {
      desk.clock.advance(60_000);
      said = sentence(work);
    };
    desk.call('refresh');
    return said;
  }

  test('a second refresh says who is refreshing and since when', () => {
    const desk = runDesk();
    bySecond(desk, 'connect', desk.webhook);
    expect(meanwhile(desk, () => bySecond(desk, 'refresh'))).toBe(
      'Данные уже обновляются в этом файле: user@example.com, с 18:00. Подождите, пока обновление закончится.',
    );
  });

  test('in English, and with the name of the connected user where Google keeps the e-mail back', () => {
    const desk = runDesk({ lang: 'en', runtime: without('userinfo.email') });
    expect(meanwhile(desk, () => desk.call('refresh'))).toMatch(/^This file is being refreshed already: [^,@]+, since 18:00\./);
  });

  test.each([
    ['nameless', { who: '', since: 1_747_753_200_000 }, 'кто-то, с 18:00'],
    ['left by a run that Google killed long ago', { who: 'ghost@example.com', since: 1 }, 'в этом файле. Подождите'],
  ])('a word that is %s names nobody', (_name, word, words) => {
    const desk = runDesk();
    const leave = `PropertiesService.getDocumentProperties().setProperty('b24.running', ${JSON.stringify(JSON.stringify(word))})`;
    const said = meanwhile(desk, () => {
      act(desk, leave);
      desk.call('refresh');
    });
    expect(said).toContain(words);
    expect(said).not.toContain('ghost');
  });

  test('approving pay and counting anew wait in the same way', () => {
    const desk = runDesk();
    desk.refresh();
    for (const [name, argument] of [
      ['approveMonth', '2025-04'],
      ['saveSettings', { closeDateSource: 'history', misclickSeconds: 0 }],
    ] as const)
      expect(meanwhile(desk, () => desk.call(name, argument))).toContain('уже обновляются в этом файле: user@example.com');
  });

  test('a run that is killed leaves its word, and nobody has to wait for it', () => {
    const desk = runDesk();
    const kill = { at: 'fetch', nth: 1, unflushed: 'kept' } as const;
    expect(sentence(() => desk.runtime.run('refresh', [], { as: 'sidebar', kill }))).toContain('Exceeded');
    const word = () => desk.runtime.save().properties.document['b24.running'];
    expect(word()).toContain('user@example.com');
    expect(desk.refresh().done).toBe(true);
    expect(word()).toBeUndefined();
  });
});

describe('a run whose time is used up', () => {
  test.each(homes)('goes on by itself from the menu (%s), and leaves no trigger behind', (home) => {
    const desk = runDesk({ runtime: { home } });
    runOut(desk);
    menuRefresh(desk);
    expect(toasts(desk)).toContain('Продолжится само через минуту');
    expect(handlers(desk)).toEqual(['continueRefresh']);
    wait(desk, 61_000);
    expect([handlers(desk), results(desk), desk.runtime.failures]).toEqual([[], ['готово', 'продолжается'], []]);
    expect(journal(desk)[0]?.['Что']).toBe('полная загрузка, продолжение');
    expect(desk.value('=B24_REVENUE("2025-05")')).toBe(610000);
  });

  test('goes on again when its continuation is not enough, with one trigger at a time', () => {
    const desk = runDesk();
    runOut(desk);
    menuRefresh(desk);
    runOut(desk);
    menuRefresh(desk);
    expect(handlers(desk)).toEqual(['continueRefresh']);
    runOut(desk);
    wait(desk, 61_000);
    expect(handlers(desk)).toEqual(['continueRefresh']);
    wait(desk, 61_000);
    expect([handlers(desk), results(desk)[0]]).toEqual([[], 'готово']);
  });

  test('is not continued when somebody has finished it meanwhile', () => {
    const desk = runDesk();
    runOut(desk);
    menuRefresh(desk);
    desk.refresh();
    const rows = journal(desk);
    wait(desk, 61_000);
    expect([handlers(desk), journal(desk)]).toEqual([[], rows]);
  });

  test('waits for whoever refreshes when its continuation comes', () => {
    const desk = runDesk();
    runOut(desk);
    menuRefresh(desk);
    desk.at.next = () => {
      wait(desk, 61_000);
      desk.clock.advance(245_000);
    };
    expect(desk.call('refresh')).toMatchObject({ done: false });
    expect(handlers(desk)).toEqual(['continueRefresh']);
    wait(desk, 61_000);
    expect([handlers(desk), results(desk)[0]]).toEqual([[], 'готово']);
  });

  test('in an add-on with a schedule goes on at the next tick; the refusal is remembered and the person told', () => {
    const desk = runDesk({ runtime: { home: 'addon' } });
    schedule(desk, { kind: 'hourly' });
    for (let time = 0; time < 2; time++) {
      runOut(desk);
      menuRefresh(desk);
      expect(handlers(desk)).toEqual(['scheduledRefresh']);
    }
    expect(toasts(desk)).toContain('при следующем обновлении по расписанию');
    const refused = () => Object.values(desk.runtime.save().properties.user['user@example.com'] ?? {}).includes('refused');
    expect(refused()).toBe(true);
    wait(desk, hour);
    expect(results(desk)[0]).toBe('готово');
    schedule(desk, { kind: 'off' });
    expect(refused()).toBe(false);
  });

  test.each([true, false])(
    'in an add-on that Google allows no one-shots within the hour says how to go on (in known words: %s)',
    (textsAsAssumed) => {
      const desk = runDesk({ runtime: { home: 'addon', switches: { addonOneShots: false, textsAsAssumed } } });
      runOut(desk);
      menuRefresh(desk);
      expect(toasts(desk)).toContain('Чтобы продолжить, нажмите «Обновить сейчас»');
      schedule(desk, { kind: 'hourly' });
      wait(desk, hour);
      expect([handlers(desk), results(desk)[0]]).toEqual([['scheduledRefresh'], 'готово']);
    },
  );

  test('in a bound script with twenty triggers says how to go on, and tries again next time', () => {
    const desk = runDesk();
    act(desk, take(20));
    runOut(desk);
    menuRefresh(desk);
    expect(toasts(desk)).toContain('Чтобы продолжить, нажмите «Обновить сейчас»');
    act(desk, 'ScriptApp.getProjectTriggers().forEach((one) => ScriptApp.deleteTrigger(one))');
    runOut(desk);
    menuRefresh(desk);
    expect(handlers(desk)).toEqual(['continueRefresh']);
  });

  test('from the panel is called again by the panel: no trigger is made', () => {
    const desk = runDesk();
    runOut(desk);
    expect(desk.call('refresh')).toMatchObject({ done: false });
    expect(handlers(desk)).toEqual([]);
  });
});

describe('a schedule', () => {
  test.each(homes)('hourly refreshes every hour (%s); who keeps it and when it last came is shown', (home) => {
    const desk = runDesk({ runtime: { home } });
    expect(shown(desk)).toEqual({ kind: 'off', hour: 6, owner: '', own: false, silent: false, last: '' });
    expect(schedule(desk, { kind: 'hourly' })).toMatchObject({ schedule: { kind: 'hourly', own: true, last: '' } });
    wait(desk, hour, 2);
    expect([results(desk), handlers(desk), desk.runtime.failures]).toEqual([['без изменений', 'готово'], ['scheduledRefresh'], []]);
    expect(journal(desk)[0]?.['Кто']).toBe('по расписанию: user@example.com');
    expect(shown(desk)).toMatchObject({ last: '20.05.2025 20:00', silent: false });
    expect(shown(desk).owner).toMatch(/^[А-Я].* \(user@example\.com\)$/);
    expect(desk.call('sidebarState')).toMatchObject({ schedule: shown(desk) });
  });

  test('daily comes at its hour in the zone of the file', () => {
    const desk = runDesk({ runtime: { timeZone: 'Asia/Yekaterinburg' } });
    schedule(desk, { kind: 'daily', hour: 7 });
    const at = desk.runtime.triggers()[0]?.nextRun ?? 0;
    expect(new Date(at + 5 * hour).toISOString().slice(0, 13)).toBe('2025-05-21T07');
  });

  test('on working days leaves out what «Календарь» calls a day off, and works where it says so', () => {
    const desk = runDesk();
    desk.refresh();
    desk.call('createInputSheets');
    const rows = Number(act(desk, "return file.getSheetByName('Календарь').getLastRow()"));
    for (const [at, date, kind] of [
      [1, '21.05.2025', 'выходной'],
      [2, '24.05.2025', 'рабочий'],
    ] as const) {
      desk.runtime.edit('Календарь', `A${rows + at}`, date);
      desk.runtime.edit('Календарь', `B${rows + at}`, kind);
    }
    schedule(desk, { kind: 'workdays', hour: 7 });
    // Another day is other numbers: «готово» without any news.
    const days: Record<string, string> = {};
    for (let at = 0; at < 6; at++) {
      wait(desk, day);
      const [row = {}] = journal(desk);
      days[(row['Начало'] ?? '').slice(0, 5)] = `${row['Итог']} ${row['Пояснение']}`.trim();
    }
    const off = 'пропущено По листу «Календарь» сегодня выходной.';
    expect(days).toEqual({
      '21.05': off,
      '22.05': 'готово',
      '23.05': 'готово',
      '24.05': 'готово',
      '25.05': off,
      '26.05': 'готово',
    });
  });

  test.each(homes)('set anew replaces the trigger (%s); switched off leaves none', (home) => {
    const desk = runDesk({ runtime: { home } });
    schedule(desk, { kind: 'hourly' });
    const [first] = desk.runtime.triggers();
    schedule(desk, { kind: 'daily', hour: 9 });
    expect(handlers(desk)).toEqual(['scheduledRefresh']);
    expect(desk.runtime.triggers()[0]?.id).not.toBe(first?.id);
    schedule(desk, { kind: 'off' });
    expect([handlers(desk), shown(desk).kind]).toEqual([[], 'off']);
  });

  test('in an add-on the continuation that waits gives its slot to the schedule', () => {
    const desk = runDesk({ runtime: { home: 'addon' } });
    runOut(desk);
    menuRefresh(desk);
    schedule(desk, { kind: 'hourly' });
    expect(handlers(desk)).toEqual(['scheduledRefresh']);
    wait(desk, hour);
    expect(results(desk)[0]).toBe('готово');
  });

  test.each(homes)(
    'of somebody else names its keeper and can be taken over (%s): the old trigger deletes itself and does nothing',
    (home) => {
      const desk = runDesk({ runtime: { home } });
      schedule(desk, { kind: 'hourly' });
      expect(shown(desk, second)).toMatchObject({ own: false });
      for (const kind of ['daily', 'off'])
        expect(sentence(() => schedule(desk, { kind }, second))).toMatch(
          /^Расписание ведёт .*user@example\.com\), изменить его может только он/,
        );
      expect(sentence(() => schedule(desk, { kind: 'hourly', takeOver: true }, second))).toContain('подключил другой сотрудник');
      bySecond(desk, 'connect', desk.webhook);
      schedule(desk, { kind: 'hourly', takeOver: true }, second);
      expect([shown(desk, second).own, shown(desk).own, handlers(desk).length]).toEqual([true, false, 2]);
      wait(desk, hour + 1000);
      expect([handlers(desk), results(desk), journal(desk)[0]?.['Кто']]).toEqual([
        ['scheduledRefresh'],
        ['готово'],
        'по расписанию: second@example.com',
      ]);
      schedule(desk, { kind: 'hourly', takeOver: true });
      expect(shown(desk).own).toBe(true);
    },
  );

  test('whose trigger is gone is shown to have stopped, after more than two of its periods', () => {
    const desk = runDesk();
    schedule(desk, { kind: 'hourly' });
    wait(desk, hour);
    act(desk, 'ScriptApp.getProjectTriggers().forEach((one) => ScriptApp.deleteTrigger(one))');
    wait(desk, 2 * hour - 60_000);
    expect(shown(desk).silent).toBe(false);
    wait(desk, 120_000);
    expect(shown(desk).silent).toBe(true);
    schedule(desk, { kind: 'daily' });
    wait(desk, day + hour);
    expect(shown(desk).silent).toBe(false);
  });

  test('needs an hour, a known kind, and a connection of one’s own', () => {
    const desk = runDesk();
    expect(sentence(() => schedule(desk, { kind: 'daily', hour: 24 }))).toContain('hour');
    expect(sentence(() => schedule(desk, { kind: 'minutely' }))).toContain('minutely');
    expect(sentence(() => schedule(desk, { kind: 'hourly' }, second))).toContain('подключил другой сотрудник');
    expect(handlers(desk)).toEqual([]);
  });

  test('that Google does not allow is a sentence, and none is shown', () => {
    const crowded = runDesk();
    act(crowded, take(20));
    expect(sentence(() => schedule(crowded, { kind: 'hourly' }))).toContain('слишком много триггеров');
    expect(shown(crowded).kind).toBe('off');
    const poor = reopened(runDesk(), { runtime: without('script.scriptapp') });
    expect(sentence(() => schedule(poor, { kind: 'hourly' }))).toContain('https://script.google.com/');
    expect(shown(poor).kind).toBe('off');
  });

  test('ends when its keeper disconnects the portal; somebody else who disconnects leaves it', () => {
    const desk = runDesk();
    bySecond(desk, 'connect', desk.webhook);
    schedule(desk, { kind: 'hourly' });
    bySecond(desk, 'disconnect');
    expect(handlers(desk)).toEqual(['scheduledRefresh']);
    desk.call('disconnect');
    expect([handlers(desk), shown(desk).kind]).toEqual([[], 'off']);
  });

  test('that comes while somebody refreshes is skipped, and the journal says why', () => {
    const desk = runDesk();
    schedule(desk, { kind: 'hourly' });
    desk.clock.advance(hour - 1000);
    desk.at.next = () => wait(desk, 2000);
    desk.refresh();
    expect(results(desk)).toEqual(['пропущено', 'готово']);
    expect(journal(desk)[0]?.['Пояснение']).toContain('уже обновляются в этом файле: user@example.com, с ');
    wait(desk, hour);
    expect(results(desk)[0]).toBe('без изменений');
  });

  test('a run of the handler that no trigger started does nothing', () => {
    const desk = runDesk();
    schedule(desk, { kind: 'hourly' });
    desk.runtime.run('scheduledRefresh', [], { as: 'editor' });
    expect([handlers(desk), desk.portal.notifications]).toEqual([['scheduledRefresh'], []]);
  });
});
