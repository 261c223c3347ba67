// Words of KPI sets in both languages.

const ru = {
  title: 'Наборы KPI',
  hint: 'По каким показателям оценивают сотрудника или весь отдел. Хранятся на листе «Наборы KPI».',
  owner: 'Чей набор',
  choose: 'Выберите…',
  metric: 'Показатель',
  weight: 'Вес, %',
  target: 'Цель',
  direction: 'Лучше',
  up: 'больше',
  down: 'меньше',
  add: 'Добавить показатель',
  remove: 'Убрать',
  sum: 'Веса вместе: {sum} %',
  sumBad: 'Веса вместе {sum} %, а нужно 100 %.',
  many: 'Больше пяти показателей трудно держать в голове: выберите главные.',
  save: 'Сохранить набор',
  saving: 'Сохраняем…',
  saved: 'Набор сохранён.',
};
const en: typeof ru = {
  title: 'KPI sets',
  hint: 'What a person or a whole department is measured by. They lie in the sheet "KPI sets".',
  owner: 'Whose set',
  choose: 'Choose…',
  metric: 'Metric',
  weight: 'Weight, %',
  target: 'Target',
  direction: 'Better',
  up: 'more',
  down: 'less',
  add: 'Add a metric',
  remove: 'Remove',
  sum: 'Weights together: {sum}%',
  sumBad: 'Weights together are {sum}%, they should be 100%.',
  many: 'More than five metrics are hard to keep in mind: choose the main ones.',
  save: 'Save the set',
  saving: 'Saving…',
  saved: 'The set is saved.',
};

export const payWords = { ru, en };
