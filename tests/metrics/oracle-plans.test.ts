// R14, R16, M19 and M28–M36 against their second reading (oracle-plans.ts), on arbitrary plans, calendars, schemes and portals.
import fc from 'fast-check';
import type { Calendar } from '../../src/inputs/calendar';
import type { Plan } from '../../src/inputs/plan';
import { DEFAULT_NUMBER_SETTINGS } from '../../src/inputs/settings';
import { bonusOf } from '../../src/metrics/bonus';
import { coaching } from '../../src/metrics/coaching';
import { cohortFunnel } from '../../src/metrics/cohort-funnel';
import { comparisonToDate } from '../../src/metrics/comparison';
import { planProgress } from '../../src/metrics/plan-progress';
import { ownTarget } from '../../src/metrics/plan-target';
import { kpiScore } from '../../src/metrics/score';
import { whatIf } from '../../src/metrics/what-if';
import { daysOfPeriod } from '../../src/metrics/working-days';
import { isoDay, parseIsoDay, previousRange } from '../../src/period';
import { newcombe, Z95 } from '../../src/stats';
import { FUZZ, HEAVY } from '../fuzz';
import { expectSame, factsOf, sliceOf } from './against-oracle';
import * as oracle from './oracle';
import * as plans from './oracle-plans';
import { oracleSlice, oracleWorld } from './oracle-worlds';

const day = fc.integer({ min: 0, max: 500 }).map((count) => plans.shifted('2024-10-01', count));
const dayOf = (text: string) => parseIsoDay(text) ?? 0;
const rangeOf = ({ start, end }: plans.Span) => ({ start: dayOf(start), end: dayOf(end) });

/** Months, quarters, half-years and years: what plans are typed for. */
const unit: fc.Arbitrary<plans.Span> = fc
  .record({ year: fc.constantFrom(2024, 2025), months: fc.constantFrom(1, 3, 6, 12), at: fc.nat(11) })
  .map(({ year, months, at }) => {
    const first = Math.floor(at / months) * months;
    const start = new Date(Date.UTC(year, first, 1)).toISOString().slice(0, 10);
    return { start, end: plans.shifted(new Date(Date.UTC(year, first + months, 1)).toISOString().slice(0, 10), -1) };
  });
const custom = fc.tuple(day, fc.nat(70)).map(([start, length]) => ({ start, end: plans.shifted(start, length) }));
const span = fc.oneof(unit, unit, custom);

const calendar: fc.Arbitrary<plans.OracleCalendar> = fc.record({
  holidays: fc.array(day, { maxLength: 30 }),
  extra: fc.array(day, { maxLength: 10 }),
});
const ours = ({ holidays, extra }: plans.OracleCalendar): Calendar => ({
  holidays: new Set(holidays.map(dayOf)),
  extraWorkdays: new Set(extra.map(dayOf)),
});

test('working days, elapsed and remaining (R14)', () => {
  fc.assert(
    fc.property(span, day, calendar, fc.boolean(), (period, asOf, typed, countToday) => {
      expect(daysOfPeriod(rangeOf(period), dayOf(asOf), ours(typed), countToday)).toEqual(plans.elapsedOf(period, asOf, typed, countToday));
    }),
    FUZZ,
  );
});

test('the comparison to date has as many working days as have passed (R16)', () => {
  fc.assert(
    fc.property(span, fc.nat(80), calendar, (period, into, typed) => {
      const asOf = plans.shifted(period.start, into);
      const before = previousRange(rangeOf(period));
      const whole = { start: isoDay(before.start), end: isoDay(before.end) };
      const { elapsed } = plans.elapsedOf(period, asOf, typed, true);
      const found = comparisonToDate(rangeOf(period), dayOf(asOf), ours(typed), true);
      const fits = plans.datesOf(whole).find((end) => plans.workdaysOf({ start: whole.start, end }, typed) === elapsed);
      const expected = asOf > period.end ? whole : elapsed === 0 ? null : { start: whole.start, end: fits ?? whole.end };
      expect(found && { start: isoDay(found.start), end: isoDay(found.end) }).toEqual(expected);
    }),
    FUZZ,
  );
});

test('targets out of longer, shorter and missing plans (M28)', () => {
  const rows = fc.uniqueArray(fc.record({ span: unit, target: fc.integer({ min: 0, max: 1000 }) }), {
    selector: ({ span: { start, end } }) => `${start} ${end}`,
    maxLength: 8,
  });
  fc.assert(
    fc.property(rows, span, calendar, (typed, period, days) => {
      const own = typed.map(({ span: { start, end }, target }) => ({ start, end, target }));
      const listed = own.map(({ start, end, target }): Plan => {
        return { scope: 'manager', id: 11, metric: 'wonSum', period: rangeOf({ start, end }), target };
      });
      const question = { owner: { scope: 'manager', id: 11 }, metric: 'wonSum', period: rangeOf(period) } as const;
      expectSame(
        [
          ownTarget(listed, { ...question, additive: true }, ours(days)),
          ownTarget(listed, { ...question, additive: false }, ours(days)),
          ownTarget(listed, { ...question, additive: true, owner: { scope: 'manager', id: 12 } }, ours(days)),
          ownTarget(listed, { ...question, additive: true, metric: 'wonCount' }, ours(days)),
        ],
        [plans.additiveTarget(own, period, days), plans.wholeTarget(own, period), null, null],
      );
    }),
    FUZZ,
  );
});

test('progress of a plan of any kind (M29–M31)', () => {
  const amount = fc.option(fc.integer({ min: -100, max: 1000 }));
  const kind = fc.record({ additive: fc.boolean(), less: fc.boolean() });
  fc.assert(
    fc.property(amount, amount, kind, span, day, (target, fact, { additive, less }, period, asOf) => {
      const days = plans.elapsedOf(period, asOf, { holidays: [], extra: [] }, true);
      const found = planProgress(target, fact, { additive, better: less ? 'less' : 'more' }, days, DEFAULT_NUMBER_SETTINGS);
      const { status, ...numbers } = found;
      expectSame(numbers, plans.progressOf(target, fact, { additive, less }, days));
      const done = found.attainmentToDate;
      expect(status).toBe(done === null ? 'grey' : done >= 1 ? 'green' : done >= 0.8 ? 'yellow' : 'red');
    }),
    FUZZ,
  );
});

test('KPI scores (M35)', () => {
  const item = fc.record({
    weight: fc.constantFrom(0.1, 0.2, 0.3, 0.5, 1),
    target: fc.constantFrom(0, 1, 2, 100),
    direction: fc.constantFrom('up' as const, 'down' as const),
    floor: fc.constantFrom(0, 0.5),
    cap: fc.constantFrom(1, 1.5),
    fact: fc.option(fc.integer({ min: -10, max: 300 })),
  });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 6 }), (items) => {
      const set = items.map(({ fact: _, ...own }, index) => ({ ...own, metric: String(index) }));
      expectSame(kpiScore(set, (metric) => items[Number(metric)]?.fact ?? null).score, plans.scoreOf(items));
    }),
    FUZZ,
  );
});

test('pay by either mode, with any tiers, threshold and cap (M34)', () => {
  const tiers = fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(0.5, 1, 1.2, 2), { maxLength: 3 }),
      fc.boolean(),
      fc.array(fc.constantFrom(0.01, 0.03, 0.08), { minLength: 4, maxLength: 4 }),
    )
    .map(([bounds, endless, rates]) => {
      const upTo: (number | null)[] = [...bounds].sort((a, b) => a - b);
      return (endless ? [...upTo, null] : upTo).map((bound, index) => ({ upTo: bound, rate: rates[index] ?? 0 }));
    });
  const scheme = fc.record({
    fixed: fc.constantFrom(0, 20000),
    mode: fc.constantFrom('marginal' as const, 'cliff' as const),
    tiers,
    threshold: fc.constantFrom(0, 0.5, 1),
    capTotal: fc.constantFrom(null, 25000),
  });
  fc.assert(
    fc.property(scheme, fc.integer({ min: 0, max: 900 }), fc.constantFrom(null, 0, 100000, 300000), (typed, thousands, plan) => {
      const fact = thousands * 1000;
      const full = { ...typed, name: '', base: 'wonSum', kpiMultiplier: false, kpiMultiplierMax: 1 };
      const { variable, total } = bonusOf(full, { fact, plan, score: null, active: true });
      const expected = plans.payOf(typed, fact, plan);
      expect([variable, total]).toEqual([expect.closeTo(expected.variable, 6), expect.closeTo(expected.total, 2)]);
    }),
    FUZZ,
  );
});

test('what a better stage brings, and each manager against the others (M19, M36)', () => {
  fc.assert(
    fc.property(oracleWorld, oracleSlice, (world, asked) => {
      const facts = factsOf(world);
      const told = oracle.tell(world);
      const slice = sliceOf(facts, asked);
      const everybody = new Set([0, ...world.records.users.map(({ id }) => id)]);
      facts.labels.pipelines.forEach(({ id }, pipeline) => {
        const { rows } = oracle.cohortFunnelRows(told, asked, id);
        const rates = rows.map(({ passRate }) => passRate);
        const product = (values: readonly (number | null)[]) =>
          values.reduce<number | null>((all, one) => (all === null || one === null ? null : all * one), rows[0]?.reached ?? 0);
        rows.forEach((_, stage) => {
          const raised = rates.map((rate, at) => (rate !== null && at === stage ? Math.min(1, rate + 0.1) : rate));
          const [base, wins] = [product(rates), product(raised)];
          const found = whatIf(cohortFunnel(facts, slice, pipeline), stage, 0.1, 1000);
          const none = base === null || wins === null;
          expectSame(found, none ? null : { baseWins: base, newWins: wins, deltaWins: wins - base, deltaRevenue: (wins - base) * 1000 });
        });
        const table = coaching(facts, slice, pipeline, { minimum: 1, z: Z95 });
        facts.labels.managers.forEach(({ id: own }, manager) => {
          if (asked.managers !== null && !asked.managers.has(own)) return;
          const mine = oracle.cohortFunnelRows(told, { ...asked, managers: new Set([own]) }, id).rows;
          const others = new Set([...(asked.managers ?? everybody)].filter((one) => one !== own));
          const team = oracle.cohortFunnelRows(told, { ...asked, managers: others }, id).rows;
          const pair = (row: (typeof mine)[number] | undefined) => [row?.advanced ?? 0, (row?.advanced ?? 0) + (row?.lost ?? 0)] as const;
          expectSame(
            table[manager]?.map(({ manager: k, team: t, difference, lostDeals }) => [k, t, difference, lostDeals.length]),
            mine.map((row, at) => {
              const [[k1, n1], [k2, n2]] = [pair(row), pair(team[at])];
              return [pair(row), pair(team[at]), newcombe(k1, n1, k2, n2), row.lost];
            }),
          );
        });
      });
    }),
    HEAVY,
  );
});
