// Where the person is: the open tab, the selected cells and what is seen of them, kept over a reload of this browser tab.
import type { Place } from '../wire';
import type { Model } from './spreadsheet';

interface KeptPlace {
  readonly sheetName: string;
  readonly zone: Place['zone'];
  readonly scrollX: number;
  readonly scrollY: number;
}

const key = 'workbench.place';

/** The open tab and the selected cells. */
export function placeOf(model: Model): Place {
  const { left, top, right, bottom } = model.getters.getSelectedZone();
  return { sheetId: model.getters.getActiveSheetId(), zone: { top, left, bottom, right } };
}

/** Opens the tab if it exists. */
export function activateSheet(model: Model, sheetId: string): void {
  const from = model.getters.getActiveSheetId();
  const exists = model.getters.tryGetSheet(sheetId) !== undefined;
  if (exists && from !== sheetId) model.dispatch('ACTIVATE_SHEET', { sheetIdFrom: from, sheetIdTo: sheetId });
}

/** Opens the tab and selects the cells, as far as both exist. The spreadsheet must be on the screen: it scrolls to the cells. */
export function goTo(model: Model, { sheetId, zone }: Place): void {
  const { getters } = model;
  activateSheet(model, sheetId);
  if (getters.getActiveSheetId() !== sheetId) return;
  const rows = getters.getNumberRows(sheetId);
  const cols = getters.getNumberCols(sheetId);
  const { left, top } = zone;
  if (top >= rows || left >= cols) return;
  const seen = { left, top, right: Math.min(zone.right, cols - 1), bottom: Math.min(zone.bottom, rows - 1) };
  model.selection.selectZone({ cell: { col: left, row: top }, zone: seen });
}

/** Keeps the place for the next time this browser tab shows the file. */
export function keepPlace(model: Model): void {
  const { sheetId, zone } = placeOf(model);
  const { scrollX, scrollY } = model.getters.getActiveSheetScrollInfo();
  const kept: KeptPlace = { sheetName: model.getters.getSheetName(sheetId), zone, scrollX, scrollY };
  sessionStorage.setItem(key, JSON.stringify(kept));
}

/** Goes where the person was, if the tab is still there; to the cells as soon as it has them. */
export function returnToPlace(model: Model, whenShown: (sheetId: string, then: () => void) => void): void {
  const text = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  const kept = text === null ? null : (JSON.parse(text) as KeptPlace);
  // By name: after a restart the same tab may have another id.
  const sheetId = model.getters.getVisibleSheetIds().find((id) => model.getters.getSheetName(id) === kept?.sheetName);
  if (sheetId === undefined || kept === null) return;
  activateSheet(model, sheetId);
  whenShown(sheetId, () =>
    whenSized(model, () => {
      if (model.getters.getActiveSheetId() !== sheetId) return;
      goTo(model, { sheetId, zone: kept.zone });
      model.dispatch('SET_VIEWPORT_OFFSET', { offsetX: kept.scrollX, offsetY: kept.scrollY });
    }),
  );
}

/** Waits until the cells have room on the screen: before, selecting one would scroll it out of a view of no size. */
function whenSized(model: Model, then: () => void): void {
  const isSized = (): boolean => model.getters.getSheetViewDimension().width > 0;
  const waiting = {};
  const look = (): void => {
    if (!isSized()) return;
    model.off('update', waiting);
    then();
  };
  model.on('update', waiting, look);
  look();
}
