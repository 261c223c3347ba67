// B24_TOP: the worked example line by line, and what holds for every portal: the lines, the rest and the nameless make the whole.
import fc from 'fast-check';
import { describe as sentenceOf } from '../../src/locale/describe';
import type { MetricId } from '../../src/metrics/catalogue';
import { metricOf } from '../../src/metrics/catalogue';
import { minorUnits } from '../../src/money';
import { HEAVY } from '../fuzz';
import { golden } from '../golden-kpi';
import { madeDeal, madeFacts } from '../made-records';
import { world } from '../made-worlds';
import { days, money, percent } from '../rounded';
import { askGolden, type Desk } from './golden-desk';

type Row = (string | number)[];
const { expected, inputs } = golden;
const top = (by: string, n: unknown = '', metric = '', desk: Desk = {}, who = '') =>
  askGolden('B24_TOP', ['2025-05', who, '', by, n, metric], desk) as Row[];
const complaint = (...args: unknown[]): string => {
  try {
    return JSON.stringify(askGolden('B24_TOP', args));
  } catch (error) {
    return sentenceOf(error, 'ru');
  }
};
const value = (cell: string | number | undefined) => (typeof cell === 'number' ? cell : null);
/** Whole at the metric's rounding, with the name of the person as the example writes it. */
const rounded: Readonly<Record<string, (value: number | null) => number | null>> = { share: percent, money, days, count: (found) => found };

describe('the worked example', () => {
  const people = new Map(inputs.users.map((user) => [String(user.ID), `${user.NAME} ${user.LAST_NAME}`.trim()]));
  const metrics: readonly (readonly [MetricId, string, (scope: typeof expected.company) => number | null])[] = [
    ['created', 'Создано', (scope) => scope.created],
    ['openCount', 'Открыто сейчас', (scope) => scope.openCount],
    ['openSum', 'Сумма открытых', (scope) => scope.openSum],
    ['inWorkDuring', 'В работе', (scope) => scope.inWorkDuring],
    ['wonCount', 'Выиграно', (scope) => scope.wonCount],
    ['wonSum', 'Сумма продаж', (scope) => scope.wonSum],
    ['lostCount', 'Проиграно', (scope) => scope.lostCount],
    ['lostSum', 'Сумма проигранных', (scope) => scope.lostSum],
    ['winRateCount', 'Доля побед, шт.', (scope) => scope.winRateCount],
    ['winRateValue', 'Доля побед, сумма', (scope) => scope.winRateValue],
    ['avgCheque', 'Средний чек', (scope) => scope.avgCheque],
    ['avgChequeNonZero', 'Чек без нулевых', (scope) => scope.avgChequeNonZero],
    ['zeroAmountWon', 'Выиграно без суммы', (scope) => scope.zeroAmountWon],
    ['cycleMedianDays', 'Цикл, медиана', (scope) => scope.cycle.median],
    ['cycleMeanDays', 'Цикл, среднее', (scope) => scope.cycle.mean],
    ['cycleP90Days', 'Цикл, p90', (scope) => scope.cycle.p90],
  ];

  test.each(metrics)('managers by %s', (id, _, of) => {
    const table = top('менеджер', '', id);
    const round = rounded[metricOf(id).unit] ?? money;
    const found = new Map(table.slice(1).map((row) => [String(row[1]).replace(' (уволен)', ''), round(value(row[2]))]));
    expect(found.get('Итого')).toBe(of(expected.company));
    for (const [person, scope] of Object.entries(expected.byManager)) {
      // Whoever left and has nothing to show has no line.
      const nothing = person === '13' && of(scope as typeof expected.company) === 0;
      expect([person, found.get(people.get(person) ?? '') ?? 0]).toEqual([person, nothing ? 0 : of(scope as typeof expected.company)]);
    }
    const ranks = table.slice(1, -1).map((row) => row[0]);
    expect(ranks).toEqual(ranks.map((_rank, at) => at + 1));
  });

  test('products with their shares; what has no product is shown whatever the number of lines, and takes no place', () => {
    const special: Readonly<Record<string, string>> = { Нераспределено: '__UNALLOCATED__', 'Без товаров': '__NO_ROWS__' };
    const keyOf = (name: string) =>
      special[name] ?? ({ 'Товар А': '1001', 'Услуга Б': '1002' } as Readonly<Record<string, string>>)[name] ?? `name:${name}`;
    const lines = top('товар').slice(1, -1);
    expect(
      Object.fromEntries(
        lines.map(([, name, sum, quantity, deals, share]) => [
          keyOf(String(name)),
          { sum: money(value(sum)), quantity, deals, share: percent(value(share)) },
        ]),
      ),
    ).toEqual(expected.products);
    expect(top('товар', 1)).toEqual([
      ['№', 'Товар', 'Сумма продаж', 'Количество', 'Сделок', 'Доля'],
      [1, 'Товар А', 427000, 455, 4, 0.7],
      ['', 'Нераспределено', 5000, 0, 2, 5000 / 610000],
      ['', 'Без товаров', 30000, 0, 2, 30000 / 610000],
      ['', 'Ещё 2', 148000, '', 3, 148000 / 610000],
      ['', 'Итого', 610000, '', 7, 1],
    ]);
  });

  test('clients with cumulative shares and classes', () => {
    const keyOf = (name: string) => name.replace('Компания #', 'COMPANY_').replace('Контакт #', 'CONTACT_');
    const lines = top('клиент').slice(1, -1);
    expect(
      lines.map(([, name, wonSum, wonCount, cumShare, abc]) => [
        keyOf(String(name)),
        { wonSum: money(value(wonSum)), wonCount, cumShare: percent(value(cumShare)), abc },
      ]),
    ).toEqual(Object.entries(expected.clientsABC));
    expect(top('клиент', 4, 'сделки').slice(-2)).toEqual([
      ['', 'Ещё 2', 30000, 2, '', ''],
      ['', 'Итого', 610000, 7, '', ''],
    ]);
  });

  test.each(['created', 'wonCount', 'wonSum', 'lostCount', 'winRateCount'] as const)('channels by %s', (id) => {
    const found = new Map(top('источник', 100, id).map((row) => [row[1] === 'Не указан' ? '__NOT_SET__' : row[1], value(row[2])]));
    const round = rounded[metricOf(id).unit] ?? money;
    for (const [channel, row] of Object.entries(expected.channels))
      expect([channel, round(found.get(channel) ?? 0)]).toEqual([channel, row[id] ?? 0]);
  });

  test('departments hold their own people', () => {
    expect(top('отдел')).toEqual([
      ['№', 'Отдел', 'Сумма продаж', 'Доля'],
      [1, 'Отдел продаж 1', 540000, 540000 / 610000],
      [2, 'Отдел продаж 2', 70000, 70000 / 610000],
      ['', 'Итого', 610000, 1],
    ]);
  });

  test('activities and leads rank people too', () => {
    expect(top('менеджер', 2, 'встречи').slice(1, 2)).toEqual([[1, 'Борис Б.', 1, 1]]);
    expect(top('отдел', '', 'лиды').slice(-1)[0]?.slice(2)).toEqual([expected.leads.created, 1]);
  });
});

test('days rank from the shortest, everything else from the largest; rates of the rest come from its own deals', () => {
  expect(top('менеджер', 1, 'cycleMedianDays').slice(1, 2)).toEqual([[1, 'Вера В. (уволен)', 19.604166666666668]]);
  // Boris and Vera together won 4 of 8, Anna won all her 3.
  expect(top('менеджер', 1, 'Доля побед')).toEqual([
    ['№', 'Менеджер', 'Доля побед, шт.'],
    [1, 'Анна А.', 1],
    ['', 'Ещё 2', 0.5],
    ['', 'Итого', 7 / 11],
  ]);
});

test('people chosen in "who" are the whole of their table', () => {
  expect(top('менеджер', '', '', {}, 'Борис, Вера')).toEqual([
    ['№', 'Менеджер', 'Сумма продаж', 'Доля'],
    [1, 'Борис Б.', 350000, 350000 / 420000],
    [2, 'Вера В. (уволен)', 70000, 70000 / 420000],
    ['', 'Итого', 420000, 1],
  ]);
});

test('whoever works here and sells has a line with 0; whoever has no deals only when asked for', () => {
  const facts = madeFacts({ deals: [madeDeal(1, { assignedById: 12 }), madeDeal(2, { assignedById: 13 })] });
  const names = (by: string, who = '') => top(by, '', '', { facts }, who).map((row) => row[1]);
  expect(names('менеджер')).toEqual(['Manager', 'Boris', 'Total']);
  expect(names('менеджер', 'Anna, Vera')).toEqual(['Manager', 'Anna', 'Total']);
  expect(names('отдел')).toEqual(['Department', 'Sales 2', 'Total']);
  expect(names('отдел', 'Anna')).toEqual(['Department', 'Sales 1', 'Total']);
});

test('deals without a client, a source, a manager or a department take no place in the top', () => {
  const nobody = { companyId: 0, contactId: 0, sourceId: '', assignedById: 0, stageId: 'WON', semantic: 'S' } as const;
  const facts = madeFacts({ deals: [madeDeal(1, { ...nobody, opportunity: 900 }), madeDeal(2, { stageId: 'WON', semantic: 'S' })] });
  const second = (by: string) => top(by, 1, '', { facts, labels: { lang: 'ru' } }).slice(1, 3);
  expect(second('менеджер')).toEqual([
    [1, 'Anna', 100, 0.1],
    ['', 'No manager', 900, 0.9],
  ]);
  expect(second('отдел').map((row) => row.slice(0, 2))).toEqual([
    [1, 'Sales 1'],
    ['', 'Без отдела'],
  ]);
  expect(second('источник').map((row) => row.slice(0, 2))).toEqual([
    [1, 'WEB'],
    ['', 'Не указан'],
  ]);
  expect(second('клиент')).toEqual([
    [1, 'Компания #501', 100, 1, 1, 'A'],
    ['', 'Без клиента', 900, 1, '', ''],
  ]);
});

test('a deal with several of the remaining products is one deal of the rest', () => {
  const won = { stageId: 'WON', semantic: 'S' } as const;
  const row = (id: number, ownerId: number, price: number) => {
    return { id, ownerId, productId: id, productName: `P${id}`, price, quantity: 1 };
  };
  const facts = madeFacts({ deals: [madeDeal(1, won), madeDeal(2, won)], productRows: [row(1, 1, 100), row(2, 2, 60), row(3, 2, 40)] });
  expect(top('товар', 1, '', { facts }).slice(1)).toEqual([
    [1, 'P1', 100, 1, 1, 0.5],
    ['', '2 more', 100, '', 1, 0.5],
    ['', 'Total', 200, '', 2, 1],
  ]);
});

test('names come from the CRM, and a formula in them stays text', () => {
  const facts = madeFacts({
    deals: [madeDeal(1, { stageId: 'WON', semantic: 'S' })],
    companies: [{ id: 501, title: '=HYPERLINK("http://evil")', assignedById: 0, createdTime: 0, updatedTime: 0 }],
    statuses: [{ id: 1, entityId: 'SOURCE', statusId: 'WEB', name: 'Сайт', sort: 1, categoryId: 0, semantic: 'P' }],
  });
  expect(top('клиент', 1, '', { facts })[1]?.[1]).toBe('=HYPERLINK("http://evil")');
  expect(top('источник', 1, 'created', { facts })[1]?.[1]).toBe('Сайт');
});

test('both languages', () => {
  const desk = { labels: { lang: 'en' as const } };
  expect(top('source', 1, 'revenue', desk)).toEqual([
    ['#', 'Source', 'Won sum', 'Share'],
    [1, 'WEB', 300000, 300000 / 610000],
    ['', '3 more', 310000, 310000 / 610000],
    ['', 'Total', 610000, 1],
  ]);
  expect(top('products', 1, 'quantity', desk)[1]?.slice(0, 4)).toEqual([1, 'Товар А', 427000, 455]);
});

test('a wrong number of lines or a metric that cannot be cut so has its sentence', () => {
  for (const n of [0, -1, 1001, 2.5, 'много', true])
    expect(complaint('', '', '', '', n)).toMatch(/^Аргумент «сколько»: нужно целое число от 1 до 1000/);
  expect(top('', '2').length).toBe(5);
  expect(complaint('', '', '', 'товар', '', 'Доля побед')).toBe(
    'Аргумент «показатель»: не понимаю «Доля побед». Можно: "сумма", "количество", "сделки".',
  );
  expect(complaint('', '', '', 'источник', '', 'Лиды')).toBe(
    'Аргумент «показатель»: «Лиды» относится к сотрудникам и по «источник» не делится. Возьмите показатель сделок; лиды по каналам даёт B24_SOURCES.',
  );
  expect(complaint('', '', '', 'погода')).toContain('Можно: "менеджер", "товар", "клиент", "источник", "отдел".');
});

test('a period without anything has a whole of nothing, and no shares', () => {
  expect(askGolden('B24_TOP', ['2020', '', '', 'источник'])).toEqual([
    ['№', 'Источник', 'Сумма продаж', 'Доля'],
    ['', 'Итого', 0, ''],
  ]);
  expect(askGolden('B24_TOP', ['2020', '', '', 'товар'])).toEqual([
    ['№', 'Товар', 'Сумма продаж', 'Количество', 'Сделок', 'Доля'],
    ['', 'Итого', 0, '', 0, ''],
  ]);
});

test('whatever the portal, the lines, the nameless and the rest add up to the total, to the kopeck', () => {
  const by = fc.constantFrom('менеджер', 'товар', 'клиент', 'источник', 'отдел');
  const metric = fc.constantFrom('wonSum', 'openSum', 'created', 'repeatSum');
  fc.assert(
    fc.property(world, by, metric, fc.integer({ min: 1, max: 4 }), (records, dimension, id, n) => {
      const facts = madeFacts(records);
      const asked = dimension === 'товар' || dimension === 'клиент' ? '' : id;
      const table = askGolden('B24_TOP', ['2025', '', '', dimension, n, asked], { facts }) as Row[];
      const lines = table.slice(1, -1).map((row) => minorUnits(Number(row[2])));
      expect(lines.reduce((sum, line) => sum + line, 0)).toBe(minorUnits(Number(table[table.length - 1]?.[2])));
      expect(table.filter((row) => typeof row[0] === 'number').length).toBeLessThanOrEqual(n);
    }),
    HEAVY,
  );
});
