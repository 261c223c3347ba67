// Google's own errors as ours: texts that a person can do something about become a sentence that says what. They are known by the
// stable middle of their text only (apps-script reference, 2.2).
import { KpiError } from '../errors';

/** The error to describe: a KpiError for a text we know, else the error itself. */
export function understood(error: unknown): unknown {
  const text = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
  if (/number of cells in the workbook above the limit/i.test(text)) return new KpiError('data', 'cellsUsedUp');
  if (/protected cell or object/i.test(text)) return new KpiError('settings', 'cellsProtected');
  if (/permissions are not sufficient|authorization is required/i.test(text)) return new KpiError('settings', 'scopesLacking');
  if (/exceeded the property storage quota/i.test(text)) return new KpiError('data', 'propertiesFull');
  if (/too much computer time|invoked too many times/i.test(text)) return new KpiError('settings', 'googleQuota');
  if (/Service Spreadsheets (timed out|failed)|server error occurred|Server not available/i.test(text))
    return new KpiError('data', 'googleBusy');
  return error;
}
