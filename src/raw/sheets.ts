// The catalogue of raw sheets (D7) and their cells. The edge writes them; nothing is ever read back from them but ids.
import type { Lang } from '../cell';
import type { Names } from './names';
import type { Records } from './records';
import type { ColumnType, RawCell, RawSheet, RawSheetId } from './sheet';
import { activitySheet, companySheet, contactSheet, leadSheet } from './sheets-of-clients';
import { dealSheet, historySheet, productSheet } from './sheets-of-deals';
import { employeeSheet, stageSheet } from './sheets-of-team';

export type { ColumnType, RawCell, RawSheetId } from './sheet';

/** A sheet with its record type closed over. */
export interface RawSheetRows {
  readonly id: RawSheetId;
  /** Always written; the others while they fit the cell budget (D14). */
  readonly always: boolean;
  readonly titles: readonly string[];
  readonly types: readonly ColumnType[];
  readonly count: number;
  /** Cells of rows [from, to), counted from 0, ascending by id. */
  readonly cells: (from: number, to: number) => RawCell[][];
}

/** Every raw sheet in the order of tabs. */
export function rawSheets(records: Records, names: Names, lang: Lang): RawSheetRows[] {
  return [
    closed(dealSheet, records, names, lang),
    closed(leadSheet, records, names, lang),
    closed(historySheet, records, names, lang),
    closed(stageSheet, records, names, lang),
    closed(employeeSheet, records, names, lang),
    closed(productSheet, records, names, lang),
    closed(activitySheet, records, names, lang),
    closed(companySheet, records, names, lang),
    closed(contactSheet, records, names, lang),
  ];
}

function closed<T>(sheet: RawSheet<T>, records: Records, names: Names, lang: Lang): RawSheetRows {
  const rows = sheet.rows(records);
  return {
    id: sheet.id,
    always: sheet.always,
    titles: sheet.columns.map((column) => column.title[lang]),
    types: sheet.columns.map((column) => column.type),
    count: rows.length,
    cells: (from, to) => rows.slice(from, to).map((row) => sheet.columns.map((column) => column.value(row, names, lang))),
  };
}
