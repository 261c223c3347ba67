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
