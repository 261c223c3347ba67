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

export interface SideTables {
  readonly cards: CardFacts;
  readonly origins: OriginFacts;
  readonly utm: UtmFacts;
  readonly losses: LossFacts;
  readonly lines: LineFacts;
  readonly steps: StepFacts;
  readonly leads: LeadFacts;
  readonly activities: ActivityFacts;
  readonly responses: ResponseFacts;
  readonly directories: Directories;
  readonly clients: ClientFacts;
}
