// Custom functions as cells call them: one execution per new set of arguments, results kept by (function, arguments) for the workbook's life
// (apps-script reference, 4; workbench reference, 9). It knows neither the engine nor the realm.
import { createHash } from 'node:crypto';
import { isDate } from 'node:util/types';
import { TimeExceeded } from './execution';
import { ScriptError } from './realm-errors';
import type { CustomFunctionResult } from './spreadsheet/contract';
import type { Switches } from './switches';

/** Results kept; the oldest go first, so that a stamp argument does not make the file grow for ever. */
const keptResults = 20_000;
const longKey = 512;

export interface FunctionCacheStats {
  customFunctionCalls: number;
  customFunctionHits: number;
}

export interface CustomFunctionOptions {
  /** Top-level function names of the script. */
  readonly names: readonly string[];
  /** Runs the function in AuthMode.CUSTOM_FUNCTION and answers a host copy of its value; throws what the script threw. */
  readonly execute: (functionName: string, args: readonly unknown[]) => unknown;
  /** Identifies the code: results of another build are not reused. */
  readonly codeHash: string;
  readonly switches: Switches;
  readonly stats: FunctionCacheStats;
  readonly saved?: readonly (readonly [key: string, result: unknown])[];
}

export class CustomFunctions {
  readonly #options: CustomFunctionOptions;
  readonly #names: ReadonlyMap<string, string>;
  readonly #results: Map<string, unknown>;

  constructor(options: CustomFunctionOptions) {
    this.#options = options;
    this.#names = new Map(options.names.filter((name) => !name.endsWith('_')).map((name) => [name.toUpperCase(), name]));
    const mine = (options.saved ?? []).filter(([key]) => key.startsWith(`${options.codeHash}:`));
    this.#results = new Map(mine.map(([key, result]) => [key, revived(result)]));
  }

  /** The value of a call, from the kept results or from a run; names are case-insensitive in cells. */
  call(name: string, args: readonly unknown[]): CustomFunctionResult {
    const { stats, switches } = this.#options;
    const functionName = this.#names.get(name.toUpperCase());
    if (functionName === undefined) return { error: '#NAME?', message: `Unknown function: '${name}'.` };
    const key = this.#key(functionName, args);
    if (switches.keepsFunctionResults && this.#results.has(key)) {
      stats.customFunctionHits += 1;
      return { value: this.#results.get(key) };
    }
    stats.customFunctionCalls += 1;
    try {
      const value = checked(this.#options.execute(functionName, args), switches);
      this.#keep(key, value);
      return { value };
    } catch (error) {
      return failure(error);
    }
  }

  /** Forgets every kept result. */
  clear(): void {
    this.#results.clear();
  }

  save(): (readonly [key: string, result: unknown])[] {
    return [...this.#results].map(([key, result]) => [key, saveable(result)]);
  }

  #keep(key: string, value: unknown): void {
    if (this.#results.size >= keptResults) this.#results.delete([...this.#results.keys()][0] ?? '');
    this.#results.set(key, value);
  }

  #key(functionName: string, args: readonly unknown[]): string {
    const text = JSON.stringify(args.map(saveable));
    const short = text.length <= longKey ? text : `sha256:${createHash('sha256').update(text).digest('base64')}`;
    return `${this.#options.codeHash}:${functionName}:${short}`;
  }
}

/** A result the sheet can hold: a scalar, or rows of scalars; anything else throws (4.2, what is unconfirmed by switch). */
function checked(value: unknown, switches: Switches): unknown {
  const one = (item: unknown): unknown => scalar(item, switches);
  if (!Array.isArray(value)) return one(value);
  if (!value.some((item) => Array.isArray(item)))
    return switches.oneDimensionalResult === 'column' ? value.map((item) => [one(item)]) : [value.map(one)];
  const rows = value.map((row: unknown): unknown[] => (Array.isArray(row) ? row : [row]));
  if (switches.raggedResult === 'refused' && rows.some(({ length }) => length !== rows[0]?.length))
    throw new Error('The function returned rows of different length.');
  return rows.map((row) => row.map(one));
}

function scalar(value: unknown, { nullResult, formulaTextResult }: Switches): unknown {
  if (value === null || value === undefined) {
    if (nullResult === 'refused') throw new Error('The function returned no value.');
    return '';
  }
  if (isDate(value)) {
    if (Number.isNaN(value.getTime())) throw new Error('The function returned an invalid date.');
    return value;
  }
  if (typeof value === 'object') throw new Error('The function returned an object; a cell holds a number, text, date, true or false.');
  if (formulaTextResult === 'refused' && typeof value === 'string' && value.startsWith('='))
    throw new Error('The function returned a text that begins with "=".');
  return value;
}

function failure(error: unknown): CustomFunctionResult {
  if (error instanceof TimeExceeded) return { error: '#ERROR!', message: 'Exceeded maximum execution time (line 0).' };
  if (error instanceof ScriptError) {
    // The script's own sentence comes first; Google prints `<name>: <message> (line N).`, and names other than Error tell where it came from.
    const own = error.name === 'Error' || !/^(Exception|TypeError|ReferenceError|RangeError|SyntaxError)$/.test(error.name);
    return { error: '#ERROR!', message: own ? error.message : `${error.name}: ${error.message} (line ${error.line}).` };
  }
  return { error: '#ERROR!', message: error instanceof Error ? error.message : String(error) };
}

/** Dates and undefined survive JSON as tagged records. */
function saveable(value: unknown): unknown {
  if (value === undefined) return { $: 'undefined' };
  if (isDate(value)) return { $: 'date', at: value.getTime() };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', text: String(value) };
  return Array.isArray(value) ? value.map(saveable) : value;
}

function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== 'object' || value === null) return value;
  const { $: tag, at, text } = value as { $?: string; at?: number; text?: string };
  if (tag === 'date') return new Date(at ?? Number.NaN);
  return tag === 'number' ? Number(text) : undefined;
}
