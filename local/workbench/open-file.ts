// Opens the local spreadsheet file with a script attached, on the network of this machine. It does not know who looks at it.
import { type Clock, runningClock } from '../clock';
import type { Runtime, RuntimeOptions } from '../runtime/contract';
import { httpTransport } from '../runtime/http-transport';
import { loadProject } from '../runtime/project';
import { createRuntime } from '../runtime/runtime';
import type { SavedState } from '../runtime/state';
import type { Language } from './args';

export interface FileOptions {
  /** The folder of the script as it would be pushed. */
  readonly project: string;
  /** The built program that fetches for the script. */
  readonly httpWorker: string;
  /** Called again and again while the script waits for an answer from the network. */
  readonly meanwhile?: () => void;
  /** null: not said; a new file is Russian, a kept one stays as it is. */
  readonly lang: Language | null;
  readonly clock?: Clock;
  readonly state?: SavedState;
  readonly modelConfig?: Readonly<Record<string, unknown>>;
  readonly answer?: RuntimeOptions['answer'];
}

const names: Readonly<Record<Language, string>> = { ru: 'KPI отдела продаж', en: 'Sales KPI' };

/** A new file, or the kept one. Its requests go out through a thread of their own; time is real. */
export function openFile({
  project,
  httpWorker,
  meanwhile,
  lang,
  clock = runningClock(),
  state,
  modelConfig,
  answer,
}: FileOptions): Runtime {
  const language = lang ?? 'ru';
  const runtime = createRuntime({
    project: loadProject(project),
    clock,
    time: 'real',
    transport: httpTransport(httpWorker, meanwhile).send,
    ...(state === undefined || lang !== null ? { locale: language === 'ru' ? 'ru_RU' : 'en_US' } : {}),
    userLocale: language,
    ...(state === undefined ? {} : { state }),
    ...(modelConfig === undefined ? {} : { modelConfig }),
    ...(answer === undefined ? {} : { answer }),
  });
  if (state === undefined) runtime.spreadsheet.name = names[language];
  else if (lang !== null) runtime.spreadsheet.locale = language === 'ru' ? 'ru_RU' : 'en_US';
  return runtime;
}
