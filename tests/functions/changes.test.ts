// B24_CHANGES on the worked example: its created, won and lost deals of May, and what loads remembered of them.
import { deriveFacts } from '../../src/facts/derive';
import { type MemoryLog, remembered } from '../../src/memory/log';
import type { Deal } from '../../src/raw/records';
import { golden, goldenContext, goldenRecords } from '../golden-kpi';
import { load } from '../memory/loads';
import { instant } from '../records-from-portal';
import { askGolden, type Desk } from './golden-desk';

type Line = readonly unknown[];
const table = (args: readonly unknown[], desk: Desk = {}) => askGolden('B24_CHANGES', args, desk) as Line[];
const lines = (kind: string, args: readonly unknown[] = ['2025-05'], desk: Desk = {}) =>
  table([args[0], args[1], args[2], kind], desk).slice(1);
const idOf = (line: Line) => Number(/\/(\d+)\/$/.exec(String(line[2]))?.[1]);
const ids = (kind: string) =>
  lines(kind)
    .map(idOf)
    .sort((a, b) => a - b);
const summary = (args: readonly unknown[] = ['2025-05'], desk: Desk = {}) =>
  Object.fromEntries(table([args[0], args[1], args[2], 'сводка'], desk).map(([name, ...rest]) => [name, rest]));

/** Facts of the example after a load at this moment saw its deals otherwise. */
function seenBefore(moment: string, before: (deals: readonly Deal[]) => Deal[]): Desk {
  const context = goldenContext();
  const since = instant(moment);
  const history = goldenRecords.stageHistory.filter((change) => change.time <= since);
  const entries = remembered(
    load(since, before(goldenRecords.deals), history),
    load(context.asOf, goldenRecords.deals, goldenRecords.stageHistory),
  );
  const memory: MemoryLog = [{ portal: context.portal, since, asOf: context.asOf, entries }];
  return { facts: deriveFacts(goldenRecords, { ...context, memory }) };
}

const { company, byManager, byPipeline, dealIds } = golden.expected;

test('the deals of each kind are those of the worked example', () => {
  expect(ids('новая')).toEqual(dealIds.createdIn);
  expect(ids('выиграна')).toEqual(dealIds.won);
  expect(ids('проиграна')).toEqual(dealIds.lost);
});

test('the summary of the company, of each manager and of each pipeline holds their counts and sums', () => {
  const expected = (numbers: typeof company | (typeof byManager)['11'] | (typeof byPipeline)['0']) => ({
    Новые: [numbers.created, expect.any(Number)],
    Выиграны: [numbers.wonCount, 0 - numbers.wonSum],
    Проиграны: [numbers.lostCount, 0 - numbers.lostSum],
    'Открыты на конец': [numbers.openCount, numbers.openSum],
  });
  expect(summary()).toMatchObject(expected(company));
  for (const id of ['11', '12', '13'] as const) expect(summary(['2025-05', Number(id)])).toMatchObject(expected(byManager[id]));
  expect(summary(['2025-05', '', 'Общая'])).toMatchObject(expected(byPipeline['0']));
  expect(summary(['2025-05', '', 5])).toMatchObject(expected(byPipeline['5']));
});

test('a line names the deal, its manager, its stage, what was and is, and what the open deals lost by it', () => {
  expect(lines('выиграна')[0]).toEqual([
    'выиграна',
    expect.stringContaining('104'),
    'https://example.bitrix24.ru/crm/deal/details/104/',
    'Борис Б.',
    'Успех',
    200000,
    200000,
    -200000,
    new Date('2025-05-15T00:00:00+03:00'),
  ]);
  expect(lines('вернулась назад')).toEqual([
    [
      'вернулась назад',
      expect.any(String),
      expect.stringContaining('/104/'),
      'Борис Б.',
      'Успех',
      'Закрыта',
      'В работе',
      '',
      expect.any(Date),
    ],
  ]);
});

test('the largest difference stands first', () => {
  const sizes = table(['2025-05'])
    .slice(1)
    .map((line) => Math.abs(Number(line[7])));
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(sizes.length).toBe(dealIds.createdIn.length + dealIds.won.length + dealIds.lost.length + 1);
});

test('a new amount, a new owner and a deleted deal are told from the load that noticed them', () => {
  const desk = seenBefore('2025-05-19T09:00:00+03:00', (deals) => [
    ...deals.map((deal) => (deal.id === 107 ? { ...deal, opportunity: deal.opportunity - 50000.5, assignedById: 11 } : deal)),
    { ...(deals[0] as Deal), id: 999, title: '=HYPERLINK("x")', stageId: 'NEW', semantic: 'P' },
  ]);
  const day = new Date('2025-05-20T00:00:00+03:00');
  const stage = 'Подготовка';
  const [deal, link] = [expect.stringContaining('107'), expect.stringContaining('/107/')];
  expect(lines('выросла', ['2025-05'], desk)).toEqual([['выросла', deal, link, 'Борис Б.', stage, 99999.5, 150000, 50000.5, day]]);
  expect(lines('сменила ответственного', ['2025-05'], desk)).toEqual([
    ['сменила ответственного', deal, link, 'Борис Б.', stage, 'Анна А.', 'Борис Б.', '', day],
  ]);
  expect(lines('удалена', ['2025-05'], desk)).toEqual([['удалена', '=HYPERLINK("x")', '', 'Анна А.', '', 100000, '', -100000, day]]);
  const { 'Открыты на начало': start, 'Открыты на конец': end, ...rest } = summary(['2025-05'], desk);
  expect(
    Number(start?.[1]) +
      ['Новые', 'Выросли', 'Выиграны', 'Проиграны', 'Удалены открытые', 'Внесены задним числом или удалены после создания'].reduce(
        (sum, name) => sum + Number(rest[name]?.[1]),
        0,
      ),
  ).toBe(end?.[1]);
  expect(rest).toMatchObject({ 'Сменили ответственного': [1, ''], 'Удалены открытые': [1, -100000], Выросли: [1, 50000.5] });
});

test('an amount corrected after the win is told apart from growth', () => {
  const desk = seenBefore('2025-05-19T21:00:00+03:00', (deals) =>
    deals.map((deal) => (deal.id === 101 ? { ...deal, opportunity: 1 } : deal)),
  );
  expect(lines('исправлена', ['2025-05'], desk)).toEqual([
    [
      'исправлена после закрытия',
      expect.any(String),
      expect.stringContaining('/101/'),
      'Анна А.',
      'Успех',
      1,
      100000,
      99999,
      expect.any(Date),
    ],
  ]);
  expect(lines('выросла', ['2025-05'], desk)).toEqual([]);
});

test('more deals than fit are one line with their number and their sum', () => {
  const deals = Array.from(
    { length: 250 },
    (_, at): Deal => ({ ...(goldenRecords.deals[0] as Deal), id: 1000 + at, stageId: 'NEW', semantic: 'P', opportunity: 10 }),
  );
  const facts = deriveFacts({ ...goldenRecords, deals, stageHistory: [] }, goldenContext());
  const asked: (readonly number[])[] = [];
  const titles = (rows: readonly number[]) => {
    asked.push(rows);
    return rows.map((row) => `Row ${row}`);
  };
  const all = lines('новая', ['2010..2030'], { facts, context: { titles } });
  expect(all).toHaveLength(200);
  expect(all[199]).toEqual(['Ещё 51', '', '', '', '', '', '', 510, '']);
  expect(asked[0]?.length).toBeLessThanOrEqual(200);
  expect(all[0]?.[1]).toMatch(/^Row \d+$/);
});

test('in English the same words are English, and a wrong kind is told with the right ones', () => {
  const desk: Desk = { labels: { lang: 'en' } };
  expect(
    table(['2025-05', '', '', 'summary'], desk)
      .map(([name]) => name)
      .slice(0, 3),
  ).toEqual(['Change', 'Open at the start', 'New']);
  expect(table(['2025-05', '', '', 'gone'], desk)).toEqual([
    ['Change', 'Deal', 'Link', 'Manager', 'Stage', 'Was', 'Is', 'Open deals, ±', 'Day'],
  ]);
  expect(() => table(['2025-05', '', '', 'росла'])).toThrow('argChoice');
});

test('the arguments are read before any table is', () => {
  const asked: Desk['asked'] = [];
  expect(() => table(['2025-05', 'Никто'], { asked })).toThrow();
  expect(asked).toEqual([]);
  table(['2025-05'], { asked });
  expect(asked).toEqual(['deals', 'changes', 'backs', 'steps']);
});
