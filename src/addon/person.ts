// Who this runs for, as far as Google and the connection tell.
import { readConnection } from './connection';

/** The e-mail of the person whose rights the run has, of a trigger its creator; '' where Google keeps it back. */
export function ownEmail(): string {
  try {
    return Session.getEffectiveUser().getEmail();
  } catch {
    return '';
  }
}

/** The e-mail, else the name of the connected user of the portal, else ''. */
export function ownName(): string {
  return ownEmail() || readConnection()?.userName || '';
}
