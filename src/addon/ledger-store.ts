// The pay ledger (R1) in a hidden sheet: an approved month is one block of rows, and nothing written is ever changed. The text goes first; the head,
// one cell, makes it an approved month: a run killed anywhere leaves the month approved or not, never half.
import { KpiError } from '../errors';
import type { ApprovedMonth } from '../memory/ledger';
import { type PortalMonth, packMonth, unpackMonth } from '../memory/ledger-pack';
import { cellsAt, chunksOf, packedInCells, rowsFor, unpackedText, WIDTH } from './chunked-cells';
import { growTo, openFile, serviceSheet } from './file';
import { namesOfPortal } from './portal-names';

const LEDGER_SHEET = '_b24_ledger';
/** The head of a block in its first row, then chunks of text. */
const COLUMNS = WIDTH + 1;

interface Block {
  readonly row: number;
  readonly chunks: number;
}

/** Approved months of a portal, ascending. KpiError('data', 'ledgerDamaged') when somebody changed the sheet. */
export function approvedMonths(portal: string): ApprovedMonth[] {
  const cells = ledgerCells();
  const isAsked = namesOfPortal(portal);
  return blocksIn(cells)
    .map((block) => monthIn(cells, block))
    .filter((known) => isAsked(known.portal))
    .map(({ approved }) => approved)
    .sort((a, b) => a.month.localeCompare(b.month));
}

/** Writes a month behind all others, and flushes it. The caller holds the file's lock. */
export function keepApproved(known: PortalMonth): void {
  const row = blocksIn(ledgerCells()).reduce((next, block) => Math.max(next, block.row + rowsFor(block.chunks)), 1);
  const chunks = chunksOf(packMonth(known));
  const cells = cellsAt(chunks, row);
  const sheet = serviceSheet(LEDGER_SHEET, COLUMNS);
  growTo(sheet, row + cells.length);
  sheet.getRange(row, 2, cells.length, WIDTH).setValues(cells);
  SpreadsheetApp.flush();
  sheet.getRange(row, 1).setValue(`m${known.approved.month} ${chunks.length}`);
  SpreadsheetApp.flush();
}

function ledgerCells(): readonly (readonly unknown[])[] {
  const sheet = openFile().getSheetByName(LEDGER_SHEET);
  const height = sheet?.getLastRow() ?? 0;
  if (!sheet || height === 0) return [];
  if (sheet.getMaxColumns() < COLUMNS) throw new KpiError('data', 'ledgerDamaged');
  return sheet.getRange(1, 1, height, COLUMNS).getValues();
}

/** What has a head. Text without one was left by a killed run. */
function blocksIn(cells: readonly (readonly unknown[])[]): Block[] {
  return cells.flatMap(([head], at): Block[] => {
    if (head === '') return [];
    const chunks = Number(/^m\d{4}-\d{2} (\d+)$/.exec(String(head))?.[1] ?? 0);
    if (chunks === 0) throw new KpiError('data', 'ledgerDamaged');
    return [{ row: at + 1, chunks }];
  });
}

function monthIn(cells: readonly (readonly unknown[])[], { row, chunks }: Block): PortalMonth {
  const texts = cells.slice(row - 1, row - 1 + rowsFor(chunks)).map((line) => line.slice(1));
  try {
    return unpackMonth(unpackedText(packedInCells(texts, row, chunks, LEDGER_SHEET), LEDGER_SHEET));
  } catch {
    throw new KpiError('data', 'ledgerDamaged');
  }
}
