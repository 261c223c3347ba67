// Row banding: alternating backgrounds with a header. Kept as plain cell colours.
import { ServiceException, ServiceObject } from '../../service';
import type { Zone } from '../../spreadsheet/contract';
import { zonesOverlap } from '../../spreadsheet/zones';
import { signed } from '../arguments';
import type { SheetsContext } from './context';
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

/** Colours the rows of a range by a theme; a range that has banding already is refused (apps-script 5.3). */
export function appliedBanding(range: Range, theme: string, header: boolean, footer: boolean): Banding {
  const [headerColor, secondColor, footerColor] = THEMES[theme] ?? (THEMES['LIGHT_GREY'] as readonly [string, string, string]);
  const { context, sheetId, zone: banded } = range;
  const { extras } = context.workbook;
  if (extras.bandings.some((banding) => banding.sheetId === sheetId && zonesOverlap(banding.zone, banded)))
    throw new ServiceException('You cannot add alternating background colors to a range that already has alternating background colors.');
  const { top, bottom } = banded;
  const row = (line: number): Zone => ({ ...banded, top: line, bottom: line });
  context.later(range, () => {
    const store = storeOf(range);
    for (let line = top; line <= bottom; line++) {
      const isHeader = header && line === top;
      const isFooter = footer && line === bottom;
      const even = (line - top - (header ? 1 : 0)) % 2 === 0;
      store.format(row(line), { background: isHeader ? headerColor : isFooter ? footerColor : even ? '#ffffff' : secondColor });
    }
  });
  const record = { id: context.workbook.freshId(), sheetId, zone: banded };
  extras.bandings.push(record);
  return new Banding(context, record.id);
}

export class Banding extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.Banding';
  readonly #context: SheetsContext;
  readonly #id: number;

  constructor(context: SheetsContext, id: number) {
    super();
    this.#context = context;
    this.#id = id;
  }

  getRange(): Range {
    const record = this.#context.workbook.extras.bandings.find((banding) => banding.id === this.#id);
    if (record === undefined) throw new ServiceException('The banding no longer exists.');
    return this.#context.make.range(record.sheetId, record.zone);
  }

  remove(): void {
    this.getRange().setBackground(null);
    const { extras } = this.#context.workbook;
    extras.bandings = extras.bandings.filter((banding) => banding.id !== this.#id);
  }
}

signed(Banding);
