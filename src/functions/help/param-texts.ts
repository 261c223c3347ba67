// Texts of the parameters that several functions share.
import type { ParamText } from './text';

export const periodText: ParamText = {
  ru: 'Период в кавычках: "2026-10", "2026-Q3", "2026", "01.10.2026..15.10.2026", "прошлый квартал", "последние 30 дней"; либо дата (её месяц) или две ячейки с датами. По умолчанию этот месяц.',
  en: 'Period in quotes: "2026-10", "2026-Q3", "2026", "2026-10-01..2026-10-15", "last quarter", "last 30 days"; or a date (its month), or two cells with dates. This month by default.',
  hint: {
    ru: 'Период: "2026-10", "2026-Q3", "этот месяц" (по умолчанию), "последние 30 дней" или дата.',
    en: 'Period: "2026-10", "2026-Q3", "this month" (default), "last 30 days" or a date.',
  },
};

export const whoText: ParamText = {
  ru: 'Кто: имя, e-mail, id, отдел или "все"; диапазон – ответ в каждой строке. По умолчанию все.',
  en: 'Who: a name, an e-mail, an id, a department or "all"; a range gives an answer in every row. Everybody by default.',
  hint: { ru: 'Кто: имя, отдел, диапазон или "все" (по умолчанию).', en: 'Who: a name, a department, a range or "all" (default).' },
};

export const pipelineText: ParamText = {
  ru: 'Воронка: название, id, список через запятую или "все". По умолчанию все.',
  en: 'Pipeline: a name, an id, a list with commas or "all". All by default.',
  hint: { ru: 'Воронка или "все" (по умолчанию).', en: 'Pipeline or "all" (default).' },
};

export const dataText: ParamText = {
  ru: 'B24_DATA: формула пересчитывается после обновления.',
  en: 'B24_DATA: the formula recalculates after a refresh.',
  hint: { ru: 'B24_DATA: пересчёт после обновления.', en: 'B24_DATA: recalculates after a refresh.' },
};

export const durationStatText: ParamText = {
  ru: 'Статистика: "медиана" (по умолчанию), "среднее" или "p90" (девять из десяти не дольше).',
  en: 'Statistic: "median" (default), "mean" or "p90" (nine of ten are not longer).',
  hint: { ru: 'Статистика: "медиана" (по умолчанию), "среднее" или "p90".', en: 'Statistic: "median" (default), "mean" or "p90".' },
};

export const whoTogetherText: ParamText = {
  ru: 'Кто: имя или его часть, e-mail, id, отдел, диапазон (вместе) или "все". По умолчанию все.',
  en: 'Who: a name or a part of it, an e-mail, an id, a department, a range (together) or "all". Everybody by default.',
  hint: {
    ru: 'Кто: имя, отдел, диапазон (вместе) или "все" (по умолчанию).',
    en: 'Who: a name, a department, a range (together) or "all" (default).',
  },
};
