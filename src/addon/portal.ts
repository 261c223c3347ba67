// The portal as the load speaks to it, whoever it was connected by: an expired token is renewed and a renamed portal is followed on the way, so that
// nobody behind `Send` knows of either.
import { readAnswer } from '../bitrix24/answer';
import type { HttpFailure, HttpRequest, HttpResponse, Send } from '../bitrix24/http';
import { redirectOf, renamedBase } from '../bitrix24/renamed';
import { type Connection, ownConnection, publish, readConnection } from './connection';
import { keepRenaming, namesOfPortal } from './portal-names';
import { holdingSecret, keepSecret, movedTo, type OauthSecret, portalOf, readSecret, restBase, type Secret } from './secret';
import { sentAs } from './send';
import { renewedSecret } from './tokens';

/** What this person may ask, and what everybody knows of it. KpiError('settings') says who must connect. */
export function ownPortal(): { readonly send: Send; readonly connection: Connection } {
  const { secret, connection } = ownConnection();
  return { send: portalSend(secret, { moved: keepMove, renew: renewedSecret }), connection };
}

/** What becomes of a secret on the way. */
export interface Fate {
  /** Hears of the portal's new address once the secret was accepted there. */
  moved(to: Secret, from: Secret): void;
  /** Answers other tokens than those that were refused; absent = a refusal stands. */
  renew?(refused: OauthSecret, expired: boolean): OauthSecret | HttpFailure;
}

export function portalSend(start: Secret, { moved, renew }: Fate): Send {
  let secret = start;
  return (requests) => {
    let responses = sentAs(secret, requests);
    const renamed = renamedSecret(secret, requests, responses);
    if (renamed) {
      responses = again(renamed, requests, responses, (response) => redirectOf(response) !== null);
      if (responses.some(isAccepted)) {
        moved(renamed, secret);
        secret = renamed;
      }
    }
    if (!renew || secret.kind !== 'oauth') return responses;
    const troubles = responses.map(tokenTrouble);
    if (troubles.every((trouble) => trouble === '')) return responses;
    const next = renew(secret, troubles.includes('expired_token'));
    if ('failure' in next) return responses.map((response, at) => (troubles[at] === '' ? response : next));
    if (next === secret) return responses;
    secret = next;
    return again(next, requests, responses, (response) => tokenTrouble(response) !== '');
  };
}

/** Sends once more what was answered so; the other answers stand. */
function again(
  secret: Secret,
  requests: readonly HttpRequest[],
  responses: readonly HttpResponse[],
  isRefused: (response: HttpResponse) => boolean,
): HttpResponse[] {
  const places = requests.map((_, at) => at).filter((at) => isRefused(responses[at] as HttpResponse));
  const anew = sentAs(
    secret,
    places.map((at) => requests[at] as HttpRequest),
  );
  const all = [...responses];
  places.forEach((at, nth) => {
    all[at] = anew[nth] as HttpResponse;
  });
  return all;
}

/** The secret at the portal's new address; null when no answer is the redirect of a renamed portal. */
function renamedSecret(secret: Secret, requests: readonly HttpRequest[], responses: readonly HttpResponse[]): Secret | null {
  for (let at = 0; at < requests.length; at++) {
    const base = renamedBase(restBase(secret), requests[at]?.suffix ?? '', responses[at] as HttpResponse);
    if (base) return movedTo(secret, base);
  }
  return null;
}

/** `expired_token`, `invalid_token`, or '' for any other answer. Refusals are short: long answers are not read twice. */
function tokenTrouble(response: HttpResponse): string {
  if (!('body' in response) || response.body.length > 1000) return '';
  const answer = readAnswer(response);
  return answer.kind === 'error' && /^(expired|invalid)_token$/i.test(answer.code) ? answer.code.toLowerCase() : '';
}

/** The portal has answered as to somebody it knows; a token may have expired meanwhile. */
function isAccepted(response: HttpResponse): boolean {
  return tokenTrouble(response) === 'expired_token' || readAnswer(response).kind === 'result';
}

/** Remembers the new name, in an order in which a run that is killed in between leaves nothing that contradicts itself. */
function keepMove(to: Secret, from: Secret): void {
  const nobody = (): void => undefined;
  holdingSecret(() => {
    const stored = readSecret();
    // Somebody connected anew meanwhile: the new name is theirs to find.
    if (!stored || restBase(stored) !== restBase(from)) return;
    const portal = portalOf(to);
    const known = readConnection();
    keepRenaming(portalOf(from), portal);
    if (known && namesOfPortal(portal)(known.portal)) publish({ ...known, portal });
    keepSecret(movedTo(stored, restBase(to)));
  }, nobody);
}
