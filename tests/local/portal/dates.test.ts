// Dates of the portal: its zone, summer time, days without a time (bitrix24-rest, 7).
import { ids, portalOf } from './harness';

const deals = [
  { id: 1, title: 'a', createdTime: '2025-01-30T23:30:00+03:00', closedate: '2025-02-01' },
  { id: 2, title: 'b', createdTime: '2025-01-31T00:00:00+03:00', closedate: '2025-02-02' },
  { id: 3, title: 'c', createdTime: '2025-02-01T00:00:00+03:00' },
];
const found = (filter: unknown, portal = {}): number[] =>
  ids(portalOf({ portal, deals }).ask('crm.item.list', { entityTypeId: 2, select: ['id'], order: { id: 'ASC' }, filter }));

test.each([
  ['Europe/Moscow', '2025-01-30T23:30:00+03:00', '2025-02-01T03:00:00+03:00'],
  ['America/New_York', '2025-01-30T15:30:00-05:00', '2025-01-31T19:00:00-05:00'],
  ['Asia/Kolkata', '2025-01-31T02:00:00+05:30', '2025-02-01T05:30:00+05:30'],
])(
  'a portal in %s prints times with its offset, never the user’s, and a day as midnight moved by the offset [7 portal-zone] [7 date-only]',
  (timeZone, created, closed) => {
    const { ask } = portalOf({ portal: { timeZone }, users: [{ ID: '1', TIME_ZONE: 'Asia/Vladivostok' }], deals });
    expect([
      ask('crm.item.list', { entityTypeId: 2, select: ['createdTime', 'closedate'], filter: { id: 1 } }).result,
      ask('crm.deal.list', { select: ['DATE_CREATE', 'CLOSEDATE'], filter: { ID: 1 } }).result,
    ]).toEqual([{ items: [{ createdTime: created, closedate: closed }] }, [{ ID: '1', DATE_CREATE: created, CLOSEDATE: closed }]]);
  },
);

test('summer time changes the offset of times and the printed hour of days [7 date-only] [7 portal-zone]', () => {
  const times = ['2025-03-30T00:30:00Z', '2025-03-30T01:30:00Z'];
  const { ask } = portalOf({
    portal: { timeZone: 'Europe/Berlin' },
    deals: times.map((createdTime, index) => ({
      id: index + 1,
      title: 'x',
      createdTime,
      closedate: index === 0 ? '2025-03-29' : '2025-03-31',
    })),
  });
  expect(ask('crm.item.list', { entityTypeId: 2, select: ['createdTime', 'closedate'], order: { id: 'ASC' } }).result).toEqual({
    items: [
      { createdTime: '2025-03-30T01:30:00+01:00', closedate: '2025-03-29T01:00:00+01:00' },
      { createdTime: '2025-03-30T03:30:00+02:00', closedate: '2025-03-31T02:00:00+02:00' },
    ],
  });
});

test.each<[string, unknown, number[]]>([
  ['with an offset', { '>=createdTime': '2025-01-30T21:00:00+00:00' }, [2, 3]],
  ['without an offset, in the portal’s zone', { '>=createdTime': '2025-01-31 00:00:01' }, [3]],
  ['as a bare date, which is its midnight', { '>=createdTime': '2025-01-31' }, [2, 3]],
  ['as the end of a month, which misses its last day', { '<=createdTime': '2025-01-31' }, [1, 2]],
  ['as the first day after, which does not', { '<createdTime': '2025-02-01' }, [1, 2]],
  ['of a date-only field', { '<=closedate': '2025-02-01' }, [1]],
  ['of a date-only field with an offset', { closedate: '2025-02-02T03:00:00+03:00' }, [2]],
])('a bound %s: %j finds %j [7 filter-input]', (_, filter, expected) => {
  expect(found(filter)).toEqual(expected);
});

test.each([
  ['Europe/Berlin', '2025-10-26 02:30:00', '2025-10-26T02:30:00+02:00'],
  ['America/New_York', '2025-11-02 01:30:00', '2025-11-02T01:30:00-04:00'],
  ['Australia/Lord_Howe', '2025-04-06 01:45:00', '2025-04-06T01:45:00+11:00'],
  ['Europe/Berlin', '2025-03-30 02:30:00', '2025-03-30T03:30:00+02:00'],
  ['America/New_York', '2025-03-09 02:30:00', '2025-03-09T03:30:00-04:00'],
  ['America/New_York', '2025-03-09 03:00:00', '2025-03-09T03:00:00-04:00'],
  ['Africa/Cairo', '2025-04-25', '2025-04-25T01:00:00+03:00'],
])(
  'in %s %s is %s: an hour that comes twice is the first, a skipped one lies after the gap [7 filter-input]',
  (timeZone, bound, expected) => {
    const { ask } = portalOf({ portal: { timeZone }, deals: [{ id: 1, createdTime: expected }] });
    expect([ask('crm.item.list', { entityTypeId: 2, select: ['createdTime'], filter: { createdTime: bound } }).result]).toEqual([
      { items: [{ createdTime: expected }] },
    ]);
  },
);

test.each(['constructor', '__proto__', '@99999999999999999', '@-99999999999999999', 'tostring'])(
  '%s is no time, of a day as little as of an instant [7 unparsable]',
  (word) => {
    const filters = [{ '<createdTime': word }, { '<closedate': word }, { '=closedate': word }, { 0: { '<createdTime': word } }];
    const { ask } = portalOf({ stageHistory: [{ ID: 1, OWNER_ID: 1, STAGE_ID: 'NEW' }] });
    expect([
      filters.map((filter) => found(filter)),
      ask('crm.stagehistory.list', { entityTypeId: 2, filter: { CREATED_TIME: word } }).error,
    ]).toEqual([
      [[], [], [], []],
      ['WRONG_DATETIME_FORMAT', 'Wrong datetime format'],
    ]);
  },
);

test('the same instant counts whatever the portal’s zone, a bare date is that zone’s midnight [7 filter-input]', () => {
  const bound = (value: string, timeZone: string): number[] => found({ '>=createdTime': value }, { timeZone });
  expect([
    bound('2025-01-30T21:00:00Z', 'America/New_York'),
    bound('2025-01-31', 'America/New_York'),
    bound('2025-01-31', 'Asia/Vladivostok'),
  ]).toEqual([[2, 3], [3], [1, 2, 3]]);
});

test('crm.stagehistory.list refuses a time it cannot read, crm.item.list misbehaves silently [7 unparsable] [1.4 wrong-datetime-format]', () => {
  const { ask } = portalOf({ deals, stageHistory: [{ ID: 1, OWNER_ID: 1, TYPE_ID: 1, STAGE_ID: 'NEW' }] });
  expect(ask('crm.stagehistory.list', { entityTypeId: 2, filter: { '>=CREATED_TIME': 'soon' } })).toMatchObject({
    status: 400,
    error: ['WRONG_DATETIME_FORMAT', 'Wrong datetime format'],
  });
  expect([found({ '>=createdTime': 'soon' }), found({ '<createdTime': 'soon' })]).toEqual([[1, 2, 3], []]);
});

test('a list of dates is not converted in crm.item.list and finds nothing [7 date-lists]', () => {
  expect([found({ '@createdTime': ['2025-01-31'] }), found({ createdTime: ['2025-01-31T00:00:00+03:00'] })]).toEqual([[], []]);
});

test('times with an offset inside a nested group: honoured, or unreadable as one user reports [7 nested-offsets]', () => {
  const nested = { 0: { logic: 'OR', 0: { '<createdTime': '2025-01-31T00:00:00+03:00' }, 1: { id: 3 } } };
  const bare = { 0: { logic: 'OR', 0: { '<createdTime': '2025-01-31 00:00:00' }, 1: { id: 3 } } };
  expect([found(nested), found(nested, { nestedOffsets: 'unreadable' }), found(bare, { nestedOffsets: 'unreadable' })]).toEqual([
    [1, 3],
    [3],
    [1, 3],
  ]);
});

test('an empty date is null in crm.item.list and an empty text in old methods [5 typing] [7 empty]', () => {
  const { ask } = portalOf({ deals });
  expect([
    ask('crm.item.list', { entityTypeId: 2, select: ['closedate'], filter: { closedate: '' } }).result,
    ask('crm.deal.list', { select: ['CLOSEDATE'], filter: { CLOSEDATE: '' } }).result,
  ]).toEqual([{ items: [{ closedate: null }] }, [{ ID: '3', CLOSEDATE: '' }]]);
});
