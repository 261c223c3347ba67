// Custom fields of deals as cells: by USER_TYPE_ID, from the text a deal keeps.
import { customCell } from '../../src/raw/custom-field';
import { namesOf } from '../../src/raw/names';
import { rawSheets } from '../../src/raw/sheets';
import { at, madeDeal, madeRecords } from '../made-records';

const records = madeRecords({ users: [{ id: 3, name: 'Ann Lee', email: '', active: true, position: '', departmentId: 0 }] });
const names = namesOf(records, 'p', 'en');
const texts = { 12: 'Price', 15: 'Date' };

test.each<[string, string, boolean, unknown]>([
  ['string', '=1+1', false, '=1+1'],
  ['string', 'a; b', true, 'a; b'],
  ['integer', '42', false, 42],
  ['double', '-0.5', false, -0.5],
  ['double', 'abc', false, ''],
  ['date', '2026-10-15T03:00:00+03:00', false, { day: '2026-10-15' }],
  ['date', '2026-10-15', false, { day: '2026-10-15' }],
  ['date', '2026-10-15T03:00:00+03:00; 2026-11-01', true, '2026-10-15; 2026-11-01'],
  ['datetime', '2026-10-15T12:00:00+03:00', false, { instant: at('2026-10-15T12:00:00+03:00') }],
  ['datetime', 'soon', false, ''],
  ['boolean', 'Y', false, 'yes'],
  ['boolean', '1', false, 'yes'],
  ['boolean', 'true', false, 'yes'],
  ['boolean', 'N', false, 'no'],
  ['boolean', '0', false, 'no'],
  ['boolean', '', false, ''],
  ['enumeration', '12', false, 'Price'],
  ['enumeration', '12; 15; 99', true, 'Price; Date; 99'],
  ['enumeration', '', true, ''],
  ['money', '1000.5|USD', false, 1000.5],
  ['money', '|USD', false, ''],
  ['money', '1000|USD; 5|EUR', true, '1000 USD; 5 EUR'],
  ['employee', '3', false, 'Ann Lee'],
  ['employee', '3; 9', true, 'Ann Lee; User #9'],
  ['iblock_element', '77', false, '77'],
])('%s %j, multiple %j, is the cell %j', (type, value, multiple, cell) => {
  expect(customCell(value, { type, multiple, texts }, names, 'en')).toEqual(cell);
});

describe('chosen custom fields', () => {
  const deal = madeDeal(7, { custom: { ufA: '12', ufB: '1000|USD', ufC: 'x' } });
  const sheet = (lang: 'ru' | 'en') =>
    rawSheets(madeRecords({ deals: [deal] }), names, lang, [
      { name: 'ufA', title: 'Reason', type: 'enumeration', texts },
      { name: 'ufB', title: 'Budget', type: 'money' },
      { name: 'ufC', title: 'Reason', type: 'string' },
      { name: 'ufD', title: '', type: 'integer' },
    ])[0];

  it('follow the other columns of deals, each under a title of its own, money with its currency beside it', () => {
    const plain = rawSheets(records, names, 'en')[0]?.titles ?? [];
    expect(sheet('en')?.titles.slice(0, plain.length)).toEqual(plain);
    expect(sheet('en')?.titles.slice(plain.length)).toEqual(['Reason', 'Budget', 'Budget, currency', 'Reason (ufC)', '(ufD)']);
    expect(sheet('ru')?.titles.slice(plain.length)[2]).toBe('Budget, валюта');
    expect(sheet('en')?.cells(0, 1)[0]?.slice(plain.length)).toEqual(['Price', 1000, 'USD', 'x', '']);
    expect(sheet('en')?.types.slice(plain.length)).toEqual(['text', 'money', 'text', 'text', 'number']);
  });
});
