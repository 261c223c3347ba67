// A portal that was renamed (bitrix24-rest 1.1) is followed once and stays the same portal; any other redirect is a sentence, and the secret goes nowhere. On the
// built bundle.
import type { HostRequest } from '../../local/runtime/transport';
import golden from '../golden/kpi-example/kpi-example.json';
import { act, connected, loadedDesk, numbers, open, sentence, won107 } from './loaded-desk';
import { card, loadedByOauth, readable, tokenRequests } from './oauth-desk';

const old = 'acme.bitrix24.ru';
const renamed = 'acme-new.bitrix24.ru';
const names = [old, renamed];
const data = { ...golden.inputs, portal: { host: old } };

/** A file connected by a webhook at the portal's old name; `asked` notes hosts and paths. */
function atOldName(options: Parameters<typeof open>[0] = {}) {
  const asked: string[] = [];
  const desk = open({
    data,
    names,
    ...options,
    intercept: (body, nth, request) => {
      asked.push(`${request.host}${request.path}`);
      return options.intercept?.(body, nth, request) ?? null;
    },
  });
  desk.call('connect', `https://${old}${desk.portal.webhookPath}`);
  return Object.assign(desk, { asked });
}

const rename = { portal: { host: renamed } };
const hosts = (asked: readonly string[]): string[] => [...new Set(asked.map((one) => one.split('/')[0] ?? ''))];
const links = (desk: ReturnType<typeof open>): string[] => {
  const rows = desk.value("='Данные_Сделки'!A1:Z18") as unknown[][];
  const at = (rows[0] ?? []).indexOf('Ссылка');
  return rows
    .slice(1)
    .map((row) => String(row[at]))
    .filter((link) => link !== '')
    .map((link) => new URL(link).host);
};

describe('a renamed portal', () => {
  test('is followed, remembered and stays the same portal: nothing is asked at the old name again, and cards are linked by the new one', () => {
    const desk = atOldName();
    desk.refresh();
    const whole = numbers(desk);
    desk.portal.mutate({ ...won107, ...rename });
    desk.asked.length = 0;
    expect(desk.refresh().done).toBe(true);
    expect(hosts(desk.asked)).toEqual([old, renamed]);
    expect(numbers(desk)).not.toEqual(whole);
    expect(desk.call('sidebarState')).toMatchObject({ portal: renamed, own: true });
    const sum = numbers(desk);
    desk.asked.length = 0;
    desk.refresh();
    expect(hosts(desk.asked)).toEqual([renamed]);
    expect([...new Set(links(desk))]).toEqual([renamed]);
    expect(numbers(desk)).toEqual(sum);
  });

  test('keeps the months that were approved', () => {
    const desk = atOldName();
    desk.refresh();
    desk.call('createInputSheets');
    desk.runtime.edit('Схема мотивации', 'E2', 'все');
    const settings = "file.getSheetByName('Настройки').getDataRange().getValues()";
    const row = Number(act(desk, `return ${settings}.findIndex(([name]) => name === 'Показывать мотивацию') + 1`));
    desk.runtime.edit('Настройки', `B${row}`, 'да');
    desk.call('approveMonth', '');
    const status = '=B24_BONUS("2025-04";"Анна";;"статус";B24_DATA)';
    expect(desk.value(status)).toBe('утверждено');
    desk.portal.mutate({ ...won107, ...rename });
    desk.refresh();
    desk.refresh();
    expect([desk.value(status), links(desk)[0]]).toEqual(['утверждено', renamed]);
    expect(sentence(() => desk.call('approveMonth', '2025-04'))).not.toBe('no error');
  });

  test('keeps what was remembered of it', () => {
    const desk = atOldName();
    desk.refresh();
    desk.portal.mutate({
      deals: [{ id: 101, opportunity: 777_000, updatedTime: '2025-05-20T18:40:00+03:00' }],
      now: '2025-05-20T19:00:00+03:00',
    });
    desk.refresh();
    const changes = desk.value('=B24_CHANGES("2025-05")');
    expect(JSON.stringify(changes)).toContain('777000');
    desk.portal.mutate(rename);
    desk.refresh();
    desk.refresh();
    expect(desk.value('=B24_CHANGES("2025-05")')).toEqual(changes);
    desk.call('saveSettings', { closeDateSource: 'history', misclickSeconds: 60 });
    expect(JSON.stringify(desk.value('=B24_CHANGES("2025-05")'))).toContain('777000');
  });

  test('that gets its old name back is the same portal still', () => {
    const desk = atOldName();
    desk.refresh();
    for (const host of [renamed, old, renamed]) {
      desk.portal.mutate({ portal: { host } });
      desk.refresh();
      expect(desk.refresh().done).toBe(true);
      expect(desk.call('sidebarState')).toMatchObject({ portal: host });
    }
    expect(numbers(desk)).toEqual(numbers(loadedDesk()));
  });

  test('is followed in the middle of a load, and by a webhook that is pasted with the old name', () => {
    const desk = atOldName({
      intercept: (_body, nth) => {
        if (nth === 3) desk.portal.mutate(rename);
        return null;
      },
    });
    desk.refresh();
    desk.refresh();
    expect(desk.call('sidebarState')).toMatchObject({ portal: renamed });
    expect(numbers(desk)).toEqual(numbers(loadedDesk()));
    desk.call('connect', `https://${old}${desk.portal.webhookPath}`);
    expect(desk.call('sidebarState')).toMatchObject({ portal: renamed });
    expect(desk.refresh().text).toContain('Новых данных нет');
  });

  test('that was connected by OAuth keeps its tokens', () => {
    const desk = loadedByOauth();
    const whole = numbers(desk);
    desk.portal.mutate(rename);
    desk.clock.advance(3_600_000);
    desk.refresh();
    desk.refresh();
    expect(desk.call('sidebarState')).toMatchObject({ portal: renamed });
    expect([tokenRequests(desk), numbers(desk)]).toEqual([2, whole]);
    for (const secret of desk.secrets) expect(readable(desk)).not.toContain(secret);
    expect(card.portal).toContain(old);
  });

  test('is followed by everybody who connected it, each with a webhook of their own', () => {
    const desk = atOldName();
    desk.refresh();
    desk.runtime.run('connect', [`https://${old}${desk.portal.webhookPath}`], { as: 'sidebar', user: 'second@example.com' });
    desk.portal.mutate(rename);
    desk.refresh();
    desk.portal.mutate(won107);
    expect(desk.runtime.run('refresh', [], { as: 'sidebar', user: 'second@example.com' })).toMatchObject({ done: true });
    desk.asked.length = 0;
    desk.runtime.run('refresh', [], { as: 'sidebar', user: 'second@example.com' });
    expect(hosts(desk.asked)).toEqual([renamed]);
  });

  test('killed at any call of the refresh that meets the new name, the next refresh completes under it', () => {
    const counts = (call: string): boolean => /\.(setProperty|releaseLock|fetchAll)$/.test(call);
    for (let nth = 1; ; nth++) {
      const desk = atOldName();
      desk.refresh();
      desk.portal.mutate(rename);
      const died = sentence(() => desk.runtime.run('refresh', [], { as: 'sidebar', kill: { at: 'call', nth, unflushed: 'lost', counts } }));
      if (died === 'no error') break;
      desk.refresh();
      expect([nth, desk.call('sidebarState')]).toEqual([nth, expect.objectContaining({ portal: renamed })]);
      expect(nth).toBeLessThan(100);
    }
  });

  test('whose old name was given to another portal is not taken for it', () => {
    const desk = atOldName();
    desk.refresh();
    desk.portal.mutate(rename);
    desk.refresh();
    const state = desk.runtime.save();
    const stranger = { ...golden.inputs, portal: { host: old, webhook: { userId: 12, code: 'strangers0code' } } };
    const other = open({ data: stranger, names, runtime: { state } });
    other.call('connect', `https://${old}/rest/12/strangers0code/`);
    expect(sentence(() => other.refresh())).toContain('Подтвердите');
  });
});

describe('a redirect that is no renaming', () => {
  const elsewhere: readonly (readonly [string, (path: string) => string, string])[] = [
    ['to a page of its own', () => '/auth/?backurl=%2Frest%2F', 'переадресует на другую страницу'],
    ['to a login page', () => 'https://www.bitrix24.net/oauth/authorize/', 'www.bitrix24.net'],
    ['to another path of a cloud name', () => `https://${renamed}/rest/7/other0code/batch`, renamed],
    ['to plain http', (path) => `http://${renamed}${path}`, renamed],
    ['to a host that is not Bitrix24’s', (path) => `https://acme.example${path}`, 'acme.example'],
    ['to a name that only looks like Bitrix24’s', (path) => `https://acme.bitrix24.ru.evil.example${path}`, 'evil.example'],
    ['to a site of somebody', (path) => `https://acme.bitrix24.site${path}`, 'acme.bitrix24.site'],
    ['to loopback', (path) => `http://127.0.0.1:8080${path}`, '127.0.0.1'],
    ['to a name with a person in it', (path) => `https://${renamed}@evil.example${path}`, 'переадресует на другую страницу'],
  ];

  test.each(elsewhere)('%s stops the refresh with a sentence that holds no secret; the secret goes nowhere', (_, location, words) => {
    let broken = false;
    const asked: string[] = [];
    const intercept = (_body: string, _nth: number, request: HostRequest & { host: string }) => {
      asked.push(request.host);
      return broken ? { status: 302, headers: { Location: location(request.path) }, body: '' } : null;
    };
    const desk = atOldName({ intercept });
    desk.refresh();
    const whole = numbers(desk);
    broken = true;
    asked.length = 0;
    const said = sentence(() => desk.refresh());
    expect(said).toContain(words);
    expect(said).not.toContain('demo0secret0code');
    expect(asked.every((host) => host === old)).toBe(true);
    broken = false;
    desk.refresh();
    expect(desk.call('sidebarState')).toMatchObject({ portal: old });
    expect(numbers(desk)).toEqual(whole);
  });

  test('to one name and from there to another is followed once only', () => {
    let broken = false;
    const desk = atOldName({
      intercept: (_body, _nth, request) => {
        if (!broken) return null;
        const next = request.host === old ? renamed : 'third.bitrix24.ru';
        return { status: 302, headers: { Location: `https://${next}${request.path}` }, body: '' };
      },
    });
    desk.refresh();
    broken = true;
    expect(sentence(() => desk.refresh())).toContain('third.bitrix24.ru');
    expect(hosts(desk.asked)).not.toContain('third.bitrix24.ru');
    broken = false;
    expect(desk.refresh().done).toBe(true);
    expect(desk.call('sidebarState')).toMatchObject({ portal: old });
  });

  test('where the new name does not take the webhook, the old name stays', () => {
    let broken = false;
    const desk = atOldName({
      intercept: (_body, _nth, request) => {
        if (!broken) return null;
        if (request.host === old) return { status: 302, headers: { Location: `https://${renamed}${request.path}` }, body: '' };
        return { status: 401, headers: {}, body: '{"error":"INVALID_CREDENTIALS","error_description":"Invalid request credentials"}' };
      },
    });
    desk.refresh();
    broken = true;
    expect(sentence(() => desk.refresh())).toContain('не принял вебхук');
    broken = false;
    desk.asked.length = 0;
    desk.refresh();
    expect(hosts(desk.asked)).toEqual([old]);
  });

  test('of an emulated portal may lead to another emulated one, of a real one not', () => {
    const desk = connected({ names: ['renamed.bitrix24.test'] });
    desk.refresh();
    desk.portal.mutate({ portal: { host: 'localhost:9999' } });
    expect(sentence(() => desk.refresh())).toContain('Портал не отвечает');
    expect(act(desk, "return PropertiesService.getDocumentProperties().getProperty('b24.renamed')")).toBeNull();
  });
});
