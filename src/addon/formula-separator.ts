// Which separator this file takes in formulas: sources disagree for comma-decimal locales, so a probe cell is asked once.

const PROBE_SHEET = '_b24';
const KEY = 'b24.separator';

import { serviceSheet } from './file';

/** `,` or `;`. Remembered for the file and locale. */
export function formulaSeparator(file: GoogleAppsScript.Spreadsheet.Spreadsheet): ',' | ';' {
  const properties = PropertiesService.getDocumentProperties();
  const locale = file.getSpreadsheetLocale();
  const known = properties.getProperty(KEY);
  if (known === `${locale},`) return ',';
  if (known === `${locale};`) return ';';
  const cell = serviceSheet(PROBE_SHEET, 2, file).getRange(3, 1);
  cell.setNumberFormat('0');
  cell.setFormula('=SUM(1,1)');
  const separator = cell.getValue() === 2 ? ',' : ';';
  cell.clearContent();
  properties.setProperty(KEY, locale + separator);
  return separator;
}
