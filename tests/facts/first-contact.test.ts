// When a cycle begins (R15), on deals written by hand: what the worked example does not exercise.
import type { Activity, Lead } from '../../src/raw/records';
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';
import { flagsOf } from './shown-facts';

describe('first contact (R15)', () => {
  const activity = (fields: Partial<Activity>): Activity => ({
    id: 1,
    ownerTypeId: 2,
    ownerId: 1,
    typeId: 2,
    providerId: '',
    direction: 1,
    completed: true,
    missedCall: false,
    responsibleId: 11,
    createdTime: 0,
    updatedTime: 0,
    startTime: at('2025-04-30 10:00'),
    deadline: 0,
    subject: '',
    ...fields,
  });
  const lead = { id: 5, createdTime: at('2025-04-28 10:00'), sourceId: 'CALL' } as Lead;
  const cycleDays = (fields: { activities?: Activity[]; leads?: Lead[]; leadId?: number }) =>
    (madeFacts({
      deals: [madeDeal(1, { stageId: 'WON', semantic: 'S', leadId: fields.leadId ?? 0 })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-11 10:00', 'WON']),
      activities: fields.activities ?? [],
      leads: fields.leads ?? [],
    }).cycles.cycle[0] ?? 0) / 86400;

  test.each([
    ['the deal itself when nothing is earlier', {}, 10],
    ['a completed call', { activities: [activity({})] }, 11],
    ['a missed call', { activities: [activity({ missedCall: true })] }, 11],
    ['an open channel chat', { activities: [activity({ typeId: 6, providerId: 'IMOPENLINES_SESSION' })] }, 11],
    ['not a planned meeting', { activities: [activity({ typeId: 1, completed: false })] }, 10],
    ['not a task', { activities: [activity({ typeId: 3 })] }, 10],
    ['not an activity of the client card', { activities: [activity({ ownerTypeId: 4, ownerId: 501 })] }, 10],
    ['the lead', { leads: [lead], leadId: 5 }, 13],
    [
      'a call of the lead',
      { leads: [lead], leadId: 5, activities: [activity({ ownerTypeId: 1, ownerId: 5, startTime: at('2025-04-26 10:00') })] },
      15,
    ],
    ['not the lead of another deal', { leads: [lead] }, 10],
  ])('is %s', (_, fields, days) => {
    expect(cycleDays(fields)).toBe(days);
  });

  test('a closing before the first contact is a cycle of 0 with a flag', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { stageId: 'WON', semantic: 'S', createdTime: at('2025-05-05 10:00') })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-04 10:00', 'WON']),
    });
    expect([facts.cycles.cycle[0], flagsOf(facts)]).toEqual([0, ['NEGATIVE_CYCLE']]);
  });
});
