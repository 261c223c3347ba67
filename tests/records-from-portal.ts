// A small decoder of portal files (Bitrix24's own REST shapes) for tests of facts and metrics; it knows no HTTP and no columns.
import { dateOnly } from '../src/period';
import type { Activity, Client, Deal, Lead, Records, Semantic } from '../src/raw/records';

type Row = Readonly<Record<string, unknown>>;
export type PortalFile = Readonly<Record<string, readonly Row[] | undefined>>;

/** Unix seconds of a timestamp with an offset; 0 = none. */
export function instant(value: unknown): number {
  return typeof value === 'string' && value !== '' ? Date.parse(value) / 1000 : 0;
}

/** Records of a portal file, each entity ascending by id. */
export function recordsFromPortal(file: PortalFile): Records {
  const rows = (key: string): readonly Row[] => file[key] ?? [];
  return {
    deals: sorted(rows('deals').map(deal)),
    leads: sorted(rows('leads').map(lead)),
    stageHistory: sorted(
      rows('stageHistory').map((row) => ({
        id: number(row['ID']),
        typeId: number(row['TYPE_ID']),
        ownerId: number(row['OWNER_ID']),
        time: instant(row['CREATED_TIME']),
        categoryId: number(row['CATEGORY_ID']),
        stageId: text(row['STAGE_ID']),
        semantic: semantic(row['STAGE_SEMANTIC_ID']),
      })),
    ),
    activities: sorted(rows('activities').map(activity)),
    productRows: sorted(
      rows('productRows').map((row) => ({
        id: number(row['id']),
        ownerId: number(row['ownerId']),
        productId: number(row['productId']),
        productName: text(row['productName']),
        price: number(row['price']),
        quantity: number(row['quantity']),
      })),
    ),
    companies: sorted(rows('companies').map(client)),
    contacts: sorted(rows('contacts').map(client)),
    categories: sorted(rows('categories').map((row) => ({ id: number(row['id']), name: text(row['name']), sort: number(row['sort']) }))),
    statuses: rows('statuses').map((row, index) => ({
      id: number(row['ID']) || index + 1,
      entityId: text(row['ENTITY_ID']),
      statusId: text(row['STATUS_ID']),
      name: text(row['NAME']),
      sort: number(row['SORT']),
      categoryId: number(row['CATEGORY_ID']),
      semantic: semantic(row['SEMANTICS']),
    })),
    users: sorted(
      rows('users').map((row) => ({
        id: number(row['ID']),
        name: `${text(row['NAME'])} ${text(row['LAST_NAME'])}`.trim(),
        email: text(row['EMAIL']),
        active: row['ACTIVE'] !== false,
        position: text(row['WORK_POSITION']),
        departmentId: number((row['UF_DEPARTMENT'] as readonly unknown[] | undefined)?.[0]),
      })),
    ),
    departments: sorted(
      rows('departments').map((row) => ({
        id: number(row['ID']),
        name: text(row['NAME']),
        sort: number(row['SORT']),
        parentId: number(row['PARENT']),
        headId: number(row['UF_HEAD']),
      })),
    ),
    currencies: rows('currencies').map((row) => ({
      code: text(row['CURRENCY']),
      amount: number(row['AMOUNT']),
      count: number(row['AMOUNT_CNT']),
      base: row['BASE'] === 'Y',
    })),
  };
}

function deal(row: Row): Deal {
  return {
    id: number(row['id']),
    title: text(row['title']),
    categoryId: number(row['categoryId']),
    stageId: text(row['stageId']),
    semantic: semantic(row['stageSemanticId']),
    opportunity: number(row['opportunity']),
    currencyId: text(row['currencyId']),
    manualOpportunity: row['isManualOpportunity'] === 'Y',
    assignedById: number(row['assignedById']),
    createdTime: instant(row['createdTime']),
    updatedTime: instant(row['updatedTime']),
    movedTime: instant(row['movedTime']),
    lastActivityTime: instant(row['lastActivityTime']),
    begindate: dateOnly(text(row['begindate'])),
    closedate: dateOnly(text(row['closedate'])),
    companyId: number(row['companyId']),
    contactId: number(row['contactId']),
    leadId: number(row['leadId']),
    sourceId: text(row['sourceId']),
    utmSource: text(row['utmSource']),
    utmMedium: text(row['utmMedium']),
    utmCampaign: text(row['utmCampaign']),
    returnCustomer: row['isReturnCustomer'] === 'Y',
    recurring: row['isRecurring'] === 'Y',
    // Every custom field, whichever the settings ask for.
    custom: Object.fromEntries(Object.entries(row).flatMap(([key, value]) => (key.startsWith('ufCrm') ? [[key, text(value)]] : []))),
  };
}

function lead(row: Row): Lead {
  return {
    id: number(row['id']),
    title: text(row['title']),
    stageId: text(row['stageId']),
    semantic: semantic(row['stageSemanticId']),
    opportunity: number(row['opportunity']),
    currencyId: text(row['currencyId']),
    assignedById: number(row['assignedById']),
    createdTime: instant(row['createdTime']),
    updatedTime: instant(row['updatedTime']),
    movedTime: instant(row['movedTime']),
    companyId: number(row['companyId']),
    contactId: number(row['contactId']),
    sourceId: text(row['sourceId']),
    utmSource: text(row['utmSource']),
    utmMedium: text(row['utmMedium']),
    utmCampaign: text(row['utmCampaign']),
  };
}

function activity(row: Row): Activity {
  return {
    id: number(row['ID']),
    ownerTypeId: number(row['OWNER_TYPE_ID']),
    ownerId: number(row['OWNER_ID']),
    typeId: number(row['TYPE_ID']),
    providerId: text(row['PROVIDER_ID']),
    direction: number(row['DIRECTION']),
    completed: row['COMPLETED'] === 'Y',
    missedCall: (row['SETTINGS'] as { MISSED_CALL?: unknown } | undefined)?.MISSED_CALL === true,
    responsibleId: number(row['RESPONSIBLE_ID']),
    createdTime: instant(row['CREATED']),
    updatedTime: instant(row['LAST_UPDATED']),
    startTime: instant(row['START_TIME']),
    deadline: instant(row['DEADLINE']),
    subject: text(row['SUBJECT']),
  };
}

function client(row: Row): Client {
  return {
    id: number(row['id']),
    title: text(row['title'] ?? row['name']),
    assignedById: number(row['assignedById']),
    createdTime: instant(row['createdTime']),
    updatedTime: instant(row['updatedTime']),
  };
}

function semantic(value: unknown): Semantic {
  return value === 'S' || value === 'F' ? value : 'P';
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

function number(value: unknown): number {
  return Number(value ?? 0) || 0;
}

function sorted<T extends { readonly id: number }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => a.id - b.id);
}
