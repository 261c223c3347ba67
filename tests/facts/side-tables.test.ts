// The tables that only some metrics read: what the records say, rule by rule, on records written by hand.
import { LOST, NO_DAY, OPEN, WON } from '../../src/facts/facts';
import { ACTIVITY_KINDS } from '../../src/facts/side-tables';
import { isoDay } from '../../src/period';
import type { Activity, Lead } from '../../src/raw/records';
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';

const won = { stageId: 'WON', semantic: 'S' } as const;
const lost = { stageId: 'LOSE', semantic: 'F' } as const;

function activity(id: number, fields: Partial<Activity>): Activity {
  return {
    id,
    ownerTypeId: 2,
    ownerId: 1,
    typeId: 2,
    providerId: '',
    direction: 2,
    completed: true,
    missedCall: false,
    responsibleId: 11,
    createdTime: at('2025-05-01 10:00'),
    updatedTime: at('2025-05-06 10:00'),
    startTime: at('2025-05-05 10:00'),
    deadline: at('2025-05-05 10:00'),
    subject: `Step ${id}`,
    ...fields,
  };
}

function lead(id: number, fields: Partial<Lead>): Lead {
  return {
    id,
    title: '',
    stageId: 'NEW',
    semantic: 'P',
    opportunity: 0,
    currencyId: 'RUB',
    assignedById: 11,
    createdTime: at('2025-05-01 10:00'),
    updatedTime: at('2025-05-02 10:00'),
    movedTime: at('2025-05-03 10:00'),
    companyId: 0,
    contactId: 0,
    sourceId: 'WEB',
    utmSource: '',
    utmMedium: '',
    utmCampaign: '',
    ...fields,
  };
}

describe('the next step of an open deal (M17)', () => {
  const nextOf = (...activities: Activity[]) => {
    const { steps } = madeFacts({ deals: [madeDeal(1), madeDeal(2, won)], activities });
    return [steps.count, steps.nextStep[0], steps.subject[0]];
  };

  test('is the earliest deadline that has not passed at asOf, of what is not completed and belongs to the deal', () => {
    const later = activity(1, { completed: false, deadline: at('2025-05-25 10:00') });
    const sooner = activity(2, { completed: false, deadline: at('2025-05-20 18:00') });
    expect(nextOf(later, sooner)).toEqual([1, at('2025-05-20 18:00'), 'Step 2']);
    const none = [1, Number.NaN, ''];
    expect([
      nextOf(activity(3, { completed: false, deadline: at('2025-05-20 17:59') })),
      nextOf(activity(4, { completed: true, deadline: at('2025-05-25 10:00') })),
      nextOf(activity(5, { completed: false, ownerTypeId: 1, deadline: at('2025-05-25 10:00') })),
      nextOf(activity(6, { completed: false, createdTime: at('2025-05-20 18:01'), deadline: at('2025-05-25 10:00') })),
      nextOf(activity(7, { completed: false, deadline: 0 })),
    ]).toEqual([none, none, none, none, none]);
  });

  test('may be without a date: the portal writes year 9999 for it', () => {
    const undated = Date.UTC(9999, 11, 31) / 1000;
    expect(nextOf(activity(1, { completed: false, deadline: undated }))).toEqual([1, undated, 'Step 1']);
  });

  test('a deal lives by its last activity, then its change, then its creation', () => {
    const created = at('2025-05-01 10:00');
    const { steps } = madeFacts({
      deals: [
        madeDeal(1, { lastActivityTime: at('2025-05-09 10:00'), updatedTime: at('2025-05-19 10:00') }),
        madeDeal(2, { lastActivityTime: 0, updatedTime: at('2025-05-19 10:00') }),
        madeDeal(3, { lastActivityTime: 0, updatedTime: 0, createdTime: created }),
      ],
    });
    expect([...steps.aliveAt]).toEqual([at('2025-05-09 10:00'), at('2025-05-19 10:00'), created]);
  });
});

describe('completed activities by day, person and kind (M37)', () => {
  const counted = (...activities: Activity[]) => {
    const { activities: rows, labels } = madeFacts({
      deals: [madeDeal(1)],
      activities,
      contacts: [{ id: 601, title: '', assignedById: 11, createdTime: 0, updatedTime: 0 }],
    });
    return Array.from(rows.day, (day, at) => {
      return [isoDay(day), labels.managers[rows.manager[at] ?? -1]?.name, ACTIVITY_KINDS[rows.kind[at] ?? -1], rows.number[at]];
    });
  };

  test('calls, meetings and e-mails are dated by their start, tasks and to-dos by the deadline', () => {
    expect(
      counted(
        activity(1, { typeId: 2 }),
        activity(2, { typeId: 2 }),
        activity(3, { typeId: 1, responsibleId: 12 }),
        activity(4, { typeId: 4 }),
        activity(5, { typeId: 3, deadline: at('2025-05-07 10:00') }),
        activity(6, { typeId: 6, providerId: 'CRM_TASKS_TASK', deadline: at('2025-05-07 10:00') }),
        activity(7, { typeId: 6, providerId: 'CRM_TODO', deadline: at('2025-05-08 10:00') }),
      ),
    ).toEqual([
      ['2025-05-05', 'Anna', 'calls', 2],
      ['2025-05-05', 'Anna', 'emails', 1],
      ['2025-05-05', 'Boris', 'meetings', 1],
      ['2025-05-07', 'Anna', 'tasks', 2],
      ['2025-05-08', 'Anna', 'todos', 1],
    ]);
  });

  test('a deadline to come, or none, gives way to the last change', () => {
    const task = (id: number, deadline: number) => activity(id, { typeId: 3, deadline });
    expect(counted(task(1, at('2025-05-20 18:00')))).toEqual([['2025-05-20', 'Anna', 'tasks', 1]]);
    expect(counted(task(1, at('2025-05-25 10:00')), task(2, 0), task(3, Date.UTC(9999, 11, 31) / 1000))).toEqual([
      ['2025-05-06', 'Anna', 'tasks', 3],
    ]);
  });

  test('missed calls, planned ones, chats, strangers’ and later ones are none', () => {
    expect(
      counted(
        activity(1, { missedCall: true }),
        activity(2, { completed: false }),
        activity(3, { typeId: 6, providerId: 'IMOPENLINES_SESSION' }),
        activity(4, { ownerId: 99 }),
        activity(5, { ownerTypeId: 4, ownerId: 601 }),
        activity(6, { startTime: at('2025-05-20 18:01') }),
        activity(7, { startTime: 0 }),
      ),
    ).toEqual([]);
  });

  test('what belongs to a loaded contact counts; a fired person with nothing but calls is named', () => {
    expect(counted(activity(1, { ownerTypeId: 3, ownerId: 601, responsibleId: 13 }))).toEqual([['2025-05-05', 'Vera', 'calls', 1]]);
  });
});

describe('leads (M10)', () => {
  const rowsOf = (...leads: Lead[]) => {
    const { leads: rows } = madeFacts({ leads });
    return Array.from(rows.id, (id, at) => [id, rows.state[at], rows.closeDay[at] === NO_DAY ? null : isoDay(rows.closeDay[at] ?? 0)]);
  };

  test('end on the day of their last move, else of their change', () => {
    expect(
      rowsOf(
        lead(2, { semantic: 'F', movedTime: 0 }),
        lead(1, { semantic: 'S', movedTime: at('2025-05-03 23:59') }),
        lead(3, { semantic: 'P' }),
      ),
    ).toEqual([
      [1, WON, '2025-05-03'],
      [2, LOST, '2025-05-02'],
      [3, OPEN, null],
    ]);
  });

  test('do not exist before they are created, and are open before they end (R1)', () => {
    expect(rowsOf(lead(1, { createdTime: at('2025-05-20 18:01') }), lead(2, { semantic: 'S', movedTime: at('2025-05-20 18:01') }))).toEqual(
      [[2, OPEN, null]],
    );
  });
});

describe('repeat wins (M24)', () => {
  const repeats = (...deals: ReturnType<typeof madeDeal>[]) => {
    const stageHistory = deals.flatMap((deal) =>
      deal.recurring ? [] : madeHistory(deal.id, ['2025-04-01 10:00', 'NEW'], [new Date(deal.movedTime * 1000).toISOString(), 'WON']),
    );
    const facts = madeFacts({ deals, stageHistory });
    return [...facts.deals.id].filter((_, row) => facts.origins.repeat[row] === 1);
  };
  const win = (id: number, moved: string, fields = {}) => madeDeal(id, { ...won, movedTime: at(moved), ...fields });

  test('go by the closing moment, then by the id; each client for itself', () => {
    expect(repeats(win(1, '2025-05-09 10:00'), win(2, '2025-05-05 10:00'), win(3, '2025-05-02 10:00', { companyId: 502 }))).toEqual([1]);
    expect(repeats(win(1, '2025-05-05 10:00'), win(2, '2025-05-05 10:00'))).toEqual([2]);
  });

  test('the card’s flag speaks only of wins before the loaded ones', () => {
    expect(repeats(win(1, '2025-05-05 10:00', { returnCustomer: true }))).toEqual([1]);
    // Deal 1 has the smaller id and the later win: the flag of 2 comes from it, and 2 was first.
    expect(repeats(win(1, '2025-05-09 10:00'), win(2, '2025-05-05 10:00', { returnCustomer: true }))).toEqual([1]);
  });
});

test('losses keep the fail stage, the stage before and the configured reason; wins and open deals are none (M18)', () => {
  const facts = madeFacts(
    {
      deals: [madeDeal(1, { ...lost, custom: { ufCrmReason: ' Price ' } }), madeDeal(2, lost), madeDeal(3, won), madeDeal(4)],
      stageHistory: [
        ...madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-02 10:00', 'C5:NEW', 5], ['2025-05-05 10:00', 'LOSE']),
        ...madeHistory(2, ['2025-05-05 10:00', 'LOSE', 3]),
      ],
    },
    { settings: { lossReasonField: 'ufCrmReason' } },
  );
  expect(facts.losses).toEqual({
    count: 2,
    deal: Int32Array.from([0, 1]),
    failStage: ['LOSE', 'LOSE'],
    fromStage: ['C5:NEW', ''],
    reason: ['Price', ''],
  });
});

test('a reason out of a list is its text, several are all named, and a value the portal no longer lists stays what it is (M18)', () => {
  const reason = (id: number, ufCrmReason: string) => madeDeal(id, { ...lost, custom: { ufCrmReason } });
  const facts = madeFacts(
    { deals: [reason(1, '44'), reason(2, '44; 45'), reason(3, '46'), reason(4, '')] },
    { settings: { lossReasonField: 'ufCrmReason', lossReasons: { 44: 'Price', 45: 'Time' } } },
  );
  expect(facts.losses.reason).toEqual(['Price', 'Price; Time', '46', '']);
});

test('product rows of won deals only, ascending by deal; the flag tells which do not add up (M21, R17)', () => {
  const row = (id: number, ownerId: number, price: number) => ({ id, ownerId, productId: 0, productName: ' Tea ', price, quantity: 2 });
  const facts = madeFacts({
    deals: [madeDeal(1, won), madeDeal(2, won), madeDeal(3), madeDeal(4, { ...won, currencyId: 'EUR' })],
    productRows: [row(1, 2, 30), row(2, 1, 50), row(3, 3, 1), row(4, 99, 1), row(5, 4, 1)],
  });
  expect([[...facts.lines.deal], [...facts.lines.value], facts.lines.name]).toEqual([
    [0, 1, 3],
    [10000, 6000, Number.NaN],
    ['Tea', 'Tea', 'Tea'],
  ]);
  expect(facts.labels.flagCounts.PRODUCT_MISMATCH).toBe(1);
});

test('names of sources, fail stages and clients, and what the cards and the first rows say', () => {
  const status = (entityId: string, statusId: string, semantic: 'P' | 'S' | 'F', sort: number) => {
    return { id: sort, entityId, statusId, name: `${statusId}!`, sort, categoryId: 0, semantic };
  };
  const facts = madeFacts({
    deals: [
      madeDeal(1, { ...lost, closedate: '2025-05-09', movedTime: at('2025-05-06 10:00') }),
      madeDeal(2, { companyId: 0, contactId: 601, movedTime: 0 }),
    ],
    stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-02 10:00', 'WON'], ['2025-05-05 10:00', 'LOSE']),
    statuses: [
      status('SOURCE', 'WEB', 'P', 2),
      status('SOURCE', 'CALL', 'P', 1),
      status('DEAL_STAGE', 'NEW', 'P', 3),
      status('DEAL_STAGE', 'LOSE', 'F', 4),
    ],
    contacts: [{ id: 601, title: 'Ann', assignedById: 0, createdTime: 0, updatedTime: 0 }],
  });
  const { cards } = facts;
  expect([facts.directories, facts.clients]).toEqual([
    {
      sources: [
        { id: 'CALL', name: 'CALL!' },
        { id: 'WEB', name: 'WEB!' },
      ],
      failStages: [{ id: 'LOSE', name: 'LOSE!' }],
      currencies: ['RUB', 'USD'],
      lossReasonField: '',
    },
    { count: 2, client: Float64Array.from([-601, 501]), name: ['Ann', ''] },
  ]);
  const dates = (days: Int32Array) => [...days].map((day) => (day === NO_DAY ? null : isoDay(day)));
  expect([dates(cards.closedate), dates(cards.movedDay), dates(cards.firstDay), [...cards.success]]).toEqual([
    ['2025-05-09', null],
    ['2025-05-06', null],
    ['2025-05-01', null],
    [1, 0],
  ]);
});
