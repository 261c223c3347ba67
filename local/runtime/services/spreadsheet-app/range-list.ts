// A list of ranges of one sheet: the same change for each.
import { ServiceObject } from '../../service';
import { signed } from '../arguments';
import type { Range } from './range';
import { borderSignatures } from './range-edges';

export class RangeList extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.RangeList';
  readonly #ranges: readonly Range[];

  constructor(ranges: readonly Range[]) {
    super();
    this.#ranges = ranges;
  }

  #each(change: (range: Range) => unknown): this {
    for (const range of this.#ranges) change(range);
    return this;
  }

  getRanges(): Range[] {
    return [...this.#ranges];
  }

  activate(): this {
    this.#ranges[0]?.activate();
    return this;
  }

  clear(...args: unknown[]): this {
    return this.#each((range) => range.clear(...args));
  }

  clearContent(): this {
    return this.#each((range) => range.clearContent());
  }

  clearFormat(): this {
    return this.#each((range) => range.clearFormat());
  }

  clearNote(): this {
    return this.#each((range) => range.clearNote());
  }

  clearDataValidations(): this {
    return this.#each((range) => range.clearDataValidations());
  }

  insertCheckboxes(...args: unknown[]): this {
    return this.#each((range) => range.insertCheckboxes(...args));
  }

  setValue(...args: unknown[]): this {
    return this.#each((range) => range.setValue(...args));
  }

  setFormula(...args: unknown[]): this {
    return this.#each((range) => range.setFormula(...args));
  }

  setNote(...args: unknown[]): this {
    return this.#each((range) => range.setNote(...args));
  }

  setNumberFormat(...args: unknown[]): this {
    return this.#each((range) => range.setNumberFormat(...args));
  }

  setBackground(...args: unknown[]): this {
    return this.#each((range) => range.setBackground(...args));
  }

  setFontColor(...args: unknown[]): this {
    return this.#each((range) => range.setFontColor(...args));
  }

  setFontWeight(...args: unknown[]): this {
    return this.#each((range) => range.setFontWeight(...args));
  }

  setFontStyle(...args: unknown[]): this {
    return this.#each((range) => range.setFontStyle(...args));
  }

  setFontSize(...args: unknown[]): this {
    return this.#each((range) => range.setFontSize(...args));
  }

  setFontFamily(...args: unknown[]): this {
    return this.#each((range) => range.setFontFamily(...args));
  }

  setHorizontalAlignment(...args: unknown[]): this {
    return this.#each((range) => range.setHorizontalAlignment(...args));
  }

  setVerticalAlignment(...args: unknown[]): this {
    return this.#each((range) => range.setVerticalAlignment(...args));
  }

  setWrap(...args: unknown[]): this {
    return this.#each((range) => range.setWrap(...args));
  }

  setBorder(...args: unknown[]): this {
    return this.#each((range) => range.setBorder(...args));
  }
}

const text = [['string']] as const;

signed(RangeList, {
  insertCheckboxes: [[], ['any'], ['any', 'any']],
  clear: [[], ['object']],
  setValue: [['value'], ['object']],
  setFormula: [text],
  setNote: [text],
  setNumberFormat: [['string']],
  setBackground: [text],
  setFontColor: [text],
  setFontWeight: [text],
  setFontStyle: [text],
  setFontSize: [['number']],
  setFontFamily: [text],
  setHorizontalAlignment: [text],
  setVerticalAlignment: [text],
  setWrap: [['boolean']],
  setBorder: borderSignatures,
});
