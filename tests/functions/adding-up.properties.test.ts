// What a person can add up in the cells themselves, on any portal: the lines of every table are its last line, that line is what the function
// of one number answers, people are everybody, and days are their period. To the kopeck.
import fc from 'fast-check';
import type { FunctionName } from '../../src/functions/names';
import { METRIC_IDS, type MetricId, metricOf } from '../../src/metrics/catalogue';
import { proofOf } from '../../src/metrics/proof';
import { minorUnits } from '../../src/money';
import type { Records } from '../../src/raw/records';
import { HEAVY } from '../fuzz';
import { goldenInputs } from '../golden-inputs';
import { madeFacts } from '../made-records';
import { world } from '../made-worlds';
import { type Ask, deskOf, FIRST_DAY, linesOf, period, pipeline, span, summed, who } from './world-desk';

const settings = { junkStages: ['SPAM'], lossReasonField: 'ufCrmReason' };
const deskFor = (records: Records): Ask => deskOf(madeFacts(records, { settings }));

/** Of people, pipelines and channels each deal stands in one. */
const SUMS = METRIC_IDS.filter((id) => metricOf(id).additive || ['openCount', 'openSum', 'inWorkDuring'].includes(id));
const ADDITIVE = SUMS.filter((id) => metricOf(id).additive);
const OF_DEALS = SUMS.filter((id) => metricOf(id).byPipeline);

/** In hundredths; a cell that is no number is told apart from 0. */
const minor = (cell: unknown): number => (typeof cell === 'number' ? minorUnits(cell) : Number.NaN);

/** Pipelines cut deals alone. */
const within = (id: MetricId, asked: unknown): unknown => (metricOf(id).byPipeline ? asked : '');

const asking = fc.tuple(period, who, pipeline);

describe('the lines of a table are its last line, and that is the answer of the function of one number', () => {
  test('B24_TOP by managers, departments and channels, whatever of them is shown', () => {
    fc.assert(
      fc.property(world, asking, fc.integer({ min: 1, max: 4 }), (records, [when, people, where], count) => {
        const ask = deskFor(records);
        for (const by of ['manager', 'department', 'channel'])
          for (const id of by === 'channel' ? OF_DEALS : SUMS) {
            const lines = linesOf(ask('B24_TOP', when, people, within(id, where), by, count, id));
            const total = minor(lines[lines.length - 1]?.[2]);
            expect([by, id, total]).toEqual([by, id, minor(ask('B24_KPI', when, people, within(id, where), id))]);
            expect([by, id, summed(lines.slice(0, -1), 2)]).toEqual([by, id, total]);
          }
      }),
      HEAVY,
    );
  });

  test('B24_TOP by products and clients', () => {
    fc.assert(
      fc.property(world, asking, fc.integer({ min: 1, max: 4 }), (records, [when, people, where], count) => {
        const ask = deskFor(records);
        const sold = [minor(ask('B24_REVENUE', when, people, where)), minor(ask('B24_DEALS', when, people, where, 'won'))];
        for (const [by, metric] of [
          ['product', 'sum'],
          ['product', 'quantity'],
          ['client', 'sum'],
          ['client', 'deals'],
        ]) {
          const lines = linesOf(ask('B24_TOP', when, people, where, by, count, metric));
          const total = lines[lines.length - 1];
          expect([by, minor(total?.[2]), minor(total?.[by === 'client' ? 3 : 4])]).toEqual([by, ...sold]);
          expect([by, summed(lines.slice(0, -1), 2)]).toEqual([by, sold[0]]);
          // A deal has several products but one client.
          if (by === 'client') expect(summed(lines.slice(0, -1), 3)).toBe(sold[1]);
        }
      }),
      HEAVY,
    );
  });

  test('B24_SOURCES by channel and by every mark, B24_LOSSES by every reading', () => {
    fc.assert(
      fc.property(world, asking, (records, [when, people, where]) => {
        const ask = deskFor(records);
        const of = (id: MetricId) => minor(ask('B24_KPI', when, people, where, id));
        for (const by of ['channel', 'utmSource', 'utmMedium', 'utmCampaign']) {
          const lines = linesOf(ask('B24_SOURCES', when, people, where, by));
          const columns = [1, 2, 3, 4];
          expect([by, ...columns.map((column) => minor(lines[lines.length - 1]?.[column]))]).toEqual([
            by,
            ...(['created', 'wonCount', 'wonSum', 'lostCount'] as const).map(of),
          ]);
          expect([by, ...columns.map((column) => summed(lines.slice(0, -1), column))]).toEqual([
            by,
            ...columns.map((column) => minor(lines[lines.length - 1]?.[column])),
          ]);
        }
        for (const by of ['reason', 'fail stage', 'from stage', 'manager', 'source']) {
          const lines = linesOf(ask('B24_LOSSES', when, people, where, by));
          const total = lines[lines.length - 1];
          expect([by, minor(total?.[1]), minor(total?.[2])]).toEqual([by, of('lostCount'), of('lostSum')]);
          expect([by, summed(lines.slice(0, -1), 1), summed(lines.slice(0, -1), 2)]).toEqual([by, of('lostCount'), of('lostSum')]);
        }
      }),
      HEAVY,
    );
  });

  test('B24_KPI_TABLE and B24_PLANFACT_TABLE by manager, department, pipeline and month', () => {
    fc.assert(
      fc.property(world, asking, (records, [when, people, where]) => {
        // Lines of a department and of the one above it overlap: here none is above another.
        const departments = records.departments.map((one) => ({ ...one, parentId: 0 }));
        const ask = deskFor({ ...records, departments });
        const dimensions = [
          ['manager', '', SUMS],
          ['department', '', SUMS],
          ['pipeline', where, OF_DEALS],
          ['month', '', ADDITIVE],
          ['manager', where, OF_DEALS],
        ] as const;
        for (const [by, cut, ids] of dimensions) {
          const lines = linesOf(ask('B24_KPI_TABLE', when, people, cut, by, ids.join(', ')));
          ids.forEach((id, at) => {
            const total = minor(lines[lines.length - 1]?.[at + 1]);
            expect([by, id, total]).toEqual([by, id, minor(ask('B24_KPI', when, people, cut, id))]);
            expect([by, id, summed(lines.slice(0, -1), at + 1)]).toEqual([by, id, total]);
          });
          for (const id of ids.filter((one) => one !== 'inWorkDuring' && one !== 'openCount' && one !== 'openSum')) {
            const facts = linesOf(ask('B24_PLANFACT_TABLE', when, people, cut, id, by));
            const total = minor(facts[facts.length - 1]?.[2]);
            expect([by, id, total]).toEqual([by, id, minor(ask('B24_PLANFACT', when, people, cut, id, 'fact'))]);
            expect([by, id, summed(facts.slice(0, -1), 2)]).toEqual([by, id, total]);
          }
        }
      }),
      HEAVY,
    );
  });

  test('B24_COHORT enters what B24_FUNNEL does, and every stage is left onward, lost, waited at or handed over', () => {
    fc.assert(
      fc.property(world, period, who, fc.constantFrom(0, 5), (records, when, people, where) => {
        const ask = deskFor(records);
        const [first, ...stages] = linesOf(ask('B24_FUNNEL', when, people, where)).slice(0, -1);
        for (const [, reached, , onward, lost, open, handed] of first ? [first, ...stages] : [])
          expect(Number(onward) + Number(lost) + Number(open) + Number(handed)).toBe(reached);
        const months = linesOf(ask('B24_COHORT', when, people, where));
        expect(summed(months.slice(0, -1), 1)).toBe(minor(first?.[1]));
        expect(minor(months[months.length - 1]?.[1])).toBe(minor(first?.[1]));
        expect(minor(ask('B24_KPI', when, people, where, 'cohortEntered'))).toBe(minor(first?.[1]));
      }),
      HEAVY,
    );
  });

  test('B24_FORECAST_DEALS: what was won and what is weighed are the forecast', () => {
    fc.assert(
      fc.property(world, asking, (records, [when, people, where]) => {
        const ask = deskFor(records);
        const lines = linesOf(ask('B24_FORECAST_DEALS', when, people, where));
        const [won, due, forecast, overdue] = lines.slice(-4).map((line) => Number(line[6]));
        const weighed = (state: string) => lines.slice(0, -4).reduce((sum, line) => sum + (line[8] === state ? Number(line[6]) : 0), 0);
        expect(weighed('in the period')).toBeCloseTo(due ?? Number.NaN, 4);
        expect(weighed('overdue')).toBeCloseTo(overdue ?? Number.NaN, 4);
        expect((won ?? 0) + (due ?? 0)).toBeCloseTo(forecast ?? Number.NaN, 4);
        expect([won, forecast, overdue]).toEqual(
          ['won', 'stages', 'overdue'].map((method) => ask('B24_FORECAST', when, people, where, method)),
        );
      }),
      HEAVY,
    );
  });

  test('B24_QUALITY: a check counts the deals that it lists', () => {
    fc.assert(
      fc.property(world, asking, (records, [when, people, where]) => {
        const ask = deskFor(records);
        for (const [check, count, sum] of linesOf(ask('B24_QUALITY', when, people, where))) {
          if (count === '') continue;
          const deals = linesOf(ask('B24_QUALITY', when, people, where, check));
          expect([check, deals.length, summed(deals, 3)]).toEqual([check, count, minor(sum)]);
        }
      }),
      HEAVY,
    );
  });
});

test('B24_EXPLAIN of every metric: the records add up to the number, or divide to it', () => {
  fc.assert(
    fc.property(world, asking, (records, [when, people, where]) => {
      const ask = deskFor(records);
      for (const id of METRIC_IDS) {
        const value = ask('B24_KPI', when, people, within(id, where), id);
        const [head, , ...lines] = ask('B24_EXPLAIN', when, people, within(id, where), id) as unknown[][];
        const total = lines.pop();
        const column = (at: number) => lines.reduce((sum, line) => sum + Number(line[at]), 0);
        expect([id, head?.[6]]).toEqual([id, value]);
        const { how } = proofOf[id];
        if (how === 'sum') expect([id, minor(total?.[6]), minorUnits(column(6))]).toEqual([id, minor(value), minor(value)]);
        else if (how !== 'ratio') expect([id, total?.[6] ?? '']).toEqual([id, how === 'velocity' ? lines.length : value]);
        else if (value === '') expect([id, column(7)]).toEqual([id, 0]);
        else expect(column(6) / column(7)).toBeCloseTo(Number(value), 6);
      }
    }),
    HEAVY,
  );
});

describe('people and days', () => {
  const everyone: readonly FunctionName[] = ['B24_DEALS', 'B24_REVENUE', 'B24_LEADS', 'B24_ACTIVITY'];

  test('everybody is all of them together, and people side by side are their sum', () => {
    fc.assert(
      fc.property(world, period, (records, when) => {
        const facts = madeFacts(records, { settings });
        const ask = deskOf(facts);
        const names = facts.labels.managers.map(({ id }, index) => (index === 0 ? 'No manager' : id));
        const column = names.map((name) => [name]);
        const together = names.join('; ');
        for (const id of SUMS) {
          const all = minor(ask('B24_KPI', when, '', '', id));
          expect([id, summed(ask('B24_KPI', when, column, '', id) as [], 0)]).toEqual([id, all]);
          expect([id, minor(ask('B24_KPI', when, together, '', id))]).toEqual([id, all]);
        }
        for (const name of everyone) expect([name, summed(ask(name, when, column) as [], 0)]).toEqual([name, minor(ask(name, when))]);
        // A rate of all is that of the union of their deals, never a mean.
        const [won, lost, rate] = (['wonCount', 'lostCount', 'winRateCount'] as const).map((id) => ask('B24_KPI', when, together, '', id));
        expect(rate).toEqual(Number(won) + Number(lost) === 0 ? '' : Number(won) / (Number(won) + Number(lost)));
      }),
      HEAVY,
    );
  });

  test('the parts of a period are the period', () => {
    fc.assert(
      fc.property(world, fc.tuple(fc.nat(80), fc.nat(40), fc.nat(40)), who, pipeline, (records, [start, one, other], people, where) => {
        const ask = deskFor(records);
        const first = FIRST_DAY + start;
        const middle = first + one;
        const last = middle + 1 + other;
        for (const id of ADDITIVE) {
          const of = (from: number, to: number) => minor(ask('B24_KPI', span(from, to), people, within(id, where), id));
          expect([id, of(first, middle) + of(middle + 1, last)]).toEqual([id, of(first, last)]);
        }
      }),
      HEAVY,
    );
  });
});

test('pay: the deals of a statement are the base, the tiers divide it, and the statements are the table of pay', () => {
  const inputs = { ...goldenInputs, settings: { ...goldenInputs.settings, payVisible: true } };
  fc.assert(
    fc.property(world, fc.constantFrom('2025-03', '2025-04', '2025-05'), (records, month) => {
      const facts = madeFacts(records, { settings });
      const ask = deskOf(facts, inputs);
      const table = linesOf(ask('B24_BONUS', month));
      // Nobody works here and nobody sold anything: one sentence.
      if (table.length === 1)
        return expect(facts.labels.managers.slice(1).filter(({ active, hasDeals }) => active && hasDeals)).toEqual([]);
      const total = table.pop();
      // Base, variable, fixed and total; what lies between does not add up. The variable part is rounded only with the total (M34): it adds up as it is.
      for (const column of [1, 6, 7]) expect(summed(table, column)).toBe(minor(total?.[column]));
      expect(table.reduce((sum, line) => sum + Number(line[4]), 0)).toBeCloseTo(Number(total?.[4]), 6);
      const people = facts.labels.managers.slice(1);
      const nobody = minor(ask('B24_REVENUE', month, 'No manager'));
      expect(minor(total?.[1]) + nobody).toBe(minor(ask('B24_REVENUE', month)));
      for (const { id, name } of people) {
        const lines = linesOf(ask('B24_BONUS_DEALS', month, id));
        const part = (word: string) => Number(ask('B24_BONUS', month, id, '', word));
        const paid = (word: string) => lines.find((line) => line[0] === word)?.[8];
        const deals = lines.filter((line) => typeof line[0] === 'number');
        expect([id, summed(deals, 6)]).toEqual([id, minor(ask('B24_REVENUE', month, id))]);
        expect([id, part('base'), part('variable'), part('fixed'), part('total')]).toEqual([
          id,
          summed(deals, 6) / 100,
          paid('Variable part'),
          paid('Fixed'),
          paid('Total pay'),
        ]);
        const tiers = lines.filter((line) => typeof line[6] === 'number' && typeof line[7] === 'number' && typeof line[0] === 'string');
        if (tiers.length > 0) expect([id, summed(tiers, 6)]).toEqual([id, minor(part('base'))]);
        expect(tiers.reduce((sum, line) => sum + Number(line[8]), 0)).toBeCloseTo(part('variable'), 4);
        const line = table.find(([shown]) => String(shown).startsWith(name));
        if (line) expect([line[1], line[4], line[6], line[7]]).toEqual(['base', 'variable', 'fixed', 'total'].map(part));
        else expect(deals).toEqual([]);
      }
    }),
    HEAVY,
  );
});
