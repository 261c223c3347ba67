// Words of the platform check: what each check looks at, and what it means for the add-on when Google behaves otherwise.
import type { Sentence } from './sentence';

export const platformSheetWords = {
  name: { ru: 'Проверка платформы', en: 'Platform check' },
  title: {
    ru: 'Проверка платформы: {when}, язык файла {locale}, пояс {zone}',
    en: 'Platform check: {when}, file locale {locale}, zone {zone}',
  },
  check: { ru: 'Что проверяется', en: 'What is checked' },
  seen: { ru: 'Увидено', en: 'Seen' },
  verdict: { ru: 'Итог', en: 'Verdict' },
  means: { ru: 'Что это значит', en: 'What it means' },
  holds: { ru: '✓ как нужно', en: '✓ as needed' },
  assumed: { ru: '✓ как ожидали', en: '✓ as assumed' },
  other: { ru: '● иначе, учтено', en: '● otherwise, allowed for' },
  broken: { ru: '▲ не работает', en: '▲ does not work' },
  done: {
    ru: 'Проверка платформы готова, лист «{name}»: не работает {broken} из {all}.',
    en: 'The platform check is done, sheet "{name}": {broken} of {all} do not work.',
  },
} as const satisfies Record<string, Sentence>;

interface CheckWords {
  readonly what: Sentence;
  readonly means: Sentence;
}

export const platformCheckWords = {
  longCell: {
    what: { ru: 'Ячейка хранит 49 000 знаков', en: 'A cell holds 49,000 characters' },
    means: { ru: 'Так хранятся данные. Без этого загрузка не сохранится.', en: 'So the data are kept. Without it a load cannot be saved.' },
  },
  gzip: {
    what: { ru: 'Сжатие и распаковка русского текста', en: 'Packing and unpacking of Russian text' },
    means: { ru: 'Все данные лежат сжатыми.', en: 'All data lie packed.' },
  },
  cache: {
    what: { ru: 'Кеш документа: 5 значений по 100 000 знаков', en: 'Document cache: 5 values of 100,000 characters' },
    means: {
      ru: 'Без кеша формулы читают лист: медленнее, числа те же.',
      en: 'Without the cache formulas read the sheet: slower, the same numbers.',
    },
  },
  property: {
    what: { ru: 'Свойство на 9 000 знаков', en: 'A property of 9,000 characters' },
    means: { ru: 'В свойстве лежит место, где остановилась загрузка.', en: 'A property holds where a load has stopped.' },
  },
  metadata: {
    what: { ru: 'Метаданные листа на 2 000 знаков', en: 'Metadata of a sheet, 2,000 characters' },
    means: { ru: 'По ним дополнение узнаёт свои листы и блоки.', en: 'By them the add-on knows its sheets and blocks.' },
  },
  lock: {
    what: { ru: 'Замки документа и скрипта', en: 'Locks of the document and the script' },
    means: { ru: 'Два обновления не идут одновременно.', en: 'Two refreshes never run at once.' },
  },
  namedRange: {
    what: { ru: 'Имя ячейки работает в формуле', en: 'A named cell works in a formula' },
    means: { ru: 'B24_DATA пересчитывает формулы после обновления.', en: 'B24_DATA makes formulas recalculate after a refresh.' },
  },
  separator: {
    what: { ru: 'Разделитель аргументов в setFormula', en: 'Separator of arguments in setFormula' },
    means: { ru: 'Дополнение само узнаёт разделитель; оба подходят.', en: 'The add-on finds the separator by itself; both will do.' },
  },
  plainText: {
    what: { ru: '«1.5» и «00123» в текстовой ячейке остаются текстом', en: '"1.5" and "00123" in a text cell stay text' },
    means: {
      ru: 'Иначе названия и коды сделок превратились бы в даты и числа.',
      en: 'Otherwise names and codes of deals would become dates and numbers.',
    },
  },
  formulaText: {
    what: { ru: '«=1+1» в текстовой ячейке', en: '"=1+1" in a text cell' },
    means: {
      ru: 'Если становится формулой, дополнение замечает это и переписывает текстом.',
      en: 'Where it becomes a formula, the add-on notices and writes it as text.',
    },
  },
  numberFormat: {
    what: { ru: 'Форматы ₽, процентов и дней', en: 'Formats of money, percent and days' },
    means: { ru: 'Так показаны числа отчётов.', en: 'So the numbers of reports are shown.' },
  },
  customFunction: {
    what: { ru: 'Функция дополнения считается в ячейке', en: 'A function of the add-on calculates in a cell' },
    means: { ru: 'Без этого отчёты пусты.', en: 'Without it reports are empty.' },
  },
  spill: {
    what: { ru: 'Таблица функции разливается на ячейки', en: 'The table of a function spills over cells' },
    means: { ru: 'Таблицы отчётов – одна формула каждая.', en: 'Each table of a report is one formula.' },
  },
  emptyText: {
    what: { ru: 'Пустой ответ функции – пустая ячейка для ЕПУСТО и СУММ', en: 'An empty answer of a function, as ISBLANK and SUM see it' },
    means: { ru: 'Формулы отчётов не зависят от этого.', en: 'Formulas of reports do not depend on it.' },
  },
  filter: {
    what: { ru: 'FILTER по столбцу таблицы в IFERROR', en: 'FILTER over a column of a table within IFERROR' },
    means: { ru: 'Так готовятся данные диаграмм.', en: 'So the data of charts are made.' },
  },
  charts: {
    what: { ru: 'Виды диаграмм отчётов', en: 'The kinds of charts of reports' },
    means: { ru: 'Виды, которых нет, не нарисуются; таблицы остаются.', en: 'Kinds that are missing are not drawn; tables stay.' },
  },
  chartId: {
    what: { ru: 'Диаграмма обновляется на месте', en: 'A chart is updated in place' },
    means: { ru: 'Иначе перестройка листа удваивала бы диаграммы.', en: 'Otherwise rebuilding would double charts.' },
  },
  gradient: {
    what: { ru: 'Тепловая карта условным форматом', en: 'A heat map by conditional format' },
    means: { ru: 'Когорты и воронка по менеджерам раскрашены ею.', en: 'Cohorts and the funnel by manager are coloured by it.' },
  },
  protection: {
    what: { ru: 'Защита «с предупреждением»', en: 'Protection that warns' },
    means: { ru: 'Блоки отчётов предупреждают о правке.', en: 'Blocks of reports warn before an edit.' },
  },
  dropDown: {
    what: { ru: 'Список из 400 значений', en: 'A drop-down of 400 values' },
    means: { ru: 'Менеджеров и воронки выбирают из списка.', en: 'People and pipelines are chosen from a list.' },
  },
  outsideGrid: {
    what: { ru: 'Обращение за край листа', en: 'A range outside the grid' },
    means: { ru: 'Дополнение сначала растит лист; на числа не влияет.', en: 'The add-on grows the sheet first; no number depends on it.' },
  },
  errorClass: {
    what: { ru: 'Ошибка службы: класс и начало текста', en: 'An error of a service: its class and how its text begins' },
    means: { ru: 'Ошибки узнаются по середине текста.', en: 'Errors are known by the middle of their text.' },
  },
  fetchError: {
    what: { ru: 'Текст ошибки сети содержит адрес', en: 'The text of a network error quotes the address' },
    means: { ru: 'Секрет из таких текстов вырезается всегда.', en: 'The secret is always cut out of such texts.' },
  },
  trigger: {
    what: { ru: 'Разовый триггер продолжения', en: 'A one-shot trigger to go on' },
    means: {
      ru: 'Без него долгая загрузка продолжается из панели или по расписанию.',
      en: 'Without it a long load goes on from the panel or by schedule.',
    },
  },
  mail: {
    what: { ru: 'Остаток писем на сегодня', en: 'Mails left for today' },
    means: { ru: 'Уведомления приходят письмом.', en: 'Notices come by mail.' },
  },
  person: {
    what: { ru: 'Видны ли почта и язык человека', en: 'Whether the mail and language of the person are told' },
    means: {
      ru: 'Без почты «Изменил» пусто, а письма получает тот, кто ведёт расписание.',
      en: 'Without the address "Changed by" stays blank, and mails go to whoever keeps the schedule.',
    },
  },
  page: {
    what: { ru: 'Страницы панели читаются целиком', en: 'The pages of the panel are read whole' },
    means: { ru: 'Без них не откроются панель, справка и демо.', en: 'Without them the panel, the help and the demo do not open.' },
  },
  language: {
    what: { ru: 'Возможности языка', en: 'Features of the language' },
    means: {
      ru: 'Дополнение использует только первые; остальные – для сведения.',
      en: 'The add-on uses only the first; the others are for information.',
    },
  },
  zoneText: {
    what: { ru: 'Время в часовом поясе файла', en: 'Time in the zone of the file' },
    means: { ru: 'По нему дни делятся на периоды.', en: 'By it days fall into periods.' },
  },
} as const satisfies Record<string, CheckWords>;

export type PlatformCheckId = keyof typeof platformCheckWords;
