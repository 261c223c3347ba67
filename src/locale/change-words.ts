// Words of the tables of what changed: headers, kinds of changes, lines of the balance.
import type { Sentence } from './sentence';

export const changeWords = {
  kind: { ru: 'Изменение', en: 'Change' },
  deal: { ru: 'Сделка', en: 'Deal' },
  link: { ru: 'Ссылка', en: 'Link' },
  was: { ru: 'Было', en: 'Was' },
  is: { ru: 'Стало', en: 'Is' },
  difference: { ru: 'В открытых, ±', en: 'Open deals, ±' },
  day: { ru: 'День', en: 'Day' },
  deals: { ru: 'Сделок', en: 'Deals' },
  closed: { ru: 'Закрыта', en: 'Closed' },
  lost: { ru: 'Отказ', en: 'Lost' },

  start: { ru: 'Открыты на начало', en: 'Open at the start' },
  new: { ru: 'Новые', en: 'New' },
  grew: { ru: 'Выросли', en: 'Grew' },
  shrank: { ru: 'Уменьшились', en: 'Shrank' },
  won: { ru: 'Выиграны', en: 'Won' },
  lostDeals: { ru: 'Проиграны', en: 'Lost deals' },
  junk: { ru: 'Некачественные', en: 'Junk' },
  gone: { ru: 'Удалены открытые', en: 'Deleted while open' },
  corrected: { ru: 'Исправлены после закрытия', en: 'Corrected after closing' },
  aside: { ru: 'Внесены задним числом или удалены после создания', en: 'Entered after the fact, or created and deleted' },
  end: { ru: 'Открыты на конец', en: 'Open at the end' },
  goneClosed: { ru: 'Удалены закрытые', en: 'Deleted after closing' },
  back: { ru: 'Вернулись назад', en: 'Moved back' },
  idle: { ru: 'Без движения', en: 'Idle' },
  owner: { ru: 'Сменили ответственного', en: 'Owner changed' },
} as const satisfies Record<string, Sentence>;
