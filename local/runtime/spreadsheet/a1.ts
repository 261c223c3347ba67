// A1 notation: `B3`, `B3:C4`, `B:D`, `2:5`, `'Sheet name'!B3`. Knows no workbook.
import type { Zone } from './contract';

/** Column letters of a zero-based index: 0 is `A`, 26 is `AA`. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Zero-based index of column letters. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** A1 notation of a zone; one cell is written without a colon. */
export function zoneToA1(zone: Zone): string {
  const start = `${columnLetters(zone.left)}${zone.top + 1}`;
  const end = `${columnLetters(zone.right)}${zone.bottom + 1}`;
  return start === end ? start : `${start}:${end}`;
}

/** The sheet's name as formulas write it: quoted when it needs quotes. */
export function quoteSheetName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Splits `'Sheet'!A1` into its parts; without a sheet `sheet` is undefined. */
export function splitReference(reference: string): { sheet: string | undefined; a1: string } {
  const bang = reference.lastIndexOf('!');
  if (bang < 0) return { sheet: undefined, a1: reference.trim() };
  const raw = reference.slice(0, bang).trim();
  const quoted = raw.startsWith("'") && raw.endsWith("'") && raw.length > 1;
  return { sheet: quoted ? raw.slice(1, -1).replaceAll("''", "'") : raw, a1: reference.slice(bang + 1).trim() };
}

const CELL = /^\$?([A-Za-z]{1,3})\$?([1-9]\d*)$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?([1-9]\d*)$/;

/** The zone of an A1 text in a grid; open ends (`A:C`, `A2:A`, `2:5`) reach the grid's edge. Undefined when it is not A1. */
export function parseA1(text: string, grid: { rows: number; cols: number }): Zone | undefined {
  const [first = '', second = first, ...more] = text.trim().split(':');
  if (more.length > 0) return undefined;
  const start = corner(first);
  const end = corner(second);
  if (start === undefined || end === undefined) return undefined;
  if (first === second && (start.row === undefined || start.col === undefined) && !text.includes(':')) return undefined;
  const rows = order(start.row ?? 0, end.row ?? grid.rows - 1);
  const cols = order(start.col ?? 0, end.col ?? grid.cols - 1);
  return { top: rows[0], bottom: rows[1], left: cols[0], right: cols[1] };
}

function corner(text: string): { row?: number; col?: number } | undefined {
  const cell = CELL.exec(text);
  if (cell) return { col: columnIndex(cell[1] ?? ''), row: Number(cell[2]) - 1 };
  const column = COLUMN.exec(text);
  if (column) return { col: columnIndex(column[1] ?? '') };
  const row = ROW.exec(text);
  return row ? { row: Number(row[1]) - 1 } : undefined;
}

function order(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a];
}
