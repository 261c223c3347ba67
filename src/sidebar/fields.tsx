// Fields that settings are made of: a tick, a whole number, a rule that is switched on with its number.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from './ui';

interface TickProps {
  readonly id: string;
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export function Tick({ id, label, value, onChange }: TickProps): JSX.Element {
  return (
    <div class="tick">
      <input id={id} type="checkbox" checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />
      <label for={id}>
        <bdi>{label}</bdi>
      </label>
    </div>
  );
}

interface NumberProps {
  readonly id: string;
  readonly label: string;
  readonly most: number;
  readonly value: number;
  readonly onInput: (value: number) => void;
}

export function NumberField({ id, label, most, value, onInput }: NumberProps): JSX.Element {
  return (
    <Field id={id} label={label}>
      <input
        id={id}
        type="number"
        min="0"
        max={most}
        step="1"
        required
        value={value}
        onInput={(event) => onInput(Number(event.currentTarget.value))}
      />
    </Field>
  );
}

interface RuleProps {
  readonly id: string;
  readonly label: string;
  readonly most: number;
  /** null = switched off. */
  readonly value: number | null;
  /** What it begins with when it is switched on. */
  readonly first: number;
  readonly onChange: (value: number | null) => void;
}

/** Switched off and on again it has its number back. */
export function RuleField({ id, label, most, value, first, onChange }: RuleProps): JSX.Element {
  const [last, setLast] = useState(value ?? first);
  return (
    <div class="rule">
      <Tick id={id} label={label} value={value !== null} onChange={(on) => onChange(on ? last : null)} />
      {value === null ? null : (
        <input
          id={`${id}-most`}
          aria-label={label}
          type="number"
          min="0"
          max={most}
          step="any"
          required
          value={value}
          onInput={(event) => {
            setLast(Number(event.currentTarget.value));
            onChange(Number(event.currentTarget.value));
          }}
        />
      )}
    </div>
  );
}
