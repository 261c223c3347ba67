// Names in input sheets: what a formula understands an input sheet understands, and a row means exactly one.
import { directoryOf, emptyDirectory } from '../../src/functions/directory';
import { monthRange, parseIsoDay, quarterRange, yearRange } from '../../src/period';
import { labels } from './small-company';

const directory = directoryOf(labels, {
  sources: [
    { id: 'WEB', name: 'Веб-сайт' },
    { id: 'CALL', name: 'Звонок' },
    { id: '7', name: 'Звонок повторный' },
  ],
  failStages: [
    { id: 'LOSE', name: 'Сделка провалена' },
    { id: 'APOLOGY', name: 'Анализ причины' },
    { id: 'C5:LOSE', name: 'Сделка провалена' },
  ],
  currencies: ['RUB', 'USD'],
});

test.each([
  ['Анна Иванова', { id: 11 }],
  ['иванова   анна', { id: 11 }],
  ['ANNA@example.ru', { id: 11 }],
  ['12', { id: 12 }],
  ['Анна Иванова #11', { id: 11 }],
  ['Вера Иванченко (уволена)', { id: 13 }],
  ['Борис', { id: 12 }],
  ['Петров', { similar: ['Борис Петров', 'Пётр Петров'] }],
  ['Ивонова', { similar: ['Анна Иванова'] }],
  ['Отдел продаж', { similar: [] }],
  ['Без менеджера', { similar: [] }],
  ['все', { similar: [] }],
  ['999', { similar: [] }],
])('a person called «%s»', (typed, found) => {
  expect(directory.manager(typed)).toEqual(found);
});

test.each([
  ['department', 'Отдел продаж', { id: 3 }],
  ['department', 'партнерский', { id: 4 }],
  ['department', 'отдел', { similar: ['Отдел продаж', 'Партнёрский отдел'] }],
  ['pipeline', 'Продажи', { id: 0 }],
  ['pipeline', 'повторные', { id: 5 }],
  ['pipeline', '5', { id: 5 }],
  ['pipeline', 'Продожи', { similar: ['Продажи', 'Повторные продажи'] }],
  ['channel', 'веб', { id: 'WEB' }],
  ['channel', 'call', { id: 'CALL' }],
  ['channel', 'Звонок', { id: 'CALL' }],
  ['channel', 'звон', { similar: ['Звонок', 'Звонок повторный'] }],
  ['metric', 'Выручка', { id: 'wonSum' }],
  ['metric', 'wonCount', { id: 'wonCount' }],
  ['metric', 'абракадабра', { similar: [] }],
] as const)('a %s called «%s»', (kind, typed, found) => {
  expect(directory[kind](typed)).toEqual(found);
});

test.each([
  ['Переговоры', { id: 'EXECUTING' }],
  ['перег', { id: 'EXECUTING' }],
  ['C5:NEW', { id: 'C5:NEW' }],
  ['Новая', { similar: ['Продажи: Новая', 'Повторные продажи: Новая'] }],
  ['Продажи: Новая', { id: 'NEW' }],
  ['повторные: новая', { id: 'C5:NEW' }],
  ['Сделка провалена', { similar: ['Продажи: Сделка провалена', 'Повторные продажи: Сделка провалена'] }],
  ['Повторные продажи: Сделка провалена', { id: 'C5:LOSE' }],
  ['Анализ причины', { id: 'APOLOGY' }],
  ['Сделка успешна', { id: 'WON' }],
  ['Успех', { id: 'C5:WON' }],
  ['Переговары', { similar: ['Переговоры'] }],
])('a stage called «%s»', (typed, found) => {
  expect(directory.stage(typed)).toEqual(found);
});

test('names for drop-downs are read back as what they stand for', () => {
  const { names } = directory;
  expect(names.managers.map(directory.manager)).toEqual([11, 12, 13, 14].map((id) => ({ id })));
  expect(names.stages.map(directory.stage)).toEqual(['NEW', 'PREPARATION', 'EXECUTING', 'C5:NEW', 'C5:WORK'].map((id) => ({ id })));
  expect(names.failStages.map(directory.stage)).toEqual(['LOSE', 'APOLOGY', 'C5:LOSE'].map((id) => ({ id })));
  expect(names.channels.map(directory.channel)).toEqual(['WEB', 'CALL', '7'].map((id) => ({ id })));
  expect(names.metrics.map(directory.metric).every((found) => 'id' in found)).toBe(true);
  expect(names.managers).toContain('Вера Иванченко (уволен)');
});

test('periods are written ones or date cells, which mean their month; words that move on are none', () => {
  const moscowMidnight = new Date('2026-10-01T00:00:00+03:00');
  expect(directory.period(moscowMidnight)).toEqual(monthRange('2026-10'));
  expect(directory.period('2026-10')).toEqual(monthRange('2026-10'));
  expect(directory.period('3 квартал 2026')).toEqual(quarterRange(2026, 3));
  expect(directory.period(2026)).toEqual(yearRange(2026));
  for (const cell of ['этот месяц', 'всё время', '', 12, true, new Date(Number.NaN)]) expect(directory.period(cell)).toBeNull();
});

test('a day is a date cell in the zone of the file, or a written date', () => {
  expect(directory.dayOf(new Date('2026-10-01T00:00:00+03:00'))).toBe(parseIsoDay('2026-10-01'));
  expect(directory.dayOf('05.10.2026')).toBe(parseIsoDay('2026-10-05'));
  for (const cell of ['2026-10', 'завтра', 5, '', new Date(Date.UTC(1899, 11, 30, 9))]) expect(directory.dayOf(cell)).toBeNull();
});

test('metrics are known with their unit; nothing is known before the first load but the metrics', () => {
  expect(directory.metricKind('winRateCount')).toMatchObject({ unit: 'share', additive: false });
  expect(directory.metricKind('toString')).toBeNull();
  const empty = emptyDirectory('en', 0);
  expect([empty.manager('Anna'), empty.stage('New'), empty.channel('Web')]).toEqual([{ similar: [] }, { similar: [] }, { similar: [] }]);
  expect(empty.metric('Revenue')).toEqual({ id: 'wonSum' });
});
