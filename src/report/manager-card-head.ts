// «Карточка менеджера»: title, remark and header of its blocks of own kinds.
import { area, cell } from './cells';
import { palette } from './palette';
import type { RangeLook } from './spec';

export function headLooks(row: number, header: number, width: number): RangeLook[] {
  return [
    { a1: cell(row, 1), bold: true, fontSize: 12, color: palette.ink },
    { a1: cell(row + 1, 1), color: palette.muted, fontSize: 9 },
    {
      a1: area(header, 1, 1, width),
      background: palette.header,
      color: palette.ink,
      bold: true,
      wrap: true,
      align: 'center',
      verticalAlign: 'middle',
      borderBottom: palette.line,
    },
  ];
}
