// What a script sees of a service must be what Google's class offers: compared with @types/google-apps-script, so that no method of the stand-in's own leaks.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { script } from './script';

const folder = join(__dirname, '../../../node_modules/@types/google-apps-script');

/** Member names of every interface of the type package, by `Namespace.Interface`. */
function declaredMembers(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const visit = (node: ts.Node, path: readonly string[]): void => {
    if (ts.isModuleDeclaration(node) && node.body !== undefined) {
      ts.forEachChild(node.body, (child) => visit(child, [...path, node.name.text]));
      if (ts.isModuleDeclaration(node.body)) visit(node.body, [...path, node.name.text]);
      return;
    }
    if (!ts.isInterfaceDeclaration(node)) return;
    const key = [...path.slice(1), node.name.text].join('.');
    const members = found.get(key) ?? new Set<string>();
    for (const member of node.members) if (member.name !== undefined) members.add(member.name.getText());
    found.set(key, members);
  };
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.d.ts'))) {
    const source = ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.Latest, true);
    ts.forEachChild(source, (node) => visit(node, []));
  }
  return found;
}

const declared = declaredMembers();
const names = (key: string): Set<string> => {
  const members = declared.get(key);
  if (members === undefined)
    throw new Error(
      `The type package declares no ${key}; it has ${[...declared.keys()].filter((name) => name.includes(key.split('.')[0] ?? '')).join(', ')}`,
    );
  return members;
};

/** In Google's reference, though not in the type package. */
const known = new Set(['toString', 'getColumnIndex', 'getId', 'getType']);

const sheet = 'SpreadsheetApp.getActive().getSheets()[0]';
const range = `${sheet}.getRange('A1:B2')`;

it.each([
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
])('%s offers only names of %s', (expression, key) => {
  const runtime = script(
    `function seen() { const it = ${expression}; return Object.getOwnPropertyNames(Object.getPrototypeOf(it)).concat(Object.keys(it)); }`,
    {
      hosts: { host: () => ({ status: 200, headers: {}, body: '' }) },
    },
  );
  const allowed = names(key);
  expect((runtime.run('seen') as string[]).filter((name) => !known.has(name) && !allowed.has(name))).toEqual([]);
});
