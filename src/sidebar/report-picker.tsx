// Which report sheets to build: a list to tick, and whether what people removed comes back.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ReportChoice } from '../addon/server-api';
import { reportPickerWords } from './report-words';
import { server } from './server';
import { Button, type Work } from './ui';

interface PickerProps {
  readonly lang: 'ru' | 'en';
  readonly work: Work;
}

export function ReportPicker({ lang, work }: PickerProps): JSX.Element {
  const text = reportPickerWords[lang];
  const [choices, setChoices] = useState<readonly ReportChoice[]>([]);
  const [restore, setRestore] = useState(false);
  const read = (): void => void server.reportChoices().then(setChoices, () => undefined);
  useEffect(read, []);
  const ids = choices.filter(({ picked }) => picked).map(({ id }) => id);
  const pick = (id: string, picked: boolean): void => setChoices(choices.map((one) => (one.id === id ? { ...one, picked } : one)));
  return (
    <section id="reports">
      <h2>{text.title}</h2>
      <fieldset class="ticks scroll" aria-label={text.title}>
        {choices.map(({ id, name, about, picked }) => (
          <div class="tick" key={id}>
            <input id={`report-${id}`} type="checkbox" checked={picked} onChange={(event) => pick(id, event.currentTarget.checked)} />
            <label for={`report-${id}`} title={about}>
              {name}
              <small>{about}</small>
            </label>
          </div>
        ))}
      </fieldset>
      {choices.some(({ exists }) => exists) ? (
        <div class="tick">
          <input id="restore" type="checkbox" checked={restore} onChange={(event) => setRestore(event.currentTarget.checked)} />
          <label for="restore">{text.restore}</label>
        </div>
      ) : null}
      <div class="buttons">
        <Button
          id="build-reports"
          label={text.build}
          doing={text.building}
          work={work}
          disabled={ids.length === 0}
          onClick={() =>
            void work.run(text.building, async () => {
              const said = await server.buildReports({ ids, restore });
              read();
              return said;
            })
          }
        />
      </div>
    </section>
  );
}
