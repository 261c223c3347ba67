// How a raw sheet gets its columns back in order where people inserted, moved or deleted some, or where the product has new ones. Columns of people
// go to the right of the border, the column whose header holds the "as of" mark; formulas follow because whole columns move.

/** Columns are counted from 0, each step in the sheet as the steps before left it. */
export type ColumnStep =
  | { readonly kind: 'insert'; readonly at: number }
  | { readonly kind: 'delete'; readonly at: number }
  /** The column stands at `to` afterwards. */
  | { readonly kind: 'move'; readonly from: number; readonly to: number };

export interface HeaderReading {
  /** The header row as it reads, people's columns included. */
  readonly header: readonly string[];
  /** Titles of each of our columns, in every language. */
  readonly spellings: readonly (readonly string[])[];
  /** Titles of columns that were ours. */
  readonly former: readonly string[];
  readonly isMark: (title: string) => boolean;
  /** Whether a column is empty below its header. Asked of columns without a title only. */
  readonly isEmpty: (column: number) => boolean;
  /** Whether the column still shows what our column of this place shows, whatever its title. */
  readonly showsOurs: (column: number) => boolean;
}

/** The steps; none when the columns are in order, be it under other titles. null when this is not recognisable as our sheet. */
export function columnSteps(reading: HeaderReading): ColumnStep[] | null {
  const { header, spellings, former, isMark, isEmpty, showsOurs } = reading;
  const width = spellings.length;
  if (header.slice(0, width + 1).every((title) => title === '')) return [];
  const isOurs = (title: string): boolean => spellings.some((titles) => titles.includes(title));
  const marked = header.findIndex(isMark);
  const last = header.reduce((most, title, at) => (isOurs(title) || former.includes(title) ? at : most), -1);
  const border = marked >= 0 ? marked : last + 1;
  const titles = header.slice(0, border);
  if (titles.filter(isOurs).length * 2 < width) return null;
  const steps: ColumnStep[] = [];
  if (marked < 0 && (header[border] ?? '') !== '') steps.push({ kind: 'insert', at: border });
  const keepsPlace = (at: number): boolean => titles.length === width && showsOurs(at);
  const renamed = titles.map((title, at) => !isOurs(title) && !former.includes(title) && keepsPlace(at));
  const ours: (string | null)[] = titles.map((title, at) => (renamed[at] ? (spellings[at]?.[0] ?? title) : title));
  for (let at = titles.length - 1; at >= 0; at--) {
    const title = titles[at] ?? '';
    if (renamed[at] || isOurs(title)) continue;
    if (former.includes(title) || (title === '' && isEmpty(at))) steps.push({ kind: 'delete', at });
    // The border moves one to the left when the column leaves: what stood right of it is now beside it.
    else steps.push({ kind: 'move', from: at, to: ours.length });
    ours.splice(at, 1);
  }
  spellings.forEach((known, at) => {
    const is = (title: string | null | undefined): boolean => typeof title === 'string' && known.includes(title);
    if (is(ours[at])) return;
    const from = ours.findIndex((title, place) => place > at && is(title));
    if (from > at) steps.push({ kind: 'move', from, to: at });
    else steps.push({ kind: 'insert', at });
    if (from > at) ours.splice(from, 1);
    ours.splice(at, 0, known[0] ?? '');
  });
  // Our title a second time: a copy people made.
  for (let at = ours.length - 1; at >= width; at--) {
    steps.push({ kind: 'move', from: at, to: at + 1 });
  }
  return steps;
}
