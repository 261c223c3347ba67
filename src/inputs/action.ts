// What was done about a weakness, as typed in «Обучение и меры»: marks on a line of time, no number stands on it.

export interface Action {
  readonly day: number;
  /** Bitrix24 id of the manager; null = everybody. */
  readonly managerId: number | null;
  /** Stage id; '' = none. */
  readonly stageId: string;
  readonly measure: string;
  readonly responsible: string;
}
