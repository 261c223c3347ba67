// One execution and its locks: apps-script reference 8 (LockService). Locks that contend: interleaving.test.ts.
import { manualClock } from '../../../local/clock';
import { RunningExecution } from '../../../local/runtime/execution';
import { LockService, LockTable } from '../../../local/runtime/services/lock';
import { failure, script, start, thrown, value } from './script';

const lock = 'LockService.getDocumentLock()';

it('a lock that is held is taken again by the same run [8 lock-again]', () => {
  expect(value(`[${lock}.hasLock(), ${lock}.tryLock(0), ${lock}.hasLock(), ${lock}.tryLock(0), ${lock}.waitLock(0)]`)).toEqual([
    false,
    true,
    true,
    true,
    null,
  ]);
});

it.each([
  [false, false],
  [true, true],
])('counted %s: after an inner release the outer holds it: %s [8 lock-count]', (countsLocks, held) => {
  const nested = `(() => { const a = ${lock}, b = ${lock}; a.waitLock(10); b.waitLock(10); b.releaseLock(); return a.hasLock(); })()`;
  expect(value(nested, { switches: { countsLocks } })).toBe(held);
});

it('releasing what is not held does nothing [8 lock-release]', () => {
  expect(value(`[${lock}.releaseLock(), ${lock}.hasLock()]`)).toEqual([null, false]);
});

it('the three locks are three', () => {
  expect(
    value(
      '(() => { LockService.getScriptLock().waitLock(10); return [LockService.getUserLock().hasLock(), LockService.getDocumentLock().hasLock()]; })()',
    ),
  ).toEqual([false, false]);
});

it('there is no document lock outside a container [8 lock-container]', () => {
  const execution = new RunningExecution({
    authMode: 'FULL',
    hasUi: false,
    clock: manualClock(start),
    timeZone: 'Europe/Moscow',
    userEmail: '',
    budgetMs: 1000,
    scopes: null,
    movesClock: true,
  });
  const service = new LockService({ table: new LockTable(), execution, person: '', counted: false, hasContainer: false });
  expect([service.getDocumentLock(), service.getScriptLock().tryLock(0)]).toEqual([null, true]);
});

it('a run that throws gives its locks back', () => {
  const runtime = script(`function f() { ${lock}.waitLock(10); throw new Error('x'); } function g() { return ${lock}.tryLock(0); }`);
  failure(() => runtime.run('f'));
  expect(runtime.run('g')).toBe(true);
});

it('a lock works in a simple trigger, not before the add-on is used (6)', () => {
  expect(thrown(`${lock}.tryLock(0)`)).toBe(true);
  const runtime = script(`function onOpen() { ${lock}.tryLock(0); }`, { home: 'addon' });
  runtime.open();
  expect(runtime.failures).toEqual([
    { functionName: 'onOpen', error: 'Exception: You do not have permission to call LockService.getDocumentLock' },
  ]);
});
