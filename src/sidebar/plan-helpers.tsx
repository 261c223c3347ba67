// What helps to fill the table of plans: realistic goals, copying a month, raising, spreading a sum of a quarter.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PlanTable } from '../functions/plan-editor';
import type { Place } from './plan-grid';
import { copiedMonth, goalsForBlanks, type PlanState, parsed, QUARTERS, raised, shownNumber, spread } from './plan-model';
import type { PlanWords } from './plan-words';
import { Select } from './ui';

/** Realistic goals of the cell a person stands in, to take by a click (M33). */
export function GoalBar({
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

export function Helpers({ state, months, place, text, disabled, change }: HelperProps): JSX.Element {
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
