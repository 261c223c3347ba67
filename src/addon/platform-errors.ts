// Google's own errors as ours: texts that a person can do something about become a sentence that says what. They are known by the
// stable middle of their text only (apps-script reference, 2.2).
import { KpiError } from '../errors';

const known = [
  [/number of cells in the workbook above the limit/i, 'data', 'cellsUsedUp'],
  [/protected cell or object/i, 'settings', 'cellsProtected'],
  [/permissions are not sufficient|authorization is required/i, 'settings', 'scopesLacking'],
  [/exceeded the property storage quota/i, 'data', 'propertiesFull'],
  [/too much computer time|invoked too many times/i, 'settings', 'googleQuota'],
  [/Service Spreadsheets (timed out|failed)|server error occurred|Server not available/i, 'data', 'googleBusy'],
] as const;

/** The error to describe: a KpiError for a text we know, else the error itself. */
export function understood(error: unknown): unknown {
  const text = String((error as { message?: unknown } | null)?.message ?? error);
  const found = known.find(([pattern]) => pattern.test(text));
  return found ? new KpiError(found[1], found[2]) : error;
}
