// Texts of the side tables and back, one text each (see pack.ts).
import { type ColumnSource, type ColumnSpec, packColumns, unpackColumns } from '../columns';
import { KpiError } from '../errors';
import type { Directories, SideTables } from './side-tables';

const COLUMNS = {
  cards: [
    { name: 'closedate', type: 'int' },
    { name: 'movedDay', type: 'int' },
    { name: 'firstDay', type: 'int' },
    { name: 'success', type: 'flag' },
  ],
  origins: [
    { name: 'client', type: 'id' },
    { name: 'channel', type: 'text' },
    { name: 'repeat', type: 'flag' },
  ],
  utm: [
    { name: 'utmSource', type: 'text' },
    { name: 'utmMedium', type: 'text' },
    { name: 'utmCampaign', type: 'text' },
  ],
  losses: [
    { name: 'deal', type: 'int' },
    { name: 'failStage', type: 'text' },
    { name: 'fromStage', type: 'text' },
    { name: 'reason', type: 'text' },
  ],
  lines: [
    { name: 'deal', type: 'int' },
    { name: 'product', type: 'id' },
    { name: 'name', type: 'text' },
    { name: 'quantity', type: 'float' },
    { name: 'value', type: 'float' },
  ],
  steps: [
    { name: 'deal', type: 'int' },
    { name: 'since', type: 'time' },
    { name: 'aliveAt', type: 'time' },
    { name: 'nextStep', type: 'time' },
    { name: 'subject', type: 'text' },
  ],
  paces: [
    { name: 'pipeline', type: 'int' },
    { name: 'stage', type: 'int' },
    { name: 'stays', type: 'int' },
    { name: 'p90', type: 'float' },
  ],
  leads: [
    { name: 'id', type: 'id' },
    { name: 'manager', type: 'int' },
    { name: 'state', type: 'int' },
    { name: 'createdDay', type: 'int' },
    { name: 'closeDay', type: 'int' },
    { name: 'channel', type: 'text' },
  ],
  activities: [
    { name: 'day', type: 'int' },
    { name: 'manager', type: 'int' },
    { name: 'kind', type: 'int' },
    { name: 'number', type: 'int' },
  ],
  responses: [
    { name: 'pipeline', type: 'int' },
    { name: 'manager', type: 'int' },
    { name: 'createdDay', type: 'int' },
    { name: 'createdTime', type: 'time' },
    { name: 'waited', type: 'time' },
  ],
  clients: [
    { name: 'client', type: 'id' },
    { name: 'name', type: 'text' },
  ],
  changes: [
    { name: 'deal', type: 'id' },
    { name: 'row', type: 'int' },
    { name: 'since', type: 'int' },
    { name: 'day', type: 'int' },
    { name: 'kind', type: 'int' },
    { name: 'pipeline', type: 'int' },
    { name: 'fromManager', type: 'int' },
    { name: 'toManager', type: 'int' },
    { name: 'fromAmount', type: 'float' },
    { name: 'toAmount', type: 'float' },
    { name: 'fromStage', type: 'int' },
    { name: 'toStage', type: 'int' },
    { name: 'fromState', type: 'int' },
    { name: 'toState', type: 'int' },
    { name: 'createdDay', type: 'int' },
    { name: 'title', type: 'text' },
  ],
  payees: [{ name: 'payee', type: 'int' }],
  backs: [
    { name: 'deal', type: 'int' },
    { name: 'day', type: 'int' },
    { name: 'pipeline', type: 'int' },
    { name: 'from', type: 'int' },
    { name: 'to', type: 'int' },
  ],
} as const satisfies Readonly<Record<Exclude<keyof SideTables, 'directories'>, readonly ColumnSpec[]>>;

const DIRECTORIES_MAGIC = 'b24directories 1 ';

/** The texts of the side tables, by name. */
export function packSideTables(tables: SideTables): Record<keyof SideTables, string> {
  const packed = <N extends keyof typeof COLUMNS>(name: N): string => {
    const columns = tables[name] as unknown as Readonly<Record<string, ColumnSource>>;
    return packColumns(COLUMNS[name], columns, columns[COLUMNS[name][0].name]?.length ?? 0);
  };
  return {
    cards: packed('cards'),
    origins: packed('origins'),
    utm: packed('utm'),
    losses: packed('losses'),
    lines: packed('lines'),
    steps: packed('steps'),
    paces: packed('paces'),
    leads: packed('leads'),
    activities: packed('activities'),
    responses: packed('responses'),
    directories: DIRECTORIES_MAGIC + JSON.stringify(tables.directories),
    clients: packed('clients'),
    changes: packed('changes'),
    payees: packed('payees'),
    backs: packed('backs'),
  };
}

type Unpackers = { readonly [N in keyof SideTables]: (text: string) => SideTables[N] };

/** One side table from its text; cut or foreign text is a data error. */
export const sideUnpackers: Unpackers = {
  cards: (text) => unpackColumns(text, COLUMNS.cards).columns,
  origins: (text) => unpackColumns(text, COLUMNS.origins).columns,
  utm: (text) => unpackColumns(text, COLUMNS.utm).columns,
  losses: (text) => counted(unpackColumns(text, COLUMNS.losses)),
  lines: (text) => counted(unpackColumns(text, COLUMNS.lines)),
  steps: (text) => counted(unpackColumns(text, COLUMNS.steps)),
  paces: (text) => counted(unpackColumns(text, COLUMNS.paces)),
  leads: (text) => counted(unpackColumns(text, COLUMNS.leads)),
  activities: (text) => counted(unpackColumns(text, COLUMNS.activities)),
  responses: (text) => counted(unpackColumns(text, COLUMNS.responses)),
  directories: unpackDirectories,
  clients: (text) => counted(unpackColumns(text, COLUMNS.clients)),
  changes: (text) => counted(unpackColumns(text, COLUMNS.changes)),
  payees: (text) => unpackColumns(text, COLUMNS.payees).columns,
  backs: (text) => counted(unpackColumns(text, COLUMNS.backs)),
};

function counted<C>({ count, columns }: { readonly count: number; readonly columns: C }): C & { readonly count: number } {
  return { ...columns, count };
}

function unpackDirectories(text: string): Directories {
  if (!text.startsWith(DIRECTORIES_MAGIC)) throw new KpiError('data', 'columnsUnreadable');
  try {
    return JSON.parse(text.slice(DIRECTORIES_MAGIC.length)) as Directories;
  } catch {
    throw new KpiError('data', 'columnsUnreadable');
  }
}
