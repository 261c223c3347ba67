// Words of the page itself, outside the spreadsheet.
import type { Language } from '../args';

interface Words {
  readonly loading: string;
  readonly loadingCell: string;
  readonly loadingSheet: string;
  /** A command of a menu runs, and others wait behind it. */
  readonly running: (name: string, others: number) => string;
  readonly dismiss: string;
  readonly saving: string;
  /** The line broke; `at` is when, null while there is nothing on the page. */
  readonly lost: (at: string | null) => string;
  readonly unsaved: string;
  readonly noLine: string;
  readonly close: string;
  readonly ok: string;
  readonly cancel: string;
  readonly yes: string;
  readonly no: string;
  readonly extensions: string;
  readonly failed: string;
  readonly file: string;
  readonly excel: string;
}

const words: Readonly<Record<Language, Words>> = {
  ru: {
    loading: 'Загрузка…',
    loadingCell: 'Загрузка...',
    loadingSheet: 'Открываем лист…',
    running: (name, others) => `Выполняется скрипт «${name}»${others > 0 ? `, ждут очереди: ${others}` : ''}`,
    dismiss: 'Скрыть',
    saving: 'Сохранение…',
    lost: (at) =>
      at === null
        ? 'Нет связи с программой. Подключаемся…'
        : `Нет связи с программой. Подключаемся… Таблица показана на ${at}, только чтение.`,
    unsaved: 'Не сохранено',
    noLine: 'Нет связи с программой: команда не закончена.',
    close: 'Закрыть',
    ok: 'ОК',
    cancel: 'Отмена',
    yes: 'Да',
    no: 'Нет',
    extensions: 'Расширения',
    failed: 'Не получилось',
    file: 'Файл',
    excel: 'Скачать .xlsx (значения и диаграммы)',
  },
  en: {
    loading: 'Loading…',
    loadingCell: 'Loading...',
    loadingSheet: 'Opening the sheet…',
    running: (name, others) => `Running script “${name}”${others > 0 ? `, waiting: ${others}` : ''}`,
    dismiss: 'Dismiss',
    saving: 'Saving…',
    lost: (at) =>
      at === null
        ? 'No connection to the program. Trying to connect…'
        : `No connection to the program. Trying to connect… The sheet is shown as of ${at}, read only.`,
    unsaved: 'Not saved',
    noLine: 'No connection to the program: the command was not finished.',
    close: 'Close',
    ok: 'OK',
    cancel: 'Cancel',
    yes: 'Yes',
    no: 'No',
    extensions: 'Extensions',
    failed: 'It did not work',
    file: 'File',
    excel: 'Download .xlsx (values and charts)',
  },
};

export type { Words };

/** The page's words in a language. */
export function wordsOf(language: Language): Words {
  return words[language];
}
