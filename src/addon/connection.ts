// Who connected this file to which portal (D9): the portal's name and the user lie in the document properties, for everybody to see; the secret
// lies in the user properties of that person (secret.ts).
import { KpiError } from '../errors';
import { forgetRenaming, namesOfPortal } from './portal-names';
import { forgetSecret, holdingSecret, keepSecret, portalOf, readSecret, type Secret } from './secret';

/** What everybody may know about the connection. */
export interface Connection {
  readonly portal: string;
  readonly userId: number;
  readonly userName: string;
  /** Optional scopes the webhook or application lacks. */
  readonly missingScopes: readonly string[];
}

const PUBLIC_KEY = 'b24.connection';

/** Keeps a connection that has been tried. */
export function saveConnection(secret: Secret, connection: Connection): void {
  holdingSecret(() => keepSecret(secret));
  forgetRenaming(connection.portal);
  publish(connection);
}

export function publish(connection: Connection): void {
  PropertiesService.getDocumentProperties().setProperty(PUBLIC_KEY, JSON.stringify(connection));
}

export function readConnection(): Connection | null {
  const text = PropertiesService.getDocumentProperties().getProperty(PUBLIC_KEY);
  return text ? (JSON.parse(text) as Connection) : null;
}

/** The secret of the person who runs this and what it connects; KpiError('settings') tells who must connect or refresh instead. */
export function ownConnection(): { readonly secret: Secret; readonly connection: Connection } {
  const secret = tellFile();
  const connection = readConnection();
  if (!connection) throw new KpiError('settings', 'notConnected');
  if (!secret) throw new KpiError('settings', 'connectedByOther', { user: connection.userName, portal: connection.portal });
  if (!namesOfPortal(connection.portal)(portalOf(secret))) throw new KpiError('settings', 'webhookChanged');
  return { secret, connection };
}

/** The secret of the person who runs this, after the file was told of what they connected in another tab; null = they have none. */
export function tellFile(): Secret | null {
  const secret = readSecret();
  return secret?.kind === 'oauth' && secret.untold ? holdingSecret(told) : secret;
}

function told(): Secret | null {
  const secret = readSecret();
  if (secret?.kind !== 'oauth' || !secret.untold) return secret;
  const { untold, ...plain } = secret;
  // The file is told first: killed in between, it is told again.
  forgetRenaming(untold.portal);
  publish(untold);
  keepSecret(plain);
  return plain;
}

/** Forgets the secret and the connection; the loaded data stays. */
export function forgetConnection(): void {
  holdingSecret(() => forgetSecret());
  PropertiesService.getDocumentProperties().deleteProperty(PUBLIC_KEY);
}
