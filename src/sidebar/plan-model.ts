// What a person does to a table of plans before it is saved: typed cells over what the server sent, undo, whole-month work, sums. Pure.
import type { DraftCell, PlanEdit } from '../addon/server-api';
import type { PlanLine, PlanTable } from '../functions/plan-editor';

/** A changed cell: line, month 0…11. */
export interface Change {
  readonly line: number;
  readonly month: number;
  /** null = no plan. */
  readonly target: number | null;
}

/** Typed cells by `line:month`; a cell typed back to what is saved is none. */
export type Draft = ReadonlyMap<string, number | null>;

export interface PlanState {
  readonly table: PlanTable;
  readonly draft: Draft;
  readonly past: readonly Draft[];
  readonly future: readonly Draft[];
}

export function openState(table: PlanTable, draft: Draft = new Map()): PlanState {
  return { table, draft, past: [], future: [] };
}

const keyOf = (line: number, month: number): string => `${line}:${month}`;

export function targetAt({ table, draft }: PlanState, line: number, month: number): number | null {
  const key = keyOf(line, month);
  return draft.has(key) ? (draft.get(key) ?? null) : savedAt(table, line, month);
}

export const isTyped = ({ draft }: PlanState, line: number, month: number): boolean => draft.has(keyOf(line, month));

function savedAt(table: PlanTable, line: number, month: number): number | null {
  return table.lines[line]?.targets[month] ?? null;
}

/** One step of undo, however many cells it changes. */
export function typed(state: PlanState, changes: readonly Change[]): PlanState {
  const draft = new Map(state.draft);
  for (const { line, month, target } of changes) {
    if (target === savedAt(state.table, line, month)) draft.delete(keyOf(line, month));
    else draft.set(keyOf(line, month), target);
  }
  const same =
    draft.size === state.draft.size && [...draft].every(([key, value]) => state.draft.get(key) === value && state.draft.has(key));
  return same ? state : { ...state, draft, past: [...state.past, state.draft], future: [] };
}

export function undone(state: PlanState): PlanState {
  const last = state.past[state.past.length - 1];
  if (!last) return state;
  return { ...state, draft: last, past: state.past.slice(0, -1), future: [state.draft, ...state.future] };
}

/** Nothing is typed any more; that too can be undone. */
export function discarded(state: PlanState): PlanState {
  return state.draft.size === 0 ? state : { ...state, draft: new Map(), past: [...state.past, state.draft], future: [] };
}

export function redone(state: PlanState): PlanState {
  const [next, ...future] = state.future;
  return next ? { ...state, draft: next, past: [...state.past, state.draft], future } : state;
}

/** What is to be saved, with what was shown when it was typed. */
export function editsOf({ table, draft }: PlanState): PlanEdit[] {
  return [...draft].flatMap(([key, target]): PlanEdit[] => {
    const [line = -1, month = -1] = key.split(':').map(Number);
    const owner = table.lines[line];
    const at = table.months[month];
    return owner && at ? [{ owner: owner.id, month: at.month, was: savedAt(table, line, month), target }] : [];
  });
}

/** The draft as it is kept: by owner, so that it fits whatever lines the table has next time. */
export function keptCells(state: PlanState): DraftCell[] {
  return editsOf(state).map(({ owner, month, target }) => [owner, month, target]);
}

/** A kept draft over the table there is now; what is saved by now, or has no line any more, is none. */
export function draftOf(table: PlanTable, cells: readonly DraftCell[]): Draft {
  const draft = new Map<string, number | null>();
  for (const [owner, month, target] of cells) {
    const line = table.lines.findIndex(({ id }) => id === owner);
    const at = table.months.findIndex((one) => one.month === month);
    if (line >= 0 && at >= 0 && savedAt(table, line, at) !== target) draft.set(keyOf(line, at), target);
  }
  return draft;
}

/** The draft over another state of the same table: lines are known by their owners. */
export function movedDraft(draft: Draft, from: PlanTable, to: PlanTable): Draft {
  return draftOf(to, keptCells(openState(from, draft)));
}

export function copiedMonth(state: PlanState, from: number, to: number): PlanState {
  return typed(
    state,
    state.table.lines.flatMap((_, line): Change[] => {
      const target = targetAt(state, line, from);
      return target === null ? [] : [{ line, month: to, target }];
    }),
  );
}

/** Plans of these months by so many percent more (or less), rounded as people plan. */
export function raised(state: PlanState, months: readonly number[], percent: number): PlanState {
  return typed(
    state,
    state.table.lines.flatMap((_, line) =>
      months.flatMap((month): Change[] => {
        const target = targetAt(state, line, month);
        return target === null ? [] : [{ line, month, target: rounded(target * (1 + percent / 100), state.table) }];
      }),
    ),
  );
}

/** A total over months by weights; the last month with a weight takes what rounding left, so that they add up. Without weights nothing changes. */
export function spread(state: PlanState, line: number, months: readonly number[], total: number, weights: readonly number[]): PlanState {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (!(sum > 0)) return state;
  const last = weights.reduce((found, weight, at) => (weight > 0 ? at : found), -1);
  let left = total;
  return typed(
    state,
    months.map((month, at): Change => {
      const part = rounded((total * (weights[at] ?? 0)) / sum, state.table);
      const target = at === last ? exact(left) : Math.min(part, left);
      left -= target;
      return { line, month, target };
    }),
  );
}

/** Goals of a level (0 cautious, 1 base, 2 bold) for cells without a plan. */
export function goalsForBlanks(state: PlanState, months: readonly number[], level: 0 | 1 | 2): PlanState {
  return typed(
    state,
    state.table.lines.flatMap(({ goals }, line) =>
      months.flatMap((month): Change[] => {
        const goal = goals[month]?.[level];
        return goal === undefined || targetAt(state, line, month) !== null ? [] : [{ line, month, target: rounded(goal, state.table) }];
      }),
    ),
  );
}

export interface Pasted {
  readonly state: PlanState;
  /** Texts that are no numbers; nothing is changed when there are any. */
  readonly bad: readonly string[];
}

/** A block of a spreadsheet, its upper left corner in a cell; what lies beyond the table is left out. */
export function pasted(state: PlanState, line: number, month: number, text: string): Pasted {
  const bad: string[] = [];
  const rows = text.replace(/\r/g, '').replace(/\n$/, '').split('\n');
  const changes = rows.flatMap((row, down) =>
    row.split('\t').flatMap((cell, across): Change[] => {
      const at = { line: line + down, month: month + across };
      if (at.line >= state.table.lines.length || at.month > 11) return [];
      const target = parsed(cell, state.table.unit);
      if (target === undefined) bad.push(cell.trim());
      return target === undefined ? [] : [{ ...at, target }];
    }),
  );
  return bad.length > 0 ? { state, bad } : { state: typed(state, changes), bad };
}

/** Sum of the plans of lines in a month; null where there is none, or sums mean nothing. */
export function sumOf(state: PlanState, month: number, wanted: (line: PlanLine) => boolean = () => true): number | null {
  if (!state.table.additive) return null;
  const targets = state.table.lines.flatMap((line, at) => (wanted(line) ? (targetAt(state, at, month) ?? []) : []));
  return targets.length === 0 ? null : exact(targets.reduce((sum, target) => sum + target, 0));
}

export function sumOfLine(state: PlanState, line: number, months: readonly number[]): number | null {
  if (!state.table.additive) return null;
  const targets = months.flatMap((month) => targetAt(state, line, month) ?? []);
  return targets.length === 0 ? null : exact(targets.reduce((sum, target) => sum + target, 0));
}

export interface PastFact {
  readonly kind: 'fact' | 'lastYear' | 'lastMonth';
  readonly month: string;
  readonly year: number;
  readonly value: number;
}

/** The fact of a month that is over, what the month was a year ago, what the last complete month was. Zeros before the first fact say nothing: nobody was there yet. */
export function pastFacts({ year, months }: PlanTable, { facts, lastYear }: PlanLine, month: number): PastFact[] {
  // 0 = January of the table's year; those of the year before are negative.
  const known = [...lastYear, ...facts];
  const at = (kind: PastFact['kind'], when: number): PastFact[] => {
    const value = known[when + 12] ?? null;
    return value === null ? [] : [{ kind, month: months[(when + 12) % 12]?.name ?? '', year: when < 0 ? year - 1 : year, value }];
  };
  const own = at('fact', month);
  const before = lastYear.slice(0, month + 1).some((value) => value) ? at('lastYear', month - 12) : [];
  let last = 11;
  while (last > -12 && (known[last + 12] ?? null) === null) last--;
  return [...own, ...before, ...(own.length > 0 || !known.some((value) => value) ? [] : at('lastMonth', last))];
}

export const QUARTERS: readonly (readonly number[])[] = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
  [9, 10, 11],
];

const SCALES: readonly [RegExp, number][] = [
  [/(?:тыс\.?|т\.?|k)$/i, 1e3],
  [/(?:млн\.?|м\.?|m)$/i, 1e6],
  [/(?:млрд\.?|bn|b)$/i, 1e9],
];

/** A typed number: spaces between thousands, comma or point, «1,2 млн», «64 %»; null for blank, undefined for what is no number. */
export function parsed(text: string, unit: PlanTable['unit']): number | null | undefined {
  let rest = text.replace(/[\s\u00a0\u202f]/g, '').replace(/(?:₽|руб\.?|\$|€)$/i, '');
  if (rest === '') return null;
  const percent = rest.endsWith('%');
  if (percent) rest = rest.slice(0, -1);
  const scale = SCALES.find(([pattern]) => pattern.test(rest));
  if (scale) rest = rest.replace(scale[0], '');
  const number = plainNumber(rest);
  if (number === undefined || number < 0) return undefined;
  if (unit === 'share') return exact(percent || number > 1 ? number / 100 : number);
  return percent ? undefined : exact(number * (scale?.[1] ?? 1));
}

/** «1,200» and «1.200» are a thousand two hundred in either language, as nobody plans thousandths; «0,125», «1,25», «1.200,5» have a decimal separator. */
function plainNumber(text: string): number | undefined {
  if (!/^[.,]?\d+(?:[.,]\d+)*$/.test(text)) return undefined;
  const marks = text.replace(/\d/g, '');
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  const ofThousands = text.length - last === 4 && !text.startsWith('0');
  const isDecimal = last >= 0 && (marks.length === 1 ? !ofThousands : marks[0] !== marks[marks.length - 1]);
  const groups = (isDecimal ? text.slice(0, last) : text).replace(/[.,]/g, '');
  const number = Number(isDecimal ? `${groups}.${text.slice(last + 1)}` : groups);
  return Number.isFinite(number) ? number : undefined;
}

export function shownNumber(value: number | null, unit: PlanTable['unit'], lang: string): string {
  if (value === null) return '';
  if (unit === 'share') return `${(value * 100).toLocaleString(lang, { maximumFractionDigits: 1 })} %`;
  return value.toLocaleString(lang, { maximumFractionDigits: 2 });
}

/** 1 234 567 → «1,2 млн»: for what is only compared with. */
export function shortNumber(value: number | null, unit: PlanTable['unit'], lang: string): string {
  if (value === null) return '';
  if (unit === 'share') return shownNumber(value, unit, lang);
  if (Math.abs(value) < 10_000) return shownNumber(Math.abs(value) < 100 ? Math.round(value * 10) / 10 : Math.round(value), unit, lang);
  return value.toLocaleString(lang, { notation: 'compact', maximumFractionDigits: Math.abs(value) >= 1e6 ? 1 : 0 });
}

/** Two leading digits more than people look at: plans of money end in hundreds or thousands, counts are whole. */
function rounded(value: number, { unit }: PlanTable): number {
  if (unit === 'share') return Math.round(value * 1000) / 1000;
  if (unit === 'days') return Math.round(value * 10) / 10;
  if (unit === 'count') return Math.round(value);
  const step = value >= 100_000 ? 1000 : value >= 10_000 ? 100 : 1;
  return Math.round(value / step) * step;
}

/** Without the dust of binary fractions. */
function exact(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
