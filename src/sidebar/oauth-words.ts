// Words of the panel about connecting by OAuth, in both languages.

const ru = {
  title: 'OAuth (локальное приложение)',
  hint: 'Битрикс24 → Разработчикам → Другое → Локальное приложение, тип «Серверное». Права: crm, user_brief, department. Адрес обработчика:',
  redirect: 'Адрес обработчика',
  portal: 'Адрес портала',
  clientId: 'Код приложения (client_id)',
  clientSecret: 'Ключ приложения (client_secret)',
  secret: 'Ключ и разрешение хранятся только у вас и не попадают в ячейки.',
  begin: 'Продолжить',
  beginning: 'Готовим…',
  open: 'Открыть Битрикс24 и разрешить доступ',
  wait: 'Ссылка откроется в новой вкладке и действует час. Разрешив доступ, вернитесь сюда.',
  back: 'Я разрешил доступ',
  checking: 'Проверяем…',
  notYet: 'Портал ещё не подключён: разрешите доступ в открывшейся вкладке.',
};
const en: typeof ru = {
  title: 'OAuth (local application)',
  hint: 'Bitrix24 → Developer resources → Other → Local application, type "Server". Scopes: crm, user_brief, department. Handler address:',
  redirect: 'Handler address',
  portal: 'Address of the portal',
  clientId: 'Application id (client_id)',
  clientSecret: 'Application key (client_secret)',
  secret: 'Key and permission are stored for you only and never shown in cells.',
  begin: 'Continue',
  beginning: 'Preparing…',
  open: 'Open Bitrix24 and allow access',
  wait: 'The link opens in a new tab and works for an hour. When you have allowed access, return here.',
  back: 'I have allowed access',
  checking: 'Checking…',
  notYet: 'The portal is not connected yet: allow access in the tab that opened.',
};

export const oauthWords = { ru, en };
