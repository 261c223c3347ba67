// B24_RFM and its segments.

import { segmentOf } from '../../src/metrics/rfm-segments';
import { minorUnits } from '../../src/money';
import { golden } from '../golden-kpi';
import { at, madeDeal, madeFacts } from '../made-records';
import { askGolden } from './golden-desk';

type Row = (string | number)[];
const rfm = (args: readonly unknown[] = [], desk = {}) => askGolden('B24_RFM', args, desk) as Row[];
const keyOf = (name: string) => name.replace('Компания #', 'COMPANY_').replace('Контакт #', 'CONTACT_');

test('clients of the worked example, the largest first, with their scores', () => {
  const [header, ...rows] = rfm();
  expect(header).toEqual(['Клиент', 'Дней с покупки', 'Покупок', 'Сумма', 'R', 'F', 'M', 'Сегмент']);
  expect(
    Object.fromEntries(
      rows.map(([name, recencyDays, frequency, monetary, R, F, M]) => [keyOf(String(name)), { recencyDays, frequency, monetary, R, F, M }]),
    ),
  ).toEqual(golden.expected.rfm);
  expect(rows.map((row) => row[7])).toEqual(['Постоянные', 'Крупные', 'Спящие', 'Спящие', 'Спящие', 'Постоянные']);
  const sums = rows.map((row) => Number(row[3]));
  expect(sums).toEqual([...sums].sort((one, other) => other - one));
});

test('people and pipelines cut the purchases', () => {
  expect(rfm(['Анна']).map((row) => row.slice(0, 4))).toEqual([
    ['Клиент', 'Дней с покупки', 'Покупок', 'Сумма'],
    ['Компания #501', 15, 1, 100000],
    ['Контакт #601', 8, 1, 90000],
    ['Контакт #602', 4, 2, 25000],
  ]);
  expect(rfm(['', 5]).map((row) => row[0])).toEqual(['Клиент', 'Компания #502', 'Компания #503']);
});

// The table of the help: the first line that fits.
test.each([
  ['best', 4, 4, 4],
  ['best', 5, 5, 5],
  ['loyal', 3, 4, 5],
  ['loyal', 5, 4, 3],
  ['large', 3, 3, 4],
  ['large', 5, 1, 4],
  ['recent', 4, 3, 3],
  ['average', 3, 3, 3],
  ['average', 3, 1, 1],
  ['leaving', 2, 4, 1],
  ['leaving', 1, 1, 4],
  ['asleep', 2, 3, 3],
  ['asleep', 1, 1, 1],
] as const)('a client is %s with R %d, F %d, M %d', (segment, R, F, M) => expect(segmentOf({ R, F, M })).toBe(segment));

test('beyond 200 clients one line tells how many more and their sum', () => {
  const deals = Array.from({ length: 230 }, (_, index) =>
    madeDeal(index + 1, {
      companyId: index + 1,
      opportunity: index + 0.1,
      stageId: 'WON',
      semantic: 'S',
      movedTime: at('2025-05-05 10:00'),
    }),
  );
  const facts = madeFacts({ deals });
  const [, ...rows] = rfm([], { facts, labels: { lang: 'en' } });
  expect(rows.length).toBe(200);
  expect(rows[0]?.slice(0, 4)).toEqual(['Company #230', 15, 1, 229.1]);
  expect(rows[199]).toEqual(['31 more', '', 31, 468.1, '', '', '', '']);
  expect(rows.reduce((sum, row) => sum + minorUnits(Number(row[3])), 0)).toBe(
    deals.reduce((sum, deal) => sum + minorUnits(deal.opportunity), 0),
  );
});

test('nobody bought: a header alone', () => expect(rfm([], { facts: madeFacts({ deals: [madeDeal(1)] }) }).length).toBe(1));
