// Record shapes of the demo portal, as Bitrix24 REST gives them (bitrix24-rest 5). Type aliases, so that they fit any wider record type.

export type Flag = 'Y' | 'N';
export type Semantic = 'P' | 'S' | 'F';

export type DealRecord = {
  id: number;
  title: string;
  typeId: string;
  categoryId: number;
  stageId: string;
  stageSemanticId: Semantic;
  opportunity: number;
  isManualOpportunity: Flag;
  taxValue: number;
  currencyId: string;
  probability: number | null;
  begindate: string;
  closedate: string;
  createdTime: string;
  updatedTime: string;
  movedTime: string;
  movedBy: number;
  lastActivityTime: string;
  lastActivityBy: number;
  assignedById: number;
  createdBy: number;
  updatedBy: number;
  opened: Flag;
  closed: Flag;
  isNew: Flag;
  isReturnCustomer: Flag;
  isRepeatedApproach: Flag;
  isRecurring: Flag;
  leadId: number | null;
  quoteId: number | null;
  companyId: number;
  contactId: number;
  contactIds: number[];
  sourceId: string | null;
  sourceDescription: string | null;
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
  utmContent: string | null;
  utmTerm: string | null;
  comments: string | null;
  ufCrm_1715000001: number | null;
};

export type LeadRecord = {
  id: number;
  title: string;
  name: string;
  lastName: string;
  companyTitle: string | null;
  stageId: string;
  stageSemanticId: Semantic;
  opportunity: number;
  currencyId: string;
  isManualOpportunity: Flag;
  sourceId: string | null;
  sourceDescription: string | null;
  assignedById: number;
  createdBy: number;
  createdTime: string;
  updatedTime: string;
  movedTime: string;
  movedBy: number;
  dateClosed: string | null;
  opened: Flag;
  isReturnCustomer: Flag;
  companyId: number;
  contactId: number;
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
  utmContent: string | null;
  utmTerm: string | null;
};

export type CompanyRecord = {
  id: number;
  title: string;
  typeId: string;
  industry: string;
  assignedById: number;
  leadId: number | null;
  isMyCompany: Flag;
  opened: Flag;
  categoryId: number;
  createdTime: string;
  updatedTime: string;
  lastActivityTime: string;
};

export type ContactRecord = {
  id: number;
  name: string;
  lastName: string;
  post: string | null;
  typeId: string;
  companyId: number;
  sourceId: string | null;
  leadId: number | null;
  assignedById: number;
  opened: Flag;
  hasPhone: Flag;
  hasEmail: Flag;
  categoryId: number;
  createdTime: string;
  updatedTime: string;
};

export type DealHistoryRecord = {
  ID: number;
  TYPE_ID: 1 | 2 | 3 | 5;
  OWNER_ID: number;
  CREATED_TIME: string;
  CATEGORY_ID: number;
  STAGE_SEMANTIC_ID: Semantic;
  STAGE_ID: string;
};

/** Leads say STATUS_ID where deals say STAGE_ID (bitrix24-rest 5.5); that is how a portal file tells their rows apart. */
export type LeadHistoryRecord = {
  ID: number;
  TYPE_ID: 1 | 2 | 3;
  OWNER_ID: number;
  CREATED_TIME: string;
  STATUS_SEMANTIC_ID: Semantic;
  STATUS_ID: string;
};

export type ActivityRecord = {
  ID: string;
  OWNER_ID: string;
  OWNER_TYPE_ID: string;
  TYPE_ID: string;
  PROVIDER_ID: string;
  PROVIDER_TYPE_ID: string;
  SUBJECT: string;
  CREATED: string;
  LAST_UPDATED: string;
  START_TIME: string;
  END_TIME: string;
  DEADLINE: string;
  COMPLETED: Flag;
  STATUS: string;
  RESPONSIBLE_ID: string;
  AUTHOR_ID: string;
  EDITOR_ID: string;
  DIRECTION: string;
  PRIORITY: string;
  SETTINGS: [] | { MISSED_CALL: true };
};

export type ProductRowRecord = {
  id: number;
  ownerId: number;
  ownerType: 'D';
  productId: number;
  productName: string;
  price: number;
  priceAccount: number;
  priceExclusive: number;
  priceNetto: number;
  priceBrutto: number;
  quantity: number;
  discountTypeId: 2;
  discountRate: number;
  discountSum: number;
  taxRate: null;
  taxIncluded: 'Y';
  customized: 'N';
  measureCode: number;
  measureName: string;
  sort: number;
  type: number;
};

export type CategoryRecord = {
  id: number;
  name: string;
  sort: number;
  entityTypeId: 2;
  isDefault: Flag;
  originId: string;
  originatorId: string;
};

export type StatusRecord = {
  ID: string;
  ENTITY_ID: string;
  STATUS_ID: string;
  NAME: string;
  NAME_INIT: string;
  SORT: string;
  SYSTEM: Flag;
  CATEGORY_ID: string | null;
  COLOR: string;
  SEMANTICS: 'S' | 'F' | null;
  EXTRA?: { SEMANTICS: 'process' | 'success' | 'failure' | 'apology'; COLOR: string };
};

export type CurrencyRecord = {
  CURRENCY: string;
  AMOUNT_CNT: string;
  AMOUNT: string;
  BASE: Flag;
  SORT: string;
  FULL_NAME: string;
  LID: string;
  FORMAT_STRING: string;
  DEC_POINT: string;
  THOUSANDS_SEP: string;
  DECIMALS: string;
  DATE_UPDATE: string;
};

export type UserRecord = {
  ID: string;
  ACTIVE: boolean;
  NAME: string;
  LAST_NAME: string;
  SECOND_NAME: string;
  EMAIL: string;
  DATE_REGISTER: string;
  LAST_LOGIN: string;
  TIME_ZONE: string;
  IS_ONLINE: Flag;
  PERSONAL_GENDER: string;
  WORK_POSITION: string;
  UF_DEPARTMENT: number[];
  USER_TYPE: 'employee';
};

export type DepartmentRecord = { ID: string; NAME: string; SORT: number; PARENT?: string; UF_HEAD?: string };

/** A custom field as crm.deal.userfield.list shows it (bitrix24-rest 5.10). */
export type UserFieldRecord = {
  ID: string;
  ENTITY_ID: 'CRM_DEAL';
  FIELD_NAME: string;
  USER_TYPE_ID: 'enumeration';
  XML_ID: null;
  SORT: string;
  MULTIPLE: Flag;
  MANDATORY: Flag;
  SHOW_FILTER: string;
  SHOW_IN_LIST: Flag;
  EDIT_IN_LIST: Flag;
  IS_SEARCHABLE: Flag;
  EDIT_FORM_LABEL: string;
  LIST_COLUMN_LABEL: string;
  LIST_FILTER_LABEL: string;
  LIST: { ID: string; SORT: string; VALUE: string; DEF: Flag; XML_ID: string }[];
};

/** The whole portal file of design section 4. */
export type DemoPortalFile = {
  portal: { name: string; host: string; timeZone: string; plan: string };
  categories: CategoryRecord[];
  statuses: StatusRecord[];
  currencies: CurrencyRecord[];
  users: UserRecord[];
  departments: DepartmentRecord[];
  deals: DealRecord[];
  leads: LeadRecord[];
  contacts: ContactRecord[];
  companies: CompanyRecord[];
  stageHistory: (DealHistoryRecord | LeadHistoryRecord)[];
  activities: ActivityRecord[];
  productRows: ProductRowRecord[];
  userFields: UserFieldRecord[];
};
