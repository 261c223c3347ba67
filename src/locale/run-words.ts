// Words of runs in both languages: the journal, mails and notifications about failures, what happens to an unfinished load.
import type { Lang } from '../cell';
import type { Sentence } from './sentence';

/** The sheet of the journal: its name and its columns, in their order. */
export const journalName = { ru: 'Журнал', en: 'Journal' } as const satisfies Sentence;
export const journalColumns = {
  start: { ru: 'Начало', en: 'Start' },
  end: { ru: 'Конец', en: 'End' },
  what: { ru: 'Что', en: 'What' },
  who: { ru: 'Кто', en: 'Who' },
  result: { ru: 'Итог', en: 'Result' },
  added: { ru: 'Добавлено', en: 'Added' },
  changed: { ru: 'Изменено', en: 'Changed' },
  deleted: { ru: 'Удалено', en: 'Deleted' },
  changes: { ru: 'Что изменилось', en: 'What changed' },
  requests: { ru: 'Запросов', en: 'Requests' },
  retries: { ru: 'Повторов', en: 'Retries' },
  error: { ru: 'Пояснение', en: 'In words' },
} as const satisfies Record<string, Sentence>;

export const runKinds = {
  full: { ru: 'полная загрузка', en: 'full load' },
  incremental: { ru: 'обновление', en: 'refresh' },
  sheets: { ru: 'листы', en: 'sheets' },
} as const satisfies Record<string, Sentence>;

export const runResults = {
  running: { ru: 'идёт', en: 'running' },
  done: { ru: 'готово', en: 'done' },
  unfinished: { ru: 'продолжается', en: 'to be continued' },
  unchanged: { ru: 'без изменений', en: 'no changes' },
  failed: { ru: 'ошибка', en: 'failed' },
  skipped: { ru: 'пропущено', en: 'skipped' },
  killed: { ru: 'прервано', en: 'cut short' },
} as const satisfies Record<string, Sentence>;

const runWords = {
  trialSubject: { ru: 'Проверка уведомлений: «{file}»', en: 'Trial of notices: "{file}"' },
  trialBody: {
    ru: 'Это проверка. Так придёт письмо, если обновление по расписанию перестанет работать или сработает правило из настроек.\n\nФайл: {file}\n{url}',
    en: 'This is a trial. So a mail will come when the scheduled refresh stops working, or when a rule of the settings holds.\n\nFile: {file}\n{url}',
  },
  trialChat: {
    ru: 'Проверка уведомлений файла «{file}»: так придёт сообщение о сбое обновления или по правилу из настроек. {url}',
    en: 'Trial of notices of the file "{file}": so a message about a failed refresh, or by a rule of the settings, will come. {url}',
  },
  trialSent: { ru: 'Отправлено: проверьте почту и уведомления.', en: 'Sent: look into your mail and notifications.' },
  trialNone: {
    ru: 'Уведомления выключены: отметьте письмо или сообщение в Битрикс24.',
    en: 'Notices are off: tick mail or the Bitrix24 message.',
  },
  journalNote: {
    ru: 'Журнал ведёт дополнение: последние 1000 обновлений. Свои столбцы добавляйте справа.',
    en: 'The add-on keeps this journal: the last 1000 refreshes. Add columns of your own to the right.',
  },
  continuation: { ru: '{what}, продолжение', en: '{what}, continued' },
  bySchedule: { ru: 'по расписанию: {who}', en: 'by schedule: {who}' },
  dayOff: { ru: 'По листу «Календарь» сегодня выходной.', en: 'By the sheet "Calendar" today is a day off.' },
  goesOn: { ru: 'Продолжится само через минуту.', en: 'It goes on by itself in a minute.' },
  goesOnBySchedule: {
    ru: 'Продолжится при следующем обновлении по расписанию, а если открыть панель и нажать «Обновить сейчас» – сразу.',
    en: 'It goes on with the next scheduled refresh, or at once if you open the panel and choose "Refresh now".',
  },
  goesOnByHand: { ru: 'Чтобы продолжить, нажмите «Обновить сейчас».', en: 'To go on, choose "Refresh now".' },
  unsent: { ru: 'Сообщить об этом не удалось: {detail}', en: 'It could not be told: {detail}' },
  failedSubject: { ru: 'Битрикс24 KPI: обновление не работает – {file}', en: 'Bitrix24 KPI: the refresh does not work – {file}' },
  failedBody: {
    ru: '{sentence}\n\nФайл: {file}\n{url}\n\nОб этом сбое больше писем не будет, а когда обновление заработает, придёт ещё одно. Отключить письма можно на листе «Настройки», строка «Уведомлять письмом».',
    en: '{sentence}\n\nFile: {file}\n{url}\n\nThere will be no more mails about this failure, and one when the refresh works again. To switch mails off, use the row "Notify by mail" of the sheet "Settings".',
  },
  failedChat: { ru: 'Битрикс24 KPI, файл «{file}»: {sentence}', en: 'Bitrix24 KPI, file "{file}": {sentence}' },
  worksSubject: { ru: 'Битрикс24 KPI: обновление снова работает – {file}', en: 'Bitrix24 KPI: the refresh works again – {file}' },
  worksBody: {
    ru: 'Обновление снова работает: сбой с {since} устранён.\n\nФайл: {file}\n{url}',
    en: 'The refresh works again: the failure since {since} is over.\n\nFile: {file}\n{url}',
  },
  worksChat: {
    ru: 'Битрикс24 KPI, файл «{file}»: обновление снова работает, сбой был с {since}.',
    en: 'Bitrix24 KPI, file "{file}": the refresh works again, it had failed since {since}.',
  },
} as const satisfies Record<string, Sentence>;

/** The text with its parameters filled in. */
export function runText(key: keyof typeof runWords, lang: Lang, params: Readonly<Record<string, string>> = {}): string {
  return runWords[key][lang].replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}
