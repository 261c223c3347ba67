// Addresses of cells: 1-based rows and columns to A1 notation.

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
