// What the demo prints while it starts, in both languages.
import type { Language } from './args';
import type { RefreshLine } from './steps';

interface DemoWords {
  readonly portal: string;
  readonly connected: (portal: string) => string;
  /** For a page that waits: nothing is loaded yet. */
  readonly fetching: string;
  readonly loading: (line: RefreshLine) => string;
  readonly loaded: (line: RefreshLine) => string;
  /** For a page that waits. */
  readonly building: string;
  readonly reports: (seconds: number) => string;
  /** What to fill into the panel to connect by OAuth. */
  readonly oauth: (portal: string, id: string, key: string) => string;
  readonly ready: (address: string, seconds: number) => string;
  readonly stop: string;
}

const count = (number: number, lang: Language): string => number.toLocaleString(lang === 'ru' ? 'ru-RU' : 'en-US');

/** The lines of a language. */
export const demoWords: Readonly<Record<Language, DemoWords>> = {
  ru: {
    portal: 'Готовим портал с демо-данными…',
    connected: (portal) => `Подключено: ${portal}`,
    fetching: 'Загружаем данные портала…',
    loading: ({ rows, seconds }) => `Загрузка: ${count(rows, 'ru')} записей, ${seconds} с…`,
    loaded: ({ rows, requests, seconds }) => `Загружено: ${count(rows, 'ru')} записей, запросов: ${requests}, ${seconds} с`,
    building: 'Строим отчёты…',
    reports: (seconds) => `Отчёты построены, ${seconds} с`,
    oauth: (portal, id, key) => `Подключение по OAuth: портал http://${portal}, код приложения ${id}, ключ ${key}`,
    ready: (address, seconds) => `Готово за ${seconds} с. Таблица: ${address}`,
    stop: 'Остановить: Ctrl+C',
  },
  en: {
    portal: 'Preparing a portal with demo data…',
    connected: (portal) => `Connected: ${portal}`,
    fetching: 'Loading the data of the portal…',
    loading: ({ rows, seconds }) => `Loading: ${count(rows, 'en')} records, ${seconds} s…`,
    loaded: ({ rows, requests, seconds }) => `Loaded: ${count(rows, 'en')} records, ${requests} requests, ${seconds} s`,
    building: 'Building the reports…',
    reports: (seconds) => `Reports built, ${seconds} s`,
    oauth: (portal, id, key) => `To connect by OAuth: portal http://${portal}, application id ${id}, key ${key}`,
    ready: (address, seconds) => `Ready in ${seconds} s. Workbook: ${address}`,
    stop: 'Stop: Ctrl+C',
  },
};
