// «Наборы KPI»: what becomes a record, and the sentence for every cell that cannot.
import { typed } from './typed';

const kpi = (...rows: unknown[][]) => typed('kpiSets', rows);

test('rows of one owner make one set, with the usual floor, cap and direction where they are blank', () => {
  const { inputs, told } = kpi(
    ['Анна Иванова', 'Сумма продаж', '50 %', 400000, 'больше', '', ''],
    ['Отдел продаж', 'Звонки', 1, 100, '', '', ''],
    ['Анна Иванова', 'Цикл, дней', '0,5', 30, '', '50 %', '120 %'],
  );
  expect(told).toEqual([]);
  expect(inputs.kpiSets).toEqual([
    {
      owner: { scope: 'manager', id: 11 },
      items: [
        { metric: 'wonSum', weight: 0.5, target: 400000, direction: 'up', floor: 0, cap: 1.5 },
        { metric: 'cycleMedianDays', weight: 0.5, target: 30, direction: 'down', floor: 0.5, cap: 1.2 },
      ],
    },
    { owner: { scope: 'department', id: 3 }, items: [{ metric: 'calls', weight: 1, target: 100, direction: 'up', floor: 0, cap: 1.5 }] },
  ]);
});

test.each([
  [
    ['Кто-то', 'Звонки', 1, 1],
    '2: Менеджер или отдел: Нет сотрудника или отдела «Кто-то». Выберите из списка или напишите название, как в Битрикс24.',
  ],
  [
    ['отдел', 'Звонки', 1, 1],
    '2: Менеджер или отдел: «отдел» подходит нескольким: "Отдел продаж", "Партнёрский отдел". Напишите название полностью.',
  ],
  [
    ['', 'Звонки', 1, 1],
    '2: Менеджер или отдел: Пусто. Набор отдела действует для всех его людей, у кого нет своего. По строке на показатель.',
  ],
  [['Борис', 'Звонки', 50, 1], '2: Вес: «50» – больше допустимых 100 %. Если это 50 %, напишите «50 %» или 0,5.'],
  [['Борис', 'Звонки', 0, 1], '2: Вес: Нужно число больше нуля, а найдено «0».'],
  [['Борис', 'Звонки', 1, 0], '2: Цель: Нужно число больше нуля, а найдено «0».'],
  [['Борис', 'Доля побед', 1, 64], '2: Цель: «64» – больше допустимых 100 %. Если это 64 %, напишите «64 %» или 0,64.'],
  [['Борис', 'Звонки', 1, 1, 'вбок'], '2: Направление: Не понимаю «вбок». Можно: "больше", "меньше".'],
  [['Борис', 'Звонки', 1, 1, '', '80 %', '50 %'], '2: Порог: Порог 80 % выше потолка 50 %: показатель никогда не даст балла.'],
  [['Борис', 'Звонки', 1, 1, '', 50], '2: Порог: «50» – больше допустимых 1000 %. Если это 50 %, напишите «50 %» или 0,5.'],
  [['Борис', 'Звонки', 1, 1, '', '', 150], '2: Потолок: «150» – больше допустимых 1000 %. Если это 150 %, напишите «150 %» или 1,5.'],
])('%j is left out of its set', (row, sentence) => {
  const { inputs, told } = kpi(row as unknown[]);
  expect([inputs.kpiSets, told]).toEqual([[], [sentence]]);
});

test('a metric stands in a set once: the first row holds', () => {
  const { inputs, told } = kpi(['Борис', 'Звонки', 1, 100], ['Борис', 'звонки', 1, 200]);
  expect(inputs.kpiSets[0]?.items.map(({ target }) => target)).toEqual([100]);
  expect(told).toEqual(['3: Показатель: То же уже задано в строке 2. Действует строка 2.']);
});

test('weights that do not make 100 % count, and are told', () => {
  const { inputs, told } = kpi(['Борис', 'Звонки', '50 %', 100], ['Борис', 'Встречи', '30 %', 10], ['Анна Иванова', 'Звонки', 1, 5]);
  expect(inputs.kpiSets[0]?.items.length).toBe(2);
  expect(told).toEqual(['?2: Вес: Веса набора «Борис» вместе дают 80 %, а не 100 %. Балл считается по их соотношению.']);
});

test('weights of decimals make 100 % in spite of their binary noise', () => {
  expect(kpi(['Борис', 'Звонки', 0.1, 1], ['Борис', 'Встречи', 0.2, 1], ['Борис', 'Письма', 0.7, 1]).told).toEqual([]);
});

test('more than five metrics in a set count, with a hint not to overload the manager', () => {
  const metrics = ['Звонки', 'Встречи', 'Письма', 'Задачи', 'Дела', 'Выиграно'];
  const six = kpi(...metrics.map((metric) => ['Борис', metric, metric === 'Выиграно' ? 0.5 : 0.1, 1]));
  expect(six.inputs.kpiSets[0]?.items.length).toBe(6);
  expect(six.told).toEqual(['?7: Показатель: В наборе «Борис» показателей: 6. Больше пяти – никто не держит в голове; оставьте главные.']);
  expect(kpi(...metrics.slice(0, 5).map((metric) => ['Борис', metric, 0.2, 1])).told).toEqual([]);
});
