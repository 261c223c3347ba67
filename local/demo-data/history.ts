// Stage history of deals and leads as Bitrix24 returns it: one row per move, ids ascending with time across both.
import type { DealDraft } from './deals';
import { type Move, moveType } from './journeys';
import type { LeadDraft } from './leads';
import type { DealHistoryRecord, LeadHistoryRecord } from './portal-shape';
import { timeText } from './portal-time';

interface Step {
  readonly time: number;
  readonly owner: number;
  readonly lead: boolean;
  readonly type: 1 | 2 | 3 | 5;
  readonly move: Move;
}

/** The moves of a deal that Bitrix24 still returns: all, none, or all but the last. */
export function visibleMoves(deal: DealDraft): readonly Move[] {
  if (deal.lost === 'all') return [];
  return deal.lost === 'last' ? deal.moves.slice(0, -1) : deal.moves;
}

/** All rows, sorted by time; the rows of one owner keep their order. */
export function stageHistory(deals: readonly DealDraft[], leads: readonly LeadDraft[]): (DealHistoryRecord | LeadHistoryRecord)[] {
  const steps: Step[] = [];
  for (const lead of leads) {
    lead.moves.forEach((move, at) => {
      steps.push({ time: move.time, owner: lead.id, lead: true, type: moveType(lead.moves[at - 1], move), move });
    });
  }
  for (const deal of deals) {
    visibleMoves(deal).forEach((move, at) => {
      steps.push({ time: move.time, owner: deal.id, lead: false, type: moveType(deal.moves[at - 1], move), move });
    });
  }
  steps.sort((a, b) => a.time - b.time);
  return steps.map((step, at) => (step.lead ? leadRow(step, at + 1) : dealRow(step, at + 1)));
}

function dealRow(step: Step, id: number): DealHistoryRecord {
  const { stage } = step.move;
  return {
    ID: id,
    TYPE_ID: step.type,
    OWNER_ID: step.owner,
    CREATED_TIME: timeText(step.time),
    CATEGORY_ID: stage.category,
    STAGE_SEMANTIC_ID: stage.semantic,
    STAGE_ID: stage.code,
  };
}

function leadRow(step: Step, id: number): LeadHistoryRecord {
  const { stage } = step.move;
  return {
    ID: id,
    // Leads have one line of stages, so a change of pipeline cannot happen.
    TYPE_ID: step.type === 5 ? 2 : step.type,
    OWNER_ID: step.owner,
    CREATED_TIME: timeText(step.time),
    STATUS_SEMANTIC_ID: stage.semantic,
    STATUS_ID: stage.code,
  };
}
