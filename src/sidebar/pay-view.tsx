// KPI sets of people and departments; schemes of pay have a file of their own.
import type { JSX, TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { PaySetup } from '../functions/pay-setup';
import { payWords } from './pay-words';
import { parsed, shownNumber } from './plan-model';
import { filled } from './plan-words';
import { SchemeEditor } from './scheme-view';
import { schemeWords } from './scheme-words';
import { server } from './server';
import { Button, Field, type Message, MessageLine, Select, sentenceOf, useWork } from './ui';

/** A line as it is typed; numbers are read when it is saved. */
interface Line {
  readonly metric: string;
  readonly weight: string;
  readonly target: string;
  readonly direction: 'up' | 'down';
  readonly floor: number;
  readonly cap: number;
}

const MANY = 5;
const USUAL_CAP = 1.5;

/** Both are asked for when one of them is opened, and anew each time: pay may have been switched on meanwhile. */
export function PayView({ lang }: { readonly lang: 'ru' | 'en' }): JSX.Element {
  const text = payWords[lang];
  const schemes = schemeWords[lang];
  const [setup, setSetup] = useState<PaySetup | null>(null);
  const [failed, setFailed] = useState<Message | null>(null);
  const load = (event: TargetedEvent<HTMLDetailsElement>): void => {
    if (!event.currentTarget.open) return;
    setFailed(null);
    server.paySetup().then(setSetup, (error: unknown) => setFailed({ text: sentenceOf(error), bad: true }));
  };
  return (
    <>
      <details id="kpi-sets" onToggle={load}>
        <summary>{text.title}</summary>
        <p class="hint">{text.hint}</p>
        {failed ? <MessageLine message={failed} /> : null}
        {setup ? <SetEditor setup={setup} onSetup={setSetup} /> : null}
      </details>
      <details id="schemes" onToggle={load}>
        <summary>{schemes.title}</summary>
        <p class="hint">{schemes.hint}</p>
        {failed ? <MessageLine message={failed} /> : null}
        {setup ? <SchemeEditor setup={setup} onSetup={setSetup} /> : null}
      </details>
    </>
  );
}

function SetEditor({ setup, onSetup }: { readonly setup: PaySetup; readonly onSetup: (setup: PaySetup) => void }): JSX.Element {
  const text = payWords[setup.lang];
  const [work, message] = useWork();
  const [owner, setOwner] = useState('');
  const [lines, setLines] = useState<readonly Line[]>([]);
  const unitOf = (metric: string) => setup.metrics.find(({ id }) => id === metric)?.unit ?? 'count';
  const choose = (name: string, from: PaySetup = setup): void => {
    setOwner(name);
    const items = from.sets.find((set) => set.owner === name)?.items ?? [];
    setLines(
      items.map(({ metric, weight, target, ...rest }) => ({
        ...rest,
        metric,
        weight: String(Math.round(weight * 1000) / 10),
        target: shownNumber(target, unitOf(metric), setup.lang),
      })),
    );
  };
  const change = (at: number, part: Partial<Line>): void =>
    setLines(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  const add = (): void => {
    const metric = setup.metrics.find(({ id }) => !lines.some((line) => line.metric === id))?.id ?? '';
    setLines([...lines, { metric, weight: '', target: '', direction: 'up', floor: 0, cap: USUAL_CAP }]);
  };
  const sum = Math.round(lines.reduce((all, { weight }) => all + (parsed(weight, 'count') ?? 0), 0) * 10) / 10;
  const save = (): void =>
    void work.run(text.saving, async () => {
      const items = lines.map(({ weight, target, ...rest }) => ({
        ...rest,
        weight: (parsed(weight, 'count') ?? 0) / 100,
        target: parsed(target, unitOf(rest.metric)) ?? 0,
      }));
      const next = await server.saveKpiSet({ owner, items });
      onSetup(next);
      choose(owner, next);
      return text.saved;
    });
  const known = [...new Set([...setup.owners, ...setup.sets.map((set) => set.owner)])];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field id="kpi-owner" label={text.owner}>
        <Select
          id="kpi-owner"
          value={owner}
          options={[['', text.choose] as const, ...known.map((name) => [name, name] as const)]}
          onChange={(name) => choose(name)}
        />
      </Field>
      {owner === '' ? null : (
        <>
          {lines.map((line, at) => (
            <fieldset class="kpi" key={`${owner} ${at}`} aria-label={`${text.metric} ${at + 1}`}>
              <Select
                id={`kpi-metric-${at}`}
                label={text.metric}
                value={line.metric}
                options={setup.metrics.map(({ id, name }) => [id, name] as const)}
                onChange={(metric) =>
                  change(at, { metric, direction: setup.metrics.find(({ id }) => id === metric)?.better === 'less' ? 'down' : 'up' })
                }
              />
              <input
                aria-label={text.weight}
                placeholder={text.weight}
                inputMode="decimal"
                value={line.weight}
                onInput={(event) => change(at, { weight: event.currentTarget.value })}
              />
              <input
                aria-label={text.target}
                placeholder={text.target}
                inputMode="decimal"
                value={line.target}
                onInput={(event) => change(at, { target: event.currentTarget.value })}
              />
              <Select
                id={`kpi-direction-${at}`}
                label={text.direction}
                value={line.direction}
                options={[
                  ['up', text.up],
                  ['down', text.down],
                ]}
                onChange={(direction) => change(at, { direction: direction === 'down' ? 'down' : 'up' })}
              />
              <button
                type="button"
                aria-label={`${text.remove} ${at + 1}`}
                title={text.remove}
                onClick={() => setLines(lines.filter((_, index) => index !== at))}
              >
                ×
              </button>
            </fieldset>
          ))}
          <p class={sum === 100 || lines.length === 0 ? 'hint' : 'hint bad'}>
            {filled(sum === 100 || lines.length === 0 ? text.sum : text.sumBad, { sum })}
          </p>
          {lines.length > MANY ? <p class="hint">{text.many}</p> : null}
          <div class="buttons">
            <Button label={text.add} work={work} onClick={add} />
            <Button
              id="save-kpi"
              label={text.save}
              doing={text.saving}
              work={work}
              kind="action"
              type="submit"
              disabled={lines.length > 0 && sum !== 100}
            />
          </div>
        </>
      )}
      <MessageLine message={message} />
    </form>
  );
}
