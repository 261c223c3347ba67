// How long deals usually stand on each process stage: the ground of "too long on a stage" (M17), which would otherwise read every stay there is.
import { quantile } from '../stats';
import { FLAG, NO_DAY, type PipelineLabel, type StayFacts } from './facts';
import type { PaceFacts } from './side-tables';

const DAY_SECONDS = 86400;
const WINDOW_DAYS = 365;

/** Stays that ended in the 365 days up to asOf's, everybody's; deals without history have only a made-up row and are left out (M15). */
export function paceFacts(stays: StayFacts, flags: Int32Array, pipelines: readonly PipelineLabel[], asOfDay: number): PaceFacts {
  const days = pipelines.map(({ stages }) => stages.map((): number[] => []));
  for (let row = 0; row < stays.count; row++) {
    const exitDay = stays.exitDay[row] ?? NO_DAY;
    if (exitDay === NO_DAY || exitDay > asOfDay || exitDay <= asOfDay - WINDOW_DAYS) continue;
    if (((flags[stays.deal[row] ?? 0] ?? 0) & FLAG.NO_HISTORY) !== 0) continue;
    days[stays.pipeline[row] ?? -1]?.[stays.stage[row] ?? -1]?.push((stays.seconds[row] ?? 0) / DAY_SECONDS);
  }
  const rows = days.flatMap((stages, pipeline) => stages.map((own, stage) => ({ pipeline, stage, own })));
  return {
    count: rows.length,
    pipeline: Int32Array.from(rows, (row) => row.pipeline),
    stage: Int32Array.from(rows, (row) => row.stage),
    stays: Int32Array.from(rows, ({ own }) => own.length),
    p90: Float64Array.from(rows, ({ own }) => quantile(own, 0.9) ?? Number.NaN),
  };
}
