// Tab-separated text as spreadsheets copy it to the clipboard: rows of texts. It knows no sheet.

/** Rows of a tab-separated text. A field in double quotes may hold tabs, line ends and doubled quotes; the line end after the last row adds none. */
export function tsvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|[^\t\r\n]*/y;
  const source = text.replace(/^\uFEFF/, '');
  let at = 0;
  while (at < source.length) {
    field.lastIndex = at;
    const found = field.exec(source);
    row.push(found?.[1]?.replaceAll('""', '"') ?? found?.[0] ?? '');
    at = field.lastIndex;
    if (source[at] === '\t') {
      at += 1;
      if (at < source.length) continue;
      row.push('');
    }
    if (source[at] === '\r') at += 1;
    if (source[at] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
}
