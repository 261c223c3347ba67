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

/**
 * The owned sheet, made with this name at this place (0-based) when missing; a name that is taken by somebody's sheet gets a number. An
 * empty sheet of that very name is taken over: a run may have been killed between making it and marking it.
 */
export function ensureOwnedSheet(file: File, id: string, name: string, place: number): { sheet: Sheet; isNew: boolean } {
  const found = ownedSheet(file, id);
  if (found) return { sheet: found, isNew: false };
  const namesake = file.getSheetByName(name);
  const sheet = namesake?.getLastRow() === 0 ? namesake : file.insertSheet(freeName(file, name), place);
  sheet.addDeveloperMetadata(KEY, `${id}:${sheet.getSheetId()}`);
  return { sheet, isNew: true };
}

function freeName(file: File, name: string): string {
  let free = name;
  for (let number = 2; file.getSheetByName(free); number++) free = `${name} ${number}`;
  return free;
}
