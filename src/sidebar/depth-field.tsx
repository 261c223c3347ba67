// From when on the history is loaded: a date, or nothing for all of it; with what has to happen before it holds.
import type { JSX } from 'preact';
import { filled } from './plan-words';
import { settingsWords } from './settings-words';
import { Field } from './ui';

interface DepthProps {
  readonly value: string;
  /** What is loaded; null = nothing is. */
  readonly loaded: string | null;
  readonly lang: 'ru' | 'en';
  readonly onChange: (value: string) => void;
}

export function DepthField({ value, loaded, lang, onChange }: DepthProps): JSX.Element {
  const text = settingsWords[lang];
  const now = new Date();
  // The last month and this one are always loaded.
  const latest = new Date(Date.UTC(now.getFullYear(), now.getMonth(), 0)).toISOString().slice(0, 10);
  return (
    <>
      <Field id="depth" label={text.depth}>
        <input
          id="depth"
          type="date"
          min="2000-01-01"
          max={latest}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      </Field>
      <p class="hint">{text.depthHint}</p>
      {loaded === null || loaded === value ? null : (
        <p class="hint" role="status">
          {isEarlier(value, loaded) ? filled(text.depthAnew, { day: shownDay(loaded, lang) }) : text.depthLater}
        </p>
      )}
    </>
  );
}

/** Whether history is wanted that is not loaded; '' = all of it. */
export function isEarlier(wanted: string, loaded: string): boolean {
  return loaded !== '' && wanted < loaded;
}

export function shownDay(day: string, lang: 'ru' | 'en'): string {
  return lang === 'en' ? day : day.split('-').reverse().join('.');
}
