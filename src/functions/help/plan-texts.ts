// What people read about the functions of plan, pace and forecast. The build and the documentation use it, the bundle does not.
import { dataText, periodText, pipelineText, whoText, whoTogetherText } from './param-texts';
import type { FunctionText, ParamText } from './text';

const planWhoText: ParamText = {
  ru: 'Кто: имя, e-mail, id, отдел или "все"; диапазон – ответ в каждой строке. План берётся того, кто назван: менеджера, отдела, для "все" – компании. По умолчанию все.',
  en: 'Who: a name, an e-mail, an id, a department or "all"; a range gives an answer in every row. The plan is that of whoever is named: of the manager, of the department, for "all" of the company. Everybody by default.',
  hint: whoText.hint ?? whoText,
};

const planPipelineText: ParamText = {
  ru: 'Воронка: название, id, список через запятую или "все". Если она названа, план берётся её, и только для "все": плана человека в отдельной воронке не бывает, ячейка плана тогда пуста, факт остаётся. Звонки, встречи и лиды воронками не делятся.',
  en: 'Pipeline: a name, an id, a list with commas or "all". When one is named its own plan is taken, and for "all" people only: nobody has a plan within a pipeline, so the plan is empty then and the fact stands. Calls, meetings and leads are not cut by pipelines.',
  hint: { ru: 'Воронка (тогда план – её) или "все" (по умолчанию).', en: 'Pipeline (the plan is its own then) or "all" (default).' },
};

const metricText: ParamText = {
  ru: 'Показатель: название, как в таблицах, например "Сумма продаж" (по умолчанию), "Выиграно", "Встречи".',
  en: 'Metric: a name as in the tables, for example "Won sum" (default), "Won", "Meetings".',
};

export const planTexts = {
  B24_LEADS: {
    text: {
      ru: 'Лиды за период: сколько создано, сколько стало сделками, сколько некачественных, и доля качественных среди разобранных. Лид принадлежит человеку, а не воронке. Если разобранных лидов нет, конверсия – пустая ячейка.',
      en: 'Leads of the period: how many were created, how many became deals, how many were refused, and the share of good ones among those decided. A lead belongs to a person, not to a pipeline. When none was decided, the conversion is an empty cell.',
    },
    examples: [
      { ru: '=B24_LEADS("прошлый месяц";A2:A15;;"сконвертировано";B24_DATA)', en: '=B24_LEADS("last month",A2:A15,,"converted",B24_DATA)' },
      {
        ru: '=B24_LEADS("этот квартал";"Иванова";;"конверсия";B24_DATA)',
        en: '=B24_LEADS("this quarter","Collins",,"conversion",B24_DATA)',
      },
    ],
    params: {
      period: periodText,
      who: whoText,
      pipeline: {
        ru: 'Воронка: оставьте пустой или "все". У лида воронки нет, поэтому названная воронка – ошибка.',
        en: 'Pipeline: leave it empty or "all". A lead has no pipeline, so naming one is an error.',
      },
      state: {
        ru: 'Состояние: "создано" (по умолчанию), "сконвертировано" (стали сделкой за период), "некачественные" (отказ за период) или "конверсия" (доля сконвертированных среди тех и других).',
        en: 'State: "created" (default), "converted" (became a deal in the period), "junk" (refused in the period) or "conversion" (share of the converted among both).',
        hint: {
          ru: '"создано" (по умолчанию), "сконвертировано", "некачественные" или "конверсия".',
          en: '"created" (default), "converted", "junk" or "conversion".',
        },
      },
      data: dataText,
    },
  },
  B24_VELOCITY: {
    text: {
      ru: 'Скорость продаж: сколько денег в день приносит воронка. Открытые сделки × доля побед × средний чек / средний цикл; победы, чек и цикл – за период. Пустая ячейка – за период не хватает побед, чтобы посчитать.',
      en: 'Sales velocity: how much money a day the pipeline brings. Open deals × win rate × average deal / mean cycle; rate, average and cycle are those of the period. An empty cell: the period has too few wins to tell.',
    },
    examples: [
      { ru: '=B24_VELOCITY("последние 90 дней";;"Продажи";B24_DATA)', en: '=B24_VELOCITY("last 90 days",,"Sales",B24_DATA)' },
      { ru: '=B24_VELOCITY("прошлый квартал";A2:A15;;B24_DATA)', en: '=B24_VELOCITY("last quarter",A2:A15,,B24_DATA)' },
    ],
    params: { period: periodText, who: whoText, pipeline: pipelineText, data: dataText },
  },
  B24_PLAN: {
    text: {
      ru: 'План на период с листа «Планы»: компании, отдела, менеджера или воронки. План квартала в месяце – его доля по рабочим дням, планы месяцев в квартале складываются; у отдела и компании без своей строки – сумма планов их людей. Пустая ячейка – плана нет.',
      en: 'The plan of a period from the sheet "Plans": of the company, a department, a manager or a pipeline. A plan of a quarter gives a month its share of working days, plans of months add up to a quarter; a department or a company without a row of its own has the sum of its people. An empty cell: there is no plan.',
    },
    examples: [
      { ru: '=B24_PLAN("этот месяц";A2:A15;;;B24_DATA)', en: '=B24_PLAN("this month",A2:A15,,,B24_DATA)' },
      { ru: '=B24_PLAN("2026-Q4";;"Продажи";"Сумма продаж";B24_DATA)', en: '=B24_PLAN("2026-Q4",,"Sales","Won sum",B24_DATA)' },
    ],
    params: { period: periodText, who: planWhoText, pipeline: planPipelineText, metric: metricText, data: dataText },
  },
  B24_PLANFACT: {
    text: {
      ru: 'План и факт одним числом: выполнение, отклонение, где надо быть сегодня, куда придём таким темпом, сколько осталось и сколько нужно в день. Сравнение на дату – по рабочим дням. Пустая ячейка – плана нет, он равен 0 или считать рано.',
      en: 'Plan against fact in one value: attainment, deviation, where to be today, where this pace leads, what is left and how much a day it needs. "To date" goes by working days. An empty cell: there is no plan, it is 0, or it is too early to tell.',
    },
    examples: [
      {
        ru: '=B24_PLANFACT("этот месяц";A2:A15;;;"выполнение";B24_DATA)',
        en: '=B24_PLANFACT("this month",A2:A15,,,"attainment",B24_DATA)',
      },
      {
        ru: '=B24_PLANFACT("этот квартал";"Корпоративные продажи";;"Сумма продаж";"статус";B24_DATA)',
        en: '=B24_PLANFACT("this quarter","Corporate Sales",,"Won sum","status",B24_DATA)',
      },
    ],
    params: {
      period: periodText,
      who: planWhoText,
      pipeline: planPipelineText,
      metric: metricText,
      what: {
        ru: 'Что: "выполнение" (факт / план, по умолчанию), "план", "факт", "отклонение" (факт минус план на дату), "план на дату" (по рабочим дням), "план на дату по календарю", "выполнение на дату", "статус" (в плане, отстаёт, сильно отстаёт, без оценки, нет плана), "прогноз" (по темпу), "прогноз %" (прогноз / план), "осталось", "нужно в день" (на рабочий день), "нужно сделок" и "нужно новых сделок" (при таком чеке и доле побед; для "Сумма продаж" и "Выиграно").',
        en: 'What: "attainment" (fact / plan, default), "plan", "fact", "deviation" (fact minus plan to date), "plan to date" (by working days), "plan to date by calendar", "attainment to date", "status" (on track, behind, far behind, not rated, no plan), "forecast" (at this pace), "forecast %" (forecast / plan), "left", "needed per day" (a working day), "deals needed" and "new deals needed" (at this average and win rate; for "Won sum" and "Won").',
        hint: {
          ru: '"выполнение" (по умолчанию), "план", "факт", "отклонение", "план на дату", "статус", "прогноз", "осталось", "нужно в день"…',
          en: '"attainment" (default), "plan", "fact", "deviation", "plan to date", "status", "forecast", "left", "needed per day"…',
        },
      },
      data: dataText,
    },
  },
  B24_PLANFACT_TABLE: {
    text: {
      ru: 'Таблица плана и факта с заголовком: план, факт, выполнение, план на дату, отклонение, выполнение на дату, статус, прогноз, осталось, нужно в день. Показаны те, у кого есть план или факт, уволенные тоже; менеджеров до 60, остальные – одной строкой. «Итого» – план компании и её факт; если планы менеджеров дают другую сумму, она стоит строкой ниже. Пустые ячейки – плана нет или считать рано.',
      en: 'A table of plan and fact with a header: plan, fact, attainment, plan to date, deviation, attainment to date, status, forecast, left, needed per day. Whoever has a plan or a fact is shown, people who left too; up to 60 managers, the rest in one line. "Total" is the plan and the fact of the company; when the plans of its managers add up to something else, that is the line below. Empty cells: there is no plan, or it is too early to tell.',
    },
    examples: [
      {
        ru: '=B24_PLANFACT_TABLE("этот месяц";"все";"все";"Сумма продаж";"менеджер";B24_DATA)',
        en: '=B24_PLANFACT_TABLE("this month","all","all","Won sum","manager",B24_DATA)',
      },
      {
        ru: '=B24_PLANFACT_TABLE("этот год";"Корпоративные продажи";;;"месяц";B24_DATA)',
        en: '=B24_PLANFACT_TABLE("this year","Corporate Sales",,,"month",B24_DATA)',
      },
    ],
    params: {
      period: periodText,
      who: whoTogetherText,
      pipeline: planPipelineText,
      metric: {
        ru: 'Показатель: название, как в таблицах; по умолчанию "Сумма продаж". Для строк "показатель" – список через запятую, по умолчанию все, у которых есть план.',
        en: 'Metric: a name as in the tables; "Won sum" by default. For the rows "metric" a list with commas, all that have a plan by default.',
      },
      by: {
        ru: 'Строки: "менеджер" (по умолчанию), "отдел", "воронка", "месяц" или "показатель".',
        en: 'Rows: "manager" (default), "department", "pipeline", "month" or "metric".',
      },
      data: dataText,
    },
  },
  B24_RUNRATE: {
    text: {
      ru: 'К чему придёт показатель к концу периода при нынешнем темпе: факт / прошедшие рабочие дни × все рабочие дни. Пустая ячейка – прошло меньше трёх рабочих дней (число меняется в настройках) или показатель не складывается по дням, как доля или чек.',
      en: 'What a metric comes to by the end of the period at the pace so far: fact / elapsed working days × all working days. An empty cell: fewer than three working days have passed (a setting), or the metric does not add up by days, as a rate or an average.',
    },
    examples: [
      { ru: '=B24_RUNRATE("этот месяц";A2:A15;;;B24_DATA)', en: '=B24_RUNRATE("this month",A2:A15,,,B24_DATA)' },
      { ru: '=B24_RUNRATE("этот квартал";;"Продажи";"Выиграно";B24_DATA)', en: '=B24_RUNRATE("this quarter",,"Sales","Won",B24_DATA)' },
    ],
    params: { period: periodText, who: whoText, pipeline: pipelineText, metric: metricText, data: dataText },
  },
  B24_FORECAST: {
    text: {
      ru: 'Прогноз продаж на период. По стадиям: уже выиграно плюс открытые сделки, которые ждут до конца периода, каждая с вероятностью своей стадии за последний год. Сделки с прошедшей датой в прогноз не входят: их дата заведомо неверна. Темп в первые три рабочих дня – пустая ячейка.',
      en: 'Sales forecast of the period. By stages: what is won already plus the open deals expected before its end, each at the probability of its stage over the last year. Deals whose date has passed are not in it: their date is known to be wrong. The pace is an empty cell in the first three working days.',
    },
    examples: [
      { ru: '=B24_FORECAST("этот месяц";;;"стадии";B24_DATA)', en: '=B24_FORECAST("this month",,,"stages",B24_DATA)' },
      {
        ru: '=B24_FORECAST("этот квартал";A2:A15;"Продажи";"нижний";B24_DATA)',
        en: '=B24_FORECAST("this quarter",A2:A15,"Sales","low",B24_DATA)',
      },
    ],
    params: {
      period: periodText,
      who: whoText,
      pipeline: pipelineText,
      method: {
        ru: 'Метод: "стадии" (по умолчанию), "темп" (факт / прошедшие рабочие дни × все), "нижний" и "верхний" (меньший и больший из этих двух), "выиграно", "взвешенная" (все открытые сделки × вероятность стадии, без даты), "просрочено" (взвешенная сумма сделок с прошедшей датой).',
        en: 'Method: "stages" (default), "pace" (fact / elapsed working days × all), "low" and "high" (the smaller and the larger of these two), "won", "weighted" (all open deals × probability of the stage, whatever the date), "overdue" (weighted sum of the deals whose date has passed).',
        hint: {
          ru: '"стадии" (по умолчанию), "темп", "нижний", "верхний", "выиграно", "взвешенная" или "просрочено".',
          en: '"stages" (default), "pace", "low", "high", "won", "weighted" or "overdue".',
        },
      },
      data: dataText,
    },
  },
  B24_FORECAST_DEALS: {
    text: {
      ru: 'Сделки за прогнозом: открытые сделки, которые ждут до конца периода, по взвешенной сумме, затем просроченные (в прогноз не входят); внизу – выиграно, ожидается, прогноз и просрочено. До 200 сделок, о лишних говорит последняя строка. Пустая вероятность – у воронки ещё нет закрытых сделок.',
      en: 'The deals behind the forecast: open deals expected before the end of the period, by weighted sum, then the overdue ones (not in the forecast); below them what is won, expected, forecast and overdue. Up to 200 deals, the last line tells of the rest. An empty probability: the pipeline has no closed deals yet.',
    },
    examples: [
      { ru: '=B24_FORECAST_DEALS("этот месяц";"Иванова";;B24_DATA)', en: '=B24_FORECAST_DEALS("this month","Collins",,B24_DATA)' },
      { ru: '=B24_FORECAST_DEALS("этот квартал";;"Продажи";B24_DATA)', en: '=B24_FORECAST_DEALS("this quarter",,"Sales",B24_DATA)' },
    ],
    params: { period: periodText, who: whoTogetherText, pipeline: pipelineText, data: dataText },
  },
  B24_COVERAGE: {
    text: {
      ru: 'Хватит ли открытых сделок на остаток плана продаж: их сумма / остаток. 3 значит, что в воронке втрое больше, чем осталось; рядом смотрите, сколько нужно при нынешней доле побед. Когда план сделан, ячейка говорит «план выполнен»; пустая ячейка – плана нет.',
      en: 'Whether the open deals are enough for what the sales plan still lacks: their sum / what is left. 3 means the pipeline holds three times what is left; see beside it how much the win rate asks for. A plan that is done says "plan met"; an empty cell: there is no plan.',
    },
    examples: [
      { ru: '=B24_COVERAGE("этот месяц";A2:A15;;;B24_DATA)', en: '=B24_COVERAGE("this month",A2:A15,,,B24_DATA)' },
      {
        ru: '=B24_COVERAGE("этот квартал";;"Продажи";"в периоде";B24_DATA)',
        en: '=B24_COVERAGE("this quarter",,"Sales","in period",B24_DATA)',
      },
    ],
    params: {
      period: periodText,
      who: planWhoText,
      pipeline: planPipelineText,
      what: {
        ru: 'Что: "покрытие" (все открытые сделки, по умолчанию), "в периоде" (только те, что ждут до конца периода) или "нужно" (1 / доля побед по сумме за период).',
        en: 'What: "coverage" (all open deals, default), "in period" (only those expected before its end) or "needed" (1 / win rate by sum of the period).',
      },
      data: dataText,
    },
  },
  B24_GOAL: {
    text: {
      ru: 'Реалистичная цель на месяц по тому, что приносили последние шесть полных месяцев в пересчёте на рабочий день: осторожная – выше неё было в трёх месяцах из четырёх, базовая – в половине, смелая – в одном из четырёх. Учтена сезонность: с листа «Сезонность» или по двум годам данных. Пустая ячейка – меньше трёх месяцев с работой.',
      en: 'A realistic goal for a month by what the last six complete months brought a working day: conservative was exceeded in three months of four, base in half of them, ambitious in one of four. The season is in it: from the sheet "Seasonality" or from two years of data. An empty cell: fewer than three months with work.',
    },
    examples: [
      { ru: '=B24_GOAL("следующий месяц";A2:A15;;"базовая";;B24_DATA)', en: '=B24_GOAL("next month",A2:A15,,"base",,B24_DATA)' },
      {
        ru: '=B24_GOAL("2026-12";;"Продажи";"смелая";"Выиграно";B24_DATA)',
        en: '=B24_GOAL("2026-12",,"Sales","ambitious","Won",B24_DATA)',
      },
    ],
    params: {
      period: {
        ru: 'Месяц цели: "2026-12", "следующий месяц" или дата. По умолчанию следующий месяц.',
        en: 'Month of the goal: "2026-12", "next month" or a date. Next month by default.',
      },
      who: whoText,
      pipeline: pipelineText,
      level: {
        ru: 'Уровень: "осторожная", "базовая" (по умолчанию) или "смелая".',
        en: 'Level: "conservative", "base" (default) or "ambitious".',
      },
      metric: {
        ru: 'Показатель, который складывается по дням: "Сумма продаж" (по умолчанию), "Выиграно", "Встречи". Для долей и средних цели нет.',
        en: 'A metric that adds up by days: "Won sum" (default), "Won", "Meetings". Rates and averages have no goal.',
      },
      data: dataText,
    },
  },
} as const satisfies Record<string, FunctionText>;
