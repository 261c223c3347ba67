// What a range holds: values, formulas, notes; writing, clearing, copying and sorting them.
import { ServiceException, ServiceObject } from '../../service';
import { javaText } from '../../spreadsheet/cell-input';
import type { CellValue, Zone } from '../../spreadsheet/contract';
import { Formula, type TypedCell } from '../../spreadsheet/typed';
import { listOf, signed } from '../arguments';
import * as enums from './enums';
import type { Range } from './range';
import { cellCount, RangeGeometry, storeOf } from './range-geometry';
import { pasted, pasteTarget } from './range-paste';
import { sorted } from './range-sort';

/** Throws Google's texts when rows are not exactly as many, or as wide, as the range (apps-script 2.2). */
export function checkShape(range: RangeGeometry, rows: readonly (readonly unknown[])[]): void {
  const height = range.getNumRows();
  const width = range.getNumColumns();
  if (rows.length !== height) {
    throw new ServiceException(
      `The number of rows in the data does not match the number of rows in the range. The data has ${rows.length} but the range has ${height}.`,
    );
  }
  const wrong = rows.find((row) => row.length !== width);
  if (wrong !== undefined) {
    throw new ServiceException(
      `The number of columns in the data does not match the number of columns in the range. The data has ${wrong.length} but the range has ${width}.`,
    );
  }
}

/** The same value for every cell of the range. */
export function filled<T>(range: RangeGeometry, value: T): T[][] {
  return Array.from({ length: range.getNumRows() }, () => new Array<T>(range.getNumColumns()).fill(value));
}

export abstract class RangeValues extends RangeGeometry {
  getValue(): CellValue {
    this.context.enter('SpreadsheetApp.Range.getValue');
    this.context.read(1);
    return this.context.do(() => storeOf(this).values(firstCell(this.zone)))[0]?.[0] ?? '';
  }

  getValues(): CellValue[][] {
    this.context.enter('SpreadsheetApp.Range.getValues');
    this.context.read(cellCount(this.zone));
    return this.context.do(() => storeOf(this).values(this.zone));
  }

  getDisplayValue(): string {
    this.context.enter('SpreadsheetApp.Range.getDisplayValue');
    this.context.read(1);
    return this.context.do(() => storeOf(this).displayValues(firstCell(this.zone)))[0]?.[0] ?? '';
  }

  getDisplayValues(): string[][] {
    this.context.enter('SpreadsheetApp.Range.getDisplayValues');
    this.context.read(cellCount(this.zone));
    return this.context.do(() => storeOf(this).displayValues(this.zone));
  }

  getFormula(): string {
    this.context.enter('SpreadsheetApp.Range.getFormula');
    this.context.read(1);
    return this.context.do(() => storeOf(this).formulas(firstCell(this.zone)))[0]?.[0] ?? '';
  }

  getFormulas(): string[][] {
    this.context.enter('SpreadsheetApp.Range.getFormulas');
    this.context.read(cellCount(this.zone));
    return this.context.do(() => storeOf(this).formulas(this.zone));
  }

  isBlank(): boolean {
    this.context.enter('SpreadsheetApp.Range.isBlank');
    this.context.read(cellCount(this.zone));
    const store = storeOf(this);
    const formulas = store.formulas(this.zone);
    return store.values(this.zone).every((row, down) => row.every((value, across) => value === '' && formulas[down]?.[across] === ''));
  }

  setValue(...args: unknown[]): Range {
    checkInputs(this, 'setValue', args, [[args[0]]]);
    this.context.write('setValue', cellCount(this.zone));
    const { workbook } = this.context;
    this.context.later(this, () => workbook.write(this.sheetId, this.zone.top, this.zone.left, filled(this, args[0])));
    return this as unknown as Range;
  }

  setValues(...args: unknown[]): Range {
    const rows = args[0] as readonly (readonly unknown[])[];
    checkShape(this, rows);
    checkInputs(this, 'setValues', args, rows);
    this.context.write('setValues', cellCount(this.zone));
    // The block is the script's copy already: it waits as it came.
    this.context.later(this, () => this.context.workbook.write(this.sheetId, this.zone.top, this.zone.left, rows));
    return this as unknown as Range;
  }

  setFormula(...args: unknown[]): Range {
    return putFormulas(this, 'setFormula', filled(this, args[0]));
  }

  setFormulas(...args: unknown[]): Range {
    const rows = args[0] as readonly (readonly unknown[])[];
    checkShape(this, rows);
    return putFormulas(this, 'setFormulas', rows);
  }

  getNote(): string {
    this.context.enter('SpreadsheetApp.Range.getNote');
    this.context.read(1);
    return storeOf(this).note(this.zone.top, this.zone.left);
  }

  getNotes(): string[][] {
    this.context.enter('SpreadsheetApp.Range.getNotes');
    this.context.read(cellCount(this.zone));
    const store = storeOf(this);
    return filled(this, '').map((row, down) => row.map((_, across) => store.note(this.zone.top + down, this.zone.left + across)));
  }

  setNote(...args: unknown[]): Range {
    return putNotes(this, 'setNote', filled(this, args[0]));
  }

  setNotes(...args: unknown[]): Range {
    const rows = args[0] as readonly (readonly unknown[])[];
    checkShape(this, rows);
    return putNotes(this, 'setNotes', rows);
  }

  clearNote(): Range {
    return putNotes(this, 'clearNote', filled(this, ''));
  }

  clearContent(): Range {
    this.context.write('clearContent', cellCount(this.zone));
    this.context.later(this, () => storeOf(this).clearContents(this.zone));
    return this as unknown as Range;
  }

  /** Copies to another place; a larger destination is filled by repetition, a smaller one does not cut the source. */
  copyTo(...args: unknown[]): void {
    const [destination, how, transposed] = args as [RangeGeometry, unknown, boolean | undefined];
    this.context.write('copyTo', cellCount(this.zone));
    this.context.later(pasteTarget(this, destination, transposed ?? false), () =>
      pasted(this, destination, pasteType(how), transposed ?? false),
    );
  }

  copyValuesToRange(...args: unknown[]): void {
    const [target, column, , row] = args as [ServiceObject | number, number, number, number];
    const sheetId = typeof target === 'number' ? String(target) : String((target as unknown as { getSheetId(): number }).getSheetId());
    const corner = this.context.make.range(sheetId, { top: row - 1, bottom: row - 1, left: column - 1, right: column - 1 });
    this.context.write('copyValuesToRange', cellCount(this.zone));
    this.context.later(pasteTarget(this, corner, false), () => pasted(this, corner, 'PASTE_VALUES', false));
  }

  moveTo(...args: unknown[]): void {
    const destination = args[0] as RangeGeometry;
    this.context.write('moveTo', cellCount(this.zone));
    this.context.checkEdit(this);
    this.context.later(pasteTarget(this, destination, false), () => {
      pasted(this, destination, 'PASTE_NORMAL', false);
      storeOf(this).clearContents(this.zone);
    });
  }

  /** Sorts rows by columns of the sheet: a number, `{column, ascending}` or a list of them. */
  sort(...args: unknown[]): Range {
    const specs = (Array.isArray(args[0]) ? args[0] : [args[0]]).map((spec: unknown) =>
      typeof spec === 'number'
        ? { column: spec, ascending: true }
        : { ascending: true, ...(spec as { column: number; ascending?: boolean }) },
    );
    this.context.write('sort', cellCount(this.zone));
    this.context.later(this, () => sorted(this, specs));
    return this as unknown as Range;
  }
}

function firstCell(zone: Zone): Zone {
  return { ...zone, bottom: zone.top, right: zone.left };
}

function checkInputs(range: RangeGeometry, call: string, args: readonly unknown[], rows: readonly (readonly unknown[])[]): void {
  const { context } = range;
  const name = `${range.serviceName}.${call}`;
  for (const row of rows) for (const value of row) context.checkInput(name, args, value);
}

function putFormulas(range: RangeValues, call: string, rows: readonly (readonly unknown[])[]): Range {
  checkInputs(range, call, [rows], rows);
  range.context.write(call, cellCount(range.zone));
  const cells: TypedCell[][] = rows.map((row) =>
    row.map((cell) => {
      if (cell === null || cell === undefined || cell === '') return undefined;
      const text = String(cell);
      return new Formula(text.startsWith('=') ? text : `=${text}`, range.context.workbook.apiSyntax);
    }),
  );
  range.context.later(range, () => range.context.workbook.put(range.sheetId, range.zone.top, range.zone.left, cells));
  return range as unknown as Range;
}

function putNotes(range: RangeValues, call: string, rows: readonly (readonly unknown[])[]): Range {
  range.context.format(call);
  const notes = rows.flatMap((row, down) =>
    row.map((text, across) => ({
      row: range.zone.top + down,
      col: range.zone.left + across,
      text: text === null || text === undefined ? '' : noteText(text),
    })),
  );
  range.context.later(range, () => storeOf(range).setNotes(notes));
  return range as unknown as Range;
}

/** Whole numbers become `25.0` in notes (apps-script 5.1). */
function noteText(value: unknown): string {
  return typeof value === 'number' ? javaText(value) : String(value);
}

function pasteType(how: unknown): string {
  if (how instanceof ServiceObject) return String(how);
  const options = (how ?? {}) as { contentsOnly?: boolean; formatOnly?: boolean };
  if (options.contentsOnly) return 'PASTE_VALUES';
  return options.formatOnly ? 'PASTE_FORMAT' : 'PASTE_NORMAL';
}

signed(RangeValues, {
  setValue: [['value'], ['object']],
  setValues: [['rows']],
  setFormula: [[['string']]],
  setFormulas: [[listOf(listOf(['string']))]],
  setNote: [[['string']]],
  setNotes: [['rows']],
  copyTo: [[RangeGeometry], [RangeGeometry, 'object'], [RangeGeometry, enums.CopyPasteType, 'boolean']],
  copyValuesToRange: [
    ['number', 'number', 'number', 'number', 'number'],
    [ServiceObject, 'number', 'number', 'number', 'number'],
  ],
  moveTo: [[RangeGeometry]],
  sort: [['number'], ['object'], ['list']],
});
