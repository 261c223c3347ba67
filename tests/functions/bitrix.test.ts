// B24_BITRIX over the worked example: what the portal itself would say, beside ours.
import { choiceWords } from '../../src/functions/arguments/choice';
import { bitrixReports } from '../../src/functions/bitrix';
import { functionTexts } from '../../src/functions/help/texts';
import { golden } from '../golden-kpi';
import { percent } from '../rounded';
import { askTable, complaintOf } from './golden-desk';

const { expected } = golden;

describe('B24_BITRIX', () => {
  const { salesTargetCompany, managersRatingPipeline0, dealConversionPipeline0 } = expected.bitrixComparison;

  test('the sales plan of the company equals ours while nobody edits dates', () => {
    const [headers, line] = askTable('B24_BITRIX', ['2025-05', '', '', 'план продаж']);
    expect(headers).toEqual(['Отчёт Битрикс24', 'Сделок', 'Сумма', 'Доля', 'У нас', 'Разница', 'Примечание']);
    expect(line?.slice(0, 6)).toEqual(['План продаж', salesTargetCompany.count, salesTargetCompany.sum, '', expected.company.wonSum, 0]);
    expect(line?.[6]).toContain('Восстановлено по коду Битрикс24, не измерено на портале.');
  });

  test('manager rating and deal conversion of one pipeline, beside ours', () => {
    const [, , rating = [], conversion = []] = askTable('B24_BITRIX', ['2025-05', '', 0]);
    const { count, sum } = managersRatingPipeline0;
    const own = expected.byPipeline['0'];
    expect(rating.slice(0, 6)).toEqual(['Рейтинг менеджеров', count, sum, '', own.wonSum, sum - own.wonSum]);
    const { alive, withSuccessRow, value } = dealConversionPipeline0;
    expect([conversion[1], percent(Number(conversion[3])), percent(Number(conversion[4]))]).toEqual([alive, value, own.winRateCount]);
    expect(conversion[6]).toMatch(new RegExp(`^${withSuccessRow} из ${alive} живых сделок`));
    expect(Number(conversion[5])).toBeCloseTo(6 / 11 - 5 / 8, 12);
  });

  test('among all reports those of one pipeline ask for it in their line, by name they insist', () => {
    expect(askTable('B24_BITRIX', ['2025-05']).slice(2)).toEqual([
      ['Рейтинг менеджеров', '', '', '', '', '', 'Назовите одну воронку.'],
      ['Конверсия сделок', '', '', '', '', '', 'Назовите одну воронку.'],
    ]);
    expect(complaintOf('B24_BITRIX', ['2025-05', '', '', 'рейтинг'])).toContain('нужна одна воронка');
    expect(askTable('B24_BITRIX', ['2025-05', 'Анна', 0, 'conversion'], { labels: { lang: 'en' } })).toHaveLength(2);
  });
});

test('the help names every word that people may choose', () => {
  for (const lang of ['ru', 'en'] as const) {
    for (const word of choiceWords(bitrixReports, lang)) expect(functionTexts.B24_BITRIX.params.report?.[lang]).toContain(`"${word}"`);
  }
});
