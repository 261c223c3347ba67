// How things are counted, and where everything else that people set is kept.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PanelState } from '../addon/server-api';
import { server } from './server';
import { Button, Field, Select, type Work } from './ui';
import { words } from './words';

interface SettingsProps {
  readonly panel: PanelState;
  readonly work: Work;
  readonly onPanel: (panel: PanelState) => void;
}

export function SettingsView({ panel, work, onPanel }: SettingsProps): JSX.Element {
  const text = words[panel.lang];
  const [source, setSource] = useState(panel.settings.closeDateSource);
  const [seconds, setSeconds] = useState(String(panel.settings.misclickSeconds));
  return (
    <>
      <form
        class="settings"
        onSubmit={(event) => {
          event.preventDefault();
          void work.run(text.saving, async () => {
            onPanel(await server.saveSettings({ closeDateSource: source, misclickSeconds: Number(seconds) }));
            return text.saved;
          });
        }}
      >
        <Field id="close-date" label={text.closeDate}>
          <Select
            id="close-date"
            value={source}
            options={[
              ['history', text.closeHistory],
              ['closedate', text.closeField],
            ]}
            onChange={(next) => setSource(next === 'closedate' ? 'closedate' : 'history')}
          />
        </Field>
        <Field id="misclick" label={text.misclick}>
          <input
            id="misclick"
            type="number"
            min="0"
            max="3600"
            step="1"
            value={seconds}
            onInput={(event) => setSeconds(event.currentTarget.value)}
          />
        </Field>
        <Button label={text.save} doing={text.saving} work={work} type="submit" />
      </form>
      <section>
        <h2>{text.inputs}</h2>
        <p class="hint">{text.inputsHint}</p>
        <Button
          label={text.makeInputs}
          doing={text.makingInputs}
          work={work}
          onClick={() => void work.run(text.makingInputs, () => server.createInputSheets())}
        />
      </section>
    </>
  );
}
