// The arrows of a sheet's filter, drawn by the engine. A plain sheet shows them when it comes into the engine.
import type { Zone } from './contract';
import type { EngineHost } from './engine-sheet';

const LOOK = {
  hasFilters: true,
  totalRow: false,
  firstColumn: false,
  lastColumn: false,
  numberOfHeaders: 1,
  bandedRows: false,
  bandedColumns: false,
  styleId: 'None',
};

/** Draws the arrows over a zone of an engine sheet. */
export function showArrows(host: EngineHost, sheetId: string, zone: Zone): void {
  const ranges = [host.getters.getRangeDataFromZone(sheetId, zone)];
  host.apply({ type: 'CREATE_TABLE', sheetId, ranges, tableType: 'static', config: LOOK });
}

/** Takes the arrows off. */
export function hideArrows(host: EngineHost, sheetId: string, zone: Zone): void {
  host.apply({ type: 'REMOVE_TABLE', sheetId, target: [zone] });
}
