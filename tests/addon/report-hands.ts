// What people do to report sheets between two builds, and what must still be there after any of them.
import type { Kill } from '../../local/runtime/kill';
import { act, type Desk, sentence } from './loaded-desk';

export interface Person {
  /** Does something with the file as a script of the person would; `body` sees `file` and `sheet`. */
  readonly does: (tab: string, body: string) => unknown;
  readonly build: (order?: { ids: readonly string[]; restore: boolean }, kill?: Kill) => string;
}

export function personAt(desk: Desk): Person {
  return {
    does: (tab, body) => act(desk, `const sheet = file.getSheetByName(${JSON.stringify(tab)}); ${body}`),
    build: (order, kill) => {
      const args = order === undefined ? [] : [order];
      let answer = '';
      const failed = sentence(() => {
        answer = String(desk.runtime.run('buildReports', args, { as: 'sidebar', ...(kill ? { kill } : {}) }));
      });
      return failed === 'no error' ? answer : failed;
    },
  };
}

/** Everything of a sheet that a rebuild could double or lose, of ours and of people's. */
export interface Seen {
  readonly charts: readonly string[];
  readonly rules: readonly string[];
  readonly protections: readonly string[];
  readonly formulas: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly widths: readonly number[];
  readonly frozen: number;
  readonly hidden: boolean;
}

export function seen(person: Person, tab: string): Seen {
  const text = person.does(
    tab,
    `const cells = (rows) => {
       const found = {};
       rows.forEach((row, down) => row.forEach((one, at) => { if (one !== '') found[sheet.getRange(down + 1, at + 1).getA1Notation()] = String(one); }));
       return found;
     };
     const data = sheet.getDataRange();
     return JSON.stringify({
       charts: sheet.getCharts().map((chart) => chart.getOptions().get('title') + ' ' + chart.getRanges().map((range) => range.getA1Notation())).sort(),
       rules: sheet.getConditionalFormatRules().map((rule) => rule.getRanges().map((range) => range.getA1Notation()) + ' ' +
         (rule.getBooleanCondition() ? rule.getBooleanCondition().getCriteriaValues() : 'heat')).sort(),
       protections: sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)
         .map((one) => one.getDescription() + ' ' + one.getRange().getA1Notation() + ' ' + one.isWarningOnly()).sort(),
       formulas: cells(data.getFormulas()), texts: cells(data.getDisplayValues()),
       widths: Array.from({ length: sheet.getMaxColumns() }, (_, at) => sheet.getColumnWidth(at + 1)),
       frozen: sheet.getFrozenRows(), hidden: sheet.isSheetHidden(),
     });`,
  );
  return JSON.parse(String(text)) as Seen;
}
