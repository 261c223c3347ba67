// The morning digest: whether, from which hour, to whom.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SettingsForm } from '../addon/server-api';
import { RuleField, Tick } from './fields';
import { server } from './server';
import { settingsWords } from './settings-words';
import { Button, Field, type Work } from './ui';

/** The hour it begins with when it is switched on. */
const FIRST_HOUR = 8;

interface DigestProps {
  readonly form: SettingsForm;
  readonly lang: 'ru' | 'en';
  readonly work: Work;
  /** Who may get a personal one; null = not known yet. */
  readonly managers: readonly string[] | null;
  readonly change: (part: Partial<SettingsForm>) => void;
}

export function DigestFields({ form, lang, work, managers, change }: DigestProps): JSX.Element {
  const text = settingsWords[lang];
  return (
    <fieldset class="ticks">
      <legend>{text.digest}</legend>
      <p class="hint">{text.digestHint}</p>
      <RuleField
        id="digest-hour"
        label={text.digestHour}
        most={23}
        value={form.digestHour}
        first={FIRST_HOUR}
        onChange={(digestHour) => change({ digestHour })}
      />
      {form.digestHour === null ? null : (
        <>
          <Addresses
            now={form.digestTo}
            label={text.digestTo}
            hint={form.digestTo === null ? text.digestToNobody : text.digestToHint}
            onChange={(digestTo) => change({ digestTo })}
          />
          <Tick
            id="digest-personal"
            label={text.digestPersonal}
            value={form.digestPersonal}
            onChange={(digestPersonal) => change({ digestPersonal })}
          />
          <p class="hint">{text.digestPersonalHint}</p>
          {form.digestPersonal && managers ? (
            <details>
              <summary>{`${text.digestWithout}: ${form.digestWithout.length}`}</summary>
              <div class="ticks scroll">
                {managers.map((name, at) => (
                  <Tick
                    key={name}
                    id={`without-${at}`}
                    label={name}
                    value={form.digestWithout.includes(name)}
                    onChange={(ticked) =>
                      change({ digestWithout: managers.filter((one) => (one === name ? ticked : form.digestWithout.includes(one))) })
                    }
                  />
                ))}
              </div>
            </details>
          ) : null}
        </>
      )}
      <Button
        label={text.digestTest}
        doing={text.testing}
        work={work}
        onClick={() => void work.run(text.testing, () => server.testDigest())}
      />
    </fieldset>
  );
}

interface AddressesProps {
  readonly now: SettingsForm['digestTo'];
  readonly label: string;
  readonly hint: string;
  readonly onChange: (to: SettingsForm['digestTo']) => void;
}

/** Kept as it is typed: a half-typed address is told of by the server alone. */
function Addresses({ now, label, hint, onChange }: AddressesProps): JSX.Element {
  const [typed, setTyped] = useState((now ?? []).join('; '));
  return (
    <Field id="digest-to" label={label}>
      <textarea
        id="digest-to"
        rows={2}
        placeholder={hint}
        spellcheck={false}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          const to = event.currentTarget.value.split(/[;,\n]/).map((one) => one.trim());
          onChange(to.filter((one) => one !== ''));
        }}
      />
    </Field>
  );
}
