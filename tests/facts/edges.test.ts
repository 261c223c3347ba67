// Histories and records that lack something, and the bounds of the read model: the first value inside and the first one outside.
import { type FactTables, FLAG, type FlagName, LOST, NO_DAY, OPEN, WON } from '../../src/facts/facts';
import { isoDay } from '../../src/period';
import type { Activity, Lead, StageChange } from '../../src/raw/records';
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';

const won = { stageId: 'WON', semantic: 'S' } as const;
const lost = { stageId: 'LOSE', semantic: 'F' } as const;
const date = (day: number | undefined) => (day === undefined || day === NO_DAY ? null : isoDay(day));
const flagsOf = (facts: FactTables, row = 0) =>
  (Object.keys(FLAG) as FlagName[]).filter((name) => ((facts.deals.flags[row] ?? 0) & FLAG[name]) !== 0);
/** A pipeline that no directory describes: it has no stages. */
const strange = { categoryId: 9, stageId: 'C9:NEW' } as const;

const activity = (id: number, fields: Partial<Activity>): Activity => ({
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
});

describe('a deal without history (R5)', () => {
  test('that stands on the first stage has stood there since its creation, whatever moved it', () => {
    const { stays } = madeFacts({ deals: [madeDeal(1, { movedTime: at('2025-05-10 10:00') })] });
    expect([stays.count, stays.openSince[0]]).toEqual([1, at('2025-05-01 10:00')]);
  });

  test('in a pipeline without stages has only its last move, and no stage is reached', () => {
    const facts = madeFacts({ deals: [madeDeal(1, { ...strange, movedTime: at('2025-05-10 10:00') })] });
    expect([facts.stays.stage[0], facts.stays.openSince[0]]).toEqual([-1, at('2025-05-10 10:00')]);
    expect([date(facts.journeys.entryDay[0]), facts.journeys.maxIdx[0], facts.journeys.reachDay.length]).toEqual(['2025-05-10', 1, 0]);
  });

  test('is not one that was entered closed, even when all that is known is its end', () => {
    const facts = madeFacts({ deals: [madeDeal(1, { ...strange, semantic: 'S', movedTime: at('2025-05-10 10:00') })] });
    expect([flagsOf(facts).includes('CREATED_CLOSED'), date(facts.deals.closeDay[0]), facts.journeys.maxIdx[0]]).toEqual([
      false,
      '2025-05-10',
      1,
    ]);
  });
});

describe('the closing of a deal (R6)', () => {
  test('is its last row when that was not final when it was written', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { stageId: 'DONE', semantic: 'S' })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-02 10:00', 'WON'], ['2025-05-05 10:00', 'DONE:P']),
    });
    expect(date(facts.deals.closeDay[0])).toBe('2025-05-05');
  });

  test('of a deal entered closed without a closing date is the day it was entered', () => {
    const facts = madeFacts({ deals: [madeDeal(1, won)], stageHistory: madeHistory(1, ['2025-05-10 10:00', 'WON', 3]) });
    expect([date(facts.deals.closeDay[0]), flagsOf(facts)]).toEqual(['2025-05-10', ['CREATED_CLOSED']]);
  });

  test('on a junk stage is junk only for a loss', () => {
    const facts = madeFacts(
      { deals: [madeDeal(1, { stageId: 'SPAM', semantic: 'F' }), madeDeal(2, lost), madeDeal(3, won)] },
      { settings: { junkStages: ['SPAM', 'WON'] } },
    );
    expect([0, 1, 2].map((row) => flagsOf(facts, row).includes('JUNK'))).toEqual([true, false, false]);
  });

  test('is no reopening, nor is a beginning on a final stage followed by another', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, lost), madeDeal(2, { ...lost, stageId: 'APOLOGY' }), madeDeal(3)],
      stageHistory: [
        ...madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-02 10:00', 'LOSE']),
        ...madeHistory(2, ['2025-05-01 10:00', 'LOSE'], ['2025-05-02 10:00', 'APOLOGY']),
        ...madeHistory(3, ['2025-05-01 10:00', 'LOSE'], ['2025-05-02 10:00', 'NEW']),
      ],
    });
    expect([0, 1, 2].map((row) => flagsOf(facts, row).includes('REOPENED'))).toEqual([false, false, true]);
  });
});

describe('the cycle (M08, R15)', () => {
  const cycleOf = (fields: { activities?: Activity[]; leads?: Lead[]; leadId?: number; moments?: readonly [string, string] }) => {
    const [created, closed] = fields.moments ?? ['2025-05-01 10:00', '2025-05-11 10:00'];
    const facts = madeFacts({
      deals: [madeDeal(1, { ...won, leadId: fields.leadId ?? 0, createdTime: at(created) })],
      stageHistory: madeHistory(1, [created, 'NEW'], [closed, 'WON']),
      activities: fields.activities ?? [],
      leads: fields.leads ?? [],
    });
    return [(facts.cycles.cycle[0] ?? 0) / 86400, flagsOf(facts)];
  };

  test('of a win at the very moment of creation is 0, which is not negative', () => {
    expect(cycleOf({ moments: ['2025-05-01 10:00', '2025-05-01 10:00'] })).toEqual([0, []]);
  });

  test('begins with the earliest of several contacts, whatever their order; moments that nobody wrote are none', () => {
    const call = (id: number, moment: string) => activity(id, { startTime: at(moment) });
    expect(cycleOf({ activities: [call(1, '2025-04-29 10:00'), call(2, '2025-04-28 10:00'), call(3, '2025-04-30 10:00')] })).toEqual([
      13,
      [],
    ]);
    const lead = { id: 5, createdTime: 0, sourceId: 'CALL' } as Lead;
    expect(cycleOf({ leads: [lead], leadId: 5, activities: [activity(1, { startTime: 0 })] })).toEqual([10, []]);
  });

  test('of what is not won is none', () => {
    const facts = madeFacts({ deals: [madeDeal(1, lost), madeDeal(2)] });
    expect([...facts.cycles.cycle]).toEqual([Number.NaN, Number.NaN]);
    expect([...facts.cycles.closeTime]).toEqual([at('2025-05-01 10:00'), Number.NaN]);
  });
});

describe('hidden transfers (R5)', () => {
  const hidden = (...types: number[]) => {
    const rows: StageChange[] = types.flatMap((typeId, index) => madeHistory(index + 1, ['2025-05-01 10:00', 'NEW', typeId]));
    return madeFacts({ deals: types.map((_, index) => madeDeal(index + 1)), stageHistory: rows }).labels.transfersHidden;
  };

  test('are suspected when a history begins with neither a creation nor a closed entry', () => {
    expect([hidden(), hidden(1), hidden(3), hidden(2), hidden(1, 2)]).toEqual([false, false, false, true, true]);
  });

  test('are not suspected for deals without any history', () => {
    expect(madeFacts({ deals: [madeDeal(1)] }).labels.transfersHidden).toBe(false);
  });
});

describe('money (R8)', () => {
  test('a currency quoted by 0 is taken as quoted by 1; without a base currency nothing has a rate of its own', () => {
    const amounts = (currencies: NonNullable<Parameters<typeof madeFacts>[0]['currencies']>, currencyId: string) =>
      madeFacts({ deals: [madeDeal(1, { currencyId, opportunity: 10 })], currencies }).deals.amount[0];
    expect([
      amounts([{ code: 'USD', amount: 90, count: 0, base: false }], 'USD'),
      amounts([{ code: 'USD', amount: 90, count: 1, base: false }], ''),
      amounts([{ code: 'RUB', amount: 5, count: 1, base: true }], 'RUB'),
    ]).toEqual([90000, Number.NaN, 1000]);
    expect(madeFacts({ currencies: [] }).labels.baseCurrency).toBe('');
  });

  test('an amount of 0 is told of a win only, a negative one from the first kopeck on', () => {
    const facts = madeFacts({
      deals: [
        madeDeal(1, { ...won, opportunity: 0 }),
        madeDeal(2, { ...lost, opportunity: 0 }),
        madeDeal(3, { opportunity: 0 }),
        madeDeal(4, { ...won, opportunity: -0.01 }),
      ],
    });
    const money: readonly FlagName[] = ['ZERO_AMOUNT_WON', 'NEGATIVE_AMOUNT', 'UNKNOWN_CURRENCY'];
    expect([0, 1, 2, 3].map((row) => flagsOf(facts, row).filter((flag) => money.includes(flag)))).toEqual([
      ['ZERO_AMOUNT_WON'],
      [],
      [],
      ['NEGATIVE_AMOUNT'],
    ]);
  });
});

describe('side tables', () => {
  test('of two steps of one deadline the smaller id is next, in whatever order they come', () => {
    const step = (id: number, ownerId = 1) => activity(id, { completed: false, deadline: at('2025-05-25 10:00'), ownerId });
    const { steps } = madeFacts({ deals: [madeDeal(1), madeDeal(2)], activities: [step(4), step(3), step(5), step(6, 2)] });
    expect(steps.subject).toEqual(['Step 3', 'Step 6']);
  });

  test('a lead that nobody moved or changed ended when it was created', () => {
    const lead = { id: 1, semantic: 'F', assignedById: 12, createdTime: at('2025-05-02 10:00'), movedTime: 0, updatedTime: 0 } as Lead;
    const facts = madeFacts({ leads: [{ ...lead, sourceId: 'CALL' }] });
    expect(facts.leads).toEqual({
      count: 1,
      id: Float64Array.from([1]),
      manager: Int32Array.from([facts.labels.managers.findIndex(({ id }) => id === 12)]),
      state: Int32Array.from([LOST]),
      createdDay: facts.leads.closeDay,
      closeDay: facts.leads.createdDay,
      channel: ['CALL'],
    });
    expect(date(facts.leads.closeDay[0])).toBe('2025-05-02');
  });

  test('a deal of nobody has client 0 and no name; a company goes before a contact', () => {
    const facts = madeFacts({
      deals: [
        madeDeal(1, { companyId: 0, contactId: 0 }),
        madeDeal(2, { companyId: 0, contactId: 601 }),
        madeDeal(3, { companyId: 502, contactId: 601 }),
      ],
      companies: [{ id: 502, title: 'Ltd', assignedById: 0, createdTime: 0, updatedTime: 0 }],
    });
    expect(facts.origins.client).toEqual(Float64Array.from([0, -601, 502]));
    expect(facts.clients).toEqual({ count: 2, client: Float64Array.from([-601, 502]), name: ['', 'Ltd'] });
  });

  test('the source of the deal goes before that of its lead', () => {
    const leads = [{ id: 5, createdTime: at('2025-05-01 09:00'), sourceId: 'CALL' } as Lead];
    const facts = madeFacts({
      leads,
      deals: [madeDeal(1, { leadId: 5 }), madeDeal(2, { leadId: 5, sourceId: '' }), madeDeal(3, { leadId: 6, sourceId: '' })],
    });
    expect(facts.origins.channel).toEqual(['WEB', 'CALL', '']);
  });

  test('marks of advertising are those of the card', () => {
    const marks = { utmSource: 'ya', utmMedium: 'cpc', utmCampaign: 'may' };
    expect(madeFacts({ deals: [madeDeal(1, marks), madeDeal(2)] }).utm).toEqual({
      utmSource: ['ya', ''],
      utmMedium: ['cpc', ''],
      utmCampaign: ['may', ''],
    });
  });

  test('a reason is read only from the field that is configured', () => {
    const deals = [madeDeal(1, { ...lost, custom: { ufCrmReason: 'Price' } })];
    const reason = (lossReasonField: string) => madeFacts({ deals }, { settings: { lossReasonField } }).losses.reason;
    expect([reason(''), reason('ufCrmOther'), reason('ufCrmReason')]).toEqual([[''], [''], ['Price']]);
  });

  test('activities of a lead, a company or a person of nobody are counted where they belong', () => {
    const facts = madeFacts({
      leads: [{ id: 5, createdTime: at('2025-05-01 09:00'), semantic: 'P', assignedById: 11, sourceId: '' } as Lead],
      companies: [{ id: 501, title: '', assignedById: 0, createdTime: 0, updatedTime: 0 }],
      activities: [
        activity(1, { ownerTypeId: 1, ownerId: 5, startTime: at('2025-05-20 18:00') }),
        activity(2, { ownerTypeId: 4, ownerId: 501, responsibleId: 777 }),
        activity(3, { ownerTypeId: 5, ownerId: 501 }),
        activity(4, { ownerTypeId: 1, ownerId: 6 }),
        activity(5, { ownerTypeId: 4, ownerId: 501, responsibleId: 12 }),
      ],
    });
    expect(
      Array.from(facts.activities.day, (day, row) => [date(day), facts.activities.manager[row], facts.activities.number[row]]),
    ).toEqual([
      ['2025-05-05', 0, 1],
      ['2025-05-05', 2, 1],
      ['2025-05-20', 1, 1],
    ]);
  });

  test('a win entered closed stands at the beginning of its day among the wins of its client (M24)', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, won), madeDeal(2, won), madeDeal(3, { ...won, companyId: 0, returnCustomer: true })],
      stageHistory: [
        ...madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-10 09:00', 'WON']),
        ...madeHistory(2, ['2025-05-10 12:00', 'WON', 3]),
        ...madeHistory(3, ['2025-05-01 10:00', 'NEW'], ['2025-05-10 09:00', 'WON']),
      ],
    });
    expect([...facts.origins.repeat]).toEqual([1, 0, 0]);
  });

  test('the states of deals are those of their cards', () => {
    expect([...madeFacts({ deals: [madeDeal(1), madeDeal(2, won), madeDeal(3, lost)] }).deals.state]).toEqual([OPEN, WON, LOST]);
  });
});
