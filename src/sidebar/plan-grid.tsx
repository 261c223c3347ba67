// The table of plans itself: owners down, months across, sums below. A row draws anew only when something in it changed.
import { Component, type JSX, type TargetedKeyboardEvent } from 'preact';
import type { PlanLine, PlanTable } from '../functions/plan-editor';
import { PastFacts } from './plan-facts';
import { isTyped, type PlanState, parsed, shortNumber, shownNumber, sumOf, sumOfLine, targetAt } from './plan-model';
import { CompanyRows, GroupRow, SumRow, total } from './plan-sums';
import type { PlanWords } from './plan-words';

export interface Place {
  readonly line: number;
  readonly month: number;
}

export interface GridActions {
  type(place: Place, target: number | null): void;
  paste(place: Place, text: string): void;
  focus(place: Place): void;
  bad(text: string): void;
}

interface GridProps {
  readonly state: PlanState;
  readonly months: readonly number[];
  readonly text: PlanWords;
  readonly actions: GridActions;
  readonly disabled: boolean;
  /** Names stand above their cells. */
  readonly narrow: boolean;
}

export function PlanGrid({ state, months, text, actions, disabled, narrow }: GridProps): JSX.Element {
  const { table } = state;
  const { unit, lang } = table;
  const order = shownOrder(table);
  const rows: JSX.Element[] = [];
  let group: string | null = null;
  for (const line of order) {
    const owner = table.lines[line] as PlanLine;
    if (table.scope === 'manager' && owner.group !== group) {
      group = owner.group;
      rows.push(<GroupRow key={`group ${group}`} group={group} state={state} months={months} text={text} narrow={narrow} />);
    }
    const targets = months.map((month) => targetAt(state, line, month));
    const typed = months.map((month) => isTyped(state, line, month));
    rows.push(
      <Row
        key={owner.id ?? 0}
        owner={owner}
        line={line}
        months={months}
        targets={targets}
        typed={typed}
        sum={sumOfLine(state, line, months)}
        table={table}
        text={text}
        actions={actions}
        disabled={disabled}
        narrow={narrow}
      />,
    );
  }
  const sums = months.map((month) => sumOf(state, month));
  const all = total(sums);
  return (
    <div class="grid-box">
      <table class="grid" onKeyDown={(event) => move(event, order, months)}>
        <thead>
          <tr>
            {narrow ? null : <th scope="col">{text.owner}</th>}
            {months.map((month) => (
              <th scope="col" key={month} class={table.months[month]?.month === table.now ? 'now' : ''}>
                {table.months[month]?.name}
                <small>{`${table.months[month]?.workdays} ${text.workdays}`}</small>
              </th>
            ))}
            {table.additive && !narrow ? <th scope="col">{text.total}</th> : null}
          </tr>
        </thead>
        <tbody>{rows}</tbody>
        {table.additive && table.scope !== 'company' ? (
          <tfoot>
            <SumRow name={text.total} values={sums} all={all} unit={unit} lang={lang} narrow={narrow} />
            {table.company.some((target) => target !== null) ? (
              <CompanyRows table={table} months={months} sums={sums} text={text} narrow={narrow} />
            ) : null}
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

/** People stand by departments; within one as the server sent them. */
function shownOrder({ lines, scope }: PlanTable): number[] {
  const order = lines.map((_, at) => at);
  if (scope !== 'manager') return order;
  const groups = [...new Set(lines.map(({ group }) => group))].sort((a, b) => (a === '' ? 1 : b === '' ? -1 : a.localeCompare(b)));
  return groups.flatMap((group) => order.filter((at) => lines[at]?.group === group));
}

interface RowProps {
  readonly owner: PlanLine;
  readonly line: number;
  readonly months: readonly number[];
  readonly targets: readonly (number | null)[];
  readonly typed: readonly boolean[];
  readonly sum: number | null;
  readonly table: PlanTable;
  readonly text: PlanWords;
  readonly actions: GridActions;
  readonly disabled: boolean;
  readonly narrow: boolean;
}

class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const now = this.props;
    if (now.owner !== next.owner || now.disabled !== next.disabled || now.months !== next.months || now.text !== next.text) return true;
    return next.targets.some((target, at) => target !== now.targets[at] || next.typed[at] !== now.typed[at]);
  }

  override render({ owner, line, months, targets, typed, sum, table, text, actions, disabled, narrow }: RowProps): JSX.Element {
    const name = owner.id === null ? text.company : owner.name;
    const head = (
      <th scope="row" title={name} colSpan={narrow ? months.length : 1}>
        <bdi>{name}</bdi>
        {narrow && sum !== null ? <small>{shortNumber(sum, table.unit, table.lang)}</small> : null}
      </th>
    );
    const cells = months.map((month, at) => (
      <td key={month} class={typed[at] ? 'typed' : ''}>
        <input
          value={shownNumber(targets[at] ?? null, table.unit, table.lang)}
          aria-label={`${name}, ${table.months[month]?.name}`}
          data-cell={`${line}:${month}`}
          inputMode="decimal"
          autoComplete="off"
          readOnly={disabled}
          onFocus={(event) => {
            event.currentTarget.select();
            actions.focus({ line, month });
          }}
          onChange={(event) => typedIn(event.currentTarget, { line, month }, targets[at] ?? null, table, actions)}
          onPaste={(event) => {
            const block = event.clipboardData?.getData('text/plain') ?? '';
            if (!/[\t\n]/.test(block.trim())) return;
            event.preventDefault();
            actions.paste({ line, month }, block);
          }}
        />
        <PastFacts owner={owner} month={month} table={table} text={text} />
      </td>
    ));
    if (narrow)
      return (
        <>
          <tr class="name">{head}</tr>
          <tr>{cells}</tr>
        </>
      );
    return (
      <tr>
        {head}
        {cells}
        {table.additive ? <td class="sum">{shortNumber(sum, table.unit, table.lang)}</td> : null}
      </tr>
    );
  }
}

function typedIn(input: HTMLInputElement, place: Place, was: number | null, { unit, lang }: PlanTable, actions: GridActions): void {
  const target = parsed(input.value, unit);
  if (target === undefined) {
    actions.bad(input.value);
    input.setAttribute('aria-invalid', 'true');
    return;
  }
  input.removeAttribute('aria-invalid');
  input.value = shownNumber(target, unit, lang);
  if (target !== was) actions.type(place, target);
}

/** Arrows up and down, Enter: the same month of the next line; the left and right ones leave a cell at its edges. */
function move(event: TargetedKeyboardEvent<HTMLTableElement>, order: readonly number[], months: readonly number[]): void {
  const input = event.target as HTMLInputElement;
  const [line = -1, month = -1] = (input.dataset['cell'] ?? '').split(':').map(Number);
  if (line < 0) return;
  const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    Enter: [event.shiftKey ? -1 : 1, 0],
    ArrowLeft: whole || input.selectionEnd === 0 ? [0, -1] : [0, 0],
    ArrowRight: whole || input.selectionStart === input.value.length ? [0, 1] : [0, 0],
  };
  const [down, across] = steps[event.key] ?? [0, 0];
  if (down === 0 && across === 0) return;
  const to = `${order[order.indexOf(line) + down]}:${months[months.indexOf(month) + across]}`;
  const next = event.currentTarget.querySelector<HTMLInputElement>(`input[data-cell="${to}"]`);
  if (!next) return;
  event.preventDefault();
  next.focus();
}
