// What people read about the functions of days, tables, metrics by name, and the state of the data. The build and the documentation use it, the bundle does not.
import { dataText, durationStatText, periodText, pipelineText, whoText, whoTogetherText } from './param-texts';
import type { FunctionText } from './text';

export const tableTexts = {
  B24_CYCLE: {
    text: {
      ru: 'Цикл сделки в днях: от первого контакта (лид, звонок, встреча, письмо или создание сделки) до выигрыша, по сделкам, выигранным за период. Сделки, внесённые задним числом, не входят. Нет выигранных – ячейка пустая.',
      en: 'Sales cycle in days: from the first contact (lead, call, meeting, e-mail or the creation of the deal) to the win, over the deals won in the period. Deals entered after the fact are not in it. Nothing won: the cell is empty.',
    },
    examples: [
      { ru: '=B24_CYCLE("этот квартал";;;;B24_DATA)', en: '=B24_CYCLE("this quarter",,,,B24_DATA)' },
      { ru: '=B24_CYCLE("этот год";A2:A15;;"p90";B24_DATA)', en: '=B24_CYCLE("this year",A2:A15,,"p90",B24_DATA)' },
    ],
    params: {
      period: periodText,
      who: whoText,
      pipeline: pipelineText,
      stat: durationStatText,
      data: dataText,
    },
  },
  B24_STAGE_TIME: {
    text: {
      ru: 'Сколько дней сделки проводят на стадии: все заходы сделки вместе, по сделкам, ушедшим со стадии за период. Сделки, которые ещё стоят на ней, не входят. Никто не ушёл – ячейка пустая.',
      en: 'How many days deals spend on a stage: all visits of a deal together, over the deals that left the stage in the period. Deals still standing there are not in it. Nobody left: the cell is empty.',
    },
    examples: [
      {
        ru: '=B24_STAGE_TIME("этот квартал";;"Продажи";"Предложение";;B24_DATA)',
        en: '=B24_STAGE_TIME("this quarter",,"Sales","Proposal",,B24_DATA)',
      },
      {
        ru: '=B24_STAGE_TIME("этот год";A2:A15;"Продажи";2;"p90";B24_DATA)',
        en: '=B24_STAGE_TIME("this year",A2:A15,"Sales",2,"p90",B24_DATA)',
      },
    ],
    params: {
      period: periodText,
      who: whoText,
      pipeline: pipelineText,
      stage: {
        ru: 'Стадия: название или его часть, id, номер. Нужна одна воронка. Без стадии – по всем стадиям вместе: сколько дней сделка стоит на одной стадии.',
        en: 'Stage: a name or a part of it, an id, a number. Needs one pipeline. Without a stage: over all stages together, how many days a deal stays on one stage.',
        hint: {
          ru: 'Стадия: название, id или номер; без неё – все стадии вместе.',
          en: 'Stage: a name, an id or a number; without it all stages together.',
        },
      },
      stat: durationStatText,
      data: dataText,
    },
  },
  B24_FUNNEL: {
    text: {
      ru: 'Воронка одной воронки продаж таблицей: стадия, сколько вошло и на какую сумму, сколько прошло дальше, потеряно, стоит и передано, конверсии, доля потерь и медиана дней. Последняя строка – выигранные. В режимах "поток" и "снимок" доли пустые: там в числителе и знаменателе разные сделки.',
      en: 'The funnel of one pipeline as a table: stage, how many entered and for what sum, how many advanced, were lost, stand and were transferred, conversions, share of losses and median days. The last row is the won deals. In "flow" and "snapshot" the shares are empty: numerator and denominator would be different deals.',
    },
    examples: [
      {
        ru: '=B24_FUNNEL("этот квартал";"все";"Продажи";"когорта";B24_DATA)',
        en: '=B24_FUNNEL("this quarter","all","Sales","cohort",B24_DATA)',
      },
      { ru: '=B24_FUNNEL("прошлый месяц";"Иванова";"Продажи";;B24_DATA)', en: '=B24_FUNNEL("last month","Collins","Sales",,B24_DATA)' },
    ],
    params: {
      period: periodText,
      who: whoTogetherText,
      pipeline: pipelineText,
      mode: {
        ru: 'Режим: "когорта" (сделки, вошедшие за период, по умолчанию), "поток" (сколько сделок дошло до стадии за период) или "снимок" (открытые сделки сейчас).',
        en: 'Mode: "cohort" (deals that entered in the period, default), "flow" (how many deals reached the stage in the period) or "snapshot" (open deals now).',
      },
      data: dataText,
    },
  },
  B24_KPI_TABLE: {
    text: {
      ru: 'Таблица показателей по менеджерам, отделам, воронкам или месяцам с заголовком. Последняя строка – итог, посчитанный по всем сделкам сразу, а не сумма строк. Менеджеры идут по сумме продаж; показаны первые 60, остальные – одной строкой. Пустая ячейка – делить не на что.',
      en: 'A table of metrics by manager, department, pipeline or month, with a header. The last row is the total, computed from all the deals together, not summed from the rows. Managers are ordered by won sum; the first 60 are shown, the rest in one line. An empty cell: nothing to divide by.',
    },
    examples: [
      {
        ru: '=B24_KPI_TABLE("этот месяц";"все";"все";"менеджер";;B24_DATA)',
        en: '=B24_KPI_TABLE("this month","all","all","manager",,B24_DATA)',
      },
      {
        ru: '=B24_KPI_TABLE("последние 12 месяцев";"Корпоративные продажи";;"месяц";"Выиграно, Сумма продаж";B24_DATA)',
        en: '=B24_KPI_TABLE("last 12 months","Corporate Sales",,"month","Won, Won sum",B24_DATA)',
      },
    ],
    params: {
      period: periodText,
      who: whoTogetherText,
      pipeline: pipelineText,
      by: {
        ru: 'Строки: "менеджер" (по умолчанию), "отдел", "воронка" или "месяц".',
        en: 'Rows: "manager" (default), "department", "pipeline" or "month".',
      },
      metrics: {
        ru: 'Показатели: диапазон с названиями или текст через запятую, например "Создано, Сумма продаж, Доля побед". По умолчанию основной набор.',
        en: 'Metrics: a range of names or a text with commas, for example "Created, Won sum, Win rate". A basic set by default.',
      },
      data: dataText,
    },
  },
  B24_KPI: {
    text: {
      ru: 'Любой показатель по названию: удобно строить таблицу, где показатели стоят в строке заголовка, а менеджеры – в столбце. Список показателей – в справке по функциям. Пустая ячейка – делить не на что.',
      en: 'Any metric by its name: handy for a grid with metrics in the header row and managers in a column. The list of metrics stands in the help on functions. An empty cell: nothing to divide by.',
    },
    examples: [
      { ru: '=B24_KPI("этот месяц";A2:A15;;B$1;B24_DATA)', en: '=B24_KPI("this month",A2:A15,,B$1,B24_DATA)' },
      { ru: '=B24_KPI("2026-Q3";"Иванова";;"Цикл";B24_DATA)', en: '=B24_KPI("2026-Q3","Collins",,"Cycle",B24_DATA)' },
    ],
    params: {
      period: periodText,
      who: whoText,
      pipeline: pipelineText,
      metric: {
        ru: 'Показатель: название, как в таблицах, например "Сумма продаж" (по умолчанию), "Доля побед", "Средний чек", "Зрелость".',
        en: 'Metric: a name as in the tables, for example "Won sum" (default), "Win rate", "Average deal", "Maturity".',
      },
      data: dataText,
    },
  },
  B24_STATUS: {
    text: {
      ru: 'На чём стоят числа: когда обновлены данные, с какого портала и с чьими правами, сколько сделок и лидов, какие есть замечания к данным. Пустого ответа нет: пока данные не загружены, так и сказано.',
      en: 'What the numbers stand on: when the data was updated, from which portal and with whose rights, how many deals and leads, and what is wrong with the data. It is never empty: before the first load it says so.',
    },
    examples: [
      { ru: '=B24_STATUS(;B24_DATA)', en: '=B24_STATUS(,B24_DATA)' },
      { ru: '=B24_STATUS("обновлено";B24_DATA)', en: '=B24_STATUS("updated",B24_DATA)' },
    ],
    params: {
      what: {
        ru: 'Что: "обновлено" (дата и время данных), "портал", "права", "сделок", "лидов", "валюта", "часовой пояс", "горизонт", "поколение", "качество". По умолчанию одна строка обо всём.',
        en: 'What: "updated" (date and time of the data), "portal", "rights", "deals", "leads", "currency", "time zone", "horizon", "generation", "quality". One line about everything by default.',
      },
      data: dataText,
    },
  },
} as const satisfies Record<string, FunctionText>;
