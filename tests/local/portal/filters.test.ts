// Filters of the item family: operators, lists, dates, what is refused (bitrix24-rest, 5).
import fc from 'fast-check';
import { ids, portalOf, seed } from './harness';

const deals = [
  {
    id: 1,
    title: 'Alpha 100%',
    sourceId: 'WEB',
    opportunity: 10,
    companyId: 0,
    createdTime: '2025-01-30T23:30:00+03:00',
    closedate: '2025-02-01',
    isManualOpportunity: 'Y',
    contactIds: [1, 2],
  },
  {
    id: 2,
    title: 'beta',
    sourceId: null,
    opportunity: 20,
    companyId: 5,
    createdTime: '2025-01-31T00:00:00+03:00',
    closedate: '2025-02-02',
    ufCrmKind: 44,
  },
  {
    id: 3,
    title: 'Gamma',
    sourceId: 'CALL',
    opportunity: 30,
    companyId: 6,
    createdTime: '2025-02-01T00:00:00+03:00',
    contactIds: [2],
    ufCrmKind: 45,
    ufCrmTags: ['a', 'b'],
  },
];
const { ask } = portalOf({ deals }, { burst: 1000 });
const found = (filter: unknown): number[] => ids(ask('crm.item.list', { entityTypeId: 2, select: ['id'], order: { id: 'ASC' }, filter }));

test.each<[unknown, number[]]>([
  [{ '>id': 1 }, [2, 3]],
  [{ '>=id': 2, '<id': 3 }, [2]],
  [{ '<=id': '2' }, [1, 2]],
  [{ id: 2 }, [2]],
  [{ '=id': [1, 3, 99] }, [1, 3]],
  [{ '@id': [3, 1] }, [1, 3]],
  [{ '!@id': [3, 1] }, [2]],
  [{ '!id': 2 }, [1, 3]],
  [{ '!=id': [2] }, [1, 3]],
  [{ title: 'BETA' }, [2]],
  [{ '%title': 'a' }, [1, 2, 3]],
  [{ '%title': '0%' }, [1]],
  [{ '!%title': 'alpha' }, [2, 3]],
  [{ '=%title': '%a' }, [2, 3]],
  [{ '%=title': 'b_ta' }, [2]],
  [{ '!=%title': '%a' }, [1]],
  [{ '!%=title': 'g%' }, [1, 2]],
  [{ sourceId: '' }, [2]],
  [{ '!=sourceId': '' }, [1, 3]],
  [{ '!=sourceId': 'WEB' }, [2, 3]],
  [{ companyId: null }, [1]],
  [{ companyId: 0 }, [1]],
  [{ '>companyId': 5 }, [3]],
  [{ '@companyId': [5, 6] }, [2, 3]],
  [{ isManualOpportunity: 'Y' }, [1]],
  [{ '!isManualOpportunity': 'Y' }, [2, 3]],
  [{ contactIds: 2 }, [1, 3]],
  [{ '@contactIds': [1] }, [1]],
  [{ ufCrmKind: '44' }, [2]],
  [{ '>=ufCrmKind': 45 }, [3]],
  [{ ufCrmTags: 'b' }, [3]],
  [{ '>=opportunity': '20.5' }, [3]],
])('the filter %j finds %j [4.3 prefixes] [4.3 booleans] [4.3 empty-values] [4.3 contact-ids]', (filter, expected) => {
  expect(found(filter)).toEqual(expected);
});

describe('dates in filters', () => {
  test.each<[unknown, number[]]>([
    [{ '>=createdTime': '2025-01-31' }, [2, 3]],
    [{ '<=createdTime': '2025-01-31' }, [1, 2]],
    [{ '<createdTime': '2025-02-01' }, [1, 2]],
    [{ '>=createdTime': '2025-01-30T21:00:00+00:00' }, [2, 3]],
    [{ '>=createdTime': '2025-01-31 00:00:01' }, [3]],
    [{ '>=createdTime': '31.01.2025' }, [2, 3]],
    [{ createdTime: '2025-01-31T00:00:00+03:00' }, [2]],
    [{ closedate: '2025-02-01' }, [1]],
    [{ '>closedate': '2025-02-01T00:00:00+03:00' }, [2]],
    [{ closedate: '' }, [3]],
    [{ '@createdTime': ['2025-01-31'] }, []],
    [{ '>=createdTime': 'not a date' }, [1, 2, 3]],
    [{ '<createdTime': 'not a date' }, []],
  ])('%j finds %j: without an offset the portal zone holds, a bare date is its midnight', (filter, expected) => {
    expect(found(filter)).toEqual(expected);
  });
});

test.each<[unknown, number[]]>([
  [{ '!=sourceId': 'WEB' }, [2, 3]],
  [{ '!sourceId': 'WEB' }, [3]],
  [{ '!@sourceId': ['WEB'] }, [3]],
  [{ '!%sourceId': 'WE' }, [3]],
  [{ '!=leadId': 8 }, []],
  [{ '!=closedate': '2025-02-01' }, [2]],
])('of the negations only != on texts keeps records without a value: %j finds %j [4.3 negation-null]', (filter, expected) => {
  expect(found(filter)).toEqual(expected);
});

test.each<[unknown, number[]]>([
  ['Y', [1]],
  ['y', [1]],
  [true, [1]],
  ['true', [1]],
  ['1', [1]],
  [['Y'], [1]],
  ['N', [2]],
  [false, [2]],
  [0, [2]],
  ['false', [2]],
  ['yes', []],
  ['', []],
  [null, []],
  [[true], []],
])('a system boolean that is %j: %j [4.3 booleans]', (value, expected) => {
  const { ask } = portalOf({ deals: [{ id: 1, isRecurring: 'Y' }, { id: 2 }] });
  expect(ids(ask('crm.item.list', { entityTypeId: 2, order: { id: 'ASC' }, filter: { isRecurring: value } }))).toEqual(expected);
});

test.each([
  ['a%c', 'abc', true],
  ['a%c', 'abcd', false],
  ['a_c', 'abc', true],
  ['a_c', 'ac', false],
  ['%b%b%', 'xbyb', true],
  ['%b%b%', 'xby', false],
  ['a%%', 'a', true],
  ['.*', 'ab', false],
  ['[a]%', '[A]b', true],
  [`${'%a'.repeat(40)}%b`, 'a'.repeat(5000), false],
])('the pattern %s against %s: %s, in a moment [4.3 prefixes]', (pattern, title, fits) => {
  const { ask } = portalOf({ deals: [{ id: 1, title }] });
  const answers = ['=%title', '%=title', '!=%title'].map((key) =>
    ids(ask('crm.item.list', { entityTypeId: 2, filter: { [key]: pattern } })),
  );
  expect(answers).toEqual(fits ? [[1], [1], []] : [[], [], [1]]);
});

test('nested groups join by OR or AND [4.3 or-groups]', () => {
  expect(found({ 0: { logic: 'OR', 0: { id: 1 }, 1: { '>opportunity': 25 } } })).toEqual([1, 3]);
  expect(found({ '>id': 1, 0: { logic: 'OR', 0: { id: 1 }, 1: { '>opportunity': 25 } } })).toEqual([3]);
  expect(found([{ logic: 'OR', 0: { id: 1 }, 1: { id: 2 } }])).toEqual([1, 2]);
  expect(found({ logic: 'OR', id: 1, '=title': 'gamma' })).toEqual([1, 3]);
});

test('filter, order and page equal a naive evaluation over any records', () => {
  const record = fc.record({
    opportunity: fc.integer({ min: 0, max: 5 }),
    sourceId: fc.constantFrom(null, 'WEB', 'CALL'),
    minute: fc.integer({ min: 0, max: 59 }),
    companyId: fc.integer({ min: 0, max: 3 }),
  });
  const query = fc.record({
    low: fc.integer({ min: 0, max: 200 }),
    high: fc.integer({ min: 0, max: 200 }),
    opportunity: fc.option(fc.integer({ min: 0, max: 5 })),
    sources: fc.option(fc.subarray(['WEB', 'CALL'], { minLength: 1 })),
    minute: fc.option(fc.integer({ min: 0, max: 59 })),
    orderBy: fc.constantFrom('id', 'opportunity', 'updatedTime'),
    descending: fc.boolean(),
    page: fc.integer({ min: -1, max: 2 }),
  });
  const time = (minute: number): string => `2025-05-01T10:${String(minute).padStart(2, '0')}:00+03:00`;
  fc.assert(
    fc.property(fc.array(record, { maxLength: 160 }), query, (records, asked) => {
      const rows = records.map((row, index) => ({ ...row, id: index + 1 + (index % 3), updatedTime: time(row.minute) }));
      const unique = [...new Map(rows.map((row) => [row.id, row])).values()].sort((a, b) => a.id - b.id);
      const portal = portalOf({ deals: rows });
      const answer = portal.ask('crm.item.list', {
        entityTypeId: 2,
        select: ['id'],
        filter: {
          '>id': asked.low,
          '<=id': asked.high,
          ...(asked.opportunity === null ? {} : { '>=opportunity': asked.opportunity }),
          ...(asked.sources === null ? {} : { '@sourceId': asked.sources }),
          ...(asked.minute === null ? {} : { '>=updatedTime': time(asked.minute) }),
        },
        order: { [asked.orderBy]: asked.descending ? 'DESC' : 'ASC' },
        start: asked.page * 50,
      });
      const key = (row: (typeof rows)[number]): number =>
        asked.orderBy === 'id' ? row.id : asked.orderBy === 'opportunity' ? row.opportunity : row.minute;
      const matching = unique
        .filter((row) => row.id > asked.low && row.id <= asked.high)
        .filter((row) => asked.opportunity === null || row.opportunity >= asked.opportunity)
        .filter((row) => asked.sources === null || (asked.sources as (string | null)[]).includes(row.sourceId))
        .filter((row) => asked.minute === null || row.minute >= asked.minute)
        .sort((a, b) => (asked.descending ? key(b) - key(a) : key(a) - key(b)) || a.id - b.id);
      const from = Math.max(0, asked.page * 50);
      expect(ids(answer)).toEqual(matching.slice(from, from + 50).map((row) => row.id));
      expect(answer.body['total']).toBe(asked.page < 0 ? undefined : matching.length);
    }),
    { numRuns: process.env['SOAK'] ? 2000 : 150, ...seed },
  );
});
