// Money spent on a channel as typed in «Расходы» (M25).
import type { DayRange } from '../period';

export interface Cost {
  /** Source id of Bitrix24. */
  readonly channel: string;
  readonly period: DayRange;
  /** Units of the base currency. */
  readonly amount: number;
}
