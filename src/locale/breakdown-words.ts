// Words of the tables of breakdowns: tops, clients, channels, cohorts.
import type { Sentence } from './sentence';

export const breakdownWords = {
  rank: { ru: '№', en: '#' },
  product: { ru: 'Товар', en: 'Product' },
  client: { ru: 'Клиент', en: 'Client' },
  channel: { ru: 'Источник', en: 'Source' },
  share: { ru: 'Доля', en: 'Share' },
  quantity: { ru: 'Количество', en: 'Quantity' },
  deals: { ru: 'Сделок', en: 'Deals' },
  cumShare: { ru: 'Доля нарастающим', en: 'Cumulative share' },
  abc: { ru: 'ABC', en: 'ABC' },
  unallocated: { ru: 'Нераспределено', en: 'Unallocated' },
  noProducts: { ru: 'Без товаров', en: 'No products' },
  noClient: { ru: 'Без клиента', en: 'No client' },
  notSet: { ru: 'Не указан', en: 'Not set' },
  company: { ru: 'Компания #{id}', en: 'Company #{id}' },
  contact: { ru: 'Контакт #{id}', en: 'Contact #{id}' },
  cost: { ru: 'Расходы', en: 'Cost' },
  costPerDeal: { ru: 'Расход на сделку', en: 'Cost per deal' },
  costPerWon: { ru: 'Расход на продажу', en: 'Cost per sale' },
  romi: { ru: 'ROMI', en: 'ROMI' },
  daysSince: { ru: 'Дней с покупки', en: 'Days since purchase' },
  purchases: { ru: 'Покупок', en: 'Purchases' },
  segment: { ru: 'Сегмент', en: 'Segment' },
  age: { ru: '{count} мес.', en: 'Month {count}' },
} as const satisfies Record<string, Sentence>;

/** Segments of clients (M23). */
export const segmentWords = {
  best: { ru: 'Лучшие', en: 'Best' },
  loyal: { ru: 'Постоянные', en: 'Loyal' },
  large: { ru: 'Крупные', en: 'Large' },
  recent: { ru: 'Недавние', en: 'Recent' },
  leaving: { ru: 'Уходят', en: 'Leaving' },
  asleep: { ru: 'Спящие', en: 'Asleep' },
  average: { ru: 'Средние', en: 'Average' },
} as const satisfies Record<string, Sentence>;
