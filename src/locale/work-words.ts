// Words of the tables that say what to do: weak stages, stuck deals, losses, comparisons, checks, explanations. {name} marks a parameter.
import type { Sentence } from './sentence';

export const workWords = {
  deal: { ru: 'Сделка', en: 'Deal' },
  link: { ru: 'Ссылка', en: 'Link' },
  channel: { ru: 'Источник', en: 'Channel' },
  reason: { ru: 'Причина отказа', en: 'Loss reason' },
  failStage: { ru: 'Стадия отказа', en: 'Failure stage' },
  fromStage: { ru: 'Ушли со стадии', en: 'Lost from stage' },
  notSet: { ru: 'Не указано', en: 'Not set' },
  lostShare: { ru: 'Доля отказов', en: 'Share of losses' },

  decided: { ru: 'Решено', en: 'Decided' },
  low: { ru: 'От', en: 'From' },
  high: { ru: 'До', en: 'To' },
  norm: { ru: 'Норма', en: 'Norm' },
  verdict: { ru: 'Вывод', en: 'Verdict' },
  lostDeals: { ru: 'Потеряно сделок', en: 'Deals lost' },
  lostMoney: { ru: 'Потеряно денег', en: 'Money lost' },
  normDays: { ru: 'Норма, дней', en: 'Norm, days' },
  timeVerdict: { ru: 'Время', en: 'Time' },
  main: { ru: 'Главное', en: 'Main' },
  mainMark: { ru: 'главное', en: 'main' },

  stageDays: { ru: 'Дней на стадии', en: 'Days on stage' },
  idleDays: { ru: 'Дней без движения', en: 'Idle days' },
  expectedDate: { ru: 'Ожидаемая дата', en: 'Expected date' },
  nextStep: { ru: 'Следующий шаг', en: 'Next step' },
  nextDate: { ru: 'Срок шага', en: 'Step due' },
  reasons: { ru: 'Почему', en: 'Why' },

  rateNow: { ru: 'Конверсия сейчас', en: 'Rate now' },
  rateNew: { ru: 'Станет', en: 'Becomes' },
  baseWins: { ru: 'Побед сейчас', en: 'Wins now' },
  newWins: { ru: 'Побед станет', en: 'Wins then' },
  deltaWins: { ru: 'Больше побед', en: 'More wins' },
  deltaRevenue: { ru: 'Больше денег', en: 'More money' },

  who: { ru: 'Кто', en: 'Who' },
  action: { ru: 'Мера', en: 'Action' },
  noActions: { ru: 'Мер за период нет', en: 'No actions in the period' },
  difference: { ru: 'Разница', en: 'Difference' },
  relative: { ru: 'Разница, %', en: 'Difference, %' },
  others: { ru: 'остальные', en: 'the others' },

  othersAdvanced: { ru: 'Прошло у остальных', en: 'Others advanced' },
  othersDecided: { ru: 'Решено у остальных', en: 'Others decided' },
  othersRate: { ru: 'Конверсия остальных', en: 'Others’ rate' },

  check: { ru: 'Проверка', en: 'Check' },
  deals: { ru: 'Сделок', en: 'Deals' },
  share: { ru: 'Доля', en: 'Share' },
  clean: { ru: 'Замечаний нет', en: 'Nothing to report' },
  productsPending: { ru: 'Товары сделок ещё загружаются', en: 'The products of deals are still being loaded' },
  history: {
    ru: 'История сделок загружена с {day}: по ней считаются новые и повторные клиенты, RFM, когорты, нормы и вероятности',
    en: 'The history of deals is loaded from {day}: new and repeat clients, RFM, cohorts, norms and probabilities stand on it',
  },
  sheet: { ru: 'Лист', en: 'Sheet' },
  row: { ru: 'Строка', en: 'Row' },
  column: { ru: 'Столбец', en: 'Column' },
  found: { ru: 'Что найдено', en: 'Found' },
  expected: { ru: 'Что ожидается', en: 'Expected' },

  id: { ru: 'Id', en: 'Id' },
  record: { ru: 'Что', en: 'What' },
  lead: { ru: 'Лид', en: 'Lead' },
  createdOn: { ru: 'Создано', en: 'Created' },
  closedOn: { ru: 'Закрыто', en: 'Closed' },
  enteredOn: { ru: 'Вошло', en: 'Entered' },
  doneOn: { ru: 'Сделано', en: 'Done' },
  counted: { ru: 'Засчитано', en: 'Counted' },
  outOf: { ru: 'Из', en: 'Out of' },
  explained: {
    ru: '{metric} = {number}. {meaning} Период: {period}. Кто: {who}. Воронка: {pipeline}.',
    en: '{metric} = {number}. {meaning} Period: {period}. Who: {who}. Pipeline: {pipeline}.',
  },
  howSum: { ru: 'Число – итог столбца «Засчитано».', en: 'The number is the total of "Counted".' },
  howRatio: {
    ru: 'Число – итог «Засчитано», делённый на итог «Из».',
    en: 'The number is the total of "Counted" divided by the total of "Out of".',
  },
  howMedian: { ru: 'Число – медиана столбца «Засчитано».', en: 'The number is the median of "Counted".' },
  howP90: { ru: 'Число – девятый дециль столбца «Засчитано».', en: 'The number is the ninth decile of "Counted".' },
  howVelocity: {
    ru: 'Число – итог «Засчитано» × доля побед {rate} × средний чек {cheque} / средний цикл {cycle}.',
    en: 'The number is the total of "Counted" × win rate {rate} × average deal {cheque} / mean cycle {cycle}.',
  },

  bitrixReport: { ru: 'Отчёт Битрикс24', en: 'Bitrix24 report' },
  ours: { ru: 'У нас', en: 'Ours' },
  note: { ru: 'Примечание', en: 'Note' },
  reconstructed: {
    ru: 'Восстановлено по коду Битрикс24, не измерено на портале.',
    en: 'Reconstructed from the code of Bitrix24, not measured on a portal.',
  },
  ofAlive: {
    ru: '{k} из {n} живых сделок имеют успешную стадию в истории.',
    en: '{k} of {n} deals alive have a success stage in their history.',
  },
  byClosedate: { ru: 'Считает по дате в карточке.', en: 'Counts by the date in the card.' },
  byMoved: { ru: 'Считает по дню последнего перехода.', en: 'Counts by the day of the last move.' },
  oneNeeded: { ru: 'Назовите одну воронку.', en: 'Name one pipeline.' },
} as const satisfies Record<string, Sentence>;

/** A share against its norm (M16). */
export const passVerdictWords = {
  worse: { ru: 'хуже нормы', en: 'worse' },
  better: { ru: 'лучше нормы', en: 'better' },
  normal: { ru: 'в норме', en: 'normal' },
  insufficient: { ru: 'мало данных', en: 'too few' },
} as const satisfies Record<string, Sentence>;

/** Days against their norm (M16). */
export const timeVerdictWords = {
  slow: { ru: 'медленно', en: 'slow' },
  normal: passVerdictWords.normal,
  insufficient: passVerdictWords.insufficient,
} as const satisfies Record<string, Sentence>;

/** A manager against the others (M36). */
export const coachingWords = {
  weak: { ru: 'слабее', en: 'weak' },
  strong: { ru: 'сильнее', en: 'strong' },
  no_difference: { ru: 'без разницы', en: 'no difference' },
  insufficient: passVerdictWords.insufficient,
} as const satisfies Record<string, Sentence>;

/** A value against another (R16). */
export const comparisonWords = {
  higher: { ru: 'выше', en: 'higher' },
  lower: { ru: 'ниже', en: 'lower' },
  same: coachingWords.no_difference,
  insufficient: passVerdictWords.insufficient,
} as const satisfies Record<string, Sentence>;

/** Why a deal is stuck (M17). */
export const stuckWords = {
  stuckInStage: { ru: 'долго на стадии', en: 'too long on stage' },
  idle: { ru: 'нет движения', en: 'idle' },
  noNextStep: { ru: 'нет дела', en: 'no next step' },
  overdueClose: { ru: 'дата прошла', en: 'overdue' },
} as const satisfies Record<string, Sentence>;

/** Reports of Bitrix24 that are imitated (M38). */
export const bitrixWords = {
  plan: { ru: 'План продаж', en: 'Sales plan' },
  rating: { ru: 'Рейтинг менеджеров', en: 'Manager rating' },
  conversion: { ru: 'Конверсия сделок', en: 'Deal conversion' },
} as const satisfies Record<string, Sentence>;
