// Raw sheets as data: at most 24 typed columns, names beside ids, nothing that is a formula by itself.
import { namesOf } from '../../src/raw/names';
import { type RawSheetRows, rawSheets } from '../../src/raw/sheets';
import { at, madeDeal, madeRecords } from '../made-records';

const records = madeRecords({
  deals: [
    madeDeal(7, {
      title: '=1+1',
      categoryId: 5,
      stageId: 'C5:NEW',
      assignedById: 3,
      companyId: 9,
      contactId: 8,
      sourceId: 'WEB',
      opportunity: 10.5,
      createdTime: at('2026-10-15T12:00:00+03:00'),
      closedate: '2026-11-01',
      begindate: '',
    }),
  ],
  leads: [],
  categories: [{ id: 5, name: 'Repeat', sort: 10 }],
  statuses: [
    { id: 1, entityId: 'DEAL_STAGE_5', statusId: 'C5:NEW', name: 'New', sort: 10, categoryId: 5, semantic: 'P' },
    { id: 2, entityId: 'SOURCE', statusId: 'WEB', name: 'Site', sort: 10, categoryId: 0, semantic: 'P' },
    { id: 3, entityId: 'STATUS', statusId: 'NEW', name: 'Fresh', sort: 10, categoryId: 0, semantic: 'P' },
  ],
  users: [{ id: 3, name: 'Ann Lee', email: 'a@b.c', active: true, position: 'Manager', departmentId: 4 }],
  departments: [{ id: 4, name: 'Sales', sort: 1, parentId: 0, headId: 0 }],
  companies: [{ id: 9, title: 'Acme', assignedById: 3, createdTime: 0, updatedTime: 0 }],
  contacts: [],
  activities: [
    {
      id: 70,
      ownerTypeId: 2,
      ownerId: 7,
      typeId: 6,
      providerId: 'CRM_TODO',
      direction: 0,
      completed: false,
      missedCall: false,
      responsibleId: 99,
      createdTime: 5,
      updatedTime: 5,
      startTime: 5,
      deadline: 253_402_214_400,
      subject: 'Later',
    },
  ],
  stageHistory: [{ id: 20, typeId: 1, ownerId: 7, time: 100, categoryId: 0, stageId: 'GONE', semantic: 'P' }],
  productRows: [{ id: 30, ownerId: 7, productId: 0, productName: 'Work', price: 0.1, quantity: 3 }],
});

function sheet(id: RawSheetRows['id'], lang: 'ru' | 'en'): RawSheetRows {
  const found = rawSheets(records, namesOf(records, 'acme.bitrix24.ru', lang), lang).find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

function row(id: RawSheetRows['id'], lang: 'ru' | 'en', index = 0): Record<string, unknown> {
  const { titles, cells } = sheet(id, lang);
  return Object.fromEntries(titles.map((title, at) => [title, cells(index, index + 1)[0]?.[at]]));
}

describe('raw sheets', () => {
  it('come in the order of tabs', () => {
    expect(
      rawSheets(records, namesOf(records, 'p', 'ru'), 'ru').map((one) => `${one.id} ${one.count}${one.always ? ' always' : ''}`),
    ).toEqual([
      'deals 1 always',
      'leads 0 always',
      'stageHistory 1',
      'stages 2 always',
      'employees 1 always',
      'products 1',
      'activities 1',
      'companies 1',
      'contacts 0',
    ]);
  });

  it.each(['ru', 'en'] as const)('have at most 24 columns, each title once, in %s', (lang) => {
    for (const { titles, types } of rawSheets(records, namesOf(records, 'p', lang), lang)) {
      expect(titles.length).toBeLessThanOrEqual(24);
      expect([new Set(titles).size, types.length]).toEqual([titles.length, titles.length]);
    }
  });

  it('name no two columns of a sheet alike in any language: by titles a sheet is known again', () => {
    for (const { spellings } of rawSheets(records, namesOf(records, 'p', 'ru'), 'ru')) {
      const all = spellings.flatMap((titles) => [...new Set(titles)]);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('show a deal with names, typed dates and its address', () => {
    expect(row('deals', 'ru')).toMatchObject({
      ID: 7,
      Название: '=1+1',
      Воронка: 'Repeat',
      Стадия: 'New',
      Сумма: 10.5,
      Ответственный: 'Ann Lee',
      'ID ответственного': 3,
      Создана: { instant: at('2026-10-15T12:00:00+03:00') },
      'Дата начала': '',
      'Дата завершения': { day: '2026-11-01' },
      Компания: 'Acme',
      Контакт: '#8',
      Источник: 'Site',
      Ссылка: 'https://acme.bitrix24.ru/crm/deal/details/7/',
    });
  });

  it('show what no longer resolves by its number or code', () => {
    expect(row('stageHistory', 'en')).toMatchObject({
      Deal: '=1+1',
      Event: 'created',
      Pipeline: '#0',
      Stage: 'GONE',
      'Stage code': 'GONE',
      State: 'in progress',
    });
    expect(row('activities', 'ru')).toMatchObject({
      Вид: 'CRM_TODO',
      Ответственный: 'Сотрудник #99',
      Срок: '',
      'К чему': 'сделка',
      Владелец: '=1+1',
    });
  });

  it('multiply price by quantity without a float tail', () => {
    expect(row('products', 'en')).toMatchObject({ Price: 0.1, Quantity: 3, Sum: 0.3 });
  });

  it('list stages of deals and leads, and employees with their department', () => {
    expect([row('stages', 'ru', 0), row('stages', 'ru', 1)]).toMatchObject([
      { Воронка: 'Repeat', Стадия: 'New' },
      { Воронка: 'Лиды', Стадия: 'Fresh' },
    ]);
    expect(row('employees', 'en')).toEqual({
      ID: 3,
      Employee: 'Ann Lee',
      'E-mail': 'a@b.c',
      Position: 'Manager',
      Department: 'Sales',
      'Department ID': 4,
      Active: 'yes',
    });
  });

  it('hold text in text columns only', () => {
    for (const { types, cells, count } of rawSheets(records, namesOf(records, 'p', 'ru'), 'ru'))
      for (const cellsOfRow of cells(0, count))
        cellsOfRow.forEach((cell, at) => {
          const text = types[at] === 'text' || types[at] === 'url';
          expect(text ? typeof cell === 'string' : typeof cell !== 'string' || cell === '').toBe(true);
        });
  });
});
