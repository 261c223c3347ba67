// What is worth telling a person about refreshes by schedule that fail: once per incident, passing trouble only when it has not passed by
// the next time. It knows neither mail nor portal.
import type { ErrorKey } from '../locale/errors';

/** Refreshes that fail since the last one that worked. */
export interface Incident {
  /** Milliseconds of the first failure. */
  readonly since: number;
  readonly failures: number;
  /** The last failure can be mended only by the person who keeps the schedule: nobody else's refresh ends it. */
  readonly personal: boolean;
  /** What a person was told of. */
  readonly told: readonly string[];
}

/** Trouble that usually passes by itself. */
const PASSING: readonly string[] = [
  'portalBusy',
  'portalUnreachable',
  'portalUnavailable',
  'fetchQuota',
  'googleQuota',
  'googleBusy',
  'runKilled',
  'unexpected',
] satisfies ErrorKey[];

/** The incident after one more failure, and whether a person is to be told of it now. */
export function afterFailure(
  before: Incident | null,
  failure: { readonly key: string; readonly personal: boolean },
  now: number,
): { readonly incident: Incident; readonly tell: boolean } {
  const { since = now, failures = 0, told = [] }: Partial<Incident> = before ?? {};
  const incident = { since, failures: failures + 1, personal: failure.personal, told };
  const passing = PASSING.includes(failure.key);
  return { incident, tell: passing ? incident.failures > 1 && told.length === 0 : !told.includes(failure.key) };
}
