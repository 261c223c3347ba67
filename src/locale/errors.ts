// Every error sentence of the product in both languages; {name} marks a parameter. The key set is checked by the compiler.

export const errorSentences = {
  unexpected: {
    ru: 'Непредвиденная ошибка: {detail}. Повторите действие; если ошибка повторится, сообщите текст разработчикам.',
    en: 'Unexpected error: {detail}. Try again; if it happens again, send this text to the developers.',
  },
} as const satisfies Record<string, { readonly ru: string; readonly en: string }>;

export type ErrorKey = keyof typeof errorSentences;
