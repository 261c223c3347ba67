// A new generation (D1): records and facts into the free slot and the cache → flush → stamp. All B24_ formulas flip at once with the stamp; killed
// anywhere before, the old numbers stay.
import type { Lang } from '../cell';
import { deriveFacts } from '../facts/derive';
import type { FactTables } from '../facts/facts';
import { recordNames } from '../facts/names';
import { packFacts } from '../facts/pack';
import { packTitles } from '../facts/titles';
import { directoryOf } from '../functions/directory';
import type { Inputs } from '../inputs/inputs';
import type { Directory } from '../inputs/sheet';
import type { Marks } from '../load/load';
import type { MemoryLog } from '../memory/log';
import { isoDay } from '../period';
import { depthDay } from '../raw/depth';
import type { Records } from '../raw/records';
import type { Zone } from '../zone';
import { compressed } from './compress';
import type { Connection } from './connection';
import type { DealField } from './deal-fields';
import { factKey, warmCache } from './facts-source';
import { fileLang, fileZone, openFile } from './file';
import { keepForecast } from './forecasts';
import { keepMemory, type OpenMemory } from './memory-store';
import type { MergedRecords } from './records-store';
import { type TypedSettings, typedSettings } from './settings';
import { readStamp, stampGeneration } from './stamp';
import { lastGeneration, type StoreIndex, writeGeneration } from './store';
import { keepInputs, settleInputs, typedNow } from './typed-inputs';

/** Raised when facts of the same records come out otherwise than before: then stored facts are made anew. */
const FACTS_VERSION = 5;

/** What a generation is made from. */
export interface NewGeneration {
  readonly merged: MergedRecords;
  readonly memory: OpenMemory;
  /** Index the merge was made on; null for a full load. */
  readonly previous: StoreIndex | null;
  /** Index whose texts must stay readable until the stamp flips; it may differ from `previous` in a full load. */
  readonly current: StoreIndex | null;
  readonly connection: Pick<Connection, 'portal' | 'userId' | 'userName'>;
  /** Unix seconds of the portal's clock (R1). */
  readonly asOf: number;
  readonly marks: Marks;
  readonly dealFields: readonly DealField[];
  readonly productsPending: boolean;
  readonly depth: string;
  readonly ground: Ground;
}

export interface Committed {
  readonly index: StoreIndex;
  readonly facts: FactTables;
  readonly records: Records;
  /** Why the forecast of the week could not be kept, as a sentence; '' = it is, or was not due. */
  readonly unkept: string;
}

export function commitGeneration(next: NewGeneration): Committed {
  // A number is never used twice, also when the stamp was lost: caches are keyed by it.
  const generation = Math.max(readStamp()?.generation ?? 0, lastGeneration(), next.memory.lastGeneration) + 1;
  const { ground } = next;
  const facts = derivedFacts(next, generation);
  const packed = { ...packFacts(facts), ...packTitles(next.merged.records.deals, next.asOf) };
  const changed: Record<string, string> = { ...next.merged.changed };
  for (const [name, text] of Object.entries(packed)) changed[factKey(name)] = text;
  const old = Object.keys(next.current?.texts ?? {});
  const replaced = next.previous ? [...next.merged.dropped, ...old.filter((key) => key.startsWith(factKey('')))] : old;
  keepMemory(next.memory, generation);
  const unkept = keepForecast(facts, ground.inputs, ground.lang);
  const index = writeGeneration(
    {
      generation,
      portal: next.connection.portal,
      userId: next.connection.userId,
      userName: next.connection.userName,
      asOf: next.asOf,
      marks: next.marks,
      derivedWith: derivation(ground),
      dealFields: next.dealFields,
      productsPending: next.productsPending,
      depth: next.depth,
    },
    next.current,
    changed,
    replaced,
  );
  SpreadsheetApp.flush();
  const cached: Record<string, string> = {};
  for (const [name, text] of Object.entries(packed)) cached[name] = compressed(text);
  warmCache(generation, cached);
  // Under the new names, and with what was typed while the portal answered: the stamp flips once for both.
  keepInputs(ground.directory, readStamp()?.inputs ?? 0);
  SpreadsheetApp.flush();
  stampGeneration(new Date(next.asOf * 1000).toISOString(), generation);
  settleInputs();
  return { index, facts, records: next.merged.records, unkept };
}

/** What facts depend on besides the records. */
export interface Ground {
  readonly zone: Zone;
  readonly lang: Lang;
  readonly asOf: number;
  /** Names of the records: what is typed is read by them. */
  readonly directory: Directory;
  readonly typed: TypedSettings;
  readonly inputs: Inputs;
  readonly memory: MemoryLog;
}

/** Reads what is typed in the file under the names of these records; nothing is written. */
export function groundOf(records: Records, asOf: number, fields: readonly DealField[], memory: MemoryLog): Ground {
  const file = openFile();
  const [zone, lang] = [fileZone(asOf, file), fileLang(file)];
  const { labels, codes } = recordNames(records, { zone, lang, asOf, memory });
  const directory = directoryOf(labels, codes);
  const { inputs } = typedNow(directory);
  return { zone, lang, asOf, directory, typed: typedSettings(inputs, fields), inputs, memory };
}

/** The same text means the same facts of the same records: settings, zone, language, the local day of `asOf`. */
export function derivation({ zone, lang, directory, typed }: Ground): string {
  return JSON.stringify([FACTS_VERSION, zone.name, lang, typed.settings, typed.defaultPipelineIds, isoDay(directory.asOfDay)]);
}

function derivedFacts(next: NewGeneration, generation: number): FactTables {
  const { zone, lang, asOf, typed, memory } = next.ground;
  return deriveFacts(next.merged.records, {
    ...typed,
    zone,
    asOf,
    lang,
    portal: next.connection.portal,
    userName: next.connection.userName,
    generation,
    horizonDay: depthDay(next.depth),
    productsPending: next.productsPending,
    memory,
  });
}
