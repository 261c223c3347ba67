// Settings typed into the input sheets, by hand or by the panel, and the facts that follow. On the built bundle.
import { settingKey, wordName } from '../../src/inputs/words';
import golden from '../golden/kpi-example/kpi-example.json';
import { act, type Desk, fresh, loadedDesk, sheetNames } from './loaded-desk';
import { withSheets } from './plans-desk';
import { shownRows, stampOf } from './typed-inputs';

describe('settings that change facts', () => {
  const won = (desk: Desk): unknown => fresh(desk).value('=B24_DEALS("2025-05";;;"выиграно";B24_DATA)');

  test('the panel writes «Настройки», making it when it is missing, and the numbers follow', () => {
    const desk = loadedDesk();
    const active = act(desk, 'return file.getActiveSheet().getName()');
    desk.call('saveSettings', { closeDateSource: 'closedate', misclickSeconds: 0 });
    expect(sheetNames(desk)).toContain('Настройки');
    expect(act(desk, 'return file.getActiveSheet().getName()')).toBe(active);
    expect((desk.call('sidebarState') as { settings: unknown }).settings).toMatchObject({
      closeDateSource: 'closedate',
      misclickSeconds: 0,
    });
    expect(stampOf(desk).generation).toBe(3);
    expect(Object.keys(desk.runtime.save().properties.document)).not.toContain('b24.settings');
    desk.call('saveSettings', { closeDateSource: 'history', misclickSeconds: 60 });
    expect((desk.call('sidebarState') as { settings: unknown }).settings).toMatchObject({
      closeDateSource: 'history',
      misclickSeconds: 60,
    });
    expect(won(desk)).toBe(7);
  });

  test('every setting of the panel is typed into «Настройки» and read back; what facts do not stand on derives none', () => {
    const desk = loadedDesk();
    const before = stampOf(desk).generation;
    const form = {
      countToday: false,
      statusGreen: 0.955,
      statusYellow: 0.7,
      minElapsedDays: 5,
      dealFields: ['ufCrm_1', 'Почему'],
      payVisible: true,
      rawSheets: ['products', 'contacts'],
      alertPace: 0.125,
      alertStuck: 1500000.5,
      mailNotices: false,
      chatNotices: true,
    };
    desk.call('saveSettings', form);
    expect((desk.call('sidebarState') as { settings: unknown }).settings).toMatchObject(form);
    expect(stampOf(desk).generation).toBe(before);
    desk.call('saveSettings', { defaultPipelines: ['Повторные продажи'] });
    expect((desk.call('sidebarState') as { settings: unknown }).settings).toMatchObject({
      ...form,
      defaultPipelines: ['Повторные продажи'],
    });
    expect(stampOf(desk).generation).toBe(before + 1);
    const none = { defaultPipelines: [], dealFields: [], rawSheets: [], alertPace: null, alertStuck: null };
    desk.call('saveSettings', none);
    expect((desk.call('sidebarState') as { settings: unknown }).settings).toMatchObject(none);
    const rows = shownRows(desk, 'Настройки').map(([name, value]) => [name, value]);
    expect(rows).toEqual(
      expect.arrayContaining([
        ['Листы данных', 'нет'],
        ['Уведомить: застрявшие сделки', ''],
      ]),
    );
  });

  test.each([
    [{ statusGreen: 'много' }],
    [{ minElapsedDays: 1.5 }],
    [{ payVisible: 'да' }],
    [{ dealFields: ['a; b'] }],
    [{ defaultPipelines: 'все' }],
    [{ closeDateSource: '=1' }],
    [{ rawSheets: ['deals'] }],
    [{ rawSheets: 'все' }],
    [{ alertPace: 1.5 }],
    [{ alertPace: '15 %' }],
    [{ alertStuck: -1 }],
    [{ locale: 'de_DE' }],
  ])('a setting that is none is refused with a sentence: %j', (form) => {
    const desk = loadedDesk();
    expect(() => desk.call('saveSettings', form)).toThrow(/Настройк|настройк|Недопуст|допуст/);
    expect(sheetNames(desk)).not.toContain('Настройки');
  });

  test('the panel is offered pipelines and the portal’s custom fields; a trial of the notice is sent by the ways that are on', () => {
    const desk = loadedDesk();
    desk.portal.mutate({
      userFields: [{ ENTITY_ID: 'CRM_DEAL', ID: '5', FIELD_NAME: 'UF_CRM_77', USER_TYPE_ID: 'string', EDIT_FORM_LABEL: { ru: 'Почему' } }],
    });
    expect(desk.call('settingChoices')).toEqual({
      pipelines: expect.arrayContaining(['Повторные продажи']),
      managers: expect.arrayContaining(['Анна А.']),
      failStages: expect.arrayContaining([expect.stringContaining('провал')]),
      dealFields: [{ name: 'ufCrm_77', title: 'Почему' }],
    });
    expect(desk.call('testNotice')).toContain('Отправлено');
    desk.call('saveSettings', { mailNotices: false });
    expect(desk.call('testNotice')).toContain('выключены');
    desk.call('saveSettings', { chatNotices: true });
    expect(desk.call('testNotice')).toContain('Отправлено');
    expect(desk.portal.notifications.length).toBe(1);
  });

  test('junk stages are ticked in the panel, stand in «Нормы», and their deals are lost no more; a row that a person typed keeps its place', () => {
    const desk = loadedDesk();
    const { failStages } = desk.call('settingChoices') as { failStages: string[] };
    const lost = () => fresh(desk).value('=B24_DEALS("2025";;;"проиграно";B24_DATA)');
    const shown = () => (desk.call('sidebarState') as { settings: { junkStages: string[] } }).settings.junkStages;
    const before = Number(lost());
    desk.call('saveSettings', { junkStages: failStages });
    expect([lost(), shown()]).toEqual([0, failStages]);
    const rows = () => shownRows(desk, 'Нормы').filter(([norm]) => norm === 'Мусорная стадия');
    expect(rows().map(([, subject, value]) => [subject, value])).toEqual(failStages.map((name) => [name, 'да']));
    desk.call('saveSettings', { junkStages: failStages.slice(1) });
    expect([rows().map((row) => row[2]), shown()]).toEqual([failStages.map((_, at) => (at === 0 ? 'нет' : 'да')), failStages.slice(1)]);
    desk.call('saveSettings', { junkStages: [] });
    expect([lost(), shown(), rows().length]).toEqual([before, [], failStages.length]);
    expect(() => desk.call('saveSettings', { junkStages: ['Нет такой'], misclickSeconds: 5 })).toThrow(/Нет такой/);
    expect(() => desk.call('saveSettings', { junkStages: failStages, zone: 'Nowhere/None' })).toThrow();
    expect([shown(), rows().map((row) => row[2])]).toEqual([[], failStages.map(() => 'нет')]);
  });

  test('a refused setting changes nothing', () => {
    const desk = loadedDesk();
    expect(() => desk.call('saveSettings', { closeDateSource: 'closedate', misclickSeconds: -1 })).toThrow('0…3600');
    expect(sheetNames(desk)).not.toContain('Настройки');
  });

  test('the field of loss reasons, typed into «Нормы», is asked for with all deals, and a value of its list is its text', () => {
    const field = {
      ENTITY_ID: 'CRM_DEAL',
      ID: '5',
      FIELD_NAME: 'UF_CRM_1721244482250',
      USER_TYPE_ID: 'enumeration',
      EDIT_FORM_LABEL: { ru: 'Почему' },
    };
    const list = [
      { ID: '44', VALUE: 'Дорого' },
      { ID: '45', VALUE: 'Долго' },
    ];
    const lost = golden.inputs.deals.filter((deal) => deal.stageSemanticId === 'F').map(({ id }) => id);
    const deals = golden.inputs.deals.map((deal) => ({
      ...deal,
      ufCrm_1721244482250: deal.id === lost[0] ? 44 : deal.id === lost[1] ? 45 : null,
    }));
    const desk = loadedDesk({ data: { ...golden.inputs, deals, userFields: [{ ...field, LIST: list }] } });
    const reasons = (): unknown =>
      act(fresh(desk), "return [...new Set(factsSource_().load(['losses']).losses.reason)].filter(Boolean).sort()");
    expect(reasons()).toEqual([]);
    desk.call('createInputSheets');
    const rows = shownRows(desk, 'Нормы');
    const row = rows.findIndex(([norm]) => norm === 'Поле причины отказа') + 1;
    desk.runtime.edit('Нормы', `C${row}`, 'UF_CRM_1721244482250');
    const { generation } = desk.refresh();
    expect([generation, reasons()]).toEqual([3, ['Долго', 'Дорого']]);
    expect(desk.refresh().generation).toBe(3);
    desk.portal.mutate({ userFields: [{ ...field, LIST: [{ ID: '44', VALUE: 'Цена' }, list[1]] }] } as never);
    expect([desk.refresh().generation, reasons()]).toEqual([4, ['Долго', 'Цена']]);
  });

  test('typed into the sheet they count from the next refresh on, or at once by «Пересчитать»', () => {
    const desk = withSheets();
    const rows = shownRows(desk, 'Настройки');
    const row = rows.findIndex(([name]) => settingKey(name ?? '') === 'closeDateSource') + 1;
    desk.runtime.edit('Настройки', `B${row}`, wordName('closedate', 'ru'));
    expect(stampOf(desk).generation).toBe(2);
    desk.runtime.run('menuRecalculate', [], { as: 'menu' });
    expect(stampOf(desk).generation).toBe(3);
    expect(desk.refresh().generation).toBe(3);
    desk.runtime.edit('Настройки', `B${row}`, wordName('history', 'ru'));
    expect(desk.refresh().generation).toBe(4);
  });
});
