// The closed lists of words of input sheets between people and keys: both languages are read, the file's own is written.
import type { Lang } from '../cell';
import { normWords, schemeWords, settingWords, type ValueWord, valueWords } from '../locale/input-rows';
import type { Sentence } from '../locale/sentence';
import { plain } from '../matching';

export type NormKey = keyof typeof normWords;
export type SettingKey = keyof typeof settingWords;
export type PartKey = keyof typeof schemeWords;

type Named<K extends string> = Readonly<Record<K, { readonly name: Sentence }>>;

/** Finds the key of a name in either language. */
function finder<K extends string>(words: Named<K>): (typed: string) => K | undefined {
  const keys = new Map<string, K>();
  for (const key of Object.keys(words) as K[]) {
    keys.set(plain(words[key].name.ru), key);
    keys.set(plain(words[key].name.en), key);
  }
  return (typed) => keys.get(plain(typed));
}

function namesOf(words: Named<string>): (lang: Lang) => string[] {
  return (lang) => Object.values(words).map(({ name }) => name[lang]);
}

export const normKey = finder<NormKey>(normWords);
export const settingKey = finder<SettingKey>(settingWords);
export const partKey = finder<PartKey>(schemeWords);
export const normNames = namesOf(normWords);
export const settingNames = namesOf(settingWords);
export const partNames = namesOf(schemeWords);

/** The word that is written for a value. */
export function wordName(word: ValueWord, lang: Lang): string {
  return valueWords[word][lang][0];
}

export function wordNames(words: readonly ValueWord[], lang: Lang): string[] {
  return words.map((word) => wordName(word, lang));
}

/** Which of the words a typed text is, in either language. */
export function wordOf<W extends ValueWord>(typed: string, words: readonly W[]): W | undefined {
  const text = plain(typed);
  return words.find((word) => [...valueWords[word].ru, ...valueWords[word].en].some((known) => plain(known) === text));
}
