// State tokens: what a script gives an authorization server so that Google calls it back (apps-script reference, 11). Google's are encrypted; these are signed,
// so that nothing has to be kept and equal tokens are made at equal times.
import { createHmac } from 'node:crypto';
import { rules } from '../permissions';
import { type Execution, ServiceException, ServiceObject } from '../service';
import { signed } from './arguments';

/** What a token says. */
export interface StateToken {
  readonly method: string;
  readonly args: Readonly<Record<string, string>>;
  /** UTC ms. */
  readonly until: number;
  /** Who made it: nobody else may come back with it. */
  readonly user: string;
}

const key = 'state tokens of the local runtime';
const mostSeconds = 3600;
const signature = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');

/** What the token says; null when this person may not come back with it, or no longer. */
export function readStateToken(token: string, user: string, now: number): StateToken | null {
  const [text = '', sign = ''] = token.split('.');
  if (signature(text) !== sign) return null;
  const said = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as StateToken;
  return said.user === user && now < said.until ? said : null;
}

export class StateTokenBuilder extends ServiceObject {
  readonly serviceName = 'ScriptApp.StateTokenBuilder';
  readonly #execution: Execution;
  readonly #args: Record<string, string> = {};
  #method = 'callback';
  #seconds = 60;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  withMethod(method: string): this {
    this.#method = method;
    return this;
  }

  withArgument(name: string, value: string): this {
    this.#args[name] = value;
    return this;
  }

  withTimeout(seconds: number): this {
    if (!(seconds > 0 && seconds <= mostSeconds)) throw new ServiceException(`Invalid argument: ${seconds}`);
    this.#seconds = seconds;
    return this;
  }

  createToken(): string {
    const { clock, person } = this.#execution;
    this.#execution.permit('ScriptApp.StateTokenBuilder.createToken', rules.anonymous);
    const token: StateToken = { method: this.#method, args: this.#args, until: clock.now() + this.#seconds * 1000, user: person };
    const text = Buffer.from(JSON.stringify(token), 'utf8').toString('base64url');
    return `${text}.${signature(text)}`;
  }
}

signed(StateTokenBuilder, {
  withMethod: [['string']],
  withArgument: [['string', 'string']],
  withTimeout: [['number']],
});
