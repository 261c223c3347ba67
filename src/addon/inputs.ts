// Makes the input sheets on request, with the names that are loaded.
import type { Lang } from '../cell';
import { isKpiError } from '../errors';
import { directoryOf, emptyDirectory } from '../functions/directory';
import type { Directory } from '../inputs/sheet';
import { notice } from '../locale/notice-words';
import { parseIsoDay } from '../period';
import { factsSource } from './facts-source';
import { fileLang, fileZone, openFile } from './file';
import { ensureInputSheets } from './input-layout';
import { settleInputs } from './typed-inputs';

/** Makes the missing ones and shows the first of them; answers one sentence in the person's language. */
export function makeInputSheets(lang: Lang): string {
  const file = openFile();
  const made = ensureInputSheets(file, currentDirectory(), fileLang(file));
  SpreadsheetApp.flush();
  settleInputs();
  const [first] = made;
  if (!first) return notice('inputsThere', lang);
  file.setActiveSheet(first);
  return notice('inputsMade', lang, { names: made.map((sheet) => sheet.getName()).join(', ') });
}

/** The names of the loaded data; before the first load only those of the catalogues. */
export function currentDirectory(): Directory {
  try {
    const { labels, directories } = factsSource().load(['directories']);
    return directoryOf(labels, directories);
  } catch (error) {
    if (!isKpiError(error) || error.kind !== 'data') throw error;
    const file = openFile();
    const today = Utilities.formatDate(new Date(), file.getSpreadsheetTimeZone(), 'yyyy-MM-dd');
    return emptyDirectory(fileLang(file), parseIsoDay(today) ?? 0, fileZone(Date.now() / 1000, file));
  }
}
