// The words of every rule, in the order of their numbers.
import { commonRules } from './common-rules';
import { dealRules } from './deal-rules';
import { planRules } from './plan-rules';

export { commonRules };

export const metricRules = { ...dealRules, ...planRules } as const;
