// The second phase of a first load: numbers come with the first commit, product rows with the second; between the two a table of products says that it waits.
import { act, connected, rawCells, sentence } from './loaded-desk';

const products = '=B24_TOP("2025-05";;;"товар";10;;B24_DATA)';
const waiting = /Товары сделок ещё загружаются/;

/** A first load whose run dies at the first request for product rows. */
function betweenCommits() {
  let atProducts = false;
  const desk = connected({
    intercept: (body) => {
      if (body.includes('crm.item.productrow.list')) atProducts = true;
      return null;
    },
  });
  const kill = {
    at: 'call',
    nth: 1,
    unflushed: 'kept',
    counts: (call: string) => call.startsWith('SpreadsheetApp') && atProducts,
  } as const;
  sentence(() => desk.runtime.run('refresh', [], { as: 'sidebar', kill }));
  expect(atProducts).toBe(true);
  return desk;
}

test('every number but those of products is there after the first commit', () => {
  const desk = betweenCommits();
  expect(desk.value('=B24_DEALS("2025-05";;;"выиграно";B24_DATA)')).toBe(7);
  expect(desk.value(products)).toMatch(waiting);
  expect(desk.value('=B24_STATUS("качество";B24_DATA)')).toMatch(waiting);
  expect(JSON.stringify(desk.value('=B24_QUALITY("2025";;;;B24_DATA)'))).toMatch(waiting);
});

test('the next refresh brings the products, whoever was killed where', () => {
  const desk = betweenCommits();
  const before = desk.portal.stats().requests;
  expect(desk.refresh().done).toBe(true);
  expect(JSON.stringify(desk.value(products))).toContain('Товар А');
  expect(desk.value('=B24_STATUS("качество";B24_DATA)')).not.toMatch(waiting);
  expect(JSON.stringify(rawCells(desk, 'Данные_Товары'))).toContain('Товар А');
  expect(desk.portal.stats().requests - before).toBeLessThan(8);
});

test('a setting that changes numbers in between leaves the products waiting', () => {
  const desk = betweenCommits();
  desk.call('saveSettings', { closeDateSource: 'closedate', misclickSeconds: 60 });
  expect(desk.value(products)).toMatch(waiting);
  desk.refresh();
  expect(JSON.stringify(desk.value(products))).toContain('Товар А');
});

test('a portal without won deals needs one commit', () => {
  const desk = connected();
  desk.portal.mutate({ delete: { deals: [101, 102, 104, 106, 110, 112, 113, 201] } } as never);
  expect(desk.refresh().generation).toBe(1);
  expect(act(desk, `return readIndex_(readStamp_().generation).productsPending`)).toBe(false);
});

test('a refresh after 100 won deals changed asks for their product rows with what is new: three requests, and one for deletions', () => {
  const desk = connected();
  const ids = Array.from({ length: 150 }, (_, at) => 5000 + at);
  const won = { categoryId: 0, stageId: 'WON', stageSemanticId: 'S', opportunity: 100, currencyId: 'RUB', assignedById: 1 };
  const productRows = ids.map((ownerId) => ({
    id: ownerId,
    ownerId,
    ownerType: 'D',
    productName: `Товар ${ownerId}`,
    price: 100,
    quantity: 1,
  }));
  desk.portal.mutate({ deals: ids.map((id) => ({ ...won, id, title: `Сделка ${id}` })), productRows } as never);
  desk.refresh();
  for (const title of ['once', 'twice']) {
    desk.clock.advance(3_600_000);
    desk.portal.mutate({ deals: ids.slice(0, 100).map((id) => ({ id, title: `${title} ${id}` })) });
    desk.clock.advance(60_000);
    const before = desk.portal.stats().requests;
    expect(desk.refresh().done).toBe(true);
    expect(desk.portal.stats().requests - before).toBeLessThanOrEqual(4);
  }
  expect(JSON.stringify(rawCells(desk, 'Данные_Товары'))).toContain('Товар 5149');
});
