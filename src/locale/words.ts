// Words of menus, sheets and reports in both languages. Key sets are checked by the compiler: a key is a pair or it does not compile.
import type { Sentence } from './sentence';

/** Names of tabs. Raw sheets by entity, report sheets by report id. */
export const sheetWords = {
  deals: { ru: 'Данные_Сделки', en: 'Data_Deals' },
  leads: { ru: 'Данные_Лиды', en: 'Data_Leads' },
  stageHistory: { ru: 'Данные_История', en: 'Data_History' },
  stages: { ru: 'Данные_Стадии', en: 'Data_Stages' },
  employees: { ru: 'Данные_Сотрудники', en: 'Data_Employees' },
  products: { ru: 'Данные_Товары', en: 'Data_Products' },
  activities: { ru: 'Данные_Дела', en: 'Data_Activities' },
  companies: { ru: 'Данные_Компании', en: 'Data_Companies' },
  contacts: { ru: 'Данные_Контакты', en: 'Data_Contacts' },
  help: { ru: 'Справка', en: 'Help' },
} as const satisfies Record<string, Sentence>;

/** Tabs that show what the portal knows. */
export type RawSheetName = Exclude<keyof typeof sheetWords, 'help'>;

/** The menu: only entries that work. */
export const menuWords = {
  title: { ru: 'Битрикс24 KPI', en: 'Bitrix24 KPI' },
  refresh: { ru: 'Обновить сейчас', en: 'Refresh now' },
  reports: { ru: 'Построить отчёты', en: 'Build reports' },
  help: { ru: 'Справка по функциям', en: 'Help on functions' },
  platform: { ru: 'Проверка платформы', en: 'Platform check' },
  inputs: { ru: 'Листы ввода…', en: 'Input sheets…' },
  approve: { ru: 'Утвердить месяц…', en: 'Approve a month…' },
  recalculate: { ru: 'Пересчитать', en: 'Recalculate' },
  panel: { ru: 'Открыть панель', en: 'Open panel' },
  stopDigest: { ru: 'Не присылать мне сводку', en: 'Send me no digest' },
  plans: { ru: 'Планы…', en: 'Plans…' },
  plansTitle: { ru: 'Планы', en: 'Plans' },
} as const satisfies Record<string, Sentence>;
