// What is accepted as the data of a portal, and what is said of anything else.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPortalChange, readPortalFile } from '../../../local/portal/portal-file';
import { ids, portalOf } from './harness';

const golden: unknown = JSON.parse(readFileSync(resolve(__dirname, '../../golden/kpi-example/kpi-example.json'), 'utf8'));

test('a golden case is accepted as a portal file as it stands', () => {
  const { ask, portal } = portalOf(readPortalFile(golden));
  const answer = ask('crm.item.list', { entityTypeId: 2, select: ['id'] });
  expect([portal.webhookPath, ids(answer).length, answer.body['total']]).toEqual(['/rest/11/demo0secret0code/', 17, 17]);
  expect([
    ask('crm.stagehistory.list', { entityTypeId: 2 }).body['total'],
    ask('crm.item.list', { entityTypeId: 1 }).body['total'],
    ask('crm.activity.list').body['total'],
    ask('crm.item.productrow.list', { filter: { '=ownerType': 'D', '=ownerId': 101 } }).body['total'],
    ask('crm.status.list').body['total'],
  ]).toEqual([48, 5, 9, 2, 10]);
});

test('unknown keys are ignored, in the file and in records', () => {
  const { ask } = portalOf(readPortalFile({ plans: 1, deals: [{ id: 1, colour: 'red' }] }));
  expect(ask('crm.item.list', { entityTypeId: 2 }).result).not.toHaveProperty('items.0.colour');
});

test.each([
  [[], 'The portal file must be one JSON object.'],
  [{ deals: {} }, 'The portal file\'s "deals" must be a list of records.'],
  [{ deals: [{ id: 1 }, 5] }, 'The portal file\'s "deals" must be a list of records: entry 2 is not an object.'],
  [{ deals: [{ id: 1 }, { ID: 2 }] }, 'The portal file\'s "deals": entry 2 has no whole number in "id".'],
  [
    { portal: { timeZone: 'Moon/Sea' } },
    'The portal file\'s "portal.timeZone" is "Moon/Sea", which is no time zone; write one such as "Europe/Moscow".',
  ],
])('%j is refused with a sentence', (json, sentence) => {
  expect(() => portalOf(readPortalFile(json))).toThrow(sentence);
});

describe('a change', () => {
  const start = {
    statuses: [
      { ENTITY_ID: 'DEAL_STAGE', STATUS_ID: 'NEW', SORT: '10' },
      { ENTITY_ID: 'DEAL_STAGE', STATUS_ID: 'WON', SORT: '20', SEMANTICS: 'S' },
    ],
    deals: [7, 8].map((id) => ({ id, title: 'old', stageId: 'NEW', createdTime: '2025-05-01T10:00:00+03:00', companyId: 4 })),
    stageHistory: [7, 8].map((id) => ({ ID: id, OWNER_ID: id, TYPE_ID: 1, STAGE_ID: 'NEW' })),
    productRows: [
      { id: 1, ownerId: 7, ownerType: 'D', price: 1 },
      { id: 2, ownerId: 7, ownerType: 'L', price: 1 },
    ],
  };
  const fields = ['id', 'title', 'stageId', 'stageSemanticId', 'closed', 'isNew', 'updatedTime', 'movedTime', 'companyId'];

  test('keeps what it does not name and stamps the portal now on updatedTime; a new stage takes its meaning along, not its history', () => {
    const { ask, portal } = portalOf(start);
    portal.mutate({
      deals: [
        { id: 7, stageId: 'WON' },
        { id: 8, title: 'x', updatedTime: '2025-05-02T10:00:00+03:00' },
        { id: 5, title: 'new' },
      ],
    });
    expect(ask('crm.item.list', { entityTypeId: 2, select: fields }).result).toEqual({
      items: [
        {
          id: 5,
          title: 'new',
          stageId: 'NEW',
          stageSemanticId: 'P',
          closed: 'N',
          isNew: 'Y',
          updatedTime: '2025-05-20T12:00:00+03:00',
          movedTime: '2025-05-20T12:00:00+03:00',
          companyId: 0,
        },
        {
          id: 7,
          title: 'old',
          stageId: 'WON',
          stageSemanticId: 'S',
          closed: 'Y',
          isNew: 'N',
          updatedTime: '2025-05-20T12:00:00+03:00',
          movedTime: '2025-05-20T12:00:00+03:00',
          companyId: 4,
        },
        {
          id: 8,
          title: 'x',
          stageId: 'NEW',
          stageSemanticId: 'P',
          closed: 'N',
          isNew: 'Y',
          updatedTime: '2025-05-02T10:00:00+03:00',
          movedTime: '2025-05-01T10:00:00+03:00',
          companyId: 4,
        },
      ],
    });
    expect(ask('crm.stagehistory.list', { entityTypeId: 2 }).body['total']).toBe(2);
  });

  test('that deletes a deal deletes its history and product rows, and nobody else’s', () => {
    const { ask, portal } = portalOf(start);
    portal.mutate({ delete: { deals: ['7'] } });
    expect([ids(ask('crm.item.list', { entityTypeId: 2 })), ids(ask('crm.stagehistory.list', { entityTypeId: 2 }))]).toEqual([[8], [8]]);
    expect(ids(ask('crm.item.productrow.list', { filter: { '=ownerType': 'D', '=ownerId': 7 } }))).toEqual([]);
    expect(ids(ask('crm.item.productrow.list', { filter: { '=ownerType': 'L', '=ownerId': 7 } }))).toEqual([2]);
  });

  test('comes over HTTP, moves the clock first, and answers the counters', () => {
    const { ask, send } = portalOf(start);
    const body = JSON.stringify({ now: '2025-06-01T09:00:00+03:00', deals: [{ id: 7, title: 'y' }], delete: { deals: [8], statuses: [] } });
    expect(JSON.parse(send({ method: 'POST', path: '/_mutate', body }).body)).toMatchObject({
      requests: 0,
      now: '2025-06-01T09:00:00+03:00',
    });
    expect(ask('crm.item.list', { entityTypeId: 2, select: ['title', 'updatedTime'] }).result).toEqual({
      items: [{ title: 'y', updatedTime: '2025-06-01T09:00:00+03:00' }],
    });
    expect(JSON.parse(send({ path: '/_stats' }).body)).toEqual({
      requests: 1,
      commands: 1,
      rows: 1,
      rejected: 0,
      counts: 1,
      byMethod: { 'crm.item.list': 1 },
      now: '2025-06-01T09:00:00+03:00',
    });
  });

  test('that is wrong changes nothing and says why', () => {
    const { ask, send } = portalOf(start);
    const answer = send({
      method: 'POST',
      path: '/_mutate',
      body: JSON.stringify({ deals: [{ id: 7, title: 'y' }], leads: [{ title: 'no id' }] }),
    });
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      400,
      { error: 'The portal file\'s "leads": entry 1 has no whole number in "id".' },
    ]);
    expect(ask('crm.item.list', { entityTypeId: 2, select: ['title'], filter: { id: 7 } }).result).toEqual({ items: [{ title: 'old' }] });
    expect(() => readPortalChange({ delete: { nothing: [1] } })).toThrow('"delete" names "nothing", which is not a list of a portal file.');
    for (const now of ['soon', '+275760-09-13T00:00:00Z', 5])
      expect(() => readPortalChange({ now })).toThrow('"now" must be an ISO time such as');
  });
});
