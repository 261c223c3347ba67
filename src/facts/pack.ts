// Each fact table as one text and back: what the store keeps and a formula reads. Tables are apart, so that a function reads only its own.
import { packColumns, unpackColumns } from '../columns';
import { KpiError } from '../errors';
import type { CycleFacts, DealFacts, FactTableName, FactTables, JourneyFacts, Labels, StayFacts, StayPart } from './facts';
import { packSideTables, sideUnpackers } from './side-pack';

const DEALS = [
  { name: 'id', type: 'id' },
  { name: 'pipeline', type: 'int' },
  { name: 'stage', type: 'int' },
  { name: 'state', type: 'int' },
  { name: 'manager', type: 'int' },
  { name: 'createdDay', type: 'int' },
  { name: 'closeDay', type: 'int' },
  { name: 'amount', type: 'float' },
  { name: 'flags', type: 'int' },
] as const;
const CYCLES = [
  { name: 'closeTime', type: 'time' },
  { name: 'cycle', type: 'time' },
] as const;
const JOURNEYS = [
  { name: 'deal', type: 'int' },
  { name: 'pipeline', type: 'int' },
  { name: 'entryDay', type: 'int' },
  { name: 'outcome', type: 'int' },
  { name: 'maxIdx', type: 'int' },
  { name: 'steps', type: 'int' },
] as const;
const REACHES = [{ name: 'sinceEntry', type: 'int' }] as const;
const STAYS = [
  { name: 'deal', type: 'int' },
  { name: 'seconds', type: 'time' },
  { name: 'exitDay', type: 'int' },
  { name: 'openSince', type: 'time' },
] as const;

const LABELS_MAGIC = 'b24labels 1 ';
const JOURNEYS_MAGIC = 'b24journeys 1 ';

/** Names of the texts that hold the stays of a part: `stays/<pipeline>/<stage>`; every one of them is written, be it empty. */
export function stayTextNames(labels: Labels, part: StayPart): string[] {
  return labels.pipelines.flatMap(({ stages }, pipeline) =>
    part.pipelines === null || part.pipelines.has(pipeline)
      ? [-1, ...stages.keys()].filter((stage) => part.stage === null || part.stage === stage).map((stage) => stayTextName(pipeline, stage))
      : [],
  );
}

/** The texts of all tables, by name; the stays are cut by pipeline and stage. */
export function packFacts(tables: FactTables): Record<string, string> {
  const { count: dealCount, ...deals } = tables.deals;
  return {
    labels: LABELS_MAGIC + JSON.stringify(tables.labels),
    deals: packColumns(DEALS, deals, dealCount),
    cycles: packColumns(CYCLES, { ...tables.cycles }, dealCount),
    journeys: packJourneys(tables.journeys),
    ...packStays(tables),
    ...packSideTables(tables),
  };
}

/** One table from its text; cut or foreign text is a data error. */
export function unpackTable<N extends Exclude<FactTableName, 'stays'>>(name: N, text: string): FactTables[N] {
  return unpackers[name](text);
}

const unpackers: { readonly [N in Exclude<FactTableName, 'stays'>]: (text: string) => FactTables[N] } = {
  labels: unpackLabels,
  deals: (text): DealFacts => {
    const { count, columns } = unpackColumns(text, DEALS);
    return { count, ...columns };
  },
  cycles: (text): CycleFacts => unpackColumns(text, CYCLES).columns,
  journeys: unpackJourneys,
  ...sideUnpackers,
};

function stayTextName(pipeline: number, stage: number): string {
  return `stays/${pipeline}/${stage}`;
}

function packStays({ stays, labels }: FactTables): Record<string, string> {
  const rows = new Map<string, number[]>(stayTextNames(labels, { pipelines: null, stage: null }).map((name) => [name, []]));
  for (let row = 0; row < stays.count; row++) rows.get(stayTextName(stays.pipeline[row] ?? 0, stays.stage[row] ?? -1))?.push(row);
  const texts: Record<string, string> = {};
  for (const [name, own] of rows) {
    const part = {
      deal: Int32Array.from(own, (row) => stays.deal[row] ?? 0),
      seconds: Float64Array.from(own, (row) => stays.seconds[row] ?? 0),
      exitDay: Int32Array.from(own, (row) => stays.exitDay[row] ?? 0),
      openSince: Float64Array.from(own, (row) => stays.openSince[row] ?? 0),
    };
    texts[name] = packColumns(STAYS, part, own.length);
  }
  return texts;
}

/** The stays of several texts, by name: pipeline after pipeline, stage after stage, ascending by deal within a stage. */
export function unpackStays(texts: Readonly<Record<string, string>>): StayFacts {
  const parts = Object.entries(texts).map(([name, text]) => {
    const [, pipeline = 0, stage = 0] = name.split('/').map(Number);
    return { pipeline, stage, ...unpackColumns(text, STAYS) };
  });
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const stays = {
    count,
    deal: new Int32Array(count),
    pipeline: new Int32Array(count),
    stage: new Int32Array(count),
    seconds: new Float64Array(count),
    exitDay: new Int32Array(count),
    openSince: new Float64Array(count),
  };
  let at = 0;
  for (const part of parts) {
    stays.pipeline.fill(part.pipeline, at, at + part.count);
    stays.stage.fill(part.stage, at, at + part.count);
    stays.deal.set(part.columns.deal, at);
    stays.seconds.set(part.columns.seconds, at);
    stays.exitDay.set(part.columns.exitDay, at);
    stays.openSince.set(part.columns.openSince, at);
    at += part.count;
  }
  return stays;
}

function unpackLabels(text: string): Labels {
  if (!text.startsWith(LABELS_MAGIC)) throw unreadable();
  try {
    return JSON.parse(text.slice(LABELS_MAGIC.length)) as Labels;
  } catch {
    throw unreadable();
  }
}

/** Two texts in one: the journeys, then the days on which stages were reached, counted from the entry (small numbers). */
function packJourneys({ count, reachStart, reachDay, ...journeys }: JourneyFacts): string {
  const steps = new Int32Array(count);
  const sinceEntry = new Int32Array(reachDay.length);
  for (let row = 0; row < count; row++) {
    const start = reachStart[row] ?? 0;
    const end = reachStart[row + 1] ?? start;
    steps[row] = end - start;
    for (let at = start; at < end; at++) sinceEntry[at] = (reachDay[at] ?? 0) - (journeys.entryDay[row] ?? 0);
  }
  const first = packColumns(JOURNEYS, { ...journeys, steps }, count);
  return `${JOURNEYS_MAGIC}${first.length}\n${first}${packColumns(REACHES, { sinceEntry }, sinceEntry.length)}`;
}

function unpackJourneys(text: string): JourneyFacts {
  const bodyStart = text.indexOf('\n') + 1;
  if (!text.startsWith(JOURNEYS_MAGIC)) throw unreadable();
  const middle = bodyStart + Number(text.slice(JOURNEYS_MAGIC.length, bodyStart - 1));
  const { count, columns } = unpackColumns(text.slice(bodyStart, middle), JOURNEYS);
  const { count: reaches, columns: reached } = unpackColumns(text.slice(middle), REACHES);
  const { deal, pipeline, entryDay, outcome, maxIdx, steps } = columns;
  const reachStart = new Int32Array(count + 1);
  const reachDay = new Int32Array(reaches);
  for (let row = 0; row < count; row++) {
    const start = reachStart[row] ?? 0;
    const end = start + (steps[row] ?? 0);
    for (let at = start; at < end; at++) reachDay[at] = (reached.sinceEntry[at] ?? 0) + (entryDay[row] ?? 0);
    reachStart[row + 1] = end;
  }
  if (reachStart[count] !== reaches) throw unreadable();
  return { count, deal, pipeline, entryDay, outcome, maxIdx, reachStart, reachDay };
}

function unreadable(): KpiError {
  return new KpiError('data', 'columnsUnreadable');
}
