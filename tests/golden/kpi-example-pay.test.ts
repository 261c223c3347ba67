// The worked example at a desk where everything was typed, into sheets that a person made by name: KPI scores, pay, and pay by other schemes.
import { partsOf, percent, ratio } from './example';
import { people, typedDesk } from './typed-desk';

const { expected, unread } = partsOf('kpi-example-pay');
const desk = typedDesk('a person');
const of = (formula: string) => desk.value(formula);

/** Ids of the metrics by the names that the table shows. */
const metricIds: Readonly<Record<string, string>> = {
  'Сумма продаж': 'wonSum',
  'Доля побед, шт.': 'winRateCount',
  'Цикл средний, дней': 'cycleMeanDays',
  Встречи: 'meetings',
  'Средний чек': 'avgCheque',
  'Конверсия лидов': 'leadConversion',
};

describe.each(Object.entries(expected.kpiScore))('the KPI score of manager %s', (id, want) => {
  test('in one cell', () => {
    expect(percent(of(`=B24_SCORE("2025-05";"${people[id]}")`))).toBe(want.score);
  });

  test('line by line of the table', () => {
    const lines = desk.lines('=B24_SCORE("2025-05")');
    const first = lines.findIndex((line) => String(line['Менеджер']).startsWith(people[id] ?? '?'));
    const own = lines.filter((line) => line['Менеджер'] === lines[first]?.['Менеджер']);
    expect(percent(own[0]?.['Балл'])).toBe(want.score);
    expect(
      own.map((line) => {
        const kpi = metricIds[String(line['Показатель'])] ?? String(line['Показатель']);
        // The example writes shares as percent.
        const fact = /Rate|Conversion/.test(kpi) ? percent(line['Факт']) : ratio(line['Факт']);
        return { kpi, fact, raw: ratio(line['Выполнение']), counted: ratio(line['Зачтено']) };
      }),
    ).toEqual(want.rows);
  });
});

describe('pay', () => {
  const part = (id: string, word: string) => of(`=B24_BONUS("2025-05";"${people[id]}";;"${word}";B24_DATA)`);
  const pay = (id: string) => ({ attainment: percent(part(id, 'выполнение')), variable: part(id, 'переменная'), total: part(id, 'итог') });

  test.each(Object.entries(expected.bonus))('of manager %s', (id, want) => {
    expect(pay(id)).toEqual(want);
  });

  test('the table of pay is the same, and adds up', () => {
    const lines = desk.lines('=B24_BONUS("2025-05")');
    const total = lines.pop();
    for (const [id, want] of Object.entries(expected.bonus)) {
      const line = lines.find((one) => String(one['Менеджер']).startsWith(people[id] ?? '?'));
      expect([id, percent(line?.['Выполнение']), line?.['Переменная'], line?.['Итог']]).toEqual([
        id,
        want.attainment,
        want.variable,
        want.total,
      ]);
    }
    expect(total?.['Итог']).toBe(Object.values(expected.bonus).reduce((sum, want) => sum + want.total, 0));
  });

  test('the statement of Boris: his deals add up to his base, each tier pays its part, the parts add up to his pay', () => {
    const lines = desk.lines('=B24_BONUS_DEALS("2025-05";"Борис")');
    const deals = lines.filter((line) => typeof line['ID'] === 'number');
    expect(deals.map((line) => [line['ID'], line['Сумма']])).toEqual([
      [112, 30000],
      [104, 200000],
      [110, 120000],
    ]);
    const tiers = lines.filter((line) => String(line['ID']).startsWith('Ступень'));
    expect(tiers.map((line) => [line['Сумма'], line['Ставка'], line['Начислено']])).toEqual([
      [300000, 0.03, 9000],
      [50000, 0.05, 2500],
    ]);
    const paid = (name: string) => lines.find((line) => line['ID'] === name)?.['Начислено'];
    expect([paid('Переменная часть'), paid('Оклад'), paid('Итого к выплате')]).toEqual([11500, 20000, expected.bonus['12'].total]);
  });

  describe('by another scheme, typed, without a refresh', () => {
    afterEach(() => desk.typeScheme());

    test('the rate that was reached on the whole', () => {
      desk.typeScheme({ Способ: 'на всё' });
      expect(pay('12')).toEqual(expected.bonusVariants.boris_cliff);
    });

    test('times the KPI score', () => {
      desk.typeScheme({ 'Множитель KPI': 'да' });
      expect(pay('12')).toEqual(expected.bonusVariants.boris_kpiMultiplier);
    });

    test('a lower cap, a higher threshold, no cap', () => {
      desk.typeScheme({ Потолок: '30 000' });
      expect([part('12', 'переменная'), part('12', 'итог')]).toEqual([11500, 30000]);
      desk.typeScheme({ Порог: '117 %' });
      expect([part('12', 'переменная'), part('12', 'итог')]).toEqual([0, 20000]);
      desk.typeScheme({ Порог: '40 %' });
      // Anna's 47.5 % is paid now: 3 % of 190 000.
      expect([part('11', 'переменная'), part('11', 'итог')]).toEqual([5700, 25700]);
    });
  });

  describe('by other sales: deal 104 of Boris is worth something else', () => {
    const others = (sum: number) => sum - 150000;

    test.each([
      ['cap_case_fact900000_plan300000', 900000],
      ['exact_threshold_fact150000_plan300000', 150000],
      ['exact_plan_fact300000_plan300000', 300000],
    ] as const)('%s', (variant, fact) => {
      desk.clock.advance(60_000);
      const updatedTime = new Date(desk.clock.now()).toISOString();
      desk.portal.mutate({ deals: [{ id: 104, opportunity: others(fact), updatedTime }] } as never);
      desk.refresh();
      expect(part('12', 'база')).toBe(fact);
      expect(pay('12')).toEqual(expected.bonusVariants[variant]);
    });
  });
});

test('no value of these parts is forgotten', () => {
  expect(unread()).toEqual([]);
});
