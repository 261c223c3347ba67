// Keeps what was typed and not saved: with the person, at the server, so that it survives closing the window.
import { useEffect, useRef } from 'preact/hooks';
import { keptCells, type PlanState } from './plan-model';
import { server } from './server';

/** How long a person pauses before what they typed is kept, ms. */
const KEEP_MS = 1000;

/** Keeps the last state a moment after it was typed, and at once when the window goes away. */
export function useDraftKeeper(): (state: PlanState) => void {
  const waiting = useRef<{ state: PlanState; timer: number } | null>(null);
  const send = (): void => {
    const last = waiting.current;
    if (!last) return;
    waiting.current = null;
    clearTimeout(last.timer);
    const { year, metric, scope } = last.state.table;
    // A draft that cannot be kept costs nothing now: the window still holds it.
    server.keepDraft({ year, metric, scope }, keptCells(last.state)).catch(() => undefined);
  };
  useEffect(() => {
    addEventListener('pagehide', send);
    return () => {
      removeEventListener('pagehide', send);
      send();
    };
  }, []);
  return (state) => {
    if (waiting.current && waiting.current.state.table !== state.table) send();
    clearTimeout(waiting.current?.timer);
    waiting.current = { state, timer: setTimeout(send, KEEP_MS) as unknown as number };
  };
}
