// What a person does to sheets, and what becomes of the script's metadata and protections.
import type { EngineCommand } from '../../../../local/runtime/spreadsheet/engine/plugins';
import { workbook } from './workbook-under-test';

type Book = ReturnType<typeof workbook>;

/** A person's change arrives from a page: the engine applies it without the workbook's asking. */
function person(book: Book, { type, ...payload }: EngineCommand): void {
  (book.model.dispatch as (type: string, payload: object) => unknown)(type, payload);
}

/** A file with a sheet that has metadata and protected cells. */
function owned(): { readonly book: Book; readonly sheetId: string } {
  const book = workbook();
  const sheetId = book.insertSheet('Отчёт', 1, { rows: 20, cols: 5 });
  book.promote(sheetId);
  book.extras.metadata.push({ id: 1, key: 'owner', value: 'report', visibility: 'DOCUMENT', sheetId });
  const zone = { top: 4, bottom: 6, left: 0, right: 1 };
  book.extras.protections.push({
    ...{ id: 2, sheetId, zone, description: '', warningOnly: false, domainEdit: false, restricted: false },
    ...{ editors: [], unprotected: [] },
  });
  return { book, sheetId };
}

test('a sheet that a person deletes takes its metadata and protections along, and is no longer the active one', () => {
  const { book, sheetId } = owned();
  book.select(sheetId);
  person(book, { type: 'DELETE_SHEET', sheetId, sheetName: 'Отчёт' });
  expect([book.extras.metadata, book.extras.protections, book.active.sheetId]).toEqual([[], [], '0']);
  expect(() => book.store(sheetId)).toThrow('Sheet not found. It may have been deleted.');
});

test('protected cells move with the lines that a person inserts and deletes', () => {
  const { book, sheetId } = owned();
  const lines = { sheetId, sheetName: 'Отчёт', dimension: 'ROW' };
  person(book, { type: 'ADD_COLUMNS_ROWS', ...lines, base: 1, position: 'after', quantity: 3 });
  expect(book.extras.protections[0]?.zone).toEqual({ top: 7, bottom: 9, left: 0, right: 1 });
  person(book, { type: 'REMOVE_COLUMNS_ROWS', ...lines, elements: [0, 8] });
  expect(book.extras.protections[0]?.zone).toEqual({ top: 6, bottom: 7, left: 0, right: 1 });
});

test('changes that wait for a running script stay edits of their own, each with the values it had', async () => {
  const { book, sheetId } = owned();
  const cell = { sheetId, col: 0 };
  person(book, { type: 'UPDATE_CELL', ...cell, row: 0, content: '1' });
  person(book, { type: 'UPDATE_CELL', ...cell, row: 0, content: '2' });
  person(book, { type: 'UPDATE_CELL', ...cell, row: 9, content: 'x' });
  book.write(sheetId, 0, 0, [['из скрипта']]);
  expect(book.recorded.edits).toEqual([]);
  await Promise.resolve();
  expect(book.recorded.edits).toEqual([
    { sheetName: 'Отчёт', a1: 'A1', oldValue: undefined, newValue: 1 },
    { sheetName: 'Отчёт', a1: 'A1', oldValue: 1, newValue: 2 },
    { sheetName: 'Отчёт', a1: 'A10', oldValue: undefined, newValue: 'x' },
  ]);
});

test('an edit whose sheet a script has deleted meanwhile is told to nobody', async () => {
  const { book, sheetId } = owned();
  person(book, { type: 'UPDATE_CELL', sheetId, col: 0, row: 0, content: '1' });
  book.deleteSheet(sheetId);
  await Promise.resolve();
  expect(book.recorded.edits).toEqual([]);
});
