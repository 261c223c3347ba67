// Official examples of the old lists, of field descriptions, directories and notifications: the portal is filled with what an example answers and must answer it.
// Old names are turned into those of a portal file here, by hand and not by the portal's own table, so that the two prove each other.
import type { PortalFile } from '../../../local/portal/portal';
import { portalOf } from './harness';
import { type Contract, contractTest, type Rows, read, rows } from './official-examples';

const plus2: PortalFile['portal'] = { timeZone: 'Etc/GMT-2' };

const camel: Readonly<Record<string, string>> = {
  DATE_CREATE: 'createdTime',
  DATE_MODIFY: 'updatedTime',
  CREATED_BY_ID: 'createdBy',
  MODIFY_BY_ID: 'updatedBy',
  MOVED_BY_ID: 'movedBy',
  STATUS_ID: 'stageId',
  STATUS_SEMANTIC_ID: 'stageSemanticId',
  COMPANY_TYPE: 'typeId',
};
const camelName = (name: string): string =>
  camel[name] ??
  name
    .toLowerCase()
    .replace(/_(?:id_)?(\d)/g, (whole, digit) => (name.startsWith('PARENT') ? `Id${digit}` : whole))
    .replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());

/** A record of an old list as a portal file has it. */
const item = (record: Record<string, unknown>): Record<string, unknown> => {
  const fm = ['PHONE', 'EMAIL'].flatMap((kind) => (Array.isArray(record[kind]) ? (record[kind] as Rows) : []));
  const own = Object.entries(record).filter(([name]) => name !== 'PHONE' && name !== 'EMAIL');
  return {
    ...Object.fromEntries(own.map(([name, value]) => [camelName(name), value])),
    fm: fm.map(({ ID, TYPE_ID, VALUE_TYPE, VALUE }) => ({ id: ID, typeId: TYPE_ID, valueType: VALUE_TYPE, value: VALUE })),
  };
};

const byId = (list: unknown): Rows => [...(list as Rows)].sort((a, b) => Number(a['ID']) - Number(b['ID']));

/** Data, and changes to requests whose printed answer does not follow from them. */
const lists: readonly [name: string, data: (contract: Contract) => PortalFile, request?: Record<string, unknown>][] = [
  // Titles like "[S] Deal" do not fit the filter `=%TITLE: %a` that is printed with them.
  [
    'crm.deal.list',
    (contract) => ({ portal: plus2, deals: rows(contract).map(item) }),
    { FILTER: { CATEGORY_ID: 1, '>OPPORTUNITY': 10000 } },
  ],
  // The example lists contacts by a field IMPORT that contacts do not have, and people whose names do not begin with I.
  [
    'crm.contact.list',
    (contract) => ({ portal: plus2, contacts: rows(contract).map(item) }),
    { FILTER: { '@ASSIGNED_BY_ID': [1, 6], EMAIL: 'special-for@example.com', IMPORT: 'Y' } },
  ],
  [
    'crm.company.list',
    (contract) => ({
      companies: rows(contract).map((row) => ({ ...item(row), typeId: 'CUSTOMER', createdTime: '2025-03-01T10:00:00+03:00' })),
    }),
  ],
];

describe.each(lists)('%s', (name, data, request) => {
  contractTest('answers what the example answers [0 official-examples]', () => {
    const contract = read(name);
    const answer = portalOf(data(contract)).ask(contract.method, { ...contract.request, ...request });
    expect([answer.status, byId(answer.result)]).toEqual([contract.status, byId(contract.response['result'])]);
    expect([answer.body['total'], Object.keys(answer.body).sort()]).toEqual([contract.response['total'], ['result', 'time', 'total']]);
  });
});

contractTest('crm.lead.list answers every key of the example with its value; parts of an address are not kept', () => {
  const contract = read('crm.lead.list');
  // Two of 654 records are printed; 50 more stand before the page that is asked for.
  const earlier = Array.from({ length: 50 }, (_, index) => ({ id: index + 100, title: 'x', stageId: 'A', opportunity: 15000 }));
  const fields = ['UF_CRM_1704817278', 'UF_CRM_1706782596092', 'UF_CRM_1708952993785'];
  const { ask } = portalOf({
    portal: plus2,
    statuses: ['A', 'CONVERTED'].map((STATUS_ID, index) => ({ ENTITY_ID: 'STATUS', STATUS_ID, SORT: String(index * 10) })),
    leads: [...rows(contract).map(item), ...earlier],
    userFields: fields.map((FIELD_NAME) => ({ ENTITY_ID: 'CRM_LEAD', FIELD_NAME, USER_TYPE_ID: 'string' })),
  });
  const answer = ask(contract.method, contract.request);
  const kept = (list: unknown): Rows =>
    byId(list).map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, key.startsWith('ADDRESS_') ? null : value])),
    );
  expect(kept(answer.result)).toEqual(kept(contract.response['result']));
  expect(answer.body['total']).toBe(52);
});

contractTest('crm.deal.get answers the example, custom field and link to a smart process included', () => {
  const contract = read('crm.deal.get');
  const { ask } = portalOf({ portal: plus2, deals: [item(rows(contract) as unknown as Record<string, unknown>)] });
  expect(ask(contract.method, contract.request).result).toEqual(contract.response['result']);
});

contractTest('crm.deal.productrows.get answers the example but what only a catalogue knows', () => {
  const contract = read('crm.deal.productrows.get');
  const productRows = rows(contract).map((row) => item(row));
  const answered = portalOf({ deals: [{ id: 5, title: 'x' }], productRows }).ask(contract.method, contract.request).result as Rows;
  const own = (row: Record<string, unknown>): unknown => {
    const { PRODUCT_DESCRIPTION: _, RESERVE_ID: __, DATE_RESERVE_END: ___, RESERVE_QUANTITY: ____, ...known } = row;
    return known;
  };
  expect(answered.map(own)).toEqual(rows(contract).map(own));
  expect(answered.map((row) => Object.keys(row).sort())).toEqual(rows(contract).map((row) => Object.keys(row).sort()));
});

contractTest('crm.deal.fields describes every field of the example as it does [5.10 deal-fields]', () => {
  const contract = read('crm.deal.fields');
  expect(portalOf({}).ask(contract.method).result).toEqual(contract.response['result']);
});

contractTest('crm.item.fields describes the fields that deals share with the smart process of the example [5.10 item-fields]', () => {
  const example = (read('crm.item.fields').response['result'] as { fields: Record<string, Record<string, unknown>> }).fields;
  const answered = (portalOf({}).ask('crm.item.fields', { entityTypeId: 2 }).result as { fields: Record<string, Record<string, unknown>> })
    .fields;
  const shared = Object.keys(answered).filter((name) => name in example);
  // Titles and directories are those of the smart process; its `opened` is required.
  const plain = ({ title: _, statusType: __, isRequired: ___, ...rest }: Record<string, unknown>): unknown => rest;
  expect(shared.map((name) => [name, plain(answered[name] ?? {})])).toEqual(shared.map((name) => [name, plain(example[name] ?? {})]));
  expect(shared.length).toBeGreaterThan(20);
});

contractTest('crm.deal.userfield.list answers the example [5.10 user-fields]', () => {
  const contract = read('crm.deal.userfield.list');
  const { ask } = portalOf({ userFields: rows(contract) });
  // The example asks for mandatory fields and prints others.
  const answer = ask(contract.method, { ...contract.request, filter: { MULTIPLE: 'Y', LANG: 'de' } });
  expect([answer.result, answer.body['total']]).toEqual([contract.response['result'], 5]);
});

contractTest('userfieldconfig.list answers the example, its scope and that of the module given [5.10 user-fields]', () => {
  const contract = read('userfieldconfig.list');
  const { ask } = portalOf({ userFields: rows(contract, 'fields') });
  expect(ask(contract.method, contract.request).result).toEqual(contract.response['result']);
});

contractTest('crm.status.entity.types answers the example but the names of smart processes [5.4 statuses]', () => {
  const contract = read('crm.status.entity.types');
  const smart = ['SMART_INVOICE_STAGE_5', 'SMART_DOCUMENT_STAGE_13', 'DYNAMIC_177_STAGE_7', 'DYNAMIC_177_STAGE_9'];
  const { ask } = portalOf({
    categories: [{ id: 1, name: 'Newest', entityTypeId: 2 }],
    statuses: smart.map((ENTITY_ID) => ({ ENTITY_ID, STATUS_ID: 'X' })),
  });
  const comparable = (list: unknown): unknown =>
    (list as Rows)
      .map((row): Record<string, unknown> => {
        const { NAME, CATEGORY_NAME: _, IS_DEFAULT_CATEGORY: __, ...rest } = row;
        return smart.includes(String(row['ID'])) ? { ...rest, keys: Object.keys(row).sort() } : { ...rest, NAME };
      })
      .sort((a, b) => (String(a['ID']) < String(b['ID']) ? -1 : 1));
  expect(comparable(ask(contract.method).result)).toEqual(comparable(contract.response['result']));
});

contractTest('error.old_style_parameter is the example, status and text [1.4 old-empty-code]', () => {
  const contract = read('error.old_style_parameter');
  const answer = portalOf({}).ask(contract.method, contract.request);
  expect([answer.status, answer.body]).toEqual([contract.status, contract.response]);
});

describe('answers that are one value', () => {
  const typed = (value: unknown): unknown =>
    Array.isArray(value) ? ['list', ...new Set(value.map((member) => typeof member))] : typeof value;

  contractTest.each(['im.message.add', 'im.notify.system.add', 'scope', 'server.time', 'method.get'])(
    '%s answers the type of the example',
    (name) => {
      const contract = read(name);
      const answer = portalOf({ users: [{ ID: '5' }] }).ask(contract.method, contract.request);
      expect([answer.status, typed(answer.result), Object.keys(answer.body)]).toEqual([
        contract.status,
        typed(contract.response['result']),
        ['result', 'time'],
      ]);
    },
  );

  contractTest('server.time is printed as the example prints it', () => {
    const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;
    const both = [portalOf({}).ask('server.time').result, read('server.time').response['result']];
    expect(both.map((time) => form.test(String(time)))).toEqual([true, true]);
  });
});
