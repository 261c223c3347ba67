// What the page and the worker that holds the workbook say to each other: JSON texts over a WebSocket, relayed by the main thread.
// Types and the packing of values only; both sides import it.
import type { MenuTree, Question } from '../runtime/screen';
import type { Language } from './args';

/** From the page. */
export type PageMessage =
  | { readonly kind: 'open' }
  /** A message of the engine's collaboration: a person's change. */
  | { readonly kind: 'revision'; readonly message: unknown }
  /** Custom functions the page wants answered; arguments are packed. */
  | { readonly kind: 'cells'; readonly calls: readonly CellCall[] }
  | {
      readonly kind: 'run';
      readonly id: number;
      readonly functionName: string;
      readonly args: readonly unknown[];
      readonly as: 'menu' | 'sidebar';
      /** What is selected in the tab that asks: the script's active range. */
      readonly active: Place;
    }
  /** A person's answer to a question the script waits for. */
  | { readonly kind: 'answer'; readonly id: number; readonly button: string; readonly text: string }
  /** The person opened a tab: its cells are wanted. */
  | { readonly kind: 'show'; readonly sheetId: string }
  /** The file as Excel may have it is wanted. */
  | { readonly kind: 'excel' }
  /** What the worker's own model shows in a sheet: the browser checks compare it with the page's. */
  | { readonly kind: 'values'; readonly sheetId: string };

/** A tab of the workbook and the cells selected there. */
export interface Place {
  readonly sheetId: string;
  readonly zone: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };
}

/** From the worker, and from the main thread on its behalf. */
export type WorkerMessage =
  | Boot
  /** The file is not ready yet; a line for the person who waits. */
  | { readonly kind: 'preparing'; readonly line: string }
  | { readonly kind: 'message'; readonly message: unknown }
  /** The page cannot follow the changes any further: it must load the file anew. */
  | { readonly kind: 'behind' }
  | { readonly kind: 'results'; readonly results: readonly CellResult[] }
  | { readonly kind: 'values'; readonly rows: readonly (readonly string[])[] }
  /** The engine's data of the file with values only. */
  | { readonly kind: 'excel'; readonly data: unknown }
  | { readonly kind: 'ran'; readonly id: number; readonly value?: unknown; readonly error?: string }
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question }
  /** The question has got its answer, elsewhere or because nobody gave one. */
  | { readonly kind: 'asked'; readonly id: number }
  /** The script has made another tab or other cells the active ones. */
  | { readonly kind: 'activate'; readonly place: Place }
  | { readonly kind: 'screen'; readonly event: ScreenEvent }
  | { readonly kind: 'menus'; readonly menus: readonly MenuTree[] }
  /** A script has run or a person has edited: errors of custom functions may have healed. */
  | { readonly kind: 'recalculate' }
  /** Sheets whose cells come only when their tab is opened: a script has made new ones. */
  | { readonly kind: 'waiting'; readonly sheetIds: readonly string[] }
  /** Every cell of the sheet is in the page's model now. */
  | { readonly kind: 'shown'; readonly sheetId: string };

/** Everything a page needs to show the file. */
export interface Boot {
  readonly kind: 'boot';
  readonly clientId: string;
  readonly lang: Language;
  readonly fileName: string;
  /** A quiet line beside the file's name: whose data it shows. */
  readonly source: string;
  readonly timeZone: string;
  /** Wall clock of the server's script, UTC ms. */
  readonly now: number;
  /** Google's pattern of a date that a custom function answers. */
  readonly dateFormat: string;
  /** The engine's data. */
  readonly data: unknown;
  readonly functionNames: readonly string[];
  readonly menus: readonly MenuTree[];
  /** Sheets whose cells come only when their tab is opened. */
  readonly waitingSheets: readonly string[];
  /** The tab to show first. */
  readonly activeSheet: string;
}

export interface CellCall {
  readonly key: string;
  readonly name: string;
  /** Packed. */
  readonly args: unknown;
}

export interface CellResult {
  readonly key: string;
  /** A packed value, or the error of the cell with its note. */
  readonly result: { readonly value: unknown } | { readonly error: string; readonly message: string };
}

/** What the script shows; html is fetched from `frame`. */
export type ScreenEvent =
  | { readonly kind: 'toast'; readonly message: string; readonly title: string; readonly seconds: number }
  | { readonly kind: 'sidebar'; readonly title: string; readonly frame: string }
  | {
      readonly kind: 'dialog';
      readonly title: string;
      readonly frame: string;
      readonly width: number | null;
      readonly height: number | null;
      readonly modal: boolean;
    }
  /** A failed script run that nobody else reports. */
  | { readonly kind: 'failure'; readonly message: string };

/** A value as JSON that keeps dates and absent arguments apart from texts. */
export function packed(value: unknown): unknown {
  if (value === undefined) return { $: 'absent' };
  if (Object.prototype.toString.call(value) === '[object Date]') return { $: 'date', ms: (value as Date).getTime() };
  if (Array.isArray(value)) return value.map(packed);
  return value;
}

/** The value that `packed` packed. */
export function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked);
  if (typeof value !== 'object' || value === null) return value;
  const { $, ms } = value as { $?: string; ms?: number };
  return $ === 'date' && ms !== undefined ? new Date(ms) : undefined;
}
