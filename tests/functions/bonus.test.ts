// B24_BONUS over the worked example: every value of its pay, whose scheme it is, and what a person has to check.
import { describe as sentenceOf } from '../../src/locale/describe';
import { goldenInputs } from '../golden-inputs';
import { golden, goldenFacts } from '../golden-kpi';
import { money, percent } from '../rounded';
import { askGolden, type Desk } from './golden-desk';
import { askPay, changedFacts, MAY, bonusOf as of, payDesk, scheme } from './pay-desk';

const { expected } = golden;
const complaint = (args: readonly unknown[], desk: Desk = payDesk()): string => {
  try {
    return `answered ${JSON.stringify(askPay('B24_BONUS', args, desk))}`;
  } catch (error) {
    return sentenceOf(error, 'ru');
  }
};
const shown = (who: unknown, desk?: Desk) => ({
  attainment: percent(of(who, 'выполнение', desk) as number),
  variable: money(of(who, 'переменная', desk) as number),
  total: of(who, '', desk),
});

describe('the worked example', () => {
  test.each(Object.entries(expected.bonus))('manager %s', (id, values) => {
    expect(shown(Number(id))).toEqual(values);
  });

  test('its variants: the whole by the rate reached, multiplied by the score, capped, exactly at the threshold and at the plan', () => {
    const boris = (amount: number) => shown(12, payDesk({}, { facts: changedFacts({ 104: { amount } }) }));
    expect({
      boris_cliff: shown(12, payDesk({ mode: 'cliff' })),
      boris_kpiMultiplier: shown(12, payDesk({ kpiMultiplier: true })),
      cap_case_fact900000_plan300000: boris(750000),
      exact_threshold_fact150000_plan300000: boris(0),
      exact_plan_fact300000_plan300000: boris(150000),
    }).toEqual(expected.bonusVariants);
    expect(of(12, 'множитель', payDesk({ kpiMultiplier: true }))).toBeCloseTo(0.7, 10);
  });

  test('the table has everybody with a scheme, the best paid first, and adds them up', () => {
    expect(askPay('B24_BONUS', [])).toEqual([
      ['Менеджер', 'База', 'План', 'Выполнение', 'Переменная', 'Множитель', 'Оклад', 'Итог', 'До ступени', 'Сделок до ступени', 'Статус'],
      ['Борис Б.', 350000, 300000, 350000 / 300000, 11500, 1, 20000, 31500, 10000, 1, 'начислено на дату'],
      ['Анна А.', 190000, 400000, 0.475, 0, 1, 20000, 20000, 10000, 1, 'начислено на дату'],
      ['Вера В. (уволен)', 70000, 200000, 0.35, 0, 1, 20000, 20000, '', '', 'проверить: уволен'],
      ['Итого', 610000, '', '', 11500, '', 60000, 71500, '', '', ''],
    ]);
    expect(askPay('B24_BONUS', [MAY, 'Отдел продаж 1', '', 'оклад'])).toEqual([
      ['Менеджер', 'Оклад'],
      ['Борис Б.', 20000],
      ['Анна А.', 20000],
      ['Итого', 40000],
    ]);
  });

  test('a column is answered cell by cell; a department there is the sum of its people', () => {
    const nobody = 'Аргумент «кто»: нет сотрудника или отдела «Никто». Напишите имя, часть имени, e-mail, id, название отдела или "все".';
    const column = [['Борис'], [''], ['Отдел продаж 1'], ['все'], ['Никто'], ['Без менеджера']];
    expect(of(column)).toEqual([[31500], [''], [51500], [71500], [nobody], ['']]);
    expect(of(column, 'множитель')).toEqual([[1], [''], [''], [''], [nobody], ['']]);
    expect(of(column, 'статус')).toEqual([['начислено на дату'], [''], ['начислено на дату'], ['проверить: уволен'], [nobody], ['']]);
    expect(of([['Отдел продаж 1'], ['Анна']], '%')).toEqual([[540000 / 700000], [0.475]]);
  });

  test('words of both languages', () => {
    const english = payDesk({}, { labels: { lang: 'en' } });
    expect([of(12, 'variable'), of(12, 'base'), of(12, 'plan'), of(12, 'fixed')]).toEqual([11500, 350000, 300000, 20000]);
    expect([of(12, 'status', english), of(13, 'status', english)]).toEqual(['accrued so far', 'check: left']);
    expect(complaint([MAY, 12, '', 'сколько'])).toContain('Аргумент «часть»: не понимаю «сколько»');
  });
});

test('a won deal in a currency without a rate is not in the base, and the status says so', () => {
  const unpriced = payDesk({}, { facts: changedFacts({ 104: { amount: Number.NaN } }) });
  expect([of(12, 'база', unpriced), of(12, 'статус', unpriced)]).toEqual([150000, 'проверить: есть сделки в валюте без курса']);
});

describe('who may see it', () => {
  test('while pay is off the answer says who would see it and how to switch it on, and no facts are read', () => {
    const desk: Desk = { asked: [] };
    for (const who of ['', 12, [['Анна'], ['Борис']]]) {
      expect(askPay('B24_BONUS', [MAY, who], desk)).toBe(
        'Мотивация выключена. Включите её на листе «Настройки», строка «Показывать мотивацию»: зарплату увидят все, у кого есть доступ к этому файлу.',
      );
    }
    expect(askPay('B24_BONUS', [MAY], { labels: { lang: 'en' } })).toContain('everybody with access to this file will see');
    expect(desk.asked).toEqual([]);
  });
});

describe('periods', () => {
  test('a quarter and a year are the sums of their months, those not begun left out', () => {
    const april = of(11, '', payDesk(), '2025-04');
    expect([april, of(11, 'база', payDesk(), '2025-04')]).toEqual([20000, 25000]);
    // April and May: 20 000 + 31 500; June has not begun. January to May: five times the fixed part, 11 500 of May.
    expect([of(12, '', payDesk(), '2025-Q2'), of(12, '', payDesk(), '2025')]).toEqual([51500, 111500]);
    expect([of(11, 'база', payDesk(), '2025-Q2'), of(11, 'план', payDesk(), '2025-Q2'), of(11, '%', payDesk(), '2025-Q2')]).toEqual([
      215000,
      '',
      '',
    ]);
    expect([of(12, 'статус', payDesk(), '2025-Q2'), of(12, 'множитель', payDesk(), '2025-Q2')]).toEqual(['проверить: нет плана', '']);
    expect([of(12, '', payDesk(), '2025-06'), of(12, 'статус', payDesk(), '2025-06')]).toEqual(['', '']);
  });

  test.each(['2025-05-01..2025-05-20', 'эта неделя', 'сегодня', '2024-01..2025-05'])('«%s» is no months of pay', (period) => {
    expect(complaint([period, 12])).toMatch(/оплата считается по целым месяцам, не больше двенадцати, а найдено .+ например "2025-05"\.$/);
  });
});

describe('pipelines', () => {
  test('pay is by person over all of them: naming one is an error, the choice of the settings does not cut it', () => {
    expect(complaint([MAY, 12, 'Общая'])).toBe(
      'Аргумент «воронка»: оплата считается по человеку за все воронки. Уберите "Общая" или напишите "все".',
    );
    expect(of(12, '', payDesk({}, { labels: { defaultPipelines: [0] } }))).toBe(31500);
    expect([askPay('B24_BONUS', [MAY, 12, 'все']), askPay('B24_BONUS', [MAY, 12, 'Общая; Повторные'])]).toEqual([31500, 31500]);
  });
});

describe('whose scheme it is', () => {
  const own = { ...scheme, name: 'Своя', fixed: 1 };
  const team = { ...scheme, name: 'Отдел', fixed: 2 };
  const with3 = (assignments: [scope: 'company' | 'department' | 'manager', id: number | null, name: string][]) =>
    payDesk(
      {},
      {
        inputs: {
          bonusSchemes: [scheme, own, team],
          bonusAssignments: assignments.map(([scope, id, name]) => ({ owner: { scope, id }, scheme: name })),
        },
      },
    );

  test('an own one goes before the department’s, that before the company’s', () => {
    const desk = with3([
      ['company', null, scheme.name],
      ['department', 3, 'Отдел'],
      ['manager', 11, 'Своя'],
    ]);
    expect([of(11, 'оклад', desk), of(12, 'оклад', desk), of(13, 'оклад', desk)]).toEqual([1, 2, 20000]);
  });

  test('a department within another has the nearest', () => {
    const departments = [
      { id: 1, name: 'Компания', parent: -1 },
      { id: 3, name: 'Отдел продаж 1', parent: 0 },
    ];
    const managers = [
      { id: 0, name: 'Без менеджера', email: '', active: true, hasDeals: true, department: -1 },
      { id: 11, name: 'Анна', email: '', active: true, hasDeals: true, department: 1 },
      { id: 12, name: 'Борис', email: '', active: true, hasDeals: true, department: 0 },
    ];
    const nearest = with3([
      ['department', 1, 'Отдел'],
      ['department', 3, 'Своя'],
    ]);
    expect(of([[11], [12]], 'оклад', { ...nearest, labels: { departments, managers } })).toEqual([[1], [2]]);
    const above = with3([['department', 1, 'Отдел']]);
    expect(of(11, 'оклад', { ...above, labels: { departments, managers } })).toBe(2);
  });

  test('without a scheme there is no pay, and the table says so', () => {
    const desk = with3([['manager', 11, 'Своя']]);
    expect([of(12, '', desk), of(12, 'статус', desk)]).toEqual(['', '']);
    expect((askPay('B24_BONUS', [MAY], desk) as unknown[][]).map(([name]) => name)).toEqual(['Менеджер', 'Анна А.', 'Итого']);
    expect((askPay('B24_BONUS', [MAY], with3([])) as unknown[][])[1]?.[0]).toBe('Схемы мотивации нет ни у кого');
  });

  test('another base: repeat sales alone', () => {
    const repeated = [11, 12, 13].map((who) => askGolden('B24_KPI', [MAY, who, '', 'repeatSum']));
    expect(repeated.some((sum) => Number(sum) > 0)).toBe(true);
    expect(of([[11], [12], [13]], 'база', payDesk({ base: 'repeatSum' }))).toEqual(repeated.map((sum) => [sum]));
    expect(of([[11], [12], [13]], 'база', payDesk({ base: 'lostSum' }))).toEqual([[0], [95000], [120000]]);
  });
});

describe('who is paid for a deal', () => {
  test('the manager seen when it was closed, whoever has it now; a currency without a rate pays nothing', () => {
    expect([
      of(11, 'база', payDesk({}, { facts: changedFacts({ 104: { payee: 1 } }) })),
      of(12, 'база', payDesk({}, { facts: changedFacts({ 104: { payee: 1 } }) })),
    ]).toEqual([390000, 150000]);
    expect(of(12, 'база', payDesk({}, { facts: changedFacts({ 104: { amount: Number.NaN } }) }))).toBe(150000);
  });
});

describe('what a person has to check', () => {
  test('no plan: the fixed part alone', () => {
    const desk = payDesk({}, { inputs: { plans: [] } });
    expect([of(12, '', desk), of(12, 'переменная', desk), of(12, 'статус', desk)]).toEqual([20000, 0, 'проверить: нет плана']);
  });

  test('a scheme that multiplies by a score nobody has', () => {
    const desk = payDesk({ kpiMultiplier: true }, { inputs: { kpiSets: [] } });
    expect([of(12, '', desk), of(12, 'статус', desk)]).toEqual([31500, 'проверить: нет балла KPI']);
  });

  test('rows of the scheme that could not be read', () => {
    const inputs = { ...goldenInputs, settings: { ...goldenInputs.settings, payVisible: true } };
    const bad = {
      sheet: 'bonusSchemes',
      level: 'error',
      row: 4,
      column: 1,
      header: 'Часть',
      found: 'x',
      key: 'inputBase',
      params: {},
    } as const;
    const told = (complaints: readonly (typeof bad | (Omit<typeof bad, 'level'> & { level: 'hint' }))[]) =>
      of(12, 'статус', { context: { inputs: () => ({ inputs, complaints }) } });
    expect([told([bad]), told([{ ...bad, level: 'hint' }])]).toEqual(['проверить: в схеме есть непрочитанные строки', 'начислено на дату']);
  });
});

describe('what is missing to the next tier', () => {
  const next = (who: unknown, desk?: Desk, period?: unknown) => [
    of(who, 'до ступени', desk, period),
    of(who, 'сделок до ступени', desk, period),
  ];
  const boris = (amount: number, change = {}) => next(12, payDesk(change, { facts: changedFacts({ 104: { amount } }) }));

  test('first the threshold, then the bound of the tier the fact is in, in money and in deals of the month’s average', () => {
    // Anna sold 190,000 by three deals, her threshold is half of 400,000; Boris needs 1.2 × 300,000.
    expect(next(11)).toEqual([10000, 1]);
    expect(next(12)).toEqual([10000, 1]);
    // 150,000 by three deals is the threshold itself: up to the plan it takes three more of 50,000.
    expect(boris(0)).toEqual([150000, 3]);
  });

  test('a tier begins behind its bound: exactly on it a kopeck is missing', () => {
    expect(boris(150000)[0]).toBe(0.01);
    expect(boris(150000.01)[0]).toBe(59999.99);
  });

  test('nothing is left in the last tier, at the cap, without a plan, in a month that is over, for a person who left', () => {
    const blank = ['', ''];
    expect(boris(750000)).toEqual(blank);
    expect(next(12, payDesk({ capTotal: 25000 }))).toEqual(blank);
    expect(next(12, payDesk({}, { inputs: { plans: [] } }))).toEqual(blank);
    expect(next(12, payDesk(), '2025-04')).toEqual(blank);
    expect(next(13)).toEqual(blank);
  });

  test('without a deal nobody knows how large the next ones will be', () => {
    const desk = payDesk({}, { facts: changedFacts(Object.fromEntries([...goldenFacts().deals.id].map((id) => [id, { payee: 2 }]))) });
    expect([of(11, 'база', desk), ...next(11, desk)]).toEqual([0, 200000, '']);
  });
});
