// What is remembered when two loads of a portal are compared (R1, R12).
import fc from 'fast-check';
import { KpiError } from '../../src/errors';
import { type DealState, type Remembered, remembered, type Seen } from '../../src/memory/log';
import { packMemory, unpackMemory } from '../../src/memory/pack';
import type { Deal } from '../../src/raw/records';
import { FUZZ } from '../fuzz';
import { at, madeDeal, madeHistory } from '../made-records';
import { load, NOW, twoLoads } from './loads';

const monday = at('2025-05-05 18:00');
const tuesday = at('2025-05-06 18:00');

function stateOf({ assignedById, categoryId, stageId, semantic, opportunity, currencyId }: Deal): DealState {
  return { assignedById, categoryId, stageId, semantic, opportunity, currencyId };
}

const changed = (was: Deal, is: Deal, unseenMove = false): Remembered => ({
  dealId: was.id,
  was: stateOf(was),
  is: stateOf(is),
  unseenMove,
  title: '',
  createdTime: 0,
});

describe('between two loads', () => {
  const deal = madeDeal(1);
  const memory = (now: readonly Deal[], history: Parameters<typeof load>[2] = []) =>
    remembered(load(monday, [deal]), load(tuesday, now, history));

  test('a new owner is remembered with the old one', () => {
    const now = madeDeal(1, { assignedById: 12 });
    expect(memory([now])).toEqual([changed(deal, now)]);
  });

  test('a new amount and a new currency are remembered as they were written', () => {
    const [more, other] = [madeDeal(1, { opportunity: 99.5 }), madeDeal(1, { currencyId: 'USD' })];
    expect(memory([more])).toEqual([changed(deal, more)]);
    expect(memory([other])).toEqual([changed(deal, other)]);
  });

  test('a deal that is gone is remembered with its title and creation', () => {
    expect(memory([])).toEqual([{ ...changed(deal, deal), is: null, title: 'Deal 1', createdTime: deal.createdTime }]);
  });

  test('a move that the history shows is not repeated, one that it does not show is remembered', () => {
    const now = madeDeal(1, { stageId: 'EXECUTING' });
    const shown = madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-06 10:00', 'EXECUTING']);
    expect(memory([now], shown)).toEqual([]);
    expect(memory([now], shown.slice(0, 1))).toEqual([changed(deal, now, true)]);
    expect(memory([now], madeHistory(2, ['2025-05-06 10:00', 'EXECUTING']))).toEqual([changed(deal, now, true)]);
  });

  test('an older stay on the same stage does not show the move', () => {
    const now = madeDeal(1, { stageId: 'EXECUTING' });
    const older = madeHistory(1, ['2025-05-01 10:00', 'EXECUTING'], ['2025-05-02 10:00', 'NEW']);
    expect(memory([now], older)).toEqual([changed(deal, now, true)]);
  });

  test('the same stage code in another pipeline is a move of its own', () => {
    const now = madeDeal(1, { categoryId: 5 });
    expect(memory([now], madeHistory(1, ['2025-05-06 10:00', 'NEW']))).toEqual([changed(deal, now, true)]);
  });

  test('closing is remembered although the history shows it: the load that first saw it counts for pay', () => {
    const now = madeDeal(1, { stageId: 'WON', semantic: 'S' });
    const shown = madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-06 10:00', 'WON']);
    expect(memory([now], shown)).toEqual([changed(deal, now)]);
  });

  test('other fields of a card are not remembered', () => {
    expect(memory([madeDeal(1, { title: 'Other', updatedTime: tuesday, lastActivityTime: tuesday, closedate: '2025-05-30' })])).toEqual([]);
  });

  test('a deal made since is nobody’s memory; an older one that comes into sight is', () => {
    const made = madeDeal(2, { createdTime: monday + 1 });
    const old = madeDeal(3, { createdTime: monday });
    expect(memory([deal, made, old])).toEqual([{ ...changed(old, old), was: null }]);
  });
});

describe('nothing comes from nothing', () => {
  const now = [madeDeal(2, { assignedById: 12 })];
  const last = load(monday, [madeDeal(1), madeDeal(2)]);

  test('a first load remembers nothing', () => {
    expect(remembered(null, load(tuesday, now))).toEqual([]);
  });

  test('another portal has other deals under the same ids', () => {
    expect(remembered(last, load(tuesday, now, [], { portal: 'other.bitrix24.ru' }))).toEqual([]);
  });

  test('another user sees other deals: none of them is gone or new, but what both see is compared', () => {
    expect(remembered(last, load(tuesday, [...now, madeDeal(3)], [], { userId: 2 }))).toEqual([changed(madeDeal(2), now[0] as Deal)]);
  });

  test('a template is no deal (R4): made of a deal it is not gone, and deleted it leaves nothing', () => {
    const template = madeDeal(1, { recurring: true });
    expect(remembered(load(monday, [madeDeal(1)]), load(tuesday, [template]))).toEqual([]);
    expect(remembered(load(monday, [template]), load(tuesday, []))).toEqual([]);
  });
});

describe('whatever happens between two loads', () => {
  const seen = (asOf: number, deals: readonly Deal[]): Seen => load(asOf, deals);

  test('what is remembered turns the old owners, amounts and states into the new ones', () => {
    fc.assert(
      fc.property(twoLoads, ({ before, after }) => {
        const entries = remembered(seen(NOW, before.deals), seen(NOW + 3600, after.deals));
        const known = new Map(before.deals.map((deal) => [deal.id, stateOf(deal)]));
        for (const { dealId, was, is } of entries) {
          expect(known.get(dealId) ?? null).toEqual(was);
          if (is === null) known.delete(dealId);
          else known.set(dealId, is);
        }
        // Templates are left as they were, deals made since are not memory.
        for (const deal of after.deals) if (deal.recurring || deal.createdTime > NOW) known.delete(deal.id);
        expect([...known.keys()].sort()).toEqual(
          after.deals
            .filter((deal) => !deal.recurring && deal.createdTime <= NOW)
            .map((deal) => deal.id)
            .sort(),
        );
        for (const deal of after.deals) if (known.has(deal.id)) expect(known.get(deal.id)).toEqual(stateOf(deal));
      }),
      FUZZ,
    );
  });

  test('nothing is remembered twice: a deal has one entry, and the same load compared again has none', () => {
    fc.assert(
      fc.property(twoLoads, ({ before, after }) => {
        const entries = remembered(seen(NOW, before.deals), seen(NOW + 3600, after.deals));
        const ids = entries.map((entry) => entry.dealId);
        expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
        const again = after.deals.map((deal) => ({ ...deal }));
        expect(remembered(seen(NOW + 3600, after.deals), seen(NOW + 7200, again))).toEqual([]);
      }),
      FUZZ,
    );
  });

  test('every block comes back from its text; a text that is cut is refused', () => {
    const block = twoLoads.map(({ before, after }) => ({
      portal: 'пример.bitrix24.ru',
      since: NOW,
      asOf: NOW + 3600,
      entries: remembered(seen(NOW, before.deals), seen(NOW + 3600, after.deals)),
    }));
    fc.assert(
      fc.property(fc.array(block, { maxLength: 3 }), fc.nat(), (log, cut) => {
        const text = packMemory(log);
        expect(unpackMemory(text)).toEqual(log);
        expect(() => unpackMemory(text.slice(0, cut % text.length))).toThrow(KpiError);
      }),
      FUZZ,
    );
  });
});
