// «Карточка менеджера» on the demo portal: what it shows of a person is what the functions say by themselves, and what people agreed stays theirs.
import { demoPortal } from '../../local/demo-data/demo-portal';
import { type Line, reportDesk } from './report-desk';

const now = '2026-11-23T12:00:00+03:00';
const { data } = demoPortal({ lang: 'ru', now: Date.parse(now), scale: 0.15 });

const CARD = 'Карточка менеджера';
const WEAK = 'Павел Орлов';
const OTHER = 'Анна Кузнецова';
const { desk, build, cells } = reportDesk(data, now, ['managerCard']);

/** Rows of the sheet below the cell of the first column that says this; the title's own remark and header left out. */
const below = (title: string, lines: number, heads: number): Line[] => {
  const row = cells(CARD).findIndex(([first]) => first === title);
  if (row < 0) throw new Error(`no block ${title}`);
  return cells(CARD).slice(row + 1 + heads, row + 1 + heads + lines);
};
const largest = () => below('Пять самых крупных открытых сделок', 5, 1);
const losses = () => below('Почему отказывают', 9, 2);
const stages = () => below('Своя воронка по стадиям', 12, 2);
const actions = () => below('Что дали обучение и меры', 6, 3);
const agreed = () => below('Договорённости', 10, 2);
const switchOf = (name: string): string => `B${cells(CARD).findIndex(([first]) => first === name) + 1}`;
const choose = (name: string, value: string): void => desk.runtime.edit(CARD, switchOf(name), value);

beforeAll(() => {
  desk.call('createInputSheets');
  for (const [at, text] of ['2026-09-15', WEAK, 'Коммерческое предложение', 'Тренинг', 'РОП'].entries())
    desk.runtime.edit('Обучение и меры', `${'ABCDE'[at]}2`, text);
  build();
  choose('Менеджер', WEAK);
});

test('the five largest deals are the largest of all that are open, with link, stage and days', () => {
  const open = (desk.value(`=B24_EXPLAIN("2026";"${WEAK}";;"Сумма открытых")`) as Line[]).slice(2, -1);
  expect(open.length).toBeGreaterThan(5);
  expect(open.length).toBeLessThan(200);
  const dearest = [...open].sort((a, b) => Number(b[5]) - Number(a[5]) || Number(a[0]) - Number(b[0])).slice(0, 5);
  expect(largest().map((line) => [line[0], line[2], line[6]])).toEqual(dearest.map((line) => [line[1], line[2], line[5]]));
  for (const [, , , stage, , days] of largest()) expect([typeof stage, typeof days]).toEqual(['string', 'number']);
});

test('before and after an action are the metrics of those days', () => {
  const [after, before] = ['2026-09-15..2026-11-23', '2026-07-07..2026-09-14'];
  const value = (period: string, metric: string) => desk.value(`=B24_KPI("${period}";"${WEAK}";"Продажи";"${metric}")`);
  const [line = [], next = []] = actions();
  expect(line[0]).toBe('15.09.2026 Тренинг');
  expect(line.slice(3, 5)).toEqual([before, after].map((period) => value(period, 'Доля побед')));
  expect(line[5]).toBeCloseTo(Number(line[4]) - Number(line[3]), 12);
  expect(line.slice(7, 9)).toEqual([before, after].map((period) => value(period, 'Средний чек')));
  expect(line.slice(9, 11)).toEqual([before, after].map((period) => value(period, 'Сумма продаж')));
  expect(next[0]).toBe('');
});

test('own funnel stands beside the pass rates of the others', () => {
  const coach = (desk.value(`=B24_COACH("последние 90 дней";"${WEAK}";"Продажи")`) as Line[]).slice(1);
  for (const [, stage, , decided, rate, , , others, difference, , , verdict] of coach)
    expect(
      stages()
        .find(([name]) => name === stage)
        ?.slice(3, 8),
    ).toEqual([decided, rate, others, difference, verdict]);
});

test('losses add up to their total, each beside the share of the same reason of everybody', () => {
  const all = new Map((desk.value('=B24_LOSSES("последние 90 дней";;"Продажи")') as Line[]).map((line) => [line[0], line[3]]));
  const lines = losses().filter(([name]) => name !== '');
  const total = lines.pop() ?? [];
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.reduce((sum, line) => sum + Number(line[1]), 0)).toBe(total[1]);
  for (const line of lines) expect(line[4]).toBe(all.get(line[0]));
});

test('the review has a period of its own: the tiles do not follow it, and it does not follow the dashboard', () => {
  const tiles = () => cells(CARD).slice(9, 12);
  const [funnel, shown] = [stages(), tiles()];
  choose('Разбор за', 'этот год');
  expect(stages()).not.toEqual(funnel);
  expect(tiles()).toEqual(shown);
  // The stage that the demo data makes weak: a year has enough deals to say so.
  expect(stages().find(([, , , , , , , verdict]) => verdict === 'слабее')?.[0]).toBe('Коммерческое предложение');
  choose('Разбор за', 'последние 90 дней');
  choose('Период', 'прошлый месяц');
  expect(stages()).toEqual(funnel);
  expect(tiles()).not.toEqual(shown);
  choose('Период', 'этот месяц');
});

test('what was agreed stays in its line with its person, over rebuilds and another manager on the card', () => {
  const row = cells(CARD).findIndex(([first]) => first === 'Договорённости') + 4;
  const typed = [
    [`A${row}`, '20.11.2026'],
    [`B${row}`, WEAK],
    [`D${row}`, 'Прислать три предложения на разбор'],
    [`B${row + 3}`, OTHER],
    [`D${row + 3}`, 'Звонить до обеда'],
  ] as const;
  for (const [a1, text] of typed) desk.runtime.edit(CARD, a1, text);
  const written = agreed();
  expect([written[0]?.[1], written[3]?.[1]]).toEqual([WEAK, OTHER]);
  expect(build()).toBe(`Отчёты построены: ${CARD}.`);
  expect(agreed()).toEqual(written);
  choose('Менеджер', OTHER);
  expect(largest().map(([title]) => title)).not.toContain('');
  expect(agreed()).toEqual(written);
  expect(actions()[0]?.[0]).toBe('Мер за период нет');
});
