// Which deals carry which trouble, read off the finished drafts and records, so that an accidental case is listed like a planted one.
import type { DealDraft } from './deals';
import { DELETED, SALES, UNKNOWN_CURRENCY, WEAK_STAGE } from './directory';
import type { Marks } from './dirt';
import { visibleMoves } from './history';
import { closingTime, type Move } from './journeys';
import type { Team } from './people';
import type { PlantedKind, StageScore } from './planted';
import type { DealRecord, LeadRecord } from './portal-shape';
import { DAY, dateText, dayOf } from './portal-time';
import { basketSum } from './products';

/** Days without activity after which an open deal counts as stale here. */
const STALE_DAYS = 14;

interface Case {
  readonly deal: DealDraft;
  readonly record: DealRecord;
  readonly lead: LeadRecord | undefined;
  /** Visible moves without misclicks. */
  readonly moves: readonly Move[];
}

/** Ids by kind, ascending. Drafts and records stand in the same order. */
export function findings(
  team: Team,
  deals: readonly DealDraft[],
  records: readonly DealRecord[],
  leads: readonly LeadRecord[],
  marks: Marks,
  now: number,
): Record<PlantedKind, number[]> {
  const today = dateText(dayOf(now));
  const old = now - STALE_DAYS * DAY;
  const firstWins = new Set<number>();
  const wonBefore = new Set<string>();
  const cases: Case[] = [];
  const recurring: number[] = [];
  deals.forEach((deal, at) => {
    const record = records[at];
    if (!record) return;
    if (deal.template) {
      recurring.push(deal.id);
      return;
    }
    cases.push({
      deal,
      record,
      lead: deal.lead ? leads[deal.lead.id - 1] : undefined,
      moves: visibleMoves(deal).filter((move) => !move.slip),
    });
    const client = record.companyId > 0 ? `c${record.companyId}` : `p${record.contactId}`;
    if (record.stageSemanticId === 'S' && deal.client && !wonBefore.has(client)) {
      wonBefore.add(client);
      firstWins.add(deal.id);
    }
  });
  const where = (fits: (item: Case) => boolean): number[] => cases.filter(fits).map((item) => item.deal.id);
  const marked = (list: readonly DealDraft[]): number[] => list.map((deal) => deal.id).sort((a, b) => a - b);
  const open = (item: Case): boolean => item.record.stageSemanticId === 'P';
  const won = (item: Case): boolean => item.record.stageSemanticId === 'S';
  const createdClosed = (item: Case): boolean => item.moves.length > 0 && item.moves.every((move) => move.stage.semantic !== 'P');
  const closeDateText = (item: Case): string => item.record.closedate.slice(0, 10);
  const edited = (item: Case): boolean => {
    const closed = closingTime(item.deal.moves);
    return closed !== undefined && !createdClosed(item) && dateText(dayOf(closed)) !== closeDateText(item);
  };
  return {
    noSource: where((item) => item.record.sourceId === null),
    noChannel: where((item) => item.record.sourceId === null && (item.lead?.sourceId ?? null) === null),
    leadsWithoutSource: leads.filter((lead) => lead.sourceId === null).map((lead) => lead.id),
    noClient: where((item) => item.record.companyId === 0 && item.record.contactId === 0),
    zeroAmountWon: where((item) => won(item) && item.record.opportunity === 0),
    negativeAmount: where((item) => item.record.opportunity < 0),
    unknownCurrency: where((item) => item.record.currencyId === UNKNOWN_CURRENCY),
    productMismatch: where((item) => item.deal.rows.length > 0 && basketSum(item.deal.rows) !== item.deal.amount),
    testDeals: marked(marks.testDeals),
    formulaTitles: marked(marks.formulaTitles),
    futureClose: where((item) => !open(item) && closeDateText(item) > today),
    closeDateEdited: where(edited),
    createdClosed: where(createdClosed),
    deletedStage: where((item) => item.record.stageId === DELETED.code || item.moves.some((move) => move.stage === DELETED)),
    reopened: where((item) =>
      item.moves.some((move, at) => move.stage.semantic === 'P' && (item.moves[at - 1]?.stage.semantic ?? 'P') !== 'P'),
    ),
    misclicks: marked(marks.misclicks),
    transferred: where((item) => item.moves.some((move) => move.stage.category !== item.moves[0]?.stage.category)),
    noHistory: where((item) => item.moves.length === 0),
    historyGap: marked(marks.historyGap),
    recurring,
    orphans: where((item) => open(item) && item.record.assignedById === team.fired.id),
    overdue: where((item) => open(item) && closeDateText(item) < today),
    stale: where((item) => open(item) && Date.parse(item.record.lastActivityTime) < old),
    returnBeforeData: where((item) => firstWins.has(item.deal.id) && item.record.isReturnCustomer === 'Y'),
  };
}

/** Passed and lost at the weak manager's stage over the whole data, his deals against all others (M11 by R7, created-closed excluded). */
export function weaknessScores(team: Team, deals: readonly DealDraft[]): { own: StageScore; others: StageScore } {
  const own = { advanced: 0, lost: 0 };
  const others = { advanced: 0, lost: 0 };
  for (const deal of deals) {
    const reach = salesReach(deal);
    if (reach === undefined) continue;
    const score = deal.manager === team.weak ? own : others;
    if (reach.furthest > WEAK_STAGE) score.advanced++;
    else if (reach.furthest === WEAK_STAGE && reach.outcome === 'F') score.lost++;
  }
  return { own, others };
}

function salesReach(deal: DealDraft): { furthest: number; outcome: 'S' | 'F' | 'P' | 'T' } | undefined {
  const moves = deal.moves.filter((move) => !move.slip);
  const last = moves[moves.length - 1];
  const created = deal.lost !== 'all' && moves.every((move) => move.stage.semantic !== 'P');
  if (!last || deal.template || created || !moves.some((move) => move.stage.category === SALES.id)) return undefined;
  const outcome = last.stage.category === SALES.id ? last.stage.semantic : 'T';
  if (outcome === 'S') return { furthest: SALES.process.length, outcome };
  // Without history only the current stage is known (R5 a).
  const seen = deal.lost === 'all' ? [last] : moves;
  const indices = seen.filter((move) => move.stage.category === SALES.id && move.stage.semantic === 'P').map((move) => move.stage.index);
  return { furthest: Math.max(0, ...indices), outcome };
}
