// Custom functions over the worked example (May 2025) with everything typed: no sheet, no platform.
import { isKpiError } from '../../src/errors';
import type { FactTableName, FactTables, Labels } from '../../src/facts/facts';
import { answer } from '../../src/functions/answer';
import type { AnswerContext } from '../../src/functions/question';
import type { Inputs } from '../../src/inputs/inputs';
import { describe as sentenceOf } from '../../src/locale/describe';
import { goldenInputs } from '../golden-inputs';
import { goldenFacts, goldenRecords } from '../golden-kpi';

const facts = goldenFacts();
const titleOf = new Map(goldenRecords.deals.map(({ id, title }) => [id, title]));

export interface Desk {
  readonly facts?: FactTables;
  readonly labels?: Partial<Labels>;
  readonly inputs?: Partial<Inputs>;
  readonly context?: Partial<AnswerContext>;
  /** Filled with the tables asked for. */
  readonly asked?: FactTableName[];
}

/** The answer of a function as a cell would get it. */
export function askGolden(name: string, args: readonly unknown[] = [], desk: Desk = {}): unknown {
  const known = desk.facts ?? facts;
  const shown: FactTables = { ...known, labels: { ...known.labels, ...desk.labels } };
  return answer(name, args, {
    load: (tables) => {
      desk.asked?.push(...tables);
      return shown;
    },
    inputs: () => ({ inputs: { ...goldenInputs, ...desk.inputs }, complaints: [] }),
    titles: (rows) => rows.map((row) => titleOf.get(shown.deals.id[row] ?? 0) ?? ''),
    approved: () => [],
    forecasts: () => [],
    ...desk.context,
  });
}

/** The answer of a function that spills. */
export function askTable(name: string, args: readonly unknown[], desk: Desk = {}): (string | number)[][] {
  return askGolden(name, args, desk) as (string | number)[][];
}

/** The Russian sentence that a function refuses with; what it answered, when it did not. */
export function complaintOf(name: string, args: readonly unknown[], desk: Desk = {}): string {
  try {
    return `answered ${JSON.stringify(askGolden(name, args, desk))}`;
  } catch (error) {
    if (!isKpiError(error)) throw error;
    return sentenceOf(error, 'ru');
  }
}
