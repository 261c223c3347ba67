// The open spreadsheet: its identity, language, time zone and service sheets.
import type { Lang } from '../cell';
import { probedZone, type Zone } from '../zone';

export function openFile(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  return SpreadsheetApp.getActiveSpreadsheet();
}

/** Language of the file: names of sheets, headers, sentences in cells. A Russian locale means Russian. */
export function fileLang(file = openFile()): Lang {
  return langOf(file.getSpreadsheetLocale());
}

/** Language of the person at the keyboard: menus, dialogs, the sidebar. Where Google keeps it back, the file's; Russian where that is closed too. */
export function userLang(): Lang {
  for (const locale of [() => Session.getActiveUserLocale(), fileLang])
    try {
      return langOf(locale());
    } catch {}
  return 'ru';
}

const langOf = (locale: string): Lang => (/^ru/i.test(locale) ? 'ru' : 'en');

/** A zone is probed once in so many seconds: it takes 1,500 calls of the platform, more than all else that a small refresh asks of it. */
const ZONE_SECONDS = 21_600;

/** The file's time zone as data for pure code (R2); covers 1 January 2000 to two years from now. */
export function fileZone(now: number, file = openFile()): Zone {
  const name = file.getSpreadsheetTimeZone();
  const cache = CacheService.getDocumentCache();
  const key = `b24:zone:${name}`;
  const kept = cache?.get(key);
  if (kept) return JSON.parse(kept) as Zone;
  const zone = probedZone(name, 946684800, now + 2 * 366 * 86400, (instant) => offsetIn(name, instant));
  try {
    cache?.put(key, JSON.stringify(zone), ZONE_SECONDS);
  } catch {
    // A full or failing cache only costs time.
  }
  return zone;
}

/** Seconds east of UTC at an instant (unix seconds), as the platform knows the zone. */
export function offsetIn(zone: string, instant: number): number {
  const text = Utilities.formatDate(new Date(instant * 1000), zone, 'Z');
  const sign = text.charAt(0) === '-' ? -1 : 1;
  return sign * (Number(text.slice(1, 3)) * 3600 + Number(text.slice(3, 5)) * 60);
}

/**
 * A hidden sheet of ours, made when it is missing. Its cells are plain text: nothing in it is ever parsed. The number of columns is set
 * last and tells that the sheet is complete: one whose making was killed, or whose columns people changed, is put right.
 */
export function serviceSheet(name: string, columns: number, file = openFile()): GoogleAppsScript.Spreadsheet.Sheet {
  const found = file.getSheetByName(name);
  if (found && found.getMaxColumns() === columns) return found;
  const active = file.getActiveSheet();
  const sheet = found ?? file.insertSheet(name, file.getSheets().length);
  if (active && active.getSheetId() !== sheet.getSheetId()) {
    file.setActiveSheet(active);
    sheet.hideSheet();
  }
  if (!found && sheet.getMaxRows() > 100) sheet.deleteRows(101, sheet.getMaxRows() - 100);
  sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).setNumberFormat('@');
  const extra = sheet.getMaxColumns() - columns;
  if (extra > 0) sheet.deleteColumns(columns + 1, extra);
  else if (extra < 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), -extra);
  return sheet;
}

/** Makes the grid at least `rows` high; new rows are plain text too. */
export function growTo(sheet: GoogleAppsScript.Spreadsheet.Sheet, rows: number): void {
  const have = sheet.getMaxRows();
  if (have >= rows) return;
  const step = Math.max(rows - have, 100);
  sheet.insertRowsAfter(have, step);
  sheet.getRange(have + 1, 1, step, sheet.getMaxColumns()).setNumberFormat('@');
}
