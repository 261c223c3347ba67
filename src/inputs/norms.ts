// Norms as typed in «Нормы»: what a stage, a pause and a sample are measured by. Stages are named by Bitrix24's own stage ids.

export interface Norms {
  /** Days after which a deal is stuck on a stage that has too few samples (M17). */
  readonly stageDays: Readonly<Record<string, number>>;
  /** Days without activity (M17). */
  readonly idleDays: number;
  /** Completed stays of a stage below which its own p90 is not trusted (M17). */
  readonly minStays: number;
  /** Share of passing each stage that is normal (M16); stages without one are measured by their own last twelve months. */
  readonly passShares: Readonly<Record<string, number>>;
  /** Smallest sample of a bottleneck verdict (M16). */
  readonly minBottleneck: number;
  /** Smallest sample of a coaching verdict (M36). */
  readonly minCoaching: number;
  /** Strength with which small samples shrink to the pipeline's rate (M26). */
  readonly shrink: number;
  /** Probabilities (fractions) of stages of a pipeline where nothing was closed yet (M26). */
  readonly probabilities: Readonly<Record<string, number>>;
  /** Completed activities a working day that are normal, by metric id: calls, meetings, emails, tasks, todos. */
  readonly activities: Readonly<Record<string, number>>;
  /** Hours within which a new lead or deal is to be contacted (R15). */
  readonly responseHours: number;
  /** F stages that mean "not a real lead" (M04). */
  readonly junkStages: readonly string[];
  /** Deleted stage id → live stage id (R7). */
  readonly stageAliases: Readonly<Record<string, string>>;
  /** REST name of the deal field with the reason of a loss; '' = the fail stage is the reason (M18). */
  readonly lossReasonField: string;
}

/** What holds until somebody types otherwise. */
export const DEFAULT_NORMS: Norms = {
  stageDays: {},
  idleDays: 7,
  minStays: 20,
  passShares: {},
  minBottleneck: 5,
  minCoaching: 10,
  shrink: 5,
  probabilities: {},
  activities: {},
  responseHours: 24,
  junkStages: [],
  stageAliases: {},
  lossReasonField: '',
};
