// A load from a day on: which deals every list asks for, that nothing of them is missed however the load is cut, what a refresh brings from outside the
// depth, and that the search for deleted records looks at the same deals.
import fc from 'fast-check';
import type { PortalFile } from '../../local/portal/portal';
import type { SweepMark } from '../../src/load/load';
import { SWEEP_START } from '../../src/load/sweep';
import { withinDepth } from '../../src/raw/depth';
import { HEAVY } from '../fuzz';
import { type Desk, desk, type Loaded, load, marksAfter } from './drive';
import { directories } from './many-deals';

const DEPTH = '2026-03-01';
const OLD = '2025-11-10T10:00:00+03:00';
const RECENT = '2026-05-05T10:00:00+03:00';

/** Of 3,000 deals: half closed long ago, of these some with a date that was still to come; some old ones still open; the rest changed in the depth. */
const kindOf = (id: number): 'closed' | 'dated' | 'open' | 'recent' =>
  id % 2 === 0 ? (id % 20 === 0 ? 'dated' : 'closed') : id % 10 === 1 ? 'open' : 'recent';
const ids = Array.from({ length: 3000 }, (_, at) => at + 1);
const wanted = ids.filter((id) => kindOf(id) !== 'closed');

function portal(): PortalFile {
  const kinds = ids.map((id) => ({ id, kind: kindOf(id), changed: kindOf(id) === 'recent' ? RECENT : OLD }));
  return {
    ...directories,
    deals: kinds.map(({ id, kind, changed }) => ({
      id,
      title: `d${id}`,
      categoryId: 0,
      stageId: kind === 'open' ? 'NEW' : 'WON',
      stageSemanticId: kind === 'open' ? 'P' : 'S',
      opportunity: 1,
      currencyId: 'RUB',
      assignedById: 1,
      closedate: kind === 'dated' ? '2026-04-01T03:00:00+03:00' : changed,
      createdTime: OLD,
      updatedTime: changed,
      movedTime: changed,
    })),
    activities: kinds.map(({ id, changed }) => ({
      ID: String(id),
      OWNER_TYPE_ID: '2',
      OWNER_ID: String(id),
      TYPE_ID: '2',
      COMPLETED: 'Y',
      RESPONSIBLE_ID: '1',
      CREATED: OLD,
      LAST_UPDATED: changed,
      START_TIME: OLD,
    })),
    stageHistory: ids.map((id) => ({
      ID: id,
      TYPE_ID: 1,
      OWNER_ID: id,
      CREATED_TIME: OLD,
      CATEGORY_ID: 0,
      STAGE_ID: 'NEW',
      STAGE_SEMANTIC_ID: 'P',
    })),
  };
}

/** Remembers the commands of every request. */
function listening(at: Desk): { at: Desk; commands: string[] } {
  const commands: string[] = [];
  const send: Desk['send'] = (requests) => {
    for (const { body } of requests) {
      const { cmd } = JSON.parse(String(body)) as { cmd: Record<string, string> };
      commands.push(...Object.values(cmd).map(decodeURIComponent));
    }
    return at.send(requests);
  };
  return { at: { ...at, send }, commands };
}

const FULL = {
  mode: 'full',
  entities: ['users', 'deals', 'leads', 'activities', 'stageHistory'],
  depth: DEPTH,
  sweep: SWEEP_START,
} as const;
const idsOf = ({ records }: Loaded) => records.deals.map(({ id }) => id);
/** As the file keeps it: history and old activities of loaded deals only. */
const asKept = ({ records }: Loaded): Loaded['records'] => ({
  ...records,
  stageHistory: withinDepth('stageHistory', { records: records.stageHistory }, records.deals, DEPTH)
    .records as Loaded['records']['stageHistory'],
  activities: withinDepth('activities', { records: records.activities }, records.deals, DEPTH).records as Loaded['records']['activities'],
});
const refreshed = (at: Desk, held: Loaded, sweep = SWEEP_START) =>
  load(
    at,
    { mode: 'incremental', entities: FULL.entities, depth: DEPTH, marks: marksAfter(held), sweep },
    { previous: held.records, heldAt: held.cursor.asOf - 300, direct: true },
  );

describe('a load from a day on', () => {
  test('asks for deals that changed since, older ones that are open, and older ones closed with a later date; for everything else as ever', () => {
    const { at, commands } = listening(desk(portal()));
    const first = load(at, FULL, { direct: true });
    expect(idsOf(first)).toEqual(wanted);
    const deals = commands.filter((command) => command.includes('entityTypeId=2') && command.startsWith('crm.item.list'));
    const windows = [
      '[<updatedTime]=2026-02-27T00:00:00+00:00&filter[stageSemanticId]=P',
      '[<updatedTime]=2026-02-27T00:00:00+00:00&filter[!=stageSemanticId]=P&filter[>=closedate]=2026-02-27',
      '[>=updatedTime]=2026-02-27T00:00:00+00:00',
    ];
    expect(deals.filter((command) => windows.filter((window) => command.includes(window)).length !== 1)).toEqual([]);
    const counts = deals.filter((command) => command.includes('start=0'));
    expect(windows.map((window) => counts.filter((command) => command.includes(window)).length)).toEqual([1, 1, 1]);
    const others = commands.filter((command) => !deals.includes(command));
    const filtered = others.filter((command) =>
      /updatedTime|LAST_UPDATED|CREATED_TIME|closedate/.test(command.replace(/select\[[^&]*/g, '')),
    );
    expect(filtered.filter((command) => !command.includes('start=0'))).toEqual([]);
    // Old activities are kept in part only: those of the depth are counted.
    expect(filtered).toEqual([expect.stringMatching(/^crm\.activity\.list.*\[>=LAST_UPDATED\]=2026-02-27T00:00:00\+00:00/)]);
  });

  test('without a day no list is filtered', () => {
    const { at, commands } = listening(desk(portal()));
    const { depth: _, ...everything } = FULL;
    expect(idsOf(load(at, everything, { direct: true }))).toEqual(ids);
    expect(commands.filter((command) => /\[[<>]=?updatedTime|filter\[[!=]*stageSemanticId|closedate\]/.test(command))).toEqual([]);
  });

  test('is complete wherever it is killed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 5 }), (kills) => {
        const killAt = (wave: number) => kills.includes(wave);
        expect(idsOf(load(desk(portal()), FULL, { killAt }))).toEqual(wanted);
      }),
      { ...HEAVY, numRuns: 4 },
    );
  });
});

describe('a refresh of such a load', () => {
  test('brings every deal that is touched with its whole history and its activities, however many there are', () => {
    const at = desk(portal());
    const first = load(at, FULL, { direct: true });
    const held = { ...first, records: asKept(first) };
    const touched = ids.filter((id) => kindOf(id) === 'closed').slice(0, 1000);
    at.clock.advance(3_600_000);
    at.portal.mutate({ deals: touched.map((id) => ({ id, title: 'touched' })) } as PortalFile);
    const next = refreshed(at, held);
    expect(idsOf(next)).toEqual([...wanted, ...touched].sort((a, b) => a - b));
    for (const records of [next.records.stageHistory, next.records.activities]) {
      const owners = new Set(records.map(({ ownerId }) => ownerId));
      expect(touched.filter((id) => !owners.has(id))).toEqual([]);
    }
    expect(next.cursorLength).toBeLessThan(9000);
  });

  test('asks for no history when nothing came from outside, and finds nothing deleted or unknown', () => {
    const { at, commands } = listening(desk(portal()));
    const first = load(at, FULL, { direct: true });
    let held: Loaded = { ...first, records: asKept(first) };
    let sweep: SweepMark = SWEEP_START;
    for (let hour = 0; hour < 24; hour++) {
      at.clock.advance(3_600_000);
      commands.length = 0;
      held = refreshed(at, held, sweep);
      expect(held.cursor.sweep?.sent).toBe(1);
      sweep = held.cursor.sweep ?? SWEEP_START;
      expect(commands.filter((command) => command.includes('@OWNER_ID') || command.includes('@id'))).toEqual([]);
    }
    expect(idsOf(held)).toEqual(wanted);
  });

  test('notices a deal that is gone, whichever filter it was loaded by', () => {
    const at = desk(portal());
    const first = load(at, FULL, { direct: true });
    const gone = ['dated', 'open', 'recent'].map((kind) => ids.find((id) => kindOf(id) === kind) ?? 0);
    at.portal.mutate({ delete: { deals: [...gone, 2] } } as never);
    at.clock.advance(3_600_000);
    let held: Loaded = { ...first, records: asKept(first) };
    let sweep: SweepMark = SWEEP_START;
    for (let hour = 0; hour < 26; hour++) {
      at.clock.advance(3_600_000);
      held = refreshed(at, held, sweep);
      sweep = held.cursor.sweep ?? SWEEP_START;
    }
    expect(idsOf(held)).toEqual(wanted.filter((id) => !gone.includes(id)));
  });
});
