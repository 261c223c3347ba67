// Arguments that are one word of a short list, in either language.
import type { Lang } from '../../cell';
import { KpiError } from '../../errors';
import { type ArgumentName, argumentWords } from '../../locale/argument-words';
import { listed, plain } from '../../matching';
import { type Reader, shown, singleValue } from './given';

/** One value with the words people may type for it; the first word of each language is the one shown in help. */
export interface Choice<T extends string> {
  readonly value: T;
  readonly ru: readonly [string, ...string[]];
  readonly en: readonly [string, ...string[]];
}

/** The chosen value, `initial` when the argument is omitted; KpiError('argument', 'argChoice') lists the allowed words. */
export function chosen<T extends string>(
  raw: unknown,
  argument: ArgumentName,
  choices: readonly Choice<T>[],
  initial: T,
  reader: Reader,
): T {
  const { lang } = reader;
  const value = singleValue(raw, argument, lang);
  if (value === undefined) return initial;
  const asked = plain(String(value)).replace(/_/g, ' ');
  for (const choice of choices) {
    if ([choice.value, ...choice.ru, ...choice.en].some((word) => plain(word) === asked)) return choice.value;
  }
  const allowed = listed(choiceWords(choices, lang));
  throw new KpiError('argument', 'argChoice', { argument: argumentWords[argument][lang], found: shown(value, reader), allowed });
}

/** The words shown in help and drop-downs, in the order of the list. */
export function choiceWords(choices: readonly Choice<string>[], lang: Lang): string[] {
  return choices.map((choice) => choice[lang][0]);
}

/** The word of one value. */
export function choiceWord<T extends string>(choices: readonly Choice<T>[], value: T, lang: Lang): string {
  return choices.find((choice) => choice.value === value)?.[lang][0] ?? value;
}
