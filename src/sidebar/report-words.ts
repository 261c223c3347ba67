// Words of the list of report sheets in both languages.

const ru = {
  title: 'Листы отчётов',
  restore: 'Вернуть удалённые блоки и диаграммы',
  build: 'Построить отчёты',
  building: 'Строим отчёты…',
};
const en: typeof ru = {
  title: 'Report sheets',
  restore: 'Bring removed blocks and charts back',
  build: 'Build reports',
  building: 'Building reports…',
};

export const reportPickerWords = { ru, en };
