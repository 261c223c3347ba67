// Words of the input sheets: tabs, headers with the note that says what to type, and the closed lists of words that cells may hold.
import type { Sentence } from './sentence';

interface ColumnWords {
  readonly name: Sentence;
  readonly note: Sentence;
}

interface SheetWords {
  readonly name: Sentence;
  readonly columns: Readonly<Record<string, ColumnWords>>;
}

const comment: ColumnWords = {
  name: { ru: 'Комментарий', en: 'Comment' },
  note: { ru: 'Что угодно; на числа не влияет.', en: 'Anything; no number depends on it.' },
};
const explanation: ColumnWords = {
  name: { ru: 'Пояснение', en: 'Explanation' },
  note: comment.note,
};

export const inputSheetWords = {
  plans: {
    name: { ru: 'Планы', en: 'Plans' },
    columns: {
      period: {
        name: { ru: 'Период', en: 'Period' },
        note: {
          ru: 'Месяц, квартал, полугодие или год: 2026-11, 2026-Q4, 2026-H2, 2026, «ноябрь 2026» или дата (её месяц).',
          en: 'A month, a quarter, a half-year or a year: 2026-11, 2026-Q4, 2026-H2, 2026, "November 2026" or a date (its month).',
        },
      },
      scope: {
        name: { ru: 'Область', en: 'Scope' },
        note: {
          ru: 'Чей это план: компания, отдел, воронка или менеджер.',
          en: 'Whose plan it is: company, department, pipeline or manager.',
        },
      },
      who: {
        name: { ru: 'Кто', en: 'Who' },
        note: {
          ru: 'Имя менеджера, название отдела или воронки, как в Битрикс24. Для компании пусто.',
          en: 'Name of the manager, the department or the pipeline as in Bitrix24. Blank for the company.',
        },
      },
      metric: {
        name: { ru: 'Показатель', en: 'Metric' },
        note: { ru: 'Например «Сумма продаж» или «Выиграно».', en: 'For example "Won sum" or "Won".' },
      },
      target: {
        name: { ru: 'План', en: 'Plan' },
        note: {
          ru: 'Число: 1 200 000. Доли – с процентом: 64 % или 0,64.',
          en: 'A number: 1200000. Shares with a percent sign: 64% or 0.64.',
        },
      },
      comment,
      changedBy: {
        name: { ru: 'Изменил', en: 'Changed by' },
        note: { ru: 'Заполняется само, где Google это сообщает.', en: 'Filled in by itself where Google tells it.' },
      },
      changedAt: {
        name: { ru: 'Когда', en: 'Changed at' },
        note: { ru: 'Заполняется само.', en: 'Filled in by itself.' },
      },
    },
  },
  calendar: {
    name: { ru: 'Календарь', en: 'Calendar' },
    columns: {
      date: {
        name: { ru: 'Дата', en: 'Date' },
        note: {
          ru: 'День, который отличается от обычной недели с понедельника по пятницу. Год без единой строки считается по умолчанию.',
          en: 'A day that differs from the usual week, Monday to Friday. A year without a row counts by default.',
        },
      },
      kind: {
        name: { ru: 'Выходной/рабочий', en: 'Day off/working' },
        note: { ru: 'выходной или рабочий.', en: 'day off or working.' },
      },
      title: { name: { ru: 'Название', en: 'Name' }, note: comment.note },
    },
  },
  norms: {
    name: { ru: 'Нормы', en: 'Norms' },
    columns: {
      norm: { name: { ru: 'Норма', en: 'Norm' }, note: { ru: 'Выберите из списка.', en: 'Choose from the list.' } },
      subject: {
        name: { ru: 'Для чего', en: 'For what' },
        note: {
          ru: 'Стадия («Воронка: Стадия», если название повторяется) или вид дел; у общих норм пусто.',
          en: 'A stage ("Pipeline: Stage" where names repeat) or a kind of activity; blank for general norms.',
        },
      },
      value: {
        name: { ru: 'Значение', en: 'Value' },
        note: { ru: 'Пусто – норма не задана.', en: 'Blank: there is no norm.' },
      },
      explanation,
    },
  },
  kpiSets: {
    name: { ru: 'Наборы KPI', en: 'KPI sets' },
    columns: {
      owner: {
        name: { ru: 'Менеджер или отдел', en: 'Manager or department' },
        note: {
          ru: 'Набор отдела действует для всех его людей, у кого нет своего. По строке на показатель.',
          en: 'The set of a department holds for those of its people who have none of their own. One row per metric.',
        },
      },
      metric: {
        name: { ru: 'Показатель', en: 'Metric' },
        note: { ru: 'Не больше пяти на человека.', en: 'Not more than five a person.' },
      },
      weight: {
        name: { ru: 'Вес', en: 'Weight' },
        note: { ru: 'Доля в балле: 50 % или 0,5. В наборе вместе 100 %.', en: 'Share of the score: 50% or 0.5. Together 100% in a set.' },
      },
      target: {
        name: { ru: 'Цель', en: 'Target' },
        note: { ru: 'За весь период. Доли – с процентом: 64 %.', en: 'For the whole period. Shares with a percent sign: 64%.' },
      },
      direction: {
        name: { ru: 'Направление', en: 'Direction' },
        note: {
          ru: '«больше» – чем больше, тем лучше; «меньше» – наоборот. Пусто – как обычно у показателя.',
          en: '"more": the more the better; "less": the other way. Blank: as usual for the metric.',
        },
      },
      floor: {
        name: { ru: 'Порог', en: 'Floor' },
        note: {
          ru: 'Выполнение, ниже которого показатель даёт 0, например 50 %. Пусто – без порога.',
          en: 'Attainment below which the metric counts as 0, for example 50%. Blank: no floor.',
        },
      },
      cap: {
        name: { ru: 'Потолок', en: 'Cap' },
        note: {
          ru: 'Наибольшее выполнение, которое засчитывается. Пусто – 150 %.',
          en: 'The largest attainment that counts. Blank: 150%.',
        },
      },
    },
  },
  bonusSchemes: {
    name: { ru: 'Схема мотивации', en: 'Bonus scheme' },
    columns: {
      scheme: {
        name: { ru: 'Схема', en: 'Scheme' },
        note: {
          ru: 'Название схемы – в каждой её строке. Схем может быть несколько.',
          en: 'Name of the scheme, in each of its rows. There may be several schemes.',
        },
      },
      part: { name: { ru: 'Что', en: 'Part' }, note: { ru: 'Выберите из списка.', en: 'Choose from the list.' } },
      from: {
        name: { ru: 'От', en: 'From' },
        note: {
          ru: 'Только у ставки: выполнение плана, с которого она платится. Пусто – где кончилась прежняя.',
          en: 'Rates only: attainment of the plan from which it pays. Blank: where the one before it ends.',
        },
      },
      to: {
        name: { ru: 'До', en: 'To' },
        note: {
          ru: 'Только у ставки: до какого выполнения, включительно. Пусто – без предела.',
          en: 'Rates only: up to which attainment, included. Blank: without end.',
        },
      },
      value: {
        name: { ru: 'Значение', en: 'Value' },
        note: { ru: 'Сумма, процент или слово – смотря по строке.', en: 'A sum, a percentage or a word, as the row asks.' },
      },
      explanation,
    },
  },
  costs: {
    name: { ru: 'Расходы', en: 'Costs' },
    columns: {
      period: {
        name: { ru: 'Период', en: 'Period' },
        note: {
          ru: 'За что расход: 2026-11, 2026-Q4 или даты 2026-11-01..2026-11-15. Строки одного канала складываются.',
          en: 'What it was spent for: 2026-11, 2026-Q4 or the days 2026-11-01..2026-11-15. Rows of a channel add up.',
        },
      },
      channel: {
        name: { ru: 'Канал', en: 'Channel' },
        note: { ru: 'Источник, как в Битрикс24.', en: 'The source as in Bitrix24.' },
      },
      amount: { name: { ru: 'Сумма', en: 'Amount' }, note: { ru: 'В базовой валюте CRM.', en: 'In the base currency of the CRM.' } },
    },
  },
  rates: {
    name: { ru: 'Курсы', en: 'Rates' },
    columns: {
      month: {
        name: { ru: 'Месяц', en: 'Month' },
        note: {
          ru: '2026-11; закрытые в нём сделки считаются по этому курсу.',
          en: '2026-11; deals closed in it are counted at this rate.',
        },
      },
      currency: { name: { ru: 'Валюта', en: 'Currency' }, note: { ru: 'Код: USD, EUR.', en: 'The code: USD, EUR.' } },
      value: {
        name: { ru: 'Курс', en: 'Rate' },
        note: { ru: 'Сколько базовой валюты стоит единица этой: 92,5.', en: 'How much of the base currency one unit costs: 92.5.' },
      },
    },
  },
  seasonality: {
    name: { ru: 'Сезонность', en: 'Seasonality' },
    columns: {
      month: { name: { ru: 'Месяц', en: 'Month' }, note: { ru: 'Название или номер 1…12.', en: 'The name or the number 1…12.' } },
      weight: {
        name: { ru: 'Вес', en: 'Weight' },
        note: {
          ru: 'Обычный месяц 1, сильный 1,2, слабый 0,8. Важно только соотношение. Пусто – считается по истории.',
          en: 'A usual month 1, a strong one 1.2, a weak one 0.8. Only the proportion matters. Blank: taken from history.',
        },
      },
    },
  },
  actions: {
    name: { ru: 'Обучение и меры', en: 'Training and actions' },
    columns: {
      date: { name: { ru: 'Дата', en: 'Date' }, note: { ru: 'Когда это сделано.', en: 'When it was done.' } },
      who: {
        name: { ru: 'Кто', en: 'Who' },
        note: { ru: 'Менеджер; пусто – все.', en: 'The manager; blank: everybody.' },
      },
      stage: {
        name: { ru: 'Стадия', en: 'Stage' },
        note: { ru: 'Какую стадию должно улучшить; можно пусто.', en: 'The stage it should improve; may be blank.' },
      },
      measure: {
        name: { ru: 'Мера', en: 'Measure' },
        note: { ru: 'Тренинг, скрипт, новый прайс…', en: 'A training, a script, a new price list…' },
      },
      responsible: { name: { ru: 'Ответственный', en: 'Responsible' }, note: { ru: 'Кто проводит.', en: 'Who carries it out.' } },
    },
  },
  settings: {
    name: { ru: 'Настройки', en: 'Settings' },
    columns: {
      setting: { name: { ru: 'Настройка', en: 'Setting' }, note: { ru: 'Не меняйте названий.', en: 'Do not change the names.' } },
      value: { name: { ru: 'Значение', en: 'Value' }, note: { ru: 'Пусто – по умолчанию.', en: 'Blank: the default.' } },
      explanation,
    },
  },
} as const satisfies Record<string, SheetWords>;
