// Opens the local spreadsheet file with the built script attached, on the network of this machine. It knows where the build is, not who looks at it.
import { join } from 'node:path';
import { type Clock, runningClock } from '../clock';
import type { Runtime, RuntimeOptions } from '../runtime/contract';
import { httpTransport } from '../runtime/http-transport';
import { loadProject } from '../runtime/project';
import { createRuntime } from '../runtime/runtime';
import type { SavedState } from '../runtime/state';
import type { Language } from './args';

export interface FileOptions {
  /** The repository: the script is in its `dist`, the programs in its `build`. */
  readonly root: string;
  /** null: not said; a new file is Russian, a kept one stays as it is. */
  readonly lang: Language | null;
  readonly clock?: Clock;
  readonly state?: SavedState;
  readonly modelConfig?: Readonly<Record<string, unknown>>;
  readonly answer?: RuntimeOptions['answer'];
}

const names: Readonly<Record<Language, string>> = { ru: 'KPI отдела продаж', en: 'Sales KPI' };

/** A new file, or the kept one. Its requests go out through a thread of their own; time is real. */
export function openFile({ root, lang, clock = runningClock(), state, modelConfig, answer }: FileOptions): Runtime {
  const language = lang ?? 'ru';
  const runtime = createRuntime({
    project: loadProject(join(root, 'dist')),
    clock,
    time: 'real',
    transport: httpTransport(join(root, 'build', 'http-worker.cjs')).send,
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
