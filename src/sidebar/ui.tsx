// Small parts that every view is made of. Text only ever becomes text nodes: nothing a portal says is read as HTML (D10).
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PanelState } from '../addon/server-api';

/** What a view does with the server: one thing at a time, its failure shown as the sentence it carries. */
export interface Work {
  /** Label of what is being done; '' = nothing. */
  readonly busy: string;
  run(label: string, work: () => Promise<string>): Promise<void>;
}

/** What a view of the panel is given. */
export interface ViewProps {
  readonly panel: PanelState;
  readonly work: Work;
  readonly onPanel: (panel: PanelState) => void;
}

export interface Message {
  readonly text: string;
  readonly bad: boolean;
}

export function useWork(): [Work, Message | null, (message: Message | null) => void] {
  const [busy, setBusy] = useState('');
  const [message, setMessage] = useState<Message | null>(null);
  const run = async (label: string, work: () => Promise<string>): Promise<void> => {
    if (busy) return;
    setBusy(label);
    setMessage(null);
    try {
      const text = await work();
      setMessage(text ? { text, bad: false } : null);
    } catch (error) {
      setMessage({ text: sentenceOf(error), bad: true });
    }
    setBusy('');
  };
  return [{ busy, run }, message, setMessage];
}

export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

interface ButtonProps {
  readonly label: string;
  /** What stands on it while it works. */
  readonly doing?: string;
  readonly work: Work;
  readonly kind?: 'action' | 'quiet' | '';
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  readonly onClick?: () => void;
  readonly id?: string;
  /** Its name, where the label is a sign. */
  readonly title?: string;
}

export function Button({ label, doing, work, kind = '', type = 'button', disabled = false, onClick, id, title }: ButtonProps): JSX.Element {
  const isBusy = work.busy !== '';
  return (
    <button
      type={type}
      class={kind}
      id={id}
      title={title}
      aria-label={title}
      disabled={isBusy || disabled}
      aria-busy={isBusy && work.busy === doing}
      onClick={onClick}
    >
      {doing !== undefined && work.busy === doing ? doing : label}
    </button>
  );
}

export function MessageLine({ message }: { readonly message: Message | null }): JSX.Element {
  return (
    <p class={message?.bad ? 'message bad' : 'message'} role={message?.bad ? 'alert' : 'status'}>
      {message?.text ?? ''}
    </p>
  );
}

/** Grey bars where something will stand. */
export function Skeleton({ lines = 4 }: { readonly lines?: number }): JSX.Element {
  return (
    <div class="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, at) => (
        <div key={at} style={{ width: `${90 - (at % 3) * 20}%` }} />
      ))}
    </div>
  );
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly children: ComponentChildren;
}

export function Field({ id, label, children }: FieldProps): JSX.Element {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
    </div>
  );
}

interface SelectProps {
  readonly id: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
  readonly label?: string;
  readonly disabled?: boolean;
}

export function Select({ id, value, options, onChange, label, disabled = false }: SelectProps): JSX.Element {
  return (
    <select id={id} value={value} aria-label={label} disabled={disabled} onChange={(event) => onChange(event.currentTarget.value)}>
      {options.map(([key, name]) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  );
}
