// A named range as a script holds it: found by its name each time, so it follows moves and renames done elsewhere.
import { ServiceException, ServiceObject } from '../../service';
import { signed } from '../arguments';
import type { SheetsContext } from './context';
import type { Range } from './range';
import { RangeGeometry } from './range-geometry';

export class NamedRange extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.NamedRange';
  readonly #context: SheetsContext;
  #name: string;

  constructor(context: SheetsContext, name: string) {
    super();
    this.#context = context;
    this.#name = name;
  }

  getName(): string {
    return this.#name;
  }

  getRange(): Range {
    const named = this.#context.workbook.namedZone(this.#name);
    if (named === undefined) throw new ServiceException('The named range no longer exists.');
    return this.#context.make.range(named.sheetId, named.zone);
  }

  setName(...args: unknown[]): NamedRange {
    this.#context.structure('setName');
    const { sheetId, zone } = this.getRange();
    this.#context.do(() => {
      this.#context.workbook.removeNamedZone(this.#name);
      this.#context.workbook.setNamedZone(String(args[0]), sheetId, zone);
    });
    this.#name = String(args[0]);
    return this;
  }

  setRange(...args: unknown[]): NamedRange {
    this.#context.structure('setRange');
    const range = args[0] as RangeGeometry;
    this.#context.do(() => this.#context.workbook.setNamedZone(this.#name, range.sheetId, range.zone));
    return this;
  }

  remove(): void {
    this.#context.structure('remove');
    this.#context.do(() => this.#context.workbook.removeNamedZone(this.#name));
  }
}

signed(NamedRange, {
  setName: [['string']],
  setRange: [[RangeGeometry]],
});
