// Pipelines that a formula names on purpose, and the metrics that no pipeline cuts.
import { KpiError } from '../errors';
import type { Labels } from '../facts/facts';
import { listed } from '../matching';
import { type MetricId, metricOf } from '../metrics/catalogue';
import { cellValue, filledCells, isBlock } from './arguments/given';
import { type Pipelines, pipelinesArgument } from './arguments/pipeline';
import { metricName } from './metric-names';

/**
 * Pipelines named on purpose; null = none, or all. A metric of people alone has no value of a pipeline: a number that ignores the argument
 * would be wrong without a sign, so it is KpiError('argument', 'argPipelineUnused').
 */
export function namedPipelines(raw: unknown, ids: readonly MetricId[], labels: Labels): Pipelines {
  const given = isBlock(raw) ? filledCells(raw).length > 0 : cellValue(raw) !== undefined;
  const pipelines = given ? pipelinesArgument(raw, labels) : null;
  const uncut = ids.find((id) => !metricOf(id).byPipeline);
  if (pipelines === null || uncut === undefined) return pipelines;
  const found = listed([...pipelines].map((index) => labels.pipelines[index]?.name ?? ''));
  throw new KpiError('argument', 'argPipelineUnused', { metric: metricName(uncut, labels.lang), found });
}
