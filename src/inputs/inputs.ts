// Everything people type, as the metrics take it. How cells become it is not known here.
import type { Action } from './action';
import type { BonusAssignment, BonusScheme } from './bonus-scheme';
import { type Calendar, PLAIN_CALENDAR } from './calendar';
import type { Cost } from './cost';
import type { KpiSet } from './kpi-set';
import { DEFAULT_NORMS, type Norms } from './norms';
import type { Plan } from './plan';
import type { Rate } from './rate';
import type { Seasonality } from './seasonality';
import { DEFAULT_SETTINGS, type Settings } from './settings';

export interface Inputs {
  readonly plans: readonly Plan[];
  readonly calendar: Calendar;
  readonly norms: Norms;
  readonly kpiSets: readonly KpiSet[];
  readonly bonusSchemes: readonly BonusScheme[];
  readonly bonusAssignments: readonly BonusAssignment[];
  readonly costs: readonly Cost[];
  readonly rates: readonly Rate[];
  readonly seasonality: Seasonality;
  readonly actions: readonly Action[];
  readonly settings: Settings;
}

/** What holds while nobody has typed anything. */
export const NO_INPUTS: Inputs = {
  plans: [],
  calendar: PLAIN_CALENDAR,
  norms: DEFAULT_NORMS,
  kpiSets: [],
  bonusSchemes: [],
  bonusAssignments: [],
  costs: [],
  rates: [],
  seasonality: {},
  actions: [],
  settings: DEFAULT_SETTINGS,
};
