// Sentences about connecting by OAuth: the application's card, the person's consent, the tokens.
import type { Sentence } from './sentence';

export const oauthErrors = {
  oauthPortal: {
    ru: 'Это не адрес портала. Впишите его так, как он выглядит в браузере: компания.bitrix24.ru.',
    en: 'This is not the address of a portal. Write it as the browser shows it: company.bitrix24.com.',
  },
  oauthPortalNotHttps: {
    ru: 'Адрес портала должен начинаться с https://: по http ключи шли бы по сети открытым текстом.',
    en: 'The address of the portal must begin with https://: over http the keys would travel in the open.',
  },
  oauthCard: {
    ru: 'Впишите код приложения (client_id) и ключ приложения (client_secret): оба показаны в карточке локального приложения в Битрикс24.',
    en: 'Fill in the application id (client_id) and the application key (client_secret): both are on the card of the local application in Bitrix24.',
  },
  oauthStale: {
    ru: 'Это подключение уже завершено или начато заново. Откройте панель «Битрикс24 KPI» в таблице и начните ещё раз.',
    en: 'This connection was finished already or begun anew. Open the "Bitrix24 KPI" panel in the spreadsheet and begin again.',
  },
  oauthDenied: {
    ru: 'Битрикс24 не дал приложению доступ. Откройте панель «Битрикс24 KPI» в таблице, начните ещё раз и разрешите доступ.',
    en: 'Bitrix24 did not let the application in. Open the "Bitrix24 KPI" panel in the spreadsheet, begin again and allow access.',
  },
  oauthUnreachable: {
    ru: 'Сервер авторизации Битрикс24 не ответил как следует ({detail}). Откройте панель «Битрикс24 KPI» в таблице и начните ещё раз.',
    en: 'The authorization server of Bitrix24 did not answer properly ({detail}). Open the "Bitrix24 KPI" panel in the spreadsheet and begin again.',
  },
  oauthAgain: {
    ru: 'Битрикс24 больше не принимает разрешение приложения: оно устарело, отозвано или приложение удалено. Откройте панель, отключите портал и подключите его заново.',
    en: 'Bitrix24 no longer accepts the permission of the application: it expired, was revoked, or the application was removed. Open the panel, disconnect the portal and connect it again.',
  },
  oauthClient: {
    ru: 'Битрикс24 не узнал приложение: проверьте код (client_id) и ключ (client_secret) и что локальное приложение не удалено, и подключите портал заново.',
    en: 'Bitrix24 does not know the application: check its id (client_id) and key (client_secret) and that the local application was not removed, and connect the portal again.',
  },
  oauthPayment: {
    ru: 'Оплаченный или пробный период приложения в Битрикс24 закончился. Продлите тариф портала и обновите данные снова.',
    en: 'The paid or trial period of the application in Bitrix24 is over. Extend the plan of the portal and refresh again.',
  },
  oauthScope: {
    ru: 'В карточке локального приложения не хватает прав. Отметьте crm, user_brief и department и подключите портал заново.',
    en: 'The card of the local application lacks permissions. Tick crm, user_brief and department and connect the portal again.',
  },
} as const satisfies Record<string, Sentence>;
