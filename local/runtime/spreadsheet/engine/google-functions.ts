// Formulas of Google Sheets that the engine lacks, and the clock of TODAY and NOW. LET, LAMBDA, QUERY and SPARKLINE are not here.
import { isDateFormat } from '../number-format';
import { type EngineValue, library } from './library';

/** What a model's TODAY and NOW show: a serial number of the file's wall clock. */
export interface ModelClock {
  readonly serialNow: () => number;
}

const clocks = new WeakMap<object, ModelClock>();

/** Gives a model (by its getters) a clock of its own. */
export function connectClock(getters: object, clock: ModelClock): void {
  clocks.set(getters, clock);
}

type Cell = EngineValue;
type Matrix = readonly (readonly Cell[])[];
type Argument = Cell | Matrix | undefined;

const anything = { description: '', type: ['ANY', 'RANGE'] as ('ANY' | 'RANGE')[], acceptMatrix: true, acceptErrors: true };
const text = { description: '', type: ['STRING'] as 'STRING'[] };

export function registerGoogleFunctions(): void {
  const { functionRegistry } = library.registries;
  const add = (
    name: string,
    args: object[],
    compute: (this: { getters: object; locale: { dateFormat: string; timeFormat: string } }, ...values: never[]) => unknown,
  ) => {
    const description = { description: '', args: args as never[], compute: compute as never };
    if (functionRegistry.contains(name)) functionRegistry.replace(name, description);
    else functionRegistry.add(name, description);
  };
  for (const name of ['CONCATENATE', 'CONCAT', 'JOIN', 'TEXTJOIN']) joinsShownNumbers(name);
  add('ARRAYFORMULA', [{ ...anything, name: 'formula' }], (value: Argument) => value);
  add(
    'ARRAY_CONSTRAIN',
    [
      { ...anything, name: 'range' },
      { ...anything, name: 'rows' },
      { ...anything, name: 'columns' },
    ],
    constrain,
  );
  add('TO_TEXT', [{ ...anything, name: 'value' }], function (value: Argument) {
    return {
      value: library.helpers.formatValue(first(value)?.value ?? '', { format: first(value)?.format, locale: this.locale } as never),
    };
  });
  add(
    'REGEXMATCH',
    [
      { ...text, name: 'text' },
      { ...text, name: 'pattern' },
    ],
    (value: Argument, pattern: Argument) => matches(first(value), first(pattern)),
  );
  add('TODAY', [], function () {
    return { value: Math.floor(serialNow(this.getters)), format: this.locale.dateFormat };
  });
  add('NOW', [], function () {
    return { value: serialNow(this.getters), format: `${this.locale.dateFormat} hh:mm:ss` };
  });
}

/** Google joins numbers as the file writes them: `"a"&1,5` is `a1,5`, a date is its shown text. The engine would join `1.5`. */
function joinsShownNumbers(name: string): void {
  const { functionRegistry } = library.registries;
  const original = functionRegistry.get(name);
  const compute = original.compute as unknown as (this: unknown, ...values: unknown[]) => unknown;
  functionRegistry.replace(name, {
    ...original,
    compute: function (this: unknown, ...values: unknown[]) {
      const { locale } = this as { locale: ShownLocale };
      const shown = values.map((value) =>
        Array.isArray(value)
          ? (value as Matrix).map((column) => column.map((cell) => shownCell(cell, locale)))
          : shownCell(value as Cell, locale),
      );
      return compute.apply(this, shown) as never;
    },
  });
}

interface ShownLocale {
  readonly decimalSeparator: string;
}

function shownCell(cell: Cell | undefined, locale: ShownLocale): Cell | undefined {
  if (typeof cell?.value !== 'number') return cell;
  if (cell.format !== undefined && isDateFormat(cell.format)) {
    return { value: library.helpers.formatValue(cell.value, { format: cell.format, locale: locale as never }) };
  }
  return { ...cell, value: String(cell.value).replace('.', locale.decimalSeparator) };
}

function serialNow(getters: object): number {
  const clock = clocks.get(getters);
  if (clock) return clock.serialNow();
  const now = new Date();
  return (now.getTime() - now.getTimezoneOffset() * 60_000) / 86_400_000 + 25569;
}

function first(value: Argument): Cell | undefined {
  return Array.isArray(value) ? (value as Matrix)[0]?.[0] : (value as Cell | undefined);
}

function constrain(range: Argument, rows: Argument, columns: Argument): unknown {
  const matrix = Array.isArray(range) ? (range as Matrix) : [[range as Cell]];
  const height = Number(first(rows)?.value ?? 0);
  const width = Number(first(columns)?.value ?? 0);
  return matrix.slice(0, width).map((column) => column.slice(0, height));
}

function matches(value: Cell | undefined, pattern: Cell | undefined): Cell {
  try {
    return { value: new RegExp(String(pattern?.value ?? ''), 'u').test(String(value?.value ?? '')) };
  } catch {
    return { value: '#REF!', message: `Function REGEXMATCH parameter 2 value "${pattern?.value}" is not a valid regular expression.` };
  }
}
