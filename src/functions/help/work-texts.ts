// What people read about the functions of what to do: weak stages, stuck deals, losses, comparisons. The build and the documentation use it, the bundle does not.
import { dataText, periodText, pipelineText, whoText } from './param-texts';
import type { FunctionText } from './text';

export const workTexts = {
  B24_BOTTLENECK: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_STUCK: {
    text: { ru: '', en: '' },
    examples: [],
    params: { who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_LOSSES: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_WHATIF: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_COMPARE: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_COACH: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_QUALITY: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_EXPLAIN: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_BITRIX: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
} as const satisfies Record<string, FunctionText>;
