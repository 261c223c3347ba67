// Custom functions as formulas of the engine: arguments as Google passes them, answers as cells that spill.
// The registry of functions is one per thread, so each model says by `connectCustomFunctions` who answers for it.
import type { CustomFunctionResult } from '../contract';
import { isDateFormat, toEngineFormat } from '../number-format';
import { dateToSerial, serialToDate } from '../zone-time';
import { googleError } from './errors';
import { type EngineValue, library, type Position } from './library';

/** Who answers the custom functions of one model. */
export interface CustomFunctionBridge {
  readonly timeZone: () => string;
  /** Upper-case names this workbook's script offers; another name is unknown to it (`#NAME?`). */
  readonly knows: (name: string) => boolean;
  readonly call: (name: string, args: readonly unknown[]) => CustomFunctionResult;
  /** Google's pattern of a date answer. */
  readonly dateFormat: () => string;
  /** Whether a cell's formula is volatile by what it refers to. */
  readonly isVolatile?: (position: Position) => boolean;
  /** By one reading of Google an error among the arguments is the answer, without a call (apps-script 4.2). */
  readonly errorsAreAnswers?: boolean;
}

type EngineArgument = EngineValue | readonly (readonly EngineValue[])[] | undefined;

interface EvaluationContext {
  readonly getters: object;
  readonly __originCellPosition?: { readonly sheetId: string; readonly col: number; readonly row: number };
}

const ARGUMENTS = 16;
/** A formula that changes by itself. */
export const VOLATILE = /\b(?:NOW|RAND|RANDARRAY|RANDBETWEEN)\s*\(/i;

/** Google refuses volatile arguments of custom functions (apps-script 2.2). */
export const VOLATILE_TEXT = 'This function is not allowed to reference a cell with NOW(), RAND(), RANDARRAY(), or RANDBETWEEN()';

const bridges = new WeakMap<object, CustomFunctionBridge>();
const registered = new Set<string>();

/** Connects a model (by its getters) to the script that answers its custom functions. */
export function connectCustomFunctions(getters: object, bridge: CustomFunctionBridge): void {
  bridges.set(getters, bridge);
}

/** Makes the name known to the engine's parser; harmless when repeated. */
export function registerCustomFunction(name: string): void {
  const upper = name.toUpperCase();
  if (registered.has(upper)) return;
  registered.add(upper);
  const args = Array.from({ length: ARGUMENTS }, (_, index) => ({
    name: `argument${index + 1}`,
    description: '',
    type: ['ANY', 'RANGE'] as ('ANY' | 'RANGE')[],
    acceptMatrix: true,
    acceptErrors: true,
    optional: true,
  }));
  const description = {
    description: '',
    category: 'Bitrix24',
    args,
    compute(this: unknown, ...values: unknown[]) {
      return answer(this as EvaluationContext, upper, values as EngineArgument[]) as never;
    },
  };
  const { functionRegistry } = library.registries;
  if (functionRegistry.contains(upper)) functionRegistry.replace(upper, description);
  else functionRegistry.add(upper, description);
}

function answer(context: EvaluationContext, name: string, values: readonly EngineArgument[]): EngineValue | EngineValue[][] {
  const bridge = bridges.get(context.getters);
  if (!bridge?.knows(name)) return { value: '#NAME?', message: `Unknown function: '${name}'.` };
  if (refersToVolatile(context, values, bridge)) return { value: '#ERROR!', message: VOLATILE_TEXT };
  const error = bridge.errorsAreAnswers ? values.flatMap(cellsOf).find(isError) : undefined;
  if (error !== undefined) return error;
  const timeZone = bridge.timeZone();
  const result = bridge.call(
    name,
    values.map((value) => argument(value, timeZone)),
  );
  if ('loading' in result) return { value: 'Loading...' };
  if ('error' in result) return { value: result.error, message: result.message };
  return cells(result.value, timeZone, bridge.dateFormat());
}

function argument(value: EngineArgument, timeZone: string): unknown {
  if (value === undefined) return undefined;
  if (!isMatrix(value)) return scalar(value, timeZone);
  const [firstColumn = []] = value;
  if (value.length === 1 && firstColumn.length === 1) return scalar(firstColumn[0], timeZone);
  return firstColumn.map((_, row) => value.map((column) => scalar(column[row], timeZone)));
}

function isMatrix(value: EngineArgument): value is readonly (readonly EngineValue[])[] {
  return Array.isArray(value);
}

function scalar(cell: EngineValue | undefined, timeZone: string): unknown {
  const value = cell?.value;
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' && cell?.format !== undefined && isDateFormat(cell.format)) return serialToDate(value, timeZone);
  if (typeof value === 'string' && value.startsWith('#')) return googleError(value, cell?.message)?.text ?? value;
  return value;
}

function cellsOf(value: EngineArgument): readonly EngineValue[] {
  if (value === undefined) return [];
  return isMatrix(value) ? value.flat() : [value];
}

function isError({ value, message }: EngineValue): boolean {
  return typeof value === 'string' && value.startsWith('#') && googleError(value, message) !== undefined;
}

/** Whether the formula itself, or a cell it takes as an argument, is volatile, directly or by what it refers to (apps-script 2.2). */
function refersToVolatile(context: EvaluationContext, values: readonly EngineArgument[], bridge: CustomFunctionBridge): boolean {
  const origin = context.__originCellPosition;
  if (bridge.isVolatile && origin && bridge.isVolatile(origin)) return true;
  const getters = context.getters as {
    getCell(position: object): { isFormula: boolean; compiledFormula?: { toFormulaString(getters: object): string } } | undefined;
  };
  const volatile = (position: object | undefined) => {
    const cell = position === undefined ? undefined : getters.getCell(position);
    return cell?.isFormula === true && VOLATILE.test(cell.compiledFormula?.toFormulaString(getters) ?? '');
  };
  if (volatile(context.__originCellPosition)) return true;
  return values.some(
    (value) =>
      value !== undefined && (isMatrix(value) ? value.length === 1 && volatile(value[0]?.[0]?.position) : volatile(value.position)),
  );
}

/** An answer as cells, columns first: rows of different length are padded, a one-dimensional array is a column. */
function cells(value: unknown, timeZone: string, dateFormat: string): EngineValue | EngineValue[][] {
  if (!Array.isArray(value)) return cell(value, timeZone, dateFormat);
  const rows = value.map((row: unknown): unknown[] => (Array.isArray(row) ? row : [row]));
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width === 0) return { value: '' };
  return Array.from({ length: width }, (_, col) => rows.map((row) => cell(row[col], timeZone, dateFormat)));
}

function cell(value: unknown, timeZone: string, dateFormat: string): EngineValue {
  if (value === null || value === undefined) return { value: '' };
  if (typeof value === 'number') return Number.isFinite(value) ? { value } : { value: '#NUM!', message: 'Result was not a number.' };
  if (typeof value === 'boolean' || typeof value === 'string') return { value };
  if (value instanceof Date || Object.prototype.toString.call(value) === '[object Date]') {
    return { value: dateToSerial(value as Date, timeZone), format: toEngineFormat(dateFormat) };
  }
  return { value: String(value) };
}
