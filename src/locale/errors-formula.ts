// Sentences for people who write formulas.
import type { Sentence } from './sentence';

export const formulaErrors = {} as const satisfies Record<string, Sentence>;
