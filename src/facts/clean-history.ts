// R5: the history of one deal made whole: missing rows added, repeated rows and misclicks taken out.
import type { Deal, Semantic, StageChange } from '../raw/records';
import { FLAG, LOST, OPEN, WON } from './facts';
import type { Stage, StageDirectory } from './stages';

export interface CleanRow {
  /** Unix seconds. */
  readonly time: number;
  readonly stage: Stage;
  /** OPEN, WON or LOST as the row itself says, whatever its code (R5). */
  readonly semantic: number;
}

export interface CleanHistory {
  /** Ascending by time, never empty; neighbours differ in stage. */
  readonly rows: readonly CleanRow[];
  /** NO_HISTORY, HISTORY_GAP, MISCLICK, DELETED_STAGE. */
  readonly flags: number;
}

export interface CleaningRules {
  readonly stages: StageDirectory;
  readonly misclickSeconds: number;
  readonly asOf: number;
}

/** `changes`: the deal's rows up to asOf, in the order (time, id). */
export function cleanHistory(deal: Deal, changes: readonly StageChange[], rules: CleaningRules): CleanHistory {
  let flags = 0;
  const rows: CleanRow[] = [];
  for (const change of changes) {
    const stage = rules.stages.stageOf(change.categoryId, change.stageId);
    if (rows[rows.length - 1]?.stage !== stage) rows.push({ time: change.time, stage, semantic: stateOf(change.semantic) });
  }
  const last = rows[rows.length - 1];
  const current = rules.stages.stageOf(deal.categoryId, deal.stageId);
  if (last === undefined) {
    flags |= FLAG.NO_HISTORY;
    rows.push(...syntheticRows(deal, current, rules));
  } else if (last.stage.id !== current.id) {
    flags |= FLAG.HISTORY_GAP;
    // Not before the last row as the portal wrote it, be it a repetition that is already taken out (R5 b goes before c).
    const written = changes[changes.length - 1]?.time ?? last.time;
    rows.push({ time: movedAt(deal, written, rules.asOf), stage: current, semantic: stateOf(deal.semantic) });
  }
  const kept = withoutMisclicks(rows, rules.misclickSeconds);
  if (kept.length < rows.length) flags |= FLAG.MISCLICK;
  if (kept.some((row) => !row.stage.known)) flags |= FLAG.DELETED_STAGE;
  return { rows: kept, flags };
}

/** The state a semantic letter stands for. */
export function stateOf(semantic: Semantic): number {
  if (semantic === 'S') return WON;
  return semantic === 'F' ? LOST : OPEN;
}

/** R5 a: the first process stage at creation, then the current stage at its move. */
function syntheticRows(deal: Deal, current: Stage, { stages, asOf }: CleaningRules): CleanRow[] {
  const first = stages.firstOf(deal.categoryId);
  const moved = { time: movedAt(deal, deal.createdTime, asOf), stage: current, semantic: stateOf(deal.semantic) };
  if (first === null) return [moved];
  if (first === current) return [{ ...moved, time: deal.createdTime }];
  return [{ time: deal.createdTime, stage: first, semantic: OPEN }, moved];
}

/** Moment of the last move as the deal knows it, never before `earliest` and never after asOf. */
function movedAt(deal: Deal, earliest: number, asOf: number): number {
  return Math.min(asOf, Math.max(earliest, deal.movedTime || deal.updatedTime));
}

/** R5 d: there and back within the limit is no move; what is left may be one again. */
function withoutMisclicks(rows: readonly CleanRow[], seconds: number): CleanRow[] {
  const kept: CleanRow[] = [];
  for (const row of rows) {
    const away = kept[kept.length - 1];
    const back = away !== undefined && kept[kept.length - 2]?.stage === row.stage && row.time - away.time < seconds;
    if (back) kept.pop();
    else kept.push(row);
  }
  return kept;
}
