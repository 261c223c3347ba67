// What people read about the functions of breakdowns: products, clients, channels, activities, cohorts. The build and the documentation use it, the bundle does not.
import { dataText, periodText, pipelineText, whoText } from './param-texts';
import type { FunctionText } from './text';

export const breakdownTexts = {
  B24_TOP: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_RFM: {
    text: { ru: '', en: '' },
    examples: [],
    params: { who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_REPEAT: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_SOURCES: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_ACTIVITY: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_RESPONSE: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_COHORT: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
} as const satisfies Record<string, FunctionText>;
