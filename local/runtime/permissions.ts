// Who may call what: the auth mode table of the apps-script reference, section 6, and the scopes each service needs.
import type { PermissionRule } from './service';

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;

/** Rules by service, shared by the services of this folder. */
export const rules = {
  /** Logger, Utilities, the locale: everywhere. */
  open: { modes: ['NONE', 'LIMITED', 'CUSTOM_FUNCTION', 'FULL'], scopes: [] },
  /** The locale where it needs a scope of its own (6, by switch). */
  locale: { modes: ['NONE', 'LIMITED', 'CUSTOM_FUNCTION', 'FULL'], scopes: [scope('script.locale')] },
  /** Services without user data: everywhere but in AuthMode.NONE. */
  anonymous: { modes: ['LIMITED', 'CUSTOM_FUNCTION', 'FULL'], scopes: [] },
  /** Menus: not in cells. */
  menus: { modes: ['NONE', 'LIMITED', 'FULL'], scopes: [] },
  /** Sidebars, dialogs, alerts: `script.container.ui` ("Ui.showModalDialog fails without it", 6). */
  dialogs: { modes: ['FULL'], scopes: [scope('script.container.ui')] },
  fetch: { modes: ['CUSTOM_FUNCTION', 'FULL'], scopes: [scope('script.external_request')] },
  triggers: { modes: ['FULL'], scopes: [scope('script.scriptapp')] },
  mail: { modes: ['FULL'], scopes: [scope('script.send_mail')] },
  identity: { modes: ['LIMITED', 'CUSTOM_FUNCTION', 'FULL'], scopes: [scope('userinfo.email')] },
  /** Writing stores that belong to the person: not in cells (4.3). */
  userWrites: { modes: ['LIMITED', 'FULL'], scopes: [] },
} as const satisfies Record<string, PermissionRule>;

/** The list of scopes as Google prints it behind "Required permissions:". */
export function printedScopes(scopes: readonly string[]): string {
  return scopes.length === 1 ? String(scopes[0]) : `(${scopes.join(' || ')})`;
}
