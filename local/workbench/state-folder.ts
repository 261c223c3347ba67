// Where `--state DIR` keeps a file between runs: lines of JSON in one file of a folder. It knows nothing of what the state holds.
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SavedState } from '../runtime/state';
import { readStateLines, stateLines } from './state-lines';

const fileName = 'workbook.json';

/** The state kept in the folder, undefined when there is none yet. Throws a sentence when the file there is not a kept workbook. */
export function keptState(folder: string): SavedState | undefined {
  const file = join(folder, fileName);
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`The kept workbook ${file} cannot be read: ${(error as Error).message}`);
  }
  try {
    const state = readStateLines(linesOf(bytes)) as SavedState;
    if (state.version === 1) return state;
  } catch {
    // Falls through to the sentence below.
  }
  throw new Error(`${file} is not a kept workbook of this version: remove it or name another folder in --state.`);
}

function* linesOf(bytes: Buffer): Generator<string> {
  for (let at = 0; at < bytes.length; ) {
    const found = bytes.indexOf(0x0a, at);
    const end = found < 0 ? bytes.length : found;
    yield bytes.toString('utf8', at, end);
    at = end + 1;
  }
}

/** Keeps the state; a run killed meanwhile leaves the former one whole. */
export function keepState(folder: string, state: SavedState): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, fileName);
  const target = openSync(`${file}.new`, 'w', 0o600);
  try {
    for (const line of stateLines(state)) writeFileSync(target, `${line}\n`);
  } finally {
    closeSync(target);
  }
  renameSync(`${file}.new`, file);
}
