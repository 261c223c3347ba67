// Copying cells from one range to another: values, formulas moved along, formats, notes.
import { ServiceException } from '../../service';
import { type AttributeChange, DEFAULT_ATTRIBUTES } from '../../spreadsheet/attributes';
import type { Zone } from '../../spreadsheet/contract';
import { Formatted, Formula, type TypedCell } from '../../spreadsheet/typed';
import { dateToSerial } from '../../spreadsheet/zone-time';
import { OUTSIDE, type RangeGeometry, storeOf } from './range-geometry';

/** The cells a paste will fill; a paste over the edge of the grid is refused. */
export function pasteTarget(source: RangeGeometry, destination: RangeGeometry, transposed: boolean): { sheetId: string; zone: Zone } {
  const [height, width] = pastedSize(source, transposed);
  const { sheetId, zone } = destination;
  const bottom = zone.top + height * repeats(destination.getNumRows(), height) - 1;
  const right = zone.left + width * repeats(destination.getNumColumns(), width) - 1;
  const store = storeOf(destination);
  if (bottom >= store.rows || right >= store.cols) throw new ServiceException(OUTSIDE);
  return { sheetId, zone: { top: zone.top, left: zone.left, bottom, right } };
}

function pastedSize(source: RangeGeometry, transposed: boolean): [height: number, width: number] {
  return transposed ? [source.getNumColumns(), source.getNumRows()] : [source.getNumRows(), source.getNumColumns()];
}

/** How often a source fits a larger destination; it is repeated only where it fits whole. */
function repeats(space: number, size: number): number {
  return space > size && space % size === 0 ? space / size : 1;
}

/** Pastes; the source is repeated when the destination is a multiple of it, and never cut. */
export function pasted(source: RangeGeometry, destination: RangeGeometry, type: string, transposed: boolean): void {
  const { workbook } = source.context;
  const [height, width] = pastedSize(source, transposed);
  const contents = type !== 'PASTE_FORMAT' ? sourceCells(source, type) : undefined;
  const looks = type === 'PASTE_NORMAL' || type === 'PASTE_FORMAT' || type === 'PASTE_NO_BORDERS' ? sourceLooks(source) : undefined;
  for (let down = 0; down < repeats(destination.getNumRows(), height); down++) {
    for (let across = 0; across < repeats(destination.getNumColumns(), width); across++) {
      const row = destination.zone.top + down * height;
      const col = destination.zone.left + across * width;
      const store = storeOf(destination);
      if (contents) {
        const moved = contents.map((line) => line.map((cell) => cell(row - source.zone.top, col - source.zone.left)));
        workbook.put(destination.sheetId, row, col, transposed ? transpose(moved) : moved);
      }
      for (const { zone, change } of looks ?? []) {
        const shifted = {
          top: row + zone.top - source.zone.top,
          bottom: row + zone.bottom - source.zone.top,
          left: col + zone.left - source.zone.left,
          right: col + zone.right - source.zone.left,
        };
        store.format(shifted, change);
      }
    }
  }
}

type MovedCell = (down: number, across: number) => TypedCell;

function sourceCells(source: RangeGeometry, type: string): MovedCell[][] {
  const { workbook, getters } = source.context;
  const store = storeOf(source);
  const values = store.values(source.zone);
  const formulas = store.formulas(source.zone);
  return values.map((line, down) =>
    line.map((value, across): MovedCell => {
      if (type !== 'PASTE_VALUES' && formulas[down]?.[across]) {
        const position = { sheetId: source.sheetId, row: source.zone.top + down, col: source.zone.left + across };
        const compiled = getters.getCell(position)?.compiledFormula;
        return (rows, cols) => new Formula(workbook.shownFormula(getters.getTranslatedCellFormula(source.sheetId, cols, rows, compiled)));
      }
      const cell: TypedCell =
        value instanceof Date
          ? new Formatted(
              dateToSerial(value, workbook.timeZone),
              store.attributes(source.zone.top + down, source.zone.left + across).numberFormat,
            )
          : value === ''
            ? undefined
            : value;
      return () => cell;
    }),
  );
}

function sourceLooks(source: RangeGeometry): { zone: Zone; change: AttributeChange }[] {
  const store = storeOf(source);
  const looks: { zone: Zone; change: AttributeChange }[] = [];
  for (let row = source.zone.top; row <= source.zone.bottom; row++) {
    for (let col = source.zone.left; col <= source.zone.right; col++) {
      const attributes = store.attributes(row, col);
      const plain = Object.entries(DEFAULT_ATTRIBUTES).every(([name, value]) => attributes[name as keyof typeof attributes] === value);
      if (!plain) looks.push({ zone: { top: row, bottom: row, left: col, right: col }, change: attributes });
    }
  }
  return looks;
}

function transpose<T>(rows: readonly (readonly T[])[]): T[][] {
  return (rows[0] ?? []).map((_, col) => rows.map((row) => row[col] as T));
}
