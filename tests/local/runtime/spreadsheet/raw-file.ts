// A file with a raw sheet of plain values: made, decorated, opened again, and all that can be seen of it.
import type { WorkbookState } from '../../../../local/runtime/spreadsheet/contract';
import type { Workbook } from '../../../../local/runtime/spreadsheet/workbook';
import { workbook } from './workbook-under-test';

/** A file with a raw sheet of three rows named `Данные`, its first column named `КОДЫ`, and the stamp `B24_DATA` on a sheet of its own. */
export function fileWithRaw() {
  const book = workbook();
  const raw = book.insertSheet('Данные', 1);
  const stamp = book.insertSheet('_b24', 2);
  book.write(raw, 0, 0, [
    [1, 'один', '05.01.2026'],
    [2, 'два', '06.01.2026'],
    [3, 'три', '07.01.2026'],
  ]);
  book.setNamedZone('КОДЫ', raw, { top: 0, left: 0, bottom: 2, right: 0 });
  book.write(stamp, 0, 0, [['b24:1']]);
  book.setNamedZone('B24_DATA', stamp, { top: 0, left: 0, bottom: 0, right: 0 });
  return { book, raw, stamp };
}

export const reopened = (book: Workbook) => workbook({ state: JSON.parse(JSON.stringify(book.save())) as WorkbookState });

export function decorate(book: Workbook, id: string): void {
  const store = book.store(id);
  store.setNotes([{ row: 1, col: 1, text: 'примечание' }]);
  store.setSize('COL', [1], 150);
  store.setSize('ROW', [2], 40);
  store.freeze('ROW', 1);
  store.freeze('COL', 1);
  store.setHidden('ROW', [2], true);
  store.setHidesGridlines(true);
}

export function shuffle(book: Workbook, id: string): void {
  book.moveSheet(id, 0);
  book.renameSheet(id, 'Сырьё');
  book.colorSheet(id, '#00ff00');
  book.select('0');
  book.hideSheet(id, true);
  book.hideSheet(id, false);
}

/** All that a script or a person can see of the first rows of a sheet. */
export function everything(book: Workbook, id: string) {
  const store = book.store(id);
  const zone = { top: 0, left: 0, bottom: 7, right: 5 };
  const cells = (see: (row: number, col: number) => unknown) =>
    Array.from({ length: 8 }, (_, row) => Array.from({ length: 6 }, (_, col) => see(row, col)));
  return {
    values: store.values(zone),
    shown: store.displayValues(zone),
    formulas: store.formulas(zone),
    looks: cells((row, col) => store.attributes(row, col)),
    notes: cells((row, col) => store.note(row, col)),
    rows: Array.from({ length: 8 }, (_, row) => [store.size('ROW', row), store.isHidden('ROW', row)]),
    columns: Array.from({ length: 6 }, (_, col) => [store.size('COL', col), store.isHidden('COL', col)]),
    frozen: [store.frozen('ROW'), store.frozen('COL')],
    gridlines: store.hidesGridlines(),
    extent: store.extent(),
    grid: [store.rows, store.cols],
    names: book.namedZones(),
  };
}
