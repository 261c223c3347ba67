// Where `--state DIR` keeps a file between runs: one JSON text in a folder. It knows nothing of what the state holds.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SavedState } from '../runtime/state';

const fileName = 'workbook.json';

/** The state kept in the folder, undefined when there is none yet. Throws a sentence when the file there is not a kept workbook. */
export function keptState(folder: string): SavedState | undefined {
  const file = join(folder, fileName);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`The kept workbook ${file} cannot be read: ${(error as Error).message}`);
  }
  try {
    const state = JSON.parse(text) as SavedState;
    if (state.version === 1) return state;
  } catch {
    // Falls through to the sentence below.
  }
  throw new Error(`${file} is not a kept workbook of this version: remove it or name another folder in --state.`);
}

/** Keeps the state; a run killed meanwhile leaves the former one whole. */
export function keepState(folder: string, state: SavedState): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, fileName);
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
