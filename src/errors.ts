// The errors of the product, by who can act on them. They carry a key and parameters; the sentence is made at the edge by
// `describe` (src/locale) in the language of the person who reads it. Never put a secret into a parameter.
import type { ErrorKey } from './locale/errors';

export type ErrorKind = 'settings' | 'portal' | 'data' | 'argument';
export type ErrorParams = Readonly<Record<string, string | number>>;

/**
 * settings: the person who connected can mend it (webhook, scopes). portal: Bitrix24 or the network failed.
 * data: what was loaded or stored is incomplete or unreadable. argument: a formula or a call was given something it cannot use.
 * Compare by `name` (`KpiError`), not by `instanceof`: errors cross vm contexts.
 */
export class KpiError extends Error {
  override readonly name = 'KpiError';
  readonly kind: ErrorKind;
  readonly key: ErrorKey;
  readonly params: ErrorParams;
  constructor(kind: ErrorKind, key: ErrorKey, params: ErrorParams = {}) {
    super(`${kind}.${key} ${JSON.stringify(params)}`);
    this.kind = kind;
    this.key = key;
    this.params = params;
  }
}

export function isKpiError(error: unknown): error is KpiError {
  return typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'KpiError';
}
