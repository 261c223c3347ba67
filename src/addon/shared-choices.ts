// What report sheets follow: the switches of the dashboard by names of the file. Where there is no dashboard the names stand for hidden cells with the
// defaults, so that a formula with one of them never shows #NAME?.
import { personWords } from '../locale/person-words';
import { reportWords } from '../locale/report-words';
import { fileLang, serviceSheet } from './file';

/** Below the stamp and the probe of the separator. */
const SHEET = '_b24';
const FIRST_ROW = 4;
const NAMES = ['B24_PERIOD', 'B24_PIPELINE', 'B24_WHO'] as const;

export function ensureSharedNames(file: GoogleAppsScript.Spreadsheet.Spreadsheet): void {
  const lang = fileLang(file);
  NAMES.forEach((name, at) => {
    if (file.getRangeByName(name)) return;
    const cell = serviceSheet(SHEET, 2, file).getRange(FIRST_ROW + at, 1);
    cell.setValue(name === 'B24_PERIOD' ? reportWords.thisMonth[lang] : personWords.all[lang]);
    file.setNamedRange(name, cell);
  });
}
