// Planned misbehaviour of the portal, for tests of clients. A faults file is a JSON list of rules, tried in order; the first that fits a request decides:
//
//   [{ "match": { "method": "batch", "nth": 3 }, "fault": "html-502" },
//    { "match": { "method": "crm.item.list", "every": 10 }, "fault": "query-limit", "times": 2 }]
//
// match.method  outer method (`batch`) or a command inside a batch; absent: any request. Case does not matter.
// match.nth     only the nth request that the rule sees (from 1); match.every: each nth; match.after: all beyond the nth. Absent: all.
// times         how often the rule may fire (absent: no bound).
// fault         html-502, html-503   an HTML page of the front end instead of JSON
//               cut-body             the right answer, its text broken off in the middle
//               timeout              no answer for 120 s (longer than the 60 s that a caller may wait)
//               query-limit          503 QUERY_LIMIT_EXCEEDED
//               operation-limit      429 OPERATION_TIME_LIMIT (inside a batch: only the command that the rule names)
//               server-error         500 INTERNAL_SERVER_ERROR (inside a batch: only the command that the rule names)
//               redirect             302 to the same path at the host `renamed.bitrix24.test`
//               auth                 401 INVALID_CREDENTIALS, as after the webhook was deleted

export const faultKinds = [
  'html-502',
  'html-503',
  'cut-body',
  'timeout',
  'query-limit',
  'operation-limit',
  'server-error',
  'redirect',
  'auth',
] as const;

export type FaultKind = (typeof faultKinds)[number];

export interface FaultRule {
  readonly match?: { readonly method?: string; readonly nth?: number; readonly every?: number; readonly after?: number };
  readonly fault: FaultKind;
  readonly times?: number;
}
