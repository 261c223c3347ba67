// Whatever the portal or the network does, a load ends complete and equal, or with a sentence a person can act on. Never a third thing.
import { demoPortal } from '../../local/demo-data/demo-portal';
import type { FaultRule, PortalFile } from '../../local/portal/portal';
import type { Records } from '../../src/raw/records';
import { type DeskOptions, desk, load, NOW } from './drive';
import { dense, portalOfDeals } from './many-deals';

const demo = demoPortal({ lang: 'en', now: NOW, scale: 0.02 }).data as unknown as PortalFile;
let undisturbed: Records;

beforeAll(() => {
  undisturbed = load(desk(demo), { mode: 'full' }).records;
});

const passing: [string, FaultRule[], DeskOptions?][] = [
  ['503 on every third request', [{ match: { method: 'batch', every: 3 }, fault: 'query-limit' }]],
  ['a storm of six 503 in a row', [{ match: { method: 'batch', after: 1 }, fault: 'query-limit', times: 6 }]],
  ['HTML instead of JSON now and then', [{ match: { method: 'batch', every: 2 }, fault: 'html-502', times: 5 }]],
  ['HTML instead of the first answer', [{ match: { method: 'batch', nth: 1 }, fault: 'html-503' }]],
  ['answers cut in the middle', [{ match: { method: 'batch', every: 3 }, fault: 'cut-body', times: 4 }]],
  ['time-outs that lose the whole wave', [{ match: { method: 'batch', every: 4 }, fault: 'timeout', times: 3 }]],
  ['errors of single commands', [{ match: { method: 'crm.item.list', every: 7 }, fault: 'server-error', times: 6 }]],
  ['a clock of the portal that fails once', [{ match: { method: 'server.time', nth: 1 }, fault: 'server-error' }]],
  ['a method out of operating time', [{ match: { method: 'crm.stagehistory.list', nth: 5 }, fault: 'operation-limit', times: 3 }]],
  ['product rows refused now and then', [{ match: { method: 'crm.item.productrow.list', every: 9 }, fault: 'server-error', times: 5 }]],
  ['a bucket of five requests', [], { burst: 5 }],
  [
    'a caller whose clock is ten minutes ahead',
    [{ match: { method: 'crm.activity.list', nth: 3 }, fault: 'operation-limit' }],
    { skew: 600 },
  ],
];

describe('a load through faults that pass', () => {
  it.each(passing)('brings the same records: %s', (_title, faults, options = {}) => {
    const loaded = load(desk(demo, { ...options, faults }), { mode: 'full' });
    expect(loaded.records).toEqual(undisturbed);
  });
});

const lasting: [string, FaultRule[], object][] = [
  ['a webhook revoked on the way', [{ match: { method: 'batch', after: 2 }, fault: 'auth' }], { kind: 'settings', key: 'webhookRejected' }],
  [
    'a portal that moved',
    [{ match: { method: 'batch', after: 1 }, fault: 'redirect' }],
    { kind: 'settings', key: 'portalMoved', params: { host: 'renamed.bitrix24.test' } },
  ],
  ['503 without end', [{ match: { method: 'batch', after: 3 }, fault: 'query-limit' }], { kind: 'portal', key: 'portalBusy' }],
  ['HTML without end', [{ match: { method: 'batch', after: 3 }, fault: 'html-502' }], { kind: 'portal', key: 'portalUnavailable' }],
  ['time-outs without end', [{ match: { method: 'batch' }, fault: 'timeout' }], { kind: 'portal', key: 'portalUnreachable' }],
  [
    'one list that always fails',
    [{ match: { method: 'crm.activity.list' }, fault: 'server-error' }],
    { kind: 'portal', key: 'portalUnavailable' },
  ],
];

describe('a load through faults that last', () => {
  it.each(lasting)('ends with a sentence: %s', (_title, faults, error) => {
    expect(() => load(desk(demo, { faults }), { mode: 'full' })).toThrow(expect.objectContaining(error));
  });

  it('names the scope that is missing', () => {
    const data = { ...portalOfDeals([1]), portal: { scopes: ['user_brief', 'department'] } };
    expect(() => load(desk(data), { mode: 'full' })).toThrow(
      expect.objectContaining({ key: 'missingScope', params: { scope: 'crm', what: 'categories' } }),
    );
  });

  it('does without departments when their scope is missing', () => {
    const data = { ...portalOfDeals([1]), portal: { scopes: ['crm', 'user_brief'] } };
    const { records } = load(desk(data), { mode: 'full' });
    expect([records.deals.length, records.departments]).toEqual([1, []]);
  });

  it('refuses a record whose field has changed its type, naming record and field', () => {
    const at = desk(portalOfDeals(dense(3)));
    const send = at.send;
    const broken = {
      ...at,
      send: (requests: Parameters<typeof send>[0]) =>
        send(requests).map((one) => ('body' in one ? { ...one, body: one.body.replace('"title":"d2"', '"title":{"a":1}') } : one)),
    };
    expect(() => load(broken, { mode: 'full' })).toThrow(
      expect.objectContaining({ kind: 'data', key: 'unreadableRecord', params: { what: 'deals', id: '2', field: 'title' } }),
    );
  });

  it('refuses pages whose ids do not rise', () => {
    const at = desk(portalOfDeals(dense(300)));
    const shuffled = {
      ...at,
      send: (requests: Parameters<typeof at.send>[0]) =>
        at.send(requests).map((one) => ('body' in one ? { ...one, body: one.body.replace(/"id":101,/, '"id":99,') } : one)),
    };
    expect(() => load(shuffled, { mode: 'full' })).toThrow(
      expect.objectContaining({ kind: 'data', key: 'unorderedPages', params: { what: 'deals' } }),
    );
  });
});
