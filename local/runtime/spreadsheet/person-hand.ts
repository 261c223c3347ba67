// What a person does with the file by hand: typing into a cell, pasting a block. It knows no script.
import { parseA1, zoneToA1 } from './a1';
import { checkLength, readCell } from './cell-input';
import type { CellValue, PersonEdit, Zone } from './contract';
import type { SheetStore } from './sheet-store';
import { Formula } from './typed';
import type { Workbook } from './workbook';
import { WorkbookError } from './workbook-error';

/** A person types a text into a cell (USER_ENTERED) and leaves it. */
export function typedByPerson(book: Workbook, person: string, sheetName: string, a1: string, text: string): void {
  const { id, store } = sheetOf(book, sheetName);
  const { top, left } = cornerOf(store, sheetName, a1);
  const zone = { top, bottom: top, left, right: left };
  checkLength(text);
  book.checkEdit({ sheetId: id, zone }, person);
  const oldValue = store.values(zone)[0]?.[0];
  const oldFormula = store.formulas(zone)[0]?.[0];
  book.write(id, top, left, [[text]]);
  book.flush();
  if (book.isRejected(id, top, left)) {
    const old = oldFormula ? new Formula(oldFormula) : readCell(oldValue === '' ? undefined : oldValue, book.inputRules);
    book.put(id, top, left, [[old]]);
    throw new WorkbookError(`The data you entered in cell ${zoneToA1(zone)} violates the data validation rules set on this cell.`);
  }
  book.personEdited(personEdit(book, id, zone, oldValue));
}

/** A person pastes rows of texts; the sheet is made when absent, its grid grows as a paste makes it grow. */
export function pastedByPerson(book: Workbook, person: string, sheetName: string, a1: string, rows: readonly (readonly string[])[]): void {
  if (!book.sheetByName(sheetName)) book.insertSheet(sheetName, book.sheets().length);
  const { id, store } = sheetOf(book, sheetName);
  const { top, left } = cornerOf(store, sheetName, a1);
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (rows.length === 0 || width === 0) return;
  const zone = { top, left, bottom: top + rows.length - 1, right: left + width - 1 };
  for (const row of rows) for (const text of row) checkLength(text);
  book.checkEdit({ sheetId: id, zone }, person);
  if (zone.bottom >= store.rows) book.insertLines(id, 'ROW', store.rows, zone.bottom + 1 - store.rows);
  if (zone.right >= store.cols) book.insertLines(id, 'COL', store.cols, zone.right + 1 - store.cols);
  const padded = rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''));
  book.write(id, top, left, padded);
  book.flush();
  book.personEdited(personEdit(book, id, zone, undefined));
}

/** The edit as events tell it: values of a single cell only, blanks as undefined. */
export function personEdit(book: Workbook, sheetId: string, zone: Zone, oldValue: CellValue | undefined): PersonEdit {
  const single = zone.top === zone.bottom && zone.left === zone.right;
  const value = single ? book.store(sheetId).values(zone)[0]?.[0] : undefined;
  return {
    sheetName: book.sheetById(sheetId)?.name ?? '',
    a1: zoneToA1(zone),
    oldValue: single && oldValue !== '' ? oldValue : undefined,
    newValue: value === '' ? undefined : value,
  };
}

function sheetOf(book: Workbook, sheetName: string): { id: string; store: SheetStore } {
  const info = book.sheetByName(sheetName);
  if (info === undefined) throw new WorkbookError(`There is no sheet named "${sheetName}".`);
  return { id: info.id, store: book.store(info.id) };
}

function cornerOf(store: SheetStore, sheetName: string, a1: string): Zone {
  const zone = parseA1(a1, store);
  if (zone === undefined) throw new WorkbookError(`"${a1}" is not a cell of the sheet "${sheetName}".`);
  return zone;
}
