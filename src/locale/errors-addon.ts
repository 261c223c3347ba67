// Sentences of the edge: the store, the sheets, settings of the file.
import type { Sentence } from './sentence';

export const addonErrors = {
  unexpected: {
    ru: 'Непредвиденная ошибка: {detail}. Повторите действие; если ошибка повторится, сообщите текст разработчикам.',
    en: 'Unexpected error: {detail}. Try again; if it happens again, send this text to the developers.',
  },
  notLoaded: {
    ru: 'Данных ещё нет: откройте меню «Битрикс24 KPI», подключите портал и нажмите «Обновить сейчас».',
    en: 'There is no data yet: open the menu "Bitrix24 KPI", connect the portal and choose "Refresh now".',
  },
} as const satisfies Record<string, Sentence>;
