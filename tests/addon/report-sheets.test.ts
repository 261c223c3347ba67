// Every report sheet on the demo portal: no cell shows an error, and what the demo data plants is seen on the sheet that should show it.
import { demoPortal } from '../../local/demo-data/demo-portal';
import type { ReportId } from '../../src/locale/report-sheet-words';
import { reportSheetWords } from '../../src/locale/report-sheet-words';
import { REPORT_IDS, USUAL_REPORTS } from '../../src/report/sheets';
import { reviewed, shownSheet } from '../golden/shown-sheet';
import { open } from './loaded-desk';

const now = '2026-11-23T12:00:00+03:00';

function built(lang: 'ru' | 'en', scale: number, ids: readonly ReportId[]) {
  const { data } = demoPortal({ lang, now: Date.parse(now), scale });
  const desk = open({ data, now, ...(lang === 'en' ? { runtime: { locale: 'en_US' as const } } : {}) });
  desk.connect();
  desk.refresh();
  desk.call('buildReports', { ids, restore: false });
  const { spreadsheet } = desk.runtime;
  const texts = (name: string): string[][] => {
    const store = spreadsheet.store(spreadsheet.sheetByName(name)?.id ?? '');
    const { rows, cols } = store.extent();
    return store.displayValues({ top: 0, left: 0, bottom: rows - 1, right: cols - 1 });
  };
  const rowWith = (name: string, ...words: readonly string[]): string[] | undefined =>
    texts(name).find((line) => words.every((word) => line.some((cell) => cell.includes(word))));
  const charts = (name: string): number => spreadsheet.model.getters.getChartIds(spreadsheet.sheetByName(name)?.id ?? '').length;
  return { desk, texts, rowWith, charts };
}

// Several files: with every sheet in one, each of them would be calculated anew for each that is built.
const others = REPORT_IDS.filter((id) => !USUAL_REPORTS.includes(id));
const groups: readonly (readonly ReportId[])[] = [USUAL_REPORTS, others.slice(0, 6), others.slice(6)];
const files = groups.map((ids) => ({ ids, ...built('ru', 0.1, ids) }));
const fileOf = (id: ReportId) => files.find(({ ids }) => ids.includes(id)) as (typeof files)[number];
const [ru] = files as [(typeof files)[number]];

/** Cells that show an error. */
const errorsIn = (texts: readonly (readonly string[])[]): string[] => texts.flat().filter((cell) => /^#[A-ZА-Я]/.test(cell));

test.each(REPORT_IDS)('%s shows on the demo portal what was reviewed', (id) => {
  const shown = shownSheet(fileOf(id).desk, reportSheetWords[id].name.ru);
  expect(shown).toBe(reviewed('demo-ru', id, shown));
});

test('pay that is switched off is a sentence, and no number', () => {
  expect(fileOf('bonus').texts('Мотивация').flat().join(' ')).toContain('Мотивация выключена');
});

test.each(REPORT_IDS.filter((id) => id !== 'bonus'))('%s shows numbers and no error', (id) => {
  const texts = fileOf(id).texts(reportSheetWords[id].name.ru);
  expect(errorsIn(texts)).toEqual([]);
  expect(texts.flat().filter((cell) => /\d/.test(cell)).length).toBeGreaterThan(20);
});

describe.each(groups.map((ids) => [ids.join(', '), ids] as const))('in English %s', (_names, ids) => {
  const en = built('en', 0.05, ids);
  test.each(ids)('%s shows what was reviewed, no error and no Russian word of ours', (id) => {
    const name = reportSheetWords[id].name.en;
    const shown = shownSheet(en.desk, name);
    expect(shown).toBe(reviewed('demo-en', id, shown));
    const texts = en.texts(name);
    expect(errorsIn(texts)).toEqual([]);
    expect(texts.flat().filter((cell) => /[а-яё]/i.test(cell))).toEqual([]);
  });
});

test('the weak stage is marked in the funnel, and the manager who is weak there stands first among the lessons', () => {
  ru.desk.runtime.edit('Воронка', 'B5', 'этот год');
  expect(ru.rowWith('Воронка', 'Коммерческое предложение', 'главное')).toBeDefined();
  expect(fileOf('funnelByManager').rowWith('Воронка по менеджерам', 'Павел Орлов', 'Коммерческое предложение')).toBeDefined();
});

test('open deals of the manager who left, dirty sources and stuck deals are seen', () => {
  expect(ru.rowWith('Качество данных', 'открыты у уволенных')).toBeDefined();
  expect(ru.rowWith('Зависшие сделки', 'Игорь Белов (уволен)')).toBeDefined();
  expect(fileOf('sources').rowWith('Источники', 'Не указан')).toBeDefined();
});

test('every sheet has its pictures, apart from the heat maps', () => {
  const without = REPORT_IDS.filter((id) => fileOf(id).charts(reportSheetWords[id].name.ru) === 0);
  expect(without).toEqual(['funnelByManager']);
});

test('sheets follow the dashboard until they have a choice of their own', () => {
  const chosen = (name: string): string => String(ru.desk.value(`='${name}'!E5`));
  ru.desk.runtime.edit('Сводка', 'B5', 'прошлый месяц');
  expect([chosen('План-факт'), chosen('Воронка')]).toEqual(['прошлый месяц', 'этот год']);
  ru.desk.runtime.edit('План-факт', 'B5', '2026-09');
  expect(chosen('План-факт')).toBe('2026-09');
});

test('the diary is picked with the reports, and is made empty: its days come one by one', () => {
  const said = ru.desk.call('buildReports', { ids: ['quality', 'diary'], restore: false });
  expect(said).toBe('Отчёты построены: Качество данных, Дневник.');
  expect(ru.texts('Дневник').length).toBe(1);
  const choices = ru.desk.call('reportChoices') as { id: string; picked: boolean; exists: boolean }[];
  expect(choices.filter(({ picked }) => picked).map(({ id }) => id)).toEqual(['quality', 'diary']);
  expect(choices.find(({ id }) => id === 'diary')?.exists).toBe(true);
});

test('a check that found nothing says so, and its picture is empty', () => {
  ru.desk.runtime.edit('Качество данных', 'B8', 'в неизвестной валюте');
  ru.desk.runtime.edit('Качество данных', 'B5', '2020');
  expect(ru.rowWith('Качество данных', 'Замечаний нет')).toBeDefined();
  expect(errorsIn(ru.texts('Качество данных'))).toEqual([]);
});
