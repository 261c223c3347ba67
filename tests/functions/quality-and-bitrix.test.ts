// B24_QUALITY and B24_BITRIX over the worked example: whether the data can be trusted, and what the portal itself would say.
import { FLAG, type FlagName } from '../../src/facts/facts';
import { againstWords } from '../../src/functions/arguments/against';
import { choiceWords } from '../../src/functions/arguments/choice';
import { bitrixReports } from '../../src/functions/bitrix';
import { directoryOf } from '../../src/functions/directory';
import { functionTexts } from '../../src/functions/help/texts';
import { readInputs } from '../../src/inputs/read';
import type { Complaint } from '../../src/inputs/sheet';
import { flagWords } from '../../src/locale/status-words';
import { goldenInputs } from '../golden-inputs';
import { golden, goldenFacts } from '../golden-kpi';
import { percent } from '../rounded';
import { complaint, table } from './golden-answers';
import type { Desk } from './golden-desk';

const { expected } = golden;

describe('B24_QUALITY', () => {
  const facts = goldenFacts();
  const flagged = (flag: FlagName) => [...facts.deals.id].filter((_, row) => ((facts.deals.flags[row] ?? 0) & FLAG[flag]) !== 0);

  test('checks that found something, most deals first, with their sum and share', () => {
    expect(table('B24_QUALITY', ['2025-05'])).toEqual([
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
    const lines = table('B24_QUALITY', ['2025-05', '', '', flagWords[flag].ru]).slice(1);
    const ids = lines.filter((line) => line[1] !== '').map((line) => Number(String(line[1]).split('/').slice(-2)[0]));
    expect(ids.sort()).toEqual(flagged(flag));
    expect(table('B24_QUALITY', ['2025-05', '', '', flagWords[flag].en]).slice(1)).toEqual(lines);
    if (ids.length === 0) expect(lines).toEqual([['Замечаний нет', '', '', '']]);
  });

  test('deals stand the dearest first, with title, link, manager and sum', () => {
    expect(table('B24_QUALITY', ['2025-05', '', '', 'с товарами не на сумму сделки'])).toEqual([
      ['Сделка', 'Ссылка', 'Менеджер', 'Сумма'],
      ['Deal 104', 'https://example.bitrix24.ru/crm/deal/details/104/', 'Борис Б.', 200000],
      ['Deal 201', 'https://example.bitrix24.ru/crm/deal/details/201/', 'Вера В. (уволен)', 70000],
    ]);
  });

  test('clean data says so', () => {
    expect(table('B24_QUALITY', ['2024-01', 'Вера'], { labels: { lang: 'en' } })).toEqual([
      ['Check', 'Deals', 'Sum', 'Share'],
      ['Nothing to report', '', '', ''],
    ]);
    expect(table('B24_QUALITY', ['', '', '', 'ввод'])).toEqual([
      ['Лист', 'Строка', 'Столбец', 'Что найдено', 'Что ожидается'],
      ['Замечаний нет', '', '', '', ''],
    ]);
    expect(complaint('B24_QUALITY', ['', '', '', 'чепуха'])).toContain('"без клиента"');
  });

  test('an unknown currency is no amount, and its deals come last', () => {
    const amount = Float64Array.from(facts.deals.amount, (minor, row) => (facts.deals.id[row] === 104 ? Number.NaN : minor));
    const lines = table('B24_QUALITY', ['2025-05', '', '', 'с товарами не на сумму сделки'], {
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
      expect(table('B24_QUALITY', ['', '', '', 'ввод'], desk)).toEqual([
        ['Лист', 'Строка', 'Столбец', 'Что найдено', 'Что ожидается'],
        ['Планы', 3, 'Кто', 'Никита', 'Нет сотрудника «Никита». Выберите из списка или напишите название, как в Битрикс24.'],
        ['Планы', 4, 'Период', 'майская', 'Не понимаю период «майская». Напишите 2026-11, 2026-Q4, 2026-H2, 2026 или «ноябрь 2026».'],
      ]);
      expect(table('B24_QUALITY', ['', '', '', 'input'], { ...desk, labels: { lang: 'en' } })[1]?.slice(0, 4)).toEqual([
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
        table('B24_QUALITY', ['', '', '', 'ввод'], { context: { inputs: () => ({ inputs: goldenInputs, complaints: all }) } });
      expect(told([{ ...error, level: 'hint', row: 9 }, error]).map((line) => line[1])).toEqual(['Строка', 2, 9]);
      const many = told(Array<Complaint>(300).fill(error));
      expect([many.length, many[200]]).toEqual([201, ['Ещё 101', '', '', '', '']]);
    });
  });
});

describe('B24_BITRIX', () => {
  const { salesTargetCompany, managersRatingPipeline0, dealConversionPipeline0 } = expected.bitrixComparison;

  test('the sales plan of the company equals ours while nobody edits dates', () => {
    const [headers, line] = table('B24_BITRIX', ['2025-05', '', '', 'план продаж']);
    expect(headers).toEqual(['Отчёт Битрикс24', 'Сделок', 'Сумма', 'Доля', 'У нас', 'Разница', 'Примечание']);
    expect(line?.slice(0, 6)).toEqual(['План продаж', salesTargetCompany.count, salesTargetCompany.sum, '', expected.company.wonSum, 0]);
    expect(line?.[6]).toContain('Восстановлено по коду Битрикс24, не измерено на портале.');
  });

  test('manager rating and deal conversion of one pipeline, beside ours', () => {
    const [, , rating = [], conversion = []] = table('B24_BITRIX', ['2025-05', '', 0]);
    const { count, sum } = managersRatingPipeline0;
    const own = expected.byPipeline['0'];
    expect(rating.slice(0, 6)).toEqual(['Рейтинг менеджеров', count, sum, '', own.wonSum, sum - own.wonSum]);
    const { alive, withSuccessRow, value } = dealConversionPipeline0;
    expect([conversion[1], percent(Number(conversion[3])), percent(Number(conversion[4]))]).toEqual([alive, value, own.winRateCount]);
    expect(conversion[6]).toMatch(new RegExp(`^${withSuccessRow} из ${alive} живых сделок`));
    expect(Number(conversion[5])).toBeCloseTo(6 / 11 - 5 / 8, 12);
  });

  test('among all reports those of one pipeline ask for it in their line, by name they insist', () => {
    expect(table('B24_BITRIX', ['2025-05']).slice(2)).toEqual([
      ['Рейтинг менеджеров', '', '', '', '', '', 'Назовите одну воронку.'],
      ['Конверсия сделок', '', '', '', '', '', 'Назовите одну воронку.'],
    ]);
    expect(complaint('B24_BITRIX', ['2025-05', '', '', 'рейтинг'])).toContain('нужна одна воронка');
    expect(table('B24_BITRIX', ['2025-05', 'Анна', 0, 'conversion'], { labels: { lang: 'en' } })).toHaveLength(2);
  });
});

test('the help names every word that people may choose', () => {
  for (const lang of ['ru', 'en'] as const) {
    for (const word of choiceWords(againstWords, lang)) expect(functionTexts.B24_COMPARE.params.against?.[lang]).toContain(`"${word}"`);
    for (const word of choiceWords(bitrixReports, lang)) expect(functionTexts.B24_BITRIX.params.report?.[lang]).toContain(`"${word}"`);
  }
});
