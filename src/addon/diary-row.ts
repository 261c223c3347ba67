// One row of the diary as cells. It knows no sheet.
import type { Cell } from '../cell';
import type { Labels } from '../facts/facts';
import { lineName } from '../functions/kpi-table';
import { cellOf } from '../functions/output';
import type { DiaryColumn } from '../locale/record-words';
import type { DiaryLine } from '../metrics/diary';

/** `date` is the serial number of the day. A name that looks like a formula stays text. */
export function diaryRow({ manager, numbers }: DiaryLine, date: number, labels: Labels): Readonly<Record<DiaryColumn, Cell>> {
  const numbersOf = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, cellOf(value)]));
  return {
    ...(numbersOf as Record<keyof DiaryLine['numbers'], Cell>),
    date,
    manager: asText(lineName(manager, 'manager', labels)),
    department: asText(lineName(labels.managers[manager]?.department ?? -1, 'department', labels)),
  };
}

function asText(name: string): string {
  return name.startsWith('=') ? `'${name}` : name;
}
