// The file as Excel may have it: the visible sheets with values in place of formulas, for functions of the script mean nothing there. Answers the engine's
// data; the page makes the package of it (page/excel.ts), because only a browser can.
import { columnLetters } from '../runtime/spreadsheet/a1';
import { modelData } from '../runtime/spreadsheet/engine/model-data';
import { engineContent } from '../runtime/spreadsheet/engine-sheet';
import { toEngineFormat } from '../runtime/spreadsheet/number-format';
import type { SheetStore } from '../runtime/spreadsheet/sheet-store';
import type { Workbook } from '../runtime/spreadsheet/workbook';
import { dateToSerial } from '../runtime/spreadsheet/zone-time';

interface SheetData {
  readonly id: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly formats: Readonly<Record<string, number>>;
  readonly cols: Readonly<Record<number, object>>;
}

interface EngineData {
  readonly sheets: readonly SheetData[];
  readonly formats: Readonly<Record<number, string>>;
}

/** Longest text of a cell in Excel. */
const LONGEST_TEXT = 32_767;
const ROWS_AT_ONCE = 2000;

/** `dateFormat`: Google's pattern of dates that a function answered into a cell without a format. */
export function excelData(workbook: Workbook, dateFormat: string): unknown {
  const data = structuredClone(modelData(workbook.model)) as EngineData;
  const formats = new Formats(data.formats);
  const sheets = workbook
    .sheets()
    .filter(({ hidden }) => !hidden)
    .flatMap(({ id }) => {
      const sheet = data.sheets.find((one) => one.id === id);
      return sheet ? [{ ...sheet, ...valuesOf(workbook, id, sheet, formats, dateFormat) }] : [];
    });
  return { ...data, sheets, formats: formats.all(), namedRanges: {}, revisionId: 'excel' };
}

function valuesOf(workbook: Workbook, id: string, sheet: SheetData, formats: Formats, dateFormat: string): Partial<SheetData> {
  const store = workbook.store(id);
  const { rows, cols } = store.extent();
  const cells: Record<string, string> = {};
  const shown: Record<string, number> = workbook.isPlain(id) ? columnFormats(store, formats) : { ...sheet.formats };
  for (let top = 0; top < rows; top += ROWS_AT_ONCE) {
    const values = store.values({ top, left: 0, bottom: Math.min(rows, top + ROWS_AT_ONCE) - 1, right: cols - 1 });
    values.forEach((line, down) => {
      line.forEach((value, col) => {
        if (value === '') return;
        const a1 = `${columnLetters(col)}${top + down + 1}`;
        const isDate = Object.prototype.toString.call(value) === '[object Date]';
        cells[a1] = isDate ? String(dateToSerial(value as Date, workbook.timeZone)) : content(value as string | number | boolean);
        if (isDate && store.attributes(top + down, col).numberFormat === '') shown[a1] = formats.number(toEngineFormat(dateFormat));
      });
    });
  }
  return { cells, formats: shown, ...(workbook.isPlain(id) ? { cols: widths(store, cols) } : {}) };
}

function content(value: string | number | boolean): string {
  return engineContent(typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value, false);
}

/** A sheet of plain values has one format a column, which stands below its header. */
function columnFormats(store: SheetStore, formats: Formats): Record<string, number> {
  const { rows, cols } = store.extent();
  const shown: Record<string, number> = {};
  if (rows < 2) return shown;
  for (let col = 0; col < cols; col++) {
    const { numberFormat } = store.attributes(1, col);
    const letters = columnLetters(col);
    if (numberFormat !== '' && numberFormat !== '@') shown[`${letters}2:${letters}${rows}`] = formats.number(toEngineFormat(numberFormat));
  }
  return shown;
}

function widths(store: SheetStore, cols: number): Record<number, object> {
  return Object.fromEntries(Array.from({ length: cols }, (_, col) => [col, { size: store.size('COL', col) }]));
}

/** The engine's numbers of its formats. */
class Formats {
  private readonly numbers = new Map<string, number>();
  private last = 0;

  constructor(known: Readonly<Record<number, string>>) {
    for (const [number, format] of Object.entries(known)) {
      this.numbers.set(format, Number(number));
      this.last = Math.max(this.last, Number(number));
    }
  }

  number(format: string): number {
    const known = this.numbers.get(format);
    if (known !== undefined) return known;
    this.numbers.set(format, ++this.last);
    return this.last;
  }

  all(): Record<number, string> {
    return Object.fromEntries([...this.numbers].map(([format, number]) => [number, format]));
  }
}
