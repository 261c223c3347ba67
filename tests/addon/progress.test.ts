// How far a load is can be asked at any time, also while it waits for its next run. On the built bundle.
import { connected, sentence } from './loaded-desk';

test('a load that was killed tells entities, rows and the time left; before and after it there is nothing to tell', () => {
  const desk = connected({ portal: { latencyMs: 20_000 } });
  expect(desk.call('loadProgress')).toBeNull();
  sentence(() => desk.runtime.run('refresh', [], { as: 'sidebar', kill: { at: 'fetch', nth: 3, unflushed: 'lost', sent: true } }));
  const open = desk.call('loadProgress') as {
    entities: { name: string; rows: number; total: number; done: boolean }[];
    rows: number;
    total: number;
  };
  expect(open).toMatchObject({ rows: expect.any(Number), restSeconds: expect.any(Number) });
  expect(open.rows).toBeGreaterThan(0);
  expect(open.total).toBeGreaterThanOrEqual(open.rows);
  expect(open.entities.map(({ name }) => name)).toEqual(expect.arrayContaining(['сделки', 'история стадий', 'сотрудники']));
  expect(open.entities.every(({ rows, total, done }) => rows <= total && (!done || rows === total))).toBe(true);
  expect(desk.call('sidebarState')).toMatchObject({ loading: open });
  desk.refresh();
  expect(desk.call('loadProgress')).toBeNull();
  expect(desk.call('sidebarState')).toMatchObject({ loading: null });
});
