// Which permissions (scopes) of a webhook are needed, and for what.

export interface ScopeNeed {
  /** Any one of them will do; the first is the one to recommend. */
  readonly anyOf: readonly string[];
  readonly required: boolean;
  /** What is lost without it: a key of `entityWords` in src/locale/entities.ts. */
  readonly what: string;
}

export const SCOPE_NEEDS: readonly ScopeNeed[] = [
  { anyOf: ['crm'], required: true, what: 'deals' },
  { anyOf: ['user_brief', 'user_basic', 'user'], required: true, what: 'users' },
  { anyOf: ['department'], required: false, what: 'departments' },
  { anyOf: ['im'], required: false, what: 'notices' },
];

export interface MissingScope {
  readonly scope: string;
  readonly required: boolean;
  readonly what: string;
}

/** Needs that the granted scopes do not meet. */
export function missingScopes(granted: readonly string[]): MissingScope[] {
  const held = new Set(granted.map((scope) => scope.toLowerCase()));
  return SCOPE_NEEDS.filter((need) => !need.anyOf.some((scope) => held.has(scope))).map((need) => ({
    scope: need.anyOf[0] ?? '',
    required: need.required,
    what: need.what,
  }));
}
