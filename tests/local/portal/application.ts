// An application of a test portal, and the way of a person and of the application to its tokens.
import type { TestPortal } from './harness';

export const application = {
  clientId: 'local.kpi',
  clientSecret: 'app secret',
  redirectUri: 'https://app.test/back?from=portal',
  status: 'L' as const,
};

/** An administrator and a plain user. */
export const people = [
  { ID: '1', ADMIN: true },
  { ID: '8', ADMIN: false },
];

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

/** A person agrees in the browser; answers the code that comes back. */
export function agreed({ send }: TestPortal, person = 1): string {
  const page = send({ path: `/oauth/authorize/?client_id=${application.clientId}&state=s1`, headers: { cookie: `user=${person}` } });
  return new URL(page.headers['location'] ?? 'none:').searchParams.get('code') ?? '';
}

/** Asks the token endpoint with the application's credentials; answers the parsed body. */
export function asked({ send }: TestPortal, values: Record<string, string>): Record<string, unknown> {
  const query = new URLSearchParams({ client_id: application.clientId, client_secret: application.clientSecret, ...values });
  return JSON.parse(send({ path: `/oauth/token/?${query}` }).body) as Record<string, unknown>;
}

/** Tokens of a person. */
export function tokensOf(portal: TestPortal, person = 1): Tokens {
  return asked(portal, { grant_type: 'authorization_code', code: agreed(portal, person) }) as unknown as Tokens;
}
