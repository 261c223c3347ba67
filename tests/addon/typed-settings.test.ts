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
    expect((desk.call('sidebarState') as { settings: unknown }).settings).toEqual({ closeDateSource: 'closedate', misclickSeconds: 0 });
    expect(stampOf(desk).generation).toBe(3);
    expect(Object.keys(desk.runtime.save().properties.document)).not.toContain('b24.settings');
    desk.call('saveSettings', { closeDateSource: 'history', misclickSeconds: 60 });
    expect((desk.call('sidebarState') as { settings: unknown }).settings).toEqual({ closeDateSource: 'history', misclickSeconds: 60 });
    expect(won(desk)).toBe(7);
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
