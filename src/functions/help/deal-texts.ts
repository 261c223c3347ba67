// What people read about the functions that count, sum and divide deals. The build and the documentation use it, the bundle does not.
import { dataText, periodText, pipelineText, whoText } from './param-texts';
import type { FunctionText } from './text';

export const dealTexts = {
  B24_DEALS: {
    text: {
      ru: 'Количество сделок: созданных, выигранных или проигранных за период, бывших в работе или открытых сейчас. Сделка относится к периоду по дню создания или по дню закрытия из истории стадий. Нет сделок – 0; пусто только против пустого имени.',
      en: 'Number of deals: created, won or lost in the period, in work during it, or open now. A deal belongs to a period by its creation day, or by its closing day from the stage history. No deals is 0; only a blank name gets an empty cell.',
    },
    examples: [
      { ru: '=B24_DEALS("этот месяц";"Иванова";;"выиграно";B24_DATA)', en: '=B24_DEALS("this month","Collins",,"won",B24_DATA)' },
      { ru: '=B24_DEALS("2026-Q3";A2:A15;"Продажи";"создано";B24_DATA)', en: '=B24_DEALS("2026-Q3",A2:A15,"Sales","created",B24_DATA)' },
    ],
    params: {
      period: periodText,
      who: whoText,
      pipeline: pipelineText,
      state: {
        ru: 'Состояние: "создано" (по умолчанию), "выиграно", "проиграно", "в работе" (была открыта хотя бы часть периода), "открыто" (на момент данных, период не важен).',
        en: 'State: "created" (default), "won", "lost", "in work" (open during some part of the period), "open" (as of the data, whatever the period).',
      },
      data: dataText,
    },
  },
  B24_REVENUE: {
    text: {
      ru: 'Сумма выигранных сделок за период в базовой валюте портала. Каждая сделка пересчитана по курсу CRM и округлена до копеек, поэтому разрезы сходятся с итогом. Нет продаж – 0; пусто только против пустого имени.',
      en: 'Sum of the deals won in the period, in the base currency of the portal. Every deal is converted by the CRM rate and rounded to cents, so breakdowns add up to the total. No sales is 0; only a blank name gets an empty cell.',
    },
    examples: [
      {
        ru: '=B24_REVENUE("прошлый месяц";"Корпоративные продажи";;B24_DATA)',
        en: '=B24_REVENUE("last month","Corporate Sales",,B24_DATA)',
      },
      { ru: '=B24_REVENUE("2026";A2:A15;"все";B24_DATA)', en: '=B24_REVENUE("2026",A2:A15,"all",B24_DATA)' },
    ],
    params: {
      period: periodText,
      who: whoText,
      pipeline: pipelineText,
      data: dataText,
    },
  },
  B24_CONVERSION: {
    text: {
      ru: 'Конверсия сделок, вошедших в воронку за период (когорта). Со стадией – какая доля её прошла, без стадии – какая доля решённых сделок выиграна. Смотрите рядом зрелость: пока решено меньше 80 % когорты, доля ещё изменится. Пока не решена ни одна сделка, ячейка пустая.',
      en: 'Conversion of the deals that entered the pipeline in the period (the cohort). With a stage: which share passed it; without: which share of the decided deals was won. Look at the maturity too: below 80 % decided, the share will still change. While no deal is decided, the cell is empty.',
    },
    examples: [
      { ru: '=B24_CONVERSION()', en: '=B24_CONVERSION()' },
      {
        ru: '=B24_CONVERSION("этот квартал";A2:A15;"Продажи";"Предложение";"этап";B24_DATA)',
        en: '=B24_CONVERSION("this quarter",A2:A15,"Sales","Proposal","pass",B24_DATA)',
      },
    ],
    params: {
      period: periodText,
      who: whoText,
      pipeline: pipelineText,
      stage: {
        ru: 'Стадия: название или его часть, id, номер. Нужна одна воронка. Без стадии – доля выигранных среди решённых сделок когорты.',
        en: 'Stage: a name or a part of it, an id, a number. Needs one pipeline. Without a stage: the share won of the decided deals of the cohort.',
      },
      mode: {
        ru: 'Режим: "этап" (прошли / прошли + потеряны, по умолчанию), "шаг" (дошли до следующей / дошли до этой), "сквозная" (дошли / вошли в воронку), "успех" (выиграны / решены из дошедших), "зрелость" (доля решённых, стадия не важна).',
        en: 'Mode: "pass" (advanced / advanced + lost, default), "step" (reached the next / reached this), "cumulative" (reached / entered the pipeline), "win" (won / decided of those who reached), "maturity" (share decided, whatever the stage).',
      },
      data: dataText,
    },
  },
  B24_WINRATE: {
    text: {
      ru: 'Доля побед: выиграно / (выиграно + проиграно) среди сделок, закрытых за период. Открытые сделки не входят. Если за период ничего не закрыто, ячейка пустая.',
      en: 'Win rate: won / (won + lost) among the deals closed in the period. Open deals are not in it. The cell is empty when nothing was closed.',
    },
    examples: [
      {
        ru: '=B24_WINRATE("прошлый месяц";"Иванова";;"количество";B24_DATA)',
        en: '=B24_WINRATE("last month","Collins",,"count",B24_DATA)',
      },
      { ru: '=B24_WINRATE("этот год";A2:A15;;"сумма";B24_DATA)', en: '=B24_WINRATE("this year",A2:A15,,"sum",B24_DATA)' },
    ],
    params: {
      period: periodText,
      who: whoText,
      pipeline: pipelineText,
      by: { ru: 'По чему: "количество" сделок (по умолчанию) или "сумма".', en: 'By what: the "count" of deals (default) or their "sum".' },
      data: dataText,
    },
  },
  B24_AVG_DEAL: {
    text: {
      ru: 'Средний чек выигранных за период сделок в базовой валюте. Сделки с нулевой суммой входят в среднее, чтобы сумма равнялась количеству, умноженному на чек. Нет продаж – ячейка пустая.',
      en: 'Average sum of the deals won in the period, in the base currency. Deals of zero sum are in the mean, so that the sum equals the count times the average. Without sales the cell is empty.',
    },
    examples: [
      { ru: '=B24_AVG_DEAL("этот месяц";;;;B24_DATA)', en: '=B24_AVG_DEAL("this month",,,,B24_DATA)' },
      {
        ru: '=B24_AVG_DEAL("2026-Q3";A2:A15;"Продажи";"медиана";B24_DATA)',
        en: '=B24_AVG_DEAL("2026-Q3",A2:A15,"Sales","median",B24_DATA)',
      },
    ],
    params: {
      period: periodText,
      who: whoText,
      pipeline: pipelineText,
      stat: {
        ru: 'Статистика: "среднее" (по умолчанию), "медиана" (одна крупная сделка её не сдвинет) или "без нулей" (среднее без сделок с нулевой суммой).',
        en: 'Statistic: "mean" (default), "median" (one very large deal does not move it) or "non-zero" (mean without deals of zero sum).',
      },
      data: dataText,
    },
  },
} as const satisfies Record<string, FunctionText>;
