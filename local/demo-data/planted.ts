// What the demo data hides on purpose, by id, so that a reader or a test can check that the product finds it.

/** The kinds of planted trouble; a list holds deal ids unless its name says leads. Recurring templates stand only in their own list (R4). */
export const PLANTED_KINDS = [
  'noSource',
  'noChannel',
  'leadsWithoutSource',
  'noClient',
  'zeroAmountWon',
  'negativeAmount',
  'unknownCurrency',
  'productMismatch',
  'testDeals',
  'formulaTitles',
  'futureClose',
  'closeDateEdited',
  'createdClosed',
  'deletedStage',
  'reopened',
  'misclicks',
  'transferred',
  'noHistory',
  'historyGap',
  'recurring',
  'orphans',
  'overdue',
  'stale',
  'returnBeforeData',
] as const;
export type PlantedKind = (typeof PLANTED_KINDS)[number];

/** Decided deals at one stage of the sales pipeline over the whole data: passed on or lost there (M11). */
export interface StageScore {
  readonly advanced: number;
  readonly lost: number;
}

export interface Planted {
  readonly seed: number;
  /** Start of the data and its end, ISO with the portal's offset. */
  readonly from: string;
  readonly now: string;
  readonly baseCurrency: string;
  readonly counts: {
    readonly deals: number;
    readonly leads: number;
    readonly companies: number;
    readonly contacts: number;
    readonly activities: number;
    readonly productRows: number;
    readonly dealHistory: number;
    readonly leadHistory: number;
  };
  /** Ids by kind, ascending. */
  readonly ids: Readonly<Record<PlantedKind, readonly number[]>>;
  /** The manager whose deals die at one stage, against everybody else there. */
  readonly weak: {
    readonly managerId: number;
    readonly managerName: string;
    readonly categoryId: number;
    readonly stageId: string;
    readonly stageName: string;
    readonly own: StageScore;
    readonly others: StageScore;
  };
  readonly fired: { readonly managerId: number; readonly managerName: string; readonly leftOn: string };
  readonly hired: { readonly managerId: number; readonly managerName: string; readonly hiredOn: string };
  readonly deletedStage: { readonly categoryId: number; readonly stageId: string };
  readonly unknownCurrency: string;
  /** REST name of the loss reason field of deals, as in crm.item.list. */
  readonly lossReasonField: string;
}
