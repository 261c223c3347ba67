// Beginnings of words that periods are made of, in both languages (е for ё). Case endings vary, beginnings do not.

/** January to December. «ма» alone would also be March: May is written whole. */
export const monthStems: readonly (readonly string[])[] = [
  ['янв', 'jan'],
  ['фев', 'feb'],
  ['мар', 'mar'],
  ['апр', 'apr'],
  ['май', 'мая', 'мае', 'may'],
  ['июн', 'jun'],
  ['июл', 'jul'],
  ['авг', 'aug'],
  ['сен', 'sep'],
  ['окт', 'oct'],
  ['ноя', 'nov'],
  ['дек', 'dec'],
];

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

const unitStems: readonly (readonly [Unit, RegExp])[] = [
  ['day', /^(?:день|дня|дней|дни|сутки|суток|days?)$/],
  ['week', /^(?:недел[яиюьей]*|weeks?)$/],
  ['month', /^(?:месяц[аевы]*|months?)$/],
  ['quarter', /^(?:квартал[аовы]*|quarters?)$/],
  ['half', /^(?:полугоди[еяй]*|half|halves|half-years?)$/],
  ['year', /^(?:год[аы]?|лет|years?)$/],
];

/** The unit a word names in any of its forms; null for another word. */
export function unitOf(word: string): Unit | null {
  return unitStems.find(([, forms]) => forms.test(word))?.[0] ?? null;
}
