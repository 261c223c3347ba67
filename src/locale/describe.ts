// One sentence for the person who can act, in their language. Secrets never reach a cell, a dialog or a log (D9).
import type { Lang } from '../cell';
import { type ErrorParams, isKpiError } from '../errors';
import { redacted } from '../redact';
import { entityWords } from './entities';
import { type ErrorKey, errorSentences } from './errors';
import { inputNouns } from './errors-inputs';
import { runNouns } from './errors-runs';

/** Words of the parameter `what`. */
const nouns = { ...entityWords, ...inputNouns, ...runNouns };

/**
 * A sentence of the table with its parameters filled in; an entity, or what a name was looked for as, is called by its word. A value that itself ends with a dot («Анна А.»)
 * ends the sentence with it. An unknown parameter stays visible as {name}: a test finds it.
 */
export function sentence(key: ErrorKey, params: ErrorParams, lang: Lang): string {
  return errorSentences[key][lang].replace(/\{(\w+)\}(\.?)/g, (whole, name: string, dot: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    const text = name === 'what' && isNoun(value) ? nouns[value][lang] : shownValue(value, lang);
    return /[.!?…]$/.test(text) ? text : text + dot;
  });
}

function isNoun(value: string | number): value is keyof typeof nouns {
  return value in nouns;
}

function shownValue(value: string | number, lang: Lang): string {
  return typeof value === 'number' && lang === 'ru' ? String(value).replace('.', ',') : String(value);
}

/** The sentence of any thrown thing; what is not ours is reported as unexpected, redacted and cut to a readable length. */
export function describe(error: unknown, lang: Lang): string {
  if (isKpiError(error) && error.key in errorSentences) return redacted(sentence(error.key, error.params, lang));
  const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
  return redacted(sentence('unexpected', { detail: redacted(message).slice(0, 300) }, lang));
}
