// Words of the sheets about one person and about pay: «Карточка менеджера», «Мотивация».
import type { Sentence } from './sentence';

export const bonusSheetWords = {
  person: { ru: 'Расчётный лист', en: 'Statement of' },
  personHelp: { ru: 'Чей расчёт показать сделка за сделкой.', en: 'Whose pay to show deal by deal.' },
  month: { ru: 'Месяц', en: 'Month' },
  monthHelp: {
    ru: 'Месяц оплаты: «этот месяц», «прошлый месяц» или 2026-10.',
    en: 'The month that is paid: "this month", "last month" or 2026-10.',
  },
  table: { ru: 'Начислено', en: 'Pay' },
  hint: {
    ru: 'Внутри месяца – начислено на дату. Месяц закрывает команда меню «Утвердить месяц…»: утверждённое больше не меняется. Видно каждому, у кого есть доступ к файлу.',
    en: 'Within a month: accrued so far. The menu command "Approve a month…" closes it: what is approved changes no more. Everybody with access to the file sees it.',
  },
  chart: { ru: 'Оклад и переменная часть', en: 'Fixed and variable pay' },
  attainmentChart: { ru: 'Выполнение плана', en: 'Attainment of the plan' },
  deals: { ru: 'Расчётный лист', en: 'Statement' },
  dealsHint: {
    ru: 'Сделка за сделкой до итога: его можно пересчитать на калькуляторе.',
    en: 'Deal by deal down to the total, which can be checked with a calculator.',
  },
} as const satisfies Record<string, Sentence>;

export const cardWords = {
  person: { ru: 'Менеджер', en: 'Manager' },
  personHelp: { ru: 'Кого обсуждаем.', en: 'Whom it is about.' },
  fact: { ru: 'Продажи', en: 'Sales' },
  attainment: { ru: 'Выполнение плана', en: 'Plan attainment' },
  winRate: { ru: 'Доля побед', en: 'Win rate' },
  cheque: { ru: 'Средний чек', en: 'Average deal' },
  score: { ru: 'Балл KPI', en: 'KPI score' },
  stuck: { ru: 'Зависло', en: 'Stuck' },
  toDate: { ru: 'на дату: ', en: 'to date: ' },
  all: { ru: 'у всех ', en: 'all: ' },
  compare: { ru: 'Против остальных и прошлого периода', en: 'Against the others and the period before' },
  compareHint: {
    ru: 'Прошлый период – на ту же дату. Вывод есть там, где разница доказана (R16).',
    en: 'The period before is taken to the same date. A verdict stands where the difference is proven (R16).',
  },
  metric: { ru: 'Показатель', en: 'Metric' },
  own: { ru: 'Сам', en: 'Own' },
  others: { ru: 'Остальные', en: 'The others' },
  verdict: { ru: 'Вывод', en: 'Verdict' },
  before: { ru: 'Прошлый период', en: 'Period before' },
  change: { ru: 'Изменение', en: 'Change' },
  stages: { ru: 'Конверсия этапов: сам и остальные', en: 'Pass rates: own and the others' },
  stagesChart: { ru: 'Конверсия этапов: сам и остальные', en: 'Pass rates: own and the others' },
  losses: { ru: 'Почему отказывают', en: 'Why deals are lost' },
  deals: { ru: 'Зависшие сделки', en: 'Stuck deals' },
  agreed: { ru: 'Договорённости', en: 'Agreed actions' },
  agreedHint: {
    ru: 'Впишите сами: эти ячейки не меняются при перестройке листа и при выборе другого менеджера, поэтому имя указывайте в строке.',
    en: 'Type here yourself: rebuilding the sheet or choosing another manager changes none of these cells, so name the person in the line.',
  },
  date: { ru: 'Дата', en: 'Date' },
  action: { ru: 'О чём договорились', en: 'What was agreed' },
  due: { ru: 'Срок', en: 'Due' },
  done: { ru: 'Сделано', en: 'Done' },
} as const satisfies Record<string, Sentence>;
