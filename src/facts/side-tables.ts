// Fact tables that only some metrics read, each in a text of its own, so that the others stay as quick as they are (D3).
// "Aligned" tables have one row per row of `DealFacts`.

/** Aligned: what the card says, edited or not, and what the untouched history says (M17, M27, M32, M38). Days; NO_DAY = none. */
export interface CardFacts {
  /** The written closing date (R3): for open deals the expected one. */
  readonly closedate: Int32Array;
  readonly movedDay: Int32Array;
  /** Day of the first history row as the portal keeps it. */
  readonly firstDay: Int32Array;
  /** 1 = some history row has the semantic S, misclicks included. */
  readonly success: Uint8Array;
}

/** Aligned: from whom and from where (R13), and whether the client had bought before (M24). */
export interface OriginFacts {
  /** Company id, minus a contact's id, 0 = "No client". */
  readonly client: Float64Array;
  /** Source id; '' = not set. */
  readonly channel: readonly string[];
  /** 1 = a won deal of a client who had bought before. */
  readonly repeat: Uint8Array;
}

/** Aligned: marks of advertising; '' = not set. */
export interface UtmFacts {
  readonly utmSource: readonly string[];
  readonly utmMedium: readonly string[];
  readonly utmCampaign: readonly string[];
}

/** One row per lost deal, ascending by deal (M18). */
export interface LossFacts {
  readonly count: number;
  /** Row in `DealFacts`. */
  readonly deal: Int32Array;
  /** Stage id of the loss. */
  readonly failStage: readonly string[];
  /** Stage id of the last row in progress before the loss; '' = there was none. */
  readonly fromStage: readonly string[];
  /** Text of the field of reasons; '' = not set. */
  readonly reason: readonly string[];
}

/** One row per product row of a won deal, ascending by deal (M21). */
export interface LineFacts {
  readonly count: number;
  readonly deal: Int32Array;
  /** Product id; 0 = free text. */
  readonly product: Float64Array;
  readonly name: readonly string[];
  readonly quantity: Float64Array;
  /** Minor units of the base currency, rounded per row; NaN = unknown currency. */
  readonly value: Float64Array;
}

/** One row per open deal, ascending by deal (M17). */
export interface StepFacts {
  readonly count: number;
  readonly deal: Int32Array;
  /** Start of the present uninterrupted visit of its stage, unix seconds; by the made-up row of deals without history; NaN = the history does not tell. */
  readonly since: Float64Array;
  /** Last sign of life, unix seconds. */
  readonly aliveAt: Float64Array;
  /** Earliest deadline not before asOf of what is planned for the deal, unix seconds; NaN = nothing is planned. */
  readonly nextStep: Float64Array;
  readonly subject: readonly string[];
}

/** One row per lead, ascending by id (M10). */
export interface LeadFacts {
  readonly count: number;
  readonly id: Float64Array;
  /** Index in `labels.managers`. */
  readonly manager: Int32Array;
  /** OPEN, WON (converted) or LOST (junk). */
  readonly state: Int32Array;
  readonly createdDay: Int32Array;
  /** Day of the conversion or of the refusal; NO_DAY while open. */
  readonly closeDay: Int32Array;
  /** Source id; '' = not set. */
  readonly channel: readonly string[];
}

/** One row per process stage: the stays that ended in the 365 days up to asOf's (M17). */
export interface PaceFacts {
  readonly count: number;
  readonly pipeline: Int32Array;
  /** Index in the pipeline's process stages. */
  readonly stage: Int32Array;
  readonly stays: Int32Array;
  /** Days; NaN = no stay ended. */
  readonly p90: Float64Array;
}

/** Kinds of completed activities (M37); a row's `kind` is an index here. */
export const ACTIVITY_KINDS = ['calls', 'meetings', 'emails', 'tasks', 'todos'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** Completed activities by day, person and kind; one row where there are any (M37). */
export interface ActivityFacts {
  readonly count: number;
  readonly day: Int32Array;
  /** Index in `labels.managers`. */
  readonly manager: Int32Array;
  readonly kind: Int32Array;
  readonly number: Int32Array;
}

/** `ResponseFacts.pipeline` of a lead: it stands in no pipeline. */
export const FROM_LEAD = -1;

/** One row per lead and per deal made without one: how long each waited for the first contact (R15). */
export interface ResponseFacts {
  readonly count: number;
  /** Pipeline of a deal; FROM_LEAD for a lead. */
  readonly pipeline: Int32Array;
  /** Index in `labels.managers`. */
  readonly manager: Int32Array;
  readonly createdDay: Int32Array;
  /** Unix seconds. */
  readonly createdTime: Float64Array;
  /** Seconds from the creation to the first contact, 0 when the contact came before; NaN = no contact up to asOf. */
  readonly waited: Float64Array;
}

export interface NamedCode {
  readonly id: string;
  readonly name: string;
}

/** Names of what the tables above only number. Small; kept as JSON. */
export interface Directories {
  readonly sources: readonly NamedCode[];
  /** Fail stages of all pipelines. */
  readonly failStages: readonly NamedCode[];
  /** Codes of the currencies of the CRM, the base currency first. */
  readonly currencies: readonly string[];
  /** REST name of the field of loss reasons; '' = none is configured, the fail stage is the reason (M18). */
  readonly lossReasonField: string;
}

/** Names of the clients of deals, ascending by client (see `OriginFacts.client`). */
export interface ClientFacts {
  readonly count: number;
  readonly client: Float64Array;
  readonly name: readonly string[];
}

/** Kinds of remembered changes; a row's `kind` is an index here. `stage` = a move that the history does not show, `appeared` = an old deal came into sight. */
export const CHANGE_KINDS = ['owner', 'amount', 'stage', 'closed', 'reopened', 'gone', 'appeared'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One row per remembered change, ascending by the moment it was seen, then by deal id (R1). A "from" equals its "to" where the kind changes something else. */
export interface ChangeFacts {
  readonly count: number;
  /** Id of the deal. */
  readonly deal: Float64Array;
  /** Its row in `DealFacts`; −1 = it is gone now. */
  readonly row: Int32Array;
  /** Local days of the load before the change and of the load that saw it. */
  readonly since: Int32Array;
  readonly day: Int32Array;
  readonly kind: Int32Array;
  /** The deal's present pipeline (R4); of a deal that is gone, its last one. */
  readonly pipeline: Int32Array;
  /** Indices in `labels.managers`. */
  readonly fromManager: Int32Array;
  readonly toManager: Int32Array;
  /** Minor units of the base currency at the rate of the deal's present amount (R8); NaN = unknown currency. 0 before `appeared` and after `gone`. */
  readonly fromAmount: Float64Array;
  readonly toAmount: Float64Array;
  /** Process stages of `pipeline`; −1 = final, deleted, or of another pipeline. */
  readonly fromStage: Int32Array;
  readonly toStage: Int32Array;
  /** OPEN, WON or LOST before and after, whatever the kind; of `gone`, as last seen. */
  readonly fromState: Int32Array;
  readonly toState: Int32Array;
  /** Day of creation and title of a deal that is gone: no other table has them (NO_DAY and '' otherwise). */
  readonly createdDay: Int32Array;
  readonly title: readonly string[];
}

/** Aligned: who is paid for a closed deal, the manager seen at the first load after its last closing (R12); of an open deal, its manager. */
export interface PayeeFacts {
  /** Index in `labels.managers`. */
  readonly payee: Int32Array;
}

/** One row per move back of the clean history (R5), ascending by deal: to an earlier stage of the same pipeline, or from a final stage back to work. */
export interface BackFacts {
  readonly count: number;
  /** Row in `DealFacts`. */
  readonly deal: Int32Array;
  readonly day: Int32Array;
  readonly pipeline: Int32Array;
  /** Process stages of `pipeline`; `from` −1 = a final stage, `to` −1 = a deleted one. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export interface SideTables {
  readonly cards: CardFacts;
  readonly origins: OriginFacts;
  readonly utm: UtmFacts;
  readonly losses: LossFacts;
  readonly lines: LineFacts;
  readonly steps: StepFacts;
  readonly paces: PaceFacts;
  readonly leads: LeadFacts;
  readonly activities: ActivityFacts;
  readonly responses: ResponseFacts;
  readonly directories: Directories;
  readonly clients: ClientFacts;
  readonly changes: ChangeFacts;
  readonly payees: PayeeFacts;
  readonly backs: BackFacts;
}
