// The argument "pipeline" (D5): a name or a part of it, an id, a list or a range of them; the pipelines chosen in settings when omitted.
import { KpiError } from '../../errors';
import type { Labels } from '../../facts/facts';
import { personWords } from '../../locale/person-words';
import { listed, partMatches, plain } from '../../matching';
import { cellValue, filledCells, type Given, isBlock, isDate, shown } from './given';

/** Indices in `labels.pipelines`; null = all. */
export type Pipelines = ReadonlySet<number> | null;

/** The union of what is named; the default pipelines (all, until chosen) when omitted. KpiError('argument') names those there are. */
export function pipelinesArgument(raw: unknown, labels: Labels): Pipelines {
  const cells = isBlock(raw) ? filledCells(raw) : [cellValue(raw)].filter((cell) => cell !== undefined);
  if (cells.length === 0) return labels.defaultPipelines.length > 0 ? new Set(labels.defaultPipelines) : null;
  const all = new Set<number>();
  for (const cell of cells) {
    const found = pipelinesOf(cell, labels);
    if (found === null) return null;
    for (const index of found) all.add(index);
  }
  return all;
}

/** The only pipeline of a choice, for numbers that have no meaning over several; KpiError('argument', 'argPipelineOne') asks to name it. */
export function onlyPipeline(pipelines: Pipelines, labels: Labels): number {
  const indices = pipelines === null ? labels.pipelines.map((_, index) => index) : [...pipelines];
  const [only] = indices;
  if (indices.length === 1 && only !== undefined) return only;
  const chosen =
    pipelines === null ? personWords.all[labels.lang].toLowerCase() : listed(indices.map((index) => labels.pipelines[index]?.name ?? ''));
  throw new KpiError('argument', 'argPipelineOne', { found: chosen, allowed: pipelineNames(labels) });
}

function pipelinesOf(value: Given, labels: Labels): Pipelines {
  if (isDate(value) || typeof value === 'boolean') throw unknown(value, labels);
  if (typeof value === 'number') return byId(value, labels) ?? fail(value, labels);
  const text = plain(value);
  const named = labels.pipelines.findIndex((pipeline) => plain(pipeline.name) === text);
  if (named >= 0) return new Set([named]);
  if (personWords.everybody.some((word) => plain(word) === text)) return null;
  const id = /^\d+$/.test(text) ? byId(Number(text), labels) : null;
  if (id) return id;
  const parts = value.split(/[;,]/).filter((part) => part.trim() !== '');
  if (parts.length > 1) return unionOf(parts, labels);
  const found = partMatches(
    value,
    labels.pipelines.map((pipeline) => pipeline.name),
  );
  if (found.length > 1) {
    const names = found.map((index) => labels.pipelines[index]?.name ?? '');
    throw new KpiError('argument', 'argPipelineSeveral', { found: shown(value, labels), allowed: listed(names) });
  }
  return found.length === 1 ? new Set(found) : fail(value, labels);
}

function unionOf(parts: readonly string[], labels: Labels): Pipelines {
  const all = new Set<number>();
  for (const part of parts) {
    const found = pipelinesOf(part.trim(), labels);
    if (found === null) return null;
    for (const index of found) all.add(index);
  }
  return all;
}

function byId(id: number, labels: Labels): Pipelines {
  const index = labels.pipelines.findIndex((pipeline) => pipeline.id === id);
  return index < 0 ? null : new Set([index]);
}

function pipelineNames(labels: Labels): string {
  return listed(labels.pipelines.map((pipeline) => pipeline.name));
}

function unknown(value: Given, labels: Labels): KpiError {
  return new KpiError('argument', 'argPipeline', { found: shown(value, labels), allowed: pipelineNames(labels) });
}

function fail(value: Given, labels: Labels): never {
  throw unknown(value, labels);
}
