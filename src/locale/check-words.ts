// Words of the input sheets that are the same in all of them.
import type { Sentence } from './sentence';

export const checkWords = {
  check: { ru: 'Проверка', en: 'Check' },
  checkNote: {
    ru: 'Пишет дополнение: что не так со строкой. Пусто – строка учтена. Строка с ошибкой не считается, остальные считаются.',
    en: 'Written by the add-on: what is wrong with the row. Empty – the row counts. A row with an error does not count, all others do.',
  },
  factsNote: {
    ru: 'Пишет дополнение: что не так со строкой. Пусто – строка учтена. Правила подсчёта (даты закрытия, стадии, курсы, поле причины) меняют числа при следующем обновлении; сразу – меню «Пересчитать».',
    en: 'Written by the add-on: what is wrong with the row. Empty – the row counts. Rules of counting (closing dates, stages, rates, the field of reasons) change numbers with the next refresh; at once by the menu entry "Recalculate".',
  },
  choose: { ru: 'Выберите из списка или впишите.', en: 'Choose from the list or type.' },
} as const satisfies Record<string, Sentence>;
