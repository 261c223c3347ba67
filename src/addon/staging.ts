// The staging sheet (D1): what a load received, packed, until everything has arrived. Nothing a person sees changes meanwhile.
// Each entry is one compressed text; the first cell of an entry tells how many chunks it has.

import { KpiError } from '../errors';
import type { Page } from '../load/load';
import { packRecords, unpackRecords } from '../raw/pack';
import { cellsAt, chunksOf, packedInCells, unpackedText, WIDTH } from './chunked-cells';
import { growTo, serviceSheet } from './file';

const STAGING_SHEET = '_b24_load';
const READ_ROWS = 100;

/** Appends pages after `rows` rows already staged; answers the new number of rows. Not flushed. */
export function stagePages(pages: readonly Page[], rows: number): number {
  const cells: string[][] = [];
  for (const page of joinedPages(pages)) {
    const text = JSON.stringify({
      entity: page.entity,
      owners: page.owners,
      deleted: page.deleted,
      records: packRecords(page.entity, page.records as never),
    });
    const chunks = chunksOf(text);
    cellsAt(chunks, rows + cells.length + 1).forEach((line, at) => {
      cells.push([at === 0 ? `n${chunks.length}` : 'n', ...line]);
    });
  }
  if (cells.length === 0) return rows;
  const sheet = stagingSheet();
  growTo(sheet, rows + cells.length);
  sheet.getRange(rows + 1, 1, cells.length, WIDTH + 1).setValues(cells);
  return rows + cells.length;
}

/** Everything staged in the first `rows` rows, in order; KpiError('data') when somebody changed the sheet meanwhile. */
export function stagedPages(rows: number): Page[] {
  const pages: Page[] = [];
  const sheet = stagingSheet();
  if (sheet.getMaxRows() < rows) throw new KpiError('data', 'storeDamaged', { what: STAGING_SHEET });
  let entry: unknown[][] = [];
  let begun = 1;
  for (let from = 1; from <= rows; from += READ_ROWS) {
    const block = sheet.getRange(from, 1, Math.min(READ_ROWS, rows - from + 1), WIDTH + 1).getValues();
    block.forEach((line, at) => {
      if (String(line[0]) !== 'n') {
        if (entry.length > 0) pages.push(pageOf(entry, begun));
        entry = [];
        begun = from + at;
      }
      entry.push(line);
    });
  }
  if (entry.length > 0) pages.push(pageOf(entry, begun));
  return pages;
}

/** Empties the sheet and gives its rows back to the file's cell budget. */
export function clearStaging(): void {
  const sheet = stagingSheet();
  if (sheet.getMaxRows() > 100) sheet.deleteRows(101, sheet.getMaxRows() - 100);
  sheet.getRange(1, 1, sheet.getMaxRows(), WIDTH + 1).clearContent();
}

function pageOf(rows: readonly unknown[][], begun: number): Page {
  const chunks = Number(String(rows[0]?.[0]).slice(1));
  const cells = rows.map((row) => row.slice(1));
  const text = unpackedText(packedInCells(cells, begun, chunks, STAGING_SHEET), STAGING_SHEET);
  const { records, ...rest } = JSON.parse(text) as Pick<Page, 'entity' | 'owners' | 'deleted'> & { readonly records: string };
  return { ...rest, records: unpackRecords(rest.entity, records) } as Page;
}

/** Pages of the same entity put together: fewer and better compressed cells. */
function joinedPages(pages: readonly Page[]): Page[] {
  const joined = new Map<Page['entity'], { records: unknown[]; owners: number[]; deleted: number[] }>();
  for (const page of pages) {
    const all = joined.get(page.entity) ?? { records: [], owners: [], deleted: [] };
    for (const record of page.records) all.records.push(record);
    for (const owner of page.owners) all.owners.push(owner);
    for (const id of page.deleted) all.deleted.push(id);
    joined.set(page.entity, all);
  }
  return [...joined].map(([entity, all]) => ({ entity, ...all }) as unknown as Page);
}

function stagingSheet(): GoogleAppsScript.Spreadsheet.Sheet {
  return serviceSheet(STAGING_SHEET, WIDTH + 1);
}
