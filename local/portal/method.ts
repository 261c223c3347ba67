// What a REST method is to this portal: a name, the scopes that open it, the style of its parameters, and a function from parameters to an answer.
import type { Caller } from './credentials';
import type { EventDesk } from './events/desk';
import type { PhpArray } from './php/value';
import type { Store } from './store/store';

/** The family decides how parameters are matched: old methods ignore the case of parameter names, controllers want exact camelCase (bitrix24-rest 1.2). */
export type MethodStyle = 'old' | 'controller';

/** What a method is given. */
export interface Call {
  readonly method: string;
  /** Without `start` and credentials, which the core takes out. */
  readonly params: PhpArray;
  /** The paging parameter: 0 when absent; negative switches counting off. */
  readonly start: number;
  readonly store: Store;
  /** The user whose rights apply: the webhook's, or the token's. */
  readonly userId: number;
  readonly scopes: readonly string[];
  /** Who is asking: a webhook or an application. */
  readonly caller: Caller;
  /** Subscriptions and queues of events, for `event.*`. */
  readonly events: EventDesk;
  /** All methods the portal has, for `methods` and `method.get`. */
  readonly catalogue: Catalogue;
  /** The portal's clock at the beginning of the command. */
  readonly now: number;
}

/** What a method answers. */
export interface Answer {
  readonly result: unknown;
  readonly total?: number;
  readonly next?: number;
  /** Records handed out. */
  readonly rows?: number;
  /** Pages of records read: they cost the page time each. */
  readonly pages?: number;
  /** Whether a total had to be counted. */
  readonly counted?: boolean;
}

export interface Method {
  readonly name: string;
  /** One of these scopes is needed; none: open to every webhook. */
  readonly scopes: readonly string[];
  readonly style: MethodStyle;
  readonly run: (call: Call) => Answer;
}

/** Methods by lower-case name. */
export type Catalogue = ReadonlyMap<string, Method>;

/** An error as the portal answers it: the code may be '' or a number (bitrix24-rest 1.4). */
export class RestError extends Error {
  override readonly name = 'RestError';

  constructor(
    readonly code: string | number,
    readonly description: string,
    readonly status: number,
    /** Further keys of the answer, such as `argument`. */
    readonly additional: Readonly<Record<string, unknown>> = {},
  ) {
    super(description);
  }
}

/** An error of a controller's error list: status 400. */
export const invalidArgument = (description: string): RestError => new RestError('INVALID_ARG_VALUE', description, 400);

/** An error of an old CRM method: empty code, status 400. */
export const oldError = (description: string): RestError => new RestError('', description, 400);

/** A right that the method itself asks for, refused by the core (rest/lib/exceptions/accessexception.php). */
export const forbidden = (detail: string): RestError => new RestError('ACCESS_DENIED', `Access denied! ${detail}`, 403);

/** CRM controllers report missing rights through their error list, with status 400. */
export const accessDenied = (): RestError => new RestError('ACCESS_DENIED', 'Access denied', 400);
