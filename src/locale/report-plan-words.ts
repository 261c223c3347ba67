// Words of the sheets about plans, forecasts and months: «План-факт», «Прогноз», «Динамика».
import type { Sentence } from './sentence';

export const planSheetWords = {
  metric: { ru: 'Показатель', en: 'Metric' },
  metricHelp: { ru: 'Показатель, у которого есть план и который складывается.', en: 'A metric that has a plan and adds up.' },
  managers: { ru: 'Менеджеры', en: 'Managers' },
  managersHint: {
    ru: 'План на дату – по рабочим дням. Вторая итоговая строка появляется, если планы людей не складываются в план компании.',
    en: 'The plan to date goes by working days. A second total appears when the plans of people do not add up to that of the company.',
  },
  departments: { ru: 'Отделы', en: 'Departments' },
  departmentsHint: {
    ru: 'Отдел считается вместе с вложенными, поэтому строки не складываются.',
    en: 'A department counts with those inside it, so the lines do not add up.',
  },
  months: { ru: 'Месяцы года', en: 'Months of the year' },
  barsChart: { ru: 'Факт, план и план на дату по менеджерам', en: 'Fact, plan and plan to date by manager' },
  monthsChart: { ru: 'Факт и план по месяцам года', en: 'Fact and plan by month of the year' },
  attainment: { ru: 'Факт / план на весь период (M29).', en: 'Fact / plan of the whole period (M29).' },
  planToDate: {
    ru: 'План × прошедшие рабочие дни / все рабочие дни (R14).',
    en: 'Plan × working days passed / all working days (R14).',
  },
  deviation: { ru: 'Факт − план на дату (M29).', en: 'Fact − plan to date (M29).' },
  attainmentToDate: { ru: 'Факт / план на дату (M29).', en: 'Fact / plan to date (M29).' },
  status: {
    ru: 'По выполнению на дату; границы – на листе «Настройки» (M29).',
    en: 'By the attainment to date; the bounds are in the sheet "Settings" (M29).',
  },
  runRate: {
    ru: 'Факт × все рабочие дни / прошедшие; в первые дни периода пусто (M30).',
    en: 'Fact × all working days / those passed; blank in the first days of a period (M30).',
  },
  gap: { ru: 'План − факт, не меньше нуля.', en: 'Plan − fact, not below zero.' },
  perDay: { ru: 'Осталось / оставшиеся рабочие дни (M31).', en: 'Left / working days left (M31).' },
  fact: { ru: 'Факт', en: 'Fact' },
  plan: { ru: 'План', en: 'Plan' },
  toDate: { ru: 'План на дату', en: 'Plan to date' },
} as const satisfies Record<string, Sentence>;

export const forecastSheetWords = {
  won: { ru: 'Уже выиграно', en: 'Won already' },
  plan: { ru: 'План', en: 'Plan' },
  stages: { ru: 'Прогноз по стадиям', en: 'Forecast by stages' },
  pace: { ru: 'Прогноз по темпу', en: 'Run-rate' },
  low: { ru: 'Осторожно', en: 'Low' },
  high: { ru: 'Оптимистично', en: 'High' },
  ofPlan: { ru: 'от плана', en: 'of the plan' },
  coverage: { ru: 'Покрытие остатка', en: 'Coverage of the rest' },
  coverageNeeded: { ru: 'Нужно покрытие', en: 'Coverage needed' },
  weighted: { ru: 'Взвешенная воронка', en: 'Weighted pipeline' },
  overdue: { ru: 'Просрочено, не в прогнозе', en: 'Overdue, not counted' },
  stagesNote: {
    ru: 'Выиграно плюс открытые сделки, которые ждут до конца периода, × вероятность их стадии за год (M26, M27).',
    en: 'Won plus open deals expected by the end of the period × the probability of their stage over a year (M26, M27).',
  },
  paceNote: { ru: 'Факт × все рабочие дни / прошедшие (M30).', en: 'Fact × all working days / those passed (M30).' },
  lowNote: { ru: 'Меньший из двух прогнозов.', en: 'The smaller of the two forecasts.' },
  highNote: { ru: 'Больший из двух прогнозов.', en: 'The larger of the two forecasts.' },
  coverageNote: {
    ru: 'Сумма открытых сделок / остаток плана (M32). Рядом – сколько нужно при нынешней доле побед по сумме.',
    en: 'Sum of open deals / what is left of the plan (M32). Beside it: how much is needed at the present win rate by value.',
  },
  overdueNote: {
    ru: 'Взвешенная сумма открытых сделок с прошедшей датой: её нужно исправить, тогда они войдут в прогноз.',
    en: 'Weighted sum of open deals whose date has passed: correct the date, and they count.',
  },
  managersChart: { ru: 'Выиграно, ожидается и план по менеджерам', en: 'Won, expected and plan by manager' },
  expected: { ru: 'Ожидается', en: 'Expected' },
  deals: { ru: 'Сделки за прогнозом', en: 'Deals behind the forecast' },
  dealsHint: {
    ru: 'До 200 сделок, крупные по взвешенной сумме – сверху; просроченные – в конце и в прогноз не входят.',
    en: 'Up to 200 deals, the largest weighted sum first; overdue ones stand last and do not count.',
  },
  log: { ru: 'Что обещали прошлые прогнозы', en: 'What earlier forecasts promised' },
  logHint: {
    ru: 'Последние три месяца. Прогноз запоминается раз в неделю; отклонение видно, когда месяц закончился.',
    en: 'The last three months. The forecast is kept once a week; the deviation shows once the month is over.',
  },
} as const satisfies Record<string, Sentence>;

export const trendSheetWords = {
  months: { ru: 'Месяцы', en: 'Months' },
  monthsHint: {
    ru: 'Последние 24 месяца. Свежие месяцы по конверсии ещё дозревают: смотрите зрелость.',
    en: 'The last 24 months. The conversion of recent months is still ripening: see the maturity.',
  },
  toMonth: { ru: 'К прошлому месяцу', en: 'To last month' },
  toYear: { ru: 'К прошлому году', en: 'To last year' },
  changeNote: {
    ru: 'Изменение суммы продаж. Текущий месяц ещё не закончен.',
    en: 'Change of the won sum. The present month is not over yet.',
  },
  sumChart: { ru: 'Сумма продаж и доля побед', en: 'Won sum and win rate' },
  yearsChart: { ru: 'Сумма продаж: этот год и прошлый', en: 'Won sum: this year and the last' },
  countChart: { ru: 'Создано и выиграно', en: 'Created and won' },
  chequeChart: { ru: 'Средний чек и цикл', en: 'Average deal and cycle' },
  thisYear: { ru: '12 месяцев', en: '12 months' },
  lastYear: { ru: 'Год назад', en: 'A year before' },
} as const satisfies Record<string, Sentence>;
