// A scheme of pay while it is typed: texts of fields, what is wrong with them, what it pays. Pure; the sheet's own reader checks again on the server.
import type { PaySetup, SchemeForm } from '../functions/pay-setup';
import { type Bonus, bonusOf } from '../metrics/bonus';
import { parsed, shownNumber } from './plan-model';
import { filled, type Values } from './plan-words';
import type { SchemeWords } from './scheme-words';

export interface TierDraft {
  /** Percent of attainment from which the rate holds, up to where the next one begins. */
  readonly from: string;
  readonly rate: string;
}

export interface SchemeDraft {
  readonly name: string;
  readonly owners: readonly string[];
  readonly fixed: string;
  readonly base: string;
  readonly mode: SchemeForm['mode'];
  readonly threshold: string;
  readonly tiers: readonly TierDraft[];
  readonly cap: string;
  readonly multiplier: boolean;
  readonly multiplierMax: string;
}

/** Field → sentence; fields of tiers are `from 0`, `rate 0`. */
export type Faults = Readonly<Record<string, string>>;

const MOST_NAME = 60;
const MOST_ATTAINMENT = 1000;
const MOST_THRESHOLD = 200;
const USUAL_MULTIPLIER = 1.2;

export const NEW_SCHEME: SchemeForm = {
  name: '',
  owners: [],
  fixed: 0,
  base: 'wonSum',
  mode: 'marginal',
  threshold: 0.5,
  tiers: [
    { upTo: 1, rate: 0.03 },
    { upTo: null, rate: 0.05 },
  ],
  capTotal: null,
  kpiMultiplier: false,
  kpiMultiplierMax: USUAL_MULTIPLIER,
};

export function schemeDraft(scheme: SchemeForm, lang: string): SchemeDraft {
  const { tiers, mode, fixed, capTotal, threshold, kpiMultiplier, kpiMultiplierMax } = scheme;
  const rows = tiers.map(({ rate }, at) => ({ from: percentText(tiers[at - 1]?.upTo ?? 0, lang), rate: percentText(rate, lang) }));
  const end = tiers[tiers.length - 1]?.upTo;
  // Beyond the last bound nothing is paid part by part, and the last rate on all.
  if (typeof end === 'number' && mode === 'marginal') rows.push({ from: percentText(end, lang), rate: '0' });
  return {
    name: scheme.name,
    owners: scheme.owners,
    fixed: shownNumber(fixed, 'money', lang),
    base: scheme.base,
    mode,
    threshold: percentText(threshold, lang),
    tiers: rows,
    cap: shownNumber(capTotal, 'money', lang),
    multiplier: kpiMultiplier,
    multiplierMax: percentText(kpiMultiplierMax, lang),
  };
}

export interface ReadScheme {
  readonly scheme: SchemeForm | null;
  /** The same, though its name or whom it is for is not right yet: enough to see what it pays. */
  readonly payable: SchemeForm | null;
  readonly faults: Faults;
}

/** What was typed as a scheme; null while something is wrong. `own`: name of the scheme that is edited, '' = a new one. */
export function readScheme(draft: SchemeDraft, own: string, setup: Pick<PaySetup, 'schemes'>, text: SchemeWords): ReadScheme {
  const faults: Record<string, string> = {};
  const fault = (field: string, sentence: string, values: Values = {}): number => {
    faults[field] = faults[field] ?? filled(sentence, values);
    return 0;
  };
  const money = (field: 'fixed' | 'cap'): number | null => {
    const value = parsed(draft[field], 'money');
    return value === undefined ? fault(field, text.faultMoney) : value;
  };
  const share = (field: string, typed: string, most: number): number => percentOf(typed, most) ?? fault(field, text.faultShare, { most });

  const name = draft.name.trim();
  const others = setup.schemes.filter((one) => one.name !== own);
  if (name === '') fault('name', text.faultName);
  else if (name.length > MOST_NAME) fault('name', text.faultNameLong);
  else if (others.some((one) => one.name.toLowerCase() === name.toLowerCase())) fault('name', text.faultNameTaken);
  for (const owner of draft.owners) {
    const scheme = holderOf(owner, own, setup);
    if (scheme !== null) fault('owners', text.faultOwner, { owner, scheme });
  }
  const bounds = draft.tiers.map(({ from }, at) => share(`from ${at}`, from, MOST_ATTAINMENT));
  const rates = draft.tiers.map(({ rate }, at) => share(`rate ${at}`, rate, 100));
  bounds.forEach((from, at) => {
    const before = bounds[at - 1];
    if (before === undefined || from > before || faults[`from ${at}`] || faults[`from ${at - 1}`]) return;
    fault(`from ${at}`, from === before ? text.faultTwice : text.faultOrder, { before: draft.tiers[at - 1]?.from ?? '' });
  });
  const max = percentOf(draft.multiplierMax, MOST_ATTAINMENT);
  if (draft.multiplier && !max) fault('multiplierMax', text.faultPositive, { most: MOST_ATTAINMENT });
  const first = bounds[0] ?? 0;
  const read: SchemeForm = {
    name,
    owners: draft.owners,
    fixed: money('fixed') ?? 0,
    base: draft.base,
    mode: draft.mode,
    threshold: share('threshold', draft.threshold === '' ? '0' : draft.threshold, MOST_THRESHOLD),
    // Below the first bound nothing is paid.
    tiers: [...(first > 0 ? [{ upTo: first, rate: 0 }] : []), ...rates.map((rate, at) => ({ upTo: bounds[at + 1] ?? null, rate }))],
    capTotal: money('cap'),
    kpiMultiplier: draft.multiplier,
    kpiMultiplierMax: draft.multiplier && max ? max : USUAL_MULTIPLIER,
  };
  const wrong = Object.keys(faults);
  return {
    scheme: wrong.length > 0 ? null : read,
    payable: wrong.some((field) => field !== 'name' && field !== 'owners') ? null : read,
    faults,
  };
}

/** Name of another scheme that the owner has; null = none. */
export function holderOf(owner: string, own: string, { schemes }: Pick<PaySetup, 'schemes'>): string | null {
  return schemes.find(({ name, owners }) => name !== own && owners.includes(owner))?.name ?? null;
}

/** A typed percentage as a fraction, exact: 64.3 % is 0.643; null for anything that is none, or beyond `most`. */
export function percentOf(typed: string, most: number): number | null {
  const digits = typed
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/%$/, '')
    .replace(',', '.');
  return /^\d{1,6}(?:\.\d{1,6})?$/.test(digits) && Number(digits) <= most ? Number(`${digits}e-2`) : null;
}

export function percentText(share: number, lang: string): string {
  return Number((share * 100).toFixed(6)).toLocaleString(lang, { maximumFractionDigits: 6, useGrouping: false });
}

/** What is paid for an attainment of a plan, by the metric of pay (M34); null while one of them is no number. */
export function examplePay(
  scheme: SchemeForm,
  typed: { readonly plan: string; readonly attainment: string; readonly score: string },
): Bonus | null {
  const plan = parsed(typed.plan, 'money');
  const attainment = percentOf(typed.attainment, MOST_ATTAINMENT);
  const score = percentOf(typed.score, MOST_ATTAINMENT);
  if (!plan || attainment === null || score === null) return null;
  // Kopecks: 0.57 × 1,000,000 has dust below them that would miss a bound.
  return bonusOf(scheme, { fact: Math.round(plan * attainment * 100) / 100, plan, score, active: true });
}

/** A sum with the sign of its currency, kopecks where there are any. */
export function moneyText(value: number, currency: string, lang: string): string {
  const digits = { minimumFractionDigits: Number.isInteger(value) ? 0 : 2, maximumFractionDigits: 2 };
  try {
    return value.toLocaleString(lang, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...digits });
  } catch {
    return `${value.toLocaleString(lang, digits)} ${currency}`;
  }
}
