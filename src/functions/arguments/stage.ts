// The argument "stage": name or a part of it, Bitrix24's id, or the number of the stage in its pipeline.
import { KpiError } from '../../errors';
import type { Labels } from '../../facts/facts';
import { stageWords } from '../../locale/stage-words';
import { listed, partMatches, plain } from '../../matching';
import { type Given, shown, singleValue } from './given';

/** The value as typed; undefined when the stage is omitted. */
export function stageGiven(raw: unknown, labels: Labels): Given | undefined {
  return singleValue(raw, 'stage', labels.lang);
}

/**
 * Index of the stage in the pipeline's process stages (0-based); their number stands for "won". KpiError('argument') lists the stages
 * there are: a deleted or a losing stage is not one of them.
 */
export function stageIndex(value: Given, pipeline: number, labels: Labels): number {
  const known = labels.pipelines[pipeline];
  const stages = known?.stages ?? [];
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= stages.length) return value - 1;
  if (typeof value === 'string') {
    const text = plain(value);
    const same = stages.findIndex((stage) => plain(stage.id) === text || plain(stage.name) === text);
    if (same >= 0) return same;
    if ([known?.wonName ?? '', ...stageWords.won].some((word) => plain(word) === text)) return stages.length;
    const number = Number(text);
    if (Number.isInteger(number) && number >= 1 && number <= stages.length) return number - 1;
    const found = partMatches(
      value,
      stages.map((stage) => stage.name),
    );
    if (found.length > 1) {
      const names = found.map((index) => stages[index]?.name ?? '');
      throw new KpiError('argument', 'argStageSeveral', { found: shown(value, labels), allowed: listed(names) });
    }
    if (found[0] !== undefined) return found[0];
  }
  throw noStage(value, pipeline, labels);
}

/** The same for what only a stage in progress has: "won" is none. */
export function processStageIndex(value: Given, pipeline: number, labels: Labels): number {
  const index = stageIndex(value, pipeline, labels);
  if (labels.pipelines[pipeline]?.stages[index] === undefined) throw noStage(value, pipeline, labels);
  return index;
}

function noStage(value: Given, pipeline: number, labels: Labels): KpiError {
  const known = labels.pipelines[pipeline];
  const stages = known?.stages ?? [];
  return new KpiError('argument', 'argStage', {
    found: shown(value, labels),
    pipeline: known?.name ?? '',
    allowed: listed(stages.map((stage) => stage.name)),
    count: stages.length,
  });
}
