// Who connected this file to which portal (D9): the webhook lies in the user properties of that person, keyed by the file's id;
// the portal's name and the user lie in the document properties, for everybody to see.
import { KpiError } from '../errors';
import { openFile } from './file';

/** What everybody may know about the connection. */
export interface Connection {
  readonly portal: string;
  readonly userId: number;
  readonly userName: string;
  /** Optional scopes the webhook lacks. */
  readonly missingScopes: readonly string[];
}

const PUBLIC_KEY = 'b24.connection';

function secretKey(): string {
  return `b24.webhook.${openFile().getId()}`;
}

export function saveConnection(webhook: string, connection: Connection): void {
  PropertiesService.getUserProperties().setProperty(secretKey(), webhook);
  PropertiesService.getDocumentProperties().setProperty(PUBLIC_KEY, JSON.stringify(connection));
}

export function readConnection(): Connection | null {
  const text = PropertiesService.getDocumentProperties().getProperty(PUBLIC_KEY);
  return text ? (JSON.parse(text) as Connection) : null;
}

/** The webhook of the person who runs this; KpiError('settings') tells who must connect or refresh instead. */
export function ownWebhook(): string {
  const webhook = PropertiesService.getUserProperties().getProperty(secretKey());
  if (webhook) return webhook;
  const connection = readConnection();
  if (connection) throw new KpiError('settings', 'connectedByOther', { user: connection.userName, portal: connection.portal });
  throw new KpiError('settings', 'notConnected');
}

export function hasOwnWebhook(): boolean {
  return PropertiesService.getUserProperties().getProperty(secretKey()) !== null;
}

/** Forgets the secret and the connection; the loaded data stays. */
export function forgetConnection(): void {
  PropertiesService.getUserProperties().deleteProperty(secretKey());
  PropertiesService.getDocumentProperties().deleteProperty(PUBLIC_KEY);
}
