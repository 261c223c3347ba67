// Words of the sheets about what to do: «Зависшие сделки», «Причины отказа», «Изменения воронки», «Качество данных», «Воронка по менеджерам».
import type { StuckReason } from '../metrics/stuck';
import type { Sentence } from './sentence';

export const stuckSheetWords = {
  rule: { ru: 'Почему зависла', en: 'Why stuck' },
  ruleHelp: { ru: 'Все причины или одна из них.', en: 'All reasons, or one of them.' },
  deals: { ru: 'Сделки', en: 'Deals' },
  hint: {
    ru: 'До 200 открытых сделок, крупные сверху; последняя строка – сколько ещё и на какую сумму. «Следующий шаг» пуст – назначьте дело.',
    en: 'Up to 200 open deals, the dearest first; the last line tells how many more there are, and their sum. A blank next step: plan an activity.',
  },
  normNote: {
    ru: 'Девять из десяти сделок прошли стадию быстрее (за год); мало сделок – срок с листа «Нормы» (M17).',
    en: 'Nine of ten deals passed the stage faster (over a year); with few deals, the limit of the sheet "Norms" (M17).',
  },
  idleNote: { ru: 'Дней без дел и изменений (M17).', en: 'Days without activities and changes (M17).' },
  managersChart: { ru: 'Зависшие деньги по менеджерам (показанные сделки)', en: 'Stuck money by manager (deals shown)' },
  reasonsChart: { ru: 'Зависшие деньги по причинам (показанные сделки)', en: 'Stuck money by reason (deals shown)' },
  advice: { ru: 'Почему стоят и что делать', en: 'Why they stand still, and what to do' },
  todo: { ru: 'Что сделать', en: 'What to do' },
  count: { ru: 'Сделок', en: 'Deals' },
  shown: { ru: 'Сумма', en: 'Sum' },
  reasonsNote: {
    ru: 'По сделкам из списка ниже (до 200 самых крупных). У сделки бывает несколько причин, поэтому строки не складываются.',
    en: 'Of the deals listed below (up to 200, the dearest). A deal may have several reasons, so the lines do not add up.',
  },
} as const satisfies Record<string, Sentence>;

/** What moves a deal that is stuck for this reason. */
export const stuckAdvice = {
  stuckInStage: {
    ru: 'Узнайте, что мешает: переведите дальше, договоритесь о сроке или закройте',
    en: 'Find out what is in the way: move on, agree on a date, or close',
  },
  idle: { ru: 'Свяжитесь с клиентом и запишите итог в сделку', en: 'Contact the client and write the outcome into the deal' },
  noNextStep: { ru: 'Запланируйте дело со сроком', en: 'Plan an activity with a deadline' },
  overdueClose: { ru: 'Поставьте новую дату закрытия или закройте сделку', en: 'Set a new close date, or close the deal' },
} as const satisfies Record<StuckReason, Sentence>;

export const lossSheetWords = {
  by: { ru: 'Ещё разбить по', en: 'Also break down by' },
  byHelp: {
    ru: 'По чему разбить отказы в правой таблице и на правой диаграмме.',
    en: 'What the table and the chart on the right break the losses down by.',
  },
  lost: { ru: 'Проиграно сделок', en: 'Deals lost' },
  lostNote: {
    ru: 'Перешли в стадию провала за период; некачественные не в счёт (M04).',
    en: 'Entered a fail stage in the period; junk does not count (M04).',
  },
  lostSum: { ru: 'Потеряно денег', en: 'Money lost' },
  notSet: { ru: 'Причина не указана', en: 'Reason not set' },
  notSetNote: {
    ru: 'Проиграны, а поле причины пустое (M18). На диаграмму причин эти сделки не попадают.',
    en: 'Lost with a blank field of the reason (M18). The chart of reasons leaves these deals out.',
  },
  ofLosses: { ru: '0.0%" отказов"', en: '0.0%" of the losses"' },
  shareNote: { ru: 'От числа проигранных сделок (M18).', en: 'Of the number of deals lost (M18).' },
  reasons: { ru: 'По причинам', en: 'By reason' },
  hint: {
    ru: 'До 100 строк в таблице. Поле причины задаётся на листе «Нормы»; пока его нет, причиной считается стадия провала.',
    en: 'Up to 100 lines a table. The field of the reason is set in the sheet "Norms"; without it the fail stage is the reason.',
  },
  stages: { ru: 'Со стадии', en: 'From stage' },
  cut: { ru: 'По выбору', en: 'As chosen' },
  group: { ru: 'Группа', en: 'Group' },
  pareto: { ru: 'Причины и нарастающая доля', en: 'Reasons and their cumulative share' },
  stagesChart: { ru: 'Потеряно денег со стадии', en: 'Money lost from the stage' },
  cutChart: { ru: 'Потеряно денег: по выбору', en: 'Money lost: as chosen' },
  cumulative: { ru: 'Нарастающая доля', en: 'Cumulative share' },
} as const satisfies Record<string, Sentence>;

export const changeSheetWords = {
  kind: { ru: 'Вид изменений', en: 'Kind of changes' },
  kindHelp: { ru: 'Все изменения или один вид.', en: 'All changes, or one kind.' },
  balance: { ru: 'Как изменилась сумма открытых сделок', en: 'How the sum of open deals changed' },
  balanceHint: {
    ru: 'От открытых на начало до открытых на конец строки складываются; ниже – то, что на сумму не влияет.',
    en: 'From those open at the start to those open at the end the lines add up; below is what does not touch the sum.',
  },
  list: { ru: 'Изменения', en: 'Changes' },
  listHint: {
    ru: 'До 200, крупные сверху. Смены сумм и ответственных видны с первой загрузки в этот файл.',
    en: 'Up to 200, the largest first. Changes of sums and owners are seen since the first load into this file.',
  },
  waterfall: { ru: 'Было – стало: сумма открытых сделок', en: 'From start to end: sum of open deals' },
  base: { ru: 'Отступ', en: 'Spacer' },
  total: { ru: 'Остаток', en: 'Balance' },
  up: { ru: 'Прибыло', en: 'Added' },
  down: { ru: 'Убыло', en: 'Gone' },
} as const satisfies Record<string, Sentence>;

export const qualitySheetWords = {
  check: { ru: 'Показать сделки', en: 'Show the deals' },
  checkHelp: { ru: 'Сделки какой проверки показать ниже.', en: 'The deals of which check to list below.' },
  checks: { ru: 'Проверки', en: 'Checks' },
  checksHint: {
    ru: 'Сделки остаются в расчётах: здесь видно, насколько числам можно верить и что исправить в Битрикс24.',
    en: 'These deals stay in the numbers: here is how far the numbers can be trusted, and what to mend in Bitrix24.',
  },
  deals: { ru: 'Сделки проверки', en: 'Deals of the check' },
  dealsHint: {
    ru: 'До 200, крупные сверху; диаграмма по менеджерам считает показанные.',
    en: 'Up to 200, the dearest first; the chart by manager counts those shown.',
  },
  shareNote: {
    ru: 'От сделок, созданных, бывших в работе или закрытых за период (R17).',
    en: 'Of the deals created, in work or closed in the period (R17).',
  },
  input: { ru: 'Листы ввода', en: 'Input sheets' },
  inputHint: {
    ru: 'Строки планов, норм и настроек, которые не удалось прочитать: в расчёты они не входят.',
    en: 'Rows of plans, norms and settings that could not be read: they do not count.',
  },
  checksChart: { ru: 'Замечания: сколько сделок', en: 'Findings: number of deals' },
  managersChart: { ru: 'Показанные сделки проверки по менеджерам', en: 'Shown deals of the check by manager' },
  count: { ru: 'Сделок', en: 'Deals' },
} as const satisfies Record<string, Sentence>;

export const byManagerSheetWords = {
  rates: { ru: 'Конверсия этапа по менеджерам', en: 'Pass rate by manager' },
  ratesHint: {
    ru: 'Прошли / (прошли + потеряны). Серое – меньше 10 решённых сделок, судить рано (R11). До {count} менеджеров, остальные – в таблице внизу.',
    en: 'Advanced / (advanced + lost). Grey: fewer than 10 decided deals, too few to judge (R11). Up to {count} managers, the others are in the table below.',
  },
  deviation: { ru: 'Отличие от остальных', en: 'Against the others' },
  deviationHint: {
    ru: 'На сколько процентных пунктов конверсия этапа выше или ниже, чем у остальных менеджеров на той же стадии (M36). Пусто – мало данных.',
    en: 'By how many percentage points the pass rate is above or below that of the other managers on the same stage (M36). Blank: too few data.',
  },
  coach: { ru: 'Кого чему учить', en: 'Who needs to be taught what' },
  coachHint: {
    ru: 'Сначала те, у кого разница доказана: интервал целиком ниже нуля. «Потеряно сделок» – цена слабой стадии.',
    en: 'Proven differences first: the whole interval lies below zero. "Deals lost" is the price of the weak stage.',
  },
  rateNote: {
    ru: 'Прошли дальше / решённые: сделки, созданные за период и уже ушедшие со стадии вперёд или в отказ (M36).',
    en: 'Advanced / decided: deals created in the period that have left the stage, forward or lost (M36).',
  },
  differenceNote: {
    ru: 'Конверсия менеджера минус конверсия остальных: −10 % – на десять пунктов ниже.',
    en: 'The rate of the manager minus that of the others: −10% is ten points lower.',
  },
  intervalNote: {
    ru: 'Граница интервала разницы, 99 % (R11): если ноль внутри, разница может быть случайной.',
    en: 'Limit of the interval of the difference, 99% (R11): with zero inside, the difference may be chance.',
  },
} as const satisfies Record<string, Sentence>;
