// B24_PLAN: the plan of whoever is asked for, out of what was typed.
import { answerForWho } from './arguments/who';
import type { FunctionDefinition } from './definition';
import { metricArgument } from './metric-names';
import { cellOf } from './output';
import { planScope, targetOf } from './plan-scope';

export const planFunction: FunctionDefinition = {
  name: 'B24_PLAN',
  params: ['period', 'who', 'pipeline', 'metric', 'data'],
  rules: ['M28', 'R14'],
  answer: (args, question) => {
    const { labels } = question;
    const scope = planScope(args, metricArgument(args[3], 'metric', 'wonSum', labels), question);
    return answerForWho(args[1], labels, (_, owners) => cellOf(targetOf(scope, owners)));
  },
};
