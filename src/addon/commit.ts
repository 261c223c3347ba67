// A new generation (D1): records and facts into the free slot and the cache → flush → stamp. All B24_ formulas flip at once with the stamp; killed
// anywhere before, the old numbers stay.
import { deriveFacts } from '../facts/derive';
import type { FactTables } from '../facts/facts';
import { packFacts } from '../facts/pack';
import { packTitles } from '../facts/titles';
import type { Marks } from '../load/load';
import type { Records } from '../raw/records';
import { compressed } from './compress';
import type { Connection } from './connection';
import { factKey, warmCache } from './facts-source';
import { fileLang, fileZone, openFile } from './file';
import type { MergedRecords } from './records-store';
import { factSettings } from './settings';
import { readStamp, writeStamp } from './stamp';
import { lastGeneration, type StoreIndex, writeGeneration } from './store';

/** Raised when facts of the same records come out otherwise than before: then stored facts are made anew. */
const FACTS_VERSION = 3;

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
  // A number is never used twice, also when the stamp was lost: caches are keyed by it.
  const generation = Math.max(stamp?.generation ?? 0, lastGeneration()) + 1;
  const facts = derivedFacts(next.merged.records, next, generation);
  const packed = { ...packFacts(facts), ...packTitles(next.merged.records.deals, next.asOf) };
  const changed: Record<string, string> = { ...next.merged.changed };
  for (const [name, text] of Object.entries(packed)) changed[factKey(name)] = text;
  const old = Object.keys(next.current?.texts ?? {});
  const replaced = next.previous ? [...next.merged.dropped, ...old.filter((key) => key.startsWith(factKey('')))] : old;
  const index = writeGeneration(
    {
      generation,
      portal: next.connection.portal,
      userId: next.connection.userId,
      userName: next.connection.userName,
      asOf: next.asOf,
      marks: next.marks,
      derivedWith: derivation(next.asOf),
    },
    next.current,
    changed,
    replaced,
  );
  SpreadsheetApp.flush();
  const cached: Record<string, string> = {};
  for (const [name, text] of Object.entries(packed)) cached[name] = compressed(text);
  warmCache(generation, cached);
  writeStamp({ asOf: new Date(next.asOf * 1000).toISOString(), generation, inputs: stamp?.inputs ?? 0 });
  SpreadsheetApp.flush();
  return { index, facts, records: next.merged.records };
}

/** What facts depend on besides the records: settings, zone, language, the local day of `asOf`. The same text means the same facts. */
export function derivation(asOf: number): string {
  const file = openFile();
  const zone = file.getSpreadsheetTimeZone();
  const day = Utilities.formatDate(new Date(asOf * 1000), zone, 'yyyy-MM-dd');
  return JSON.stringify([FACTS_VERSION, zone, fileLang(file), factSettings(), day]);
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
