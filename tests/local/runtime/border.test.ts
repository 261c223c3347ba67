// The border between a script and the host: nothing of the host is within reach, and values are copied (apps-script reference, 2.1, 3.1; checklist 1, 12).
import { script, thrown, value } from './script';

describe('the host', () => {
  it('keeps the host out of reach through constructors [12.1 fresh-context]', () => {
    const probe = "constructor('return typeof process')()";
    expect(
      value(`[UrlFetchApp.fetch.${probe}, UrlFetchApp.constructor.${probe}, globalThis.constructor.constructor.${probe}, console.log.${probe},
        Utilities.base64Decode('AA==').constructor.${probe}, PropertiesService.getScriptProperties().getProperties().constructor.${probe}, Date.now.${probe}]`),
    ).toEqual(Array(7).fill('undefined'));
    expect(
      value("(() => { try { Utilities.sleep(-1) } catch (e) { return e.constructor.constructor('return typeof process')() } })()"),
    ).toBe('undefined');
  });

  it('keeps the host out of reach when the function called is a proxy [12.1 fresh-context]', () => {
    const probe = "(target, owner, args) => args.constructor.constructor('return typeof process')()";
    expect(script(`function f() {} f = new Proxy(f, { apply: ${probe} });`).run('f')).toBe('undefined');
  });

  it.each(['Utilities.getUuid()', 'SpreadsheetApp.getActive()'])(
    'the end of the stack is an error of the script’s own, also inside %s [12.1 fresh-context]',
    (call) => {
      // Several depths, so that the stack ends at different places of the call; errors are only looked at when there is stack again.
      const code = `const seen = []; let count = 0;
        function deep() { try { ${call}; } catch (e) { seen[count++] = e; } deep(); }
        function from(depth) { return depth > 0 ? from(depth - 1) : deep(); }
        function f() {
          for (let i = 0; i < 20; i++) { try { from(i); } catch (e) { seen[count++] = e; } }
          return [...new Set(seen.map((e) => e instanceof Error && e.constructor.constructor('return typeof process')()))];
        }`;
      expect(script(code).run('f')).toEqual(['undefined']);
    },
  );
});

describe('values across the border', () => {
  it('arrays, objects and dates from services are the realm’s own', () => {
    expect(
      value(
        "[Utilities.parseCsv('a,b') instanceof Array, PropertiesService.getScriptProperties().getProperties() instanceof Object, Utilities.parseCsv('a')[0] instanceof Array]",
      ),
    ).toEqual([true, true, true]);
  });

  it('the same service object is the same script object', () => {
    expect(value('[ScriptApp.WeekDay.MONDAY === ScriptApp.WeekDay.MONDAY, ScriptApp.WeekDay === ScriptApp.WeekDay]')).toEqual([true, true]);
  });

  it('an enum value prints as its name and compares by identity [3.1 enums]', () => {
    expect(
      value('[String(ScriptApp.WeekDay.FRIDAY), JSON.stringify({day: ScriptApp.WeekDay.FRIDAY}), ScriptApp.WeekDay.FRIDAY.ordinal()]'),
    ).toEqual(['FRIDAY', '{"day":"FRIDAY"}', 4]);
  });

  it('a name that a service does not offer throws by name', () => {
    expect(thrown('Utilities.zip([])')).toBe('TypeError: Utilities.zip is not implemented in the local runtime');
    expect(thrown('CacheService.getScriptCache().increment')).toBe(
      'TypeError: CacheService.Cache.increment is not implemented in the local runtime',
    );
    expect(thrown('ScriptApp.WeekDay.SOMEDAY')).toBe('TypeError: ScriptApp.WeekDay.SOMEDAY is not implemented in the local runtime');
  });

  it('undefined given to a service is null [3.1 undefined]', () => {
    expect(
      value(
        "(() => { const p = PropertiesService.getScriptProperties(); p.setProperty('a', undefined); return [p.getProperty('a'), JSON.stringify(CacheService.getScriptCache().get('b'))]; })()",
      ),
    ).toEqual(['null', 'null']);
  });

  it('symbols, toJSON, then and toString of a service do not throw', () => {
    expect(
      value(
        '[String(UrlFetchApp), JSON.stringify(UrlFetchApp), UrlFetchApp.then, UrlFetchApp[Symbol.iterator], "" + PropertiesService.getScriptProperties()]',
      ),
    ).toEqual(['UrlFetchApp', '{}', null, null, 'Properties']);
  });

  it('service errors are named Exception, without the prefix in the message; whether they are Errors is a switch [2.1 shape]', () => {
    expect(
      value(
        "(() => { try { CacheService.getScriptCache().get('') } catch (e) { return [e.name, e.message, String(e), e instanceof Error] } })()",
      ),
    ).toEqual(['Exception', 'Invalid argument: key', 'Exception: Invalid argument: key', true]);
    expect(
      value(
        "(() => { try { CacheService.getScriptCache().get('') } catch (e) { return [e.name, e.message, String(e), e instanceof Error, 'fileName' in e, /answer \\(Code.gs:1:\\d+\\)/.test(e.stack)] } })()",
        { switches: { exceptionsAreErrors: false } },
      ),
    ).toEqual(['Exception', 'Invalid argument: key', 'Exception: Invalid argument: key', false, false, true]);
  });

  it.each([
    ['PropertiesService.getScriptProperties()', "setProperty('a')", 'String', 'PropertiesService.Properties.setProperty'],
    ['PropertiesService.getScriptProperties()', 'getProperty()', '', 'PropertiesService.Properties.getProperty'],
    ['CacheService.getScriptCache()', "put('a')", 'String', 'CacheService.Cache.put'],
    ['CacheService.getScriptCache()', "getAll('a')", 'String', 'CacheService.Cache.getAll'],
    ['LockService.getScriptLock()', 'tryLock()', '', 'LockService.Lock.tryLock'],
    ['LockService.getScriptLock()', "waitLock('5')", 'String', 'LockService.Lock.waitLock'],
    ['Session', 'getActiveUser(1)', 'number', 'Session.getActiveUser'],
  ])('%s.%s matches no signature [12.12 signatures]', (object, call, given, method) => {
    expect(thrown(`${object}.${call}`)).toBe(`Exception: The parameters (${given}) don't match the method signature for ${method}.`);
  });

  it('a wrong argument type is a signature error (checklist 12)', () => {
    expect(thrown('UrlFetchApp.fetch(5)')).toBe(
      "Exception: The parameters (number) don't match the method signature for UrlFetchApp.fetch.",
    );
  });
});
