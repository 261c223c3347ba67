// What was expected of a month while it ran (M26, M27, M30). The portal shows the pipeline of today only: nobody can tell later what a forecast said.
import { KpiError } from '../errors';
import type { PlanOwner } from '../inputs/plan';
import { weekOf } from '../period';

/** Of one person, in units of the base currency. All four add up over people. */
export interface ForecastLine {
  readonly managerId: number;
  /** Won since the month began. */
  readonly won: number;
  /** won + what was due in the rest of the month, weighted by stages. */
  readonly stages: number;
  /** All open deals, weighted; and those of them whose date had passed. */
  readonly weighted: number;
  readonly overdue: number;
}

/** The plan of sales of the month as it stood then. */
export interface PlanThen extends PlanOwner {
  readonly target: number;
}

export interface KeptForecast {
  readonly portal: string;
  /** Local day of the data it was made from. */
  readonly day: number;
  /** 'YYYY-MM' that it is about: the month of `day`. */
  readonly month: string;
  readonly currency: string;
  /** Ids of the pipelines that the settings chose; null = all. */
  readonly pipelines: readonly number[] | null;
  /** Working days passed and in the month, for the forecast by pace; null = too early to tell. */
  readonly pace: readonly [elapsed: number, total: number] | null;
  /** Active sellers, and everybody with a number. */
  readonly people: readonly ForecastLine[];
  readonly plans: readonly PlanThen[];
}

/** Three years. */
const KEPT_DAYS = 3 * 366;

/** One a week: whether this portal has none since the Monday of the week of `day`. */
export function forecastIsDue(log: readonly KeptForecast[], isPortal: (portal: string) => boolean, day: number): boolean {
  const monday = weekOf(day).start;
  return !log.some((kept) => isPortal(kept.portal) && kept.day >= monday);
}

/** The log with one more forecast, without those that are older than three years then. */
export function withForecast(log: readonly KeptForecast[], added: KeptForecast): KeptForecast[] {
  return [...log.filter(({ day }) => day > added.day - KEPT_DAYS), added];
}

const FORMAT = 'b24forecasts 1';
type Line = readonly [managerId: number, won: number, stages: number, weighted: number, overdue: number];
type PlanRow = readonly [scope: PlanOwner['scope'], id: number | null, target: number];

export function packForecasts(log: readonly KeptForecast[]): string {
  const kept = log.map((one) => ({
    ...one,
    people: one.people.map(({ managerId, won, stages, weighted, overdue }): Line => [managerId, won, stages, weighted, overdue]),
    plans: one.plans.map(({ scope, id, target }): PlanRow => [scope, id, target]),
  }));
  return JSON.stringify({ format: FORMAT, kept });
}

/** KpiError('data', 'forecastsDamaged') for anything that `packForecasts` did not write. */
export function unpackForecasts(text: string): KeptForecast[] {
  try {
    const { format, kept } = JSON.parse(text) as {
      format: unknown;
      kept: (Omit<KeptForecast, 'people' | 'plans'> & { people: Line[]; plans: PlanRow[] })[];
    };
    if (format !== FORMAT) throw new Error('another format');
    return kept.map((one) => ({
      ...one,
      people: one.people.map(([managerId, won, stages, weighted, overdue]) => ({ managerId, won, stages, weighted, overdue })),
      plans: one.plans.map(([scope, id, target]) => ({ scope, id, target })),
    }));
  } catch {
    throw new KpiError('data', 'forecastsDamaged');
  }
}
