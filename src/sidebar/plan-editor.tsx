// The editor of plans: which plans, the table, what helps to fill it, saving and what met other people's changes. In the panel a quarter, in the
// large window the year.
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PlanConflict } from '../addon/server-api';
import type { PlanQuestion, PlanTable } from '../functions/plan-editor';
import { Choices } from './plan-choices';
import { useDraftKeeper } from './plan-drafts';
import { type Place, PlanGrid } from './plan-grid';
import { GoalBar, Helpers } from './plan-helpers';
import {
  discarded,
  draftOf,
  editsOf,
  movedDraft,
  openState,
  type PlanState,
  parsed,
  pasted,
  QUARTERS,
  redone,
  typed,
  undone,
} from './plan-model';
import { Conflicts, LongPlans, OpenWide } from './plan-notes';
import { filled, planWords } from './plan-words';
import { server } from './server';
import { Button, MessageLine, Skeleton, useWork } from './ui';

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
        {state.draft.size > 0 ? (
          <Button id="discard-plans" label={text.discard} work={work} kind="quiet" onClick={() => change(discarded(state))} />
        ) : null}
        {wide ? null : <OpenWide text={text} setMessage={setMessage} />}
      </div>
      <MessageLine message={message} />
      <LongPlans table={table} text={text} />
      <p class="hint">{text.hint}</p>
    </fieldset>
  );
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
