// Records of the demo portal in both languages as the add-on packs them: loaded by its own load from the emulated portal, so that they enter the store like any others.
import { manualClock } from '../../local/clock';
import { demoPortal } from '../../local/demo-data/demo-portal';
import { createPortal, type PortalFile } from '../../local/portal/portal';
import { contextOf, wonIds } from '../../src/load/context';
import type { LoadContext, LoadOptions, Page } from '../../src/load/load';
import { accept, nextStep, startLoad } from '../../src/load/machine';
import { ENTITY_IDS, noRecords, type RecordOf } from '../../src/raw/entities';
import { mergeRecords } from '../../src/raw/merge';
import { packRecords } from '../../src/raw/pack';
import type { EntityId } from '../../src/raw/records';

/** The data ends here, on a Thursday evening; the add-on moves it by whole weeks up to its own day. */
const ENDS = Date.parse('2026-10-01T18:00:00+03:00');
/** About 300 deals and 450 leads: enough for every report, small enough for an HTML file of the bundle. */
const SCALE = 0.05;

export interface PackedDemo {
  /** Unix seconds the data stands for. */
  readonly asOf: number;
  readonly records: Readonly<Record<EntityId, string>>;
}

export function packedDemo(lang: 'ru' | 'en'): PackedDemo {
  const clock = manualClock(ENDS);
  const data = demoPortal({ lang, now: ENDS, scale: SCALE }).data as unknown as PortalFile;
  const portal = createPortal({ data, clock, operatingLimit: 0 });
  const run = (options: LoadOptions, context: (pages: () => readonly Page[]) => LoadContext): Page[] => {
    const pages: Page[] = [];
    const known = context(() => pages);
    let cursor = startLoad(options);
    for (;;) {
      const step = nextStep(cursor, clock.now(), known);
      if (step.kind === 'done') return pages;
      if (step.kind === 'wait') {
        clock.advance(step.ms);
        continue;
      }
      const answers = step.requests.map(({ suffix, body }) => {
        const path = portal.webhookPath + suffix;
        const {
          status,
          headers,
          body: text,
        } = portal.handle({ method: 'POST', path, headers: { 'content-type': 'application/json' }, body });
        return { status, headers, body: text };
      });
      const news = accept(cursor, step, answers, clock.now(), known);
      cursor = news.cursor;
      pages.push(...news.pages);
    }
  };
  const first = run({ mode: 'full' }, (pages) => contextOf(noRecords(), pages));
  const won = wonIds(recordsOf('deals', first));
  const pages = [...first, ...run({ mode: 'products' }, () => ({ wonDealIds: () => won, knownIds: () => [], staleDealIds: () => [] }))];
  const records = Object.fromEntries(ENTITY_IDS.map((entity) => [entity, packRecords(entity, recordsOf(entity, pages))]));
  return { asOf: ENDS / 1000, records: records as Record<EntityId, string> };
}

function recordsOf<E extends EntityId>(entity: E, pages: readonly Page[]): RecordOf<E>[] {
  const arrived = pages.flatMap((page) => (page.entity === entity ? (page.records as readonly RecordOf<E>[]) : []));
  return mergeRecords(entity, [], { records: arrived, whole: true });
}
