// Words of the report sheets.
import type { Sentence } from './sentence';

export const reportWords = {
  period: { ru: 'Период', en: 'Period' },
  pipeline: { ru: 'Воронка', en: 'Pipeline' },
  who: { ru: 'Менеджер или отдел', en: 'Manager or department' },
  likeSummary: { ru: 'как на «Сводке»', en: 'as on the dashboard' },
  thisMonth: { ru: 'этот месяц', en: 'this month' },
  mode: { ru: 'Режим', en: 'Mode' },
  periodHelp: {
    ru: 'Выберите период или впишите свой: 2026-10, 2026-Q3, 2026, 01.10.2026..15.10.2026, последние 45 дней.',
    en: 'Choose a period or type your own: 2026-10, 2026-Q3, 2026, 2026-10-01..2026-10-15, last 45 days.',
  },
  pipelineHelp: { ru: 'Выберите воронку.', en: 'Choose a pipeline.' },
  whoHelp: {
    ru: 'Выберите менеджера, отдел или «Все»; можно вписать часть имени.',
    en: 'Choose a manager, a department or "All"; a part of a name may be typed.',
  },
  modeHelp: {
    ru: 'когорта – сделки, вошедшие за период; поток – сколько дошло до стадии за период; снимок – открытые сейчас.',
    en: 'cohort: deals that entered in the period; flow: how many reached the stage in it; snapshot: open now.',
  },
  remarks: { ru: 'Замечания к данным: ', en: 'Remarks on the data: ' },
  status: { ru: 'Статус', en: 'Status' },
  mark: { ru: 'К общей доле', en: 'Against all' },
  markNote: {
    ru: 'Доля побед менеджера против итоговой: ▲ выше и ▼ ниже на 5 пунктов и больше, ● около общей. Меньше 10 закрытых сделок – мало, чтобы судить; такие доли серые.',
    en: 'Win rate of the manager against the total: ▲ above and ▼ below by 5 points or more, ● about the same. Fewer than 10 closed deals are too few to judge; such shares are grey.',
  },
  above: { ru: '▲ выше', en: '▲ above' },
  below: { ru: '▼ ниже', en: '▼ below' },
  same: { ru: '● около', en: '● about' },
  few: { ru: 'мало сделок', en: 'few deals' },
  managersTitle: { ru: 'Менеджеры', en: 'Managers' },
  scatterChart: { ru: 'Доля побед и средний чек: каждая точка – менеджер', en: 'Win rate and average deal: each point is a manager' },
  bitrixTitle: { ru: 'Что показывает сам Битрикс24', en: 'What Bitrix24 itself shows' },
  bitrixHint: {
    ru: 'Отчёты Битрикс24 считают по другим датам; здесь видно, насколько и почему числа расходятся. Для двух последних нужна одна воронка.',
    en: 'The reports of Bitrix24 count by other dates; here is by how much the numbers differ, and why. The last two need one pipeline.',
  },
  funnelTitle: { ru: 'Стадии', en: 'Stages' },
  bottleneckTitle: { ru: 'Узкое место', en: 'Bottleneck' },
  bottleneckHint: {
    ru: 'Доля прохождения против нормы; вывод только там, где сделок достаточно. Отмечена стадия, на которой теряется больше всего денег.',
    en: 'Pass rate against its norm; a verdict only where there are enough deals. The stage that loses the most money is marked.',
  },
  chartData: { ru: 'Данные диаграмм (не менять)', en: 'Chart data (leave as it is)' },
  managersChart: { ru: 'Продажи и конверсия по менеджерам', en: 'Sales and conversion by manager' },
  monthsChart: { ru: 'Продажи и доля побед по месяцам, 12 месяцев', en: 'Sales and win rate by month, 12 months' },
  funnelChart: { ru: 'Воронка: сколько сделок дошло до стадии', en: 'Funnel: deals that reached the stage' },
  passChart: { ru: 'Конверсия этапа: какая доля прошла стадию', en: 'Pass rate: share of deals that passed the stage' },
  spacer: { ru: 'Отступ', en: 'Spacer' },
  managersHint: {
    ru: 'Менеджеры идут по сумме продаж. Итог посчитан по всем сделкам сразу, это не сумма и не среднее строк.',
    en: 'Managers are ordered by won sum. The total is computed from all the deals together, not summed or averaged from the rows.',
  },
  funnelHint: {
    ru: 'Конверсия этапа = прошли / (прошли + потеряны). Сделки, которые ещё стоят, ни в успех, ни в потери не входят. Последняя строка – выигранные.',
    en: 'Pass rate = advanced / (advanced + lost). Deals still standing are neither. The last row is the won deals.',
  },
} as const satisfies Record<string, Sentence>;

/** What the columns of the funnel mean, for the notes of its header. */
export const funnelNotes = {
  stage: {
    ru: 'Стадии воронки по порядку; пропущенная стадия считается пройденной (R7).',
    en: 'Stages of the pipeline in order; a skipped stage counts as passed (R7).',
  },
  entered: {
    ru: 'Сколько сделок дошло до стадии или дальше (M11). В режиме «поток» – дошло за период (M13), в «снимке» – стоит сейчас (M14).',
    en: 'Deals that reached the stage or went beyond (M11). In "flow": reached it in the period (M13), in "snapshot": stand there now (M14).',
  },
  sum: { ru: 'Сумма этих сделок в базовой валюте.', en: 'Sum of these deals in the base currency.' },
  advanced: { ru: 'Прошли дальше этой стадии (M11).', en: 'Went beyond this stage (M11).' },
  lost: { ru: 'Проиграны, дальше этой стадии не дошли (M11).', en: 'Lost, having come no further than this stage (M11).' },
  open: { ru: 'Открыты, дальше этой стадии пока не дошли (M11).', en: 'Open, having come no further than this stage so far (M11).' },
  transferred: {
    ru: 'Ушли в другую воронку (M11): ни успех, ни потеря.',
    en: 'Moved to another pipeline (M11): neither success nor loss.',
  },
  passRate: {
    ru: 'Прошли / (прошли + потеряны): главная конверсия этапа (M11).',
    en: 'Advanced / (advanced + lost): the headline conversion of the stage (M11).',
  },
  step: {
    ru: 'Дошли до следующей / дошли до этой (M11): открытые считаются непрошедшими, это нижняя граница.',
    en: 'Reached the next / reached this (M11): open deals count as not passed, so it is the lower bound.',
  },
  cumulative: { ru: 'Дошли до стадии / вошли в воронку (M11).', en: 'Reached the stage / entered the pipeline (M11).' },
  lossShare: { ru: 'Потеряно здесь / потеряно всего (M11).', en: 'Lost here / all losses (M11).' },
  medianDays: {
    ru: 'Медиана дней на стадии у сделок, ушедших с неё за период (M15); в «снимке» – возраст стоящих.',
    en: 'Median days on the stage of the deals that left it in the period (M15); in "snapshot": age of those standing.',
  },
} as const satisfies Record<string, Sentence>;
