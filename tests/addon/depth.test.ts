// A portal loaded from a day on: whatever begins on that day or later counts as if everything had been loaded, whatever begins before is refused with a
// sentence; records outside come in when they are touched, and nobody takes them for deleted. On the built bundle and the demo portal.
import { demoPortal } from '../../local/demo-data/demo-portal';
import type { PortalChange } from '../../local/portal/portal';
import { reportSheetWords } from '../../src/locale/report-sheet-words';
import { METRIC_IDS } from '../../src/metrics/catalogue';
import { REPORT_IDS } from '../../src/report/sheets';
import { openDesk } from './desk';
import { act, project } from './loaded-desk';

type Desk = ReturnType<typeof openDesk>;
type Row = Readonly<Record<string, string | number>>;

const now = '2026-10-15T12:00:00+03:00';
const data = demoPortal({ lang: 'ru', now: Date.parse(now), scale: 0.04 }).data as unknown as { deals: Row[]; activities: Row[] };
const DAY = '2026-05-01';

function connected(from: string, options: Partial<Parameters<typeof openDesk>[0]> = {}): Desk {
  const desk = openDesk({ data, now, ...options, runtime: { project: project(), ...options.runtime } });
  desk.connect();
  desk.call('saveSettings', { historyFrom: from });
  return desk;
}

function loaded(from: string, options: Partial<Parameters<typeof openDesk>[0]> = {}): Desk {
  const desk = connected(from, options);
  desk.refresh();
  return desk;
}

const state = (desk: Desk) => desk.call('sidebarState') as { deals: number; leads: number; loadedFrom: string };
const answers = (desk: Desk, formulas: readonly string[]) => formulas.map((formula) => [formula, desk.value(formula)]);

/** Deals that the day leaves out: closed, and changed last well before it. */
const outside = data.deals.filter(
  ({ stageSemanticId, updatedTime, isRecurring }) => stageSemanticId !== 'P' && String(updatedTime) < '2026-04-20' && isRecurring !== 'Y',
);
const [lost, won] = ['F', 'S'].map((semantic) => outside.find(({ stageSemanticId }) => stageSemanticId === semantic)) as [Row, Row];

const rowsOf = (desk: Desk, sheet: string): number => act(desk, `return file.getSheetByName('${sheet}').getLastRow()`) as number;

const whole = loaded('');
const part = loaded(DAY);

const PERIODS = ['2026-05', '2026-Q3', '01.05.2026..15.10.2026'];
const TABLES = [
  'DEALS(P;;;"создано"',
  'FUNNEL(P;;"Продажи";"когорта"',
  'FUNNEL(P;;"Продажи";"поток"',
  'FUNNEL(P;;"Продажи";"снимок"',
  'CONVERSION(P;;"Продажи";;',
  'STAGE_TIME(P;;"Продажи";;',
  'CYCLE(P;;;"p90"',
  'LOSSES(P;;;',
  'SOURCES(P;;;',
  'TOP(P;;;"товар";10;',
  'RESPONSE(P;;;',
  'ACTIVITY(P;;;;"день"',
  'LEADS(P;;;',
  'CHANGES(P;;;',
  'BITRIX(P;;;',
  'VELOCITY(P;;',
].flatMap((formula) => PERIODS.map((period) => `=B24_${formula.replace('(P', `("${period}"`)};B24_DATA)`));
/** Every metric by manager, pipeline and month. */
const metricTables = (period: string) =>
  ['менеджер', 'воронка', 'месяц'].map((by) => `=B24_KPI_TABLE("${period}";;;"${by}";"${METRIC_IDS.join(', ')}";B24_DATA)`);

describe('periods that begin on the day or later', () => {
  test.each(PERIODS)('every metric of %s is what it is when everything is loaded', (period) => {
    const full = answers(whole, metricTables(period));
    expect(full.every(([, value]) => Array.isArray(value))).toBe(true);
    expect(answers(part, metricTables(period))).toEqual(full);
  });

  test.each(TABLES)('%s', (formula) => {
    const full = whole.value(formula);
    expect(String(full)).not.toMatch(/^#/);
    expect(part.value(formula)).toEqual(full);
  });

  test('far fewer deals are loaded, with their history and products; leads are all there', () => {
    expect(outside.length).toBeGreaterThan(100);
    expect(state(whole).deals - state(part).deals).toBeGreaterThanOrEqual(outside.length);
    expect(state(part).leads).toBe(state(whole).leads);
    expect(state(part).loadedFrom).toBe(DAY);
    for (const sheet of ['Данные_История', 'Данные_Товары', 'Данные_Дела'])
      expect(rowsOf(part, sheet)).toBeLessThan(0.6 * rowsOf(whole, sheet));
  });

  test('a deal closed with a date that was still to come counts where the field says so', () => {
    const edited = { ...won, closedate: '2026-06-10T03:00:00+03:00' };
    const deals = data.deals.map((deal) => (deal['id'] === won['id'] ? edited : deal));
    const [full, short] = ['', DAY].map((from) => {
      const desk = loaded(from, { data: { ...data, deals } });
      desk.call('saveSettings', { closeDateSource: 'closedate' });
      return desk.value('=B24_KPI_TABLE("2026-06";;;"менеджер";"wonSum";B24_DATA)');
    });
    expect(short).toEqual(full);
    expect(full).not.toEqual(whole.value('=B24_KPI_TABLE("2026-06";;;"менеджер";"wonSum";B24_DATA)'));
  });
});

describe('what begins before the day', () => {
  const told = /данные загружены с 01\.05\.2026.*«Загружать историю с».*загрузите всё заново/;

  test.each([
    '=B24_REVENUE("2026-04";;;B24_DATA)',
    '=B24_KPI_TABLE("2026";;;"менеджер";;B24_DATA)',
    '=B24_COHORT("2026-Q1";;;;B24_DATA)',
    '=B24_REPEAT("2025";;;;B24_DATA)',
    '=B24_COMPARE("2026-06";;;"wonSum";"год назад";B24_DATA)',
    '=B24_COMPARE("2026-05";;;"wonSum";"прошлый период";B24_DATA)',
  ])('%s says what to do', (formula) => expect(part.value(formula)).toMatch(told));

  test('status, quality and the heads of the reports say where the history begins', () => {
    expect(part.value('=B24_STATUS(;B24_DATA)')).toMatch(/история с 01\.05\.2026$/);
    expect(part.value('=B24_STATUS("качество";B24_DATA)')).toMatch(
      /История сделок загружена с 01\.05\.2026: .*повторные клиенты, RFM, когорты/,
    );
    expect(JSON.stringify(part.value('=B24_QUALITY(;;;;B24_DATA)'))).toContain('История сделок загружена с 01.05.2026');
    expect(whole.value('=B24_STATUS(;B24_DATA)')).not.toMatch(/история с/);
    expect(JSON.stringify(whole.value('=B24_QUALITY(;;;;B24_DATA)'))).not.toContain('загружена с');
  });
});

describe('a refresh', () => {
  const wordsOfChanges = (desk: Desk) => (desk.value('=B24_CHANGES("2026-10";;;;B24_DATA)') as unknown[][]).map(([change]) => change);
  const touch: PortalChange = {
    deals: [
      { id: won['id'], stageId: 'LOSE' },
      { id: lost['id'], stageId: 'WON', opportunity: 5000 },
    ],
  } as PortalChange;
  /** The call that made the deal: its cycle begins there (R15). */
  const call = {
    ID: '990001',
    OWNER_TYPE_ID: '2',
    OWNER_ID: String(lost['id']),
    TYPE_ID: '2',
    COMPLETED: 'Y',
    RESPONSIBLE_ID: String(lost['assignedById']),
    CREATED: '2025-03-01T10:00:00+03:00',
    LAST_UPDATED: '2025-03-01T10:00:00+03:00',
    START_TIME: '2025-03-01T10:00:00+03:00',
  };

  test('brings deals that are touched, with their whole history and their activities, and takes them neither for new in sight nor for news of the memory', () => {
    const [full, short] = ['', DAY].map((from) => {
      const desk = loaded(from, { data: { ...data, activities: [...data.activities, call] } });
      // Ages of open deals are those of one moment.
      desk.clock.advance(Date.parse('2026-10-15T14:00:00+03:00') - desk.clock.now());
      desk.portal.mutate(touch);
      desk.refresh();
      return desk;
    }) as [Desk, Desk];
    expect(state(short).deals).toBe(state(part).deals + 2);
    const formulas = [...metricTables('01.05.2026..15.10.2026'), ...TABLES.filter((formula) => !formula.includes('CHANGES'))];
    expect(answers(short, formulas)).toEqual(answers(full, formulas));
    const came = wordsOfChanges(short).filter((word) => !wordsOfChanges(full).includes(word));
    expect(came).toEqual([]);
  });

  test('that reads all deals anew for another field reads those of the depth', () => {
    const desk = loaded(DAY);
    desk.call('saveSettings', { dealFields: ['ufCrm_1715000001'] });
    desk.clock.advance(60_000);
    desk.refresh();
    expect(state(desk)).toMatchObject({ deals: state(part).deals, loadedFrom: DAY });
  });

  test('finds nothing to delete or to add in a day of them, and still finds a deal that is gone', () => {
    const desk = loaded(DAY);
    const before = state(desk).deals;
    const deletedRow = data.deals.find(({ stageSemanticId, isRecurring }) => stageSemanticId === 'P' && isRecurring !== 'Y') as Row;
    for (let hour = 0; hour < 26; hour++) {
      desk.clock.advance(3_600_000);
      expect(desk.refresh().requests).toBeLessThanOrEqual(3);
    }
    expect(state(desk).deals).toBe(before);
    desk.portal.mutate({ delete: { deals: [deletedRow['id'], lost['id']] } } as PortalChange);
    for (let hour = 0; hour < 26; hour++) {
      desk.clock.advance(3_600_000);
      desk.refresh();
    }
    expect(state(desk).deals).toBe(before - 1);
  });
});

describe('another day', () => {
  const anew = (desk: Desk): void => {
    for (let result = desk.call('refresh', true) as { done: boolean }; !result.done; ) result = desk.call('refresh') as { done: boolean };
  };
  const changes = (desk: Desk) => desk.value('=B24_CHANGES("2026-10";;;;B24_DATA)');

  test('waits for a load of everything; then earlier periods count, and the memory knows of no deal that came or went', () => {
    const desk = loaded(DAY);
    desk.call('saveSettings', { historyFrom: '' });
    desk.clock.advance(60_000);
    desk.refresh();
    expect(state(desk).loadedFrom).toBe(DAY);
    anew(desk);
    expect(state(desk)).toMatchObject({ loadedFrom: '', deals: state(whole).deals });
    expect(answers(desk, metricTables('2026-02'))).toEqual(answers(whole, metricTables('2026-02')));
    expect(changes(desk)).toEqual(changes(whole));
    desk.call('saveSettings', { historyFrom: DAY });
    anew(desk);
    expect(state(desk)).toMatchObject({ loadedFrom: DAY, deals: state(part).deals });
    expect(changes(desk)).toEqual(changes(whole));
  });

  test('is never later than the month before this one, and always the first of its month', () => {
    expect(state(loaded('2026-10-02')).loadedFrom).toBe('2026-09-01');
    expect(state(loaded('2026-05-20')).loadedFrom).toBe(DAY);
  });

  test('a date cell is the day it shows in the file, whatever its zone', () => {
    const timeZone = 'Pacific/Auckland';
    const desk = connected('', { runtime: { timeZone } });
    act(
      desk,
      `const sheet = file.getSheetByName('Настройки');
       const row = sheet.getDataRange().getValues().findIndex(([name]) => name === 'Загружать историю с') + 1;
       sheet.getRange(row, 2).setNumberFormat('dd.mm.yyyy').setValue(Utilities.parseDate('2026-05-01', '${timeZone}', 'yyyy-MM-dd'))`,
    );
    desk.refresh();
    expect(state(desk).loadedFrom).toBe(DAY);
  });
});

test('report sheets look no further back than what is loaded', () => {
  const desk = loaded(DAY);
  desk.call('buildReports', { ids: REPORT_IDS, restore: false });
  const told = REPORT_IDS.flatMap((id) => {
    const name = reportSheetWords[id].name.ru;
    const cells = JSON.parse(
      String(act(desk, `return JSON.stringify(file.getSheetByName('${name}').getDataRange().getDisplayValues())`)),
    ) as string[][];
    return cells.flatMap((row, at) => row.filter((text) => /^#|данные загружены с/.test(text)).map((text) => `${name} ${at + 1}: ${text}`));
  });
  expect(told).toEqual([]);
});
