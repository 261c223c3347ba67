// Names beside ids: users, stages, pipelines, sources, clients, looked up in the records.
import type { Lang } from '../cell';
import type { Records } from './records';

export interface Names {
  /** Host of the portal, for links. */
  readonly portal: string;
  user(id: number): string;
  department(id: number): string;
  category(id: number): string;
  /** Stage codes are unique over pipelines. */
  dealStage(stageId: string): string;
  leadStage(stageId: string): string;
  source(id: string): string;
  company(id: number): string;
  contact(id: number): string;
  dealTitle(id: number): string;
  leadTitle(id: number): string;
}

const userWord = { ru: 'Сотрудник', en: 'User' } as const;

/** An id that resolves to nothing reads "#id" (users: "User #id": the portal hides some), a code reads itself; 0 and '' read ''. */
export function namesOf(records: Records, portal: string, lang: Lang): Names {
  const user = named(records.users, (one) => one.name);
  const department = named(records.departments, (one) => one.name);
  const category = named(records.categories, (one) => one.name);
  const titled = [records.companies, records.contacts, records.deals, records.leads].map((list) => named(list, (one) => one.title));
  const [company = nothing, contact = nothing, deal = nothing, lead = nothing] = titled;
  const statuses = (belongs: (entityId: string) => boolean) => {
    const names = new Map(records.statuses.filter((one) => belongs(one.entityId)).map((one) => [one.statusId, one.name]));
    return (id: string) => names.get(id) ?? id;
  };
  return {
    portal,
    user: (id) => user(id, `${userWord[lang]} #${id}`),
    department: (id) => department(id, `#${id}`),
    // The pipeline of number 0 is a real one.
    category: (id) => category(id, `#${id}`) || `#${id}`,
    dealStage: statuses(isDealStages),
    leadStage: statuses((entityId) => entityId === 'STATUS'),
    source: statuses((entityId) => entityId === 'SOURCE'),
    company: (id) => company(id, `#${id}`),
    contact: (id) => contact(id, `#${id}`),
    dealTitle: (id) => deal(id, `#${id}`),
    leadTitle: (id) => lead(id, `#${id}`),
  };
}

/** Directories of the stages of deals: DEAL_STAGE for pipeline 0, DEAL_STAGE_n for the others (bitrix24-rest 5.4). */
export function isDealStages(entityId: string): boolean {
  return entityId === 'DEAL_STAGE' || entityId.startsWith('DEAL_STAGE_');
}

type Lookup = (id: number, otherwise: string) => string;

const nothing: Lookup = (_id, otherwise) => otherwise;

function named<T extends { readonly id: number }>(list: readonly T[], name: (one: T) => string): Lookup {
  const names = new Map(list.map((one) => [one.id, name(one)]));
  return (id, otherwise) => names.get(id) ?? (id === 0 ? '' : otherwise);
}
