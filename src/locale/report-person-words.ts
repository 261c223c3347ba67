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
    ru: 'Внутри месяца – начислено на дату. Видно каждому, у кого есть доступ к файлу.',
    en: 'Within a month: accrued so far. Everybody with access to the file sees it.',
  },
  steps: {
    ru: 'Закрыть месяц: 1) выберите его в «Месяц»; 2) разберите строки «проверить»; 3) меню «Битрикс24 KPI» → «Утвердить месяц…»; 4) статус станет «утверждено», поздние изменения войдут поправками в следующий месяц.',
    en: 'To close a month: 1) choose it in "Month"; 2) settle the lines that say "check"; 3) menu "Bitrix24 KPI" → "Approve a month…"; 4) the status becomes "approved", later changes come as corrections in the next month.',
  },
  more: { ru: 'ещё ', en: '+' },
  nextNote: {
    ru: 'Сколько продаж не хватает до порога или следующей ступени. Пусто – выше ступени нет, достигнут потолок или месяц кончился.',
    en: 'The sales missing to the threshold or the next tier. Empty: there is no higher tier, the cap is reached, or the month is over.',
  },
  nextDealsNote: { ru: 'Столько сделок среднего размера этого месяца.', en: 'So many deals of the month’s average.' },
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
  review: { ru: 'Разбор за', en: 'Review of' },
  reviewHelp: {
    ru: 'За что разбираем воронку, потери и меры: дольше месяца, иначе сделок мало. От сводки не зависит.',
    en: 'What funnel, losses and actions are looked at for: longer than a month, else deals are few. It does not follow the dashboard.',
  },
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
    ru: 'По всем воронкам. Прошлый период – на ту же дату. Вывод есть там, где разница доказана (R16).',
    en: 'Over all pipelines. The period before is taken to the same date. A verdict stands where the difference is proven (R16).',
  },
  metric: { ru: 'Показатель', en: 'Metric' },
  own: { ru: 'Сам', en: 'Own' },
  others: { ru: 'Остальные', en: 'The others' },
  verdict: { ru: 'Вывод', en: 'Verdict' },
  before: { ru: 'Прошлый период', en: 'Period before' },
  change: { ru: 'Изменение', en: 'Change' },
  stages: { ru: 'Своя воронка по стадиям', en: 'Own funnel by stage' },
  stagesHint: {
    ru: 'За «Разбор за», в выбранной воронке. «Слабее» и «сильнее» – только там, где разница больше случайной.',
    en: 'For "Review of", in the chosen pipeline. "Weak" and "strong" stand only where the difference is more than chance.',
  },
  passRate: { ru: 'Конверсия', en: 'Pass rate' },
  funnelChart: { ru: 'Своя воронка', en: 'Own funnel' },
  stagesChart: { ru: 'Конверсия этапов: сам и остальные', en: 'Pass rates: own and the others' },
  losses: { ru: 'Почему отказывают', en: 'Why deals are lost' },
  lossesHint: {
    ru: 'За «Разбор за», в выбранной воронке; рядом – доля той же причины у всех.',
    en: 'For "Review of", in the chosen pipeline; beside it the share of the same reason of everybody.',
  },
  everybody: { ru: 'У всех', en: 'Of all' },
  largest: { ru: 'Пять самых крупных открытых сделок', en: 'The five largest open deals' },
  deals: { ru: 'Зависшие сделки', en: 'Stuck deals' },
  dealsHint: { ru: 'Самые дорогие; все – на листе «Зависшие сделки».', en: 'The dearest; all of them on the sheet "Stuck deals".' },
  actions: { ru: 'Что дали обучение и меры', en: 'What training and actions changed' },
  actionsHint: {
    ru: 'Меры за «Разбор за» с листа «Обучение и меры»: после – со дня меры до конца периода, до – столько же дней перед ней.',
    en: 'Actions of "Review of" from the sheet "Training and actions": after is from the day of the action to the end of the period, before as many days before it.',
  },
  beforeAction: { ru: 'До', en: 'Before' },
  sinceAction: { ru: 'После', en: 'After' },
  agreed: { ru: 'Договорённости', en: 'Agreed actions' },
  agreedHint: {
    ru: 'Впишите сами: эти ячейки остаются при перестройке листа и при выборе другого менеджера. Строки выбранного менеджера выделены.',
    en: 'Type here yourself: these cells stay when the sheet is built again and when another manager is chosen. Lines of the chosen manager stand out.',
  },
  date: { ru: 'Дата', en: 'Date' },
  action: { ru: 'О чём договорились', en: 'What was agreed' },
  due: { ru: 'Срок', en: 'Due' },
  done: { ru: 'Сделано', en: 'Done' },
} as const satisfies Record<string, Sentence>;
