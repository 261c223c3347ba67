// The report sheets people can pick: names of their tabs, and what each one tells. The order is that of the tabs.
import type { Sentence } from './sentence';

interface ReportWords {
  readonly name: Sentence;
  /** One line for the list people pick from. */
  readonly about: Sentence;
}

export const reportSheetWords = {
  summary: {
    name: { ru: 'Сводка', en: 'Dashboard' },
    about: {
      ru: 'Главное на одном листе: план, темп, воронка, лучшие',
      en: 'The essentials on one sheet: plan, pace, funnel, best sellers',
    },
  },
  planFact: {
    name: { ru: 'План-факт', en: 'Plan vs fact' },
    about: { ru: 'План, факт и прогноз по менеджерам, отделам, месяцам', en: 'Plan, fact and run-rate by manager, department, month' },
  },
  managers: {
    name: { ru: 'Эффективность менеджеров', en: 'Manager performance' },
    about: { ru: 'Кто сколько продаёт и как', en: 'Who sells how much, and how' },
  },
  funnel: {
    name: { ru: 'Воронка', en: 'Funnel' },
    about: { ru: 'Конверсия по стадиям и узкое место', en: 'Conversion by stage, and the bottleneck' },
  },
  funnelByManager: {
    name: { ru: 'Воронка по менеджерам', en: 'Funnel by manager' },
    about: { ru: 'На какой стадии кто теряет и чему учить', en: 'Who loses where, and what to teach' },
  },
  trends: {
    name: { ru: 'Динамика', en: 'Trends' },
    about: { ru: 'Месяцы: продажи, чек, доля побед, цикл', en: 'Months: sales, average deal, win rate, cycle' },
  },
  forecast: {
    name: { ru: 'Прогноз', en: 'Forecast' },
    about: { ru: 'Чем закончится период и какими сделками', en: 'How the period will end, and by which deals' },
  },
  stuck: {
    name: { ru: 'Зависшие сделки', en: 'Stuck deals' },
    about: { ru: 'Что стоит без движения и что с этим делать', en: 'What stands still, and what to do about it' },
  },
  losses: {
    name: { ru: 'Причины отказа', en: 'Loss reasons' },
    about: { ru: 'Почему и на каких стадиях отказывают', en: 'Why deals are lost, and on which stages' },
  },
  sources: {
    name: { ru: 'Источники', en: 'Sources' },
    about: { ru: 'Каналы: лиды, продажи, расход и отдача', en: 'Channels: leads, sales, cost and return' },
  },
  products: {
    name: { ru: 'Товары', en: 'Products' },
    about: { ru: 'Что продаётся и что даёт выручку', en: 'What sells, and what brings the revenue' },
  },
  clients: {
    name: { ru: 'Клиенты', en: 'Clients' },
    about: { ru: 'Лучшие клиенты, повторные продажи, RFM', en: 'Best clients, repeat sales, RFM' },
  },
  activity: {
    name: { ru: 'Активность', en: 'Activity' },
    about: { ru: 'Звонки, встречи, письма и скорость ответа', en: 'Calls, meetings, mails, and the first response' },
  },
  cohorts: {
    name: { ru: 'Когорты', en: 'Cohorts' },
    about: { ru: 'Как дозревают сделки каждого месяца', en: 'How the deals of each month ripen' },
  },
  changes: {
    name: { ru: 'Изменения воронки', en: 'Pipeline changes' },
    about: { ru: 'Что пришло, ушло, выросло и вернулось назад', en: 'What came, went, grew and moved back' },
  },
  bonus: {
    name: { ru: 'Мотивация', en: 'Bonus' },
    about: { ru: 'Премии и расчётный лист сделка за сделкой', en: 'Pay, and its statement deal by deal' },
  },
  managerCard: {
    name: { ru: 'Карточка менеджера', en: 'Manager card' },
    about: { ru: 'Лист для встречи один на один', en: 'A sheet for the one-to-one' },
  },
  quality: {
    name: { ru: 'Качество данных', en: 'Data quality' },
    about: { ru: 'Что в CRM заполнено плохо и у кого', en: 'What is poorly filled in the CRM, and by whom' },
  },
} as const satisfies Record<string, ReportWords>;

export type ReportId = keyof typeof reportSheetWords;
