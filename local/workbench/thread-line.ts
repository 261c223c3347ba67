// What the worker with the workbook and the main thread with the web server say to each other. Types only.
import type { Question } from '../runtime/screen';
import type { Language } from './args';
import type { RefreshLine } from './steps';

/** What the worker is started with. */
export interface WorkerStart {
  /** The folder of the script as it would be pushed. */
  readonly project: string;
  readonly lang: Language;
  /** The portal to connect to, load and report on; null = the file is opened as it is. */
  readonly webhook: string | null;
  /** The data are invented. */
  readonly demo: boolean;
}

export type FromWorker =
  /** A text for one page, or for all. */
  | { readonly kind: 'page'; readonly to: number | 'all'; readonly text: string }
  | { readonly kind: 'frame'; readonly id: number; readonly html: string }
  | {
      readonly kind: 'question';
      readonly id: number;
      readonly to: number | 'all';
      readonly question: Question;
      readonly slot: SharedArrayBuffer;
    }
  /** The page that a browser is shown which came back to the script. */
  | { readonly kind: 'called back'; readonly id: number; readonly html: string }
  /** The script has its answer and goes on. */
  | { readonly kind: 'asked'; readonly id: number }
  | { readonly kind: 'progress'; readonly step: Progress }
  | { readonly kind: 'ready' }
  /** The file could not be prepared; a sentence. */
  | { readonly kind: 'failed'; readonly message: string };

export type Progress =
  | { readonly step: 'connected'; readonly portal: string; readonly missing: readonly string[] }
  | { readonly step: 'loading'; readonly line: RefreshLine }
  | { readonly step: 'loaded'; readonly line: RefreshLine }
  | { readonly step: 'reports'; readonly seconds: number };

export type ToWorker =
  | { readonly kind: 'page'; readonly from: number; readonly text: string }
  | { readonly kind: 'gone'; readonly from: number }
  /** A browser came back to the script with this query. */
  | { readonly kind: 'callback'; readonly id: number; readonly query: string };
