// The cells and looks of the kinds of blocks a page knows.
import type { Lang } from '../cell';
import { reportWords } from '../locale/report-words';
import { area, cell, columnName } from './cells';
import { quoted } from './formula';
import type { AsideSpec, Column, TableRef, TableSpec, TileSpec } from './page-specs';
import { palette } from './palette';
import type { Block, ChartOptions, Condition, FormulaCell, Note, RangeLook, SpillArea, ValueCell } from './spec';

export function emptyBlock(id: string, whole: string): Block {
  return {
    id,
    area: whole,
    anchor: '',
    values: [],
    formulas: [],
    looks: [],
    conditions: [],
    notes: [],
    merges: [],
    spills: [],
    typed: [],
  };
}

export function tableRef(header: number, left: number, lines: number, columns: readonly Column[]): TableRef {
  const [first, last] = [header + 1, header + lines];
  const at = (key: string): number => {
    const found = columns.findIndex((column) => column.key === key);
    if (found < 0) throw new Error(`no column ${key}`);
    return left + found;
  };
  const letter = (key: string): string => columnName(at(key));
  return {
    header,
    first,
    last,
    left,
    letter,
    column: (key) => `$${letter(key)}$${first}:$${letter(key)}$${last}`,
    lines: (key) => area(first, at(key), lines, 1),
    body: area(first, left, lines, columns.length),
    chart: (from, to, most) => area(header, at(from), Math.min(most, lines) + 1, at(to) - at(from) + 1),
  };
}

export function tableLooks(ref: TableRef, titleRow: number, { lines, hint, left = 1 }: TableSpec, columns: readonly Column[]): RangeLook[] {
  return [
    { a1: cell(titleRow, left), bold: true, fontSize: 12, color: palette.ink },
    ...(hint ? [{ a1: cell(titleRow + 1, left), color: palette.muted, fontSize: 9 }] : []),
    {
      a1: area(ref.header, left, 1, columns.length),
      background: palette.header,
      color: palette.ink,
      bold: true,
      wrap: true,
      align: 'center',
      verticalAlign: 'middle',
      borderBottom: palette.line,
    },
    ...columns.map(({ format, align, wrap }, at) => ({
      a1: area(ref.first, left + at, lines, 1),
      color: palette.ink,
      align: align ?? (format ? ('right' as const) : ('left' as const)),
      ...(format ? { numberFormat: format } : {}),
      ...(wrap ? { wrap: true, verticalAlign: 'top' as const } : {}),
    })),
  ];
}

export function totalLook(ref: TableRef, word: string): Condition {
  const name = columnName(ref.left);
  return { ranges: [ref.body], formula: `=$${name}${ref.first}=${quoted(word)}`, background: palette.total, bold: true };
}

export function headerNotes(ref: TableRef, columns: readonly Column[]): Note[] {
  return columns.flatMap(({ note }, at) => (note ? [{ a1: cell(ref.header, ref.left + at), text: note }] : []));
}

export function tileBlock(id: string, tiles: readonly TileSpec[], spans: readonly (readonly [number, number])[], row: number): Block {
  const values: ValueCell[] = [];
  const formulas: FormulaCell[] = [];
  const looks: RangeLook[] = [];
  const merges: string[] = [];
  const notes: Note[] = [];
  tiles.forEach(({ label, formula, format, caption, captionFormat, note }, at) => {
    const [from, to] = spans[at] ?? [1, 1];
    const width = to - from + 1;
    values.push({ a1: cell(row, from), value: label });
    formulas.push({ a1: cell(row + 1, from), formula: `=${formula}` });
    if (caption) formulas.push({ a1: cell(row + 2, from), formula: `=${caption}` });
    if (note) notes.push({ a1: cell(row, from), text: note });
    looks.push(
      { a1: area(row, from, 3, width), background: palette.total, align: 'left' },
      { a1: area(row, from, 1, width), color: palette.muted, fontSize: 9 },
      { a1: area(row + 1, from, 1, width), color: palette.ink, fontSize: 16, bold: true, numberFormat: format, verticalAlign: 'middle' },
      {
        a1: area(row + 2, from, 1, width),
        color: palette.muted,
        fontSize: 9,
        borderBottom: palette.line,
        ...(captionFormat ? { numberFormat: captionFormat } : {}),
      },
    );
    if (width > 1) for (let line = 0; line < 3; line++) merges.push(area(row + line, from, 1, width));
  });
  const last = Math.max(...spans.slice(0, tiles.length).map(([, to]) => to));
  return { ...emptyBlock(id, area(row, 1, 3, last)), values, formulas, looks, merges, notes };
}

/** Data of charts: a muted title, the header, the lines. */
export function asideBlock(spec: AsideSpec, title: number, left: number, lang: Lang): { block: Block; count: number } {
  const { id, lines } = spec;
  const header = title + 1;
  const { formats, titles, formulas, spills } = asideParts(spec, header, left);
  const count = formats.length;
  const block: Block = {
    ...emptyBlock(id, area(title, left, lines + 2, count)),
    values: [
      { a1: cell(title, left), value: reportWords.chartData[lang] },
      ...titles.map((name, at) => ({ a1: cell(header, left + at), value: name })),
    ],
    formulas,
    looks: [
      { a1: area(title, left, lines + 2, count), color: palette.muted, fontSize: 9 },
      ...formats.flatMap((format, at) => (format ? [{ a1: area(header + 1, left + at, lines, 1), numberFormat: format }] : [])),
    ],
    spills,
  };
  return { block, count };
}

interface AsideParts {
  readonly titles: readonly string[];
  readonly formats: readonly (string | undefined)[];
  readonly formulas: readonly FormulaCell[];
  readonly spills: readonly SpillArea[];
}

function asideParts({ lines, cells, columns = [], sorted, table }: AsideSpec, header: number, left: number): AsideParts {
  const first = header + 1;
  if (table) {
    const anchor = cell(header, left);
    const spill = { anchor, area: area(header, left, lines + 1, table.formats.length) };
    return { titles: [], formats: table.formats, formulas: [{ a1: anchor, formula: `=${table.formula}` }], spills: [spill] };
  }
  if (sorted) {
    const anchor = cell(first, left);
    const spill = { anchor, area: area(first, left, lines, sorted.formats.length) };
    return { titles: sorted.titles, formats: sorted.formats, formulas: [{ a1: anchor, formula: `=${sorted.formula}` }], spills: [spill] };
  }
  const given = cells ?? columns;
  const [titles, formats] = [given.map(({ title }) => title), given.map(({ format }) => format)];
  if (cells) {
    const formulas = cells.flatMap(({ formula }, at) =>
      Array.from({ length: lines }, (_, line) => {
        const row = first + line;
        return { a1: cell(row, left + at), formula: `=${formula(line, row, (other) => columnName(left + other))}` };
      }),
    );
    return { titles, formats, formulas, spills: [] };
  }
  return {
    titles,
    formats,
    formulas: columns.map(({ formula }, at) => ({ a1: cell(first, left + at), formula: `=${formula}` })),
    spills: columns.map((_, at) => ({ anchor: cell(first, left + at), area: area(first, left + at, lines, 1) })),
  };
}

/** Title, fonts and grid of every chart. */
export function chartLook(title: string): ChartOptions {
  return {
    title,
    'titleTextStyle.color': palette.ink,
    'titleTextStyle.fontSize': 14,
    'titleTextStyle.bold': true,
    backgroundColor: palette.paper,
    'hAxis.textStyle.color': palette.muted,
    'vAxis.textStyle.color': palette.muted,
    'vAxis.gridlines.color': palette.line,
  };
}
