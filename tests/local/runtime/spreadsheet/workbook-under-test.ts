// A workbook with a few custom functions, as the tests of this folder share it.
import type { CustomFunctionResult, PersonEdit, WorkbookOptions } from '../../../../local/runtime/spreadsheet/contract';
import { Workbook } from '../../../../local/runtime/spreadsheet/workbook';

export interface Recorded {
  readonly calls: [name: string, args: readonly unknown[]][];
  readonly edits: PersonEdit[];
}

function answer(name: string, args: readonly unknown[]): CustomFunctionResult {
  if (name === 'B24_FAIL') return { error: '#ERROR!', message: 'Менеджер «Сидоров» не найден.' };
  if (name === 'B24_TABLE') return { value: Array.from({ length: Number(args[0]) }, (_, row) => [row, `x${row}`]) };
  if (name === 'B24_DATE') return { value: new Date('2026-01-05T09:00:00Z') };
  if (name === 'B24_NOTHING') return { value: null };
  return { value: args.length };
}

/** A Russian file of Moscow at 15 October 2026, 22:00 UTC (the 16th there), unless options say otherwise. */
export function workbook(options: Partial<WorkbookOptions> = {}): Workbook & { readonly recorded: Recorded } {
  const recorded: Recorded = { calls: [], edits: [] };
  const made = new Workbook({
    locale: 'ru_RU',
    timeZone: 'Europe/Moscow',
    customFunctionNames: ['B24_COUNT', 'B24_TABLE', 'B24_FAIL', 'B24_DATE', 'B24_NOTHING'],
    now: () => Date.UTC(2026, 9, 15, 22),
    callCustomFunction: (name, args) => {
      recorded.calls.push([name, args]);
      return answer(name, args);
    },
    onPersonEdit: (edit) => recorded.edits.push(edit),
    ...options,
  });
  return Object.assign(made, { recorded });
}

/** Values of an A1 zone given by corners (zero-based rows and columns). */
export function read(book: Workbook, sheetId: string, top: number, left: number, bottom = top, right = left) {
  return book.store(sheetId).values({ top, left, bottom, right });
}
