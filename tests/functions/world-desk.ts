// Custom functions over a generated portal: its facts, whatever was typed, no sheet, no platform.
import fc from 'fast-check';
import type { Cell, Table } from '../../src/cell';
import type { FactTables } from '../../src/facts/facts';
import { answer } from '../../src/functions/answer';
import { functionDefinition } from '../../src/functions/catalogue';
import { functionTexts } from '../../src/functions/help/texts';
import { FUNCTION_NAMES, type FunctionName } from '../../src/functions/names';
import { type Inputs, NO_INPUTS } from '../../src/inputs/inputs';
import type { TypedInputs } from '../../src/inputs/sheet';
import type { ArgumentName } from '../../src/locale/argument-words';
import { METRIC_IDS } from '../../src/metrics/catalogue';
import { minorUnits } from '../../src/money';
import { isoDay, parseIsoDay } from '../../src/period';

export type Ask = (name: FunctionName, ...args: readonly unknown[]) => Cell | Table;

/** The answers of a file with these facts and inputs. */
export function deskOf(facts: FactTables, inputs: Partial<Inputs> = {}, complaints: TypedInputs['complaints'] = []): Ask {
  return (name, ...args) =>
    answer(name, args, {
      load: () => facts,
      inputs: () => ({ inputs: { ...NO_INPUTS, ...inputs }, complaints }),
      titles: (rows) => rows.map((row) => `Deal ${facts.deals.id[row]}`),
      approved: () => [],
      forecasts: () => [],
    });
}

/** The lines of a table without its header. */
export function linesOf(answered: Cell | Table): Table {
  if (!Array.isArray(answered)) throw new Error(`not a table: ${String(answered)}`);
  return answered.slice(1);
}

/** Σ of a column in hundredths, so that kopecks are whole. */
export function summed(lines: Table, column: number): number {
  return lines.reduce((sum, line) => sum + minorUnits(Number(line[column] ?? 0)), 0);
}

/** The generated deals live from March to 20 May 2025. */
export const FIRST_DAY = parseIsoDay('2025-03-01') ?? 0;

export const span = (start: number, end: number): string => `${isoDay(start)}..${isoDay(end)}`;

export const period: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.nat(80), fc.nat(80)).map(([start, length]) => span(FIRST_DAY + start, FIRST_DAY + start + length)) },
  { weight: 1, arbitrary: fc.constantFrom('all time', '2025', '2025-05') },
);

/** Anna is of department 3, Boris of its child 4, Vera left and is known only if she has anything. */
export const who: fc.Arbitrary<unknown> = fc.constantFrom<unknown>('', '', 'Anna', 'No manager', 'Sales 1', 'Boris; No manager');
export const pipeline: fc.Arbitrary<unknown> = fc.constantFrom<unknown>('', '', 0, 'Repeat');

/** A function with its arguments, the stamp left out. */
export type Call = readonly [name: FunctionName, ...args: readonly unknown[]];

/** What people may type as an argument: the words that its help puts into quotes, and names of the generated portals. */
function wordsOf(name: FunctionName, param: ArgumentName): fc.Arbitrary<unknown> {
  const { hint, en } = { hint: undefined, ...functionTexts[name].params[param] } as { hint?: { en: string }; en?: string };
  const quoted = [...`${hint?.en ?? ''} ${en ?? ''}`.matchAll(/"([^"]+)"/g)].map(([, word]) => word);
  const own: Partial<Record<ArgumentName, readonly unknown[]>> = {
    metric: METRIC_IDS,
    metrics: ['wonSum, calls, cycleMedianDays', ...METRIC_IDS],
    stage: ['NEW', 'PREPARATION', 'EXECUTING', 1],
    n: [1, 3, 1000],
    points: [10, 0.1, '5 %'],
    against: ['others', 'Boris', '2025-03'],
  };
  return fc.constantFrom<unknown>('', ...quoted, ...(own[param] ?? []));
}

const places: Partial<Record<ArgumentName, fc.Arbitrary<unknown>>> = { period, who, pipeline };

/** Mostly what is meant; sometimes, with `odd`, anything at all. */
export function calls(odd: fc.Arbitrary<unknown> | null = null): fc.Arbitrary<Call> {
  return fc.constantFrom(...FUNCTION_NAMES).chain((name) => {
    const args = functionDefinition(name)
      .params.slice(0, -1)
      .map((param) => places[param] ?? wordsOf(name, param))
      .map((meant) => (odd === null ? meant : fc.oneof({ weight: 9, arbitrary: meant }, { weight: 1, arbitrary: odd })));
    return fc.tuple(...args).map((given): Call => [name, ...given]);
  });
}
