// What Google refuses the add-on, and where it lives: one sentence without the secret, the old numbers stay. On the built bundle.
import type { Clock } from '../../local/clock';
import golden from '../golden/kpi-example/kpi-example.json';
import { bundle } from './desk';
import { act, type Desk, loadedDesk, now, numbers, open, project, sentence, won107 } from './loaded-desk';

describe('Google', () => {
  const failing = (message: string) =>
    `var RealFetch = UrlFetchApp; UrlFetchApp = { fetchAll: (wave) => { const text = PropertiesService.getDocumentProperties().getProperty('test.fail'); if (text) throw new Error(${JSON.stringify(message)}.replace('URL', wave[0].url)); return RealFetch.fetchAll(wave); } };`;

  test.each([
    ['the fetch quota is used up', 'Service invoked too many times for one day: urlfetch.', 'суточный лимит'],
    ['the address is unavailable', 'Address unavailable: URL', 'Портал не отвечает (Address unavailable)'],
    ['the administrator forbids it', 'UrlFetch calls to URL are not permitted by your admin', 'администратор'],
    [
      'bandwidth is used up',
      'Bandwidth quota exceeded: URL. Try reducing the rate of data transfer.',
      'Портал не отвечает (Bandwidth quota exceeded',
    ],
  ])('says %s: one sentence without the secret, old numbers stay', (_name, message, words) => {
    const desk = loadedDesk({ prelude: failing(message) });
    const whole = numbers(desk);
    act(desk, "PropertiesService.getDocumentProperties().setProperty('test.fail', 'yes')");
    const said = sentence(() => desk.refresh());
    const code = desk.webhook.split('/').at(-2) ?? '';
    expect(said).toContain(words);
    expect(said).not.toContain(code);
    desk.runtime.run('menuRefresh', [], { as: 'menu' });
    expect(JSON.stringify(desk.runtime.uiEvents)).not.toContain(code);
    expect(numbers(desk)).toEqual(whole);
    const saved = desk.runtime.save();
    expect(JSON.stringify({ ...saved, properties: { ...saved.properties, user: {} } })).not.toContain(code);
  });

  test.each([
    ['script.external_request', 'refresh', 'разреш'],
    ['script.container.ui', 'showSidebar', ''],
  ])('without the scope %s says in a sentence what to do', (scope, name, words) => {
    const desk = loadedDesk();
    const { manifest } = bundle;
    const scopes = manifest.oauthScopes?.filter((one) => !one.endsWith(scope)) ?? [];
    const poor = open({
      runtime: { state: desk.runtime.save(), project: { ...project(), manifest: { ...manifest, oauthScopes: scopes } } },
    });
    const said = sentence(() => poor.call(name));
    expect(said).not.toBe('no error');
    if (words) expect(said).toContain(words);
  });

  test('tells a full file in one sentence, and the old numbers stay', () => {
    const desk = loadedDesk();
    const whole = numbers(desk);
    act(desk, "const s = file.insertSheet('Чужой'); s.insertRowsAfter(1000, 380000)");
    const room = (): number =>
      Number(act(desk, 'return 10000000 - file.getSheets().reduce((n, s) => n + s.getMaxRows() * s.getMaxColumns(), 0)'));
    act(desk, `const s = file.getSheetByName('Чужой'); s.insertRowsAfter(1000, ${Math.floor(room() / 26)})`);
    const deals = Array.from({ length: 60 }, (_, at) => ({
      ...golden.inputs.deals[0],
      id: 900_000 + at * 5000,
      title: `Новая ${at}`,
      updatedTime: '2025-05-20T18:30:00+03:00',
    }));
    desk.portal.mutate({ deals, now: '2025-05-20T19:00:00+03:00' } as never);
    let said = '';
    try {
      said = desk.refresh().text;
    } catch (error) {
      said = String((error as Error).message);
      expect(numbers(desk)).toEqual(whole);
    }
    expect(said).toContain('кончаются ячейки');
  });
});

describe('the home of the script', () => {
  test('an add-on that is not yet used in the file shows its menu in AuthMode NONE', () => {
    const desk = open({ runtime: { home: 'addon' } });
    desk.runtime.open();
    expect(desk.runtime.failures).toEqual([]);
    expect(desk.runtime.menus().length).toBeGreaterThan(0);
  });

  test.each(['bound', 'addon'] as const)('%s: an unfinished file answers formulas with one sentence in its language', (home) => {
    for (const [lang, words] of [
      ['ru', 'Данных ещё нет'],
      ['en', 'There is no data yet'],
    ] as const) {
      const desk = open({ lang, runtime: { home } });
      expect(desk.value('=B24_REVENUE()')).toContain(words);
    }
  });

  test('formulas answer while a commit is between its steps: the old numbers, then the new ones', () => {
    let calls = 0;
    let inner: Desk | null = null;
    let watching = false;
    const seen = new Set<unknown>();
    const clock: Clock = {
      now: () => inner?.clock.now() ?? Date.parse(now),
      advance: (ms) => {
        inner?.clock.advance(ms);
        calls++;
        if (!watching || !inner || calls % 60 !== 0) return;
        watching = false;
        seen.add(JSON.stringify(numbers(inner)));
        watching = true;
      },
    };
    const desk = open({ runtime: { clock } });
    inner = desk;
    desk.connect();
    desk.refresh();
    const old = JSON.stringify(numbers(desk));
    desk.portal.mutate(won107);
    watching = true;
    desk.refresh();
    watching = false;
    const fine = JSON.stringify(numbers(desk));
    expect([...seen].filter((one) => one !== old && one !== fine)).toEqual([]);
    expect(seen.has(old)).toBe(true);
  }, 30_000);
});
