// crm.status.entity.types: which directories there are, and what is special about those of stages (bitrix24-rest 5.4).
import type { Row } from '../store/fields';
import type { Store } from '../store/store';

/** Directories of every portal, then those of its funnels, then whatever else its statuses name. */
export function statusEntityTypes(store: Store): Row[] {
  const named = [...plain, ...funnels(store), ...quotes];
  const known = new Set(named.map((row) => row['ID']));
  const others = new Set(store.statuses.all().map((row) => String(row['ENTITY_ID'])));
  return [leads, ...named, ...[...others].filter((id) => id !== 'STATUS' && !known.has(id)).map(otherEntity)];
}

const semanticInfo = (start: string, won: string, lost: string): Row => ({
  START_FIELD: start,
  FINAL_SUCCESS_FIELD: won,
  FINAL_UNSUCCESS_FIELD: lost,
  FINAL_SORT: 0,
});

const leads: Row = { ID: 'STATUS', NAME: 'Lead stages', SEMANTIC_INFO: semanticInfo('NEW', 'CONVERTED', 'JUNK'), ENTITY_TYPE_ID: 1 };

const plain: readonly Row[] = [
  { ID: 'SOURCE', NAME: 'Sources' },
  { ID: 'CONTACT_TYPE', NAME: 'Contact type' },
  { ID: 'COMPANY_TYPE', NAME: 'Company type' },
  { ID: 'EMPLOYEES', NAME: 'Number of employees' },
  { ID: 'INDUSTRY', NAME: 'Industry' },
  { ID: 'DEAL_TYPE', NAME: 'Deal type' },
];

const quotes: readonly Row[] = [
  { ID: 'QUOTE_STATUS', NAME: 'Quote stages', SEMANTIC_INFO: semanticInfo('DRAFT', 'APPROVED', 'DECLAINED'), ENTITY_TYPE_ID: 7 },
  { ID: 'HONORIFIC', NAME: 'Inquiries' },
  { ID: 'CALL_LIST', NAME: 'Call statuses' },
];

// The id of a funnel is a text here, that of the general one a number.
function funnels(store: Store): Row[] {
  const categories = store.categories.all().filter((row) => row['entityTypeId'] === 2 && row['id'] !== 0);
  const general = store.categories.get(0)?.['name'] ?? 'General';
  return [
    ...categories.map((row) => funnel(Number(row['id']), String(row['name']))),
    {
      ID: 'DEAL_STAGE',
      NAME: `${general} deal stages`,
      SEMANTIC_INFO: semanticInfo('NEW', 'WON', 'LOSE'),
      FIELD_ATTRIBUTE_SCOPE: '',
      ENTITY_TYPE_ID: 2,
      CATEGORY_ID: 0,
    },
  ];
}

const funnel = (id: number, name: string): Row => ({
  ID: `DEAL_STAGE_${id}`,
  NAME: `${name} deal stages`,
  PARENT_ID: 'DEAL_STAGE',
  SEMANTIC_INFO: semanticInfo(`C${id}:NEW`, `C${id}:WON`, `C${id}:LOSE`),
  PREFIX: `C${id}`,
  FIELD_ATTRIBUTE_SCOPE: `category_${id}`,
  ENTITY_TYPE_ID: 2,
  CATEGORY_ID: String(id),
});

const smartTypes: Readonly<Record<string, number>> = { SMART_INVOICE: 31, SMART_DOCUMENT: 36 };

// Stages of invoices, documents and smart processes: known by their statuses alone.
function otherEntity(id: string): Row {
  const match = /^(SMART_INVOICE|SMART_DOCUMENT|DYNAMIC_(\d+))_STAGE_(\d+)$/.exec(id);
  if (match === null) return { ID: id, NAME: id };
  const type = match[2] === undefined ? (smartTypes[match[1] ?? ''] ?? 0) : Number(match[2]);
  const category = Number(match[3]);
  return {
    ID: id,
    NAME: id,
    SEMANTIC_INFO: [],
    PREFIX: `DT${type}_${category}`,
    FIELD_ATTRIBUTE_SCOPE: `category_${category}`,
    ENTITY_TYPE_ID: type,
    IS_ENABLED: true,
    CATEGORY_ID: category,
    ...(match[2] === undefined ? {} : { CATEGORY_NAME: 'General', CATEGORY_SORT: 500, IS_DEFAULT_CATEGORY: true }),
  };
}
