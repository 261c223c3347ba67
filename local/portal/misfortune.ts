// What a planned fault of one request answers (faults.ts names them). It knows no plan.
import type { PortalRequest, PortalResponse } from './contract';
import { frontError } from './errors';
import type { FaultKind } from './faults';
import type { RestError } from './method';
import { html, redirect } from './responses';

// A silent portal is silent for longer than anybody waits.
const silenceMs = 120_000;

/** The page of a fault, or its error. A cut body is not among them: it takes the right answer first. */
export function misfortune(
  fault: Exclude<FaultKind, 'cut-body' | 'payment-required'>,
  request: PortalRequest,
  delayMs: number,
): PortalResponse | RestError {
  switch (fault) {
    case 'html-502':
      return html(502, 'Bad Gateway', delayMs);
    case 'html-503':
      return html(503, 'Service Temporarily Unavailable', delayMs);
    case 'timeout':
      return html(504, 'Gateway Time-out', silenceMs);
    case 'redirect':
      return redirect(`https://renamed.bitrix24.test${request.path}`, delayMs);
    default:
      return frontError(fault);
  }
}
