// B24_QUALITY over the worked example: whether the data can be trusted, and what people typed that cannot be read.
import { FLAG, type FlagName } from '../../src/facts/facts';
import { directoryOf } from '../../src/functions/directory';
import { readInputs } from '../../src/inputs/read';
import type { Complaint } from '../../src/inputs/sheet';
import { flagWords } from '../../src/locale/status-words';
import { goldenInputs } from '../golden-inputs';
import { goldenFacts } from '../golden-kpi';
import { askTable, complaintOf, type Desk } from './golden-desk';

describe('B24_QUALITY', () => {
  const facts = goldenFacts();
  const flagged = (flag: FlagName) => [...facts.deals.id].filter((_, row) => ((facts.deals.flags[row] ?? 0) & FLAG[flag]) !== 0);

  test('checks that found something, most deals first, with their sum and share', () => {
    expect(askTable('B24_QUALITY', ['2025-05'])).toEqual([
      ['Проверка', 'Сделок', 'Сумма', 'Доля'],
      ['с товарами не на сумму сделки', 2, 270000, 2 / 16],
      ['без истории стадий', 1, 30000, 1 / 16],
      ['внесены закрытыми', 1, 25000, 1 / 16],
      ['дата закрытия изменена', 1, 40000, 1 / 16],
      ['выиграны с нулевой суммой', 1, 0, 1 / 16],
      ['без источника', 1, 0, 1 / 16],
      ['открыты заново', 1, 200000, 1 / 16],
      ['с ошибочными переводами', 1, 60000, 1 / 16],
      ['на удалённых стадиях', 1, 40000, 1 / 16],
    ]);
  });

  test.each(Object.keys(FLAG) as FlagName[])('the word of %s answers its deals, in both languages', (flag) => {
    const lines = askTable('B24_QUALITY', ['2025-05', '', '', flagWords[flag].ru]).slice(1);
    const ids = lines.filter((line) => line[1] !== '').map((line) => Number(String(line[1]).split('/').slice(-2)[0]));
    expect(ids.sort()).toEqual(flagged(flag));
    expect(askTable('B24_QUALITY', ['2025-05', '', '', flagWords[flag].en]).slice(1)).toEqual(lines);
    if (ids.length === 0) expect(lines).toEqual([['Замечаний нет', '', '', '']]);
  });

  test('deals stand the dearest first, with title, link, manager and sum', () => {
    expect(askTable('B24_QUALITY', ['2025-05', '', '', 'с товарами не на сумму сделки'])).toEqual([
      ['Сделка', 'Ссылка', 'Менеджер', 'Сумма'],
      ['Deal 104', 'https://example.bitrix24.ru/crm/deal/details/104/', 'Борис Б.', 200000],
      ['Deal 201', 'https://example.bitrix24.ru/crm/deal/details/201/', 'Вера В. (уволен)', 70000],
    ]);
  });

  test('clean data says so', () => {
    expect(askTable('B24_QUALITY', ['2024-01', 'Вера'], { labels: { lang: 'en' } })).toEqual([
      ['Check', 'Deals', 'Sum', 'Share'],
      ['Nothing to report', '', '', ''],
    ]);
    expect(askTable('B24_QUALITY', ['', '', '', 'ввод'])).toEqual([
      ['Лист', 'Строка', 'Столбец', 'Что найдено', 'Что ожидается'],
      ['Замечаний нет', '', '', '', ''],
    ]);
    expect(complaintOf('B24_QUALITY', ['', '', '', 'чепуха'])).toContain('"без клиента"');
  });

  test('an unknown currency is no amount, and its deals come last', () => {
    const amount = Float64Array.from(facts.deals.amount, (minor, row) => (facts.deals.id[row] === 104 ? Number.NaN : minor));
    const lines = askTable('B24_QUALITY', ['2025-05', '', '', 'с товарами не на сумму сделки'], {
      facts: { ...facts, deals: { ...facts.deals, amount } },
    });
    expect(lines.slice(1).map((line) => [line[0], line[3]])).toEqual([
      ['Deal 201', 70000],
      ['Deal 104', ''],
    ]);
  });

  describe('what people typed and the product cannot read', () => {
    const typed = (rows: unknown[][]): Desk => {
      const cells = { plans: [['Период', 'Область', 'Кто', 'Показатель', 'План'], ...rows] };
      return { context: { inputs: () => readInputs(cells, directoryOf(facts.labels, facts.directories)) } };
    };

    test('is listed cell by cell: sheet, row, column, what was found, what is expected', () => {
      const desk = typed([
        ['2025-05', 'менеджер', 'Анна', 'Сумма продаж', 400000],
        ['2025-05', 'менеджер', 'Никита', 'Сумма продаж', 300000],
        ['майская', 'компания', '', 'Сумма продаж', 300000],
      ]);
      expect(askTable('B24_QUALITY', ['', '', '', 'ввод'], desk)).toEqual([
        ['Лист', 'Строка', 'Столбец', 'Что найдено', 'Что ожидается'],
        ['Планы', 3, 'Кто', 'Никита', 'Нет сотрудника «Никита». Выберите из списка или напишите название, как в Битрикс24.'],
        ['Планы', 4, 'Период', 'майская', 'Не понимаю период «майская». Напишите 2026-11, 2026-Q4, 2026-H2, 2026 или «ноябрь 2026».'],
      ]);
      expect(askTable('B24_QUALITY', ['', '', '', 'input'], { ...desk, labels: { lang: 'en' } })[1]?.slice(0, 4)).toEqual([
        'Plans',
        3,
        'Кто',
        'Никита',
      ]);
    });

    test('what is left out stands before what is only to think about, and more than 200 cells end in one line', () => {
      const { complaints } = typed([['2025-05', 'менеджер', 'Никита', 'Сумма продаж', 1]]).context?.inputs?.() ?? { complaints: [] };
      const [error] = complaints;
      if (error === undefined) throw new Error('the plan of nobody was not complained about');
      const told = (all: Complaint[]) =>
        askTable('B24_QUALITY', ['', '', '', 'ввод'], { context: { inputs: () => ({ inputs: goldenInputs, complaints: all }) } });
      expect(told([{ ...error, level: 'hint', row: 9 }, error]).map((line) => line[1])).toEqual(['Строка', 2, 9]);
      const many = told(Array<Complaint>(300).fill(error));
      expect([many.length, many[200]]).toEqual([201, ['Ещё 101', '', '', '', '']]);
    });
  });
});
