// What a file, Google and the portal can do to a refresh: killed runs, full files, deleted sheets, other people. The old numbers stay
// whole or the new ones are; the next refresh mends the rest. On the built bundle.
import fc from 'fast-check';
import type { Clock } from '../../local/clock';
import { loadProject } from '../../local/runtime/project';
import type { SavedState } from '../../local/runtime/state';
import { FUZZ } from '../fuzz';
import golden from '../golden/kpi-example/kpi-example.json';
import { type DeskOptions, openDesk } from './desk';

const now = golden.inputs.settings.asOf;
type Desk = ReturnType<typeof openDesk>;

/** The bundle with a door through which a test acts on the file as a person or another script would. */
const bundle = loadProject('dist');
const project = (before = '') => ({
  ...bundle,
  code: `${before}\n${bundle.code}\nfunction actInTest(body) { return new Function('file', body)(SpreadsheetApp.getActiveSpreadsheet()); }`,
});
const act = (desk: Desk, body: string): unknown => desk.runtime.run('actInTest', [body], { as: 'menu' });

/** `prelude` runs in the script before the bundle: it breaks services. */
function open({ prelude, runtime, ...options }: Partial<DeskOptions> & { prelude?: string } = {}) {
  return openDesk({ data: golden.inputs, now, ...options, runtime: { project: project(prelude), ...runtime } });
}

function connected(options: Parameters<typeof open>[0] = {}) {
  const desk = open(options);
  desk.connect();
  return desk;
}

function loadedDesk(options: Parameters<typeof open>[0] = {}) {
  const desk = connected(options);
  desk.refresh();
  return desk;
}

const sentence = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return String((error as Error).message);
  }
  return 'no error';
};

const formulas = [
  '=B24_DEALS("2025-05";;;"выиграно";B24_DATA)',
  '=B24_REVENUE("2025-05";;;B24_DATA)',
  '=B24_FUNNEL("2025-05";;"Продажи";;B24_DATA)',
  '=B24_KPI_TABLE("2025";;;"менеджер";;B24_DATA)',
];

/** The file opened again by somebody else, with nothing cached: what the store itself says. */
function fresh(desk: Desk, options: Parameters<typeof open>[0] = {}): Desk {
  const saved = desk.runtime.save();
  const state: SavedState = { ...saved, caches: { script: [], user: {}, document: [] }, functionResults: [] };
  return open({ ...options, now: new Date(desk.clock.now()).toISOString(), runtime: { ...options.runtime, state } });
}
const numbers = (desk: Desk): unknown => {
  const reader = fresh(desk);
  return formulas.map((formula) => rounded(reader.value(formula)));
};
/** Ages of open deals grow with the clock: a tenth of a day is fine enough. */
const rounded = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(rounded) : typeof value === 'number' ? Math.round(value * 10) / 10 : value;
const sheetNames = (desk: Desk): string[] => desk.runtime.spreadsheet.sheets().map((sheet) => sheet.name);
/** Cells of our columns of a raw sheet, without the "as of" in the header. */
const rawCells = (desk: Desk, name: string): unknown =>
  act(desk, `return JSON.stringify(file.getSheetByName('${name}').getDataRange().getValues().map((row) => row.slice(0, -1)))`);

const won107 = {
  deals: [
    {
      id: 107,
      stageId: 'WON',
      stageSemanticId: 'S',
      closed: 'Y',
      movedTime: '2025-05-20T18:30:00+03:00',
      updatedTime: '2025-05-20T18:30:00+03:00',
    },
  ],
  stageHistory: [
    {
      ID: 2001,
      TYPE_ID: 3,
      OWNER_ID: 107,
      CREATED_TIME: '2025-05-20T18:30:00+03:00',
      CATEGORY_ID: 0,
      STAGE_ID: 'WON',
      STAGE_SEMANTIC_ID: 'S',
    },
  ],
};

/** Service calls of a commit in a small file, with room. */
const COMMIT_CALLS = 60;

describe('a run killed at any service call', () => {
  /** A runtime whose clock jumps over the six minutes at the nth service call from when it is armed. */
  function mortal() {
    let inner: Clock | null = null;
    let left = Number.POSITIVE_INFINITY;
    let calls = 0;
    const start = Date.parse(now);
    const clock: Clock = {
      now: () => inner?.now() ?? start,
      advance: (ms) => {
        // Calls that leave the script's own computing (the zone alone asks thousands of dates).
        if (ms >= 5) {
          calls++;
          left--;
        }
        inner?.advance(ms >= 5 && left === 0 ? ms + 600_000 : ms);
      },
    };
    let fetched = 0;
    const desk = open({
      runtime: { clock },
      intercept: () => {
        fetched = calls;
        return null;
      },
    });
    inner = desk.clock;
    return {
      desk,
      calls: () => calls,
      /** Calls before the last answer of the portal came: the commit begins after it. */
      fetched: () => fetched,
      killAt: (nth: number) => {
        left = nth;
      },
      live: () => {
        left = Number.POSITIVE_INFINITY;
      },
    };
  }
  const rawNames = ['Данные_Сделки', 'Данные_История', 'Данные_Сотрудники'];

  function undisturbed() {
    const one = mortal();
    one.desk.connect();
    const before = one.calls();
    one.desk.refresh();
    const first = { calls: one.calls() - before, commit: one.fetched() - before, numbers: numbers(one.desk), sheets: sheetNames(one.desk) };
    one.desk.portal.mutate(won107);
    const between = one.calls();
    one.desk.refresh();
    return {
      first,
      second: {
        calls: one.calls() - between,
        commit: one.fetched() - between,
        numbers: numbers(one.desk),
        raw: rawNames.map((name) => rawCells(one.desk, name)),
      },
    };
  }
  const rule = undisturbed();
  /** Any call, every other time one of those that make the commit. */
  const moment = ({ calls, commit }: { calls: number; commit: number }) =>
    fc.oneof(fc.integer({ min: 1, max: calls }), fc.integer({ min: commit, max: Math.min(commit + COMMIT_CALLS, calls) }));
  const runs = (count: number) => ({ ...FUZZ, numRuns: process.env['SOAK'] ? 300 : count });

  test('leaves no numbers or whole numbers in a first load, and the next refresh completes as if nothing had happened', () => {
    fc.assert(
      fc.property(moment(rule.first), (nth) => {
        const { desk, killAt, live } = mortal();
        desk.connect();
        killAt(nth);
        sentence(() => desk.refresh());
        live();
        const seen = numbers(desk) as unknown[];
        if (!String(seen[0]).includes('Данных ещё нет')) expect(seen).toEqual(rule.first.numbers);
        expect(desk.refresh().done).toBe(true);
        expect(numbers(desk)).toEqual(rule.first.numbers);
        expect([...sheetNames(desk)].sort()).toEqual([...rule.first.sheets].sort());
      }),
      runs(30),
    );
  });

  test('leaves the old numbers or the new ones in a later refresh, never a mix; sheets and numbers end as undisturbed', () => {
    fc.assert(
      fc.property(moment(rule.second), (nth) => {
        const { desk, killAt, live } = mortal();
        desk.connect();
        desk.refresh();
        desk.portal.mutate(won107);
        killAt(nth);
        sentence(() => desk.refresh());
        live();
        expect([rule.first.numbers, rule.second.numbers]).toContainEqual(numbers(desk));
        desk.refresh();
        expect(numbers(desk)).toEqual(rule.second.numbers);
        expect(rawNames.map((name) => rawCells(desk, name))).toEqual(rule.second.raw);
      }),
      runs(40),
    );
  });
});

describe('the store', () => {
  test('does not grow without bound: fifty refreshes with news reuse its rows', () => {
    const desk = loadedDesk();
    const rows: number[] = [];
    for (let round = 0; round < 50; round++) {
      const time = new Date(Date.parse(now) + (round + 1) * 60_000).toISOString();
      desk.portal.mutate({ deals: [{ id: 101, title: `Сделка ${round}`, updatedTime: time }], now: time });
      expect(desk.refresh().generation).toBe(round + 2);
      rows.push(Number(act(desk, "return file.getSheetByName('_b24_store').getLastRow()")));
    }
    expect(Math.max(...rows)).toBeLessThanOrEqual(2 * (rows[1] ?? 0));
    expect(sheetNames(desk)).toHaveLength(new Set(sheetNames(desk)).size);
  }, 60_000);

  test.each([
    ['the store sheet was deleted', "file.deleteSheet(file.getSheetByName('_b24_store'))"],
    ['the store sheet was emptied', "file.getSheetByName('_b24_store').clear()"],
    [
      'the store sheet was sorted',
      "const s = file.getSheetByName('_b24_store'); s.getRange(1, 1, s.getMaxRows(), 10).sort({ column: 1, ascending: false })",
    ],
    ['rows of the store sheet were deleted', "file.getSheetByName('_b24_store').deleteRows(4, 2)"],
    ['a row was inserted into the store sheet', "file.getSheetByName('_b24_store').insertRowsAfter(3, 1)"],
    [
      'two rows of the store changed places',
      "const s = file.getSheetByName('_b24_store'); const a = s.getRange(4, 1, 1, 10).getValues(); const b = s.getRange(5, 1, 1, 10).getValues(); s.getRange(4, 1, 1, 10).setValues(b); s.getRange(5, 1, 1, 10).setValues(a)",
    ],
    ['a column of the store sheet was deleted', "file.getSheetByName('_b24_store').deleteColumns(1, 1)"],
    ['the store sheet was renamed', "file.getSheetByName('_b24_store').setName('моё')"],
    ['the stamp sheet was deleted', "file.deleteSheet(file.getSheetByName('_b24'))"],
    ['the stamp was overwritten', "file.getRangeByName('B24_DATA').setValue('x')"],
    ['the staging sheet was deleted', "file.deleteSheet(file.getSheetByName('_b24_load'))"],
  ])('%s: formulas show the right number or one sentence, and the next refresh loads everything anew', (_name, body) => {
    const desk = loadedDesk();
    const whole = numbers(desk);
    act(desk, body);
    const reader = fresh(desk);
    formulas.forEach((formula, at) => {
      const value = reader.value(formula);
      if (String(value).startsWith('#')) expect(value).toMatch(/«?Обновить сейчас»?/);
      else expect(rounded(value)).toEqual((whole as unknown[])[at]);
    });
    expect(fresh(desk).call('sidebarState')).toMatchObject({ portal: expect.any(String) });
    expect(desk.refresh().done).toBe(true);
    expect(numbers(desk)).toEqual(whole);
    expect(
      sheetNames(desk)
        .filter((name) => name.startsWith('_b24'))
        .sort(),
    ).toEqual(['_b24', '_b24_load', '_b24_store']);
    expect(desk.runtime.spreadsheet.sheets().filter((sheet) => sheet.name.startsWith('_b24') && !sheet.hidden)).toEqual([]);
  });

  test('a cache that is missing, empty or forgetful changes no number', () => {
    const whole = numbers(loadedDesk());
    for (const prelude of [
      'var CacheService = { getDocumentCache: () => null };',
      'var CacheService = { getDocumentCache: () => ({ getAll: () => ({}), putAll: () => undefined }) };',
      'var CacheService = { getDocumentCache: () => ({ getAll: () => ({}), putAll: () => { throw new Error("Argument too large: value"); } }) };',
    ]) {
      const desk = loadedDesk({ prelude });
      expect(formulas.map((formula) => rounded(desk.value(formula)))).toEqual(whole);
    }
  });

  test('facts are made anew when the time zone, the language or a setting of the file changed, without news from the portal', () => {
    const desk = loadedDesk();
    const status = () => desk.value('=B24_STATUS(;B24_DATA)');
    const before = JSON.stringify(status());
    act(desk, "file.setSpreadsheetTimeZone('Asia/Vladivostok')");
    expect(desk.refresh().generation).toBe(2);
    expect(JSON.stringify(status())).not.toBe(before);
    expect(desk.refresh().generation).toBe(2);
    act(desk, "file.setSpreadsheetLocale('en_US')");
    expect(desk.refresh().generation).toBe(3);
    act(
      desk,
      "PropertiesService.getDocumentProperties().setProperty('b24.settings', JSON.stringify({ closeDateSource: 'closedate', misclickSeconds: 0 }))",
    );
    expect(desk.refresh().generation).toBe(4);
    expect(desk.refresh().generation).toBe(4);
  });
});

describe('an interrupted load', () => {
  /** A portal that goes silent after the first wave of a slow load, so that the load stays open with something staged. */
  function interrupted(options: Parameters<typeof open>[0] = {}): Desk {
    let silent = false;
    const desk = connected({
      portal: { latencyMs: 50_000 },
      intercept: (_body, nth) => (silent && nth > 2 ? { fault: 'timeout', delayMs: 50_000 } : null),
      ...options,
    });
    silent = true;
    sentence(() => desk.call('refresh'));
    silent = false;
    const load = JSON.parse(desk.runtime.save().properties.document['b24.load'] ?? '{}') as { state?: { stagedRows: number } };
    expect(load.state?.stagedRows).toBeGreaterThan(0);
    return desk;
  }

  test.each([
    ['deleted', "file.insertSheet('Мой'); file.deleteSheet(file.getSheetByName('_b24_load'))"],
    ['emptied', "file.getSheetByName('_b24_load').clear()"],
    ['cut', "const s = file.getSheetByName('_b24_load'); s.deleteRows(2, s.getMaxRows() - 1)"],
    ['sorted', "const s = file.getSheetByName('_b24_load'); s.getRange(1, 1, s.getMaxRows(), 11).sort({ column: 1, ascending: false })"],
  ])('starts anew when its staging sheet was %s', (_name, body) => {
    const whole = numbers(loadedDesk());
    const desk = interrupted();
    act(desk, body);
    expect(desk.refresh().done).toBe(true);
    expect(numbers(desk)).toEqual(whole);
  });

  test('starts anew when its cursor cannot be read', () => {
    const desk = interrupted();
    act(desk, "PropertiesService.getDocumentProperties().setProperty('b24.load', '{')");
    expect(desk.refresh().done).toBe(true);
  });

  test('keeps every property below 9 KB, also with a long Cyrillic name', () => {
    const users = golden.inputs.users.map((user) => ({ ...user, LAST_NAME: 'Оченьдлиннаяфамилия'.repeat(10) }));
    const desk = interrupted({ data: { ...golden.inputs, users } });
    const { document } = desk.runtime.save().properties;
    for (const value of Object.values(document)) expect(Buffer.byteLength(value)).toBeLessThan(9216);
    expect(desk.refresh().done).toBe(true);
  });
});

describe('the portal', () => {
  const page = (status: number, body: string, headers: Record<string, string> = {}) => ({ status, headers, body });
  test.each([
    ['an HTML page', page(200, '<html>вход</html>'), 'Битрикс24'],
    ['cut JSON', page(200, '{"result":{"result":{"a"'), 'Битрикс24'],
    ['a storm of 503', page(503, '{"error":"QUERY_LIMIT_EXCEEDED"}'), 'Битрикс24'],
    ['a storm of 429', page(429, '{"error":"OPERATION_TIME_LIMIT"}'), 'Битрикс24'],
    ['a redirect to another host', page(302, '', { Location: 'https://renamed.bitrix24.test/rest/1/secretcode1/' }), 'переехал'],
    ['a deleted webhook', page(401, '{"error":"INVALID_CREDENTIALS"}'), 'вебхук'],
    ['silence', { fault: 'unreachable' } as const, 'Портал не отвечает'],
  ])('that answers with %s stops the refresh with a sentence; the old numbers stay, and later it goes on', (_name, answer, words) => {
    let broken = false;
    const desk = loadedDesk({ intercept: () => (broken ? (answer as never) : null) });
    const whole = numbers(desk);
    desk.portal.mutate(won107);
    broken = true;
    const said = sentence(() => desk.refresh());
    expect(said).toContain(words);
    expect(said).not.toMatch(/Непредвиденная|secretcode1/);
    expect(numbers(desk)).toEqual(whole);
    broken = false;
    desk.clock.advance(3_600_000);
    desk.refresh();
    expect(numbers(desk)).not.toEqual(whole);
  });

  test.each([
    ['without an id', { id: undefined }],
    ['with an id that is no number', { id: 'abc' }],
    ['without a creation time', { createdTime: 'вчера' }],
  ])('that sends a deal %s stops the refresh with a sentence and the old numbers stay', (_name, change) => {
    const desk = loadedDesk();
    const whole = numbers(desk);
    const damaged = (body: string): string => {
      const answer = JSON.parse(body) as { result: { result: Record<string, { items?: Record<string, unknown>[] }> } };
      for (const part of Object.values(answer.result.result))
        for (const item of part.items ?? []) if ('stageId' in item && 'categoryId' in item) Object.assign(item, change);
      return JSON.stringify(answer);
    };
    desk.portal.mutate(won107);
    const spoilt = fresh(desk);
    const handle = desk.portal.handle;
    const bad = open({
      runtime: { state: desk.runtime.save() },
      now: new Date(desk.clock.now()).toISOString(),
      intercept: (body) => {
        const answer = handle({
          method: 'POST',
          path: `${desk.portal.webhookPath}batch`,
          headers: { 'content-type': 'application/json' },
          body,
        });
        return { status: answer.status, headers: answer.headers, body: damaged(answer.body) };
      },
    });
    expect(sentence(() => bad.refresh())).toMatch(/Битрикс24 (прислал запись|ответил|присылает)/);
    expect(numbers(bad)).toEqual(whole);
    expect(spoilt.value(formulas[0] ?? '')).toBe(7);
  });

  test('whose webhook lost most employees is not believed without a person’s word', () => {
    const users = [...golden.inputs.users];
    for (let id = 500; id < 560; id++) users.push({ ...(users[0] as (typeof users)[number]), ID: String(id), NAME: `Имя${id}` } as never);
    const desk = loadedDesk({ data: { ...golden.inputs, users } });
    const whole = numbers(desk);
    desk.portal.mutate({ delete: { users: Array.from({ length: 60 }, (_, at) => 500 + at) } } as never);
    expect(sentence(() => desk.refresh())).toMatch(/пропало слишком много: сотрудники.*60 из/);
    expect(numbers(desk)).toEqual(whole);
    expect(desk.call('refresh', true)).toMatchObject({ done: true });
    expect(desk.refresh()).toMatchObject({ done: true });
  });
});

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
    desk.portal.mutate(won107);
    const said = desk.refresh().text;
    expect(said).toContain('Данные_Лиды');
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

describe('sheets that people see', () => {
  const header = "file.getSheetByName('Данные_Сделки').getLastColumn()";

  test('notes to the right of a raw sheet stay beside their deal when people sort, and when deals come', () => {
    const desk = loadedDesk();
    const width = Number(act(desk, `return ${header}`));
    act(
      desk,
      `const s = file.getSheetByName('Данные_Сделки'); s.insertColumnsAfter(${width}, 1); for (let row = 2; row <= s.getLastRow(); row++) s.getRange(row, ${width + 1}).setValue('note ' + s.getRange(row, 1).getValue())`,
    );
    act(
      desk,
      "const s = file.getSheetByName('Данные_Сделки'); s.getRange(2, 1, s.getLastRow() - 1, s.getMaxColumns()).sort({ column: 1, ascending: false })",
    );
    const first = act(desk, "return file.getSheetByName('Данные_Сделки').getRange(2, 1).getValue()");
    desk.portal.mutate({
      ...won107,
      deals: [...won107.deals, { ...golden.inputs.deals[0], id: 100, title: 'Ранняя', updatedTime: '2025-05-20T18:30:00+03:00' }],
    } as never);
    desk.refresh();
    const rows = JSON.parse(
      String(act(desk, "return JSON.stringify(file.getSheetByName('Данные_Сделки').getDataRange().getValues())")),
    ) as unknown[][];
    expect(rows[1]?.[0]).toBe(first);
    expect(rows).toHaveLength(golden.inputs.deals.length + 2 - 1 + (golden.inputs.deals.some((deal) => deal.id === 100) ? 0 : 1) - 1);
    for (const row of rows.slice(1)) if (row[0] !== 100) expect(row[width]).toBe(`note ${String(row[0])}`);
    expect(rows.at(-1)?.[0]).toBe(100);
    expect(rows.at(-1)?.[width]).toBe('');
  });

  test('a deleted raw sheet comes back with the next news; a renamed one is found; a user’s sheet with our name is left alone', () => {
    const desk = connected();
    act(desk, "file.insertSheet('Данные_Лиды').getRange(1, 1).setValue('моё')");
    desk.refresh();
    expect(sheetNames(desk)).toContain('Данные_Лиды 2');
    expect(act(desk, "return file.getSheetByName('Данные_Лиды').getRange(1, 1).getValue()")).toBe('моё');
    act(desk, "file.getSheetByName('Данные_Сделки').setName('Сделки наши'); file.deleteSheet(file.getSheetByName('Данные_История'))");
    desk.portal.mutate(won107);
    desk.refresh();
    expect(sheetNames(desk)).toContain('Сделки наши');
    expect(sheetNames(desk)).not.toContain('Данные_Сделки');
    expect(sheetNames(desk)).toContain('Данные_История');
  });

  test('report sheets: renamed ones are redrawn in place, duplicates are the user’s, deleted ones come back on request only', () => {
    const desk = loadedDesk();
    desk.call('buildReports');
    // Shown first: the local engine does not move a copy past hidden tabs.
    act(desk, 'file.getSheets().forEach((sheet) => sheet.showSheet())');
    act(desk, "const s = file.getSheetByName('Воронка'); s.setName('Наша воронка'); s.copyTo(file).setName('Копия')");
    act(desk, "file.getSheetByName('Копия').getRange(1, 1).setValue('не трогать')");
    const before = [...sheetNames(desk)];
    desk.call('buildReports');
    expect(sheetNames(desk)).toEqual(before);
    expect(act(desk, "return file.getSheetByName('Копия').getRange(1, 1).getValue()")).toBe('не трогать');
    act(desk, "file.deleteSheet(file.getSheetByName('Наша воронка'))");
    desk.portal.mutate(won107);
    desk.refresh();
    expect(sheetNames(desk)).not.toContain('Воронка');
    desk.call('buildReports');
    expect(sheetNames(desk)).toContain('Воронка');
  });

  test('a CRM text longer than a cell is cut, not refused', () => {
    const deals = golden.inputs.deals.map((deal) => (deal.id === 101 ? { ...deal, title: 'я'.repeat(60_000) } : deal));
    const desk = connected({ data: { ...golden.inputs, deals } });
    expect(desk.refresh().text).toContain('Обновлено');
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
