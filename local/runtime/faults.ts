// Google's own trouble, planted: which service call fails, when, with which of Google's texts (apps-script reference, 2.2).
// It counts calls by name and knows nothing of what they do.
import { ServiceException } from './service';
import type { Switches } from './switches';

/** What the text of a planted fault may tell of the call. */
interface FailingCall {
  /** Full name, `SpreadsheetApp.Range.setValues`. */
  readonly call: string;
  /** The name of its service in quota texts: `urlfetch`, `lockBean rateMax`. */
  readonly service: string;
  /** The URL asked for, whole. */
  readonly url: string;
  readonly documentId: string;
  /** Whether texts of unconfirmed wording read as the reference assumes. */
  readonly assumed: boolean;
}

const objectOf = (call: string): string => call.slice(0, call.lastIndexOf('.'));
const memberOf = (call: string): string => call.slice(call.lastIndexOf('.') + 1);

/** Google's texts by name, rows of the catalogue (2.2). */
const texts = {
  'timed-out': ({ documentId }: FailingCall) => `Service Spreadsheets timed out while accessing document with id ${documentId}.`,
  'service-failed': ({ documentId, assumed }: FailingCall) =>
    `Service Spreadsheets failed while accessing document${assumed ? ` with id ${documentId}` : ''}.`,
  'short-term-rate': ({ service }: FailingCall) =>
    `Service invoked too many times in a short time: ${service}. Try Utilities.sleep(1000) between calls.`,
  'daily-quota': ({ service }: FailingCall) => `Service invoked too many times for one day: ${service}.`,
  bandwidth: ({ url, assumed }: FailingCall) =>
    `Bandwidth quota exceeded: ${url}.${assumed ? ' Try reducing the rate of data transfer.' : ''}`,
  'address-unavailable': ({ url }: FailingCall) => `Address unavailable: ${url}`,
  dns: ({ url }: FailingCall) => `DNS error: ${url}`,
  'admin-allowlist': ({ url }: FailingCall) => `UrlFetch calls to ${url} are not permitted by your admin`,
  'server-unavailable': () => 'Server not available.',
  'server-error': () => 'Server error occurred, please try again.',
  'server-sorry': ({ assumed }: FailingCall) =>
    assumed ? "We're sorry, a server error occurred. Please wait a bit and try again." : 'Something went wrong.',
  hiccup: ({ call }: FailingCall) => `Unexpected error while getting the method or property ${memberOf(call)} on object ${objectOf(call)}.`,
  'too-many-executions': () => 'There are too many executions running simultaneously for this Apps Script project at this time.',
  'too-many-scripts': () => 'There are too many scripts running simultaneously for this Google user account.',
  'too-many-starts': () => 'Script invoked too many times per second for this Google user account.',
  'no-authorisation': () => 'Authorization is required to perform that action.',
  identity: () => "The script does not have permission to get the active user's identity.",
  'wrong-account': () => 'You do not have permission to access the requested document.',
  'permission-denied': () => 'PERMISSION_DENIED',
  'lock-timeout': () => 'Lock timeout: another process was holding the lock for too long.',
  'property-quota': () => 'You have exceeded the property storage quota. Please remove some properties and try again.',
} as const;

export type FaultName = keyof typeof texts;

/** Every fault there is a text for. */
export const faultNames = Object.keys(texts) as FaultName[];

/** One planted fault: `{ call: 'SpreadsheetApp.Range.setValues', nth: 3, error: 'timed-out' }`. */
export interface Fault {
  /** The service call by its full name; a `*` at the end stands for any rest (`CacheService.*`); `start` is the start of an execution, before any code runs. */
  readonly call: string;
  /** Which of the matching calls fails first, counted from 1 over the life of the runtime; default 1. */
  readonly nth?: number;
  /** How many matching calls fail from then on; default 1; `Infinity` for all that follow. */
  readonly times?: number;
  /** One of Google's texts by name, or a text of one's own. */
  readonly error: FaultName | { readonly message: string };
  /** `before` (default): the call does nothing. `after`: it has done its work and only the answer is lost, as with a time-out on the way back. */
  readonly when?: 'before' | 'after';
}

/** Names of services in quota texts; `urlfetch` and `lockBean rateMax` are observed (2.2), the others follow their pattern. */
const serviceWords: Readonly<Record<string, string>> = {
  UrlFetchApp: 'urlfetch',
  LockService: 'lockBean rateMax',
  MailApp: 'email',
  PropertiesService: 'properties',
  CacheService: 'cache',
  SpreadsheetApp: 'spreadsheets',
  ScriptApp: 'triggers',
};

/** The faults of one runtime, with their counters. */
export class Faults {
  readonly #planted: { readonly fault: Fault; seen: number }[];
  readonly #documentId: () => string;
  readonly #switches: Switches;

  constructor(faults: readonly Fault[], documentId: () => string, switches: Switches) {
    this.#planted = faults.map((fault) => ({ fault, seen: 0 }));
    this.#documentId = documentId;
    this.#switches = switches;
  }

  /** Throws the fault planted for this moment of the call, if any. Calls count once, when they begin. */
  strike(call: string, args: readonly unknown[], when: 'before' | 'after'): void {
    for (const planted of this.#planted) {
      const { fault } = planted;
      if (!fits(fault.call, call)) continue;
      if (when === 'before') planted.seen += 1;
      const from = fault.nth ?? 1;
      if ((fault.when ?? 'before') !== when || planted.seen < from || planted.seen >= from + (fault.times ?? 1)) continue;
      throw new ServiceException(this.#text(fault, call, args));
    }
  }

  #text({ error }: Fault, call: string, args: readonly unknown[]): string {
    if (typeof error !== 'string') return error.message;
    const service = call.split('.')[0] ?? call;
    return texts[error]({
      call,
      service: serviceWords[service] ?? service.toLowerCase(),
      url: urlOf(args[0]),
      documentId: this.#documentId(),
      assumed: this.#switches.textsAsAssumed,
    });
  }
}

const fits = (pattern: string, call: string): boolean =>
  pattern.endsWith('*') ? call.startsWith(pattern.slice(0, -1)) && call !== 'start' : call === pattern;

/** The URL of a fetch, or the first of a `fetchAll`. */
function urlOf(argument: unknown): string {
  if (Array.isArray(argument)) return urlOf(argument[0]);
  if (typeof argument === 'object' && argument !== null) return urlOf((argument as { url?: unknown }).url);
  return String(argument ?? '');
}
