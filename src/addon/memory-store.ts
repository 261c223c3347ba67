// The memory (R1, R12) in a hidden sheet: what a load remembered is one block of rows, and nothing written is ever changed. A block counts once
// the stamp has reached its generation, so a run killed anywhere neither loses nor doubles an entry. Rows say themselves what they are:
// they may be sorted and moved. Ten changes an hour around the clock cost about a megabyte and two hundred cells a year.
import { KpiError } from '../errors';
import { type MemoryBlock, type MemoryLog, remembered, type Seen } from '../memory/log';
import { packMemory, unpackMemory } from '../memory/pack';
import { CHUNK, unpackedText } from './chunked-cells';
import { compressed } from './compress';
import { growTo, openFile, serviceSheet } from './file';
import { namesOfPortal } from './portal-names';
import { readStamp } from './stamp';

const MEMORY_SHEET = '_b24_memory';
/** The heading of a row, and a piece of text. */
const COLUMNS = 2;
/** So many blocks of single loads are put together into one: a year of hourly loads stays some dozens of texts to read. */
const LOOSE = 100;

/** What is remembered up to now, with what the present load adds. */
export interface OpenMemory {
  /** Of the present portal: old blocks and the new one. */
  readonly log: MemoryLog;
  /** The greatest generation that remembered anything; 0 = none. */
  readonly lastGeneration: number;
  readonly added: MemoryBlock;
  readonly sheet: MemorySheet;
}

interface StoredBlock {
  /** Generations of the loads in it. */
  readonly first: number;
  readonly last: number;
  readonly loads: readonly MemoryBlock[];
}

interface MemorySheet {
  /** Ascending, not overlapping. */
  readonly blocks: readonly StoredBlock[];
  /** Rows of what does not count: left by killed runs, or held by a longer block as well. */
  readonly spare: readonly number[];
  /** Empty rows; the last of them is the one after all others. */
  readonly blank: readonly number[];
}

/** Compares two loads and reads what is remembered already; nothing is written. KpiError('data', 'memoryDamaged') when the sheet cannot be read. */
export function openMemory(before: Seen | null, now: Seen): OpenMemory {
  const sheet = readSheet(readStamp()?.generation ?? Number.POSITIVE_INFINITY);
  const { portal, asOf } = now;
  const added: MemoryBlock = { portal, since: before?.asOf ?? 0, asOf, entries: remembered(before, now) };
  const isPresent = namesOfPortal(portal);
  const old = sheet.blocks.flatMap((block) => block.loads).filter((block) => isPresent(block.portal));
  const log = added.entries.length > 0 ? [...old, added] : old;
  return { log, lastGeneration: sheet.blocks[sheet.blocks.length - 1]?.last ?? 0, added, sheet };
}

/**
 * Writes the block of a generation, before its stamp; not flushed. What killed runs left is cleared at the same time, also when there is
 * nothing to add: their generation would count as soon as the stamp is past it.
 */
export function keepMemory({ added, sheet }: OpenMemory, generation: number): void {
  const rows = added.entries.length > 0 ? rowsOf(blockFor(sheet, added, generation)) : [];
  if (rows.length === 0 && sheet.spare.length === 0) return;
  const target = serviceSheet(MEMORY_SHEET, COLUMNS);
  const places = [...sheet.spare, ...sheet.blank];
  while (places.length < rows.length) places.push((places[places.length - 1] ?? 0) + 1);
  places.length = Math.max(rows.length, sheet.spare.length);
  places.sort((a, b) => a - b);
  growTo(target, places[places.length - 1] ?? 1);
  for (let at = 0; at < places.length; ) {
    const row = places[at] ?? 1;
    const cells: string[][] = [];
    while (places[at] === row + cells.length) cells.push(rows[at++] ?? ['', '']);
    target.getRange(row, 1, cells.length, COLUMNS).setValues(cells);
  }
}

/** The block to write: the new load alone, or with all loose ones before it, which it replaces once it counts. */
function blockFor({ blocks }: MemorySheet, added: MemoryBlock, generation: number): StoredBlock {
  const loose = blocks.filter(({ first, last }) => first === last);
  const alone = { first: generation, last: generation, loads: [added] };
  if (loose.length < LOOSE) return alone;
  return { first: loose[0]?.first ?? generation, last: generation, loads: [...loose.flatMap(({ loads }) => loads), added] };
}

function rowsOf({ first, last, loads }: StoredBlock): string[][] {
  const packed = compressed(packMemory(loads));
  const parts = Math.ceil(packed.length / CHUNK);
  return Array.from({ length: parts }, (_, part) => [
    `m${first}-${last}.${part + 1}/${parts}`,
    packed.slice(part * CHUNK, (part + 1) * CHUNK),
  ]);
}

interface Pieces {
  readonly first: number;
  readonly last: number;
  readonly parts: number;
  readonly texts: string[];
  readonly rows: number[];
}

/** Blocks of generations up to `stamped`; one that a longer one holds as well is spare. */
function readSheet(stamped: number): MemorySheet {
  const sheet = openFile().getSheetByName(MEMORY_SHEET);
  const height = sheet?.getLastRow() ?? 0;
  if (!sheet || height === 0) return { blocks: [], spare: [], blank: [1] };
  if (sheet.getMaxColumns() < COLUMNS) throw damaged();
  const { found, blank } = pieces(sheet.getRange(1, 1, height, COLUMNS).getValues());
  const blocks: StoredBlock[] = [];
  const spare: number[] = [];
  let reached = 0;
  for (const piece of [...found.values()].sort((a, b) => a.first - b.first || b.last - a.last)) {
    if (piece.last > stamped || piece.last <= reached) {
      for (const row of piece.rows) spare.push(row);
      continue;
    }
    blocks.push({ first: piece.first, last: piece.last, loads: loadsIn(piece) });
    reached = piece.last;
  }
  return { blocks, spare, blank: [...blank, height + 1] };
}

function loadsIn({ texts, parts }: Pieces): MemoryBlock[] {
  if (texts.filter((text) => text).length !== parts) throw damaged();
  try {
    return unpackMemory(unpackedText(texts.join(''), MEMORY_SHEET));
  } catch {
    throw damaged();
  }
}

function pieces(cells: readonly (readonly unknown[])[]): { found: Map<string, Pieces>; blank: number[] } {
  const found = new Map<string, Pieces>();
  const blank: number[] = [];
  cells.forEach(([heading, text], at) => {
    if (heading === '' && text === '') {
      blank.push(at + 1);
      return;
    }
    const match = /^m(\d+)-(\d+)\.(\d+)\/(\d+)$/.exec(String(heading));
    if (!match) throw damaged();
    const [first = 0, last = 0, part = 0, parts = 0] = match.slice(1).map(Number);
    const key = `${first}-${last}`;
    const piece = found.get(key) ?? { first, last, parts, texts: [], rows: [] };
    piece.texts[part - 1] = String(text);
    piece.rows.push(at + 1);
    found.set(key, piece);
  });
  return { found, blank };
}

function damaged(): KpiError {
  return new KpiError('data', 'memoryDamaged', { what: MEMORY_SHEET });
}
