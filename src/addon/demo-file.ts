// A file to try everything in without a portal: records of an invented company, kept in an HTML file of the bundle and read only when somebody asks for them. They
// enter where loaded records do, and are replaced by the first load of a portal.
import type { Lang } from '../cell';
import { KpiError } from '../errors';
import { notice } from '../locale/notice-words';
import { ENTITY_IDS, noRecords } from '../raw/entities';
import { movedDays } from '../raw/moved-days';
import { unpackRecords } from '../raw/pack';
import type { EntityId, Records } from '../raw/records';
import { alone } from './alone';
import { commitGeneration, groundOf } from './commit';
import { readConnection } from './connection';
import { fileLang } from './file';
import { openMemory } from './memory-store';
import { continueRawSheets } from './raw-sheets';
import { type MergedRecords, mergedRecords, nothingStored } from './records-store';
import { buildReportSheets } from './reports';
import { readStamp } from './stamp';
import { readIndex } from './store';

/** In place of the address of a portal: no host has such a name. */
export const DEMO_PORTAL = 'demo';

const WEEK_SECONDS = 7 * 86400;
/** Time for the raw sheets of a few hundred deals. */
const SHEETS_MS = 4 * 60 * 1000;

interface PackedDemo {
  readonly asOf: number;
  readonly records: Readonly<Record<EntityId, string>>;
}

/** Fills the file with demo data and builds the reports. KpiError('settings', 'demoNotEmpty') when a portal is connected or data is loaded. */
export function fillWithDemo(lang: Lang): string {
  return alone(() => {
    if (readStamp() !== null || readConnection() !== null) throw new KpiError('settings', 'demoNotEmpty');
    const { records, asOf } = demoRecords(fileLang());
    const merged: MergedRecords = mergedRecords(
      nothingStored(),
      ENTITY_IDS.map((entity) => ({ entity, records: records[entity], owners: [], deleted: [] }) as never),
      new Set(ENTITY_IDS),
      [],
    );
    const connection = { portal: DEMO_PORTAL, userId: 0, userName: notice('demoUser', fileLang()) };
    const memory = openMemory(null, { records: merged.records, portal: DEMO_PORTAL, userId: 0, asOf });
    const ground = groundOf(merged.records, asOf, [], memory.log);
    commitGeneration({
      merged,
      memory,
      previous: null,
      current: null,
      connection,
      asOf,
      marks: {},
      dealFields: [],
      productsPending: false,
      depth: '',
      ground,
    });
    const index = readIndex(readStamp()?.generation ?? 0);
    if (index) continueRawSheets(index, merged.records, Date.now() + SHEETS_MS);
    buildReportSheets(lang);
    return notice('demoReady', lang);
  });
}

/** Moved by whole weeks, so that the days of the week stay, to a moment of the last seven days. */
function demoRecords(lang: Lang): { records: Records; asOf: number } {
  const demo = (JSON.parse(HtmlService.createHtmlOutputFromFile('Demo').getContent()) as Record<Lang, PackedDemo>)[lang];
  const weeks = Math.floor((Date.now() / 1000 - demo.asOf) / WEEK_SECONDS);
  const packed: Record<string, unknown> = { ...noRecords() };
  for (const entity of ENTITY_IDS) packed[entity] = unpackRecords(entity, demo.records[entity]);
  return { records: movedDays(packed as unknown as Records, weeks * 7), asOf: demo.asOf + weeks * WEEK_SECONDS };
}
