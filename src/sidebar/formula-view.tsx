// The formula helper: what, when, who → the text of the formula, its live answer, and into the active cell.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FormulaAnswer, FormulaChoices, FormulaForm } from '../functions/formula-helper';
import { formulaWords } from './formula-words';
import { filled } from './plan-words';
import { server } from './server';
import { Button, Field, MessageLine, Select, Skeleton, useWork } from './ui';

const WITH_METRIC: readonly FormulaForm['kind'][] = ['metric', 'plan', 'table', 'planTable'];

export function FormulaView({ lang }: { readonly lang: 'ru' | 'en' }): JSX.Element {
  const text = formulaWords[lang];
  const [work, message, setMessage] = useWork();
  const [choices, setChoices] = useState<FormulaChoices | null>(null);
  const [form, setForm] = useState<FormulaForm>({ kind: 'metric', period: '', who: '', pipeline: '', metric: '', detail: '' });
  const [answer, setAnswer] = useState<FormulaAnswer | null>(null);
  useEffect(() => {
    void work.run(text.counting, async () => {
      const offered = await server.formulaChoices();
      setChoices(offered);
      setForm({
        ...form,
        period: offered.periods[0] ?? '',
        metric: offered.metrics.find(({ id }) => id === 'wonSum')?.name ?? offered.metrics[0]?.name ?? '',
      });
      return '';
    });
  }, []);
  if (!choices) return work.busy ? <Skeleton lines={6} /> : <MessageLine message={message} />;
  const change = (part: Partial<FormulaForm>): void => {
    setForm({ ...form, ...part });
    setAnswer(null);
  };
  const details = choices.details[form.kind] ?? [];
  const meaning = choices.metrics.find(({ name }) => name === form.metric)?.meaning ?? '';
  const copy = (formula: string): void => {
    navigator.clipboard?.writeText(formula).then(
      () => setMessage({ text: text.copied, bad: false }),
      () => undefined,
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void work.run(text.counting, async () => {
          setAnswer(await server.formulaAnswer(form));
          return '';
        });
      }}
    >
      <Field id="formula-kind" label={text.kind}>
        <Select
          id="formula-kind"
          value={form.kind}
          options={Object.entries(text.kinds)}
          onChange={(kind) =>
            change({ kind: kind as FormulaForm['kind'], detail: choices.details[kind as FormulaForm['kind']]?.[0] ?? '' })
          }
        />
      </Field>
      {WITH_METRIC.includes(form.kind) ? (
        <Field id="formula-metric" label={text.metric}>
          <Select
            id="formula-metric"
            value={form.metric}
            options={choices.metrics.map(({ name }) => [name, name] as const)}
            onChange={(metric) => change({ metric })}
          />
          <p class="hint">{meaning}</p>
        </Field>
      ) : null}
      {details.length > 0 ? (
        <Field id="formula-detail" label={text.detail}>
          <Select
            id="formula-detail"
            value={form.detail}
            options={details.map((one) => [one, one] as const)}
            onChange={(detail) => change({ detail })}
          />
        </Field>
      ) : null}
      {form.kind === 'stuck' ? null : (
        <Typed
          id="formula-period"
          label={text.period}
          value={form.period}
          list={choices.periods}
          hint={text.periodHint}
          onInput={(period) => change({ period })}
        />
      )}
      <Typed id="formula-who" label={text.who} value={form.who} list={choices.people} onInput={(who) => change({ who })} />
      <Typed
        id="formula-pipeline"
        label={text.pipeline}
        value={form.pipeline}
        list={choices.pipelines}
        onInput={(pipeline) => change({ pipeline })}
      />
      <Button label={text.preview} doing={text.counting} work={work} type="submit" />
      {answer ? (
        <section class="answer">
          <label for="formula-text">{text.formula}</label>
          <textarea id="formula-text" readOnly rows={3} value={answer.formula} onFocus={(event) => event.currentTarget.select()} />
          <Answer answer={answer} lang={lang} />
          <div class="buttons">
            <Button
              id="insert-formula"
              label={text.insert}
              doing={text.inserting}
              work={work}
              kind="action"
              onClick={() => void work.run(text.inserting, () => server.insertFormula(form))}
            />
            <Button label={text.copy} work={work} onClick={() => copy(answer.formula)} />
          </div>
        </section>
      ) : null}
      <MessageLine message={message} />
    </form>
  );
}

interface TypedProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly list: readonly string[];
  readonly hint?: string;
  readonly onInput: (value: string) => void;
}

/** Chosen from a list or typed. */
function Typed({ id, label, value, list, hint, onInput }: TypedProps): JSX.Element {
  return (
    <Field id={id} label={label}>
      <input
        id={id}
        value={value}
        list={`${id}-list`}
        autoComplete="off"
        title={hint}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <datalist id={`${id}-list`}>
        {list.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </Field>
  );
}

function Answer({ answer, lang }: { readonly answer: FormulaAnswer; readonly lang: 'ru' | 'en' }): JSX.Element {
  const text = formulaWords[lang];
  const { shown, rows, columns } = answer;
  const single = shown[0]?.[0];
  if (rows === 1 && columns === 1 && (single === '' || single === undefined)) return <p class="hint">{text.blank}</p>;
  const cut = rows > shown.length || columns > Math.max(...shown.map((row) => row.length));
  return (
    <div class="grid-box">
      <table class="answer-table">
        <tbody>
          {shown.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column} class={typeof cell === 'number' ? 'sum' : ''}>
                  {typeof cell === 'number' ? cell.toLocaleString(lang, { maximumFractionDigits: 4 }) : String(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {cut ? <p class="hint">{filled(text.more, { rows, columns })}</p> : null}
    </div>
  );
}
