// What adds up for every portal: breakdowns to the whole, people to everybody, days to periods, portals to their union, and the records behind
// a number to the number. To the kopeck.
import fc from 'fast-check';
import type { FactTables } from '../../src/facts/facts';
import { METRIC_IDS, type MetricId, metricOf, metricRows } from '../../src/metrics/catalogue';
import { channelTable, utmTable } from '../../src/metrics/channels';
import { clientTable } from '../../src/metrics/clients';
import { cohortFunnel, cohortFunnels, lostRows } from '../../src/metrics/cohort-funnel';
import { evidenceOf } from '../../src/metrics/evidence';
import { forecast } from '../../src/metrics/forecast';
import { groupingByManager } from '../../src/metrics/grouping';
import { lossTable } from '../../src/metrics/losses';
import { productTable } from '../../src/metrics/products';
import type { Slice } from '../../src/metrics/slice';
import { stageProbabilities } from '../../src/metrics/stage-probabilities';
import { stuckDeals } from '../../src/metrics/stuck';
import { minorUnits } from '../../src/money';
import { parseIsoDay } from '../../src/period';
import type { Records } from '../../src/raw/records';
import { HEAVY } from '../fuzz';
import { zoneOf } from '../golden-kpi';
import { madeFacts } from '../made-records';
import { world } from '../made-worlds';
import { inZone, sameClock } from '../same-clock';

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

const settings = { junkStages: ['SPAM'], lossReasonField: 'ufCrmReason' };
const ADDITIVE = METRIC_IDS.filter((id) => metricOf(id).additive);
const SUMS: readonly MetricId[] = METRIC_IDS.filter((id) => metricOf(id).additive || ['openCount', 'openSum', 'inWorkDuring'].includes(id));

const minor = (values: readonly number[]) => values.reduce((sum, value) => sum + minorUnits(value), 0);
const valuesOf = (facts: FactTables, asked: Slice, ids: readonly MetricId[]) =>
  (metricRows(facts, asked, ids)[0] ?? []).map((value) => minorUnits(value ?? 0));
const added = (a: readonly number[], b: readonly number[]) => a.map((value, at) => value + (b[at] ?? 0));

describe('every portal', () => {
  test('products, clients, channels and marks add up to the won sum, losses to the lost', () => {
    fc.assert(
      fc.property(world, slice, (records, asked) => {
        const facts = madeFacts(records, { settings });
        const [wonSum = 0, wonCount = 0, lostSum = 0, lostCount = 0] = valuesOf(facts, asked, [
          'wonSum',
          'wonCount',
          'lostSum',
          'lostCount',
        ]);
        const clients = clientTable(facts, asked, [0.8, 0.95]);
        const tables = [channelTable(facts, asked, []), utmTable(facts, asked, 'utmCampaign')];
        const losses = (['reason', 'failStage', 'fromStage'] as const).map((by) => lossTable(facts, asked, by));
        expect({
          products: minor(productTable(facts, asked).map(({ sum }) => sum)),
          clients: [minor(clients.map((row) => row.wonSum)), minor(clients.map((row) => row.wonCount))],
          channels: tables.map((rows) => [minor(rows.map((row) => row.wonSum)), minor(rows.map((row) => row.wonCount))]),
          losses: losses.map((rows) => [minor(rows.map((row) => row.sum)), minor(rows.map((row) => row.count))]),
        }).toEqual({
          products: wonSum,
          clients: [wonSum, wonCount],
          channels: tables.map(() => [wonSum, wonCount]),
          losses: losses.map(() => [lostSum, lostCount]),
        });
      }),
      HEAVY,
    );
  });

  test('every table of everybody holds what the tables of each person hold', () => {
    fc.assert(
      fc.property(world, slice, (records, { period, pipelines }) => {
        const facts = madeFacts(records, { settings });
        const everybody: Slice = { period, pipelines, managers: null };
        const people = [...facts.labels.managers.keys()].map((manager) => ({ ...everybody, managers: new Set([manager]) }));
        const probabilities = stageProbabilities(facts, { shrink: 5, probabilities: {} });
        const stuckNorms = { stageDays: { NEW: 3 }, idleDays: 7, minStays: 5 };
        const held = (asked: Slice): string[] => [
          ...productTable(facts, asked).flatMap(({ kind, key, deals }) => deals.map((deal) => `product ${kind} ${key} ${deal}`)),
          ...clientTable(facts, asked, [0.8, 0.95]).flatMap(({ key, deals }) => deals.map((deal) => `client ${key} ${deal}`)),
          ...channelTable(facts, asked, []).flatMap(({ key, wonDeals }) => wonDeals.map((deal) => `channel ${key} ${deal}`)),
          ...lossTable(facts, asked, 'reason').flatMap(({ key, deals }) => deals.map((deal) => `loss ${key} ${deal}`)),
          ...stuckDeals(facts, asked, stuckNorms).map(({ deal, reasons }) => `stuck ${deal} ${reasons.join()}`),
          ...forecast(facts, asked, probabilities).deals.map(({ deal, when, probability }) => `forecast ${deal} ${when} ${probability}`),
        ];
        expect(people.flatMap(held).sort()).toEqual(held(everybody).sort());
      }),
      HEAVY,
    );
  });

  test('the days of a period add up to the period, for every metric that says so', () => {
    fc.assert(
      fc.property(world, slice, fc.nat(80), (records, asked, cut) => {
        const facts = madeFacts(records, { settings });
        const { start, end } = asked.period;
        const middle = start + (cut % (end - start + 1));
        const part = (from: number, to: number) => valuesOf(facts, { ...asked, period: { start: from, end: to } }, ADDITIVE);
        const whole = valuesOf(facts, asked, ADDITIVE);
        expect(middle === end ? whole : added(part(start, middle), part(middle + 1, end))).toEqual(whole);
      }),
      HEAVY,
    );
  });

  test('two portals that share no deal and no client add up to their union', () => {
    fc.assert(
      fc.property(world, world, slice, (one, other, asked) => {
        const moved = elsewhere(other);
        const union: Records = {
          ...one,
          deals: [...one.deals, ...moved.deals],
          stageHistory: [...one.stageHistory, ...moved.stageHistory],
          productRows: [...one.productRows, ...moved.productRows],
          leads: [...one.leads, ...moved.leads],
          activities: [...one.activities, ...moved.activities],
        };
        // The same people have the same indices: everybody works here or has a deal of the first portal's shape.
        const users = one.users.map((user) => ({ ...user, active: true }));
        const values = (records: Records) => valuesOf(madeFacts({ ...records, users }, { settings }), asked, SUMS);
        expect(added(values(one), values(moved))).toEqual(values(union));
      }),
      HEAVY,
    );
  });

  test('the records behind a number add up to it, for everybody and for each person', () => {
    fc.assert(
      fc.property(world, slice, (records, asked) => {
        const facts = madeFacts(records, { settings });
        for (const id of METRIC_IDS) {
          const { compute, computeGroups } = metricOf(id);
          const evidence = evidenceOf[id];
          const amount = (rows: readonly number[]) => rows.reduce((sum, row) => sum + (facts.deals.amount[row] || 0), 0) / 100;
          const told = (own: Slice) => {
            const rows = evidence?.rows(facts, own) ?? [];
            return evidence?.adds === 'amount' ? amount(rows) : rows.length;
          };
          if (evidence === null || evidence.adds === null) continue;
          expect([id, compute(facts, asked)]).toEqual([id, told(asked)]);
          const byManager = computeGroups(facts, { ...asked, managers: null }, groupingByManager(facts));
          byManager.forEach((value, manager) => {
            expect([id, manager, value]).toEqual([id, manager, told({ ...asked, managers: new Set([manager]) })]);
          });
        }
        for (const pipeline of facts.labels.pipelines.keys()) {
          const [lost = []] = lostRows(facts, asked, pipeline);
          expect(lost.map((rows) => rows.length)).toEqual(cohortFunnel(facts, asked, pipeline).rows.map((row) => row.lost));
          const grouping = groupingByManager(facts);
          cohortFunnels(facts, asked, pipeline, grouping).forEach((funnel, manager) => {
            if (asked.managers !== null && !asked.managers.has(manager)) return;
            expect(funnel).toEqual(cohortFunnel(facts, { ...asked, managers: new Set([manager]) }, pipeline));
          });
        }
      }),
      HEAVY,
    );
  });

  test('what has no number behind it but days says so, and a rate names the records it divides', () => {
    expect(METRIC_IDS.filter((id) => evidenceOf[id] === null)).toEqual(['calls', 'meetings', 'emails', 'tasks', 'todos']);
    for (const id of METRIC_IDS) {
      const { unit } = metricOf(id);
      const evidence = evidenceOf[id];
      if (evidence !== null)
        expect([id, evidence.adds]).toEqual([id, unit === 'count' ? 'count' : id.endsWith('Sum') && unit === 'money' ? 'amount' : null]);
    }
  });

  test.each(['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati'])(
    'days are those of the wall clock: the same clock readings in %s give the same numbers',
    (name) => {
      const zone = zoneOf(name);
      fc.assert(
        fc.property(world, slice, (records, asked) => {
          // Durations differ by the hour that summer time takes, so nothing here may count seconds.
          const under = { settings: { ...settings, misclickSeconds: 0 } };
          const here = madeFacts(records, under);
          const there = madeFacts(sameClock(records, zone), {
            ...under,
            zone,
            asOf: new Date(inZone(here.labels.asOf, zone) * 1000).toISOString(),
          });
          const counts = METRIC_IDS.filter((id) => metricOf(id).unit !== 'days' && id !== 'salesVelocity');
          expect(metricRows(there, asked, counts)).toEqual(metricRows(here, asked, counts));
          const {
            closeTime: _,
            cycle: __,
            ...days
          } = { ...here.cycles, ...here.cards, closeDay: here.deals.closeDay, reach: here.journeys.reachDay };
          expect(days).toEqual({ ...there.cards, closeDay: there.deals.closeDay, reach: there.journeys.reachDay });
          expect([there.stays.exitDay, there.leads, there.activities]).toEqual([here.stays.exitDay, here.leads, here.activities]);
        }),
        HEAVY,
      );
    },
  );
});

/** The same portal with other ids of everything but people. */
function elsewhere(records: Records): Records {
  const far = (id: number) => (id === 0 ? 0 : id + 1000);
  return {
    ...records,
    deals: records.deals.map((deal) => ({ ...deal, id: far(deal.id), companyId: far(deal.companyId), contactId: far(deal.contactId) })),
    stageHistory: records.stageHistory.map((row) => ({ ...row, id: row.id + 1_000_000, ownerId: far(row.ownerId) })),
    productRows: records.productRows.map((row) => ({ ...row, id: far(row.id), ownerId: far(row.ownerId) })),
    leads: records.leads.map((lead) => ({ ...lead, id: far(lead.id) })),
    activities: records.activities.map((one) => ({ ...one, id: far(one.id), ownerId: far(one.ownerId) })),
  };
}
