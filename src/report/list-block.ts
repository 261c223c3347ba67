// A list of a page: a title and headers over lines that pick, cell by cell, from an answer to the right of it.
import { area, cell } from './cells';
import { emptyBlock } from './page-blocks';
import { palette } from './palette';
import type { Block, FormulaCell } from './spec';

export interface ListColumn {
  readonly name: string;
  /** First column, and over how many it goes (merged; default 1). */
  readonly from: number;
  readonly span?: number;
  readonly format?: string;
  /** Canonical formula of a line (from 1), without the equals sign. */
  readonly pick: (line: number) => string;
  /** What the header means. */
  readonly note?: string;
}

export interface ListSpec {
  readonly id: string;
  readonly row: number;
  readonly title: string;
  /** One muted line under the title. */
  readonly hint?: string;
  readonly columns: readonly ListColumn[];
  readonly lines: number;
  /** Columns of the block. */
  readonly width: number;
}

/** Rows that a list takes. */
export function listRows({ lines, hint }: Pick<ListSpec, 'lines' | 'hint'>): number {
  return lines + (hint === undefined ? 2 : 3);
}

export function listBlock({ id, row, title, hint, columns, lines, width }: ListSpec): Block {
  const header = row + (hint === undefined ? 1 : 2);
  const formulas = columns.flatMap(({ from, pick }): FormulaCell[] =>
    Array.from({ length: lines }, (_, line) => ({ a1: cell(header + 1 + line, from), formula: `=${pick(line + 1)}` })),
  );
  return {
    ...emptyBlock(id, area(row, 1, listRows({ lines, ...(hint === undefined ? {} : { hint }) }), width)),
    values: [
      { a1: cell(row, 1), value: title },
      ...(hint === undefined ? [] : [{ a1: cell(row + 1, 1), value: hint }]),
      ...columns.map(({ from, name }) => ({ a1: cell(header, from), value: name })),
    ],
    formulas,
    looks: [
      { a1: cell(row, 1), bold: true, fontSize: 12, color: palette.ink },
      ...(hint === undefined ? [] : [{ a1: cell(row + 1, 1), color: palette.muted, fontSize: 9 }]),
      {
        a1: area(header, 1, 1, width),
        background: palette.header,
        color: palette.ink,
        bold: true,
        wrap: true,
        verticalAlign: 'middle',
        borderBottom: palette.line,
      },
      { a1: area(header + 1, 1, lines, width), color: palette.ink },
      ...columns.flatMap(({ from, format }) =>
        format
          ? [
              { a1: area(header, from, lines + 1, 1), align: 'right' as const },
              { a1: area(header + 1, from, lines, 1), numberFormat: format },
            ]
          : [],
      ),
    ],
    notes: columns.flatMap(({ from, note }) => (note === undefined ? [] : [{ a1: cell(header, from), text: note }])),
    merges: columns.flatMap(({ from, span = 1 }) =>
      span === 1 ? [] : Array.from({ length: lines + 1 }, (_, line) => area(header + line, from, 1, span)),
    ),
  };
}
