// Planned misbehaviour of the portal, for tests of clients. A faults file is a JSON list of rules, tried in order; the first that fits a request decides:
//
//   [{ "match": { "method": "batch", "nth": 3 }, "fault": "html-502" },
//    { "match": { "method": "crm.item.list", "every": 10 }, "fault": "query-limit", "times": 2 },
//    { "match": { "method": "batch", "nth": 4 }, "fault": "change", "change": { "portal": { "rights": "own" } } }]
//
// match.method  the method of the request (`batch` for a batch, `oauth/token` for the token endpoint); faults of a command also strike commands of that name inside a
//               batch. Absent: any request.
// match.nth     only the nth request that the rule sees (from 1); match.every: each nth; match.after: all beyond the nth. Absent: all.
// times         how often the rule may fire (absent: no bound).
// fault         in front of the portal or on the way back:
//                 html-500, html-502, html-503   an HTML page of the front end instead of JSON
//                 cut-body             the right answer, its text broken off in the middle
//                 broken-json          the right answer behind a warning of PHP: no JSON any more, status 200
//                 wrong-type           the right answer labelled `text/html`
//                 slow                 the right answer, `delayMs` later (default 30,000)
//                 timeout              no answer for 120 s (longer than the 60 s that a caller may wait)
//                 reset                the connection is reset: the portal has done its work, no answer comes
//                 redirect             302 to the same path at the host `renamed.bitrix24.test`
//                 payment-required     the token endpoint refuses: trial or paid period over (bitrix24-rest 8)
//               an error by its name in errors.ts, with its code, text and status:
//                 query-limit, overload, unexpected-answer, no-auth, auth (INVALID_CREDENTIALS, as after the webhook was deleted), expired-token, invalid-token,
//                 access-denied-plan (webhook), access-denied-app-plan, access-denied-cloud-plan, user-access, authorization-error, application-not-found,
//                 connection-error, https-required, portal-deleted, wrong-encoding, batch-method, batch-length
//               the same, and inside a batch only the command that the rule names:
//                 operation-limit, server-error, sql-error, insufficient-scope, insufficient-app-scope, wrong-auth-type, confirm-waiting, confirm-denied, wrong-license,
//                 method-not-found, manifest
//               a list that comes wrong, alone or inside a batch:
//                 duplicate-rows       the last record of the page comes twice
//                 unordered-rows       the records of the page come the other way round
//                 retyped-field        `field` of every record becomes `as`: text, number, boolean, null, list, map, absent
//               change                 no fault of its own: the portal learns `change` (portal-file.ts: records, deletions, settings) before it answers, and later rules
//                                      are tried. So a webhook is revoked ({"portal": {"webhook": {"code": "other"}}}), scopes and rights shrink, the portal is renamed,
//                                      records come, change and go while somebody reads.
import { type FrontErrorName, frontErrorNames } from './errors';
import { type PortalChange, readPortalChange } from './portal-file';

const pageFaults = ['html-500', 'html-502', 'html-503', 'timeout', 'redirect'] as const;
const answerFaults = ['cut-body', 'broken-json', 'wrong-type', 'slow', 'reset'] as const;
const listFaults = ['duplicate-rows', 'unordered-rows', 'retyped-field'] as const;

/** What comes in place of an answer, the portal doing nothing. */
export type InsteadFault = (typeof pageFaults)[number] | FrontErrorName;
/** What happens to a right answer on its way. */
export type AnswerFault = (typeof answerFaults)[number];
/** What is wrong with the records of a list. */
export type ListFault = (typeof listFaults)[number];
export type FaultKind = InsteadFault | AnswerFault | ListFault | 'payment-required' | 'change';

/** Every fault there is. */
export const faultKinds: readonly FaultKind[] = [
  ...pageFaults,
  ...answerFaults,
  ...listFaults,
  'payment-required',
  'change',
  ...frontErrorNames,
];

// Errors of one method: inside a batch they are the command's own.
const commandErrors: readonly FrontErrorName[] = [
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

const retypes = ['text', 'number', 'boolean', 'null', 'list', 'map', 'absent'] as const;

export interface FaultRule {
  readonly match?: { readonly method?: string; readonly nth?: number; readonly every?: number; readonly after?: number };
  readonly fault: FaultKind;
  readonly times?: number;
  /** Of `slow`: milliseconds. */
  readonly delayMs?: number;
  /** Of `retyped-field`. */
  readonly field?: string;
  readonly as?: (typeof retypes)[number];
  /** Of `change`. */
  readonly change?: PortalChange;
}

export const isInsteadFault = (rule: FaultRule | null): rule is FaultRule & { readonly fault: InsteadFault } =>
  [...pageFaults, ...frontErrorNames].some((fault) => fault === rule?.fault);
export const isAnswerFault = (rule: FaultRule | null): rule is FaultRule & { readonly fault: AnswerFault } =>
  answerFaults.some((fault) => fault === rule?.fault);
export const isListFault = (rule: FaultRule | null): rule is FaultRule & { readonly fault: ListFault } =>
  listFaults.some((fault) => fault === rule?.fault);

/** An error that one command of a batch may have alone. */
export const isCommandError = (fault: FaultKind): fault is FrontErrorName => commandErrors.some((error) => error === fault);

/** Narrows parsed JSON to rules. Throws a sentence that names the rule. */
export function readFaults(json: unknown): FaultRule[] {
  if (!Array.isArray(json)) throw new Error('A faults file must be a JSON list of rules.');
  return json.map((rule: unknown, index) => {
    const given = (typeof rule === 'object' && rule !== null ? rule : {}) as Record<string, unknown>;
    const refuse = (what: string): never => {
      throw new Error(`Rule ${index + 1} of the faults file: ${what}`);
    };
    const fault = given['fault'] as FaultKind;
    if (!faultKinds.includes(fault)) refuse(`"fault" must be one of ${faultKinds.join(', ')}.`);
    if (fault === 'retyped-field' && (typeof given['field'] !== 'string' || !retypes.some((one) => one === given['as'])))
      refuse(`"retyped-field" needs "field" and "as", which is one of ${retypes.join(', ')}.`);
    if (fault === 'change' && (typeof given['change'] !== 'object' || given['change'] === null))
      refuse('"change" needs a "change" of the portal: records, "delete", "portal".');
    const change = given['change'] === undefined ? {} : { change: readPortalChange(given['change']) };
    return { ...given, fault, ...change };
  });
}

/** Decides request by request; counts what each rule has seen and done. */
export class FaultPlan {
  private readonly states: { readonly rule: FaultRule; seen: number; fired: number }[];

  /** `change` lets the portal learn what a rule plans. */
  constructor(
    rules: readonly FaultRule[],
    private readonly change: (change: PortalChange) => void,
  ) {
    this.states = rules.map((rule) => ({ rule, seen: 0, fired: 0 }));
  }

  /** The rule that strikes an HTTP request to this outer method, if any. Rules that name a method other than the outer one wait for a command. */
  request(method: string): FaultRule | null {
    return this.first((rule) => rule.match?.method === undefined || rule.match.method.toLowerCase() === method);
  }

  /** The rule that strikes a command inside a batch, if any: only one that names its method and can strike a single command. */
  command(method: string): FaultRule | null {
    return this.first((rule) => rule.match?.method?.toLowerCase() === method && strikesCommands(rule));
  }

  private first(concerns: (rule: FaultRule) => boolean): FaultRule | null {
    let struck: FaultRule | null = null;
    for (const state of this.states) {
      if (!concerns(state.rule)) continue;
      state.seen += 1;
      if (struck !== null || !fits(state.rule, state.seen) || state.fired >= (state.rule.times ?? Number.POSITIVE_INFINITY)) continue;
      state.fired += 1;
      if (state.rule.fault === 'change') this.change(state.rule.change ?? {});
      else struck = state.rule;
    }
    return struck;
  }
}

const strikesCommands = (rule: FaultRule): boolean => rule.fault === 'change' || isListFault(rule) || isCommandError(rule.fault);

function fits({ match }: FaultRule, seen: number): boolean {
  if (match?.nth !== undefined && seen !== match.nth) return false;
  if (match?.every !== undefined && seen % match.every !== 0) return false;
  return match?.after === undefined || seen > match.after;
}
