// What the stage directory says about a stage: its semantics, and which stage a funnel begins with. It knows no deal.
import type { Row } from './fields';
import type { EntityTypeId } from './item-fields';

/** Directory of the stages of a funnel: DEAL_STAGE, DEAL_STAGE_5; of leads: STATUS. */
export function stageEntity(entityTypeId: EntityTypeId, categoryId: number): string {
  if (entityTypeId === 1) return 'STATUS';
  return categoryId === 0 ? 'DEAL_STAGE' : `DEAL_STAGE_${categoryId}`;
}

export interface Stages {
  /** P, S or F; a stage that the directory lost is judged by its factory name. */
  semantic(entityTypeId: EntityTypeId, categoryId: number, stageId: string): 'P' | 'S' | 'F';
  /** Where a stage stands in its funnel; 0 for one that the directory lost. */
  sort(entityTypeId: EntityTypeId, categoryId: number, stageId: string): number;
  /** The first stage of a funnel, the factory's when the directory has none. */
  first(entityTypeId: EntityTypeId, categoryId: number): string;
}

export function readStages(statuses: readonly Row[]): Stages {
  const semantics = new Map<string, unknown>();
  const sorts = new Map<string, number>();
  const firsts = new Map<string, { stageId: string; sort: number }>();
  for (const status of statuses) {
    const entity = String(status['ENTITY_ID']);
    const stageId = String(status['STATUS_ID']);
    semantics.set(`${entity}|${stageId}`, status['SEMANTICS']);
    const sort = Number(status['SORT']);
    sorts.set(`${entity}|${stageId}`, sort);
    const first = firsts.get(entity);
    if (first === undefined || sort < first.sort) firsts.set(entity, { stageId, sort });
  }
  return {
    semantic: (entityTypeId, categoryId, stageId) => {
      const known = semantics.get(`${stageEntity(entityTypeId, categoryId)}|${stageId}`);
      if (known === undefined) return factorySemantic(stageId);
      return known === 'S' || known === 'F' ? known : 'P';
    },
    sort: (entityTypeId, categoryId, stageId) => sorts.get(`${stageEntity(entityTypeId, categoryId)}|${stageId}`) ?? 0,
    first: (entityTypeId, categoryId) =>
      firsts.get(stageEntity(entityTypeId, categoryId))?.stageId ?? (categoryId === 0 ? 'NEW' : `C${categoryId}:NEW`),
  };
}

function factorySemantic(stageId: string): 'P' | 'S' | 'F' {
  const code = stageId.replace(/^C\d+:/, '');
  if (code === 'WON' || code === 'CONVERTED') return 'S';
  return code === 'LOSE' || code === 'JUNK' || code === 'APOLOGY' ? 'F' : 'P';
}
