// Words of the panel in both languages.

const ru = {
  title: 'Битрикс24 KPI',
  connectHint: 'Вставьте адрес входящего вебхука Битрикс24.',
  whereHint:
    'Битрикс24 → Разработчикам → Другое → Входящий вебхук. Права: CRM (crm), Пользователи (user), Структура компании (department).',
  webhookLabel: 'Адрес вебхука',
  secretHint:
    'Адрес хранится только у вас и не попадает в ячейки. Если скрипт привязан к таблице, её редакторы могут получить к нему доступ: используйте вебхук сотрудника с правами только на чтение.',
  connect: 'Подключить',
  connecting: 'Проверяем…',
  portal: 'Портал',
  rights: 'Данные видны с правами',
  asOf: 'Данные на',
  never: 'ещё не загружены',
  deals: 'Сделок',
  leads: 'Лидов',
  refresh: 'Обновить сейчас',
  refreshing: 'Загружаем…',
  reports: 'Построить отчёты',
  building: 'Строим…',
  disconnect: 'Отключить портал',
  missing: 'Не хватает прав',
  other: 'Портал подключил другой сотрудник: обновляет данные он. Чтобы обновлять самому, подключите свой вебхук.',
};
const en: typeof ru = {
  title: 'Bitrix24 KPI',
  connectHint: 'Paste the address of a Bitrix24 inbound webhook.',
  whereHint: 'Bitrix24 → Developer resources → Other → Inbound webhook. Scopes: CRM (crm), Users (user), Company structure (department).',
  webhookLabel: 'Webhook address',
  secretHint:
    'The address is stored for you only and never shown in cells. If the script is bound to the spreadsheet, its editors could obtain it: use the webhook of a read-only user.',
  connect: 'Connect',
  connecting: 'Checking…',
  portal: 'Portal',
  rights: 'Data is read with the rights of',
  asOf: 'Data as of',
  never: 'not loaded yet',
  deals: 'Deals',
  leads: 'Leads',
  refresh: 'Refresh now',
  refreshing: 'Loading…',
  reports: 'Build reports',
  building: 'Building…',
  disconnect: 'Disconnect the portal',
  missing: 'Missing rights',
  other: 'Someone else connected the portal and refreshes the data. To refresh it yourself, connect your own webhook.',
};

export const words = { ru, en };
export type PanelWords = typeof ru;
