// Whose scheme and KPI set it is, what can be a base of pay, and which deals stand behind it (M34, M35, R12).
import { type Labels, NO_DAY, WON } from '../../src/facts/facts';
import type { BonusScheme } from '../../src/inputs/bonus-scheme';
import { baseOf, kpiItemsOf, lineTables, payLines, schemeOf } from '../../src/metrics/pay';
import { parseIsoDay } from '../../src/period';
import { goldenInputs } from '../golden-inputs';
import { goldenFacts } from '../golden-kpi';

const facts = goldenFacts();
const scheme = (name: string, base = 'wonSum'): BonusScheme => ({ ...(goldenInputs.bonusSchemes[0] as BonusScheme), name, base });
const bonusSchemes = ['Company', 'Parent', 'Child', 'Own'].map((name) => scheme(name));
const people = (department: number): Labels['managers'] => [
  { id: 0, name: '–', email: '', active: true, hasDeals: true, department: -1 },
  { id: 11, name: 'A', email: '', active: true, hasDeals: true, department },
];
const departments = [
  { id: 1, name: 'Parent', parent: -1 },
  { id: 3, name: 'Child', parent: 0 },
];
const labels = (department: number, tree = departments): Labels => ({ ...facts.labels, managers: people(department), departments: tree });
const given = (...scopes: ('company' | 'department 1' | 'department 3' | 'manager 11')[]) => {
  const names = { company: 'Company', 'department 1': 'Parent', 'department 3': 'Child', 'manager 11': 'Own' };
  const bonusAssignments = scopes.map((text) => {
    const [scope = '', id] = text.split(' ');
    return { owner: { scope: scope as 'company', id: id === undefined ? null : Number(id) }, scheme: names[text] };
  });
  return (department: number, tree = departments, index = 1) =>
    schemeOf({ bonusSchemes, bonusAssignments }, labels(department, tree), index)?.name ?? null;
};

test('the nearest holds: an own scheme, the department’s, the one above, the company’s', () => {
  const all = given('company', 'department 1', 'department 3', 'manager 11');
  expect(all(1)).toBe('Own');
  expect(given('company', 'department 1', 'department 3')(1)).toBe('Child');
  expect(given('company', 'department 1')(1)).toBe('Parent');
  expect(given('company', 'department 3')(0)).toBe('Company');
  expect(given('company', 'department 1')(-1)).toBe('Company');
  expect(given('department 3')(0)).toBeNull();
  expect(all(1, departments, 0)).toBeNull();
  expect(all(1, departments, 7)).toBeNull();
});

test('departments that are each other’s parents end the search', () => {
  const ring = [
    { id: 8, name: 'X', parent: 1 },
    { id: 9, name: 'Y', parent: 0 },
  ];
  expect([given('company')(0, ring), given('department 1')(0, ring)]).toEqual(['Company', null]);
});

test('an assignment of a scheme that is not there pays nothing', () => {
  expect(
    schemeOf({ bonusSchemes: [], bonusAssignments: [{ owner: { scope: 'company', id: null }, scheme: 'Gone' }] }, labels(0), 1),
  ).toBeNull();
});

test('a KPI set: the own one, else the department’s, else none', () => {
  const items = goldenInputs.kpiSets[0]?.items ?? [];
  const sets = (scope: 'manager' | 'department', id: number) => kpiItemsOf({ kpiSets: [{ owner: { scope, id }, items }] }, labels(1), 1);
  expect([sets('manager', 11), sets('department', 3), sets('department', 1)]).toEqual([items, items, items]);
  // A manager and a department may have the same id.
  expect([sets('manager', 3), sets('department', 11)]).toEqual([[], []]);
});

test.each([
  ['wonSum', 'wonSum'],
  ['lostSum', 'lostSum'],
  ['repeatSum', 'repeatSum'],
  ['openSum', null],
  ['wonCount', null],
  ['avgCheque', null],
  ['leadsCreated', null],
  ['nothing', null],
])('%s as a base of pay is %s', (base, found) => {
  expect(baseOf({ base })).toBe(found);
});

describe('lines', () => {
  const paid = (month: string, ids: number[], base = 'wonSum') => ({
    month,
    statements: ids.map((managerId) => ({ managerId, scheme: scheme('s', base) })),
  });
  const linesOf = (...given: Parameters<typeof payLines>) => payLines(...given).lines;
  const ids = (lines: readonly { dealId: number }[]) => lines.map(({ dealId }) => dealId);

  test('are the deals won in the month by those who are paid in it', () => {
    expect(ids(linesOf(facts, [paid('2025-05', [11])]))).toEqual([101, 102, 106]);
    expect(linesOf(facts, [paid('2025-04', [11, 12])])).toEqual([
      { dealId: 113, title: '', managerId: 11, closeDay: parseIsoDay('2025-04-28'), amount: 25000, month: '2025-04' },
    ]);
    expect(linesOf(facts, [paid('2025-05', [])])).toEqual([]);
  });

  test('of each month by who is paid in that month, by each person’s own base', () => {
    expect(ids(linesOf(facts, [paid('2025-04', [12]), paid('2025-05', [13])]))).toEqual([201]);
    const mixed = {
      month: '2025-05',
      statements: [...paid('2025-05', [13], 'lostSum').statements, ...paid('2025-05', [13 + 1]).statements],
    };
    expect(ids(linesOf(facts, [mixed]))).toEqual([105, 111]);
    expect(lineTables([mixed, paid('2025-04', [11], 'repeatSum')])).toEqual(['deals', 'payees', 'origins']);
  });

  test('leave out what is closed by a day still to come, and what has no amount', () => {
    const deals = { ...facts.deals, closeDay: facts.deals.closeDay.slice(), amount: facts.deals.amount.slice() };
    deals.closeDay[deals.id.indexOf(101)] = NO_DAY;
    deals.amount[deals.id.indexOf(102)] = Number.NaN;
    expect(deals.state[deals.id.indexOf(101)]).toBe(WON);
    expect(ids(linesOf({ ...facts, deals }, [paid('2025-05', [11])]))).toEqual([106]);
  });
});
