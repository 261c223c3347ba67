// Single calls as requests. Parameters go as JSON, so nested filters stay nested (bitrix24-rest 1.2).
import { requireAllowed } from './allow-list';
import type { HttpRequest } from './http';

/** A parameter as REST takes it; booleans of CRM fields are 'Y' and 'N'. */
export type Param = string | number | readonly Param[] | { readonly [key: string]: Param };
export type Params = Readonly<Record<string, Param>>;

/** KpiError('settings') when the method is not on the allow-list. */
export function callRequest(method: string, params: Params = {}): HttpRequest {
  requireAllowed(method);
  return { method: 'POST', suffix: method, body: JSON.stringify(params) };
}
