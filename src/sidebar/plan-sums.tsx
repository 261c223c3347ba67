// Sums in the table of plans: by department, all together, and what is left to the plan of the company.
import type { JSX } from 'preact';
import type { PlanTable } from '../functions/plan-editor';
import { type PlanState, shortNumber, sumOf } from './plan-model';
import { filled, type PlanWords } from './plan-words';

interface PartProps {
  readonly state: PlanState;
  readonly months: readonly number[];
  readonly text: PlanWords;
  readonly narrow: boolean;
}

export function GroupRow({ group, state, months, text, narrow }: PartProps & { readonly group: string }): JSX.Element {
  const { table } = state;
  const sums = months.map((month) => sumOf(state, month, (line) => line.group === group));
  const plan = table.departments.find(({ name }) => name === group)?.targets;
  const title =
    plan && months.some((month) => plan[month] !== null)
      ? filled(`${text.departmentPlan}: {plan}`, { plan: planText(plan, months, table) })
      : '';
  const head = (
    <th scope="rowgroup" colSpan={narrow ? months.length : 1}>
      <bdi>{group || '—'}</bdi>
      {title ? <small>{title}</small> : null}
    </th>
  );
  if (narrow)
    return (
      <>
        <tr class="group">{head}</tr>
        <tr class="group">
          {sums.map((sum, at) => (
            <td key={months[at]} class="sum">
              {shortNumber(sum, table.unit, table.lang)}
            </td>
          ))}
        </tr>
      </>
    );
  return (
    <tr class="group" title={title}>
      {head}
      {sums.map((sum, at) => (
        <td key={months[at]} class="sum">
          {shortNumber(sum, table.unit, table.lang)}
        </td>
      ))}
      {table.additive ? <td class="sum">{shortNumber(total(sums), table.unit, table.lang)}</td> : null}
    </tr>
  );
}

function planText(plan: readonly (number | null)[], months: readonly number[], { unit, lang }: PlanTable): string {
  return shortNumber(total(months.map((month) => plan[month] ?? null)), unit, lang);
}

interface SumProps {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly all: number | null;
  readonly unit: PlanTable['unit'];
  readonly lang: string;
  readonly kind?: string;
  readonly narrow: boolean;
}

export function SumRow({ name, values, all, unit, lang, kind = '', narrow }: SumProps): JSX.Element {
  if (narrow)
    return (
      <>
        <tr class={kind}>
          <th scope="row" colSpan={values.length}>
            {name}
            <small>{shortNumber(all, unit, lang)}</small>
          </th>
        </tr>
        <tr class={kind}>
          {values.map((value, at) => (
            <td key={at} class="sum">
              {shortNumber(value, unit, lang)}
            </td>
          ))}
        </tr>
      </>
    );
  return (
    <tr class={kind}>
      <th scope="row">{name}</th>
      {values.map((value, at) => (
        <td key={at} class="sum">
          {shortNumber(value, unit, lang)}
        </td>
      ))}
      <td class="sum">{shortNumber(all, unit, lang)}</td>
    </tr>
  );
}

interface CompanyProps {
  readonly table: PlanTable;
  readonly months: readonly number[];
  readonly sums: readonly (number | null)[];
  readonly text: PlanWords;
  readonly narrow: boolean;
}

export function CompanyRows({ table, months, sums, text, narrow }: CompanyProps): JSX.Element {
  const { unit, lang } = table;
  const plan = months.map((month) => table.company[month] ?? null);
  const gaps = plan.map((target, at) => (target === null ? null : target - (sums[at] ?? 0)));
  const all = total(gaps);
  return (
    <>
      <SumRow name={text.companyPlan} values={plan} all={total(plan)} unit={unit} lang={lang} narrow={narrow} />
      <SumRow
        name={(all ?? 0) < 0 ? text.gapOver : text.gap}
        values={gaps.map((gap) => gap && Math.abs(gap))}
        all={all && Math.abs(all)}
        unit={unit}
        lang={lang}
        kind="gap"
        narrow={narrow}
      />
    </>
  );
}

/** null where there is nothing to add. */
export function total(values: readonly (number | null)[]): number | null {
  const known = values.flatMap((value) => value ?? []);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
