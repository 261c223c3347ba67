// What the person has allowed the script: scopes granted one by one, or nothing any more (apps-script reference, 2.2, 6). It knows no service.
import type { Manifest } from './project';
import { type AuthMode, ServiceException } from './service';

/** What the person allowed. */
export interface Consent {
  /** Scopes the person ticked (granular consent); absent = all of the manifest. */
  readonly granted?: readonly string[];
  /** `expired`: the authorisation was withdrawn or never given. */
  readonly authorisation?: 'granted' | 'expired';
}

/**
 * The scopes in force: those of the manifest that the person granted; null = no list in the manifest and no choice made, everything is granted. Cells and simple
 * triggers run without the person's rights, so nobody's consent takes anything from them (4.2, 6).
 */
export function scopesInForce({ oauthScopes }: Manifest, { granted }: Consent, authMode: AuthMode): readonly string[] | null {
  if (granted === undefined || authMode !== 'FULL') return oauthScopes ?? null;
  return oauthScopes === undefined ? granted : oauthScopes.filter((scope) => granted.includes(scope));
}

/** The refusal of a call by a person who has not authorised the script. */
export const notAuthorised = (): ServiceException => new ServiceException('Authorization is required to perform that action.');
