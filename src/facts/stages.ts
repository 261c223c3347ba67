// Pipelines and their stages as the CRM's directories describe them (R7), and the one place where a stage id is looked up.
import type { Category, Records, Status } from '../raw/records';
import type { PipelineLabel } from './facts';

/** A stage of a pipeline; the same stage is the same object, so that rows compare by identity. */
export interface Stage {
  readonly id: string;
  /** Index in the pipeline labels. */
  readonly pipeline: number;
  /** Index among the process stages; −1 = final, or no longer in the pipeline. */
  readonly index: number;
  /** False = a deleted stage: in no directory and without an alias. */
  readonly known: boolean;
}

export interface StageDirectory {
  readonly pipelines: readonly PipelineLabel[];
  /** Index of the pipeline of a category; every category a deal or a history row names has one. */
  readonly pipelineOf: (categoryId: number) => number;
  /** The stage of a code, aliases applied (R7). */
  readonly stageOf: (categoryId: number, stageId: string) => Stage;
  /** First process stage of a pipeline, if it has any. */
  readonly firstOf: (categoryId: number) => Stage | null;
}

/**
 * `aliases`: deleted stage id → live stage id of the same pipeline. Categories without a record are named by their number, last;
 * `remembered` adds those that only deals of the past were in.
 */
export function stageDirectory(
  records: Pick<Records, 'categories' | 'statuses' | 'deals' | 'stageHistory'>,
  aliases: Readonly<Record<string, string>>,
  remembered: Iterable<number> = [],
): StageDirectory {
  const categories = allCategories(records, remembered);
  const pipelineIndex = new Map(categories.map((category, index) => [category.id, index]));
  const statuses = stagesByCategory(records.statuses);
  const stages = categories.map((category, pipeline) => {
    const known = new Map<string, Stage>();
    const own = statuses.get(category.id) ?? [];
    let index = 0;
    for (const status of own) {
      known.set(status.statusId, { id: status.statusId, pipeline, index: status.semantic === 'P' ? index++ : -1, known: true });
    }
    return known;
  });
  const pipelineOf = (categoryId: number): number => pipelineIndex.get(categoryId) ?? 0;
  return {
    pipelines: categories.map((category) => pipelineLabel(category, statuses.get(category.id) ?? [])),
    pipelineOf,
    stageOf: (categoryId, stageId) => {
      const pipeline = pipelineOf(categoryId);
      const known = stages[pipeline];
      const found = known?.get(stageId);
      if (found !== undefined) return found;
      const alias = known?.get(aliases[stageId] ?? '');
      const stage = alias?.known === true ? alias : { id: stageId, pipeline, index: -1, known: false };
      known?.set(stageId, stage);
      return stage;
    },
    firstOf: (categoryId) => {
      for (const stage of stages[pipelineOf(categoryId)]?.values() ?? []) if (stage.index === 0) return stage;
      return null;
    },
  };
}

function allCategories(records: Pick<Records, 'categories' | 'deals' | 'stageHistory'>, remembered: Iterable<number>): Category[] {
  const listed = [...records.categories].sort((a, b) => a.sort - b.sort || a.id - b.id);
  const seen = new Set(listed.map((category) => category.id));
  const missing: number[] = [];
  const note = (id: number): void => {
    if (seen.has(id)) return;
    seen.add(id);
    missing.push(id);
  };
  for (const deal of records.deals) note(deal.categoryId);
  for (const row of records.stageHistory) note(row.categoryId);
  for (const id of remembered) note(id);
  return [...listed, ...missing.sort((a, b) => a - b).map((id) => ({ id, name: `#${id}`, sort: 0 }))];
}

/** Stages of each category in the order of R7: SORT, then STATUS_ID. */
function stagesByCategory(statuses: readonly Status[]): Map<number, Status[]> {
  const found = new Map<number, Status[]>();
  for (const status of statuses) {
    const match = /^DEAL_STAGE(?:_(\d+))?$/.exec(status.entityId);
    if (!match) continue;
    const category = Number(match[1] ?? '0');
    const own = found.get(category);
    if (own === undefined) found.set(category, [status]);
    else own.push(status);
  }
  for (const own of found.values()) own.sort((a, b) => a.sort - b.sort || (a.statusId < b.statusId ? -1 : a.statusId > b.statusId ? 1 : 0));
  return found;
}

function pipelineLabel(category: Category, statuses: readonly Status[]): PipelineLabel {
  return {
    id: category.id,
    name: category.name,
    stages: statuses.filter((status) => status.semantic === 'P').map((status) => ({ id: status.statusId, name: status.name })),
    wonName: statuses.find((status) => status.semantic === 'S')?.name ?? '',
  };
}
