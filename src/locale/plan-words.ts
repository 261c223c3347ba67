// Words of plans, forecasts and goals.
import type { Sentence } from './sentence';

/** Statuses of a plan to date (M29), by colour; grey without a plan has its own word. */
export const planStatusWords = {
  green: { ru: 'в плане', en: 'on track' },
  yellow: { ru: 'отстаёт', en: 'behind' },
  red: { ru: 'сильно отстаёт', en: 'far behind' },
  grey: { ru: 'без оценки', en: 'not rated' },
  noPlan: { ru: 'нет плана', en: 'no plan' },
} as const satisfies Record<string, Sentence>;

export const planWords = {
  managersSum: { ru: 'Сумма планов менеджеров', en: 'Sum of the managers’ plans' },
  planMet: { ru: 'план выполнен', en: 'plan met' },
  deal: { ru: 'Сделка', en: 'Deal' },
  link: { ru: 'Ссылка', en: 'Link' },
  deletedStage: { ru: 'удалённая стадия', en: 'deleted stage' },
  probability: { ru: 'Вероятность', en: 'Probability' },
  weighted: { ru: 'Взвешенная сумма', en: 'Weighted sum' },
  expected: { ru: 'Ожидаемая дата', en: 'Expected date' },
  when: { ru: 'Когда', en: 'When' },
  due: { ru: 'в периоде', en: 'in the period' },
  overdue: { ru: 'просрочена', en: 'overdue' },
  won: { ru: 'Выиграно', en: 'Won' },
  dueTotal: { ru: 'Ожидается, взвешенно', en: 'Expected, weighted' },
  forecast: { ru: 'Прогноз', en: 'Forecast' },
  overdueTotal: { ru: 'Просрочено, взвешенно (не в прогнозе)', en: 'Overdue, weighted (not in the forecast)' },
} as const satisfies Record<string, Sentence>;
