// The sheet «Проверка платформы»: what only Google can prove about the add-on, tried out in this very file on request.
import type { Lang } from '../cell';
import { type PlatformCheckId, platformCheckWords, platformSheetWords } from '../locale/platform-words';
import { redacted } from '../redact';
import { palette } from '../report/palette';
import { fileLang, openFile } from './file';
import { ensureOwnedSheet } from './owned-sheets';
import { PLATFORM_CHECKS } from './platform-checks';
import type { Seen } from './platform-seen';

const SCRATCH = '_b24_check';
const WIDTHS = [330, 380, 150, 430];

type File = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

interface Row extends Seen {
  readonly id: PlatformCheckId;
  readonly needed: boolean;
}

/** Runs every check and writes what was seen; answers one sentence in the person's language. */
export function checkPlatform(lang: Lang): string {
  const file = openFile();
  const rows = onScratch(file, (scratch) => (Object.keys(platformCheckWords) as PlatformCheckId[]).map((id) => tried(id, scratch, file)));
  const { sheet } = ensureOwnedSheet(file, 'platform', platformSheetWords.name[fileLang(file)], file.getSheets().length);
  draw(sheet, tableOf(rows, file));
  SpreadsheetApp.flush();
  file.setActiveSheet(sheet);
  const broken = rows.filter(({ fits, needed }) => needed && !fits).length;
  const said = { name: sheet.getName(), broken: String(broken), all: String(rows.length) };
  return filledIn(platformSheetWords.done[lang], said);
}

/** A sheet of our own that is gone afterwards; one that a killed run left goes first. */
function onScratch<T>(file: File, work: (scratch: Sheet) => T): T {
  const active = file.getActiveSheet();
  const left = file.getSheetByName(SCRATCH);
  if (left) file.deleteSheet(left);
  const scratch = file.insertSheet(SCRATCH, file.getSheets().length);
  file.setActiveSheet(active);
  scratch.hideSheet();
  try {
    return work(scratch);
  } finally {
    file.deleteSheet(scratch);
  }
}

/** A check that throws has not seen what it needs. */
function tried(id: PlatformCheckId, scratch: Sheet, file: File): Row {
  const { needed, run } = PLATFORM_CHECKS[id];
  try {
    return { id, needed, ...run(scratch, file) };
  } catch (error) {
    return { id, needed, fits: false, seen: String((error as Error | null)?.message ?? error) };
  }
}

function tableOf(rows: readonly Row[], file: File): string[][] {
  const lang = fileLang(file);
  const text = platformSheetWords;
  const zone = file.getSpreadsheetTimeZone();
  const when = Utilities.formatDate(new Date(), zone, lang === 'ru' ? 'dd.MM.yyyy HH:mm' : 'yyyy-MM-dd HH:mm');
  const verdict = ({ fits, needed }: Row) => (needed ? (fits ? text.holds : text.broken) : fits ? text.assumed : text.other);
  return [
    [filledIn(text.title[lang], { when, zone, locale: file.getSpreadsheetLocale() }), '', '', ''],
    [text.check, text.seen, text.verdict, text.means].map((word) => word[lang]),
    ...rows.map((row) => {
      const { what, means } = platformCheckWords[row.id];
      return [what[lang], redacted(row.seen).slice(0, 200), verdict(row)[lang], means[lang]];
    }),
  ];
}

function filledIn(sentence: string, params: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}

function draw(sheet: Sheet, table: readonly (readonly string[])[]): void {
  sheet.clear();
  const missing = table.length - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  const area = sheet.getRange(1, 1, table.length, WIDTHS.length);
  area.setNumberFormat('@').setWrap(true).setVerticalAlignment('top').setFontColor(palette.ink);
  area.setValues(table.map((row) => row.map((cell) => (cell.startsWith('=') ? `'${cell}` : cell))));
  WIDTHS.forEach((width, at) => {
    sheet.setColumnWidth(at + 1, width);
  });
  sheet.getRange(1, 1).setWrap(false).setFontSize(12).setFontWeight('bold');
  sheet.getRange(2, 1, 1, WIDTHS.length).setFontWeight('bold').setBackground(palette.header);
  sheet.setFrozenRows(2);
  sheet.setHiddenGridlines(true);
}
