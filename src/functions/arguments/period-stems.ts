// Beginnings of words that periods are made of, in both languages (е for ё). Case endings vary, beginnings do not.

/** January to December: the short name, and the endings of the whole one. A word that only begins like a month («маршрут») is none. */
const monthForms: readonly RegExp[] = [
  /^(?:янв(?:ар[ьяе])?|jan(?:uary)?)$/,
  /^(?:фев(?:р(?:ал[ьяе])?)?|feb(?:ruary)?)$/,
  /^(?:мар(?:т[ае]?)?|mar(?:ch)?)$/,
  /^(?:апр(?:ел[ьяе])?|apr(?:il)?)$/,
  /^(?:ма[йяе]|may)$/,
  /^(?:июн[ьяе]?|june?)$/,
  /^(?:июл[ьяе]?|july?)$/,
  /^(?:авг(?:уст[ае]?)?|aug(?:ust)?)$/,
  /^(?:сент?(?:ябр[ьяе])?|sept?(?:ember)?)$/,
  /^(?:окт(?:ябр[ьяе])?|oct(?:ober)?)$/,
  /^(?:ноя(?:б(?:р[ьяе])?)?|nov(?:ember)?)$/,
  /^(?:дек(?:абр[ьяе])?|dec(?:ember)?)$/,
];

/** 1…12 of a month's name in either language; 0 for another word. */
export function monthNumber(name: string): number {
  return monthForms.findIndex((forms) => forms.test(name)) + 1;
}

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
