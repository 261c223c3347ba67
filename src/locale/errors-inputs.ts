// Sentences about cells that people typed into input sheets: what is wrong and what is expected. {what} is one of `inputNouns`.
import type { Sentence } from './sentence';

export const inputErrors = {
  inputHeader: {
    ru: 'Не найдены столбцы: {columns}. Верните эти заголовки в первую строку; пока лист не читается.',
    en: 'These columns were not found: {columns}. Put the headers back into the first row; until then the sheet is not read.',
  },
  inputMissing: { ru: 'Пусто. {expected}.', en: 'Blank. {expected}.' },
  inputUnknown: {
    ru: 'Нет {what} «{found}». Выберите из списка или напишите название, как в Битрикс24.',
    en: 'There is no {what} "{found}". Choose from the list or write the name as in Bitrix24.',
  },
  inputSimilar: { ru: 'Нет {what} «{found}». Похожие: {similar}.', en: 'There is no {what} "{found}". Similar: {similar}.' },
  inputSeveral: {
    ru: '«{found}» подходит нескольким: {similar}. Напишите название полностью.',
    en: '"{found}" fits several: {similar}. Write the whole name.',
  },
  inputWord: { ru: 'Не понимаю «{found}». Можно: {allowed}.', en: 'Cannot read "{found}". Allowed: {allowed}.' },
  inputMail: {
    ru: '«{found}» – не адрес почты. Несколько адресов разделяют точкой с запятой.',
    en: '"{found}" is no e-mail address. Put semicolons between several.',
  },
  inputCurrency: {
    ru: 'Валюты «{found}» нет в CRM. Есть: {allowed}.',
    en: 'The CRM has no currency "{found}". There are: {allowed}.',
  },
  inputPeriod: {
    ru: 'Не понимаю период «{found}». Напишите 2026-11, 2026-Q4, 2026-H2, 2026 или «ноябрь 2026».',
    en: 'Cannot read the period "{found}". Write 2026-11, 2026-Q4, 2026-H2, 2026 or "November 2026".',
  },
  inputPeriodUnit: {
    ru: '«{found}» – не месяц, не квартал, не полугодие и не год. План ставится только на них.',
    en: '"{found}" is not a month, a quarter, a half-year or a year. Plans are set for these only.',
  },
  inputMonth: {
    ru: 'Нужен один месяц, а найдено «{found}». Напишите, например, 2026-11.',
    en: 'One month is needed, but "{found}" was found. Write, for example, 2026-11.',
  },
  inputMonthNumber: {
    ru: '«{found}» – не месяц года. Напишите номер от 1 до 12 или название.',
    en: '"{found}" is no month of a year. Write a number from 1 to 12 or the name.',
  },
  inputDay: {
    ru: 'Не понимаю дату «{found}». Напишите, например, 05.11.2026.',
    en: 'Cannot read the date "{found}". Write, for example, 2026-11-05.',
  },
  inputNumber: {
    ru: '«{found}» – не число. Напишите, например, 1 200 000,50.',
    en: '"{found}" is not a number. Write, for example, 1200000.50.',
  },
  inputShare: {
    ru: '«{found}» – не доля. Напишите с процентом, например 64 %, или дробью 0,64.',
    en: '"{found}" is not a share. Write it with a percent sign, for example 64%, or as the fraction 0.64.',
  },
  inputShareBig: {
    ru: '«{found}» – больше допустимых {most} %. Если это {percent} %, напишите «{percent} %» или {fraction}.',
    en: '"{found}" is above the {most}% allowed. If you mean {percent}%, write "{percent}%" or {fraction}.',
  },
  inputShareRange: { ru: '«{found}» не подходит: нужно от 0 до {most} %.', en: '"{found}" cannot be used: from 0 to {most}% is needed.' },
  inputRange: {
    ru: '«{found}» не подходит: нужно от {least} до {most}.',
    en: '"{found}" cannot be used: from {least} to {most} is needed.',
  },
  inputWhole: { ru: '«{found}» – не целое число.', en: '"{found}" is not a whole number.' },
  inputNegative: { ru: '«{found}» меньше нуля. Нужно число от нуля.', en: '"{found}" is below zero. A number from zero on is needed.' },
  inputPositive: { ru: 'Нужно число больше нуля, а найдено «{found}».', en: 'A number above zero is needed, but "{found}" was found.' },
  inputCompanyWho: {
    ru: 'У плана компании «Кто» пусто, а найдено «{found}». Очистите ячейку или смените область.',
    en: 'The plan of the company has no "Who", but "{found}" was found. Clear the cell or change the scope.',
  },
  inputPlanTwice: {
    ru: 'Этот план уже стоит в строке {first}: тот же «Кто», показатель и период. Действует строка {first}.',
    en: 'This plan stands in row {first} already: the same owner, metric and period. Row {first} holds.',
  },
  inputDayTwice: {
    ru: 'Эта дата уже стоит в строке {first}. Действует строка {first}.',
    en: 'This date stands in row {first} already. Row {first} holds.',
  },
  inputRowTwice: {
    ru: 'То же уже задано в строке {first}. Действует строка {first}.',
    en: 'The same is set in row {first} already. Row {first} holds.',
  },
  inputNoSubject: {
    ru: 'У этой нормы «Для чего» пусто, а найдено «{found}». Очистите ячейку.',
    en: 'This norm has a blank "For what", but "{found}" was found. Clear the cell.',
  },
  inputField: {
    ru: '«{found}» – не код поля. Нужен код из настроек полей сделки, например UF_CRM_1712345678.',
    en: '"{found}" is no code of a field. The code from the settings of deal fields is needed, for example UF_CRM_1712345678.',
  },
  inputFields: {
    ru: 'Полей больше {most}. Оставьте самые нужные: каждое – столбец на каждую сделку.',
    en: 'More than {most} fields. Keep those you need most: each is a column for every deal.',
  },
  inputWeights: {
    ru: 'Веса набора «{owner}» вместе дают {sum} %, а не 100 %. Балл считается по их соотношению.',
    en: 'The weights of the set of "{owner}" make {sum}% together, not 100%. The score goes by their proportion.',
  },
  inputManyKpi: {
    ru: 'В наборе «{owner}» показателей: {count}. Больше пяти – никто не держит в голове; оставьте главные.',
    en: 'The set of "{owner}" has {count} metrics. Nobody keeps more than five in mind; leave the main ones.',
  },
  inputFloorCap: {
    ru: 'Порог {floor} % выше потолка {cap} %: показатель никогда не даст балла.',
    en: 'The floor {floor}% is above the cap {cap}%: the metric would never score.',
  },
  inputBase: {
    ru: '«{found}» – не сумма денег. Процент платится от суммы, например «{example}».',
    en: '"{found}" is no sum of money. Rates pay a share of a sum, for example "{example}".',
  },
  inputTierOrder: {
    ru: 'Ставка кончается не дальше, чем начинается: от {from} % до {to} %.',
    en: 'The rate ends no further than it begins: from {from}% to {to}%.',
  },
  inputTierOverlap: {
    ru: 'Ставка от {from} % пересекается со ставкой в строке {first}. Для одного выполнения – одна ставка; действует строка {first}.',
    en: 'The rate from {from}% overlaps the one in row {first}. One attainment has one rate; row {first} holds.',
  },
  inputTierGap: {
    ru: 'Между {from} % и {to} % ставки нет: за эту часть не платится.',
    en: 'There is no rate between {from}% and {to}%: nothing is paid for that part.',
  },
  inputTierEnd: {
    ru: 'Выше {to} % ставки нет. Добавьте строку «Ставка» с пустым «До».',
    en: 'There is no rate above {to}%. Add a row "Rate" with a blank "To".',
  },
  inputTierOnly: {
    ru: '«От» и «До» бывают только у ставки. Очистите «{found}».',
    en: '"From" and "To" belong to rates only. Clear "{found}".',
  },
  inputNoTiers: {
    ru: 'В схеме «{scheme}» нет ни одной ставки: платится только оклад.',
    en: 'The scheme "{scheme}" has no rate: the fixed part only is paid.',
  },
  inputNoScheme: {
    ru: 'Схемы «{found}» нет: у неё только строка «Кому». Есть: {allowed}.',
    en: 'There is no scheme "{found}": it has nothing but a row "For whom". There are: {allowed}.',
  },
  inputSchemeNobody: {
    ru: 'Схема «{scheme}» никому не назначена. Добавьте строку «Кому».',
    en: 'The scheme "{scheme}" is given to nobody. Add a row "For whom".',
  },
  inputTwoSchemes: {
    ru: 'У «{found}» уже есть схема «{scheme}» (строка {first}). Действует она.',
    en: '"{found}" has the scheme "{scheme}" already (row {first}). That one holds.',
  },
  inputStatusOrder: {
    ru: 'Жёлтый статус начинается не выше зелёного, а найдено {yellow} % и {green} %. Действуют значения по умолчанию.',
    en: 'Yellow begins no higher than green, but {yellow}% and {green}% were found. The defaults hold.',
  },
  inputAbcOrder: {
    ru: 'Граница класса A должна быть ниже границы B, а найдено {a} % и {b} %. Действуют значения по умолчанию.',
    en: 'The bound of class A must be below that of B, but {a}% and {b}% were found. The defaults hold.',
  },
  inputSeasonPart: {
    ru: 'Веса есть не у всех месяцев, нет: {months}. Впишите все двенадцать, иначе среднее сдвинуто.',
    en: 'Not all months have a weight, missing: {months}. Type all twelve, otherwise the average is shifted.',
  },
  inputsUnreadable: {
    ru: 'Прочитанные листы ввода повреждены. Нажмите «Обновить сейчас»: они будут прочитаны заново.',
    en: 'The input sheets as they were read are damaged. Choose "Refresh now": they will be read again.',
  },
} as const satisfies Record<string, Sentence>;

export type InputErrorKey = keyof typeof inputErrors;

/** What a name was looked for as, inside `Нет {what}`. */
export const inputNouns = {
  manager: { ru: 'сотрудника', en: 'employee' },
  department: { ru: 'отдела', en: 'department' },
  owner: { ru: 'сотрудника или отдела', en: 'employee or department' },
  pipeline: { ru: 'воронки', en: 'pipeline' },
  stage: { ru: 'стадии', en: 'stage' },
  channel: { ru: 'канала', en: 'channel' },
  metric: { ru: 'показателя', en: 'metric' },
  activity: { ru: 'вида дел', en: 'kind of activity' },
  norm: { ru: 'нормы', en: 'norm' },
  setting: { ru: 'настройки', en: 'setting' },
  part: { ru: 'строки схемы', en: 'part of a scheme' },
} as const satisfies Record<string, Sentence>;
