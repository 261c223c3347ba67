// One at a time: whoever changes what is loaded holds the lock of the file, and leaves word of who it is for those who come meanwhile.
import { KpiError } from '../errors';
import { openFile } from './file';
import { ownName } from './person';

const KEY = 'b24.running';
/** Google ends every run after six minutes: an older word was left by a run that was killed. */
const LONGEST_RUN_MS = 6.5 * 60 * 1000;

interface Running {
  readonly who: string;
  /** Milliseconds. */
  readonly since: number;
}

/** Locks are not counted: giving back an inner one would free the outer one, so only the outermost is taken. */
let held = false;

/**
 * Runs the work while nobody else refreshes this file; everything is flushed before the lock is given back. KpiError('settings',
 * 'refreshRunningBy') says who works in the file and since when.
 */
export function alone<T>(work: () => T): T {
  if (held) return work();
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(1000)) throw othersRun();
  held = true;
  try {
    leaveWord();
    return work();
  } finally {
    takeWordBack();
    SpreadsheetApp.flush();
    lock.releaseLock();
    held = false;
  }
}

// A used up quota of properties costs the others a name, not this person the refresh.
function leaveWord(): void {
  try {
    const running: Running = { who: ownName(), since: Date.now() };
    PropertiesService.getDocumentProperties().setProperty(KEY, JSON.stringify(running));
  } catch {}
}

function takeWordBack(): void {
  try {
    PropertiesService.getDocumentProperties().deleteProperty(KEY);
  } catch {}
}

function othersRun(): KpiError {
  const text = PropertiesService.getDocumentProperties().getProperty(KEY);
  const { who, since } = text ? (JSON.parse(text) as Running) : { who: '', since: 0 };
  if (Date.now() - since > LONGEST_RUN_MS) return new KpiError('settings', 'refreshRunning');
  const at = Utilities.formatDate(new Date(since), openFile().getSpreadsheetTimeZone(), 'HH:mm');
  return new KpiError('settings', 'refreshRunningBy', { what: who || 'somebody', since: at });
}

/** Whether an error says that somebody else works in the file. */
export function isOthersRun(error: unknown): boolean {
  return /^refreshRunning/.test(String((error as { key?: unknown } | null)?.key));
}
