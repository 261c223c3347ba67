// The sentence for a trouble that does not pass by itself.
import { KpiError } from '../errors';
import type { Trouble } from './answer';

export interface Complaint {
  readonly trouble: Trouble;
  readonly code: string;
  readonly detail: string;
  /** REST method that was called. */
  readonly method: string;
  /** What was being read: a key of `entityWords`. */
  readonly what: string;
  /** Scope that reading it needs. */
  readonly scope: string;
}

/** The KpiError a person must act on, for any trouble (those worth a retry: after the retries). */
export function complaint({ trouble, code, detail, method, what, scope }: Complaint): KpiError {
  if (trouble === 'token') return new KpiError('settings', 'oauthAgain');
  if (trouble === 'rejected') return new KpiError('settings', 'webhookRejected');
  if (trouble === 'blocked') return new KpiError('settings', 'webhookOwnerBlocked');
  if (trouble === 'scope') return new KpiError('settings', 'missingScope', { scope, what });
  if (trouble === 'access') return new KpiError('settings', 'accessDenied', { what });
  if (trouble === 'plan') return new KpiError('settings', 'planWithoutRest');
  if (trouble === 'moved')
    return detail ? new KpiError('settings', 'portalMoved', { host: detail }) : new KpiError('settings', 'portalRedirects');
  if (trouble === 'deleted') return new KpiError('portal', 'portalDeleted');
  if (trouble === 'overload') return new KpiError('portal', 'portalOverloaded');
  if (trouble === 'busy') return new KpiError('portal', 'portalBusy');
  if (trouble === 'refused') return new KpiError('portal', 'methodRefused', { method, detail: `${code} ${detail}`.trim() });
  if (code === 'network' || code === 'timeout') return new KpiError('portal', 'portalUnreachable', { detail: detail || code });
  return new KpiError('portal', 'portalUnavailable', { detail: code === 'unreadable' ? detail : `${code} ${detail}`.trim() });
}
