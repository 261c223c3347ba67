// «Схема мотивации»: the parts of a scheme, its tiers in their order, who has it, and the sentence for every row that cannot be used.
import { bonusOf } from '../../src/metrics/bonus';
import { typed } from './typed';

/** Rows of one scheme: part, value, from, to. */
const scheme = (...rows: (readonly [part: unknown, value: unknown, from?: unknown, to?: unknown])[]) =>
  typed(
    'bonusSchemes',
    [['Кому', 'все'] as const, ...rows].map(([part, value, from = '', to = '']) => ['Продажи', part, from, to, value]),
  );
const whole = [
  ['Ставка', '3 %', '', '100 %'],
  ['Ставка', '5 %', '', '120 %'],
  ['Ставка', '8 %'],
] as const;

test('a scheme is put together from its rows', () => {
  const { inputs, told } = scheme(
    ['Оклад', '20 000 ₽'],
    ['База', 'Сумма продаж'],
    ['Порог', '50 %'],
    ...whole,
    ['Способ', 'на всё'],
    ['Потолок', 60000],
    ['Множитель KPI', '110 %'],
  );
  expect(told).toEqual([]);
  expect(inputs.bonusSchemes).toEqual([
    {
      name: 'Продажи',
      fixed: 20000,
      base: 'wonSum',
      mode: 'cliff',
      tiers: [
        { upTo: 1, rate: 0.03 },
        { upTo: 1.2, rate: 0.05 },
        { upTo: null, rate: 0.08 },
      ],
      threshold: 0.5,
      capTotal: 60000,
      kpiMultiplier: true,
      kpiMultiplierMax: 1.1,
    },
  ]);
  expect(inputs.bonusAssignments).toEqual([{ owner: { scope: 'company', id: null }, scheme: 'Продажи' }]);
});

test('parts that are blank or not there have the usual values', () => {
  const { inputs, told } = scheme(
    ['Оклад', ''],
    ['База', ''],
    ['Порог', ''],
    ['Способ', ''],
    ['Потолок', ''],
    ['Множитель KPI', ''],
    ...whole,
  );
  expect(told).toEqual([]);
  expect(inputs.bonusSchemes).toEqual(scheme(...whole).inputs.bonusSchemes);
  expect(inputs.bonusSchemes[0]).toMatchObject({
    fixed: 0,
    base: 'wonSum',
    mode: 'marginal',
    threshold: 0,
    capTotal: null,
    kpiMultiplier: false,
  });
});

test('the multiplier is switched on and off by a word or a tick', () => {
  const multiplier = (value: unknown) => scheme(['Множитель KPI', value], ...whole).inputs.bonusSchemes[0];
  expect(multiplier('да')).toMatchObject({ kpiMultiplier: true, kpiMultiplierMax: 1.2 });
  expect(multiplier('нет')).toMatchObject({ kpiMultiplier: false });
  expect(multiplier(true)).toMatchObject({ kpiMultiplier: true, kpiMultiplierMax: 1.2 });
});

test('tiers stand in the order of their bounds, however they are typed', () => {
  const { inputs, told } = scheme(['Ставка', 0.08, 1.2], ['Ставка', 0.03, 0, 1], ['Ставка', 0.05, '100 %', '120 %']);
  expect([inputs.bonusSchemes[0]?.tiers, told]).toEqual([
    [
      { upTo: 1, rate: 0.03 },
      { upTo: 1.2, rate: 0.05 },
      { upTo: null, rate: 0.08 },
    ],
    [],
  ]);
});

test.each([
  [
    'one end',
    [
      ['Ставка', 0.05, '', 1],
      ['Ставка', 0.04, '', 1],
    ],
    '4: От: Ставка от 100 % пересекается со ставкой в строке 3. Для одного выполнения – одна ставка; действует строка 3.',
  ],
  [
    'a beginning inside the other',
    [
      ['Ставка', 0.05, 0, 1],
      ['Ставка', 0.04, '90 %', 1.2],
    ],
    '4: От: Ставка от 90 % пересекается со ставкой в строке 3. Для одного выполнения – одна ставка; действует строка 3.',
  ],
  [
    'no end both',
    [
      ['Ставка', 0.05],
      ['Ставка', 0.04],
    ],
    '4: От: Ставка от 0 % пересекается со ставкой в строке 3. Для одного выполнения – одна ставка; действует строка 3.',
  ],
] as const)('of two overlapping tiers (%s) the first by its bound holds', (_how, rows, sentence) => {
  const { inputs, told } = scheme(...rows);
  expect(inputs.bonusSchemes[0]?.tiers.map(({ rate }) => rate)).toEqual([0.05]);
  expect(told).toContain(sentence);
});

test('where no rate was typed none is paid, and it is told', () => {
  const { inputs, told } = scheme(['Ставка', 0.03, '50 %', 1], ['Ставка', 0.05, 1.1]);
  expect(inputs.bonusSchemes[0]?.tiers).toEqual([
    { upTo: 0.5, rate: 0 },
    { upTo: 1, rate: 0.03 },
    { upTo: 1.1, rate: 0 },
    { upTo: null, rate: 0.05 },
  ]);
  expect(told).toEqual([
    '?3: От: Между 0 % и 50 % ставки нет: за эту часть не платится.',
    '?4: От: Между 100 % и 110 % ставки нет: за эту часть не платится.',
  ]);
});

test('a last tier with an end is told', () => {
  expect(scheme(['Ставка', 0.03, '', 1]).told).toEqual(['?3: До: Выше 100 % ставки нет. Добавьте строку «Ставка» с пустым «До».']);
});

test('a rate that cannot be read pays nothing for its part, and its neighbours do not move into it', () => {
  const { inputs, told } = scheme(['Ставка', 0.03, '', 1], ['Ставка', 'пять', '', 1.2], ['Ставка', 0.08]);
  expect(told).toEqual(['4: Значение: «пять» – не доля. Напишите с процентом, например 64 %, или дробью 0,64.']);
  const [known] = inputs.bonusSchemes;
  const question = { fact: 150000, plan: 100000, score: null, active: true };
  expect(known && bonusOf(known, question).total).toBe(3000 + 0.08 * 30000);
});

test.each([
  [['Ставка', 3, '', 1], '3: Значение: «3» – больше допустимых 100 %. Если это 3 %, напишите «3 %» или 0,03.'],
  [['Ставка', '130 %', '', 1], '3: Значение: «130 %» не подходит: нужно от 0 до 100 %.'],
  [['Ставка', '-1 %', '', 1], '3: Значение: «-1 %» меньше нуля. Нужно число от нуля.'],
  [['Ставка', '', '', 1], '3: Значение: Пусто. Сумма, процент или слово – смотря по строке.'],
  [['Ставка', '3 %', '', 'сто'], '3: До: «сто» – не доля. Напишите с процентом, например 64 %, или дробью 0,64.'],
  [['Ставка', '3 %', 1.2, 1], '3: До: Ставка кончается не дальше, чем начинается: от 120 % до 100 %.'],
  [['Оклад', 'много'], '3: Значение: «много» – не число. Напишите, например, 1 200 000,50.'],
  [['Оклад', -1], '3: Значение: «-1» меньше нуля. Нужно число от нуля.'],
  [['Оклад', 1, 0, 1], '3: От: «От» и «До» бывают только у ставки. Очистите «0».'],
  [['Порог', 50], '3: Значение: «50» – больше допустимых 200 %. Если это 50 %, напишите «50 %» или 0,5.'],
  [['Потолок', 'нет'], '3: Значение: «нет» – не число. Напишите, например, 1 200 000,50.'],
  [['Способ', 'как-то'], '3: Значение: Не понимаю «как-то». Можно: "по частям", "на всё".'],
  [['База', 'Выиграно'], '3: Значение: «Выиграно» – не сумма денег. Процент платится от суммы, например «Сумма продаж».'],
  [['База', 'Средний чек'], '3: Значение: «Средний чек» – не сумма денег. Процент платится от суммы, например «Сумма продаж».'],
  [['База', 'Доход'], '3: Значение: Нет показателя «Доход». Выберите из списка или напишите название, как в Битрикс24.'],
  [['Множитель KPI', 'иногда'], '3: Значение: «иногда» – не доля. Напишите с процентом, например 64 %, или дробью 0,64.'],
  [['Премия', 1], '3: Что: Нет строки схемы «Премия». Выберите из списка или напишите название, как в Битрикс24.'],
  [['', 1], '3: Что: Пусто. Выберите из списка.'],
] as const)('%j is left out', (row, sentence) => {
  const { inputs, told } = scheme(row, ...whole.slice(0, 0), ['Ставка', '8 %', 2]);
  expect(told).toContain(sentence);
  expect(inputs.bonusSchemes[0]).toMatchObject({
    fixed: 0,
    base: 'wonSum',
    mode: 'marginal',
    threshold: 0,
    capTotal: null,
    kpiMultiplier: false,
  });
  expect(inputs.bonusSchemes[0]?.tiers.filter(({ rate }) => rate > 0)).toEqual([{ upTo: null, rate: 0.08 }]);
});

test('a part stands in a scheme once: the first row holds', () => {
  const { inputs, told } = scheme(['Оклад', 1], ['Оклад', 2], ...whole);
  expect([inputs.bonusSchemes[0]?.fixed, told]).toEqual([1, ['4: Что: То же уже задано в строке 3. Действует строка 3.']]);
});

test('a scheme without a rate pays the fixed part only, and that is told', () => {
  expect(scheme(['Оклад', 20000])).toMatchObject({
    inputs: { bonusSchemes: [{ fixed: 20000, tiers: [] }] },
    told: ['?2: Схема: В схеме «Продажи» нет ни одной ставки: платится только оклад.'],
  });
});

const rate = (name: string) => [name, 'Ставка', '', '', '5 %'];
const given = (name: string, who: string) => [name, 'Кому', '', '', who];

test('a scheme may belong to a manager, a department and everybody; several schemes stand in one sheet', () => {
  const rows = [rate('А'), given('А', 'Анна Иванова'), rate('Б'), given('Б', 'Отдел продаж'), given('б', 'Борис'), given('Б', 'все')];
  const { inputs, told } = typed('bonusSchemes', rows);
  expect(told).toEqual([]);
  expect(inputs.bonusSchemes.map(({ name }) => name)).toEqual(['А', 'Б']);
  expect(inputs.bonusAssignments).toEqual([
    { owner: { scope: 'manager', id: 11 }, scheme: 'А' },
    { owner: { scope: 'department', id: 3 }, scheme: 'Б' },
    { owner: { scope: 'manager', id: 12 }, scheme: 'Б' },
    { owner: { scope: 'company', id: null }, scheme: 'Б' },
  ]);
});

test('of two schemes of one person the first holds', () => {
  const { inputs, told } = typed('bonusSchemes', [rate('А'), rate('Б'), given('А', 'Борис'), given('Б', 'Борис')]);
  expect(inputs.bonusAssignments).toEqual([{ owner: { scope: 'manager', id: 12 }, scheme: 'А' }]);
  expect(told).toEqual(['5: Значение: У «Борис» уже есть схема «А» (строка 4). Действует она.']);
});

test('a scheme that only somebody has, and nobody described, is unknown', () => {
  const { inputs, told } = typed('bonusSchemes', [rate('Продажи'), given('Продажи', 'все'), given('Продажа', 'Борис')]);
  expect(inputs.bonusAssignments).toEqual([{ owner: { scope: 'company', id: null }, scheme: 'Продажи' }]);
  expect(told).toEqual(['4: Схема: Схемы «Продажа» нет: у неё только строка «Кому». Есть: "Продажи".']);
});

test('a scheme that nobody has is told, unless its row «Кому» waits to be filled', () => {
  expect(typed('bonusSchemes', [rate('Продажи')]).told).toEqual([
    '?2: Схема: Схема «Продажи» никому не назначена. Добавьте строку «Кому».',
  ]);
  expect(typed('bonusSchemes', [given('Продажи', ''), rate('Продажи')]).told).toEqual([]);
});

test('an unknown holder, and a row without a scheme, are left out', () => {
  expect(typed('bonusSchemes', [rate('А'), given('А', 'Ивонова'), ['', 'Оклад', '', '', 5]]).told).toEqual([
    '3: Значение: Нет сотрудника или отдела «Ивонова». Похожие: "Анна Иванова".',
    '4: Схема: Пусто. Название схемы – в каждой её строке. Схем может быть несколько.',
  ]);
});
