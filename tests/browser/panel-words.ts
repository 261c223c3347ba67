// What the panel's tests look for, in both languages of the panel.

interface PanelWords {
  readonly lang: 'ru' | 'en';
  readonly menu: string;
  readonly panel: string;
  readonly refresh: string;
  readonly refreshed: string;
  readonly plans: string;
  readonly large: string;
  readonly scheme: string;
  readonly schemes: string;
}
export const panelLanguages: readonly PanelWords[] = [
  {
    lang: 'ru',
    menu: 'Битрикс24 KPI',
    panel: 'Открыть панель',
    refresh: 'Обновить сейчас',
    refreshed: 'Обновлено',
    plans: 'Планы',
    large: 'Открыть большую таблицу',
    scheme: 'Новая схема',
    schemes: 'Схема мотивации',
  },
  {
    lang: 'en',
    menu: 'Bitrix24 KPI',
    panel: 'Open panel',
    refresh: 'Refresh now',
    refreshed: 'Refreshed',
    plans: 'Plans',
    large: 'Open the large table',
    scheme: 'New scheme',
    schemes: 'Bonus scheme',
  },
];
