// The editor of plans: which plans, the table, what helps to fill it, saving and what met other people's changes. In the panel a quarter, in the
// large window the year.
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlanConflict } from '../addon/server-api';
import type { PlanQuestion, PlanTable } from '../functions/plan-editor';
import { type Place, PlanGrid } from './plan-grid';
import {
  copiedMonth,
  draftOf,
  editsOf,
  goalsForBlanks,
  keptCells,
  movedDraft,
  openState,
  type PlanState,
  parsed,
  pasted,
  QUARTERS,
  raised,
  redone,
  shownNumber,
  spread,
  typed,
  undone,
} from './plan-model';
import { filled, type PlanWords, planWords } from './plan-words';
import { server } from './server';
import { Button, Field, type Message, MessageLine, Select, Skeleton, sentenceOf, useWork } from './ui';

const YEAR: readonly number[] = Array.from({ length: 12 }, (_, at) => at);

interface EditorProps {
  readonly lang: 'ru' | 'en';
  /** The year at once, or a quarter. */
  readonly wide: boolean;
}

export function PlanEditor({ lang, wide }: EditorProps): JSX.Element {
  const text = planWords[lang];
  const [work, message, setMessage] = useWork();
  const [state, setState] = useState<PlanState | null>(null);
  const [conflicts, setConflicts] = useState<readonly PlanConflict[]>([]);
  const [quarter, setQuarter] = useState(0);
  const [place, setPlace] = useState<Place | null>(null);

  const open = (question: PlanQuestion): Promise<void> =>
    work.run(text.loading, async () => {
      const { table, draft: kept } = await server.plans(question);
      const draft = draftOf(table, kept);
      setState(openState(table, draft));
      setConflicts([]);
      setPlace(null);
      if (!state) setQuarter(quarterOf(table));
      return draft.size > 0 ? filled(text.draft, { count: draft.size }) : '';
    });
  useEffect(() => {
    void open({ year: 0, metric: 'wonSum', scope: 'manager' });
  }, []);

  const keep = useDraftKeeper();
  const change = (next: PlanState): void => {
    setState(next);
    keep(next);
  };
  const save = (force: readonly PlanConflict[] = []): void => {
    if (!state) return;
    const forced = (owner: number | null, month: string): boolean => force.some((one) => one.owner === owner && one.month === month);
    const edits = editsOf(state).map((edit) => (forced(edit.owner, edit.month) ? { ...edit, force: true } : edit));
    const { year, metric, scope } = state.table;
    void work.run(text.saving, async () => {
      const result = await server.savePlans({ year, metric, scope }, edits);
      const left = movedDraft(state.draft, state.table, result.table);
      const met = new Set(result.conflicts.map(({ owner, month }) => `${owner} ${month}`));
      const kept = openState(result.table, left);
      // Whatever was saved is no draft; what met others stays typed until the person has chosen.
      const draft = new Map([...left].filter(([key]) => met.has(ownedKey(result.table, key))));
      const next = { ...kept, draft };
      setState(next);
      keep(next);
      setConflicts(result.conflicts);
      return filled(text.saved, { count: result.saved });
    });
  };

  if (!state) return work.busy ? <Skeleton lines={8} /> : <MessageLine message={message} />;
  const { table } = state;
  const months = wide ? YEAR : (QUARTERS[quarter] ?? YEAR);
  const disabled = work.busy !== '';
  const actions = {
    type: (at: Place, target: number | null) => change(typed(state, [{ ...at, target }])),
    paste: (at: Place, block: string) => {
      const { state: next, bad } = pasted(state, at.line, at.month, block);
      change(next);
      setMessage(bad.length > 0 ? { text: filled(text.notNumber, { text: bad.slice(0, 3).join(', ') }), bad: true } : null);
    },
    focus: setPlace,
    bad: (found: string) => setMessage({ text: filled(text.notNumber, { text: found }), bad: true }),
  };
  return (
    <fieldset class={wide ? 'plans wide' : 'plans'} aria-label={text.plans} onKeyDown={(event) => undoKeys(event, state, change)}>
      <Choices
        table={table}
        wide={wide}
        quarter={quarter}
        text={text}
        disabled={disabled}
        onQuarter={setQuarter}
        onOpen={(question) => void open(question)}
      />
      {table.lines.length === 0 ? (
        <p>{text.empty}</p>
      ) : (
        <PlanGrid state={state} months={months} text={text} actions={actions} disabled={disabled} narrow={!wide} />
      )}
      <GoalBar state={state} place={place} text={text} onGoal={(target) => place && actions.type(place, target)} />
      <Helpers state={state} months={months} place={place} text={text} disabled={disabled} change={change} />
      <Conflicts
        conflicts={conflicts}
        state={state}
        text={text}
        disabled={disabled}
        onMine={() => save(conflicts)}
        onTheirs={() => {
          change({
            ...state,
            draft: new Map(
              [...state.draft].filter(([key]) => !conflicts.some((one) => `${one.owner} ${one.month}` === ownedKey(table, key))),
            ),
          });
          setConflicts([]);
        }}
      />
      <div class="buttons sticky">
        <Button
          id="save-plans"
          label={state.draft.size > 0 ? filled(text.save, { count: state.draft.size }) : text.saveNothing}
          doing={text.saving}
          work={work}
          kind="action"
          disabled={state.draft.size === 0}
          onClick={() => save()}
        />
        <Button
          label={wide ? `↶ ${text.undo}` : '↶'}
          title={text.undo}
          work={work}
          disabled={state.past.length === 0}
          onClick={() => change(undone(state))}
        />
        <Button
          label={wide ? `↷ ${text.redo}` : '↷'}
          title={text.redo}
          work={work}
          disabled={state.future.length === 0}
          onClick={() => change(redone(state))}
        />
        {wide ? null : <OpenWide text={text} setMessage={setMessage} />}
      </div>
      <MessageLine message={message} />
      <LongPlans table={table} text={text} />
      <p class="hint">{text.hint}</p>
    </fieldset>
  );
}

/** How long a person pauses before what they typed is kept, ms. */
const KEEP_MS = 1000;

/** Keeps the last state a moment after it was typed, and at once when the window goes away. */
function useDraftKeeper(): (state: PlanState) => void {
  const waiting = useRef<{ state: PlanState; timer: number } | null>(null);
  const send = (): void => {
    const last = waiting.current;
    if (!last) return;
    waiting.current = null;
    clearTimeout(last.timer);
    const { year, metric, scope } = last.state.table;
    // A draft that cannot be kept costs nothing now: the window still holds it.
    server.keepDraft({ year, metric, scope }, keptCells(last.state)).catch(() => undefined);
  };
  useEffect(() => {
    addEventListener('pagehide', send);
    return () => {
      removeEventListener('pagehide', send);
      send();
    };
  }, []);
  return (state) => {
    if (waiting.current && waiting.current.state.table !== state.table) send();
    clearTimeout(waiting.current?.timer);
    waiting.current = { state, timer: setTimeout(send, KEEP_MS) as unknown as number };
  };
}

function ownedKey({ lines, months }: PlanTable, key: string): string {
  const [line = -1, month = -1] = key.split(':').map(Number);
  return `${lines[line]?.id ?? null} ${months[month]?.month}`;
}

function quarterOf({ now, year }: PlanTable): number {
  return now.startsWith(String(year)) ? Math.floor((Number(now.slice(5)) - 1) / 3) : 0;
}

/** Ctrl+Z inside a cell that was not left yet is the browser's own. */
function undoKeys(event: TargetedKeyboardEvent<HTMLElement>, state: PlanState, change: (next: PlanState) => void): void {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
  const input = event.target;
  if (
    input instanceof HTMLInputElement &&
    input.value !== input.defaultValue &&
    input.dataset['cell'] !== undefined &&
    document.activeElement === input &&
    isDirty(input, state)
  )
    return;
  event.preventDefault();
  change(event.shiftKey ? redone(state) : undone(state));
}

function isDirty(input: HTMLInputElement, state: PlanState): boolean {
  const [line = -1, month = -1] = (input.dataset['cell'] ?? '').split(':').map(Number);
  const shown = state.draft.has(`${line}:${month}`)
    ? (state.draft.get(`${line}:${month}`) ?? null)
    : (state.table.lines[line]?.targets[month] ?? null);
  return parsed(input.value, state.table.unit) !== shown;
}

interface ChoiceProps {
  readonly table: PlanTable;
  readonly wide: boolean;
  readonly quarter: number;
  readonly text: PlanWords;
  readonly disabled: boolean;
  readonly onQuarter: (quarter: number) => void;
  readonly onOpen: (question: PlanQuestion) => void;
}

function Choices({ table, wide, quarter, text, disabled, onQuarter, onOpen }: ChoiceProps): JSX.Element {
  const { year, metric, scope } = table;
  const thisYear = Number(table.now.slice(0, 4));
  const years = [...new Set([year, thisYear - 1, thisYear, thisYear + 1, thisYear + 2])].sort();
  const scopes = Object.entries(text.scopes) as [PlanQuestion['scope'], string][];
  return (
    <div class="choices">
      <Field id="plan-metric" label={text.metric}>
        <Select
          id="plan-metric"
          value={metric}
          disabled={disabled}
          options={table.metrics.map(({ id, name }) => [id, name] as const)}
          onChange={(next) => onOpen({ year, scope, metric: next })}
        />
      </Field>
      <Field id="plan-scope" label={text.scope}>
        <Select
          id="plan-scope"
          value={scope}
          disabled={disabled}
          options={scopes}
          onChange={(next) => onOpen({ year, metric, scope: next as PlanQuestion['scope'] })}
        />
      </Field>
      <Field id="plan-year" label={text.year}>
        <Select
          id="plan-year"
          value={String(year)}
          disabled={disabled}
          options={years.map((one) => [String(one), String(one)] as const)}
          onChange={(next) => onOpen({ metric, scope, year: Number(next) })}
        />
      </Field>
      {wide ? null : (
        <Field id="plan-quarter" label={text.quarter}>
          <Select
            id="plan-quarter"
            value={String(quarter)}
            options={QUARTERS.map((_, at) => [String(at), `Q${at + 1}`] as const)}
            onChange={(next) => onQuarter(Number(next))}
          />
        </Field>
      )}
    </div>
  );
}

/** Realistic goals of the cell a person stands in, to take by a click (M33). */
function GoalBar({
  state,
  place,
  text,
  onGoal,
}: {
  state: PlanState;
  place: Place | null;
  text: PlanWords;
  onGoal: (target: number) => void;
}): JSX.Element {
  const { table } = state;
  const line = place && table.lines[place.line];
  const goals = line?.goals[place?.month ?? 0];
  const title = line && place ? `${line.id === null ? text.company : line.name}, ${table.months[place.month]?.name}` : '';
  return (
    <fieldset class="goals" aria-label={text.goals}>
      {goals ? (
        <>
          <span title={text.goalsHint}>
            {text.goals}: <bdi>{title}</bdi>
          </span>
          {goals.map((goal, level) => (
            <button type="button" key={level} onClick={() => onGoal(neat(goal, table.unit))}>
              {`${text.goalLevels[level]} ${shownNumber(neat(goal, table.unit), table.unit, table.lang)}`}
            </button>
          ))}
        </>
      ) : (
        <span>{place ? text.noGoal : text.goalsHint}</span>
      )}
    </fieldset>
  );
}

/** Goals are estimates: nobody plans their kopecks. */
function neat(value: number, unit: PlanTable['unit']): number {
  if (unit === 'share') return Math.round(value * 1000) / 1000;
  const step = unit === 'money' && value >= 10_000 ? (value >= 100_000 ? 1000 : 100) : 1;
  return Math.round(value / step) * step;
}

interface HelperProps {
  readonly state: PlanState;
  readonly months: readonly number[];
  readonly place: Place | null;
  readonly text: PlanWords;
  readonly disabled: boolean;
  readonly change: (next: PlanState) => void;
}

function Helpers({ state, months, place, text, disabled, change }: HelperProps): JSX.Element {
  const [percent, setPercent] = useState('10');
  const [amount, setAmount] = useState('');
  const [by, setBy] = useState<'days' | 'season'>('days');
  const { table } = state;
  const month = place?.month ?? months[0] ?? 0;
  const quarter = QUARTERS[Math.floor(month / 3)] ?? [];
  const sum = parsed(amount, table.unit);
  const weights = quarter.map((at) => (by === 'days' ? (table.months[at]?.workdays ?? 0) : (table.months[at]?.season ?? 0)));
  const raise = Number(percent.replace(',', '.'));
  const who = place ? table.lines[place.line] : undefined;
  return (
    <details class="helpers">
      <summary>{`${text.fill}, ${text.copy.toLowerCase()}…`}</summary>
      <div class="buttons">
        <button type="button" disabled={disabled} onClick={() => change(goalsForBlanks(state, months, 1))}>
          {text.fill}
        </button>
        <button type="button" disabled={disabled || month === 0} onClick={() => change(copiedMonth(state, month - 1, month))}>
          {`${text.copy} → ${table.months[month]?.name}`}
        </button>
      </div>
      <div class="inline">
        <label for="raise">{text.raise}</label>
        <input id="raise" value={percent} inputMode="decimal" onInput={(event) => setPercent(event.currentTarget.value)} />
        <button
          type="button"
          disabled={disabled || !Number.isFinite(raise) || raise <= -100}
          onClick={() => change(raised(state, months, raise))}
        >
          {text.apply}
        </button>
      </div>
      {table.additive ? (
        <div class="inline">
          <label for="amount">{`${text.spread}${who ? `: ${who.id === null ? text.company : who.name}, Q${Math.floor(month / 3) + 1}` : ''}`}</label>
          <input
            id="amount"
            value={amount}
            inputMode="decimal"
            placeholder={text.amount}
            onInput={(event) => setAmount(event.currentTarget.value)}
          />
          <Select
            id="spread-by"
            label={text.spreadBy}
            value={by}
            options={[
              ['days', text.byDays],
              ['season', text.bySeason],
            ]}
            onChange={(next) => setBy(next === 'season' ? 'season' : 'days')}
          />
          <button
            type="button"
            disabled={disabled || !place || typeof sum !== 'number' || weights.every((weight) => weight === 0)}
            onClick={() => place && typeof sum === 'number' && change(spread(state, place.line, quarter, sum, weights))}
          >
            {text.apply}
          </button>
        </div>
      ) : null}
    </details>
  );
}

interface ConflictProps {
  readonly conflicts: readonly PlanConflict[];
  readonly state: PlanState;
  readonly text: PlanWords;
  readonly disabled: boolean;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

function Conflicts({ conflicts, state, text, disabled, onMine, onTheirs }: ConflictProps): JSX.Element | null {
  if (conflicts.length === 0) return null;
  const { table, draft } = state;
  const shown = (target: number | null): string => (target === null ? text.noPlan : shownNumber(target, table.unit, table.lang));
  return (
    <section class="conflicts" role="alert">
      <p>{text.conflicts}</p>
      <ul>
        {conflicts.map(({ owner, month, target, by, at }) => {
          const line = table.lines.findIndex(({ id }) => id === owner);
          const index = table.months.findIndex((one) => one.month === month);
          const who = owner === null ? text.company : (table.lines[line]?.name ?? `#${owner}`);
          const mine = draft.get(`${line}:${index}`) ?? null;
          return (
            <li key={`${owner} ${month}`}>
              {filled(text.conflict, { who, month: table.months[index]?.name ?? month, now: shown(target), mine: shown(mine) })}
              {` (${filled(text.byWhom, { by: by || text.somebody, at }).trim()})`}
            </li>
          );
        })}
      </ul>
      <div class="buttons">
        <button type="button" disabled={disabled} onClick={onMine}>
          {text.mine}
        </button>
        <button type="button" disabled={disabled} onClick={onTheirs}>
          {text.theirs}
        </button>
      </div>
    </section>
  );
}

function LongPlans({ table, text }: { readonly table: PlanTable; readonly text: PlanWords }): JSX.Element | null {
  if (table.longPlans.length === 0) return null;
  return (
    <div class="hint">
      <p>{text.longPlans}</p>
      <ul>
        {table.longPlans.map(({ name, period, target }) => (
          <li key={`${name} ${period}`}>{`${name || text.company}, ${period}: ${shownNumber(target, table.unit, table.lang)}`}</li>
        ))}
      </ul>
    </div>
  );
}

/** The large window opens beside the panel and works by itself; asking for it twice is harmless. */
function OpenWide({ text, setMessage }: { readonly text: PlanWords; readonly setMessage: (message: Message | null) => void }): JSX.Element {
  const [opening, setOpening] = useState(false);
  const alive = useRef(true);
  useEffect(
    () => () => {
      alive.current = false;
    },
    [],
  );
  const open = async (): Promise<void> => {
    setOpening(true);
    try {
      await server.showPlans();
    } catch (error) {
      setMessage({ text: sentenceOf(error), bad: true });
    }
    if (alive.current) setOpening(false);
  };
  return (
    <button type="button" disabled={opening} onClick={() => void open()}>
      {opening ? text.opening : text.open}
    </button>
  );
}
