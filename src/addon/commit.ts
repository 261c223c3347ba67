// A new generation (D1): records and facts into the free slot → flush → stamp. All B24_ formulas flip at once with the stamp; killed
// anywhere before, the old numbers stay.
import { deriveFacts } from '../facts/derive';
import type { FactTables } from '../facts/facts';
import { packFacts } from '../facts/pack';
import type { Marks } from '../load/load';
import type { Records } from '../raw/records';
import type { Connection } from './connection';
import { factKey, warmCache } from './facts-source';
import { fileLang, fileZone, openFile } from './file';
import type { MergedRecords } from './records-store';
import { factSettings } from './settings';
import { readStamp, writeStamp } from './stamp';
import { readPacked, type StoreIndex, writeGeneration } from './store';

/** What a generation is made from. */
export interface NewGeneration {
  readonly merged: MergedRecords;
  /** Index the merge was made on; null for a full load. */
  readonly previous: StoreIndex | null;
  /** Index whose texts must stay readable until the stamp flips; it may differ from `previous` in a full load. */
  readonly current: StoreIndex | null;
  readonly connection: Pick<Connection, 'portal' | 'userId' | 'userName'>;
  /** Unix seconds of the portal's clock (R1). */
  readonly asOf: number;
  readonly marks: Marks;
}

export interface Committed {
  readonly index: StoreIndex;
  readonly facts: FactTables;
  readonly records: Records;
}

export function commitGeneration(next: NewGeneration): Committed {
  const stamp = readStamp();
  const generation = (stamp?.generation ?? 0) + 1;
  const facts = derivedFacts(next.merged.records, next, generation);
  const packed = packFacts(facts);
  const changed: Record<string, string> = { ...next.merged.changed };
  for (const [name, text] of Object.entries(packed)) changed[factKey(name)] = text;
  const replaced = next.previous ? next.merged.dropped : Object.keys(next.current?.texts ?? {});
  const index = writeGeneration(
    {
      generation,
      portal: next.connection.portal,
      userId: next.connection.userId,
      userName: next.connection.userName,
      asOf: next.asOf,
      marks: next.marks,
    },
    next.current,
    changed,
    replaced,
  );
  SpreadsheetApp.flush();
  writeStamp({ asOf: new Date(next.asOf * 1000).toISOString(), generation, inputs: stamp?.inputs ?? 0 });
  SpreadsheetApp.flush();
  const cached: Record<string, string> = {};
  for (const name of Object.keys(packed)) cached[name] = readPacked(index, factKey(name));
  warmCache(generation, cached);
  return { index, facts, records: next.merged.records };
}

/** Facts of the records under the file's settings, zone and language; nothing is written. */
function derivedFacts(records: Records, next: NewGeneration, generation: number): FactTables {
  const file = openFile();
  return deriveFacts(records, {
    settings: factSettings(),
    zone: fileZone(next.asOf, file),
    asOf: next.asOf,
    lang: fileLang(file),
    portal: next.connection.portal,
    userName: next.connection.userName,
    generation,
    horizonDay: 0,
    defaultPipelineIds: [],
  });
}
