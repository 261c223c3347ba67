// Titles of deals: many texts that few formulas show a handful of, so they lie apart in blocks of rows and are read by the block.
import { packColumns, unpackColumns } from '../columns';
import type { Deal } from '../raw/records';
import { population } from './population';

/** Rows of `DealFacts` in one text. */
const ROWS = 2000;
const TITLES = [{ name: 'title', type: 'text' }] as const;

/** The texts of all titles, by name; blocks of rows of `DealFacts`. */
export function packTitles(deals: readonly Deal[], asOf: number): Record<string, string> {
  const titles = population(deals, asOf).map((deal) => deal.title);
  const texts: Record<string, string> = {};
  for (let row = 0; row < titles.length; row += ROWS) {
    const block = titles.slice(row, row + ROWS);
    texts[titleTextName(row)] = packColumns(TITLES, { title: block }, block.length);
  }
  return texts;
}

/** Names of the texts that hold the titles of the rows, each once. */
export function titleTextNames(rows: readonly number[]): string[] {
  return [...new Set(rows.filter((row) => row >= 0).map(titleTextName))];
}

/** Titles of the rows, in the order asked, from the texts that `titleTextNames` names; '' for a row that is not there (−1). */
export function titlesOf(rows: readonly number[], texts: Readonly<Record<string, string>>): string[] {
  const blocks = new Map(titleTextNames(rows).map((name) => [name, unpackColumns(texts[name] ?? '', TITLES).columns.title]));
  return rows.map((row) => blocks.get(titleTextName(row))?.[row % ROWS] ?? '');
}

function titleTextName(row: number): string {
  return `titles/${Math.floor(row / ROWS)}`;
}
