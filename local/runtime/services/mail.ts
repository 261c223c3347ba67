// MailApp: mails are checked and counted as Google does and put into an outbox; nothing leaves the machine.
import { rules } from '../permissions';
import type { Quotas } from '../quotas';
import { type Execution, ServiceException, ServiceObject, signatureError } from '../service';
import { Blob } from './blob';

export interface Mail {
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody: string;
  readonly name: string;
  readonly replyTo: string;
  /** Names and sizes of what is attached. */
  readonly attachments: readonly { readonly name: string; readonly bytes: number }[];
}

export interface MailOptions {
  readonly execution: Execution;
  readonly quotas: Quotas;
  readonly payer: string;
  readonly outbox: Mail[];
  readonly account: 'consumer' | 'workspace';
}

/** Recipients and attachments of one message, its size, and its body in bytes by account (apps-script reference, 1). */
const recipientLimit = 50;
const attachmentLimit = 250;
const totalLimit = 25 * 1024 * 1024;
const bodyLimit = { consumer: 200 * 1024, workspace: 400 * 1024 } as const;

/** The `MailApp` global. */
export class MailApp extends ServiceObject {
  readonly serviceName = 'MailApp';
  readonly #options: MailOptions;

  constructor(options: MailOptions) {
    super();
    this.#options = options;
  }

  getRemainingDailyQuota(): number {
    this.#options.execution.permit('MailApp.getRemainingDailyQuota', rules.mail);
    return this.#options.quotas.remaining(this.#options.payer, 'email');
  }

  sendEmail(...args: unknown[]): void {
    const { execution, quotas, payer, outbox, account } = this.#options;
    execution.permit('MailApp.sendEmail', rules.mail);
    const mail = mailOf(args);
    const recipients = [mail.to, mail.cc, mail.bcc].flatMap(addresses);
    for (const address of recipients)
      if (!/^(?:[^<>]*<)?[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+>?$/.test(address)) throw new ServiceException(`Invalid email: ${address}`);
    if (recipients.length === 0) throw new ServiceException('Failed to send email: no recipient');
    if (recipients.length > recipientLimit) throw new ServiceException('Limit exceeded: Email Recipients Per Message.');
    if (Buffer.byteLength(mail.htmlBody === '' ? mail.body : mail.htmlBody) > bodyLimit[account])
      throw new ServiceException('Limit exceeded: Email Body Size.');
    if (mail.attachments.length > attachmentLimit) throw new ServiceException('Limit exceeded: Email Attachments Per Message.');
    const total = mail.attachments.reduce((sum, { bytes }) => sum + bytes, Buffer.byteLength(mail.body + mail.htmlBody));
    if (total > totalLimit) throw new ServiceException('Limit exceeded: Email Total Size.');
    quotas.use(payer, 'email', recipients.length);
    execution.charge('mail.send');
    outbox.push(mail);
  }
}

const addresses = (list: string): string[] =>
  list
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');

function mailOf(args: readonly unknown[]): Mail {
  const [first, subject, body, options] = args;
  const message: Record<string, unknown> =
    typeof first === 'object' && first !== null && args.length === 1
      ? (first as Record<string, unknown>)
      : typeof first === 'string' && args.length >= 2 && args.length <= 4
        ? { ...(options as Record<string, unknown> | null | undefined), to: first, subject, body }
        : refused(args);
  const text = (name: string): string => (message[name] === null || message[name] === undefined ? '' : String(message[name]));
  return {
    to: text('to'),
    cc: text('cc'),
    bcc: text('bcc'),
    subject: text('subject'),
    body: text('body'),
    htmlBody: text('htmlBody'),
    name: text('name'),
    replyTo: text('replyTo'),
    attachments: attached(message['attachments']),
  };
}

function attached(given: unknown): Mail['attachments'] {
  const blobs = given === null || given === undefined ? [] : [given].flat();
  return blobs.map((blob) => {
    if (!(blob instanceof Blob)) throw signatureError('MailApp.sendEmail', [given]);
    return { name: blob.name ?? '', bytes: blob.bytes.length };
  });
}

function refused(args: readonly unknown[]): never {
  throw signatureError('MailApp.sendEmail', args);
}
