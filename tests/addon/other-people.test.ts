// Several people in one file: who may refresh, who is told what, two at once. On the built bundle.
import { act, type Desk, formulas, loadedDesk, open, rounded, sentence, won107 } from './loaded-desk';

describe('other people in the file', () => {
  test('somebody without a webhook is told who refreshes; their formulas work', () => {
    const desk = loadedDesk();
    const other = open({ runtime: { state: desk.runtime.save(), user: { email: 'second@example.com' } } });
    expect(sentence(() => other.call('refresh'))).toMatch(/подключил другой сотрудник/);
    expect(rounded(other.value(formulas[1] ?? ''))).toBe(610000);
  });

  test('a webhook of another portal with the same user number is not mixed in', () => {
    const desk = loadedDesk();
    const saved = desk.runtime.save();
    const properties = { ...saved.properties, document: { ...saved.properties.document } };
    properties.document['b24.connection'] = String(properties.document['b24.connection']).replace('127.0.0.1', 'other.bitrix24.ru');
    const mixed = open({ runtime: { state: { ...saved, properties } } });
    expect(sentence(() => mixed.call('refresh'))).toMatch(/Подключите портал в панели заново/);
  });

  test('two refreshes at once: the second says that one is running', () => {
    let desk: Desk | null = null;
    const said: string[] = [];
    const outer = open({
      intercept: () => {
        if (desk && said.length === 0) {
          said.push('');
          said[0] = sentence(() => desk?.call('refresh'));
        }
        return null;
      },
    });
    outer.connect();
    desk = outer;
    outer.refresh();
    expect(said).toEqual([expect.stringContaining('уже обновляются')]);
  });

  /** Another person's script run: ranges and sheets that are protected refuse, as Google does for everybody but the editors. */
  const protecting = `
    function guarded_(object, name) {
      return new Proxy(object, { get: (target, key) => {
        const member = target[key];
        if (typeof member !== 'function') return member;
        return (...args) => {
          if (/^(set|clear|insert|delete)/.test(String(key)) && PropertiesService.getDocumentProperties().getProperty('test.protected') === name())
            throw new Error('You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.');
          const answer = member.apply(target, args);
          return key === 'getRange' ? guarded_(answer, name) : answer;
        };
      } });
    }`;

  test('a sheet that Google refuses to write is named with what to do; the numbers are new, the other sheets written, the next refresh mends it', () => {
    const desk = loadedDesk({
      prelude: `${protecting}
        var RealApp = SpreadsheetApp;
        var refuses_ = () => PropertiesService.getDocumentProperties().getProperty('test.protected') === 'yes';
        SpreadsheetApp = new Proxy(RealApp, { get: (app, key) => key !== 'getActiveSpreadsheet' ? (typeof app[key] === 'function' ? (...args) => app[key](...args) : app[key]) : () => {
          const file = app.getActiveSpreadsheet();
          return new Proxy(file, { get: (target, name) => {
            const member = target[name];
            if (typeof member !== 'function') return member;
            return (...args) => {
              const answer = member.apply(target, args);
              if (name !== 'createDeveloperMetadataFinder') return answer;
              const finder = answer;
              return { withKey: (k) => ({ find: () => finder.withKey(k).find().map((one) => ({
                getValue: () => one.getValue(),
                getLocation: () => ({ getSheet: () => {
                  const sheet = one.getLocation().getSheet();
                  return one.getValue().indexOf('raw.leads') === 0 ? guarded_(sheet, () => refuses_() ? 'yes' : '') : sheet;
                } }),
              })) }) };
            };
          } });
        } });`,
    });
    act(desk, "PropertiesService.getDocumentProperties().setProperty('test.protected', 'yes')");
    desk.portal.mutate({ ...won107, leads: [{ id: 901, title: 'Новое имя', updatedTime: '2025-05-20T18:30:00+03:00' }] });
    const said = desk.refresh().text;
    expect(said).toMatch(/^Числа новые, но не записаны листы: Данные_Лиды\. На них прежние данные, на остальных листах новые/);
    expect(said).toContain('Попросите владельца файла');
    expect(said).not.toContain('Данные_Сделки');
    expect(desk.value(formulas[0] ?? '')).toBe(8);
    const stamp = desk.value('=B24_DATA');
    act(desk, "PropertiesService.getDocumentProperties().deleteProperty('test.protected')");
    expect(desk.refresh().text).toContain('Обновлено');
    expect(desk.refresh().text).toContain('Новых данных нет');
    expect(desk.value('=B24_DATA')).toBe(stamp);
  });
});
