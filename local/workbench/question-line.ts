// A question of the script to the person at the page: the worker blocks, the main thread writes the answer into shared memory.
// It knows bytes and waiting, not pages.
import type { Answer } from '../runtime/screen';

/** Longest answer in bytes; a longer typed text is cut by the page's field anyway. */
const size = 64 * 1024;
/** A question nobody answers is closed: no wait without an end. */
const patienceMs = 5 * 60_000;

/** Shared memory for one answer. */
export function answerSlot(): SharedArrayBuffer {
  return new SharedArrayBuffer(8 + size);
}

/** How long the thread sleeps before it looks what else there is to do. */
const turnMs = 50;

/** Worker side: blocks until the answer is there; CLOSE when nobody answers. `meanwhile` is called while it waits: other tabs may be served. */
export function awaitAnswer(slot: SharedArrayBuffer, patience: number = patienceMs, meanwhile: () => void = () => {}): Answer {
  const state = new Int32Array(slot, 0, 2);
  const until = Date.now() + patience;
  for (let left = patience; left > 0 && Atomics.load(state, 0) === 0; left = until - Date.now()) {
    meanwhile();
    Atomics.wait(state, 0, 0, Math.min(left, turnMs));
  }
  if (Atomics.load(state, 0) === 0) return { button: 'CLOSE', text: '' };
  const bytes = new Uint8Array(slot, 8, Atomics.load(state, 1)).slice();
  return JSON.parse(new TextDecoder().decode(bytes)) as Answer;
}

/** Main thread side: gives the answer; the first one counts. */
export function giveAnswer(slot: SharedArrayBuffer, answer: Answer): void {
  const state = new Int32Array(slot, 0, 2);
  if (Atomics.load(state, 0) !== 0) return;
  let bytes = new TextEncoder().encode(JSON.stringify(answer));
  if (bytes.length > size) bytes = new TextEncoder().encode(JSON.stringify({ button: 'CLOSE', text: '' }));
  new Uint8Array(slot, 8).set(bytes);
  Atomics.store(state, 1, bytes.length);
  Atomics.store(state, 0, 1);
  Atomics.notify(state, 0);
}
