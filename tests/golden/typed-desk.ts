// The worked example at a desk: the portal loaded into a file, and everything its people would have typed, as they would type it.

import type { InputSheetId } from '../../src/inputs/sheet';
import { inputSheet } from '../../src/inputs/sheets';
import { type Desk, loadedDesk } from '../addon/loaded-desk';
import { inputs } from './example';

const { settings, plans, kpiSets, channelCosts } = inputs;

/** Who made the sheets: the add-on, in its menu, or a person, tab by tab, with the columns the other way round. */
export type MadeBy = 'the add-on' | 'a person';

export const people: Readonly<Record<string, string>> = { 11: 'Анна А.', 12: 'Борис Б.', 13: 'Вера В.' };
const scopeWords: Readonly<Record<string, string>> = { manager: 'менеджер', company: 'компания', pipeline: 'воронка' };
const metricWords: Readonly<Record<string, string>> = { wonSum: 'Сумма продаж', wonCount: 'Выиграно', meetings: 'Встречи' };
const stageWords: Readonly<Record<string, string>> = {
  NEW: 'Общая: Новая',
  PREPARATION: 'Общая: Подготовка',
  EXECUTING: 'В работе',
  'C5:NEW': 'Повторные продажи: Новая',
  'C5:PREPARATION': 'Повторные продажи: Подготовка',
};
const typed = (value: number): string => String(value).replace('.', ',');

/** Norms of passing a stage, percent; the monthly history that they come from is not in the portal. */
export const passNorms: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(settings.baselinePass[0]).map(([stage, [passed = 0, decided = 1]]) => [stage, (passed / decided) * 100]),
);

const planRows = plans.map(({ scope, scopeId, metric, period, target }) => [
  period,
  scopeWords[scope] ?? '',
  scope === 'manager' ? (people[String(scopeId)] ?? '') : scope === 'pipeline' ? 'Общая' : '',
  metricWords[metric] ?? metric,
  typed(target),
]);

const kpiRows = Object.entries(kpiSets).flatMap(([id, items]) =>
  items.map(({ kpi, weight, target, direction, cap, floor }) => [
    people[id] ?? '',
    kpi,
    typed(weight),
    /Rate|Conversion/.test(kpi) ? `${target} %` : typed(target),
    direction === 'up' ? 'больше' : 'меньше',
    typed(floor),
    typed(cap),
  ]),
);

/** Rows of «Нормы»: norm, what for, value. */
const normRows = [
  ['Выборка: обучение', '', String(settings.minNCoaching)],
  ['Поле причины отказа', '', settings.lossReasonField],
  ...Object.entries(settings.stuckDefaultDays).map(([stage, days]) => ['Дней на стадии', stageWords[stage] ?? stage, String(days)]),
  ...Object.entries(passNorms).map(([stage, norm]) => ['Доля прохождения стадии', stageWords[stage] ?? stage, `${typed(norm)} %`]),
];

/** Rows of «Схема мотивации»; `change` by what a row is about. */
function schemeRows(change: Readonly<Record<string, string>> = {}): string[][] {
  const row = (what: string, value: string, from = '', to = '') => ['Продажи', what, from, to, change[what] ?? value];
  return [
    row('Кому', 'все'),
    row('Оклад', '20 000'),
    row('База', 'Сумма продаж'),
    row('Порог', '50 %'),
    row('Ставка', '3 %', '0', '100 %'),
    row('Ставка', '5 %', '100 %', '120 %'),
    row('Ставка', '8 %', '120 %'),
    row('Способ', 'по частям'),
    row('Потолок', '60 000'),
    row('Множитель KPI', 'нет'),
  ];
}

export function typedDesk(madeBy: MadeBy) {
  // Loaded an hour before the moment of the example, refreshed at that moment: the norms name a field of reasons, which is loaded then.
  const asOf = Date.parse(settings.asOf);
  const desk = loadedDesk({ now: new Date(asOf - 3600_000).toISOString() });
  const own = madeBy === 'the add-on' ? onSheetsOfTheAddOn(desk) : onSheetsOfAPerson(desk);
  own.fill('plans', planRows);
  own.fill('kpiSets', kpiRows);
  own.fill('bonusSchemes', schemeRows());
  own.fill(
    'costs',
    channelCosts.map(({ channel, period, cost }) => [period, channel, typed(cost)]),
  );
  own.set('norms', normRows);
  own.set('settings', [['Показывать мотивацию', 'да']]);
  desk.clock.advance(asOf - desk.clock.now());
  desk.refresh();
  return {
    ...desk,
    typeScheme: (change: Readonly<Record<string, string>> = {}) => own.fill('bonusSchemes', schemeRows(change)),
    typeSetting: (name: string, value: string) => own.set('settings', [[name, value]]),
    lines: (formula: string): Line[] => linesOf(desk, formula),
  };
}

export type Line = Readonly<Record<string, unknown>>;

/** The lines of a table by the names of its columns. */
function linesOf(desk: Desk, formula: string): Line[] {
  const answer = desk.value(formula);
  if (!Array.isArray(answer)) throw new Error(`${formula}: ${String(answer)}`);
  const [headers = [], ...rows] = answer as unknown[][];
  return rows.map((row) => Object.fromEntries(headers.map((header, at) => [String(header), row[at]])));
}

/** Ways to type: `fill` puts rows under the header, `set` gives values to rows known by their first cells. */
interface Typing {
  readonly fill: (id: InputSheetId, rows: readonly string[][]) => void;
  readonly set: (id: InputSheetId, rows: readonly string[][]) => void;
}

function onSheetsOfTheAddOn(desk: Desk): Typing {
  desk.runtime.run('createInputSheets', [], { as: 'menu' });
  const fill: Typing['fill'] = (id, rows) => desk.runtime.paste(inputSheet(id).name.ru, 'A2', rows);
  return {
    fill,
    // The rows stand there already: a person types the values.
    set: (id, rows) => {
      const name = inputSheet(id).name.ru;
      const shown = desk.runtime.spreadsheet.dump(name);
      for (const row of rows) {
        const keys = row.slice(0, -1);
        const at = shown.findIndex((cells) => keys.every((key, column) => cells[column] === key));
        if (at < 0) throw new Error(`«${name}» has no row ${keys.join(', ')}`);
        desk.runtime.edit(name, `${'ABC'[keys.length]}${at + 1}`, row[row.length - 1] ?? '');
      }
    },
  };
}

function onSheetsOfAPerson(desk: Desk): Typing {
  const fill: Typing['fill'] = (id, rows) => {
    const { name, columns } = inputSheet(id);
    const headers = columns.slice(0, rows[0]?.length).map((column) => column.name.ru);
    const turned = [headers, ...rows].map((row) => [...row].reverse());
    desk.runtime.paste(name.ru, 'A1', turned);
  };
  return { fill, set: fill };
}
