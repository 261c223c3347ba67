// Records as they are kept: Bitrix24's answers narrowed and typed by the codecs of entities.ts.
// Instants are unix seconds (0 = none), dates are local days written YYYY-MM-DD (R3, '' = none), ids are numbers (0 = no link).

/** P in progress, S success, F failure (Bitrix24's own letters). */
export type Semantic = 'P' | 'S' | 'F';

export interface Deal {
  readonly id: number;
  readonly title: string;
  readonly categoryId: number;
  readonly stageId: string;
  readonly semantic: Semantic;
  readonly opportunity: number;
  readonly currencyId: string;
  readonly manualOpportunity: boolean;
  readonly assignedById: number;
  readonly createdTime: number;
  readonly updatedTime: number;
  readonly movedTime: number;
  readonly lastActivityTime: number;
  readonly begindate: string;
  readonly closedate: string;
  readonly companyId: number;
  readonly contactId: number;
  readonly leadId: number;
  readonly sourceId: string;
  readonly utmSource: string;
  readonly utmMedium: string;
  readonly utmCampaign: string;
  readonly returnCustomer: boolean;
  readonly recurring: boolean;
  /** Custom fields the settings ask for (loss reason …), by REST name; decoded text. */
  readonly custom: Readonly<Record<string, string>>;
}

export interface Lead {
  readonly id: number;
  readonly title: string;
  readonly stageId: string;
  readonly semantic: Semantic;
  readonly opportunity: number;
  readonly currencyId: string;
  readonly assignedById: number;
  readonly createdTime: number;
  readonly updatedTime: number;
  readonly movedTime: number;
  readonly companyId: number;
  readonly contactId: number;
  readonly sourceId: string;
  readonly utmSource: string;
  readonly utmMedium: string;
  readonly utmCampaign: string;
}

/** One row of crm.stagehistory.list for deals: the stage entered at a moment. */
export interface StageChange {
  readonly id: number;
  /** 1 created, 2 moved, 3 moved to a final stage, 5 pipeline changed. */
  readonly typeId: number;
  readonly ownerId: number;
  readonly time: number;
  readonly categoryId: number;
  readonly stageId: string;
  readonly semantic: Semantic;
}

export interface Activity {
  readonly id: number;
  readonly ownerTypeId: number;
  readonly ownerId: number;
  readonly typeId: number;
  readonly providerId: string;
  readonly direction: number;
  readonly completed: boolean;
  readonly missedCall: boolean;
  readonly responsibleId: number;
  readonly createdTime: number;
  readonly updatedTime: number;
  readonly startTime: number;
  /** 0 when there is none; far-future placeholders of Bitrix24 (year 9999) are kept as they are. */
  readonly deadline: number;
  readonly subject: string;
}

export interface ProductRow {
  readonly id: number;
  readonly ownerId: number;
  readonly productId: number;
  readonly productName: string;
  readonly price: number;
  readonly quantity: number;
}

/** A company or a contact: its name only (no phones, no e-mails: D13). */
export interface Client {
  readonly id: number;
  readonly title: string;
  readonly assignedById: number;
  readonly createdTime: number;
  readonly updatedTime: number;
}

export interface Category {
  readonly id: number;
  readonly name: string;
  readonly sort: number;
}

/** A row of a CRM directory: a stage, a lead status, a source … */
export interface Status {
  readonly id: number;
  readonly entityId: string;
  readonly statusId: string;
  readonly name: string;
  readonly sort: number;
  readonly categoryId: number;
  readonly semantic: Semantic;
}

export interface User {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  readonly position: string;
  /** First element of UF_DEPARTMENT (R12); 0 = none. */
  readonly departmentId: number;
}

export interface Department {
  readonly id: number;
  readonly name: string;
  readonly sort: number;
  readonly parentId: number;
  readonly headId: number;
}

export interface Currency {
  readonly code: string;
  /** Value of `count` units in the base currency. */
  readonly amount: number;
  readonly count: number;
  readonly base: boolean;
}

/** Everything one generation holds; arrays ascend by id. */
export interface Records {
  readonly deals: readonly Deal[];
  readonly leads: readonly Lead[];
  readonly stageHistory: readonly StageChange[];
  readonly activities: readonly Activity[];
  readonly productRows: readonly ProductRow[];
  readonly companies: readonly Client[];
  readonly contacts: readonly Client[];
  readonly categories: readonly Category[];
  readonly statuses: readonly Status[];
  readonly users: readonly User[];
  readonly departments: readonly Department[];
  readonly currencies: readonly Currency[];
}

export type EntityId = keyof Records;
