// Which formulas of a file change by themselves: NOW, RAND, RANDARRAY, RANDBETWEEN, and whatever refers to such a cell (apps-script 2.2). TODAY is none.
import { VOLATILE } from './engine/custom-functions';
import type { Position } from './engine/library';
import type { EngineCell, EngineGetters } from './engine-getters';
import { hasCell } from './zones';

export class VolatileCells {
  private seen = false;
  private known: Set<string> | undefined;

  constructor(private readonly getters: EngineGetters) {}

  /** Tells of a formula of the file: without a volatile one nothing need be searched. */
  see(formula: string): void {
    this.seen ||= VOLATILE.test(formula);
  }

  /** Cells have changed. */
  forget(): void {
    this.known = undefined;
  }

  has(position: Position): boolean {
    if (!this.seen) return false;
    this.known ??= this.search();
    return this.known.has(key(position));
  }

  /** Starts with the volatile formulas and goes on to those that refer to what was found, until nothing new is. */
  private search(): Set<string> {
    const found = new Map<string, Position>();
    let open = this.formulaCells();
    for (let grown = true; grown; ) {
      const before = found.size;
      open = open.filter(({ position, cell }) => {
        const volatile =
          VOLATILE.test(cell.compiledFormula?.toFormulaString(this.getters) ?? '') ||
          cell.compiledFormula?.rangeDependencies?.some(({ sheetId, zone }) =>
            [...found.values()].some((other) => other.sheetId === sheetId && hasCell(zone, other.row, other.col)),
          );
        if (volatile) found.set(key(position), position);
        return !volatile;
      });
      grown = found.size > before;
    }
    return new Set(found.keys());
  }

  private formulaCells(): { position: Position; cell: EngineCell }[] {
    return this.getters.getSheetIds().flatMap((sheetId) =>
      Object.values(this.getters.getCells(sheetId)).flatMap(({ id }) => {
        const position = this.getters.getCellPosition(id);
        const cell = this.getters.getCell(position);
        return cell?.isFormula ? [{ position, cell }] : [];
      }),
    );
  }
}

function key({ sheetId, row, col }: Position): string {
  return `${sheetId} ${row} ${col}`;
}
