// Tells the person who keeps the schedule that refreshes fail, and that they work again. What cannot be told never makes a refresh fail.
import type { Lang } from '../cell';
import { isKpiError } from '../errors';
import { describe } from '../locale/describe';
import { runText } from '../locale/run-words';
import { fileLang, openFile } from './file';
import { afterFailure, type Incident } from './incident';
import { ownEmail } from './person';
import { understood } from './platform-errors';
import { keeperOf, ownsSchedule } from './schedule-store';
import { fileParams, noticeWays, sendNotice } from './send-notice';

const KEY = 'b24.incident';
/** When a person was last asked for Google's permission, milliseconds. */
const ASKED_KEY = 'b24.consentAsked';
const DAY_MS = 86400 * 1000;

/** A refresh by schedule failed. Answers what the journal adds: '' or a sentence that the person could not be told. */
export function noticeFailure(thrown: unknown): string {
  const error = understood(thrown);
  const failure = isKpiError(error) ? { key: error.key, personal: error.kind === 'settings' } : { key: 'unexpected', personal: false };
  const { incident, tell } = afterFailure(readIncident(), failure, Date.now());
  const lang = fileLang();
  const isConsent = failure.key === 'authorisationExpired';
  if (!tell || (isConsent && askedToday())) {
    keepIncident(incident);
    return '';
  }
  const unsent = told('failed', { sentence: describe(error, lang) }, ownEmail() || keeperOf().mail);
  if (isConsent && unsent === '') PropertiesService.getDocumentProperties().setProperty(ASKED_KEY, String(Date.now()));
  keepIncident(unsent === '' ? { ...incident, told: [...incident.told, failure.key] } : incident);
  return unsent && runText('unsent', lang, { detail: unsent });
}

/**
 * A refresh was completed: the incident, if there is one, is over. One by hand does not mend what is wrong with somebody else's
 * connection, and whoever keeps the schedule needs no word of their own refresh.
 */
export function noticeSuccess(bySchedule: boolean): void {
  const incident = readIncident();
  if (!incident || (incident.personal && !bySchedule && !ownsSchedule())) return;
  PropertiesService.getDocumentProperties().deleteProperty(KEY);
  if (incident.told.length === 0 || (!bySchedule && ownsSchedule())) return;
  const since = Utilities.formatDate(new Date(incident.since), openFile().getSpreadsheetTimeZone(), 'dd.MM.yyyy HH:mm');
  told('works', { since }, (bySchedule ? ownEmail() : '') || keeperOf().mail);
}

/** A trial of a notice, by the ways that are switched on; answers one sentence. */
export function sendTrial(lang: Lang): string {
  const { mailNotices, chatNotices } = noticeWays();
  if (!mailNotices && !chatNotices) return runText('trialNone', lang);
  const unsent = told('trial', {}, ownEmail());
  return unsent === '' ? runText('trialSent', lang) : runText('unsent', lang, { detail: unsent });
}

/** Once a day at the most, whatever worked in between. */
function askedToday(): boolean {
  return Date.now() - Number(PropertiesService.getDocumentProperties().getProperty(ASKED_KEY) ?? 0) < DAY_MS;
}

function readIncident(): Incident | null {
  const text = PropertiesService.getDocumentProperties().getProperty(KEY);
  return text ? (JSON.parse(text) as Incident) : null;
}

function keepIncident(incident: Incident): void {
  PropertiesService.getDocumentProperties().setProperty(KEY, JSON.stringify(incident));
}

/** '' when at least one way worked or none is switched on; else why not. */
function told(about: 'failed' | 'works' | 'trial', params: Readonly<Record<string, string>>, mail: string): string {
  const lang = fileLang();
  const text = (part: 'Subject' | 'Body' | 'Chat') => runText(`${about}${part}`, lang, { ...params, ...fileParams() });
  return sendNotice({ topic: '', subject: text('Subject'), body: text('Body'), chat: text('Chat') }, mail, lang);
}
