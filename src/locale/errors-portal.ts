// Sentences about the portal, the network and the load.
import type { Sentence } from './sentence';

export const portalErrors = {
  webhookNotUrl: {
    ru: 'Это не адрес вебхука. Скопируйте из Битрикс24 адрес целиком, вида https://компания.bitrix24.ru/rest/номер/код/.',
    en: 'This is not a webhook address. Copy the whole address from Bitrix24; it looks like https://company.bitrix24.com/rest/number/code/.',
  },
  webhookNotHttps: {
    ru: 'Адрес вебхука должен начинаться с https://: по http код вебхука шёл бы по сети открытым текстом.',
    en: 'The webhook address must begin with https://: over http its code would travel in the open.',
  },
  webhookOauth: {
    ru: 'Это адрес приложения, а не входящего вебхука. В Битрикс24 откройте «Разработчикам» → «Другое» → «Входящий вебхук» и скопируйте его адрес.',
    en: 'This is the address of an application, not of an inbound webhook. In Bitrix24 open "Developer resources" → "Other" → "Inbound webhook" and copy its address.',
  },
  webhookPath: {
    ru: 'В адресе нет части /rest/номер/код/. Скопируйте адрес входящего вебхука целиком.',
    en: 'The address lacks the part /rest/number/code/. Copy the whole address of the inbound webhook.',
  },
  webhookUser: {
    ru: 'В адресе вебхука после /rest/ должен стоять номер пользователя цифрами: /rest/номер/код/.',
    en: 'After /rest/ the webhook address must have the number of a user in digits: /rest/number/code/.',
  },
  webhookCode: {
    ru: 'В адресе вебхука нет кода после номера пользователя. Скопируйте адрес целиком.',
    en: 'The webhook address lacks the code after the number of the user. Copy the whole address.',
  },
  webhookRejected: {
    ru: 'Битрикс24 не принял вебхук: он удалён, изменён или в адресе опечатка. Создайте входящий вебхук заново и подключите его.',
    en: 'Bitrix24 did not accept the webhook: it was deleted or changed, or the address is misspelt. Create a new inbound webhook and connect it.',
  },
  webhookOwnerBlocked: {
    ru: 'Сотрудник, с чьими правами читаются данные (владелец вебхука), уволен, заблокирован или лишён доступа к приложению. Подключите портал от имени действующего сотрудника.',
    en: 'The user with whose rights the data is read (the owner of the webhook) is dismissed, blocked or may not use the application. Connect the portal as an active employee.',
  },
  missingScope: {
    ru: 'У вебхука или приложения нет права «{scope}»: без него не загрузить: {what}. Отметьте это право в Битрикс24 в его настройках и подключите портал снова.',
    en: 'The webhook or application lacks the permission "{scope}": without it {what} cannot be loaded. Tick it in its settings in Bitrix24 and connect again.',
  },
  accessDenied: {
    ru: 'Битрикс24 не даёт сотруднику, с чьими правами читаются данные (владельцу вебхука), читать: {what}. Дайте ему право на чтение или подключите портал от имени другого.',
    en: 'Bitrix24 does not let the user with whose rights the data is read (the owner of the webhook) read: {what}. Grant the right to read, or connect as another employee.',
  },
  planWithoutRest: {
    ru: 'На тарифе этого портала REST недоступен. Нужен коммерческий тариф Битрикс24 с подпиской на Маркет.',
    en: "REST is not available on this portal's plan. A commercial Bitrix24 plan with a Market subscription is needed.",
  },
  portalMoved: {
    ru: 'Вместо данных портал переадресует на {host}. Если он переехал, подключите его по новому адресу.',
    en: 'Instead of data the portal redirects to {host}. If it has moved, connect it by its new address.',
  },
  portalRedirects: {
    ru: 'Вместо данных портал переадресует на другую страницу. Откройте его в браузере и, если он работает, подключите заново.',
    en: 'Instead of data the portal redirects to another page. Open it in the browser and, if it works, connect it again.',
  },
  portalDeleted: {
    ru: 'Портал удалён или временно закрыт. Проверьте, открывается ли он в браузере.',
    en: 'The portal was deleted or is closed for now. Check whether it opens in the browser.',
  },
  portalOverloaded: {
    ru: 'Битрикс24 закрыл REST этого портала из-за перегрузки. Снять запрет может поддержка Битрикс24.',
    en: 'Bitrix24 has blocked REST of this portal because of overload. Bitrix24 support can lift the block.',
  },
  portalBusy: {
    ru: 'Битрикс24 отказывает: слишком много запросов. Загрузка остановлена, прежние числа на месте; повторите через несколько минут.',
    en: 'Bitrix24 refuses: too many requests. The load stopped, the earlier numbers stay; try again in a few minutes.',
  },
  portalUnreachable: {
    ru: 'Портал не отвечает ({detail}). Ничего не изменилось: проверьте, открывается ли он в браузере и верен ли адрес вебхука, и повторите позже.',
    en: 'The portal cannot be reached ({detail}). Nothing has changed: check that it opens in the browser and that the webhook address is right, and try again later.',
  },
  portalUnavailable: {
    ru: 'Битрикс24 не отвечает как следует ({detail}). Загрузка остановлена, прежние числа на месте; повторите позже.',
    en: 'Bitrix24 does not answer properly ({detail}). The load stopped, the earlier numbers stay; try again later.',
  },
  methodRefused: {
    ru: 'Битрикс24 отклонил запрос {method}: {detail}. Загрузка остановлена, прежние числа на месте.',
    en: 'Bitrix24 refused the request {method}: {detail}. The load stopped, the earlier numbers stay.',
  },
  notBitrix24: {
    ru: 'По этому адресу отвечает не Битрикс24 ({detail}). Проверьте адрес вебхука.',
    en: 'It is not Bitrix24 that answers at this address ({detail}). Check the webhook address.',
  },
  unreadableRecord: {
    ru: 'Битрикс24 прислал запись, которую нельзя прочитать: {what}, № {id}, поле {field}. Загрузка остановлена, прежние числа на месте.',
    en: 'Bitrix24 sent a record that cannot be read: {what}, no. {id}, field {field}. The load stopped, the earlier numbers stay.',
  },
  unreadableAnswer: {
    ru: 'Битрикс24 ответил не так, как описано: {method}. Загрузка остановлена, прежние числа на месте.',
    en: 'Bitrix24 answered otherwise than documented: {method}. The load stopped, the earlier numbers stay.',
  },
  unorderedPages: {
    ru: 'Битрикс24 присылает записи не по порядку: {what}. Полнота не гарантирована, загрузка остановлена, прежние числа на месте.',
    en: 'Bitrix24 sends records out of order: {what}. Completeness cannot be guaranteed; the load stopped, the earlier numbers stay.',
  },
  methodNotAllowed: {
    ru: 'Вызов {method} не разрешён: дополнение только читает CRM.',
    en: 'Calling {method} is not allowed: the add-on only reads the CRM.',
  },
  cursorUnreadable: {
    ru: 'Состояние прерванной загрузки не читается. Запустите обновление заново.',
    en: 'The state of the interrupted load cannot be read. Start the refresh again.',
  },
  packedUnreadable: {
    ru: 'Сохранённые записи не читаются ({what}). Нажмите «Обновить сейчас»: данные будут загружены заново.',
    en: 'The stored records cannot be read ({what}). Choose "Refresh now": the data will be loaded again.',
  },
} as const satisfies Record<string, Sentence>;
