// The fields of one scheme of pay, and what it pays as it is typed.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PaySetup, SchemeForm } from '../functions/pay-setup';
import { shownNumber } from './plan-model';
import { filled } from './plan-words';
import { examplePay, type Faults, holderOf, moneyText, type SchemeDraft, type TierDraft } from './scheme-model';
import { type SchemeWords, schemeWords } from './scheme-words';
import { Select } from './ui';

interface FormProps {
  readonly setup: PaySetup;
  readonly draft: SchemeDraft;
  readonly faults: Faults;
  /** Name of the scheme that is edited; '' = a new one. */
  readonly own: string;
  readonly onChange: (part: Partial<SchemeDraft>) => void;
}

export function SchemeFields({ setup, draft, faults, own, onChange }: FormProps): JSX.Element {
  const text = schemeWords[setup.lang];
  const bases = setup.metrics.filter(({ id }) => setup.bases.includes(id) || id === draft.base).map(({ id, name }) => [id, name] as const);
  const typed = (field: 'name' | 'fixed' | 'threshold' | 'cap' | 'multiplierMax', label: string): JSX.Element => (
    <TextField
      id={`scheme-${field}`}
      label={label}
      value={draft[field]}
      fault={faults[field]}
      isText={field === 'name'}
      onInput={(value) => onChange({ [field]: value })}
    />
  );
  return (
    <>
      {typed('name', text.name)}
      <Owners setup={setup} draft={draft} faults={faults} own={own} onChange={onChange} />
      {typed('fixed', text.fixed)}
      <label for="scheme-base">{text.base}</label>
      <Select id="scheme-base" value={draft.base} options={bases} onChange={(base) => onChange({ base })} />
      <Tiers draft={draft} faults={faults} text={text} onChange={(tiers) => onChange({ tiers })} />
      <label for="scheme-mode">{text.mode}</label>
      <Select
        id="scheme-mode"
        value={draft.mode}
        options={[
          ['marginal', text.marginal],
          ['cliff', text.cliff],
        ]}
        onChange={(mode) => onChange({ mode: mode === 'cliff' ? 'cliff' : 'marginal' })}
      />
      {typed('threshold', text.threshold)}
      {typed('cap', text.cap)}
      <div class="tick">
        <input
          id="scheme-multiplier"
          type="checkbox"
          checked={draft.multiplier}
          onChange={(event) => onChange({ multiplier: event.currentTarget.checked })}
        />
        <label for="scheme-multiplier">{text.multiplier}</label>
      </div>
      {draft.multiplier ? typed('multiplierMax', text.multiplierMax) : null}
    </>
  );
}

interface TextProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onInput: (value: string) => void;
  readonly isText?: boolean;
}

function TextField({ id, label, value, fault, onInput, isText = false }: TextProps): JSX.Element {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        value={value}
        inputMode={isText ? 'text' : 'decimal'}
        autoComplete="off"
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <Fault id={id} fault={fault} />
    </div>
  );
}

function Fault({ id, fault }: { readonly id: string; readonly fault: string | undefined }): JSX.Element | null {
  return fault === undefined ? null : (
    <p class="fault bad" id={`${id}-fault`}>
      {fault}
    </p>
  );
}

function Owners({ setup, draft, faults, own, onChange }: FormProps): JSX.Element {
  const text = schemeWords[setup.lang];
  const names = [...new Set([setup.everybody, ...setup.owners, ...draft.owners])];
  const toggle = (name: string, ticked: boolean): void =>
    onChange({ owners: ticked ? [...draft.owners, name] : draft.owners.filter((one) => one !== name) });
  return (
    <fieldset class="ticks" aria-describedby={faults['owners'] === undefined ? undefined : 'scheme-owners-fault'}>
      <legend>{text.owners}</legend>
      <div class="scroll boxed">
        {names.map((name, at) => {
          const scheme = holderOf(name, own, setup);
          return (
            <div class="tick" key={name}>
              <input
                id={`scheme-owner-${at}`}
                type="checkbox"
                checked={draft.owners.includes(name)}
                onChange={(event) => toggle(name, event.currentTarget.checked)}
              />
              <label for={`scheme-owner-${at}`}>
                <bdi>{name === setup.everybody ? text.everybody : name}</bdi>
                {scheme === null ? null : <small>{filled(text.taken, { scheme })}</small>}
              </label>
            </div>
          );
        })}
      </div>
      <Fault id="scheme-owners" fault={faults['owners']} />
    </fieldset>
  );
}

interface TiersProps {
  readonly draft: SchemeDraft;
  readonly faults: Faults;
  readonly text: SchemeWords;
  readonly onChange: (tiers: readonly TierDraft[]) => void;
}

function Tiers({ draft: { tiers }, faults, text, onChange }: TiersProps): JSX.Element {
  const change = (at: number, part: Partial<TierDraft>): void =>
    onChange(tiers.map((tier, index) => (index === at ? { ...tier, ...part } : tier)));
  return (
    <fieldset class="ticks">
      <legend>{text.tiers}</legend>
      {tiers.map((tier, at) => {
        const fault = faults[`from ${at}`] ?? faults[`rate ${at}`];
        const field = (key: keyof TierDraft, label: string): JSX.Element => (
          <input
            aria-label={filled(label, { at: at + 1 })}
            aria-invalid={faults[`${key} ${at}`] !== undefined}
            aria-describedby={fault === undefined ? undefined : `tier-${at}-fault`}
            inputMode="decimal"
            autoComplete="off"
            value={tier[key]}
            onInput={(event) => change(at, { [key]: event.currentTarget.value })}
          />
        );
        return (
          <div key={at}>
            <div class="tier">
              <span>{text.from}</span>
              {field('from', text.tierFrom)}
              <span>{text.rate}</span>
              {field('rate', text.tierRate)}
              <span>%</span>
              <button
                type="button"
                aria-label={filled(text.removeTier, { at: at + 1 })}
                title={filled(text.removeTier, { at: at + 1 })}
                onClick={() => onChange(tiers.filter((_, index) => index !== at))}
              >
                ×
              </button>
            </div>
            <Fault id={`tier-${at}`} fault={fault} />
          </div>
        );
      })}
      <button type="button" id="add-tier" onClick={() => onChange([...tiers, { from: tiers.length === 0 ? '0' : '', rate: '' }])}>
        {text.addTier}
      </button>
    </fieldset>
  );
}

/** What a person gets, at an attainment of their choice. */
export function SchemeExample({ scheme, setup }: { readonly scheme: SchemeForm; readonly setup: PaySetup }): JSX.Element {
  const { lang, currency } = setup;
  const text = schemeWords[lang];
  const [typed, setTyped] = useState({ plan: shownNumber(1_000_000, 'money', lang), attainment: '92', score: '100' });
  const pay = examplePay(scheme, typed);
  const money = (value: number): string => moneyText(value, currency, lang);
  const field = (key: keyof typeof typed, label: string): JSX.Element => (
    <div>
      <label for={`example-${key}`}>{label}</label>
      <input
        id={`example-${key}`}
        inputMode="decimal"
        autoComplete="off"
        value={typed[key]}
        onInput={(event) => setTyped({ ...typed, [key]: event.currentTarget.value })}
      />
    </div>
  );
  return (
    <section class="example" aria-label={text.example}>
      <div class="choices">
        {field('plan', text.plan)}
        {field('attainment', text.attainment)}
        {scheme.kpiMultiplier ? field('score', text.score) : null}
      </div>
      <p id="scheme-example" role="status">
        {pay ? (
          <>
            <b>{filled(text.paid, { attainment: typed.attainment.replace(/\s*%$/, ''), total: money(pay.total) })}</b>
            <small>
              {filled(text.parts, { fixed: money(pay.fixed), variable: money(pay.variable) })}
              {pay.multiplier === 1 ? '' : filled(text.times, { multiplier: pay.multiplier.toLocaleString(lang) })}
              {pay.capped ? `; ${text.capped}` : ''}
              {pay.attainment !== null && pay.attainment < scheme.threshold ? `; ${text.below}` : ''}
            </small>
          </>
        ) : (
          ''
        )}
      </p>
    </section>
  );
}
