// Session: who runs the script and in which language (apps-script reference, 4.3, 6, 8).
import { rules } from '../permissions';
import { type Execution, ServiceException, ServiceObject } from '../service';
import type { Switches } from '../switches';
import { signed } from './arguments';

/** A person as Google shows them. */
export class User extends ServiceObject {
  readonly serviceName = 'Session.User';
  readonly #email: string;

  constructor(email: string) {
    super();
    this.#email = email;
  }

  getEmail(): string {
    return this.#email;
  }

  override toString(): string {
    return this.#email;
  }
}

/** A `User` object, also for event objects. */
export const user = (email: string): ServiceObject => new User(email);

export interface SessionOptions {
  readonly execution: Execution;
  /** The person's language, e.g. `ru`. */
  readonly locale: string;
  readonly switches: Switches;
}

/** The `Session` global. */
export class Session extends ServiceObject {
  readonly serviceName = 'Session';
  readonly #options: SessionOptions;

  constructor(options: SessionOptions) {
    super();
    this.#options = options;
  }

  /** The person at the keyboard: unknown in cells, and to many triggers (8). */
  getActiveUser(): User {
    const { execution, switches } = this.#options;
    execution.permit('Session.getActiveUser', rules.identity);
    const hidden = execution.userEmail === '' || (execution.isTrigger && switches.hidesUserInTriggers);
    if (hidden && switches.hiddenUser === 'refused')
      throw new ServiceException("The script does not have permission to get the active user's identity.");
    return new User(hidden ? '' : execution.userEmail);
  }

  /** Whose rights the run has: of an installed trigger its creator (8). */
  getEffectiveUser(): User {
    this.#options.execution.permit('Session.getEffectiveUser', rules.identity);
    return new User(this.#options.execution.userEmail);
  }

  getActiveUserLocale(): string {
    this.#options.execution.permit('Session.getActiveUserLocale', this.#options.switches.localeNeedsScope ? rules.locale : rules.open);
    return this.#options.locale;
  }

  getScriptTimeZone(): string {
    this.#options.execution.permit('Session.getScriptTimeZone', rules.open);
    return this.#options.execution.timeZone;
  }
}

signed(User);
signed(Session);
