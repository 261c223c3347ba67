// The part of the panel that says when the file refreshes by itself and who keeps that, and changes it.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ScheduleForm, ScheduleState } from '../addon/server-api';
import { Button, Field, Select, type Work } from './ui';
import type { PanelWords } from './words';

interface BoxProps {
  readonly now: ScheduleState;
  readonly text: PanelWords;
  readonly work: Work;
  readonly onSave: (form: ScheduleForm) => void;
}

/** Somebody else's schedule can only be taken over. */
export function ScheduleBox({ now, text, work, onSave }: BoxProps): JSX.Element {
  const [kind, setKind] = useState(now.kind);
  const [hour, setHour] = useState(String(now.hour));
  const others = now.kind !== 'off' && !now.own;
  const kinds = Object.entries(text.scheduleKinds) as [ScheduleForm['kind'], string][];
  return (
    <details open={now.silent}>
      <summary>{`${text.schedule}: ${text.scheduleKinds[now.kind]}`}</summary>
      <ScheduleLines now={now} text={text} />
      <form
        class="settings"
        onSubmit={(event) => {
          event.preventDefault();
          onSave({ kind, hour: Number(hour), takeOver: others });
        }}
      >
        <Field id="schedule" label={text.schedule}>
          <Select id="schedule" value={kind} options={kinds} onChange={(next) => setKind(next as ScheduleForm['kind'])} />
        </Field>
        {kind === 'off' || kind === 'hourly' ? null : (
          <Field id="hour" label={text.hour}>
            <input id="hour" type="number" min="0" max="23" step="1" value={hour} onInput={(event) => setHour(event.currentTarget.value)} />
          </Field>
        )}
        <Button label={others ? text.takeOver : text.scheduleSave} doing={text.savingSchedule} work={work} type="submit" />
      </form>
    </details>
  );
}

/** Who keeps it, when it last came, and that it does not come any more. */
export function ScheduleLines({ now, text }: Pick<BoxProps, 'now' | 'text'>): JSX.Element | null {
  if (now.kind === 'off') return null;
  const owner = `${text.keeper}: ${now.owner}${now.own ? ` (${text.keeperYou})` : ''}`;
  return (
    <>
      <p class="hint">{now.last ? `${owner}. ${text.last}: ${now.last}` : owner}</p>
      {now.silent ? <p class="bad">{text.silent}</p> : null}
    </>
  );
}
