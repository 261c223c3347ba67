// Sentences about cells that people typed into input sheets: what is wrong and what is expected.
import type { Sentence } from './sentence';

export const inputErrors = {
  inputNoManager: {
    ru: 'Нет сотрудника «{found}». {similar}',
    en: 'There is no employee "{found}". {similar}',
  },
} as const satisfies Record<string, Sentence>;

export type InputErrorKey = keyof typeof inputErrors;
