// A raw sheet as people see and handle it: its rows by id, what they wrote to the right, what they do to it.
import { act, type Desk } from './loaded-desk';

export const DEALS = 'Данные_Сделки';
export const HISTORY = 'Данные_История';

/** All rows of a sheet, header first. */
export const rowsOf = (desk: Desk, name = DEALS): unknown[][] =>
  JSON.parse(String(act(desk, `return JSON.stringify(file.getSheetByName('${name}').getDataRange().getValues())`))) as unknown[][];

/** A person does something to a sheet `s` whose last column of ours is `w`. */
export const handle = (desk: Desk, body: string, name = DEALS): unknown =>
  act(
    desk,
    `const s = file.getSheetByName('${name}'); const w = s.getRange(1, 1, 1, s.getLastColumn()).getValues()[0].findIndex((t) => /^(Данные на|Data as of)/.test(String(t))); const ours = w;
     ${body}`,
  );

/** Notes beside every record, two columns right of ours. */
export const writeNotes = (desk: Desk, name = DEALS): unknown =>
  handle(
    desk,
    `if (s.getMaxColumns() < w + 2) s.insertColumnsAfter(w + 1, 1);
     s.getRange(1, w + 2).setValue('Заметки');
     for (let row = 2; row <= s.getLastRow(); row++) s.getRange(row, w + 2).setValue('note ' + s.getRange(row, 1).getValue())`,
    name,
  );

/** The column of a title. */
export const column = (rows: readonly unknown[][], title: string): number => (rows[0] ?? []).indexOf(title);

/** Cells of our columns by id, without the header. */
export function records(rows: readonly unknown[][]): Record<string, unknown[]> {
  const border = (rows[0] ?? []).findIndex((title) => /^(Данные на|Data as of)/.test(String(title)));
  return Object.fromEntries(rows.slice(1).map((row) => [String(row[0]), row.slice(0, border)]));
}

/** What stands beside each record under a title of people. */
export function beside(rows: readonly unknown[][], title: string): Record<string, unknown> {
  const at = column(rows, title);
  return Object.fromEntries(rows.slice(1).map((row) => [String(row[0]), row[at]]));
}
