// Language and time zone of the file, as File → Settings of the spreadsheet has them.
import type { JSX } from 'preact';
import type { SettingsForm } from '../addon/server-api';
import { settingsWords } from './settings-words';
import { Field, Select } from './ui';
import { localeWords, zoneWords } from './zone-words';

interface FileProps {
  readonly form: Pick<SettingsForm, 'locale' | 'zone'>;
  /** What the file has now: always one of the choices. */
  readonly now: Pick<SettingsForm, 'locale' | 'zone'>;
  readonly lang: 'ru' | 'en';
  readonly change: (part: Partial<SettingsForm>) => void;
}

export function FileFields({ form, now, lang, change }: FileProps): JSX.Element {
  const text = settingsWords[lang];
  return (
    <>
      <h2>{text.file}</h2>
      <Field id="locale" label={text.locale}>
        <Select
          id="locale"
          value={form.locale}
          options={withPresent(Object.keys(localeWords), now.locale).map((code) => [code, localeWords[code] ?? code])}
          onChange={(locale) => change({ locale })}
        />
      </Field>
      <Field id="zone" label={text.zone}>
        <Select
          id="zone"
          value={form.zone}
          options={withPresent(Object.keys(zoneWords), now.zone).map((zone) => [zone, zoneLabel(zone, lang)])}
          onChange={(zone) => change({ zone })}
        />
      </Field>
      <p class="hint">{text.fileHint}</p>
    </>
  );
}

function withPresent(choices: readonly string[], present: string): readonly string[] {
  return choices.includes(present) ? choices : [present, ...choices];
}

function zoneLabel(zone: string, lang: 'ru' | 'en'): string {
  const offset = offsetOf(zone);
  const name = zoneWords[zone]?.[lang] ?? zone;
  return offset === '' ? name : `${name} (${offset})`;
}

/** Like UTC+3, today; '' for a zone that the browser does not know. */
function offsetOf(zone: string): string {
  try {
    // The declarations of this library level do not know it yet.
    const timeZoneName = 'shortOffset' as 'short';
    const moment = new Date().toLocaleString('en', { timeZone: zone, timeZoneName });
    return (moment.split(/\s/).pop() ?? '').replace('GMT', 'UTC');
  } catch {
    return '';
  }
}
