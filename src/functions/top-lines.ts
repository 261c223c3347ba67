// The form of every top: ranked lines, lines that take no place, the rest in one line, the whole.
import type { Cell, Table } from '../cell';
import type { Labels } from '../facts/facts';
import { breakdownWords } from '../locale/breakdown-words';
import { tableWords } from '../locale/table-words';

/** A name and the cells behind it. */
export interface TopLine {
  readonly name: string;
  readonly cells: readonly Cell[];
}

export interface Top {
  /** Headers of the name and of the cells behind it. */
  readonly header: readonly string[];
  /** Best first. */
  readonly ranked: readonly TopLine[];
  /** What has no name of its own (no client, no products): always shown, never ranked. */
  readonly unranked: readonly TopLine[];
  /** Cells of the ranked lines from a place on, taken together. */
  readonly rest: (from: number) => readonly Cell[];
  readonly total: readonly Cell[];
}

export function topTable({ header, ranked, unranked, rest, total }: Top, count: number, { lang }: Labels): Table {
  const left = ranked.length - count;
  return [
    [breakdownWords.rank[lang], ...header],
    ...ranked.slice(0, count).map(({ name, cells }, index): Cell[] => [index + 1, name, ...cells]),
    ...unranked.map(({ name, cells }): Cell[] => ['', name, ...cells]),
    ...(left > 0 ? [['', tableWords.more[lang].replace('{count}', String(left)), ...rest(count)]] : []),
    ['', tableWords.total[lang], ...total],
  ];
}
