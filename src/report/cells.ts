// Addresses of cells: 1-based rows and columns to A1 notation and back.

/** A rectangle of cells, 1-based, ends included. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `A`, `Z`, `AA` of a 1-based column. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

export function cell(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

/** The rectangle from one corner to the other, both included. */
export function area(row: number, column: number, rows: number, columns: number): string {
  return `${cell(row, column)}:${cell(row + rows - 1, column + columns - 1)}`;
}

/** The cells of an address without a sheet. */
export function boxOf(a1: string): Box {
  const [first = '', last = first] = a1.split(':');
  const [top, left] = corner(first);
  const [bottom, right] = corner(last);
  return { top, left, bottom, right };
}

/** The address of a box, as Sheets writes it: one cell without a colon. */
export function addressOf({ top, left, bottom, right }: Box): string {
  const first = cell(top, left);
  const last = cell(bottom, right);
  return first === last ? first : `${first}:${last}`;
}

export function meets(one: Box, other: Box): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

/** What of a box lies outside of the others: boxes that do not meet. */
export function outside(box: Box, others: readonly Box[]): Box[] {
  return others.reduce<Box[]>((left, other) => left.flatMap((part) => around(part, other)), [box]);
}

function around(box: Box, hole: Box): Box[] {
  if (!meets(box, hole)) return [box];
  const [top, bottom] = [Math.max(box.top, hole.top), Math.min(box.bottom, hole.bottom)];
  return [
    { ...box, bottom: hole.top - 1 },
    { top, bottom, left: box.left, right: hole.left - 1 },
    { top, bottom, left: hole.right + 1, right: box.right },
    { ...box, top: hole.bottom + 1 },
  ].filter((part) => part.top <= part.bottom && part.left <= part.right);
}

function corner(a1: string): [row: number, column: number] {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(a1) ?? [];
  return [Number(digits), [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)];
}
