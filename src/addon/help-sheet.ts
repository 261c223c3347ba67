// The sheet «Справка»: every function and metric in the language of the file. Its text comes from Help.html of the bundle; drawn anew on request.
import type { Lang } from '../cell';
import { notice } from '../locale/notice-words';
import { sheetWords } from '../locale/words';
import { palette } from '../report/palette';
import { fileLang, openFile } from './file';
import { ensureOwnedSheet } from './owned-sheets';

const WIDTHS = [230, 420, 420, 420, 110];
/** Pixels of a line of text, and of a letter with the blank that wrapping leaves. */
const LINE = 17;
const LETTER = 7.4;

/** Draws the sheet at the end of the tabs and shows it; answers one sentence in the person's language. */
export function drawHelpSheet(lang: Lang): string {
  const file = openFile();
  const rows = helpRows(fileLang(file));
  const name = sheetWords.help[fileLang(file)];
  const { sheet, isNew } = ensureOwnedSheet(file, 'help', name, file.getSheets().length);
  const missing = rows.length - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  const area = sheet.getRange(1, 1, rows.length, WIDTHS.length);
  area.setNumberFormat('@').setVerticalAlignment('top').setWrap(true).setFontColor(palette.ink);
  area.setValues(rows.map((row) => row.map(asText)));
  sheet.getRange(1, 1, 1, WIDTHS.length).setFontWeight('bold').setBackground(palette.header);
  sheet.getRange(2, 1, rows.length - 1, 1).setFontWeight('bold');
  if (isNew) {
    WIDTHS.forEach((width, at) => {
      sheet.setColumnWidth(at + 1, width);
    });
    sheet.setFrozenRows(1);
    sheet.setHiddenGridlines(true);
  }
  rows.forEach((row, at) => {
    sheet.setRowHeight(at + 1, 8 + LINE * Math.max(...row.map((text, column) => linesOf(text, WIDTHS[column] ?? LETTER))));
  });
  SpreadsheetApp.flush();
  file.setActiveSheet(sheet);
  return notice('helpDrawn', lang, { name: sheet.getName() });
}

/** Lines of a wrapped text in a column of so many pixels. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil((line.length * LETTER) / width)), 0);
}

function helpRows(lang: Lang): string[][] {
  const rows = JSON.parse(HtmlService.createHtmlOutputFromFile('Help').getContent()) as Record<Lang, string[][]>;
  return rows[lang];
}

/** An example stays an example: the apostrophe keeps it from becoming a formula (D10). */
function asText(text: string): string {
  return text.startsWith('=') ? `'${text}` : text;
}
