// Plans that were typed and not saved survive closing: they are kept in the browser, by file, year, metric and scope. Where the browser keeps
// nothing they live as long as the window.
import type { PlanTable } from '../functions/plan-editor';
import type { Draft } from './plan-model';

const keyOf = ({ file, year, metric, scope }: PlanTable): string => `b24.plans ${file} ${year} ${metric} ${scope}`;

/** By owner and month, so that it fits whatever lines the table has next time. */
export function keepDraft(table: PlanTable, draft: Draft): void {
  try {
    if (draft.size === 0) localStorage.removeItem(keyOf(table));
    else localStorage.setItem(keyOf(table), JSON.stringify([...draft].map(([key, target]) => [ownedKey(table, key), target])));
  } catch {
    // A browser that keeps nothing.
  }
}

export function keptDraft(table: PlanTable): Draft {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(table)) ?? '[]') as [string, number | null][];
    const cells = kept.flatMap(([key, target]): [string, number | null][] => {
      const [owner, month] = key.split(':');
      const line = table.lines.findIndex(({ id }) => String(id) === owner);
      const fits = line >= 0 && (target === null || typeof target === 'number') && table.lines[line]?.targets[Number(month)] !== target;
      return fits ? [[`${line}:${month}`, target]] : [];
    });
    return new Map(cells);
  } catch {
    return new Map();
  }
}

function ownedKey({ lines }: PlanTable, key: string): string {
  const [line, month] = key.split(':');
  return `${lines[Number(line)]?.id ?? null}:${month}`;
}
