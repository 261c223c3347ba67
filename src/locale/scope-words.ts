// What does not work without a permission (scope) of Bitrix24, and how it is added.
import type { Lang } from '../cell';
import type { Sentence } from './sentence';

const lost: Readonly<Record<string, Sentence>> = {
  department: {
    ru: 'Нет права department («Структура компании»): отделы не загрузятся, планы и отчёты по отделам не сработают. Добавьте право в вебхук и подключите его снова.',
    en: 'No permission department ("Company structure"): departments are not loaded, plans and reports by department do not work. Add it to the webhook and connect again.',
  },
  im: {
    ru: 'Нет права im («Чат и уведомления»): сообщения о сбоях не придут в чат Битрикс24. Добавьте право в вебхук и подключите его снова или отключите эти сообщения в настройках.',
    en: 'No permission im ("Notifications"): messages about failures do not reach the chat of Bitrix24. Add it to the webhook and connect again, or switch these messages off in the settings.',
  },
};

/** A sentence for each missing permission that something in use needs; `chat`: notices by chat are switched on. */
export function scopeSentences(missing: readonly string[], chat: boolean, lang: Lang): string[] {
  return missing.flatMap((scope) => (scope === 'im' && !chat ? [] : (lost[scope]?.[lang] ?? [])));
}
