// Sheets of ours are found by developer metadata that holds the sheet's own id (D8): people may rename and move them, and a
// duplicated tab, which copies the metadata but not the id, is theirs.

type File = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const KEY = 'b24.sheet';

/** The sheet we own under this id; null when it does not exist any more. */
export function ownedSheet(file: File, id: string): Sheet | null {
  for (const found of file.createDeveloperMetadataFinder().withKey(KEY).find()) {
    const sheet = found.getLocation().getSheet();
    if (sheet && found.getValue() === `${id}:${sheet.getSheetId()}`) return sheet;
  }
  return null;
}

/** All sheets we own whose ids begin so, by the rest of the id. */
export function ownedSheets(file: File, prefix: string): Map<string, Sheet> {
  const owned = new Map<string, Sheet>();
  for (const found of file.createDeveloperMetadataFinder().withKey(KEY).find()) {
    const [id = '', sheetId] = (found.getValue() ?? '').split(':');
    if (!id.startsWith(prefix) || owned.has(id.slice(prefix.length))) continue;
    const sheet = found.getLocation().getSheet();
    if (sheet && String(sheet.getSheetId()) === sheetId) owned.set(id.slice(prefix.length), sheet);
  }
  return owned;
}

/** The id under which we own this very sheet; null for a sheet of people, duplicates of ours among them. One cheap call. */
export function ownedId(sheet: Sheet): string | null {
  const tail = `:${sheet.getSheetId()}`;
  for (const mark of sheet.getDeveloperMetadata()) {
    const value = mark.getKey() === KEY ? (mark.getValue() ?? '') : '';
    if (value.endsWith(tail)) return value.slice(0, -tail.length);
  }
  return null;
}

/** Makes a sheet of people ours. */
export function ownSheet(sheet: Sheet, id: string): void {
  sheet.addDeveloperMetadata(KEY, `${id}:${sheet.getSheetId()}`);
}

/**
 * The owned sheet, made with this name at this place (0-based) when missing; a name that is taken by somebody's sheet gets a number. An
 * empty sheet of that very name is taken over: a run may have been killed between making it and marking it.
 */
export function ensureOwnedSheet(file: File, id: string, name: string, place: number): { sheet: Sheet; isNew: boolean } {
  const found = ownedSheet(file, id);
  if (found) return { sheet: found, isNew: false };
  const namesake = file.getSheetByName(name);
  const sheet = namesake?.getLastRow() === 0 ? namesake : file.insertSheet(freeName(file, name), place);
  ownSheet(sheet, id);
  return { sheet, isNew: true };
}

function freeName(file: File, name: string): string {
  let free = name;
  for (let number = 2; file.getSheetByName(free); number++) free = `${name} ${number}`;
  return free;
}
