// M10, M16–M18, M21–M27, M37, M38 and R17 against their second reading (oracle-sales.ts), on arbitrary worlds and on the worked example.
import fc from 'fast-check';
import { type FactTables, FLAG, type FlagName } from '../../src/facts/facts';
import { DEFAULT_NORMS } from '../../src/inputs/norms';
import { bitrixDealConversion, bitrixManagerRating, bitrixSalesPlan } from '../../src/metrics/bitrix-figures';
import { bottleneck } from '../../src/metrics/bottleneck';
import { channelTable, utmTable } from '../../src/metrics/channels';
import { clientTable, rfmTable } from '../../src/metrics/clients';
import { forecast } from '../../src/metrics/forecast';
import { lossTable } from '../../src/metrics/losses';
import { productTable } from '../../src/metrics/products';
import { qualityTable } from '../../src/metrics/quality';
import type { Slice } from '../../src/metrics/slice';
import { stageProbabilities } from '../../src/metrics/stage-probabilities';
import { stuckDeals } from '../../src/metrics/stuck';
import { parseIsoDay } from '../../src/period';
import { HEAVY } from '../fuzz';
import { golden, goldenRecords } from '../golden-kpi';
import { instant } from '../records-from-portal';
import { expectSame, factsOf, sliceOf } from './against-oracle';
import * as oracle from './oracle';
import * as sales from './oracle-sales';
import { oracleSlice, oracleWorld } from './oracle-worlds';

type Check = (facts: FactTables, slice: Slice, told: oracle.Told, asked: oracle.Slice) => void;

const ids = (facts: FactTables, rows: readonly number[]) => rows.map((row) => facts.deals.id[row] ?? 0).sort((a, b) => a - b);
const byKey = <T extends { readonly key: string }>(rows: readonly T[]) => [...rows].sort((a, b) => (a.key < b.key ? -1 : 1));

const losses: Check = (facts, slice, told, asked) => {
  for (const by of ['reason', 'failStage', 'fromStage'] as const) {
    expectSame(
      byKey(lossTable(facts, slice, by).map((row) => ({ ...row, deals: ids(facts, row.deals) }))),
      sales.lossRows(told, asked, by),
    );
  }
};

const products: Check = (facts, slice, told, asked) => {
  const rows = productTable(facts, slice).map(({ kind, key, sum, quantity, share, deals }) => {
    return { key: kind === 'product' ? key : kind, sum, quantity, share, deals: ids(facts, deals) };
  });
  expectSame(byKey(rows), sales.productRows(told, asked));
};

const clients: Check = (facts, slice, told, asked) => {
  expectSame(
    clientTable(facts, slice, [0.8, 0.95]).map(({ client: _, ...row }) => ({ ...row, deals: ids(facts, row.deals) })),
    sales.clientRows(told, asked, [0.8, 0.95]),
  );
  expectSame(
    rfmTable(facts, slice).map(({ client: _, deals: __, ...row }) => row),
    sales.rfmRows(told, asked),
  );
};

const COSTS = [
  { channel: 'WEB', start: '2025-04-01', end: '2025-04-30', amount: 1000 },
  { channel: 'WEB', start: '2025-05-01', end: '2025-05-31', amount: 900 },
  { channel: 'RADIO', start: '2025-01-01', end: '2025-12-31', amount: 365 },
  { channel: 'CALL', start: '2025-04-01', end: '2025-06-30', amount: 0 },
];

const channels: Check = (facts, slice, told, asked) => {
  const costs = COSTS.map(({ channel, start, end, amount }) => ({
    channel,
    period: { start: parseIsoDay(start) ?? 0, end: parseIsoDay(end) ?? 0 },
    amount,
  }));
  const numbers = (rows: ReturnType<typeof channelTable>) => rows.map(({ createdDeals: _, wonDeals: __, lostDeals: ___, ...row }) => row);
  expectSame(
    numbers(channelTable(facts, slice, costs)),
    sales.channelRows(told, asked, (story) => sales.channelOf(told, story), COSTS),
  );
  expectSame(
    numbers(utmTable(facts, slice, 'utmSource')),
    sales.channelRows(told, asked, (story) => story.deal.utmSource, []),
  );
};

const MANUAL = { NEW: 0.1, 'C5:NEW': 0.25 };

const probable: Check = (facts, slice, told, asked) => {
  const probabilities = stageProbabilities(facts, { shrink: 5, probabilities: MANUAL });
  facts.labels.pipelines.forEach(({ id }, pipeline) => {
    expectSame(probabilities[pipeline], sales.probabilityRows(told, id, 5, MANUAL));
  });
  const found = forecast(facts, slice, probabilities);
  expectSame(
    {
      deals: found.deals.map(({ deal, probability, weighted, when }) => ({ id: facts.deals.id[deal], probability, value: weighted, when })),
      weighted: found.weighted,
      won: found.won,
      total: found.total,
      overdue: found.overdue,
      dueSum: found.dueSum,
    },
    sales.forecastAnswers(told, asked, 5, MANUAL),
  );
};

const leaks: Check = (facts, slice, told, asked) => {
  const probabilities = stageProbabilities(facts, { shrink: 5, probabilities: {} });
  const norms = [0.9, 0.2, null];
  facts.labels.pipelines.forEach(({ id }, pipeline) => {
    for (const minimum of [1, 3]) {
      const { rows, main } = bottleneck(facts, slice, pipeline, probabilities, norms, minimum);
      expectSame(
        {
          rows: rows.map(({ k, n, verdict, lostValue, lostDeals }) => ({ k, n, verdict, lostValue, lostDeals: ids(facts, lostDeals) })),
          main,
        },
        sales.bottleneckRows(told, asked, id, norms, minimum),
      );
    }
  });
};

const stuck: Check = (facts, slice, told, asked) => {
  const stageDays = { NEW: 7, EXECUTING: 3, 'C7:A': 1 };
  for (const minStays of [2, 20]) {
    const found = stuckDeals(facts, slice, { ...DEFAULT_NORMS, stageDays, minStays });
    expectSame(
      found.map(({ deal, stageAge, reasons }) => ({ id: facts.deals.id[deal], age: stageAge, reasons })),
      sales.stuckRows(told, asked, stageDays, 7, minStays),
    );
  }
};

const bitrix: Check = (facts, slice, told, asked) => {
  facts.labels.pipelines.forEach(({ id }, pipeline) => {
    const plan = bitrixSalesPlan(facts, slice);
    const rating = bitrixManagerRating(facts, slice, pipeline);
    const { alive, withSuccess } = bitrixDealConversion(facts, slice, pipeline);
    expectSame(
      { plan: { count: plan.count, sum: plan.sum }, rating: { count: rating.count, sum: rating.sum }, alive, withSuccess },
      sales.bitrixAnswers(told, asked, id),
    );
  });
};

const quality: Check = (facts, slice, told, asked) => {
  const expected = sales.qualityRows(told, asked);
  expectSame(
    qualityTable(facts, slice).map(({ check, count, sum, share, deals }) => [check, { count, sum, share, deals: ids(facts, deals) }]),
    (Object.keys(FLAG) as FlagName[]).map((check) => [check, expected(check)]),
  );
};

const CHECKS: readonly (readonly [string, Check])[] = [
  ['losses by reason, fail stage and stage lost from (M18)', losses],
  ['products (M21)', products],
  ['clients by ABC and RFM (M22, M23)', clients],
  ['channels, marks and their costs (M25)', channels],
  ['stage probabilities and the weighted pipeline (M26, M27)', probable],
  ['bottlenecks and the money they lose (M16)', leaks],
  ['deals that stand still (M17)', stuck],
  ['what Bitrix24 would show (M38)', bitrix],
  ['the list of oddities (R17)', quality],
];

describe.each(CHECKS)('%s', (_name, check) => {
  test('on any small portal', () => {
    fc.assert(
      fc.property(oracleWorld, oracleSlice, (world, asked) => {
        const facts = factsOf(world);
        check(facts, sliceOf(facts, asked), oracle.tell(world), asked);
      }),
      HEAVY,
    );
  });

  test('on the worked example', () => {
    const { settings } = golden.inputs;
    const world: oracle.World = {
      records: goldenRecords,
      settings: {
        closeDateSource: 'history',
        misclickSeconds: 60,
        junkStages: [],
        stageAliases: {},
        monthlyRates: {},
        lossReasonField: settings.lossReasonField,
      },
      timeZone: settings.timeZone,
      asOf: instant(settings.asOf),
    };
    const facts = factsOf(world);
    for (const [start = '', end = ''] of [settings.period, settings.cohortPeriod]) {
      const asked = { start, end, managers: null, pipelines: null };
      check(facts, sliceOf(facts, asked), oracle.tell(world), asked);
    }
  });
});
