// A generation of the same moment: facts derived anew, or product rows beside the same records.
import type { Marks } from '../load/load';
import { alone } from './alone';
import { type Committed, commitGeneration, groundOf } from './commit';
import { currentIndex } from './current-index';
import { openMemory } from './memory-store';
import { type MergedRecords, readRecords } from './records-store';
import type { StoreIndex } from './store';

/** A generation of the same moment: other facts, or product rows beside the same records. */
export function recommit(index: StoreIndex, merged: MergedRecords, productsPending: boolean, marks: Marks = index.marks): Committed {
  const { asOf, dealFields: fields = [], depth = '' } = index;
  const memory = openMemory(null, { ...index, records: merged.records });
  const ground = groundOf(merged.records, asOf, fields, memory.log);
  return commitGeneration({
    merged,
    memory,
    previous: index,
    current: index,
    connection: index,
    asOf,
    marks,
    dealFields: fields,
    productsPending,
    depth,
    ground,
  });
}

/** Facts of a new generation from the stored records, after a setting changed (D2); nothing to do before the first load. */
export function rederiveFacts(): void {
  alone(() => {
    const index = currentIndex();
    if (!index) return;
    recommit(index, { records: readRecords(index).records, changed: {}, dropped: [], changes: {} }, index.productsPending === true);
  });
}
