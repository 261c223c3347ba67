// A run as cells of the journal; no sheet.
import { type Entry, journalRow, saysRunning } from '../../src/addon/journal-row';

const entry: Entry = {
  start: 1000,
  end: 2000,
  kind: 'incremental',
  continued: false,
  who: 'a@example.com',
  bySchedule: false,
  result: 'done',
  report: {
    kind: 'incremental',
    refused: '',
    unkept: '',
    requests: 3,
    retries: 1,
    changes: {
      deals: { added: 5, changed: 3, deleted: 1 },
      leads: { added: 0, changed: 0, deleted: 0 },
      activities: { added: 12, changed: 0, deleted: 0 },
    },
  },
  error: '',
};
const cells = (change: Partial<Entry> = {}, lang: 'ru' | 'en' = 'ru') => journalRow({ ...entry, ...change }, lang, (ms) => ms / 1000);

test('changes are told by entity that changed, and summed up', () => {
  expect(cells()).toEqual([1, 2, 'обновление', 'a@example.com', 'готово', 17, 3, 1, 'сделки +5 ~3 −1; дела +12', 3, 1, '']);
  expect(cells({}, 'en')[8]).toBe('deals +5 ~3 −1; activities +12');
});

test('a run that is under way or failed has no numbers: nothing is known', () => {
  expect(cells({ end: null, report: null, result: 'running' }).slice(1, 11)).toEqual([
    '',
    'обновление',
    'a@example.com',
    'идёт',
    '',
    '',
    '',
    '',
    '',
    '',
  ]);
  expect(['идёт', 'running', 'готово', ''].map(saysRunning)).toEqual([true, true, false, false]);
});

test('a continuation and a schedule say so; sheets that are finished are a continuation anyway', () => {
  expect(cells({ continued: true, bySchedule: true }).slice(2, 4)).toEqual(['обновление, продолжение', 'по расписанию: a@example.com']);
  expect(cells({ continued: true, kind: 'sheets' }, 'en')[2]).toBe('sheets');
});

test('text that looks like a formula stays text', () => {
  expect(cells({ who: '=HYPERLINK("http://evil")' })[3]).toBe('\'=HYPERLINK("http://evil")');
});
