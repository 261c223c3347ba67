// What holds for the metrics of every portal: the funnel's identity, and breakdowns that add up to the whole exactly.
import fc from 'fast-check';
import { OPEN } from '../../src/facts/facts';
import { METRIC_IDS, metricOf, metricRows } from '../../src/metrics/catalogue';
import { cohortFunnel, cohortTotals } from '../../src/metrics/cohort-funnel';
import { flowFunnel } from '../../src/metrics/flow-funnel';
import { groupingByManager, groupingByPipeline } from '../../src/metrics/grouping';
import type { Slice } from '../../src/metrics/slice';
import { snapshotFunnel } from '../../src/metrics/snapshot-funnel';
import { minorUnits } from '../../src/money';
import { parseIsoDay } from '../../src/period';
import { HEAVY } from '../fuzz';
import { madeFacts } from '../made-records';
import { world } from '../made-worlds';

const first = parseIsoDay('2025-03-01') ?? 0;
const slice: fc.Arbitrary<Slice> = fc
  .record({
    start: fc.nat(80),
    length: fc.nat(80),
    managers: fc.option(fc.uniqueArray(fc.nat(3)).map((indices) => new Set(indices))),
    pipelines: fc.option(fc.uniqueArray(fc.nat(1)).map((indices) => new Set(indices))),
  })
  .map(({ start, length, managers, pipelines }) => ({
    period: { start: first + start, end: first + start + length },
    managers,
    pipelines,
  }));

/** Metrics whose values over disjoint groups add up to the value of their union. */
const SUMS = METRIC_IDS.filter((id) => metricOf(id).unit === 'count' || ['openSum', 'wonSum', 'lostSum', 'repeatSum'].includes(id));

describe('every portal', () => {
  test('each stage of a funnel keeps its identity: reached = advanced + lost + open + transferred, and the funnel only narrows', () => {
    fc.assert(
      fc.property(world, slice, (records, asked) => {
        const facts = madeFacts(records, { settings: { junkStages: ['SPAM'] } });
        for (const pipeline of facts.labels.pipelines.keys()) {
          const funnel = cohortFunnel(facts, asked, pipeline);
          const reached = [...funnel.rows.map((row) => row.reached), funnel.wonRow.reached];
          for (const row of funnel.rows) expect(row.reached).toBe(row.advanced + row.lost + row.open + row.transferred);
          expect(funnel.rows.map((row) => row.advanced)).toEqual(reached.slice(1));
          expect(reached[0]).toBe(funnel.entered);
          expect(funnel.rows.reduce((sum, row) => sum + row.lost, 0)).toBe(funnel.lost);
          const { rows: _, wonRow: __, ...totals } = funnel;
          expect(cohortTotals(facts, { ...asked, pipelines: new Set([pipeline]) })).toEqual([totals]);
        }
      }),
      HEAVY,
    );
  });

  test('a manager’s funnels add up to the company’s', () => {
    fc.assert(
      fc.property(world, slice, (records, asked) => {
        const facts = madeFacts(records);
        const managers = [...facts.labels.managers.keys()];
        for (const pipeline of facts.labels.pipelines.keys()) {
          const whole = cohortFunnel(facts, { ...asked, managers: null }, pipeline);
          const parts = managers.map((manager) => cohortFunnel(facts, { ...asked, managers: new Set([manager]) }, pipeline));
          whole.rows.forEach((row, stage) => {
            for (const key of ['reached', 'advanced', 'lost', 'open', 'transferred'] as const)
              expect(parts.reduce((sum, part) => sum + (part.rows[stage]?.[key] ?? 0), 0)).toBe(row[key]);
            expect(parts.reduce((sum, part) => sum + minorUnits(part.rows[stage]?.sum ?? 0), 0)).toBe(minorUnits(row.sum));
          });
        }
      }),
      HEAVY,
    );
  });

  test.each([
    ['manager', groupingByManager],
    ['pipeline', groupingByPipeline],
  ])('values by %s add up to the whole exactly, and each line is the value of its own slice', (by, grouping) => {
    fc.assert(
      fc.property(world, slice, (records, asked) => {
        const facts = madeFacts(records);
        const lines = metricRows(facts, asked, METRIC_IDS, grouping(facts));
        const whole = metricRows(facts, asked, METRIC_IDS)[0] ?? [];
        for (const id of SUMS.filter((one) => by === 'manager' || metricOf(one).byPipeline)) {
          const at = METRIC_IDS.indexOf(id);
          expect(lines.reduce((sum, line) => sum + minorUnits(line[at] ?? 0), 0)).toBe(minorUnits(whole[at] ?? 0));
        }
        lines.forEach((line, index) => {
          const wanted = by === 'manager' ? asked.managers : asked.pipelines;
          if (wanted !== null && !wanted.has(index)) return;
          const narrowed = by === 'manager' ? { ...asked, managers: new Set([index]) } : { ...asked, pipelines: new Set([index]) };
          const own = metricRows(facts, narrowed, METRIC_IDS)[0] ?? [];
          // Leads and activities belong to people: no pipeline has a value of theirs.
          const held = METRIC_IDS.map((id) => by === 'manager' || metricOf(id).byPipeline);
          expect(line).toEqual(own.map((value, at) => (held[at] ? value : null)));
        });
      }),
      HEAVY,
    );
  });

  test('the snapshot holds every open deal once; the flow never falls below the wins of skipped stages', () => {
    fc.assert(
      fc.property(world, (records) => {
        const facts = madeFacts(records);
        const everything: Slice = { period: { start: 0, end: 40000 }, managers: null, pipelines: null };
        const open = facts.labels.pipelines.flatMap((_, pipeline) => snapshotFunnel(facts, everything, pipeline).map(({ count }) => count));
        expect(open.reduce((sum, count) => sum + count, 0)).toBe([...facts.deals.state].filter((state) => state === OPEN).length);
        for (const pipeline of facts.labels.pipelines.keys()) {
          const { reached, won } = flowFunnel(facts, everything, pipeline);
          expect([...reached, won]).toEqual([...reached, won].sort((a, b) => b - a));
        }
      }),
      HEAVY,
    );
  });
});
