// The ways a notice goes: by mail and as a notification in Bitrix24, as «Настройки» says. One that works is enough.
import { readAnswer } from '../bitrix24/answer';
import { callRequest } from '../bitrix24/call';
import type { Lang } from '../cell';
import { DEFAULT_SETTINGS, type Settings } from '../inputs/settings';
import { describe } from '../locale/describe';
import { readConnection } from './connection';
import { openFile } from './file';
import { understood } from './platform-errors';
import { ownPortal } from './portal';
import { settingsNow } from './settings';

/** Plain texts; where the file lies is added to them. */
export interface Notice {
  /** A later one of the same topic takes the place of the earlier one in Bitrix24; '' for the state of the refresh. */
  readonly topic: string;
  readonly subject: string;
  readonly body: string;
  readonly chat: string;
}

export type Ways = Pick<Settings, 'mailNotices' | 'chatNotices'>;

/** The ways that are switched on; the defaults where that cannot be read now. */
export function noticeWays(): Ways {
  try {
    return settingsNow();
  } catch {
    return DEFAULT_SETTINGS;
  }
}

/** What texts of notices call the file. */
export function fileParams(file = openFile()): { readonly file: string; readonly url: string } {
  return { file: file.getName().replace(/\s+/g, ' '), url: file.getUrl() };
}

/** '' when at least one way worked or none is switched on; else why not, in the language given. */
export function sendNotice({ topic, subject, body, chat }: Notice, mail: string, lang: Lang, ways = noticeWays()): string {
  const tag = ['b24kpi', openFile().getId(), topic].filter(Boolean).join('.');
  const sends = [
    ...(ways.mailNotices ? [() => sendMail(mail, subject, body)] : []),
    ...(ways.chatNotices ? [() => sendChat(chat, tag)] : []),
  ];
  const failures = sends.map((send) => {
    try {
      send();
      return '';
    } catch (error) {
      return describe(understood(error), lang);
    }
  });
  return failures.includes('') ? '' : failures.join(' ');
}

function sendMail(to: string, subject: string, body: string): void {
  MailApp.sendEmail({ to, subject, body });
}

/** A repeated TAG replaces the earlier notification; the portal minds it only with a CLIENT_ID (bitrix24-rest 5.12). */
function sendChat(text: string, tag: string): void {
  const message = text.replace(/\[/g, '(').replace(/\]/g, ')');
  const params = { USER_ID: readConnection()?.userId ?? 0, MESSAGE: message, TAG: tag, CLIENT_ID: 'b24kpi' };
  const [response] = ownPortal().send([callRequest('im.notify.system.add', params)]);
  const answer = readAnswer(response ?? { failure: 'network', detail: '' });
  if (answer.kind === 'error') throw new Error(`${answer.code} ${answer.detail}`);
  if (answer.result === false) throw new Error('im.notify.system.add: false');
}
