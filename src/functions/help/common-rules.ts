// Rules R1–R17 in words: what all numbers have in common.
import type { CommonRule } from './rule-text';

export const commonRules = {
  R1: {
    name: { ru: 'Момент данных', en: 'The moment of the data' },
    text: {
      ru: 'Всё считается на момент, к которому данные были загружены полностью; того, что позже, нет. Прошлые периоды пересчитываются по нынешнему состоянию CRM: удалённая или открытая снова сделка меняет их. Исключение – утверждённая оплата: она заморожена, изменения приходят поправками.',
      en: 'Everything is counted as of the moment when the loaded data was complete; nothing later exists. Past periods are counted anew from the present CRM: a deal that is deleted or opened again changes them. Approved pay is the exception: it is frozen, and changes come as corrections.',
    },
  },
  R2: {
    name: { ru: 'Часовой пояс и границы', en: 'Time zone and bounds' },
    text: {
      ru: 'Один часовой пояс на файл – пояс самой таблицы. Оба крайних дня периода входят. Неделя начинается с понедельника.',
      en: 'One time zone for the file, that of the spreadsheet. Both days that bound a period are in it. A week begins on Monday.',
    },
  },
  R3: {
    name: { ru: 'Поля-даты', en: 'Date fields' },
    text: {
      ru: 'У «даты начала» и «даты завершения» берётся написанная дата, а со временем от 13 часов – следующий день; пояс не пересчитывается. Выведено по образцам из документации, на живом портале не подтверждено.',
      en: 'Start date and closing date are taken as written, with an hour of 13 or later as the next day; no zone is converted. This is inferred from documented samples and not confirmed on a live portal.',
    },
  },
  R4: {
    name: { ru: 'Какие сделки', en: 'Which deals' },
    text: {
      ru: 'Все, кроме шаблонов регулярных и удалённых, – из видимых тому, чьими правами читаются данные. Сделка относится к нынешней воронке, кроме показателей воронки (R7).',
      en: 'All but templates of recurring deals and deleted ones, of those that the user can see with whose rights the data is read. A deal belongs to its present pipeline, but for the metrics of the funnel (R7).',
    },
  },
  R5: {
    name: { ru: 'Чистая история', en: 'Clean history' },
    text: {
      ru: 'История стадий приводится в порядок: недостающее начало и конец достраиваются с отметкой, повторы убираются, переход туда и обратно быстрее 60 секунд («Настройки») считается промахом мыши. Успех и отказ узнаются по смыслу строки, а не по названию стадии.',
      en: 'The history of stages is put in order: a missing beginning or end is made up with a mark, repetitions go, a move there and back within 60 seconds ("Settings") is a slip of the mouse. Success and failure are known by the meaning of the row, not by the name of a stage.',
    },
  },
  R6: {
    name: { ru: 'Когда сделка закрыта', en: 'When a deal is closed' },
    text: {
      ru: 'В день, когда она последний раз перешла в нынешнее итоговое состояние, по истории. Внесённая сразу закрытой – в более ранний из этого дня и «даты завершения». Настройка позволяет взять «дату завершения» карточки, как план продаж Битрикс24.',
      en: 'On the day it last came into its present final state, by the history. One entered as closed takes the earlier of that day and the closing date of the card. A setting takes the closing date instead, as the sales plan of Bitrix24 does.',
    },
  },
  R7: {
    name: { ru: 'Путь по воронке', en: 'The way through a pipeline' },
    text: {
      ru: 'У каждой сделки один путь в каждой воронке, где она была. Достигнута стадия – значит и все до неё; назад достигнутое не уменьшается; переданная в другую воронку – ни успех, ни потеря. Удалённые стадии сопоставляются с живыми в «Нормах».',
      en: 'A deal has one way in each pipeline it was in. Reaching a stage reaches all before it; moves back take nothing away; a deal moved to another pipeline is neither won nor lost there. Deleted stages are matched with live ones in "Norms".',
    },
  },
  R8: {
    name: { ru: 'Деньги', en: 'Money' },
    text: {
      ru: 'Сумма сделки по курсу в базовую валюту, округлённая до копейки у каждой сделки до сложения. Курс – из листа «Курсы» за месяц закрытия, иначе нынешний из CRM. Валюта без курса в суммы не входит и отмечается.',
      en: 'The amount of the deal by the rate into the base currency, rounded to the cent for each deal before adding. The rate is that of the sheet "Rates" for the month of closing, else the present one of the CRM. A currency without a rate is in no sum and is marked.',
    },
  },
  R9: {
    name: { ru: 'Округление и пустота', en: 'Rounding and nothing' },
    text: {
      ru: 'Считается без округления, сравнивается с порогами тоже. Делить не на что – пустая ячейка, а не 0. Сумма ничего – 0.',
      en: 'Computed and compared with thresholds unrounded. Nothing to divide by gives an empty cell, not 0. The sum of nothing is 0.',
    },
  },
  R10: {
    name: { ru: 'Медиана и квантили', en: 'Median and quantiles' },
    text: { ru: 'Как PERCENTILE.INC в Google Таблицах.', en: 'As PERCENTILE.INC of Google Sheets.' },
  },
  R11: {
    name: { ru: 'Насколько доля надёжна', en: 'How sure a share is' },
    text: {
      ru: 'Интервал Уилсона для доли, Ньюкомба для разницы двух долей, 95 %; у M36 – 99 %.',
      en: "Wilson's interval of a share, Newcombe's of the difference of two, 95 %; in M36 99 %.",
    },
  },
  R12: {
    name: { ru: 'Чей результат', en: 'Whose result' },
    text: {
      ru: 'Нынешнего ответственного, как и в Битрикс24. Для оплаты – того, кого увидела первая загрузка после закрытия. Уволенные остаются в итогах. Отдел – первый из отделов человека, с дочерними.',
      en: 'That of the present responsible person, as in Bitrix24. For pay that of the one seen by the first load after the closing. People who left stay in the totals. A department is the first of the person, children included.',
    },
  },
  R13: {
    name: { ru: 'Клиент и источник', en: 'Client and channel' },
    text: {
      ru: 'Клиент – компания, без неё контакт. Источник – сделки, без него – её лида.',
      en: 'The client is the company, without one the contact. The channel is that of the deal, without one that of its lead.',
    },
  },
  R14: {
    name: { ru: 'Рабочие дни', en: 'Working days' },
    text: {
      ru: 'Понедельник–пятница без праздников и с перенесёнными днями листа «Календарь». День данных считается прошедшим, пока настройка не говорит иначе.',
      en: 'Monday to Friday without the holidays and with the extra days of the sheet "Calendar". The day of the data counts as elapsed unless a setting says otherwise.',
    },
  },
  R15: {
    name: { ru: 'Первый контакт', en: 'First contact' },
    text: {
      ru: 'Самое раннее из: создание сделки, создание её лида, первый завершённый звонок, встреча, письмо или чат по ним. Карточка клиента и прежние сделки не считаются: у повторной продажи свой цикл.',
      en: 'The earliest of: the deal created, its lead created, the first completed call, meeting, e-mail or chat of either. The card of the client and older deals do not count: a repeat sale has a cycle of its own.',
    },
  },
  R16: {
    name: { ru: 'С чем сравнивать', en: 'What to compare with' },
    text: {
      ru: 'С такой же единицей календаря перед периодом, иначе со столькими же днями; «на дату» – с тем же числом прошедших рабочих дней.',
      en: 'The same unit of the calendar before, else as many days before; "to date" the same number of elapsed working days.',
    },
  },
  R17: {
    name: { ru: 'Качество данных', en: 'Data quality' },
    text: {
      ru: 'Странности сделок – без истории, без клиента, с валютой без курса, открытые снова и другие – отмечены и перечислены, ни одна сделка не пропадает молча.',
      en: 'What is odd about deals – no history, no client, a currency without a rate, opened again and more – is marked and listed; no deal drops out silently.',
    },
  },
} as const satisfies Record<string, CommonRule>;
