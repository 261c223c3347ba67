// Which plans are edited: metric, whose, year, and the quarter where only one fits.
import type { JSX } from 'preact';
import type { PlanQuestion, PlanTable } from '../functions/plan-editor';
import { QUARTERS } from './plan-model';
import type { PlanWords } from './plan-words';
import { Field, Select } from './ui';

interface ChoiceProps {
  readonly table: PlanTable;
  readonly wide: boolean;
  readonly quarter: number;
  readonly text: PlanWords;
  readonly disabled: boolean;
  readonly onQuarter: (quarter: number) => void;
  readonly onOpen: (question: PlanQuestion) => void;
}

export function Choices({ table, wide, quarter, text, disabled, onQuarter, onOpen }: ChoiceProps): JSX.Element {
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
