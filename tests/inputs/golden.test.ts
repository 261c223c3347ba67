// The worked example typed by hand into the sheets is the worked example: every plan, norm, set, scheme and cost of it.
import { directoryOf } from '../../src/functions/directory';
import { readInputs } from '../../src/inputs/read';
import type { InputCells } from '../../src/inputs/sheet';
import { parseIsoDay, yearRange } from '../../src/period';
import { goldenInputs } from '../golden-inputs';
import { golden, goldenFacts } from '../golden-kpi';
import { headersOf } from './typed';

const { labels, directories } = goldenFacts();
const { holidays } = golden.inputs.settings;

/** Rows as a person would write them: names, percent signs, blanks in thousands, periods in words. */
const cells: InputCells = {
  plans: [
    headersOf('plans'),
    ['2025-05', 'менеджер', 'Анна', 'Сумма продаж', '400 000 ₽'],
    ['май 2025', 'менеджер', 'Борис', 'Выручка', '300 000,00'],
    ['05.2025', 'менеджер', 'Вера', 'wonSum', 200000],
    ['2025-05', 'менеджер', '11', 'Выиграно', '5'],
    ['2025-05', 'сотрудник', 'Борис', 'Встречи', 4],
    ['2025-05', 'компания', '', 'Сумма продаж', 1000000],
    ['2 квартал 2025', 'воронка', 'Общая', 'Сумма продаж', '2 950 000'],
  ],
  calendar: [headersOf('calendar'), ...holidays.map((date) => [date, 'выходной', '']), ['2025-05-24', 'выходной', 'суббота']],
  norms: [
    headersOf('norms'),
    ['Дней без активности', '', 7],
    ['Выборка: застрявшие', '', 20],
    ['Выборка: узкое место', '', 5],
    ['Выборка: обучение', '', 3],
    ['Дней на стадии', 'Общая: Новая', 7],
    ['Дней на стадии', 'Общая: Подготовка', 14],
    ['Дней на стадии', 'В работе', 21],
    ['Дней на стадии', 'C5:NEW', 7],
    ['Дней на стадии', 'Повторные: Подготовка', '14'],
  ],
  kpiSets: [
    headersOf('kpiSets'),
    ['Анна', 'Сумма продаж', '50 %', 400000, 'больше', '', '150 %'],
    ['Анна', 'Доля побед, шт.', '30 %', '50 %', 'больше'],
    ['Анна', 'Цикл средний, дней', '20 %', 30, 'меньше'],
    ['Борис', 'Сумма продаж', 0.6, 300000],
    ['Борис', 'Встречи', 0.4, 4, '', '50 %'],
    ['Вера', 'Сумма продаж', '0,5', 200000],
    ['Вера', 'Средний чек', '0,3', 70000],
    ['Вера', 'Конверсия лидов', '0,2', '40 %'],
  ],
  bonusSchemes: [
    headersOf('bonusSchemes'),
    ['Продажи', 'Кому', '', '', 'все'],
    ['Продажи', 'Оклад', '', '', '20 000'],
    ['Продажи', 'Порог', '', '', '50 %'],
    ['Продажи', 'Ставка', '', '100 %', '3 %'],
    ['Продажи', 'Ставка', '', '120 %', '5 %'],
    ['Продажи', 'Ставка', '', '', '8 %'],
    ['Продажи', 'Потолок', '', '', '60 000'],
  ],
  costs: [headersOf('costs'), ['2025-05', 'Веб-сайт', '60 000'], ['2025-05', 'ADVERTISING', '20 000']],
};

/** The example has no dictionary of sources; a portal has. */
const sources = [
  { id: 'WEB', name: 'Веб-сайт' },
  { id: 'ADVERTISING', name: 'Реклама' },
];

test('the golden example, typed as cells', () => {
  const { inputs, complaints } = readInputs(cells, directoryOf(labels, { ...directories, sources }));
  expect(complaints).toEqual([]);
  const { calendar, ...others } = inputs;
  const { calendar: expected, ...goldenOthers } = goldenInputs;
  expect(others).toEqual(goldenOthers);
  // Other years keep the Russian calendar; the Saturday is a day off anyway.
  const { start, end } = yearRange(2025);
  const of2025 = (days: ReadonlySet<number>) => [...days].filter((day) => day >= start && day <= end).sort((a, b) => a - b);
  expect(of2025(calendar.holidays).filter((day) => day !== parseIsoDay('2025-05-24'))).toEqual(of2025(expected.holidays));
  expect(of2025(calendar.extraWorkdays)).toEqual([]);
});
