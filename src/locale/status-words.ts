// Words of B24_STATUS.
import type { Sentence } from './sentence';

export const statusWords = {
  line: {
    ru: 'Данные на {time} ({zone}) · {portal} · права: {user} · сделок {deals}, лидов {leads}',
    en: 'Data as of {time} ({zone}) · {portal} · rights of {user} · {deals} deals, {leads} leads',
  },
  transfersHidden: {
    ru: 'переходы между воронками портал не показывает',
    en: 'transfers between pipelines are not visible',
  },
  loadedFrom: { ru: 'история с {day}', en: 'history from {day}' },
  everything: { ru: 'всё', en: 'everything' },
  clean: { ru: 'Замечаний нет', en: 'Nothing to report' },
} as const satisfies Record<string, Sentence>;

/** Names of the quality flags, by flag (R17). */
export const flagWords = {
  NO_HISTORY: { ru: 'без истории стадий', en: 'without stage history' },
  HISTORY_GAP: { ru: 'с пробелом в истории', en: 'with a gap in the history' },
  CREATED_CLOSED: { ru: 'внесены закрытыми', en: 'entered already closed' },
  CLOSE_DATE_EDITED: { ru: 'дата закрытия изменена', en: 'closing date edited' },
  FUTURE_CLOSE: { ru: 'закрыты будущей датой', en: 'closed by a future date' },
  UNKNOWN_CURRENCY: { ru: 'в неизвестной валюте', en: 'in an unknown currency' },
  ZERO_AMOUNT_WON: { ru: 'выиграны с нулевой суммой', en: 'won with a zero sum' },
  NO_CLIENT: { ru: 'без клиента', en: 'without a client' },
  NO_SOURCE: { ru: 'без источника', en: 'without a source' },
  ORPHAN: { ru: 'открыты у уволенных', en: 'open at people who left' },
  REOPENED: { ru: 'открыты заново', en: 're-opened' },
  MISCLICK: { ru: 'с ошибочными переводами', en: 'with misclicks' },
  DELETED_STAGE: { ru: 'на удалённых стадиях', en: 'on deleted stages' },
  NEGATIVE_AMOUNT: { ru: 'с отрицательной суммой', en: 'with a negative sum' },
  NEGATIVE_CYCLE: { ru: 'с отрицательным циклом', en: 'with a negative cycle' },
  JUNK: { ru: 'закрыты как мусор', en: 'closed as junk' },
  PRODUCT_MISMATCH: { ru: 'с товарами не на сумму сделки', en: 'with products that do not make the amount' },
} as const satisfies Record<string, Sentence>;
