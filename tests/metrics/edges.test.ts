// On which side of each bound a deal, a day or a share falls: the first value inside and the first one outside.
import { DEFAULT_NORMS } from '../../src/inputs/norms';
import { bitrixDealConversion, bitrixManagerRating, bitrixSalesPlan } from '../../src/metrics/bitrix-figures';
import { bottleneck, passVerdict } from '../../src/metrics/bottleneck';
import { channelTable } from '../../src/metrics/channels';
import { clientTable, rfmTable } from '../../src/metrics/clients';
import { compared } from '../../src/metrics/coaching';
import { cohortFunnel } from '../../src/metrics/cohort-funnel';
import { forecast, forecastRange } from '../../src/metrics/forecast';
import { productTable } from '../../src/metrics/products';
import { qualityTable } from '../../src/metrics/quality';
import type { Slice } from '../../src/metrics/slice';
import { nextProbability, stageProbabilities, winProbability } from '../../src/metrics/stage-probabilities';
import { stuckDeals } from '../../src/metrics/stuck';
import { whatIf } from '../../src/metrics/what-if';
import { monthRange, parseIsoDay } from '../../src/period';
import { Z95 } from '../../src/stats';
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';

const day = (text: string) => parseIsoDay(text) ?? 0;
const may: Slice = { period: monthRange('2025-05') ?? { start: 0, end: 0 }, managers: null, pipelines: null };
const won = { stageId: 'WON', semantic: 'S' } as const;

/** Facts of wins that closed at the moments given, deal 1 first; made on `NEW` in 2023. */
const winsAt = (...moments: string[]) =>
  madeFacts({
    deals: moments.map((_, index) => madeDeal(index + 1, { ...won, createdTime: at('2023-01-01 10:00'), companyId: 501 + index })),
    stageHistory: moments.flatMap((moment, index) => madeHistory(index + 1, ['2023-01-01 10:00', 'NEW'], [moment, 'WON'])),
  });

describe('the last 365 days', () => {
  test('of stage probabilities begin a second after asOf − 365 days (20 May 2024, 18:00)', () => {
    const closed = (moment: string) => stageProbabilities(winsAt(moment), { shrink: 5, probabilities: {} })[0]?.stages[0]?.closed;
    expect([closed('2024-05-20 18:00:00'), closed('2024-05-20 18:00:01')]).toEqual([0, 1]);
  });

  test('of RFM begin on the day after (21 May 2024), whatever the hour', () => {
    const facts = winsAt('2024-05-20 23:59', '2024-05-21 00:00', '2025-05-20 17:00');
    expect(rfmTable(facts, may).map(({ key, recencyDays }) => [key, recencyDays])).toEqual([
      ['COMPANY_502', 364],
      ['COMPANY_503', 0],
    ]);
  });

  test('of completed stays begin there too, and count from the minimum on', () => {
    // The open deal stands on NEW for 10 days. Stays of 1 day each would make it stuck; the typed norm of 30 would not.
    const stuckAmong = (exits: readonly string[], minStays: number) => {
      const stays = exits.map((exit, index) => ({ id: index + 2, exit }));
      const facts = madeFacts({
        deals: [
          madeDeal(1, { createdTime: at('2025-05-10 18:00') }),
          ...stays.map(({ id }) => madeDeal(id, { ...won, createdTime: at('2024-05-01 10:00') })),
        ],
        stageHistory: [
          ...madeHistory(1, ['2025-05-10 18:00', 'NEW']),
          ...stays.flatMap(({ id, exit }) => madeHistory(id, [new Date((at(exit) - 86400) * 1000).toISOString(), 'NEW'], [exit, 'WON'])),
        ],
      });
      return stuckDeals(facts, may, { stageDays: { NEW: 30 }, idleDays: 1000, minStays })[0]?.reasons.includes('stuckInStage');
    };
    expect([
      stuckAmong(['2024-05-20 23:59', '2024-05-21 00:00'], 2),
      stuckAmong(['2024-05-21 00:00', '2024-05-21 00:00'], 2),
      stuckAmong(['2024-05-21 00:00', '2024-05-21 00:00'], 3),
    ]).toEqual([false, true, false]);
  });
});

test('a deal is stuck, idle or overdue only beyond the bound (M17)', () => {
  const reasonsOf = (fields: Parameters<typeof madeDeal>[1], entered = '2025-05-13 18:00') => {
    const facts = madeFacts({ deals: [madeDeal(1, fields)], stageHistory: madeHistory(1, [entered, 'NEW']) });
    return stuckDeals(facts, may, { ...DEFAULT_NORMS, stageDays: { NEW: 7 } })[0]?.reasons;
  };
  const alive = { lastActivityTime: at('2025-05-13 18:00'), closedate: '2025-05-20' };
  expect([
    reasonsOf(alive),
    reasonsOf({ ...alive, lastActivityTime: at('2025-05-13 17:59:59') }),
    reasonsOf({ ...alive, closedate: '2025-05-19' }),
    reasonsOf(alive, '2025-05-13 17:59:59'),
    reasonsOf({ ...alive, closedate: '' }),
  ]).toEqual([['noNextStep'], ['idle', 'noNextStep'], ['noNextStep', 'overdueClose'], ['stuckInStage', 'noNextStep'], ['noNextStep']]);
});

test('a deal is due from asOf’s date to the end of the period, overdue before, later after (M27)', () => {
  const dates = ['2025-05-19', '2025-05-20', '2025-05-31', '2025-06-01', ''];
  const facts = madeFacts({
    deals: dates.map((closedate, index) => madeDeal(index + 1, { closedate, opportunity: 10 ** index })),
    stageHistory: dates.flatMap((_, index) => madeHistory(index + 1, ['2025-05-01 10:00', 'NEW'])),
  });
  const found = forecast(facts, may, stageProbabilities(facts, { shrink: 5, probabilities: { NEW: 0.5 } }));
  expect(found.deals.map(({ when }) => when)).toEqual(['overdue', 'due', 'due', 'later', 'later']);
  expect({ ...found, deals: [] }).toEqual({
    deals: [],
    weighted: 5555.5,
    won: 0,
    due: 55,
    total: 55,
    overdue: 0.5,
    dueSum: 110,
    unknown: 0,
  });
});

test('no probability and no currency add nothing to the forecast, and are counted', () => {
  const facts = madeFacts({
    deals: [madeDeal(1), madeDeal(2, { currencyId: 'EUR' }), madeDeal(3, { stageId: 'OLD' })],
    stageHistory: [1, 2, 3].flatMap((id) => madeHistory(id, ['2025-05-01 10:00', id === 3 ? 'OLD' : 'NEW'])),
  });
  const none = stageProbabilities(facts, { shrink: 5, probabilities: {} });
  expect(forecast(facts, may, none)).toMatchObject({ weighted: 0, unknown: 3 });
  const typed = stageProbabilities(facts, { shrink: 5, probabilities: { NEW: 0.5 } });
  expect(forecast(facts, may, typed)).toMatchObject({ weighted: 50, unknown: 2 });
  expect([winProbability(typed, 0, 0), winProbability(typed, 0, -1), nextProbability(typed, 0, 1), nextProbability(typed, 0, 2)]).toEqual([
    0.5,
    null,
    null,
    1,
  ]);
  expect([forecastRange(null, 7), forecastRange(9, 7), forecastRange(5, 7)]).toEqual([
    { low: 7, high: 7 },
    { low: 7, high: 9 },
    { low: 5, high: 7 },
  ]);
});

test('verdicts begin at the minimum (M16, M36)', () => {
  expect([
    passVerdict(0, 4, 0.9, 5),
    passVerdict(0, 5, 0.9, 5),
    passVerdict(5, 5, 0.1, 5),
    passVerdict(3, 5, 0.6, 5),
    passVerdict(3, 5, null, 5),
  ]).toEqual(['insufficient', 'worse', 'better', 'normal', 'insufficient']);
  const verdict = (n1: number, n2: number) => compared([n1, n1], [0, n2], { minimum: 10, z: Z95 }).verdict;
  expect([verdict(9, 10), verdict(10, 9), verdict(10, 10)]).toEqual(['insufficient', 'insufficient', 'strong']);
  expect(compared([0, 10], [10, 10], { minimum: 10, z: Z95 }).verdict).toBe('weak');
});

test('the main bottleneck is the earlier of equal losses, and none where nothing is lost (M16)', () => {
  // What is lost at EXECUTING weighs 1, what is lost before it the probability of the next stage.
  const lost = (id: number, stage: string, opportunity: number) => ({
    deal: madeDeal(id, { stageId: 'LOSE', semantic: 'F', opportunity }),
    history: madeHistory(id, ['2025-05-01 10:00', stage], ['2025-05-05 10:00', 'LOSE']),
  });
  const mainOf = (probability: number, ...losses: ReturnType<typeof lost>[]) => {
    const facts = madeFacts({ deals: losses.map(({ deal }) => deal), stageHistory: losses.flatMap(({ history }) => history) });
    const even = facts.labels.pipelines.map(({ stages }) => ({
      pipeline: probability,
      stages: stages.map(() => ({ won: 0, closed: 0, raw: null, shrunk: probability })),
    }));
    return bottleneck(facts, may, 0, even, [], 1).main;
  };
  expect([
    mainOf(0.5, lost(1, 'NEW', 100), lost(2, 'PREPARATION', 100)),
    mainOf(0.5, lost(1, 'NEW', 100), lost(2, 'EXECUTING', 100)),
    mainOf(0, lost(1, 'NEW', 100)),
    mainOf(0.5, lost(1, 'NEW', 0)),
  ]).toEqual([0, 2, null, null]);
});

test('a raised pass rate ends at 100 %; a stage without a rate, or no such stage, makes no estimate (M19)', () => {
  // Two entered, one lost at NEW: 1/2 × 1 × 1. Raised by 80 points: 1, so two wins, one more, for 100.
  const facts = madeFacts({
    deals: [madeDeal(1, won), madeDeal(2, { stageId: 'LOSE', semantic: 'F' }), madeDeal(3, { categoryId: 5, stageId: 'C5:NEW' })],
    stageHistory: [
      ...madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'WON']),
      ...madeHistory(2, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'LOSE']),
      ...madeHistory(3, ['2025-05-01 10:00', 'C5:NEW']),
    ],
  });
  expect([
    whatIf(cohortFunnel(facts, may, 0), 0, 0.8, 100),
    whatIf(cohortFunnel(facts, may, 0), 0, 0.1, null),
    whatIf(cohortFunnel(facts, may, 0), 3, 0.1, 100),
    whatIf(cohortFunnel(facts, may, 1), 0, 0.1, 100),
  ]).toEqual([
    { baseWins: 1, newWins: 2, deltaWins: 1, deltaRevenue: 100 },
    { baseWins: 1, newWins: 1.2, deltaWins: expect.closeTo(0.2, 12), deltaRevenue: null },
    null,
    null,
  ]);
});

test('the list of oddities looks at whatever can stand behind the numbers of the period (R17)', () => {
  // 1 was entered closed in May with a day of April, 2 was closed before May, 3 is created after it and open now.
  const facts = madeFacts({
    deals: [
      madeDeal(1, { ...won, closedate: '2025-04-28', companyId: 0, createdTime: at('2025-05-05 10:00') }),
      madeDeal(2, { ...won, companyId: 0, createdTime: at('2025-04-01 10:00') }),
      madeDeal(3, { companyId: 0, createdTime: at('2025-05-18 10:00') }),
    ],
    stageHistory: [
      ...madeHistory(1, ['2025-05-05 10:00', 'WON', 3]),
      ...madeHistory(2, ['2025-04-01 10:00', 'NEW'], ['2025-04-05 10:00', 'WON']),
      ...madeHistory(3, ['2025-05-18 10:00', 'NEW']),
    ],
  });
  const upTo: Slice = { ...may, period: { start: day('2025-05-01'), end: day('2025-05-10') } };
  expect(qualityTable(facts, upTo).find(({ check }) => check === 'NO_CLIENT')).toEqual({
    check: 'NO_CLIENT',
    count: 2,
    sum: 200,
    share: 1,
    deals: [0, 2],
  });
});

test('a class goes by the share before the client; zero and less are C (M22)', () => {
  // 800, 150, 50 of 1000 and a 0: before them 0, 80 %, 95 % and all.
  const amounts = [800, 150, 50, 0];
  const facts = madeFacts({
    deals: amounts.map((opportunity, index) => madeDeal(index + 1, { ...won, opportunity, companyId: 501 + index })),
    stageHistory: amounts.flatMap((_, index) => madeHistory(index + 1, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'WON'])),
  });
  expect(clientTable(facts, may, [0.8, 0.95]).map(({ abc, cumShare }) => [abc, cumShare])).toEqual([
    ['A', 0.8],
    ['B', 0.95],
    ['C', 1],
    ['C', 1],
  ]);
  // Nothing but a zero: it would stand first, yet it is C.
  const zero = madeFacts({
    deals: [madeDeal(1, { ...won, opportunity: 0 })],
    stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'WON']),
  });
  expect(clientTable(zero, may, [0.8, 0.95]).map(({ abc, cumShare }) => [abc, cumShare])).toEqual([['C', null]]);
});

test('costs that are partly in the period give their share of calendar days (M25)', () => {
  // 31 days of May of the 61 of April and May: 610 × 31 / 61 = 310. A cost without a deal keeps its line.
  const facts = madeFacts({ deals: [madeDeal(1)] });
  const period = { start: day('2025-04-01'), end: day('2025-05-31') };
  const june = { start: day('2025-06-01'), end: day('2025-06-30') };
  const rows = channelTable(facts, may, [
    { channel: 'WEB', period, amount: 610 },
    { channel: 'RADIO', period: may.period, amount: 5 },
    { channel: 'PRESS', period: june, amount: 5 },
  ]);
  expect(rows.map(({ key, created, cost, costPerDeal, costPerWon, romi }) => [key, created, cost, costPerDeal, costPerWon, romi])).toEqual([
    ['RADIO', 0, 5, null, null, -1],
    ['WEB', 1, 310, 310, null, -1],
  ]);
});

test('Bitrix24 counts by the card’s dates; a deal closed on the first day of the period was alive in it (M38)', () => {
  const dates = ['2025-04-30', '2025-05-01', '2025-05-31', '2025-06-01'];
  const facts = madeFacts({
    deals: dates.map((closedate, index) =>
      madeDeal(index + 1, { ...won, closedate, movedTime: at(index < 2 ? `${closedate} 10:00` : '2025-05-05 10:00') }),
    ),
    stageHistory: dates.flatMap((date, index) =>
      madeHistory(index + 1, ['2025-04-01 10:00', 'NEW'], [index < 2 ? `${date} 10:00` : '2025-05-05 10:00', index === 3 ? 'LOSE' : 'WON']),
    ),
  });
  expect([bitrixSalesPlan(facts, may).deals, bitrixManagerRating(facts, may, 0).deals]).toEqual([
    [1, 2],
    [1, 2, 3],
  ]);
  const early: Slice = { ...may, period: { start: day('2025-03-01'), end: day('2025-03-31') } };
  expect([bitrixDealConversion(facts, may, 0), bitrixDealConversion(facts, early, 0).alive]).toEqual([
    { alive: 3, withSuccess: 2, value: 2 / 3, deals: [1, 2, 3] },
    0,
  ]);
});

test('product rows that make the amount leave nothing unallocated (M21)', () => {
  const line = { id: 1, ownerId: 1, productId: 7, productName: 'Tea', price: 50, quantity: 2 };
  const facts = madeFacts({
    deals: [madeDeal(1, won), madeDeal(2, { ...won, opportunity: 0 })],
    stageHistory: [1, 2].flatMap((id) => madeHistory(id, ['2025-05-01 10:00', 'NEW'], ['2025-05-05 10:00', 'WON'])),
    productRows: [line],
  });
  expect(productTable(facts, may)).toEqual([
    { kind: 'product', key: '7', name: 'Tea', sum: 100, quantity: 2, share: 1, deals: [0] },
    { kind: 'noRows', key: '', name: '', sum: 0, quantity: 0, share: 0, deals: [1] },
  ]);
});
