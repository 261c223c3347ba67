// The first three arguments of a table: when, who, where (D5).
import type { Labels } from '../../facts/facts';
import type { Slice } from '../../metrics/slice';
import { periodArgument } from './period';
import { pipelinesArgument } from './pipeline';
import { peopleArgument } from './who';

/** People of a range together. KpiError('argument') as each of the three says. */
export function sliceArguments([period, who, pipeline]: readonly unknown[], labels: Labels): Slice {
  return {
    period: periodArgument(period, labels),
    managers: peopleArgument(who, labels),
    pipelines: pipelinesArgument(pipeline, labels),
  };
}
