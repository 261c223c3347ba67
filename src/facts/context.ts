// What facts are derived under, besides the records themselves.
import type { Lang } from '../cell';
import type { MemoryLog } from '../memory/log';
import type { Zone } from '../zone';
import type { FactSettings } from './facts';

export interface FactContext {
  readonly settings: FactSettings;
  readonly zone: Zone;
  /** Moment the records were complete, unix seconds; anything later does not exist (R1). */
  readonly asOf: number;
  readonly lang: Lang;
  readonly portal: string;
  /** Whose rights the records were read with (R4). */
  readonly userName: string;
  readonly generation: number;
  /** First local day the load covers; 0 = everything was loaded. */
  readonly horizonDay: number;
  /** Bitrix24 ids of the pipelines that formulas answer for when none is named; empty = all. */
  readonly defaultPipelineIds: readonly number[];
  /** The product rows of these deals are not here yet; false by default. */
  readonly productsPending?: boolean;
  /** What earlier loads of the portal remembered; nothing by default. */
  readonly memory?: MemoryLog;
}
