// What people are told of by notices, and by which ways.
import type { JSX } from 'preact';
import type { SettingsForm } from '../addon/server-api';
import { RuleField, Tick } from './fields';
import { settingsWords } from './settings-words';

/** What a rule begins with when it is switched on. */
const FIRST_PERCENT = 15;
const FIRST_SUM = 500000;

interface NoticeProps {
  readonly form: SettingsForm;
  readonly lang: 'ru' | 'en';
  readonly change: (part: Partial<SettingsForm>) => void;
}

export function NoticeFields({ form, lang, change }: NoticeProps): JSX.Element {
  const text = settingsWords[lang];
  return (
    <fieldset class="ticks">
      <legend>{text.notices}</legend>
      <p class="hint">{text.noticesHint}</p>
      <RuleField
        id="alert-pace"
        label={text.alertPace}
        most={100}
        value={form.alertPace === null ? null : Math.round(form.alertPace * 1000) / 10}
        first={FIRST_PERCENT}
        onChange={(percent) => change({ alertPace: percent === null ? null : Math.round(percent * 10) / 1000 })}
      />
      <RuleField
        id="alert-stuck"
        label={text.alertStuck}
        most={1e12}
        value={form.alertStuck}
        first={FIRST_SUM}
        onChange={(alertStuck) => change({ alertStuck })}
      />
      <p class="ways">{text.ways}</p>
      <Tick id="mail" label={text.mailNotices} value={form.mailNotices} onChange={(mailNotices) => change({ mailNotices })} />
      <Tick id="chat" label={text.chatNotices} value={form.chatNotices} onChange={(chatNotices) => change({ chatNotices })} />
      <p class="hint">{text.chatHint}</p>
    </fieldset>
  );
}
