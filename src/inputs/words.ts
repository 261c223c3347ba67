// The closed lists of words of input sheets between people and keys: both languages are read, the file's own is written.
import type { Lang } from '../cell';
import { normWords, schemeWords, settingWords, type ValueWord, valueWords } from '../locale/input-rows';
import type { Sentence } from '../locale/sentence';
import { type RawSheetName, sheetWords } from '../locale/words';
import { plain } from '../matching';

export type NormKey = keyof typeof normWords;
export type SettingKey = keyof typeof settingWords;
export type PartKey = keyof typeof schemeWords;

type Named<K extends string> = Readonly<Record<K, { readonly name: Sentence }>>;

/** Finds the key of a name in either language. Built at the first use: most runs read no input sheet. */
function finder<K extends string>(words: Named<K>): (typed: string) => K | undefined {
  let keys: Map<string, K> | undefined;
  return (typed) => {
    keys ??= new Map((Object.keys(words) as K[]).flatMap((key) => namesIn(words[key].name).map((name) => [name, key] as const)));
    return keys.get(plain(typed));
  };
}

function namesIn({ ru, en }: Sentence): string[] {
  return [plain(ru), plain(en)];
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

/** What a raw sheet is called in settings: its tab without the beginning that all of them share. */
export function rawSheetName(id: RawSheetName, lang: Lang): string {
  return sheetWords[id][lang].replace(/^[^_]+_/, '');
}

/** Which raw sheet a typed name means, in either language, with or without that beginning. */
export function rawSheetNamed(typed: string): RawSheetName | undefined {
  const name = plain(typed.trim().replace(/^(?:Данные|Data)_/i, ''));
  const ids = Object.keys(sheetWords) as (keyof typeof sheetWords)[];
  return ids
    .filter((id): id is RawSheetName => id !== 'help')
    .find((id) => (['ru', 'en'] as const).some((lang) => plain(rawSheetName(id, lang)) === name));
}

/** The word that is written for a value. */
export function wordName(word: ValueWord, lang: Lang): string {
  return valueWords[word][lang][0];
}

export function wordNames(words: readonly ValueWord[], lang: Lang): string[] {
  return words.map((word) => wordName(word, lang));
}

let written: Map<string, ValueWord[]> | undefined;

/** Which of the words a typed text is, in either language. */
export function wordOf<W extends ValueWord>(typed: string, words: readonly W[]): W | undefined {
  written ??= writtenWords();
  const meant = written.get(plain(typed)) ?? [];
  return words.find((word) => meant.includes(word));
}

/** Every written word, made plain, with the values it may stand for. */
function writtenWords(): Map<string, ValueWord[]> {
  const found = new Map<string, ValueWord[]>();
  for (const word of Object.keys(valueWords) as ValueWord[]) {
    for (const text of [...valueWords[word].ru, ...valueWords[word].en].map(plain)) found.set(text, [...(found.get(text) ?? []), word]);
  }
  return found;
}
