// The settings that people change most; they lie in «Настройки», where they can be changed by hand as well, and in the file's own settings.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { RawSheetChoice, SettingChoices, SettingsForm } from '../addon/server-api';
import { sheetWords } from '../locale/words';
import { DepthField } from './depth-field';
import { DigestFields } from './digest-fields';
import { NumberField, Tick } from './fields';
import { FileFields } from './file-fields';
import { NoticeFields } from './notice-fields';
import { PayView } from './pay-view';
import { server } from './server';
import { settingsWords } from './settings-words';
import { Button, Field, Select, type ViewProps } from './ui';
import { words } from './words';

/** Raw sheets that people may do without, in the order of tabs. */
const SHEETS: readonly RawSheetChoice[] = ['stageHistory', 'products', 'activities', 'companies', 'contacts'];

export function SettingsView({ panel, work, onPanel }: ViewProps): JSX.Element {
  const text = words[panel.lang];
  const own = settingsWords[panel.lang];
  const [form, setForm] = useState(panel.settings);
  const [choices, setChoices] = useState<SettingChoices | null>(null);
  const change = (part: Partial<SettingsForm>): void => setForm({ ...form, ...part });
  useEffect(() => {
    if (panel.own) server.settingChoices().then(setChoices, () => undefined);
  }, []);
  const save = (): void =>
    void work.run(own.saving, async () => {
      const changed = Object.entries(form).filter(
        ([key, value]) => JSON.stringify(value) !== JSON.stringify(panel.settings[key as keyof SettingsForm]),
      );
      onPanel(await server.saveSettings(Object.fromEntries(changed)));
      return own.saved;
    });
  return (
    <>
      <form
        class="settings"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <h2>{own.counting}</h2>
        <Field id="close-date" label={text.closeDate}>
          <Select
            id="close-date"
            value={form.closeDateSource}
            options={[
              ['history', text.closeHistory],
              ['closedate', text.closeField],
            ]}
            onChange={(next) => change({ closeDateSource: next === 'closedate' ? 'closedate' : 'history' })}
          />
        </Field>
        <NumberField
          id="misclick"
          label={text.misclick}
          most={3600}
          value={form.misclickSeconds}
          onInput={(misclickSeconds) => change({ misclickSeconds })}
        />
        <Tick id="count-today" label={own.countToday} value={form.countToday} onChange={(countToday) => change({ countToday })} />
        <NumberField
          id="green"
          label={own.statusGreen}
          most={1000}
          value={Math.round(form.statusGreen * 100)}
          onInput={(percent) => change({ statusGreen: percent / 100 })}
        />
        <NumberField
          id="yellow"
          label={own.statusYellow}
          most={1000}
          value={Math.round(form.statusYellow * 100)}
          onInput={(percent) => change({ statusYellow: percent / 100 })}
        />
        <NumberField
          id="elapsed"
          label={own.minElapsedDays}
          most={31}
          value={form.minElapsedDays}
          onInput={(minElapsedDays) => change({ minElapsedDays })}
        />
        {choices && choices.pipelines.length > 1 ? (
          <fieldset class="ticks">
            <legend>{own.pipelines}</legend>
            {choices.pipelines.map((name, at) => (
              <Tick
                key={name}
                id={`pipeline-${at}`}
                label={name}
                value={form.defaultPipelines.includes(name)}
                onChange={(ticked) => change({ defaultPipelines: toggled(form.defaultPipelines, name, ticked) })}
              />
            ))}
          </fieldset>
        ) : null}
        {choices && choices.failStages.length > 0 ? (
          <details id="junk">
            <summary>{`${own.junk}: ${form.junkStages.length}`}</summary>
            <div class="ticks scroll">
              {choices.failStages.map((name, at) => (
                <Tick
                  key={name}
                  id={`junk-${at}`}
                  label={name}
                  value={form.junkStages.includes(name)}
                  onChange={(ticked) => change({ junkStages: toggled(form.junkStages, name, ticked) })}
                />
              ))}
            </div>
            <p class="hint">{own.junkHint}</p>
          </details>
        ) : null}
        {choices ? <DealFields choices={choices} form={form} lang={panel.lang} change={change} /> : null}
        <DepthField
          value={form.historyFrom}
          loaded={panel.asOf && !panel.demo ? panel.loadedFrom : null}
          lang={panel.lang}
          onChange={(historyFrom) => change({ historyFrom })}
        />
        <Tick id="pay" label={own.pay} value={form.payVisible} onChange={(payVisible) => change({ payVisible })} />
        <p class="hint">{own.payHint}</p>
        <fieldset class="ticks">
          <legend>{own.sheets}</legend>
          {SHEETS.map((id) => (
            <Tick
              key={id}
              id={`sheet-${id}`}
              label={sheetWords[id][panel.settings.locale.startsWith('ru') ? 'ru' : 'en']}
              value={form.rawSheets.includes(id)}
              onChange={(ticked) => change({ rawSheets: SHEETS.filter((one) => (one === id ? ticked : form.rawSheets.includes(one))) })}
            />
          ))}
          <p class="hint">{own.sheetsHint}</p>
        </fieldset>
        <NoticeFields form={form} lang={panel.lang} change={change} />
        <DigestFields form={form} lang={panel.lang} work={work} managers={choices?.managers ?? null} change={change} />
        <FileFields form={form} now={panel.settings} lang={panel.lang} change={change} />
        <div class="buttons">
          <Button id="save-settings" label={own.save} doing={own.saving} work={work} kind="action" type="submit" />
          <Button label={own.test} doing={own.testing} work={work} onClick={() => void work.run(own.testing, () => server.testNotice())} />
        </div>
      </form>
      {panel.asOf ? <PayView lang={panel.lang} /> : null}
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

function toggled(names: readonly string[], name: string, ticked: boolean): string[] {
  return ticked ? [...names, name] : names.filter((one) => one !== name);
}

interface FieldsProps {
  readonly choices: SettingChoices;
  readonly form: SettingsForm;
  readonly lang: 'ru' | 'en';
  readonly change: (part: Partial<SettingsForm>) => void;
}

/** The custom fields of deals by their titles, those that are shown first. What was typed by hand and the portal does not know stays ticked. */
function DealFields({ choices, form, lang, change }: FieldsProps): JSX.Element {
  const text = settingsWords[lang];
  const [search, setSearch] = useState('');
  const isShown = (field: SettingChoices['dealFields'][number]): string | undefined =>
    form.dealFields.find((one) => one === field.name || one === field.title);
  const unknown = form.dealFields.filter((one) => !choices.dealFields.some(({ name, title }) => one === name || one === title));
  const found = choices.dealFields.filter(({ title, name }) => `${title} ${name}`.toLowerCase().includes(search.trim().toLowerCase()));
  return (
    <details>
      <summary>{`${text.fields}: ${form.dealFields.length}`}</summary>
      {choices.dealFields.length === 0 ? <p class="hint">{text.fieldsNone}</p> : null}
      {choices.dealFields.length > 8 ? (
        <input
          aria-label={text.fieldsFind}
          placeholder={text.fieldsFind}
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      ) : null}
      <div class="ticks scroll">
        {unknown.map((name) => (
          <Tick
            key={name}
            id={`field-${name}`}
            label={name}
            value
            onChange={() => change({ dealFields: form.dealFields.filter((one) => one !== name) })}
          />
        ))}
        {found.map((field) => (
          <Tick
            key={field.name}
            id={`field-${field.name}`}
            label={field.title}
            value={isShown(field) !== undefined}
            onChange={(ticked) =>
              change({ dealFields: ticked ? [...form.dealFields, field.name] : form.dealFields.filter((one) => one !== isShown(field)) })
            }
          />
        ))}
      </div>
      <p class="hint">{text.fieldsHint}</p>
    </details>
  );
}
