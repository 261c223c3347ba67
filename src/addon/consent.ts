// Whether Google lets this person's triggers do their work. What a refresh can do without – mail – is not asked about.
import { KpiError } from '../errors';

const NEEDED = ['https://www.googleapis.com/auth/script.external_request', 'https://www.googleapis.com/auth/script.scriptapp'];

/** KpiError('settings', 'authorisationExpired') with the address at which the person grants what is missing. */
export function requireConsent(): void {
  const info = authorisation();
  if (info.getAuthorizationStatus() !== ScriptApp.AuthorizationStatus.REQUIRED) return;
  throw new KpiError('settings', 'authorisationExpired', { url: info.getAuthorizationUrl() ?? '' });
}

type Authorisation = GoogleAppsScript.Script.AuthorizationInfo;

function authorisation(): Authorisation {
  const { FULL } = ScriptApp.AuthMode;
  // The list came to Google with granular consent and is not in its types yet.
  const asking = ScriptApp as unknown as { getAuthorizationInfo(mode: typeof FULL, scopes?: string[]): Authorisation };
  try {
    return asking.getAuthorizationInfo(FULL, NEEDED);
  } catch {
    return asking.getAuthorizationInfo(FULL);
  }
}
