// Sentences of the edge: the store, the sheets, settings of the file.
import type { Sentence } from './sentence';

export const addonErrors = {
  unexpected: {
    ru: 'Непредвиденная ошибка: {detail}. Повторите действие; если ошибка повторится, сообщите текст разработчикам.',
    en: 'Unexpected error: {detail}. Try again; if it happens again, send this text to the developers.',
  },
  notLoaded: {
    ru: 'Данных ещё нет: откройте меню «Битрикс24 KPI», подключите портал и нажмите «Обновить сейчас».',
    en: 'There is no data yet: open the menu "Bitrix24 KPI", connect the portal and choose "Refresh now".',
  },
  storeDamaged: {
    ru: 'Служебный лист с данными повреждён ({what}). Нажмите «Обновить сейчас»: данные будут загружены заново.',
    en: 'The service sheet with the data is damaged ({what}). Choose "Refresh now": the data will be loaded again.',
  },
  storeFull: {
    ru: 'Данных больше, чем вмещает один файл. Сократите глубину истории или разделите воронки по разным файлам.',
    en: 'There is more data than one file can hold. Load a shorter history or split the pipelines between files.',
  },
  fetchQuota: {
    ru: 'Google исчерпал суточный лимит внешних запросов для вашей учётной записи. Обновление продолжится, когда лимит восстановится (в течение суток).',
    en: "Google's daily limit of external requests for your account is used up. Refresh again when it is restored (within 24 hours).",
  },
  fetchForbidden: {
    ru: 'Google не разрешил обратиться к порталу: {detail}. Проверьте разрешения дополнения или спросите администратора домена.',
    en: 'Google did not allow a request to the portal: {detail}. Check the permissions of the add-on or ask the administrator of your domain.',
  },
  notConnected: {
    ru: 'Портал не подключён: откройте «Битрикс24 KPI» → «Открыть панель» и вставьте адрес вебхука.',
    en: 'No portal is connected: open "Bitrix24 KPI" → "Open panel" and paste the webhook address.',
  },
  connectedByOther: {
    ru: 'Портал {portal} подключил другой сотрудник ({user}), обновляет данные он. Чтобы обновлять самому, подключите свой вебхук в панели.',
    en: 'The portal {portal} was connected by someone else ({user}), who refreshes the data. To refresh it yourself, connect your own webhook in the panel.',
  },
  webhookChanged: {
    ru: 'Вебхук теперь принадлежит другому сотруднику. Подключите портал в панели заново.',
    en: 'The webhook now belongs to another user. Connect the portal in the panel again.',
  },
  otherIdentity: {
    ru: 'В файле данные портала {oldPortal} с правами «{oldUser}», а подключён {newPortal} с правами «{newUser}». Подтвердите полную загрузку в панели: прежние данные будут заменены.',
    en: 'The file holds data of {oldPortal} with the rights of "{oldUser}", but {newPortal} with the rights of "{newUser}" is connected. Confirm a full load in the panel: the present data will be replaced.',
  },
  settingRefused: {
    ru: 'Настройка {name}: значение «{found}» не подходит. Допустимо: {allowed}.',
    en: 'Setting {name}: "{found}" cannot be used. Allowed: {allowed}.',
  },
  refreshRunning: {
    ru: 'Данные уже обновляются в этом файле. Подождите, пока обновление закончится.',
    en: 'This file is being refreshed already. Wait until that ends.',
  },
  columnsUnreadable: {
    ru: 'Сохранённые данные повреждены: выберите в меню «Битрикс24 KPI» полную загрузку.',
    en: 'The stored data is damaged: choose a full load in the menu "Bitrix24 KPI".',
  },
  columnsChanged: {
    ru: 'Сохранённые данные записаны другой версией дополнения (нет столбца «{column}»): выберите в меню «Битрикс24 KPI» полную загрузку.',
    en: 'The stored data was written by another version of the add-on (no column "{column}"): choose a full load in the menu "Bitrix24 KPI".',
  },
} as const satisfies Record<string, Sentence>;
