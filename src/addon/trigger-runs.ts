// What Google's clock starts: refreshes by schedule, and the continuation of a run whose time was used up. Nobody sits before the file: what
// happens is told by the journal and by the notices.
import { KpiError } from '../errors';
import { describe } from '../locale/describe';
import { runText } from '../locale/run-words';
import { isWorkingDay } from '../metrics/working-days';
import { parseIsoDay } from '../period';
import { isOthersRun } from './alone';
import { fileLang, openFile, userLang } from './file';
import { currentDirectory } from './inputs';
import { loadIsOpen } from './load-progress';
import { noticeFailure } from './notices';
import { understood } from './platform-errors';
import { isUnfinished, refreshData, skipRun } from './runs';
import { followZone } from './schedule';
import { readSchedule, readTick, saveTick } from './schedule-store';
import { readStamp } from './stamp';
import { deleteTriggerOf, dropContinuation, makeContinuation } from './triggers';
import { typedNow } from './typed-inputs';

/** What Google tells of the trigger that came. */
interface ClockEvent {
  readonly triggerUid?: string;
}

/** Trigger: a refresh by schedule. A trigger that is not the schedule's any more (taken over, set anew) deletes itself and does nothing. */
export function scheduledRefresh(event?: ClockEvent): void {
  const triggerUid = event?.triggerUid ?? '';
  const schedule = readSchedule();
  if (schedule?.triggerUid !== triggerUid) {
    deleteTriggerOf(triggerUid);
    return;
  }
  const before = readTick();
  const tick = { triggerUid, at: Date.now() };
  saveTick({ ...tick, open: true });
  unattended(() => {
    if (before?.triggerUid === triggerUid && before.open) noticeFailure(new KpiError('portal', 'runKilled'));
    if (schedule.kind === 'workdays' && isDayOff() && !loadIsOpen()) skipRun(runText('dayOff', fileLang()));
    else refreshData({ lang: fileLang(), origin: 'schedule' });
  });
  saveTick({ ...tick, open: false });
  unattended(() => followZone());
}

/** Trigger: goes on with an unfinished run, if nobody has finished it meanwhile; while somebody is at it, it comes again. */
export function continueRefresh(event?: ClockEvent): void {
  dropContinuation(event?.triggerUid ?? '');
  if (!isUnfinished()) return;
  unattended(() => {
    try {
      refreshData({ lang: fileLang(), origin: 'continuation' });
    } catch (error) {
      if (!isOthersRun(error)) throw error;
      makeContinuation();
    }
  });
}

/** Journal and notices have told of a failure; Google's own list of executions gets the sentence too, in case they could not. */
function unattended(work: () => void): void {
  try {
    work();
  } catch (error) {
    const text = describe(understood(error), userLang());
    if (isOthersRun(error)) skipRun(text);
    else console.error(text);
  }
}

/** Before the first load no day is off: there is nothing to leave as it is, and no zone that typed dates are known in. */
function isDayOff(): boolean {
  if (!readStamp()) return false;
  const { calendar } = typedNow(currentDirectory(), 'calendar').inputs;
  const today = Utilities.formatDate(new Date(), openFile().getSpreadsheetTimeZone(), 'yyyy-MM-dd');
  return !isWorkingDay(parseIsoDay(today) ?? 0, calendar);
}
