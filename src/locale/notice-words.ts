// What the add-on tells people in toasts and in the panel; {name} marks a parameter.
import type { Lang } from '../cell';
import type { Sentence } from './sentence';

export const noticeWords = {
  loading: { ru: 'Загружаем данные из Битрикс24…', en: 'Loading data from Bitrix24…' },
  progress: { ru: 'Загружаем: получено {rows} строк. Продолжение следует.', en: 'Loading: {rows} rows so far. To be continued.' },
  writing: {
    ru: 'Числа обновлены; листы «Данные_…» ещё записываются.',
    en: 'The numbers are up to date; the "Data_…" sheets are still being written.',
  },
  refreshed: {
    ru: 'Обновлено: сделок {deals}, лидов {leads}, данные на {asOf}.',
    en: 'Refreshed: {deals} deals, {leads} leads, data as of {asOf}.',
  },
  nothingNew: { ru: 'Новых данных нет, числа прежние: данные на {asOf}.', en: 'Nothing new, the numbers stand: data as of {asOf}.' },
  sheetsRefused: {
    ru: 'Числа новые, но не записаны листы: {names}. На них прежние данные, на остальных листах новые. {detail}',
    en: 'The numbers are new, but these sheets could not be written: {names}. They show earlier data, all other sheets the new ones. {detail}',
  },
  sheetsBusy: {
    ru: 'Google Таблицы не отвечают на запись; следующее обновление допишет эти листы.',
    en: 'Google Sheets does not answer; the next refresh writes these sheets.',
  },
  sheetsQuota: {
    ru: 'Исчерпан лимит Google на выполнение скриптов; эти листы допишет обновление, когда он восстановится (в течение суток).',
    en: "Google's limit of script runs is used up; a refresh writes these sheets when it is restored (within 24 hours).",
  },
  reportsMoved: {
    ru: 'Оставлены как есть, потому что в них вставлены или передвинуты строки либо столбцы: {names}. Чтобы получить их заново, удалите эти листы и постройте отчёты ещё раз.',
    en: 'Left as they are, because rows or columns were inserted or moved in them: {names}. To have them anew, delete these sheets and build the reports again.',
  },
  reportsBlocked: {
    ru: 'Оставлены как есть, потому что место таблиц занято вашими ячейками: {names}. Перенесите эти ячейки правее или ниже отчёта и постройте отчёты ещё раз.',
    en: 'Left as they are, because cells of yours stand where tables are to stand: {names}. Move these cells to the right of the report or below it, and build the reports again.',
  },
  reportsBuilt: { ru: 'Отчёты построены: {names}.', en: 'Reports built: {names}.' },
  helpDrawn: { ru: 'Справка по функциям – на листе «{name}».', en: 'Help on the functions is on the sheet "{name}".' },
  inputsMade: {
    ru: 'Созданы листы ввода: {names}. Впишите своё: числа пересчитаются сразу, ошибки видны в столбце «Проверка».',
    en: 'Input sheets made: {names}. Type into them: numbers follow at once, mistakes show in the column "Check".',
  },
  demoUser: { ru: 'вымышленная компания', en: 'an invented company' },
  demoReady: {
    ru: 'Готово: в файле демо-данные вымышленной компании и отчёты по ним. Подключите свой портал, и первая загрузка их заменит.',
    en: 'Done: the file holds demo data of an invented company and its reports. Connect your portal, and the first load replaces them.',
  },
  inserted: { ru: 'Формула записана в ячейку {cell}.', en: 'The formula is in cell {cell}.' },
  inputsThere: {
    ru: 'Все листы ввода уже есть; списки имён обновлены.',
    en: 'All input sheets are there; their lists of names are up to date.',
  },
  approveAsk: {
    ru: 'Какой месяц утвердить? Его расчёт больше не изменится, поздние поправки войдут в следующий. Пусто – {month}.',
    en: 'Which month shall be approved? Its pay will not change any more, later corrections go into the next one. Empty means {month}.',
  },
  monthApproved: {
    ru: 'Утверждён {month}: сотрудников {people}, сделок {deals}, к выплате {total}. Изменения в его сделках войдут поправками в {next}.',
    en: 'Approved {month}: {people} people, {deals} deals, {total} to pay. Changes of its deals come as corrections in {next}.',
  },
  recalculated: { ru: 'Показатели пересчитаны по сохранённым данным.', en: 'Numbers were counted anew from the stored data.' },
  oauthConnected: {
    ru: 'Портал {portal} подключён. Закройте эту вкладку и вернитесь в таблицу, в панель «Битрикс24 KPI».',
    en: 'The portal {portal} is connected. Close this tab and return to the spreadsheet, to the panel "Bitrix24 KPI".',
  },
  rewriting: { ru: 'Обновляется…', en: 'Being rewritten…' },
  dataAsOf: { ru: 'Данные на {asOf}', en: 'Data as of {asOf}' },
  /** An earlier "as of" stands in the place of {asOf}. */
  retired: {
    ru: 'Не обновляется: данные на {asOf}, выключено в настройках. Лист можно удалить.',
    en: 'Not refreshed: data as of {asOf}, switched off in the settings. The sheet may be deleted.',
  },
  retiredPartly: {
    ru: 'Не обновляется: записан не полностью, выключено в настройках. Лист можно удалить.',
    en: 'Not refreshed: not written in full, switched off in the settings. The sheet may be deleted.',
  },
  retiredNote: {
    ru: 'Формулы и столбцы рядом с данными сохранены. Если удалить лист, ссылки на него превратятся в #REF!. Включить снова: «Настройки», строка «Листы данных».',
    en: 'Formulas and columns beside the data are kept. References to the sheet turn into #REF! when it is deleted. To switch it on again: "Settings", row "Data sheets".',
  },
  projection: {
    ru: 'Лист записывает дополнение: правки здесь не меняют показатели и пропадут при обновлении.',
    en: 'The add-on writes this sheet: edits here change no number and are lost on refresh.',
  },
  rowsCut: {
    ru: 'Показаны последние {shown} из {all} строк: файл вмещает не больше {cells} ячеек данных. Формулы считают по всем.',
    en: 'The latest {shown} of {all} rows are shown: the file holds at most {cells} data cells. Formulas use all of them.',
  },
} as const satisfies Record<string, Sentence>;

/** The text with its parameters filled in. */
export function notice(key: keyof typeof noticeWords, lang: Lang, params: Readonly<Record<string, string | number>> = {}): string {
  return noticeWords[key][lang].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
