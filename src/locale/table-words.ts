// Words of the tables that functions answer with: headers, totals, special lines.
import type { Sentence } from './sentence';

export const tableWords = {
  total: { ru: 'Итого', en: 'Total' },
  more: { ru: 'Ещё {count}', en: '{count} more' },
  manager: { ru: 'Менеджер', en: 'Manager' },
  department: { ru: 'Отдел', en: 'Department' },
  pipeline: { ru: 'Воронка', en: 'Pipeline' },
  month: { ru: 'Месяц', en: 'Month' },
  noDepartment: { ru: 'Без отдела', en: 'No department' },
  deletedStages: { ru: 'Удалённые стадии', en: 'Deleted stages' },
  stage: { ru: 'Стадия', en: 'Stage' },
  entered: { ru: 'Вошло', en: 'Entered' },
  sum: { ru: 'Сумма', en: 'Sum' },
  advanced: { ru: 'Прошло дальше', en: 'Advanced' },
  lost: { ru: 'Потеряно', en: 'Lost' },
  open: { ru: 'Стоит', en: 'Open' },
  transferred: { ru: 'Передано', en: 'Transferred' },
  passRate: { ru: 'Конверсия этапа', en: 'Pass rate' },
  step: { ru: 'Шаговая', en: 'Step' },
  cumulative: { ru: 'Сквозная', en: 'Cumulative' },
  lossShare: { ru: 'Доля потерь', en: 'Share of losses' },
  medianDays: { ru: 'Медиана, дней', en: 'Median days' },
} as const satisfies Record<string, Sentence>;

/** Months in tables: name and year, so that a column of text does not turn into dates. */
export const monthNames: Readonly<Record<'ru' | 'en', readonly string[]>> = {
  ru: ['январь', 'февраль', 'март', 'апрель', 'май', 'июнь', 'июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
