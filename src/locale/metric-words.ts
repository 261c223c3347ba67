// Names of metrics by metric id: the header in tables, other words people may type, and the definition printed in notes and help.
import type { Sentence } from './sentence';

export interface MetricWords {
  /** Header in tables, and the name in lists. */
  readonly name: Sentence;
  /** Other names that formulas accept. */
  readonly also: { readonly ru: readonly string[]; readonly en: readonly string[] };
  /** One sentence with the rule, for notes. */
  readonly meaning: Sentence;
}

export const metricWords = {
  created: {
    name: { ru: 'Создано', en: 'Created' },
    also: { ru: ['создано сделок', 'новые сделки'], en: ['deals created', 'new deals'] },
    meaning: {
      ru: 'Сделки, созданные в периоде (по дню создания).',
      en: 'Deals created in the period (by creation day).',
    },
  },
  openCount: {
    name: { ru: 'Открыто сейчас', en: 'Open now' },
    also: { ru: ['открыто', 'открытые сделки'], en: ['open', 'open deals'] },
    meaning: {
      ru: 'Открытые сделки на момент данных; период не важен.',
      en: 'Deals open as of the data, whatever the period.',
    },
  },
  openSum: {
    name: { ru: 'Сумма открытых', en: 'Open sum' },
    also: { ru: ['сумма в работе', 'открыто сумма'], en: ['open amount', 'pipeline value'] },
    meaning: {
      ru: 'Сумма сделок, открытых на момент данных, в базовой валюте.',
      en: 'Sum of the deals open as of the data, in the base currency.',
    },
  },
  inWorkDuring: {
    name: { ru: 'В работе', en: 'In work' },
    also: { ru: ['было в работе'], en: ['in progress'] },
    meaning: {
      ru: 'Сделки, открытые хотя бы часть периода. Внесённые задним числом не входят.',
      en: 'Deals open during some part of the period. Those entered after the fact are not in it.',
    },
  },
  wonCount: {
    name: { ru: 'Выиграно', en: 'Won' },
    also: { ru: ['выиграно сделок', 'продажи шт'], en: ['won deals', 'deals won'] },
    meaning: {
      ru: 'Сделки, закрытые в периоде успехом. День закрытия – из истории стадий, а не из редактируемого поля.',
      en: 'Deals closed as won in the period. The closing day comes from the stage history, not from the editable field.',
    },
  },
  wonSum: {
    name: { ru: 'Сумма продаж', en: 'Won sum' },
    also: { ru: ['выручка', 'продажи', 'сумма', 'факт'], en: ['revenue', 'sales', 'sum', 'won amount'] },
    meaning: {
      ru: 'Сумма выигранных сделок в базовой валюте, каждая пересчитана по курсу CRM.',
      en: 'Sum of the won deals in the base currency, each converted by the CRM rate.',
    },
  },
  lostCount: {
    name: { ru: 'Проиграно', en: 'Lost' },
    also: { ru: ['проиграно сделок', 'потеряно', 'отказы'], en: ['lost deals', 'deals lost'] },
    meaning: {
      ru: 'Сделки, закрытые в периоде неуспехом (все неуспешные стадии, кроме отмеченных как мусор).',
      en: 'Deals closed as lost in the period (every failure stage but those marked as junk).',
    },
  },
  lostSum: {
    name: { ru: 'Сумма проигранных', en: 'Lost sum' },
    also: { ru: ['потеряно сумма', 'сумма потерь'], en: ['lost amount'] },
    meaning: { ru: 'Сумма проигранных сделок в базовой валюте.', en: 'Sum of the lost deals in the base currency.' },
  },
  winRateCount: {
    name: { ru: 'Доля побед, шт.', en: 'Win rate, count' },
    also: { ru: ['доля побед', 'win rate', 'винрейт'], en: ['win rate', 'winrate'] },
    meaning: {
      ru: 'Выиграно / (выиграно + проиграно) среди закрытых в периоде. При малом числе сделок ненадёжна.',
      en: 'Won / (won + lost) among the deals closed in the period. Unreliable for a few deals.',
    },
  },
  winRateValue: {
    name: { ru: 'Доля побед, сумма', en: 'Win rate, sum' },
    also: { ru: ['доля побед по сумме', 'win rate по сумме'], en: ['win rate by sum', 'win rate by value'] },
    meaning: {
      ru: 'Сумма выигранных / сумма закрытых в периоде.',
      en: 'Sum of the won deals / sum of the deals closed in the period.',
    },
  },
  avgCheque: {
    name: { ru: 'Средний чек', en: 'Average deal' },
    also: { ru: ['чек'], en: ['average', 'average cheque', 'deal size'] },
    meaning: {
      ru: 'Сумма продаж / число выигранных; сделки с нулевой суммой входят.',
      en: 'Won sum / number of won deals; deals of zero sum are in it.',
    },
  },
  avgChequeMedian: {
    name: { ru: 'Медианный чек', en: 'Median deal' },
    also: { ru: ['медиана чека'], en: ['median cheque'] },
    meaning: {
      ru: 'Половина выигранных сделок не дороже; одна крупная сделка его не сдвигает.',
      en: 'Half of the won deals are not larger; one whale does not move it.',
    },
  },
  avgChequeNonZero: {
    name: { ru: 'Чек без нулевых', en: 'Average deal, non-zero' },
    also: { ru: ['чек без нулей', 'средний чек без нулей'], en: ['average without zeros', 'non-zero average'] },
    meaning: {
      ru: 'Средний чек по сделкам с суммой больше нуля.',
      en: 'Average over the won deals with a sum above zero.',
    },
  },
  zeroAmountWon: {
    name: { ru: 'Выиграно без суммы', en: 'Won without sum' },
    also: { ru: ['нулевые продажи'], en: ['zero amount won'] },
    meaning: { ru: 'Выигранные сделки с нулевой суммой.', en: 'Won deals whose sum is zero.' },
  },
  junkCount: {
    name: { ru: 'Мусор', en: 'Junk' },
    also: { ru: ['спам', 'мусорные'], en: ['spam'] },
    meaning: {
      ru: 'Сделки, закрытые в стадии, отмеченные в настройках как мусор; в проигранные не входят.',
      en: 'Deals closed on stages that the settings mark as junk; not counted as lost.',
    },
  },
  cycleMedianDays: {
    name: { ru: 'Цикл, дней', en: 'Cycle, days' },
    also: { ru: ['цикл', 'цикл сделки', 'медиана цикла'], en: ['cycle', 'sales cycle', 'median cycle'] },
    meaning: {
      ru: 'Медиана дней от первого контакта до выигрыша.',
      en: 'Median days from the first contact to the win.',
    },
  },
  cycleMeanDays: {
    name: { ru: 'Цикл средний, дней', en: 'Mean cycle, days' },
    also: { ru: ['средний цикл'], en: ['mean cycle', 'average cycle'] },
    meaning: {
      ru: 'Среднее число дней от первого контакта до выигрыша.',
      en: 'Mean days from the first contact to the win.',
    },
  },
  cycleP90Days: {
    name: { ru: 'Цикл p90, дней', en: 'Cycle p90, days' },
    also: { ru: ['p90 цикла', 'цикл p90'], en: ['p90 cycle', 'cycle p90'] },
    meaning: {
      ru: 'Девять из десяти выигранных сделок закрыты не дольше.',
      en: 'Nine of ten won deals did not take longer.',
    },
  },
  cohortEntered: {
    name: { ru: 'Вошло в воронку', en: 'Entered the pipeline' },
    also: { ru: ['вошло', 'когорта'], en: ['entered', 'cohort'] },
    meaning: {
      ru: 'Сделки, вошедшие в воронку в периоде (когорта); переданные из другой воронки входят.',
      en: 'Deals that entered the pipeline in the period (the cohort); those moved from another pipeline are in it.',
    },
  },
  cohortConversion: {
    name: { ru: 'Конверсия', en: 'Conversion' },
    also: { ru: ['конверсия когорты', 'конверсия в продажу'], en: ['cohort conversion'] },
    meaning: {
      ru: 'Какая доля решённых сделок когорты выиграна. Смотрите рядом зрелость.',
      en: 'Share won of the decided deals of the cohort. Look at the maturity beside it.',
    },
  },
  cohortWinRateAll: {
    name: { ru: 'Конверсия от всех', en: 'Conversion of all' },
    also: { ru: ['конверсия от вошедших', 'выиграно из вошедших'], en: ['cohort win rate'] },
    meaning: {
      ru: 'Выиграно / вошло (без переданных): открытые считаются ещё не выигранными.',
      en: 'Won / entered (without transferred): open deals count as not won yet.',
    },
  },
  maturity: {
    name: { ru: 'Зрелость', en: 'Maturity' },
    also: { ru: ['зрелость когорты'], en: ['cohort maturity'] },
    meaning: {
      ru: 'Доля когорты, которая уже решена. Ниже 80 % конверсия ещё заметно изменится.',
      en: 'Share of the cohort already decided. Below 80 % the conversion will still change a lot.',
    },
  },
  salesVelocity: {
    name: { ru: 'Скорость, в день', en: 'Velocity, per day' },
    also: { ru: ['скорость', 'скорость продаж'], en: ['velocity', 'sales velocity'] },
    meaning: {
      ru: 'Открытые сделки × доля побед × средний чек / средний цикл: сколько денег в день даёт воронка.',
      en: 'Open deals × win rate × average deal / mean cycle: money per day that the pipeline yields.',
    },
  },
  repeatCount: {
    name: { ru: 'Повторные сделки', en: 'Repeat deals' },
    also: { ru: ['повторных сделок'], en: ['repeat sales'] },
    meaning: {
      ru: 'Выигранные сделки клиентов, которые уже покупали раньше.',
      en: 'Won deals of clients who had bought before.',
    },
  },
  repeatSum: {
    name: { ru: 'Сумма повторных', en: 'Repeat sum' },
    also: { ru: ['повторные продажи'], en: ['repeat amount'] },
    meaning: {
      ru: 'Сумма выигранных сделок клиентов, которые уже покупали раньше.',
      en: 'Sum of the won deals of clients who had bought before.',
    },
  },
  repeatShareCount: {
    name: { ru: 'Доля повторных, шт.', en: 'Repeat share, count' },
    also: { ru: ['доля повторных'], en: ['repeat share'] },
    meaning: {
      ru: 'Повторные / выигранные сделки. Сделка без клиента не бывает повторной.',
      en: 'Repeat / won deals. A deal without a client is never a repeat one.',
    },
  },
  repeatShareSum: {
    name: { ru: 'Доля повторных, сумма', en: 'Repeat share, sum' },
    also: { ru: ['доля повторных по сумме'], en: ['repeat share by sum'] },
    meaning: {
      ru: 'Сумма повторных / сумма продаж.',
      en: 'Repeat sum / won sum.',
    },
  },
  leadsCreated: {
    name: { ru: 'Лиды', en: 'Leads' },
    also: { ru: ['лидов создано', 'новые лиды'], en: ['leads created', 'new leads'] },
    meaning: {
      ru: 'Лиды, созданные в периоде. У лидов нет воронки.',
      en: 'Leads created in the period. Leads have no pipeline.',
    },
  },
  leadsConverted: {
    name: { ru: 'Лиды в работу', en: 'Leads converted' },
    also: { ru: ['сконвертировано лидов', 'качественные лиды'], en: ['converted leads'] },
    meaning: {
      ru: 'Лиды, сконвертированные в периоде (по дню смены стадии).',
      en: 'Leads converted in the period (by the day of the stage change).',
    },
  },
  leadsJunk: {
    name: { ru: 'Лиды в отказ', en: 'Leads refused' },
    also: { ru: ['некачественные лиды', 'мусорные лиды'], en: ['junk leads'] },
    meaning: {
      ru: 'Лиды, признанные в периоде некачественными.',
      en: 'Leads refused as junk in the period.',
    },
  },
  leadConversion: {
    name: { ru: 'Конверсия лидов', en: 'Lead conversion' },
    also: { ru: ['доля качественных лидов'], en: ['lead rate'] },
    meaning: {
      ru: 'Сконвертированные / (сконвертированные + отказ), решённые в периоде.',
      en: 'Converted / (converted + junk), decided in the period.',
    },
  },
  calls: {
    name: { ru: 'Звонки', en: 'Calls' },
    also: { ru: ['звонков'], en: ['phone calls'] },
    meaning: {
      ru: 'Завершённые звонки, кроме пропущенных, по дню начала.',
      en: 'Completed calls, missed ones left out, by the day they started.',
    },
  },
  meetings: {
    name: { ru: 'Встречи', en: 'Meetings' },
    also: { ru: ['встреч'], en: ['visits'] },
    meaning: {
      ru: 'Завершённые встречи, по дню начала.',
      en: 'Completed meetings, by the day they started.',
    },
  },
  emails: {
    name: { ru: 'Письма', en: 'E-mails' },
    also: { ru: ['писем'], en: ['emails', 'mails'] },
    meaning: {
      ru: 'Завершённые письма, по дню начала.',
      en: 'Completed e-mails, by the day they started.',
    },
  },
  tasks: {
    name: { ru: 'Задачи', en: 'Tasks' },
    also: { ru: ['задач'], en: ['crm tasks'] },
    meaning: {
      ru: 'Завершённые задачи CRM, по сроку, а если он ещё не наступил – по последнему изменению.',
      en: 'Completed CRM tasks, by the deadline, or by the last change while it is still to come.',
    },
  },
  todos: {
    name: { ru: 'Дела', en: 'To-dos' },
    also: { ru: ['дел'], en: ['todo'] },
    meaning: {
      ru: 'Завершённые дела, по сроку, а если он ещё не наступил – по последнему изменению.',
      en: 'Completed to-dos, by the deadline, or by the last change while it is still to come.',
    },
  },
} as const satisfies Record<string, MetricWords>;
