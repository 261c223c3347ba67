// The demo company: what a portal must look like, and every case that is planted in it. One file, because the company is made once for each language.
import { demoPortal, describePlanted } from '../../../local/demo-data/demo-portal';
import type { DealHistoryRecord, LeadHistoryRecord } from '../../../local/demo-data/portal-shape';
import type { Lang } from '../../../local/demo-data/words';
import type { PortalFile } from '../../../local/portal/portal-file';

const NOW = Date.parse('2025-11-24T14:20:00+03:00');
const NOW_TEXT = '2025-11-24T14:20:00+03:00';
const clock = (time: string): string => time.slice(11, 16);
const weekday = (time: string): number => new Date(`${time.slice(0, 10)}T00:00:00Z`).getUTCDay();
const isDealRow = (row: DealHistoryRecord | LeadHistoryRecord): row is DealHistoryRecord => 'STAGE_ID' in row;
const ascends = (values: readonly (number | string)[]): boolean =>
  values.every((value, at) => at === 0 || value >= (values[at - 1] ?? value));
const byOwner = <Row extends { OWNER_ID: number }>(rows: readonly Row[]): Map<number, Row[]> => {
  const map = new Map<number, Row[]>();
  for (const row of rows) {
    const list = map.get(row.OWNER_ID);
    if (list) list.push(row);
    else map.set(row.OWNER_ID, [row]);
  }
  return map;
};

test('The same seed, language and moment give the same portal, another seed another one', () => {
  const text = (seed?: number): string =>
    JSON.stringify(demoPortal({ lang: 'ru', now: NOW, scale: 0.1, ...(seed === undefined ? {} : { seed }) }));
  const [first, again, seven, eight] = [text(), text(), text(7), text(8)];
  // Compared outside the matcher: a failure must not print megabytes.
  expect({ again: again === first, other: seven === eight }).toEqual({ again: true, other: false });
});

test('The demo portal is a portal file', () => {
  const file: PortalFile = demoPortal({ lang: 'en', now: NOW, scale: 0.02 }).data;
  expect(file.portal).toEqual({
    name: 'Northgate Warehouse Systems',
    host: 'northgate-demo.bitrix24.com',
    timeZone: 'Europe/Moscow',
    plan: 'professional',
  });
});

describe.each<Lang>(['ru', 'en'])('The demo company (%s)', (lang) => {
  const { data, planted } = demoPortal({ lang, now: NOW });
  const dealRows = data.stageHistory.filter(isDealRow);
  const leadRows = data.stageHistory.filter((row): row is LeadHistoryRecord => !isDealRow(row));
  const rowsOfDeal = byOwner(dealRows);
  const rowsOfLead = byOwner(leadRows);
  const slips = new Set(planted.ids.misclicks);

  test('has about 6,000 deals, 9,000 leads and 1,500 companies over eighteen months', () => {
    const { counts } = planted;
    const within = (value: number, low: number, high: number): boolean => value >= low && value <= high;
    expect({
      deals: within(counts.deals, 5500, 6600),
      leads: within(counts.leads, 8800, 9200),
      companies: within(counts.companies, 1350, 1700),
      contacts: within(counts.contacts, 2000, 4500),
      activities: within(counts.activities, 20_000, 50_000),
      productRows: within(counts.productRows, 5000, 15_000),
      from: planted.from,
      now: planted.now,
    }).toEqual({
      deals: true,
      leads: true,
      companies: true,
      contacts: true,
      activities: true,
      productRows: true,
      from: '2024-06-01T00:00:00+03:00',
      now: NOW_TEXT,
    });
  });

  test('has fourteen managers in three departments under one root, one of them dismissed', () => {
    const managers = data.users.filter((user) => user.ID !== '1');
    expect(managers.length).toBe(14);
    expect(managers.filter((user) => !user.ACTIVE).map((user) => user.ID)).toEqual([String(planted.fired.managerId)]);
    expect(data.departments.map((department) => [department.ID, department.PARENT])).toEqual([
      ['1', undefined],
      ['3', '1'],
      ['4', '1'],
      ['5', '1'],
    ]);
    expect(new Set(managers.map((user) => user.UF_DEPARTMENT[0]))).toEqual(new Set([3, 4, 5]));
  });

  test('has two pipelines of six and five working stages and one base currency', () => {
    const stages = (entity: string): string[] =>
      data.statuses.filter((row) => row.ENTITY_ID === entity).map((row) => `${row.STATUS_ID} ${row.SEMANTICS ?? 'P'}`);
    expect(stages('DEAL_STAGE')).toEqual([
      'NEW P',
      'PREPARATION P',
      'UC_2QK7TD P',
      'UC_9V4MZE P',
      'PREPAYMENT_INVOICE P',
      'EXECUTING P',
      'WON S',
      'LOSE F',
      'APOLOGY F',
    ]);
    expect(stages('DEAL_STAGE_1')).toEqual([
      'C1:NEW P',
      'C1:PREPARATION P',
      'C1:UC_4H8RWA P',
      'C1:PREPAYMENT_INVOICE P',
      'C1:EXECUTING P',
      'C1:WON S',
      'C1:LOSE F',
      'C1:APOLOGY F',
    ]);
    expect(data.currencies.map((currency) => `${currency.CURRENCY} ${currency.BASE}`)).toEqual(
      lang === 'ru' ? ['RUB Y', 'USD N'] : ['USD Y', 'EUR N'],
    );
  });

  test('ids ascend from 1 without gaps, in the order of creation', () => {
    for (const list of [data.deals, data.leads, data.contacts, data.companies]) {
      expect(list.every((record, at) => record.id === at + 1)).toBe(true);
      expect(ascends(list.map((record) => record.createdTime))).toBe(true);
    }
    expect(data.stageHistory.every((row, at) => row.ID === at + 1)).toBe(true);
    expect(ascends(data.stageHistory.map((row) => row.CREATED_TIME))).toBe(true);
    expect(data.activities.every((activity, at) => activity.ID === String(at + 1))).toBe(true);
    expect(ascends(data.activities.map((activity) => activity.CREATED))).toBe(true);
    expect(data.productRows.every((row, at) => row.id === at + 1)).toBe(true);
  });

  test('nothing has happened after now', () => {
    const late = (...times: (string | null)[]): boolean => times.some((time) => time !== null && time > NOW_TEXT);
    expect(data.deals.filter((deal) => late(deal.createdTime, deal.movedTime, deal.updatedTime, deal.lastActivityTime))).toEqual([]);
    expect(data.leads.filter((lead) => late(lead.createdTime, lead.movedTime, lead.updatedTime, lead.dateClosed))).toEqual([]);
    expect(data.stageHistory.filter((row) => late(row.CREATED_TIME))).toEqual([]);
    expect(data.activities.filter((activity) => late(activity.CREATED, activity.LAST_UPDATED))).toEqual([]);
    expect(data.activities.filter((activity) => activity.COMPLETED === 'Y' && late(activity.START_TIME))).toEqual([]);
    expect([...data.companies, ...data.contacts].filter((client) => late(client.createdTime, client.updatedTime))).toEqual([]);
  });

  test('every time carries the portal offset and no number is broken', () => {
    const text = JSON.stringify(data);
    const times = text.match(/"\d{4}-\d\d-\d\dT[^"]*"/g) ?? [];
    expect(times.filter((time) => !/^"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+03:00"$/.test(time))).toEqual([]);
    expect(/undefined|NaN|null,"opportunity"|"opportunity":null|"price":null/.test(text)).toBe(false);
  });

  test('times of a deal are in order: created, moved, updated', () => {
    expect(
      data.deals.filter(
        (deal) => deal.createdTime > deal.movedTime || deal.movedTime > deal.updatedTime || deal.lastActivityTime > deal.updatedTime,
      ),
    ).toEqual([]);
    expect(data.leads.filter((lead) => lead.createdTime > lead.movedTime || lead.movedTime > lead.updatedTime)).toEqual([]);
  });

  test('the last history row is the current stage and its time is movedTime, except where planted', () => {
    const gaps = new Set([...planted.ids.noHistory, ...planted.ids.historyGap, ...planted.ids.recurring]);
    const differing = data.deals.filter((deal) => {
      const last = rowsOfDeal.get(deal.id)?.slice(-1)[0];
      return (
        !last ||
        last.STAGE_ID !== deal.stageId ||
        last.CATEGORY_ID !== deal.categoryId ||
        last.STAGE_SEMANTIC_ID !== deal.stageSemanticId ||
        last.CREATED_TIME !== deal.movedTime
      );
    });
    expect(differing.map((deal) => deal.id)).toEqual([...gaps].sort((a, b) => a - b));
    const leads = data.leads.filter((lead) => {
      const last = rowsOfLead.get(lead.id)?.slice(-1)[0];
      return (
        !last || last.STATUS_ID !== lead.stageId || last.CREATED_TIME !== lead.movedTime || last.STATUS_SEMANTIC_ID !== lead.stageSemanticId
      );
    });
    expect(leads).toEqual([]);
  });

  test('history types follow Bitrix24: 1 or 3 first, 5 on a change of pipeline, 3 into the end, 2 otherwise; never the same stage twice in a row', () => {
    const wrong: DealHistoryRecord[] = [];
    for (const [owner, rows] of rowsOfDeal) {
      if (rows[0]?.CREATED_TIME !== data.deals[owner - 1]?.createdTime && rows[0]) wrong.push(rows[0]);
      rows.forEach((row, at) => {
        const before = rows[at - 1];
        const type = before && before.CATEGORY_ID !== row.CATEGORY_ID ? 5 : row.STAGE_SEMANTIC_ID !== 'P' ? 3 : before ? 2 : 1;
        if (row.TYPE_ID !== type || before?.STAGE_ID === row.STAGE_ID) wrong.push(row);
      });
    }
    expect(wrong).toEqual([]);
  });

  test('links lead to records that exist: lead, company, contact, responsible, owner', () => {
    const users = new Set(data.users.map((user) => Number(user.ID)));
    expect(
      data.deals.filter((deal) => {
        const lead = deal.leadId === null ? undefined : data.leads[deal.leadId - 1];
        const company = deal.companyId === 0 || data.companies[deal.companyId - 1] !== undefined;
        const contact = deal.contactId === 0 || data.contacts[deal.contactId - 1]?.companyId === deal.companyId;
        const leadFits =
          deal.leadId === null ||
          (lead?.stageId === 'CONVERTED' && lead.movedTime === deal.createdTime && lead.companyId === deal.companyId);
        return !users.has(deal.assignedById) || !company || !contact || !leadFits;
      }),
    ).toEqual([]);
    const owners = { '1': data.leads.length, '2': data.deals.length };
    const strays = data.activities.filter(
      (activity) => Number(activity.OWNER_ID) > (activity.OWNER_TYPE_ID === '1' ? owners['1'] : owners['2']),
    );
    expect(strays).toEqual([]);
    expect(data.productRows.filter((row) => row.ownerId > data.deals.length)).toEqual([]);
  });

  test('people work in working hours: no stage of a deal changes on a Sunday or at night', () => {
    const odd = dealRows.filter(
      (row) => weekday(row.CREATED_TIME) === 0 || clock(row.CREATED_TIME) < '09:00' || clock(row.CREATED_TIME) > '19:45',
    );
    expect(odd).toEqual([]);
  });

  test('the fired manager has no deal created after leaving and the new one none before coming', () => {
    const { fired, hired } = planted;
    expect(data.deals.filter((deal) => deal.assignedById === fired.managerId && deal.createdTime.slice(0, 10) > fired.leftOn)).toEqual([]);
    const activityDays = data.activities
      .filter((activity) => activity.RESPONSIBLE_ID === String(hired.managerId))
      .map((activity) => activity.START_TIME.slice(0, 10));
    expect(activityDays.every((day) => day >= hired.hiredOn)).toBe(true);
    expect(data.deals.filter((deal) => deal.assignedById === hired.managerId).length).toBeGreaterThan(10);
  });

  test('isReturnCustomer is as Bitrix24 sets it: N for the first won deal by id, Y for every other deal of a client who has won, except clients from before the data', () => {
    const oldWins = new Set(planted.ids.returnBeforeData);
    const key = (deal: (typeof data.deals)[number]): string => (deal.companyId > 0 ? `c${deal.companyId}` : `p${deal.contactId}`);
    const first = new Map<string, number>();
    for (const deal of data.deals) {
      if (deal.isRecurring === 'Y' || deal.companyId + deal.contactId === 0 || deal.stageSemanticId !== 'S' || first.has(key(deal)))
        continue;
      first.set(key(deal), oldWins.has(deal.id) ? 0 : deal.id);
    }
    const wrong = data.deals.filter((deal) => {
      if (deal.companyId + deal.contactId === 0) return deal.isReturnCustomer !== 'N';
      const win = first.get(key(deal));
      // An old client who has not won again inside the data still carries Y.
      return win === undefined
        ? deal.isReturnCustomer === 'Y' && deal.companyId > 70
        : deal.isReturnCustomer !== (win === deal.id ? 'N' : 'Y');
    });
    expect(wrong.map((deal) => deal.id)).toEqual([]);
  });

  test('managers differ: the weak one passes his stage far less often than the others', () => {
    const { own, others } = planted.weak;
    const rate = (score: { advanced: number; lost: number }): number => score.advanced / (score.advanced + score.lost);
    expect(own.advanced + own.lost).toBeGreaterThan(150);
    expect(rate(others) - rate(own)).toBeGreaterThan(0.18);
  });

  test('lost deals name their reason from the list of the custom field', () => {
    const reasons = new Set(data.userFields[0]?.LIST.map((item) => Number(item.ID)));
    const lost = data.deals.filter((deal) => deal.stageSemanticId === 'F');
    const named = lost.filter((deal) => deal.ufCrm_1715000001 !== null);
    expect(named.every((deal) => reasons.has(deal.ufCrm_1715000001 ?? 0))).toBe(true);
    expect(named.length / lost.length).toBeGreaterThan(0.8);
    expect(data.deals.filter((deal) => deal.stageSemanticId !== 'F' && deal.ufCrm_1715000001 !== null)).toEqual([]);
  });

  test('a computed amount is the sum of its products', () => {
    const sums = new Map<number, number>();
    for (const row of data.productRows) sums.set(row.ownerId, (sums.get(row.ownerId) ?? 0) + Math.round(row.price * row.quantity * 100));
    const wrong = data.deals.filter((deal) => deal.isManualOpportunity === 'N' && Math.round(deal.opportunity * 100) !== sums.get(deal.id));
    expect(wrong).toEqual([]);
    const mismatched = data.deals.filter((deal) => sums.has(deal.id) && Math.round(deal.opportunity * 100) !== sums.get(deal.id));
    expect(mismatched.map((deal) => deal.id)).toEqual(planted.ids.productMismatch);
  });

  test('every kind of dirt is really there, id by id', () => {
    const deals = data.deals.filter((deal) => deal.isRecurring === 'N');
    const where = (fits: (deal: (typeof deals)[number]) => boolean): number[] => deals.filter(fits).map((deal) => deal.id);
    const rows = (id: number): DealHistoryRecord[] => rowsOfDeal.get(id) ?? [];
    const codes = new Set(data.statuses.filter((row) => row.ENTITY_ID.startsWith('DEAL_STAGE')).map((row) => row.STATUS_ID));
    const today = NOW_TEXT.slice(0, 10);
    const money = new Set(data.currencies.map((currency) => currency.CURRENCY));
    const { ids } = planted;
    expect({
      noSource: where((deal) => deal.sourceId === null),
      leadsWithoutSource: data.leads.filter((lead) => lead.sourceId === null).map((lead) => lead.id),
      noChannel: where((deal) => deal.sourceId === null && (deal.leadId === null || data.leads[deal.leadId - 1]?.sourceId === null)),
      noClient: where((deal) => deal.companyId === 0 && deal.contactId === 0),
      zeroAmountWon: where((deal) => deal.stageSemanticId === 'S' && deal.opportunity === 0),
      negativeAmount: where((deal) => deal.opportunity < 0),
      unknownCurrency: where((deal) => !money.has(deal.currencyId)),
      futureClose: where((deal) => deal.closed === 'Y' && deal.closedate.slice(0, 10) > today),
      createdClosed: where((deal) => rows(deal.id).length > 0 && rows(deal.id).every((row) => row.STAGE_SEMANTIC_ID !== 'P')),
      deletedStage: where((deal) => !codes.has(deal.stageId) || rows(deal.id).some((row) => !codes.has(row.STAGE_ID))),
      transferred: where((deal) => rows(deal.id).some((row) => row.TYPE_ID === 5)),
      noHistory: where((deal) => rows(deal.id).length === 0),
      recurring: data.deals.filter((deal) => deal.isRecurring === 'Y').map((deal) => deal.id),
      orphans: where((deal) => deal.closed === 'N' && deal.assignedById === planted.fired.managerId),
      overdue: where((deal) => deal.closed === 'N' && deal.closedate.slice(0, 10) < today),
      stale: where((deal) => deal.closed === 'N' && Date.parse(deal.lastActivityTime) < NOW - 14 * 86_400_000),
      misclicks: where((deal) =>
        rows(deal.id).some((row, at, all) => {
          const [before, after] = [all[at - 1], all[at + 1]];
          return (
            before && after && before.STAGE_ID === after.STAGE_ID && Date.parse(after.CREATED_TIME) - Date.parse(row.CREATED_TIME) < 60_000
          );
        }),
      ),
      reopened: where(
        (deal) =>
          !slips.has(deal.id) &&
          rows(deal.id).some((row, at, all) => row.STAGE_SEMANTIC_ID === 'P' && (all[at - 1]?.STAGE_SEMANTIC_ID ?? 'P') !== 'P'),
      ),
      testDeals: where((deal) => /\b(test)\b|тест/i.test(deal.title)),
      formulaTitles: where((deal) => /^[=+@]/.test(deal.title)),
      historyGap: where((deal) => rows(deal.id).length > 0 && rows(deal.id).slice(-1)[0]?.STAGE_ID !== deal.stageId),
      closeDateEdited: where((deal) => {
        if (deal.closed === 'N' || ids.createdClosed.includes(deal.id)) return false;
        const own = rows(deal.id);
        const known = own.length > 0 && own.slice(-1)[0]?.STAGE_ID === deal.stageId;
        const work = known ? own.map((row) => row.STAGE_SEMANTIC_ID).lastIndexOf('P') : -1;
        // The first of the closing rows; the current stage's movedTime where the history is missing (R5).
        const tail = own
          .slice(work + 1)
          .filter((row, at, all) => all.slice(at).every((later) => later.STAGE_SEMANTIC_ID === row.STAGE_SEMANTIC_ID));
        const closed = known ? tail[0]?.CREATED_TIME : deal.movedTime;
        return closed?.slice(0, 10) !== deal.closedate.slice(0, 10);
      }),
      productMismatch: ids.productMismatch,
      returnBeforeData: where(
        (deal) => ids.returnBeforeData.includes(deal.id) && deal.isReturnCustomer === 'Y' && deal.stageSemanticId === 'S',
      ),
    }).toEqual(ids);
    const rare = Object.entries(ids).filter(([, list]) => list.length < 2);
    expect(rare).toEqual([]);
    expect([...ids.orphans.slice(0, 5)].length).toBe(5);
    expect(data.statuses.some((row) => row.STATUS_ID === planted.deletedStage.stageId)).toBe(false);
  });

  test('the summary names every planted thing with its count', () => {
    const lines = describePlanted(planted, lang).split('\n');
    expect(lines.length).toBe(5 + Object.keys(planted.ids).length);
    expect(lines.some((line) => line.includes(planted.weak.managerName) && line.includes(planted.weak.stageName))).toBe(true);
    expect(/undefined|NaN/.test(lines.join())).toBe(false);
  });
});

test.each([
  ['a Sunday night', '2026-02-01T23:59:30+03:00'],
  ['the first minute of a year', '2026-01-01T00:00:10+03:00'],
  ['a leap day', '2028-02-29T09:01:00+03:00'],
])('Any moment can be the end of the data: %s', (_, iso) => {
  const now = Date.parse(iso);
  for (const seed of [1, 2, 3]) {
    const { data, planted } = demoPortal({ lang: 'ru', now, seed, scale: 0.15 });
    expect(data.stageHistory.filter((row) => Date.parse(row.CREATED_TIME) > now)).toEqual([]);
    expect(data.deals.filter((deal) => Date.parse(deal.updatedTime) > now || deal.movedTime > deal.updatedTime)).toEqual([]);
    expect(planted.ids.reopened.length).toBeGreaterThan(0);
    expect(Date.parse(planted.from)).toBeGreaterThan(now - 565 * 86_400_000);
    expect(Date.parse(planted.from)).toBeLessThan(now - 525 * 86_400_000);
  }
});
