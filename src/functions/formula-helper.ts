// What the formula helper of the panel offers, and the formula and answer of what was chosen. Whatever is chosen, the text is one a person could type.
import type { Cell, Table } from '../cell';
import type { Labels } from '../facts/facts';
import { METRIC_IDS } from '../metrics/catalogue';
import { monthOf } from '../period';
import { answer } from './answer';
import type { Choice } from './arguments/choice';
import { personName } from './arguments/who';
import { funnelModes } from './funnel';
import { tableDimensions } from './kpi-table';
import { metricMeaning, metricName, metricShortName } from './metric-names';
import { planFactItems } from './plan-fact';
import type { AnswerContext } from './question';

/** What kind of answer is wanted, in the order of the list. */
export const FORMULA_KINDS = ['metric', 'plan', 'table', 'planTable', 'funnel', 'bottleneck', 'stuck', 'losses'] as const;
export type FormulaKind = (typeof FORMULA_KINDS)[number];

/** Typed or chosen by the person; '' = left out. */
export interface FormulaForm {
  readonly kind: FormulaKind;
  readonly period: string;
  readonly who: string;
  readonly pipeline: string;
  readonly metric: string;
  /** Of `plan`: fact, attainment…; of `table`: by what; of `funnel`: how. */
  readonly detail: string;
}

export interface FormulaChoices {
  readonly metrics: readonly { readonly id: string; readonly name: string; readonly meaning: string }[];
  readonly people: readonly string[];
  readonly pipelines: readonly string[];
  /** Periods to choose from; any other may be typed. */
  readonly periods: readonly string[];
  readonly details: Readonly<Partial<Record<FormulaKind, readonly string[]>>>;
}

export interface FormulaAnswer {
  readonly formula: string;
  /** Rows and columns the answer takes. */
  readonly rows: number;
  readonly columns: number;
  /** Its upper left part. */
  readonly shown: Table;
}

const SHOWN_ROWS = 8;
const SHOWN_COLUMNS = 4;

export function formulaChoices(labels: Labels): FormulaChoices {
  const { lang, managers, departments, pipelines, asOfDay } = labels;
  const first = (choices: readonly Choice<string>[]): string[] => choices.flatMap((choice) => choice[lang][0] ?? []);
  const month = monthOf(asOfDay);
  const quarter = `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
  return {
    metrics: METRIC_IDS.map((id) => ({ id, name: metricName(id, lang), meaning: metricMeaning(id, lang) })),
    people: [
      ...departments.map(({ name }) => name),
      ...managers.flatMap(({ active }, at) => (active && at > 0 ? personName(labels, at) : [])),
    ],
    pipelines: pipelines.map(({ name }) => name),
    periods:
      lang === 'ru'
        ? ['этот месяц', 'прошлый месяц', 'этот квартал', 'этот год', month, quarter, month.slice(0, 4)]
        : ['this month', 'last month', 'this quarter', 'this year', month, quarter, month.slice(0, 4)],
    details: {
      plan: first(planFactItems),
      table: first(tableDimensions),
      planTable: first(tableDimensions).slice(0, 2),
      funnel: first(funnelModes),
    },
  };
}

/** Name and arguments of the function that answers a form. */
function called(
  { kind, period, who, pipeline, metric, detail }: FormulaForm,
  { lang }: Labels,
): readonly [name: string, args: readonly string[]] {
  const short = METRIC_IDS.find((id) => metricName(id, lang) === metric);
  const name = kind === 'table' && short ? metricShortName(short, lang) : metric;
  switch (kind) {
    case 'metric':
      return ['B24_KPI', [period, who, pipeline, metric]];
    case 'plan':
      return ['B24_PLANFACT', [period, who, pipeline, metric, detail]];
    case 'table':
      return ['B24_KPI_TABLE', [period, who, pipeline, detail, name]];
    case 'planTable':
      return ['B24_PLANFACT_TABLE', [period, who, pipeline, metric, detail]];
    case 'funnel':
      return ['B24_FUNNEL', [period, who, pipeline, detail]];
    case 'bottleneck':
      return ['B24_BOTTLENECK', [period, who, pipeline]];
    case 'stuck':
      return ['B24_STUCK', [who, pipeline, '']];
    case 'losses':
      return ['B24_LOSSES', [period, who, pipeline, '']];
  }
}

/** The formula and the beginning of its answer. Throws what the function throws: KpiError('argument') for what it cannot use. */
export function formulaAnswer(form: FormulaForm, separator: string, context: AnswerContext): FormulaAnswer {
  const { labels } = context.load([]);
  const [name, args] = called(form, labels);
  const typed = args.map((arg) => arg.trim());
  const value = answer(
    name,
    typed.map((arg) => (arg === '' ? undefined : arg)),
    context,
  );
  const table: Table = Array.isArray(value) ? (value as Table) : [[value as Cell]];
  const quoted = typed.map((arg) => (arg === '' ? '' : `"${arg.replace(/"/g, '""')}"`));
  return {
    formula: `=${name}(${[...quoted, 'B24_DATA'].join(separator)})`,
    rows: table.length,
    columns: Math.max(1, ...table.map((row) => row.length)),
    shown: table.slice(0, SHOWN_ROWS).map((row) => row.slice(0, SHOWN_COLUMNS)),
  };
}
