// Planned misbehaviour of the portal, for tests of clients. A faults file is a JSON list of rules, tried in order; the first that fits a request decides:
//
//   [{ "match": { "method": "batch", "nth": 3 }, "fault": "html-502" },
//    { "match": { "method": "crm.item.list", "every": 10 }, "fault": "query-limit", "times": 2 }]
//
// match.method  the method of the request (`batch` for a batch, `oauth/token` for the token endpoint); faults of the second list also strike commands of that name inside a
//               batch. Absent: any request.
// match.nth     only the nth request that the rule sees (from 1); match.every: each nth; match.after: all beyond the nth. Absent: all.
// times         how often the rule may fire (absent: no bound).
// fault         html-502, html-503   an HTML page of the front end instead of JSON
//               cut-body             the right answer, its text broken off in the middle
//               timeout              no answer for 120 s (longer than the 60 s that a caller may wait)
//               redirect             302 to the same path at the host `renamed.bitrix24.test`
//               an error by its name in errors.ts, with its code, text and status:
//                 query-limit, overload, unexpected-answer, no-auth, auth (INVALID_CREDENTIALS, as after the webhook was deleted), expired-token, invalid-token,
//                 access-denied-plan (webhook), access-denied-app-plan, access-denied-cloud-plan, user-access, authorization-error, application-not-found,
//                 connection-error, https-required, portal-deleted, wrong-encoding, batch-method, batch-length
//               the same, and inside a batch only the command that the rule names:
//                 operation-limit, server-error, sql-error, insufficient-scope, insufficient-app-scope, wrong-auth-type, confirm-waiting, confirm-denied, wrong-license,
//                 method-not-found, manifest
//               payment-required     the token endpoint refuses: trial or paid period over (bitrix24-rest 8)
import { type FrontErrorName, frontErrorNames } from './errors';

/** What goes wrong in front of REST or on the way back. */
const frontFaults = ['html-502', 'html-503', 'cut-body', 'timeout', 'redirect', 'payment-required'] as const;

export type FaultKind = (typeof frontFaults)[number] | FrontErrorName;

const faultKinds: readonly FaultKind[] = [...frontFaults, ...frontErrorNames];

// Errors of one method: inside a batch they are the command's own.
const commandFaults: readonly FrontErrorName[] = [
  'operation-limit',
  'server-error',
  'sql-error',
  'insufficient-scope',
  'insufficient-app-scope',
  'wrong-auth-type',
  'confirm-waiting',
  'confirm-denied',
  'wrong-license',
  'method-not-found',
  'manifest',
];

export interface FaultRule {
  readonly match?: { readonly method?: string; readonly nth?: number; readonly every?: number; readonly after?: number };
  readonly fault: FaultKind;
  readonly times?: number;
}

/** Narrows parsed JSON to rules. Throws a sentence that names the rule. */
export function readFaults(json: unknown): FaultRule[] {
  if (!Array.isArray(json)) throw new Error('A faults file must be a JSON list of rules.');
  return json.map((rule: unknown, index) => {
    const fault = typeof rule === 'object' && rule !== null ? (rule as Record<string, unknown>)['fault'] : undefined;
    if (!faultKinds.includes(fault as FaultKind))
      throw new Error(`Rule ${index + 1} of the faults file: "fault" must be one of ${faultKinds.join(', ')}.`);
    return rule as FaultRule;
  });
}

/** Decides request by request; counts what each rule has seen and done. */
export class FaultPlan {
  private readonly states: { readonly rule: FaultRule; seen: number; fired: number }[];

  constructor(rules: readonly FaultRule[]) {
    this.states = rules.map((rule) => ({ rule, seen: 0, fired: 0 }));
  }

  /** The fault of an HTTP request to this outer method, if any. Rules that name a method other than the outer one wait for a command. */
  request(method: string): FaultKind | null {
    return this.first((rule) => rule.match?.method === undefined || rule.match.method.toLowerCase() === method);
  }

  /** The fault of a command inside a batch, if any: only rules that name its method and can strike a single command. */
  command(method: string): FrontErrorName | null {
    const struck = this.first(
      (rule) => rule.match?.method?.toLowerCase() === method && commandFaults.some((fault) => fault === rule.fault),
    );
    return commandFaults.find((fault) => fault === struck) ?? null;
  }

  private first(concerns: (rule: FaultRule) => boolean): FaultKind | null {
    let struck: FaultKind | null = null;
    for (const state of this.states) {
      if (!concerns(state.rule)) continue;
      state.seen += 1;
      if (struck !== null || !fits(state.rule, state.seen) || state.fired >= (state.rule.times ?? Number.POSITIVE_INFINITY)) continue;
      state.fired += 1;
      struck = state.rule.fault;
    }
    return struck;
  }
}

function fits({ match }: FaultRule, seen: number): boolean {
  if (match?.nth !== undefined && seen !== match.nth) return false;
  if (match?.every !== undefined && seen % match.every !== 0) return false;
  return match?.after === undefined || seen > match.after;
}
