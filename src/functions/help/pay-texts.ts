// What people read about the functions of score and pay. The build and the documentation use it, the bundle does not.
import { dataText, periodText, pipelineText, whoText } from './param-texts';
import type { FunctionText, ParamText } from './text';

const payPipelineText: ParamText = {
  ru: 'Воронка: оставьте пустой или "все". Оплата считается по человеку за все воронки, поэтому названная воронка – ошибка.',
  en: 'Pipeline: leave it empty or "all". Pay is by person over all pipelines, so naming one is an error.',
};

export const payTexts = {
  B24_SCORE: {
    text: {
      ru: 'Балл KPI сотрудника по его набору с листа «Наборы KPI»: средневзвешенное выполнение целей, каждое не выше потолка. Для одного человека – число, иначе таблица: показатель, вес, цель, факт, выполнение, зачтено. Цели – на весь период, поэтому до его конца это балл на сегодня. Пустая ячейка – набора нет или у больше чем половины веса нет значения.',
      en: 'The KPI score of an employee by their set in the sheet "KPI sets": the weighted mean of how far the targets are met, each up to its cap. One person gives a number, otherwise it is a table: KPI, weight, target, fact, attainment, counted. Targets are for the whole period, so before its end the score is "so far". An empty cell: there is no set, or more than half of its weight has no value.',
    },
    examples: [
      { ru: '=B24_SCORE("этот месяц";A2:A15;;B24_DATA)', en: '=B24_SCORE("this month",A2:A15,,B24_DATA)' },
      { ru: '=B24_SCORE("прошлый месяц";"Корпоративные продажи";;B24_DATA)', en: '=B24_SCORE("last month","Corporate Sales",,B24_DATA)' },
    ],
    params: {
      period: periodText,
      who: {
        ru: 'Кто: имя, e-mail или id – одно число; отдел, список или "все" – таблица; диапазон имён – число в каждой строке. По умолчанию все. Свой набор человека важнее набора отдела.',
        en: 'Who: a name, an e-mail or an id gives one number; a department, a list or "all" a table; a range of names a number in every row. Everybody by default. A person’s own set goes before the department’s.',
        hint: whoText.hint ?? whoText,
      },
      pipeline: pipelineText,
      data: dataText,
    },
  },
  B24_BONUS: {
    text: {
      ru: 'Сколько начислено по схеме с листа «Схема мотивации»: оклад плюс процент от продаж по ступеням выполнения плана, не больше потолка. Для одного человека – число, иначе таблица всех, у кого есть схема. Внутри месяца это начислено на дату; утверждённый месяц больше не меняется, поздние изменения его сделок входят поправками в следующий. Сделка оплачивается тому, кто вёл её в момент закрытия. Пустая ячейка – схемы нет или месяц ещё не начался. Пока мотивация выключена в настройках, вместо числа стоит фраза о том, как её включить.',
      en: 'What the scheme of the sheet "Bonus scheme" pays: a fixed part plus a percentage of sales by tiers of plan attainment, up to a cap. One person gives a number, otherwise it is a table of everybody with a scheme. Inside a month it is accrued so far; an approved month does not change any more, later changes of its deals come as corrections in the next one. A deal is paid to whoever had it when it was closed. An empty cell: there is no scheme, or the month has not begun. While pay is switched off in the settings, a sentence on how to switch it on stands instead.',
    },
    examples: [
      { ru: '=B24_BONUS("этот месяц";A2:A15;;"итог";B24_DATA)', en: '=B24_BONUS("this month",A2:A15,,"total",B24_DATA)' },
      { ru: '=B24_BONUS("прошлый месяц";;;;B24_DATA)', en: '=B24_BONUS("last month",,,,B24_DATA)' },
    ],
    params: {
      period: {
        ru: 'Период: месяц ("этот месяц", "2026-09"), а квартал и год – сумма своих начавшихся месяцев, каждый против своего плана. Другие периоды – ошибка. По умолчанию текущий месяц.',
        en: 'Period: a month ("this month", "2026-09"); a quarter or a year is the sum of its months that have begun, each against its own plan. Other periods are an error. The current month by default.',
        hint: {
          ru: 'Месяц, квартал или год (по умолчанию текущий месяц).',
          en: 'A month, a quarter or a year (the current month by default).',
        },
      },
      who: {
        ru: 'Кто: имя, e-mail или id – одно число; отдел, список или "все" – таблица; диапазон имён – число в каждой строке, для отдела – сумма его людей. По умолчанию все.',
        en: 'Who: a name, an e-mail or an id gives one number; a department, a list or "all" a table; a range of names a number in every row, a department there the sum of its people. Everybody by default.',
        hint: whoText.hint ?? whoText,
      },
      pipeline: payPipelineText,
      part: {
        ru: 'Часть: "итог" (по умолчанию), "оклад", "переменная" (до множителя и потолка), "множитель" (балл KPI, если он есть в схеме), "выполнение" (база / план), "база" (за что платят), "план" или "статус": начислено на дату, утверждено или проверить – нет плана, нет балла KPI, уволен, в схеме есть непрочитанные строки, есть сделки в валюте без курса, поправки без схемы мотивации; "до ступени" – сколько продаж не хватает до порога или следующей ступени, "сделок до ступени" – сколько это сделок среднего размера этого месяца; пусто – выше ступени нет, достигнут потолок или месяц кончился. У таблицы по умолчанию все части.',
        en: 'Part: "total" (default), "fixed", "variable" (before the multiplier and the cap), "multiplier" (the KPI score, when the scheme has it), "attainment" (base / plan), "base" (what is paid for), "plan" or "status": accrued so far, approved, or check – no plan, no KPI score, left, rows of the scheme could not be read, deals in a currency without a rate, corrections without a pay scheme; "to next tier": the sales missing to the threshold or the next tier, "deals to next tier": how many deals of the month’s average that is; empty: there is no higher tier, the cap is reached, or the month is over. A table has all parts by default.',
        hint: {
          ru: '"итог" (по умолчанию), "оклад", "переменная", "множитель", "выполнение", "база", "план", "статус", "до ступени", "сделок до ступени".',
          en: '"total" (default), "fixed", "variable", "multiplier", "attainment", "base", "plan", "status", "to next tier", "deals to next tier".',
        },
      },
      data: dataText,
    },
  },
  B24_BONUS_DEALS: {
    text: {
      ru: 'Расчётный лист сотрудника за месяц, который можно пересчитать на калькуляторе: сделка за сделкой, поправки прошлых утверждённых месяцев отдельными строками, затем база, план, выполнение, каждая ступень (часть базы × ставка), множитель, оклад, потолок и итог – тот же, что у B24_BONUS, до копейки. До 200 сделок, остальные – одной строкой с их суммой. Пустой план – его нет, платится только оклад.',
      en: 'The statement of an employee for a month that can be added up with a calculator: deal by deal, corrections of approved months as lines of their own, then base, plan, attainment, each tier (its part of the base × the rate), multiplier, fixed part, cap and total – that of B24_BONUS to the kopeck. Up to 200 deals, the rest in one line with their sum. An empty plan: there is none, the fixed part alone is paid.',
    },
    examples: [
      { ru: '=B24_BONUS_DEALS("прошлый месяц";"Иванова";;B24_DATA)', en: '=B24_BONUS_DEALS("last month","Collins",,B24_DATA)' },
      { ru: '=B24_BONUS_DEALS("2026-09";"Кузнецова";;B24_DATA)', en: '=B24_BONUS_DEALS("2026-09","Collins",,B24_DATA)' },
    ],
    params: {
      period: {
        ru: 'Период: один месяц, например "прошлый месяц" или "2026-09". По умолчанию текущий.',
        en: 'Period: one month, for example "last month" or "2026-09". The current one by default.',
      },
      who: { ru: 'Кто: один сотрудник – имя, e-mail или id.', en: 'Who: one employee – a name, an e-mail or an id.' },
      pipeline: payPipelineText,
      data: dataText,
    },
  },
} as const satisfies Record<string, FunctionText>;
