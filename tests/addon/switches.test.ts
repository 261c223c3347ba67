// The add-on's main way under every other setting of every switch: what no source settles about Google may not change a number. On the built bundle.
import { defaultSwitches, otherSettings, type Switches } from '../../local/runtime/switches';
import golden from '../golden/kpi-example/kpi-example.json';
import { openDesk } from './desk';
import { won107 } from './loaded-desk';

const now = golden.inputs.settings.asOf;

const formulas = [
  '=B24_STATUS(B24_DATA)',
  '=B24_DEALS("2025-05";;;"выиграно";B24_DATA)',
  '=B24_REVENUE("2025-05";;;B24_DATA)',
  '=B24_CONVERSION("2025-05";;;;B24_DATA)',
  '=B24_FUNNEL("2025-05";;"Продажи";;B24_DATA)',
  '=B24_KPI_TABLE("2025";;;"менеджер";;B24_DATA)',
  '=B24_DEALS("2025-13";;;;B24_DATA)',
];

const news = {
  ...won107,
  now: '2025-05-20T19:00:00+03:00',
};

/** Open, connect, refresh, draw the reports, calculate, hear news, refresh again: all that a person sees of it. */
function walked(switches: Partial<Switches>) {
  const desk = openDesk({ data: golden.inputs, now, runtime: { switches } });
  desk.runtime.open();
  const menus = desk.runtime.menus();
  desk.connect();
  const first = desk.refresh();
  desk.call('buildReports', { ids: ['managers', 'funnel'], restore: false });
  const before = formulas.map((formula) => desk.value(formula));
  const reports = ["='Эффективность менеджеров'!A1:P40", "='Воронка'!A1:P40"].map((formula) => desk.value(formula));
  const failures = [...desk.runtime.failures];
  desk.portal.mutate(news);
  const second = desk.refresh();
  const after = formulas.map((formula) => desk.value(formula));
  const panel = desk.call('sidebarState');
  return { menus, first, before, reports, failures, second, after, panel };
}

const usual = walked({});

test('the way ends with the numbers of the example', () => {
  expect([usual.before[1], usual.before[2], usual.after[1], usual.second.generation, usual.failures]).toEqual([7, 610000, 8, 3, []]);
});

test.each(otherSettings().map(([name, switches]) => [name, JSON.stringify(switches[name]) ?? '', switches] as const))(
  '%s: %s gives the same numbers',
  (_name, _setting, switches) => {
    expect(walked(switches)).toEqual(usual);
  },
);

test('all other settings at once give the same numbers', () => {
  const all = Object.assign({}, ...otherSettings().map(([, switches]) => switches)) as Partial<Switches>;
  expect(Object.keys(all).sort()).toEqual(Object.keys(defaultSwitches).sort());
  expect(walked(all)).toEqual(usual);
});
