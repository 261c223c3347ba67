// Words of the sheets about channels, products, clients, activities and cohorts.
import type { Sentence } from './sentence';

export const sourceSheetWords = {
  key: { ru: 'Разрез', en: 'Breakdown' },
  keyHelp: { ru: 'Источник CRM или метка UTM.', en: 'The channel of the CRM, or a UTM tag.' },
  table: { ru: 'Источники', en: 'Channels' },
  hint: {
    ru: 'Расходы – с листа «Расходы». «Не указан» – источник не заполнен: чем больше таких, тем меньше верьте остальным.',
    en: 'Costs come from the sheet "Costs". "Not set": nobody filled in the channel; the more of these, the less to trust the others.',
  },
  chart: { ru: 'Сумма продаж и расходы', en: 'Won sum and costs' },
  rateChart: { ru: 'Доля побед по источникам', en: 'Win rate by channel' },
  costs: { ru: 'Расходы', en: 'Costs' },
} as const satisfies Record<string, Sentence>;

export const productSheetWords = {
  metric: { ru: 'Сортировать по', en: 'Order by' },
  metricHelp: { ru: 'Сумма, количество или число сделок.', en: 'Sum, quantity or number of deals.' },
  table: { ru: 'Товары в выигранных сделках', en: 'Products in won deals' },
  hint: {
    ru: '30 первых; строки товаров складываются в сумму продаж, остальное – отдельными строками (M21).',
    en: 'The first 30; product rows add up to the won sum, what has none stands apart (M21).',
  },
  pareto: { ru: 'Товары и нарастающая доля выручки', en: 'Products and their cumulative share' },
  cumulative: { ru: 'Нарастающая доля', en: 'Cumulative share' },
} as const satisfies Record<string, Sentence>;

export const clientSheetWords = {
  top: { ru: 'Клиенты периода', en: 'Clients of the period' },
  topHint: {
    ru: 'ABC: A – клиенты, которые дают первые 80 % продаж, B – до 95 % (M22).',
    en: 'ABC: A are the clients that bring the first 80% of sales, B those up to 95% (M22).',
  },
  rfm: { ru: 'RFM за год', en: 'RFM over a year' },
  rfmHint: {
    ru: 'R – давность, F – частота, M – сумма покупок, от 1 до 5 (M23). До 200 клиентов, крупные сверху.',
    en: 'R recency, F frequency, M money, from 1 to 5 (M23). Up to 200 clients, the largest first.',
  },
  matrix: { ru: 'Сколько клиентов: давность × частота', en: 'Number of clients: recency × frequency' },
  matrixHint: {
    ru: 'По показанным ниже клиентам. Вверху – недавние, справа – частые.',
    en: 'Of the clients shown below. Recent ones at the top, frequent ones on the right.',
  },
  recency: { ru: 'R \\ F', en: 'R \\ F' },
  segmentsChart: { ru: 'Продажи по сегментам', en: 'Sales by segment' },
  repeatChart: { ru: 'Доля повторных продаж по месяцам', en: 'Share of repeat sales by month' },
  sum: { ru: 'Сумма', en: 'Sum' },
} as const satisfies Record<string, Sentence>;

export const activitySheetWords = {
  table: { ru: 'Активность менеджеров', en: 'Activity of managers' },
  hint: {
    ru: 'Завершённые дела. Норма – с листа «Нормы», на прошедшие рабочие дни; ответ – часы от обращения до первого контакта.',
    en: 'Completed activities. The norm is that of the sheet "Norms" for the working days passed; the response is hours to the first contact.',
  },
  norm: { ru: '% нормы', en: '% of norm' },
  normNote: { ru: 'Сделано / норма на прошедшие рабочие дни (M37).', en: 'Done / norm of the working days passed (M37).' },
  response: { ru: 'Первый ответ, часов', en: 'First response, hours' },
  responseNote: { ru: 'Медиана часов до первого контакта (M25).', en: 'Median hours to the first contact (M25).' },
  within: { ru: 'Ответ в норме', en: 'Response in time' },
  withinNote: {
    ru: 'Доля обращений с ответом в срок с листа «Нормы» (M25).',
    en: 'Share answered within the limit of the sheet "Norms" (M25).',
  },
  stackChart: { ru: 'Звонки, встречи, письма и задачи', en: 'Calls, meetings, mails and tasks' },
  normChart: { ru: 'Выполнение нормы активности', en: 'Activity against the norm' },
} as const satisfies Record<string, Sentence>;

export const cohortSheetWords = {
  share: { ru: 'Какая доля вошедших выиграна', en: 'Share of those entered that was won' },
  shareHint: {
    ru: 'Строка – месяц, в котором сделки вошли в воронку; столбец – сколько месяцев прошло. Пусто – время ещё не пришло.',
    en: 'A line is the month in which deals entered; a column is how many months have passed. Blank: the time has not come yet.',
  },
  sum: { ru: 'На какую сумму выиграно', en: 'Won sum' },
  chart: { ru: 'Как дозревают сделки: доля выигранных по возрасту', en: 'How deals ripen: share won by age' },
} as const satisfies Record<string, Sentence>;
