// Session: who runs the script and in which language (apps-script reference, 4.3, 6, 8).
import { rules } from '../permissions';
import { type Execution, ServiceObject } from '../service';

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
}

/** The `Session` global. */
export class Session extends ServiceObject {
  readonly serviceName = 'Session';
  readonly #options: SessionOptions;

  constructor(options: SessionOptions) {
    super();
    this.#options = options;
  }

  getActiveUser(): User {
    return this.#identity('getActiveUser');
  }

  getEffectiveUser(): User {
    return this.#identity('getEffectiveUser');
  }

  getActiveUserLocale(): string {
    this.#options.execution.permit('Session.getActiveUserLocale', rules.open);
    return this.#options.locale;
  }

  getScriptTimeZone(): string {
    this.#options.execution.permit('Session.getScriptTimeZone', rules.open);
    return this.#options.execution.timeZone;
  }

  #identity(method: string): User {
    this.#options.execution.permit(`Session.${method}`, rules.identity);
    return new User(this.#options.execution.userEmail);
  }
}
