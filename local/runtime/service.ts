// What every service object of the local Apps Script runtime is built on. A script never holds these objects
// themselves: realm.ts wraps them, so that no host object or constructor reaches the script.
import type { Clock } from '../clock';

export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

/** The running execution, as services see it. */
export interface Execution {
  readonly authMode: AuthMode;
  /** Whether a person looks at the open file (menu, sidebar): `getUi()` works only then. */
  readonly hasUi: boolean;
  readonly clock: Clock;
  /** Lets the virtual time of a service call pass (local/runtime/costs.ts) and ends the run when its budget is used up. */
  charge(cost: string, units?: number): void;
  /** Throws Google's error when the auth mode forbids the call or none of the scopes is in the manifest. */
  permit(call: string, rule: PermissionRule): void;
}

export interface PermissionRule {
  /** Modes in which the call works. */
  readonly modes: readonly AuthMode[];
  /** Full scope URLs, any of which suffices; empty = no scope needed. */
  readonly scopes: readonly string[];
}

/** An object a script may hold. Its public methods are what Google's class offers; any other name throws "not implemented". */
export abstract class ServiceObject {
  /** Google's class name, e.g. `SpreadsheetApp.Range`; used in error texts. */
  abstract readonly serviceName: string;
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
