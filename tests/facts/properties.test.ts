// What holds for every portal: order does not matter, cleaning twice changes nothing, packing loses nothing, journeys only go forward.
import fc from 'fast-check';
import { KpiError } from '../../src/errors';
import { cleanHistory } from '../../src/facts/clean-history';
import { type FactTableName, FLAG, OPEN, type StayFacts } from '../../src/facts/facts';
import { packFacts, stayTextNames, unpackStays, unpackTable } from '../../src/facts/pack';
import { stageDirectory } from '../../src/facts/stages';
import type { Semantic, StageChange } from '../../src/raw/records';
import { HEAVY } from '../fuzz';
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';
import { world } from '../made-worlds';

const asOf = at('2025-05-20 18:00');

describe('every portal', () => {
  test('facts do not depend on the order of the records', () => {
    fc.assert(
      fc.property(
        world.chain((records) =>
          fc.record({
            records: fc.constant(records),
            deals: fc.shuffledSubarray([...records.deals], { minLength: records.deals.length }),
            stageHistory: fc.shuffledSubarray([...records.stageHistory], { minLength: records.stageHistory.length }),
            users: fc.shuffledSubarray([...records.users], { minLength: records.users.length }),
            leads: fc.shuffledSubarray([...records.leads], { minLength: records.leads.length }),
            activities: fc.shuffledSubarray([...records.activities], { minLength: records.activities.length }),
            productRows: fc.shuffledSubarray([...records.productRows], { minLength: records.productRows.length }),
            statuses: fc.shuffledSubarray([...records.statuses], { minLength: records.statuses.length }),
          }),
        ),
        ({ records, ...shuffled }) => {
          expect(madeFacts({ ...records, ...shuffled })).toEqual(madeFacts(records));
        },
      ),
      HEAVY,
    );
  });

  test('every table comes back from its text, and a cut text is refused', () => {
    fc.assert(
      fc.property(world, fc.nat(), (records, cut) => {
        const facts = madeFacts(records);
        const packed = packFacts(facts);
        const unreadable = new KpiError('data', 'columnsUnreadable');
        for (const name of TABLES) {
          const text = packed[name] ?? '';
          expect(unpackTable(name, text)).toEqual(facts[name]);
          expect(() => unpackTable(name, text.slice(0, cut % text.length))).toThrow(unreadable);
        }
        const stayTexts = Object.fromEntries(Object.entries(packed).filter(([name]) => name.startsWith('stays/')));
        expect(stayRows(unpackStays(stayTexts))).toEqual(stayRows(facts.stays));
        for (const [name, text] of Object.entries(stayTexts)) {
          expect(() => unpackStays({ [name]: text.slice(0, cut % text.length) })).toThrow(unreadable);
        }
      }),
      HEAVY,
    );
  });

  test('the stays of one stage are read from one text, and are those of the stage', () => {
    fc.assert(
      fc.property(world, (records) => {
        const facts = madeFacts(records);
        const packed = packFacts(facts);
        facts.labels.pipelines.forEach(({ stages }, pipeline) => {
          for (const stage of [-1, ...stages.keys()]) {
            const names = stayTextNames(facts.labels, { pipelines: new Set([pipeline]), stage });
            expect(names).toHaveLength(1);
            const read = unpackStays(Object.fromEntries(names.map((name) => [name, packed[name] ?? ''])));
            const own = stayRows(facts.stays).filter((row) => row[0] === pipeline && row[1] === stage);
            expect(stayRows(read)).toEqual(own);
          }
        });
      }),
      HEAVY,
    );
  });

  test('a clean history, cleaned again, stays as it is', () => {
    fc.assert(
      fc.property(world, (records) => {
        const stages = stageDirectory(records, {});
        const rules = { stages, misclickSeconds: 60, asOf: at('2026-01-01 00:00') };
        for (const deal of records.deals) {
          const changes = records.stageHistory.filter((row) => row.ownerId === deal.id);
          if (changes.length === 0) continue;
          const once = cleanHistory(deal, changes, rules);
          const again = once.rows.map((row, index): StageChange => {
            const semantic: Semantic = row.semantic === OPEN ? 'P' : row.semantic === 1 ? 'S' : 'F';
            const categoryId = stages.pipelines[row.stage.pipeline]?.id ?? 0;
            return { id: index, typeId: 2, ownerId: deal.id, time: row.time, categoryId, stageId: row.stage.id, semantic };
          });
          const twice = cleanHistory(deal, again, rules);
          expect([twice.rows, twice.flags & FLAG.MISCLICK]).toEqual([once.rows, 0]);
        }
      }),
      HEAVY,
    );
  });

  test('a journey reaches stages in order, never before its entry unless the win was earlier', () => {
    fc.assert(
      fc.property(world, (records) => {
        const { journeys, labels } = madeFacts(records);
        for (let row = 0; row < journeys.count; row++) {
          const stages = labels.pipelines[journeys.pipeline[row] ?? 0]?.stages.length ?? 0;
          const maxIdx = journeys.maxIdx[row] ?? 0;
          const reached = [...journeys.reachDay.slice(journeys.reachStart[row], journeys.reachStart[row + 1])];
          expect(maxIdx).toBeGreaterThanOrEqual(1);
          expect(maxIdx).toBeLessThanOrEqual(stages + 1);
          expect(reached.length).toBe(Math.min(maxIdx, stages));
          expect(reached[0]).toBe(journeys.entryDay[row]);
          if (maxIdx <= stages) expect([...reached].sort((a, b) => a - b)).toEqual(reached);
        }
      }),
      HEAVY,
    );
  });

  test('stays of an open deal with history cover its life in progress', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 61, max: 5 * 86400 }), { minLength: 1, maxLength: 6 }), (waits) => {
        let time = at('2025-04-01 10:00');
        const rows = waits.map((wait, index) => {
          time += index === 0 ? 0 : wait;
          return [new Date(time * 1000).toISOString(), ['NEW', 'PREPARATION', 'EXECUTING'][index % 3] ?? 'NEW'] as const;
        });
        const facts = madeFacts({
          deals: [madeDeal(1, { stageId: rows[rows.length - 1]?.[1] ?? 'NEW' })],
          stageHistory: madeHistory(1, ...rows),
        });
        expect(facts.stays.seconds.reduce((sum, seconds) => sum + seconds, 0)).toBe(asOf - at('2025-04-01 10:00'));
      }),
      HEAVY,
    );
  });
});

/** Every table that is one text. */
const TABLES = [
  'labels',
  'deals',
  'cycles',
  'journeys',
  'cards',
  'origins',
  'utm',
  'losses',
  'lines',
  'steps',
  'paces',
  'leads',
  'activities',
  'directories',
  'clients',
  'changes',
  'payees',
  'backs',
] as const satisfies readonly Exclude<FactTableName, 'stays'>[];

/** Stays as rows in the order of pipeline, stage and deal: the order of reading is not part of the facts. */
function stayRows(stays: StayFacts): number[][] {
  return Array.from({ length: stays.count }, (_, row) =>
    [stays.pipeline, stays.stage, stays.deal, stays.seconds, stays.exitDay, stays.openSince].map((column) => column[row] ?? 0),
  ).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0) || (a[2] ?? 0) - (b[2] ?? 0));
}
