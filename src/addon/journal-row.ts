// One run as a row of the journal: words and numbers. It knows no sheet.
import type { Cell, Lang } from '../cell';
import { entityWords } from '../locale/entities';
import { journalColumns, runKinds, runResults, runText } from '../locale/run-words';
import type { EntityId } from '../raw/records';
import type { RunReport } from './run-report';

export type RunResult = keyof typeof runResults;

/** A run as the journal tells of it. Times are milliseconds; `end` is null while it runs. */
export interface Entry {
  readonly start: number;
  readonly end: number | null;
  readonly kind: RunReport['kind'];
  /** It went on with a load that an earlier run had begun. */
  readonly continued: boolean;
  readonly who: string;
  readonly bySchedule: boolean;
  readonly result: RunResult;
  /** Null while nothing is known: a run that is under way, or failed. */
  readonly report: RunReport | null;
  /** One sentence. */
  readonly error: string;
}

/** 0-based place of the column «Итог». */
export const RESULT_COLUMN = Object.keys(journalColumns).indexOf('result');

/** The cells of a run in the order of the columns; `serial` makes a time a number of the file's own zone. Text that looks like a formula stays text. */
export function journalRow(entry: Entry, lang: Lang, serial: (ms: number) => number): Cell[] {
  const { report } = entry;
  const changes = Object.entries(report?.changes ?? {}).map(([entity, counts]) => ({ entity: entity as EntityId, ...counts }));
  const sum = (of: 'added' | 'changed' | 'deleted') => (report ? changes.reduce((all, counts) => all + counts[of], 0) : '');
  const what = runKinds[entry.kind][lang];
  const cells: Readonly<Record<keyof typeof journalColumns, Cell>> = {
    start: serial(entry.start),
    end: entry.end === null ? '' : serial(entry.end),
    what: entry.continued && entry.kind !== 'sheets' ? runText('continuation', lang, { what }) : what,
    who: entry.bySchedule ? runText('bySchedule', lang, { who: entry.who }) : entry.who,
    result: runResults[entry.result][lang],
    added: sum('added'),
    changed: sum('changed'),
    deleted: sum('deleted'),
    changes: changes
      .flatMap(({ entity, added, changed, deleted }) => countsText(entityWords[entity][lang], added, changed, deleted))
      .join('; '),
    requests: report?.requests ?? '',
    retries: report?.retries ?? '',
    error: entry.error,
  };
  return (Object.keys(journalColumns) as (keyof typeof journalColumns)[]).map((column) => asText(cells[column]));
}

/** «сделки +5 ~3 −1»; nothing of an entity that did not change. */
function countsText(name: string, added: number, changed: number, deleted: number): string[] {
  const parts = [added && `+${added}`, changed && `~${changed}`, deleted && `−${deleted}`].filter(Boolean);
  return parts.length > 0 ? [[name, ...parts].join(' ')] : [];
}

function asText(cell: Cell): Cell {
  return typeof cell === 'string' && cell.startsWith('=') ? `'${cell}` : cell;
}

/** Whether a cell of «Итог» says in either language that the run is under way. */
export function saysRunning(cell: unknown): boolean {
  return cell === runResults.running.ru || cell === runResults.running.en;
}
