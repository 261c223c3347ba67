// Words of what the file keeps with time: the diary and the forecasts of earlier weeks.
import type { Lang } from '../cell';
import type { Sentence } from './sentence';

export const diaryWords = {
  about: {
    ru: 'Каждый день по менеджерам: пишется раз в сутки и больше не меняется',
    en: 'Every day by manager: written once a day, never changed',
  },
} as const satisfies Record<string, Sentence>;
export const diaryName = { ru: 'Дневник', en: 'Diary' } as const satisfies Sentence;

/** In the order of the sheet. */
export const diaryColumns = {
  date: { ru: 'Дата', en: 'Date' },
  manager: { ru: 'Менеджер', en: 'Manager' },
  department: { ru: 'Отдел', en: 'Department' },
  created: { ru: 'Создано', en: 'Created' },
  wonCount: { ru: 'Выиграно', en: 'Won' },
  lostCount: { ru: 'Проиграно', en: 'Lost' },
  wonSum: { ru: 'Сумма продаж', en: 'Won sum' },
  openCount: { ru: 'Открыто на конец дня', en: 'Open at day’s end' },
  openSum: { ru: 'Сумма открытых', en: 'Open sum' },
  calls: { ru: 'Звонки', en: 'Calls' },
  meetings: { ru: 'Встречи', en: 'Meetings' },
  plan: { ru: 'План месяца', en: 'Plan of the month' },
  fact: { ru: 'Факт с начала месяца', en: 'Month to date' },
  attainment: { ru: 'Выполнение на дату', en: 'Attainment to date' },
} as const satisfies Record<string, Sentence>;

export type DiaryColumn = keyof typeof diaryColumns;

/** Columns of B24_FORECAST_LOG, in their order. */
export const forecastLogColumns = {
  month: { ru: 'Месяц', en: 'Month' },
  day: { ru: 'День прогноза', en: 'Day of the forecast' },
  plan: { ru: 'План на тот день', en: 'Plan of that day' },
  won: { ru: 'Выиграно к тому дню', en: 'Won by then' },
  stages: { ru: 'По стадиям', en: 'By stages' },
  pace: { ru: 'По темпу', en: 'Run-rate' },
  low: { ru: 'Нижний', en: 'Low' },
  high: { ru: 'Верхний', en: 'High' },
  weighted: { ru: 'Взвешенная воронка', en: 'Weighted pipeline' },
  overdue: { ru: 'Просрочено', en: 'Overdue' },
  fact: { ru: 'Факт', en: 'Fact' },
  state: { ru: 'Факт на', en: 'Fact as of' },
  stagesOff: { ru: 'Отклонение по стадиям', en: 'Deviation by stages' },
  paceOff: { ru: 'Отклонение по темпу', en: 'Deviation by run-rate' },
} as const satisfies Record<string, Sentence>;

const words = {
  diaryNote: {
    ru: 'Дневник ведёт дополнение: при первом обновлении после полуночи – строки за вчера, новые сверху. Записанное не меняется. Свои столбцы добавляйте справа.',
    en: 'The add-on keeps this diary: the first refresh after midnight adds the rows of the day before on top. What is written never changes. Add columns of your own to the right.',
  },
  diaryUnkept: { ru: 'Дневник не дополнен. {detail}', en: 'Nothing was added to the diary. {detail}' },
  forecastUnkept: { ru: 'Прогноз недели не сохранён. {detail}', en: 'The forecast of the week was not kept. {detail}' },
  monthEnd: { ru: 'конец месяца', en: 'end of month' },
  soFar: { ru: 'сейчас', en: 'now' },
  noForecasts: {
    ru: 'Прогнозов прошлых недель ещё нет: раз в неделю, при первом обновлении с понедельника, сохраняется прогноз текущего месяца.',
    en: 'There are no forecasts of earlier weeks yet: once a week, at the first refresh from Monday on, the forecast of the current month is kept.',
  },
  noneOfThese: {
    ru: 'За этот период прогнозов нет. Они сохраняются раз в неделю, о текущем месяце; самый ранний – от {day}.',
    en: 'There are no forecasts of this period. They are kept once a week, about the current month; the earliest is of {day}.',
  },
} as const satisfies Record<string, Sentence>;

/** The text with its parameters filled in. */
export function recordText(key: keyof typeof words, lang: Lang, params: Readonly<Record<string, string>> = {}): string {
  return words[key][lang].replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}
