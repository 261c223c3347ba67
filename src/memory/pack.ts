// What was remembered as text and back, exactly: a table of loads, then a table of what they remembered.
import { type ColumnSource, packColumns, unpackColumns } from '../columns';
import { KpiError } from '../errors';
import type { DealState, MemoryBlock, MemoryLog, Remembered } from './log';

const LOADS = [
  { name: 'portal', type: 'text' },
  { name: 'since', type: 'time' },
  { name: 'asOf', type: 'time' },
  { name: 'entries', type: 'int' },
] as const;

const ENTRIES = [
  { name: 'dealId', type: 'id' },
  { name: 'appeared', type: 'flag' },
  { name: 'gone', type: 'flag' },
  { name: 'unseenMove', type: 'flag' },
  { name: 'createdTime', type: 'time' },
  { name: 'title', type: 'text' },
] as const;

/** Of each of the two states of an entry. */
const STATE = {
  assignedById: 'id',
  categoryId: 'id',
  stageId: 'text',
  semantic: 'text',
  opportunity: 'float',
  currencyId: 'text',
} as const satisfies Readonly<Record<keyof DealState, string>>;

const FIELDS = Object.keys(STATE) as (keyof DealState)[];
const MAGIC = 'b24memory 1 ';

/** The text of the loads in the order given. */
export function packMemory(log: MemoryLog): string {
  const entries = log.flatMap((block) => block.entries);
  const loads = packColumns(
    LOADS,
    {
      portal: log.map((block) => block.portal),
      since: log.map((block) => block.since),
      asOf: log.map((block) => block.asOf),
      entries: log.map((block) => block.entries.length),
    },
    log.length,
  );
  // A side that does not exist repeats the other one: it costs nothing when compressed.
  const was = entries.map((entry) => entry.was ?? entry.is);
  const is = entries.map((entry) => entry.is ?? entry.was);
  const body = packColumns(
    [...ENTRIES, ...stateSpecs('was'), ...stateSpecs('is')],
    {
      dealId: entries.map((entry) => entry.dealId),
      appeared: entries.map((entry) => entry.was === null),
      gone: entries.map((entry) => entry.is === null),
      unseenMove: entries.map((entry) => entry.unseenMove),
      createdTime: entries.map((entry) => entry.createdTime),
      title: entries.map((entry) => entry.title),
      ...stateColumns('was', was),
      ...stateColumns('is', is),
    },
    entries.length,
  );
  return `${MAGIC}${loads.length}\n${loads}${body}`;
}

/** KpiError('data', 'columnsUnreadable') for a text that is cut, foreign or of another version. */
export function unpackMemory(text: string): MemoryBlock[] {
  const start = text.indexOf('\n') + 1;
  const middle = start + Number(text.slice(MAGIC.length, start - 1));
  if (!text.startsWith(MAGIC) || start === 0 || !Number.isInteger(middle)) throw new KpiError('data', 'columnsUnreadable');
  const { count, columns } = unpackColumns(text.slice(start, middle), LOADS);
  const entries = unpackedEntries(text.slice(middle));
  let at = 0;
  const blocks = Array.from({ length: count }, (_, load): MemoryBlock => {
    const from = at;
    at += columns.entries[load] ?? 0;
    return {
      portal: columns.portal[load] ?? '',
      since: columns.since[load] ?? 0,
      asOf: columns.asOf[load] ?? 0,
      entries: entries.slice(from, at),
    };
  });
  if (at !== entries.length) throw new KpiError('data', 'columnsUnreadable');
  return blocks;
}

function unpackedEntries(text: string): Remembered[] {
  const { count, columns } = unpackColumns(text, ENTRIES);
  const was = unpackedStates('was', text);
  const is = unpackedStates('is', text);
  return Array.from({ length: count }, (_, row) => ({
    dealId: columns.dealId[row] ?? 0,
    was: columns.appeared[row] === 1 ? null : was(row),
    is: columns.gone[row] === 1 ? null : is(row),
    unseenMove: columns.unseenMove[row] === 1,
    title: columns.title[row] ?? '',
    createdTime: columns.createdTime[row] ?? 0,
  }));
}

type Side = 'was' | 'is';

function stateSpecs(side: Side) {
  return FIELDS.map((field) => ({ name: `${side} ${field}`, type: STATE[field] }));
}

function stateColumns(side: Side, states: readonly (DealState | null)[]): Record<string, ColumnSource> {
  const valuesOf = (field: keyof DealState) => states.map((state) => state?.[field] ?? '') as readonly string[];
  return Object.fromEntries(FIELDS.map((field) => [`${side} ${field}`, valuesOf(field)]));
}

function unpackedStates(side: Side, text: string): (row: number) => DealState {
  const columns = unpackColumns(text, stateSpecs(side)).columns as Readonly<Record<string, ArrayLike<unknown>>>;
  // `unpackColumns` vouches for names, types and length.
  return (row) => Object.fromEntries(FIELDS.map((field) => [field, columns[`${side} ${field}`]?.[row]])) as unknown as DealState;
}
