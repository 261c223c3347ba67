// «Календарь», «Расходы», «Курсы», «Сезонность», «Обучение и меры»; and what makes a row of any sheet: headers, blanks, examples.
import { calendarOf, PLAIN_CALENDAR } from '../../src/inputs/calendar';
import { russianCalendar } from '../../src/inputs/calendar-ru';
import { NO_INPUTS } from '../../src/inputs/inputs';
import { isWorkingDay } from '../../src/metrics/working-days';
import { monthRange, quarterRange } from '../../src/period';
import { day, headersOf, read, typed } from './typed';

const november = monthRange('2026-11');

test('without a sheet the calendar is the Russian one in Russian, and Monday to Friday in English', () => {
  expect(read({}).inputs).toEqual({ ...NO_INPUTS, calendar: calendarOf([2024, 2025, 2026, 2027].flatMap(russianCalendar)) });
  expect(read({}, 'en').inputs).toEqual({ ...NO_INPUTS, calendar: PLAIN_CALENDAR });
});

test('a year typed in the calendar holds as typed; other years keep the default', () => {
  const { inputs, told } = typed('calendar', [
    ['2026-11-27', 'выходной', 'День компании'],
    [new Date('2026-11-27T21:00:00Z'), 'рабочий', ''],
    ['29.11.2026', 'Рабочий день', ''],
  ]);
  const works = (date: string) => isWorkingDay(day(date), inputs.calendar);
  expect(told).toEqual([]);
  expect(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-04', '2025-11-04', '2025-11-01'].map(works)).toEqual([
    false,
    true,
    true,
    true,
    false,
    true,
  ]);
});

test.each([
  [['скоро', 'выходной'], '2: Дата: Не понимаю дату «скоро». Напишите, например, 05.11.2026.'],
  [['2026-11', 'выходной'], '2: Дата: Не понимаю дату «2026-11». Напишите, например, 05.11.2026.'],
  [[46000, 'выходной'], '2: Дата: Не понимаю дату «46000». Напишите, например, 05.11.2026.'],
  [[new Date(Number.NaN), 'выходной'], '2: Дата: Не понимаю дату «?». Напишите, например, 05.11.2026.'],
  [
    ['', 'выходной'],
    '2: Дата: Пусто. День, который отличается от обычной недели с понедельника по пятницу. Год без единой строки считается по умолчанию.',
  ],
  [['2026-11-27', 'полдня'], '2: Выходной/рабочий: Не понимаю «полдня». Можно: "выходной", "рабочий".'],
  [['2026-11-27', ''], '2: Выходной/рабочий: Пусто. выходной или рабочий.'],
])('the day %j is left out', (row, sentence) => {
  expect(typed('calendar', [row])).toMatchObject({ inputs: { calendar: read({}).inputs.calendar }, told: [sentence] });
});

test('of two rows of one day the first holds', () => {
  const { inputs, told } = typed('calendar', [
    ['2026-11-27', 'выходной'],
    ['27.11.2026', 'рабочий'],
  ]);
  expect(isWorkingDay(day('2026-11-27'), inputs.calendar)).toBe(false);
  expect(told).toEqual(['3: Дата: Эта дата уже стоит в строке 2. Действует строка 2.']);
});

test('costs of a channel may be for any period, and rows of one period add up', () => {
  const { inputs, told } = typed('costs', [
    ['2026-11', 'Веб-сайт', '60 000'],
    ['2026-11', 'WEB', 500],
    ['2026-Q4', 'Звонок', 0],
    ['2026-11-01..2026-11-15', 'Звонок', 10],
  ]);
  expect(told).toEqual([]);
  expect(inputs.costs).toEqual([
    { channel: 'WEB', period: november, amount: 60000 },
    { channel: 'WEB', period: november, amount: 500 },
    { channel: 'CALL', period: quarterRange(2026, 4), amount: 0 },
    { channel: 'CALL', period: { start: day('2026-11-01'), end: day('2026-11-15') }, amount: 10 },
  ]);
});

test.each([
  [['нет', 'Звонок', 1], '2: Период: Не понимаю период «нет». Напишите 2026-11, 2026-Q4, 2026-H2, 2026 или «ноябрь 2026».'],
  [['2026-11', 'Листовки', 1], '2: Канал: Нет канала «Листовки». Выберите из списка или напишите название, как в Битрикс24.'],
  [['2026-11', 'Званок', 1], '2: Канал: Нет канала «Званок». Похожие: "Звонок".'],
  [['2026-11', 'Звонок', -1], '2: Сумма: «-1» меньше нуля. Нужно число от нуля.'],
  [['2026-11', 'Звонок', ''], '2: Сумма: Пусто. В базовой валюте CRM.'],
])('the cost %j is left out', (row, sentence) => {
  expect(typed('costs', [row])).toMatchObject({ inputs: { costs: [] }, told: [sentence] });
});

test('rates are of one month and a currency of the CRM', () => {
  const { inputs, told } = typed('rates', [
    ['2026-11', 'usd', '92,5'],
    [new Date('2026-11-16T21:00:00Z'), 'EUR', 100],
  ]);
  expect(told).toEqual([]);
  expect(inputs.rates).toEqual([
    { month: '2026-11', currency: 'USD', value: 92.5 },
    { month: '2026-11', currency: 'EUR', value: 100 },
  ]);
});

test.each([
  [['2026-Q4', 'USD', 90], '2: Месяц: Нужен один месяц, а найдено «2026-Q4». Напишите, например, 2026-11.'],
  [['зимой', 'USD', 90], '2: Месяц: Нужен один месяц, а найдено «зимой». Напишите, например, 2026-11.'],
  [['2026-13', 'USD', 90], '2: Месяц: Нужен один месяц, а найдено «2026-13». Напишите, например, 2026-11.'],
  [['2026-11', 'GBP', 90], '2: Валюта: Валюты «GBP» нет в CRM. Есть: "RUB", "USD", "EUR".'],
  [['2026-11', 'USD', 0], '2: Курс: Нужно число больше нуля, а найдено «0».'],
  [['2026-11', 'USD', -90], '2: Курс: Нужно число больше нуля, а найдено «-90».'],
])('the rate %j is left out', (row, sentence) => {
  expect(typed('rates', [row])).toMatchObject({ inputs: { rates: [] }, told: [sentence] });
});

test('of two rates of one month and currency the first holds', () => {
  const { inputs, told } = typed('rates', [
    ['2026-11', 'USD', 90],
    ['ноябрь 2026', 'USD', 91],
  ]);
  expect([inputs.rates.map(({ value }) => value), told]).toEqual([[90], ['3: Месяц: То же уже задано в строке 2. Действует строка 2.']]);
});

test('weights of the year are read by name or number', () => {
  const names = ['январь', 'Февраль', '3', 4, 'май', 'июн', 'July', '8', 'сентябрь', 'октябрь', 'ноября', 'Dec'];
  const { inputs, told } = typed(
    'seasonality',
    names.map((name, index) => [name, index === 11 ? '1,2' : 1]),
  );
  expect(told).toEqual([]);
  expect(inputs.seasonality).toEqual({ 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1, 9: 1, 10: 1, 11: 1, 12: 1.2 });
});

test.each([
  [[13, 1], '2: Месяц: «13» – не месяц года. Напишите номер от 1 до 12 или название.'],
  [[0, 1], '2: Месяц: «0» – не месяц года. Напишите номер от 1 до 12 или название.'],
  [['1,5', 1], '2: Месяц: «1,5» – не месяц года. Напишите номер от 1 до 12 или название.'],
  [['лето', 1], '2: Месяц: «лето» – не месяц года. Напишите номер от 1 до 12 или название.'],
  [['', 1], '2: Месяц: Пусто. Название или номер 1…12.'],
  [['май', -1], '2: Вес: «-1» меньше нуля. Нужно число от нуля.'],
  [['май', '5 %'], '2: Вес: «5 %» – не число. Напишите, например, 1 200 000,50.'],
])('the weight %j is left out', (row, sentence) => {
  expect(typed('seasonality', [row])).toMatchObject({ inputs: { seasonality: {} }, told: [sentence] });
});

test('months without a weight are not filled in yet; a year with gaps is told', () => {
  const months = ['январь', 'февраль'];
  expect(
    typed(
      'seasonality',
      months.map((name) => [name, '']),
    ).told,
  ).toEqual([]);
  const { inputs, told } = typed('seasonality', [
    ['январь', ''],
    ['февраль', 2],
    ['2', 3],
  ]);
  expect(inputs.seasonality).toEqual({ 2: 2 });
  expect(told).toEqual([
    '?3: Вес: Веса есть не у всех месяцев, нет: январь, март, апрель, май, июнь, июль, август, сентябрь, октябрь, ноябрь, декабрь. Впишите все двенадцать, иначе среднее сдвинуто.',
    '4: Месяц: То же уже задано в строке 3. Действует строка 3.',
  ]);
});

test('an action is of one manager or everybody, on a stage or none', () => {
  const { inputs, told } = typed('actions', [
    ['2026-11-05', 'Борис', 'Переговоры', 'Тренинг', 'РОП'],
    ['05.11.2026', 'все', '', 'Новый прайс'],
    ['05.11.2026', '', '', 'Скрипт'],
  ]);
  expect(told).toEqual([]);
  expect(inputs.actions).toEqual([
    { day: day('2026-11-05'), managerId: 12, stageId: 'EXECUTING', measure: 'Тренинг', responsible: 'РОП' },
    { day: day('2026-11-05'), managerId: null, stageId: '', measure: 'Новый прайс', responsible: '' },
    { day: day('2026-11-05'), managerId: null, stageId: '', measure: 'Скрипт', responsible: '' },
  ]);
});

test.each([
  [['ноябрь', 'Борис', '', 'Тренинг'], '2: Дата: Не понимаю дату «ноябрь». Напишите, например, 05.11.2026.'],
  [['2026-11-05', 'Ивонова', '', 'Тренинг'], '2: Кто: Нет сотрудника «Ивонова». Похожие: "Анна Иванова".'],
  [['2026-11-05', '', 'Склад', 'Тренинг'], '2: Стадия: Нет стадии «Склад». Выберите из списка или напишите название, как в Битрикс24.'],
  [['2026-11-05', '', '', ''], '2: Мера: Пусто. Тренинг, скрипт, новый прайс…'],
])('the action %j is left out', (row, sentence) => {
  expect(typed('actions', [row])).toMatchObject({ inputs: { actions: [] }, told: [sentence] });
});

test('columns are found by their headers: any order, either language, other columns between, blank and lettered as people do', () => {
  const cells = {
    costs: [
      ['Мои заметки', ' СУММА ', 'Channel', 'период', 'Период'],
      ['важно', 5, 'Звонок', '2026-11', 'не читается'],
    ],
  };
  expect(read(cells)).toMatchObject({ inputs: { costs: [{ channel: 'CALL', period: november, amount: 5 }] }, told: [] });
});

test('a title above the header does not hide it; rows are counted as the sheet counts them', () => {
  const { inputs, complaints } = read({
    costs: [['Расходы отдела'], [], headersOf('costs'), ['2026-11', 'Звонок', 5], ['2026-11', 'Звонок', '?']],
  });
  expect([inputs.costs.length, complaints[0]?.row, complaints[0]?.column]).toEqual([1, 5, 2]);
});

test('a sheet whose header is not found is not read, and that is one complaint', () => {
  const { inputs, complaints, told } = read({
    costs: [
      ['Период', 'Источник', 'Сумма'],
      ['2026-11', 'Звонок', 5],
      ['?', '?', '?'],
    ],
  });
  expect([inputs.costs, complaints.length, told]).toEqual([
    [],
    1,
    ['1: Не найдены столбцы: «Канал». Верните эти заголовки в первую строку; пока лист не читается.'],
  ]);
  expect(read({ plans: [] }).complaints.length).toBe(1);
});

test('optional columns may be missing', () => {
  expect(
    read({
      actions: [
        ['Дата', 'Мера'],
        ['2026-11-05', 'Тренинг'],
      ],
    }),
  ).toMatchObject({ inputs: { actions: [{ managerId: null }] }, told: [] });
  expect(
    read({
      kpiSets: [
        ['Менеджер или отдел', 'Показатель', 'Вес', 'Цель'],
        ['Борис', 'Звонки', 1, 9],
      ],
    }),
  ).toMatchObject({
    inputs: { kpiSets: [{ items: [{ cap: 1.5 }] }] },
    told: [],
  });
});

test('blank rows are skipped: also those with blanks, remarks or columns of the person only', () => {
  const rows = [
    ['', '', '', '', '', 'заметка', 'a@b.test', '2026'],
    ['  ', '\u00a0', '', '', '', '', '', '', 'моё'],
    [],
    [null, undefined],
  ];
  expect(typed('plans', rows)).toMatchObject({ inputs: { plans: [] }, told: [] });
});

test('a row that begins with «Пример» counts for nothing', () => {
  const rows = [
    ['Пример: 2026-11', 'менеджер', 'Кто-то', 'Продажи', 'много'],
    ['пример', 'x'],
    ['Example: 2026-11', 'x'],
  ];
  expect(typed('plans', rows)).toMatchObject({ inputs: { plans: [] }, told: [] });
  expect(typed('plans', [['Примерно 2026', 'компания', '', 'Сумма продаж', 1]]).told.length).toBe(1);
});

test('a long or secret text is not repeated whole', () => {
  const { told } = typed('plans', [
    ['2026-11', 'менеджер', `https://a.bitrix24.ru/rest/1/abcdef0123456789/${'x'.repeat(100)}`, 'Сумма продаж', 1],
  ]);
  expect(told[0]).toContain('https://a.bitrix24.ru/rest/1/***/');
  expect(told[0]?.length).toBeLessThan(200);
});
