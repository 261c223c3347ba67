// The pay ledger (R1): what a month was paid for, frozen when it was approved.
import type { BonusScheme } from '../inputs/bonus-scheme';

/** One deal of the base of somebody's pay. */
export interface LedgerLine {
  readonly dealId: number;
  readonly title: string;
  /** Bitrix24 id of who is paid: the manager seen at the first load after closing (R12). */
  readonly managerId: number;
  readonly closeDay: number;
  /** Units of the base currency; a correction is the difference, of either sign. */
  readonly amount: number;
  /** 'YYYY-MM' whose result it belongs to: the approved month, or an earlier one that was corrected after its approval. */
  readonly month: string;
}

/** What somebody was paid by. */
export interface Statement {
  readonly managerId: number;
  readonly name: string;
  readonly scheme: BonusScheme;
  readonly plan: number | null;
  readonly score: number | null;
  readonly active: boolean;
}

export interface ApprovedMonth {
  /** 'YYYY-MM'. */
  readonly month: string;
  /** Unix seconds. */
  readonly approvedAt: number;
  readonly approvedBy: string;
  readonly lines: readonly LedgerLine[];
  readonly statements: readonly Statement[];
}
