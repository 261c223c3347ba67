// What people read about the functions of what to do: weak stages, stuck deals, losses, comparisons. The build and the documentation use it, the bundle does not.
import { dataText, periodText, pipelineText, whoText, whoTogetherText } from './param-texts';
import type { FunctionText, ParamText } from './text';

const onePipelineText: ParamText = {
  ru: 'Воронка: название, его часть или id. Нужна одна воронка; если она в портале единственная, аргумент можно не писать.',
  en: 'Pipeline: a name, a part of it or an id. One pipeline is needed; when the portal has only one, leave the argument out.',
  hint: { ru: 'Воронка: название или id, нужна одна.', en: 'Pipeline: a name or an id, one is needed.' },
};

const metricText: ParamText = {
  ru: 'Показатель: название, как в таблицах, например "Сумма продаж" (по умолчанию), "Доля побед", "Средний чек", "Звонки".',
  en: 'Metric: a name as in the tables, for example "Won sum" (default), "Win rate", "Average deal", "Calls".',
  hint: { ru: 'Показатель: "Сумма продаж" (по умолчанию), "Доля побед"…', en: 'Metric: "Won sum" (default), "Win rate"…' },
};

export const workTexts = {
  B24_BOTTLENECK: {
    text: {
      ru: 'Где воронка теряет: по каждой стадии – сколько сделок прошло из решённых, конверсия с интервалом, норма и вывод, потерянные сделки и ожидаемые деньги, медиана дней и её норма. Норма – с листа «Нормы», а без неё – сама стадия за 12 месяцев до периода; «хуже нормы» пишется, только когда весь интервал ниже. «Главное» стоит у стадии, которая потеряла больше всего денег. Пустая ячейка – делить не на что или нормы нет.',
      en: 'Where a pipeline leaks: for each stage the deals passed of those decided, the rate with its interval, the norm and a verdict, the deals and the expected money lost, the median days and their norm. The norm comes from the sheet of norms, otherwise from the same stage over the 12 months before the period; "worse" is said only when the whole interval is below it. "Main" marks the stage that lost most money. An empty cell: nothing to divide by, or no norm.',
    },
    examples: [
      { ru: '=B24_BOTTLENECK("этот квартал";;"Продажи";B24_DATA)', en: '=B24_BOTTLENECK("this quarter",,"Sales",B24_DATA)' },
      {
        ru: '=B24_BOTTLENECK("прошлый квартал";"Корпоративные продажи";"Продажи";B24_DATA)',
        en: '=B24_BOTTLENECK("last quarter","Corporate Sales","Sales",B24_DATA)',
      },
    ],
    params: { period: periodText, who: whoTogetherText, pipeline: onePipelineText, data: dataText },
  },
  B24_STUCK: {
    text: {
      ru: 'Открытые сделки, которые стоят: дольше обычного на стадии, без движения, без запланированного дела или с прошедшей датой закрытия. Самые дорогие сверху, у каждой – ссылка, дни, норма, следующий шаг и причины. Обычное время стадии – 90 % сделок за год, а если их мало – лист «Нормы». Показаны 200 сделок, остальные – одной строкой с суммой. Пустая норма – мерить не с чем, пустой шаг – ничего не запланировано.',
      en: 'Open deals that stand still: longer on a stage than usual, idle, without a planned activity, or past their closing date. The dearest come first, each with a link, days, norm, next step and reasons. The usual time of a stage is that of 90 % of the deals of a year, or the sheet of norms when there are few. 200 deals are shown, the rest in one line with their sum. An empty norm: nothing to measure by; an empty step: nothing is planned.',
    },
    examples: [
      { ru: '=B24_STUCK(;"Продажи";;B24_DATA)', en: '=B24_STUCK(,"Sales",,B24_DATA)' },
      { ru: '=B24_STUCK("Иванова";;"нет дела";B24_DATA)', en: '=B24_STUCK("Collins",,"no next step",B24_DATA)' },
    ],
    params: {
      who: whoTogetherText,
      pipeline: pipelineText,
      rule: {
        ru: 'Правило: "все" (по умолчанию), "долго на стадии", "нет движения", "нет дела" или "дата прошла"; "открытые" – все открытые сделки, стоят они или нет.',
        en: 'Rule: "all" (default), "too long on stage", "idle", "no next step" or "overdue"; "open" – all open deals, stuck or not.',
      },
      data: dataText,
    },
  },
  B24_LOSSES: {
    text: {
      ru: 'Проигранные за период сделки по причинам, стадиям отказа, стадиям, с которых ушли, менеджерам или источникам: сколько, на какую сумму, какая доля. Причина – поле, указанное на листе «Нормы», а без него – стадия отказа. Сделки без причины не прячутся: строка «Не указано». Последняя строка – итог; если потерь не было, доля пустая.',
      en: 'Deals lost in the period by reason, failure stage, the stage they left from, manager or channel: how many, for what sum, what share. The reason is the field named in the sheet of norms, otherwise the failure stage. Deals without one are not hidden: they are "Not set". The last row is the total; the share is empty when nothing was lost.',
    },
    examples: [
      { ru: '=B24_LOSSES("этот квартал";;"Продажи";;B24_DATA)', en: '=B24_LOSSES("this quarter",,"Sales",,B24_DATA)' },
      { ru: '=B24_LOSSES("этот год";;"Продажи";"стадия ухода";B24_DATA)', en: '=B24_LOSSES("this year",,"Sales","from stage",B24_DATA)' },
    ],
    params: {
      period: periodText,
      who: whoTogetherText,
      pipeline: pipelineText,
      by: {
        ru: 'По чему: "причина" (по умолчанию), "стадия отказа", "стадия ухода", "менеджер" или "источник".',
        en: 'By what: "reason" (default), "failure stage", "from stage", "manager" or "channel".',
      },
      data: dataText,
    },
  },
  B24_WHATIF: {
    text: {
      ru: 'Что если поднять конверсию стадии на несколько пунктов: сколько побед и денег это добавит к сделкам, вошедшим за период. Без стадии – строка для каждой: видно, где пункт дороже. Это оценка: остальные конверсии считаются прежними. Пустая ячейка – у какой-то стадии нет ни одной решённой сделки или не было побед.',
      en: 'What if the rate of a stage rose by some points: how many wins and how much money that adds to the deals that entered in the period. Without a stage, one row for each: it shows where a point is worth most. An estimate: the other rates are taken as they are. An empty cell: some stage has no decided deal, or nothing was won.',
    },
    examples: [
      { ru: '=B24_WHATIF("этот год";;"Продажи";;;B24_DATA)', en: '=B24_WHATIF("this year",,"Sales",,,B24_DATA)' },
      { ru: '=B24_WHATIF("этот год";;"Продажи";"Предложение";5;B24_DATA)', en: '=B24_WHATIF("this year",,"Sales","Proposal",5,B24_DATA)' },
    ],
    params: {
      period: periodText,
      who: whoTogetherText,
      pipeline: onePipelineText,
      stage: {
        ru: 'Стадия: название или его часть, id, номер. Без неё – все стадии по одной.',
        en: 'Stage: a name or a part of it, an id, a number. Without it every stage in turn.',
      },
      points: {
        ru: 'На сколько процентных пунктов: 10 (по умолчанию), 0,1 или "10 %" – одно и то же. Число от 1 и больше – это пункты, меньше 1 – доля.',
        en: 'By how many percentage points: 10 (default), 0.1 and "10 %" are the same. A number from 1 on is points, below 1 a fraction.',
        hint: { ru: 'Пункты: 10 (по умолчанию), 0,1 или "10 %".', en: 'Points: 10 (default), 0.1 or "10 %".' },
      },
      data: dataText,
    },
  },
  B24_COMPARE: {
    text: {
      ru: 'Показатель рядом с прошлым периодом, прошлым годом, другим человеком, отделом или остальными: оба значения, разница и вывод. У долей по количеству есть интервал разницы: «выше» и «ниже» пишутся, только когда весь интервал по одну сторону нуля, а при малом числе сделок – «мало данных». Для незаконченного периода берите "прошлый период на дату". С "до меры" строка – мера с листа «Обучение и меры», принятая за период (до 50 последних): от её дня до конца периода, рядом столько же дней перед ней; мера одного менеджера меряется по нему. Пустая ячейка – значения нет или делить не на что; у открытых сделок прошлого периода не бывает, их сравнивают между людьми.',
      en: 'A metric beside the previous period, the year before, another person, a department or everybody else: both values, the difference and a verdict. Shares by count have an interval of the difference: "higher" and "lower" are said only when all of it lies on one side of zero, and with few deals it is "too few". For an unfinished period take "previous period to date". With "before action" a line is an action of the sheet "Training and actions" taken in the period (the latest 50): from its day to the end of the period, beside as many days before it; an action for one manager is measured by that manager. An empty cell: no value, or nothing to divide by; open deals have no past period, people are compared by them.',
    },
    examples: [
      {
        ru: '=B24_COMPARE("этот месяц";;"Продажи";"Сумма продаж";"прошлый период на дату";B24_DATA)',
        en: '=B24_COMPARE("this month",,"Sales","Won sum","previous period to date",B24_DATA)',
      },
      {
        ru: '=B24_COMPARE("этот год";A2:A3;;"Доля побед";"остальные";B24_DATA)',
        en: '=B24_COMPARE("this year",A2:A3,,"Win rate","others",B24_DATA)',
      },
      {
        ru: '=B24_COMPARE("последние 12 месяцев";;"Продажи";"Доля побед";"до меры";B24_DATA)',
        en: '=B24_COMPARE("last 12 months",,"Sales","Win rate","before action",B24_DATA)',
      },
    ],
    params: {
      period: periodText,
      who: whoText,
      pipeline: pipelineText,
      metric: metricText,
      against: {
        ru: 'С чем: "прошлый период" (по умолчанию), "прошлый период на дату", "год назад", "остальные", "все", "до меры", любой период ("2026-09") или имя сотрудника или отдела.',
        en: 'Against: "previous period" (default), "previous period to date", "year ago", "others", "all", "before action", any period ("2026-09"), or the name of an employee or a department.',
        hint: {
          ru: 'С чем: "прошлый период" (по умолчанию), "год назад", "остальные", период или имя.',
          en: 'Against: "previous period" (default), "year ago", "others", a period or a name.',
        },
      },
      data: dataText,
    },
  },
  B24_COACH: {
    text: {
      ru: 'Чему учить: по менеджерам и стадиям – сколько сделок прошло из решённых, у него и у всех остальных, разница с интервалом 99 % и вывод. «Слабее» и «сильнее» пишутся, только когда разница больше случайной; сначала слабые места. Мало решённых сделок – «мало данных» и пустая разница. Сравнение всегда со всеми остальными, даже если выбран один человек.',
      en: 'What to train: by manager and stage, the deals passed of those decided, his and of all the others, the difference with its 99 % interval and a verdict. "Weak" and "strong" are said only when the difference is more than chance; the weak places come first. With few decided deals it is "too few", and the difference is empty. Everybody is compared with all the others, even when one person is chosen.',
    },
    examples: [
      { ru: '=B24_COACH("этот год";;"Продажи";B24_DATA)', en: '=B24_COACH("this year",,"Sales",B24_DATA)' },
      { ru: '=B24_COACH("этот год";"Иванова";"Продажи";B24_DATA)', en: '=B24_COACH("this year","Collins","Sales",B24_DATA)' },
    ],
    params: { period: periodText, who: whoTogetherText, pipeline: onePipelineText, data: dataText },
  },
  B24_QUALITY: {
    text: {
      ru: 'Что не так с данными, на которых стоят числа: сколько сделок без клиента, без источника, с пробелом в истории, с нулевой суммой и так далее. С названием проверки – сами сделки со ссылками, самые дорогие сверху. "ввод" – что не удалось прочесть на листах ввода: лист, строка, столбец, что найдено и что ожидается. Если всё чисто, так и написано; пустая сумма – валюта без курса.',
      en: 'What is wrong with the data behind the numbers: how many deals have no client, no source, a gap in the history, a zero sum and so on. With the name of a check, the deals themselves with links, the dearest first. "input" lists what could not be read in the input sheets: sheet, row, column, what was found and what is expected. When all is clean, it says so; an empty sum: a currency without a rate.',
    },
    examples: [
      { ru: '=B24_QUALITY("этот год";;;;B24_DATA)', en: '=B24_QUALITY("this year",,,,B24_DATA)' },
      { ru: '=B24_QUALITY("этот год";;;"без источника";B24_DATA)', en: '=B24_QUALITY("this year",,,"without a source",B24_DATA)' },
    ],
    params: {
      period: periodText,
      who: whoTogetherText,
      pipeline: pipelineText,
      what: {
        ru: 'Что: "проверки" (по умолчанию), название одной из них, например "без клиента", или "ввод".',
        en: 'What: "checks" (default), the name of one of them, for example "without a client", or "input".',
      },
      data: dataText,
    },
  },
  B24_EXPLAIN: {
    text: {
      ru: 'Из чего сложилось число: правило одним предложением и записи, которые в него вошли, – id, название, ссылка, менеджер, день, сумма и сколько засчитано. Последняя строка складывается точно в число; у долей складываются числитель и знаменатель. Показаны 200 последних записей, остальные – одной строкой, итог по всем. «—» вместо числа – делить не на что; пустая сумма – валюта без курса.',
      en: 'What a number is made of: the rule in a sentence and the records in it – id, name, link, manager, day, sum and how much was counted. The last row adds up to the number exactly; of a share, the numerator and the denominator do. The latest 200 records are shown, the rest in one line, the total is of all. "—" instead of a number: nothing to divide by; an empty sum: a currency without a rate.',
    },
    examples: [
      {
        ru: '=B24_EXPLAIN("этот месяц";"Иванова";;"Сумма продаж";B24_DATA)',
        en: '=B24_EXPLAIN("this month","Collins",,"Won sum",B24_DATA)',
      },
      {
        ru: '=B24_EXPLAIN("этот квартал";;"Продажи";"Доля побед";B24_DATA)',
        en: '=B24_EXPLAIN("this quarter",,"Sales","Win rate",B24_DATA)',
      },
    ],
    params: { period: periodText, who: whoTogetherText, pipeline: pipelineText, metric: metricText, data: dataText },
  },
  B24_BITRIX: {
    text: {
      ru: 'Что показал бы сам Битрикс24 и почему у нас иначе: план продаж (по дате закрытия в карточке), рейтинг менеджеров (по дню последнего перехода) и конверсия сделок (доля живых сделок с успешной стадией). Числа восстановлены по коду сервера и не измерены на портале. Рейтингу и конверсии нужна одна воронка; пустая ячейка – такого числа в отчёте нет.',
      en: 'What Bitrix24 itself would show, and why ours differs: the sales plan (by the closing date in the card), the manager rating (by the day of the last move) and the deal conversion (share of the deals alive that have a success stage). Reconstructed from the code of the server, not measured on a portal. Rating and conversion need one pipeline; an empty cell: the report has no such number.',
    },
    examples: [
      { ru: '=B24_BITRIX("прошлый месяц";;"Продажи";;B24_DATA)', en: '=B24_BITRIX("last month",,"Sales",,B24_DATA)' },
      { ru: '=B24_BITRIX("прошлый месяц";;;"план продаж";B24_DATA)', en: '=B24_BITRIX("last month",,,"sales plan",B24_DATA)' },
    ],
    params: {
      period: periodText,
      who: whoTogetherText,
      pipeline: pipelineText,
      report: {
        ru: 'Отчёт: "все" (по умолчанию), "план продаж", "рейтинг менеджеров" или "конверсия сделок".',
        en: 'Report: "all" (default), "sales plan", "manager rating" or "deal conversion".',
      },
      data: dataText,
    },
  },
} as const satisfies Record<string, FunctionText>;
