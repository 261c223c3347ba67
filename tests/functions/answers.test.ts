// Every custom function against the small company: values, tables, languages, and the sentences of wrong arguments.
import type { FactTableName } from '../../src/facts/facts';
import { FUNCTION_NAMES } from '../../src/functions/names';
import { describe as sentenceOf } from '../../src/locale/describe';
import { ask } from './small-facts';

const stamp = 'b24:2026-10-15T15:00:00Z#7.0';
const complaint = (name: string, ...args: unknown[]): string => {
  try {
    return `answered ${JSON.stringify(ask(name, args))}`;
  } catch (error) {
    return sentenceOf(error, 'ru');
  }
};

test.each([
  ['создано', 6],
  ['выиграно', 3],
  ['проиграно', 2],
  ['в работе', 8],
  ['открыто', 3],
])('B24_DEALS counts deals %s in October', (state, count) => {
  expect(ask('B24_DEALS', ['2026-10', '', '', state, stamp])).toBe(count);
});

test('B24_DEALS counts created deals of this month, everybody, all pipelines, when nothing is named', () => {
  expect(ask('B24_DEALS', [])).toBe(6);
  expect(ask('B24_DEALS', [stamp])).toBe(6);
});

test('B24_REVENUE answers each cell of a range of names in one call', () => {
  expect(ask('B24_REVENUE', ['2026-10', [['Анна'], [''], ['Борис'], ['Отдел продаж'], ['Никто']], '', stamp])).toEqual([
    [100000],
    [''],
    [300000],
    [400000],
    ['Аргумент «кто»: нет сотрудника или отдела «Никто». Напишите имя, часть имени, e-mail, id, название отдела или "все".'],
  ]);
  expect(ask('B24_REVENUE', ['2026-09', '', 'Повторные'])).toBe(40000);
});

test('B24_CONVERSION without a stage is the share won of the decided deals of the cohort', () => {
  expect(ask('B24_CONVERSION', ['2026-10', '', 'Продажи'])).toBe(0.5);
  expect(ask('B24_CONVERSION', ['2026-10', '', 'все', '', 'успех'])).toBe(0.5);
  expect(ask('B24_CONVERSION', ['2026-10', '', 'Продажи', '', 'зрелость'])).toBe(0.8);
  expect(ask('B24_CONVERSION', ['2026-10', '', 'Продажи', '', 'сквозная'])).toBe(2 / 6);
});

test.each([
  ['этап', 1, 4 / 5],
  ['этап', 2, 2 / 3],
  ['шаг', 1, 4 / 6],
  ['сквозная', 'Подготовка', 4 / 6],
  ['сквозная', 'Сделка успешна', 2 / 6],
  ['успех', 2, 2 / 3],
  ['pass', 'Переговоры', 1],
])('B24_CONVERSION in the mode %s at stage %p is %p', (mode, stage, share) => {
  expect(ask('B24_CONVERSION', ['2026-10', '', 'Продажи', stage, mode, stamp])).toBeCloseTo(share, 12);
});

test('B24_CONVERSION answers nothing where there is nothing to divide by, and asks for what it needs', () => {
  expect(ask('B24_CONVERSION', ['2025'])).toBe('');
  expect(ask('B24_CONVERSION', ['2026-10', '', 'Продажи', 'Успех', 'этап'])).toBe('');
  expect(complaint('B24_CONVERSION', '', '', '', 'Новая')).toBe(
    'Аргумент «воронка»: здесь нужна одна воронка, а выбрано: все. Укажите одну из: "Продажи", "Повторные продажи".',
  );
  expect(complaint('B24_CONVERSION', '', '', '', '', 'шаг')).toContain('для режима «шаг» назовите стадию и воронку');
});

test('B24_WINRATE divides by the deals closed in the period, by count or by sum', () => {
  expect(ask('B24_WINRATE', ['2026-10'])).toBe(0.6);
  expect(ask('B24_WINRATE', ['2026-10', '', '', 'сумма'])).toBe(400000 / 470000);
  expect(ask('B24_WINRATE', ['2026-10', 'Вера'])).toBe('');
});

test.each([
  ['', 400000 / 3],
  ['медиана', 100000],
  ['без нулей', 200000],
])('B24_AVG_DEAL with the statistic %p is %p', (stat, value) => {
  expect(ask('B24_AVG_DEAL', ['2026-10', '', '', stat])).toBeCloseTo(value, 9);
});

test.each([
  ['', 12],
  ['среднее', 13],
  ['p90', 16.8],
])('B24_CYCLE with the statistic %p is %p days', (stat, value) => {
  expect(ask('B24_CYCLE', ['2026-10', '', '', stat])).toBeCloseTo(value, 9);
});

test('B24_STAGE_TIME counts completed stays, of one stage or of all', () => {
  expect(ask('B24_STAGE_TIME', ['2026-10', '', 'Продажи', 'Новая'])).toBe(2);
  expect(ask('B24_STAGE_TIME', ['2026-10', '', 'Продажи', 2, 'среднее'])).toBe(6);
  expect(ask('B24_STAGE_TIME', ['2026-10'])).toBe(3);
  expect(ask('B24_STAGE_TIME', ['2026-10', [['Анна'], ['Борис']], 'Продажи', 1])).toEqual([[2], ['']]);
});

test('B24_FUNNEL of a cohort: stages in order, the won line last', () => {
  expect(ask('B24_FUNNEL', ['2026-10', '', 'Продажи', '', stamp])).toEqual([
    [
      'Стадия',
      'Вошло',
      'Сумма',
      'Прошло дальше',
      'Потеряно',
      'Стоит',
      'Передано',
      'Конверсия этапа',
      'Шаговая',
      'Сквозная',
      'Доля потерь',
      'Медиана, дней',
    ],
    ['Новая', 6, 570000, 4, 1, 0, 1, 0.8, 4 / 6, 1, 0.5, 2],
    ['Подготовка документов', 4, 520000, 2, 1, 1, 0, 2 / 3, 0.5, 4 / 6, 0.5, 6],
    ['Переговоры', 2, 400000, 2, 0, 0, 0, 1, 1, 2 / 6, 0, ''],
    ['Сделка успешна', 2, 400000, '', '', '', '', '', '', 2 / 6, '', ''],
  ]);
});

test('B24_FUNNEL as a flow and as a snapshot has no shares', () => {
  expect(ask('B24_FUNNEL', ['2026-10', '', 'Продажи', 'поток'])).toEqual([
    expect.any(Array),
    ['Новая', 6, '', '', '', '', '', '', '', '', '', 2],
    ['Подготовка документов', 4, '', '', '', '', '', '', '', '', '', 6],
    ['Переговоры', 3, '', '', '', '', '', '', '', '', '', ''],
    ['Сделка успешна', 3, '', '', '', '', '', '', '', '', '', ''],
  ]);
  expect(ask('B24_FUNNEL', ['2026-10', '', 'Продажи', 'снимок'])).toEqual([
    expect.any(Array),
    ['Новая', 0, 0, '', '', 0, '', '', '', '', '', ''],
    ['Подготовка документов', 1, 70000, '', '', 1, '', '', '', '', '', 9.625],
    ['Переговоры', 0, 0, '', '', 0, '', '', '', '', '', ''],
    ['Сделка успешна', '', '', '', '', '', '', '', '', '', '', ''],
  ]);
});

test('B24_FUNNEL takes the default pipeline when it is the only one, and asks otherwise', () => {
  const table = ask('B24_FUNNEL', ['2026-10'], { defaultPipelines: [1] }) as unknown[][];
  expect(table.slice(1).map((row) => row.slice(0, 2))).toEqual([
    ['Новая', 1],
    ['В работе', 0],
    ['Успех', 0],
  ]);
  expect(complaint('B24_FUNNEL', '2026-10')).toContain('нужна одна воронка');
});

test('B24_KPI_TABLE by manager: by won sum, those who left only with facts, the total from the union', () => {
  expect(ask('B24_KPI_TABLE', ['2026-10', '', '', '', 'Создано, Выиграно, Сумма продаж, Доля побед, шт., Открыто сейчас', stamp])).toEqual([
    ['Менеджер', 'Создано', 'Выиграно', 'Сумма продаж', 'Доля побед, шт.', 'Открыто сейчас'],
    ['Борис Петров', 3, 2, 300000, 2 / 3, 1],
    ['Анна Иванова', 3, 1, 100000, 0.5, 1],
    ['Без менеджера', 0, 0, 0, '', 1],
    ['Пётр Петров', 0, 0, 0, '', 0],
    ['Итого', 6, 3, 400000, 0.6, 3],
  ]);
});

test('B24_KPI_TABLE by department, pipeline and month', () => {
  const metrics = [['Сумма продаж', 'wonCount']];
  expect(ask('B24_KPI_TABLE', ['2026', '', '', 'отдел', metrics])).toEqual([
    ['Отдел', 'Сумма продаж', 'Выиграно'],
    ['Компания «Ромашка»', 440000, 4],
    ['Отдел продаж', 440000, 4],
    ['Партнёрский отдел', 40000, 1],
    ['Итого', 440000, 4],
  ]);
  expect(ask('B24_KPI_TABLE', ['2026', '', '', 'воронка', metrics])).toEqual([
    ['Воронка', 'Сумма продаж', 'Выиграно'],
    ['Продажи', 400000, 3],
    ['Повторные продажи', 40000, 1],
    ['Итого', 440000, 4],
  ]);
  expect(ask('B24_KPI_TABLE', ['2026-Q3..2026-Q4', '', '', 'месяц', metrics])).toEqual([
    ['Месяц', 'Сумма продаж', 'Выиграно'],
    ['июль 2026', 0, 0],
    ['август 2026', 0, 0],
    ['сентябрь 2026', 40000, 1],
    ['октябрь 2026', 400000, 3],
    ['Итого', 440000, 4],
  ]);
});

test('B24_KPI_TABLE over all time has the months since the first deal', () => {
  const table = ask('B24_KPI_TABLE', ['всё время', '', '', 'месяц', 'created']) as unknown[][];
  expect(table.map((row) => row[0])).toEqual(['Месяц', 'август 2026', 'сентябрь 2026', 'октябрь 2026', 'Итого']);
});

test('B24_KPI_TABLE beyond its capacity shows the rest in one line with their numbers', () => {
  const managers = Array.from({ length: 70 }, (_, index) => ({
    id: index,
    name: `Имя${index}`,
    email: '',
    active: true,
    hasDeals: true,
    department: -1,
  }));
  const table = ask('B24_KPI_TABLE', ['2026-10', '', '', '', 'Создано'], { managers }) as unknown[][];
  expect(table.length).toBe(1 + 60 + 1);
  expect(table.slice(-2)).toEqual([
    ['Ещё 11', 0],
    ['Итого', 6],
  ]);
});

test('B24_KPI finds a metric by its name in either language or by a part of it', () => {
  const names = ['', 'Сумма продаж', 'выручка', 'Revenue', 'wonSum'];
  expect(names.map((name) => ask('B24_KPI', ['2026-10', '', '', name]))).toEqual([400000, 400000, 400000, 400000, 400000]);
  expect(ask('B24_KPI', ['2026-10', 'Анна', '', 'зрелость'])).toBeCloseTo(2 / 3, 12);
  expect(complaint('B24_KPI', '', '', '', 'Созданно')).toBe('Аргумент «показатель»: нет показателя «Созданно». Похожие: "Создано".');
  expect(complaint('B24_KPI', '', '', '', 'погода')).toContain('Есть: "Создано", "Открыто сейчас"');
});

test('B24_STATUS says what the numbers stand on', () => {
  expect(ask('B24_STATUS', [stamp])).toBe(
    'Данные на 15.10.2026 18:00 (Europe/Moscow) · romashka.bitrix24.ru · права: Анна Иванова · сделок 6\u00a0012, лидов 900',
  );
  expect(ask('B24_STATUS', ['all'], { lang: 'en', transfersHidden: true })).toBe(
    'Data as of 2026-10-15 18:00 (Europe/Moscow) · romashka.bitrix24.ru · rights of Анна Иванова · 6,012 deals, 900 leads · transfers between pipelines are not visible',
  );
  expect(ask('B24_STATUS', ['обновлено'])).toEqual(new Date(Date.UTC(2026, 9, 15, 15)));
  expect(ask('B24_STATUS', ['качество'])).toBe('без клиента 1\u00a0200 · без источника 3');
  expect(
    ['поколение', 'портал', 'сделок', 'лидов', 'часовой пояс', 'валюта', 'права', 'горизонт'].map((what) => ask('B24_STATUS', [what])),
  ).toEqual([7, 'romashka.bitrix24.ru', 6012, 900, 'Europe/Moscow', 'RUB', 'Анна Иванова', 'всё']);
});

test('headers follow the language of the file, arguments do not', () => {
  expect(ask('B24_KPI_TABLE', ['этот месяц', '', '', 'месяц', 'Сумма продаж'], { lang: 'en' })).toEqual([
    ['Month', 'Won sum'],
    ['October 2026', 400000],
    ['Total', 400000],
  ]);
});

test('the stamp counts as omitted wherever it stands', () => {
  for (const name of FUNCTION_NAMES) {
    const omitted = complaint(name, '', '', '', '', '');
    for (let at = 0; at < 5; at++) {
      const args = ['', '', '', '', ''];
      args[at] = stamp;
      expect([name, at, complaint(name, ...args)]).toEqual([name, at, omitted]);
    }
  }
});

test('a function reads only the tables that its metric needs', () => {
  const tables = (name: string, ...args: unknown[]): FactTableName[] => {
    const asked: FactTableName[] = [];
    ask(name, args, {}, { tables: asked });
    return [...new Set(asked)].sort();
  };
  expect(tables('B24_REVENUE')).toEqual(['deals']);
  expect(tables('B24_CYCLE')).toEqual(['cycles', 'deals']);
  expect(tables('B24_CONVERSION')).toEqual(['deals', 'journeys']);
  expect(tables('B24_STAGE_TIME')).toEqual(['deals', 'stays']);
  expect(tables('B24_STATUS')).toEqual([]);
});

test('wrong arguments are answered with one sentence that names them', () => {
  expect(complaint('B24_DEALS', 'когда-нибудь')).toMatch(
    /^Аргумент «период»: не понимаю «когда-нибудь»\. Можно: .* или слова: сегодня, .*\.$/,
  );
  expect(complaint('B24_DEALS', '', '', '', 'удалено')).toBe(
    'Аргумент «состояние»: не понимаю «удалено». Можно: "создано", "выиграно", "проиграно", "в работе", "открыто".',
  );
  expect(complaint('B24_DEALS', '', '', 'Опт')).toBe(
    'Аргумент «воронка»: нет воронки «Опт». Есть: "Продажи", "Повторные продажи", а также "все".',
  );
  expect(complaint('B24_DEAL')).toContain('Функции B24_DEAL нет.');
});

test('a word in the place of the stamp was meant for another argument: it is asked back, never ignored', () => {
  expect(complaint('B24_REVENUE', '2026-10', '', '', 'проиграно')).toBe(
    'Аргумент «данные»: последним стоит только B24_DATA, а найдено «проиграно». Остальные аргументы по порядку: период, кто, воронка.',
  );
  const answered = complaint('B24_REVENUE', '2026-10', '', '');
  for (const trigger of [stamp, '', 7, new Date(0), true, '#REF!', [['a', 'b']]]) {
    expect(complaint('B24_REVENUE', '2026-10', '', '', trigger)).toBe(answered);
  }
});

test('a list of nothing but commas asks for the basic set of metrics', () => {
  expect(ask('B24_KPI_TABLE', ['2026-10', '', '', '', ' , '])).toEqual(ask('B24_KPI_TABLE', ['2026-10']));
});
