// Beside the table of plans: what met other people's changes, plans of longer periods, the way to the large window.
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlanConflict } from '../addon/server-api';
import type { PlanTable } from '../functions/plan-editor';
import { type PlanState, shownNumber } from './plan-model';
import { filled, type PlanWords } from './plan-words';
import { server } from './server';
import { type Message, sentenceOf } from './ui';

interface ConflictProps {
  readonly conflicts: readonly PlanConflict[];
  readonly state: PlanState;
  readonly text: PlanWords;
  readonly disabled: boolean;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

export function Conflicts({ conflicts, state, text, disabled, onMine, onTheirs }: ConflictProps): JSX.Element | null {
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

export function LongPlans({ table, text }: { readonly table: PlanTable; readonly text: PlanWords }): JSX.Element | null {
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
export function OpenWide({
  text,
  setMessage,
}: {
  readonly text: PlanWords;
  readonly setMessage: (message: Message | null) => void;
}): JSX.Element {
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
