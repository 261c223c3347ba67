// Errors of formulas as Google shows them: the text of the cell and its note, worked out from what the engine says and from the formula itself.
import type { CellError } from './engine/errors';
import { googleError, gridTooSmall } from './engine/errors';
import { type EngineValue, library, type Position } from './engine/library';
import type { EngineGetters, EvaluatedCell } from './engine-getters';
import { mentions } from './formula';
import type { NamedRanges } from './named-ranges';

/** The error of a value that no cell holds; undefined when it is none. */
export function valueError(cell: EngineValue): CellError | undefined {
  return typeof cell.value === 'string' && cell.value.startsWith('#') ? googleError(cell.value, cell.message) : undefined;
}

function samePlace(a: Position, b: Position): boolean {
  return a.sheetId === b.sheetId && a.row === b.row && a.col === b.col;
}

export class CellErrors {
  constructor(
    private readonly getters: EngineGetters,
    private readonly names: NamedRanges,
  ) {}

  /** The error of an evaluated cell. */
  of(position: Position, cell: EvaluatedCell): CellError {
    const value = String(cell.value);
    // An unknown name is told by the formula that holds it, not by those that take it over.
    const origin = value === '#BAD_EXPR' ? cell.errorOriginPosition : undefined;
    if (origin && !samePlace(origin, position)) return this.of(origin, this.getters.getEvaluatedCell(origin));
    const error = googleError(value, cell.message, cell.errorOriginPosition) ?? { text: value, message: cell.message ?? '' };
    if (value !== '#BAD_EXPR' && value !== '#SPILL!') return error;
    const formula = this.getters.getCell(position)?.compiledFormula?.toFormulaString(this.getters);
    if (formula === undefined) return error;
    if (value === '#BAD_EXPR') return this.unknownName(formula, cell.message ?? '') ?? error;
    return /overwrite|Merged/.test(cell.message ?? '') ? error : { text: '#REF!', message: this.missingGrid(position, formula) };
  }

  /** A formula that parses but names something unknown: a name of a deleted sheet is `#REF!`, any other `#NAME?`. */
  unknownName(formula: string, message: string): CellError | undefined {
    const { functionRegistry } = library.registries;
    const unknownFunction = mentions(formula).functions.find((name) => !functionRegistry.contains(name));
    if (unknownFunction !== undefined) return { text: '#NAME?', message: `Unknown function: '${unknownFunction}'.` };
    if (!/Invalid formula/.test(message)) return undefined;
    const known = new Set(this.getters.getNamedRanges().map((named) => named.name.toUpperCase()));
    const unknown = mentions(formula).names.find((name) => !known.has(name) && !/^(?:\$?[A-Z]{1,3})?\$?\d*$|^TRUE$|^FALSE$/.test(name));
    if (unknown === undefined) return undefined;
    if (this.names.isLost(unknown)) return { text: '#REF!', message: 'Reference does not exist.' };
    return { text: '#NAME?', message: `Unknown range name: '${unknown}'.` };
  }

  private missingGrid(position: Position, formula: string): string {
    const result = this.getters.evaluateFormulaResult(position.sheetId, formula);
    const matrix = Array.isArray(result) ? (result as readonly (readonly EngineValue[])[]) : [[]];
    return gridTooSmall({
      rows: position.row + (matrix[0]?.length ?? 0) - this.getters.getNumberRows(position.sheetId),
      cols: position.col + matrix.length - this.getters.getNumberCols(position.sheetId),
    });
  }
}
