// The field a person means, and the texts behind its values.
import { itemFieldName, userFieldOf } from '../../src/raw/user-field';

const fields = [
  {
    FIELD_NAME: 'UF_CRM_1721244482250',
    USER_TYPE_ID: 'enumeration',
    MULTIPLE: 'N',
    EDIT_FORM_LABEL: 'Причина отказа',
    LIST: [
      { ID: '44', VALUE: 'Дорого' },
      { ID: '45', VALUE: 'Долго' },
    ],
  },
  { FIELD_NAME: 'UF_CRM_LOSS_REASON', USER_TYPE_ID: 'string', EDIT_FORM_LABEL: null },
];

test.each([
  ['UF_CRM_1721244482250', 'ufCrm_1721244482250'],
  ['UF_CRM_LOSS_REASON', 'ufCrmLossReason'],
  ['uf_crm_5_name', 'ufCrm_5Name'],
  ['ufCrm_1721244482250', 'ufCrm_1721244482250'],
  ['ufCrmLossReason', 'ufCrmLossReason'],
])('%s is spelt %s where deals are asked for', (typed, name) => {
  expect(itemFieldName(typed)).toBe(name);
});

test.each(['UF_CRM_1721244482250', 'ufCrm_1721244482250', ' uf_crm_1721244482250', 'причина  отказа'])(
  'a list called «%s» has its texts by id',
  (typed) => {
    expect(userFieldOf(fields, typed)).toEqual({
      name: 'ufCrm_1721244482250',
      title: 'Причина отказа',
      type: 'enumeration',
      multiple: false,
      texts: { 44: 'Дорого', 45: 'Долго' },
    });
  },
);

test('a text field has no texts behind its values; an unknown field and an answer that is no list are nothing', () => {
  expect(userFieldOf(fields, 'UF_CRM_LOSS_REASON')).toEqual({
    name: 'ufCrmLossReason',
    title: 'UF_CRM_LOSS_REASON',
    type: 'string',
    multiple: false,
    texts: {},
  });
  expect([userFieldOf(fields, 'UF_CRM_2'), userFieldOf({ error: 1 }, 'UF_CRM_2'), userFieldOf([null, 5], 'x')]).toEqual([null, null, null]);
});
