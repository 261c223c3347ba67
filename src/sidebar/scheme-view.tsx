// Schemes of pay: choose one or begin a new one, change it, see what it pays, save or delete it. The sheet «Схема мотивации» stays the truth.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PaySetup, SchemeForm } from '../functions/pay-setup';
import { filled } from './plan-words';
import { SchemeExample, SchemeFields } from './scheme-form';
import { NEW_SCHEME, readScheme, type SchemeDraft, schemeDraft } from './scheme-model';
import { schemeWords } from './scheme-words';
import { server } from './server';
import { Button, Field, MessageLine, Select, useWork } from './ui';

interface SchemesProps {
  readonly setup: PaySetup;
  readonly onSetup: (setup: PaySetup) => void;
}

/** What is edited: a scheme as it was shown (null = a new one) and what was typed over it. */
interface Edited {
  readonly was: SchemeForm | null;
  readonly draft: SchemeDraft;
}

const FRESH = ' new';

export function SchemeEditor({ setup, onSetup }: SchemesProps): JSX.Element {
  const text = schemeWords[setup.lang];
  const [work, message] = useWork();
  const [edited, setEdited] = useState<Edited | null>(null);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const [conflict, setConflict] = useState(false);
  const [asked, setAsked] = useState(false);
  if (!setup.payVisible)
    return (
      <>
        <p class="hint">{text.off}</p>
        <Button
          id="show-schemes"
          label={text.show}
          doing={text.showing}
          work={work}
          onClick={() =>
            void work.run(text.showing, async () => {
              onSetup(await server.paySetup());
              return '';
            })
          }
        />
        <MessageLine message={message} />
      </>
    );

  const draftOf = (was: SchemeForm | null): SchemeDraft => schemeDraft(was ?? NEW_SCHEME, setup.lang);
  const begin = (was: SchemeForm | null | undefined): void => {
    setEdited(was === undefined ? null : { was, draft: draftOf(was) });
    setNotes([]);
    setConflict(false);
    setAsked(false);
  };
  const isDirty = edited !== null && JSON.stringify(edited.draft) !== JSON.stringify(draftOf(edited.was));
  const own = edited?.was?.name ?? '';
  const read = edited && readScheme(edited.draft, own, setup, text);
  const scheme = read?.scheme ?? null;
  /** `was`: what the person knows to stand in the sheet. */
  const save = (was: SchemeForm | null, next: SchemeForm | null): void =>
    void work.run(next ? text.saving : text.removing, async () => {
      const result = await server.saveScheme({ was, scheme: next });
      onSetup(result.setup);
      setAsked(false);
      setConflict(result.conflict);
      setNotes(result.notes);
      if (result.conflict) return '';
      if (!result.saved) throw new Error(text.refused);
      const saved = next && result.setup.schemes.find(({ name }) => name === next.name);
      setEdited(saved ? { was: saved, draft: schemeDraft(saved, setup.lang) } : null);
      return next ? text.saved : text.removed;
    });
  const inSheet = (): SchemeForm | null => {
    const name = own || edited?.draft.name.trim();
    return setup.schemes.find((one) => one.name === name) ?? null;
  };
  return (
    <>
      {setup.schemeFaults.length > 0 ? <Notes title={text.faults} notes={setup.schemeFaults} /> : null}
      <Field id="scheme" label={text.scheme}>
        <Select
          id="scheme"
          value={edited === null ? '' : edited.was === null ? FRESH : own}
          disabled={isDirty || work.busy !== ''}
          options={[
            ['', text.choose] as const,
            ...setup.schemes.map(({ name }) => [name, name] as const),
            ...(edited?.was && !setup.schemes.some(({ name }) => name === own) ? [[own, own] as const] : []),
            [FRESH, text.fresh] as const,
          ]}
          onChange={(name) =>
            begin(name === '' ? undefined : name === FRESH ? null : (setup.schemes.find((one) => one.name === name) ?? undefined))
          }
        />
      </Field>
      {isDirty ? <p class="hint">{text.unsaved}</p> : null}
      {edited ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (scheme) save(edited.was, scheme);
          }}
        >
          <SchemeFields
            setup={setup}
            draft={edited.draft}
            faults={isDirty || edited.was ? (read?.faults ?? {}) : {}}
            own={own}
            onChange={(part) => setEdited({ ...edited, draft: { ...edited.draft, ...part } })}
          />
          {read?.payable ? <SchemeExample scheme={read.payable} setup={setup} /> : null}
          {conflict ? (
            <section class="conflicts" role="alert">
              <p>{text.conflict}</p>
              <div class="buttons">
                <Button label={text.mine} work={work} disabled={scheme === null} onClick={() => save(inSheet(), scheme)} />
                <Button label={text.theirs} work={work} onClick={() => begin(inSheet() ?? undefined)} />
              </div>
            </section>
          ) : null}
          {asked ? (
            <section class="conflicts" role="alert">
              <p>{filled(text.sure, { name: own })}</p>
              <div class="buttons">
                <Button id="delete-scheme" label={text.yes} doing={text.removing} work={work} onClick={() => save(edited.was, null)} />
                <Button label={text.no} work={work} onClick={() => setAsked(false)} />
              </div>
            </section>
          ) : null}
          <div class="buttons">
            <Button
              id="save-scheme"
              label={text.save}
              doing={text.saving}
              work={work}
              kind="action"
              type="submit"
              disabled={scheme === null || (!isDirty && edited.was !== null)}
            />
            {isDirty ? <Button label={text.discard} work={work} onClick={() => begin(edited.was ?? undefined)} /> : null}
            {edited.was && !asked ? <Button label={text.remove} work={work} onClick={() => setAsked(true)} /> : null}
          </div>
        </form>
      ) : null}
      <MessageLine message={message} />
      {notes.length > 0 ? <Notes notes={notes} /> : null}
    </>
  );
}

function Notes({ title, notes }: { readonly title?: string; readonly notes: readonly string[] }): JSX.Element {
  return (
    <div class="hint bad">
      {title ? <p>{title}</p> : null}
      <ul>
        {notes.map((note) => (
          <li key={note}>
            <bdi>{note}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
