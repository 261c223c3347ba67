// The ways a notice goes: by mail and as a notification in Bitrix24, as «Настройки» says. One that works is enough.
import { readAnswer } from '../bitrix24/answer';
import { batchRequest, MOST_COMMANDS, readBatch } from '../bitrix24/batch';
import { callRequest } from '../bitrix24/call';
import type { Lang } from '../cell';
import { DEFAULT_SETTINGS, type Settings } from '../inputs/settings';
import { describe } from '../locale/describe';
import { readConnection } from './connection';
import { openFile } from './file';
import { understood } from './platform-errors';
import { ownPortal } from './portal';
import { settingsNow } from './settings';

const NOTIFY = 'im.notify.system.add';

/** Plain texts; where the file lies is added to them. */
export interface Notice {
  /** A later one of the same topic takes the place of the earlier one in Bitrix24; '' for the state of the refresh. */
  readonly topic: string;
  readonly subject: string;
  readonly body: string;
  /** The mail as people see it; without it they see the body. */
  readonly html?: string;
  readonly chat: string;
}

/** A message to one person of the portal. */
export interface ChatMessage {
  readonly userId: number;
  readonly topic: string;
  readonly text: string;
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
export function sendNotice({ topic, chat, ...letter }: Notice, mail: string, lang: Lang, ways = noticeWays()): string {
  const sends = [
    ...(ways.mailNotices ? [() => sendMail(mail, letter)] : []),
    ...(ways.chatNotices ? [() => sendChat({ userId: readConnection()?.userId ?? 0, topic, text: chat })] : []),
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

/** `to`: one address or several, commas between. */
export function sendMail(to: string, { subject, body, html = '' }: Pick<Notice, 'subject' | 'body' | 'html'>, replyTo = ''): void {
  MailApp.sendEmail({ to, subject, body, ...(html ? { htmlBody: html } : {}), ...(replyTo ? { replyTo } : {}) });
}

function sendChat(message: ChatMessage): void {
  const [response] = ownPortal().send([callRequest(NOTIFY, notifyParams(message))]);
  const answer = readAnswer(response ?? { failure: 'network', detail: '' });
  if (answer.kind === 'error') throw new Error(`${answer.code} ${answer.detail}`);
  if (answer.result === false) throw new Error(`${NOTIFY}: false`);
}

/** As many at once as a request takes; answers in order '' or why it did not go. */
export function sendChats(messages: readonly ChatMessage[], lang: Lang): string[] {
  const outcomes: string[] = [];
  for (let from = 0; from < messages.length; from += MOST_COMMANDS) {
    const part = messages.slice(from, from + MOST_COMMANDS);
    try {
      outcomes.push(...sentTogether(part));
    } catch (error) {
      const failure = describe(understood(error), lang);
      outcomes.push(...part.map(() => failure));
    }
  }
  return outcomes;
}

function sentTogether(messages: readonly ChatMessage[]): string[] {
  const commands = messages.map((message, at) => ({ name: `n${at}`, method: NOTIFY, params: notifyParams(message) }));
  const [response] = ownPortal().send([batchRequest(commands)]);
  const answer = readAnswer(response ?? { failure: 'network', detail: '' });
  if (answer.kind === 'error') throw new Error(`${answer.code} ${answer.detail}`);
  const read = readBatch(answer.result);
  return messages.map((_, at) => {
    const one = read?.(`n${at}`);
    if (one?.error) return `${one.error.code} ${one.error.detail}`.trim();
    return one?.result ? '' : `${NOTIFY}: false`;
  });
}

/** A repeated TAG replaces the earlier notification; the portal minds it only with a CLIENT_ID (bitrix24-rest 5.12). Brackets are its markup. */
function notifyParams({ userId, topic, text }: ChatMessage) {
  const tag = ['b24kpi', openFile().getId(), topic].filter(Boolean).join('.');
  return { USER_ID: userId, MESSAGE: text.replace(/\[/g, '(').replace(/\]/g, ')'), TAG: tag, CLIENT_ID: 'b24kpi' };
}
