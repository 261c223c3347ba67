// Tabs whose cells come late: a big sheet of plain values is fetched when its tab is opened, and a cover says so meanwhile.
import type { Boot } from '../wire';
import type { Connection } from './connection';
import { element } from './elements';
import type { Model } from './spreadsheet';
import type { Words } from './words';

/** Calls `then` once the sheet has its cells: at once, or when they have come. */
type WhenShown = (sheetId: string, then: () => void) => void;

/** Asks for a waiting sheet when it becomes the active one. */
export function followTabs(model: Model, connection: Connection, boot: Boot, words: Words): WhenShown {
  const waiting = new Set(boot.waitingSheets);
  const cover = element('div', 'sheet-cover', element('span', 'spinner'), words.loadingSheet);
  cover.hidden = true;
  document.getElementById('book')?.append(cover);
  const asked = new Set<string>();
  const promised = new Map<string, () => void>();
  const look = (): void => {
    const active = model.getters.getActiveSheetId();
    // The first rows are shown while the others still come.
    cover.hidden = !waiting.has(active) || hasHeader(model, active);
    if (!waiting.has(active) || asked.has(active)) return;
    asked.add(active);
    connection.send({ kind: 'show', sheetId: active });
  };
  connection.on('shown', ({ sheetId }) => {
    waiting.delete(sheetId);
    look();
    promised.get(sheetId)?.();
    promised.delete(sheetId);
  });
  connection.on('waiting', ({ sheetIds }) => {
    for (const id of sheetIds) waiting.add(id);
    for (const id of sheetIds) asked.delete(id);
    look();
  });
  model.on('update', cover, look);
  look();
  return (sheetId, then) => {
    if (waiting.has(sheetId)) promised.set(sheetId, then);
    else then();
  };
}

function hasHeader(model: Model, sheetId: string): boolean {
  return !model.getters.isEmpty(sheetId, { top: 0, bottom: 0, left: 0, right: model.getters.getNumberCols(sheetId) - 1 });
}
