// Connecting by OAuth (bitrix24-rest 8): begun in the panel, finished in another tab, where Google calls `authCallback` with what Bitrix24 sent along.
// Whether that run knows the open file no source tells, so it touches none: the file is told by the next run that does (connection.ts).
import { tokenAddress } from '../bitrix24/hosts';
import { authorizeAddress, exchangeRequest, readApplication, readPortalAddress, readTokens } from '../bitrix24/oauth';
import { KpiError } from '../errors';
import { describe } from '../locale/describe';
import { notice } from '../locale/notice-words';
import { triedConnection } from './connect';
import { openFile, userLang } from './file';
import { understood } from './platform-errors';
import { forgetBegun, holdingSecret, keepBegun, keepSecret, type OauthSecret, readBegun } from './secret';
import { sentForm } from './send';
import type { OauthForm } from './server-api';

/** Google's longest, s. */
const STATE_SECONDS = 3600;

/** The handler address for the application's card in Bitrix24: the same for everybody who uses this script. */
export function redirectAddress(): string {
  return `https://script.google.com/macros/d/${ScriptApp.getScriptId()}/usercallback`;
}

/** Keeps the card for the way back and answers the address to open. KpiError('settings') for a form that cannot be right. */
export function beginAuthorization(form: OauthForm | undefined): string {
  const portalBase = readPortalAddress(String(form?.portal ?? ''));
  const application = readApplication(String(form?.clientId ?? ''), String(form?.clientSecret ?? ''));
  const mark = Utilities.getUuid();
  const fileId = openFile().getId();
  keepBegun({ ...application, portalBase, mark }, fileId);
  const state = ScriptApp.newStateToken()
    .withMethod('authCallback')
    .withArgument('file', fileId)
    .withArgument('mark', mark)
    .withTimeout(STATE_SECONDS)
    .createToken();
  return authorizeAddress(portalBase, application.clientId, state);
}

/** What Google hands over: the arguments of the state token and what stood in the address. */
export interface CallbackRequest {
  readonly parameter?: Readonly<Record<string, string | undefined>>;
}

/** Google calls this when a person comes back from Bitrix24; the page says in one sentence how it went. */
export function authCallback(request?: CallbackRequest): GoogleAppsScript.HTML.HtmlOutput {
  const lang = userLang();
  let text = '';
  try {
    text = notice('oauthConnected', lang, { portal: finishedAuthorization(request?.parameter ?? {}) });
  } catch (error) {
    text = describe(understood(error), lang);
  }
  return HtmlService.createHtmlOutput('<p>').appendUntrusted(text).append('</p>');
}

/** Exchanges the code, tries the connection and keeps the secret; answers the portal. */
function finishedAuthorization(parameter: NonNullable<CallbackRequest['parameter']>): string {
  const fileId = parameter['file'] ?? '';
  const begun = readBegun(fileId);
  if (begun === null || begun.mark !== parameter['mark']) throw new KpiError('settings', 'oauthStale');
  const { mark: _mark, portalBase, ...application } = begun;
  if (!parameter['code'] || parameter['error']) throw new KpiError('settings', 'oauthDenied');
  const request = exchangeRequest(tokenAddress(parameter['server_domain'] ?? '', portalBase), application, parameter['code']);
  const tokens = readTokens(sentForm(request), request, Date.now() / 1000);
  if ('failure' in tokens) throw new KpiError('portal', 'oauthUnreachable', { detail: tokens.detail || tokens.failure });
  const { secret, connection } = triedConnection<OauthSecret>({ kind: 'oauth', ...application, tokens });
  const { userId, portal } = connection;
  holdingSecret(() => {
    keepSecret({ ...secret, tokens: { ...secret.tokens, userId }, untold: connection }, fileId);
    forgetBegun(fileId);
  });
  return portal;
}
