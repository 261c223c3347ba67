// The worked example at a desk where everything was typed, into sheets that a person made by name: losses, products, clients, channels and what they
// cost, leads, activities.
import { money, partsOf, percent } from './example';
import { people, typedDesk } from './typed-desk';

const { expected, unread } = partsOf('kpi-example-breakdowns');
const desk = typedDesk('a person');
const of = (formula: string) => desk.value(formula);

test('nothing that was typed is complained of', () => {
  expect(desk.lines('=B24_QUALITY(;;;"ввод")')).toEqual([expect.objectContaining({ Лист: 'Замечаний нет' })]);
});

test('leads', () => {
  const lead = (state: string) => of(`=B24_LEADS("2025-05";;;"${state}")`);
  expect({
    created: lead('создано'),
    converted: lead('сконвертировано'),
    junk: lead('некачественные'),
    conversion: percent(lead('конверсия')),
  }).toEqual(expected.leads);
});

test('losses by reason, fail stage and the stage they left from', () => {
  const table = (by: string) => {
    const lines = desk.lines(`=B24_LOSSES("2025-05";;;"${by}")`).map((row) => Object.values(row));
    expect(lines.pop()?.slice(0, 2)).toEqual(['Итого', 4]);
    return lines;
  };
  expect(
    Object.fromEntries(
      table('причина').map(([name, count, sum, share]) => [
        name === 'Не указано' ? '__NOT_SET__' : name,
        { count, sum, share: percent(share) },
      ]),
    ),
  ).toEqual(expected.lossReasons);
  // Stages of two pipelines that are called alike stand behind the names of their pipelines.
  const stages: Readonly<Record<string, string>> = {
    'Общая: Провал': 'LOSE',
    'Анализ причины провала': 'APOLOGY',
    'Повторные продажи: Провал': 'C5:LOSE',
    'Общая: Подготовка': 'PREPARATION',
    'Общая: Новая': 'NEW',
    'Повторные продажи: Новая': 'C5:NEW',
  };
  const counts = (by: string) => Object.fromEntries(table(by).map(([name, count]) => [stages[String(name)] ?? name, count]));
  expect(counts('стадия отказа')).toEqual(expected.failStages);
  expect(counts('стадия ухода')).toEqual(expected.lossStages);
});

test('products: what was sold, what is not divided among them, what has none', () => {
  const keys: Readonly<Record<string, string>> = {
    'Товар А': '1001',
    'Услуга Б': '1002',
    Доставка: 'name:Доставка',
    Нераспределено: '__UNALLOCATED__',
    'Без товаров': '__NO_ROWS__',
  };
  const lines = desk.lines('=B24_TOP("2025-05";;;"товар")');
  const total = lines.pop();
  expect(
    Object.fromEntries(
      lines.map((row) => [
        keys[String(row['Товар'])],
        { sum: row['Сумма продаж'], quantity: row['Количество'], deals: row['Сделок'], share: percent(row['Доля']) },
      ]),
    ),
  ).toEqual(expected.products);
  expect([total?.['Сумма продаж'], total?.['Сделок']]).toEqual([of('=B24_REVENUE("2025-05")'), of('=B24_DEALS("2025-05";;;"выиграно")')]);
});

describe('clients', () => {
  const keyOf = (name: unknown): string => String(name).replace('Компания #', 'COMPANY_').replace('Контакт #', 'CONTACT_');

  test('the best of them, in classes', () => {
    const lines = desk.lines('=B24_TOP("2025-05";;;"клиент")').slice(0, -1);
    expect(
      lines.map((row) => [
        keyOf(row['Клиент']),
        { wonSum: row['Сумма продаж'], wonCount: row['Сделок'], cumShare: percent(row['Доля нарастающим']), abc: row['ABC'] },
      ]),
    ).toEqual(Object.entries(expected.clientsABC));
  });

  test('recency, frequency, monetary', () => {
    const lines = desk.lines('=B24_RFM()').map((row) => [
      keyOf(row['Клиент']),
      {
        recencyDays: row['Дней с покупки'],
        frequency: row['Покупок'],
        monetary: row['Сумма'],
        R: row['R'],
        F: row['F'],
        M: row['M'],
      },
    ]);
    expect(Object.fromEntries(lines)).toEqual(expected.rfm);
  });

  test('repeat sales: their shares, the deals behind them, and what looks like one and is a first purchase', () => {
    const repeats = (period: string) =>
      (of(`=B24_EXPLAIN("${period}";;;"repeatCount")`) as unknown[][]).slice(2, -1).map(([id]) => Number(id));
    const { deals, firstPurchaseCheck, shareCount, shareSum } = expected.repeat;
    expect(repeats('2025-05').sort()).toEqual(deals);
    const always = repeats('все время');
    for (const [id, isFirst] of Object.entries(firstPurchaseCheck)) expect([id, !always.includes(Number(id))]).toEqual([id, isFirst]);
    expect([percent(of('=B24_REPEAT("2025-05")')), percent(of('=B24_REPEAT("2025-05";;;"сумма")'))]).toEqual([shareCount, shareSum]);
  });
});

test('channels with what they cost', () => {
  const lines = desk.lines('=B24_SOURCES("2025-05")').map((row) => [
    row['Источник'] === 'Не указан' ? '__NOT_SET__' : row['Источник'],
    {
      created: row['Создано'],
      wonCount: row['Выиграно'],
      wonSum: row['Сумма продаж'],
      lostCount: row['Проиграно'],
      winRateCount: percent(row['Доля побед, шт.']),
      cost: money(row['Расходы']),
      costPerDeal: money(row['Расход на сделку']),
      costPerWon: money(row['Расход на продажу']),
      romi: percent(row['ROMI']),
    },
  ]);
  expect(Object.fromEntries(lines.slice(0, -1))).toEqual(expected.channels);
});

test.each(Object.entries(people))('activities of manager %s, one by one and in all', (id, name) => {
  const want = expected.activities[id as keyof typeof expected.activities];
  const kind = (word: string) => of(`=B24_ACTIVITY("2025-05";"${name}";;"${word}")`);
  const { calls, meetings, tasks, emails } = want;
  expect({ calls: kind('звонки'), meetings: kind('встречи'), tasks: kind('задачи'), emails: kind('письма') }).toEqual(want);
  expect(kind('все')).toBe(calls + meetings + tasks + emails);
});

test('May beside April, Anna beside the others', () => {
  const [months] = desk.lines('=B24_COMPARE("2025-05";;;"Сумма продаж")');
  // April has the deal that was entered after the fact and nothing else.
  expect(months).toMatchObject({ 'Сумма продаж': 610000, '01.04.2025–30.04.2025': 25000, Разница: 585000, Вывод: 'выше' });
  const [anna] = desk.lines('=B24_COMPARE("2025-05";"Анна";;"Выиграно";"остальные")');
  expect([anna?.['Выиграно'], anna?.['остальные'], anna?.['Разница']]).toEqual([3, 4, -1]);
});

test('no value of these parts is forgotten', () => {
  expect(unread()).toEqual([]);
});
