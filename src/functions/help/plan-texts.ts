// What people read about the functions of plan, pace and forecast. The build and the documentation use it, the bundle does not.
import { dataText, periodText, pipelineText, whoText } from './param-texts';
import type { FunctionText } from './text';

export const planTexts = {
  B24_LEADS: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_VELOCITY: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_PLAN: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_PLANFACT: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_PLANFACT_TABLE: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_RUNRATE: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_FORECAST: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_FORECAST_DEALS: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_COVERAGE: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_GOAL: {
    text: { ru: '', en: '' },
    examples: [],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
} as const satisfies Record<string, FunctionText>;
