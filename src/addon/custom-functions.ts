// The custom functions as Google needs them: plain declarations whose last parameter is the stamp. What they mean, and the help that
// Sheets shows, stands in src/functions; the build puts that help above each of them.
import type { Cell, Table } from '../cell';
import { answer } from '../functions/answer';
import { describe } from '../locale/describe';
import { factsSource } from './facts-source';
import { fileLang } from './file';
import { understood } from './platform-errors';

export function B24_DEALS(period: unknown, who: unknown, pipeline: unknown, state: unknown, data: unknown): Cell | Table {
  return cells('B24_DEALS', [period, who, pipeline, state, data]);
}

export function B24_REVENUE(period: unknown, who: unknown, pipeline: unknown, data: unknown): Cell | Table {
  return cells('B24_REVENUE', [period, who, pipeline, data]);
}

export function B24_CONVERSION(
  period: unknown,
  who: unknown,
  pipeline: unknown,
  stage: unknown,
  mode: unknown,
  data: unknown,
): Cell | Table {
  return cells('B24_CONVERSION', [period, who, pipeline, stage, mode, data]);
}

export function B24_WINRATE(period: unknown, who: unknown, pipeline: unknown, by: unknown, data: unknown): Cell | Table {
  return cells('B24_WINRATE', [period, who, pipeline, by, data]);
}

export function B24_AVG_DEAL(period: unknown, who: unknown, pipeline: unknown, stat: unknown, data: unknown): Cell | Table {
  return cells('B24_AVG_DEAL', [period, who, pipeline, stat, data]);
}

export function B24_CYCLE(period: unknown, who: unknown, pipeline: unknown, stat: unknown, data: unknown): Cell | Table {
  return cells('B24_CYCLE', [period, who, pipeline, stat, data]);
}

export function B24_STAGE_TIME(
  period: unknown,
  who: unknown,
  pipeline: unknown,
  stage: unknown,
  stat: unknown,
  data: unknown,
): Cell | Table {
  return cells('B24_STAGE_TIME', [period, who, pipeline, stage, stat, data]);
}

export function B24_FUNNEL(period: unknown, who: unknown, pipeline: unknown, mode: unknown, data: unknown): Cell | Table {
  return cells('B24_FUNNEL', [period, who, pipeline, mode, data]);
}

export function B24_KPI_TABLE(
  period: unknown,
  who: unknown,
  pipeline: unknown,
  by: unknown,
  metrics: unknown,
  data: unknown,
): Cell | Table {
  return cells('B24_KPI_TABLE', [period, who, pipeline, by, metrics, data]);
}

export function B24_KPI(period: unknown, who: unknown, pipeline: unknown, metric: unknown, data: unknown): Cell | Table {
  return cells('B24_KPI', [period, who, pipeline, metric, data]);
}

export function B24_LEADS(period: unknown, who: unknown, pipeline: unknown, state: unknown, data: unknown): Cell | Table {
  return cells('B24_LEADS', [period, who, pipeline, state, data]);
}

export function B24_VELOCITY(period: unknown, who: unknown, pipeline: unknown, data: unknown): Cell | Table {
  return cells('B24_VELOCITY', [period, who, pipeline, data]);
}

export function B24_PLAN(period: unknown, who: unknown, pipeline: unknown, metric: unknown, data: unknown): Cell | Table {
  return cells('B24_PLAN', [period, who, pipeline, metric, data]);
}

export function B24_PLANFACT(
  period: unknown,
  who: unknown,
  pipeline: unknown,
  metric: unknown,
  what: unknown,
  data: unknown,
): Cell | Table {
  return cells('B24_PLANFACT', [period, who, pipeline, metric, what, data]);
}

export function B24_PLANFACT_TABLE(
  period: unknown,
  who: unknown,
  pipeline: unknown,
  metric: unknown,
  by: unknown,
  data: unknown,
): Cell | Table {
  return cells('B24_PLANFACT_TABLE', [period, who, pipeline, metric, by, data]);
}

export function B24_RUNRATE(period: unknown, who: unknown, pipeline: unknown, metric: unknown, data: unknown): Cell | Table {
  return cells('B24_RUNRATE', [period, who, pipeline, metric, data]);
}

export function B24_FORECAST(period: unknown, who: unknown, pipeline: unknown, method: unknown, data: unknown): Cell | Table {
  return cells('B24_FORECAST', [period, who, pipeline, method, data]);
}

export function B24_FORECAST_DEALS(period: unknown, who: unknown, pipeline: unknown, data: unknown): Cell | Table {
  return cells('B24_FORECAST_DEALS', [period, who, pipeline, data]);
}

export function B24_FORECAST_LOG(period: unknown, who: unknown, data: unknown): Cell | Table {
  return cells('B24_FORECAST_LOG', [period, who, data]);
}

export function B24_COVERAGE(period: unknown, who: unknown, pipeline: unknown, what: unknown, data: unknown): Cell | Table {
  return cells('B24_COVERAGE', [period, who, pipeline, what, data]);
}

export function B24_GOAL(period: unknown, who: unknown, pipeline: unknown, level: unknown, metric: unknown, data: unknown): Cell | Table {
  return cells('B24_GOAL', [period, who, pipeline, level, metric, data]);
}

export function B24_BOTTLENECK(period: unknown, who: unknown, pipeline: unknown, data: unknown): Cell | Table {
  return cells('B24_BOTTLENECK', [period, who, pipeline, data]);
}

export function B24_STUCK(who: unknown, pipeline: unknown, rule: unknown, data: unknown): Cell | Table {
  return cells('B24_STUCK', [who, pipeline, rule, data]);
}

export function B24_LOSSES(period: unknown, who: unknown, pipeline: unknown, by: unknown, data: unknown): Cell | Table {
  return cells('B24_LOSSES', [period, who, pipeline, by, data]);
}

export function B24_WHATIF(period: unknown, who: unknown, pipeline: unknown, stage: unknown, points: unknown, data: unknown): Cell | Table {
  return cells('B24_WHATIF', [period, who, pipeline, stage, points, data]);
}

export function B24_COMPARE(
  period: unknown,
  who: unknown,
  pipeline: unknown,
  metric: unknown,
  against: unknown,
  data: unknown,
): Cell | Table {
  return cells('B24_COMPARE', [period, who, pipeline, metric, against, data]);
}

export function B24_COACH(period: unknown, who: unknown, pipeline: unknown, data: unknown): Cell | Table {
  return cells('B24_COACH', [period, who, pipeline, data]);
}

export function B24_QUALITY(period: unknown, who: unknown, pipeline: unknown, what: unknown, data: unknown): Cell | Table {
  return cells('B24_QUALITY', [period, who, pipeline, what, data]);
}

export function B24_EXPLAIN(period: unknown, who: unknown, pipeline: unknown, metric: unknown, data: unknown): Cell | Table {
  return cells('B24_EXPLAIN', [period, who, pipeline, metric, data]);
}

export function B24_BITRIX(period: unknown, who: unknown, pipeline: unknown, report: unknown, data: unknown): Cell | Table {
  return cells('B24_BITRIX', [period, who, pipeline, report, data]);
}

export function B24_TOP(
  period: unknown,
  who: unknown,
  pipeline: unknown,
  by: unknown,
  n: unknown,
  metric: unknown,
  data: unknown,
): Cell | Table {
  return cells('B24_TOP', [period, who, pipeline, by, n, metric, data]);
}

export function B24_RFM(who: unknown, pipeline: unknown, data: unknown): Cell | Table {
  return cells('B24_RFM', [who, pipeline, data]);
}

export function B24_REPEAT(period: unknown, who: unknown, pipeline: unknown, by: unknown, data: unknown): Cell | Table {
  return cells('B24_REPEAT', [period, who, pipeline, by, data]);
}

export function B24_SOURCES(period: unknown, who: unknown, pipeline: unknown, by: unknown, data: unknown): Cell | Table {
  return cells('B24_SOURCES', [period, who, pipeline, by, data]);
}

export function B24_ACTIVITY(period: unknown, who: unknown, pipeline: unknown, kind: unknown, per: unknown, data: unknown): Cell | Table {
  return cells('B24_ACTIVITY', [period, who, pipeline, kind, per, data]);
}

export function B24_RESPONSE(period: unknown, who: unknown, pipeline: unknown, stat: unknown, data: unknown): Cell | Table {
  return cells('B24_RESPONSE', [period, who, pipeline, stat, data]);
}

export function B24_COHORT(period: unknown, who: unknown, pipeline: unknown, metric: unknown, data: unknown): Cell | Table {
  return cells('B24_COHORT', [period, who, pipeline, metric, data]);
}

export function B24_CHANGES(period: unknown, who: unknown, pipeline: unknown, kind: unknown, data: unknown): Cell | Table {
  return cells('B24_CHANGES', [period, who, pipeline, kind, data]);
}

export function B24_SCORE(period: unknown, who: unknown, pipeline: unknown, data: unknown): Cell | Table {
  return cells('B24_SCORE', [period, who, pipeline, data]);
}

export function B24_BONUS(period: unknown, who: unknown, pipeline: unknown, part: unknown, data: unknown): Cell | Table {
  return cells('B24_BONUS', [period, who, pipeline, part, data]);
}

export function B24_BONUS_DEALS(period: unknown, who: unknown, pipeline: unknown, data: unknown): Cell | Table {
  return cells('B24_BONUS_DEALS', [period, who, pipeline, data]);
}

export function B24_STATUS(what: unknown, data: unknown): Cell | Table {
  return cells('B24_STATUS', [what, data]);
}

/** One answer; every failure becomes one sentence in the language of the file (D6). */
function cells(name: string, args: unknown[]): Cell | Table {
  try {
    return answer(name, args, factsSource());
  } catch (error) {
    throw new Error(describe(understood(error), fileLang()));
  }
}
