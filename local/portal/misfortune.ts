// What a planned fault makes of one request, one answer, one list (faults.ts names them). It knows no plan.
import type { PortalRequest, PortalResponse } from './contract';
import { frontError } from './errors';
import type { AnswerFault, FaultRule, InsteadFault, ListFault } from './faults';
import type { Answer, RestError } from './method';
import { html, redirect } from './responses';

// A silent portal is silent for longer than anybody waits.
const silenceMs = 120_000;
const slowMs = 30_000;

/** What comes instead of an answer: a page of the front end, or an error. */
export function misfortune(fault: InsteadFault, request: PortalRequest, delayMs: number): PortalResponse | RestError {
  switch (fault) {
    case 'html-500':
      return html(500, 'Internal Server Error', delayMs);
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

/** A right answer as it arrives. */
export function spoiltOnTheWay(rule: FaultRule & { readonly fault: AnswerFault }, response: PortalResponse): PortalResponse {
  switch (rule.fault) {
    case 'cut-body':
      return { ...response, body: response.body.slice(0, Math.floor(response.body.length / 2)) };
    case 'broken-json':
      return {
        ...response,
        body: `<br />\n<b>Warning</b>:  Undefined array key "ID" in <b>list.php</b> on line <b>93</b><br />\n${response.body}`,
      };
    case 'wrong-type':
      return { ...response, headers: { ...response.headers, 'content-type': 'text/html; charset=UTF-8' } };
    case 'slow':
      return { ...response, delayMs: response.delayMs + (rule.delayMs ?? slowMs) };
    case 'reset':
      return { ...response, fault: 'address' };
  }
}

const values: Readonly<Record<NonNullable<FaultRule['as']>, unknown>> = {
  text: 'сто',
  number: 7,
  boolean: true,
  null: null,
  list: ['a', 'b'],
  map: { a: 1 },
  absent: undefined,
};

/** An answer whose records come wrong; one that is no list stays as it is. */
export function spoiltList(rule: FaultRule & { readonly fault: ListFault }, answer: Answer): Answer {
  const spoil = (rows: readonly unknown[]): unknown[] => {
    if (rule.fault === 'duplicate-rows') return [...rows, ...rows.slice(-1)];
    if (rule.fault === 'unordered-rows') return [...rows].reverse();
    return rows.map((row) => retyped(row, rule));
  };
  const { result } = answer;
  if (Array.isArray(result)) return { ...answer, result: spoil(result) };
  if (typeof result !== 'object' || result === null || result instanceof Map) return answer;
  const lists = Object.entries(result).map(([name, rows]) => [name, Array.isArray(rows) ? spoil(rows) : rows] as const);
  return { ...answer, result: Object.fromEntries(lists) };
}

function retyped(row: unknown, { field = '', as = 'null' }: FaultRule): unknown {
  if (typeof row !== 'object' || row === null || !Object.hasOwn(row, field)) return row;
  const { [field]: _was, ...rest } = row as Readonly<Record<string, unknown>>;
  return as === 'absent' ? rest : { ...rest, [field]: values[as] };
}
