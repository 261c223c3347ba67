// What people read about the functions of what changed. The build and the documentation use it, the bundle does not.
import { dataText, periodText, pipelineText, whoText } from './param-texts';
import type { FunctionText } from './text';

export const memoryTexts = {
  B24_CHANGES: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
} as const satisfies Record<string, FunctionText>;
