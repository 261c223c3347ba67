// What a refresh of scattered changes costs the raw sheets: calls and cells from the end of the commit on. On the built bundle.
import { costs } from '../../local/runtime/costs';
import golden from '../golden/kpi-example/kpi-example.json';
import { type Desk, loadedDesk } from './loaded-desk';
import { HISTORY, handle, records, rowsOf } from './raw-desk';

const DEALS = process.env['SOAK'] ? 100_000 : 5000;
const HISTORY_ROWS = 4.5 * DEALS;
const CHANGED = 100;

const ids = Array.from({ length: DEALS }, (_, at) => 10_000 + at);
const deals = ids.map((id) => ({ ...golden.inputs.deals[0], id, title: `Сделка ${id}` }));
const moved = (id: number, at: number) => ({
  ID: 100_000 + at,
  TYPE_ID: 2,
  OWNER_ID: id,
  CREATED_TIME: '2025-05-20T17:00:00+03:00',
  CATEGORY_ID: 0,
  STAGE_ID: 'WON',
  STAGE_SEMANTIC_ID: 'S',
});

/** A refresh with the calls of services it makes for the raw sheets and the cells it writes and reads there. */
function counted(desk: Desk) {
  let calls: Record<string, number> = {};
  let closed = false;
  let before = desk.runtime.stats.charged;
  const counts = (call: string): boolean => {
    const name = call.slice(call.lastIndexOf('.') + 1);
    calls[name] = (calls[name] ?? 0) + 1;
    // The load is closed when everything is committed: the raw sheets follow.
    if (name === 'deleteProperty' && !closed) [calls, before, closed] = [{}, { ...desk.runtime.stats.charged }, true];
    return false;
  };
  const result = desk.runtime.run('refresh', [], { as: 'sidebar', kill: { at: 'call', nth: 1, unflushed: 'kept', counts } }) as {
    text: string;
  };
  const cells = (name: 'sheet.writeCell' | 'sheet.readCell'): number =>
    Math.round(((desk.runtime.stats.charged[name] ?? 0) - (before[name] ?? 0)) / costs[name]);
  return { text: result.text, calls, written: cells('sheet.writeCell'), read: cells('sheet.readCell') };
}

test(`${CHANGED} scattered changes of ${DEALS} deals: at most 120 calls of setValues and 20,000 cells, also when people sorted the sheet`, () => {
  const stageHistory = Array.from({ length: HISTORY_ROWS }, (_, at) => moved(ids[at % DEALS] ?? 0, at));
  const desk = loadedDesk({ data: { ...golden.inputs, deals, stageHistory }, runtime: { watchdogMs: 3_600_000 } });
  const scattered = ids.filter((_, at) => at % (DEALS / CHANGED) === 7);
  for (const round of [1, 2]) {
    desk.portal.mutate({
      deals: scattered.map((id) => ({ id, opportunity: 1000 * round, updatedTime: `2025-05-20T${18 + round}:10:00+03:00` })),
      stageHistory: scattered.map((id, at) => moved(id, 1_000_000 * round + at)),
      now: `2025-05-20T${18 + round}:30:00+03:00`,
    } as never);
    const { text, calls, written, read } = counted(desk);
    expect(text).toContain('Обновлено');
    expect(calls['setValues']).toBeGreaterThanOrEqual(CHANGED);
    expect(calls['setValues']).toBeLessThanOrEqual(120);
    expect(calls['setValue']).toBeLessThanOrEqual(25);
    expect(written).toBeGreaterThan(CHANGED * 24);
    expect(written).toBeLessThanOrEqual(20_000);
    // The ids of every row, and a part of each sheet to compare.
    expect(read).toBeLessThan(DEALS + HISTORY_ROWS + 100_000);
    const rows = records(rowsOf(desk));
    expect(scattered.every((id) => rows[id]?.[5] === 1000 * round)).toBe(true);
    expect(Object.keys(records(rowsOf(desk, HISTORY)))).toHaveLength(HISTORY_ROWS + CHANGED * round);
    handle(desk, 's.getRange(2, 1, s.getLastRow() - 1, s.getMaxColumns()).sort({ column: 2, ascending: false })');
  }
}, 1_800_000);
