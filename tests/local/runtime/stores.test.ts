// PropertiesService, CacheService, LockService: apps-script reference 1, 2.2, 8, checklist item 11.
import { manualClock } from '../../../local/clock';
import { failure, script, start, thrown, value } from './script';

describe('properties', () => {
  const full = 'You have exceeded the property storage quota. Please remove some properties and try again.';

  it('hold texts only and answer null for what is absent [12.11 properties]', () => {
    expect(
      value(
        "(() => { const p = PropertiesService.getScriptProperties(); p.setProperty('n', 5).setProperties({ b: true, o: null }); return [p.getProperties(), p.getProperty('x'), p.getKeys().length]; })()",
      ),
    ).toEqual([{ n: '5', b: 'true', o: 'null' }, null, 3]);
  });

  it('a value of 9 KB fits, one byte more does not; Cyrillic counts twice [12.11 properties] [2.2 properties]', () => {
    const set = (text: string) => thrown(`PropertiesService.getScriptProperties().setProperty('a', ${text}) && 'kept'`);
    expect([set("'x'.repeat(9216)"), set("'x'.repeat(9217)"), set("'я'.repeat(4608)"), set("'я'.repeat(4609)")]).toEqual([
      'kept',
      `Exception: ${full}`,
      'kept',
      `Exception: ${full}`,
    ]);
  });

  it('a store holds 500 KB and a refused write changes nothing [12.11 properties] [2.2 properties]', () => {
    const code = `(() => { const p = PropertiesService.getUserProperties(); let n = 0; try { for (;; n++) p.setProperty('k' + String(n).padStart(3, '0'), 'x'.repeat(9000)); } catch (e) {
      try { p.setProperties({ only: 'x'.repeat(9999) }, true); } catch (again) { return [n, p.getKeys().length, again.message]; } } })()`;
    expect(value(code)).toEqual([56, 56, full]);
  });

  it('500 KB are bytes of UTF-8, keys counted, exactly [12.11 properties]', () => {
    // 55 values of 9,216 bytes under 4-byte keys, then a last one that fills the store to the byte.
    const code = (last: number) => `(() => { const p = PropertiesService.getScriptProperties();
      for (let n = 0; n < 55; n++) p.setProperty('k' + String(n).padStart(3, '0'), 'я'.repeat(4608)); p.setProperty('last', 'x'.repeat(${last})); return 'kept'; })()`;
    const rest = 500 * 1024 - 55 * (9216 + 4) - 4;
    expect([thrown(code(rest)), thrown(code(rest + 1))]).toEqual(['kept', `Exception: ${full}`]);
  });

  it('values become texts as String() makes them [12.11 properties]', () => {
    expect(
      value(
        "PropertiesService.getDocumentProperties().setProperties({ n: 1.5, b: false, u: undefined, o: {}, l: [1, 2], d: '' }).getProperties()",
      ),
    ).toEqual({ n: '1.5', b: 'false', u: 'null', o: '[object Object]', l: '1,2', d: '' });
  });

  it('getProperties is a copy, setters chain, deleting what is absent is nothing [8 properties]', () => {
    expect(
      value(
        "(() => { const p = PropertiesService.getUserProperties(); p.setProperty('a', 1).deleteProperty('x').setProperty('b', 2); const all = p.getProperties(); all.a = 'changed'; return [p.getProperty('a'), p.deleteProperty('a').getKeys(), p.deleteAllProperties().getKeys()]; })()",
      ),
    ).toEqual(['1', ['b'], []]);
  });

  it('reads and writes together are 50,000 a day, 500,000 in Workspace [1 properties-quota] [2.2 daily-quota]', () => {
    const code =
      "function f(n) { const p = PropertiesService.getScriptProperties(); for (let i = 0; i < n; i++) if (i % 2) p.getProperty('a'); else p.setProperty('a', i); return 'ok'; }";
    const text = 'Exception: Service invoked too many times for one day: properties.';
    const many = (account: 'consumer' | 'workspace', runs: number) => {
      const runtime = script(code, { account });
      for (let run = 0; run < runs; run += 1) runtime.run('f', [5000]);
      return failure(() => runtime.run('f', [1]));
    };
    expect([many('consumer', 9), many('consumer', 10), many('workspace', 10)]).toEqual(['no error', text, 'no error']);
  });

  it('setProperties may delete all others [12.11 properties]', () => {
    expect(value("PropertiesService.getDocumentProperties().setProperty('a', 1).setProperties({ b: 2 }, true).getProperties()")).toEqual({
      b: '2',
    });
  });

  it('the three stores are apart and survive a save [8 properties]', () => {
    const code = `function put() { PropertiesService.getScriptProperties().setProperty('a', 's'); PropertiesService.getUserProperties().setProperty('a', 'u'); PropertiesService.getDocumentProperties().setProperty('a', 'd'); }
      function all() { return ['Script', 'User', 'Document'].map((n) => PropertiesService['get' + n + 'Properties']().getProperty('a')); }`;
    const first = script(code);
    first.run('put');
    const state = JSON.parse(JSON.stringify(first.save()));
    expect(script(code, { state }).run('all')).toEqual(['s', 'u', 'd']);
    expect(script(code, { state, user: { email: 'other@example.com' } }).run('all')).toEqual(['s', null, 'd']);
  });
});

describe('cache', () => {
  const cache = 'CacheService.getDocumentCache()';

  it('a value of exactly 102,400 bytes of UTF-8 fits, one more does not [12.11 cache-bytes] [2.2 cache-value]', () => {
    expect(thrown(`${cache}.put('a', 'x'.repeat(102400)) || 'kept'`)).toBe('kept');
    expect(thrown(`${cache}.put('a', 'x'.repeat(102401))`)).toBe('Exception: Argument too large: value');
    expect(thrown(`${cache}.putAll({ a: 'я'.repeat(51201) })`)).toBe('Exception: Argument too large: value');
  });

  it('keys have 1 to 250 characters; the wording about long ones is a switch [2.2 cache-key]', () => {
    expect(thrown(`${cache}.get('x'.repeat(251))`, { switches: { textsAsAssumed: false } })).toBe('Exception: The key is refused.');
    expect(thrown(`${cache}.getAll(['a', ''])`)).toBe('Exception: Invalid argument: key');
    expect(thrown(`${cache}.get(null)`)).toBe('Exception: Invalid argument: key');
    expect(thrown(`${cache}.put('', 'a')`)).toBe('Exception: Invalid argument: key');
    expect(thrown(`${cache}.get('x'.repeat(250))`)).toBe(null);
    expect(thrown(`${cache}.get('x'.repeat(251))`)).toBe('Exception: Argument too large: key');
  });

  it('values become texts, getAll omits what is absent [8 cache]', () => {
    expect(
      value(
        `(() => { const c = ${cache}; c.put('o', {}); c.put('n', null); c.put('d', 1.5); return c.getAll(['o', 'n', 'd', 'absent']); })()`,
      ),
    ).toEqual({
      o: '[object Object]',
      n: 'null',
      d: '1.5',
    });
  });

  it('items live 600 seconds by default, at most 21,600; a negative life is accepted [8 cache]', () => {
    const clock = manualClock(start);
    const code = `function put() { const c = ${cache}; c.put('default', '1'); c.put('long', '1', 99999); c.put('past', '1', -5); } function left() { return Object.keys(${cache}.getAll(['default', 'long', 'past'])).sort(); }`;
    const runtime = script(code, { clock });
    runtime.run('put');
    expect(runtime.run('left')).toEqual(['default', 'long']);
    clock.advance(600_000);
    expect(runtime.run('left')).toEqual(['long']);
    clock.advance(21_000_000);
    expect(runtime.run('left')).toEqual([]);
  });

  it('the 1,001st item drops the oldest 100 by creation; reading does not refresh [12.11 cache-fifo]', () => {
    const code = `function f() { const c = ${cache}; const names = Array.from({ length: 1000 }, (_, i) => 'k' + i);
      c.putAll(Object.fromEntries(names.map((n) => [n, n]))); c.get('k0'); c.put('new', '1');
      return [c.get('k0'), c.get('k99'), c.get('k100'), c.get('new'), Object.keys(c.getAll(names)).length]; }`;
    expect(script(code).run('f')).toEqual([null, null, 'k100', '1', 900]);
  });

  it('each of the three caches has its own thousand [12.11 cache-fifo]', () => {
    const code = `function f() { const all = [CacheService.getScriptCache(), CacheService.getUserCache(), CacheService.getDocumentCache()];
      for (const c of all) for (let i = 0; i < 1000; i++) c.put('k' + i, '1'); return all.map((c) => c.get('k0')); }`;
    expect(script(code).run('f')).toEqual(['1', '1', '1']);
  });

  it('remove and removeAll forget, silently what is absent [8 cache]', () => {
    expect(
      value(
        `(() => { const c = ${cache}; c.putAll({ a: 1, b: 2, c: 3 }); c.remove('a'); c.removeAll(['b', 'x']); return [c.get('a'), c.getAll(['a', 'b', 'c'])]; })()`,
      ),
    ).toEqual([null, { c: '3' }]);
  });

  it('is kept in the saved state until it expires', () => {
    const clock = manualClock(start);
    const code = `function put() { ${cache}.put('a', '1', 60); } function get() { return ${cache}.get('a'); }`;
    const runtime = script(code, { clock });
    runtime.run('put');
    const state = JSON.parse(JSON.stringify(runtime.save()));
    expect(script(code, { state, clock }).run('get')).toBe('1');
    clock.advance(60_000);
    expect(script(code, { state, clock }).run('get')).toBe(null);
  });
});

describe('locks', () => {
  const lock = 'LockService.getDocumentLock()';

  it('are not counted: an inner release frees the outer lock', () => {
    expect(
      value(`(() => { const a = ${lock}, b = ${lock}; return [a.tryLock(10), b.tryLock(10), b.releaseLock(), a.hasLock()]; })()`),
    ).toEqual([true, true, null, false]);
    expect(
      value(`(() => { const a = ${lock}, b = ${lock}; return [a.tryLock(10), b.tryLock(10), b.releaseLock(), a.hasLock()]; })()`, {
        switches: { countsLocks: true },
      }),
    ).toEqual([true, true, null, true]);
  });

  it('a second execution waits in vain, throws after its time, and gets the lock when the first has ended', () => {
    const clock = manualClock(start);
    const seen: unknown[] = [];
    const code = `function outer() { ${lock}.waitLock(1000); UrlFetchApp.fetch('http://again/'); return ${lock}.hasLock(); }
      function inner() { if (!${lock}.tryLock(5000)) ${lock}.waitLock(1000); return 'got it'; }`;
    const runtime = script(code, {
      clock,
      hosts: {
        again: () => {
          const begun = clock.now();
          seen.push(
            failure(() => runtime.run('inner')),
            clock.now() - begun > 6000,
          );
          return { status: 200, headers: {}, body: '' };
        },
      },
    });
    expect(runtime.run('outer')).toBe(true);
    expect(seen).toEqual(['Exception: Lock timeout: another process was holding the lock for too long.', true]);
    expect(runtime.run('inner')).toBe('got it');
  });

  it('releasing a lock that is not held does nothing', () => {
    expect(value(`[${lock}.releaseLock(), ${lock}.hasLock()]`)).toEqual([null, false]);
  });
});
