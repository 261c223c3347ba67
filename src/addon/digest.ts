// The morning digest: sent once a working day after a refresh by schedule, to the head and, where it is switched on, to each manager about their own
// numbers. It never makes a refresh fail: what could not be sent is told in the journal and tried again by the next refresh of the day.
import type { Lang } from '../cell';
import { KpiError } from '../errors';
import { personName } from '../functions/arguments/who';
import { type Digest, digestOf, digestPeople, isDigestDay } from '../functions/digest';
import { chatDigest, type DigestEnd, htmlDigest, plainDigest } from '../functions/digest-letter';
import type { Question } from '../functions/question';
import { describe } from '../locale/describe';
import { digestText } from '../locale/digest-words';
import { plain } from '../matching';
import { isoDay } from '../period';
import { factsSource } from './facts-source';
import { fileLang, openFile } from './file';
import { ownEmail } from './person';
import { understood } from './platform-errors';
import { keeperOf, readSchedule } from './schedule-store';
import { type ChatMessage, fileParams, type Notice, sendChats, sendMail, sendNotice } from './send-notice';
import { readSettings, writeSettings } from './settings';

const KEY = 'b24.digest';
/** A run that has lasted so long sends no more mails: Google ends it after six minutes, ms. */
const MOST_MS = 315_000;
const HEAD = 'head';

/** To whom the digest of a day went: `head`, ids of managers. Kept after every sending, so that a run that is killed repeats one at the most. */
interface Sent {
  readonly day: string;
  readonly to: (string | number)[];
}

type Settings = ReturnType<typeof readSettings>;

/** After a completed refresh by schedule that began at `startMs`. Answers what the journal adds: '', or what could not be sent to whom. */
export function sendDigests(startMs: number): string {
  const lang = fileLang();
  try {
    const settings = readSettings();
    if (settings.digestHour === null || !isTime(settings.digestHour)) return '';
    const question = questionNow();
    if (!isDigestDay(question)) return '';
    if (!settings.mailNotices && !settings.chatNotices) return digestText('noWay', lang);
    const sent = sentOf(isoDay(question.labels.asOfDay));
    const said = [
      toHeads(question, settings, sent, lang),
      ...(settings.digestPersonal ? toManagers(question, settings, sent, startMs) : []),
    ];
    return said.filter(Boolean).join(' ');
  } catch (error) {
    return digestText('untold', lang, { detail: describe(understood(error), lang) });
  }
}

/** The digest of now to the person who asks, by mail. KpiError('settings', 'noOwnMail') where Google does not tell their address. */
export function sendOwnDigest(lang: Lang): string {
  const mail = ownEmail();
  if (mail === '') throw new KpiError('settings', 'noOwnMail');
  sendMail(mail, letterOf(digestOf(questionNow(), null), headEnd()));
  return digestText('testSent', lang, { mail });
}

/** Takes the person at the keyboard out of the digests: their address of the heads', their name of the personal ones. Answers one sentence. */
export function stopOwnDigest(lang: Lang): string {
  const mail = ownEmail();
  if (mail === '') throw new KpiError('settings', 'noOwnMail');
  const settings = readSettings();
  const { labels } = questionNow();
  const to = settings.digestTo ?? [];
  const without = to.filter((one) => plain(one) !== plain(mail));
  const isKeeper = settings.digestTo?.length === 0 && plain(keeperOf().mail) === plain(mail);
  const person = labels.managers.findIndex(({ email }, at) => at > 0 && email !== '' && plain(email) === plain(mail));
  const name = person > 0 ? personName(labels, person) : '';
  const said: string[] = [];
  const changed: Partial<Settings> = {};
  if (isKeeper || without.length < to.length) {
    // An empty list would mean the keeper of the schedule.
    Object.assign(changed, { digestTo: without.length > 0 ? without : null });
    said.push(digestText('stoppedHead', lang, { mail }));
  }
  if (name !== '' && settings.digestPersonal && !settings.digestWithout.includes(name)) {
    Object.assign(changed, { digestWithout: [...settings.digestWithout, name] });
    said.push(digestText('stoppedPerson', lang, { name }));
  }
  if (said.length === 0) return digestText('stoppedNone', lang, { mail });
  writeSettings(changed);
  return said.join(' ');
}

function questionNow(): Question {
  const source = factsSource();
  return { ...source, labels: source.load([]).labels };
}

/** A refresh once a day brings the digest whenever it comes; one every hour from the hour on. */
function isTime(hour: number): boolean {
  if (readSchedule()?.kind !== 'hourly') return true;
  return Number(Utilities.formatDate(new Date(), openFile().getSpreadsheetTimeZone(), 'H')) >= hour;
}

/** The refresh has just ended: the data are those of now, also where nothing had changed. */
function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

function toHeads(question: Question, settings: Settings, sent: Sent, lang: Lang): string {
  if (settings.digestTo === null || sent.to.includes(HEAD)) return '';
  const mail = settings.digestTo.join(',') || keeperOf().mail || ownEmail();
  const failure = sendNotice(noticeOf(digestOf(question, null, nowSeconds()), headEnd()), mail, lang, settings);
  if (failure !== '') return digestText('untold', lang, { detail: failure });
  keepSent(sent, [HEAD]);
  return '';
}

/** A manager who is to get one. */
interface Addressee {
  readonly name: string;
  readonly id: number;
  readonly email: string;
  readonly digest: Digest;
}

/** Messages of Bitrix24 in one request, then mails one by one; whoever got a message and no mail has got the digest. */
function toManagers(question: Question, settings: Settings, sent: Sent, startMs: number): string[] {
  const { lang } = question.labels;
  const people = addressees(question, settings).filter(({ id }) => !sent.to.includes(id));
  const failures = new Map<string, string[]>();
  const fail = (why: string, { name }: Addressee): unknown => failures.set(why, [...(failures.get(why) ?? []), name]);
  const told = new Set<number>();
  if (settings.chatNotices && people.length > 0) {
    const outcomes = sendChats(people.map(chatOf), lang);
    people.forEach((person, at) => {
      const why = outcomes[at] ?? '';
      if (why === '') told.add(person.id);
      else if (!settings.mailNotices) fail(why, person);
    });
    keepSent(sent, settings.mailNotices ? [] : [...told]);
  }
  if (settings.mailNotices) {
    const end = personalEnd();
    const left = mailsLeft();
    let mails = 0;
    for (const person of people) {
      const isReachable = person.email !== '';
      const stopped = mails >= left ? digestText('quota', lang, { left }) : Date.now() - startMs > MOST_MS ? digestText('late', lang) : '';
      const why = isReachable ? stopped || mailed(person, end, lang) : digestText('noAddress', lang);
      if (why === '') mails++;
      const isTold = why === '' || told.has(person.id);
      if (!isTold) fail(why, person);
      // Who has no address is named once a day: trying again would change nothing.
      if (isTold || !isReachable) keepSent(sent, [person.id]);
    }
  }
  return [...failures].map(([detail, names]) => digestText('untoldSome', lang, { names: names.join(', '), detail }));
}

function addressees(question: Question, { digestWithout }: Settings): Addressee[] {
  const { labels } = question;
  return digestPeople(labels).flatMap((at) => {
    const { id = 0, email = '' } = labels.managers[at] ?? {};
    const name = personName(labels, at);
    return digestWithout.includes(name) ? [] : [{ name, id, email, digest: digestOf(question, at, nowSeconds()) }];
  });
}

function chatOf({ id, digest }: Addressee): ChatMessage {
  return { userId: id, topic: 'ownDigest', text: chatDigest(digest, openFile().getUrl()) };
}

/** Where Google does not say, the mails themselves tell why they do not go. */
function mailsLeft(): number {
  try {
    return MailApp.getRemainingDailyQuota();
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function mailed({ email, digest }: Addressee, end: DigestEnd, lang: Lang): string {
  try {
    sendMail(email, letterOf(digest, end), keeperOf().mail);
    return '';
  } catch (error) {
    return describe(understood(error), lang);
  }
}

type Letter = Pick<Notice, 'subject' | 'body' | 'html'>;

function letterOf(digest: Digest, end: DigestEnd): Letter {
  return { subject: `${digest.subject} – ${fileParams().file}`, body: plainDigest(digest, end), html: htmlDigest(digest, end) };
}

function noticeOf(digest: Digest, end: DigestEnd): Notice {
  return { topic: 'digest', ...letterOf(digest, end), chat: chatDigest(digest, end.url) };
}

function headEnd(): DigestEnd {
  const { file, url } = fileParams();
  return { file: digestText('file', fileLang(), { file }), url, end: digestText('headEnd', fileLang()), stop: '', stopUrl: '' };
}

/** Managers may have no access to the file: the link writes to whoever keeps it. */
function personalEnd(): DigestEnd {
  const lang = fileLang();
  const { name, mail } = keeperOf();
  const stop = digestText('stop', lang);
  const stopUrl = mail === '' ? '' : `mailto:${mail}?subject=${encodeURIComponent(`${stop}: ${fileParams().file}`)}`;
  return { ...headEnd(), end: digestText('personalEnd', lang, { keeper: name || digestText('keeper', lang) }), stop, stopUrl };
}

function sentOf(day: string): Sent {
  const text = PropertiesService.getDocumentProperties().getProperty(KEY);
  try {
    const kept = text ? (JSON.parse(text) as Sent) : null;
    if (kept?.day === day) return kept;
  } catch {
    // Somebody else wrote there: the day begins anew.
  }
  return { day, to: [] };
}

function keepSent(sent: Sent, more: readonly (string | number)[]): void {
  if (more.length === 0) return;
  sent.to.push(...more);
  PropertiesService.getDocumentProperties().setProperty(KEY, JSON.stringify(sent));
}
