// B24_BONUS_DEALS: a statement that can be added up by hand, to the kopeck of B24_BONUS.
import { LOST, WON } from '../../src/facts/facts';
import type { BonusScheme } from '../../src/inputs/bonus-scheme';
import { describe as sentenceOf } from '../../src/locale/describe';
import { monthRange, parseIsoDay } from '../../src/period';
import { goldenFacts, goldenRecords } from '../golden-kpi';
import type { Desk } from './golden-desk';
import { approvedMonth, askPay, changedFacts, payDesk, scheme, statement, withoutDeals } from './pay-desk';

const MAY = '2025-05';
const sheet = (who: unknown, desk: Desk = payDesk(), period: unknown = MAY): unknown[][] =>
  askPay('B24_BONUS_DEALS', [period, who], desk) as unknown[][];
const complaint = (args: readonly unknown[]): string => {
  try {
    return `answered ${JSON.stringify(askPay('B24_BONUS_DEALS', args))}`;
  } catch (error) {
    return sentenceOf(error, 'ru');
  }
};
const AMOUNT = 6;
const RATE = 7;
const PAID = 8;
const rowOf = (table: unknown[][], name: string): unknown[] => table.find(([first]) => first === name) ?? [];
const kopecks = (value: number) => Math.round(value * 100) / 100;

/** Adds a statement up as a person with a calculator would, checking each step against what the statement says. */
function addedByHand(table: unknown[][]): { base: number; variable: number; total: number } {
  const [, ...lines] = table;
  const base = lines.findIndex(([name]) => name === 'База');
  const sum = (rows: unknown[][], column: number) => kopecks(rows.reduce((total, row) => total + Number(row[column]), 0));
  const number = (name: string, column: number, otherwise: number) =>
    rowOf(table, name)[column] === undefined ? otherwise : Number(rowOf(table, name)[column]);
  expect(rowOf(table, 'База')[AMOUNT]).toBe(sum(lines.slice(0, base), AMOUNT));
  const tiers = lines.filter(([name]) => /^(Ступень|Сверх)/.test(String(name)));
  for (const tier of tiers) expect(Number(tier[AMOUNT]) * Number(tier[RATE])).toBeCloseTo(Number(tier[PAID]), 6);
  if (tiers.length > 0) expect(sum(tiers, AMOUNT)).toBe(number('База', AMOUNT, 0));
  const variable = tiers.reduce((total, row) => total + Number(row[PAID]), 0);
  expect(number('Переменная часть', PAID, -1)).toBeCloseTo(variable, 6);
  const earned = number('Оклад', PAID, 0) + variable * number('Множитель', RATE, 1);
  const total = kopecks(Math.min(earned, number('Не больше', PAID, Number.POSITIVE_INFINITY)));
  expect(rowOf(table, 'Итого к выплате')[PAID]).toBe(total);
  return { base: number('База', AMOUNT, 0), variable, total };
}

test('the statement of the worked example, line by line', () => {
  const day = (text: string) => new Date(`${text}T00:00:00+03:00`);
  const deal = (id: number, title: string, closed: string, amount: number) => [
    id,
    title,
    `https://${goldenFacts().labels.portal}/crm/deal/details/${id}/`,
    day(closed),
    'май 2025',
    '',
    amount,
    '',
    '',
  ];
  const titleOf = (id: number) => goldenRecords.deals.find((known) => known.id === id)?.title ?? '';
  const [header, ...lines] = sheet(12);
  expect(header).toEqual(['ID', 'Сделка', 'Ссылка', 'Закрыта', 'Месяц', 'Отметка', 'Сумма', 'Ставка', 'Начислено']);
  const result = (name: string, cells: Record<number, unknown>) =>
    Array.from({ length: 9 }, (_, at) => (at === 0 ? name : (cells[at] ?? '')));
  expect(lines).toEqual([
    deal(112, titleOf(112), '2025-05-08', 30000),
    deal(104, titleOf(104), '2025-05-15', 200000),
    deal(110, titleOf(110), '2025-05-19', 120000),
    result('База', { [AMOUNT]: 350000 }),
    result('План', { [AMOUNT]: 300000 }),
    result('Выполнение', { [RATE]: 350000 / 300000 }),
    result('Порог выполнения', { [RATE]: 0.5 }),
    result('Ступень до 100\u00a0%', { [AMOUNT]: 300000, [RATE]: 0.03, [PAID]: 9000 }),
    result('Ступень до 120\u00a0%', { [AMOUNT]: 50000, [RATE]: 0.05, [PAID]: 2500 }),
    result('Переменная часть', { [PAID]: 11500 }),
    result('Оклад', { [PAID]: 20000 }),
    result('Не больше', { [PAID]: 60000 }),
    result('Итого к выплате', { [PAID]: 31500 }),
    result('Схема', { 5: 'Продажи' }),
    result('Статус', { 5: 'начислено на дату' }),
  ]);
});

const schemes: [string, Partial<BonusScheme>][] = [
  ['marginal', {}],
  ['the whole by the rate reached', { mode: 'cliff' }],
  ['multiplied by the score', { kpiMultiplier: true }],
  ['capped', { capTotal: 30000 }],
  ['no threshold, no cap', { threshold: 0, capTotal: null }],
  [
    'the last tier ends',
    {
      tiers: [
        { upTo: 0.4, rate: 0.031 },
        { upTo: 1.1, rate: 0.047 },
      ],
    },
  ],
  [
    'rates of many digits',
    {
      threshold: 0,
      tiers: [
        { upTo: 1 / 3, rate: 0.0123 },
        { upTo: null, rate: 0.0777 },
      ],
      kpiMultiplier: true,
    },
  ],
];
test.each(schemes)('added up by hand it is B24_BONUS: %s', (_, change) => {
  const odd = changedFacts({ 104: { amount: 200000.07 }, 101: { amount: 99999.99 }, 201: { amount: 149999.95 } });
  for (const desk of [payDesk(change), payDesk(change, { facts: odd })]) {
    for (const who of [11, 12, 13]) {
      const byHand = addedByHand(sheet(who, desk));
      const part = (name: string) => askPay('B24_BONUS', [MAY, who, '', name], desk);
      expect([byHand.base, byHand.total]).toEqual([part('база'), part('итог')]);
      expect(byHand.variable).toBeCloseTo(Number(part('переменная')), 6);
    }
  }
});

test('below the threshold the statement says so, and no tier pays', () => {
  const table = sheet(11);
  expect(rowOf(table, 'Порог выполнения').slice(5)).toEqual(['не достигнут', '', 0.5, '']);
  expect(table.some(([name]) => String(name).startsWith('Ступень'))).toBe(false);
  expect([rowOf(table, 'Переменная часть')[PAID], rowOf(table, 'Итого к выплате')[PAID]]).toEqual([0, 20000]);
});

test('a scheme with a score shows it; a person who has none is to be checked', () => {
  const desk = payDesk({ kpiMultiplier: true });
  expect(Number(rowOf(sheet(12, desk), 'Балл')[RATE])).toBeCloseTo(0.7, 10);
  expect(rowOf(sheet(12, desk), 'Множитель')[5]).toBe('≤ 1,2');
  const none = payDesk({ kpiMultiplier: true }, { inputs: { kpiSets: [] } });
  expect([rowOf(sheet(12, none), 'Балл')[RATE], rowOf(sheet(12, none), 'Множитель')[RATE], rowOf(sheet(12, none), 'Статус')[5]]).toEqual([
    '',
    1,
    'проверить: нет балла KPI',
  ]);
});

test('corrections of approved months are lines of their own, marked, with their month', () => {
  const closeDay = parseIsoDay('2025-04-28') ?? 0;
  const line = { title: 'Как была', managerId: 11, closeDay, month: '2025-04' };
  const lines = [
    { ...line, dealId: 113, amount: 25000 },
    { ...line, dealId: 999, amount: 10.5 },
  ];
  const april = approvedMonth('2025-04', lines, [statement(11)]);
  const facts = withoutDeals(changedFacts({ 113: { state: LOST } }), 999);
  const desk = payDesk({}, { facts, context: { approved: () => [april] } });
  const table = sheet(11, desk);
  expect(table.filter((row) => row[5] === 'поправка').map((row) => [row[0], row[1], row[4], row[AMOUNT]])).toEqual([
    [113, 'Как была', 'апрель 2025', -25000],
    [999, 'Как была', 'апрель 2025', -10.5],
  ]);
  expect(addedByHand(table).base).toBe(190000 - 25000 - 10.5);
  const frozen = sheet(11, desk, '2025-04');
  expect(frozen.slice(1, 3).map((row) => [row[0], row[1], row[5], row[AMOUNT]])).toEqual([
    [113, 'Как была', '', 25000],
    [999, 'Как была', '', 10.5],
  ]);
  expect([addedByHand(frozen).base, rowOf(frozen, 'Статус')[5]]).toEqual([25010.5, 'утверждено']);
});

test('a deal in a currency without a rate stands first, without an amount, and the status says that it is not in the base', () => {
  const table = sheet(12, payDesk({}, { facts: changedFacts({ 104: { amount: Number.NaN } }) }));
  expect(table[1]?.[0]).toBe(104);
  expect([table[1]?.[5], table[1]?.[AMOUNT]]).toEqual(['нет курса валюты', '']);
  expect(addedByHand(table).base).toBe(150000);
  expect(rowOf(table, 'Статус')[5]).toBe('проверить: есть сделки в валюте без курса');
});

test('more than 200 deals: 199 lines, the rest in one with their sum', () => {
  const facts = goldenFacts();
  const count = 450;
  const { start } = monthRange(MAY) ?? { start: 0 };
  const whole = (value: number) => new Int32Array(count).fill(value);
  const deals = {
    ...facts.deals,
    count,
    id: Float64Array.from({ length: count }, (_, row) => row + 1),
    pipeline: whole(0),
    stage: whole(-1),
    state: whole(WON),
    manager: whole(1),
    createdDay: whole(start),
    closeDay: Int32Array.from({ length: count }, (_, row) => start + (row % 20)),
    amount: Float64Array.from({ length: count }, (_, row) => 10001 + row),
    flags: whole(0),
  };
  const asked: number[] = [];
  const titles = (rows: readonly number[]) => {
    asked.push(rows.length);
    return rows.map((row) => `Сделка ${row + 1}`);
  };
  const table = sheet(11, payDesk({}, { facts: { ...facts, deals, payees: { payee: whole(1) } }, context: { titles } }));
  expect(table.slice(1).findIndex(([name]) => name === 'База')).toBe(200);
  expect(table[200]?.[0]).toBe('Ещё 251');
  expect(addedByHand(table).base).toBe(((10001 + 10450) * 450) / 2 / 100);
  expect(asked).toEqual([200]);
});

describe('whose it is', () => {
  test.each([
    ['', 'nobody'],
    ['все', 'all'],
    ['Отдел продаж 1', 'a department'],
    ['Анна А.; Борис Б.', 'two people'],
  ])('«%s» (%s) is nobody’s statement', (who) => {
    expect(complaint([MAY, who])).toBe('Аргумент «кто»: расчётный лист – одного сотрудника. Назовите его: имя, e-mail или id.');
  });

  test('of one month, over all pipelines', () => {
    expect(complaint(['2025-Q2', 12])).toContain('расчётный лист – за один месяц, а найдено 01.04.2025–30.06.2025');
    expect(complaint([MAY, 12, 'Общая'])).toContain('оплата считается по человеку за все воронки');
    expect(sheet(12, payDesk({}, { labels: { defaultPipelines: [5] } }))).toEqual(sheet(12));
  });

  test('without a scheme it says so, and while pay is off it says who would see it', () => {
    const none = sheet(12, payDesk({}, { inputs: { bonusAssignments: [] } }));
    expect([none.length, none[1]?.[0]]).toEqual([2, 'Схемы мотивации нет ни у кого']);
    expect(askPay('B24_BONUS_DEALS', [MAY, 12], {})).toContain('Мотивация выключена');
  });

  test('the scheme is named, so that a statement says what it was made by', () => {
    expect(rowOf(sheet(12), 'Схема')[5]).toBe(scheme.name);
  });
});
