// What a script sees of a service must be what Google's class offers: compared with @types/google-apps-script, so that no method of the stand-in's own leaks.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { googleMembers, implementedTable, type Sample, seenMembers, tableUnder } from './implemented';

/** In Google's reference, though not in the type package. */
const known = new Set(['toString', 'getColumnIndex', 'getId', 'getType']);

const sheet = 'SpreadsheetApp.getActive().getSheets()[0]';
const range = `${sheet}.getRange('A1:B2')`;

const services: readonly Sample[] = [
  ['UrlFetchApp', 'URL_Fetch.UrlFetchApp'],
  ["UrlFetchApp.fetch('http://host/')", 'URL_Fetch.HTTPResponse'],
  ['PropertiesService', 'Properties.PropertiesService'],
  ['PropertiesService.getUserProperties()', 'Properties.Properties'],
  ['CacheService', 'Cache.CacheService'],
  ['CacheService.getUserCache()', 'Cache.Cache'],
  ['LockService', 'Lock.LockService'],
  ['LockService.getScriptLock()', 'Lock.Lock'],
  ['Utilities', 'Utilities.Utilities'],
  ["Utilities.newBlob('a')", 'Base.Blob'],
  ['Session', 'Base.Session'],
  ['Session.getActiveUser()', 'Base.User'],
  ['Logger', 'Base.Logger'],
  ['ScriptApp', 'Script.ScriptApp'],
  ['ScriptApp.newStateToken()', 'Script.StateTokenBuilder'],
  ["ScriptApp.newTrigger('f')", 'Script.TriggerBuilder'],
  ["ScriptApp.newTrigger('f').timeBased()", 'Script.ClockTriggerBuilder'],
  ["ScriptApp.newTrigger('f').forSpreadsheet(SpreadsheetApp.getActive())", 'Script.SpreadsheetTriggerBuilder'],
  ["ScriptApp.newTrigger('f').timeBased().after(1).create()", 'Script.Trigger'],
  ['ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL)', 'Script.AuthorizationInfo'],
  ['HtmlService', 'HTML.HtmlService'],
  ["HtmlService.createHtmlOutput('a')", 'HTML.HtmlOutput'],
  ["HtmlService.createTemplate('a')", 'HTML.HtmlTemplate'],
  ['MailApp', 'Mail.MailApp'],
  ['SpreadsheetApp.getUi()', 'Base.Ui'],
  ["SpreadsheetApp.getUi().createMenu('a')", 'Base.Menu'],
  ["SpreadsheetApp.getUi().prompt('a')", 'Base.PromptResponse'],
];

const spreadsheet: readonly Sample[] = [
  ['SpreadsheetApp', 'Spreadsheet.SpreadsheetApp'],
  ['SpreadsheetApp.getActive()', 'Spreadsheet.Spreadsheet'],
  [sheet, 'Spreadsheet.Sheet'],
  [range, 'Spreadsheet.Range'],
  ['SpreadsheetApp.newDataValidation()', 'Spreadsheet.DataValidationBuilder'],
  ['SpreadsheetApp.newConditionalFormatRule()', 'Spreadsheet.ConditionalFormatRuleBuilder'],
  [`${sheet}.newChart()`, 'Spreadsheet.EmbeddedChartBuilder'],
  [`${range}.protect()`, 'Spreadsheet.Protection'],
  [`${range}.createFilter()`, 'Spreadsheet.Filter'],
  [`${sheet}.getRangeList(['A1', 'B2'])`, 'Spreadsheet.RangeList'],
  [`(SpreadsheetApp.getActive().setNamedRange('N', ${range}), SpreadsheetApp.getActive().getNamedRanges()[0])`, 'Spreadsheet.NamedRange'],
  [`${range}.applyRowBanding()`, 'Spreadsheet.Banding'],
  [`(${sheet}.addDeveloperMetadata('k'), ${sheet}.getDeveloperMetadata()[0])`, 'Spreadsheet.DeveloperMetadata'],
  [`${sheet}.newChart().asColumnChart()`, 'Spreadsheet.EmbeddedColumnChartBuilder'],
  [`${sheet}.newChart().asBarChart().addRange(${range}).setPosition(1, 1, 0, 0).build()`, 'Spreadsheet.EmbeddedChart'],
  ['SpreadsheetApp.newDataValidation().requireCheckbox().build()', 'Spreadsheet.DataValidation'],
  ['Charts', 'Charts.Charts'],
];

it.each([...services, ...spreadsheet])('%s offers only names of %s', (expression, key) => {
  const allowed = googleMembers(key);
  expect(seenMembers(expression).filter((name) => !known.has(name) && !allowed.has(name))).toEqual([]);
});

it('COVERAGE.md lists what the services have and lack', () => {
  const coverage = readFileSync(join(__dirname, '../../../local/runtime/COVERAGE.md'), 'utf8');
  const said = tableUnder(coverage, '## Methods of the services');
  const table = implementedTable(services);
  if (said.join('\n') !== table.join('\n')) process.stderr.write(`The table should read:\n${table.join('\n')}\n`);
  expect(said).toEqual(table);
});
