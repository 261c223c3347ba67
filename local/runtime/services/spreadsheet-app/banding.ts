// Row banding: alternating backgrounds with a header. Kept as plain cell colours.
import { ServiceObject } from '../../service';
import type { Zone } from '../../spreadsheet/contract';
import { signed } from './arguments';
import type { Range } from './range';
import { storeOf } from './range-geometry';

const THEMES: Readonly<Record<string, readonly [header: string, second: string, footer: string]>> = {
  LIGHT_GREY: ['#bdbdbd', '#f3f3f3', '#dedede'],
  CYAN: ['#4dd0e1', '#e0f7fa', '#a2e8f1'],
  GREEN: ['#63d297', '#e7f9ef', '#afe9ca'],
  YELLOW: ['#f7cb4d', '#fef8e3', '#fce8b2'],
  ORANGE: ['#f46524', '#ffe6dd', '#ffccbc'],
  BLUE: ['#5b95f9', '#e8f0fe', '#acc9fe'],
  TEAL: ['#26a69a', '#ddf2f0', '#8cd3cd'],
  GREY: ['#78909c', '#ebeff1', '#bbc8ce'],
  BROWN: ['#cca677', '#f8f2eb', '#e6d3ba'],
  LIGHT_GREEN: ['#8bc34a', '#eef7e3', '#c4e2a0'],
  INDIGO: ['#8989eb', '#e8e7fc', '#c4c3f7'],
  PINK: ['#e91d63', '#fddce8', '#f68ab0'],
};

/** Colours the rows of a range by a theme. */
export function appliedBanding(range: Range, theme: string, header: boolean, footer: boolean): Banding {
  const [headerColor, secondColor, footerColor] = THEMES[theme] ?? (THEMES['LIGHT_GREY'] as readonly [string, string, string]);
  const { top, bottom } = range.zone;
  const row = (line: number): Zone => ({ ...range.zone, top: line, bottom: line });
  range.context.later(range, () => {
    const store = storeOf(range);
    for (let line = top; line <= bottom; line++) {
      const isHeader = header && line === top;
      const isFooter = footer && line === bottom;
      const even = (line - top - (header ? 1 : 0)) % 2 === 0;
      store.format(row(line), { background: isHeader ? headerColor : isFooter ? footerColor : even ? '#ffffff' : secondColor });
    }
  });
  return new Banding(range);
}

export class Banding extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.Banding';
  readonly #range: Range;

  constructor(range: Range) {
    super();
    this.#range = range;
  }

  getRange(): Range {
    return this.#range;
  }

  remove(): void {
    this.#range.setBackground(null);
  }
}

signed(Banding);
