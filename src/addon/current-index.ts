// The generation that formulas answer from now.
import { readStamp } from './stamp';
import { readIndex, type StoreIndex } from './store';

/** The index the stamp stands for; null before the first load, and when the store is damaged: then everything is loaded anew. */
export function currentIndex(): StoreIndex | null {
  const stamp = readStamp();
  return stamp ? readIndex(stamp.generation) : null;
}
