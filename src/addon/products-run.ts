// The part of a first load that brings the product rows of all won deals, after their deals are committed (M21).
import { wonIds } from '../load/context';
import { withProof } from '../load/machine';
import { pendingLosses, SWEEP_START } from '../load/sweep';
import type { Records } from '../raw/records';
import { currentIndex } from './current-index';
import { endLoad, loadOn, rowsOf, stopAt } from './load-run';
import { recommit } from './recommit';
import { lossesUnderway, mergedRecords, readRecords } from './records-store';
import { type Access, nothingDone, type Outcome } from './run-outcome';

/** Product rows of all won deals, once their deals are committed, up to a commit of their own (M21). */
export function productsRun({ connection, send }: Access, records: Records | null, deadline: number): Outcome {
  const index = currentIndex();
  if (index?.productsPending !== true) return { ...nothingDone('full'), nothingNew: true };
  const stored = records ?? readRecords(index).records;
  const owners = wonIds(stored.deals);
  const load = loadOn({
    send,
    connection,
    basedOn: index.generation,
    start: { mode: 'products', sweep: SWEEP_START, depth: index.depth ?? '' },
    deadline,
    context: () => ({
      wonDealIds: () => owners,
      knownIds: (entity) => (entity === 'deals' ? stored.deals.map(({ id }) => id) : []),
      staleDealIds: () => [],
      revivedDealIds: () => [],
    }),
  });
  const run: Outcome = {
    ...nothingDone('full'),
    done: load.done,
    requests: load.requests,
    retries: load.retries,
    rows: rowsOf(load.cursor),
    records: stored,
  };
  if (!load.done) return run;
  const { sweep } = load.cursor;
  stopAt(lossesUnderway(load.pages, stored, (entity) => (sweep ? pendingLosses(sweep, entity) : 0)));
  // Deals that are gone leave with the next refresh, which keeps what they were.
  const rows = load.pages.filter(({ entity }) => entity === 'productRows');
  const merged = mergedRecords({ records: stored, texts: {} }, rows, new Set(['productRows']), []);
  const { unkept } = recommit(index, merged, false, withProof(index.marks, load.cursor));
  endLoad();
  return { ...run, records: merged.records, changes: merged.changes, unkept };
}
