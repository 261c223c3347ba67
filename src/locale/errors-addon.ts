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
  noOwnMail: {
    ru: 'Google не сообщает дополнению вашу почту. Уберите или впишите свой адрес на листе «Настройки», в строках о сводке.',
    en: 'Google does not tell the add-on your e-mail. Delete or type your address in the sheet "Settings", in the rows of the digest.',
  },
  productsPending: {
    ru: 'Товары сделок ещё загружаются: таблица появится сама, когда обновление дойдёт до конца. Если оно остановилось, нажмите «Обновить сейчас».',
    en: 'The products of deals are still being loaded: the table appears by itself when the refresh is complete. If it has stopped, choose "Refresh now".',
  },
  storeDamaged: {
    ru: 'Служебный лист с данными повреждён ({what}). Нажмите «Обновить сейчас»: данные будут загружены заново.',
    en: 'The service sheet with the data is damaged ({what}). Choose "Refresh now": the data will be loaded again.',
  },
  ledgerDamaged: {
    ru: 'Служебный лист с утверждёнными месяцами («_b24_ledger») повреждён. Верните его через «Файл → История версий»: без него неизвестно, за что уже заплачено.',
    en: 'The service sheet with the approved months ("_b24_ledger") is damaged. Restore it with "File → Version history": without it nobody knows what was paid for.',
  },
  approveHidden: {
    ru: 'Мотивация выключена, утверждать нечего. Включите её на листе «Настройки», строка «Показывать мотивацию»: зарплату увидят все, у кого есть доступ к этому файлу.',
    en: 'Pay is switched off, there is nothing to approve. Switch it on in the sheet "Settings", row "Show pay": everybody with access to this file will see what people are paid.',
  },
  approveMonth: {
    ru: 'Утвердить можно один целый месяц, а найдено {start}–{end}. Напишите его, например "{month}".',
    en: 'One whole month can be approved, but {start}–{end} was found. Write it, for example "{month}".',
  },
  approveNotOver: {
    ru: 'Месяц {month} ещё не закончился: его можно утвердить с {day}.',
    en: 'The month {month} is not over: it can be approved from {day} on.',
  },
  approveOldData: {
    ru: 'Данные загружены до конца месяца {month}, в них нет его последних сделок. Нажмите «Обновить сейчас» и утвердите снова.',
    en: 'The data was loaded before the month {month} ended and lacks its last deals. Choose "Refresh now", then approve again.',
  },
  approveTwice: {
    ru: 'Месяц {month} уже утверждён. Изменения в его сделках войдут поправками в {next}.',
    en: 'The month {month} is approved already. Changes of its deals come as corrections in {next}.',
  },
  approveOrder: {
    ru: 'Месяцы утверждают подряд. Следующий – {next}, а не {month}.',
    en: 'Months are approved one after another. The next one is {next}, not {month}.',
  },
  approveNobody: {
    ru: 'За {month} утверждать нечего: ни у кого нет схемы мотивации. Заполните лист «Схема мотивации».',
    en: 'There is nothing to approve for {month}: nobody has a pay scheme. Fill in the sheet "Bonus scheme".',
  },
  approveUnread: {
    ru: 'На листе «{sheet}» есть строки, которые не удалось прочитать, и оплата посчитана без них. Исправьте их (столбец «Проверка») и утвердите снова.',
    en: 'The sheet "{sheet}" has rows that could not be read, so pay was counted without them. Mend them (column "Check"), then approve again.',
  },
  approveUnpriced: {
    ru: 'В месяце есть выигранные сделки в валюте, курса которой нет: {deals}. Оплата посчитана без них. Добавьте валюту в CRM или исправьте сделки, нажмите «Обновить сейчас» и утвердите снова.',
    en: 'The month has won deals in a currency without a rate: {deals}. Pay was counted without them. Add the currency to the CRM or mend the deals, choose "Refresh now", then approve again.',
  },
  forecastsDamaged: {
    ru: 'Служебный лист с прогнозами прошлых недель («_b24_forecasts») повреждён. Верните его через «Файл → История версий» или удалите: прогнозы начнут копиться заново.',
    en: 'The service sheet with the forecasts of earlier weeks ("_b24_forecasts") is damaged. Restore it with "File → Version history", or delete it: forecasts will be gathered anew.',
  },
  diaryColumn: {
    ru: 'На листе «{name}» нет столбца «{column}». Верните его заголовок в первую строку: следующее обновление допишет день.',
    en: 'The sheet "{name}" has no column "{column}". Put its header back into the first row: the next refresh writes the day.',
  },
  diaryPortal: {
    ru: 'На листе «{name}» дни портала {portal}, а загружен другой. Чтобы не смешивать, удалите лист (копию можно оставить) и включите дневник снова.',
    en: 'The sheet "{name}" holds days of {portal}, but another portal is loaded. To keep them apart, delete the sheet (a copy may stay) and switch the diary on again.',
  },
  memoryDamaged: {
    ru: 'Служебный лист с памятью о сделках повреждён ({what}). Верните его через «Файл → История версий». Если это невозможно, удалите лист: прежние смены ответственных, сумм и удалённые сделки забудутся.',
    en: 'The service sheet with the memory of deals is damaged ({what}). Restore it with "File → Version history". If that cannot be done, delete the sheet: earlier changes of owners and amounts, and deleted deals, will be forgotten.',
  },
  storeFull: {
    ru: 'Данных больше, чем вмещает один файл. Поставьте в настройках «Загружать историю с» более позднюю дату и загрузите всё заново.',
    en: 'There is more data than one file can hold. Set a later "Load the history from" in the settings and load everything anew.',
  },
  fetchQuota: {
    ru: 'Исчерпан суточный лимит Google на внешние запросы для вашей учётной записи. Обновите позже: он восстановится в течение суток.',
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
    ru: 'Портал теперь подключён иначе, чем знает этот файл: другой портал или другой сотрудник. Подключите портал в панели заново.',
    en: 'The portal is connected otherwise than this file knows: another portal or another user. Connect the portal in the panel again.',
  },
  otherIdentity: {
    ru: 'В файле данные портала {oldPortal} с правами «{oldUser}», а подключён {newPortal} с правами «{newUser}». Подтвердите: нажмите в панели «Загрузить всё заново», прежние данные будут заменены.',
    en: 'The file holds data of {oldPortal} with the rights of "{oldUser}", but {newPortal} with the rights of "{newUser}" is connected. To confirm, choose "Load everything anew" in the panel: the present data will be replaced.',
  },
  manyDropped: {
    ru: 'Из загрузки пропало слишком много: {what}, {lost} из {all}. Прежние числа на месте. Проверьте права вебхука; если всё верно, нажмите в панели «Загрузить всё заново».',
    en: 'Too much is missing from the load: {what}, {lost} of {all}. The earlier numbers stay. Check the rights of the webhook; if all is right, choose "Load everything anew" in the panel.',
  },
  droppedUnderway: {
    ru: 'Пока шла загрузка, на портале стало меньше: {what}, нет {lost} из {all}. Вероятно, изменились права. Ничего не изменено: проверьте права вебхука и загрузите снова.',
    en: 'While the load ran, the portal came to show less: {what}, {lost} of {all} are gone. Rights have probably changed. Nothing was changed: check the rights of the webhook and load again.',
  },
  demoNotEmpty: {
    ru: 'В этом файле уже есть данные или подключён портал. Демо-данные можно посмотреть в новой таблице.',
    en: 'This file holds data already, or a portal is connected. Try the demo data in a new spreadsheet.',
  },
  refreshStopped: {
    ru: 'Загрузка остановлена по просьбе. Прежние числа на месте; полученное сохранено: следующее обновление продолжит.',
    en: 'The load was stopped on request. The earlier numbers stay; what was received is kept: the next refresh goes on.',
  },
  noRoom: {
    ru: 'Ответу нужно место: строк {rows}, столбцов {columns} от ячейки {cell}, а там уже что-то есть. Выберите свободное место.',
    en: 'The answer needs room: {rows} rows and {columns} columns from cell {cell}, and something is there already. Choose a free place.',
  },
  kpiSetRefused: {
    ru: 'Набор KPI не сохранён: «{found}». Нужны сотрудник или отдел из Битрикс24, показатели без повторов, вес больше 0 и до 100 %, цель больше 0, порог не выше потолка.',
    en: 'The KPI set was not saved: "{found}". It needs a person or department of Bitrix24, metrics that do not repeat, weights above 0 up to 100%, targets above 0, floors not above caps.',
  },
  planEdits: {
    ru: 'Планы не сохранены: ожидались неотрицательные числа по месяцам. Закройте и откройте редактор планов.',
    en: 'The plans were not saved: numbers by month, not negative, were expected. Close the editor of plans and open it again.',
  },
  schemeRefused: {
    ru: 'Схема «{found}» не сохранена: лист «Схема мотивации» прочёл бы её иначе. Проверьте название и строки этой схемы на листе.',
    en: 'The scheme "{found}" was not saved: the sheet "Bonus scheme" would read it otherwise. Check its name and its rows in the sheet.',
  },
  schemeNameTaken: {
    ru: 'Схема «{found}» уже есть: выберите другое название.',
    en: 'There is a scheme "{found}" already: choose another name.',
  },
  payIsHidden: {
    ru: 'Мотивация выключена, поэтому схемы не открываются и не меняются. Включите настройку «Показывать мотивацию»: выплаты увидят все, у кого есть доступ к файлу.',
    en: 'Pay is switched off, so schemes are neither shown nor changed. Switch on the setting "Show pay": everybody with access to the file will see what people are paid.',
  },
  savingBusy: {
    ru: 'Сейчас сохраняет кто-то другой. Повторите через несколько секунд: введённое никуда не делось.',
    en: 'Somebody else is saving right now. Try again in a few seconds: nothing you typed is lost.',
  },
  plansHeader: {
    ru: 'На листе «Планы» не найдены заголовки столбцов (Период, Область, Показатель, План). Верните их в первую строку или удалите лист: он будет создан заново.',
    en: 'The sheet "Plans" has lost its headers (Period, Scope, Metric, Plan). Put them back into the first row, or delete the sheet: it will be made anew.',
  },
  cellsUsedUp: {
    ru: 'В файле кончаются ячейки (Google разрешает 10 миллионов, считая пустые). Удалите лишние листы, строки и столбцы и обновите снова.',
    en: 'The file runs out of cells (Google allows 10 million, empty ones included). Delete sheets, rows and columns you do not need, then refresh again.',
  },
  cellsProtected: {
    ru: 'Лист или диапазон защищён от вас. Попросите владельца файла снять защиту или разрешить вам правку и обновите снова.',
    en: 'A sheet or range is protected from you. Ask the owner of the file to remove the protection or to let you edit, then refresh again.',
  },
  rawSheetReshaped: {
    ru: 'На листе «{name}» не узнать столбцы дополнения. Верните строку заголовков наверх или удалите лист: обновление создаст его заново.',
    en: 'The columns of the add-on cannot be told on the sheet "{name}". Put the header row back on top, or delete the sheet: a refresh makes it anew.',
  },
  scopesLacking: {
    ru: 'Дополнению не хватает разрешений Google. Откройте меню «Битрикс24 KPI» ещё раз и подтвердите все запрошенные разрешения.',
    en: 'The add-on lacks permissions of Google. Open the menu "Bitrix24 KPI" again and grant all permissions it asks for.',
  },
  propertiesFull: {
    ru: 'Google не сохранил настройки: хранилище свойств файла переполнено. Сделайте копию файла и подключите портал в ней.',
    en: 'Google did not keep the settings: the property storage of the file is full. Make a copy of the file and connect the portal there.',
  },
  googleQuota: {
    ru: 'Исчерпан лимит Google на выполнение скриптов для вашей учётной записи. Прежние числа на месте; повторите позже (лимит восстановится в течение суток).',
    en: "Google's limit of script runs for your account is used up. The earlier numbers stay; try again later (it is restored within 24 hours).",
  },
  googleBusy: {
    ru: 'Google Таблицы не отвечают. Прежние числа на месте; повторите через несколько минут.',
    en: 'Google Sheets does not answer. The earlier numbers stay; try again in a few minutes.',
  },
  reportsNone: {
    ru: 'Не выбрано ни одного листа: отметьте, какие отчёты построить.',
    en: 'No sheet is picked: tick the reports to build.',
  },
  settingRefused: {
    ru: 'Настройка {name}: значение «{found}» не подходит. Допустимо: {allowed}.',
    en: 'Setting {name}: "{found}" cannot be used. Allowed: {allowed}.',
  },
  zoneRefused: {
    ru: 'Google не знает часового пояса «{found}». Выберите из списка или напишите имя вида Europe/Moscow. Настройки не изменены.',
    en: 'Google knows no time zone "{found}". Choose one from the list or write a name like Europe/Moscow. No setting was changed.',
  },
  settingsHeader: {
    ru: 'На листе «{sheet}» не нашлись столбцы «Настройка» и «Значение». Верните заголовки в первую строку или удалите лист: он будет создан заново.',
    en: 'The sheet "{sheet}" has no columns "Setting" and "Value". Put the headers back into the first row, or delete the sheet: it will be made anew.',
  },
  refreshRunning: {
    ru: 'Данные уже обновляются в этом файле. Подождите, пока обновление закончится.',
    en: 'This file is being refreshed already. Wait until that ends.',
  },
  columnsUnreadable: {
    ru: 'Сохранённые данные повреждены. Нажмите «Обновить сейчас»: данные будут загружены заново.',
    en: 'The stored data is damaged. Choose "Refresh now": the data will be loaded again.',
  },
  columnsChanged: {
    ru: 'Сохранённые данные записаны другой версией дополнения (нет столбца «{column}»). Нажмите «Обновить сейчас»: данные будут загружены заново.',
    en: 'The stored data was written by another version of the add-on (no column "{column}"). Choose "Refresh now": the data will be loaded again.',
  },
} as const satisfies Record<string, Sentence>;
