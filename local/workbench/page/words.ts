// Words of the page itself, outside the spreadsheet.
import type { Language } from '../args';

interface Words {
  readonly loading: string;
  readonly loadingCell: string;
  readonly loadingSheet: string;
  readonly running: string;
  readonly lost: string;
  readonly close: string;
  readonly ok: string;
  readonly cancel: string;
  readonly yes: string;
  readonly no: string;
  readonly extensions: string;
  readonly failed: string;
}

const words: Readonly<Record<Language, Words>> = {
  ru: {
    loading: 'Загрузка…',
    loadingCell: 'Загрузка...',
    loadingSheet: 'Открываем лист…',
    running: 'Выполняется скрипт…',
    lost: 'Программа остановлена. Запустите её снова: откроется новая страница.',
    close: 'Закрыть',
    ok: 'ОК',
    cancel: 'Отмена',
    yes: 'Да',
    no: 'Нет',
    extensions: 'Расширения',
    failed: 'Не получилось',
  },
  en: {
    loading: 'Loading…',
    loadingCell: 'Loading...',
    loadingSheet: 'Opening the sheet…',
    running: 'Running script…',
    lost: 'The program has stopped. Start it again: a new page will open.',
    close: 'Close',
    ok: 'OK',
    cancel: 'Cancel',
    yes: 'Yes',
    no: 'No',
    extensions: 'Extensions',
    failed: 'It did not work',
  },
};

export type { Words };

/** The page's words in a language. */
export function wordsOf(language: Language): Words {
  return words[language];
}
