// What people read about the functions of breakdowns: products, clients, channels, activities, cohorts. The build and the documentation use it, the bundle does not.
import { dataText, periodText, pipelineText, whoText, whoTogetherText } from './param-texts';
import type { FunctionText } from './text';

export const breakdownTexts = {
  B24_TOP: {
    text: {
      ru: 'Лучшие по показателю: менеджеры, товары, клиенты (с классом ABC), источники или отделы. Ниже – остальные одной строкой и итог, с которым таблица сходится до копейки. Строки без имени («Без клиента», «Без товаров», «Нераспределено», «Не указан») места не занимают и показаны всегда; пустая ячейка – складывать или делить нечего.',
      en: 'The best by a metric: managers, products, clients (with their ABC class), sources or departments. Below them stand the rest in one line and the total, which the table adds up to exactly. Lines without a name ("No client", "No products", "Unallocated", "Not set") take no place and are always shown; an empty cell means nothing to add or divide.',
    },
    examples: [
      {
        ru: '=B24_TOP("этот месяц";;;"менеджер";10;"Сумма продаж";B24_DATA)',
        en: '=B24_TOP("this month",,,"manager",10,"Won sum",B24_DATA)',
      },
      {
        ru: '=B24_TOP("этот год";"Корпоративные продажи";"Продажи";"клиент";20;"сделки";B24_DATA)',
        en: '=B24_TOP("this year","Corporate Sales","Sales","client",20,"deals",B24_DATA)',
      },
      { ru: '=B24_TOP("2026-Q3";;;"товар";15;"количество";B24_DATA)', en: '=B24_TOP("2026-Q3",,,"product",15,"quantity",B24_DATA)' },
    ],
    params: {
      period: periodText,
      who: whoTogetherText,
      pipeline: pipelineText,
      by: {
        ru: 'Что сравнить: "менеджер" (по умолчанию), "товар", "клиент", "источник" или "отдел" (сотрудники самого отдела, без вложенных).',
        en: 'What to compare: "manager" (default), "product", "client", "source" or "department" (its own people, without departments below it).',
        hint: {
          ru: 'По: "менеджер" (по умолчанию), "товар", "клиент", "источник", "отдел".',
          en: 'By: "manager" (default), "product", "client", "source", "department".',
        },
      },
      n: {
        ru: 'Сколько строк показать: целое число от 1 до 1000. По умолчанию 10; остальные – одной строкой.',
        en: 'How many lines to show: a whole number from 1 to 1000. 10 by default; the rest is one line.',
        hint: { ru: 'Сколько строк: от 1 до 1000, по умолчанию 10.', en: 'How many lines: 1 to 1000, 10 by default.' },
      },
      metric: {
        ru: 'Показатель, по убыванию (длительности – по возрастанию). Менеджеры, отделы и источники: любой показатель, который так делится, по умолчанию "Сумма продаж". Товары: "сумма", "количество" или "сделки". Клиенты: "сумма" или "сделки".',
        en: 'The metric, the largest first (of durations the shortest). Managers, departments and sources: any metric that is cut so, "Won sum" by default. Products: "sum", "quantity" or "deals". Clients: "sum" or "deals".',
        hint: {
          ru: 'Показатель: "Сумма продаж" (по умолчанию) и другие; товары – "сумма", "количество", "сделки".',
          en: 'Metric: "Won sum" (default) and others; products: "sum", "quantity", "deals".',
        },
      },
      data: dataText,
    },
  },
  B24_RFM: {
    text: {
      ru: 'Клиенты, покупавшие за последние 365 дней: сколько дней назад была покупка (R), сколько их (F) и на какую сумму (M), с оценками от 1 до 5 относительно других клиентов. Сегменты, первый подходящий: Лучшие (R, F и M от 4), Постоянные (R от 3, F от 4), Крупные (R от 3, M от 4), Недавние (R от 4), Средние (R 3), Уходят (R до 2, но F или M от 4), Спящие (R до 2). Показаны 200 самых крупных; сделки без клиента не оцениваются, при отсутствии продаж под заголовком пусто.',
      en: 'Clients who bought in the last 365 days: how many days ago (R), how many times (F) and for how much (M), with scores from 1 to 5 against the other clients. Segments, the first that fits: Best (R, F and M from 4), Loyal (R from 3, F from 4), Large (R from 3, M from 4), Recent (R from 4), Average (R 3), Leaving (R up to 2, but F or M from 4), Asleep (R up to 2). The 200 largest are shown; deals without a client are not scored, and without sales it is empty below the header.',
    },
    examples: [
      { ru: '=B24_RFM("все";"Продажи";B24_DATA)', en: '=B24_RFM("all","Sales",B24_DATA)' },
      { ru: '=B24_RFM("Иванова";;B24_DATA)', en: '=B24_RFM("Collins",,B24_DATA)' },
    ],
    params: { who: whoTogetherText, pipeline: pipelineText, data: dataText },
  },
  B24_REPEAT: {
    text: {
      ru: 'Доля повторных продаж среди выигранных за период: у клиента уже была более ранняя покупка. Продажи без клиента повторными не считаются. Если продаж не было, ячейка пустая.',
      en: 'Share of repeat sales among the deals won in the period: the client had bought before. Sales without a client never count as repeat. The cell is empty when nothing was won.',
    },
    examples: [
      { ru: '=B24_REPEAT("этот год";;;"сумма";B24_DATA)', en: '=B24_REPEAT("this year",,,"sum",B24_DATA)' },
      {
        ru: '=B24_REPEAT("прошлый квартал";A2:A15;"Продажи";"количество";B24_DATA)',
        en: '=B24_REPEAT("last quarter",A2:A15,"Sales","count",B24_DATA)',
      },
    ],
    params: {
      period: periodText,
      who: whoText,
      pipeline: pipelineText,
      by: { ru: 'По чему: "количество" продаж (по умолчанию) или "сумма".', en: 'By what: the "count" of sales (default) or their "sum".' },
      data: dataText,
    },
  },
  B24_SOURCES: {
    text: {
      ru: 'Источники или метки рекламы: создано, выиграно, сумма, проиграно, доля побед, средний чек; для источников ещё лиды, расходы из листа «Расходы», расход на сделку и на продажу, ROMI = (сумма продаж − расходы) / расходы. Последняя строка – итог, её доли посчитаны по её же числам; показаны 100 источников, остальные – одной строкой. Пусто, если делить не на что, расходов не вводили или выбраны сотрудники либо воронка (расходы вводят на весь источник, лиды не относятся к воронке).',
      en: 'Sources or marks of advertising: created, won, sum, lost, win rate, average deal; for sources also leads, costs from the costs sheet, cost per deal and per sale, and ROMI = (won sum − cost) / cost. The last row is the total, its rates come from its own numbers; 100 sources are shown, the rest in one line. Empty when there is nothing to divide by, when no cost was typed, or when people or a pipeline are chosen (costs are typed for a whole source, leads belong to no pipeline).',
    },
    examples: [
      { ru: '=B24_SOURCES("этот месяц";;;"источник";B24_DATA)', en: '=B24_SOURCES("this month",,,"source",B24_DATA)' },
      {
        ru: '=B24_SOURCES("2026-Q3";"все";"Продажи";"utm_campaign";B24_DATA)',
        en: '=B24_SOURCES("2026-Q3","all","Sales","utm_campaign",B24_DATA)',
      },
    ],
    params: {
      period: periodText,
      who: whoTogetherText,
      pipeline: pipelineText,
      by: {
        ru: 'Строки: "источник" (по умолчанию), "utm_source", "utm_medium" или "utm_campaign".',
        en: 'Rows: "source" (default), "utm_source", "utm_medium" or "utm_campaign".',
      },
      data: dataText,
    },
  },
  B24_ACTIVITY: {
    text: {
      ru: 'Завершённые звонки (без пропущенных), встречи, письма, задачи и дела сотрудников за период: всего, на прошедший рабочий день, на сделку в работе или доля нормы из листа «Нормы» к прошедшим рабочим дням. У нескольких сотрудников дела и нормы складываются. Пусто, если делить не на что или нормы нет.',
      en: 'Completed calls (missed ones left out), meetings, e-mails, tasks and to-dos of people in the period: in all, per elapsed working day, per deal in work, or as a share of the norm from the norms sheet over the elapsed working days. For several people both activities and norms add up. Empty when there is nothing to divide by or no norm.',
    },
    examples: [
      {
        ru: '=B24_ACTIVITY("эта неделя";A2:A15;;"звонки";"норма";B24_DATA)',
        en: '=B24_ACTIVITY("this week",A2:A15,,"calls","norm",B24_DATA)',
      },
      {
        ru: '=B24_ACTIVITY("этот месяц";"Иванова";;"встречи";;B24_DATA)',
        en: '=B24_ACTIVITY("this month","Collins",,"meetings",,B24_DATA)',
      },
    ],
    params: {
      period: periodText,
      who: whoText,
      pipeline: {
        ru: 'Воронка: оставьте пустым или "все" – дела относятся к сотрудникам, а не к воронкам.',
        en: 'Pipeline: leave it empty or "all": activities belong to people, not to pipelines.',
      },
      kind: {
        ru: 'Вид: "все" (по умолчанию), "звонки", "встречи", "письма", "задачи" или "дела".',
        en: 'Kind: "all" (default), "calls", "meetings", "e-mails", "tasks" or "to-dos".',
      },
      per: {
        ru: 'На: "всего" (по умолчанию), "день" (прошедший рабочий день), "сделку" (бывшую в работе в периоде) или "норма" (доля нормы; виды без нормы не входят).',
        en: 'Per: "total" (default), "day" (an elapsed working day), "deal" (in work during the period) or "norm" (share of the norm; kinds without one are left out).',
        hint: {
          ru: 'На: "всего" (по умолчанию), "день", "сделку" или "норма".',
          en: 'Per: "total" (default), "day", "deal" or "norm".',
        },
      },
      data: dataText,
    },
  },
  B24_RESPONSE: {
    text: {
      ru: 'Скорость первого ответа: часы от создания лида или сделки до первого завершённого звонка (не пропущенного), встречи, исходящего письма или чата; контакт до создания – 0 часов. Сделка, сделанная из лида, отдельно не считается: контакты с ней отвечают на лид; сделки, внесённые уже закрытыми, не входят. Часы календарные, с ночами и выходными; пусто, если контактов не было.',
      en: 'Speed of the first response: hours from the creation of a lead or a deal to the first completed call (not missed), meeting, outgoing e-mail or chat; a contact before the creation is 0 hours. A deal made of a lead is not counted apart: contacts with it answer the lead; deals entered already closed are left out. Hours of the clock, nights and weekends included; empty when there was no contact.',
    },
    examples: [
      { ru: '=B24_RESPONSE("этот месяц";A2:A15;;"медиана";B24_DATA)', en: '=B24_RESPONSE("this month",A2:A15,,"median",B24_DATA)' },
      {
        ru: '=B24_RESPONSE("последние 30 дней";"Корпоративные продажи";;"доля в норме";B24_DATA)',
        en: '=B24_RESPONSE("last 30 days","Corporate Sales",,"within norm",B24_DATA)',
      },
    ],
    params: {
      period: periodText,
      who: whoText,
      pipeline: {
        ru: 'Воронка: без неё считаются лиды и сделки, сделанные без лида; с названием – только такие сделки этой воронки, без лидов.',
        en: 'Pipeline: without it leads and deals made without a lead are counted; with a name only such deals of that pipeline, no leads.',
        hint: { ru: 'Воронка: тогда только её сделки, без лидов.', en: 'Pipeline: then only its deals, no leads.' },
      },
      stat: {
        ru: 'Статистика: "медиана" часов (по умолчанию), "среднее", "p90" (девять из десяти не дольше), "доля в норме" (часы из листа «Нормы», по умолчанию 24; без контакта дольше нормы – не в норме, более новые ещё не решены), "количество" обращений, "без ответа".',
        en: 'Statistic: "median" hours (default), "mean", "p90" (nine of ten are not longer), "within norm" (hours from the norms sheet, 24 by default; no contact for longer is outside it, younger ones are not decided yet), "count" of requests, "unanswered".',
        hint: {
          ru: 'Статистика: "медиана" (часы, по умолчанию), "среднее", "p90", "доля в норме", "количество", "без ответа".',
          en: 'Statistic: "median" (hours, default), "mean", "p90", "within norm", "count", "unanswered".',
        },
      },
      data: dataText,
    },
  },
  B24_COHORT: {
    text: {
      ru: 'Когорты: строки – месяцы входа сделок в воронку, столбцы – возраст в месяцах (0 – месяц входа), в ячейке – сколько к концу этого месяца уже выиграно. Пустая ячейка – месяц ещё не кончился, это не ноль. Доля делится на вошедших без переданных в другие воронки; итог – по когортам, где этот возраст уже прошёл; показаны последние 36 месяцев.',
      en: 'Cohorts: rows are the months in which deals entered the pipeline, columns their age in months (0 is the month of entry), cells tell how much was won by the end of that month. An empty cell is a month not over yet, which is not zero. Shares are of those who entered, without those transferred to other pipelines; the total is over the cohorts that have reached the age; the last 36 months are shown.',
    },
    examples: [
      {
        ru: '=B24_COHORT("последние 12 месяцев";;"Продажи";"доля";B24_DATA)',
        en: '=B24_COHORT("last 12 months",,"Sales","share",B24_DATA)',
      },
      { ru: '=B24_COHORT("этот год";"Иванова";;"сумма";B24_DATA)', en: '=B24_COHORT("this year","Collins",,"sum",B24_DATA)' },
    ],
    params: {
      period: {
        ru: 'Период, месяцы которого стоят в строках: "2026", "этот год", "последние 6 месяцев", две ячейки с датами. По умолчанию последние 12 месяцев.',
        en: 'The period whose months are the rows: "2026", "this year", "last 6 months", two cells with dates. The last 12 months by default.',
        hint: { ru: 'Период: месяцы входа, по умолчанию последние 12.', en: 'Period: months of entry, the last 12 by default.' },
      },
      who: whoTogetherText,
      pipeline: pipelineText,
      metric: {
        ru: 'Показатель, нарастающий с месяца входа: "доля" выигранных (по умолчанию), "выиграно" сделок или "сумма" выигранных.',
        en: 'What adds up since the month of entry: the "share" won (default), the number "won", or the "sum" won.',
        hint: { ru: 'Показатель: "доля" (по умолчанию), "выиграно" или "сумма".', en: 'Metric: "share" (default), "won" or "sum".' },
      },
      data: dataText,
    },
  },
} as const satisfies Record<string, FunctionText>;
