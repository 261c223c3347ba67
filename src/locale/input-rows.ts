// The closed lists of words in input sheets: names of norms, settings and parts of a scheme, and the words that stand as values.
import type { Sentence } from './sentence';

interface RowWords {
  readonly name: Sentence;
  /** Column «Пояснение» of a new sheet. */
  readonly note: Sentence;
}

export const normWords = {
  idleDays: {
    name: { ru: 'Дней без активности', en: 'Days without activity' },
    note: { ru: 'Дольше – сделка застряла.', en: 'Longer: the deal is stuck.' },
  },
  responseHours: {
    name: { ru: 'Часов до первого ответа', en: 'Hours to the first contact' },
    note: { ru: 'От создания лида или сделки.', en: 'From the creation of the lead or deal.' },
  },
  minStays: {
    name: { ru: 'Выборка: застрявшие', en: 'Sample: stuck deals' },
    note: {
      ru: 'Пока прошедших стадию меньше, срок – из строк «Дней на стадии».',
      en: 'While fewer deals passed a stage, its limit is the row "Days on the stage".',
    },
  },
  minBottleneck: {
    name: { ru: 'Выборка: узкое место', en: 'Sample: bottleneck' },
    note: { ru: 'При меньшем числе сделок вывода нет.', en: 'No verdict on fewer deals.' },
  },
  minCoaching: {
    name: { ru: 'Выборка: обучение', en: 'Sample: coaching' },
    note: { ru: 'При меньшем числе сделок вывода нет.', en: 'No verdict on fewer deals.' },
  },
  shrink: {
    name: { ru: 'Сглаживание вероятностей', en: 'Smoothing of probabilities' },
    note: {
      ru: 'Насколько малые выборки тянутся к средней по воронке.',
      en: 'How strongly small samples are drawn to the average of the pipeline.',
    },
  },
  lossReasonField: {
    name: { ru: 'Поле причины отказа', en: 'Field of the loss reason' },
    note: {
      ru: 'Код поля сделки, например UF_CRM_1712345678. Пусто – причина по стадии провала.',
      en: 'Code of the deal field, for example UF_CRM_1712345678. Blank: the fail stage is the reason.',
    },
  },
  activities: {
    name: { ru: 'Дел в рабочий день', en: 'Activities a working day' },
    note: { ru: 'Сколько завершённых дел в день – норма.', en: 'Completed activities a day that are normal.' },
  },
  stageDays: {
    name: { ru: 'Дней на стадии', en: 'Days on the stage' },
    note: { ru: 'Дольше – сделка застряла.', en: 'Longer: the deal is stuck.' },
  },
  passShares: {
    name: { ru: 'Доля прохождения стадии', en: 'Share passing the stage' },
    note: {
      ru: 'Норма для узкого места. Без неё – прошлые 12 месяцев.',
      en: 'Norm of the bottleneck. Without it: the twelve months before.',
    },
  },
  probabilities: {
    name: { ru: 'Вероятность выигрыша со стадии', en: 'Probability to win from the stage' },
    note: { ru: 'Пока в воронке ничего не закрыто.', en: 'While nothing was closed in the pipeline.' },
  },
  junkStages: {
    name: { ru: 'Мусорная стадия', en: 'Junk stage' },
    note: { ru: 'Провал «не наш клиент»: в проигранные не входит.', en: 'A failure that was no real lead: not counted as lost.' },
  },
  stageAliases: {
    name: { ru: 'Вместо удалённой стадии', en: 'In place of a deleted stage' },
    note: {
      ru: '«Для чего» – код удалённой стадии, «Значение» – нынешняя.',
      en: '"For what" is the code of the deleted stage, "Value" the present one.',
    },
  },
} as const satisfies Record<string, RowWords>;

export const settingWords = {
  countToday: {
    name: { ru: 'Считать сегодняшний день', en: 'Count today' },
    note: {
      ru: 'Прошёл ли день данных для плана на дату; «нет» – если смотрите утром.',
      en: 'Whether the day of the data has passed for the plan to date; "no" if you look in the morning.',
    },
  },
  statusGreen: {
    name: { ru: 'Зелёный статус от', en: 'Green status from' },
    note: { ru: 'Выполнение плана на дату.', en: 'Attainment of the plan to date.' },
  },
  statusYellow: {
    name: { ru: 'Жёлтый статус от', en: 'Yellow status from' },
    note: { ru: 'Ниже – красный.', en: 'Below it: red.' },
  },
  minElapsedDays: {
    name: { ru: 'Прогноз по темпу не раньше, рабочих дней', en: 'Run-rate not before, working days' },
    note: { ru: 'В начале месяца темп случаен.', en: 'At the beginning of a month the pace is chance.' },
  },
  abcA: {
    name: { ru: 'Граница класса A', en: 'Bound of class A' },
    note: { ru: 'Доля продаж, которую дают клиенты класса A.', en: 'Share of sales that clients of class A bring.' },
  },
  abcB: {
    name: { ru: 'Граница класса B', en: 'Bound of class B' },
    note: { ru: 'То же вместе с классом B.', en: 'The same together with class B.' },
  },
  closeDateSource: {
    name: { ru: 'Дата закрытия', en: 'Closing date' },
    note: {
      ru: '«из истории» – когда сделка перешла в успех или провал; «из поля» – дата завершения в карточке, как в плане Битрикс24.',
      en: '"from history": when the deal was won or lost; "from the field": the date on the card, as in the sales plan of Bitrix24.',
    },
  },
  misclickSeconds: {
    name: { ru: 'Случайный перевод, секунд', en: 'Misclick, seconds' },
    note: { ru: 'Возврат быстрее этого не считается переходом. От 0 до 3600.', en: 'A move taken back sooner is none. From 0 to 3600.' },
  },
  defaultPipelines: {
    name: { ru: 'Воронки по умолчанию', en: 'Default pipelines' },
    note: {
      ru: 'Для формул без воронки: «все» или названия через точку с запятой.',
      en: 'For formulas without a pipeline: "all", or names with semicolons between.',
    },
  },
  dealFields: {
    name: { ru: 'Поля сделок на листе данных', en: 'Deal fields in the data sheet' },
    note: {
      ru: 'Свои поля CRM, названия или коды через точку с запятой: станут столбцами листа «Данные_Сделки» после обновления.',
      en: 'Custom fields of the CRM, names or codes with semicolons between: columns of the sheet "Data_Deals" after a refresh.',
    },
  },
  historyFrom: {
    name: { ru: 'Загружать историю с', en: 'Load the history from' },
    note: {
      ru: 'Дата; пусто – загружается всё. Закрытые сделки, которые не менялись с первого числа месяца этой даты, не загружаются: для порталов, которые не помещаются в файл. Действует со следующей полной загрузки.',
      en: 'A date; blank: everything is loaded. Closed deals that have not changed since the first of that month are left out: for portals too large for a file. Holds from the next load of everything.',
    },
  },
  payVisible: {
    name: { ru: 'Показывать мотивацию', en: 'Show pay' },
    note: {
      ru: '«да» – премии увидит каждый, у кого есть доступ к этому файлу.',
      en: '"yes": everybody with access to this file will see the pay.',
    },
  },
  rawSheets: {
    name: { ru: 'Листы данных', en: 'Data sheets' },
    note: {
      ru: 'Сделки, лиды, стадии и сотрудники есть всегда. Кроме них: «все», «нет» или через точку с запятой: История; Товары; Дела; Компании; Контакты.',
      en: 'Deals, leads, stages and employees are always there. Besides them: "all", "no", or with semicolons between: History; Products; Activities; Companies; Contacts.',
    },
  },
  alertPace: {
    name: { ru: 'Уведомить: отставание от плана', en: 'Notify: behind plan' },
    note: {
      ru: 'Если выручка месяца меньше плана компании на дату больше чем на эту долю, например 15 %. Пусто – не следить. Первые дни месяца не считаются, как в прогнозе по темпу.',
      en: "When the month's revenue is below the company's plan to date by more than this share, for example 15%. Blank: not watched. The first days of a month do not count, as for the run-rate.",
    },
  },
  alertStuck: {
    name: { ru: 'Уведомить: застрявшие сделки', en: 'Notify: stuck deals' },
    note: {
      ru: 'Если застрявшие сделки воронок по умолчанию стоят больше этой суммы в базовой валюте, например 500 000. Пусто – не следить.',
      en: 'When the stuck deals of the default pipelines are worth more than this sum in base currency, for example 500000. Blank: not watched.',
    },
  },
  mailNotices: {
    name: { ru: 'Уведомлять письмом', en: 'Notify by mail' },
    note: {
      ru: 'Тому, кто ведёт расписание: о сбое обновления, когда оно снова работает, и по правилам выше.',
      en: 'To whoever keeps the schedule: when the refresh fails, when it works again, and by the rules above.',
    },
  },
  chatNotices: {
    name: { ru: 'Уведомлять в Битрикс24', en: 'Notify in Bitrix24' },
    note: {
      ru: '«да» – то же уведомлением в Битрикс24; вебхуку нужно право «Чат и уведомления» (im).',
      en: '"yes": the same as a notification in Bitrix24; the webhook needs the permission "Chat and notifications" (im).',
    },
  },
  digestHour: {
    name: { ru: 'Утренняя сводка с часа', en: 'Morning digest from hour' },
    note: {
      ru: 'Час от 0 до 23: сводку за вчера пришлёт первое в рабочий день обновление по расписанию не раньше этого часа; при обновлении раз в день – оно само. Пусто – не присылать.',
      en: 'An hour from 0 to 23: the first refresh by schedule on a working day from that hour on sends the digest of yesterday; a refresh once a day sends it whenever it comes. Blank: none is sent.',
    },
  },
  digestTo: {
    name: { ru: 'Сводка: кому', en: 'Digest: to whom' },
    note: {
      ru: 'Адреса через точку с запятой. Пусто – тому, кто ведёт расписание; «нет» – никому.',
      en: 'Addresses with semicolons between. Blank: whoever keeps the schedule; "no": nobody.',
    },
  },
  digestPersonal: {
    name: { ru: 'Личная сводка менеджерам', en: 'Personal digest of managers' },
    note: {
      ru: '«да» – каждому работающему менеджеру со сделками о его собственных числах: письмом по адресу из Битрикс24 и уведомлением, если они включены.',
      en: '"yes": to every manager who works and has deals, about their own numbers: by mail to the address in Bitrix24 and as a notification, where these are on.',
    },
  },
  digestWithout: {
    name: { ru: 'Без личной сводки', en: 'Without a personal digest' },
    note: { ru: 'Имена через точку с запятой: им личная сводка не приходит.', en: 'Names with semicolons between: these people get none.' },
  },
} as const satisfies Record<string, RowWords>;

/** Parts of a scheme of pay, in the order of a new sheet. */
export const schemeWords = {
  owner: {
    name: { ru: 'Кому', en: 'For whom' },
    note: {
      ru: 'Менеджер, отдел или «все»; по строке на каждого. Своя схема важнее схемы отдела.',
      en: 'A manager, a department or "all"; a row for each. One\'s own scheme goes before the department\'s.',
    },
  },
  fixed: { name: { ru: 'Оклад', en: 'Fixed' }, note: { ru: 'Платится всегда.', en: 'Always paid.' } },
  base: {
    name: { ru: 'База', en: 'Base' },
    note: { ru: 'Показатель в деньгах, от которого считается процент.', en: 'The metric in money that the rates are of.' },
  },
  threshold: {
    name: { ru: 'Порог', en: 'Threshold' },
    note: { ru: 'Ниже этого выполнения плана – только оклад.', en: 'Below this attainment of the plan: the fixed part only.' },
  },
  tier: { name: { ru: 'Ставка', en: 'Rate' }, note: { ru: 'Процент от базы.', en: 'Share of the base.' } },
  mode: {
    name: { ru: 'Способ', en: 'Mode' },
    note: {
      ru: '«по частям» – каждая ставка за свою часть; «на всё» – достигнутая ставка за всю сумму.',
      en: '"by parts": each rate for its own part; "on all": the rate reached for the whole sum.',
    },
  },
  cap: {
    name: { ru: 'Потолок', en: 'Cap' },
    note: { ru: 'Больше этого не платится. Пусто – без потолка.', en: 'Not more than this is paid. Blank: no cap.' },
  },
  multiplier: {
    name: { ru: 'Множитель KPI', en: 'KPI multiplier' },
    note: {
      ru: '«нет», «да» (до 120 %) или наибольший множитель: балл KPI умножает переменную часть.',
      en: '"no", "yes" (up to 120%) or the largest multiplier: the KPI score multiplies the variable part.',
    },
  },
} as const satisfies Record<string, RowWords>;

/** Words that stand as values: the first of a language is the one in drop-downs, all of both languages are read. */
export const valueWords = {
  yes: { ru: ['да', 'истина', '+'], en: ['yes', 'true'] },
  no: { ru: ['нет', 'ложь'], en: ['no', 'false'] },
  company: { ru: ['компания', 'вся компания'], en: ['company'] },
  department: { ru: ['отдел', 'подразделение'], en: ['department'] },
  pipeline: { ru: ['воронка', 'направление'], en: ['pipeline', 'category'] },
  manager: { ru: ['менеджер', 'сотрудник'], en: ['manager', 'employee'] },
  everybody: { ru: ['все', 'всем', 'компания'], en: ['all', 'everybody', 'company'] },
  dayOff: { ru: ['выходной', 'праздник'], en: ['day off', 'holiday'] },
  working: { ru: ['рабочий', 'рабочий день'], en: ['working', 'working day', 'workday'] },
  up: { ru: ['больше', 'больше лучше', 'вверх', 'рост'], en: ['more', 'up'] },
  down: { ru: ['меньше', 'меньше лучше', 'вниз', 'снижение'], en: ['less', 'down'] },
  marginal: { ru: ['по частям'], en: ['by parts', 'marginal'] },
  cliff: { ru: ['на всё', 'на всю сумму'], en: ['on all', 'cliff'] },
  history: { ru: ['из истории', 'история'], en: ['from history', 'history'] },
  closedate: { ru: ['из поля', 'поле'], en: ['from the field', 'field', 'closedate'] },
  /** Begins the first cell of a row that shows how to fill one and counts for nothing. */
  example: { ru: ['пример'], en: ['example'] },
} as const satisfies Record<string, Readonly<Record<'ru' | 'en', readonly [string, ...string[]]>>>;

export type ValueWord = keyof typeof valueWords;

/** Texts of first rows. */
export const firstRowWords = {
  example: { ru: 'Пример: {text}', en: 'Example: {text}' },
  exampleNote: { ru: 'Строка с «Пример» не считается', en: 'A row with "Example" does not count' },
  somebody: { ru: 'Иванова Анна', en: 'Anna Smith' },
  stage: { ru: 'Подготовка', en: 'Preparation' },
  channel: { ru: 'Реклама', en: 'Advertising' },
  training: { ru: 'Тренинг по возражениям', en: 'Training in objections' },
  head: { ru: 'РОП', en: 'Head of sales' },
  scheme: { ru: 'Продажи', en: 'Sales' },
  provisional: {
    ru: 'Проверьте: переносы этого года ещё не утверждены',
    en: 'To be checked: the transfers of this year are not decided yet',
  },
} as const satisfies Record<string, Sentence>;
