// The basic filter of a sheet: one per sheet. Which rows it hides is up to people on the page.
import { ServiceException, ServiceObject } from '../../service';
import type { Zone } from '../../spreadsheet/contract';
import { signed } from '../arguments';
import type { SheetsContext } from './context';
import type { Range } from './range';

/** Creates the sheet's filter; a second one is refused (apps-script 2.2). */
export function createdFilter(context: SheetsContext, sheetId: string, zone: Zone): Filter {
  if (filterOf(context, sheetId)) throw new ServiceException("You can't create a filter in a sheet that already has a filter.");
  context.workbook.extras.filters.push({ sheetId, zone });
  context.do(() => context.workbook.showFilter(sheetId, zone));
  return new Filter(context, sheetId);
}

export function filterOf(context: SheetsContext, sheetId: string): Filter | null {
  return context.workbook.extras.filters.some((record) => record.sheetId === sheetId) ? new Filter(context, sheetId) : null;
}

export class Filter extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.Filter';
  readonly #context: SheetsContext;
  readonly #sheetId: string;

  constructor(context: SheetsContext, sheetId: string) {
    super();
    this.#context = context;
    this.#sheetId = sheetId;
  }

  getRange(): Range {
    const record = this.#context.workbook.extras.filters.find((entry) => entry.sheetId === this.#sheetId);
    if (record === undefined) throw new ServiceException('The filter no longer exists.');
    return this.#context.make.range(this.#sheetId, record.zone);
  }

  remove(): void {
    const { zone } = this.getRange();
    this.#context.structure('remove', { sheetId: this.#sheetId, zone });
    const { extras } = this.#context.workbook;
    extras.filters = extras.filters.filter((record) => record.sheetId !== this.#sheetId);
    this.#context.do(() => this.#context.workbook.hideFilter(this.#sheetId, zone));
  }

  sort(...args: unknown[]): Filter {
    const range = this.getRange();
    const { zone } = range;
    if (zone.bottom > zone.top) {
      const body = this.#context.make.range(this.#sheetId, { ...zone, top: zone.top + 1 });
      body.sort({ column: zone.left + Number(args[0]), ascending: args[1] });
    }
    return this;
  }
}

signed(Filter, {
  sort: [['number', 'boolean']],
});
