// B24_REPEAT: which share of the sales went to clients who had bought before.
import type { MetricId } from '../metrics/catalogue';
import { chosen } from './arguments/choice';
import { type WinRateBasis, winRateBases } from './conversion';
import type { FunctionDefinition } from './definition';
import { metricAnswer } from './metric-answer';

const repeatMetric: Readonly<Record<WinRateBasis, MetricId>> = { count: 'repeatShareCount', sum: 'repeatShareSum' };

export const repeatFunction: FunctionDefinition = {
  name: 'B24_REPEAT',
  params: ['period', 'who', 'pipeline', 'by', 'data'],
  rules: ['M24', 'R13'],
  answer: (args, question) => metricAnswer(repeatMetric[chosen(args[3], 'by', winRateBases, 'count', question.labels)], args, question),
};
