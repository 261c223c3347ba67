// Each fact table as one text and back: what the store keeps and a formula reads. Tables are apart, so that a function reads only its own.
import { packColumns, unpackColumns } from '../columns';
import { KpiError } from '../errors';
import type { CycleFacts, DealFacts, FactTableName, FactTables, JourneyFacts, Labels, StayFacts } from './facts';

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
  { name: 'pipeline', type: 'int' },
  { name: 'stage', type: 'int' },
  { name: 'seconds', type: 'time' },
  { name: 'exitDay', type: 'int' },
  { name: 'openSince', type: 'time' },
] as const;

const LABELS_MAGIC = 'b24labels 1 ';
const JOURNEYS_MAGIC = 'b24journeys 1 ';

/** The text of every table. */
export function packFacts(tables: FactTables): Record<FactTableName, string> {
  const { count: dealCount, ...deals } = tables.deals;
  const { count: stayCount, ...stays } = tables.stays;
  return {
    labels: LABELS_MAGIC + JSON.stringify(tables.labels),
    deals: packColumns(DEALS, deals, dealCount),
    cycles: packColumns(CYCLES, { ...tables.cycles }, dealCount),
    journeys: packJourneys(tables.journeys),
    stays: packColumns(STAYS, stays, stayCount),
  };
}

/** One table from its text; cut or foreign text is a data error. */
export function unpackTable<N extends FactTableName>(name: N, text: string): FactTables[N] {
  return unpackers[name](text);
}

const unpackers: { readonly [N in FactTableName]: (text: string) => FactTables[N] } = {
  labels: unpackLabels,
  deals: (text): DealFacts => {
    const { count, columns } = unpackColumns(text, DEALS);
    return { count, ...columns };
  },
  cycles: (text): CycleFacts => unpackColumns(text, CYCLES).columns,
  journeys: unpackJourneys,
  stays: (text): StayFacts => {
    const { count, columns } = unpackColumns(text, STAYS);
    return { count, ...columns };
  },
};

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
  if (!text.startsWith(JOURNEYS_MAGIC) || bodyStart === 0) throw unreadable();
  const middle = bodyStart + Number(text.slice(JOURNEYS_MAGIC.length, bodyStart - 1));
  if (!Number.isInteger(middle)) throw unreadable();
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
