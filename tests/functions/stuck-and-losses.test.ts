// B24_STUCK and B24_LOSSES: the deals that stand still, and those that are gone.

import { OPEN } from '../../src/facts/facts';
import { choiceWords } from '../../src/functions/arguments/choice';
import { functionTexts } from '../../src/functions/help/texts';
import { lossDimensions } from '../../src/functions/losses';
import { stuckRules } from '../../src/functions/stuck';
import { golden, goldenFacts, goldenNorms } from '../golden-kpi';
import { days, percent } from '../rounded';
import { askGolden, type Desk } from './golden-desk';

type Cells = (string | number | Date)[][];
const { expected } = golden;
const table = (name: string, args: readonly unknown[] = [], desk: Desk = {}) => askGolden(name, args, desk) as Cells;
const local = (cell: unknown) => new Date(Number(cell) + 3 * 3600000).toISOString().slice(0, 16);
const idOf = (row: Cells[number]) => Number(String(row[1]).split('/').slice(-2)[0]);
const reasonIds: Readonly<Record<string, string>> = {
  'долго на стадии': 'stuckInStage',
  'нет движения': 'idle',
  'нет дела': 'noNextStep',
  'дата прошла': 'overdueClose',
};

describe('B24_STUCK', () => {
  const [headers = [], ...rows] = table('B24_STUCK');

  test('lists the stuck deals of the worked example with their reasons, the dearest first', () => {
    const found = rows.map((row) => ({
      id: idOf(row),
      stageAgeDays: days(Number(row[4])),
      flags: String(row[11])
        .split(', ')
        .map((word) => reasonIds[word]),
    }));
    expect(found.sort((a, b) => a.id - b.id)).toEqual(expected.stuck);
    expect(rows.map((row) => row[7])).toEqual([180000, 150000, 60000, 55000]);
  });

  test('a line tells the deal, whose it is, how long it stands and what is planned', () => {
    expect(headers).toEqual(
      'Сделка|Ссылка|Менеджер|Стадия|Дней на стадии|Норма|Дней без движения|Сумма|Ожидаемая дата|Следующий шаг|Срок шага|Почему'.split('|'),
    );
    const [first = []] = rows;
    expect(first.slice(0, 4)).toEqual(['Deal 108', 'https://example.bitrix24.ru/crm/deal/details/108/', 'Анна А.', 'Общая: В работе']);
    expect([first[5], days(Number(first[6])), local(first[8]), local(first[10])]).toEqual([
      21,
      15.3333,
      '2025-05-15T00:00',
      '2025-05-22T12:00',
    ]);
    expect(rows.slice(1).map((row) => [row[9], row[10]])).toEqual(Array(3).fill(['', '']));
  });

  test.each([
    ['долго на стадии', [109]],
    ['норма', [109]],
    ['простой', [108]],
    ['без дела', [107, 109, 202]],
    ['просрочена', [108]],
    ['overdue', [108]],
    ['все', [108, 107, 109, 202]],
  ])('the rule %p picks %p', (rule, ids) => {
    expect(table('B24_STUCK', ['', '', rule]).slice(1).map(idOf)).toEqual(ids);
  });

  test('who and pipeline narrow it; one pipeline needs no name before its stages', () => {
    expect(table('B24_STUCK', ['Борис']).slice(1).map(idOf)).toEqual([107]);
    expect(table('B24_STUCK', ['Вера'])).toEqual([headers]);
    expect(
      table('B24_STUCK', ['', 5])
        .slice(1)
        .map((row) => [idOf(row), row[3]]),
    ).toEqual([[202, 'Новая']]);
  });

  test('without a norm and without samples the norm is empty and no deal is too long there', () => {
    const bare = table('B24_STUCK', [], { inputs: { norms: { ...goldenNorms, stageDays: {} } } }).slice(1);
    expect(bare.map((row) => [idOf(row), row[5], row[11]])).toEqual([
      [108, '', 'нет движения, дата прошла'],
      [107, '', 'нет дела'],
      [109, '', 'нет дела'],
      [202, '', 'нет дела'],
    ]);
  });

  test('more than 200 deals: 199 lines, then how many more and their sum', () => {
    const facts = goldenFacts();
    const count = 450;
    const fill = (value: number) => new Int32Array(count).fill(value);
    const many = {
      ...facts,
      deals: {
        count,
        id: Float64Array.from({ length: count }, (_, row) => row + 1),
        pipeline: fill(0),
        stage: fill(0),
        state: fill(OPEN),
        manager: fill(1),
        createdDay: fill(facts.labels.asOfDay),
        closeDay: fill(-1),
        amount: Float64Array.from({ length: count }, (_, row) => (row === 449 ? Number.NaN : (row + 1) * 100)),
        flags: fill(0),
      },
      cards: { ...facts.cards, closedate: fill(-1) },
      steps: {
        count,
        deal: Int32Array.from({ length: count }, (_, row) => row),
        since: new Float64Array(count).fill(Number.NaN),
        aliveAt: new Float64Array(count).fill(facts.labels.asOf),
        nextStep: new Float64Array(count).fill(Number.NaN),
        subject: Array<string>(count).fill(''),
      },
    };
    const asked: number[][] = [];
    const titles = (wanted: readonly number[]) => {
      asked.push([...wanted]);
      return wanted.map((row) => `T${row}`);
    };
    const lines = table('B24_STUCK', [], { facts: many, context: { titles } }).slice(1);
    expect(lines).toHaveLength(200);
    expect(lines[0]?.[0]).toBe('T448');
    expect(lines[0]?.[4]).toBe('');
    expect(lines[199]?.slice(0, 8)).toEqual(['Ещё 251', '', '', '', '', '', '', (250 * 251) / 2]);
    expect(asked.map((wanted) => wanted.length)).toEqual([200]);
  });

  test('all open deals: those that stand still as they stand among the stuck, the others without a reason, the dearest first', () => {
    const [all, stuck] = ['открытые', 'все'].map((rule) => table('B24_STUCK', ['', '', rule]).slice(1)) as [Cells, Cells];
    const open = table('B24_EXPLAIN', ['2025-05', '', '', 'Сумма открытых']).slice(2, -1);
    expect(all.map((line) => line[1]).sort()).toEqual(open.map((line) => line[2]).sort());
    expect(all.filter((line) => line[11] !== '')).toEqual(stuck);
    expect(all.map((line) => Number(line[7]))).toEqual(all.map((line) => Number(line[7])).sort((a, b) => b - a));
  });

  test('the help names every word of the rule', () => {
    for (const lang of ['ru', 'en'] as const)
      for (const word of choiceWords(stuckRules, lang)) expect(functionTexts.B24_STUCK.params.rule?.[lang]).toContain(`"${word}"`);
  });
});

describe('B24_LOSSES', () => {
  const losses = (by: unknown, desk: Desk = {}, ...more: unknown[]) =>
    table('B24_LOSSES', ['2025-05', more[0] ?? '', more[1] ?? '', by], desk);
  const counts = (by: unknown) =>
    Object.fromEntries(
      losses(by)
        .slice(1, -1)
        .map((row) => [row[0], row[1]]),
    );

  test('reasons of the worked example, those without one in sight, and the total', () => {
    const [headers, ...rows] = losses('');
    expect(headers).toEqual(['Причина отказа', 'Потеряно', 'Сумма', 'Доля отказов']);
    const reasons = rows
      .slice(0, -1)
      .map(([reason, count, sum, share]) => [
        reason === 'Не указано' ? '__NOT_SET__' : reason,
        { count, sum, share: percent(Number(share)) },
      ]);
    expect(Object.fromEntries(reasons)).toEqual(expected.lossReasons);
    expect(rows[rows.length - 1]).toEqual(['Итого', expected.company.lostCount, expected.company.lostSum, 1]);
  });

  test('stages they went to and left from; stages that pipelines call alike stand behind their pipeline', () => {
    const { failStages, lossStages } = expected;
    expect(counts('стадия отказа')).toEqual({
      'Общая: Провал': failStages.LOSE,
      'Анализ причины провала': failStages.APOLOGY,
      'Повторные продажи: Провал': failStages['C5:LOSE'],
    });
    expect(counts('стадия ухода')).toEqual({
      'Общая: Подготовка': lossStages.PREPARATION,
      'Общая: Новая': lossStages.NEW,
      'Повторные продажи: Новая': lossStages['C5:NEW'],
    });
    expect(losses('стадия ухода', {}, '', 0).map((row) => row[0])).toEqual(['Ушли со стадии', 'Подготовка', 'Новая', 'Итого']);
  });

  test('by manager and by channel', () => {
    expect(counts('менеджер')).toEqual({ 'Вера В. (уволен)': 2, 'Борис Б.': 2 });
    const byChannel = Object.entries(expected.channels).flatMap(([key, { lostCount }]) => (lostCount > 0 ? [[key, lostCount]] : []));
    expect(counts('источник')).toEqual(Object.fromEntries(byChannel));
  });

  test('without a field of reasons the failure stage is the reason', () => {
    const facts = goldenFacts({ lossReasonField: '' });
    expect(losses('', { facts })).toEqual([
      ['Причина отказа', 'Потеряно', 'Сумма', 'Доля отказов'],
      ...losses('стадия отказа', { facts }).slice(1),
    ]);
  });

  test('nothing lost is a total of nothing, its share empty', () => {
    expect(losses('', {}, 'Анна').slice(1)).toEqual([['Итого', 0, 0, '']]);
    expect(losses('', { labels: { lang: 'en' } }, 'Анна')).toEqual([
      ['Loss reason', 'Lost', 'Sum', 'Share of losses'],
      ['Total', 0, 0, ''],
    ]);
  });

  test('more reasons than fit: the last line before the total holds the rest', () => {
    const facts = goldenFacts();
    const lost = [...facts.losses.deal];
    const deals = { ...facts.deals };
    const count = 150;
    const repeated = (values: Int32Array | Float64Array) => Array.from({ length: count }, () => values[lost[0] ?? 0] ?? 0);
    const many = {
      ...facts,
      deals: {
        count,
        id: Float64Array.from({ length: count }, (_, row) => row + 1),
        pipeline: Int32Array.from(repeated(deals.pipeline)),
        stage: Int32Array.from(repeated(deals.stage)),
        state: Int32Array.from(repeated(deals.state)),
        manager: Int32Array.from(repeated(deals.manager)),
        createdDay: Int32Array.from(repeated(deals.createdDay)),
        closeDay: Int32Array.from(repeated(deals.closeDay)),
        amount: new Float64Array(count).fill(10),
        flags: new Int32Array(count),
      },
      losses: {
        count,
        deal: Int32Array.from({ length: count }, (_, row) => row),
        failStage: Array<string>(count).fill('LOSE'),
        fromStage: Array<string>(count).fill('NEW'),
        reason: Array.from({ length: count }, (_, row) => `r${row}`),
      },
    };
    const lines = losses('', { facts: many }).slice(1);
    expect(lines).toHaveLength(101);
    expect(lines[99]).toEqual(['Ещё 51', 51, 5.1, 51 / 150]);
    expect(lines[100]).toEqual(['Итого', 150, 15, 1]);
  });

  test('the help names every word of "by"', () => {
    for (const lang of ['ru', 'en'] as const)
      for (const word of choiceWords(lossDimensions, lang)) expect(functionTexts.B24_LOSSES.params.by?.[lang]).toContain(`"${word}"`);
  });
});
