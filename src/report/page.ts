// How a report sheet is put together: title, "as of" line and remarks, a block of switches, then rows of charts, tiles and tables from top to bottom.
// Data of charts stand to the right, outside the printed page. A sheet of src/report says what it shows; where it stands is found here.
import { reportSheetWords } from '../locale/report-sheet-words';
import { tableWords } from '../locale/table-words';
import { area, cell, columnName } from './cells';
import { asideBlock, chartLook, emptyBlock, headerNotes, tableLooks, tableRef, tileBlock, totalLook } from './page-blocks';
import { headBlock, switchesOf } from './page-head';
import type { AsideRef, AsideSpec, Frame, Page, TableRef, TableSpec } from './page-specs';
import { palette } from './palette';
import type { Block, ChartSpec } from './spec';

/** Pixels of a row of the usual height. */
const ROW = 21;
const ASIDE_WIDTH = 110;

export function openPage(frame: Frame): Page {
  const { labels, lang, widths } = frame;
  const { switches, chosen, names } = switchesOf(frame);
  const head = headBlock(frame);
  // Blocks of their own kind may point at what stands below them: they are made last.
  const blocks: (() => Block)[] = [() => head.block];
  const charts: ChartSpec[] = [];
  const heights: Record<number, number> = { ...head.heights };
  const printed = widths.length;
  let row = head.nextRow;
  let top = row;
  let topHeader = row;
  let asideColumn = printed + 2;
  let lastAsideRow = 0;

  const table = (spec: TableSpec): TableRef => {
    const left = spec.left ?? 1;
    if (spec.beside) row = top;
    // Tables beside each other have their headers in one row.
    const header = spec.beside ? topHeader : row + (spec.hint ? 2 : 1);
    top = row;
    topHeader = header;
    const columns = [...spec.columns, ...(spec.extraColumns ?? [])];
    const ref = tableRef(header, left, spec.lines, columns);
    const more = spec.more?.(ref) ?? {};
    const whole = area(row, left, header - row + spec.lines + 1, columns.length);
    const block: Block = {
      id: spec.id,
      area: whole,
      anchor: cell(header, left),
      values: [
        { a1: cell(row, left), value: spec.title },
        ...(spec.hint ? [{ a1: cell(row + 1, left), value: spec.hint }] : []),
        ...(more.values ?? []),
      ],
      formulas: [{ a1: cell(header, left), formula: `=${spec.formula}` }, ...(more.formulas ?? [])],
      looks: [...tableLooks(ref, row, spec, columns), ...(more.looks ?? [])],
      conditions: [totalLook(ref, spec.total ?? tableWords.total[lang]), ...(spec.conditions?.(ref) ?? [])],
      notes: [...headerNotes(ref, columns), ...(more.notes ?? [])],
      merges: [],
      spills: [{ anchor: cell(header, left), area: area(header, left, spec.lines + 1, spec.columns.length) }],
      typed: [],
    };
    blocks.push(() => block);
    heights[header] = Math.max(heights[header] ?? 0, 38);
    row = Math.max(row, ref.last + 2);
    return ref;
  };

  const aside = (spec: AsideSpec): AsideRef => {
    const title = head.firstRow;
    const header = title + 1;
    const left = asideColumn;
    const { block, count } = asideBlock(spec, title, left, lang);
    blocks.push(() => block);
    const { lines } = spec;
    asideColumn += count + 1;
    lastAsideRow = Math.max(lastAsideRow, header + lines);
    const body = area(header, left, lines + 1, count);
    const letter = (at: number): string => columnName(left + at);
    return {
      range: body,
      firstLines: (most) => area(header, left, Math.min(most, lines) + 1, count),
      column: (at) => `$${letter(at)}$${header + 1}:$${letter(at)}$${header + lines}`,
      cell: (line, at) => `$${letter(at)}$${header + line}`,
    };
  };

  return {
    lang,
    labels,
    chosen,
    chartRow: (height = 320) => {
      const kept = { row, height };
      row += Math.ceil(height / ROW) + 1;
      top = row;
      return kept;
    },
    chart: ({ row: at, height }, { id, kind, title, ranges, options, column, width }) => {
      charts.push({
        id,
        kind,
        ranges,
        headers: 1,
        options: { ...chartLook(title), ...options },
        position: { row: at, column, width, height },
      });
    },
    tiles: (id, tiles, spans) => {
      for (let from = 0; from < tiles.length; from += spans.length) {
        const block = tileBlock(`${id}.${from}`, tiles.slice(from, from + spans.length), spans, row);
        blocks.push(() => block);
        heights[row + 1] = 34;
        row += 4;
      }
      top = row;
    },
    table,
    aside,
    block: (rows, make, header) => {
      const at = row;
      if (header !== undefined) heights[at + header] = 38;
      blocks.push(() => {
        const given = make(at);
        return { ...emptyBlock(given.id, given.area), ...given };
      });
      row += rows + 1;
      top = row;
    },
    remark: (id, text) => {
      const block: Block = {
        ...emptyBlock(id, area(row, 1, 1, printed)),
        values: [{ a1: cell(row, 1), value: text }],
        looks: [{ a1: cell(row, 1), color: palette.muted, fontSize: 9 }],
      };
      blocks.push(() => block);
      row += 2;
      top = row;
    },
    sheet: () => ({
      id: frame.id,
      name: reportSheetWords[frame.id].name[lang],
      tabColor: palette.accent,
      rows: Math.max(row, lastAsideRow + 1),
      columns: Math.max(printed, asideColumn - 2),
      columnWidths: Array.from(
        { length: Math.max(printed, asideColumn - 2) },
        (_, at) => widths[at] ?? (at === printed ? 40 : ASIDE_WIDTH),
      ),
      rowHeights: heights,
      frozenRows: head.frozenRows,
      frozenColumns: 0,
      hideGridlines: true,
      switches,
      names,
      blocks: blocks.map((make) => make()),
      charts,
    }),
  };
}
