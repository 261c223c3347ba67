// What every service object of the local Apps Script runtime is built on. A script never holds these objects
// themselves: realm.ts wraps them, so that no host object or constructor reaches the script.
import type { Clock } from '../clock';
import type { PendingWrites } from './pending-writes';

export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

/** The running execution, as services see it. */
export interface Execution {
  readonly authMode: AuthMode;
  /** Whether a person looks at the open file (menu, sidebar): `getUi()` works only then. */
  readonly hasUi: boolean;
  readonly clock: Clock;
  /** The manifest's time zone (IANA). */
  readonly timeZone: string;
  /** Who runs, as `Session` tells it: `''` where Google hides the person (custom functions). */
  readonly userEmail: string;
  /** Who runs, also where `Session` hides it. */
  readonly person: string;
  /** Whether nobody sits before the file: a trigger. */
  readonly isTrigger: boolean;
  /** Whether the run knows the open file (switch `fileInCallback`). */
  readonly hasFile: boolean;
  /** Writes to the spreadsheet that wait for a flush, a read or the end of the run. */
  readonly writes: PendingWrites;
  /** Lets the virtual time of a service call pass (local/runtime/costs.ts) and ends the run when its budget is used up. */
  charge(cost: string, units?: number): void;
  /** Waits until `isReady`, at most so long; answers whether it is. Other executions may go on meanwhile: the call is then made again from its beginning. */
  waitFor(ms: number, isReady: () => boolean): boolean;
  /** Takes back time that does not count towards the budget. */
  excuse(ms: number): void;
  /** Throws Google's error when the auth mode forbids the call or none of the scopes is in the manifest. */
  permit(call: string, rule: PermissionRule): void;
}

export interface PermissionRule {
  /** Modes in which the call works. */
  readonly modes: readonly AuthMode[];
  /** Full scope URLs, any of which suffices; empty = no scope needed. */
  readonly scopes: readonly string[];
}

/**
 * An object a script may hold. What the script sees of it:
 * - every prototype method, except names that begin with `_` (methods Google's class has not must be `#private`, begin with `_`, or be module functions);
 * - prototype getters, and own fields whose name begins with a capital letter (enums such as `SpreadsheetApp.BorderStyle`);
 * - nothing else: own lower-case fields stay on the host, any other name throws `… is not implemented in the local runtime`.
 * Arguments arrive as host values: arrays, plain objects and Dates are copies of the host realm, service objects are the originals, `undefined` is null
 * (trailing omitted arguments are simply absent: use `arguments.length` via rest parameters where it matters). Results go out the same way, copied into the realm;
 * the same service object gives the same script object.
 */
export abstract class ServiceObject {
  /** Google's class name, e.g. `SpreadsheetApp.Range`; used in error texts. */
  abstract readonly serviceName: string;
}

/** A service object whose script side accepts properties of any name (HtmlTemplate). */
export abstract class OpenServiceObject extends ServiceObject {}

/** A group of enum values that a script reads by name, e.g. `ScriptApp.WeekDay`. */
export type EnumGroup<Name extends string> = ServiceObject & { readonly [name in Name]: EnumValue };

/** The enum group named `serviceName` (`ScriptApp.WeekDay`) with the values in Google's order. Create each group once per module: values compare by identity. */
export function enumGroup<Name extends string>(serviceName: string, names: readonly Name[]): EnumGroup<Name> {
  const group = new Group(serviceName);
  names.forEach((name, position) => {
    Object.defineProperty(group, name, { value: new EnumValue(serviceName, name, position), enumerable: true });
  });
  return group as EnumGroup<Name>;
}

/** What the spreadsheet service needs of the screen: the Ui object and the toast. */
export interface Surface {
  /** The object `SpreadsheetApp.getUi()` answers; throws `Cannot call SpreadsheetApp.getUi() from this context.` where nobody looks at the file. */
  ui(): ServiceObject;
  toast(message: string, title: string, seconds: number): void;
}

/** A Google enum value: compared by identity, printed as its name. */
export class EnumValue extends ServiceObject {
  constructor(
    readonly serviceName: string,
    readonly name: string,
    private readonly position: number,
  ) {
    super();
  }
  override toString(): string {
    return this.name;
  }
  toJSON(): string {
    return this.name;
  }
  ordinal(): number {
    return this.position;
  }
}

class Group extends ServiceObject {
  constructor(readonly serviceName: string) {
    super();
  }
}

/** The error services throw: `name` is `Exception`, `message` has no prefix (apps-script reference, 2.1). */
export class ServiceException extends Error {
  override readonly name = 'Exception';
}

/** The words Google uses for argument types in signature errors. */
export function signatureError(call: string, args: readonly unknown[]): ServiceException {
  const names = args.map((value) => (Array.isArray(value) ? `${typeName(value[0])}[]` : typeName(value)));
  return new ServiceException(`The parameters (${names.join(',')}) don't match the method signature for ${call}.`);
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `${typeName(value[0])}[]`;
  if (value instanceof ServiceObject) return value.serviceName;
  if (value instanceof Date) return 'Date';
  if (typeof value === 'string') return 'String';
  return typeof value;
}
