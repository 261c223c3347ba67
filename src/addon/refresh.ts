// One run of a refresh (D1): records, then their commit; in a first load product rows and a second commit; then the raw sheets. A run ends itself
// at five of Google's six minutes and says that it is not done; whatever is left the next one takes up.

import type { Lang } from '../cell';
import { KpiError } from '../errors';
import { notice } from '../locale/notice-words';
import type { Records } from '../raw/records';
import { alone } from './alone';
import type { Connection } from './connection';
import { currentIndex } from './current-index';
import { DEMO_PORTAL } from './demo-file';
import { factsSource } from './facts-source';
import { openFile } from './file';
import { unfinishedLoad } from './load-run';
import { ownPortal } from './portal';
import { namesOfPortal } from './portal-names';
import { productsRun } from './products-run';
import { continueRawSheets, rawSheetsHalfway, rawSheetsStand } from './raw-sheets';
import { recordsRun } from './records-run';
import { type Access, nothingDone, type Outcome, together } from './run-outcome';
import type { RunReport } from './run-report';
import type { RefreshResult } from './server-api';
import { readStamp } from './stamp';
import type { StoreIndex } from './store';

const RUN_MS = 5 * 60 * 1000;
/** Raw sheets that a run left half written are finished first only while their records are not older than this: then news are worth more. */
const HALFWAY_SECONDS = 15 * 60;

export interface RefreshOptions {
  readonly lang: Lang;
  /** A person confirmed a full load: it replaces what is loaded, be it of another portal or user, or much more than what there is now (D11). */
  readonly full?: boolean;
}

/** What a run tells the person, and what the journal. */
export interface RunOutcome {
  readonly result: RefreshResult;
  readonly report: RunReport;
}

/** KpiError('settings', 'refreshRunningBy') while another run holds the file. */
export function refreshRun(options: RefreshOptions): RunOutcome {
  return alone(() => {
    const deadline = Date.now() + RUN_MS;
    const { lang } = options;
    const current = currentIndex();
    const halfway = current !== null && rawSheetsHalfway(current) && Date.now() / 1000 - current.asOf < HALFWAY_SECONDS;
    if (halfway && options.full !== true) return withSheets(nothingDone('sheets'), lang, deadline, null);
    const access = accessOf(options, current);
    const products = current?.productsPending === true && unfinishedLoad(access.connection, current.generation)?.cursor.mode === 'products';
    const loaded = products && options.full !== true ? null : recordsRun(access, current, deadline);
    if (loaded && !loaded.done) return unfinished(loaded, lang);
    const second = productsRun(access, loaded?.records ?? null, deadline);
    const all = together(loaded ?? nothingDone('full'), second);
    if (!second.done) return unfinished(all, lang);
    return withSheets(all, lang, deadline, second.records ?? loaded?.records ?? null);
  });
}

/** KpiError when the file is not connected, or its data is of another portal or user and nobody confirmed that it may be replaced (D11). */
function accessOf(options: RefreshOptions, current: StoreIndex | null): Access {
  const { send, connection } = ownPortal();
  const known = current !== null && namesOfPortal(connection.portal)(current.portal) && current.userId === connection.userId;
  const open = unfinishedLoad(connection, current?.generation ?? 0);
  // Nobody misses invented data.
  const confirmed = options.full === true || open?.cursor.mode === 'full' || current?.portal === DEMO_PORTAL;
  if (current && !known && !confirmed) throw otherIdentity(current, connection);
  return { connection, confirmed, send };
}

function unfinished(run: Outcome, lang: Lang): RunOutcome {
  const { rows, requests } = run;
  const generation = readStamp()?.generation ?? 0;
  return { result: { done: false, requests, rows, generation, text: notice('progress', lang, { rows }) }, report: run };
}

/** The raw sheets, which end a run. */
function withSheets(run: Outcome, lang: Lang, deadline: number, records: Records | null): RunOutcome {
  const index = currentIndex();
  if (!index) throw new KpiError('data', 'notLoaded');
  const { requests, rows } = run;
  const result = { requests, rows, generation: index.generation };
  if (run.nothingNew && rawSheetsStand(index))
    return { result: { ...result, done: true, text: notice('nothingNew', lang, { asOf: asOfText(index.asOf, lang) }) }, report: run };
  const { done, refused, detail } = continueRawSheets(index, records, deadline);
  const { labels } = factsSource().load([]);
  const text = !done
    ? notice('writing', lang)
    : refused.length > 0
      ? notice('sheetsRefused', lang, { names: refused.join(', '), detail })
      : notice('refreshed', lang, {
          deals: labels.rows['deals'] ?? 0,
          leads: labels.rows['leads'] ?? 0,
          asOf: asOfText(labels.asOf, lang),
        });
  return { result: { ...result, done, text }, report: { ...run, refused: refused.length > 0 ? text : '' } };
}

function otherIdentity(current: StoreIndex, connection: Connection): KpiError {
  return new KpiError('data', 'otherIdentity', {
    oldPortal: current.portal,
    oldUser: current.userName,
    newPortal: connection.portal,
    newUser: connection.userName,
  });
}

function asOfText(asOf: number, lang: Lang): string {
  const pattern = lang === 'ru' ? 'dd.MM.yyyy HH:mm' : 'yyyy-MM-dd HH:mm';
  return Utilities.formatDate(new Date(asOf * 1000), openFile().getSpreadsheetTimeZone(), pattern);
}
