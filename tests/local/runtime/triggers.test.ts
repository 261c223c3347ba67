// Triggers and their events: apps-script reference 0.1, 1, 2.2, 8, checklist item 9.
import { manualClock } from '../../../local/clock';
import { script, start, thrown } from './script';

const hour = 3_600_000;

describe('limits', () => {
  const install = (schedule: string) => `ScriptApp.newTrigger('f').timeBased().${schedule}.create()`;

  it('a bound script has 20 triggers, the 21st is refused', () => {
    expect(thrown(`(() => { for (let i = 0; i < 21; i++) ${install('everyHours(1)')}; })()`)).toBe(
      'Exception: This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  });

  it('a published add-on has one time-based trigger per person and file', () => {
    expect(thrown(`(() => { ${install('everyHours(1)')}; ${install('after(60000)')}; })()`, { home: 'addon' })).toBe(
      'Exception: This add-on has created too many time-based triggers in this document for this Google user account.',
    );
  });

  it('an add-on runs hourly at most', () => {
    expect(thrown(install('everyMinutes(30)'), { home: 'addon' })).toMatch(/^Exception: .*at least one hour/);
    expect(thrown(`${install('everyMinutes(30)')} && 'ok'`)).toBe('ok');
  });

  it('everyMinutes takes 1, 5, 10, 15, 30', () => {
    expect(thrown(install('everyMinutes(7)'))).toMatch(/^Exception: The value you passed to everyMinutes was invalid/);
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

  it('an hourly trigger fires every hour, with the documented event', () => {
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

  it('a one-shot fires once and stays listed until it is deleted', () => {
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

  it('a handler can delete the trigger that called it', () => {
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

  it('a missing or private handler fails when it is due, and others still run', () => {
    const { clock, runtime } = started();
    runtime.run('missing');
    runtime.run('once');
    clock.advance(hour);
    expect(runtime.fireDueTriggers().map(({ error }) => error)).toEqual(['Exception: Script function not found: nowhere_', null]);
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
  it('a person’s edit fires the simple onEdit with range and values, a script’s does not', () => {
    const lines: string[] = [];
    const code = 'function onEdit(e) { console.log(JSON.stringify([e.range.getA1Notation(), e.value, e.oldValue, String(e.authMode)])); }';
    const runtime = script(code, { log: (_, line) => lines.push(line) });
    const sheet = runtime.spreadsheet.sheets()[0]?.name ?? '';
    runtime.edit(sheet, 'B2', '10');
    runtime.edit(sheet, 'B2', 'план');
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

  it('installed triggers run with full rights', () => {
    const code = `function install() { const ss = SpreadsheetApp.getActive(); ScriptApp.newTrigger('full').forSpreadsheet(ss).onEdit().create(); ScriptApp.newTrigger('full').forSpreadsheet(ss).onOpen().create(); }
      function full(e) { console.log(String(e.authMode) + ' ' + Session.getActiveUser().getEmail() + ' ' + e.source.getId()); }`;
    const lines: string[] = [];
    const runtime = script(code, { log: (_, line) => lines.push(line), user: { email: 'rop@example.com' } });
    runtime.run('install');
    runtime.open();
    runtime.edit(runtime.spreadsheet.sheets()[0]?.name ?? '', 'A1', '1');
    expect(lines).toEqual(Array(2).fill(`FULL rop@example.com ${runtime.spreadsheet.id}`));
  });
});
