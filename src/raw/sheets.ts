// The catalogue of raw sheets (D7) and their cells. The edge writes them; nothing is ever read back from them but ids.
import type { Lang } from '../cell';
import { type CustomColumn, customColumns } from './custom-field';
import type { Names } from './names';
import type { Deal, Records } from './records';
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
  /** Titles of each column in every language: by them a sheet is known again after its language changed. */
  readonly spellings: readonly (readonly string[])[];
  readonly types: readonly ColumnType[];
  readonly count: number;
  /** Cells of rows [from, to), counted from 0, ascending by id. */
  readonly cells: (from: number, to: number) => RawCell[][];
}

/** Every raw sheet in the order of tabs; chosen custom fields follow the other columns of deals. */
export function rawSheets(records: Records, names: Names, lang: Lang, custom: readonly CustomColumn[] = []): RawSheetRows[] {
  return [
    closed(dealsWith(custom), records, names, lang),
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

/** Two fields may have the same title in Bitrix24: the later one is told by its name too. */
function dealsWith(custom: readonly CustomColumn[]): RawSheet<Deal> {
  const columns = [...dealSheet.columns];
  const taken = (title: string): boolean => columns.some((one) => one.title.ru === title || one.title.en === title);
  for (const field of custom) {
    const title = field.title !== '' && !taken(field.title) ? field.title : `${field.title} (${field.name})`.trim();
    columns.push(...customColumns({ ...field, title }));
  }
  return { ...dealSheet, columns };
}

function closed<T>(sheet: RawSheet<T>, records: Records, names: Names, lang: Lang): RawSheetRows {
  const rows = sheet.rows(records);
  return {
    id: sheet.id,
    always: sheet.always,
    titles: sheet.columns.map((column) => column.title[lang]),
    spellings: sheet.columns.map(({ title }) => [title[lang], title.ru, title.en]),
    types: sheet.columns.map((column) => column.type),
    count: rows.length,
    cells: (from, to) => rows.slice(from, to).map((row) => sheet.columns.map((column) => column.value(row, names, lang))),
  };
}
