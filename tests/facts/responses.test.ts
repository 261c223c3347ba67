// How long leads and deals waited for the first contact: what is a request, what is an answer, and whose.

import { FROM_LEAD } from '../../src/facts/side-tables';
import { isoDay } from '../../src/period';
import type { Activity, Lead } from '../../src/raw/records';
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';

const LEAD = 1;
const DEAL = 2;

function activity(ownerTypeId: number, ownerId: number, start: string, fields: Partial<Activity> = {}): Activity {
  const time = at(start);
  return {
    id: 1,
    ownerTypeId,
    ownerId,
    typeId: 2,
    providerId: '',
    direction: 2,
    completed: true,
    missedCall: false,
    responsibleId: 11,
    createdTime: time,
    updatedTime: time,
    startTime: time,
    deadline: time,
    subject: '',
    ...fields,
  };
}

function lead(id: number, fields: Partial<Lead> = {}): Lead {
  return { ...madeDeal(id), createdTime: at('2025-05-05 10:00'), ...fields };
}

const deal = (id: number, fields = {}) => madeDeal(id, { createdTime: at('2025-05-05 10:00'), ...fields });

/** Hours waited; null = no contact yet. */
const waits = (records: Parameters<typeof madeFacts>[0]) =>
  Array.from(madeFacts(records).responses.waited, (seconds) => (Number.isNaN(seconds) ? null : seconds / 3600));

test('leads first, then deals made without one, each with its person, day and pipeline', () => {
  const { responses, labels } = madeFacts({
    leads: [lead(8, { assignedById: 12 }), lead(7)],
    deals: [
      deal(1, { leadId: 7 }),
      deal(2, { categoryId: 5, stageId: 'C5:NEW', createdTime: at('2025-05-06 23:59') }),
      deal(3, { leadId: 99 }),
    ],
    stageHistory: [],
  });
  expect(
    Array.from(responses.manager, (manager, row) => [
      labels.managers[manager]?.name,
      isoDay(responses.createdDay[row] ?? 0),
      responses.pipeline[row],
    ]),
  ).toEqual([
    ['Anna', '2025-05-05', FROM_LEAD],
    ['Boris', '2025-05-05', FROM_LEAD],
    ['Anna', '2025-05-06', 1],
    // The lead of deal 3 is not loaded, so the deal speaks for itself.
    ['Anna', '2025-05-05', 0],
  ]);
  expect([responses.count, responses.createdTime[0]]).toEqual([4, at('2025-05-05 10:00')]);
});

test('templates, deals entered already closed, and what is created after asOf wait for nobody', () => {
  const closed = { stageId: 'WON', semantic: 'S' } as const;
  const { responses } = madeFacts({
    leads: [lead(7, { createdTime: at('2025-05-20 18:01') })],
    deals: [deal(1, { recurring: true }), deal(2, closed)],
    stageHistory: madeHistory(2, ['2025-05-05 10:00', 'WON', 3]),
  });
  expect(responses.count).toBe(0);
});

test('the answer is the earliest contact with the lead or with the deal made of it', () => {
  const records = { leads: [lead(7)], deals: [deal(1, { leadId: 7 })] };
  const withLead = activity(LEAD, 7, '2025-05-05 13:00');
  const withDeal = activity(DEAL, 1, '2025-05-05 12:00');
  expect([
    waits({ ...records, activities: [withLead] }),
    waits({ ...records, activities: [withLead, withDeal] }),
    waits({ ...records, activities: [activity(DEAL, 2, '2025-05-05 11:00'), activity(LEAD, 8, '2025-05-05 11:00')] }),
    waits({ ...records, activities: [activity(3, 7, '2025-05-05 11:00')] }),
  ]).toEqual([[3], [2], [null], [null]]);
});

test('a contact before the creation is an answer without waiting', () => {
  expect(waits({ deals: [deal(1)], activities: [activity(DEAL, 1, '2025-05-05 13:00'), activity(DEAL, 1, '2025-05-04 10:00')] })).toEqual([
    0,
  ]);
});

test.each([
  ['a call', {}, 1],
  ['an incoming call that was taken', { direction: 1 }, 1],
  ['a missed call', { direction: 1, missedCall: true }, null],
  ['a meeting', { typeId: 1 }, 1],
  ['a letter of ours', { typeId: 4 }, 1],
  ['a letter of the client', { typeId: 4, direction: 1 }, null],
  ['a chat', { typeId: 6, providerId: 'IMOPENLINES_SESSION', direction: 1 }, 1],
  ['a task', { typeId: 3 }, null],
  ['a to-do', { typeId: 6, providerId: 'CRM_TODO' }, null],
  ['a planned call', { completed: false }, null],
  ['a call without a time', { startTime: 0 }, null],
  ['a call after asOf', { startTime: at('2025-05-20 18:01') }, null],
])('%s answers after %p hours', (_, fields, hours) => {
  expect(waits({ deals: [deal(1)], activities: [activity(DEAL, 1, '2025-05-05 11:00', fields)] })).toEqual([hours]);
});
