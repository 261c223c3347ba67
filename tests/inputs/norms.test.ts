// «Нормы» and «Настройки»: values that hold, the defaults where nothing is typed, and the sentence for every row that cannot be used.
import { DEFAULT_NORMS } from '../../src/inputs/norms';
import { DEFAULT_SETTINGS } from '../../src/inputs/settings';
import { typed } from './typed';

const norms = (...rows: unknown[][]) => typed('norms', rows);

test('norms are read by their names', () => {
  const { inputs, told } = norms(
    ['Дней без активности', '', '10'],
    ['Часов до первого ответа', '', '1,5'],
    ['Выборка: застрявшие', '', 30],
    ['Выборка: узкое место', '', 6],
    ['Выборка: обучение', '', 12],
    ['Сглаживание вероятностей', '', 0],
    ['Поле причины отказа', '', 'UF_CRM_1712345678'],
    ['Дел в рабочий день', 'Звонки', 20],
    ['Дел в рабочий день', 'Встречи', '0,5'],
    ['Дней на стадии', 'Переговоры', 21],
    ['Дней на стадии', 'Повторные продажи: Новая', 7],
    ['Доля прохождения стадии', 'Переговоры', '60 %'],
    ['Вероятность выигрыша со стадии', 'Переговоры', 0.4],
    ['Мусорная стадия', 'Спам', ''],
    ['Мусорная стадия', 'Отказ', 'нет'],
    ['Вместо удалённой стадии', 'OLD_STAGE', 'Переговоры'],
  );
  expect(told).toEqual([]);
  expect(inputs.norms).toEqual({
    idleDays: 10,
    responseHours: 1.5,
    minStays: 30,
    minBottleneck: 6,
    minCoaching: 12,
    shrink: 0,
    lossReasonField: 'UF_CRM_1712345678',
    activities: { calls: 20, meetings: 0.5 },
    stageDays: { EXECUTING: 21, 'C5:NEW': 7 },
    passShares: { EXECUTING: 0.6 },
    probabilities: { EXECUTING: 0.4 },
    junkStages: ['APOLOGY'],
    stageAliases: { OLD_STAGE: 'EXECUTING' },
  });
});

test('a norm without a value is not filled in yet: the default holds', () => {
  const { inputs, told } = norms(
    ['Дней без активности', '', ''],
    ['Дней на стадии', 'Переговоры', ''],
    ['Дел в рабочий день', 'Звонки', ''],
  );
  expect([inputs.norms, told]).toEqual([DEFAULT_NORMS, []]);
});

test.each([
  [['Дней без активности', '', 0], '2: Значение: Нужно число больше нуля, а найдено «0».'],
  [['Дней без активности', '', 'неделя'], '2: Значение: «неделя» – не число. Напишите, например, 1 200 000,50.'],
  [['Дней без активности', 'Переговоры', 7], '2: Для чего: У этой нормы «Для чего» пусто, а найдено «Переговоры». Очистите ячейку.'],
  [['Выборка: обучение', '', 2.5], '2: Значение: «2,5» – не целое число.'],
  [['Сглаживание вероятностей', '', -1], '2: Значение: «-1» меньше нуля. Нужно число от нуля.'],
  [
    ['Поле причины отказа', '', 'Причина отказа'],
    '2: Значение: «Причина отказа» – не код поля. Нужен код из настроек полей сделки, например UF_CRM_1712345678.',
  ],
  [['Дней на стадии', '', 5], '2: Для чего: Пусто. Стадия («Воронка: Стадия», если название повторяется) или вид дел; у общих норм пусто.'],
  [['Дней на стадии', 'Переговары', 5], '2: Для чего: Нет стадии «Переговары». Похожие: "Переговоры".'],
  [
    ['Дней на стадии', 'Новая', 5],
    '2: Для чего: «Новая» подходит нескольким: "Продажи: Новая", "Повторные продажи: Новая". Напишите название полностью.',
  ],
  [['Доля прохождения стадии', 'Переговоры', 60], '2: Значение: «60» – больше допустимых 100 %. Если это 60 %, напишите «60 %» или 0,6.'],
  [['Вероятность выигрыша со стадии', 'Переговоры', '130 %'], '2: Значение: «130 %» не подходит: нужно от 0 до 100 %.'],
  [['Дел в рабочий день', 'Чаты', 5], '2: Для чего: Нет вида дел «Чаты». Выберите из списка или напишите название, как в Битрикс24.'],
  [
    ['Дел в рабочий день', 'Выиграно', 5],
    '2: Для чего: Нет вида дел «Выиграно». Выберите из списка или напишите название, как в Битрикс24.',
  ],
  [['Мусорная стадия', 'Спам', 'возможно'], '2: Значение: Не понимаю «возможно». Можно: "да", "нет".'],
  [['Вместо удалённой стадии', 'OLD_STAGE', ''], '2: Значение: Пусто. Пусто – норма не задана.'],
  [
    ['Вместо удалённой стадии', '', 'Переговоры'],
    '2: Для чего: Пусто. Стадия («Воронка: Стадия», если название повторяется) или вид дел; у общих норм пусто.',
  ],
  [['Дней без активнасти', '', 7], '2: Норма: Нет нормы «Дней без активнасти». Похожие: "Дней без активности".'],
  [['', '', 7], '2: Норма: Пусто. Выберите из списка.'],
])('%j is left out, and the default holds', (row, sentence) => {
  const { inputs, told } = norms(row);
  expect([inputs.norms, told]).toEqual([DEFAULT_NORMS, [sentence]]);
});

test('of two rows of one norm and one stage the first holds', () => {
  const { inputs, told } = norms(['Дней на стадии', 'Переговоры', 5], ['Дней на стадии', 'EXECUTING', 9]);
  expect([inputs.norms.stageDays, told]).toEqual([{ EXECUTING: 5 }, ['3: Норма: То же уже задано в строке 2. Действует строка 2.']]);
});

const settings = (...rows: unknown[][]) => typed('settings', rows);

test('settings are read by their names', () => {
  const { inputs, told } = settings(
    ['Считать сегодняшний день', 'нет'],
    ['Зелёный статус от', '95 %'],
    ['Желтый статус от', 0.7],
    ['Прогноз по темпу не раньше, рабочих дней', 5],
    ['Граница класса A', '70 %'],
    ['Граница класса B', '90 %'],
    ['Дата закрытия', 'из поля'],
    ['Случайный перевод, секунд', '120'],
    ['Воронки по умолчанию', 'Повторные продажи'],
    ['Поля сделок на листе данных', ' Бюджет, план ; UF_CRM_1;Бюджет, план'],
    ['Загружать историю с', '15.02.2024'],
    ['Показывать мотивацию', true],
    ['Листы данных', 'История; Данные_Товары'],
    ['Уведомить: отставание от плана', '15 %'],
    ['Уведомить: застрявшие сделки', '500 000 ₽'],
    ['Уведомлять письмом', 'нет'],
    ['Уведомлять в Битрикс24', 'да'],
    ['Утренняя сводка с часа', '8'],
    ['Сводка: кому', 'a@example.com; b@example.com, a@example.com'],
    ['Личная сводка менеджерам', 'да'],
    ['Без личной сводки', 'Анна А.; 12'],
  );
  expect(told).toEqual([]);
  expect(inputs.settings).toEqual({
    ...DEFAULT_SETTINGS,
    countToday: false,
    statusGreen: 0.95,
    statusYellow: 0.7,
    minElapsedDays: 5,
    abc: [0.7, 0.9],
    closeDateSource: 'closedate',
    misclickSeconds: 120,
    defaultPipelines: [5],
    dealFields: ['Бюджет, план', 'UF_CRM_1'],
    historyFrom: '2024-02-01',
    payVisible: true,
    rawSheets: ['stageHistory', 'products'],
    alertPace: 0.15,
    alertStuck: 500000,
    mailNotices: false,
    chatNotices: true,
    digestHour: 8,
    digestTo: ['a@example.com', 'b@example.com'],
    digestPersonal: true,
    digestWithout: [11, 12],
  });
});

test.each([
  ['Сводка: кому', 'нет', { digestTo: null }, []],
  ['Утренняя сводка с часа', 'нет', {}, []],
  ['Утренняя сводка с часа', '24', {}, ['2: Значение: «24» не подходит: нужно от 0 до 23.']],
  ['Сводка: кому', 'a@example.com; Анна', {}, ['2: Значение: «Анна» – не адрес почты. Несколько адресов разделяют точкой с запятой.']],
])('a setting of the digest, %s: %s', (name, value, change, complaints) => {
  const { inputs, told } = settings([name, value]);
  expect([inputs.settings, told]).toEqual([{ ...DEFAULT_SETTINGS, ...change }, complaints]);
});

test('whoever wants no digest gets none although another name of the row is wrong', () => {
  const { inputs, told } = settings(['Без личной сводки', 'Анна А.; Никто']);
  expect([inputs.settings.digestWithout, told]).toEqual([[11], [expect.stringContaining('Нет сотрудника «Никто»')]]);
});

test('pay is hidden and the defaults hold until somebody types otherwise', () => {
  const { inputs, told } = settings(['Показывать мотивацию', ''], ['Зелёный статус от', '']);
  expect([inputs.settings, told, inputs.settings.payVisible]).toEqual([DEFAULT_SETTINGS, [], false]);
});

test.each([
  ['все', []],
  ['Продажи; Повторные продажи', [0, 5]],
  ['Повторные, продажи, 5', [5, 0]],
  [5, [5]],
])('the default pipelines may be typed as %s', (value, defaultPipelines) => {
  expect(settings(['Воронки по умолчанию', value])).toMatchObject({ inputs: { settings: { defaultPipelines } }, told: [] });
});

test.each([
  ['', ['stageHistory', 'products', 'activities', 'companies', 'contacts']],
  ['Все', ['stageHistory', 'products', 'activities', 'companies', 'contacts']],
  ['нет', []],
  [false, []],
  ['данные_контакты, Дела', ['activities', 'contacts']],
  ['Data_History; Products; Сделки', ['stageHistory', 'products']],
  [
    'Данные_Товары; Данные_История; Данные_Дела; Данные_Компании; Данные_Контакты',
    ['stageHistory', 'products', 'activities', 'companies', 'contacts'],
  ],
])('the data sheets may be typed as %s', (value, rawSheets) => {
  expect(settings(['Листы данных', value])).toMatchObject({ inputs: { settings: { rawSheets } }, told: [] });
  expect(typed('settings', [['Data sheets', value]], 'en')).toMatchObject({ inputs: { settings: { rawSheets } }, told: [] });
});

test.each(['', 'всё', 'нет'])('the whole history is loaded by %j', (value) => {
  expect(settings(['Загружать историю с', value])).toMatchObject({ inputs: { settings: { historyFrom: '' } }, told: [] });
});

test.each(['', 'нет', false])('a rule of notices is switched off by %j', (value) => {
  const rules = [
    ['Уведомить: отставание от плана', value],
    ['Уведомить: застрявшие сделки', value],
  ];
  expect(settings(...rules)).toMatchObject({ inputs: { settings: { alertPace: null, alertStuck: null } }, told: [] });
});

test('a list of fields is read whole, however long the cell', () => {
  const fields = ['Ожидаемый бюджет проекта', 'Планируемая дата отгрузки', 'Ответственный инженер'];
  expect(settings(['Поля сделок на листе данных', fields.join('; ')]).inputs.settings.dealFields).toEqual(fields);
});

test.each([
  ['Считать сегодняшний день', 'иногда', '2: Значение: Не понимаю «иногда». Можно: "да", "нет".'],
  ['Зелёный статус от', 100, '2: Значение: «100» – больше допустимых 200 %. Если это 100 %, напишите «100 %» или 1.'],
  ['Прогноз по темпу не раньше, рабочих дней', 40, '2: Значение: «40» не подходит: нужно от 0 до 31.'],
  ['Прогноз по темпу не раньше, рабочих дней', 1.5, '2: Значение: «1,5» – не целое число.'],
  ['Случайный перевод, секунд', 4000, '2: Значение: «4000» не подходит: нужно от 0 до 3600.'],
  ['Дата закрытия', 'вчера', '2: Значение: Не понимаю «вчера». Можно: "из истории", "из поля".'],
  ['Воронки по умолчанию', 'Склад', '2: Значение: Нет воронки «Склад». Выберите из списка или напишите название, как в Битрикс24.'],
  [
    'Воронки по умолчанию',
    'Продажи; Склад',
    '2: Значение: Нет воронки «Склад». Выберите из списка или напишите название, как в Битрикс24.',
  ],
  ['Воронки по умолчанию', 'Продажи; Повторныи', '2: Значение: Нет воронки «Повторныи». Похожие: "Повторные продажи".'],
  ['Показывать мотивацыю', 'да', '2: Настройка: Нет настройки «Показывать мотивацыю». Похожие: "Показывать мотивацию".'],
  [
    'Поля сделок на листе данных',
    'a;b;c;d;e;f;g;h;i;j;k',
    '2: Значение: Полей больше 10. Оставьте самые нужные: каждое – столбец на каждую сделку.',
  ],
  [
    'Листы данных',
    'История; Склад',
    '2: Значение: Не понимаю «Склад». Можно: "все", "нет", "История", "Товары", "Дела", "Компании", "Контакты".',
  ],
  ['Загружать историю с', '2024', '2: Значение: Не понимаю дату «2024». Напишите, например, 05.11.2026.'],
  ['Уведомить: отставание от плана', 15, '2: Значение: «15» – больше допустимых 100 %. Если это 15 %, напишите «15 %» или 0,15.'],
  ['Уведомить: застрявшие сделки', -1, '2: Значение: «-1» меньше нуля. Нужно число от нуля.'],
  ['Граница класса A', 'A', '2: Значение: «A» – не доля. Напишите с процентом, например 64 %, или дробью 0,64.'],
])('the setting %s = %s is left out, and the default holds', (name, value, sentence) => {
  const { inputs, told } = settings([name, value]);
  expect([inputs.settings, told]).toEqual([DEFAULT_SETTINGS, [sentence]]);
});

test('of two rows of one setting the first holds', () => {
  const { inputs, told } = settings(['Показывать мотивацию', 'да'], ['Показывать мотивацию', 'нет']);
  expect([inputs.settings.payVisible, told]).toEqual([true, ['3: Настройка: То же уже задано в строке 2. Действует строка 2.']]);
});

test('yellow above green is told at every row of the pair, and the defaults hold for both', () => {
  const sentence = 'Значение: Жёлтый статус начинается не выше зелёного, а найдено 75 % и 70 %. Действуют значения по умолчанию.';
  const { inputs, told } = settings(['Зелёный статус от', '70 %'], ['Жёлтый статус от', '75 %'], ['Показывать мотивацию', 'да']);
  expect([inputs.settings, told]).toEqual([{ ...DEFAULT_SETTINGS, payVisible: true }, [`2: ${sentence}`, `3: ${sentence}`]]);
  expect(settings(['Зелёный статус от', '80 %']).told).toEqual([]);
});

test('class A must end before class B', () => {
  const sentence = 'Значение: Граница класса A должна быть ниже границы B, а найдено 95 % и 95 %. Действуют значения по умолчанию.';
  const { inputs, told } = settings(['Граница класса A', '95 %']);
  expect([inputs.settings.abc, told]).toEqual([[0.8, 0.95], [`2: ${sentence}`]]);
});
