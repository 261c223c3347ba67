// Triggers and their events: apps-script reference 0.1, 1, 2.2, 8, checklist item 9.
// One file, because it follows one section of the reference from its beginning to its end.
import { manualClock } from '../../../local/clock';
import { script, start, thrown, value } from './script';

const hour = 3_600_000;

describe('limits', () => {
  const install = (schedule: string) => `ScriptApp.newTrigger('f').timeBased().${schedule}.create()`;

  it('a bound script has 20 triggers, the 21st is refused [12.9 twenty-triggers] [2.2 triggers]', () => {
    expect(thrown(`(() => { for (let i = 0; i < 21; i++) ${install('everyHours(1)')}; })()`)).toBe(
      'Exception: This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  });

  it('the 20 are those of one person [12.9 twenty-triggers]', () => {
    const code = `function f() { for (let i = 0; i < 20; i++) ${install('everyHours(1)')}; return ScriptApp.getProjectTriggers().length; }`;
    const first = script(code, { user: { email: 'a@b.test' } });
    expect([first.run('f'), script(code, { user: { email: 'c@d.test' }, state: first.save() }).run('f')]).toEqual([20, 20]);
  });

  it('a published add-on has one time-based trigger per person and file, one-shots counted [12.9 addon-triggers] [2.2 addon-trigger]', () => {
    expect(thrown(`(() => { ${install('everyHours(1)')}; ${install('after(60000)')}; })()`, { home: 'addon' })).toBe(
      'Exception: This add-on has created too many time-based triggers in this document for this Google user account.',
    );
  });

  it('a one-shot that has fired still takes the add-on’s only slot until it is deleted [12.9 addon-triggers] [12.9 one-shots]', () => {
    const clock = manualClock(start);
    const runtime = script(
      `function once() { ${install('after(1)')}; } function f() {} function clean() { ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)); }`,
      { home: 'addon', clock },
    );
    runtime.run('once');
    clock.advance(10);
    runtime.fireDueTriggers();
    const again = () => {
      try {
        return runtime.run('once');
      } catch (error) {
        return String((error as Error).message);
      }
    };
    expect(again()).toMatch(/too many time-based triggers/);
    runtime.run('clean');
    expect(again()).toBe(null);
  });

  it('an add-on has one trigger of each type: two of other types stand beside the clock, a second of a type does not [12.9 addon-triggers]', () => {
    const on = (type: string) => `ScriptApp.newTrigger('f').forSpreadsheet(SpreadsheetApp.getActive()).${type}().create()`;
    expect(
      thrown(`(${install('everyHours(1)')}, ${on('onOpen')}, ${on('onEdit')}, ScriptApp.getProjectTriggers().length)`, { home: 'addon' }),
    ).toBe(3);
    expect(thrown(`(${on('onEdit')}, ${on('onEdit')})`, { home: 'addon' })).toMatch(/^Exception: This add-on has created too many/);
    expect(thrown(`(${on('onEdit')}, ${on('onEdit')}, ScriptApp.getProjectTriggers().length)`)).toBe(2);
  });

  it('another person has a slot of their own in the same file [12.9 addon-triggers]', () => {
    const code = `function hourly() { ${install('everyHours(1)')}; return ScriptApp.getProjectTriggers().length; }`;
    const first = script(code, { home: 'addon', user: { email: 'a@b.test' } });
    expect(first.run('hourly')).toBe(1);
    const second = script(code, { home: 'addon', user: { email: 'c@d.test' }, state: first.save() });
    expect([second.run('hourly'), second.triggers().length]).toEqual([1, 2]);
  });

  it('an add-on runs hourly at most; the wording of the refusal is a switch [2.2 addon-interval]', () => {
    expect(thrown(install('everyMinutes(30)'), { home: 'addon' })).toMatch(/^Exception: .*at least one hour/);
    expect(thrown(install('everyMinutes(30)'), { home: 'addon', switches: { textsAsAssumed: false } })).toBe(
      'Exception: The trigger is refused.',
    );
    expect(thrown(`${install('everyHours(1)')} && 'ok'`, { home: 'addon' })).toBe('ok');
    expect(thrown(`${install('everyMinutes(30)')} && 'ok'`)).toBe('ok');
  });

  it('by switch an add-on has no one-shots within the hour; a bound script has [0 addon-one-shots]', () => {
    const switches = { addonOneShots: false };
    expect(thrown(`${install('after(60000)')} && 'ok'`, { home: 'addon' })).toBe('ok');
    expect(thrown(install('after(60000)'), { home: 'addon', switches })).toMatch(/^Exception: .*at least one hour/);
    expect(thrown(`${install('after(7200000)')} && 'ok'`, { home: 'addon', switches })).toBe('ok');
    expect(thrown(`${install('after(60000)')} && 'ok'`, { switches })).toBe('ok');
  });

  it('everyMinutes takes 1, 5, 10, 15, 30 [8 clock-builder]', () => {
    const taken = [0, 1, 2, 5, 7, 10, 15, 20, 30, 60].filter((n) => thrown(`${install(`everyMinutes(${n})`)} && 'ok'`) === 'ok');
    expect(taken).toEqual([1, 5, 10, 15, 30]);
    expect(thrown(install('everyMinutes(7)'))).toMatch(/^Exception: The value you passed to everyMinutes was invalid/);
  });

  it('everyHours takes any number, by switch only those of the dialog [8 every-hours]', () => {
    const taken = (everyHours: readonly number[] | null) =>
      [0, 1, 2, 3, 4, 5, 6, 8, 12, 24].filter(
        (n) => thrown(`${install(`everyHours(${n})`)} && 'ok'`, { switches: { everyHours } }) === 'ok',
      );
    expect([taken(null), taken([1, 2, 4, 6, 8, 12])]).toEqual([
      [1, 2, 3, 4, 5, 6, 8, 12, 24],
      [1, 2, 4, 6, 8, 12],
    ]);
  });

  it.each([
    ['atHour(24)', 'Invalid argument: 24'],
    ['nearMinute(60)', 'Invalid argument: 60'],
    ['everyDays(0)', 'Invalid argument: 0'],
    ["inTimezone('Mars/Base')", 'Invalid argument: Mars/Base'],
    ['onMonthDay(32)', 'Invalid argument: 32'],
    ["onWeekDay('MONDAY')", "The parameters (String) don't match the method signature for ScriptApp.ClockTriggerBuilder.onWeekDay."],
    ["at('2026-01-01')", "The parameters (String) don't match the method signature for ScriptApp.ClockTriggerBuilder.at."],
  ])('%s is refused [8 clock-builder]', (schedule, text) => {
    expect(thrown(install(schedule))).toBe(`Exception: ${text}`);
  });

  it('a trigger without a schedule is refused', () => {
    expect(thrown("ScriptApp.newTrigger('f').timeBased().create()")).toBe('Exception: Cannot create the trigger: its schedule is not set.');
  });
});

describe('firing', () => {
  const code = `function hourly() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
    function once() { ScriptApp.newTrigger('tick').timeBased().after(60000).create(); }
    function daily() { ScriptApp.newTrigger('tick').timeBased().atHour(5).nearMinute(30).everyDays(1).inTimezone('Asia/Yekaterinburg').create(); }
    function weekly() { ScriptApp.newTrigger('tick').timeBased().onWeekDay(ScriptApp.WeekDay.WEDNESDAY).atHour(9).create(); }
    function missing() { ScriptApp.newTrigger('nowhere_').timeBased().after(1).create(); }
    function tick(e) { console.log(JSON.stringify(e)); }
    function list() { return ScriptApp.getProjectTriggers().map((t) => [t.getHandlerFunction(), String(t.getEventType()), String(t.getTriggerSource()), t.getTriggerSourceId()]); }
    function clean() { ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)); }
    function tidy() { ScriptApp.newTrigger('last').timeBased().after(1).create(); }
    function last(e) { ScriptApp.getProjectTriggers().filter((t) => t.getUniqueId() === e.triggerUid).forEach((t) => ScriptApp.deleteTrigger(t)); }`;

  function started() {
    const lines: string[] = [];
    const clock = manualClock(start);
    return { clock, lines, runtime: script(code, { clock, log: (_, line) => lines.push(line) }) };
  }

  it('an hourly trigger fires every hour, with the documented event [12.9 events]', () => {
    const { clock, lines, runtime } = started();
    runtime.run('hourly');
    expect(runtime.fireDueTriggers()).toEqual([]);
    clock.advance(hour);
    expect(runtime.fireDueTriggers()).toEqual([{ id: '1000000001', functionName: 'tick', error: null }]);
    expect(runtime.fireDueTriggers()).toEqual([]);
    clock.advance(hour);
    expect(runtime.fireDueTriggers()).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      authMode: 'FULL',
      triggerUid: '1000000001',
      year: 2026,
      month: 1,
      'day-of-month': 5,
      'day-of-week': 1,
      'week-of-year': 2,
      hour: 11,
      minute: 0,
      second: 0,
      timezone: 'Europe/Moscow',
    });
  });

  it('a one-shot fires once and stays listed until it is deleted [12.9 one-shots]', () => {
    const { clock, runtime } = started();
    runtime.run('once');
    clock.advance(61_000);
    expect(runtime.fireDueTriggers()).toHaveLength(1);
    clock.advance(hour);
    expect(runtime.fireDueTriggers()).toEqual([]);
    expect(runtime.run('list')).toEqual([['tick', 'CLOCK', 'CLOCK', null]]);
    runtime.run('clean');
    expect(runtime.triggers()).toEqual([]);
  });

  it('a handler can delete the trigger that called it, found by triggerUid [12.9 one-shots] [12.9 events]', () => {
    const { clock, runtime } = started();
    runtime.run('tidy');
    clock.advance(1000);
    expect(runtime.fireDueTriggers().map(({ error }) => error)).toEqual([null]);
    expect(runtime.triggers()).toEqual([]);
  });

  it('daily and weekly triggers keep the hour of their zone', () => {
    const { runtime } = started();
    runtime.run('daily');
    runtime.run('weekly');
    expect(runtime.triggers().map(({ nextRun }) => new Date(nextRun ?? 0).toISOString())).toEqual([
      '2026-01-06T00:30:00.000Z',
      '2026-01-07T06:30:00.000Z',
    ]);
  });

  it('a missing or private handler fails when it is due, and others still run [2.2 unknown-function]', () => {
    const { clock, runtime } = started();
    runtime.run('missing');
    runtime.run('once');
    clock.advance(hour);
    expect(runtime.fireDueTriggers().map(({ error }) => error)).toEqual(['Exception: Script function not found: nowhere_', null]);
  });

  it.each([
    ['at(new Date(Date.UTC(2026, 0, 6, 12)))', '2026-01-06T12:00:00.000Z'],
    ['atDate(2026, 1, 7)', '2026-01-06T21:00:00.000Z'],
    ['after(90000)', '2026-01-05T07:01:30.000Z'],
    ['everyMinutes(15)', '2026-01-05T07:15:00.000Z'],
    ['everyHours(6)', '2026-01-05T13:00:00.000Z'],
    ['everyDays(1).atHour(9)', '2026-01-06T06:30:00.000Z'],
    ['everyDays(1).atHour(12).nearMinute(5)', '2026-01-05T09:05:00.000Z'],
    ['onMonthDay(1).atHour(3)', '2026-02-01T00:30:00.000Z'],
    ["atHour(5).everyDays(1).inTimezone('Asia/Vladivostok')", '2026-01-05T19:30:00.000Z'],
  ])('%s fires next at %s [8 clock-builder]', (schedule, next) => {
    const runtime = script(`function f() { ScriptApp.newTrigger('f').timeBased().${schedule}.create(); }`);
    runtime.run('f');
    expect(runtime.triggers().map(({ nextRun }) => new Date(nextRun ?? 0).toISOString())).toEqual([next]);
  });

  it.each([
    ['Sunday is day 7', '2026-01-11T09:00:00Z', { 'day-of-week': 7, 'day-of-month': 11, 'week-of-year': 2 }],
    ['the week of the first Thursday is the first', '2027-01-03T09:00:00Z', { 'day-of-week': 7, year: 2027, 'week-of-year': 53 }],
    ['the next Monday begins week 1', '2027-01-04T09:00:00Z', { 'day-of-week': 1, year: 2027, 'week-of-year': 1 }],
    [
      'the date is that of the zone',
      '2026-01-05T21:30:15Z',
      { 'day-of-month': 6, hour: 0, minute: 30, second: 15, timezone: 'Europe/Moscow' },
    ],
  ])('%s [12.9 events]', (_, moment, fields) => {
    const lines: string[] = [];
    const clock = manualClock(Date.parse(moment) - 60_000);
    const runtime = script(code, { clock, log: (_level, line) => lines.push(line) });
    runtime.run('once');
    clock.advance(60_000);
    runtime.fireDueTriggers();
    expect(JSON.parse(lines[0] ?? '')).toMatchObject(fields);
  });

  it('a trigger tells its id, handler, type, source and the file it belongs to [8 trigger-getters]', () => {
    expect(
      value(`(() => { const ss = SpreadsheetApp.getActive(), made = ScriptApp.newTrigger('f').forSpreadsheet(ss).onChange().create(); ScriptApp.newTrigger('g').timeBased().after(1).create();
        return ScriptApp.getUserTriggers(ss).map((t) => [t.getUniqueId() === made.getUniqueId(), t.getHandlerFunction(), String(t.getEventType()), t.getEventType() === ScriptApp.EventType.ON_CHANGE,
          String(t.getTriggerSource()), t.getTriggerSourceId() === null ? null : t.getTriggerSourceId() === ss.getId()]); })()`),
    ).toEqual([
      [true, 'f', 'ON_CHANGE', true, 'SPREADSHEETS', true],
      [false, 'g', 'CLOCK', false, 'CLOCK', null],
    ]);
  });

  it('a person sees and deletes only their own triggers [8 trigger-getters]', () => {
    const first = script(code, { user: { email: 'a@b.test' } });
    first.run('hourly');
    const second = script(code, { user: { email: 'c@d.test' }, state: first.save() });
    second.run('clean');
    expect([second.run('list'), second.triggers().length]).toEqual([[], 1]);
  });

  it('a clock run has the file but no Ui [8 trigger-context]', () => {
    const runtime = script(
      "function f() { ScriptApp.newTrigger('tick').timeBased().after(1).create(); } function tick() { SpreadsheetApp.getActiveSpreadsheet().getName(); SpreadsheetApp.getUi(); }",
      { home: 'addon' },
    );
    runtime.run('f', []);
    const fired = script('function tick() { SpreadsheetApp.getActiveSpreadsheet().getName(); SpreadsheetApp.getUi(); }', {
      home: 'addon',
      clock: manualClock(start + hour),
      state: runtime.save(),
    }).fireDueTriggers();
    expect(fired.map(({ error }) => error)).toEqual(['Exception: Cannot call SpreadsheetApp.getUi() from this context.']);
  });

  it('triggers survive a save', () => {
    const { clock, runtime } = started();
    runtime.run('hourly');
    const again = script(code, { clock, state: JSON.parse(JSON.stringify(runtime.save())) });
    clock.advance(hour);
    expect(again.fireDueTriggers()).toHaveLength(1);
  });
});

describe('edits and openings', () => {
  it('a person’s edit fires the simple onEdit with range and values, a script’s does not [6 simple-triggers] [12.9 events]', () => {
    const lines: string[] = [];
    const code =
      'function onEdit(e) { console.log(JSON.stringify([e.range.getA1Notation(), e.value, e.oldValue, String(e.authMode)])); } function write() { SpreadsheetApp.getActiveSheet().getRange("C3").setValue(1); }';
    const runtime = script(code, { log: (_, line) => lines.push(line) });
    const sheet = runtime.spreadsheet.sheets()[0]?.name ?? '';
    runtime.edit(sheet, 'B2', '10');
    runtime.edit(sheet, 'B2', 'план');
    runtime.run('write');
    runtime.paste(sheet, 'A1', [
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      ['B2', '10', null, 'LIMITED'],
      ['B2', 'план', '10', 'LIMITED'],
      ['A1:B2', null, null, 'LIMITED'],
    ]);
  });

  it('installed triggers run with the full rights of their creator [12.9 events]', () => {
    const code = `function install() { const ss = SpreadsheetApp.getActive(); ScriptApp.newTrigger('full').forSpreadsheet(ss).onEdit().create(); ScriptApp.newTrigger('full').forSpreadsheet(ss).onOpen().create(); }
      function full(e) { console.log(String(e.authMode) + ' ' + Session.getEffectiveUser().getEmail() + ' ' + e.source.getId()); }`;
    const lines: string[] = [];
    const runtime = script(code, { log: (_, line) => lines.push(line), user: { email: 'rop@example.com' } });
    runtime.run('install');
    runtime.open();
    runtime.edit(runtime.spreadsheet.sheets()[0]?.name ?? '', 'A1', '1');
    expect(lines).toEqual(Array(2).fill(`FULL rop@example.com ${runtime.spreadsheet.id}`));
  });
});
