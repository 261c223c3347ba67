// Many periods or people in one pass give what a pass for each gives, on any portal.
import fc from 'fast-check';
import { METRIC_IDS, metricRows, metricRowsOf } from '../../src/metrics/catalogue';
import { forecastTotals } from '../../src/metrics/forecast';
import { groupingByManager, groupingByPipeline } from '../../src/metrics/grouping';
import type { Slice } from '../../src/metrics/slice';
import { stageProbabilities } from '../../src/metrics/stage-probabilities';
import { type DayRange, parseIsoDay } from '../../src/period';
import { HEAVY } from '../fuzz';
import { madeFacts } from '../made-records';
import { world } from '../made-worlds';

const first = parseIsoDay('2025-03-01') ?? 0;

/** Periods that follow each other, of any lengths, around the days of the worlds. */
const periods: fc.Arbitrary<DayRange[]> = fc
  .tuple(fc.nat(60), fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 5 }))
  .map(([offset, lengths]) => {
    let start = first + offset;
    return lengths.map((length) => {
      const period = { start, end: start + length - 1 };
      start += length;
      return period;
    });
  });

test('every metric of periods in a row is that of each period by itself: all together, by manager and by pipeline', () => {
  fc.assert(
    fc.property(world, periods, fc.option(fc.nat(1)), (records, asked, pipeline) => {
      const facts = madeFacts(records, { settings: { junkStages: ['SPAM'] } });
      const slice: Slice = { period: { start: 0, end: 0 }, managers: null, pipelines: pipeline === null ? null : new Set([pipeline]) };
      for (const grouping of [null, groupingByManager(facts), groupingByPipeline(facts)]) {
        const each = asked.map((period) => metricRows(facts, { ...slice, period }, METRIC_IDS, grouping));
        expect(metricRowsOf(facts, slice, asked, METRIC_IDS, grouping)).toEqual(each);
      }
    }),
    HEAVY,
  );
});

test('the forecast of each person in one pass is the forecast of that person', () => {
  fc.assert(
    fc.property(world, fc.integer({ min: 0, max: 60 }), (records, length) => {
      const facts = madeFacts(records);
      const probabilities = stageProbabilities(facts, { shrink: 5, probabilities: { NEW: 0.3 } });
      const slice: Slice = { period: { start: first + 60, end: first + 60 + length }, managers: null, pipelines: null };
      const each = facts.labels.managers.map(
        (_, index) => forecastTotals(facts, { ...slice, managers: new Set([index]) }, probabilities)[0],
      );
      expect(forecastTotals(facts, slice, probabilities, groupingByManager(facts))).toEqual(each);
    }),
    HEAVY,
  );
});
