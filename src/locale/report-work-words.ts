// Words of the sheets about what to do: «Зависшие сделки», «Причины отказа», «Изменения воронки», «Качество данных», «Воронка по менеджерам».
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
    ru: 'Три четверти сделок прошли стадию быстрее (за год); мало сделок – срок с листа «Нормы» (M17).',
    en: 'Three quarters of the deals passed the stage faster (over a year); with few deals, the limit of the sheet "Norms" (M17).',
  },
  idleNote: { ru: 'Дней без дел и изменений (M17).', en: 'Days without activities and changes (M17).' },
  managersChart: { ru: 'Зависшие деньги по менеджерам', en: 'Stuck money by manager' },
  reasonsChart: { ru: 'Зависшие деньги по причинам', en: 'Stuck money by reason' },
  shown: { ru: 'Сумма показанных', en: 'Sum of those shown' },
  reasonsNote: {
    ru: 'У сделки бывает несколько причин, поэтому столбцы не складываются.',
    en: 'A deal may have several reasons, so the bars do not add up.',
  },
} as const satisfies Record<string, Sentence>;

export const lossSheetWords = {
  reasons: { ru: 'По причинам', en: 'By reason' },
  hint: {
    ru: 'Проигранные за период; «не указано» – причину не заполнили. Поле причины задаётся на листе «Нормы».',
    en: 'Deals lost in the period; "not set": nobody filled in the reason. The field of the reason is set in the sheet "Norms".',
  },
  stages: { ru: 'Со стадии', en: 'From stage' },
  managers: { ru: 'По менеджерам', en: 'By manager' },
  channels: { ru: 'По источникам', en: 'By channel' },
  pareto: { ru: 'Причины отказа и нарастающая доля', en: 'Loss reasons and their cumulative share' },
  stagesChart: { ru: 'Со стадии ушло денег', en: 'Money lost from the stage' },
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
  dealsHint: { ru: 'До 200, дорогие сверху.', en: 'Up to 200, the dearest first.' },
  input: { ru: 'Листы ввода', en: 'Input sheets' },
  inputHint: {
    ru: 'Строки планов, норм и настроек, которые не удалось прочитать: в расчёты они не входят.',
    en: 'Rows of plans, norms and settings that could not be read: they do not count.',
  },
  checksChart: { ru: 'Замечания: сколько сделок', en: 'Findings: number of deals' },
  managersChart: { ru: 'Сделки проверки по менеджерам', en: 'Deals of the check by manager' },
  count: { ru: 'Сделок', en: 'Deals' },
} as const satisfies Record<string, Sentence>;

export const byManagerSheetWords = {
  rates: { ru: 'Конверсия этапа по менеджерам', en: 'Pass rate by manager' },
  ratesHint: {
    ru: 'Прошли / (прошли + потеряны). Серое – меньше 10 решённых сделок, судить рано (R11).',
    en: 'Advanced / (advanced + lost). Grey: fewer than 10 decided deals, too few to judge (R11).',
  },
  deviation: { ru: 'Отличие от остальных', en: 'Against the others' },
  deviationHint: {
    ru: 'Разница с конверсией остальных менеджеров на той же стадии: −10 % значит на десять пунктов ниже.',
    en: 'Difference to the pass rate of the other managers on the same stage: −10% means ten points lower.',
  },
  coach: { ru: 'Кого чему учить', en: 'Who needs to be taught what' },
  coachHint: {
    ru: 'Сначала те, у кого разница доказана: интервал целиком ниже нуля. «Потеряно сделок» – цена слабой стадии.',
    en: 'Proven differences first: the whole interval lies below zero. "Deals lost" is the price of the weak stage.',
  },
} as const satisfies Record<string, Sentence>;
