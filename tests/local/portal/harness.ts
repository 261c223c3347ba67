// A portal in this process with a clock that stands still, and short ways to call it.
import { type Clock, manualClock } from '../../../local/clock';
import { createPortal, type Portal, type PortalOptions, type PortalResponse } from '../../../local/portal/portal';

export const noon = '2025-05-20T12:00:00+03:00';

export interface TestPortal {
  readonly portal: Portal;
  readonly clock: Clock;
  /** Sends JSON; answers the parsed body. */
  ask(method: string, params?: unknown): Reply;
  send(request: { method?: string; path: string; headers?: Record<string, string>; body?: string; ip?: string }): PortalResponse;
}

export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
  /** `body.result`. */
  readonly result: unknown;
  /** `[error, error_description]`. */
  readonly error: readonly unknown[];
  readonly delayMs: number;
}

export function portalOf(data: PortalOptions['data'], options: Partial<Omit<PortalOptions, 'data' | 'clock'>> = {}): TestPortal {
  const clock = manualClock(Date.parse(noon));
  const portal = createPortal({ data, clock, ...options });
  const send: TestPortal['send'] = ({ method = 'GET', path, headers = {}, body = '', ip }) =>
    portal.handle({ method, path, headers, body, ...(ip === undefined ? {} : { ip }) });
  const ask: TestPortal['ask'] = (method, params = {}) => {
    const response = send({
      method: 'POST',
      path: portal.webhookPath + method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    });
    return reply(response);
  };
  return { portal, clock, ask, send };
}

export function reply(response: PortalResponse): Reply {
  const body = JSON.parse(response.body) as Record<string, unknown>;
  return {
    status: response.status,
    body,
    result: body['result'],
    error: [body['error'], body['error_description']],
    delayMs: response.delayMs,
  };
}

/** Ids of `result.items` or of a bare list. */
export function ids(answer: Reply | { readonly result: unknown }): number[] {
  const { result } = answer;
  const list = Array.isArray(result) ? result : (Object.values(result as Record<string, unknown>)[0] as unknown[]);
  return (list as Record<string, unknown>[]).map((row) => Number(row['id'] ?? row['ID']));
}

/** Seed of a property run: FC_SEED when set. */
export const seed = process.env['FC_SEED'] === undefined ? {} : { seed: Number(process.env['FC_SEED']) };
