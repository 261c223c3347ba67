// Names and order: pipelines, stages, people, departments, sources and clients as the portal's directories have them (R7, R12).
import type { FactContext } from '../../src/facts/context';
import { deriveFacts } from '../../src/facts/derive';
import { DEFAULT_FACT_SETTINGS } from '../../src/facts/facts';
import type { Activity, Lead, Records, Semantic, Status, User } from '../../src/raw/records';
import { at, MOSCOW, madeDeal, madeFacts, madeHistory, madeRecords } from '../made-records';

const status = (entityId: string, statusId: string, sort: number, semantic: Semantic = 'P', id = 0): Status => {
  return { id, entityId, statusId, name: `${statusId}!`, sort, categoryId: 0, semantic };
};
const user = (id: number, name: string, fields: Partial<User> = {}): User => {
  return { id, name, email: '', active: true, position: '', departmentId: 0, ...fields };
};

function derived(records: Partial<Records>, context: Partial<FactContext> = {}) {
  return deriveFacts(madeRecords(records), {
    settings: DEFAULT_FACT_SETTINGS,
    zone: MOSCOW,
    asOf: at('2025-05-20 18:00'),
    lang: 'ru',
    portal: 'example.bitrix24.ru',
    userName: 'Анна',
    generation: 7,
    horizonDay: 20000,
    defaultPipelineIds: [],
    ...context,
  });
}

describe('pipelines and stages (R7)', () => {
  test('pipelines go by their sort, then by id; those without a record come last, by id', () => {
    const facts = madeFacts({
      categories: [
        { id: 7, name: 'C', sort: 200 },
        { id: 5, name: 'B', sort: 200 },
        { id: 8, name: 'A', sort: 100 },
      ],
      deals: [madeDeal(1, { categoryId: 12 }), madeDeal(2, { categoryId: 9 }), madeDeal(3, { categoryId: 12 }), madeDeal(4)],
      stageHistory: madeHistory(2, ['2025-05-01 10:00', 'C11:NEW'], ['2025-05-02 10:00', 'C9:NEW', 5]),
    });
    expect(facts.labels.pipelines.map(({ id, name }) => [id, name])).toEqual([
      [8, 'A'],
      [5, 'B'],
      [7, 'C'],
      [0, '#0'],
      [9, '#9'],
      [11, '#11'],
      [12, '#12'],
    ]);
  });

  test('a pipeline has its own process stages and the name of its success stage', () => {
    const facts = madeFacts({
      statuses: [
        status('DEAL_STAGE', 'WON', 30, 'S'),
        status('DEAL_STAGE', 'NEW', 10),
        status('DEAL_STAGE', 'LOSE', 40, 'F'),
        status('DEAL_STAGE_5', 'C5:NEW', 20),
        status('DEAL_STAGE_5', 'C5:FIRST', 10),
        status('OLD_DEAL_STAGE_5', 'C5:OLD', 10),
        status('DEAL_STAGE_5_OLD', 'C5:OLDER', 10),
        status('DEAL_STAGE_X', 'X', 10),
      ],
    });
    expect(facts.labels.pipelines).toEqual([
      { id: 0, name: 'Sales', stages: [{ id: 'NEW', name: 'NEW!' }], wonName: 'WON!' },
      {
        id: 5,
        name: 'Repeat',
        stages: [
          { id: 'C5:FIRST', name: 'C5:FIRST!' },
          { id: 'C5:NEW', name: 'C5:NEW!' },
        ],
        wonName: '',
      },
    ]);
  });

  test('an alias that is itself deleted, or of another pipeline, names no live stage', () => {
    const flagged = (target: string) =>
      madeFacts(
        { deals: [madeDeal(1, { stageId: 'OLD' }), madeDeal(2, { stageId: 'OLDER' })] },
        { settings: { stageAliases: { OLD: target } } },
      ).labels.flagCounts.DELETED_STAGE;
    expect([flagged('OLDER'), flagged('C5:NEW'), flagged('NEW')]).toEqual([2, 2, 1]);
  });

  test('of one moment and one stage the history keeps the row that was written first', () => {
    const [first, second] = madeHistory(1, ['2025-05-01 10:00', 'PREPARATION'], ['2025-05-01 10:00', 'NEW']);
    if (first === undefined || second === undefined) throw new Error('no rows');
    const deals = [madeDeal(1)];
    const stood = (rows: Records['stageHistory']) => [...madeFacts({ deals, stageHistory: rows }).stays.stage];
    expect([stood([first, second]), stood([second, first])]).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });

  test('rows that arrive late take their place by time', () => {
    const rows = madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-02 10:00', 'PREPARATION'], ['2025-05-03 10:00', 'EXECUTING']);
    const [first, second, third] = rows;
    if (first === undefined || second === undefined || third === undefined) throw new Error('no rows');
    const deals = [madeDeal(1, { stageId: 'EXECUTING' })];
    const stays = madeFacts({ deals, stageHistory: rows }).stays;
    for (const shuffled of [
      [third, second, first],
      [second, third, first],
      [third, first, second],
    ])
      expect(madeFacts({ deals, stageHistory: shuffled }).stays).toEqual(stays);
  });
});

describe('people (R12)', () => {
  test('go by name, then by id; the nameless are called by their number', () => {
    const users = [user(14, ' Vera '), user(13, 'Vera'), user(15, '  '), user(12, 'Anna', { email: 'anna@example.com' })];
    const named = ({ labels }: ReturnType<typeof madeFacts>) => labels.managers.map(({ id, name, email }) => [id, name, email]);
    expect(named(madeFacts({ users }))).toEqual([
      [0, 'No manager', ''],
      [12, 'Anna', 'anna@example.com'],
      [15, 'User #15', ''],
      [13, 'Vera', ''],
      [14, 'Vera', ''],
    ]);
    expect(named(derived({ users }))[4]).toEqual([15, 'Пользователь #15', '']);
  });

  test('the fired are named for a deal, a lead or an activity, and not otherwise; a user without an id never is', () => {
    const fired = [1, 2, 3, 4].map((id) => user(id, `F${id}`, { active: false }));
    const facts = madeFacts({
      users: [...fired, user(0, 'Nobody')],
      deals: [madeDeal(1, { assignedById: 1 })],
      leads: [{ id: 1, createdTime: at('2025-05-01 10:00'), semantic: 'P', assignedById: 2, sourceId: '' } as Lead],
      activities: [{ id: 1, ownerTypeId: 3, ownerId: 1, typeId: 2, completed: false, responsibleId: 3 } as Activity],
    });
    expect(facts.labels.managers).toEqual([
      { id: 0, name: 'No manager', email: '', active: true, hasDeals: true, department: -1 },
      { id: 1, name: 'F1', email: '', active: false, hasDeals: true, department: -1 },
      { id: 2, name: 'F2', email: '', active: false, hasDeals: false, department: -1 },
      { id: 3, name: 'F3', email: '', active: false, hasDeals: false, department: -1 },
    ]);
  });

  test('departments go by their sort, then by id, and know their parents', () => {
    const facts = madeFacts({
      departments: [
        { id: 4, name: 'D', sort: 20, parentId: 2, headId: 0 },
        { id: 2, name: 'B', sort: 20, parentId: 9, headId: 0 },
        { id: 1, name: 'A', sort: 30, parentId: 99, headId: 0 },
        { id: 9, name: 'Z', sort: 10, parentId: 0, headId: 0 },
      ],
      users: [user(11, 'Anna', { departmentId: 2 }), user(12, 'Boris', { departmentId: 98 })],
    });
    expect(facts.labels.departments).toEqual([
      { id: 9, name: 'Z', parent: -1 },
      { id: 2, name: 'B', parent: 0 },
      { id: 4, name: 'D', parent: 1 },
      { id: 1, name: 'A', parent: -1 },
    ]);
    expect(facts.labels.managers.map(({ department }) => department)).toEqual([-1, 1, -1]);
  });

  test('an orphan is an open deal of a fired person', () => {
    const deals = [madeDeal(1, { assignedById: 13 }), madeDeal(2, { assignedById: 13, stageId: 'LOSE', semantic: 'F' }), madeDeal(3)];
    expect(madeFacts({ deals }).labels.flagCounts.ORPHAN).toBe(1);
  });
});

describe('names of what breakdowns number', () => {
  test('sources and fail stages go by their sort, then by their code', () => {
    const { directories } = madeFacts(
      {
        statuses: [
          status('SOURCE', 'B', 10),
          status('SOURCE', 'A', 10),
          status('SOURCE', 'C', 5),
          status('DEAL_STAGE_5', 'C5:LOSE', 50, 'F'),
          status('DEAL_STAGE', 'LOSE', 40, 'F'),
          status('DEAL_STAGE', 'NEW', 10),
          status('DEAL_STAGE', 'WON', 20, 'S'),
          status('MY_DEAL_STAGE', 'X', 40, 'F'),
          status('DEAL_STAGE_X', 'Y', 40, 'F'),
          status('DEAL_STAGE_5_X', 'Z', 40, 'F'),
          status('STATUS', 'JUNK', 40, 'F'),
        ],
      },
      { settings: { lossReasonField: 'ufCrmReason' } },
    );
    const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
    expect([ids(directories.sources), ids(directories.failStages), directories.lossReasonField]).toEqual([
      ['C', 'A', 'B'],
      ['LOSE', 'C5:LOSE'],
      'ufCrmReason',
    ]);
  });

  test('two sources of one code and one place go by their id', () => {
    const sources = [status('SOURCE', 'A', 10, 'P', 2), status('SOURCE', 'A', 10, 'P', 1)].map((one) => ({ ...one, name: `${one.id}` }));
    const named = (statuses: Status[]) => madeFacts({ statuses }).directories.sources.map(({ name }) => name);
    expect([named(sources), named([...sources].reverse())]).toEqual([
      ['1', '2'],
      ['1', '2'],
    ]);
  });
});

test('what the numbers stand on: moment, zone, rights, rows, and the pipelines that answer when none is named', () => {
  const { labels } = derived({ deals: [madeDeal(1), madeDeal(2)] }, { defaultPipelineIds: [5, 99] });
  const { pipelines, managers, departments, flagCounts, zone, ...rest } = labels;
  expect(rest).toEqual({
    baseCurrency: 'RUB',
    asOf: at('2025-05-20 18:00'),
    asOfDay: 20228,
    timeZone: 'Europe/Moscow',
    horizonDay: 20000,
    lang: 'ru',
    defaultPipelines: [1],
    transfersHidden: false,
    portal: 'example.bitrix24.ru',
    userName: 'Анна',
    generation: 7,
    productsPending: false,
    rows: {
      deals: 2,
      leads: 0,
      stageHistory: 0,
      activities: 0,
      productRows: 0,
      companies: 0,
      contacts: 0,
      categories: 2,
      statuses: 11,
      users: 3,
      departments: 3,
      currencies: 2,
    },
  });
  expect([pipelines.length, managers.length, departments.length, flagCounts.NO_HISTORY, zone]).toEqual([2, 3, 3, 2, MOSCOW]);
});
