// The portal of the big load: 100,000 deals with 450,000 rows of their history, and everything else as the demo generator makes it beside them.
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { demoPortal } from '../local/demo-data/demo-portal';
import type { PortalFile, PortalRecord } from '../local/portal/portal';

const DEALS = 100_000;
const DEAL_HISTORY = 450_000;
/** A little more than needed comes out of this scale; the rest is cut off. */
const SCALE = 16.4;

/** Everything ends here. */
export const now = Date.parse('2026-11-23T09:00:00Z');

export interface BigPortal {
  readonly data: PortalFile;
  readonly seed: number;
}

/** The last deals are left out with all that hangs on them, and the oldest rows of the deals' history, as in a portal that began to keep it later. */
export function bigPortal(): BigPortal {
  const { data, planted } = demoPortal({ lang: 'ru', now, scale: SCALE });
  const deals = data.deals.slice(0, DEALS) as readonly PortalRecord[];
  const ids = new Set(deals.map(({ id }) => Number(id)));
  const isLeads = (row: PortalRecord) => row['STATUS_ID'] !== undefined;
  const history = data.stageHistory as readonly PortalRecord[];
  const ofDeals = history.filter((row) => !isLeads(row) && ids.has(Number(row['OWNER_ID']))).slice(-DEAL_HISTORY);
  if (deals.length < DEALS || ofDeals.length < DEAL_HISTORY) throw new Error('The demo portal is too small for the big load.');
  const cut: PortalFile = {
    ...(data as PortalFile),
    deals,
    stageHistory: [...history.filter(isLeads), ...ofDeals],
    activities: (data.activities as readonly PortalRecord[]).filter(
      (row) => row['OWNER_TYPE_ID'] !== '2' || ids.has(Number(row['OWNER_ID'])),
    ),
    productRows: (data.productRows as readonly PortalRecord[]).filter(({ ownerId }) => ids.has(Number(ownerId))),
  };
  return { data: cut, seed: planted.seed };
}

/** Rows of each list, for the table. */
export const listSizes = (data: PortalFile): [string, number][] =>
  Object.entries(data).flatMap(([name, list]): [string, number][] =>
    Array.isArray(list) && list.length > 1000 ? [[name, list.length]] : [],
  );

/** Writes a portal file of any size: no part of it is ever one text. */
export function writePortalFile(path: string, data: PortalFile): void {
  const file = openSync(path, 'w');
  try {
    Object.entries(data).forEach(([name, value], at) => {
      writeFileSync(file, `${at === 0 ? '{' : ',\n'}${JSON.stringify(name)}:`);
      if (!Array.isArray(value)) writeFileSync(file, JSON.stringify(value));
      else {
        writeFileSync(file, '[');
        for (let from = 0; from < value.length; from += 1000)
          writeFileSync(file, `${from === 0 ? '' : ','}${JSON.stringify(value.slice(from, from + 1000)).slice(1, -1)}`);
        writeFileSync(file, ']');
      }
    });
    writeFileSync(file, '}');
  } finally {
    closeSync(file);
  }
}
