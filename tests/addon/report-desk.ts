// A desk with chosen report sheets of a loaded portal, read by the headers of their tables.
import type { ReportId } from '../../src/locale/report-sheet-words';
import { openDesk } from './desk';

export type Line = readonly unknown[];

export function reportDesk(data: unknown, now: string, ids: readonly ReportId[]) {
  const desk = openDesk({ data, now });
  desk.connect();
  desk.refresh();
  const build = () => desk.call('buildReports', { ids, restore: false });
  const cells = (name: string): Line[] => desk.value(`='${name}'!A1:AN260`) as Line[];
  /** Lines under the cells that say this, from the first of them; they end with the first blank cell below it. */
  const table = (name: string, ...headers: readonly string[]): Line[] => {
    const all = cells(name);
    for (const [row, line] of all.entries()) {
      const column = line.findIndex((_, at) => headers.every((header, next) => line[at + next] === header));
      if (column < 0) continue;
      const below = all.slice(row + 1).map((other) => other.slice(column));
      const end = below.findIndex(([first]) => first === '' || first === 0);
      return below.slice(0, end < 0 ? undefined : end);
    }
    throw new Error(`no table ${headers.join(', ')} in ${name}`);
  };
  return { desk, build, table, cells };
}
