// Clients, channels, losses and products: in which order their lines go, and what the equal, the negative and the empty do.
import { channelTable, utmTable } from '../../src/metrics/channels';
import { clientKey, clientTable, rfmTable } from '../../src/metrics/clients';
import { lossTable, reasonKey } from '../../src/metrics/losses';
import { productTable } from '../../src/metrics/products';
import type { Slice } from '../../src/metrics/slice';
import { monthRange } from '../../src/period';
import { at, closedDeals, madeDeal, madeFacts, madeHistory } from '../made-records';

const may: Slice = { period: monthRange('2025-05') ?? { start: 0, end: 0 }, managers: null, pipelines: null };
const won = { stageId: 'WON', semantic: 'S' } as const;
const lost = { stageId: 'LOSE', semantic: 'F' } as const;
const ABC = [0.8, 0.95] as const;

describe('clients (M22, M23)', () => {
  test('of equal sums go by their key; a company and a contact of one number are two', () => {
    const facts = madeFacts(
      closedDeals(
        { ...won, companyId: 0, contactId: 502 },
        { ...won, companyId: 503 },
        { ...won, companyId: 502 },
        { ...won, companyId: 502 },
        { ...won, companyId: 0, contactId: 0 },
      ),
    );
    expect(clientTable(facts, may, ABC).map(({ key, wonCount, deals }) => [key, wonCount, deals])).toEqual([
      ['COMPANY_502', 2, [2, 3]],
      ['COMPANY_503', 1, [1]],
      ['CONTACT_502', 1, [0]],
      ['', 1, [4]],
    ]);
    expect(rfmTable(facts, may).map(({ key }) => key)).toEqual(['COMPANY_502', 'COMPANY_503', 'CONTACT_502']);
    expect([clientKey(7), clientKey(-7), clientKey(0)]).toEqual(['COMPANY_7', 'CONTACT_7', '']);
  });

  test('are all C when together they brought nothing or less', () => {
    const facts = madeFacts(closedDeals({ ...won, companyId: 501, opportunity: 40 }, { ...won, companyId: 502, opportunity: -100 }));
    expect(clientTable(facts, may, ABC).map(({ key, abc }) => [key, abc])).toEqual([
      ['COMPANY_501', 'C'],
      ['COMPANY_502', 'C'],
    ]);
  });

  test('are recent by their last win, and score by those who are strictly worse', () => {
    const facts = madeFacts({
      deals: [
        madeDeal(1, { ...won, companyId: 501, opportunity: 10 }),
        madeDeal(2, { ...won, companyId: 501, opportunity: 20 }),
        madeDeal(3, { ...won, companyId: 502, opportunity: 30 }),
        madeDeal(4, { ...won, companyId: 503, opportunity: 50 }),
      ],
      stageHistory: [
        ...madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-19 10:00', 'WON']),
        ...madeHistory(2, ['2025-05-01 10:00', 'NEW'], ['2025-05-10 10:00', 'WON']),
        ...madeHistory(3, ['2025-05-01 10:00', 'NEW'], ['2025-05-18 10:00', 'WON']),
        ...madeHistory(4, ['2025-05-01 10:00', 'NEW'], ['2025-05-02 10:00', 'WON']),
      ],
    });
    expect(rfmTable(facts, may)).toEqual([
      { client: 501, key: 'COMPANY_501', recencyDays: 1, frequency: 2, monetary: 30, R: 4, F: 4, M: 1, deals: [0, 1] },
      { client: 502, key: 'COMPANY_502', recencyDays: 2, frequency: 1, monetary: 30, R: 2, F: 1, M: 1, deals: [2] },
      { client: 503, key: 'COMPANY_503', recencyDays: 18, frequency: 1, monetary: 50, R: 1, F: 1, M: 4, deals: [3] },
    ]);
  });
});

describe('channels (M25)', () => {
  test('several costs of a channel add up; a channel has its created, won and lost deals', () => {
    const facts = madeFacts(closedDeals(won, lost, {}, { ...won, sourceId: 'CALL' }, { ...won, sourceId: '' }));
    const cost = (channel: string, amount: number) => ({ channel, period: may.period, amount });
    expect(channelTable(facts, may, [cost('WEB', 20), cost('WEB', 30)])).toEqual([
      expect.objectContaining({ key: '', created: 1, wonCount: 1, cost: null, costPerDeal: null, costPerWon: null, romi: null }),
      expect.objectContaining({ key: 'CALL', wonSum: 100, lostCount: 0, winRateCount: 1, wonDeals: [3] }),
      {
        key: 'WEB',
        created: 3,
        wonCount: 1,
        wonSum: 100,
        lostCount: 1,
        winRateCount: 0.5,
        cost: 50,
        costPerDeal: 50 / 3,
        costPerWon: 50,
        romi: 1,
        createdDeals: [0, 1, 2],
        wonDeals: [0],
        lostDeals: [1],
      },
    ]);
  });

  test('a deal that did not live in the period has no line, be it open now; one that only worked in it has', () => {
    const facts = madeFacts({
      deals: [
        madeDeal(1, { sourceId: 'LATER', createdTime: at('2025-05-10 10:00') }),
        madeDeal(2, { sourceId: 'EARLIER', createdTime: at('2025-04-01 10:00') }),
      ],
    });
    const early: Slice = { ...may, period: { start: may.period.start, end: may.period.start + 1 } };
    expect(channelTable(facts, early, []).map(({ key, created, lostCount }) => [key, created, lostCount])).toEqual([['EARLIER', 0, 0]]);
    expect(channelTable(facts, { ...early, managers: new Set([0]) }, [])).toEqual([]);
  });

  test('marks of advertising are read one by one', () => {
    const facts = madeFacts(closedDeals({ ...won, utmSource: 'ya', utmMedium: 'cpc', utmCampaign: 'may' }));
    expect((['utmSource', 'utmMedium', 'utmCampaign'] as const).map((by) => utmTable(facts, may, by).map(({ key }) => key))).toEqual([
      ['ya'],
      ['cpc'],
      ['may'],
    ]);
  });
});

describe('losses and products (M18, M21)', () => {
  test('losses go by count, then by sum, then by key', () => {
    const reason = (ufCrmReason: string, opportunity: number) => ({ ...lost, opportunity, custom: { ufCrmReason } });
    const records = closedDeals(
      reason('D', 10),
      reason('C', 10),
      reason('B', 90),
      reason('A', 5),
      reason('A', 5),
      { ...lost, opportunity: 10 },
      won,
    );
    const facts = madeFacts(records, { settings: { lossReasonField: 'ufCrmReason' } });
    expect(lossTable(facts, may, reasonKey(facts.directories)).map(({ key, count, sum, share }) => [key, count, sum, share])).toEqual([
      ['A', 2, 10, 2 / 6],
      ['B', 1, 90, 1 / 6],
      ['', 1, 10, 1 / 6],
      ['C', 1, 10, 1 / 6],
      ['D', 1, 10, 1 / 6],
    ]);
    expect([reasonKey({ lossReasonField: '' }), reasonKey({ lossReasonField: 'x' })]).toEqual(['failStage', 'reason']);
  });

  test('products go by sum, then by key; free text has the name for its key; the newest row names a product', () => {
    const row = (id: number, ownerId: number, productId: number, productName: string, price: number) => {
      return { id, ownerId, productId, productName, price, quantity: 1 };
    };
    const facts = madeFacts({
      ...closedDeals({ ...won, opportunity: 70 }, { ...won, currencyId: 'EUR' }, { ...won, opportunity: 5 }, lost),
      productRows: [
        row(1, 1, 8, 'Cup', 10),
        row(2, 1, 7, 'Tea', 10),
        row(3, 1, 0, 'Gift', 30),
        row(4, 2, 7, 'Green tea', 10),
        row(5, 4, 7, 'Black tea', 10),
      ],
    });
    expect(productTable(facts, may).map(({ kind, key, name, sum, quantity, deals }) => [kind, key, name, sum, quantity, deals])).toEqual([
      ['product', 'name:Gift', 'Gift', 30, 1, [0]],
      ['product', '7', 'Green tea', 10, 2, [0, 1]],
      ['product', '8', 'Cup', 10, 1, [0]],
      ['unallocated', '', '', 20, 0, [0]],
      ['noRows', '', '', 5, 0, [2]],
    ]);
  });
});
