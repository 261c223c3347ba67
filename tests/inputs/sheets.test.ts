// The catalogue of input sheets: what a new sheet looks like, and that it reads back without a word.
import type { Lang } from '../../src/cell';
import { readInputs } from '../../src/inputs/read';
import { INPUT_SHEETS } from '../../src/inputs/sheet';
import { inputSheet } from '../../src/inputs/sheets';
import { day, directory, directoryIn, headersOf, read } from './typed';

const sheets = INPUT_SHEETS.map((id) => inputSheet(id));

test('the tabs have their names in both languages', () => {
  expect(sheets.map(({ name }) => name.ru)).toEqual([
    'Планы',
    'Календарь',
    'Нормы',
    'Наборы KPI',
    'Схема мотивации',
    'Расходы',
    'Курсы',
    'Сезонность',
    'Обучение и меры',
    'Настройки',
  ]);
  expect(sheets.map(({ name }) => name.en)).toEqual([
    'Plans',
    'Calendar',
    'Norms',
    'KPI sets',
    'Bonus scheme',
    'Costs',
    'Rates',
    'Seasonality',
    'Training and actions',
    'Settings',
  ]);
});

test.each([
  ['plans', 'Период | Область | Кто | Показатель | План | Комментарий | Изменил | Когда'],
  ['calendar', 'Дата | Выходной/рабочий | Название'],
  ['norms', 'Норма | Для чего | Значение | Пояснение'],
  ['kpiSets', 'Менеджер или отдел | Показатель | Вес | Цель | Направление | Порог | Потолок'],
  ['bonusSchemes', 'Схема | Что | От | До | Значение | Пояснение'],
  ['costs', 'Период | Канал | Сумма'],
  ['rates', 'Месяц | Валюта | Курс'],
  ['seasonality', 'Месяц | Вес'],
  ['actions', 'Дата | Кто | Стадия | Мера | Ответственный'],
  ['settings', 'Настройка | Значение | Пояснение'],
] as const)('the columns of %s', (id, headers) => {
  expect(headersOf(id).join(' | ')).toBe(headers);
});

test('every column says what to type, in both languages, and no two columns of a sheet share a header', () => {
  for (const { columns } of sheets) {
    expect(
      columns.every(({ name, note, width }) => [name.ru, name.en, note.ru, note.en].every((text) => text.length > 1) && width >= 80),
    ).toBe(true);
    expect(new Set(columns.flatMap(({ name }) => [name.ru, name.en])).size).toBe(columns.length * 2);
  }
});

test.each(['ru', 'en'] as const)('a new file with all its sheets (%s) has nothing to complain of and changes no number', (lang) => {
  const own = directoryIn(lang);
  const cells = Object.fromEntries(sheets.map(({ id, firstRows }) => [id, [headersOf(id, lang), ...firstRows(own)]]));
  const { inputs, complaints } = readInputs(cells, own);
  const { bonusSchemes, ...others } = inputs;
  const { bonusSchemes: none, ...defaults } = readInputs({}, own).inputs;
  expect([others, complaints, none]).toEqual([defaults, [], []]);
  // The scheme is a template that nobody has.
  expect(bonusSchemes.map(({ tiers }) => tiers.length)).toEqual([3]);
});

test.each(['ru', 'en'] as const)('first rows fill every column, and drop-downs hold what is read back (%s)', (lang) => {
  const own = directoryIn(lang);
  for (const { id, columns, firstRows } of sheets)
    expect([id, firstRows(own).every((row) => row.length === columns.length)]).toEqual([id, true]);
  const choices = (id: 'plans' | 'settings' | 'norms' | 'bonusSchemes', column: number) =>
    inputSheet(id).columns[column]?.choices(own) ?? [];
  const told = read(
    {
      plans: [headersOf('plans', lang), ...choices('plans', 3).map((metric) => ['2026-11', choices('plans', 1)[0], '', metric, 0])],
      settings: [headersOf('settings', lang), ...choices('settings', 0).map((name) => [name, ''])],
      norms: [
        headersOf('norms', lang),
        ...choices('norms', 0)
          .slice(0, 6)
          .map((name) => [name, '', 5]),
      ],
      bonusSchemes: [
        headersOf('bonusSchemes', lang),
        ...choices('bonusSchemes', 1).map((name) => ['А', name, '', '', name === choices('bonusSchemes', 1)[4] ? 0.1 : '']),
      ],
    },
    lang,
  ).told;
  expect([choices('plans', 3).length > 30, told]).toEqual([true, []]);
});

const firstRows = (id: 'calendar' | 'norms' | 'settings', lang: Lang, date = '2026-11-26') =>
  inputSheet(id).firstRows(directoryIn(lang, day(date)));

test('the calendar begins with this and the next year in Russian, with a word where the year is not decided, and empty in English', () => {
  const rows = firstRows('calendar', 'ru');
  expect(rows[0]).toEqual(['2026-01-01', 'выходной', 'Новогодние каникулы']);
  expect(rows.find(([date]) => date === '2026-03-09')).toEqual(['2026-03-09', 'выходной', 'Перенос выходного']);
  expect(rows.find(([date]) => date === '2027-11-04')).toEqual([
    '2027-11-04',
    'выходной',
    'Проверьте: переносы этого года ещё не утверждены',
  ]);
  expect(rows.map(([date]) => String(date).slice(0, 4)).filter((year, index, all) => all.indexOf(year) === index)).toEqual([
    '2026',
    '2027',
  ]);
  expect(firstRows('calendar', 'en')).toEqual([]);
  expect(firstRows('calendar', 'ru', '2031-01-01')).toEqual([]);
});

test('settings begin with every setting at its default', () => {
  expect(firstRows('settings', 'ru').map((row) => row.slice(0, 2))).toEqual([
    ['Считать сегодняшний день', 'да'],
    ['Зелёный статус от', '100 %'],
    ['Жёлтый статус от', '80 %'],
    ['Прогноз по темпу не раньше, рабочих дней', 3],
    ['Граница класса A', '80 %'],
    ['Граница класса B', '95 %'],
    ['Дата закрытия', 'из истории'],
    ['Случайный перевод, секунд', 60],
    ['Воронки по умолчанию', 'все'],
    ['Поля сделок на листе данных', ''],
    ['Загружать историю с', ''],
    ['Показывать мотивацию', 'нет'],
    ['Листы данных', 'все'],
    ['Уведомить: отставание от плана', ''],
    ['Уведомить: застрявшие сделки', ''],
    ['Уведомлять письмом', 'да'],
    ['Уведомлять в Битрикс24', 'нет'],
    ['Утренняя сводка с часа', ''],
    ['Сводка: кому', ''],
    ['Личная сводка менеджерам', 'нет'],
    ['Без личной сводки', ''],
  ]);
});

test('norms begin with the defaults, and a row to fill in for every stage and kind of activity', () => {
  const rows = firstRows('norms', 'ru').map((row) => row.slice(0, 3));
  expect(rows).toContainEqual(['Дней без активности', '', 7]);
  expect(rows).toContainEqual(['Часов до первого ответа', '', 24]);
  expect(rows).toContainEqual(['Дней на стадии', 'Повторные продажи: Новая', '']);
  expect(rows).toContainEqual(['Дел в рабочий день', 'Звонки', '']);
});

test('a file without a load yet has sheets too', () => {
  const bare = { ...directory, names: { ...directory.names, managers: [], stages: [], channels: [] }, currencies: [] };
  expect(sheets.map(({ id, firstRows: rows }) => [id, rows(bare).length > 0])).toEqual(INPUT_SHEETS.map((id) => [id, true]));
});
