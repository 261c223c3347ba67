// The errors that the front end, the credentials and the core answer with, by the names faults are planned under (bitrix24-rest 1.4). It knows no method.
import { RestError } from './method';

/** Name → `error`, `error_description`, HTTP status where the sources agree or as this portal answers by default (bitrix24-rest 10). */
const errors = {
  'query-limit': ['QUERY_LIMIT_EXCEEDED', 'Too many requests', 503],
  'operation-limit': ['OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit.', 429],
  overload: ['OVERLOAD_LIMIT', 'REST API is blocked due to overload.', 503],
  'server-error': ['INTERNAL_SERVER_ERROR', 'Internal server error', 500],
  'unexpected-answer': ['ERROR_UNEXPECTED_ANSWER', 'Server returned an unexpected response', 500],
  'sql-error': ['ERROR_CORE', 'SQL query error!', 500],
  'no-auth': ['NO_AUTH_FOUND', 'Wrong authorization data', 401],
  auth: ['INVALID_CREDENTIALS', 'Invalid request credentials', 401],
  'expired-token': ['expired_token', 'The access token provided has expired', 401],
  // The text comes from the authorization server and is unconfirmed.
  'invalid-token': ['invalid_token', 'Unable to get application by token', 401],
  'insufficient-scope': ['insufficient_scope', 'The request requires higher privileges than provided by the webhook token', 403],
  'insufficient-app-scope': ['insufficient_scope', 'The request requires higher privileges than provided by the access token', 403],
  'access-denied-plan': ['ACCESS_DENIED', 'REST is available only by subscription.', 403],
  'access-denied-app-plan': ['ACCESS_DENIED', 'REST is available only on commercial plans.', 403],
  'access-denied-cloud-plan': ['ACCESS_DENIED', 'REST API is available only on commercial plans', 403],
  'user-access': ['user_access_error', 'The user does not have access to the application.', 403],
  'authorization-error': ['authorization_error', 'Unable to authorize user', 401],
  'application-not-found': ['APPLICATION_NOT_FOUND', 'Application not found', 401],
  'connection-error': ['CONNECTION_ERROR', 'Error connecting to authorization server', 401],
  'wrong-auth-type': ['WRONG_AUTH_TYPE', 'Current authorization type is denied for this method', 403],
  'confirm-waiting': ['METHOD_CONFIRM_WAITING', 'Waiting for confirmation', 401],
  'confirm-denied': ['METHOD_CONFIRM_DENIED', 'Method call denied', 403],
  'wrong-license': ['WRONG_LICENSE', 'This feature is not enabled for the current license: extended offline events handling', 403],
  'method-not-found': ['ERROR_METHOD_NOT_FOUND', 'Method not found!', 404],
  manifest: ['ERROR_MANIFEST_IS_NOT_AVAILABLE', 'Manifest is not available', 404],
  'https-required': ['INVALID_REQUEST', 'Https required.', 400],
  'batch-method': ['ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage', 405],
  'batch-length': ['ERROR_BATCH_LENGTH_EXCEEDED', 'Max batch length exceeded', 400],
  'portal-deleted': ['PORTAL_DELETED', 'Portal was deleted', 403],
  'wrong-encoding': ['WRONG_ENCODING', 'Wrong request encoding', 200],
} as const satisfies Readonly<Record<string, readonly [code: string, text: string, status: number]>>;

export type FrontErrorName = keyof typeof errors;

export const frontErrorNames = Object.keys(errors) as FrontErrorName[];

/** The error of a name, with this portal's default status. */
export function frontError(name: FrontErrorName): RestError {
  const [code, text, status] = errors[name];
  return new RestError(code, text, status);
}

/** Whose HTTP statuses to answer with: the documentation's or the published server code's. */
export type StatusSource = 'docs' | 'server';

// Rows of 1.4 where the two sources name different statuses.
const disputed: Readonly<Record<string, Readonly<Record<StatusSource, number>>>> = {
  OVERLOAD_LIMIT: { docs: 503, server: 401 },
  INVALID_CREDENTIALS: { docs: 403, server: 401 },
  insufficient_scope: { docs: 403, server: 401 },
  user_access_error: { docs: 403, server: 401 },
  INVALID_REQUEST: { docs: 400, server: 401 },
  PORTAL_DELETED: { docs: 500, server: 403 },
};
const disputedPlan: Readonly<Record<StatusSource, number>> = { docs: 403, server: 401 };

/** The HTTP status of an error by the chosen source; without one, the default of bitrix24-rest 10. A refused plan shares its code with refused rights: the text tells. */
export function statusOf(error: RestError, source: StatusSource | undefined): number {
  if (source === undefined) return error.status;
  const statuses = error.code === 'ACCESS_DENIED' && error.description.startsWith('REST ') ? disputedPlan : disputed[error.code];
  return statuses?.[source] ?? error.status;
}
