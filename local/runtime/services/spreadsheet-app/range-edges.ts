// Borders and merges of a range.
import { hexColor } from '../../spreadsheet/attributes';
import { type Signature, signed } from '../arguments';
import * as enums from './enums';
import type { Range } from './range';
import { RangeFormats } from './range-formats';

export abstract class RangeEdges extends RangeFormats {
  /** `setBorder(top, left, bottom, right, vertical, horizontal, color, style)`: true draws, false removes, null leaves. */
  setBorder(...args: unknown[]): Range {
    this.context.format('setBorder');
    const color = hexColor(String(args[6] ?? '#000000')) ?? '#000000';
    const style = engineBorder(args[7] === undefined || args[7] === null ? 'SOLID' : String(args[7]));
    const places = ['top', 'left', 'bottom', 'right', 'v', 'h'];
    this.context.later(this, () => {
      const { workbook } = this.context;
      workbook.promote(this.sheetId);
      const apply = (position: string, border: object) =>
        workbook.defer({ type: 'SET_ZONE_BORDERS', sheetId: this.sheetId, target: [this.zone], border: { position, ...border } });
      if (places.every((_, index) => args[index] === false)) apply('clear', {});
      else for (const position of places.filter((_, index) => args[index] === true)) apply(position, { color, style });
    });
    return this as unknown as Range;
  }

  merge(): Range {
    return merged(this, 'merge', [this.zone]);
  }

  mergeAcross(): Range {
    const rows = Array.from({ length: this.getNumRows() }, (_, index) => this.zone.top + index);
    return merged(
      this,
      'mergeAcross',
      rows.map((row) => ({ ...this.zone, top: row, bottom: row })),
    );
  }

  mergeVertically(): Range {
    const columns = Array.from({ length: this.getNumColumns() }, (_, index) => this.zone.left + index);
    return merged(
      this,
      'mergeVertically',
      columns.map((col) => ({ ...this.zone, left: col, right: col })),
    );
  }

  breakApart(): Range {
    this.context.format('breakApart');
    this.context.later(this, () => {
      if (this.context.workbook.isPlain(this.sheetId)) return;
      const target = this.context.getters
        .getMergesInZone(this.sheetId, this.zone)
        .map(({ top, left, bottom, right }) => ({ top, left, bottom, right }));
      if (target.length > 0) this.context.workbook.apply({ type: 'REMOVE_MERGE', sheetId: this.sheetId, target });
    });
    return this as unknown as Range;
  }

  isPartOfMerge(): boolean {
    return this.getMergedRanges().length > 0;
  }

  getMergedRanges(): Range[] {
    this.context.enter('SpreadsheetApp.Range.getMergedRanges');
    this.context.settle();
    if (this.context.workbook.isPlain(this.sheetId)) return [];
    const merges = this.context.getters.getMergesInZone(this.sheetId, this.zone);
    return merges.map(({ top, left, bottom, right }) => this.context.make.range(this.sheetId, { top, left, bottom, right }));
  }
}

function merged(range: RangeEdges, call: string, target: readonly { top: number; left: number; bottom: number; right: number }[]): Range {
  range.context.format(call);
  range.context.later(range, () => {
    range.context.workbook.promote(range.sheetId);
    const real = target.filter((zone) => zone.top !== zone.bottom || zone.left !== zone.right);
    if (real.length > 0) range.context.workbook.defer({ type: 'ADD_MERGE', sheetId: range.sheetId, target: real, force: true });
  });
  return range as unknown as Range;
}

function engineBorder(style: string): string {
  if (style === 'SOLID_MEDIUM' || style === 'DOUBLE') return 'medium';
  if (style === 'SOLID_THICK') return 'thick';
  return style === 'SOLID' ? 'thin' : style.toLowerCase();
}

/** True draws an edge, false removes it, null leaves it. */
const edge = ['boolean'] as const;
/** What `setBorder` takes. */
export const borderSignatures: readonly Signature[] = [
  [edge, edge, edge, edge, edge, edge],
  [edge, edge, edge, edge, edge, edge, ['string'], [enums.BorderStyle]],
];

signed(RangeEdges, { setBorder: borderSignatures });
