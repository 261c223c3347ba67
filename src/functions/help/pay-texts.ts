// What people read about the functions of score and pay. The build and the documentation use it, the bundle does not.
import { dataText, periodText, pipelineText, whoText } from './param-texts';
import type { FunctionText } from './text';

export const payTexts = {
  B24_SCORE: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_BONUS: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_BONUS_DEALS: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
} as const satisfies Record<string, FunctionText>;
