// A refresh with all that belongs to it besides the loading: a row of the journal, word to people when it fails or when rules of theirs hold,
// and the trigger that goes on where the time of a run was used up.
import type { Lang } from '../cell';
import { describe } from '../locale/describe';
import { runNouns } from '../locale/errors-runs';
import { runText } from '../locale/run-words';
import { tellAlerts } from './alerts';
import { alone } from './alone';
import { requireConsent } from './consent';
import { keepDiary } from './diary';
import { sendDigests } from './digest';
import { fileLang } from './file';
import { beginEntry, endEntry, writeEntry } from './journal';
import type { Entry, RunResult } from './journal-row';
import { loadIsOpen } from './load-progress';
import { noticeFailure, noticeSuccess } from './notices';
import { ownName } from './person';
import { understood } from './platform-errors';
import { type RefreshOptions, type RunOutcome, refreshRun } from './refresh';
import { readSchedule } from './schedule-store';
import { readSecret } from './secret';
import type { RefreshResult } from './server-api';
import { readStamp } from './stamp';
import { makeContinuation } from './triggers';

/** Set while a refresh waits for its next run. */
const UNFINISHED_KEY = 'b24.unfinished';

export interface RunOptions extends RefreshOptions {
  /** Who asks for it; default `panel`, which calls again while the run is not done. */
  readonly origin?: 'panel' | 'menu' | 'schedule' | 'continuation';
}

/** One run of a refresh. KpiError('settings', 'refreshRunningBy') while another run holds the file. */
export function refreshData(options: RunOptions): RefreshResult {
  const { origin = 'panel', lang } = options;
  const byItself = origin === 'schedule' || origin === 'continuation';
  // Whoever has not connected is told so, or may finish the raw sheets of somebody else's refresh: no run to keep a journal of.
  if (!byItself && readSecret() === null) return refreshRun(options).result;
  const result = alone(() => journaled(options, byItself));
  if (result.done || origin === 'panel') return result;
  return { ...result, text: `${result.text} ${wayOn(lang)}` };
}

/** Whether the last run ended before the refresh was done. */
export function isUnfinished(): boolean {
  return PropertiesService.getDocumentProperties().getProperty(UNFINISHED_KEY) !== null;
}

/** A refresh by schedule that was not made, with the reason: the journal knows it. */
export function skipRun(why: string): void {
  const start = Date.now();
  writeEntry({ ...entryOf({ lang: fileLang(), origin: 'schedule' }), start, end: start, continued: false, result: 'skipped', error: why });
}

function wayOn(lang: Lang): string {
  if (makeContinuation()) return runText('goesOn', lang);
  return runText(readSchedule() ? 'goesOnBySchedule' : 'goesOnByHand', lang);
}

function journaled(options: RunOptions, byItself: boolean): RefreshResult {
  const entry = entryOf(options);
  const generation = readStamp()?.generation ?? 0;
  beginEntry(entry);
  try {
    if (byItself) requireConsent();
    const outcome = refreshRun(options);
    // What Google refuses of the run's writes is the run's failure, not the journal's.
    SpreadsheetApp.flush();
    const { result, report } = outcome;
    const kept = result.done ? [keepDiary(), quietly(tellAlerts), byItself ? sendDigests(entry.start) : ''] : [];
    const error = [report.refused, report.unkept, ...kept].filter(Boolean).join(' ');
    endEntry({ ...entry, end: Date.now(), kind: report.kind, report, result: resultOf(outcome, generation), error });
    remember(result.done);
    if (result.done) quietly(() => noticeSuccess(byItself));
    return result;
  } catch (error) {
    const unsent = byItself ? quietly(() => noticeFailure(error)) : '';
    const said = describe(understood(error), fileLang());
    endEntry({ ...entry, end: Date.now(), result: 'failed', error: unsent ? `${said} ${unsent}` : said });
    throw error;
  }
}

/** What is known of a run before it runs. */
function entryOf({ full, origin }: RunOptions): Entry {
  return {
    start: Date.now(),
    end: null,
    kind: full === true || !readStamp() ? 'full' : 'incremental',
    continued: loadIsOpen(),
    who: ownName() || runNouns.somebody[fileLang()],
    bySchedule: origin === 'schedule',
    result: 'running',
    report: null,
    error: '',
  };
}

function resultOf({ result, report }: RunOutcome, generation: number): RunResult {
  if (!result.done) return 'unfinished';
  return report.kind !== 'sheets' && result.generation === generation ? 'unchanged' : 'done';
}

function remember(done: boolean): void {
  const properties = PropertiesService.getDocumentProperties();
  if (done) properties.deleteProperty(UNFINISHED_KEY);
  else properties.setProperty(UNFINISHED_KEY, '1');
}

/** '' when it did not work: word of a refresh never makes it fail. */
function quietly(work: () => unknown): string {
  try {
    return String(work() ?? '');
  } catch {
    return '';
  }
}
