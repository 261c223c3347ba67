// Runs that die and people who type at the same moment: formulas stand on what was typed before or on what is typed now. On the built bundle.
import fc from 'fast-check';
import type { InterleavedRun } from '../../local/runtime/contract';
import type { Kill } from '../../local/runtime/kill';
import { FUZZ } from '../fuzz';
import { builtWorker } from '../local/built-worker';
import { act, fresh, won107 } from './loaded-desk';
import { at, columns, companyPlan, plans, typePlan, withSheets } from './plans-desk';
import { stampOf } from './typed-inputs';

describe('a run that dies, and people at the same moment', () => {
  const leavesTheScript = (call: string): boolean => !call.startsWith('Utilities.');
  const died = 'Exceeded maximum execution time';
  const planned = withSheets();
  typePlan(planned, 2, companyPlan('2025-05', '1000'));
  const runs = (count: number) => ({ ...FUZZ, numRuns: process.env['SOAK'] ? 200 : count });

  test('an edit whose run is killed at any call leaves the old plans or the new ones; the next edit or refresh settles it', () => {
    let calls = 0;
    const counts = (call: string): boolean => {
      if (leavesTheScript(call)) calls++;
      return false;
    };
    const counted = fresh(planned);
    counted.runtime.killNextRun({ at: 'call', nth: 1, unflushed: 'kept', counts }, 'onEdit');
    typePlan(counted, 2, { План: '2000' });
    const nth = fc.integer({ min: 1, max: calls });
    fc.assert(
      fc.property(nth, fc.constantFrom('kept' as const, 'lost' as const), fc.boolean(), (call, unflushed, refreshes) => {
        const desk = fresh(planned);
        desk.runtime.killNextRun({ at: 'call', nth: call, unflushed, counts: leavesTheScript }, 'onEdit');
        typePlan(desk, 2, { План: '2000' });
        expect([[[1000, 'company', null]], [[2000, 'company', null]]]).toContainEqual(plans(desk));
        expect(desk.runtime.failures.every(({ error }) => error.includes(died))).toBe(true);
        desk.runtime.killNextRun({ at: 'call', nth: 1e9, unflushed }, undefined);
        if (refreshes) desk.refresh();
        else typePlan(desk, 3, { Комментарий: 'и' });
        expect(plans(desk)).toEqual([[2000, 'company', null]]);
      }),
      runs(10),
    );
  });

  test('a refresh that is killed at any call while plans were written by a script leaves whole inputs and whole numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.constantFrom('kept' as const, 'lost' as const), (nth, unflushed) => {
        const desk = fresh(planned);
        act(desk, `file.getSheetByName('Планы').getRange('${at('План')}2').setValue(2000)`);
        desk.portal.mutate(won107);
        const kill: Kill = { at: 'call', nth, unflushed, counts: leavesTheScript };
        try {
          desk.runtime.run('refresh', [], { as: 'sidebar', kill });
        } catch (error) {
          expect(String(error)).toContain(died);
        }
        expect([[[1000, 'company', null]], [[2000, 'company', null]]]).toContainEqual(plans(desk));
        expect([7, 8]).toContain(fresh(desk).value('=B24_DEALS("2025-05";;;"выиграно";B24_DATA)'));
        desk.refresh();
        expect(plans(desk)).toEqual([[2000, 'company', null]]);
        expect(fresh(desk).value('=B24_DEALS("2025-05";;;"выиграно";B24_DATA)')).toBe(8);
      }),
      runs(8),
    );
  });

  const realmWorker = builtWorker('local/runtime/thread/realm-worker');
  const typing = (row: number, target: number, user?: string): InterleavedRun => ({
    functionName: 'actInTest',
    args: [
      `const s = file.getSheetByName('Планы'); const r = s.getRange(${row}, 1, 1, ${columns.length});
       r.setValues([${JSON.stringify(columns.map((header) => (companyPlan(row === 2 ? '2025-05' : `2025-0${row}`, String(target)) as Record<string, string>)[header] ?? ''))}]);
       SpreadsheetApp.flush(); onEdit({ range: r })`,
    ],
    as: 'menu',
    ...(user === undefined ? {} : { user }),
  });
  const dice = fc.record({ seed: fc.nat(), stay: fc.constantFrom(1, 2, 10, 100) });
  const schedule = ({ seed, stay }: { seed: number; stay: number }): ((ready: readonly number[]) => number) => {
    let state = seed;
    const chance = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    let last = 0;
    return (ready) => {
      if (!ready.includes(last) || chance() < 1 / stay) last = ready[Math.floor(chance() * ready.length)] ?? 0;
      return last;
    };
  };

  test('two people type at once: both plans count, and two different texts never share a version', () => {
    fc.assert(
      fc.property(dice, (thrown) => {
        const desk = withSheets({ runtime: { realmWorker } });
        const outcomes = desk.runtime.interleave([typing(2, 1000), typing(3, 2000, 'second@example.com')], schedule(thrown));
        expect(outcomes.filter((outcome) => 'error' in outcome)).toEqual([]);
        expect(plans(desk)).toEqual([
          [1000, 'company', null],
          [2000, 'company', null],
        ]);
      }),
      runs(5),
    );
  });

  test('one types while the other refreshes: the new numbers and the plan both stand, and the stamp never goes back', () => {
    fc.assert(
      fc.property(dice, (thrown) => {
        const desk = withSheets({ runtime: { realmWorker } });
        desk.portal.mutate(won107);
        const refreshing: InterleavedRun = { functionName: 'refresh', as: 'sidebar' };
        const outcomes = desk.runtime.interleave([refreshing, typing(2, 1000, 'second@example.com')], schedule(thrown));
        expect(outcomes.filter((outcome) => 'error' in outcome)).toEqual([]);
        expect([stampOf(desk).generation, plans(desk)]).toEqual([3, [[1000, 'company', null]]]);
      }),
      runs(5),
    );
  });
});
