// What the entities are called inside a sentence (parameter `what`).
import type { Sentence } from './sentence';

export const entityWords = {
  deals: { ru: 'сделки', en: 'deals' },
  leads: { ru: 'лиды', en: 'leads' },
  stageHistory: { ru: 'история стадий', en: 'stage history' },
  activities: { ru: 'дела', en: 'activities' },
  productRows: { ru: 'товары сделок', en: 'products of deals' },
  companies: { ru: 'компании', en: 'companies' },
  contacts: { ru: 'контакты', en: 'contacts' },
  categories: { ru: 'воронки', en: 'pipelines' },
  statuses: { ru: 'справочники CRM', en: 'CRM directories' },
  users: { ru: 'сотрудники', en: 'employees' },
  departments: { ru: 'отделы', en: 'departments' },
  notices: { ru: 'уведомления в чат', en: 'chat notices' },
  currencies: { ru: 'валюты', en: 'currencies' },
} as const satisfies Record<string, Sentence>;
