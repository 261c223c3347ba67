// Sentences for people who write formulas: which argument, what was found, what is allowed.
import type { Sentence } from './sentence';

export const formulaErrors = {
  argPeriod: {
    ru: 'Аргумент «период»: не понимаю «{found}». Можно: "2026-10", "2026-Q3", "2026-H1", "2026", "2026-W41", "2026-10-01..2026-10-15", дата или слова: {words}.',
    en: 'Argument "period": cannot read "{found}". Allowed: "2026-10", "2026-Q3", "2026-H1", "2026", "2026-W41", "2026-10-01..2026-10-15", a date, or words: {words}.',
  },
  argPeriodOrder: {
    ru: 'Аргумент «период»: «{found}» кончается раньше, чем начинается. Поменяйте даты местами.',
    en: 'Argument "period": "{found}" ends before it begins. Swap the dates.',
  },
  argPeriodHorizon: {
    ru: 'Аргумент «период»: «{found}» начинается {start}, а данные загружены с {horizon}. Возьмите более поздний период или поставьте раньше «Загружать историю с» в настройках и загрузите всё заново.',
    en: 'Argument "period": "{found}" begins on {start}, but the data was loaded from {horizon}. Take a later period, or set an earlier "Load the history from" in the settings and load everything anew.',
  },
  argRange: {
    ru: 'Аргумент «{argument}»: нужно одно значение, а передан диапазон {rows}×{columns}. Укажите одну ячейку.',
    en: 'Argument "{argument}": one value is needed, but a range of {rows}×{columns} was given. Point to a single cell.',
  },
  argChoice: {
    ru: 'Аргумент «{argument}»: не понимаю «{found}». Можно: {allowed}.',
    en: 'Argument "{argument}": cannot read "{found}". Allowed: {allowed}.',
  },
  argWho: {
    ru: 'Аргумент «кто»: нет сотрудника или отдела «{found}». Напишите имя, часть имени, e-mail, id, название отдела или "все".',
    en: 'Argument "who": there is no employee or department "{found}". Write a name, a part of it, an e-mail, an id, a department or "all".',
  },
  argWhoSimilar: {
    ru: 'Аргумент «кто»: нет сотрудника или отдела «{found}». Похожие: {similar}.',
    en: 'Argument "who": there is no employee or department "{found}". Similar: {similar}.',
  },
  argWhoSeveral: {
    ru: 'Аргумент «кто»: «{found}» подходит нескольким: {similar}. Напишите имя полнее или id.',
    en: 'Argument "who": "{found}" fits several: {similar}. Write more of the name, or the id.',
  },
  argPipeline: {
    ru: 'Аргумент «воронка»: нет воронки «{found}». Есть: {allowed}, а также "все".',
    en: 'Argument "pipeline": there is no pipeline "{found}". There are: {allowed}, and also "all".',
  },
  argPipelineSeveral: {
    ru: 'Аргумент «воронка»: «{found}» подходит нескольким: {allowed}. Напишите название полностью.',
    en: 'Argument "pipeline": "{found}" fits several: {allowed}. Write the whole name.',
  },
  argPipelineOne: {
    ru: 'Аргумент «воронка»: здесь нужна одна воронка, а выбрано: {found}. Укажите одну из: {allowed}.',
    en: 'Argument "pipeline": one pipeline is needed here, but these were chosen: {found}. Name one of: {allowed}.',
  },
  argStage: {
    ru: 'Аргумент «стадия»: в воронке «{pipeline}» нет стадии «{found}». Есть: {allowed}; можно и номер от 1 до {count}.',
    en: 'Argument "stage": the pipeline "{pipeline}" has no stage "{found}". There are: {allowed}; or a number from 1 to {count}.',
  },
  argStageSeveral: {
    ru: 'Аргумент «стадия»: «{found}» подходит нескольким: {allowed}. Напишите название полностью или номер.',
    en: 'Argument "stage": "{found}" fits several: {allowed}. Write the whole name or the number.',
  },
  argStageNeeded: {
    ru: 'Аргумент «стадия»: для режима «{mode}» назовите стадию и воронку, например =B24_CONVERSION("этот месяц";;"{pipeline}";"{stage}";"{mode}").',
    en: 'Argument "stage": the mode "{mode}" needs a stage and a pipeline, for example =B24_CONVERSION("this month",,"{pipeline}","{stage}","{mode}").',
  },
  argMetric: {
    ru: 'Аргумент «{argument}»: нет показателя «{found}». Есть: {allowed}.',
    en: 'Argument "{argument}": there is no metric "{found}". There are: {allowed}.',
  },
  argMetricSimilar: {
    ru: 'Аргумент «{argument}»: нет показателя «{found}». Похожие: {similar}.',
    en: 'Argument "{argument}": there is no metric "{found}". Similar: {similar}.',
  },
  argCount: {
    ru: 'Аргумент «{argument}»: нужно целое число от 1 до {max}, а найдено «{found}».',
    en: 'Argument "{argument}": a whole number from 1 to {max} is needed, but "{found}" was found.',
  },
  argMetricCut: {
    ru: 'Аргумент «показатель»: «{found}» относится к сотрудникам и по «{by}» не делится. Возьмите показатель сделок; лиды по каналам даёт B24_SOURCES.',
    en: 'Argument "metric": "{found}" belongs to people and is not cut by "{by}". Take a metric of deals; B24_SOURCES gives leads by channel.',
  },
  argPipelinePeople: {
    ru: 'Аргумент «воронка»: дела относятся к сотрудникам, а не к воронкам, поэтому «{found}» здесь не действует. Оставьте аргумент пустым.',
    en: 'Argument "pipeline": activities belong to people, not to pipelines, so "{found}" has no effect here. Leave the argument empty.',
  },
  argData: {
    ru: 'Аргумент «данные»: последним стоит только B24_DATA, а найдено «{found}». Остальные аргументы по порядку: {allowed}.',
    en: 'Argument "data": only B24_DATA stands last, but "{found}" was found. The other arguments in order: {allowed}.',
  },
  argPipelineUnused: {
    ru: 'Аргумент «воронка»: показатель «{metric}» считается по людям, воронка на него не влияет. Уберите {found} или напишите "все".',
    en: 'Argument "pipeline": the metric "{metric}" belongs to people, a pipeline does not change it. Remove {found} or write "all".',
  },
  argPeriodMonth: {
    ru: 'Аргумент «период»: цель ставится на один месяц, а найдено {found}. Назовите месяц, например "{month}".',
    en: 'Argument "period": a goal is for one month, but {found} was found. Name a month, for example "{month}".',
  },
  noFunction: {
    ru: 'Функции {name} нет. Есть: {allowed}.',
    en: 'There is no function {name}. There are: {allowed}.',
  },
  argPoints: {
    ru: 'Аргумент «пункты»: не понимаю «{found}». Напишите, на сколько процентных пунктов поднять конверсию: 10, 0,1 или "10 %"; больше 0 и не больше 100.',
    en: 'Argument "points": cannot read "{found}". Write by how many percentage points the rate rises: 10, 0.1 or "10 %"; above 0 and at most 100.',
  },
  argAgainst: {
    ru: 'Аргумент «с чем»: не понимаю «{found}». Можно: {allowed}, другой период ("2026-09", "прошлый квартал") или имя сотрудника или отдела.',
    en: 'Argument "against": cannot read "{found}". Allowed: {allowed}, another period ("2026-09", "last quarter"), or the name of an employee or a department.',
  },
  argAgainstOthers: {
    ru: 'Аргумент «с чем»: «{found}» – это все, кроме выбранных, а выбраны все. Назовите в аргументе «кто» сотрудника или отдел.',
    en: 'Argument "against": "{found}" are all but those chosen, and everybody is chosen. Name an employee or a department in "who".',
  },
  argAgainstHorizon: {
    ru: 'Аргумент «с чем»: «{found}» начинается {start}, а данные загружены с {horizon}. Сравните с более поздним периодом или поставьте раньше «Загружать историю с» в настройках и загрузите всё заново.',
    en: 'Argument "against": "{found}" begins on {start}, but the data was loaded from {horizon}. Compare with a later period, or set an earlier "Load the history from" in the settings and load everything anew.',
  },
  argPayPeriod: {
    ru: 'Аргумент «период»: оплата считается по целым месяцам, не больше двенадцати, а найдено {start}–{end}. Назовите месяц, квартал или год, например "{month}".',
    en: 'Argument "period": pay goes by whole months, at most twelve, but {start}–{end} was found. Name a month, a quarter or a year, for example "{month}".',
  },
  argPayMonth: {
    ru: 'Аргумент «период»: расчётный лист – за один месяц, а найдено {start}–{end}. Назовите месяц, например "{month}".',
    en: 'Argument "period": a statement is of one month, but {start}–{end} was found. Name a month, for example "{month}".',
  },
  argPayPipeline: {
    ru: 'Аргумент «воронка»: оплата считается по человеку за все воронки. Уберите {found} или напишите "все".',
    en: 'Argument "pipeline": pay is by person over all pipelines. Remove {found} or write "all".',
  },
  argPayPerson: {
    ru: 'Аргумент «кто»: расчётный лист – одного сотрудника. Назовите его: имя, e-mail или id.',
    en: 'Argument "who": a statement is of one employee. Name one: a name, an e-mail or an id.',
  },
  argScorePerson: {
    ru: 'Балл KPI считается по одному сотруднику, а «{found}» – это {count}. Назовите одного или вызовите B24_SCORE без диапазона.',
    en: 'A KPI score is of one employee, but "{found}" are {count}. Name one, or call B24_SCORE without a range.',
  },
} as const satisfies Record<string, Sentence>;
